"""What every kind of file is turned into before anything is recognised: paragraphs and tables, in reading order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from core.base.errors import ReportError
from core.base.short_texts import some_of
from core.visible.word_notes import NoteKey, WordNote

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉"
SCRIPTS = {
    "superscript": str.maketrans("0123456789", SUPERSCRIPTS),
    "subscript": str.maketrans("0123456789", SUBSCRIPTS),
}
"""What digits become that do not stand on the line, for each way; so that none of them joins the number beside it."""

FROM_RIGHT, TURNED_BACK = "\u202e", "\u202c"
"""Between these signs all characters are shown from right to left: who writes 14 sees 41."""

_PLACES = 3  # that are named


@dataclass(slots=True)
class Paragraph:
    """A line of text as a reader sees it.

    Attributes:
        text: Without white space at its ends; the number that Word makes stands in front.
        group: Lines with the same number stand in one block of the file (one paragraph, one heading).
        look: How it looks (alignment, size), as far as the file says; "" where it says nothing.
        node: The element of a web page it stands in; None elsewhere.
        style: Name of its style in Word; "" elsewhere.
        notes: Comments, footnotes and drawings of Word that stand in it, by kind and id.
    """

    text: str
    group: int = 0
    look: str = ""
    node: object = None
    style: str = ""
    notes: tuple[NoteKey, ...] = ()


@dataclass(slots=True)
class VisibleCell:
    """A (merged) cell of a table, at the row where it begins.

    Attributes:
        left: Left edge, in columns or in twips.
        right: Right edge.
        height: Number of rows it covers.
        content: What stands in it.
        node: The element of a web page; None elsewhere.
    """

    left: float
    right: float
    height: int
    content: list[Block]
    node: object = None

    @property
    def text(self) -> str:
        """The text of its paragraphs, line by line."""
        if len(self.content) == 1 and isinstance(self.content[0], Paragraph):
            return self.content[0].text
        return "\n".join(block.text for block in self.content if isinstance(block, Paragraph) and block.text)


@dataclass(slots=True)
class Row:
    """The cells that begin in one row.

    Attributes:
        end: Right edge of the row, cells from above included.
        number: Place in the file's table or sheet, from 1.
    """

    cells: list[VisibleCell]
    end: float
    number: int

    @property
    def text(self) -> str:
        """The texts of its cells in one line."""
        return " ".join([text for cell in self.cells if (text := cell.text)]).replace("\n", "")


@dataclass(slots=True)
class VisibleTable:
    """A table with its spans laid out.

    Attributes:
        place: What it is called in lists for the clerk.
        node: The element of a web page; None elsewhere.
        edges: Left edges of the columns of its grid; empty where the file has no grid of its own.
    """

    rows: list[Row]
    place: str
    node: object = None
    edges: Sequence[float] = ()

    @property
    def is_ragged(self) -> bool:
        """Whether its rows end at different places, so that columns cannot be told by their edges."""
        ends = [row.end for row in self.rows if row.cells]
        return bool(ends) and max(ends) - min(ends) > 0.03 * max(ends)


Block: TypeAlias = Paragraph | VisibleTable


@dataclass(slots=True)
class Pages:
    """A whole file as blocks.

    Attributes:
        title: What the file itself calls its title (web pages); "" where it says nothing.
        remarks: Sentences about how it had to be read.
        has_frame: Whether navigation and page feet of a portal may stand around the report.
        is_plain: Whether it is text without any form, in which a table may have fallen apart.
        notes: The notes of a Word document, where whole paragraphs were wanted.
        struck: Of each text of a table that is struck out how the remark tells it, and the content of its cell.
        has_pictures: Whether pictures stand in the text of a Word document or in a workbook; they are not read.
    """

    blocks: list[Block]
    title: str = ""
    remarks: list[str] = field(default_factory=list)
    has_frame: bool = False
    is_plain: bool = False
    notes: Mapping[NoteKey, WordNote] = field(default_factory=dict)
    struck: Sequence[tuple[str, list[Block]]] = ()
    has_pictures: bool = False


def moved_on(before: int, after: int) -> int:
    """Return where a reader stands after a step; every loop whose step is made elsewhere asks this.

    Raises:
        ReportError: It stands where it stood before, and would do so for ever.
    """
    if after <= before:
        raise ReportError(
            summary=f"内容从第{before + 1}行起排列得很特别，没有读完。",
            advice="请改用 Word 文件（.docx）导入，或把内容复制到 WPS 中，另存为 .docx 后再试。",
        )
    return after


def turned(text: str) -> str:
    """Return a text that is shown from right to left, with the signs of Unicode that say so around its digits."""
    return f"{FROM_RIGHT}{text}{TURNED_BACK}" if any(map(str.isdecimal, text)) else text


def struck_remarks(number: int, places: Sequence[str] = ()) -> list[str]:
    """Return what the clerk is told of struck-out pieces of text, which count as deleted, and where some are."""
    where = f"：{some_of(places, _PLACES)}" if places else ""
    return [f"原文有{number}处文字划了删除线，按已删除处理，没有读入，请核对{where}"] if number else []


def lay_out(rows: list[list[tuple[int, int, list[Block]]]]) -> list[Row]:
    """Place cells with spans as a browser does.

    Args:
        rows: For each row the cells as (columns, rows, content).
    """
    result: list[Row] = []
    open_until: dict[int, int] = {}  # column -> first row that is free again
    for top, cells in enumerate(rows):
        made: list[VisibleCell] = []
        left = 0
        for width, height, content in cells:
            while open_until.get(left, 0) > top:
                left += 1
            height = min(height, len(rows) - top)
            for column in range(left, left + width):
                open_until[column] = top + height
            made.append(VisibleCell(left, left + width, height, content))
            left += width
        end = max((c + 1 for c, until in open_until.items() if until > top), default=0)
        result.append(Row(made, end, top + 1))
    return result
