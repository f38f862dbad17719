"""The layout of the 更正说明: what was published, a table of the corrections, unit and day."""

from __future__ import annotations

from collections.abc import Sequence

from docx.oxml.xmlchemy import BaseOxmlElement

from core.report.title_lines import title_lines
from core.word.elements import (
    add_paragraph,
    bordered_table,
    element,
    in_style,
    new_document,
    place,
    run,
    saved,
    table_cell,
)
from core.word.plan import signed_characters, text_width
from core.word.style_profile import StyleProfile
from core.word.template import read_template

_HEAD = ("序号", "位置", "原", "现", "原因")
_PARTS = (9, 21, 25, 25, 20)  # of a hundred of the width


def correction_document(
    title: str, begin: str, rows: Sequence[tuple[str, ...]], end: str, signed: tuple[str, str], profile: StyleProfile
) -> bytes:
    """Return the .docx.

    Args:
        title: What stands on top.
        begin: The paragraph before the table.
        rows: Number, place, what was published, what it is now, why.
        end: The paragraph below the table.
        signed: Unit and day.
        profile: Style profile.
    """
    document = new_document(profile)
    table = [_HEAD, *rows]
    texts = {"title": title, "begin": begin, "end": end, "unit": signed[0], "day": signed[1]}
    texts.update({_name(row, column): text for row, line in enumerate(table) for column, text in enumerate(line)})
    for name, style in (("title", "Title"), ("", "AfterTitle"), ("begin", "BodyText")):
        add_paragraph(document, style, place("paragraph", name, "plain") if name else "")
    document.element.body.insert_element_before(_table(len(table), text_width(profile)), "w:sectPr")
    for name, style in (("end", "BodyText"), ("", "SealRoom"), ("unit", "SignOff"), ("day", "SignDate")):
        add_paragraph(document, style, place("paragraph", name, "plain") if name else "", closes=name == "end")
    longest = int(text_width(profile) / 20 / profile.sizes["title"])
    paragraphs = {name: [("plain", line) for line in text.split("\n")] for name, text in texts.items()}
    paragraphs["title"] = [("plain", "\n".join(title_lines(title, longest)))]
    paragraphs["unit"] = [("plain", "\n".join(title_lines(signed[0], signed_characters(profile))))]
    # Title and unit go into the properties, too; the page header stays empty
    return read_template(saved(document), profile).fill({"title": title, "unit": signed[0]}, paragraphs)


def _name(row: int, column: int) -> str:
    return f"cell.{row}.{column}"


def _table(rows: int, width: int) -> BaseOxmlElement:
    """Return the table with a place in each cell: what was typed may hold the marks of places itself."""
    widths = [width * part // 100 for part in _PARTS]
    return bordered_table(widths, {}, (_row(row, widths) for row in range(rows)))


def _row(row: int, widths: list[int]) -> BaseOxmlElement:
    repeats = [] if row else [element("w:trPr", {}, element("w:cantSplit", {}), element("w:tblHeader", {}))]
    cells = []
    for column, width in enumerate(widths):
        style = "TableLabel" if not row or not column else "TableRow"
        paragraph = element("w:p", {}, in_style(style), run(place("paragraph", _name(row, column), "plain")))
        cells.append(table_cell(width, [paragraph]))
    return element("w:tr", {}, *repeats, *cells)
