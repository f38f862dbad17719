"""Reads those carried in or over by when they came and when they are answered, where no word says that they go on.

去年12月下旬收到、跨到今年的1件 was carried in; 尚有2件正在审查，将于2025年1月底前答复 goes on into that year.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.language.numbers import PrintedNumber
from core.texts.reading.applications.read_as import read_as
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_LAST = "(?:□□□上年|去年|上年|上一年)度?"
_THIS = "(?:□□□本年|今年|本年|当年)度?"
_NEXT = "(?:□□□下年|下一?年|明年|次年|来年|翌年)度?"
_DAY = "(?:[◆◇]|[上中下]旬|[年月]?[底末初]|年底|年末|岁末|收尾时)*"
_CAME = (
    f"{_LAST}{_DAY}(?:才|新|陆续)?(?:收到|受理|接收|接到|提出|登记|递交)的?[、，]?(?:因?[^，；。\\d]{{0,8}}[、，])?(?:并|且|而)?"
    f"(?:结转|跨年?|转|留|延|拖|带|顺延|移)[到至入进给]{_THIS}(?:再|才|继续)?(?:答复|办理|处理|办结|作答)?"
)
_AMONG_ALL = (
    "(?:(?:□□□本年度?|全年|年内|今年|当年|本年度?|我[局镇委]|街道)*(?:办理|处理|经办|经手|办结|答复)的?"
    "(?:政府信息|信息)?(?:公开)?申请(?:当?[中里])，)?"
)
_HAS = pattern(f"{_AMONG_ALL}(?:另|还)?有")
_CAME_BEFORE = pattern(f"{_AMONG_ALL}(?:有|另|对|将)*{_CAME}的?(?:申请|件)?(?:共|有|为|计)*")
"""(去年12月下旬收到、跨到今年的)1件"""
_CAME_BEHIND = pattern(f"(?:申请)?(?:是|系|为|属于?){_CAME}的?(?:申请)?(?=[，。；]|$)")
"""有1件(是2020年12月下旬收到、转到今年答复的)"""
_LEFT = pattern(
    "(?:(?:截至|截止|到|至)[^，；。\\d]{1,10}，?)?(?:目前)?(?:[尚仍还]有?|[尚仍还]剩|只有|仅有|只|剩下?|除了?|最后|有)?(?:的)?"
)
_DOING = (
    "(?:申请)?(?:的)?(?:因[^；。\\d]{1,26}，|(?:[尚仍还正都均]|目前)*"
    "(?:正?在|处[于在]|待|等|需要?|未)[^，；。、\\d]{2,18}[、，]|，)?"
)
_WILL = "(?:预计|计划|按规定|依法|已告知)?(?:将|要|需|须|拟|会|得|待|留待|只能|才能)+(?:于|在|到|至|等到?|待到?)?"
_ANSWER = (
    "(?:才|再|方|可|能|前|之前|以前|内|之内|后|之后|时|继续|依法|按期|书面)*(?:向申请人)?"
    "(?:作出|给出|出具|予以)?(?:书面)?(?:答复|办结|办理|办完|回复|回函|答)"
)
_UNTIL = pattern(f"{_DOING}{_WILL}{_NEXT}{_DAY}{_ANSWER}(?:完毕|申请人|完|他们)?(?=[，。；]|外|之外|以外|的|$)")
"""尚有2件(正在审查，将于2025年1月底前答复)"""
_MARKS = pattern("[；：。（）]|(?<![底末])，")
_ELSEWHERE = pattern("结转|跨年|(?:留|转|延|拖|推)(?:到|至|入|给)")
"""年末结转5件。尚有2件正在审查: of those told already."""
_OF_SOME = pattern("\\d+[件份宗][^，；。\\d]{0,8}[中里]，")
_DAYS, _LAST_DAY = pattern("[◆◇]"), pattern("12月(?:31日|底|末)")
"""(截至10月底)尚有2件"""
_NAMED_YEARS = (
    *("下年", "下一年", "明年", "次年", "来年", "翌年"),
    *(f"{to}{year}" for to in "到至入进给" for year in ("今年", "本年", "当年", "□□□本年")),
)
_OPEN = ("unknown", "carried_out", "handled_all")


@count_pass(texts=REQUEST_TEXTS, words=_NAMED_YEARS, keys=_OPEN)
def carried_by_dates(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, those told by such dates read as carried in or over."""
    keys = {source.span(n.start, n.end)[0]: _key(source, sentence, n) for n in sentence.numbers}
    is_one = sum(key == "carried_out" for key in keys.values()) == 1
    found = []
    for reading in readings:
        key = keys.get(reading.start, "") if reading.kind == "other" and reading.key in _OPEN else ""
        is_open = key == "carried_in" or (key == "carried_out" and is_one)
        found.append(read_as(source, reading, key) if is_open else reading)
    return found


def _key(source: SourceText, sentence: SentenceState, number: PrintedNumber) -> str:
    """Return which of the two rows a number is of; "" where nothing tells that."""
    text = source.text
    if number.unit not in ("件", "份", "宗") or source.topic_at(sentence, number.start) not in ("", "request"):
        return ""
    before = text[sentence.start : number.start]
    said = _CAME_BEFORE.fullmatch(before) or (_HAS.fullmatch(before) and _CAME_BEHIND.match(text, number.end))
    if said:
        return "carried_in"
    until = _UNTIL.match(text, number.end)
    if until is None or not _LEFT.fullmatch(_MARKS.split(before)[-1]) or _OF_SOME.search(before):
        return ""
    if _DAYS.search(before) and not _LAST_DAY.search(source.printed, 0, source.span(number.start, number.end)[0]):
        return ""
    return "" if _ELSEWHERE.search(f"{text[: number.start]}。{text[until.end() :]}") else "carried_out"
