"""What is drawn on a page of a PDF: straight lines, and how much of it pictures cover."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium

THIN = 3.0
"""Points that a filled shape may be wide to be a ruling line."""

_DOT = 0.3  # points that its width and height may differ
_DEEPEST = 8  # forms in forms


class Drawing:
    """The lines and pictures of a page, in the coordinates of the file.

    Args:
        page: A page of pdfium.
        take: Told how many things were met; it raises where they are too many.

    Attributes:
        segments: Lines, each by its two ends.
        covered: The room that pictures take.
    """

    def __init__(self, page: object, take: Callable[[int], None]) -> None:
        self._take = take
        self.segments: list[tuple[float, float, float, float]] = []
        self.covered = 0.0
        self._objects(page, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, _IDENTITY)

    def _objects(self, holder: object, count_of: Any, get: Any, matrix: _Matrix, depth: int = 0) -> None:  # noqa: ANN401
        """Gather the lines and pictures of a page, or of a form that is drawn on it."""
        count = count_of(holder)
        self._take(count)
        for i in range(count):
            item = get(holder, i)
            kind = pdfium.FPDFPageObj_GetType(item)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._path(item, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self._picture(item, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inner = _matrix_of(item) @ matrix
                self._objects(item, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, inner, depth + 1)

    def _picture(self, item: object, matrix: _Matrix) -> None:
        own = _matrix_of(item) @ matrix
        self.covered += abs(own.a * own.d - own.b * own.c)
        left, bottom, right, top = own.box_of_unit()
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
        for i in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(item, i)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                self._shape(points, is_stroked=bool(stroke.value), is_straight=is_straight)
                points, is_straight = [], True
            elif kind != pdfium.FPDF_SEGMENT_LINETO:
                is_straight = False
            points.append(own.applied(x.value, y.value))
            if pdfium.FPDFPathSegment_GetClose(segment) and points:
                points.append(points[0])
        self._shape(points, is_stroked=bool(stroke.value), is_straight=is_straight)

    def _shape(self, points: list[tuple[float, float]], *, is_stroked: bool, is_straight: bool) -> None:
        """Note the lines of one shape: its sides where they are drawn, itself where it is filled and thin."""
        if len(points) < 2 or not is_straight:
            return
        xs, ys = [x for x, _ in points], [y for _, y in points]
        left, right, bottom, top = min(xs), max(xs), min(ys), max(ys)
        if min(right - left, top - bottom) <= THIN:
            self._thin(left, bottom, right, top)
        elif is_stroked:
            for (ax, ay), (bx, by) in pairwise(points):
                if min(abs(ax - bx), abs(ay - by)) < 0.5 and max(abs(ax - bx), abs(ay - by)) > THIN:
                    self.segments.append((ax, ay, bx, by))

    def _thin(self, left: float, bottom: float, right: float, top: float) -> None:
        """Note a line that is drawn as a shape; a dot may be one of a line across or of one down."""
        across, down = right - left, top - bottom
        is_dot = abs(across - down) < _DOT
        if across > down or is_dot:
            self.segments.append((left, (bottom + top) / 2, right, (bottom + top) / 2))
        if across <= down or is_dot:
            self.segments.append(((left + right) / 2, bottom, (left + right) / 2, top))


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


def _matrix_of(item: object) -> _Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, found)
    return _Matrix(found.a, found.b, found.c, found.d, found.e, found.f)
