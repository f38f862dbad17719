"""Wide numbers get the room that the columns beside them do not need; those of a row are set alike."""

import io
import zipfile
from itertools import accumulate
from typing import Any

import pytest
from lxml import etree

from core.form.form_reader import load_form
from core.report.entry_text import Refused
from core.report.shown_report import shown_report
from core.word.number_room import number_sizes, widened
from core.word.plan import table_plan, text_width
from core.word.reader import read_report
from core.word.report import report_bytes
from core.word.style_profile import preset
from tests.core.report.sample_reports import random_report, written_report

FORM, STYLE = load_form(), preset()
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SMALL = {code: "1" for table in FORM.tables.values() for code in table.cells}


def lines_of_labels(form: Any, table: str) -> list[tuple[str, int]]:
    """Return how many characters of each label fit on a line of its cell, where it does not fit on one."""
    cells = [cell for row in table_plan(form.tables[table], STYLE).rows for cell in row.cells if cell.item.label]
    return [(cell.item.label, cell.room // 180) for cell in cells if cell.item.width == 1 and len(cell.item.label) > 3]


def test_usual_numbers_leave_the_form_as_it_is() -> None:
    assert widened(FORM, SMALL, STYLE) is FORM
    assert set(number_sizes(FORM, SMALL, STYLE).values()) == {9, 10.5}


@pytest.mark.parametrize("code", ["t4.review.total", "t4.direct.pending", "t3.R01.C1"])
def test_a_column_is_widened_before_its_number_is_set_smaller(code: str) -> None:
    numbers = SMALL | {code: "12345678"}
    form = widened(FORM, numbers, STYLE)
    table = form.tables[code[:2]]
    assert sum(table.widths) == text_width(STYLE)
    assert number_sizes(form, numbers, STYLE)[code] == 9
    pairs = zip(lines_of_labels(form, code[:2]), lines_of_labels(FORM, code[:2]), strict=True)
    assert all(now >= before for (_, now), (_, before) in pairs)
    changed = [key for key, other in FORM.tables.items() if form.tables[key] is not other]
    assert changed == [code[:2]]


def test_where_all_are_wide_those_of_a_row_are_set_alike_and_as_large_as_can_be() -> None:
    row = FORM.tables["t4"].cells
    numbers = SMALL | dict.fromkeys(row, "12345678")
    assert {number_sizes(widened(FORM, numbers, STYLE), numbers, STYLE)[code] for code in row} == {6.5}
    numbers |= dict.fromkeys(row[::2], "1")
    assert {number_sizes(widened(FORM, numbers, STYLE), numbers, STYLE)[code] for code in row} == {7.5}
    assert number_sizes(FORM, numbers, STYLE)["t3.R01.C1"] == 9  # another row is none the smaller


def test_no_number_is_set_tiny_for_the_sake_of_another_nor_for_a_refused_text() -> None:
    row = FORM.tables["t4"].cells
    numbers = SMALL | dict.fromkeys(row, "9" * 15) | {row[0]: "1"}
    assert number_sizes(FORM, numbers, STYLE)[row[0]] == 6
    numbers = SMALL | {row[1]: "待核实的一大段文字"}
    sizes = number_sizes(FORM, numbers, STYLE)
    assert (sizes[row[0]], sizes[row[1]]) == (9, 4)


def test_the_word_file_has_these_widths_and_sizes_and_is_read_back() -> None:
    report = written_report().with_cells({"t4.review.upheld": 12345678, "t3.R02.C1": Refused("甲乙", "C-04", "")})
    shown = shown_report(report)
    data = report_bytes(report)
    assert read_report(data).by_code() == shown.by_code()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    table = list(body.iter(f"{W}tbl"))[2]
    grid = [int(column.get(f"{W}w", "")) for column in table.iter(f"{W}gridCol")]
    assert tuple(grid) == widened(report.form, shown.numbers, STYLE).tables["t4"].widths
    assert list(accumulate(grid))[-1] == text_width(STYLE)
    runs = {run.findtext(f"{W}t"): run for run in table.iter(f"{W}r")}
    size = runs["12345678"].find(f"{W}rPr/{W}sz")
    assert size is not None
    assert size.get(f"{W}val") == "18"


@pytest.mark.parametrize("seed", range(5))
def test_what_follows_has_its_usual_columns_again(seed: int) -> None:
    wide = written_report().with_cells({"t4.review.upheld": 12345678})
    usual = random_report(seed).with_cells({code: 1 for code in FORM.tables["t4"].cells if "total" not in code})
    first = report_bytes(usual)
    report_bytes(wide)
    assert report_bytes(usual) == first


@pytest.mark.parametrize("largest", [9, 9_999_999, 99_999_999])
def test_numbers_that_all_fit_are_set_as_if_each_were_looked_at(monkeypatch: pytest.MonkeyPatch, largest: int) -> None:
    numbers = SMALL | {code: str(largest) for code in FORM.tables["t3"].cells[::3]} | {"t2.R01.C1": ""}
    quick = number_sizes(FORM, numbers, STYLE), widened(FORM, numbers, STYLE).tables
    monkeypatch.setattr("core.word.number_room._all_fit", lambda *_: False)
    assert (number_sizes(FORM, numbers, STYLE), widened(FORM, numbers, STYLE).tables) == quick
