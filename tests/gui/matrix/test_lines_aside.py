"""Days, units and titles around an ordinary table of one year decide nothing: it is filled in completely."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import pytest

from gui.matrix.best_block import best_block
from gui.matrix.landings import LOST, PastePlan
from gui.matrix.paste_plan import plan_paste
from gui.matrix.pasted_block import PastedBlock, read_blocks, read_html, read_tsv
from gui.matrix.table_told import table_told
from tests.gui.matrix.pasted_pieces import FORM, T2, T3, T4, block

_HEADS = [line.label for line in T3.columns.values()]
_NAMES = [line.label for line in T3.rows.values()]
_THIS = [[i + j for j in range(6)] for i in range(25)]
_LAST = [[i + j + 100 for j in range(6)] for i in range(25)]
_TYPED = {f"t3.R{i + 1:02}.C{j + 1}": str(n) for i, line in enumerate(_THIS) if i != 23 for j, n in enumerate(line)}
_TITLE = "云溪县水利局2026年依申请公开情况统计表"


def _plan(found: PastedBlock, year: int | None = 2026, table: str = "t3") -> PastePlan:
    start = FORM.tables[table].cells[0]
    return plan_paste(FORM, FORM.tables[table], found, start, [start], {}, year)


def _rows(numbers: Sequence[Sequence[int]]) -> list[list[str]]:
    lines = ([name, *map(str, line), str(sum(line))] for name, line in zip(_NAMES, numbers, strict=True))
    return [["项目", *_HEADS], *lines]


def _line(**texts: str) -> list[str]:
    """A line of the sheet with texts in some of its columns: a, b, c…"""
    return [texts.get(letter, "") for letter in "abcdefgh"]


def _read(lines: Sequence[Sequence[str]]) -> PastedBlock:
    return read_tsv("\n".join("\t".join(line) for line in lines))


def _html(lines: Sequence[Sequence[str]]) -> str:
    return f"<table>{''.join('<tr>' + ''.join(f'<td>{escape(cell)}' for cell in line) for line in lines)}</table>"


_ORDINARY = {
    "day at the right": ([_line(a=_TITLE), _line(a="填报单位：水利局", g="2027年1月5日")], []),
    "day beside the unit": ([_line(a=_TITLE), _line(a="填报单位：水利局", b="2027年1月5日")], []),
    "day with its name": ([_line(a="填报单位：水利局", g="填报日期：2027年1月5日", h="单位：件")], []),
    "day without a colon": ([_line(a="填表单位：水利局（盖章）", g="填表日期 2027-01-05")], []),
    "name and day in two cells": ([_line(a="填报单位：水利局", f="填报时间：", g="2027/1/5", h="单位：件")], []),
    "month": ([_line(a=_TITLE), _line(a="填报单位：水利局", g="2027年1月")], []),
    "day in Chinese figures": ([_line(a=_TITLE), _line(g="二〇二七年一月五日")], []),
    "day beside a title": ([_line(a="依申请公开情况统计表", h="2027.01.05")], []),
    "title out of its place": ([_line(d="云溪县水利局依申请公开情况统计表（2027年1月报送）"), _line(h="单位：件")], []),
    "year of the sheet": ([_line(a="填报单位：水利局", f="统计年度：2026年", h="2027年1月8日")], []),
    "day below": ([_line(a=_TITLE)], [_line(), _line(a="2027年1月5日")]),
    "names and day below": ([], [_line(a="填表人：李伟", d="审核人：", g="日期：2027.1.5", h="电话：")]),
    "day of a stamp below": ([_line(a=_TITLE)], [_line(f="（盖章）"), _line(f="2027 年 1 月 5 日")]),
    "two days": ([_line(a="填报单位：水利局", g="填报日期：2027年1月5日")], [_line(a="审核日期：2027年1月8日")]),
    "day of the year itself": ([_line(a="填报单位：水利局", g="2026年12月31日")], []),
    "last day of the year below": ([], [_line(a="填表人：李伟"), _line(a="2026年12月31日")]),
    "page below": ([_line(a=_TITLE)], [_line(d="第1页，共1页")]),
    "number of a page below": ([_line(a=_TITLE)], [_line(), _line(h="1")]),
    "names and day beside each other": ([], [_line(c="填表人", d="李伟", e="审核人", f="王强", g="2027年1月5日")]),
    "day left blank": ([_line(a="填报单位：水利局", g="2027年  月  日")], []),
}


@pytest.mark.parametrize("name", _ORDINARY)
def test_an_ordinary_table_is_filled_in_completely(name: str) -> None:
    above, below = _ORDINARY[name]
    lines = [*above, *_rows(_THIS), *below]
    for found in (_read(lines), read_html(_html(lines))[0]):
        plan = _plan(found)
        assert not plan.problem
        assert plan.typed == _TYPED
        assert not plan.of_kind(LOST)
        assert plan.told == ()


def test_merged_cells_above() -> None:
    lines = f"<tr><td colspan=8>{_TITLE}<tr><td colspan=5>填报单位：水利局<td colspan=3>2027年1月5日"
    plan = _plan(read_html(_html(_rows(_THIS)).replace("<table>", f"<table>{lines}"))[0])
    assert plan.typed == _TYPED
    assert plan.told == ()


def test_years_above_the_columns_below_a_day() -> None:
    heads = [["项目", *(text for head in _HEADS for text in (head, ""))], ["", *["2025年", "2026年"] * 7]]
    lines = [
        [last[0], *(n for pair in zip(last[1:], this[1:], strict=True) for n in pair)]
        for last, this in zip(_rows(_LAST)[1:], _rows(_THIS)[1:], strict=True)
    ]
    day = ["填报单位：水利局", *[""] * 11, "2027年1月5日", "", ""]
    plan = _plan(_read([day, *heads, *lines]))
    assert plan.typed == _TYPED
    assert plan.told == ("不是本表的列没有填入：“2025年”",)


def test_a_day_long_before_the_end_of_the_year_is_told() -> None:
    plan = _plan(_read([_line(a="填报单位：水利局", g="2026年1月5日"), *_rows(_THIS)]))
    assert plan.typed == _TYPED
    assert plan.told == ("表外写的日期是“2026年1月5日”，请核对是不是本年的表",)


def test_heads_below_or_beside_a_unit_still_count() -> None:
    heads = [["项目", *(text for head in _HEADS for text in (head, ""))], ["单位：件", *["2026年", "增减"] * 7]]
    doubled = [[row[0], *(n for text in row[1:] for n in (text, "9"))] for row in _rows(_THIS)[1:]]
    assert _plan(_read([*heads, *doubled])).typed == _TYPED
    for head in ("上年", "2025年12月", "2026年1-6月"):
        plan = _plan(_read([["单位：件", head, *[""] * 6], ["", *_HEADS], *_rows(_THIS)[1:]]))
        assert plan.typed != _TYPED


def test_a_year_beside_a_name_of_an_office_is_that_of_a_title() -> None:
    for year in ("2025年", "2027年", "2025年度"):
        for first in ("云溪县水利局", "填报单位：水利局"):
            plan = _plan(_read([_line(a=first, g=year), *_rows(_THIS)]))
            assert plan.typed == _TYPED
            assert not plan.of_kind(LOST)
            assert bool(plan.told) == year.startswith("2025")


def test_tables_below_each_other_with_the_year_beside_the_unit() -> None:
    tables = [
        [_line(a="填报单位：水利局", f=f"统计年度：{year}", h="2027年1月5日"), *_rows(numbers)]
        for year, numbers in (("2025年", _LAST), ("2026年", _THIS))
    ]
    for lines in ([*tables[0], *tables[1]], [*tables[1], *tables[0]]):
        assert _plan(_read(lines)).typed == _TYPED
    last = _plan(_read(tables[0]))
    assert last.told == ("标题是“填报单位：水利局 统计年度：2025年”，请核对是不是本年的表",)


def test_tables_below_each_other_with_numbered_titles() -> None:
    tables = [
        [_line(a=f"表{n}  {year}年情况"), *_rows(numbers)]
        for n, (year, numbers) in enumerate(((2025, _LAST), (2026, _THIS)), 1)
    ]
    assert _plan(_read([*tables[0], *tables[1]])).typed == _TYPED


def test_the_other_tables() -> None:
    rules = block("填报单位：水利局||2027年1月5日|", "信息内容|本年制发件数|本年废止件数|现行有效件数", "规章|1|0|4")
    assert [_plan(rules, table="t2").typed[code] for code in T2.cells[:3]] == ["1", "0", "4"]
    below = block("信息内容|本年制发件数|本年废止件数|现行有效件数", "规章|1|0|4", "||2027年1月5日|")
    assert [_plan(below, table="t2").typed[code] for code in T2.cells[:3]] == ["1", "0", "4"]
    single = _plan(block("项目|数量", "行政许可|120", "|130"), table="t2")
    assert not single.typed  # a second line, and no page
    heads = "类别|结果维持|结果纠正|其他结果|尚未审结|总计"
    cases = block("填报单位：水利局||||2027年1月5日|", heads, "行政复议|3|1|0|0|4")
    assert [_plan(cases, table="t4").typed[code] for code in T4.cells[:4]] == ["3", "1", "0", "0"]


def test_heads_of_days_and_months_still_count() -> None:
    for head in ("2026年11月", "2025年", "2025-12-31", "上年", "2026年1-6月"):
        part = [["项目", head, *[""] * 6], ["", *_HEADS], *_rows(_THIS)[1:]]
        assert not _plan(_read(part)).typed
    heads = ["", *(text for head in _HEADS for text in (head, ""))]
    doubled = [[row[0], *(n for text in row[1:] for n in (text, "9"))] for row in _rows(_THIS)[1:]]
    for days in (("2026-12-31", "2026-11-30"), ("2026年12月31日", "2026年6月30日"), ("2026年", "2026年11月")):
        plan = _plan(_read([heads, ["", *days * len(_HEADS)], *doubled]))
        assert plan.typed in ({}, _TYPED)
    one = _plan(_read([*_rows(_THIS), ["", "2027年1月5日", "", "", "", "", "", "3"]]))
    assert one.of_kind(LOST) or one.problem


# ---------------------------------------------------------------- tables of a page with paragraphs between them


def _page(*parts: str) -> PastePlan:
    html = f"<html><body><!--StartFragment-->{''.join(parts)}<!--EndFragment--></body></html>"
    return _plan(best_block(read_blocks(html, ""), T3, 2026))


@pytest.mark.parametrize(
    ("last", "this"),
    [
        ("<p>2025年</p>", "<p>2026年</p>"),
        ("<p>表一 2025年度依申请公开情况</p>", "<p>表二 2026年度依申请公开情况</p><p>单位：件</p>"),
        ("<p>表1 2025年情况</p>", "<p>表2 2026年情况</p><p>填报日期：2027年1月5日</p>"),
        ("<h2>二、上年</h2><p>上年</p>", "<p>&nbsp;</p><p>本年</p><p>&nbsp;</p>"),
    ],
)
def test_the_year_in_the_paragraph_before_a_table(last: str, this: str) -> None:
    of_last, of_this = last + _html(_rows(_LAST)), this + _html(_rows(_THIS))
    for parts in ((of_last, of_this), (of_this, of_last)):
        plan = _page(*parts)
        assert plan.typed == _TYPED
        assert plan.told[0].startswith("复制的内容里有2张这样的表，填的是“")


def test_tables_of_a_page_that_are_not_told() -> None:
    last, this = _html(_rows(_LAST)), _html(_rows(_THIS))
    remark = _html([["备注", "无"]])
    more = _html([*_rows(_LAST), ["合计", *["1"] * 7]])
    only = "请只复制2026年的那张（连同行名、列名）再粘贴。"
    for parts in (
        (last, "<p>&nbsp;</p>", this),
        ("<p>2025年</p>", last, this),
        (last, "<p>2026年</p>", this),
        (more, this),
        (last, remark, this),
        ("<p>2026年</p>", last, "<p>2026年</p>", this),
    ):
        plan = _page(*parts)
        assert not plan.typed
        assert plan.problem == f"复制的内容里有2张这样的表，分不清哪张是2026年的，没有填入。{only}"
    older = _page("<p>2024年</p>", last, "<p>2025年</p>", this)
    assert older.problem == (f"复制的内容里有2张这样的表，写的是“2024年”、“2025年”，本报告是2026年的，没有填入。{only}")


def test_two_tables_that_are_not_told_are_still_the_table() -> None:
    blocks = read_html(_html(_rows(_LAST)) + _html(_rows(_THIS)))
    assert table_told(FORM, blocks, {}, 2026) is T3


def test_a_single_table_of_last_year_below_a_paragraph() -> None:
    plan = _page("<p>云溪县水利局2025年度依申请公开情况</p>", _html(_rows(_THIS)))
    assert plan.typed == _TYPED
    assert plan.told == ("表的上面写的是“2025年”，请核对是不是本年的表",)
    assert _page("<p>2026年情况</p><p>2027年1月5日</p>", _html(_rows(_THIS))).told == ()


def test_the_same_table_twice_is_one() -> None:
    assert _page(_html(_rows(_THIS)), "<p>再次</p>", _html(_rows(_THIS))).typed == _TYPED
