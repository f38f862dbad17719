"""Percentages whose base is told with them, and what is most by the rows of the form."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate

from core.base.patterns import pattern
from core.form.known_cells import GRANTED, HANDLED, PARTIAL
from core.report.entry_text import Number
from core.texts.claims.alibi_frames import Told
from core.texts.reading.share_checks import added

_COUNT = pattern("(\\d+)[件宗起份例]")
_WITHOUT = pattern(
    "(?:剔除|扣除|除去|去掉|减去|不含|不计|不包括|除)(?P<what>[^，；。]*?)(?P<n>\\d+)[件宗份][^，；。]{0,4}(?:外|后|以外|之外)?，"
)
"""(剔除行政执法案卷类23件)，公开率为48.0%"""
_OF_YEAR = pattern("(?:当年|当期|新收)[^，；。]{0,4}率")
"""新收108件中102件当年办结，6件结转，(当年办结率)94.4%: of the new ones, whichever number stands between."""
_OF_THEM = ("中", "里", "申请中", "当中", "（")
_MOST_PARTS = 6
_SLACK = 0.06


def is_share_of_told(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a percentage is that of the numbers right before it over one told before these, or over all but some."""
    claim = told.claim
    if not claim.is_share or claim.number is None:
        return False
    part = told.text[told.part : claim.place.start]
    counted = [*_COUNT.finditer(part)]
    counts = [int(m[1]) for m in counted]
    bases = [i for i, m in enumerate(counted) if not i or part.startswith(_OF_THEM, m.end())]
    runs = [*accumulate(reversed(counts[-_MOST_PARTS:]))]
    pairs = [
        (run, base) for many, run in enumerate(runs, 1) for base in (counts[i] for i in bases if i < len(counts) - many)
    ]
    if _OF_YEAR.search(told.own + claim.quote):
        pairs += [(run, base) for i, base in enumerate(counts) for run in counts[i + 1 :]]
    without = [*_WITHOUT.finditer(told.head)]
    whole = numbers.get(HANDLED)
    if without and whole:
        rest = int(whole) - int(without[-1]["n"])
        parts = [added(claim.cells[:-1], numbers)]
        parts += [added((GRANTED, PARTIAL), numbers)] if claim.cells[:1] == (GRANTED,) else []
        pairs += [(int(p), rest) for p in parts if p is not None] + [(run, rest) for run in runs]
    share = float(claim.number)
    return any(base >= run and base > 0 and abs(run * 100 / base - share) < _SLACK for run, base in pairs)


def is_most_of_form(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a result said to be most is more than any other of the form's own: 不予公开占比最大."""
    if not told.claim.key.startswith("most_") or told.claim.rule_id != "N-05":
        return False
    own = added(told.claim.cells, numbers)
    groups = told.results.cells.values()
    others = [added(group, numbers) for group in groups if not set(group) & set(told.claim.cells)]
    if own is None or None in others or "最" not in told.claim.quote:
        return False
    return all(own > other for other in others if other is not None)
