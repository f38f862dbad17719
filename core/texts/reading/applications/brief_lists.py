"""Reads lists in the style of telegrams, names and numbers alone: 新收106：人86、企14、律4、其他2; 许可34，处罚2.

A name so short is understood only beside others of its kind, in a list with nothing else in it: 人86 behind 新收106 are
natural persons. What stands before the list is known, or the list is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from core.base.patterns import pattern
from core.texts.language.meanings import Role
from core.texts.reading.sentence.due import sentence_reader
from core.texts.reading.sentence.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_KINDS = {
    "自然人": "(?:自然)?人|个人|公民|群众",
    "商业企业": "企业?|公司|商业?企业?",
    "科研机构": "科?研|科研机构|院所",
    "社会公益组织": "(?:社会)?公益(?:组织)?|社会?组织",
    "法律服务机构": "律|律所|律师|法律服务(?:机构)?",
    "其他组织": "其[他它](?:组织)?",
}
_DENIED = {
    "国家秘密": "国密|国家秘密|涉密|秘密",
    "法律行政法规禁止公开": "法禁|法律?(?:法规)?禁止(?:公开)?",
    "三安全一稳定": "三安全(?:一稳定)?",
    "第三方权益": "(?:涉及?)?(?:第)?三方(?:权益)?",
    "内部事务信息": "内部(?:事务)?(?:信息)?|内务",
    "过程性信息": "过程(?:性)?(?:信息|文件)?",
    "行政执法案卷": "(?:执法)?案卷",
    "行政查询事项": "(?:行政)?查询(?:事项)?",
}
_UNAVAILABLE = {
    "不掌握": "(?:本机关|本单位|我局)?(?:不掌握|没掌握|不存在)(?:信息)?",
    "没有现成信息": "(?:无|没有?)现成(?:信息)?|(?:需?另行?|重新)(?:制作|加工)",
    "补正后申请内容仍不明确": "补正(?:后)?(?:仍)?(?:不清|不明|不明确)|内容不明确|(?:仍)?不明确",
}
_NOT_PROCESSED = {
    "信访举报投诉": "信访(?:举报)?(?:投诉)?类?|投诉(?:举报)?",
    "重复申请": "重复(?:申请)?",
    "公开出版物": "(?:公开)?出版物",
    "大量反复申请": "(?:无正当理由)?(?:大量)?反复(?:申请)?",
}
_PARTS = {
    "received": _KINDS,
    "denied": _DENIED,
    "unavailable": _UNAVAILABLE,
    "not_processed": _NOT_PROCESSED,
}
"""What a number may be split into, each by the name of its row."""
_RECEIVED = "(?:新收|共?收到?|受理)(?:新?申请|新?件)?|新?收件|来件|新增?(?:申请|件)|申请"
_RESULTS = {
    "granted": "(?:予以|全部)?公开|给",
    "partial": "部分(?:公开)?",
    "denied": "不(?:予)?公开|不给",
    "unavailable": "无法提供|提供不了",
    "not_processed": "不(?:予)?处理",
    "other_result": "其[他它](?:处理)?",
}
_FLOW = {
    "due": "应办(?:理)?(?:申请|件)?",
    "received": _RECEIVED,
    "carried_in": "(?:上年|去年|年初)(?:结?转来?|结?转入|结转|余|存)|旧件|结转入",
    "handled": "(?:已|年内)?(?:[办答](?:结|复|毕|理)?|办理完毕)",
    "carried_out": "(?:结?转|留)(?:到|至|入)?(?:下年度?|明年|次年|来年)|[余剩]|未结",
}
_DECISIONS = {
    "licensing": "[办作]?(?:行政)?许可",
    "penalty": "[办作]?(?:行政)?(?:处罚|罚案)",
    "coercion": "(?:行政)?强制(?:措施)?",
}
_HEADS = {
    "received": _RECEIVED,
    "denied": _RESULTS["denied"],
    "unavailable": _RESULTS["unavailable"],
    "not_processed": _RESULTS["not_processed"],
}
_ALL = "all"
_TOLD_FOR_SURE = {"due", "received"}
_ONE = r"[^，；。：、（）\d|｜／/]{1,14}"
_UNIT = "(?:件(?![\u4e00-\u9fff])|（件）)?"
_ITEM = rf"(?P<name>{_ONE})：?(?P<number>\d{{1,6}}){_UNIT}"
_END = r"(?=[，；。、：）｜|／/]|$)"
_NEXT = pattern(rf"[，；、／/｜|]?{_ITEM}")
_PART = rf"{_ONE}：?\d{{1,6}}{_UNIT}"
_RUN = pattern(rf"(?:^|(?<=[，；：。、\n])){_PART}(?:[，；、／/|｜]?{_PART}){{1,20}}{_END}")
_WITH_PARTS = pattern(
    rf"(?:^|(?<=[，；：。、\n]))(?P<name>{_ONE}?)(?:：?(?P<number>\d{{1,6}}){_UNIT}(?:：|，(?:其中|即|含)?：?|（|（其中：?)|（件）：)"
    rf"(?P<list>{_PART}(?:(?:[、，]{_PART}){{1,9}}(?=[。；）]|$)|(?:[｜|]{_PART}){{1,9}}(?=[。；）]|$)|(?:；{_PART}){{1,9}}(?=[。）]|$)))"
)
_LEAD = pattern(
    "(?:本局|我局|全局|本年度?|本年|全年度?|年内|今年|□□□本年度?|依申请(?:公开)?|(?:本年度?)?(?:申请)?(?:办理)?结果|申请(?:情况|办理)?|办理(?:情况)?"
    "|行政执法|执法|双公示|行政执法决定|数据|共|，|：|；)*"
)
"""What may stand before a list without narrowing it."""
_ALL_YEAR = pattern("^(?:本局|我局|全局|全年|年内|今年|当年|本年度?|□□□本年度?|共|合计)+")
_WORDS = ("收", "来件", "申请", "公开", "提供", "处理", "应办", "许可", "处罚")
_FEWEST_RESULTS = 3


class _Item(NamedTuple):
    """A number of a list: what it was called, where its name begins, and its digits."""

    key: str
    name: int
    start: int
    end: int


@sentence_reader(None, _WORDS)
def brief_lists(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield what the numbers of a list without verbs count, but for those that are known already."""
    if sum(not number.unit for number in sentence.numbers) < 2:
        return
    known = {reading.start for reading in sentence.readings if reading.key != "unknown"}
    for reading in (*_with_parts(source, sentence), *_runs(source, sentence)):
        if reading.start not in known:
            known.add(reading.start)
            yield reading


def _with_parts(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """新收106：人86、企14、律4、其他2; 不公开33：国密3、法禁3、三方27."""
    for match in _WITH_PARTS.finditer(source.text, sentence.start, sentence.end):
        head = _named({**_RESULTS, **_HEADS}, match["name"])
        if head is None or not _is_plain(source, sentence, match.start(), head):
            continue
        if head in _RESULTS and match["number"] and None not in _items(match["list"], 0, _KINDS):
            yield _of_role(source, _Item(head, match.start(), *match.span("number")))  # 公开45：自然人38、企业7
        if head not in _PARTS:
            continue
        items = [*_items(match["list"], match.start("list"), {**_PARTS[head], _ALL: "[总合小共]计"})]
        if None in items or len({item.key for item in items if item}) < len(items):
            continue
        if match["number"]:
            yield _of_role(source, _Item(head, match.start(), *match.span("number")))
        for item in items:
            if item and item.key == _ALL:
                yield _of_role(source, item._replace(key=head))
                continue
            role = source.vocabulary.concepts.shared(item.key, "request") if item else None
            if item and role:
                yield _reading(source, item, role)


def _runs(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """公开48，部分14，不公开15，无法提供22; 应办50，已办50; 许可34，处罚2，强制0."""
    for match in _RUN.finditer(source.text, sentence.start, sentence.end):
        for names in (_RESULTS, _FLOW, _DECISIONS):
            found = [*_first_ones(_items(match[0], match.start(), names))]
            keys = [item.key for item in found]
            if not _is_telling(names, keys) or not _is_plain(source, sentence, match.start(), keys[0]):
                continue
            yield from (_of_role(source, item) for item in found)


def _items(listed: str, start: int, names: Mapping[str, str]) -> Iterator[_Item | None]:
    for one in _NEXT.finditer(listed):
        key = _named(names, one["name"])
        places = (start + one.start("name"), start + one.start("number"), start + one.end("number"))
        yield _Item(key, *places) if key else None


def _first_ones(items: Iterator[_Item | None]) -> Iterator[_Item]:
    """Yield the first items that are known: 咨询30，办28 tells of something else."""
    for item in items:
        if item is None:
            return
        yield item


def _named(names: Mapping[str, str], name: str) -> str | None:
    name = _ALL_YEAR.sub("", name)
    return next((key for key, words in names.items() if re.fullmatch(words, name)), None)


def _is_telling(names: Mapping[str, str], keys: list[str]) -> bool:
    """Whether the names of a list are of one kind beyond doubt, each once."""
    if len({*keys}) < len(keys):
        return False
    if names is _RESULTS:
        return len(keys) >= _FEWEST_RESULTS and {"granted", "partial"} < {*keys}
    return len(keys) > 1 and (names is not _FLOW or not _TOLD_FOR_SURE.isdisjoint(keys))


def _is_plain(source: SourceText, sentence: SentenceState, place: int, key: str) -> bool:
    """Whether nothing before a list narrows it, in a text on such things."""
    is_of_text = key in _DECISIONS
    is_of_text = is_of_text or (source.code in REQUEST_TEXTS and not _is_of_other(source, sentence, place))
    is_alone = _LEAD.fullmatch(source.text, sentence.start, place)
    return is_of_text and bool(is_alone) and source.is_this_year(sentence, place)


def _is_of_other(source: SourceText, sentence: SentenceState, place: int) -> bool:
    """Whether this sentence, or the one before, speaks of another matter: 热线工单较多。收120，办118."""
    before = source.text.rfind("。", 0, max(sentence.start - 1, 0)) + 1
    told = [key for _, _, key in source.topics(before, sentence.start)]
    return "other" in told or source.topic_at(sentence, place) != "request"


def _of_role(source: SourceText, item: _Item) -> NumberReading:
    return _reading(source, item, source.vocabulary.role(item.key))


def _reading(source: SourceText, item: _Item, role: Role) -> NumberReading:
    value, ways = int(source.text[item.start : item.end]), role.alternatives("request")
    span, quote = source.span(item.start, item.end), source.quote(item.name, item.end)
    scope = source.scope(item.start)
    return NumberReading(*span, quote, value, "count", role.key, role.name, role.rule_id, ways, scope)
