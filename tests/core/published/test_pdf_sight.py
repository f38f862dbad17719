"""What nobody sees in a PDF, what a line strikes out and what stands beside a table joins no number, and is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from core.published.pdf_drawing import Area, Drawing
from core.published.pdf_marks import Mark, Run
from core.published.pdf_sight import Sights, pieces_of, sights_of
from core.report.entry_text import Refused
from tests.core.published.published_pdf import HEIGHT, Setter, Sheet, pdf, set_report
from tests.core.published.published_shapes import pieces
from tests.core.published.test_pdf import FIRST, LARGE, SMALL, read, told, with_numbers

Draw = Callable[[Sheet, float, float], None]


def coloured(sheet: Sheet, colour: str, draw: Callable[[], None]) -> None:
    """Draw something in a colour (``1 1 1 rg``), then go on in black."""
    sheet.operators.append(colour)
    draw()
    sheet.operators.append("0 0 0 rg")


def filled(sheet: Sheet, left: float, top: float, right: float, bottom: float) -> None:
    sheet.box(left, top, right, bottom)
    sheet.operators[-1] = sheet.operators[-1].replace("re S", "re f")


@pytest.mark.parametrize("struck", ["9", "1"])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_single_digit_that_is_struck_out_is_no_part_of_a_number(struck: str, is_first: bool, tmp_path: Path) -> None:
    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.put(x + 2, y, f"{struck}40" if is_first else f"40{struck}", 7)  # 4.2 points a digit
        at = x + 2 if is_first else x + 10.4
        sheet.line(at, y - 1.8, at + 4.2, y - 1.8)

    imported = read(tmp_path, with_numbers(draw))
    assert imported.printed[FIRST] == 40
    assert f"有1处文字划了删除线，按已删除处理，没有读入，请核对：第1页“{struck}”" in told(imported)


def test_a_short_line_under_a_digit_strikes_nothing_out(tmp_path: Path) -> None:
    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.put(x + 2, y, "40", 7)
        sheet.line(x + 6.2, y + 0.9, x + 10.4, y + 0.9)
        sheet.line(x + 6.2, y - 2.1, x + 7.4, y - 2.1)  # the tail of a letter, or a speck

    assert read(tmp_path, with_numbers(draw)).printed[FIRST] == 40


def behind_white(sheet: Sheet, x: float, y: float) -> None:
    sheet.put(x + 2, y, "37", 8)
    coloured(sheet, "1 1 1 rg", lambda: sheet.put(x + 11.6, y, "9", 8))


def behind_tiny(sheet: Sheet, x: float, y: float) -> None:
    sheet.put(x + 2, y, "37", 8)
    sheet.put(x + 11.6, y, "9", 1)


def behind_same(sheet: Sheet, x: float, y: float) -> None:
    coloured(sheet, "0.2 0.4 0.8 rg", lambda: filled(sheet, x + 11.5, y - 9, x + 20, y + 3))
    sheet.put(x + 2, y, "37", 8)
    coloured(sheet, "0.2 0.4 0.8 rg", lambda: sheet.put(x + 11.6, y, "9", 8))


def behind_covered(sheet: Sheet, x: float, y: float) -> None:
    sheet.put(x + 2, y, "379", 8)
    coloured(sheet, "1 1 1 rg", lambda: filled(sheet, x + 11.6, y - 9, x + 20, y + 3))


@pytest.mark.parametrize("draw", [behind_white, behind_tiny, behind_same, behind_covered])
def test_a_digit_that_nobody_sees_is_left_out_and_told(draw: Draw, tmp_path: Path) -> None:
    imported = read(tmp_path, with_numbers(draw))
    assert imported.printed[FIRST] == 37
    assert "有1处看不见的字（与底色相同、极小或被盖住）没有读入：第1页“9”，请对照原文" in told(imported)


def test_a_number_under_a_box_with_another_one_on_it_gives_way_to_that(tmp_path: Path) -> None:
    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.put(x + 2, y, "733", 8)
        coloured(sheet, "1 1 1 rg", lambda: filled(sheet, x + 1, y - 9, x + 20, y + 3))
        sheet.put(x + 2, y, "745", 8)

    imported = read(tmp_path, with_numbers(draw))
    assert imported.printed[FIRST] == 745
    assert "有2处看不见的字" in told(imported)  # of two like texts at one place pdfium gives the first alone


def test_a_digit_written_in_white_and_again_in_black_is_seen(tmp_path: Path) -> None:
    def draw(sheet: Sheet, x: float, y: float) -> None:
        coloured(sheet, "1 1 1 rg", lambda: sheet.put(x + 2, y, "37", 8))
        sheet.put(x + 2, y, "37", 8)

    assert read(tmp_path, with_numbers(draw)).printed[FIRST] == 37


def on_blue(sheet: Sheet, x: float, y: float) -> None:
    coloured(sheet, "0.2 0.4 0.8 rg", lambda: filled(sheet, x + 1, y - 9, x + 20, y + 3))
    coloured(sheet, "1 1 1 rg", lambda: sheet.put(x + 2, y, "37", 8))


def on_box(sheet: Sheet, x: float, y: float) -> None:
    coloured(sheet, "1 1 1 rg", lambda: filled(sheet, x + 1, y - 9, x + 20, y + 3))
    sheet.put(x + 2, y, "37", 8)


def beside_box(sheet: Sheet, x: float, y: float) -> None:
    sheet.put(x + 2, y, "37", 8)
    coloured(sheet, "1 1 1 rg", lambda: filled(sheet, x + 12, y - 9, x + 20, y + 3))
    sheet.operators.append("q 0 0 1 1 re W n")  # what is cut out shows nothing of the box
    coloured(sheet, "1 1 1 rg", lambda: filled(sheet, x + 1, y - 9, x + 20, y + 3))
    sheet.operators.append("Q")


@pytest.mark.parametrize("draw", [on_blue, on_box, beside_box])
def test_what_is_seen_on_a_colour_or_beside_a_box_is_read(draw: Draw, tmp_path: Path) -> None:
    imported = read(tmp_path, with_numbers(draw))
    assert imported.printed[FIRST] == 37
    assert "看不见" not in told(imported)


def test_a_faint_digit_is_told_and_no_number(tmp_path: Path) -> None:
    setter = set_report(Setter(), pieces(LARGE))
    sheet, number = next((s, line) for s in setter.sheets for line in s.operators if _said(line) == "63530")
    x, y = map(float, number.split(" Tm")[-2].split()[-2:])  # of its last digit
    coloured(sheet, "0.88 0.88 0.88 rg", lambda: sheet.put(x + 4.8, HEIGHT - y, "9", 8))
    imported = read(tmp_path, pdf(setter.sheets))
    assert [entry.text for entry in imported.printed.values() if isinstance(entry, Refused)] == ["63530〓"]
    assert "有1处数字颜色太淡或太小，不知是否看得见，用“〓”代替，没有当作数字：" in told(imported)


def test_a_number_that_a_slanted_line_crosses_is_left_out_as_a_whole_and_told(tmp_path: Path) -> None:
    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.put(x + 2, y, "733", 8)
        sheet.line(x + 1, y + 1, x + 18, y - 8)

    imported = read(tmp_path, with_numbers(draw))
    assert imported.printed[FIRST] is None
    assert "有1处数字被斜线划过，不知是否作废，没有读入：第1页“733”，请对照原文填写" in told(imported)


def test_a_slanted_line_in_an_empty_cell_is_no_matter(tmp_path: Path) -> None:
    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.line(x, y + 10, x + 30, y - 15)

    imported = read(tmp_path, with_numbers(draw))
    assert imported.printed[FIRST] is None
    assert "斜线" not in told(imported)


def test_the_numbers_of_a_row_with_digits_beside_its_table_are_none(tmp_path: Path) -> None:
    setter = set_report(Setter(), pieces(SMALL))
    number, label = next(
        (n, line)
        for n, sheet in enumerate(setter.sheets)
        for line in sheet.operators
        if "予以公开" in _said(line) and "不予公开" not in _said(line)
    )
    sheet = setter.sheets[number]
    base = HEIGHT - float(label.partition(" Tm")[0].split()[-1])
    for step, digit in enumerate("242"):
        sheet.put(595 - 57.5 + 1, base - 8 + 5 * step, digit, 4)
    imported = read(tmp_path, pdf(setter.sheets))
    assert "2\n4\n2" not in "".join(imported.report.texts.values())
    assert "表格的边线外有“242”" in told(imported)
    refused = {code for code, entry in imported.printed.items() if isinstance(entry, Refused)}
    assert len({code.split(".")[1] for code in refused}) == 1
    others = {code: entry for code, entry in imported.printed.items() if code not in refused}
    assert others == {code: SMALL.expected[code] for code in others}


def _said(operator: str) -> str:
    """What an operator writes."""
    codes = [piece.partition(">")[0] for piece in operator.split("<")[1:]]
    return "".join(chr(int(code, 16)) for code in codes)


def test_many_areas_on_many_characters_take_no_time() -> None:
    marks = [
        Mark("9", (n % 500, n // 500, n % 500 + 4, n // 500 + 6), (0, 0), 0, is_apart=False) for n in range(40_000)
    ]
    run = Run(0, 8, 8, is_hidden=False, colour=(0, 0, 0), owner=1)
    drawing = Drawing.__new__(Drawing)
    drawing.segments, drawing.slanted, drawing.orders = [], [(0.0, 0.0, 900.0, 900.0)] * 20_000, {1: 5}
    drawing.areas = [Area(n, (0, 0, 900, 900), (255, 255, 255), covers=True) for n in range(20_000)]
    assert isinstance(sights_of(marks, [run], drawing), Sights)
    assert pieces_of(marks, [0, 1, 4]) == ["99", "9"]


def test_digits_that_lie_over_each_other_are_no_number(tmp_path: Path) -> None:
    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.put(x + 3, y, "37", 8)
        sheet.put(x + 5.4, y, "12", 8)

    imported = read(tmp_path, with_numbers(draw))
    assert imported.printed[FIRST] is None
    assert any("〓" in text for _, text in imported.unrecognised)
    assert "第1页有数字互相压着（“3172”），分不清是什么数" in told(imported)


@pytest.mark.parametrize("moved", [0.3, 1.0, 1.6])
def test_digits_drawn_twice_are_one_number(moved: float, tmp_path: Path) -> None:
    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.put(x + 3, y, "337", 8)
        sheet.put(x + 3 + moved, y, "337", 8)

    assert read(tmp_path, with_numbers(draw)).printed[FIRST] == 337
