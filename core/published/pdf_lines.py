"""Characters of a PDF as lines of text, and lines as paragraphs: a line goes on below where it had no room left."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.published.headings import section_of
from core.published.number_cells import has_digits
from core.published.pdf_file import Glyph, Rule
from core.visible.blocks import SCRIPTS, Paragraph

WORD_GAP = 0.15
"""Em between two letters or digits from which they are two words."""

PIECE_GAP = 1.0
"""Em between any two characters from which they are two pieces."""

INDENT = 1.2
"""Em from which a line begins further to the right than others."""

NARROW = "\u2e80"
"""Characters from here on are as wide as they are high."""

SHORTEST_STROKE = 1.0
"""Points of a line that strikes a single digit out."""

TWICE = 0.3
"""Em that a character drawn twice, to look bold, is moved at most."""

_TWICE_NARROW = 0.1
_SHORTEST_LINE = 5.0
_OPEN_ENDS = 0.25  # of a character, that a line may leave on each side

_LEAST_GAPS = 4
_EXACTLY = 0.05
_ROWS_OF_COLUMNS = 4
_MOST_GAPS = 20
_PITCH_OF_HEADING = 1.7  # em at most between the lines of one, in larger type than the text
_PITCH_OF_TITLE = 2.6  # em at most between its lines
_FAR = 3  # em that lines may begin or end apart and belong to the same column

_CLOSING = re.compile(r"[，。、；：？！）》】”’〉」』〕…—,.;:?!)\]}%％]")
_WORD = r"[0-9A-Za-z@_./:\\~#&=+%\-]+"
_UNIT = rf"[（《【“‘〈「『〔(\[{{]*(?:{_WORD}|.)(?:{_CLOSING.pattern}+(?:{_WORD})?)?"
_UNDIVIDED = re.compile(rf"{_UNIT}(?:(?:(?<=[“”‘’\"'])|(?=[“”‘’\"'])){_UNIT})*")  # browsers break at no quotation mark
_NUMBERED = re.compile(r"(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|[（(]?\d{1,2}[）)、.．](?!\d))")
_SENTENCE_END = tuple("。；：！？;:!?")


@dataclass(slots=True)
class Line:
    """Characters that stand on one line, from left to right.

    Attributes:
        text: What they say, with blanks where they stand apart.
        size: Of the type that most of them have.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    base: float
    size: float
    glyphs: list[Glyph]


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """Return the lines that characters make, from top to bottom."""
    return [_line(row) for row in rows_of(glyphs) if any(glyph.char.strip() for glyph in row)]


def rows_of(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Return the characters that stand on one line, for each line from top to bottom."""
    ordered = sorted(glyphs, key=_middle)
    rows: list[list[Glyph]] = []
    middle = size = 0.0
    for glyph in ordered:
        if rows and _middle(glyph) - middle < 0.5 * max(size, glyph.size):
            rows[-1].append(glyph)
            if glyph.size > size:
                middle, size = _middle(glyph), glyph.size
        else:
            rows.append([glyph])
            middle, size = _middle(glyph), glyph.size
    return rows


def in_order(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Return characters as they are read: line by line, from left to right."""
    return [glyph for row in rows_of(glyphs) for glyph in sorted(row, key=lambda own: own.left)]


def _middle(glyph: Glyph) -> float:
    return (glyph.top + glyph.bottom) / 2


def _line(row: list[Glyph]) -> Line:
    """Return the line that some characters make, not all of them blanks."""
    row.sort(key=lambda glyph: (glyph.left, glyph.right))
    shown = [glyph for glyph in row if glyph.char.strip()]
    size = Counter(round(glyph.size, 1) for glyph in shown).most_common(1)[0][0]
    base = Counter(round(glyph.base, 1) for glyph in shown if glyph.size > 0.9 * size).most_common(1)[0][0]
    pieces: list[str] = []
    spaced = _spacing(row)
    last: Glyph | None = None
    for glyph in row:
        if not glyph.char.strip():
            pieces.append(" ")
            continue
        if last is not None:
            if glyph.char == last.char and glyph.left - last.left < _twice(glyph.char) * size:
                continue  # drawn twice to look bold
            if _stand_apart(last, glyph, size, spaced):
                pieces.append(" ")
        pieces.append(_as_set(glyph, base, size))
        last = glyph
    text = re.sub(r" {2,}", " ", "".join(pieces)).strip()
    top, bottom = min(glyph.top for glyph in shown), max(glyph.bottom for glyph in shown)
    return Line(text, shown[0].left, max(glyph.right for glyph in shown), top, bottom, base, size, shown)


def _twice(char: str) -> float:
    """Return the em by which a character is moved at most that is drawn twice; of the narrow ones two stand closer."""
    return TWICE if char.isdecimal() or char > NARROW else _TWICE_NARROW


def _spacing(row: Sequence[Glyph]) -> float:
    """Return how far all characters of a line of Chinese stand apart, as where its type is spaced; 0 for others."""
    if not any(glyph.char > NARROW for glyph in row):
        return 0.0  # of digits alone nobody can tell whether they are one number
    gaps = sorted(b.left - a.right for a, b in pairwise(row) if a.char.strip() and b.char.strip())
    return max(gaps[len(gaps) // 5], 0.0) if len(gaps) >= _LEAST_GAPS else 0.0  # marks may stand closer


def _stand_apart(before: Glyph, after: Glyph, size: float, spaced: float) -> bool:
    """Whether there is a gap between two characters that a reader sees as a blank."""
    gap = after.left - before.right - spaced
    if not (before.char.isascii() and after.char.isascii()):
        return gap > PIECE_GAP * size
    return gap > (WORD_GAP / 2 if after.is_apart else WORD_GAP) * size


def _as_set(glyph: Glyph, base: float, size: float) -> str:
    """Return a character; a small digit above or below the line is a mark."""
    if glyph.size < 0.85 * size and glyph.char.isdecimal():
        if base - glyph.base > 0.15 * size:
            return glyph.char.translate(SCRIPTS["superscript"])
        if glyph.base - base > 0.05 * size:
            return glyph.char.translate(SCRIPTS["subscript"])
    return glyph.char


def without_struck(glyphs: Sequence[Glyph], rules: Sequence[Rule]) -> tuple[list[Glyph], list[str]]:
    """Return the characters that no line strikes out, and the pieces of text that are struck out."""
    if not rules:
        return list(glyphs), []
    kept: list[Glyph] = []
    struck: dict[Rule, str] = {}
    for glyph in glyphs:
        rule = next((r for r in rules if _strikes(r, glyph)), None)
        if rule is None:
            kept.append(glyph)
        elif glyph.char.strip():
            struck[rule] = struck.get(rule, "") + glyph.char
    return kept, list(struck.values())


def _strikes(rule: Rule, glyph: Glyph) -> bool:
    """Whether a line runs through a character; a stroke shorter than a word must cross nearly all of it."""
    if not 0.15 < (glyph.base - rule.at) / (glyph.size or 1) < 0.6:
        return False
    if rule.end - rule.start >= _SHORTEST_LINE:
        return rule.start - 1 <= (glyph.left + glyph.right) / 2 <= rule.end + 1
    room = _OPEN_ENDS * (glyph.right - glyph.left)
    return rule.start <= glyph.left + room and rule.end >= glyph.right - room


def stand_in_columns(lines: Sequence[Line]) -> bool:
    """Whether lines that follow each other have a gap at one place: text in columns, or a table without lines."""
    shared: list[tuple[float, float]] = []
    count = 0
    for line in lines:
        gaps = [(a.right, b.left) for a, b in pairwise(line.glyphs) if b.left - a.right > PIECE_GAP * line.size]
        if not gaps and any(line.right <= right or line.left >= left for left, right in shared):
            continue  # only one of the columns has a line there
        common = [(max(a, c), min(b, d)) for a, b in shared for c, d in gaps]
        shared = [(a, b) for a, b in common if b - a > PIECE_GAP * line.size / 2][:_MOST_GAPS]
        count = count + 1 if shared else 1
        shared = shared or gaps[:_MOST_GAPS]
        if shared and count >= _ROWS_OF_COLUMNS:
            return True
    return False


# ---------------------------------------------------------------- paragraphs


@dataclass(frozen=True, slots=True)
class Column:
    """Where lines of text begin and end: a page without its margins.

    Attributes:
        is_indented: Whether paragraphs begin further to the right.
    """

    left: float
    right: float
    is_indented: bool = True


def column_of(lines: Sequence[Line]) -> Column:
    """Return where the lines of a page begin and end; marks behind a line may hang over its end."""
    size = max(line.size for line in lines)
    lefts = Counter(round(line.left / 2) for line in lines)
    usual = min((line.left for line in lines if lefts[round(line.left / 2)] > 1), default=lines[0].left)
    left = min(line.left for line in lines if line.left > usual - _FAR * size)
    sound = [line for line in lines if not _CLOSING.match(line.text[-1])]
    rights = sorted((line.right for line in (sound if len(sound) > 2 else lines)), reverse=True)
    least = max(2, 0.05 * len(rights))
    near = next((r for r in rights if sum(0 <= r - other <= size for other in rights) >= least), rights[0])
    right = near if rights[0] - near < _FAR * size else rights[0]  # not what a single line has too much
    ends = [(a, b) for a, b in pairwise(lines) if a.left - left < 4 * size and a.right < right - _FAR * size]
    indented = sum(b.left - left > INDENT * b.size for _, b in ends)
    return Column(left, right, is_indented=2 * indented > len(ends))


def usual_pitch(lines: Sequence[Line]) -> float:
    """Return how far the lines of a text stand from each other."""
    steps = Counter(
        round(b.base - a.base, 0) for a, b in pairwise(lines) if 0 < b.base - a.base < 4 * max(a.size, b.size)
    )
    return steps.most_common(1)[0][0] if steps else 0.0


def goes_on(line: Line, below: Line, column: Column, *, pitch: float = 0.0) -> bool:
    """Whether a line of text goes on in the one below it.

    Args:
        line: The line.
        below: The next one, or the first on the next page.
        column: Where such lines begin and end.
        pitch: How far they stand from each other; 0 where that tells nothing, as at the end of a page.
    """
    size = max(line.size, below.size)
    if abs(line.size - below.size) > 0.12 * size:
        return False
    if _is_rest_of_title(line, below, column):
        return True
    if pitch and below.base - line.base > max(1.4 * pitch + 1, _PITCH_OF_HEADING * size):
        return False
    if below.left - column.left > INDENT * size or is_title(below.text):
        return False
    exactly = _EXACTLY * size if column.is_indented else 0.0  # what would just fit may have been a hair too long
    if line.right + _first_word(below) <= column.right - exactly:
        return False
    return column.is_indented or not (line.text.endswith(_SENTENCE_END) and _NUMBERED.match(below.text))


def is_title(text: str) -> bool:
    """Return whether a line is the title of a section to the letter, with its number."""
    found = section_of(text)
    return found is not None and found.is_numbered and found.score >= 1 and not found.rest


def _is_rest_of_title(line: Line, below: Line, column: Column) -> bool:
    """Whether a line fills the page, ends no sentence, and what had no room in it stands in the middle below."""
    size = line.size
    return (
        0 < below.base - line.base < _PITCH_OF_TITLE * size
        and bool(look_of(below, column))
        and line.left - column.left <= INDENT * size
        and line.right + _first_word(below) > column.right
        and not _CLOSING.match(line.text[-1])
    )


def _first_word(line: Line) -> float:
    """Return the room that the first characters of a line need, which may not be torn apart."""
    match = _UNDIVIDED.match(line.text)
    glyphs = line.glyphs[: match.end() if match else 1]
    return glyphs[-1].right - glyphs[0].left


_PADDING = 7.0
"""Points that may lie between a cell and its text."""


def in_cell(lines: Sequence[Line], left: float, right: float) -> tuple[list[Paragraph], list[str]]:
    """Return the paragraphs in a cell, and the numbers that had to be put together from two lines.

    A number goes on below only where the cell has no room for one more digit: else they are two numbers.
    """
    found: list[list[Line]] = []
    padding = min([_PADDING, *(min(line.left - left, right - line.right) for line in lines)])
    room = right - left - 2 * max(padding, 0)
    for line in lines:
        above = found[-1][-1] if found else None
        if above is None or line.base - above.base > 1.7 * max(above.size, line.size):
            found.append([line])
            continue
        is_torn = above.text[-1].isdecimal() and line.text[0].isdecimal()
        needed = line.glyphs[0].right - line.glyphs[0].left if is_torn else _first_word(line)
        if above.right - above.left + needed <= room:
            found.append([line])
        else:
            found[-1].append(line)
    torn = [joined(lines) for lines in found if len(lines) > 1]
    return [Paragraph(joined(lines)) for lines in found], [text for text in torn if has_digits(text)]


def joined(lines: Sequence[Line]) -> str:
    """Return the text of lines that make a paragraph; words of letters are kept apart."""
    text = ""
    for line in lines:
        apart = (
            text and text[-1].isascii() and text[-1].isalpha() and line.text[:1].isascii() and line.text[0].isalpha()
        )
        text += " " + line.text if apart else line.text
    return text


def look_of(line: Line, column: Column) -> str:
    """Return how a line looks that stands in the middle: ``center`` and its size; else ""."""
    before, behind = line.left - column.left, column.right - line.right
    is_centred = min(before, behind) > line.size and abs(before - behind) < 2 * line.size
    return f"center|{round(line.size)}" if is_centred else ""
