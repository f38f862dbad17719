"""Reads results shared out among kinds: 自然人得到公开答复28件，企业6件; 不予公开全部发生在自然人申请中."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.base.patterns import pattern
from core.texts.reading.results_of_kinds import cells_of_kind
from core.texts.reading.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_KIND = "(?:自然人|公民|个人|商业企业|企业|科研机构|社会公益组织|公益组织|法律服务机构|律师事务所|律所)"
_RESULT = "(?:予以公开|同意公开|公开|部分公开|不予公开|无法提供|不予处理)"
_ONES = "(?:提出|提交)?的?(?:政府信息公开|信息公开)?(?:申请)?"
_BEGIN = "(?:^|(?<=[，；。：\\n]))(?:其中，?)?"
_LIST = pattern(
    f"{_BEGIN}(?P<kind>{_KIND}){_ONES}(?:(?:得到|获得|拿到|收到)(?P<a>{_RESULT})(?:的?(?:答复|决定|处理|告知))?|(?P<b>{_RESULT})的?(?:答复|决定|告知))"
    f"(?:的|有|共|为)*(?P<number>\\d+)[件宗份](?P<list>(?:[，、]{_KIND}{_ONES}(?:的|有|共|为)*\\d+[件宗份])+)(?=[，；。]|$)",
    needs=["得到", "获得", "拿到", "收到", "答复", "决定", "告知"],
)
_ITEM = pattern(f"(?P<kind>{_KIND}){_ONES}(?:的|有|共|为)*(?P<number>\\d+)[件宗份]")
_ALL_SO_MANY = pattern(
    f"{_BEGIN}(?P<kind>{_KIND}){_ONES}(?:均|都|全部)(?:已|依法|获|得到|作出|作|为|被)*(?P<result>{_RESULT})(?:的?(?:答复|决定|处理))?"
    "，(?:共|一共|合计|共计|总计)(?:有|为)?(?P<number>\\d+)[件宗份](?=[，；。]|$)",
    needs=["均", "都", "全部"],
)
"""科研机构申请全部予以公开，(共2件)"""
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
_COLUMNS = ("C1", "C2", "C3", "C4", "C5", "C6")


def results_by_kind(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, results that a list shares out among kinds as the cells of their columns."""
    found = list(readings)
    if not found or source.code not in REQUEST_TEXTS:
        return found
    for match in _LIST.finditer(source.text, sentence.start, sentence.end):
        result = match["a"] or match["b"]
        _enter(source, found, match, match["kind"], result)
        for item in _ITEM.finditer(source.text, *match.span("list")):
            _enter(source, found, item, item["kind"], result)
    for match in _ALL_SO_MANY.finditer(source.text, sentence.start, sentence.end):
        _enter(source, found, match, match["kind"], match["result"])
    return found


def _enter(source: SourceText, found: list[NumberReading], match: re.Match[str], kind: str, result: str) -> None:
    """Put the result of one kind in the place of the reading of its number."""
    start = source.span(*match.span("number"))[0]
    for i, reading in enumerate(found):
        is_open = reading.kind == "count" or reading.key == "unknown" or "其中一部分" in reading.meaning
        if reading.start == start and is_open:
            found[i] = cells_of_kind(source, kind, result, reading) or reading


def none_by_kind(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield that no application of a kind had a result, or that only those of one kind had it."""
    if source.code not in REQUEST_TEXTS:
        return
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
                cells = tuple(f"{row}{column}" for row in rows for column in _COLUMNS if column not in own)
            if cells:
                yield made._replace(kind="none", key=f"none_{made.key}_of_kind", ways=(cells,))
