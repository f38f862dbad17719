"""Reads that all cases of a kind are still pending: 复议后起诉2件，法院目前都没有下判."""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.reading.absences.all_of_some_cases import is_of_some_cases
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import CASE_TEXTS, NumberReading, SentenceState, SourceText
from core.texts.reading.told.named_before import CASES

_ALL = ("都", "均", "全部", "皆")
_CLAUSE = pattern(
    "(?:案件|案)?(?:，(?:均|都|全部)?(?:是|为|系)?[^，；。：、\\d]{0,4}经过?复议[^，；。：、\\d]{0,12})?，?(?P<said>[^，；。：\\d]{3,24})(?=[，；。\\n]|$)"
)
"""行政诉讼2件(，都是经过复议后再起诉的，法院都还没有宣判)"""
_PENDING = frozenset(["PENDING", "UNDONE"])
_MAY = frozenset(["ALL", "COURT", "RORG", "SUIT", "REVIEW", "DIRECT", "AFTER", "THING", "END"])
_ENDED = ("upheld", "corrected", "other_outcome")
_KEY, _NAME = "all_pending", "均未审结"


@count_pass(texts=CASE_TEXTS, words=_ALL, keys=CASES)
def all_pending(source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]) -> list[NumberReading]:
    """Return the readings of a sentence, and for cases that are all pending that none of them has ended."""
    found = [*readings]
    for number in sentence.numbers:
        start = source.span(number.start, number.end)[0]
        cases = next((r for r in readings if r.start == start and r.kind == "count" and r.key in CASES), None)
        told = _CLAUSE.match(source.text, number.end, sentence.end) if cases else None
        if cases is None or told is None:
            continue
        said = source.vocabulary.concepts.said(told["said"])
        if not said or "ALL" not in said or not said & _PENDING or not said - _PENDING <= _MAY:
            continue
        place = told.start("said")
        if is_of_some_cases(source.text[sentence.start : place], source.text[told.end() : sentence.end]):
            continue
        ended = [source.vocabulary.role(key).alternatives(CASES[cases.key]) for key in _ENDED]
        ways = (tuple(cell for alternatives in ended for cell in alternatives[0]),)
        what = 0, "none", _KEY, _NAME, "N-06", ways, cases.scope
        span, quote = source.span(place, told.end()), source.quote(place, told.end())
        found.append(NumberReading(span[0], span[1], quote, *what))
    return sorted(found, key=lambda reading: reading.start)
