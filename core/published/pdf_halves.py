"""Pages of a PDF that are read half by half: two pages on one sheet, or text in two columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.published.pdf_file import Glyph, PdfPage, Rule
from core.published.pdf_lines import Line, lines_of

_MIDDLE = (0.35, 0.65)
"""Where between its edges a page may be parted."""

_NARROWEST = 9.0  # points between two columns
_MARGIN = 0.1  # of a page's height, in which a header or page number may stand across
_LEAST_LINES = 4
_LEAST_FILLED = 0.5
"""Share of a column that its lines must fill: less is a table without ruling lines."""


def parted(pages: Sequence[PdfPage]) -> list[list[PdfPage]]:
    """Return each page as it is, or its halves; of one that ends in the middle, as the last of them may, the left."""
    found = [_halves(page) for page in pages]
    widths = {round(page.width) for page, own in zip(pages, found, strict=True) if len(own) > 1}
    for at, page in enumerate(pages):
        middle = page.width / 2
        if round(page.width) in widths and len(found[at]) == 1 and all(g.right < middle for g in page.glyphs):
            found[at] = [_half(page, page.glyphs, 0, middle, page.outside)]
    return found


def _halves(page: PdfPage) -> list[PdfPage]:
    """Return a page as it is, or its left and its right half where a gap parts it from top to bottom."""
    band = _gap(page)
    if band is None:
        return [page]
    middle = page.width / 2 if band[0] < page.width / 2 < band[1] else sum(band) / 2
    across = {
        glyph
        for line in lines_of(page.glyphs)
        if _is_at_edge(line.base, page) and line.left < band[1] and line.right > band[0]
        for glyph in line.glyphs
        if _crosses(line, band)
    }
    left = [g for g in page.glyphs if g in across or g.left < middle]
    right = [g for g in page.glyphs if g not in across and g.left >= middle]
    if not (
        _is_column(left, page.across, page, (0, middle)) and _is_column(right, page.across, page, (middle, page.width))
    ):
        return [page]
    outside = [g for g in page.outside if g.left < middle], [g for g in page.outside if g.left >= middle]
    return [_half(page, left, 0, middle, outside[0]), _half(page, right, middle, page.width, outside[1])]


def _is_at_edge(base: float, page: PdfPage) -> bool:
    return not _MARGIN * page.height < base < (1 - _MARGIN) * page.height


def _crosses(line: Line, band: tuple[float, float]) -> bool:
    return any(glyph.left < band[1] and glyph.right > band[0] for glyph in line.glyphs)


def _gap(page: PdfPage) -> tuple[float, float] | None:
    """Return the widest gap in the middle of a page that neither text nor a line crosses; None where there is none."""
    first, last = (share * page.width for share in _MIDDLE)
    taken = [(g.left, g.right) for g in page.glyphs if g.char.strip() and not _is_at_edge(g.base, page)]
    taken += [(rule.start, rule.end) for rule in page.across]
    best: tuple[float, float] | None = None
    end = 0.0
    for left, right in [*sorted(taken), (page.width, page.width)]:
        gap = max(end, first), min(left, last)
        if end and gap[1] - gap[0] >= max(_NARROWEST, best[1] - best[0] if best else 0):
            best = gap
        end = max(end, right)
    return best


def _is_column(glyphs: Sequence[Glyph], rules: Sequence[Rule], page: PdfPage, sides: tuple[float, float]) -> bool:
    """Whether a half holds lines that fill it, or a table with its lines."""
    if sum(sides[0] <= rule.start and rule.end <= sides[1] for rule in rules) >= _LEAST_LINES:
        return True
    lines = [line for line in lines_of(glyphs) if not _is_at_edge(line.base, page)]
    if len(lines) < _LEAST_LINES:
        return False
    room = max(line.right for line in lines) - min(line.left for line in lines)
    filled = sum(glyph.right - glyph.left for line in lines for glyph in line.glyphs)
    return filled >= _LEAST_FILLED * room * len(lines)


def _half(page: PdfPage, glyphs: Sequence[Glyph], left: float, right: float, outside: Sequence[Glyph]) -> PdfPage:
    def moved(own: Sequence[Glyph]) -> list[Glyph]:
        return [glyph._replace(left=glyph.left - left, right=glyph.right - left) for glyph in own]

    return replace(
        page,
        width=right - left,
        glyphs=moved(glyphs),
        across=[Rule(r.at, r.start - left, r.end - left) for r in page.across if left <= (r.start + r.end) / 2 < right],
        down=[Rule(r.at - left, r.start, r.end) for r in page.down if left <= r.at < right],
        outside=moved(outside),
    )
