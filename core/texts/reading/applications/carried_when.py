"""Tells by the words around it whether 结转 came from last year or goes on into the next: 年初结转8件, 年末结转11件.

A bare 结转 may be either. At the begin of the year it was carried in, at its end carried over; so was what is added to
the new ones before anything is dealt with (新收36件，连同结转的3件), or makes up all that had to be done with them
(需办理的152件申请（新收145件、结转7件）).
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.language.role_keys import NEW
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText

_IN = pattern("(?:年初|期初)(?:的|有|共)?结转(?:的|申请)*\\d+[件宗份]$")
_OUT = pattern(
    "(?:^|本年|全年)(?:故|因此|因而|所以|于是|最终|到|至|截至)*(?:年末|年底|年终|期末)"
    "(?:(?:的|有|共|尚)?结转(?:的|申请)*\\d+[件宗份]|(?:尚|仍|共|还)*有\\d+[件宗份](?:申请)?结转)$"
)
_ON = pattern("(?:申请)?，?(?:在|于|至|到|由|需)?(?:下一?年|次年|明年)")
"""结转11件(下年)继续办理"""
_ADDED = pattern("(?:连同|加上|加之)结转的?(?:申请)?\\d+[件宗份]$")
_ADDED_TO = pattern("[^，；。：（\\d]{0,6}，?(?:连同|加上|加之)结转的?(?:申请)?")
_HELD = ("due", "received", "mentioned", "processed")
_HELD_IN = pattern(
    "(?:政府)?(?:信息)?(?:公开)?(?:申请)?(?:（(?:其中)?(?:含|包括|包含)?有?|，(?:其中)?(?:含|包括|包含))结转的?(?:申请)?\\d+[件宗份][）)]?"
)
"""应办28件(（含结转2件)）: of last year."""
_LAST_YEAR = pattern("□□□[上他]年|上年|去年|上一年")
_AND = pattern(
    "(?:申请)?[、，,]?(?:和|及|与|以及|加上?|连同)?(?:本年|当年|今年)?度?(?:新收|新增|收到|结转)的?(?:申请)?"
)
"""新收145件(、结转)7件; not 新收的99件按期办结，7件结转."""
_SUMS = ("due", "received", "mentioned", "handled", "handled_all", "processed", "unknown")
"""What new ones and those carried in are together, however it is called."""


@count_pass(keys=["carried"])
def carried_when(source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]) -> list[NumberReading]:
    """Return the readings of a sentence, those of a bare 结转 with the year that the words around them tell."""
    has_last_year = bool(_LAST_YEAR.search(source.text, sentence.start, sentence.end))
    return [
        _with_year(source, readings, i, has_last_year=has_last_year) if r.key == "carried" else r
        for i, r in enumerate(readings)
    ]


def _is_summed(source: SourceText, readings: Sequence[NumberReading], i: int) -> bool:
    """Whether new ones stand right beside a number, and what they are together right before or behind both."""
    for first in (i - 1, i):
        pair = readings[max(first, 0) : first + 2]
        if first < 0 or len(pair) < 2 or {r.kind for r in pair} != {"count"}:
            continue
        beside = [r for r in (*readings[max(first - 1, 0) : first], *readings[first + 2 : first + 3]) if r.key in _SUMS]
        is_new = any(r.key in NEW for r in pair) and _AND.fullmatch(source.printed, pair[0].end, pair[1].start)
        if is_new and any(r.value == pair[0].value + pair[1].value for r in beside):
            return True
    return False


def _with_year(source: SourceText, readings: Sequence[NumberReading], i: int, *, has_last_year: bool) -> NumberReading:
    reading, before = readings[i], readings[i - 1] if i else None
    if _is_summed(source, readings, i):
        return _as(source, reading, "carried_in")
    if before is not None and before.key in _HELD and _HELD_IN.fullmatch(source.printed, before.end, reading.end):
        return _as(source, reading, "carried_in")
    if _ON.match(source.printed, reading.end):
        return _as(source, reading, "carried_out")
    quote = reading.quote
    if reading.kind == "count" and not has_last_year and (_IN.search(quote) or _OUT.search(quote)):
        return _as(source, reading, "carried_in" if _IN.search(quote) else "carried_out")
    is_added = _ADDED.search(quote) and before is not None and before.key in NEW and before.kind == "count"
    if is_added and before and _ADDED_TO.fullmatch(source.printed, before.end, reading.start):
        return _as(source, reading, "carried_in")
    return reading


def _as(source: SourceText, reading: NumberReading, key: str) -> NumberReading:
    role = source.vocabulary.role(key)
    ways = role.alternatives("request")
    return reading._replace(kind="count", key=role.key, meaning=role.name, rule_id=role.rule_id, ways=ways, phrase=None)
