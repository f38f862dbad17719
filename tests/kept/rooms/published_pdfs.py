"""What the reader of published reports sees on pages of a PDF: lines, tables, what is struck out, hidden or beside.

No text here has a dash: how wide it is drawn depends on the fonts of the machine, since the file has none of its own.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from core.base.errors import ReportError
from core.published.pdf_pages import read_pdf
from tests.core.published.published_pdf import HEIGHT, WIDTH, Sheet, pdf
from tests.kept.rooms.published_pages import told

_PATH = Path("年报.pdf")
_TEXT = "全年公开政府信息若干条，其中网站公开若干条，政务新媒体公开若干条，并按要求更新了公开指南和目录。"
_SET = _TEXT + "群众满意度进一步提升。"
_LABELS = ("行政许可", "行政处罚", "规章", "其他", "总计", "自然人", "商业企业")
Draw = Callable[[Sheet], None]


def documents() -> dict[str, str]:
    """Return what is seen of each page."""
    return {"pdf": "\n".join([*_drawn(), *_framed(), *_tables(), *_over_pages()]) + "\n"}


def _said(sheets: list[Sheet]) -> str:
    try:
        pages = read_pdf(pdf(sheets), _PATH)
    except ReportError as error:
        return error.summary
    lines = [re.sub(_SET, "…", line) for line in told(pages.blocks)]
    lines = [line for line in lines if not re.fullmatch(r"\d+: '…'", line)]
    return " / ".join([*lines, *(f"! {remark}" for remark in pages.remarks)])


def _filled() -> Sheet:
    """A page with so much text that it is read."""
    sheet = Sheet()
    for at, y in ((0, 90), (24, 108), (48, 126)):
        sheet.put(60, y, _SET[at : at + 24])
    return sheet


# ---------------------------------------------------------------- single marks


def _put(x: float, y: float, text: str, size: float = 10.5, *, mode: int = 0, matrix: str = "1 0 0 1") -> Draw:
    return lambda sheet: sheet.put(x, y, text, size, mode=mode, matrix=matrix)


def _line(x0: float, y0: float, x1: float, y1: float) -> Draw:
    return lambda sheet: sheet.line(x0, y0, x1, y1)


def _raw(operators: str) -> Draw:
    return lambda sheet: sheet.operators.append(operators)


def _all(*draws: Draw) -> Draw:
    def draw(sheet: Sheet) -> None:
        for one in draws:
            one(sheet)

    return draw


def _apart(gap: float, left: str, right: str, size: float = 10.0) -> Draw:
    width = size * sum(0.6 if char.isascii() else 1 for char in left)
    return _all(_put(60, 300, left, size), _put(60 + width + gap * size, 300, right, size))


def _raised(up: float, size: float) -> Draw:
    return _all(_put(60, 300, "共7", 10), _put(76, 300 - up, "2", size))


def _below(step: float, shift: float = 0.0, size: float = 10.5, end: str = "") -> Draw:
    """A full line and one below it."""
    return _all(_put(60, 300, f"第{_TEXT[:23]}{end}"[-24:]), _put(60 + shift, 300 + step, "续行的字", size))


def _struck(height: float, start: float = -2, end: float = 14) -> Draw:
    return _all(_put(60, 300, "37件", 10), _line(60 + start, 300 - height * 10, 60 + end, 300 - height * 10))


def _painted(text_colour: str, before: str = "", after: str = "", size: float = 10) -> Draw:
    """Digits in a colour, on what is painted before and under what is painted after; the places are 55 to 85."""
    area = f"55 {HEIGHT - 305} 30 20 re f"
    back, front = ([_raw(f"q {colour} {area} Q")] * bool(colour) for colour in (before, after))
    return _all(*back, _raw(f"q {text_colour}"), _put(60, 300, "37", size), _raw("Q"), *front)


def _columns(lefts: Sequence[float], rows: int) -> Draw:
    return _all(*(_put(left, 300 + 18 * row, f"第{row}段的字") for left in lefts for row in range(rows)))


_WEB = "www.example.gov.cn and more words of letters that fill it all up to the edge"
_RAISED = ((4, 6), (1, 6), (4, 9), (0, 6), (-2, 6), (1.6, 8), (9, 6))
_STROKES = ((0, 6), (1, 5), (2, 5), (6, 12), (0, 3), (-20, 4.9), (20, 60))
_TURNS = ("0 1 -1 0", "0 -1 1 0", "-1 0 0 -1", "0.99 0.1 -0.1 0.99")
_MARKS: dict[str, Draw] = {
    **{f"digits {gap} em apart": _apart(gap, "12", "34") for gap in (0, 0.05, 0.1, 0.14, 0.16, 0.3, 1.2)},
    **{f"words {gap} em apart": _apart(gap, "甲乙", "丙丁") for gap in (0, 0.5, 0.95, 1.05, 3)},
    **{f"mixed {gap} em apart": _apart(gap, "共12", "件") for gap in (0.2, 0.95, 1.05)},
    **{f"digit raised by {up} of size {size}": _raised(up, size) for up, size in _RAISED},
    **{f"line {step} below": _below(step) for step in (12, 18, 19, 26, 40)},
    **{f"line indented by {shift}": _below(18, shift) for shift in (0, 12, 13, 21, 250)},
    **{f"line of size {size}": _below(18, size=size) for size in (9, 9.4, 11.9, 14)},
    **{f"line behind {end}": _below(18, end=end) for end in "。；，"},
    **{f"struck at {height} em": _struck(height) for height in (0.1, 0.16, 0.3, 0.59, 0.61)},
    **{f"struck from {start} to {end}": _struck(0.3, start, end) for start, end in _STROKES},
    **{f"text mode {mode}": _put(60, 300, "37件", mode=mode) for mode in (1, 2, 3, 7)},
    **{f"turned by {matrix}": _put(200, 300, "旁注12", matrix=matrix) for matrix in _TURNS},
    "slanted": _put(200, 300, "内部资料", 30, matrix="0.7 0.7 -0.7 0.7"),
    "twice": _all(_put(60, 300, "37件"), _put(60.3, 300, "37件")),
    "twice, further": _all(_put(60, 300, "37件"), _put(62.5, 300, "37件")),
    "beyond the edge": _put(WIDTH - 12, 300, "3712"),
    "above the edge": _put(60, -20, "3712"),
    "white": _painted("1 g"),
    **{f"grey {grey}": _painted(f"{grey} g") for grey in (0.5, 0.7, 0.8, 0.9, 0.97)},
    **{f"of size {size}": _painted("0 g", size=size) for size in (1.5, 2, 2.5, 3.5, 4)},
    "white on black": _painted("1 g", "0 g"),
    "black on black": _painted("0 g", "0 g"),
    "covered in white": _painted("0 g", after="1 g"),
    "white, covered in black": _painted("1 g", after="0 g"),
    "red on blue": _painted("1 0 0 rg", "0 0 1 rg"),
    "covered by a triangle": _all(_painted("0 g"), _raw("1 g 55 537 m 85 537 l 70 560 l f")),
    "covered in part": _all(_painted("0 g"), _raw("1 g 55 537 8 20 re f")),
    "covered within a clip": _all(_painted("0 g"), _raw("q 0 0 40 40 re W n 1 g 55 537 30 20 re f Q")),
    "crossed": _all(_put(60, 300, "甲3712件"), _line(58, 308, 90, 288)),
    "crossed beside": _all(_put(60, 300, "甲3712件"), _line(110, 308, 140, 288)),
    "under a watermark": _all(_put(60, 300, _TEXT[:24]), _put(90, 302, "仅供参考", 30)),
    "numbers over each other": _all(_put(60, 300, "3712"), _put(63, 300, "8888")),
    "two columns": _columns((60, 300), 4),
    "three columns of lines": _columns((60, 200, 400), 5),
    "in the middle": _put(WIDTH / 2 - 40, 300, "居中的标题", 16),
    "a title in two lines": _all(_put(60, 200, "云" * 29, 16), _put(WIDTH / 2 - 40, 230, "年度报告", 16)),
    "letters": _all(_put(60, 300, _WEB, 10), _put(60, 315, "next word", 10)),
    "a section": _all(_put(60, 300, "一、总体情况"), _put(60, 318, "（一）主动公开")),
}


def _drawn() -> Iterable[str]:
    for name, draw in _MARKS.items():
        sheet = _filled()
        draw(sheet)
        yield f"{name}: {_said([sheet])}"
    yield f"nothing: {_said([Sheet()])}"
    for count in (24, 25):
        sheet = Sheet()
        sheet.put(60, 300, "字" * 25)
        sheet.put(60, 320, "字" * count)
        yield f"{count + 25} characters: {_said([sheet])}"
    for kind in ("Text", "Link", "Stamp", "Widget"):
        sheet = _filled()
        sheet.extra = f"/Annots[<</Type/Annot/Subtype/{kind}/Rect[60 500 90 520]>>]"
        yield f"with {kind}: {_said([sheet])}"
    for turn in (90, 180, 270):
        sheet = _filled()
        sheet.extra = f"/Rotate {turn}"
        yield f"a page turned by {turn}: {_said([sheet])}"


# ---------------------------------------------------------------- headers, footers, pages


_NUMBERS = ("{}", "第{}页", "第 {} 页 共 9 页", "{}/9", "某局 {}", "P{}", "某局年报")


def _framed() -> Iterable[str]:
    for text in _NUMBERS:
        for y in (40, 300, HEIGHT - 30):
            sheets = [_filled() for _ in range(3)]
            for number, sheet in enumerate(sheets, 1):
                sheet.put(280, y, text.format(number), 10)
            yield f"{text} at {y:g}: {_said(sheets)}"
    for step in (4, 9):
        sheets = [_filled() for _ in range(2)]
        for number, sheet in enumerate(sheets):
            sheet.put(280, 800 + step * number, "某局年报", 10)
        yield f"{step} points lower on the next page: {_said(sheets)}"
    for pages in (2, 3):
        sheets = [_filled() for _ in range(pages)]
        for sheet in sheets:
            sheet.put(250, 400, "机密文件", 40)
        yield f"on all of {pages} pages: {_said(sheets)}"


# ---------------------------------------------------------------- tables


def _ruled(chance: random.Random) -> Sheet:
    """A page with a table of random size, some of its lines missing, doubled, thick, broken or displaced."""
    sheet = _filled()
    columns, rows = chance.randrange(2, 6), chance.randrange(1, 6)
    xs = [60 + 60 * n + chance.choice((0, 0, 1, 2)) for n in range(columns + 1)]
    ys = [300 + 22 * n for n in range(rows + 1)]
    thick = chance.choice((0, 0, 1, 2.9, 3.2))
    missing = chance.choice((0, 0, 0.1, 0.25))
    gap = chance.choice((0, 0, 1, 2, 2.4, 3))
    for n, y in enumerate(ys):
        for left, right in pairwise(xs):
            if n in (0, rows) or chance.random() >= missing:
                _rule(sheet, left + gap / 2, y, right - gap / 2, y, thick)
    for n, x in enumerate(xs):
        for top, bottom in pairwise(ys):
            if (n in (0, columns) and chance.random() > 0.03) or chance.random() >= missing:
                _rule(sheet, x, top + gap / 2, x, bottom - gap / 2, thick)
    if chance.random() < 0.2:
        sheet.line(xs[0], ys[0] - chance.choice((2, 4, 6)), xs[-1], ys[0] - 3)
    for y in ys[:-1]:
        for column, x in enumerate(xs[:-1]):
            text = chance.choice(_LABELS) if not column else str(chance.randrange(10 ** chance.randrange(1, 6)))
            if chance.random() < 0.85:
                sheet.put(x + chance.choice((2, 2, 2, 20, 38)), y + 14, text, chance.choice((8, 8, 6)))
            if chance.random() < 0.08:
                sheet.put(x + 2, y + 21, "7", 8)
        if chance.random() < 0.08:
            sheet.put(xs[-1] + chance.choice((1, 6, 9, 12)), y + 14, "5", 8)
    return sheet


def _rule(sheet: Sheet, x0: float, y0: float, x1: float, y1: float, thick: float) -> None:
    if not thick:
        sheet.line(x0, y0, x1, y1)
        return
    half = thick / 2
    box = (x0, sheet.height - y0 - half, x1 - x0, thick) if y0 == y1 else (x0 - half, sheet.height - y1, thick, y1 - y0)
    sheet.operators.append(f"{box[0]:.2f} {box[1]:.2f} {box[2]:.2f} {box[3]:.2f} re f")


def _tables() -> Iterable[str]:
    for number in range(30):
        yield f"table {number}: {_said([_ruled(random.Random(number))])}"
    for high in (90, 101, 140):
        sheet = _filled()
        sheet.box(60, 300, 400, 300 + high)
        sheet.put(70, 330, "框里的字")
        yield f"a frame {high} high: {_said([sheet])}"
    for right in (7, 9):
        sheet = _filled()
        for y in (300, 320, 340):
            sheet.line(60, y, 200 + right, y)
        sheet.line(100, 300, 100, 340)
        sheet.line(200, 300, 200, 340)
        sheet.put(65, 314, "甲", 8)
        sheet.put(110, 314, "12", 8)
        yield f"open sides, {right} beyond: {_said([sheet])}"


def _over_pages() -> Iterable[str]:
    """Tables of two columns that go on over the page in different ways."""
    for last, first in (("甲", "乙"), ("属于国家", "秘密"), ("行政处罚", "行政强制"), ("", "乙"), ("甲", "")):
        for numbers in (("12", "3"), ("12", ""), ("", "3")):
            sheets = [_filled(), Sheet()]
            for sheet, tops, texts in (
                (sheets[0], (760, 785), ("信息内容", last)),
                (sheets[1], (60, 85), (first, "其他")),
            ):
                for y, label, number in zip(
                    tops, texts, ("件数", numbers[0]) if sheet is sheets[0] else (numbers[1], "5"), strict=True
                ):
                    sheet.box(60, y - 15, 160, y + 10)
                    sheet.box(160, y - 15, 260, y + 10)
                    sheet.put(65, y, label, 8)
                    sheet.put(165, y, number, 8)
            yield f"{last} {numbers[0]} over {first} {numbers[1]}: {_said(sheets)}"
    for moved in (0, 2, 5, 7):
        sheets = [_filled(), Sheet()]
        for sheet, height, shift in ((sheets[0], 785.0, 0), (sheets[1], 60.0, moved)):
            for left in (60, 160, 260):
                sheet.box(left + shift, height - 15, left + 100 + shift, height + 10)
                sheet.put(left + 5 + shift, height, "12" if left > 60 else "甲", 8)
        yield f"moved by {moved}: {_said(sheets)}"
