"""Tables that go on over the page: their parts put together, repeated headers dropped, torn rows and cells joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.published.labels import squeezed
from core.published.number_cells import has_digits, is_value
from core.published.pdf_grids import SNAP
from core.published.vocabulary import vocabulary
from core.visible.blocks import Paragraph, Row, VisibleCell

_SAME_WIDTH = 6.0  # points
_LEAST_SHARED = 0.6
"""Share of the columns of the narrower part that the other part must have, too."""
_LEAST_COLUMNS = 8
_MOST_UNLIKE = 1
"""Lines of a part with so many that the other part, of another width, may lack."""


@dataclass(slots=True)
class Piece:
    """A table, or the part of it that stands on a page.

    Attributes:
        xs: Where its columns begin and the last one ends, in points.
    """

    rows: list[Row]
    xs: list[float]


def without_blank_rows(rows: list[Row]) -> list[Row]:
    """Return the rows in which something begins; lines that are drawn for one column only make others."""
    for y in range(len(rows) - 1, -1, -1):
        if rows[y].text:
            continue
        for above in rows[:y]:
            for cell in above.cells:
                if cell.height > y - above.number + 1:
                    cell.height -= 1
        for cell in rows[y].cells:
            if cell.height > 1:
                cell.height -= 1
                below = rows[y + 1]
                below.cells.append(cell)
                below.cells.sort(key=lambda own: own.left)
        del rows[y]
    return rows


def put_together(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the tables that parts make which stand below each other on pages that follow each other."""
    made: list[Piece] = []
    for piece in pieces:
        if made and _fits(made[-1], piece):
            _join(made[-1], piece)
        else:
            made.append(piece)
    return made


def _fits(above: Piece, below: Piece) -> bool:
    """Whether two parts have the same columns; of a narrower one the outer columns may have lost their lines."""
    few, many = sorted((above.xs, [x + _moved(above, below) for x in below.xs]), key=len)
    inner = few[1:-1]
    if abs((above.xs[-1] - above.xs[0]) - (below.xs[-1] - below.xs[0])) > _SAME_WIDTH:
        inner = few
        least: float = max(len(few) - _MOST_UNLIKE, _LEAST_COLUMNS)
    else:
        least = _LEAST_SHARED * len(inner)
    shared = sum(any(abs(x - other) <= SNAP for other in many) for x in inner)
    return shared >= least


def _moved(above: Piece, below: Piece) -> float:
    """Return how far the lower part stands to the left of the upper one: parts of another width end at one place."""
    at = 0 if abs((above.xs[-1] - above.xs[0]) - (below.xs[-1] - below.xs[0])) <= _SAME_WIDTH else -1
    return above.xs[at] - below.xs[at]


def _join(above: Piece, below: Piece) -> None:
    """Put the rows of the lower part below those of the upper one."""
    moved = _moved(above, below)

    def snapped(x: float) -> float:
        near = min(above.xs, key=lambda own: abs(own - x - moved))
        return near if abs(near - x - moved) <= _SAME_WIDTH / 2 else x + moved

    for row in below.rows:
        row.end = above.xs[-1]
        for cell in row.cells:
            cell.left, cell.right = snapped(cell.left), snapped(cell.right)
    rows = below.rows[_repeated(above.rows, below.rows) :]
    if rows and _is_torn(_bottom(above.rows), rows[0]):
        _finish_row(above.rows, rows)
    elif rows:
        _join_spans(above.rows, rows[0])
    above.rows += rows
    above.xs = sorted({*above.xs, *map(snapped, below.xs)})
    for number, row in enumerate(above.rows, 1):
        row.number = number


def _repeated(above: Sequence[Row], below: Sequence[Row]) -> int:
    """Return how many rows of the header stand again at the top of the lower part."""
    count = 0
    for own, other in zip(above, below, strict=False):
        if not (own.text and other.text and _is_again(own, other)) or any(has_digits(cell.text) for cell in own.cells):
            break
        count += 1
    return count


def _is_again(row: Row, below: Row) -> bool:
    """Whether a row of the header stands again; some programs leave out the text of cells that cover several rows."""
    return len(row.cells) == len(below.cells) and all(
        (own.left, own.right) == (other.left, other.right) and squeezed(other.text) in ("", squeezed(own.text))
        for own, other in zip(row.cells, below.cells, strict=True)
    )


def _bottom(rows: Sequence[Row]) -> list[VisibleCell]:
    """Return the cells that reach the end of a part."""
    count = len(rows)
    return [cell for y, row in enumerate(rows) for cell in row.cells if y + cell.height >= count]


def _pairs(bottom: Sequence[VisibleCell], row: Row) -> list[tuple[VisibleCell, VisibleCell]]:
    """Return the cells of a row, each with the one of the same width right above it."""
    above = {(cell.left, cell.right): cell for cell in bottom}
    return [(above[cell.left, cell.right], cell) for cell in row.cells if (cell.left, cell.right) in above]


def _is_torn(bottom: Sequence[VisibleCell], row: Row) -> bool:
    """Whether the page ended within a row: its label goes on, or what goes on of its numbers has no label."""
    pairs = _pairs(bottom, row)
    if len(pairs) < len(row.cells) or len(pairs) < 2:
        return False
    labels = [(above.text, cell.text) for above, cell in pairs if cell.text and not is_value(cell.text)]
    return all(_is_rest(above, text) for above, text in labels) if labels else _goes_on_below(pairs)


def _is_rest(above: str, text: str) -> bool:
    """Whether a text is the rest of the label above it: 政执法案卷 of 7.属于行政执法案卷, itself like that."""
    whole, own = _likeness(above + text), _likeness(text)
    return whole > own or (whole == own > 0 == _likeness(above) and bool(above))


def _goes_on_below(pairs: Sequence[tuple[VisibleCell, VisibleCell]]) -> bool:
    """Whether numbers without a label are the rest of those above, which do not add up."""
    above, below = ([int(c.text) if c.text.isdecimal() else None for c in cells] for cells in zip(*pairs, strict=True))
    rest = [number for number in below if number is not None]
    if not rest or not any(upper is not None and lower is not None for upper, lower in zip(above, below, strict=True)):
        return False
    whole = [number for number in above if number is not None]
    return len(rest) < len(whole) or sum(whole[:-1]) != whole[-1]


def _finish_row(above: Sequence[Row], rows: list[Row]) -> None:
    """Put what stands of a row on the lower page to what stands of it on the upper one."""
    bottom, rest = _bottom(above), rows[0]
    for upper, lower in _pairs(bottom, rest):
        _append(upper, lower)
        upper.height += lower.height - 1
    del rows[0]


def _join_spans(above: Sequence[Row], row: Row) -> None:
    """Let the cells go on that cover several rows and were cut by the end of the page."""
    for upper, lower in _pairs(_bottom(above), row):
        if upper.height == lower.height == 1 or has_digits(upper.text):
            continue
        both = upper.text and lower.text
        if both and (_is_label(lower.text) or not _is_label(upper.text + lower.text)):
            continue
        _append(upper, lower)
        upper.height += lower.height
        row.cells.remove(lower)


def _append(upper: VisibleCell, lower: VisibleCell) -> None:
    """Put together what stands in the two parts of a cell; digits stay apart, so that no number is made up."""
    if has_digits(upper.text) and has_digits(lower.text):
        upper.content += lower.content
    elif upper.text and lower.text:
        upper.content = [Paragraph(upper.text + lower.text)]
    else:
        upper.content = upper.content or lower.content


def _is_label(text: str) -> bool:
    """Whether a text is the label of a row or of a group of rows of our tables."""
    return _likeness(text) > 0


def _likeness(text: str) -> float:
    """Return how near a text is to the label of a row or of a group of rows of our tables; 0 for any other text."""
    words = vocabulary()
    found = [words.groups.match(text), *(table.rows.match(text) for tables in words.roles.values() for table in tables)]
    return max((match.score for match in found if match is not None), default=0.0)
