"""Columns and lines of an office's own sheet that the form has not are left out and named, or nothing is taken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import pytest

from gui.matrix.landings import LOST, REFUSED, PastePlan
from gui.matrix.paste_plan import plan_paste
from gui.matrix.paste_preview import summary_lines
from gui.matrix.pasted_block import PastedBlock
from tests.gui.matrix.pasted_pieces import FORM, T2, T3, T4, block

_Column: TypeAlias = tuple[str, list[str]]
_NUMBERS = [
    *("58 13 1 2 6 2", "4 1 0 0 1 0", "21 5 1 1 2 1", "7 2 0 0 1 0", "1 0 0 0 0 0", "0 0 0 0 0 0", "0 0 0 0 0 0"),
    *("3 1 0 0 0 0", "1 0 0 0 0 0", "2 1 0 0 0 0", "2 0 0 0 1 0", "6 1 0 0 1 0", "9 2 0 1 1 0", "2 0 0 0 0 1"),
    *("1 0 0 0 0 0", "2 0 0 0 0 0", "1 0 0 0 0 0", "0 0 0 0 0 0", "0 0 0 0 0 0", "0 0 0 0 0 0", "1 0 0 0 0 0"),
    *("0 0 0 0 0 0", "1 1 0 0 0 0", "60 13 1 2 6 2", "2 1 0 0 1 0"),
]
_PARTS = [list(map(int, line.split())) for line in _NUMBERS]
_TYPED = {f"t3.R{i + 1:02}.C{j + 1}": str(n) for i, line in enumerate(_PARTS) if i != 23 for j, n in enumerate(line)}
_LAST = [str(sum(line) - 1) for line in _PARTS]
_SUBTOTAL = [str(sum(line[1:])) for line in _PARTS]
_GROUPS = [range(4, 12), range(12, 15), range(15, 20), range(20, 23)]


def _columns(total: str = "总计") -> list[_Column]:
    names = [line.label for line in T3.columns.values()]
    parts = [(names[j], [str(line[j]) for line in _PARTS]) for j in range(6)]
    return [*parts, (total, [str(sum(line)) for line in _PARTS])]


def _with(head: str, numbers: list[str], at: int, total: str = "总计") -> list[_Column]:
    columns = _columns(total)
    columns.insert(at, (head, numbers))
    return columns


def _sheet(columns: Sequence[_Column], *, is_html: bool = False, subtotals: bool = False) -> PastedBlock:
    """A sheet with two lines of heads, its rows named in three columns, perhaps with sums after each group."""
    covered = None if is_html else ""
    rows: list[tuple[str | None, ...]] = [
        ("项目", covered, covered, "申请人情况", *[covered] * (len(columns) - 1)),
        (covered, covered, covered, *[head for head, _ in columns]),
    ]
    for i, line in enumerate(T3.rows.values()):
        rows.append(("", "", line.label, *[numbers[i] for _, numbers in columns]))
        group = next((group for group in _GROUPS if i == group[-1]), range(0)) if subtotals else range(0)
        if group:
            rows.append(("", "", "小计", *[str(sum(int(numbers[n]) for n in group)) for _, numbers in columns]))
    return PastedBlock(tuple(rows))


def _numbers_only(sheet: PastedBlock) -> PastedBlock:
    return PastedBlock(tuple(row[3:] for row in sheet.rows[2:]))


def _plan(found: PastedBlock, table: str = "t3", year: int | None = 2025) -> PastePlan:
    start = FORM.tables[table].cells[0]
    return plan_paste(FORM, FORM.tables[table], found, start, [start], {}, year)


# ---------------------------------------------------------------- table 三


@pytest.mark.parametrize("is_html", [True, False])
@pytest.mark.parametrize(
    "head", ["小计", "法人小计", "上年合计", "2024年", "去年", "占比", "同比增减", "法人", "备注1"]
)
def test_a_column_that_the_form_has_not_is_left_out_wherever_it_stands(head: str, *, is_html: bool) -> None:
    for at in range(8):
        plan = _plan(_sheet(_with(head, _LAST if "年" in head else _SUBTOTAL, at), is_html=is_html))
        assert plan.typed == _TYPED
        assert not plan.wrong_totals
        assert not plan.of_kind(LOST, REFUSED)
        assert plan.told == (f"不是本表的列没有填入：“{head}”",)
        assert plan.needs_preview


def test_a_subtotal_is_never_the_total_even_where_the_total_is_not_copied() -> None:
    for at in range(7):
        columns = [one for one in _with("小计", _SUBTOTAL, at) if one[0] != "总计"]
        plan = _plan(_sheet(columns))
        assert plan.typed == _TYPED
        assert not any(code.endswith(".C7") for code in plan.totals)


def test_lines_and_a_column_of_subtotals_at_the_end_are_left_out() -> None:
    plan = _plan(_sheet(_with("小计", _SUBTOTAL, 6, total="合计"), subtotals=True))
    assert plan.typed == _TYPED
    assert plan.has_all_totals
    assert plan.has_right_totals
    assert not plan.of_kind(LOST)
    assert plan.told == ("不是本表的列没有填入：“小计”", "不是本表的行没有填入：“小计”，共4行")


def test_both_years_side_by_side_give_this_year() -> None:
    last = [(f"{head}", [str(int(n) + 5) for n in numbers]) for head, numbers in _columns()]
    sheet = _sheet([*last, *_columns()])
    years = ("", "", "", "2024年", *[""] * 6, "2025年", *[""] * 6)
    plan = _plan(PastedBlock((years, *sheet.rows[1:])))
    assert plan.typed == _TYPED
    assert not _plan(PastedBlock((years, *sheet.rows[1:])), year=None).typed  # which of them is this year?


@pytest.mark.parametrize(
    "heads", [("2024年", "2025年"), ("上年", "本年"), ("一季度", "全年"), ("数量",), ("2025年总计",)]
)
def test_one_column_of_all_kinds_goes_into_no_kind(heads: tuple[str, ...]) -> None:
    rows = [(line.label, *[str(i + 12)] * len(heads)) for i, line in enumerate(T3.rows.values())]
    plan = _plan(PastedBlock((("项目", *heads), *rows)))
    assert not plan.typed
    assert "只有一列" in plan.problem
    assert _plan(PastedBlock((("项目", "自然人"), *[row[:2] for row in rows]))).typed["t3.R01.C1"] == "12"
    assert _plan(PastedBlock(tuple(row[:2] for row in rows))).typed["t3.R01.C1"] == "12"  # as chosen in the table


def test_columns_whose_heads_were_not_copied_are_not_guessed() -> None:
    sheet = _sheet(_with("上年合计", _LAST, 0))
    plan = _plan(PastedBlock(sheet.rows[2:]))
    assert not plan.typed
    assert "有8个数字，本表只有7格，分不清哪些是本表的。请从原来的表格里把行名、表头" in plan.problem
    jagged = [[text for text in row if text] for row in _sheet(_with("小计", _SUBTOTAL, 1)).rows]
    assert not _plan(PastedBlock(tuple(map(tuple, jagged)))).typed


def test_a_short_name_before_blank_places_does_not_shift_its_numbers() -> None:
    sheet = _sheet(_columns()[:6])
    rows = [(row[2], "", "", *row[3:]) if i % 2 else row for i, row in enumerate(sheet.rows[2:])]
    assert _plan(PastedBlock(tuple(rows))).typed == _TYPED


def test_a_line_of_what_was_carried_over_is_no_line_of_last_year() -> None:
    rows = [("", *[head for head, _ in _columns()])]
    rows += [(("新收", "上年结转数")[i] if i < 2 else f"第{i}行", *[n[i] for _, n in _columns()]) for i in range(25)]
    plan = _plan(PastedBlock(tuple(rows)))
    assert {code: text for code, text in plan.typed.items() if text} in ({}, _TYPED)


# ---------------------------------------------------------------- numbers only


def test_subtotals_among_numbers_are_told_by_their_sums() -> None:
    for at, subtotals in ((1, False), (6, False), (6, True)):
        plan = _plan(_numbers_only(_sheet(_with("小计", _SUBTOTAL, at), subtotals=subtotals)))
        assert plan.typed == _TYPED
        assert not plan.wrong_totals
        assert plan.told[0] == f"第{at + 1}列是相邻各列之和，看作小计，没有填入"
        assert len(plan.told) == 1 + subtotals
    total_in_front = [_columns()[6], *_columns()[:6]]
    assert _plan(_numbers_only(_sheet(total_in_front))).typed == _TYPED
    without_total = _plan(_numbers_only(_sheet(_with("小计", _SUBTOTAL, 1)[:7])))
    assert without_total.typed == _TYPED


def test_numbers_that_no_sum_tells_are_not_pasted() -> None:
    for found in (_with("上年合计", _LAST, 0), _with("占比", _LAST, 3)):
        plan = _plan(_numbers_only(_sheet(found)))
        assert not plan.typed
        assert plan.problem.startswith("粘贴的25行8列数字比这里的格多，分不清各是哪一格，可能有小计、上年等行列。")
        assert "请把行名、表头一起复制" in plan.problem
    lines = _numbers_only(_sheet(_columns())).rows
    assert not _plan(PastedBlock((*lines[:5], lines[0], *lines[5:]))).typed


def test_few_cases_that_add_up_by_chance_prove_nothing() -> None:
    zeros = ["0"] * 25
    one = ["1", *zeros[1:]]
    columns = [one, zeros, zeros, zeros, zeros, zeros, zeros, one]
    plan = _plan(PastedBlock(tuple(zip(*columns, strict=True))))
    assert not plan.typed


def test_a_column_of_words_among_numbers_is_said_to_have_slipped() -> None:
    columns = _columns()[:6]
    columns.insert(2, ("", ["见附件"] * 25))
    assert any(
        "列的都不是数字，各列可能错开了" in line for line in summary_lines(_plan(_numbers_only(_sheet(columns))))
    )


# ---------------------------------------------------------------- table 二 and 四

_FOUR = ("行政许可", "行政处罚", "行政强制", "行政事业性收费")
_OF_FOUR = [code for code in T2.cells if code.split(".")[1] in ("licensing", "penalty", "coercion", "fees")]


@pytest.mark.parametrize(
    ("heads", "right"),
    [
        ("上年|本年", 2),
        ("本年|上年", 1),
        ("2024年|2025年", 2),
        ("2024|2025", 2),
        ("2025年度|2024年度", 1),
        ("去年数|今年数|增减%", 2),
        ("1季度|2季度|3季度|4季度|合计", 5),
        ("一季度|二季度|三季度|四季度|全年", 5),
        ("1月|2月|3月|1-12月", 4),
        ("本年处理决定数量|占比", 1),
        ("上年处理决定数量|本年处理决定数量", 2),
        ("件数|备注", 1),
    ],
)
def test_this_years_column_is_told_by_its_head(heads: str, right: int) -> None:
    width = heads.count("|") + 2
    rows = [f"{name}|" + "|".join(f"{j}{i}" for j in range(1, width)) for i, name in enumerate(_FOUR)]
    plan = _plan(block(f"事项|{heads}", *rows), "t2")
    assert plan.typed == {code: f"{right}{i}" for i, code in enumerate(_OF_FOUR)}
    assert not plan.of_kind(LOST)
    assert plan.told[0].startswith("不是本表的列没有填入：")


@pytest.mark.parametrize(
    ("heads", "why"),
    [
        ("", "“行政许可”有2个数字，本表只有1格，分不清哪些是本表的。"),
        ("计划数|完成数", "“行政许可”有2个数字，本表只有1格，分不清哪些是本表的。"),
        ("上半年|下半年", "数字都在“上半年”、“下半年”下面，不是本表要填的。"),
        ("上年|前年", "数字都在“上年”、“前年”下面，不是本表要填的。"),
    ],
)
def test_where_no_head_tells_this_year_nothing_is_pasted(heads: str, why: str) -> None:
    rows = [f"事项|{heads}"] * bool(heads) + [f"{name}|5|6" for name in _FOUR]
    plan = _plan(block(*rows), "t2")
    assert not plan.typed
    assert plan.problem.startswith(why)


def test_each_group_of_table_two_has_its_own_columns() -> None:
    plan = _plan(
        block(
            "信息内容|上年现行有效|本年制发件数|本年废止件数|现行有效件数",
            "规章|5|0|0|5",
            "行政规范性文件|12|3|1|14",
            "信息内容|2024年|2025年||",
            "行政许可|1198|1326||",
            "行政事业性收费|2105.3|2318.65||",
        ),
        "t2",
    )
    numbers = ("0", "0", "5", "3", "1", "14", "1326", "2318.65")
    assert plan.typed == dict(zip([*T2.cells[:7], T2.cells[9]], numbers, strict=True))


def test_a_title_of_last_year_is_told() -> None:
    plan = _plan(block("某局2024年主动公开情况|", "事项|数量", "行政许可|5", "行政处罚|6"), "t2")
    assert plan.told == ("标题是“某局2024年主动公开情况”，请核对是不是本年的表",)


@pytest.mark.parametrize("this", ["本年", "2025年"])
def test_lines_of_two_years_in_table_four_give_this_year(this: str) -> None:
    heads = "|".join(["结果维持", "结果纠正", "其他结果", "尚未审结", "合计"] * 3)
    numbers = ["5", "1", "1", "1", "8", "1", "0", "0", "1", "2", "2", "0", "1", "0", "3"]
    last = "|".join("9" * 15)
    for rows in ((f"上年|{last}", f"{this}|{'|'.join(numbers)}"), (f"{this}|{'|'.join(numbers)}", f"2024年|{last}")):
        plan = _plan(block(f"|{heads}", *rows), "t4")
        assert {**plan.typed, **plan.totals} == dict(zip(T4.cells, numbers, strict=True))
    beside = _plan(block(f"上年合计|{heads}", f"99|{'|'.join(numbers)}"), "t4")
    assert {**beside.typed, **beside.totals} == dict(zip(T4.cells, numbers, strict=True))
