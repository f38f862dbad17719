"""The linked numbers of a text, and where a stretch of the printed text stands in the source text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import NamedTuple

from core.checks.findings import Place
from core.checks.rules import CheckContext
from core.report.linked_text import pieces
from core.texts.claims.claim import Claim, different
from core.texts.claims.glued import glued_numbers
from core.texts.reading.sentence.sentences import NumberReading


def source_place(context: CheckContext, code: str, start: int, end: int) -> Place:
    """Return the place in the source text of a stretch of the printed text."""
    source = context.report.texts[code]
    if "{" not in source and "}" not in source:
        return Place(code, start, end)
    parts, starts = _printed_pieces(context, code)
    first = _source_offset(parts, starts, start)
    return Place(code, first, _source_offset(parts, starts, end, is_end=True, length=len(source)))


def _printed_pieces(context: CheckContext, code: str) -> tuple[list[tuple[str, int, str]], list[int]]:
    """Return the pieces of a text and where each begins in print; kept, since a text may have thousands of places."""
    kept: dict[str, tuple[list[tuple[str, int, str]], list[int]]] = context.memory.setdefault("printed_pieces", {})
    if code not in kept:
        parts = pieces(context.report.texts[code], context.numbers)
        kept[code] = parts, [0, *accumulate(len(printed) for printed, _, _ in parts)][:-1]
    return kept[code]


class Link(NamedTuple):
    """A linked number of a text: its place in the printed text, and the code of its cell.

    Attributes:
        glued: What it is printed as together with what makes another number of it: 45万件, 453; "" where nothing does.
        is_digits: Whether that is other digits, right beside it.
    """

    start: int
    end: int
    cell: str
    glued: str = ""
    is_digits: bool = False


def linked_spans(context: CheckContext, code: str) -> list[Link]:
    """Return the linked numbers of a text."""
    source = context.report.texts[code]
    if "{" not in source:
        return []
    spans: list[Link] = []
    offset = 0
    glued = glued_numbers(context.form, source, context.numbers)
    for printed, start, cell in pieces(source, context.numbers):
        if cell:
            other = next((g for g in glued if g.start <= start < g.end), None)
            more = (other.printed, other.is_digits) if other else ()
            spans.append(Link(offset, offset + len(printed), cell, *more))
        offset += len(printed)
    return spans


def _source_offset(
    parts: list[tuple[str, int, str]], starts: list[int], offset: int, *, is_end: bool = False, length: int = 0
) -> int:
    i = max((bisect_left if is_end else bisect_right)(starts, offset) - 1, 0)
    if i == len(parts):
        return length
    printed, start, cell = parts[i]
    if offset - starts[i] >= len(printed) + is_end:  # behind the last piece
        return length
    if not cell:
        return start + offset - starts[i]
    following = parts[i + 1][1] if i + 1 < len(parts) else length
    return following if is_end else start


def claim_of_link(context: CheckContext, code: str, link: Link, reading: NumberReading | None) -> tuple[Claim, str]:
    """Return the claim of a linked number: taken for what a typed one in its place would be, and right."""
    start, end, cell = link[:3]
    value = context.numbers.get(cell)
    known = context.form.cells.get(cell)
    beside = "，紧挨着别的数字" if link.is_digits else "，前后的字改变了它"
    claim = Claim(
        place=Place(code, start, end),
        quote=link.glued or (context.report.texts[code][start:end] if value is not None else ""),
        meaning=f"{known.name if known else cell}（随表自动更新{beside if link.glued else ''}）",
        number=value,
        cells=(cell,) if known else (),
        sums=different([value]),
        agrees=not link.glued,
        rule_id="",
        key="linked",
        is_linked=True,
    )
    if reading is None or link.glued or not any(cell in way for way in reading.ways):
        return claim, ""
    return claim._replace(rule_id=reading.rule_id, key=reading.key, kind=reading.kind), reading.scope
