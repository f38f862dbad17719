"""Finds shares whose base is told with them, of whatever is counted: 问卷96份，占发放总数186份的51.6%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.language.last_year import is_of_last_year
from core.texts.language.things import Count
from core.texts.sums.percentages import HUNDRED, gives

_TO_BASE = pattern(
    "[^，；。：、（）\\d占增减升降多少合共加起]{0,14}[，（]?(?:仅|只|也|约|就)*占[^，；。：、（）\\d占比]{0,12}"
)
"""96份(，占发放总数)186份"""
_SHARE = pattern(
    "[^，；。：、（）\\d占比]{0,6}?的(?P<about>约|近|超过?|达到?|逾)?(?P<share>\\d{1,3}(?:\\.\\d{1,3})?)%(?!左右|、|[和与及]\\d)"
)
_OF_LAST_YEAR = pattern("上年|去年|上一年|□")


def shares_of_bases(
    text: str, counts: Sequence[Count], before: Sequence[Count]
) -> Iterator[tuple[re.Match[str], Number, Number, Decimal]]:
    """Yield the shares that a number is not of the base told beside them, with both and what they give.

    The part may be that number, or what it makes with those before it: 网站12份、公众号8份，占48份的41.7%.
    """
    for i, (part, whole) in enumerate(pairwise(counts)):
        share = _SHARE.match(text, whole.end)
        if not share or not whole.value or part.is_rough or whole.is_rough or part.unit != whole.unit:
            continue
        between = text[part.end : whole.start]
        if not _TO_BASE.fullmatch(between) or _OF_LAST_YEAR.search(between) or is_of_last_year(text[: part.end]):
            continue
        told = [count.value for count in (*reversed(counts[: i + 1]), *reversed(before)) if count.unit == part.unit]
        parts = [*told, *accumulate(told)]
        rights = [Decimal(some * HUNDRED) / whole.value for some in parts]
        if part.value <= whole.value and not any(gives(share, right) for right in rights):
            yield share, part.value, whole.value, rights[0]
