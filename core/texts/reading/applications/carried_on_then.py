"""Reads what last year carried into the next one, which is this year: 2024年结转下年6件 in a report on 2025.

So it is where last year is told with all of its numbers, and this year only behind it: 2024年新收78件、办结72件、
结转下年6件；2025年新收90件.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.reading.applications.read_as import read_as
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_NEXT = "(?:结转|转入|转|顺延|延续|跨)(?:至|到|入)?(?:□□□)?(?:下一?年|次年)度?(?:继续)?(?:办理|处理|答复)?"
_CARRIED_THEN = pattern(
    f"(?<![较比与同和由从至])(?:□□□上年|上年|去年|上一年)度?(?:年?[末底]|，)?(?:时|尚|仍|共|有)*{_NEXT}的?(?:政府|信息公开|信息|依申请公开|申请|办件|件)*"
    "(?:的|共|有|为)*(?=\\d+[件宗份])"
)
"""(2024年末结转下年度继续办理的)6件"""
_LISTED = pattern(f"[，、](?:年末|年底|期末)?(?:尚|仍|共|有)*{_NEXT}(?:的|申请|办件)*(?:共|有|为)*")
_THIS_YEAR = pattern("□□□本年|今年|本年")
_OTHER_YEAR = "（其他年度，"


@count_pass(texts=("s1", *REQUEST_TEXTS), words=["转", "延", "跨"], keys=["carried_out"])
def carried_on_then(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, what was carried over by last year read as carried in."""
    ends = [told.end() for told in _CARRIED_THEN.finditer(source.text, sentence.start, sentence.end)]
    places = {source.span(end, end + 1)[0] for end in ends}
    found: list[NumberReading] = []
    for i, reading in enumerate(readings):
        is_open = reading.key == "carried_out" and (reading.kind == "count" or _OTHER_YEAR in reading.meaning)
        is_told = is_open and (reading.start in places or _is_listed(source, sentence, readings[: i + 1]))
        found.append(read_as(source, reading, "carried_in") if is_told else reading)
    return found


def _is_listed(source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]) -> bool:
    """Whether the last of some readings goes on a list of last year's numbers, and this year is told only behind it."""
    *before, reading = readings
    if not before or not all(one.kind == "other" and _OTHER_YEAR in one.meaning for one in before):
        return False
    if not _LISTED.fullmatch(source.printed, before[-1].end, reading.start):
        return False
    place = next((n.start for n in sentence.numbers if source.span(n.start, n.end)[0] == reading.start), sentence.start)
    return bool(_THIS_YEAR.search(source.text, place)) and not _THIS_YEAR.search(source.text, sentence.start, place)
