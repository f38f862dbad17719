"""The layout of the sign-off sheet (审签单) that goes with the report.

Made at build time by ``build_scripts/make/word_templates.py`` like the report's own templates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.shared import Mm

from core.office.signoff_fields import signoff_fields
from core.word.elements import (
    add_paragraph,
    balanced,
    element,
    in_style,
    new_sheet,
    run,
    saved,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from docx.oxml.xmlchemy import BaseOxmlElement

    from core.word.style_profile import StyleProfile

_SHEET_MARGIN = 16  # mm above and below; the sheet has to fit on one page
_ROW_HEIGHT = 22  # points at least
_CELL_MARGINS = {"top": 20, "left": 60, "bottom": 20, "right": 60}  # twips


def build_signoff(profile: StyleProfile) -> bytes:
    """Return the sign-off sheet as .docx with placeholders in 【】."""
    document = new_sheet(profile, signoff_fields()["title"])
    section = document.sections[0]
    section.top_margin = section.bottom_margin = Mm(_SHEET_MARGIN)
    section.header_distance = section.footer_distance = Mm(10)
    add_paragraph(document, "SheetTitle", signoff_fields()["title"])
    document.element.body.insert_element_before(_sheet(profile), "w:sectPr")
    add_paragraph(document, "SheetEnd", "")  # Word wants a paragraph after a table
    return saved(document)


def _sheet(profile: StyleProfile) -> BaseOxmlElement:
    fields = signoff_fields()
    widths: list[int] = fields["sheet"]["widths"]
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    properties = element(
        "w:tblPr",
        {},
        element("w:tblW", {"w": sum(widths), "type": "dxa"}),
        element("w:jc", {"val": "center"}),
        element(
            "w:tblBorders",
            {},
            *(element(f"w:{side}", {"val": "single", "sz": 4, "space": 0, "color": "000000"}) for side in sides),
        ),
        element("w:tblLayout", {"type": "fixed"}),
        element(
            "w:tblCellMar",
            {},
            *(element(f"w:{side}", {"w": width, "type": "dxa"}) for side, width in _CELL_MARGINS.items()),
        ),
    )
    grid = element("w:tblGrid", {}, *(element("w:gridCol", {"w": width}) for width in widths))
    return element("w:tbl", {}, properties, grid, *(_row(row, widths, profile) for row in fields["rows"]))


def _row(row: Mapping[str, Any], widths: list[int], profile: StyleProfile) -> BaseOxmlElement:
    height = round(row.get("height", _ROW_HEIGHT) * 20)
    properties = element(
        "w:trPr", {}, element("w:cantSplit", {}), element("w:trHeight", {"val": height, "hRule": "atLeast"})
    )
    cells = []
    column = 0
    for cell in row["cells"]:
        span = cell.get("cols", 1)
        cells.append(_cell(cell, sum(widths[column : column + span]), span, profile.sizes["table"]))
        column += span
    return element("w:tr", {}, properties, *cells)


def _cell(cell: Mapping[str, Any], width: int, span: int, size: float) -> BaseOxmlElement:
    properties = element("w:tcPr", {}, element("w:tcW", {"w": width, "type": "dxa"}))
    if span > 1:
        properties.append(element("w:gridSpan", {"val": span}))
    is_signed = cell.get("sign", False)
    properties.append(element("w:vAlign", {"val": "bottom" if is_signed else "center"}))
    style = "SheetLabel" if "label" in cell else "SheetSign" if is_signed else "SheetText"
    text = cell.get("label", cell.get("text", signoff_fields()["signing"]["end"] if is_signed else ""))
    paragraph = element("w:p", {}, in_style(style))
    if "label" in cell:
        paragraph[0].extend(balanced(text, width - _CELL_MARGINS["left"] - _CELL_MARGINS["right"], size))
    if text:
        paragraph.append(run(text))
    return element("w:tc", {}, properties, paragraph)
