"""Reads that all cases of a kind are still pending, or were put right: 复议后起诉2件，法院目前都没有下判."""

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
_MAY = frozenset(["ALL", "COURT", "RORG", "SUIT", "REVIEW", "DIRECT", "AFTER", "THING", "END"])
_OUTCOMES = (
    ("all_pending", "均未审结", frozenset(["PENDING", "UNDONE"]), ("upheld", "corrected", "other_outcome")),
    ("all_corrected", "均被纠正", frozenset(["CORRECTED", "LOST"]), ("upheld", "other_outcome", "pending")),
)
"""What is said of all, by which concepts, and the outcomes that none of them then had."""
_OUR_WORK = pattern("(?:已|已经|按[期时]|依法|另行)+(?:重新|再次)|整改")
"""均已重新答复: what we did since tells of those that had to be answered anew."""


@count_pass(texts=CASE_TEXTS, words=_ALL, keys=CASES)
def all_pending(source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]) -> list[NumberReading]:
    """Return the readings of a sentence, and for cases that are all pending or put right that none ended otherwise."""
    found = [*readings]
    for number in sentence.numbers:
        start = source.span(number.start, number.end)[0]
        cases = next((r for r in readings if r.start == start and r.kind == "count" and r.key in CASES), None)
        told = _CLAUSE.match(source.text, number.end, sentence.end) if cases else None
        if cases is None or told is None:
            continue
        outcome = _outcome(source.vocabulary.concepts.said(told["said"]) or frozenset())
        if outcome is None or (outcome[0] != _OUTCOMES[0][0] and _OUR_WORK.search(told["said"])):
            continue
        key, name, _, others = outcome
        place = told.start("said")
        if is_of_some_cases(source.text[sentence.start : place], source.text[told.end() : sentence.end]):
            continue
        kinds = [source.vocabulary.role(other).alternatives(CASES[cases.key]) for other in others]
        ways = (tuple(cell for alternatives in kinds for cell in alternatives[0]),)
        what = 0, "none", key, name, "N-06", ways, cases.scope
        span, quote = source.span(place, told.end()), source.quote(place, told.end())
        found.append(NumberReading(span[0], span[1], quote, *what))
    return sorted(found, key=lambda reading: reading.start)


def _outcome(said: frozenset[str]) -> tuple[str, str, frozenset[str], tuple[str, ...]] | None:
    """Return what the concepts of a clause say of all cases, if that and nothing else."""
    if "ALL" not in said:
        return None
    return next((one for one in _OUTCOMES if said & one[2] and said - one[2] <= _MAY), None)
