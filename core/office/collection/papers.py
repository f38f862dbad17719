"""The Word papers of the desk: a title, some lines, one table, some lines. The only module here that knows docx.

What they have in common (page, styles, properties) is made once; each paper only fills in its body.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import escape

from docx.document import Document as DocxDocument
from docx.shared import Mm

from core.report.entry_text import clean_text
from core.report.title_lines import characters_wide, title_lines
from core.word.elements import new_sheet, saved
from core.word.style_profile import preset

_MARGIN_TOP, _MARGIN_SIDE = 16, 18  # mm
_WIDTH = 9864  # twips between the margins: 174 mm
_PADDING = 60  # twips on each side of a cell's text
_ROOM = 700  # points of height that are filled at most; 750 stand between the margins
_SIZES = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5)
_TITLE_HEIGHT, _BODY_HEIGHT, _LINE = 36.0, 21.0, 1.3
"""Heights of lines in points, those of the table by the size of its letters: set exactly, whatever font there is."""

_BODY_SIZE = 12.0
_LOST = 0.5  # characters of a line, on an average
_BELOW_TABLE = 8.0  # points
_SEAL_LINES = 2
_SIGNED_RIGHT = 2  # characters left free beside unit and date


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper.

    Attributes:
        title: In one line.
        before: Lines above the table.
        header: Labels of the columns.
        widths: Relative widths of the columns.
        rows: Texts of the rows.
        after: Lines below the table.
        sign: Who signs, above the day; "" for none. Without a day nobody signs.
        day: The day at the very end, with room for the seal above; "" for none.
        most_on_a_page: Rows up to which all stands on one page, in smaller letters if need be.
    """

    title: str
    before: Sequence[str]
    header: Sequence[str]
    widths: Sequence[int]
    rows: Sequence[Sequence[str]]
    after: Sequence[str] = ()
    sign: str = ""
    day: str = ""
    most_on_a_page: int = 0


def paper_bytes(paper: Paper) -> bytes:
    """Return a paper as .docx."""
    document = _document()
    document.core_properties.title = paper.title
    size = _size(paper)
    widths = [_WIDTH * width // sum(paper.widths) for width in paper.widths]
    rows = [_row(paper.header, widths, size, is_header=True), *(_row(row, widths, size) for row in paper.rows)]
    body = [_paragraph(paper.title, "SheetTitle", 0, _TITLE_HEIGHT), *map(_line, paper.before), _table(widths, rows)]
    last = len(paper.after) - 1
    for number, line in enumerate(paper.after):
        space = _BELOW_TABLE if number == 0 else 0
        body.append(_line(line, before=space, is_kept=number == last and bool(paper.day)))
    body += _signing(paper)
    if not paper.after:
        body.append('<w:p><w:pPr><w:pStyle w:val="SheetEnd"/></w:pPr></w:p>')  # Word wants one after a table
    return saved(document, "".join(body))


@cache
def _document() -> DocxDocument:
    document = new_sheet(preset(), "")
    section = document.sections[0]
    section.top_margin = section.bottom_margin = Mm(_MARGIN_TOP)
    section.left_margin = section.right_margin = Mm(_MARGIN_SIDE)
    section.header_distance = section.footer_distance = Mm(8)
    return document


def fits_on_a_page(paper: Paper) -> bool:
    """Return whether all stands on one page, in the smallest letters if need be."""
    return _height(paper, _SIZES[-1]) <= _ROOM


def _size(paper: Paper) -> float:
    """Return the size of letters with which a table of few rows fits on the page with all else."""
    if len(paper.rows) > paper.most_on_a_page:
        return _SIZES[2]
    return next((size for size in _SIZES if _height(paper, size) <= _ROOM), _SIZES[-1])


def _height(paper: Paper, size: float) -> float:
    """Return about how high a paper is in points."""
    around = sum(
        _lines(line, _WIDTH / 20, _BODY_SIZE)
        for line in (*paper.before, *paper.after, *filter(None, (paper.sign, paper.day)))
    )
    sealed = _SEAL_LINES if paper.day else 0
    height = _TITLE_HEIGHT + (around + sealed) * _BODY_HEIGHT + _BELOW_TABLE
    for row in (paper.header, *paper.rows):
        shares = zip(row, paper.widths, strict=True)
        most = max(_lines(t, (_WIDTH * w / sum(paper.widths) - 2 * _PADDING) / 20, size) for t, w in shares)
        height += most * size * _LINE + 3
    return height


def _lines(text: str, width: float, size: float) -> int:
    """Return how many lines a text takes in a width of so many points."""
    count = 0
    for line in text.split("\n"):
        long = sum(1 if unicodedata.east_asian_width(c) in "WFA" else 0.55 for c in line)
        fitting = int(width / size) - _LOST  # no line begins with a comma, nor ends with a bracket
        count += max(-(-int(long * 100) // int(fitting * 100)), 1)
    return count


def _table(widths: Sequence[int], rows: Sequence[str]) -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in sides)
    margins = {"top": 20, "left": _PADDING, "bottom": 20, "right": _PADDING}
    padding = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in margins.items())
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{padding}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row(texts: Sequence[str], widths: Sequence[int], size: float, *, is_header: bool = False) -> str:
    style = "SheetLabel" if is_header else "SheetText"
    cells = []
    for text, width in zip(texts, widths, strict=True):
        paragraphs = "".join(_paragraph(line, style, size, size * _LINE) for line in clean_text(text).split("\n"))
        properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        cells.append(f"<w:tc>{properties}{paragraphs}</w:tc>")
    repeated = "<w:tblHeader/>" if is_header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def _signing(paper: Paper) -> list[str]:
    """Return room for the seal, who signs and the day, centred on each other at the right, on the page of the text."""
    if not paper.day:
        return []
    room = _WIDTH // 20 - (_SIGNED_RIGHT + 1) * _BODY_SIZE
    lines = [*title_lines(paper.sign, int(room / _BODY_SIZE)), paper.day] if paper.sign else [paper.day]
    width = (max(map(characters_wide, lines)) + 1) * _BODY_SIZE  # a character more, lest another font break the line
    right = _SIGNED_RIGHT * _BODY_SIZE
    left = max(_WIDTH - round((width + right) * 20), 0)
    indents = f'<w:ind w:left="{left}" w:right="{round(right * 20)}"/><w:jc w:val="center"/>'
    last = len(lines) - 1
    return [
        *[_line("", is_kept=True)] * _seal_lines(paper),
        *(
            _paragraph(line, "SheetSign", _BODY_SIZE, _BODY_HEIGHT, indents=indents, is_kept=number < last)
            for number, line in enumerate(lines)
        ),
    ]


def _seal_lines(paper: Paper) -> int:
    """Return how many lines are left free for the seal: none where a paper of one page has no room for them."""
    is_one_page = len(paper.rows) <= paper.most_on_a_page
    return 0 if is_one_page and not fits_on_a_page(paper) else _SEAL_LINES


def _paragraph(
    text: str,
    style: str,
    size: float,
    height: float,
    *,
    before: float = 0,
    indents: str = "",
    is_kept: bool = False,
) -> str:
    """Return a paragraph of lines of this height in points; a size of 0 is that of the style."""
    kept = "<w:keepNext/>" if is_kept else ""
    properties = (
        f'<w:pPr><w:pStyle w:val="{style}"/>{kept}<w:snapToGrid w:val="0"/>'
        f'<w:spacing w:before="{round(before * 20)}" w:after="0" w:line="{round(height * 20)}" w:lineRule="exact"/>'
        f"{indents}</w:pPr>"
    )
    look = f'<w:sz w:val="{round(size * 2)}"/>' if size else ""
    shown = escape(clean_text(text), quote=False)
    run = (
        f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/>{look}</w:rPr><w:t xml:space="preserve">{shown}</w:t></w:r>'
        if text
        else ""
    )
    return f"<w:p>{properties}{run}</w:p>"


def _line(text: str, *, before: float = 0, is_kept: bool = False) -> str:
    return _paragraph(text, "SheetText", _BODY_SIZE, _BODY_HEIGHT, before=before, is_kept=is_kept)
