"""What offices put beside the plain numbers: no number may join another one, move, or come from last year."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from core.content.entry_text import Entry, Refused
from core.files.published_report import Imported, import_report
from tests.core import published_shapes as shapes
from tests.core.published_samples import Sample, all_samples
from tests.core.published_shapes import pieces

SAMPLES = {s.name: s for s in all_samples()}
NEW, OTHER = SAMPLES["small"], SAMPLES["large"]


def read(folder: Path, name: str, data: bytes) -> Imported:
    path = folder / name
    path.write_bytes(data)
    return import_report(path)


# ---------------------------------------------------------------- workbooks


def formatted(sample: Sample, code: str, value: float, number_format: str) -> bytes:
    """A workbook in which one number has another value and a number format."""
    mark = 987654
    marked = replace(sample, printed={**sample.printed, code: str(mark)})
    book = openpyxl.load_workbook(BytesIO(shapes.workbook({"报告": pieces(marked)})))
    cell = next(c for row in book.worksheets[0].iter_rows() for c in row if c.value == mark)
    cell.value, cell.number_format = value, number_format
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("value", "number_format", "wanted"),
    [
        (44961, 'm"月"d"日"', "2023年2月4日"),
        (44961, "[$-804]yyyy\\.m\\.d;@", "2023年2月4日"),
        (0.5, "h:mm", "0.5，是日期或时间"),
        (1, "0%", "100%"),
        (123456, "0!.0,", "123456，显示成另一个数"),
        (True, "General", "TRUE"),
        (12, ";;;", None),
        (12, "General", 12),
        (12, "#,##0_ ;[Red]\\-#,##0\\ ", 12),
        (12, '0"件"', 12),
        (0, '[=0]"—";0', 0),
        (12, '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"??_ ;_ @_ ', 12),
    ],
)
def test_a_number_that_a_workbook_shows_otherwise_is_no_count(
    value: float, number_format: str, wanted: Entry | str, tmp_path: Path
) -> None:
    imported = read(tmp_path, "a.xlsx", formatted(NEW, "t3.R01.C1", value, number_format))
    entry = imported.printed["t3.R01.C1"]
    assert (entry.text if isinstance(entry, Refused) else entry) == wanted
    assert imported.printed["t3.R01.C2"] == NEW.expected["t3.R01.C2"]
