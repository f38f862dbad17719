"""Word documents as blocks: what a reader of the printed page sees, insertions counted and deletions not.

The XML is walked directly: python-docx looks neither into content controls nor into text boxes, knows no tracked
changes, and needs ten times as long.
"""

from __future__ import annotations

import posixpath
from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

from core.base.archive_limits import parse_xml
from core.base.errors import DamagedFileError
from core.base.markup_limits import check_spans
from core.published.blocks import Cell, Pages, Paragraph, Row, Table, struck_remarks
from core.published.number_cells import SCRIPTS
from core.published.word_looks import OFF, Looks, is_hidden, is_struck, script_of
from core.published.word_numbering import Numbering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from core.base.archive_limits import Archive
    from core.published.blocks import Block
    from core.published.word_looks import Look

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
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ALTERNATIVES = ("AlternateContent", "Choice")
_KNOWN = (
    *_TRANSPARENT,
    *(
        "p",
        "tbl",
        "tr",
        "tc",
        "sdt",
        "r",
        "t",
        "pPr",
        "rPr",
        "trPr",
        "tcPr",
        "ruby",
        "fldChar",
        "drawing",
        "pict",
        "object",
    ),
    *("gridBefore", "gridAfter", "gridSpan", "vMerge", "hMerge", "cellDel", "del", "hidden"),
    *("tab", "br", "cr", "noBreakHyphen", "softHyphen", "ptab"),
)


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

    styles = part("styles.xml")
    numbering = None
    if b"numPr" in data or f"{folder}/numbering.xml" in archive:
        numbering = Numbering(part("numbering.xml"), styles, namespace)
    walk = _Walk(namespace, numbering, Looks(styles, namespace))
    blocks = walk.blocks(body)
    return Pages(blocks, remarks=struck_remarks(walk.struck))


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
        looks: What is hidden, struck out, raised or lowered.

    Attributes:
        struck: Number of struck-out pieces of text that were left out.
    """

    def __init__(self, namespace: str, numbering: Numbering | None, looks: Looks) -> None:
        self._w = namespace
        self._val = f"{namespace}val"
        self._numbering = numbering if numbering is not None and not numbering.is_empty else None
        self._looks = looks
        self._look_around: Look = {}  # what the style of the paragraph sets
        self.struck = 0
        self._fields: list[bool] = []  # for each open field: whether its result is being shown
        self._group = 0
        self._tables = 0
        self._unfinished = ""  # text of a paragraph whose mark was deleted: it goes on in the next one
        self._in_cell = 0
        # Plain look-ups by the whole tag: paths (`find`) would cost as much as all the rest.
        self._kinds = {f"{namespace}{name}": name for name in _KNOWN} | {
            f"{_COMPATIBILITY}{n}": n for n in _ALTERNATIVES
        }
        self._prompts: set[etree._Element] = set()  # cells that show only the prompt of their content control

    def blocks(self, container: etree._Element) -> list[Block]:
        """Return what is seen in a body, cell, text box or content control."""
        found: list[Block] = []
        kinds = self._kinds
        for child in container:
            local = kinds.get(child.tag, "")
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

    def _inner(self, element: etree._Element, name: str) -> list[Block]:
        return [block for child in element if self._kinds.get(child.tag) == name for block in self.blocks(child)]

    def _is_placeholder(self, control: etree._Element) -> bool:
        """Whether a content control shows only its prompt (单击此处输入文字)."""
        shown = control.find(f"{self._w}sdtPr/{self._w}showingPlcHdr")
        return shown is not None and shown.get(self._val, "1") not in OFF

    def _paragraph(self, element: etree._Element) -> list[Block]:
        """Return the lines of a paragraph and what stands in its text boxes."""
        pieces: list[str] = []
        boxes: list[Block] = []
        properties = element[0] if len(element) and self._kinds.get(element[0].tag) == "pPr" else None
        outer = self._look_around
        self._look_around = self._looks.of_paragraph(properties) if properties is not None else {}
        self._collect(element, pieces, boxes)
        self._look_around = outer
        text = self._unfinished + "".join(pieces)
        self._unfinished = ""
        look = ""
        if properties is not None:
            if properties.find(f"{self._w}rPr/{self._w}del") is not None:
                self._unfinished = text
                return boxes
            if text and self._numbering is not None and text.strip():
                text = self._numbering.number(properties) + text
            look = "" if self._in_cell else self._look(element, properties)
        self._group += 1
        if "\n" not in text:
            text = text.strip()
            return [Paragraph(text, self._group, look), *boxes] if text else boxes
        lines = [Paragraph(line.strip(), self._group, look) for line in text.split("\n") if line.strip()]
        return [*lines, *boxes]

    def _look(self, element: etree._Element, properties: etree._Element) -> str:
        """Return alignment, style and size of a paragraph, for telling which lines belong to one title."""
        w = self._w
        style, alignment = properties.find(f"{w}pStyle"), properties.find(f"{w}jc")
        size = element.find(f"{w}r/{w}rPr/{w}sz")
        parts = [e.get(self._val, "") if e is not None else "" for e in (alignment, style, size)]
        return "|".join(parts) if any(parts) else ""

    def _collect(self, element: etree._Element, pieces: list[str], boxes: list[Block]) -> None:
        """Gather the text of the runs below an element."""
        kinds = self._kinds
        for child in element:
            local = kinds.get(child.tag, "")
            if local == "r":
                self._run(child, pieces, boxes)
            elif local == "sdt":
                if not self._is_placeholder(child):
                    self._collect(child, pieces, boxes)
            elif local in _TRANSPARENT or local in ("ruby", "AlternateContent"):
                self._collect(child, pieces, boxes)
            elif not local and child.tag.endswith(("}oMath", "}oMathPara")):
                pieces += [e.text or "" for e in child.iter() if str(e.tag).endswith("}t")]

    def _run(self, run: etree._Element, pieces: list[str], boxes: list[Block]) -> None:
        kinds = self._kinds
        look = self._look_around
        properties = run[0] if len(run) and kinds.get(run[0].tag) == "rPr" else None
        if properties is not None:
            look = self._looks.of_run(properties, look)
        if look and is_hidden(look):
            return
        for child in run:
            local = kinds.get(child.tag, "")
            if local == "t":
                if child.text and (not self._fields or all(self._fields)):
                    self._text(child.text, look, pieces)
            elif local in _SIGNS:
                if all(self._fields):
                    pieces.append(_SIGNS[local])
            elif local == "fldChar":
                self._field(child.get(f"{self._w}fldCharType", ""))
            elif local == "ruby":
                self._collect(child, pieces, boxes)
            elif local in ("drawing", "pict", "object", "AlternateContent"):
                boxes += self._text_boxes(child)

    def _text(self, text: str, look: Look, pieces: list[str]) -> None:
        if look and is_struck(look):
            self.struck += 1
        else:
            script = script_of(look) if look else ""
            pieces.append(text.translate(SCRIPTS[script]) if script else text)

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
            local = str(child.tag).rpartition("}")[2]
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
        self._in_cell += 1
        for tr in self._lines(element, "tr"):
            settings = self._settings(tr, "trPr")
            if "del" in settings or "hidden" in settings:
                continue
            row, placed, end = self._row(tr, settings, above)
            row.number = len(rows) + 1
            rows.append(row)
            edges.append((placed, end))
            above = placed
        self._in_cell -= 1
        self._set_edges(edges, rows, grid)
        return Table(rows, f"第{number}个表格")

    def _lines(self, element: etree._Element, wanted: str) -> Iterator[etree._Element]:
        """Yield the rows of a table or cells of a row, those in content controls and insertions too."""
        kinds = self._kinds
        for child in element:
            local = kinds.get(child.tag, "")
            if local == wanted:
                yield child
            elif local == "sdt":
                if wanted == "tc" and self._is_placeholder(child):
                    self._prompts.update(child.iter(f"{self._w}tc"))
                yield from self._lines(child, wanted)
            elif local in _TRANSPARENT:
                yield from self._lines(child, wanted)

    def _settings(self, element: etree._Element, name: str) -> dict[str, str]:
        """Return what the properties of a row or cell say, by name; "" for a setting without a value."""
        kinds = self._kinds
        for child in element:
            if kinds.get(child.tag) == name:
                return {kinds.get(setting.tag, ""): setting.get(self._val, "") for setting in child}
        return {}

    def _row(
        self, tr: etree._Element, settings: dict[str, str], above: list[tuple[int, int, Cell]]
    ) -> tuple[Row, list[tuple[int, int, Cell]], int]:
        """Return the row, all cells that cover it with their columns, and the column where it ends."""
        column = _integer(settings.get("gridBefore"), 0)
        made: list[Cell] = []
        placed: list[tuple[int, int, Cell]] = []
        for tc in self._lines(tr, "tc"):
            own = self._settings(tc, "tcPr")
            if "cellDel" in own:  # taken away by a tracked change
                continue
            span = max(_integer(own.get("gridSpan"), 1), 1)
            goes_on = "vMerge" in own and own["vMerge"] != "restart"
            beside = "hMerge" in own and own["hMerge"] != "restart"
            content = [] if goes_on or beside or tc in self._prompts else self.blocks(tc)
            owner = _owner(above, column, span) if goes_on else None
            if beside and placed:
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
        return Row(made, 0, 0), placed, column + _integer(settings.get("gridAfter"), 0)

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
