"""The Word file of the shipped sign-off sheet (审签单), as ``core.office.signoff_sheet`` has laid it out."""

from __future__ import annotations

from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm

from core.office.signoff_sheet import LINE, MARGIN, SheetCell, SheetRow, SheetTable, SignoffSheet
from core.word.elements import (
    add_paragraph,
    bordered_table,
    element,
    in_style,
    indents,
    new_sheet,
    run,
    saved,
    table_cell,
)
from core.word.plan import balanced
from core.word.style_profile import StyleProfile

_HEADER_AT = 8  # mm from the edge of the paper
_CELL_MARGINS = {"top": 0, "left": 60, "bottom": 0, "right": 60}  # twips; each row is high enough
_STYLES = {"label": "SheetLabel", "text": "SheetText", "signing": "SheetText", "sign": "SheetSign"}


def signoff_document(sheet: SignoffSheet, unit: str, profile: StyleProfile) -> bytes:
    """Return the sheet as .docx; ``unit`` stands in the properties of the file."""
    style = profile._replace(sizes={**profile.sizes, "table": sheet.size})
    document = new_sheet(style, sheet.title, unit, sheet.mark)
    section = document.sections[0]
    section.top_margin = section.bottom_margin = Mm(MARGIN)
    section.header_distance = section.footer_distance = Mm(_HEADER_AT)
    body = document.element.body
    add_paragraph(document, "SheetTitle", sheet.title)
    rows = [_row(row, sheet) for row in sheet.rows]
    body.insert_element_before(bordered_table(sheet.widths, _CELL_MARGINS, rows), "w:sectPr")
    add_paragraph(document, "SheetEnd", "")  # Word wants a paragraph after a table
    for number, line in enumerate(sheet.appendix):
        add_paragraph(document, "SheetTitle", line, starts_page=number == 0)
    for table in sheet.tables:
        add_paragraph(document, "SheetHeading", table.title)
        body.insert_element_before(_table(table, profile.sizes["table"]), "w:sectPr")
        add_paragraph(document, "SheetEnd", "")
    return saved(document)


def _row(row: SheetRow, sheet: SignoffSheet) -> BaseOxmlElement:
    cells, column = [], 0
    for cell in row.cells:
        width = sum(sheet.widths[column : column + cell.columns])
        cells.append(_cell(cell, width, sheet))
        column += cell.columns
    return _row_of(cells, row.height)


def _row_of(cells: list[BaseOxmlElement], height: float, *, is_header: bool = False) -> BaseOxmlElement:
    properties = element(
        "w:trPr", {}, element("w:cantSplit", {}), element("w:trHeight", {"val": round(height * 20), "hRule": "atLeast"})
    )
    if is_header:
        properties.append(element("w:tblHeader", {}))
    return element("w:tr", {}, properties, *cells)


def _cell(cell: SheetCell, width: int, sheet: SignoffSheet) -> BaseOxmlElement:
    paragraphs = [_paragraph(cell.kind, line) for line in cell.text.split("\n")]
    if cell.kind == "label":
        room = width - _CELL_MARGINS["left"] - _CELL_MARGINS["right"]
        paragraphs[0][0].extend(indents(*balanced(cell.text, room, sheet.size)))
    if cell.kind == "signing":
        for paragraph in paragraphs:
            spacing = {"line": round(sheet.signing * 20), "lineRule": "exact"}
            paragraph[0].append(element("w:spacing", dict(spacing)))
    align = "bottom" if cell.kind == "sign" else "center"
    return table_cell(width, paragraphs, columns=cell.columns, align=align)


def _paragraph(kind: str, text: str) -> BaseOxmlElement:
    paragraph = element("w:p", {}, in_style(_STYLES[kind]))
    if text:
        paragraph.append(run(text))
    return paragraph


def _table(table: SheetTable, size: float) -> BaseOxmlElement:
    """A table of the second page, its labels repeated where it goes on."""
    rows = []
    for number, texts in enumerate((table.labels, *table.rows)):
        kind = "text" if number else "label"
        cells = [table_cell(width, [_paragraph(kind, text)]) for text, width in zip(texts, table.widths, strict=True)]
        rows.append(_row_of(cells, max(table.row_height, size * LINE), is_header=not number))
    return bordered_table(table.widths, _CELL_MARGINS, rows)
