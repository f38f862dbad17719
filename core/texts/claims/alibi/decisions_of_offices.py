"""Knows that decisions told of one office are not all, where another number beside makes up what the table has.

镇便民服务中心办理行政许可36件，农业服务中心办理27件: 63 together. One that nothing makes up is wrong: an office of a
township that does this work does all of it.
"""

from __future__ import annotations

from collections.abc import Mapping

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.claims.alibi.cases_narrowed import is_sort_of_cases
from core.texts.claims.alibi.frames import Told
from core.texts.reading.sentence.share_checks import added

_KEYS = ("licensing", "penalty", "coercion")
_OFFICE = pattern("中心|大厅|[站所队科股室]|窗口|办(?![理结件事])|局")
_SORT = pattern("类(?:行政)?(?:许可|处罚|强制)?(?:决定|案件|措施)?$")
"""许可共40917件。…；(计量类许可)1944件: a sort of those told."""
_REST = pattern("其余|余下|准予|不予")
"""不予许可132件，(其余)40785件"""
_COUNT = pattern("(?<![\\d.,])([\\d,]+)[件起宗]")
_SENTENCE_ENDS = "。！？\n"


def is_of_one_office(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a number of decisions is an office's own, and those beside it the others', or of cases about them."""
    if is_sort_of_cases(told):
        return True
    claim, text = told.claim, told.text
    known = added(claim.cells, numbers)
    if claim.key not in _KEYS or known is None or claim.number is None:
        return False
    if _SORT.search(told.own) and claim.number < known and any(c.agrees and c.cells == claim.cells for c in told.here):
        return True
    if not _OFFICE.search(claim.quote) and not _REST.search(claim.quote):
        return False
    ends = [at for at in (text.find(mark, claim.place.end) for mark in _SENTENCE_ENDS) if at >= 0]
    others = [
        int(count[1].replace(",", ""))
        for count in _COUNT.finditer(text, told.start, min(ends, default=len(text)))
        if not claim.place.start <= count.start() < claim.place.end
    ]
    return known - claim.number in [*others, sum(others)] and known > claim.number
