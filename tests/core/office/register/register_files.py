"""Registers for tests: a few rows as a text file or a workbook, and what the program counts of them."""

import csv
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

import openpyxl

from core.form.form_reader import form_for_year
from core.office.register.count import RegisterCount, count_register
from core.office.register.mapping import RegisterMapping
from core.office.register.reading import read_register
from core.office.register.rows import Decisions
from core.report.report import Report

HEAD = ("登记号", "收到日期", "申请人类别", "办结日期", "办理结果")
GOOD = ("1", "2025-3-5", "自然人", "2025-3-20", "予以公开")


def text_register(folder: Path, *rows: Sequence[object], head: Sequence[str] = HEAD) -> Path:
    """Write a register as .csv in UTF-8."""
    stream = StringIO()
    csv.writer(stream).writerows([head, *rows])
    path = folder / "台账.csv"
    path.write_text(stream.getvalue(), encoding="utf-8")
    return path


def book_register(folder: Path, *rows: Sequence[object], head: Sequence[object] = HEAD) -> Path:
    """Write a register as .xlsx."""
    book = openpyxl.Workbook()
    for row in (head, *rows):
        book.worksheets[0].append(list(row))
    path = folder / "台账.xlsx"
    book.save(path)
    return path


def counted(
    path: Path,
    mapping: RegisterMapping | None = None,
    *,
    year: int = 2025,
    decisions: Decisions | None = None,
    last_year: Report | None = None,
    unit: str = "",
) -> RegisterCount:
    """Have the program count a register."""
    return count_register(
        read_register(path),
        form_for_year(year),
        year,
        mapping or RegisterMapping(),
        name=path.name,
        decisions=decisions,
        last_year=last_year,
        unit=unit,
    )


def numbers(found: RegisterCount) -> dict[str, object]:
    """Return what was counted and is not 0, totals left out."""
    form = form_for_year(found.year)
    return {c: n for c, n in found.counted.numbers.items() if n and not form.cells[c].is_derived}


def rules(found: RegisterCount) -> list[str]:
    """Return the rules of the findings."""
    return [finding.rule for finding in found.findings]
