"""Templates filled from a report, and what stands in them then."""

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import docx

from core.base.resources import resource_path
from core.office.papers.known import paper_values
from core.office.papers.paper import Filled, fill_paper
from core.report.entry_text import Number
from core.report.report import Report
from core.validation.validation import check_report

DAY = date(2026, 1, 12)


SAMPLE = resource_path("samples", "示例.xlsx")


NAME = re.compile("【(.+?)】")


def values_of(report: Report, last: Report | None = None) -> dict[str, str | Number]:
    return paper_values(report, check_report(report, last_year=last, today=DAY), today=DAY, last_year=last)


def fill(path: Path, report: Report, last: Report | None = None) -> Filled:
    return fill_paper(path, report.form_id, values_of(report, last))


def texts_of(data: bytes) -> list[str]:
    document = docx.Document(io.BytesIO(data))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    return [p.text for p in [*document.paragraphs, *(p for cell in cells for p in cell.paragraphs)]]


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
