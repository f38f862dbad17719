"""What is drawn on a page of a PDF: straight lines, and how much of it pictures cover."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium

from core.published.pdf_marks import Box
from core.visible.contrast import Colour

THIN = 3.0
"""Points that a filled shape may be wide to be a ruling line."""

Segment = tuple[float, float, float, float]
"""A straight line by its two ends."""

_SLANT = 1.5
"""Points that a line must run both across and down to be a slanted one."""

_DOT = 0.3  # points that its width and height may differ
_MOST_CORNERS = 6  # of a rectangle, and the point where it is closed
_DEEPEST = 8  # forms in forms


class Drawing:
    """The lines and pictures of a page, in the coordinates of the file.

    Args:
        page: A page of pdfium.
        take: Told how many things were met; it raises where they are too many.

    Attributes:
        segments: Lines from left to right and from top to bottom.
        slanted: The other ones.
        areas: What is filled, in the order in which it is drawn.
        orders: When each piece of text is drawn, by its object.
        covered: The room that pictures take.
    """

    def __init__(self, page: object, take: Callable[[int], None]) -> None:
        self._take = take
        self.segments: list[Segment] = []
        self.slanted: list[Segment] = []
        self.areas: list[Area] = []
        self.orders: dict[int, int] = {}
        self._texts: dict[int, tuple[Any, _Matrix]] = {}
        self._order = 0
        self.covered = 0.0
        self._objects(page, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, _IDENTITY)

    def _objects(self, holder: object, count_of: Any, get: Any, matrix: _Matrix, depth: int = 0) -> None:  # noqa: ANN401
        """Gather the lines and pictures of a page, or of a form that is drawn on it."""
        count = count_of(holder)
        self._take(count)
        for i in range(count):
            item = get(holder, i)
            kind = pdfium.FPDFPageObj_GetType(item)
            self._order += 1
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._path(item, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self._picture(item, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
                self.orders[address_of(item)] = self._order
                self._texts[address_of(item)] = item, matrix
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inner = _matrix_of(item) @ matrix
                self._objects(item, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, inner, depth + 1)

    def box_of_text(self, owner: int) -> Box:
        """Return the box of a piece of text."""
        item, matrix = self._texts[owner]
        sides = [ctypes.c_float() for _ in range(4)]
        pdfium.FPDFPageObj_GetBounds(item, *sides)
        left, bottom, right, top = (side.value for side in sides)
        return _box_of([matrix.applied(x, y) for x in (left, right) for y in (bottom, top)])

    def _picture(self, item: object, matrix: _Matrix) -> None:
        own = _matrix_of(item) @ matrix
        self.covered += abs(own.a * own.d - own.b * own.c)
        left, bottom, right, top = own.box_of_unit()
        self.areas.append(Area(self._order, (left, bottom, right, top), None, covers=False))
        if min(right - left, top - bottom) <= THIN:  # some programs draw their lines as pictures
            self._thin(left, bottom, right, top)

    def _path(self, item: object, matrix: _Matrix) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
        if not (fill.value or stroke.value):
            return
        count = pdfium.FPDFPath_CountSegments(item)
        self._take(count // 8)
        own = _matrix_of(item) @ matrix
        x, y = ctypes.c_float(), ctypes.c_float()
        points: list[tuple[float, float]] = []
        is_straight = True
        shapes = 0
        for i in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(item, i)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                self._shape(points, is_stroked=bool(stroke.value), is_straight=is_straight)
                points, is_straight = [], True
                shapes += 1
            elif kind != pdfium.FPDF_SEGMENT_LINETO:
                is_straight = False
            points.append(own.applied(x.value, y.value))
            if pdfium.FPDFPathSegment_GetClose(segment) and points:
                points.append(points[0])
        self._shape(points, is_stroked=bool(stroke.value), is_straight=is_straight)
        if fill.value:
            self._area(item, points, matrix, is_plain=is_straight and shapes == 1)

    def _area(self, item: object, points: list[tuple[float, float]], matrix: _Matrix, *, is_plain: bool) -> None:
        """Note what a filled shape covers: all of it where it is a rectangle with a colour, else nobody can tell."""
        box = _box_of(points)
        if min(box[2] - box[0], box[3] - box[1]) <= THIN:  # lines, as most are, need no further look
            return
        clip = _clip_of(item, matrix)
        is_plain = is_plain and _is_rectangle(points) and clip is not None
        if clip is not None:
            box = max(box[0], clip[0]), max(box[1], clip[1]), min(box[2], clip[2]), min(box[3], clip[3])
        if min(box[2] - box[0], box[3] - box[1]) <= THIN:
            return
        parts = [ctypes.c_uint() for _ in range(4)]
        has_colour = pdfium.FPDFPageObj_GetFillColor(item, *parts) == 1
        red, green, blue, alpha = (part.value for part in parts)
        covers = is_plain and has_colour and alpha == 255 and not pdfium.FPDFPageObj_HasTransparency(item)
        self.areas.append(Area(self._order, box, (red, green, blue) if covers else None, covers=covers))

    def _shape(self, points: list[tuple[float, float]], *, is_stroked: bool, is_straight: bool) -> None:
        """Note the lines of one shape: its sides where they are drawn, itself where it is filled and thin."""
        if len(points) < 2 or not is_straight:
            return
        left, bottom, right, top = _box_of(points)
        if min(right - left, top - bottom) <= THIN:
            self._thin(left, bottom, right, top)
        elif is_stroked:
            for (ax, ay), (bx, by) in pairwise(points):
                if min(abs(ax - bx), abs(ay - by)) < 0.5 and max(abs(ax - bx), abs(ay - by)) > THIN:
                    self.segments.append((ax, ay, bx, by))
                elif min(abs(ax - bx), abs(ay - by)) > _SLANT:
                    self.slanted.append((ax, ay, bx, by))

    def _thin(self, left: float, bottom: float, right: float, top: float) -> None:
        """Note a line that is drawn as a shape; a dot may be one of a line across or of one down."""
        across, down = right - left, top - bottom
        is_dot = abs(across - down) < _DOT
        if across > down or is_dot:
            self.segments.append((left, (bottom + top) / 2, right, (bottom + top) / 2))
        if across <= down or is_dot:
            self.segments.append(((left + right) / 2, bottom, (left + right) / 2, top))


class Area(NamedTuple):
    """What is filled on a page.

    Attributes:
        order: When it is drawn: before what has a higher number.
        colour: None where it has several, or lets through what lies behind.
        covers: Whether nothing that was drawn earlier is seen in its box.
    """

    order: int
    box: Box
    colour: Colour | None
    covers: bool


class _Matrix(NamedTuple):
    """Where the points of a thing that is drawn come to stand."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def __matmul__(self, o: _Matrix) -> _Matrix:
        """Return what comes of this one first, then the other."""
        return _Matrix(
            self.a * o.a + self.b * o.c,
            self.a * o.b + self.b * o.d,
            self.c * o.a + self.d * o.c,
            self.c * o.b + self.d * o.d,
            self.e * o.a + self.f * o.c + o.e,
            self.e * o.b + self.f * o.d + o.f,
        )

    def applied(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point comes to stand."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box_of_unit(self) -> tuple[float, float, float, float]:
        """Return left, bottom, right and top of the square in which every picture is drawn."""
        corners = [self.applied(x, y) for x in (0, 1) for y in (0, 1)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return min(xs), min(ys), max(xs), max(ys)


_IDENTITY = _Matrix(1, 0, 0, 1, 0, 0)


def address_of(item: object) -> int:
    """Return by what an object of pdfium can be known again."""
    return ctypes.cast(item, ctypes.c_void_p).value or 0  # type: ignore[arg-type]


def _box_of(points: Sequence[tuple[float, float]]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _is_rectangle(points: Sequence[tuple[float, float]]) -> bool:
    """Whether a shape is a rectangle that stands upright."""
    left, bottom, right, top = _box_of(points)
    corners = {(round(x - left, 1), round(y - bottom, 1)) for x, y in points}
    width, height = round(right - left, 1), round(top - bottom, 1)
    return corners == {(0.0, 0.0), (width, 0.0), (0.0, height), (width, height)}


def _clip_of(item: object, matrix: _Matrix) -> Box | None:
    """Return the box outside of which nothing of an object is drawn; None where it is no box."""
    found: Box = (-math.inf, -math.inf, math.inf, math.inf)
    clip = pdfium.FPDFPageObj_GetClipPath(item)
    x, y = ctypes.c_float(), ctypes.c_float()
    for i in range(max(pdfium.FPDFClipPath_CountPaths(clip), 0) if clip else 0):
        points: list[tuple[float, float]] = []
        for k in range(min(max(pdfium.FPDFClipPath_CountPathSegments(clip, i), 0), _MOST_CORNERS + 1)):
            pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(clip, i, k), x, y)
            points.append(matrix.applied(x.value, y.value))
        if not points or len(points) > _MOST_CORNERS or not _is_rectangle(points):
            return None
        own = _box_of(points)
        found = max(found[0], own[0]), max(found[1], own[1]), min(found[2], own[2]), min(found[3], own[3])
    return found


def _matrix_of(item: object) -> _Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, found)
    return _Matrix(found.a, found.b, found.c, found.d, found.e, found.f)
