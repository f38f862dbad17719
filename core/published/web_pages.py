"""Web pages as blocks: saved from a portal, exported by Word or WPS, or pasted from the clipboard.

Comments, scripts and whatever the page hides do not count. Where nothing is left then, what is hidden counts after all
(pages that show their text by script), and that is told.
"""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from core.base.archive_limits import decode_text, limited_span
from core.base.errors import UnreadableTextError
from core.base.markup import parse_html
from core.published.web_sight import USUAL, PageSights, is_hidden
from core.published.web_styles import PageStyles, Style
from core.visible.blocks import SCRIPTS, Block, Pages, Paragraph, VisibleTable, lay_out, turned
from core.visible.unread import Unread

_SILENT = frozenset(
    ("script", "style", "template", "noscript", "head", "select", "datalist", "svg", "math", "object", "iframe",
     "title", "button", "rt", "rp", "xml", "comment", "video", "audio", "canvas", "map")
)  # fmt: skip
_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dir", "div", "dl", "dt",
     "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
     "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "ul")
)  # fmt: skip
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TYPED = ("", "text", "number", "tel")
_BOXED = ("block", "flex", "grid", "table")
_RAISED = re.compile(r"-?\d*\.?\d+")
_SCRIPT_TAGS = {"sup": "superscript", "sub": "subscript"}
_FAR = 2  # points that a text must be moved up or down to be a mark, not a correction of its place
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_SIZE = re.compile(r"font-size\s*:\s*([\w.]+)", re.IGNORECASE)
_SOURCE_BREAK = re.compile(r"(?:(?<![ \t\f])[ \t\f]++)?+[\r\n]+[ \t\f]*")  # blanks only from where they begin
_SPACES = re.compile(r"[ \t\f]+")
_NUMBER = re.compile(r"[\s\d.,，]*\d[\s\d.,，]*")
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…]")
_BROKEN_SHARE = 200
"""At most one broken character in so many is let through, as at the end of a download that was cut off."""


def read_web_page(page: str | bytes, path: Path, *, with_hidden: bool = False) -> Pages:
    """Return the visible content of a web page.

    Args:
        page: The bytes of a file, or the text that was pasted.
        path: The file to be named if it fails.
        with_hidden: Whether to read what is hidden, too, where nothing of a report is seen: parts of the text that one
            brings to the front by a click.

    Raises:
        FileError: It is too large, too deeply nested, or in no known encoding.
    """
    remarks: list[str] = []
    text = page if isinstance(page, str) else _decoded(page, path, remarks)
    root = parse_html(text, path)
    styles = PageStyles(root)
    walk = _PageWalk(root, styles)
    blocks = walk.blocks_of(root)
    is_blank = not any(isinstance(b, VisibleTable) or len(b.text) > 30 for b in blocks)
    if walk.hidden and (with_hidden or is_blank):
        everything = _PageWalk(root, styles, shows_all=True)
        shown = everything.blocks_of(root)
        if len(shown) > len(blocks):
            blocks, walk = shown, everything
            remarks.append("网页中的正文是隐藏的，已一并读入，请核对是否为现行内容")
    remarks += walk.unread.remarks()
    title = root.find(".//title")
    return Pages(
        blocks, "".join(map(str, title.itertext())).strip() if title is not None else "", remarks, has_frame=True
    )


def _decoded(data: bytes, path: Path, remarks: list[str]) -> str:
    """Return the text of a page; what is sound UTF-8 is UTF-8, whatever the page declares."""
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            pass
    try:
        return decode_text(data, path)
    except UnreadableTextError:
        text = data.decode("gb18030", "replace")
        broken = text.count("\ufffd")
        if broken * _BROKEN_SHARE > len(text):
            raise
        remarks.append(f"网页中有{broken}个字符损坏，已用“\ufffd”代替，请核对")
        return text


class _PageWalk:
    """One pass through a page, in reading order.

    Args:
        root: The page.
        styles: What its elements declare.
        shows_all: Whether to take what is hidden, too.

    Attributes:
        hidden: Number of elements that were left out because they are hidden.
        unread: What else is to be told.
    """

    def __init__(self, root: etree._Element, styles: PageStyles, *, shows_all: bool = False) -> None:
        self._styles = styles
        self._sights = PageSights(root, styles)
        self._sight = USUAL
        self._shows_all = shows_all
        self.unread = Unread()
        self.hidden = 0
        self._blocks: list[Block] = []
        self._pieces: list[str] = []
        self._group = 0
        self._look = ""
        self._node: etree._Element | None = None
        self._tables = 0
        self._script = ""

    def blocks_of(self, element: etree._Element) -> list[Block]:
        """Return what is seen in an element."""
        outer = self._blocks, self._pieces, self._node
        self._blocks, self._pieces, self._node = [], [], element
        self._content(element)
        self._end_line()
        found = self._blocks
        self._blocks, self._pieces, self._node = outer
        return found

    def _content(self, element: etree._Element) -> None:
        outer, self._sight = self._sight, self._sights.of(element)
        if element.text:
            self._text(element.text, element)
        for number, child in enumerate(element, 1):
            self._element(child, number)
            if child.tail:
                self._text(child.tail, element)
        self._sight = outer

    def _element(self, element: etree._Element, number: int) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _SILENT or not tag:
            return
        style = self._styles.of(element)
        is_gone = self._is_hidden(element)
        if is_gone and not self._shows_all:
            self._hide("".join(map(str, element.itertext())))
            return
        if self._is_struck(element, tag, style):
            return
        if tag == "br":
            self._end_line()
        elif tag == "table":
            self._end_line()
            table = self._table(element)
            if table.rows:
                self._blocks.append(table)
        elif tag == "input":
            if element.get("type", "").lower() in _TYPED and element.get("value"):
                self._keep_apart()
                self._pieces.append(element.get("value", ""))
        elif tag in _BLOCKS or style.get("display", "").startswith(_BOXED):
            self._block(element, tag, number)
        else:
            if is_gone or _is_box(style):
                self._keep_apart()
            outer, self._script = self._script, self._script_of(tag, style)
            self._content(element)
            self._script = outer
            if is_gone:
                self._keep_apart()

    def _hide(self, text: str) -> None:
        """Leave out what is not seen; what could join a number is told."""
        self.hidden += 1
        if _NUMBER.fullmatch(text):
            self.unread.hidden(text)

    def _keep_apart(self) -> None:
        """Keep digits in a box of their own from those before it."""
        if self._pieces and self._pieces[-1][-1:].isdecimal():
            self._pieces.append(" ")

    def _is_struck(self, element: etree._Element, tag: str, style: Style) -> bool:
        """Whether an element is struck out; those with text are noted."""
        drawn = style.get("text-decoration", "") + " " + style.get("text-decoration-line", "")
        if "line-through" not in drawn and (tag not in ("del", "s", "strike") or "none" in drawn):
            return False
        if text := "".join(map(str, element.itertext())).strip():
            self.unread.struck(text)
        return True

    def _script_of(self, tag: str, style: Style) -> str:
        """Return how the text of an inline element stands to the line: ``superscript``, ``subscript`` or ""."""
        aligned = style.get("vertical-align", "")
        if aligned in ("super", "sub"):
            return f"{aligned}script"
        raised = _RAISED.match(style.get("mso-text-raise", ""))
        points = float(raised[0]) if raised else 0.0
        if abs(points) < _FAR:
            return _SCRIPT_TAGS.get(tag, self._script)
        return "subscript" if points < 0 else "superscript"

    def _block(self, element: etree._Element, tag: str, number: int) -> None:
        self._end_line()
        outer_look, outer_node = self._look, self._node
        self._group += 1
        self._look, self._node = self._look_of(element, tag), element
        if tag == "li":
            parent = element.getparent()
            if parent is not None and parent.tag == "ol":
                self._pieces.append(f"{number}.")
        self._content(element)
        self._end_line()
        self._group += 1
        self._look, self._node = outer_look, outer_node

    def _is_hidden(self, element: etree._Element) -> bool:
        return element.get("hidden") is not None or is_hidden(self._styles.of(element))

    def _look_of(self, element: etree._Element, tag: str) -> str:
        """Return heading level, alignment and size, for telling which lines belong to one title."""
        if tag in _HEADINGS:
            return tag
        style = element.get("style", "")
        is_centred = element.get("align", "").lower() == "center" or tag == "center" or bool(_CENTRED.search(style))
        if not is_centred and not self._look.startswith("center"):
            return ""
        inner = next((s for s in (e.get("style", "") for e in element.iter()) if _SIZE.search(s)), "")
        size = _SIZE.search(inner)
        return f"center|{size[1] if size else ''}"

    def _text(self, text: str, element: etree._Element) -> None:
        if element.tag == "pre":
            for i, line in enumerate(text.split("\n")):
                if i:
                    self._end_line()
                self._pieces.append(self._seen(line))
            return

        def joined(match: re.Match[str]) -> str:
            before = text[match.start() - 1] if match.start() else (self._pieces[-1][-1:] if self._pieces else "")
            after = text[match.end() : match.end() + 1]
            return "" if not before or not after or (_WIDE.match(before) and _WIDE.match(after)) else " "

        text = self._seen(_SPACES.sub(" ", _SOURCE_BREAK.sub(joined, text)))
        self._pieces.append(text.translate(SCRIPTS[self._script]) if self._script else text)

    def _seen(self, text: str) -> str:
        """Return what is seen of a text; digits that some see and others do not are no number."""
        sight = self._sight
        if sight is USUAL or sight.is_plain or not text.strip():
            return text
        if sight.is_unseen:
            self._hide(text)
            return ""
        if sight.is_faint:
            text = self.unread.faint(text)
        return turned(text) if sight.is_turned else text

    def _end_line(self) -> None:
        """Finish the line that is open."""
        text = "".join(self._pieces).strip()
        self._pieces.clear()
        if text:
            self._blocks.append(Paragraph(text, self._group, self._look, self._node))

    def _table(self, element: etree._Element) -> VisibleTable:
        self._tables += 1
        number = self._tables
        outer_place = self.unread.place
        rows: list[list[tuple[int, int, list[Block]]]] = []
        nodes: list[list[etree._Element]] = []
        captions: list[Block] = []
        for tr in self._parts(element, ("tr", "caption")):
            if tr.tag == "caption":
                captions += self.blocks_of(tr)
                continue
            cells: list[tuple[int, int, list[Block]]] = []
            self.unread.place = f"第{number}个表格第{len(rows) + 1}行"
            nodes.append(self._parts(tr, ("td", "th")))
            for td in nodes[-1]:
                outer = self._look
                self._look = self._look_of(td, "td")
                content = [] if self._is_struck(td, "td", self._styles.of(td)) else self.blocks_of(td)
                self._look = outer
                cells.append((limited_span(td.get("colspan")), limited_span(td.get("rowspan")), content))
            rows.append(cells)
        self.unread.place = outer_place
        self._blocks += captions
        laid_out = lay_out(rows)
        for row, elements in zip(laid_out, nodes, strict=True):
            for cell, td in zip(row.cells, elements, strict=True):
                cell.node = td
        return VisibleTable([row for row in laid_out if row.cells], f"第{number}个表格", element)

    def _parts(self, element: etree._Element, wanted: tuple[str, ...]) -> list[etree._Element]:
        """Return the rows of a table or the cells of a row, whatever stands around them, in order."""
        found: list[etree._Element] = []
        for child in element:
            if not isinstance(child.tag, str) or (not self._shows_all and self._is_hidden(child)):
                self.hidden += 1
            elif child.tag in wanted:
                found.append(child)
            elif child.tag not in ("table", "td", "th", "colgroup", "col", *_SILENT):
                found += self._parts(child, wanted)
        return found


def _is_box(style: Style) -> bool:
    return style.get("display", "").startswith("inline-") or style.get("float") in ("left", "right")
