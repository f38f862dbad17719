"""The one layout of the Word report: python-docx makes the fixed XML of a form in a style, with marked places.

Nothing here is called while a report is generated in one of the shipped styles: their templates are made by
``build_scripts/make/word_templates.py`` and lie in ``resources/word``. ``core.word.template`` fills the places.
"""

from __future__ import annotations

from itertools import pairwise

from docx.document import Document as DocxDocument
from docx.oxml.xmlchemy import BaseOxmlElement

from core.form.form_definition import FormDefinition, GridItem, Table
from core.form.printed_table import begins_left, head_rows, may_break_before
from core.word.elements import (
    add_paragraph,
    balanced,
    bordered_table,
    element,
    in_style,
    new_document,
    place,
    run,
    saved,
    text_width,
)
from core.word.style_profile import StyleProfile

_WIDE_TABLE = 7  # columns from which the smaller size is used
_CELL_MARGIN = 28  # twips at each side; leaves a seven-digit number its place in 720 twips
_CELL_MARGINS = {"top": 20, "left": _CELL_MARGIN, "bottom": 20, "right": _CELL_MARGIN}  # twips
_ROW_HEIGHT = {"table": 440, "wide_table": 350}  # twips at least


def build_template(form: FormDefinition, profile: StyleProfile) -> bytes:
    """Return the marked .docx for reports in this form and style."""
    document = new_document(profile)
    width = text_width(profile)
    _write_head(document, form)
    for section in form.sections.values():
        add_paragraph(document, "Heading1", section.title)
        for content in section.contents:
            if content in form.tables:
                document.element.body.insert_element_before(_table(form.tables[content], profile, width), "w:sectPr")
            else:
                _write_text(document, form, content)
    _write_signature(document)
    return saved(document)


def _write_head(document: DocxDocument, form: FormDefinition) -> None:
    """Document number and addressee where given, title, one empty line, lead paragraph."""
    add_paragraph(document, "DocumentNumber", place("paragraph", "meta.doc_number", "plain"))
    add_paragraph(document, "Title", place("paragraph", "title", "plain"))
    add_paragraph(document, "AfterTitle", "")
    add_paragraph(document, "Addressee", place("paragraph", "meta.addressee", "plain"))
    for text in form.texts.values():
        if not text.section:
            _write_text(document, form, text.code)


def _write_text(document: DocxDocument, form: FormDefinition, code: str) -> None:
    """The places of one text, each look in a paragraph of its own; its sub-heading before it."""
    text = form.texts[code]
    if text.heading:
        add_paragraph(document, "Heading2", place("paragraph", f"heading.{code}", "plain"))
    if text.is_note:
        add_paragraph(document, "TableNote", place("paragraph", code, "plain"))
    else:
        add_paragraph(document, "BodyText", place("paragraph", code, "plain"))
        add_paragraph(document, "BodyPoint", place("paragraph", code, "point"))


def _write_signature(document: DocxDocument) -> None:
    """Unit and date at the right, with room above for the seal; all of it only where given."""
    add_paragraph(document, "SealRoom", place("paragraph", "seal", "plain"))
    add_paragraph(document, "SignOff", place("paragraph", "meta.sign_off", "plain"))
    add_paragraph(document, "SignDate", place("paragraph", "meta.date", "plain"))


def _table(table: Table, profile: StyleProfile, text_width: int) -> BaseOxmlElement:
    """The table in its official shape: borders, merges, fixed widths in grid and cells."""
    is_wide = table.width >= _WIDE_TABLE
    widths = _scaled(table.widths, text_width)
    look = "wide_table" if is_wide else "table"
    rows = [_row(table, top, widths, profile.sizes[look], look) for top in range(len(table.grid))]
    return bordered_table(widths, _CELL_MARGINS, rows)


def _scaled(widths: tuple[int, ...], width: int) -> list[int]:
    """The column widths in twips, together as wide as the text; with the usual margins those of the form."""
    total = sum(widths)
    edges = [round(sum(widths[:i]) * width / total) for i in range(len(widths) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _row(table: Table, top: int, widths: list[int], size: float, look: str) -> BaseOxmlElement:
    properties = element(
        "w:trPr",
        {},
        element("w:cantSplit", {}),
        element("w:trHeight", {"val": _ROW_HEIGHT[look], "hRule": "atLeast"}),
    )
    if top < head_rows(table):
        properties.append(element("w:tblHeader", {}))
    keep = top + 1 < len(table.grid) and not may_break_before(table, top + 1)
    row = element("w:tr", {}, properties)
    for item in sorted(_covering(table, top), key=lambda item: item.left):
        width = sum(widths[item.left : item.left + item.width])
        row.append(_cell(item, top, width, size, look, keep=keep))
    return row


def _covering(table: Table, top: int) -> list[GridItem]:
    """The items that begin in this row or reach into it from above."""
    return [item for row in table.grid[: top + 1] for item in row if item.top + item.height > top]


def _cell(item: GridItem, top: int, width: int, size: float, look: str, *, keep: bool) -> BaseOxmlElement:
    properties = element("w:tcPr", {}, element("w:tcW", {"w": width, "type": "dxa"}))
    if item.width > 1:
        properties.append(element("w:gridSpan", {"val": item.width}))
    if item.height > 1:
        properties.append(element("w:vMerge", {"val": "restart"} if top == item.top else {}))
    properties.append(element("w:vAlign", {"val": "center"}))
    style = _cell_style(item)
    paragraph = element("w:p", {}, in_style(f"{'WideTable' if look == 'wide_table' else 'Table'}{style}"))
    if keep:
        paragraph[0].append(element("w:keepNext", {}))
    if top == item.top:
        room = width - 2 * _CELL_MARGIN
        if style == "Label":
            paragraph[0].extend(balanced(item.label, room, size))
        paragraph.append(_number_run(item.code, room, look) if item.code else run(item.label))
    return element("w:tc", {}, properties, paragraph)


def _cell_style(item: GridItem) -> str:
    if item.code:
        return "Number"
    return "Row" if begins_left(item) else "Label"


def _number_run(code: str, room: int, look: str) -> BaseOxmlElement:
    """The place of a number; its size shrinks where it would not fit on one line."""
    size = place("size", code, f"{room}:{look}")
    return element(
        "w:r",
        {},
        element("w:rPr", {}, element("w:sz", {"val": size}), element("w:szCs", {"val": size})),
        element("w:t", {}, text=place("text", code)),
    )
