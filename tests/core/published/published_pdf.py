"""PDF files made by hand: pages with characters and lines at given places, and reports set on such pages."""

import zlib
from dataclasses import dataclass, field

from tests.core.published.published_grids import Grid, Item
from tests.core.published.published_shapes import Piece

WIDTH, HEIGHT, MARGIN = 595.0, 842.0, 57.5

_FONTS = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font"
    b"/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
    b"/DW 1000>>]>>",
    b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
)


def advance(char: str, size: float) -> float:
    """How far a character moves the pen; those of ASCII are of Courier."""
    return size * (0.6 if char.isascii() else 1.0)


@dataclass
class Sheet:
    """One page; places are measured from its upper left corner."""

    width: float = WIDTH
    height: float = HEIGHT
    extra: str = ""
    operators: list[str] = field(default_factory=list)

    def put(self, x: float, y: float, text: str, size: float = 10.5, *, mode: int = 0, matrix: str = "1 0 0 1") -> None:
        """Write a text; y is where its line stands."""
        pieces: list[str] = []
        for char in text:
            at = f"{matrix} {x:.2f} {self.height - y:.2f} Tm"
            code = f"{ord(char):02X}" if char.isascii() else char.encode("utf-16-be").hex().upper()
            pieces.append(f"/F{2 if char.isascii() else 1} {size} Tf {at} <{code}> Tj")
            x += advance(char, size)
        self.operators.append(f"BT {mode} Tr {' '.join(pieces)} ET")

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a line."""
        self.operators.append(f"{x0:.2f} {self.height - y0:.2f} m {x1:.2f} {self.height - y1:.2f} l S")

    def box(self, left: float, top: float, right: float, bottom: float) -> None:
        """Draw a rectangle."""
        self.operators.append(f"{left:.2f} {self.height - bottom:.2f} {right - left:.2f} {bottom - top:.2f} re S")


def pdf(sheets: list[Sheet], *, instead: str = "") -> bytes:
    """Return the file with these pages; its font names the second of each pair (人⼈) in ``instead``."""
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(sheets)))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {len(sheets)}>>".encode(), *_FONTS]
    for n, sheet in enumerate(sheets):
        content = zlib.compress("\n".join(["0.5 w", *sheet.operators]).encode())
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {sheet.width} {sheet.height}]/Contents {6 + 2 * n} 0 R"
            f"/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>{sheet.extra}>>".encode()
        )
        objects.append(b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(content), content))
    if instead:
        objects[2] = objects[2].removesuffix(b">>") + b"/ToUnicode %d 0 R>>" % (len(objects) + 1)
        pairs = "\n".join(f"<{ord(a):04X}> <{ord(b):04X}>" for a, b in zip(instead[::2], instead[1::2], strict=True))
        named = f"begincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{len(instead) // 2} beginbfchar\n"
        named = f"/CIDInit /ProcSet findresource begin 1 dict begin {named}{pairs}\nendbfchar\nendcmap end end"
        objects.append(f"<</Length {len(named)}>>stream\n{named}\nendstream".encode())
    made = bytearray(b"%PDF-1.5\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(made)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    made += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}".encode()
    made += f"trailer<</Size {len(places) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(made)


def wrapped(text: str, room: float, size: float, indent: float = 0.0) -> list[str]:
    """Return the lines into which a text is broken, as few characters kept together as can be."""
    lines: list[str] = []
    for part in text.split("\n"):
        line, used = "", indent
        for char in part:
            if used + advance(char, size) > room and line:
                lines.append(line)
                line, used = "", 0.0
            line += char
            used += advance(char, size)
        lines.append(line)
    return lines


class Setter:
    """Sets a report page after page.

    Args:
        size: Of the type, in points; tables have a smaller one.
        number: How a page number is printed; "" for none.
        width: Of the pages, which are as high as an upright sheet is wide when they lie.
    """

    def __init__(self, size: float = 14.0, number: str = "— {} —", width: float = WIDTH) -> None:
        self._size = size
        self._number = number
        self._width = width
        self._height = HEIGHT if width < HEIGHT else WIDTH
        self.sheets: list[Sheet] = []
        self._y = 0.0
        self._new_page()

    def _new_page(self) -> None:
        self.sheets.append(Sheet(self._width, self._height))
        self._y = MARGIN
        if self._number:
            text = self._number.format(len(self.sheets))
            self.sheets[-1].put(self._width / 2 - 20, self._height - 30, text, 10)

    @property
    def _room(self) -> float:
        return self._width - 2 * MARGIN

    def text(self, text: str, *, size: float = 0.0, is_centred: bool = False) -> None:
        """Set a paragraph."""
        size = size or self._size
        indent = 0.0 if is_centred else 2 * size
        for number, line in enumerate(wrapped(text, self._room, size, indent)):
            if self._y + 1.8 * size > self._height - MARGIN:
                self._new_page()
            self._y += 1.8 * size
            length = sum(advance(char, size) for char in line)
            x = MARGIN + ((self._room - length) / 2 if is_centred else 0.0 if number else indent)
            self.sheets[-1].put(x, self._y, line, size)

    def grid(self, grid: Grid, size: float = 8.0) -> None:
        """Set a table; where a page ends, its cells go on on the next one."""
        placed, columns = _placed(grid)
        step = self._room / columns
        heights = [1.5 * size + 4] * len(grid)
        texts: dict[int, list[str]] = {}
        for n, (top, _, item) in enumerate(placed):
            texts[n] = wrapped(item.text, item.width * step - 4, size) if item.text else []
            last = min(top + item.height, len(grid)) - 1
            missing = len(texts[n]) * 1.3 * size + 5 - sum(heights[top : last + 1])
            heights[last] += max(missing, 0)
        self._y += 10
        at = 0
        while at < len(grid):
            end = at
            y = self._y
            while end < len(grid) and y + heights[end] <= self._height - MARGIN:
                y += heights[end]
                end += 1
            if end == at and self._y > MARGIN:
                self._new_page()
                continue
            end = max(end, at + 1)
            self._rows(placed, texts, heights, at, end, step, size)
            at = end
            if at < len(grid):
                self._new_page()

    def _rows(
        self,
        placed: list[tuple[int, int, Item]],
        texts: dict[int, list[str]],
        heights: list[float],
        first: int,
        end: int,
        step: float,
        size: float,
    ) -> None:
        sheet = self.sheets[-1]
        for n, (top, left, item) in enumerate(placed):
            begin, stop = max(top, first), min(top + item.height, end)
            if begin >= stop:
                continue
            y0 = self._y + sum(heights[first:begin])
            y1 = y0 + sum(heights[begin:stop])
            x0 = MARGIN + left * step
            sheet.box(x0, y0, x0 + item.width * step, y1)
            room = max(int((y1 - y0 - 3) / (1.3 * size)), 0) if stop < top + item.height else len(texts[n])
            for number, line in enumerate(texts[n][:room], 1):
                sheet.put(x0 + 2, y0 + 1.3 * size * number, line, size)
            del texts[n][:room]
        self._y += sum(heights[first:end])


def _placed(grid: Grid) -> tuple[list[tuple[int, int, Item]], int]:
    """Return the cells with their row and column, and the number of columns."""
    taken: set[tuple[int, int]] = set()
    placed: list[tuple[int, int, Item]] = []
    for top, row in enumerate(grid):
        left = 0
        for item in row:
            while (top, left) in taken:
                left += 1
            placed.append((top, left, item))
            taken |= {(top + y, left + x) for y in range(item.height) for x in range(item.width)}
            left += item.width
    return placed, max(x for _, x in taken) + 1


def set_report(setter: Setter, report: list[Piece], size: float = 14.0) -> Setter:
    """Set all pieces of a report."""
    for kind, content in report:
        if isinstance(content, list):
            setter.grid(content)
        else:
            setter.text(content, size=size + 4 if kind == "title" else 0, is_centred=kind == "title")
    return setter


def report_pdf(report: list[Piece], *, size: float = 14.0, number: str = "— {} —", width: float = WIDTH) -> bytes:
    """Return a report as PDF."""
    return pdf(set_report(Setter(size, number, width), report, size).sheets)
