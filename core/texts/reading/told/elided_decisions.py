"""Reads decisions listed by their sort alone, where no table is spoken of: 许可318件、处罚147件，两类执法决定均已公示.

Where the sentence says that they are decisions they are compared; else one of them must be the table's, which
``decisions_beside`` asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from core.base.patterns import pattern
from core.texts.language.phrase_said import Phrase
from core.texts.reading.sentence.due import sentence_reader
from core.texts.reading.sentence.sentences import CASE_TEXTS, REQUEST_TEXTS, NumberReading, SentenceState, SourceText

DECISIONS = pattern(
    "(?:许可|处罚|强制)(?:决定|措施)书?(?:的|发出|送达|下达|共计?|总计|累计|合计)*$"
    "|(?:办理|办结|查处|实施)了?(?:许可|处罚|强制)(?:案件?)?$"
)
"""强制决定18件: says what is counted, in a text on whatever."""
_POWER_NAMED = pattern("行政(?:许可|处罚|强制)")
WHY = "没有说是决定，不核对"
"""How the meaning of one ends that is compared only beside a number of the table."""
_SORT = "(?:行政)?(?:许可|处罚|强制)(?:决定)?"
_LEAD = (
    "(?:全年|年内|本年度?|□□□本年度?|今年|当年|其中|共|累计|依次|具体|分别|按类别分?"
    "|[我本全](?:[局委办厅院镇乡街区县市州]|街道|单位|机关))*"
)
_LIST = pattern(
    f"(?<![^，；：。、（\\n]){_LEAD}{_SORT}\\d+[件宗起份](?:(?:、|，|；|和|及|与|以及|并)+{_SORT}\\d+[件宗起份])+"
)
_ITEM = pattern("(?:行政)?(?P<sort>许可|处罚|强制)(?:决定)?(?P<number>\\d+)[件宗起份]")
_IN_ORDER = pattern(
    f"(?<![^，；：。（\\n]){_LEAD}(?P<names>{_SORT}(?:(?:、|和|及|与|以及){_SORT})+)）?(?:决定)?(?:[两二三](?:项|类|者|种))?(?:(?:执法|处理)?决定)?(?:件数|数量|数)?"
    "(?:分别|依次|各自)(?:为|是|有|达到?|作出|办理|实施)?了?(?P<numbers>\\d+[件宗起份]?(?:(?:、|，|和|及|与|以及)\\d+[件宗起份]?)+)(?<=[件宗起份])"
)
"""(许可、处罚、强制分别是318件、174件、26件)"""
_DECIDED = pattern("(?:执法|处理|[两二三]类|[两二三]项|许可|处罚|强制)决定书?")
_NAMES, _NUMBERS = pattern("许可|处罚|强制"), pattern("(?P<number>\\d+)[件宗起份]?")
_OF_SOME = pattern(
    "抽查|抽取|检查出|评查|案卷|卷宗|审核|核查|复核|听证|复议|诉讼|备案|移送|受理|申请|清单|目录|事项|典型|案例|领域|系统|培训|更正|撤销|信用|信息|网站|专栏|平台|涉|针对|重大|部分|一批|简易|当场|免|入选"
    "|较|比(?!例)|增|减|上年|去年|同期|季度|半年|月|每|平均|计划|累计#年|以来"
)
_KEYS = {"许可": "licensing", "处罚": "penalty", "强制": "coercion"}
_FEWEST = 2
_OF_TABLE = ("s2", "note.t2")
_ABOUT_DECISIONS = (*_OF_TABLE, "s6")


def names_decisions(phrase: Phrase) -> bool:
    """Whether decisions are counted, in a text on whatever: 动用行政强制手段，作出决定18件."""
    return bool(DECISIONS.search(phrase.own) or (phrase.own.endswith("决定") and _POWER_NAMED.search(phrase.before)))


@sentence_reader(None, ("许可", "处罚", "强制"))
def elided_decisions(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield the numbers of such lists that nothing else was found of."""
    text = sentence.text
    if source.code in (*REQUEST_TEXTS, *CASE_TEXTS) or sum(sort in text for sort in _KEYS) < _FEWEST:
        return
    listed = () if source.code in _ABOUT_DECISIONS else _listed(source, sentence)  # read there by themselves
    for told in (*listed, *_in_order(source, sentence)):
        yield from (one for item in told if (one := _reading(source, item, sentence.readings)))


class _Item(NamedTuple):
    """A number with the sort it counts: its place, the begin of its words, whether it is said to be of decisions."""

    start: int
    end: int
    value: int
    sort: str
    words: int
    is_decided: bool


def _is_of_all(source: SourceText, sentence: SentenceState, place: int) -> bool:
    """Whether what stands before a list lets it be that of all decisions of the year."""
    before = source.text[sentence.start : place]
    is_some = _OF_SOME.search(before) or source.words["public"].search(before)
    return not is_some and source.is_this_year(sentence, place)


def _listed(source: SourceText, sentence: SentenceState) -> Iterator[list[_Item]]:
    for told in _LIST.finditer(source.text, sentence.start, sentence.end):
        if _is_of_all(source, sentence, told.start()):
            items = [*_ITEM.finditer(source.text, told.start(), told.end())]
            is_decided = len(items) == len(_KEYS) and bool(_DECIDED.search(sentence.text))
            yield [_Item(i.start("number"), i.end(), int(i["number"]), i["sort"], i.start(), is_decided) for i in items]


def _in_order(source: SourceText, sentence: SentenceState) -> Iterator[list[_Item]]:
    for told in _IN_ORDER.finditer(source.text, sentence.start, sentence.end):
        sorts = _NAMES.findall(told["names"])
        numbers = [*_NUMBERS.finditer(source.text, *told.span("numbers"))]
        if len(sorts) == len(numbers) and _is_of_all(source, sentence, told.start()):
            is_said = source.code in _OF_TABLE or bool(_DECIDED.search(sentence.text))
            is_all = (len(sorts) == len(_KEYS) and is_said) or "决定" in told[0]
            yield [
                _Item(*n.span(), int(n["number"]), sort, told.start(), is_all)
                for sort, n in zip(sorts, numbers, strict=True)
            ]


def _reading(source: SourceText, item: _Item, found: Sequence[NumberReading]) -> NumberReading | None:
    start, end = source.span(item.start, item.end)
    if any(known.start < end and start < known.end for known in found if known.key != "unknown"):
        return None
    role = source.vocabulary.role(_KEYS[item.sort])
    quote, scope, ways = source.quote(item.words, item.end), source.scope(item.start), role.alternatives("")
    name, kind = (role.name, "count") if item.is_decided else (f"{role.name}（{WHY}）", "other")
    rule_id = role.rule_id if item.is_decided else ""
    return NumberReading(start, end, quote, item.value, kind, role.key, name, rule_id, ways, scope)
