"""Numbers go where the names beside and above them say, however an office wrote its sheet, or nowhere."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise

import pytest

from core.form.form_reader import load_form
from gui.matrix.form_words import FormWords
from gui.matrix.landings import LOST, REFUSED, PastePlan
from gui.matrix.paste_plan import plan_paste
from gui.matrix.paste_preview import summary_lines
from gui.matrix.pasted_block import PastedBlock, read_tsv
from tests.gui.matrix.pasted_pieces import FORM, T3, T4, block

YEAR = 2026
_KINDS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
_PARTS = [[0] * 6 for _ in range(25)]
for _row, _line in {
    **dict(enumerate(["27 4 0 0 3 0", "2 1 0 0 0 0", "15 3 0 0 2 0", "3 1 0 0 0 0"])),
    **dict.fromkeys((10, 15, 16, 22), "1 0 0 0 0 0"),
    7: "0 1 0 0 0 0",
    12: "5 0 0 0 0 0",
    23: "27 5 0 0 2 0",
    24: "2 0 0 0 1 0",
}.items():
    _PARTS[_row] = list(map(int, _line.split()))
_SHORT = [line.label.split("、", 1)[-1] if i in (0, 1, 24) else line.name for i, line in enumerate(T3.rows.values())]
_COLUMNS = {kind: [line[j] for line in _PARTS] for j, kind in enumerate(_KINDS)} | {
    "总计": [sum(line) for line in _PARTS],
    "法人或其他组织": [sum(line[1:]) for line in _PARTS],
}
_TYPED = {f"t3.R{i + 1:02}.C{j + 1}": str(n) for i, line in enumerate(_PARTS) if i != 23 for j, n in enumerate(line)}


def _plan(found: PastedBlock, table: str = "t3", start: str = "") -> PastePlan:
    start = start or FORM.tables[table].cells[0]
    return plan_paste(FORM, FORM.tables[table], found, start, [start], {}, YEAR)


def _sheet(
    heads: Sequence[str], *, years: Sequence[str] = (), names: Sequence[str] = _SHORT, covered: str | None = ""
) -> PastedBlock:
    """A sheet of table 三; with years each head stands over two columns, the numbers of the other year are 7."""
    lines: list[list[str | None]] = [["项目", *heads]]
    if years:
        lines = [["项目"], [covered]]
        for head in heads:
            lines[0] += [head, covered]
            lines[1] += years
    for i, name in enumerate(names):
        line: list[str | None] = [name]
        for head in heads:
            number = str(_COLUMNS[head][i])
            line += [number if year in ("本年", "2026年") else "7" for year in years] or [number]
        lines.append(line)
    return PastedBlock(tuple(map(tuple, lines)))


def _turned(found: PastedBlock) -> PastedBlock:
    return PastedBlock(tuple(zip(*found.rows, strict=True)))


def _of(*kinds: str) -> dict[str, str]:
    return {code: text for code, text in _TYPED.items() if _KINDS[int(code[-1]) - 1] in kinds}


def _filled(plan: PastePlan) -> dict[str, str]:
    return {code: text for code, text in plan.typed.items() if text}


# ---------------------------------------------------------------- the sheets of a forestry office


_Q10 = [*_KINDS[1:], _KINDS[0], "总计"]


@pytest.mark.parametrize("years", [("上年", "本年"), ("2025年", "2026年"), ("本年", "上年")])
@pytest.mark.parametrize("covered", ["", None])
def test_the_upper_of_two_lines_of_heads_tells_the_column(years: tuple[str, str], covered: str | None) -> None:
    q10 = _plan(_sheet(_Q10, years=years, covered=covered))
    assert q10.typed == _TYPED
    assert not q10.wrong_totals
    assert q10.told == (f"不是本表的列没有填入：“{next(one for one in years if one not in ('本年', '2026年'))}”",)
    assert _plan(_sheet(_Q10)).typed == _TYPED  # q11
    q9 = _plan(_sheet(["自然人", "法律服务机构", "商业企业"], years=years, covered=covered))
    assert q9.typed == _of("自然人", "法律服务机构", "商业企业")


@pytest.mark.parametrize("years", [("上年", "本年"), ("2025年", "2026年"), ()])
def test_the_sum_of_several_kinds_goes_into_none(years: tuple[str, ...]) -> None:
    plan = _plan(_sheet(["自然人", "法人或其他组织", "总计"], years=years))  # q2, q8, q5
    assert plan.typed == _of("自然人")
    assert not plan.of_kind(LOST)
    assert plan.told[0].endswith("“法人或其他组织”")
    assert plan.told[1].startswith("粘贴内容里没有“商业企业”、")


@pytest.mark.parametrize(
    ("heads", "numbers"),
    [
        ("现行有效|制发|废止", "6|2|1"),  # q13
        ("制发|现行有效|废止", "2|6|1"),  # q16
        ("废止数|本年制发（件）|现行有效（件）", "1|2|6"),
        ("现行有效件数|本年制发件数|本年废止件数", "6|2|1"),  # q14
        ("2026年制发|2026年废止|小计|现行有效数", "2|1|99|6"),
        ("本年制定件数|现行有效数量|本年废止数量", "2|6|1"),
    ],
)
def test_short_names_of_table_two_tell_the_columns_in_any_order(heads: str, numbers: str) -> None:
    plan = _plan(block(f"文件类别|{heads}", f"行政规范性文件|{numbers}"), "t2")
    wanted = {"t2.normative.issued": "2", "t2.normative.repealed": "1", "t2.normative.in_force": "6"}
    assert plan.typed == wanted
    assert plan.where == "按粘贴内容中的行名、列名对应"


def test_short_names_above_two_years() -> None:
    rows = ("文件类别\t现行有效\t\t制发\t\t废止\t", "\t上年\t本年\t上年\t本年\t上年\t本年")  # q12
    plan = _plan(read_tsv("\n".join([*rows, "规章\t0\t0\t0\t0\t0\t0", "行政规范性文件\t5\t6\t1\t2\t0\t1"])), "t2")
    wanted = dict.fromkeys(("rules.issued", "rules.repealed", "rules.in_force"), "0")
    wanted |= {"normative.issued": "2", "normative.repealed": "1", "normative.in_force": "6"}
    assert plan.typed == {f"t2.{key}": text for key, text in wanted.items()}


_SUBTOTAL_INSIDE = ["自然人", "法人或其他组织", *_KINDS[1:5], "总计"]


def test_a_subtotal_among_numbers_is_never_guessed_where_it_may_be_another() -> None:
    for heads in (
        _SUBTOTAL_INSIDE,
        _SUBTOTAL_INSIDE[:-1],  # as many as the form has without its total
        [*_SUBTOTAL_INSIDE[:-1], "其他"],
        [*_KINDS, "法人或其他组织"],
    ):
        sheet = _sheet(heads)
        numbers = PastedBlock(tuple(row[1:] for row in sheet.rows[1:]))
        plan = _plan(numbers)
        assert not plan.typed
        assert "分不清哪一列是小计、哪一列是总计。请把行名、列名一起复制" in plan.problem
        named = _plan(PastedBlock(sheet.rows[1:]))  # with the names of the rows alone
        assert not named.typed
        assert named.problem
        assert set(_plan(sheet).typed.items()) <= set(_TYPED.items())  # what the sentence advises


def test_numbers_as_many_as_the_form_has_go_by_order() -> None:
    for heads in ([*_KINDS, "总计"], _KINDS):
        sheet = _sheet(heads)
        assert _plan(PastedBlock(tuple(row[1:] for row in sheet.rows[1:]))).typed == _TYPED
        assert _plan(PastedBlock(sheet.rows[1:])).typed == _TYPED


def test_fewer_columns_without_names_are_not_told_by_order() -> None:
    sheet = _sheet(["自然人", "商业企业", "总计"])
    for rows in (tuple(row[1:] for row in sheet.rows[1:]), sheet.rows[1:]):
        plan = _plan(PastedBlock(rows))
        assert not plan.typed
        assert "没有列名" in plan.problem
        assert "一次一" in plan.problem  # what works
    one = PastedBlock(tuple(row[1:2] for row in sheet.rows[1:]))
    assert _filled(_plan(one, start="t3.R01.C3")) == {
        f"t3.R{i + 1:02}.C3": str(line[0]) for i, line in enumerate(_PARTS) if i != 23
    }
    named = PastedBlock(tuple(row[:2] for row in sheet.rows[1:]))
    assert _plan(named, start="t3.R01.C3").typed["t3.R01.C3"] == "27"
    assert _plan(named, start="t3.R01.C3").typed.get("t3.R01.C1") is None


def test_lines_that_lack_one_above_their_totals_are_not_told_by_order() -> None:
    rows = [tuple(map(str, line)) for i, line in enumerate(_PARTS) if i != 1]
    plan = _plan(PastedBlock(tuple(rows)))
    assert not plan.typed
    assert plan.problem.startswith("粘贴的24行数字没有行名，本表有25行；倒数第2行像是总计")


@pytest.mark.parametrize(
    "names",
    [
        "行政许可（件）|行政处罚（件）|行政强制（件）|行政事业性收费（万元）",
        "行政许可件数|行政处罚数量|行政强制(单位：件)|行政事业性收费",
    ],
)
@pytest.mark.parametrize("heads", ["", "事项|数量", "事项|上年|本年", "事项|本年|上年|增减"])
def test_names_of_rows_may_have_a_unit(names: str, heads: str) -> None:
    numbers = {"数量": "", "上年": "9"}
    rows = []
    for name, number in zip(names.split("|"), ("437", "19", "1", "92.35"), strict=True):
        cells = [
            number if one in ("", "数量", "本年") else numbers.get(one, "8") for one in heads.split("|")[1:] or [""]
        ]
        rows.append("|".join([name, *cells]))
    plan = _plan(block(*[heads] * bool(heads), *rows), "t2")
    assert list(plan.typed.values()) == ["437", "19", "1", "92.35"]


def test_an_amount_whose_row_names_another_unit_says_so() -> None:
    plan = _plan(block("事项|上年|本年", "行政许可（件）|412|437", "行政事业性收费（元）|864000|923500"), "t2")
    assert plan.typed == {"t2.licensing.decisions": "437"}
    assert [one.why for one in plan.of_kind(LOST)] == ["粘贴内容的单位是元，这里是万元，请换算成万元再填"]


def test_names_of_rows_without_their_numbers_are_known() -> None:
    names = [line.label for line in T3.rows.values()]
    bare = [name.split("、", 1)[1] if i in (0, 1, 24) else name for i, name in enumerate(names)]
    bare[2] = "予以公开"
    plan = _plan(_sheet([*_KINDS, "总计"], names=bare))
    assert plan.typed == _TYPED
    assert not plan.of_kind(LOST)


# ---------------------------------------------------------------- rows and columns exchanged, table 四 in three lines


@pytest.mark.parametrize("heads", [[*_KINDS, "总计"], _Q10, ["自然人", "法人或其他组织", *_KINDS[1:], "总计"]])
def test_rows_and_columns_exchanged_are_understood(heads: list[str]) -> None:
    plan = _plan(_turned(_sheet(heads)))
    assert plan.typed == _TYPED
    assert plan.where == "按粘贴内容中的行名、列名对应（粘贴的表行、列与本表对调）"
    assert not plan.told or plan.told == ("不是本表的行没有填入：“法人或其他组织”",)
    title = PastedBlock((("2026年依申请公开情况", *[""] * 25), *_turned(_sheet(heads)).rows))
    assert _plan(title).typed == _TYPED


def test_what_is_left_out_of_an_exchanged_sheet_names_the_place_in_it() -> None:
    sheet = _turned(_sheet(["自然人", "商业企业"], names=["其中：网上", *_SHORT[1:]]))
    plan = _plan(sheet)
    assert not any(code.startswith("t3.R01") for code in plan.typed)
    assert [(one.row, one.column, one.text) for one in plan.of_kind(LOST)] == [(1, 1, "27"), (2, 1, "4")]


def test_subtotals_of_an_exchanged_sheet_are_told_as_they_stand_there() -> None:
    names = [*_SHORT[:4], "（三）不予公开小计", *_SHORT[5:]]
    plan = _plan(_turned(_sheet(["自然人", "法人或其他组织", "总计"], names=names)))
    assert plan.told[0] == "不是本表的行没有填入：“法人或其他组织”"
    assert plan.told[-1] == "不是本表的列没有填入：“（三）不予公开小计”，共1列"


def test_table_two_exchanged_gives_this_year() -> None:
    rows = ("年份|行政许可|行政处罚|行政强制|行政事业性收费（万元）", "2025年|412|23|2|86.4", "2026年|437|19|1|92.35")
    plan = _plan(block(*rows), "t2")
    assert list(plan.typed.values()) == ["437", "19", "1", "92.35"]
    assert plan.told[0] == "不是本表的行没有填入：“2025年”"


_FOUR = {
    "行政复议": {"结果维持": 1, "结果纠正": 2, "其他结果": 3, "尚未审结": 4, "总计": 10},
    "未经复议直接起诉": {"结果维持": 5, "结果纠正": 6, "其他结果": 7, "尚未审结": 8, "总计": 26},
    "复议后起诉": {"结果维持": 9, "结果纠正": 0, "其他结果": 11, "尚未审结": 12, "总计": 32},
}
_OF_FOUR = dict(zip(T4.cells, (str(n) for row in _FOUR.values() for n in row.values()), strict=True))


@pytest.mark.parametrize("is_exchanged", [False, True])
@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (4, 1, 0, 3, 2)])
@pytest.mark.parametrize("rows", [(0, 1, 2), (2, 0, 1), (1,)])
def test_table_four_in_three_lines_is_understood(
    order: tuple[int, ...], rows: tuple[int, ...], *, is_exchanged: bool
) -> None:
    heads = [list(_FOUR["行政复议"])[j] for j in order]
    names = [list(_FOUR)[i] for i in rows]
    lines = [("类别", *heads), *((name, *[str(_FOUR[name][head]) for head in heads]) for name in names)]
    found = PastedBlock(tuple(lines))
    plan = _plan(_turned(found) if is_exchanged else found, "t4", "t4.direct.other")
    keys = ["review", "direct", "after_review"]
    wanted = {code: text for code, text in _OF_FOUR.items() if keys.index(code.split(".")[1]) in rows}
    assert {**plan.typed, **plan.totals} == wanted
    assert not plan.of_kind(LOST, REFUSED)


def test_lines_of_table_four_without_heads_go_by_order_where_all_are_there() -> None:
    lines = [(name, *map(str, row.values())) for name, row in _FOUR.items()]
    plan = _plan(PastedBlock(tuple(lines)), "t4")
    assert {**plan.typed, **plan.totals} == _OF_FOUR
    assert plan.where == "按粘贴内容中的行名对应，各列按先后次序"
    few = _plan(PastedBlock(tuple(line[:4] for line in lines)), "t4")
    assert not few.typed
    assert "有3个数字，没有列名，本表有5列" in few.problem
    numbers = _plan(PastedBlock(tuple(line[1:] for line in lines)), "t4")
    assert not numbers.typed
    assert "请把行名、表头一起复制" in numbers.problem  # which works, as above


def test_groups_of_table_four_in_another_order_are_told_by_the_names_above_them() -> None:
    names = ["复议后起诉", "行政复议", "未经复议直接起诉"]
    heads = ["总计", "结果维持", "结果纠正", "其他结果", "尚未审结"]
    for covered in ("", None):
        above = [text for name in names for text in (name, *[covered] * 4)]
        numbers = [str(_FOUR[name][head]) for name in names for head in heads]
        plan = _plan(PastedBlock((tuple(above), tuple(heads * 3), tuple(numbers))), "t4")
        assert {**plan.typed, **plan.totals} == _OF_FOUR
    assert not _plan(PastedBlock((tuple(heads * 3), tuple(numbers))), "t4").typed


@pytest.mark.parametrize(
    "rows",
    [
        ("行政许可|上年|412", "行政许可|本年|437", "行政处罚|上年|23", "行政处罚|本年|19"),
        ("2025年|行政许可|412", "|行政处罚|23", "2026年|行政许可|437", "|行政处罚|19"),
        ("年度|2025年||2026年|", "事项|行政许可|行政处罚|行政许可|行政处罚", "数量|412|23|437|19"),
    ],
)
def test_a_year_beside_or_above_the_names_of_rows_is_heeded(rows: tuple[str, ...]) -> None:
    plan = _plan(block(*rows), "t2")
    assert plan.typed == {"t2.licensing.decisions": "437", "t2.penalty.decisions": "19"}
    assert "没有填入" in plan.told[0]


# ---------------------------------------------------------------- sheets that tell no place


@pytest.mark.parametrize(
    ("table", "rows", "why"),
    [
        ("t2", ("文件类别|有效|新增|作废", "规章|1|2|3"), "没有认出列名“有效”、“新增”、“作废”"),
        ("t2", ("文件类别|2026年甲|2026年乙|2026年丙", "规章|1|2|3"), "没有认出列名“2026年甲”"),
        ("t2", ("文件类别|制发|制发|废止", "规章|1|2|3"), "“本年制发件数”有2列，分不清要填哪一列"),
        ("t2", ("|制发", "文件类别|废止", "规章|3"), "“废止”上面还有别的列名，分不清是哪一列"),
        ("t2", ("规章|1|2",), "“规章”一行有2个数字，没有列名，本表有3列"),
        ("t3", ("|张三|李四|王五|赵六|钱七|孙八", "（一）予以公开|1|2|3|4|5|6"), "没有认出列名“张三”"),
        ("t3", ("|自然人|自然人|总计", "（一）予以公开|1|2|3"), "“自然人”有2列，分不清要填哪一列"),
        ("t3", ("|2025年自然人|2025年商业企业", "（一）予以公开|1|2"), "数字都在“2025年自然人”、“2025年商业企业”下面"),
        ("t3", ("自然人|其他|商业企业", "1|2|3", "4|5|6"), "没有行名，分不清各行是哪一项"),
        ("t3", ("甲|乙|丙", "1|2|3", "4|5|6"), "没有认出列名“甲”、“乙”、“丙”"),
        ("t4", ("类别|驳回|撤销|其它|在审|小计", "行政复议|1|2|3|4|10"), "没有认出列名“驳回”、“撤销”、“其它”、“在审”"),
        (
            "t4",
            ("|".join(["结果纠正", "结果维持", "其他结果", "尚未审结", "总计"] * 3), "|".join("1" * 15)),
            "认出了表头",
        ),
    ],
)
def test_names_that_are_not_understood_take_nothing_and_say_which(table: str, rows: tuple[str, ...], why: str) -> None:
    plan = _plan(block(*rows), table)
    assert not plan.typed
    assert plan.problem.startswith(why)
    assert summary_lines(plan) == [f"没有可以填入的内容。{plan.problem}"]


@pytest.mark.parametrize(
    ("rows", "wanted", "told"),
    [
        (
            ("项目|自然人|商业企业|其他法人|合计", "（一）予以公开|15|3|2|20"),
            {"t3.R03.C1": "15", "t3.R03.C2": "3"},
            "没有认出“其他法人”是哪一列，没有填入；“科研机构”、",
        ),
        (
            ("项目|自然人|自然人占比|商业企业", "（一）予以公开|15|75%|2"),
            {"t3.R03.C1": "15", "t3.R03.C2": "2"},
            "不是本表的列没有填入：“自然人占比”",
        ),
        (
            ("项目|自然人|商业企业|男|女", "（一）予以公开|15|2|8|7"),
            {"t3.R03.C1": "15", "t3.R03.C2": "2"},
            "没有认出“男”、“女”是哪一列，没有填入；",
        ),
        (
            ("项目|自然人||商业企业|", "|上年|合计|上年|本年", "（一）予以公开|15|16|2|3"),
            {"t3.R03.C2": "3"},
            "不是本表的列没有填入：“上年”、“自然人合计”",
        ),
        (
            ("项目|增减情况||本年情况|", "|自然人|商业企业|商业企业|自然人", "（一）予以公开|1|2|3|4"),
            {"t3.R03.C1": "4", "t3.R03.C2": "3"},
            "不是本表的列没有填入：“增减情况自然人”、“增减情况商业企业”",
        ),
    ],
)
def test_a_column_that_is_not_understood_is_left_out_and_told(
    rows: tuple[str, ...], wanted: dict[str, str], told: str
) -> None:
    plan = _plan(block(*rows))
    assert _filled(plan) == wanted
    assert plan.told[0].startswith(told) or plan.told[1].startswith(told)


def test_a_column_with_another_one_below_the_same_head_is_not_taken() -> None:
    """Either may be last year's."""
    plan = _plan(block("项目|自然人||商业企业", "（一）予以公开|15|3|2"))
    assert plan.problem == "“自然人”有2列，分不清要填哪一列。请只留本年的一列再复制。"
    assert not plan.typed
    sums = _plan(block("项目|自然人|商业企业|总计|", "（一）予以公开|15|3|18|2"))
    assert _filled(sums) == {"t3.R03.C1": "15", "t3.R03.C2": "3"}


def test_a_sheet_of_another_part_whose_rows_have_units_is_sent_there() -> None:
    plan = _plan(block("行政许可（件）|437", "行政处罚（件）|19"), "t3")
    assert plan.problem.startswith("粘贴的是第二部分的表")


@pytest.mark.parametrize("seed", range(120))
def test_whatever_the_sheet_no_number_goes_to_another_name(seed: int) -> None:
    """Sheets made up at random: each number occurs once, and is found at its own place or nowhere."""
    found, truth, table = _made_up(random.Random(seed))
    plan = _plan(found, table)
    landed = {code: text for code, text in {**plan.typed, **plan.totals}.items() if text}
    assert {code: truth.get(code, "") for code in landed} == landed


def _made_up(dice: random.Random) -> tuple[PastedBlock, dict[str, str], str]:
    table = dice.choice([T3, T4])
    at = {(FORM.cells[code].row, FORM.cells[code].column): code for code in table.cells}
    numbers = iter(dice.sample(range(10_000, 99_999), 3_000))
    rows, columns = list(table.rows), list(table.columns)
    dice.shuffle(columns)
    rows, columns = rows[dice.randrange(3) :], columns[dice.randrange(3) :]
    truth = {at[row, column]: str(next(numbers)) for row in rows for column in columns}
    years = dice.choice([[], ["上年", "本年"], ["2026年", "2025年"], ["去年", "今年", "增减"]])
    covered = dice.choice([None, ""])
    strange = dice.randrange(len(columns) * 3)  # one name that nobody understands, in a third of the sheets
    cells: list[list[str | None]] = [[text] for text in ("", covered, *(table.rows[row].name for row in rows))]
    for n, column in enumerate(columns):
        name = "新类别" if n == strange else table.columns[column].label + dice.choice(["", "（件）", "数"])
        for year in years or [""]:
            cells[0].append(name if year == (years or [""])[0] else covered)
            cells[1].append(year or covered)
            for line, row in zip(cells[2:], rows, strict=True):
                own = truth[at[row, column]]
                line.append(own if year in ("", "本年", "2026年", "今年") else str(next(numbers)))
    if not years:
        del cells[1]
    extra = dice.choice(["", "小计", "占比", "上年合计", "网上"])
    if extra:
        place = dice.choice([1, len(cells[0])])
        for n, line in enumerate(cells):
            line.insert(place, extra if n == 0 else covered if n == 1 and years else str(next(numbers)))
    found = PastedBlock(tuple(map(tuple, cells)))
    return (_turned(found) if dice.random() < 0.4 else found), truth, table.id


def test_no_two_numbers_of_a_plan_share_a_place() -> None:
    plan = _plan(_sheet(_Q10, years=("上年", "本年")))
    codes = sorted(one.code for one in plan.landings if one.code)
    assert all(one != other for one, other in pairwise(codes))


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("行政诉讼（未经复议直接起诉）", "direct"),
        ("行政诉讼（复议后起诉）", "after_review"),
        ("行政诉讼（件）", ""),
        ("别的（复议后起诉）", ""),
    ],
)
def test_a_row_of_table_four_may_stand_in_brackets_behind_its_group(text: str, row: str) -> None:
    assert FormWords(load_form().tables["t4"]).row(text) == row
