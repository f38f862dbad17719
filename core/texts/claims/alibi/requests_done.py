"""Whether cases closed are all applications dealt with: 行政诉讼3件。除3件结转下年外，其余48件全部办结."""

from __future__ import annotations

from collections.abc import Mapping

from core.base.patterns import pattern
from core.form.known_cells import HANDLED
from core.report.entry_text import Number
from core.texts.claims.alibi.frames import Told

_CLOSED = "closed"
_DONE = pattern("办结|答复|办理完毕|办毕")
"""Cases are 审结, and 办结 as well."""
_NAMES_CASES = pattern("复议|诉|案|法院|审[结理]|判|裁")


def is_of_requests(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a sentence that names no cases tells as many as there were applications dealt with."""
    claim = told.claim
    if claim.key != _CLOSED or not claim.number or claim.number != numbers.get(HANDLED):
        return False
    begin = max(told.text.rfind(mark, 0, claim.place.start) for mark in "。！？\n") + 1
    said = told.text[begin : claim.place.end]
    return not _NAMES_CASES.search(said) and bool(_DONE.search(claim.quote))
