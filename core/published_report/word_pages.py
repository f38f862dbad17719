"""Word documents as blocks: what a reader of the printed page sees, insertions counted and deletions not.

The XML is walked directly: python-docx looks neither into content controls nor into text boxes, knows no tracked
changes, and needs ten times as long.
"""

from __future__ import annotations

import posixpath
from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

from core.archive_limits import parse_xml
from core.errors import DamagedFileError
from core.markup_limits import check_spans
from core.published_report.blocks import Cell, Pages, Paragraph, Row, Table
from core.published_report.number_cells import SUPERSCRIPTS
from core.published_report.word_numbering import Numbering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from core.archive_limits import Archive
    from core.published_report.blocks import Block

_MAIN_RELATION = "/officeDocument"
_TRANSPARENT = frozenset(
    (
        "ins",
        "moveTo",
        "smartTag",
        "customXml",
        "hyperlink",
        "fldSimple",
        "dir",
        "bdo",
        "sdtContent",
        "rubyBase",
        "Choice",
    )
)
"""Elements that only stand around what is seen."""
_OFF = ("0", "false", "off")


def read_word(archive: Archive) -> Pages:
    """Return the visible content of a Word document.

    Raises:
        FileError: A part is missing, damaged or too large.
    """
    path = archive.path
    name = _main_part(archive)
    data = archive.read(name)
    check_spans(data, path)
    root = parse_xml(data, path)
    namespace = root.tag.partition("}")[0] + "}"
    body = root.find(f"{namespace}body")
    if body is None:
        raise DamagedFileError(path)
    folder = posixpath.dirname(name)

    def part(part_name: str) -> etree._Element | None:
        full = posixpath.join(folder, part_name)
        return parse_xml(archive.read(full), path) if full in archive else None

    numbering = None
    if b"numPr" in data or f"{folder}/numbering.xml" in archive:
        numbering = Numbering(part("numbering.xml"), part("styles.xml"), namespace)
    return Pages(_Walk(namespace, numbering).blocks(body))


def _main_part(archive: Archive) -> str:
    """Return the name of the part with the text, as the package says; ``word/document.xml`` by default."""
    if "_rels/.rels" in archive:
        for relation in parse_xml(archive.read("_rels/.rels"), archive.path):
            if relation.get("Type", "").endswith(_MAIN_RELATION):
                target = relation.get("Target", "").lstrip("/")
                if target in archive:
                    return target
    if "word/document.xml" not in archive:
        raise DamagedFileError(archive.path)
    return "word/document.xml"


class _Walk:
    """One pass through a document, in reading order.

    Args:
        namespace: That of the words of the document, in braces; the strict variant has another one.
        numbering: The list numbers; None where no paragraph has any.
    """

    def __init__(self, namespace: str, numbering: Numbering | None) -> None:
        self._w = namespace
        self._val = f"{namespace}val"
        self._numbering = numbering if numbering is not None and not numbering.is_empty else None
        self._fields: list[bool] = []  # for each open field: whether its result is being shown
        self._group = 0
        self._tables = 0
        self._unfinished = ""  # text of a paragraph whose mark was deleted: it goes on in the next one
        self._local: dict[str, str] = {}
        self._prompts: set[etree._Element] = set()  # cells that show only the prompt of their content control

    def blocks(self, container: etree._Element) -> list[Block]:
        """Return what is seen in a body, cell, text box or content control."""
        found: list[Block] = []
        for child in container:
            local = self._name(child)
            if local == "p":
                found += self._paragraph(child)
            elif local == "tbl":
                found.append(self._table(child))
            elif local == "sdt":
                found += [] if self._is_placeholder(child) else self._inner(child, "sdtContent")
            elif local == "AlternateContent":
                found += self._inner(child, "Choice")
            elif local in _TRANSPARENT:
                found += self.blocks(child)
        return found

    def _name(self, element: etree._Element) -> str:
        """Return the name of an element without its namespace."""
        tag = element.tag
        local = self._local.get(tag)
        if local is None:
            local = self._local[tag] = tag.rpartition("}")[2]
        return local

    def _inner(self, element: etree._Element, name: str) -> list[Block]:
        return [block for child in element if self._name(child) == name for block in self.blocks(child)]

    def _is_placeholder(self, control: etree._Element) -> bool:
        """Whether a content control shows only its prompt (单击此处输入文字)."""
        shown = control.find(f"{self._w}sdtPr/{self._w}showingPlcHdr")
        return shown is not None and shown.get(self._val, "1") not in _OFF

    def _paragraph(self, element: etree._Element) -> list[Block]:
        """Return the lines of a paragraph and what stands in its text boxes."""
        w = self._w
        properties = element.find(f"{w}pPr")
        pieces: list[str] = []
        boxes: list[Block] = []
        self._collect(element, pieces, boxes)
        text = self._unfinished + "".join(pieces)
        self._unfinished = ""
        if properties is not None and properties.find(f"{w}rPr/{w}del") is not None:
            self._unfinished = text
            return boxes
        if self._numbering is not None and (text.strip() or properties is not None):
            text = self._numbering.number(properties) + text if text.strip() else text
        self._group += 1
        look = self._look(element, properties)
        lines: list[Block] = [Paragraph(line.strip(), self._group, look) for line in text.split("\n") if line.strip()]
        return [*lines, *boxes]

    def _look(self, element: etree._Element, properties: etree._Element | None) -> str:
        """Return style, alignment and size of a paragraph, for telling which lines belong to one title."""
        w = self._w
        if properties is None:
            return ""
        style, alignment = properties.find(f"{w}pStyle"), properties.find(f"{w}jc")
        size = element.find(f"{w}r/{w}rPr/{w}sz")
        parts = [e.get(self._val, "") if e is not None else "" for e in (alignment, style, size)]
        return "|".join(parts) if any(parts) else ""

    def _collect(self, element: etree._Element, pieces: list[str], boxes: list[Block]) -> None:
        """Gather the text of the runs below an element."""
        for child in element:
            local = self._name(child)
            if local == "r":
                self._run(child, pieces, boxes)
            elif local == "sdt":
                if not self._is_placeholder(child):
                    self._collect(child, pieces, boxes)
            elif local in _TRANSPARENT or local in ("ruby", "AlternateContent"):
                self._collect(child, pieces, boxes)
            elif local in ("oMath", "oMathPara"):
                pieces += [e.text or "" for e in child.iter() if self._name(e) == "t"]

    def _run(self, run: etree._Element, pieces: list[str], boxes: list[Block]) -> None:
        w = self._w
        is_raised = False
        properties = run.find(f"{w}rPr")
        if properties is not None:
            hidden = properties.find(f"{w}vanish")
            if hidden is not None and hidden.get(self._val, "1") not in _OFF:
                return
            raised = properties.find(f"{w}vertAlign")
            is_raised = raised is not None and raised.get(self._val) == "superscript"
        for child in run:
            local = self._name(child)
            if local == "t":
                if child.text and all(self._fields):
                    pieces.append(child.text.translate(_RAISED) if is_raised else child.text)
            elif local in _SIGNS:
                if all(self._fields):
                    pieces.append(_SIGNS[local])
            elif local == "fldChar":
                self._field(child.get(f"{w}fldCharType", ""))
            elif local == "ruby":
                self._collect(child, pieces, boxes)
            elif local in ("drawing", "pict", "object", "AlternateContent"):
                boxes += self._text_boxes(child)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif self._fields and kind == "separate":
            self._fields[-1] = True
        elif self._fields and kind == "end":
            self._fields.pop()

    def _text_boxes(self, element: etree._Element) -> list[Block]:
        """Return what stands in the text boxes of a drawing; of two forms of the same drawing the first."""
        found: list[Block] = []
        for child in element:
            local = self._name(child)
            if local == "txbxContent":
                found += self.blocks(child)
            elif local != "Fallback":
                found += self._text_boxes(child)
        return found

    def _table(self, element: etree._Element) -> Table:
        w = self._w
        self._tables += 1
        number = self._tables
        grid = [_integer(c.get(f"{w}w"), 0) for c in element.findall(f"{w}tblGrid/{w}gridCol")]
        rows: list[Row] = []
        above: list[tuple[int, int, Cell]] = []  # the cells of the row above: first column, width, cell
        edges: list[tuple[list[tuple[int, int, Cell]], int]] = []
        for tr_number, tr in enumerate(self._lines(element, "tr"), 1):
            row, placed, end = self._row(tr, above)
            row.number = tr_number
            rows.append(row)
            edges.append((placed, end))
            above = placed
        self._set_edges(edges, rows, grid)
        return Table(rows, f"第{number}个表格")

    def _lines(self, element: etree._Element, wanted: str) -> Iterator[etree._Element]:
        """Yield the rows of a table or cells of a row, those in content controls and insertions too."""
        for child in element:
            local = self._name(child)
            if local == wanted:
                if not self._is_deleted(child, wanted):
                    yield child
            elif local == "sdt":
                if wanted == "tc" and self._is_placeholder(child):
                    self._prompts.update(child.iter(f"{self._w}tc"))
                yield from self._lines(child, wanted)
            elif local in _TRANSPARENT:
                yield from self._lines(child, wanted)

    def _is_deleted(self, element: etree._Element, kind: str) -> bool:
        """Whether tracked changes took the row or cell away, or the row is hidden."""
        w = self._w
        if kind == "tr":
            properties = element.find(f"{w}trPr")
            return properties is not None and any(
                properties.find(f"{w}{name}") is not None for name in ("del", "hidden")
            )
        return element.find(f"{w}tcPr/{w}cellDel") is not None

    def _row(
        self, tr: etree._Element, above: list[tuple[int, int, Cell]]
    ) -> tuple[Row, list[tuple[int, int, Cell]], int]:
        """Return the row, all cells that cover it with their columns, and the column where it ends."""
        w = self._w
        column = self._number_at(tr, f"{w}trPr/{w}gridBefore", 0)
        made: list[Cell] = []
        placed: list[tuple[int, int, Cell]] = []
        for tc in self._lines(tr, "tc"):
            properties = tc.find(f"{w}tcPr")
            span, merge, sideways = 1, "", ""
            if properties is not None:
                span = max(self._number_at(properties, f"{w}gridSpan", 1), 1)
                merge = self._merge(properties, "vMerge")
                sideways = self._merge(properties, "hMerge")
            is_empty = merge == "continue" or sideways == "continue" or tc in self._prompts
            content = [] if is_empty else self.blocks(tc)
            owner = _owner(above, column, span) if merge == "continue" else None
            if sideways == "continue" and placed:
                first, width, cell = placed[-1]
                placed[-1] = (first, width + span, cell)
            elif owner is not None:
                owner.height += 0 if any(cell is owner for _, _, cell in placed) else 1
                placed.append((column, span, owner))
            else:
                cell = Cell(0, 0, 1, content, len(made) + 1)
                made.append(cell)
                placed.append((column, span, cell))
            column += span
        return Row(made, 0, 0), placed, column + self._number_at(tr, f"{w}trPr/{w}gridAfter", 0)

    def _merge(self, properties: etree._Element, name: str) -> str:
        element = properties.find(f"{self._w}{name}")
        return "" if element is None else element.get(self._val, "continue")

    def _number_at(self, element: etree._Element, path: str, default: int) -> int:
        found = element.find(path)
        return default if found is None else _integer(found.get(self._val), default)

    def _set_edges(
        self, edges: list[tuple[list[tuple[int, int, Cell]], int]], rows: list[Row], grid: list[int]
    ) -> None:
        """Give every cell its edges in twips where the table has a sound grid, else in columns."""
        last = max((end for _, end in edges), default=0)
        sound = len(grid) >= last and all(width > 0 for width in grid)
        at = [0, *accumulate(grid)] if sound else list(range(last + 1))
        for (placed, end), row in zip(edges, rows, strict=True):
            own = {id(cell) for cell in row.cells}
            row.end = at[end]
            for column, span, cell in placed:
                if id(cell) in own:
                    cell.left, cell.right = at[column], at[column + span]


def _owner(above: list[tuple[int, int, Cell]], column: int, span: int) -> Cell | None:
    """Return the cell above that a vertically merged cell goes on with: the one that covers most of it."""
    start = bisect_left(above, column, key=lambda item: item[0] + item[1])
    best, most = None, 0
    for first, width, cell in above[start:]:
        if first >= column + span:
            break
        shared = min(first + width, column + span) - max(first, column)
        if shared > most:
            best, most = cell, shared
    return best


def _integer(text: str | None, default: int) -> int:
    """Return a whole number, the default where it is none."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 7 else default


_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "ptab": " "}
_RAISED = {ord("0") + i: sign for i, sign in enumerate(SUPERSCRIPTS)}
