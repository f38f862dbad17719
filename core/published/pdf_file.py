"""What stands on the pages of a PDF: characters and ruling lines with their places, every page the right way up.

pdfium reads the file; nothing of it is run, fetched or shown. It is native code: whoever reads a file of others does so
in another process (core/base/reading_process.py), as for all kinds of files.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import east_asian_width, normalize

import pypdfium2_raw as pdfium

from core.base.archive_limits import refuse
from core.base.errors import DamagedFileError, ErrorText
from core.base.file_kinds import FileKind
from core.base.markup_limits import TOO_LARGE
from core.base.radicals import character_of
from core.published.pdf_drawing import Drawing, address_of
from core.published.pdf_marks import Mark, Run
from core.published.pdf_sight import pieces_of, sights_of
from core.visible.contrast import Colour
from core.visible.word_symbols import UNKNOWN

MAX_PAGES = 100
MAX_CHARACTERS = 100_000  # a report has some ten thousand
MAX_OBJECTS = 100_000  # a report has some thousand; a page of Chrome has one for each character

_TOO_MANY_PAGES = ErrorText(
    f"“{{name}}”有{{pages}}页，最多能读{MAX_PAGES}页。",
    "请只把年度报告的那几页另存为 PDF（打印时选页码范围），再导入。",
)
_QUARTER = math.pi / 2
_FILLED = 0  # text render mode of usual text
_INVISIBLE = (3, 7)  # what a scanner lays over its picture, what only cuts out others
_SOLID = 200  # of 255
NO_CHARACTER = "\ufffd"
"""Stands for a character whose font does not say which one it is."""

_WIDE = ("W", "F")
_BLANKS = frozenset((0x09, 0x0A, 0x0D, 0xA0))
_FIRST_HALVES, _SECOND_HALVES = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_BROKEN_HYPHEN = 0x02  # what pdfium makes of a hyphen at the end of a line
_UNSAID = frozenset((pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP))


class Glyph(NamedTuple):
    """A character; places in points from the left and the upper edge of its page.

    Attributes:
        base: Where the line stands on which it is written.
        size: Of its type.
        run: Number of the piece of text that it was written with.
        is_apart: Whether pdfium sees a blank before it.
        is_turned: Whether it lies on its side or stands on its head.
    """

    char: str
    left: float
    right: float
    top: float
    bottom: float
    base: float
    size: float
    run: int
    is_apart: bool = False
    is_turned: bool = False


class Rule(NamedTuple):
    """A straight line, across or down: its place, where it begins and where it ends, in points."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class PdfPage:
    """One page, turned so that its text stands upright.

    Attributes:
        across: Ruling lines from left to right.
        down: Ruling lines from top to bottom.
        has_picture: Whether a picture covers most of it.
        hidden: Number of characters that it does not show.
        outside: The characters beyond its edges.
        slanted: Text that stands neither upright nor turned by a right angle: a watermark.
        added: Number of notes, fields and stamps that were laid over it.
        unseen: Text in the colour of the paper, tiny text and text that is covered.
        crossed: Numbers that a slanted line crosses.
        faint: Digits that not everybody sees; a sign stands for them.
    """

    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    has_picture: bool = False
    hidden: int = 0
    outside: list[Glyph] = field(default_factory=list)
    slanted: str = ""
    added: int = 0
    unseen: list[str] = field(default_factory=list)
    crossed: list[str] = field(default_factory=list)
    faint: list[str] = field(default_factory=list)


def pages_of(data: bytes, path: Path) -> list[PdfPage]:
    """Return the pages of a PDF; ``path`` is the file to be named if it fails.

    Raises:
        DamagedFileError: It cannot be opened.
        FileError: It needs a password, or has too many pages, characters or lines.
    """
    with _opened(data, path) as document:
        count = pdfium.FPDF_GetPageCount(document)
        if count > MAX_PAGES:
            raise _TOO_MANY_PAGES.of(path, pages=count)
        if not count:
            raise DamagedFileError(path)
        pages: list[PdfPage] = []
        room = _Room(path)
        for number in range(count):
            with _loaded(document, number, path) as page:
                pages.append(_PageReader(page, room).read())
        return pages


class _Room:
    """How much a file may still hold."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._characters = MAX_CHARACTERS
        self._objects = MAX_OBJECTS

    def take(self, *, characters: int = 0, objects: int = 0) -> None:
        """Note what was met.

        Raises:
            FileError: It is too much.
        """
        self._characters -= characters
        self._objects -= objects
        if min(self._characters, self._objects) < 0:
            raise TOO_LARGE.of(self._path)


@cache
def _start() -> None:
    pdfium.FPDF_InitLibrary()


@contextmanager
def _opened(data: bytes, path: Path) -> Iterator[Any]:
    _start()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        if pdfium.FPDF_GetLastError() in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            refuse(path, FileKind.ENCRYPTED, FileKind.PDF)
        raise DamagedFileError(path)
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


@contextmanager
def _loaded(document: object, number: int, path: Path) -> Iterator[Any]:
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        raise DamagedFileError(path)
    try:
        yield page
    finally:
        pdfium.FPDF_ClosePage(page)


class _PageReader:
    """One pass through a page."""

    def __init__(self, page: object, room: _Room) -> None:
        self._page = page
        self._room = room
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, box)
        self._box = (box.left, box.bottom, box.right, box.top)

    def read(self) -> PdfPage:
        """Return what stands on the page."""
        drawing = Drawing(self._page, lambda count: self._room.take(objects=count))
        marks, runs = self._text()
        turns = Counter(runs[mark.run].turns for mark in marks if runs[mark.run].turns is not None)
        turn = turns.most_common(1)[0][0] or 0 if turns else pdfium.FPDFPage_GetRotation(self._page)
        x0, y0, x1, y1 = self._box
        width, height = (x1 - x0, y1 - y0) if turn % 2 == 0 else (y1 - y0, x1 - x0)
        page = PdfPage(width, height)
        page.has_picture = drawing.covered > 0.6 * (x1 - x0) * (y1 - y0)
        page.added = self._annotations()
        sights = sights_of(marks, runs, drawing)
        page.unseen = pieces_of(marks, sights.unseen)
        page.crossed = pieces_of(marks, sights.crossed - sights.unseen)
        page.faint = pieces_of(marks, sights.faint - sights.unseen)
        left_out = sights.unseen | sights.crossed
        slanted: list[str] = []
        for number, mark in enumerate(marks):
            run = runs[mark.run]
            if number in left_out:
                continue
            if number in sights.faint:
                mark.char = UNKNOWN
            if run.turns is None:
                slanted.append(mark.char)
            elif run.is_hidden:
                page.hidden += bool(mark.char.strip())
            else:
                self._place(mark, run, turn, page)
        page.slanted = "".join(slanted).strip()
        for ax, ay, bx, by in drawing.segments:
            (left, top), (right, bottom) = self._turned(ax, ay, turn), self._turned(bx, by, turn)
            if abs(top - bottom) <= abs(left - right):
                page.across.append(Rule((top + bottom) / 2, min(left, right), max(left, right)))
            else:
                page.down.append(Rule((left + right) / 2, min(top, bottom), max(top, bottom)))
        return page

    def _place(self, mark: Mark, run: Run, turn: int, page: PdfPage) -> None:
        """Add a character to the page, or to those outside."""
        left, bottom, right, top = mark.box
        (ax, ay), (bx, by) = self._turned(left, bottom, turn), self._turned(right, top, turn)
        (left, right), (top, bottom) = sorted((ax, bx)), sorted((ay, by))
        base = bottom
        if run.turns == turn:
            start, base = self._turned(*mark.origin, turn)
            if east_asian_width(mark.char) in _WIDE:  # its box may be that of its ink
                left, right = start, start + run.width
        glyph = Glyph(mark.char, left, right, top, bottom, base, run.size, mark.run, mark.is_apart, run.turns != turn)
        if 0 <= (left + right) / 2 <= page.width and 0 <= (top + bottom) / 2 <= page.height:
            page.glyphs.append(glyph)
        elif mark.char.strip():
            page.outside.append(glyph)

    def _turned(self, x: float, y: float, turn: int) -> tuple[float, float]:
        """Return where a point stands from the left and the upper edge after so many quarter turns clockwise."""
        x0, y0, x1, y1 = self._box
        return ((x - x0, y1 - y), (y - y0, x - x0), (x1 - x, y - y0), (y1 - y, x1 - x))[turn]

    # ------------------------------------------------------------ characters

    def _text(self) -> tuple[list[Mark], list[Run]]:
        """Return the characters in the order of the file and the pieces of text they belong to."""
        text = pdfium.FPDFText_LoadPage(self._page)
        if not text:
            return [], []
        try:
            return self._marks(text)
        finally:
            pdfium.FPDFText_ClosePage(text)

    def _marks(self, text: object) -> tuple[list[Mark], list[Run]]:
        count = pdfium.FPDFText_CountChars(text)
        self._room.take(characters=count)
        marks: list[Mark] = []
        runs: list[Run] = []
        known: dict[int, int] = {}
        is_apart = False
        first = 0  # half of a character beyond U+FFFF, which pdfium gives in two
        box = pdfium.FS_RECTF()
        x, y = ctypes.c_double(), ctypes.c_double()
        for i in range(count):
            if pdfium.FPDFText_IsGenerated(text, i) == 1:
                is_apart = True
                continue
            owner = address_of(pdfium.FPDFText_GetTextObject(text, i))
            if owner not in known:
                known[owner] = len(runs)
                runs.append(_run_of(text, i))
            pdfium.FPDFText_GetLooseCharBox(text, i, box)
            pdfium.FPDFText_GetCharOrigin(text, i, x, y)
            code = pdfium.FPDFText_GetUnicode(text, i)
            if first and code in _SECOND_HALVES:
                marks[-1].char = _plain(0x10000 + ((first - 0xD800) << 10) + code - 0xDC00)
                first = 0
                continue
            first = code if code in _FIRST_HALVES else 0
            char = NO_CHARACTER if pdfium.FPDFText_HasUnicodeMapError(text, i) == 1 else _plain(code)
            marks.append(
                Mark(char, (box.left, box.bottom, box.right, box.top), (x.value, y.value), known[owner], is_apart)
            )
            is_apart = False
        return _spread(marks), runs

    def _annotations(self) -> int:
        """Return how many notes, fields and stamps lie over the page."""
        count = 0
        for i in range(pdfium.FPDFPage_GetAnnotCount(self._page)):
            self._room.take(objects=1)
            annotation = pdfium.FPDFPage_GetAnnot(self._page, i)
            if annotation:
                count += pdfium.FPDFAnnot_GetSubtype(annotation) not in _UNSAID
                pdfium.FPDFPage_CloseAnnot(annotation)
        return count


def _spread(marks: list[Mark]) -> list[Mark]:
    """Put the letters of a ligature beside each other, which pdfium gives at one place; two f may be one."""
    for _, group in groupby(marks, key=lambda mark: (mark.run, mark.origin, mark.box)):
        letters = list(group)
        text = "".join(mark.char for mark in letters)
        if len(set(text)) > 1 or text == "ff":
            left, bottom, right, top = letters[0].box
            step = (right - left) / len(letters)
            for number, mark in enumerate(letters):
                mark.box = (left + number * step, bottom, left + (number + 1) * step, top)
                mark.origin = (mark.origin[0] + number * step, mark.origin[1])
    return marks


def _run_of(text: object, i: int) -> Run:
    """Return what the piece of text shares that a character belongs to."""
    found = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, i, found)
    size = abs(pdfium.FPDFText_GetFontSize(text, i))  # negative where the coordinates are turned over
    angle = -pdfium.FPDFText_GetCharAngle(text, i) / _QUARTER  # pdfium counts clockwise
    turns = round(angle) if math.isfinite(angle) else 0
    item = pdfium.FPDFText_GetTextObject(text, i)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(item) if item else 0
    width, height = size * math.hypot(found.a, found.b), size * math.hypot(found.c, found.d)
    return Run(
        turns % 4 if abs(angle - turns) < 0.05 else None,
        _sound(height),
        _sound(width),
        mode in _INVISIBLE,
        _colour_of(item, mode),
        address_of(item),
    )


def _colour_of(item: object, mode: int) -> Colour | None:
    """Return the colour of a piece of text; None where it has none that covers what lies behind."""
    parts = [ctypes.c_uint() for _ in range(4)]
    get = pdfium.FPDFPageObj_GetFillColor if mode == _FILLED else None
    if not item or get is None or get(item, *parts) != 1 or parts[3].value < _SOLID:
        return None
    return parts[0].value, parts[1].value, parts[2].value


def _sound(size: float) -> float:
    """Return a size with which can be reckoned, whatever a damaged file says."""
    return min(max(size, 1.0), 1_000.0) if math.isfinite(size) else 1.0


def _plain(code: int) -> str:
    """Return a character as people type it: radicals and compatibility forms are what they stand for."""
    if code in _BLANKS:
        return " "
    if code == _BROKEN_HYPHEN:
        return "-"
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xF900 or code > 0xF0000:
        return NO_CHARACTER
    char = chr(code)
    if 0xF900 <= code < 0xFB00:
        return normalize("NFKC", char)
    return character_of(char) if 0x2300 <= code < 0x2FE0 else char
