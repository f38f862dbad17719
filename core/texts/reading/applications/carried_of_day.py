"""Reads how many at least were carried over, told of those of one day: 12月29日收到的1件结转下年继续办理 (N-03)."""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.reading.applications.read_as import read_as
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_RECEIVED = ("received", "received_new", "mentioned")
_OF_A_TIME = ("某一天的", "一段时间")
_CAME_THEN = pattern("\\d月(?:\\d+日|[上中下]旬|[底末初])?(?:新)?(?:收到|受理|接收)的\\d+[件宗份]$")
"""其中(12月下旬收到的2件)"""
_LIMIT = "(?:法定|规定)?(?:的)?(?:办理|答复)?(?:期限|时限)"
_GOES_ON = pattern(
    "(?:的)?(?:政府信息公开|信息公开|公开)?(?:申请)?，?"
    f"(?:(?:截至|到|至|在)?(?:年底|年末|期末)(?:前|时|，)?)?(?:[尚仍还正均都]|目前|因)*(?:在{_LIMIT}[以之]?内|未(?:到|满|届){_LIMIT}|正?在(?:办理|处理|审查)[之当]?中?)?"
    "[，、]?(?:按规定|依法|已|将|需|须|拟|均|都|一并|，)*(?:结转|转入|转结|顺延|延续|跨|转)(?:至|到|入)?(?:□□□下年|下一年|下年|次年|明年)度?(?![^，；。]*(?:其中|之外))",
    needs=["转", "延", "跨"],
)
"""12月29日收到的1件(尚在办理期限内，结转2026年)继续办理"""


@count_pass(texts=REQUEST_TEXTS, words=["结转", "转入", "顺延", "延续", "跨"], keys=_RECEIVED)
def carried_of_day(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, those received on one day and carried over as some of all that were."""
    ends = {source.span(n.start, n.end)[1]: n.end for n in sentence.numbers}
    return [_at_least(source, r) if _goes_on(source, r, ends.get(r.end)) else r for r in readings]


def _goes_on(source: SourceText, reading: NumberReading, end: int | None) -> bool:
    """Whether those received on a day are carried over, by the words behind their number."""
    is_of_time = any(why in reading.meaning for why in _OF_A_TIME) or _CAME_THEN.search(reading.quote)
    return bool(
        reading.kind == "other" and is_of_time and reading.key in _RECEIVED and end and _GOES_ON.match(source.text, end)
    )


def _at_least(source: SourceText, reading: NumberReading) -> NumberReading:
    role = source.vocabulary.role("carried_out")
    return read_as(source, reading, role.key)._replace(kind="some", meaning=f"至少有的{role.name}")
