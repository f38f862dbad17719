"""Reads the counts of a sentence that are written in 万: 人工服务131.2万人次、智能语音83.4万人次，合计214.6万人次.

Each is rounded to its last place, so a total may differ from its parts by what these are rounded by.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from core.report.entry_text import Number
from core.texts.language.things import Count, counts_in
from core.texts.sums.names_counted import without_names

_SIGN = "万"
_ROUGH = ("约", "近", "超", "逾", "超过", "达到", "突破", "余", "多")
_HALF = Decimal("0.5")


def counts_told(text: str) -> tuple[Count, ...]:
    """Return the counts of a sentence that its sums are looked for among; 131.2万人次 is 131.2 of 万人次."""
    counts = without_names(counts_in(text))
    return tuple(map(_in_ten_thousands, counts)) if _SIGN in text else counts


def _in_ten_thousands(count: Count) -> Count:
    said = count.text[count.start : count.end]
    if not said.endswith(_SIGN + count.unit) or count.head.endswith(_ROUGH):
        return count
    return count._replace(unit=_SIGN + count.unit, is_rough=False)


def may_be_rounded(total: Count, parts: Sequence[Number]) -> bool:
    """Whether a total written in 万 differs from its parts by no more than all of them are rounded by."""
    if not total.unit.startswith(_SIGN) or total.unit == "万元":
        return False
    return abs(Decimal(sum(parts)) - total.value) <= sum(map(_slack, (total.value, *parts)))


def _slack(number: Number) -> Decimal:
    """Return by how much a number may be rounded: half of its last place."""
    exponent = number.as_tuple().exponent if isinstance(number, Decimal) else 0
    return _HALF.scaleb(exponent if isinstance(exponent, int) else 0)
