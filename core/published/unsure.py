"""What was read of a report and may be meant otherwise: an amount without its unit, digits apart, notes in a cell.

A clerk who imports a report is asked to look at it. Who adds many reports up must not take such a number in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from core.base.short_texts import some_of
from core.published.number_cells import shortened

UNIT, SPACED, NOTE, SCRIPT, TWICE = "unit", "spaced", "note", "script", "twice"
STRUCK, HIDDEN, HEAD, PLACE, FOOTNOTE, EMBEDDED = "struck", "hidden", "head", "place", "footnote", "embedded"
SUMS = "sums"
"""Kinds of doubt; SUMS is that of a report of last year which does not add up."""

_OF_CELLS = (
    (UNIT, re.compile("没有写单位，按万元读入")),
    (SPACED, re.compile("按一个数读入")),
    (NOTE, re.compile("数字后另有文字：")),
    (SCRIPT, re.compile("数字后有[上下]标")),
)
_OF_TABLES = (
    (HEAD, re.compile("表头未能识别|，已按位置读入|按勾稽关系核对后读入")),
    (PLACE, re.compile("不在.+下面，请核对是不是本年")),
)
_OF_PAGES = (
    (STRUCK, re.compile("划了删除线，按已删除处理")),
    (HIDDEN, re.compile("处隐藏的文字没有读入|处看不见的字（.+）没有读入：.*“[^”]*[0-9]|字超出页边，看不见")),
    (SPACED, re.compile("分两行印在一格里，按一个数读入")),
    (HEAD, re.compile("没有表格线，是按文字的位置读出")),
    (PLACE, re.compile("网页中的正文是隐藏的")),
    (FOOTNOTE, re.compile("条脚注或尾注，没有读入")),
    (EMBEDDED, re.compile("文件里嵌有另外[0-9]+个文件的内容，没有读入")),
)
_OF_DRAFTS = (
    (STRUCK, re.compile("划了删除线，按已删除处理")),
    (HIDDEN, re.compile("^工作表“.+(?:隐藏了.+|是隐藏的)，里面有填写的内容|被合并的单元格盖住")),
    (HEAD, re.compile("的名称改成了“")),
)
_ASK_OF_DRAFT = re.compile("[，；](?:请|要保留).*$|。$")
_ASK = re.compile("，请(?:核对|对照原文)(?:(?=：)|[^：]*$)")
_UNITS_ALONE = re.compile(r"[(（\[]\s*(?:单位[:：]?)?(?:件|宗|份|条|项|个|万元)\s*[)）\]]$")
"""656（件）: the note is the unit of the form."""
_NOTHING_BEHIND = re.compile(r"0(?:\.0+)?\s*[(（\[][^0-9０-９一二三四五六七八九十]*[)）\]]$")
"""0（无此项职权）: why there is nothing."""
_MOST_NAMED = 3


class Unsure(NamedTuple):
    """Something that was read, and may be meant otherwise.

    Attributes:
        kind: One of the kinds above.
        said: A Chinese clause on what stands there and how it was read, without what is asked for.
        cells: Codes of the cells that it is about, where that is known.
        written: What is printed, where that is known.
    """

    kind: str
    said: str
    cells: tuple[str, ...] = ()
    written: str = ""


def unsure_cell(code: str, name: str, remark: str, printed: str, *, has_unit: bool) -> Unsure | None:
    """Return the doubt that a remark about a number cell stands for; None where the number is beyond doubt.

    Args:
        code: Of the cell.
        name: Of the cell.
        remark: What was remarked.
        printed: What is printed.
        has_unit: Whether the form itself names a unit there: where it does not, no report can be asked for it.
    """
    plain = " ".join(printed.split())
    kinds = _OF_CELLS if has_unit else _OF_CELLS[1:]
    kind = _kind(remark, kinds)
    if not kind or (kind == NOTE and (_UNITS_ALONE.search(plain) or _NOTHING_BEHIND.fullmatch(plain))):
        return None
    shown = f"写的是“{shortened(plain)}”，" if kind in (UNIT, SCRIPT) else ""
    return Unsure(kind, f"“{name}”{shown}{_ASK.sub('', remark)}", (code,), plain)


def unsure_twice(table: str, found: Iterable[tuple[str, str, str, str]]) -> Iterator[Unsure]:
    """Yield the doubt about cells that a table prints twice with other numbers.

    Args:
        table: Its name.
        found: Code and name of each cell, what was read, and what else is printed for it.
    """
    cells = [one for one in found if one[2].strip() != one[3].strip()]
    if cells:
        shown = some_of(
            [f"“{name}”读的是“{first}”，另有“{other}”" for _, name, first, other in cells], _MOST_NAMED, "格"
        )
        said = f"{table}有{len(cells)}格印了两遍，数不相同：{shown}"
        yield Unsure(TWICE, said, tuple(code for code, *_ in cells))


def unsure_table(remarks: Iterable[str]) -> Iterator[Unsure]:
    """Yield the doubts among the remarks about how a table was read."""
    yield from _found(remarks, _OF_TABLES)


def unsure_pages(remarks: Iterable[str]) -> Iterator[Unsure]:
    """Yield the doubts among the remarks about a file as a whole."""
    yield from _found(remarks, _OF_PAGES)


def unsure_draft(remarks: Iterable[tuple[str, str]]) -> Iterator[Unsure]:
    """Yield the doubts among the places and remarks of a draft that no rule on the draft itself tells (C-07)."""
    for place, remark in remarks:
        if kind := _kind(remark, _OF_DRAFTS):
            said = _ASK_OF_DRAFT.sub("", remark)
            yield Unsure(kind, said if said.startswith("工作表") else f"{place}：{said}".removeprefix("："))


def _found(remarks: Iterable[str], kinds: tuple[tuple[str, re.Pattern[str]], ...]) -> Iterator[Unsure]:
    for remark in remarks:
        if kind := _kind(remark, kinds):
            yield Unsure(kind, _ASK.sub("", remark))


def _kind(remark: str, kinds: tuple[tuple[str, re.Pattern[str]], ...]) -> str:
    return next((kind for kind, pattern in kinds if pattern.search(remark)), "")
