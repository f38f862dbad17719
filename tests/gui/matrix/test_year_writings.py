"""However clerks write years beside rows, above columns and in names, last year's numbers are never filled in."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from gui.matrix.best_block import best_block
from gui.matrix.landings import LOST, PastePlan
from gui.matrix.paste_plan import plan_paste
from gui.matrix.paste_preview import summary_lines
from gui.matrix.pasted_block import PastedBlock, read_html, read_tsv
from gui.matrix.year_words import is_of_year, period_of
from tests.gui.matrix.pasted_pieces import FORM, T2, T3, T4, block

_HEADS = [line.label for line in T3.columns.values()]
_NAMES = [line.label for line in T3.rows.values()]
_THIS = [[i + j for j in range(6)] for i in range(25)]
_LAST = [[i + j + 100 for j in range(6)] for i in range(25)]
_TYPED = {f"t3.R{i + 1:02}.C{j + 1}": str(n) for i, line in enumerate(_THIS) if i != 23 for j, n in enumerate(line)}

_WRITINGS = [
    ("25年", "26年"),
    ("’25年", "’26年"),
    ("25年度", "26年度"),
    ("二五年", "二六年"),
    ("二〇二五年", "二〇二六年"),
    ("二○二五年度", "二○二六年度"),
    ("二零二五年", "二零二六年"),
    ("2025 年", "2026 年"),
    ("（2025年）", "（2026年）"),
    ("2025年数", "2026年数"),
    ("2025年全年", "2026年全年"),
    ("2025年1-12月", "2026年1-12月"),
    ("2025年1—12月", "2026年1—12月"),
    ("2025年（1-12月）", "2026年（1-12月）"),
    ("2025年1月至12月", "2026年1月至12月"),
    ("2025.1-12", "2026.1-12"),
    ("2025年底", "2026年底"),
    ("2025年末", "2026年末"),
    ("2025-12-31", "2026-12-31"),
    ("2025/12/31", "2026/12/31"),
    ("2025.12.31", "2026.12.31"),
    ("截至2025年12月31日", "截至2026年12月31日"),
    ("2025.1.1-2025.12.31", "2026.1.1-2026.12.31"),
    ("2025年1月1日至12月31日", "2026年1月1日至12月31日"),
    ("统计期间：2025.01.01—2025.12.31", "统计期间：2026.01.01—2026.12.31"),
    ("去年", "今年"),
    ("上年数", "本年数"),
    ("上年同期", "本期"),
    ("上年同期数", "本年累计"),
    ("去年1-12月", "今年1-12月"),
    ("上年底", "本年底"),
    ("上报告期", "本报告期"),
    ("上年（2025年）", "本年（2026年）"),
    ("2025年（上年）", "2026年（本年）"),
]
_ONLY = "请只复制2026年的各行（连同行名、列名）再粘贴。"


def _plan(found: PastedBlock, year: int | None = 2026, table: str = "t3") -> PastePlan:
    start = FORM.tables[table].cells[0]
    return plan_paste(FORM, FORM.tables[table], found, start, [start], {}, year)


def _read(lines: Sequence[str]) -> PastedBlock:
    return read_tsv("\n".join(lines))


def _numbers(numbers: Sequence[int]) -> list[str]:
    return [*map(str, numbers), str(sum(numbers))]


def _beside(years: tuple[str, str], *, head: str = "", repeats: bool = False) -> list[str]:
    found = ["\t".join(["项目", head, *_HEADS])]
    for i, name in enumerate(_NAMES):
        found.append("\t".join([name, years[0], *_numbers(_LAST[i])]))
        found.append("\t".join([name if repeats else "", years[1], *_numbers(_THIS[i])]))
    return found


def _above(years: tuple[str, str]) -> list[str]:
    found = ["\t".join(["项目", *(text for head in _HEADS for text in (head, ""))])]
    found.append("\t".join(["", *years * len(_HEADS)]))
    for name, last, this in zip(_NAMES, _LAST, _THIS, strict=True):
        pairs = zip(_numbers(last), _numbers(this), strict=True)
        found.append("\t".join([name, *(text for pair in pairs for text in pair)]))
    return found


def _in_names(years: tuple[str, str], shape: str) -> list[str]:
    found = ["\t".join(["项目", *_HEADS])]
    for i, name in enumerate(_NAMES):
        for year, numbers in zip(years, (_LAST[i], _THIS[i]), strict=True):
            found.append("\t".join([shape.format(name=name, year=year), *_numbers(numbers)]))
    return found


# ---------------------------------------------------------------- years that are told


@pytest.mark.parametrize("years", _WRITINGS)
def test_years_beside_the_rows(years: tuple[str, str]) -> None:
    for lines in (_beside(years), _beside(years, head="统计期间", repeats=True)):
        plan = _plan(_read(lines))
        assert not plan.problem
        assert plan.typed == _TYPED
        assert not plan.of_kind(LOST)
        assert "的25行不是本年的，没有填入" in plan.told[0]


@pytest.mark.parametrize("years", _WRITINGS)
def test_years_above_the_columns(years: tuple[str, str]) -> None:
    plan = _plan(_read(_above(years)))
    assert not plan.problem
    assert plan.typed == _TYPED
    assert plan.told[0].startswith("不是本表的列没有填入：")


def test_years_of_two_digits_alone() -> None:
    for lines in (_beside(("25", "26")), _beside(("25", "26"), head="年度"), _above(("25", "26"))):
        plan = _plan(_read(lines))
        assert plan.typed == _TYPED
        assert not plan.of_kind(LOST)


@pytest.mark.parametrize("shape", ["{name}（{year}）", "{name}({year})", "（{year}）{name}", "{name}【{year}】"])
@pytest.mark.parametrize(
    "years", [("2025年", "2026年"), ("2025年1-12月", "2026年1-12月"), ("25年", "26年"), ("上年", "本年")]
)
def test_years_in_the_names_of_rows(years: tuple[str, str], shape: str) -> None:
    plan = _plan(_read(_in_names(years, shape)))
    assert not plan.problem
    assert plan.typed == _TYPED
    assert not plan.of_kind(LOST)
    assert "的25行不是本年的，没有填入" in plan.told[0]


@pytest.mark.parametrize("shape", ["{year}{name}", "{name}-{year}", "{year}：{name}", "{name} {year}"])
def test_years_before_and_behind_the_names_of_rows(shape: str) -> None:
    assert _plan(_read(_in_names(("2025年", "2026年"), shape))).typed == _TYPED


def test_names_without_the_year_of_the_report() -> None:
    lines = _in_names(("2025年", "2026年"), "{name}（{year}）")
    assert _plan(_read([line for line in lines if "2025" not in line])).typed == _TYPED
    last = _plan(_read([line for line in lines if "2026" not in line]))
    assert last.problem == f"各行写的是“2025年”，本报告是2026年的，没有填入。{_ONLY}"
    assert "基本信息里没有填写年度" in _plan(_read(lines), None).problem
    this = _plan(_read([line.replace("（2026年）", "") for line in lines]))
    assert this.typed == _TYPED
    assert this.told[0].startswith("填的是没有写年度的各行的数，请核对是不是本年的；“2025年”的25行不是本年的")
    some = _plan(_read([lines[0], *lines[2:]][:2] + lines[3:]))
    assert some.typed == _TYPED
    gone = _plan(_read([*lines[:2], *lines[3:]]))
    assert gone.typed == {code: text for code, text in _TYPED.items() if ".R01." not in code}
    assert f"“{_NAMES[0]}”没有“2026年”的数，没有填入" in gone.told


@pytest.mark.parametrize("years", [("2025年", "2026年"), ("2026年", "2025年"), ("25年", "26年")])
def test_a_year_left_of_all_its_rows(years: tuple[str, str]) -> None:
    rows = [f"<tr><td>年度<td>项目{''.join(f'<td>{head}' for head in _HEADS)}"]
    for year in years:
        for i, name in enumerate(_NAMES):
            first = f"<td rowspan=25>{year}" if not i else ""
            numbers = _THIS[i] if "26" in year else _LAST[i]
            rows.append(f"<tr>{first}<td>{name}{''.join(f'<td>{n}' for n in _numbers(numbers))}")
    plan = _plan(read_html(f"<table>{''.join(rows)}</table>")[0])
    assert plan.typed == _TYPED
    assert plan.told == ("填的是“2026年”的数；“2025年”的25行不是本年的，没有填入",)
    assert not plan.of_kind(LOST)


# ---------------------------------------------------------------- tables beside each other


def _side_by_side(titles: tuple[str, str], *, has_heads: bool = True) -> list[str]:
    wide = [""] * len(_HEADS)
    found = ["\t".join([titles[0], *wide, "", titles[1], *wide])]
    found += ["\t".join(["项目", *_HEADS, "", "项目", *_HEADS])] if has_heads else []
    for name, last, this in zip(_NAMES, _LAST, _THIS, strict=True):
        found.append("\t".join([name, *_numbers(last), "", name, *_numbers(this)]))
    return found


@pytest.mark.parametrize("titles", [("2025年", "2026年"), ("2025年情况表", "2026年情况表"), ("25年", "26年")])
def test_tables_beside_each_other(titles: tuple[str, str]) -> None:
    plan = _plan(_read(_side_by_side(titles)))
    assert plan.typed == _TYPED
    assert plan.told[0] == "填的是“2026年”的数；“2025年”的25行不是本年的，没有填入"
    assert {one.column for one in plan.landings if one.code.endswith("C1")} == {len(_HEADS) + 3}


@pytest.mark.parametrize(
    ("titles", "why"),
    [
        (("", ""), "左右并排的2张表分不清哪张是2026年的，没有填入。"),
        (("2025年", ""), "左右并排的2张表分不清哪张是2026年的，没有填入。"),
        (("2024年", "2025年"), "左右并排的2张表写的是“2024年”、“2025年”，本报告是2026年的，没有填入。"),
    ],
)
def test_tables_beside_each_other_that_are_not_told(titles: tuple[str, str], why: str) -> None:
    plan = _plan(_read(_side_by_side(titles)))
    assert not plan.typed
    assert plan.problem == f"{why}请只复制2026年的那张（连同行名、列名）再粘贴。"
    assert "没有填写年度" in _plan(_read(_side_by_side(("2025年", "2026年"))), None).problem


def test_tables_of_other_times_without_a_report_year() -> None:
    said = "张表写的是“上年”、“去年”，没有本年的，没有填入。请只复制本年度的那张"
    assert said in _plan(_read(_side_by_side(("上年", "去年"))), None).problem
    tables = "".join(
        f"<table><tr><td>{year}</td></tr>{''.join(f'<tr><td>{name}<td>{n}' for name in _NAMES)}</table>"
        for n, year in enumerate(("上年", "去年"))
    )
    problem = best_block(read_html(tables), T3).problem
    assert "，写的是“上年”、“去年”，没有本年的，没有填入。请只复制本年度的那张" in problem


@pytest.mark.parametrize("years", [("2025年", "2026年"), ("二〇二五年度", "二〇二六年度"), ("上年", "本年")])
def test_several_tables_of_a_page_with_their_years(years: tuple[str, str]) -> None:
    def html(year: str, numbers: Sequence[Sequence[int]]) -> str:
        lines = [[year, *_HEADS], *([name, *_numbers(line)] for name, line in zip(_NAMES, numbers, strict=True))]
        return f"<table>{''.join('<tr>' + ''.join(f'<td>{cell}' for cell in line) for line in lines)}</table>"

    last, this = html(years[0], _LAST), html(years[1], _THIS)
    for page in (last + this, this + last):
        plan = _plan(best_block(read_html(page), T3, 2026))
        assert plan.typed == _TYPED
        assert plan.told[0].startswith("复制的内容里有2张这样的表，填的是“")
    again = _plan(best_block(read_html(last + last.replace(">100<", ">99<")), T3, 2026))
    assert not again.typed
    assert again.problem.startswith("复制的内容里有2张这样的表，")


# ---------------------------------------------------------------- years that are not told


@pytest.mark.parametrize("years", [("", ""), ("甲", "乙"), ("25", "二六"), ("第一次", "第二次"), ("2026-11-30", "x")])
def test_lines_of_the_same_name_without_a_year_are_not_filled_in(years: tuple[str, str]) -> None:
    for repeats in (False, True):
        plan = _plan(_read(_beside(years, repeats=repeats)))
        assert not plan.typed
        said = summary_lines(plan)[0]
        assert f"第2—3行都是“{_NAMES[0]}”，第4—5行都是“{_NAMES[1]}”" in said
        assert f"等25项，分不清哪一行是2026年的，没有填入。{_ONLY}" in said


def test_years_written_in_two_ways() -> None:
    plan = _plan(_read(_beside(("25", "26年"))))
    assert not plan.typed
    assert "分不清" in plan.problem


def test_only_the_lines_that_are_not_told_are_left_out() -> None:
    heads, names = "\t".join(["项目", *_HEADS]), _NAMES
    lines = [heads, "\t".join([names[0], *_numbers(_LAST[0])]), "\t".join(["", *_numbers(_THIS[0])])]
    rest = ["\t".join([name, *_numbers(line)]) for name, line in zip(names[1:], _THIS[1:], strict=True)]
    plan = _plan(_read([*lines, *rest]))
    assert plan.typed == {code: text for code, text in _TYPED.items() if ".R01." not in code}
    assert f"第2—3行都是“{names[0]}”，分不清哪一行是2026年的，没有填入。{_ONLY}" in summary_lines(plan)
    assert {one.why for one in plan.of_kind(LOST)} == {"这一项有2行，分不清哪一行是2026年的"}
    assert {one.row for one in plan.of_kind(LOST)} == {1, 2}
    same = _plan(_read([heads, "\t".join([names[0], *_numbers(_THIS[0])]), lines[2], *rest]))
    assert same.typed == _TYPED  # the same numbers twice are one row
    twice = _plan(_read([*lines, rest[0], *rest]))  # as they are beside others that differ
    assert twice.typed == plan.typed
    assert {one.row for one in twice.of_kind(LOST) if "分不清" in one.why} == {1, 2}
    assert f"第2—3行都是“{names[0]}”，分不清哪一行是2026年的，没有填入。{_ONLY}" in summary_lines(twice)


def test_a_table_above_another_without_a_year() -> None:
    heads = "\t".join(["项目", *_HEADS])
    tables = [
        [heads, *("\t".join([name, *_numbers(line)]) for name, line in zip(_NAMES, numbers, strict=True))]
        for numbers in (_LAST, _THIS)
    ]
    plan = _plan(_read([*tables[0], *tables[1]]))
    assert not plan.typed
    assert plan.problem.startswith(f"第2、28行都是“{_NAMES[0]}”")


@pytest.mark.parametrize(
    ("years", "said"),
    [
        (("2025年上半年", "2026年上半年"), "各行写的是“2025年上半年”、“2026年上半年”，本报告是2026年全年的"),
        (("2025年", "2026年1-6月"), "各行写的是“2025年”、“2026年1-6月”，本报告是2026年全年的"),
        (("2025年12月", "2026年12月"), "各行写的是“2025年12月”、“2026年12月”，本报告是2026年全年的"),
        (("上年（2024年）", "本年（2025年）"), "各行写的是“上年(2024年)”、“本年(2025年)”，本报告是2026年的"),
    ],
)
def test_a_part_of_the_year_is_not_the_year(years: tuple[str, str], said: str) -> None:
    plan = _plan(_read(_beside(years)))
    assert not plan.typed
    assert plan.problem == f"{said}，没有填入。{_ONLY}"
    assert not _plan(_read(_above(years))).typed


def test_turned_tables() -> None:
    sheet = ["项目|一、本年新收政府信息公开申请数量||二、上年结转政府信息公开申请数量|", "自然人|1|2|3|4"]
    lines = [*sheet, "商业企业|5|6|7|8"]
    plan = _plan(block(*lines))
    assert not plan.typed
    assert "第2—3列都是“一、本年新收政府信息公开申请数量”" in plan.problem
    assert plan.problem.endswith("分不清哪一列是2026年的，没有填入。请只复制2026年的各列（连同行名、列名）再粘贴。")
    for years in ("|25年|26年|25年|26年", "|25|26|25|26"):
        told = _plan(block(lines[0], years, *lines[1:]))
        assert told.typed == {"t3.R01.C1": "2", "t3.R01.C2": "6", "t3.R02.C1": "4", "t3.R02.C2": "8"}


def test_other_tables() -> None:
    rules = block("信息内容||本年制发件数|本年废止件数|现行有效件数", "规章|25年|9|9|9", "|26年|1|0|4")
    assert [_plan(rules, table="t2").typed[code] for code in T2.cells[:3]] == ["1", "0", "4"]
    single = block("项目|年度|数量", "行政许可|2025年1-12月|100", "|2026年1-12月|120")
    assert _plan(single, table="t2").typed == {"t2.licensing.decisions": "120"}
    cases = block("类别|年度|结果维持|结果纠正|其他结果|尚未审结|总计", "行政复议|25年|1|0|1|0|2", "|26年|3|1|0|0|4")
    assert [_plan(cases, table="t4").typed[code] for code in T4.cells[:4]] == ["3", "1", "0", "0"]


# ---------------------------------------------------------------- what is no year


def test_what_is_no_year() -> None:
    for text in ("2025-1-12", "2027-01-05", "2025—2026年", "25年", "十二五年", "2025年12月31日制表", "12", "", None):
        assert period_of(text) == ""
    assert not is_of_year(period_of("2026年一季度"), 2026)
    assert is_of_year(period_of("二〇二六年"), 2026)


def test_a_refused_cell_keeps_what_was_written() -> None:
    plan = _plan(block("2025-12-31"))
    assert [one.text for one in plan.landings] == ["2025-12-31"]


def test_a_single_year_of_two_digits() -> None:
    lines = _beside(("25年", "26年"), repeats=True)
    plan = _plan(_read([line for line in lines if "\t26年\t" not in line]))
    assert plan.problem == f"各行写的是“2025年”，本报告是2026年的，没有填入。{_ONLY}"
    assert _plan(_read([line for line in lines if "\t25年\t" not in line])).typed == _TYPED


def test_a_piece_of_a_column() -> None:
    heads = block("项目|其中：自然人|商业企业", "（一）予以公开|15|3")
    assert _plan(heads).typed == {"t3.R03.C1": "15", "t3.R03.C2": "3"}
