"""Days, units and titles around an ordinary table of one year decide nothing: it is filled in completely."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import pytest

from gui.matrix.landings import LOST, PastePlan
from gui.matrix.paste_plan import plan_paste
from gui.matrix.pasted_block import PastedBlock, read_html, read_tsv
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


def test_tables_below_each_other_with_the_year_beside_the_unit() -> None:
    tables = [
        [_line(a="填报单位：水利局", f=f"统计年度：{year}", h="2027年1月5日"), *_rows(numbers)]
        for year, numbers in (("2025年", _LAST), ("2026年", _THIS))
    ]
    for lines in ([*tables[0], *tables[1]], [*tables[1], *tables[0]]):
        assert _plan(_read(lines)).typed == _TYPED
    last = _plan(_read(tables[0]))
    assert last.told == ("标题是“填报单位：水利局 统计年度：2025年”，请核对是不是本年的表",)


def test_the_other_tables() -> None:
    rules = block("填报单位：水利局||2027年1月5日|", "信息内容|本年制发件数|本年废止件数|现行有效件数", "规章|1|0|4")
    assert [_plan(rules, table="t2").typed[code] for code in T2.cells[:3]] == ["1", "0", "4"]
    heads = "类别|结果维持|结果纠正|其他结果|尚未审结|总计"
    cases = block("填报单位：水利局||||2027年1月5日|", heads, "行政复议|3|1|0|0|4")
    assert [_plan(cases, table="t4").typed[code] for code in T4.cells[:4]] == ["3", "1", "0", "0"]


def test_heads_of_days_and_months_still_count() -> None:
    part = [["项目", "2026年11月", *[""] * 6], ["", *_HEADS], *_rows(_THIS)[1:]]
    assert not _plan(_read(part)).typed
