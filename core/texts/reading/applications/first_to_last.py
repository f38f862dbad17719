"""Reads what was open at the begin of the year and at its end: 在办申请由年初3件变为年末10件 (N-03)."""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.reading.applications.read_as import read_as
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_OPEN = "(?:在办|待办理|未办结|未办完|未结|未了结|结转|待办|待处理|待答复|积压|跨年)"
_NOUN = "(?:的|办理|处理|下年度?|次年|继续|政府|信息|公开|依|申请|办件|件数|件|总数|数量|总量|存量|数|量|规模)*"
_TURNED = "(?:变化?|变动|调整|增加?|增长|上升|升|减少?|下降|降|回落|压减|压降|扩大|缩减)?(?:成|为|到|至)了?|变成了?"
_STOCK = pattern(
    f"(?:^|(?<=[，；：。、]))(?:其中|全年|□□□本年度?|[我本][局委厅办镇乡]|本机关)*(?:申请)?{_OPEN}{_NOUN}[，：]?"
    f"[由从]?(?:□□□本)?(?:年初|期初)时?的?(?P<first>\\d+)[件宗份]，?(?:{_TURNED})"
    "(?:□□□本)?(?:年末|年底|年终|期末)时?的?(?P<last>\\d+)[件宗份](?=[，；。、（]|$)",
    needs=["年初", "期初"],
)


@count_pass(texts=REQUEST_TEXTS, words=["年初", "期初"])
def first_to_last(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, what was open at the begin of the year and at its end read as such."""
    keys: dict[int, str] = {}
    for match in _STOCK.finditer(source.text, sentence.start, sentence.end):
        keys |= {match.end("first"): "carried_in", match.end("last"): "carried_out"}
    if not keys:
        return list(readings)
    units = {source.span(end - 1, end + 1)[1]: key for end, key in keys.items()}
    return [read_as(source, r, units[r.end]) if r.end in units and not r.scope else r for r in readings]
