"""Plain texts as blocks: whatever stands in them, the reader comes to their end."""

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest

from core.base.errors import FileError, ReportError
from core.published import CLIPBOARD, import_clipboard, import_report
from core.published.plain_text import read_plain_text
from core.visible.blocks import Paragraph, VisibleTable, moved_on
from tests.core.published import published_shapes as shapes
from tests.core.published.published_samples import all_samples
from tests.core.published.published_shapes import Piece
from tests.core.published.test_published_report import check

SMALL = next(sample for sample in all_samples() if sample.name == "small")


def test_a_row_above_a_table_of_cells_is_read_and_the_reader_moves_on() -> None:
    title, *tables = read_plain_text("某局2024年政府信息公开工作年度报告\n甲\t乙\n\t1\n\t2\n\t3\n", CLIPBOARD).blocks

    assert isinstance(title, Paragraph)
    assert [
        cell.text for table in tables if isinstance(table, VisibleTable) for row in table.rows for cell in row.cells
    ]


@pytest.mark.parametrize("layout", list(itertools.product("rc", repeat=3)), ids="".join)
def test_each_table_may_be_printed_as_rows_or_as_cells(layout: tuple[str, str, str]) -> None:
    """A page whose cells hold paragraphs in one table only is copied with rows here and a line for each cell there."""
    waiting = iter(layout)
    pieces = shapes.pieces(SMALL)
    text = "\n".join(
        shapes.cells_as_lines([piece]) if piece[0] == "grid" and next(waiting) == "c" else shapes.rows_as_lines([piece])
        for piece in pieces
    )

    imported = import_clipboard(None, text)

    assert imported.is_complete
    assert {code: imported.printed[code] for code in SMALL.expected} == SMALL.expected


@pytest.mark.parametrize(
    "text",
    ["甲\t乙\n" + "\n" * 20_000, "\n \n" * 20_000, " " * 200_000, '"' + "甲\n" * 20_000, '甲\t"' + '""乙\n' * 20_000],
    ids=["blank lines", "lines of a blank", "blanks", "an open quotation mark", "doubled quotation marks"],
)
def test_long_runs_of_blanks_or_quotation_marks_take_no_time(text: str) -> None:
    read_plain_text(text, CLIPBOARD)  # took minutes, in one step that nothing could break off


def test_a_quoted_cell_may_hold_lines() -> None:
    [table] = read_plain_text('甲\t"第一行\n第""二""行"\t"乙"\n1\t2\t3\n', CLIPBOARD).blocks

    assert isinstance(table, VisibleTable)
    assert [cell.text for cell in table.rows[0].cells] == ["甲", '第一行第"二"行', '"乙"']


def test_a_text_longer_than_any_report_is_refused() -> None:
    whole = shapes.rows_as_lines(shapes.pieces(SMALL))
    with pytest.raises(FileError, match="“剪贴板”的内容过大"):
        import_clipboard(None, whole + "\n甲" + "乙" * 100_000)
    with pytest.raises(FileError, match="“剪贴板”的内容过大"):
        import_clipboard(None, whole + "\n" * 1_000_000)


@pytest.mark.parametrize(
    "header",
    ["总计\t" * 20_000, "某局2024年政府信息公开工作年度报告 " * 20_000, "某局年度报告\n" * 5_000 + "甲" * 200_000],
    ids=["columns", "titles in a line", "titles in lines"],
)
def test_thousands_of_columns_or_titles_take_no_time(header: str) -> None:
    whole = shapes.rows_as_lines(shapes.pieces(SMALL))
    assert import_clipboard(None, f"{header}\n{whole}").is_complete


def test_a_reader_that_stands_still_is_stopped_with_a_sentence() -> None:
    assert moved_on(3, 4) == 4
    with pytest.raises(ReportError, match="第4行"):
        moved_on(3, 3)


@pytest.mark.parametrize(
    "write",
    [
        shapes.drawn,
        shapes.marked_down,
        lambda report: shapes.indented(report, shapes.rows_as_lines),
        lambda report: shapes.indented(report, shapes.cells_as_lines),
        lambda report: shapes.rows_as_lines(report).replace("。\r\n", "。\t\r\n"),
    ],
)
def test_strokes_between_cells_and_tabs_around_text_are_understood(
    write: Callable[[list[Piece]], str], tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(write(shapes.pieces(SMALL)), encoding="utf-8")
    check(import_report(path), SMALL)
