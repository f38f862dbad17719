"""Reads cases that are said to be pending in one clause, or of which a sentence names the decided ones only.

1件复议后起诉案件未结 is not all of these; nor are those behind 在已审结的行政诉讼中，直接起诉58件.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.reading.due import count_pass
from core.texts.reading.named_before import CASES
from core.texts.reading.sentences import NumberReading, SentenceState, SourceText

_WAYS_TO_COURT = ("cases_direct", "cases_after")
_PENDING = pattern(
    "[^，；。、（）\\d]{0,12}(?:起诉|诉讼|应诉)的?(?:行政)?(?:诉讼|应诉)?(?:案件|案)?的?(?:目前|至今|现|年末|年底)?"
    "(?:(?:尚|仍|还|暂)?(?:未|没有?|未能)(?:审结|结案|结|审完|审理完毕|办结|作出判决|判决|宣判)|(?:尚|仍|还)?(?:正在|在)审(?:理|$|(?=[，；。]))"
    "|待判|审理中)"
)
"""1件(复议后起诉案件未结)"""
_OF_DECIDED = pattern(
    "(?:在|全年|年内|截至年底|上述|以上|现)*已?(?:审结|结案|办结)的(?:政府信息公开|信息公开)?(?:类|的)?(?:行政)?(?:复议|诉讼|应诉)?"
    "(?:案件|案)?(?:中|里|当中)，"
)
_PART = pattern("[^。！？\\n]*?(?=尚|仍|还有|未[审结]|其余|[。！？\\n]|$)")
"""(在已审结的行政诉讼中，直接起诉58件…；复议后起诉56件…。)"""


@count_pass(keys=CASES)
def pending_of_ways(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, cases as the pending or the decided ones where it says so."""
    decided = _OF_DECIDED.match(sentence.text) if "结" in sentence.text else None
    if decided:
        end = _PART.match(sentence.text, decided.end()) or decided
        places = range(*source.span(sentence.start + decided.end(), sentence.start + end.end()))
        return [
            _closed(source, r) if r.key in CASES and r.kind == "count" and r.start in places else r for r in readings
        ]
    return [_pending(source, r) if r.key in _WAYS_TO_COURT and r.kind == "count" else r for r in readings]


def _closed(source: SourceText, reading: NumberReading) -> NumberReading:
    role = source.vocabulary.role("closed")
    ways = role.alternatives(CASES[reading.key])[:1]
    return reading._replace(key=role.key, meaning=role.name, ways=ways, phrase=None)


def _pending(source: SourceText, reading: NumberReading) -> NumberReading:
    if not _PENDING.match(source.printed, reading.end):
        return reading
    role = source.vocabulary.role("pending")
    return reading._replace(key=role.key, meaning=role.name, ways=role.alternatives(CASES[reading.key]), phrase=None)
