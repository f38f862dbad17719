"""The shipped sign-off sheet (审签单) laid out: texts, size of type and heights of its boxes, for Word and print alike.

The sheet is one A4 page in full-size type, and what the page leaves free goes to the boxes where people write. Where
the texts need more room the type becomes smaller, down to 9 points; then 疑点 with their reasons go to a table on a
second page, and so does 会签 of more than seven. How wide a text is, is reckoned (a Chinese character is as wide as the
type is high), with some room to spare, since fonts differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from math import ceil
from typing import Any, Literal

from core.base.day_words import iso_in_words
from core.checks.findings import CheckResult
from core.office.signers import signers
from core.office.signoff_fields import placeholders, signoff_fields
from core.office.signoff_values import for_a_new_sheet, signoff_values, warning_lines
from core.report.report import Report
from core.report.shown_report import shown_report
from core.report.title_lines import characters_wide, title_lines
from core.word.style_profile import StyleProfile

CellKind = Literal["label", "text", "signing", "sign"]

LINE = 1.3
"""Line pitch, as a multiple of the size."""
MARGIN = 16
"""Millimetres above and below."""

_POINTS = 72 / 25.4  # in a millimetre
_TWIPS = 20  # in a point
_PAGE_HEIGHT = 297  # mm
_SPARE = 16  # points that are left free, since another font may need a line more
_PADDING = 4  # points above and below the text of a cell together
_SIDES = 6  # points beside it
_SIZES = (1, 10 / 10.5, 9.5 / 10.5, 9 / 10.5)  # of the usual size; smaller cannot be read well on paper
_PLACEHOLDER = re.compile("【(.+?)】")
_SIGNING = (1.9, 1.6, LINE)  # line pitch where each line is signed, best first


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell: its name in print, a text, lines to be signed one by one, or a box for a signature."""

    text: str
    columns: int
    kind: CellKind


@dataclass(frozen=True, slots=True)
class SheetRow:
    """Cells from left to right; ``height`` in points at least."""

    cells: tuple[SheetCell, ...]
    height: float

    @property
    def is_signed(self) -> bool:
        """Whether people write here, so that it takes what the page leaves free."""
        return any(cell.kind == "sign" for cell in self.cells)


@dataclass(frozen=True, slots=True)
class SheetTable:
    """A table of the second page: its title, the widths of its columns in twips, the labels, and rows of texts."""

    title: str
    widths: tuple[int, ...]
    labels: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    row_height: float


@dataclass(frozen=True, slots=True)
class SignoffSheet:
    """The sheet as it is printed.

    Attributes:
        title: On top of the first page.
        mark: At the head of each further page: what it belongs to, and the checksum.
        size: Of the type, in points.
        signing: Line pitch in points where each line is signed.
        widths: Of the columns, in twips.
        appendix: Title of the second page, in lines.
        tables: What stands on it; there is none where this is empty.
    """

    title: str
    mark: str
    size: float
    signing: float
    widths: tuple[int, ...]
    rows: tuple[SheetRow, ...]
    appendix: tuple[str, ...] = ()
    tables: tuple[SheetTable, ...] = ()


def signoff_sheet(
    report: Report, result: CheckResult, *, today: date, stage: str, profile: StyleProfile
) -> SignoffSheet:
    """Return the shipped sheet for a report; the arguments as for ``signoff_bytes``."""
    fields = signoff_fields()
    values = signoff_values(report, result, today=today, stage=stage)
    names = {placeholder.value: placeholder.name for placeholder in placeholders()}
    for value in ("title", "unit"):
        lines = title_lines(values[names[value]], fields["sheet"][f"{value}_characters"])
        values[names[value]] = "\n".join(lines)
    tables = []
    if len(signing := signers(report)) > fields["signers"]["most"]:
        values[names["origins"]] = _elsewhere("signers", len(signing))
        tables.append(_signing_table(report))
    sheet = _fitted(values, profile)
    warnings = warning_lines(for_a_new_sheet(result))
    shown = len(warnings)
    while sheet is None and shown:  # fewer and fewer, in full-size type as long as any has room
        shown -= 1
        rest = _elsewhere("warnings", len(warnings) - shown)
        values[names["warnings"]] = "\n".join([*warnings[:shown], rest])
        sheet = _fitted(values, profile, full_size=shown > 0)
    if shown < len(warnings):
        tables.append(_table("warnings", ((line,) for line in warnings[shown:])))
    sheet = sheet or _set(values, profile, _SIZES[-1], LINE)
    checksum = values[names["checksum"]]
    longest = fields["sheet"]["appendix_characters"]
    return replace(
        sheet,
        mark=f"{fields['title']}　校验码 {checksum}",
        appendix=title_lines(f"{shown_report(report).title}{fields['sheet']['appendix']}", longest) if tables else (),
        tables=tuple(tables),
    )


def _fitted(values: Mapping[str, str], style: StyleProfile, *, full_size: bool = False) -> SignoffSheet | None:
    """Return the sheet in the largest type in which it fits on its page, the boxes grown; None where it does not."""
    ways = [(1.0, signing) for signing in _SIGNING] + ([] if full_size else [(size, LINE) for size in _SIZES[1:]])
    for scale, signing in ways:
        sheet = _set(values, style, scale, signing)
        room = (_PAGE_HEIGHT - 2 * MARGIN) * _POINTS - style.title_pitch - _SPARE
        free = room - sum(row.height for row in sheet.rows)
        if free >= 0:
            more = free / sum(row.is_signed for row in sheet.rows)
            rows = (replace(row, height=row.height + more) if row.is_signed else row for row in sheet.rows)
            return replace(sheet, rows=tuple(rows))
    return None


def _set(values: Mapping[str, str], style: StyleProfile, scale: float, signing: float) -> SignoffSheet:
    """Return the sheet in this type, each row as high as its texts need."""
    fields = signoff_fields()
    size = round(style.sizes["table"] * scale * 2) / 2
    widths = tuple(fields["sheet"]["widths"])
    rows = []
    for row in fields["rows"]:
        cells = tuple(_cell(cell, values) for cell in row["cells"])
        needed, column = row.get("height", fields["sheet"]["row_height"]), 0
        for cell in cells:
            room = sum(widths[column : column + cell.columns]) / _TWIPS - _SIDES
            pitch = size * (signing if cell.kind == "signing" else LINE)
            needed = max(needed, _lines(cell.text, room / size) * pitch + _PADDING)
            column += cell.columns
        rows.append(SheetRow(cells, needed))
    return SignoffSheet(fields["title"], "", size, size * signing, widths, tuple(rows))


def _cell(cell: Mapping[str, Any], values: Mapping[str, str]) -> SheetCell:
    columns = cell.get("cols", 1)
    if cell.get("sign"):
        return SheetCell(signoff_fields()["signing"]["end"], columns, "sign")
    if "label" in cell:
        return SheetCell(cell["label"], columns, "label")
    text = cell["text"]
    signing = next(f"【{p.name}】" for p in placeholders() if p.value == "origins")
    kind: CellKind = "signing" if signing in text else "text"
    return SheetCell(_PLACEHOLDER.sub(lambda named: values[named[1]], text), columns, kind)


def _lines(text: str, characters: float) -> int:
    """How many lines a text needs at most; of several, each may end a character early, as none begins with a comma."""
    wide = [characters_wide(line) for line in text.split("\n")]
    return sum(1 if width <= characters else ceil(width / (characters - 1)) for width in wide)


def _elsewhere(what: str, count: int) -> str:
    fields = signoff_fields()[what]
    sentence: str = fields["elsewhere"].format(count=count, title=fields["title"])
    return sentence


def _signing_table(report: Report) -> SheetTable:
    rows = ((s.department, "；".join(s.blocks), s.person, iso_in_words(s.date), "", "") for s in signers(report))
    return _table("signers", rows)


def _table(what: str, rows: Iterable[tuple[str, ...]]) -> SheetTable:
    fields = signoff_fields()[what]
    return SheetTable(
        fields["title"], tuple(fields["widths"]), tuple(fields["labels"]), tuple(rows), fields["row_height"]
    )
