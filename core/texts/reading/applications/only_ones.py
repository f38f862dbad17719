"""Reads applications beside which there were no others: 除1件由快递寄来的申请外，我局没有再接到其他公开申请."""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.reading.applications.read_as import read_as
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_BUT = pattern(
    "(?:^|[，；。\\n])(?:[^，；。\\d]{0,8}，)?(?:今年|全年|年内|本年度?)?除(?:了|去|开)?(?:上述|这|仅有的)?$"
)
_OLD_OR_PART = "[上去]年|结转|往年|历年|遗留|转来|季度|半年|◆|企业|公司|个人|自然人|律|组织|类"
_NO_OTHERS = pattern(
    f"(?:(?!{_OLD_OR_PART})[^；。\\d]){{0,44}}?(?:外|之外|以外)，(?:(?!{_OLD_OR_PART})[^；。，\\d]){{0,18}}?"
    "(?:(?:没有?|未曾?|不曾|从未)(?P<again>再|另|另外|又)*(?:收到|接到|接收|受理|新收|登记)过?(?:任何)?|再?(?:没有|未有|无)(?:任何)?)"
    "(?P<other>(?:其[他它]|别的|另外的|新的)(?:任何)?(?:的)?)?(?:政府信息公开|信息公开|依申请公开|公开)?的?申请(?=[，；。]|$)"
)
"""(由快递寄来的申请外，我局没有再接到其他公开申请): there are no more."""


@count_pass(texts=REQUEST_TEXTS, words=["外，"])
def only_ones(source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]) -> list[NumberReading]:
    """Return the readings of a sentence, a number beside which there were no other applications read as all of them."""
    found = [*readings]
    for number in sentence.numbers:
        if number.unit not in ("件", "份", "宗") or not _BUT.search(source.text, sentence.start, number.start):
            continue
        told = _NO_OTHERS.match(source.text, number.end, sentence.end)
        if told is None or not (told["again"] or told["other"]):
            continue
        start = source.span(number.start, number.end)[0]
        found = [read_as(source, r, "received") if r.start == start and r.kind == "other" else r for r in found]
    return found
