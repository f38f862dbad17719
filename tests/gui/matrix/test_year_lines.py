"""Of lines of several years below each other those of the report's year are taken, or nothing where it is not sure."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from gui.matrix.best_block import best_block
from gui.matrix.landings import LOST, PastePlan
from gui.matrix.paste_plan import plan_paste
from gui.matrix.paste_preview import summary_lines
from gui.matrix.pasted_block import PastedBlock, read_html, read_tsv
from tests.gui.matrix.pasted_pieces import FORM, T2, T3, block

_HEADS = [line.label for line in T3.columns.values()]
_NAMES = [line.label for line in T3.rows.values()]
_THIS = [[i + j for j in range(6)] for i in range(25)]
_LAST = [[i + j + 100 for j in range(6)] for i in range(25)]
_TYPED = {f"t3.R{i + 1:02}.C{j + 1}": str(n) for i, line in enumerate(_THIS) if i != 23 for j, n in enumerate(line)}


def _plan(found: PastedBlock, year: int | None = 2026, table: str = "t3") -> PastePlan:
    start = FORM.tables[table].cells[0]
    return plan_paste(FORM, FORM.tables[table], found, start, [start], {}, year)


def _line(first: Sequence[str], numbers: Sequence[int]) -> str:
    return "\t".join([*first, *map(str, numbers), str(sum(numbers))])


def _table(numbers: Sequence[Sequence[int]], head: str) -> list[str]:
    return ["\t".join([head, *_HEADS]), *(_line([name], line) for name, line in zip(_NAMES, numbers, strict=True))]


def _beside(years: Sequence[str], *, head: str = "年度", repeats: bool = False) -> list[str]:
    """A sheet with a line for each year beside the names; the first year that is no other one is the report's."""
    found = ["\t".join(["项目", head, *_HEADS])]
    for i, name in enumerate(_NAMES):
        for n, year in enumerate(years):
            numbers = _THIS[i] if year in ("2026年", "2026", "本年", "2026年度", "本年数") else _LAST[i]
            found.append(_line([name if repeats or not n else "", year], numbers))
    return found


def _read(lines: Sequence[str]) -> PastedBlock:
    return read_tsv("\n".join(lines))


def _typed(plan: PastePlan) -> dict[str, str]:
    assert not plan.problem, plan.problem
    return dict(plan.typed)


@pytest.mark.parametrize("repeats", [False, True])
@pytest.mark.parametrize(
    "years",
    [
        ("2025年", "2026年"),
        ("2026年", "2025年"),
        ("2025", "2026"),
        ("上年", "本年"),
        ("上年数", "本年数"),
        ("2025年度", "2026年度"),
        ("2024年", "2025年", "2026年"),
        ("2025年", "2026年", "增减"),
        ("2026年",),
    ],
)
@pytest.mark.parametrize("head", ["年度", ""])
def test_years_in_a_column_beside_the_rows(years: tuple[str, ...], head: str, repeats: bool) -> None:
    plan = _plan(_read(_beside(years, head=head, repeats=repeats)))
    assert _typed(plan) == _TYPED
    assert not plan.of_kind(LOST)
    said = "\n".join(summary_lines(plan))
    for other in years:
        is_mine = "2026" in other or "本年" in other
        told = other if other == "增减" or not other[0].isdecimal() else f"{other[:4]}年"
        assert is_mine or f"“{told}”的25行" in said


def test_years_beside_merged_names() -> None:
    rows = [f"<tr><td>项目<td>年度{''.join(f'<td>{head}' for head in _HEADS)}"]
    for i, name in enumerate(_NAMES):
        for year, numbers in (("2025年", _LAST[i]), ("2026年", _THIS[i])):
            cell = f"<td rowspan=2>{name}" if year == "2025年" else ""
            rows.append(f"<tr>{cell}<td>{year}{''.join(f'<td>{n}' for n in [*numbers, sum(numbers)])}")
    plan = _plan(read_html(f"<table>{''.join(rows)}</table>")[0])
    assert _typed(plan) == _TYPED


def test_a_year_without_numbers() -> None:
    lines = _beside(("2025年", "2026年"))
    lines[5] = "\t".join([_NAMES[2], "2025年", *["—"] * 7])
    lines[8] = "\t".join(["", "2026年", *[""] * 7])
    plan = _plan(_read(lines))
    assert _typed(plan) == {code: "" if ".R04." in code else text for code, text in _TYPED.items()}


def test_landings_keep_their_lines() -> None:
    plan = _plan(_read(_beside(("2025年", "2026年"))))
    assert {landing.row for landing in plan.landings if landing.code.startswith("t3.R02")} == {4}


@pytest.mark.parametrize("years", [("2025年",), ("上年",), ("2024年", "2025年")])
def test_no_line_of_the_report_year(years: tuple[str, ...]) -> None:
    plan = _plan(_read(_beside(years)))
    assert not plan.typed
    said = "、".join(f"“{year}”" for year in years)
    assert plan.problem == (
        f"各行写的是{said}，本报告是2026年的，没有填入。请只复制2026年的各行（连同行名、列名）再粘贴。"
    )


def test_a_row_without_the_report_year_is_named() -> None:
    lines = _beside(("2025年", "2026年"), repeats=True)
    plan = _plan(_read(lines[:2] + lines[3:]))
    assert _typed(plan) == {code: text for code, text in _TYPED.items() if ".R01." not in code}
    assert f"“{_NAMES[0]}”没有“2026年”的数，没有填入" in plan.told


def test_what_is_not_certain_is_not_filled_in() -> None:
    lines = _beside(("2025年", "2026年"))
    cells = lines[4].split("\t")
    lines[4] = "\t".join([cells[0], "二六年", *cells[2:]])
    plan = _plan(_read(lines))
    assert not plan.typed
    assert plan.problem.startswith("第2、4、6、8、10、12等行是“2025年”的，第3、7、9、11、13、15等行是“2026年”的")
    assert "，第5行没有写是哪一年的，分不清各行是哪一年的。请只复制2026年的各行" in plan.problem
    again = _beside(("2025年", "2025年"))
    assert "分不清" in _plan(_read([*again[:3], *_beside(("2025年", "2026年"))[3:]])).problem


def test_years_in_digits_without_a_report_year() -> None:
    plan = _plan(_read(_beside(("2025年", "2026年"))), None)
    assert not plan.typed
    assert "基本信息里没有填写年度" in plan.problem
    assert _typed(_plan(_read(_beside(("上年", "本年"))), None)) == _TYPED


@pytest.mark.parametrize("heads", [("2025年", "2026年"), ("项目（2025年）", "项目（2026年）"), ("上年", "本年")])
def test_a_table_above_another_with_the_year_in_its_head(heads: tuple[str, str]) -> None:
    last, this = _table(_LAST, heads[0]), _table(_THIS, heads[1])
    for lines in ([*last, *this], [*this, *last]):
        plan = _plan(_read(lines))
        assert _typed(plan) == _TYPED
        assert not plan.of_kind(LOST)
        assert any("的25行不是本年的，没有填入" in told for told in plan.told)


@pytest.mark.parametrize("titles", [("2025年", "2026年"), ("某局2025年情况表", "某局2026年情况表"), ("上年", "本年")])
def test_a_table_above_another_with_the_year_in_a_title(titles: tuple[str, str]) -> None:
    last, this = _table(_LAST, "项目"), _table(_THIS, "项目")
    plan = _plan(_read([titles[0], *last, titles[1], *this]))
    assert _typed(plan) == _TYPED
    assert not plan.of_kind(LOST)
    assert _typed(_plan(_read([titles[0], *last, titles[1], *this[1:]]))) == _TYPED  # its heads stand above


def test_tables_without_a_year() -> None:
    last, this = _table(_LAST, "项目"), _table(_THIS, "项目")
    plan = _plan(_read([*last, "2026年", *this]))
    assert plan.problem.startswith("第29—53行是“2026年”的，第2—26行没有写是哪一年的，分不清哪些是本年的。")
    plan = _plan(_read([*this, "2025年", *last]))
    assert _typed(plan) == _TYPED
    assert plan.told[0] == "填的是没有写年度的那张表的数，请核对是不是本年的；“2025年”的25行不是本年的，没有填入"
    assert "分不清哪些是本年的" in _plan(_read(["2024年", *last, "2025年", *this])).problem
    assert "基本信息里没有填写年度" in _plan(_read(["2025年", *last, "2026年", *this]), None).problem


def test_the_only_table_is_of_last_year() -> None:
    plan = _plan(_read(_table(_THIS, "2025年")))
    assert _typed(plan) == _TYPED
    assert plan.told == ("表头写的是“2025年”，请核对是不是本年的表",)
    assert _plan(_read(_table(_THIS, "2026年"))).told == ()


def test_several_tables_of_a_page() -> None:
    def html(numbers: Sequence[Sequence[int]]) -> str:
        lines = (line.split("\t") for line in _table(numbers, "项目"))
        return f"<table>{''.join('<tr>' + ''.join(f'<td>{cell}' for cell in line) for line in lines)}</table>"

    blocks = read_html(html(_LAST) + html(_THIS))
    plan = _plan(best_block(blocks, T3))
    assert not plan.typed
    assert plan.problem.startswith("复制的内容里有2张这样的表，分不清哪张是本年的，没有填入。")
    assert _plan(best_block(blocks[:1], T3)).told == ()


def test_other_tables() -> None:
    sheet = block(
        "信息内容|年度|本年制发件数|本年废止件数|现行有效件数",
        "规章|2025年|9|9|9",
        "|2026年|1|0|4",
        "行政规范性文件|2025年|8|8|8",
        "|2026年|2|1|7",
    )
    plan = _plan(sheet, table="t2")
    assert [plan.typed[code] for code in T2.cells[:6]] == ["1", "0", "4", "2", "1", "7"]
