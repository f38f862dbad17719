"""Reads lawsuits of one way that are said to be pending in one clause: 1件复议后起诉案件未结 is not all of them."""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.reading.named_before import CASES
from core.texts.reading.sentences import NumberReading, SourceText

_WAYS_TO_COURT = ("cases_direct", "cases_after")
_PENDING = pattern(
    "[^，；。、（）\\d]{0,12}(?:起诉|诉讼|应诉)的?(?:行政)?(?:诉讼|应诉)?(?:案件|案)?的?(?:目前|至今|现|年末|年底)?"
    "(?:(?:尚|仍|还|暂)?(?:未|没有?|未能)(?:审结|结案|结|审完|审理完毕|办结|作出判决|判决|宣判)|(?:尚|仍|还)?(?:正在|在)审(?:理|$|(?=[，；。]))"
    "|待判|审理中)"
)
"""1件(复议后起诉案件未结)"""


def pending_of_ways(source: SourceText, readings: Sequence[NumberReading]) -> list[NumberReading]:
    """Return the readings of a sentence, lawsuits of one way as the pending ones where their clause says so."""
    return [_pending(source, r) if r.key in _WAYS_TO_COURT and r.kind == "count" else r for r in readings]


def _pending(source: SourceText, reading: NumberReading) -> NumberReading:
    if not _PENDING.match(source.printed, reading.end):
        return reading
    role = source.vocabulary.role("pending")
    return reading._replace(key=role.key, meaning=role.name, ways=role.alternatives(CASES[reading.key]), phrase=None)
