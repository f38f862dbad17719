"""Word documents as blocks: what a reader of the printed page sees, insertions counted and deletions not.

Import takes lines of text; reading back takes whole paragraphs and leaves text boxes out, as no report of ours has any.

The XML is walked directly: python-docx looks neither into content controls nor into text boxes, knows no tracked
changes, and needs ten times as long.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree

from core.base.archive_limits import Archive
from core.base.errors import DamagedFileError
from core.base.markup import parse_xml
from core.base.markup_limits import MAX_GRID_CELLS, MAX_SPAN, TOO_LARGE
from core.base.ooxml import integer
from core.visible.blocks import SCRIPTS, Block, Pages, Paragraph, Row, VisibleCell, VisibleTable, turned
from core.visible.unread import Unread
from core.visible.word_elements import ALTERNATIVES, COMPATIBILITY, KNOWN, SIGNS, TRANSPARENT
from core.visible.word_fields import Fields
from core.visible.word_grid import Placed, owner_above, set_edges
from core.visible.word_looks import OFF, Look, Looks, is_faint, is_hidden, is_struck, script_of
from core.visible.word_math import formula_text
from core.visible.word_notes import REFERENCES, NoteMarks, read_notes, unread_notes
from core.visible.word_numbering import Numbering
from core.visible.word_parts import main_part
from core.visible.word_revisions import left_over
from core.visible.word_symbols import PRIVATE, symbol, with_signs

_LONGEST_SPAN = 6  # digits
_PICTURES = (b":blip", b":imagedata")  # what shows a picture, in the drawings of today and in older ones


def read_word(archive: Archive, *, by_line: bool = True) -> Pages:
    r"""Return the visible content of a Word document.

    Args:
        archive: The document.
        by_line: Whether every line of text is a paragraph of its own, and text boxes count; else paragraphs are whole,
            with ``\n`` for a line break and the white space at their ends, and what stands beside the text (comments,
            footnotes, text boxes, pictures) is listed with the paragraph where it stands.

    Raises:
        FileError: A part is missing, damaged or too large.
    """
    path = archive.path
    name = main_part(archive)
    data = archive.read(name)
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
    marks = None if by_line else NoteMarks(read_notes(archive, name, namespace))
    walk = _DocumentWalk(path, namespace, numbering, Looks(styles, root, namespace), marks)
    blocks = walk.blocks(body)
    notes = [part("footnotes.xml"), part("endnotes.xml")] if by_line else []
    remarks = [*walk.unread.remarks(), *unread_notes(notes, namespace), *left_over(body, is_told=by_line)]
    if walk.embedded:
        remarks.append(f"文件里嵌有另外{walk.embedded}个文件的内容，没有读入，请用 Word 或 WPS 打开，另存后再导入")
    pages = Pages(blocks, remarks=remarks, notes=marks.notes if marks else {}, struck=walk.unread.struck_in)
    pages.has_pictures = any(sign in data for sign in _PICTURES)
    return pages


class _DocumentWalk:
    """One pass through a document, in reading order.

    Args:
        path: The file, to be named in errors.
        namespace: That of the words of the document, in braces; the strict variant has another one.
        numbering: The list numbers; None where no paragraph has any.
        looks: What is hidden, struck out, raised or lowered, and the names of the styles.
        marks: Takes down where notes stand; None where lines are wanted (``by_line`` of ``read_word``).

    Attributes:
        embedded: Number of other files whose content Word shows in its place.
        unread: What else is to be told.
    """

    def __init__(
        self, path: Path, namespace: str, numbering: Numbering | None, looks: Looks, marks: NoteMarks | None
    ) -> None:
        self._path = path
        self._w = namespace
        self._val = f"{namespace}val"
        self._numbering = numbering if numbering is not None and not numbering.is_empty else None
        self._looks = looks
        self._marks = marks
        self._by_line = marks is None
        self._look_around: Look = {}  # what the style of the paragraph sets
        self.embedded = 0
        self._fields = Fields()
        self.unread = Unread()
        self._group = 0
        self._tables = 0
        self._columns = 0  # that all cells so far cover together
        self._unfinished: Paragraph | None = None  # its mark was deleted: it goes on in the next one
        self._in_cell = 0
        # Plain look-ups by the whole tag: paths (`find`) would cost as much as all the rest.
        self._kinds = {f"{namespace}{name}": name for name in KNOWN} | {f"{COMPATIBILITY}{n}": n for n in ALTERNATIVES}
        self._prompts: set[etree._Element] = set()  # cells that show only the prompt of their content control

    def blocks(self, content: Iterable[etree._Element]) -> list[Block]:
        """Return what is seen in a body, cell or text box."""
        found: list[Block] = []
        outer, self._unfinished = self._unfinished, None
        self._gather(content, found)
        self._finish(found)
        self._unfinished = outer
        return found

    def _gather(self, content: Iterable[etree._Element], found: list[Block]) -> None:
        kinds = self._kinds
        for child in content:
            local = kinds.get(child.tag, "")
            if local == "p":
                self._paragraph(child, found)
            elif local == "tbl":
                self._finish(found)
                found.append(self._table(child))
            elif local == "sdt":
                if not self._is_placeholder(child):
                    self._gather_inner(child, "sdtContent", found)
            elif local == "AlternateContent":
                self._gather_inner(child, "Choice", found)
            elif local in TRANSPARENT:
                self._gather(child, found)
            elif local.startswith("commentRange"):
                self._comment_range(child, local, [])
            elif local in ("altChunk", "subDoc"):
                self.embedded += 1

    def _gather_inner(self, element: etree._Element, name: str, found: list[Block]) -> None:
        for child in element:
            if self._kinds.get(child.tag) == name:
                self._gather(child, found)

    def _finish(self, found: list[Block]) -> None:
        """End the paragraph that no other one went on with."""
        if self._unfinished is not None:
            self._add(self._unfinished, found)
            self._unfinished = None

    def _is_placeholder(self, control: etree._Element) -> bool:
        """Whether a content control shows only its prompt (单击此处输入文字)."""
        shown = control.find(f"{self._w}sdtPr/{self._w}showingPlcHdr")
        return shown is not None and shown.get(self._val, "1") not in OFF

    def _paragraph(self, element: etree._Element, found: list[Block]) -> None:
        """Add the lines of a paragraph and what stands in its text boxes."""
        kinds = self._kinds
        pieces: list[str] = []
        boxes: list[Block] = []
        style, alignment, is_open = "", "", False
        properties, content = self._opened(element, "pPr")
        if properties is not None:
            for setting in properties:
                local = kinds.get(setting.tag, "")
                if local == "pStyle":
                    style = setting.get(self._val, "")
                elif local == "jc":
                    alignment = setting.get(self._val, "")
                elif local == "rPr":  # of the mark at its end
                    is_open = any(kinds.get(sign.tag) in ("del", "moveFrom") for sign in setting)
        outer = self._look_around
        self._look_around, name = self._looks.of_style(style)
        self._collect(content, pieces, boxes)
        self._look_around = outer
        text = "".join(pieces)
        notes = self._marks.close_paragraph(pieces) if self._marks else ()
        if self._unfinished is not None:
            text, notes = self._unfinished.text + text, self._unfinished.notes + notes
            self._unfinished = None
        made = Paragraph(text, style=name, notes=notes)
        if is_open:
            self._unfinished = made
        else:
            if properties is not None and self._numbering is not None and text.strip():
                made.text = self._numbering.number(properties) + text
            if self._by_line and not self._in_cell and text:
                made.look = self._look(element, alignment, style)
            self._add(made, found)
        found += boxes

    def _add(self, paragraph: Paragraph, found: list[Block]) -> None:
        """Add a paragraph that is complete, as it is or line by line."""
        self._group += 1
        text = paragraph.text
        if not self._by_line:
            paragraph.group = self._group
            found.append(paragraph)
        elif "\n" not in text:
            paragraph.text, paragraph.group = text.strip(), self._group
            if paragraph.text:
                found.append(paragraph)
        else:
            look, style = paragraph.look, paragraph.style
            lines = (line.strip() for line in text.split("\n"))
            found += [Paragraph(line, self._group, look, style=style) for line in lines if line]

    def _look(self, element: etree._Element, alignment: str, style: str) -> str:
        """Return alignment, style and size of a paragraph, for telling which lines belong to one title."""
        w = self._w
        size = element.find(f"{w}r/{w}rPr/{w}sz")
        parts = (alignment, style, size.get(self._val, "") if size is not None else "")
        return "|".join(parts) if any(parts) else ""

    def _collect(self, content: Iterable[etree._Element], pieces: list[str], boxes: list[Block]) -> None:
        """Gather the text of runs and of what stands around them."""
        kinds = self._kinds
        for child in content:
            local = kinds.get(child.tag, "")
            if local == "r":
                self._run(child, pieces, boxes)
            elif local == "sdt":
                if not self._is_placeholder(child):
                    self._collect(child, pieces, boxes)
            elif local in TRANSPARENT or local in ("ruby", "AlternateContent"):
                first = len(pieces)
                self._collect(child, pieces, boxes)
                if local == "bdo" and child.get(self._val) == "rtl":
                    pieces[first:] = map(turned, pieces[first:])
            elif local.startswith("commentRange"):
                self._comment_range(child, local, pieces)
            elif not local and child.tag.endswith(("}oMath", "}oMathPara")):
                pieces.append(formula_text(child))

    def _comment_range(self, element: etree._Element, local: str, pieces: list[str]) -> None:
        """Let the words of a comment begin or end."""
        if self._marks is not None:
            note_id = element.get(f"{self._w}id", "")
            if local == "commentRangeStart":
                self._marks.begin(note_id, len(pieces))
            else:
                self._marks.end(note_id, pieces)

    def _run(self, run: etree._Element, pieces: list[str], boxes: list[Block]) -> None:
        kinds = self._kinds
        look = self._look_around
        for child in run:
            local = kinds.get(child.tag, "")
            if local == "rPr":
                if self._looks.have_runs_any:
                    look = self._looks.of_run(child, look)
            elif look and is_hidden(look):
                self.unread.hidden("".join(t.text or "" for t in run.iter(f"{self._w}t")))
                return
            elif local == "t":
                if (text := child.text) and self._fields.is_shown:
                    if self._by_line and PRIVATE.search(text):
                        text = self.unread.signs(with_signs(text, self._looks.font_of(run)), pieces)
                    pieces.append(self._as_set(text, look) if look else text)
            elif local in SIGNS:
                if self._fields.is_shown:
                    pieces.append(SIGNS[local])
            elif local == "sym":
                if self._fields.is_shown:
                    sign = symbol(child.get(f"{self._w}font", ""), child.get(f"{self._w}char", ""))
                    pieces.append(self._as_set(self.unread.signs(sign, pieces), look))
            elif local == "fldChar":
                self.unread.empty(self._fields.step(child.get(f"{self._w}fldCharType", "")))
            elif local == "instrText":
                self._fields.instruct(child.text or "")
            elif local == "ruby":
                self._collect(child, pieces, boxes)
            elif local in REFERENCES and self._marks is not None:
                self._marks.refer(REFERENCES[local], child.get(f"{self._w}id", ""))
            elif local in ("drawing", "pict", "object", "AlternateContent"):
                if self._marks is None:
                    boxes += self._text_boxes(child)
                else:
                    self._marks.drawn(child)

    def _as_set(self, text: str, look: Look) -> str:
        """Return what a text says that is struck out, raised or lowered."""
        if is_struck(look):
            self.unread.struck(text)
            return ""
        script = script_of(look)
        text = self.unread.faint(text) if is_faint(look) else text
        return text.translate(SCRIPTS[script]) if script else text

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

    def _table(self, element: etree._Element) -> VisibleTable:
        w, kinds = self._w, self._kinds
        self._tables += 1
        number = self._tables
        grid = [integer(c.get(f"{w}w"), 0) for c in element.findall(f"{w}tblGrid/{w}gridCol")]
        rows: list[Row] = []
        above: list[Placed] = []  # the cells of the row above: first column, width, cell
        placings: list[tuple[list[Placed], int]] = []
        self._in_cell += 1
        outer = self.unread.place
        for tr in self._lines(element, "tr"):
            settings = self._settings(next((child for child in tr if kinds.get(child.tag) == "trPr"), ()))
            self.unread.place = f"第{number}个表格第{len(rows) + 1}行"
            if "del" in settings or "hidden" in settings:
                self.unread.hidden("".join(t.text or "" for t in tr.iter(f"{w}t")) if "hidden" in settings else "")
                continue
            row, placed, end = self._row(tr, settings, above)
            row.number = len(rows) + 1
            rows.append(row)
            placings.append((placed, end))
            above = placed
        self._in_cell -= 1
        self.unread.place = outer
        return VisibleTable(rows, f"第{number}个表格", edges=set_edges(placings, rows, grid))

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
            elif local in TRANSPARENT:
                yield from self._lines(child, wanted)

    def _opened(self, element: etree._Element, name: str) -> tuple[etree._Element | None, Iterable[etree._Element]]:
        """Return the properties that an element begins with, None where it has none, and what follows them."""
        content = iter(element)
        first = next(content, None)
        return (first, content) if first is not None and self._kinds.get(first.tag) == name else (None, element)

    def _settings(self, properties: Iterable[etree._Element]) -> dict[str, str]:
        """Return what the properties of a row or cell say, by name; "" for a setting without a value."""
        kinds, val = self._kinds, self._val
        return {name: setting.get(val, "") for setting in properties if (name := kinds.get(setting.tag))}

    def _row(self, tr: etree._Element, settings: dict[str, str], above: list[Placed]) -> tuple[Row, list[Placed], int]:
        """Return the row, all cells that cover it with their columns, and the column where it ends."""
        column = self._span(settings.get("gridBefore"), 0)
        made: list[VisibleCell] = []
        placed: list[Placed] = []
        for tc in self._lines(tr, "tc"):
            properties, content = self._opened(tc, "tcPr")
            own = self._settings(properties) if properties is not None else {}
            if "cellDel" in own:  # taken away by a tracked change
                continue
            span = self._span(own.get("gridSpan"), 1)
            goes_on = "vMerge" in own and own["vMerge"] != "restart"
            beside = "hMerge" in own and own["hMerge"] != "restart"
            seen = self.unread.cell = list[Block]()
            if not (goes_on or beside or tc in self._prompts):
                self._gather(content, seen)
                self._finish(seen)
            owner = owner_above(above, column, span) if goes_on else None
            if beside and placed:
                first, width, cell = placed[-1]
                placed[-1] = (first, width + span, cell)
            elif owner is not None:
                owner.height += 0 if any(cell is owner for _, _, cell in placed) else 1
                placed.append((column, span, owner))
            else:
                cell = VisibleCell(0, 0, 1, seen)
                made.append(cell)
                placed.append((column, span, cell))
            column += span
        return Row(made, 0, 0), placed, column + self._span(settings.get("gridAfter"), 0)

    def _span(self, text: str | None, least: int) -> int:
        """Return how many columns are meant; a giant number, or more columns in all than a table has, is refused."""
        if text is None:
            return least
        span = max(integer(text, least), least)
        self._columns += span
        if len(text) > _LONGEST_SPAN or span > MAX_SPAN or self._columns > MAX_GRID_CELLS:
            raise TOO_LARGE.of(self._path)
        return span
