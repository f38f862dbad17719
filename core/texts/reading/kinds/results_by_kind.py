"""Reads results shared out among kinds: 自然人得到公开答复28件，企业6件; 不予公开全部发生在自然人申请中."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.base.patterns import holds_one, pattern
from core.form.known_cells import KINDS
from core.texts.language.left_alone import OF_SOME
from core.texts.language.meanings import Alternatives
from core.texts.reading.kinds.results_of_kinds import KIND_NAMES, cells_of_kind
from core.texts.reading.sentence.due import count_pass, sentence_reader
from core.texts.reading.sentence.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_KIND = "(?:自然人|公民|个人|商业企业|企业|科研机构|社会公益组织|公益组织|法律服务机构|律师事务所|律所)"
_GAVE = "(?:(?:发|作|答复|提供|公开|作出)*给了?|答复了?)"
_RESULT = "(?:予以公开|同意公开|公开|部分公开|不予公开|无法提供|不予处理)"
_ONES = "(?:提出|提交)?的?(?:政府信息公开|信息公开)?(?:申请)?"
_BEGIN = "(?:^|(?<=[，；。：\\n]))(?:其中，?)?"
_LIST = pattern(
    f"{_BEGIN}(?P<kind>{_KIND}){_ONES}(?:(?:得到|获得|拿到|收到)(?P<a>{_RESULT})(?:的?(?:答复|决定|处理|告知))?|(?P<b>{_RESULT})的?(?:答复|决定|告知))"
    f"(?:的|有|共|为)*(?P<number>\\d+)[件宗份](?P<list>(?:[，、]{_KIND}{_ONES}(?:的|有|共|为)*\\d+[件宗份])+)(?=[，；。]|$)",
    needs=["得到", "获得", "拿到", "收到", "答复", "决定", "告知"],
)
_FRAMED = pattern(
    f"{_BEGIN}在?(?P<result>{_RESULT})的?(?:答复|决定|申请|告知)*(?:(?:当中|之中|中|里)，|(?:给了|作给了?|发给了?|分给了?))"
    f"(?P<list>{_KIND}{_ONES}(?:的|有|共|为)*\\d+[件宗份](?:[，、和及]{_KIND}{_ONES}(?:的|有|共|为)*\\d+[件宗份])*)(?=[，；。]|$)",
    needs=["中，", "里，", "给"],
)
"""部分公开的答复中，(自然人8件，企业2件)"""
_GIVEN = pattern(
    f"{_BEGIN}(?P<result>全部公开|{_RESULT})的?(?:申请|答复|决定)?(?:有|共|为)*\\d+[件宗份][，：](?:其中)?"
    f"(?P<list>{_GAVE}{_KIND}{_ONES}(?:的|有|共|为)*\\d+[件宗份](?:[，、和及]{_GAVE}{_KIND}{_ONES}(?:的|有|共|为)*\\d+[件宗份])*)(?=[，；。]|$)",
    needs=["给", "答复"],
)
"""全部公开的47件，(给社会公益组织的2件，给法律服务机构的2件)"""
_ITEM = pattern(f"(?P<kind>{_KIND}){_ONES}(?:的|有|共|为)*(?P<number>\\d+)[件宗份]")
_ALL_SO_MANY = pattern(
    f"{_BEGIN}(?P<kind>{_KIND}){_ONES}(?:均|都|全部)(?:已|依法|获|得到|作出|作|为|被)*(?P<result>{_RESULT})(?:的?(?:答复|决定|处理))?"
    "，(?:共|一共|合计|共计|总计)(?:有|为)?(?P<number>\\d+)[件宗份](?=[，；。]|$)",
    needs=["均", "都", "全部"],
)
"""科研机构申请全部予以公开，(共2件)"""
_IN_ORDER = pattern(
    f"{_BEGIN}(?P<names>{_KIND}(?:(?:、|和|与|及|以及){_KIND})+){_ONES}(?:的|已|被)*(?:分别|依次)(?:已|被|得到|获得|获)*(?P<result>办结|答复|{_RESULT})"
    "(?:答复|决定)?(?:的|了|有|为)*(?P<numbers>\\d+[件宗份](?:(?:、|，|和|及|与)\\d+[件宗份])+)(?=[，；。]|$)",
    needs=["分别", "依次"],
)
"""自然人与企业(分别办结57件、12件)"""
_TOGETHER = pattern(
    f"{_BEGIN}(?P<names>{_RESULT}(?:(?:、|和|与|及|以及){_RESULT})+)(?:等|这)?(?P<many>[两二三四五])[类种项者](?:答复|结果|情形|申请|决定)?"
    "(?:合计|共计|共|总计|一共|相加|加起来)(?:有|为|是)?(?P<number>\\d+)[件宗份](?=[，；。]|$)",
    needs=["两", "二", "三", "四", "五"],
)
"""不予公开、无法提供、不予处理三类合计(26件)"""
_TO_KIND = pattern(
    f"{_BEGIN}(?:针?对于?|面?向|给予?)(?P<kind>{_KIND}){_ONES}的?(?:分别|依法|已|共|均|作出)*"
    f"(?P<list>{_RESULT}(?:的|了|有|共|为)*\\d+[件宗份](?:[，、]{_RESULT}(?:的|了|有|共|为)*\\d+[件宗份])*)(?=[，；。]|$)",
    needs=["对", "向", "给"],
)
"""(对商业企业的申请予以公开7件、部分公开1件)"""
_RESULT_AND_NUMBER = pattern(f"(?P<result>{_RESULT})(?:的|了|有|共|为)*(?P<number>\\d+)[件宗份]")
_NUMERALS = "零一二三四五"
_RESULT_NAME, _NAME, _NUMBER = pattern(_RESULT), pattern(_KIND), pattern("(?P<number>\\d+)[件宗份]")
_NONE_OF_KIND = pattern(
    f"{_BEGIN}(?P<kind>{_KIND}){_ONES}(?:没有|无|未有)(?:任何)?一[件宗份](?:申请)?(?:是|得到|获得|获|被|予以|因)*(?P<result>{_RESULT})"
    "(?:的?(?:答复|决定|处理|情形))?(?=[，；。]|$)",
    needs=["一件", "一宗", "一份"],
)
"""法律服务机构没有一件申请得到公开"""
_ONE_KIND_ONLY = pattern(
    f"{_BEGIN}(?P<result>部分公开|不予公开|无法提供|不予处理|重复申请|信访举报投诉类申请|行政查询事项|执法案卷|过程性信息|内部事务信息)的?(?:答复|决定|申请|情形|告知|处理)*(?:全部|全都|均|都|只|仅)(?:是|为|发生在|出现在|集中在|来自|涉及|针对|给过|给了|作给|由)+"
    f"(?P<kind>{_KIND})(?:提出|提交)?的?(?:申请)?(?:者|人)?(?:中|里|当中)?的?(?=[，；。]|$)",
    needs=["全部", "全都", "均", "都", "只", "仅"],
)
"""无法提供的答复(只给过自然人)"""


@count_pass(texts=REQUEST_TEXTS)
def results_by_kind(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, results that a list shares out among kinds as the cells of their columns."""
    found = list(readings)
    if not holds_one(sentence.text, KIND_NAMES):
        return _with_sums(source, sentence, found)
    for match in _LIST.finditer(source.text, sentence.start, sentence.end):
        result = match["a"] or match["b"]
        _enter(source, found, match, match["kind"], result)
        for item in _ITEM.finditer(source.text, *match.span("list")):
            _enter(source, found, item, item["kind"], result)
    framed = (told.finditer(source.text, sentence.start, sentence.end) for told in (_FRAMED, _GIVEN))
    for match in (match for matches in framed for match in matches):
        for item in _ITEM.finditer(source.text, *match.span("list")):
            _enter(source, found, item, item["kind"], match["result"])
    for match in _TO_KIND.finditer(source.text, sentence.start, sentence.end):
        for item in _RESULT_AND_NUMBER.finditer(source.text, *match.span("list")):
            _enter(source, found, item, match["kind"], item["result"])
    for match in _IN_ORDER.finditer(source.text, sentence.start, sentence.end):
        numbers = [*_NUMBER.finditer(source.text, *match.span("numbers"))]
        names = _NAME.findall(match["names"])
        for name, number in zip(names, numbers, strict=True) if len(names) == len(numbers) else ():
            _enter(source, found, number, name, match["result"])
    found = _with_sums(source, sentence, found)
    for match in _ALL_SO_MANY.finditer(source.text, sentence.start, sentence.end):
        _enter(source, found, match, match["kind"], match["result"])
    return found


def _with_sums(source: SourceText, sentence: SentenceState, found: list[NumberReading]) -> list[NumberReading]:
    """Return readings, totals of results that a list names as the cells of all of them."""
    for match in _TOGETHER.finditer(source.text, sentence.start, sentence.end):
        start = source.span(*match.span("number"))[0]
        ways = _together(source, match)
        found = [_sum(r, ways) if ways and r.start == start and r.key == "unknown" else r for r in found]
    return found


def _together(source: SourceText, match: re.Match[str]) -> Alternatives:
    """Return the cells of the results that a list names together; none where they are not as many as it says."""
    names = _RESULT_NAME.findall(match["names"])
    roles = [source.vocabulary.concepts.shared(name, "request") for name in names]
    cells = [cell for role in roles if role for cell in role.alternatives("request")[0]]
    is_said = len(names) == _NUMERALS.index(match["many"].replace("两", "二")) and None not in roles
    return (tuple(cells),) if is_said and len({*cells}) == len(cells) else ()


def _sum(reading: NumberReading, ways: Alternatives) -> NumberReading:
    return reading._replace(kind="count", key="results_together", meaning="这几类结果", rule_id="N-05", ways=ways)


def _enter(source: SourceText, found: list[NumberReading], match: re.Match[str], who: str, result: str) -> None:
    """Put the result of one kind in the place of the reading of its number."""
    start = source.span(*match.span("number"))[0]
    for i, reading in enumerate(found):
        is_open = reading.kind == "count" or reading.key == "unknown" or OF_SOME in reading.meaning
        if reading.start == start and is_open:
            found[i] = cells_of_kind(source, who, result, reading) or reading


@sentence_reader(REQUEST_TEXTS, ("一件", "一宗", "一份", "全部", "全都", "均", "都", "只", "仅"))
def none_by_kind(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield that no application of a kind had a result, or that only those of one kind had it."""
    for told in (_NONE_OF_KIND, _ONE_KIND_ONLY):
        for match in told.finditer(source.text, sentence.start, sentence.end):
            if not source.is_this_year(sentence, match.start()):
                continue
            span, quote = source.span(*match.span()), source.quote(*match.span())
            what = NumberReading(*span, quote, 0, "none", "", "", scope=source.scope(match.start()))
            made = cells_of_kind(source, match["kind"], match["result"], what)
            if made is None:
                continue
            cells = made.ways[0]
            if told is _ONE_KIND_ONLY:
                own = {cell[-2:] for way in made.ways for cell in way}
                rows = dict.fromkeys(cell[:-2] for cell in cells)
                cells = tuple(f"{row}{column}" for row in rows for column in KINDS if column not in own)
            if cells:
                yield made._replace(kind="none", key=f"none_{made.key}_of_kind", ways=(cells,))
