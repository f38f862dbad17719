"""Sets a paragraph line by line as Word does: the rules by which paper breaks lines where the Word file does.

Chinese signs are each as wide as their size (or the step of the grid); only the widths of other words are asked for.
Words of digits and letters stay whole, telephone numbers too, which Word alone breaks behind their hyphen. A small gap
stands between them and Chinese, no line begins with a closing sign or ends with an opening one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

Width = Callable[[str], float]
"""How wide a word of digits and letters is, in points."""

_GAP = 0.2  # of the size, between Chinese and other words
_ROUNDING = 0.2  # points
_LATIN = r"[\x20-\x7e\u00a1-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u024f]"
_WORD = re.compile(f"({_LATIN}+)|[^\x20-\x7e]", re.DOTALL)
_BITS = re.compile(r"[ ]+|(?:[^ /-]|(?<=\d)-(?=\d))*[/-]*")  # a word may be broken behind / and -, not 0000-1234567
_NEVER_FIRST = frozenset("，。；：、）》〉〕】｝”’！？…·％℃°,.;:)]}>!?%")
_NEVER_LAST = frozenset("（《〈〔【｛“‘([{<")
_UNSEEN = frozenset("\u200b\u200c\u200d\u2060\ufeff") | frozenset(map(chr, range(0xFE00, 0xFE10)))
"""Signs without any width: they join others, or choose a shape of the sign before."""
_OPEN_OR_CLOSED = _NEVER_FIRST | _NEVER_LAST | frozenset("—·")


@dataclass(frozen=True, slots=True)
class Piece:
    """Signs of one font on a line.

    Attributes:
        start: Place of its first sign in the paragraph.
        left: Distance from the beginning of the line, in points.
        spacing: What is added behind each of its signs, in points.
    """

    text: str
    start: int
    is_latin: bool
    left: float
    spacing: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes:
        pieces: From left to right.
        left: Where it begins, in points from the left edge of the room.
    """

    pieces: tuple[Piece, ...]
    left: float


@dataclass(frozen=True, slots=True)
class Setting:
    """How lines are set.

    Attributes:
        room: Between the edges, in points.
        size: Of the signs, in points.
        step: How much room a Chinese sign takes; the size outside a grid.
        align: ``both``, ``left``, ``center`` or ``right``.
        left: Indent at the left, in points.
        right: Indent at the right.
        first: What is added at the left of the first line.
    """

    room: float
    size: float
    step: float
    align: str
    left: float = 0
    right: float = 0
    first: float = 0


@dataclass(slots=True)
class _Bit:
    """What no line is broken in: one Chinese sign, or a part of a word; with what it needs on a line."""

    text: str
    start: int
    is_latin: bool
    width: float
    gap: float = 0.0
    may_begin: bool = True

    @property
    def visible(self) -> float:
        """Its width at the end of a line, where blanks hang over the edge."""
        return 0.0 if self.is_latin and not self.text.strip() else self.width


def set_lines(text: str, setting: Setting, width: Width) -> list[Line]:
    """Return the lines of a paragraph; a line feed begins a new one. A text without signs has no lines."""
    lines: list[Line] = []
    start = 0
    for part in text.split("\n"):
        bits = _bits(part, start, setting, width)
        broken = list(_broken(bits, setting, is_first=not lines))
        for number, row in enumerate(broken):
            room = _room(setting, is_first=not lines)
            is_last = number == len(broken) - 1
            lines.append(_line(row, setting, room, is_first=not lines, is_last=is_last))
        start += len(part) + 1
    return lines


def count_lines(text: str, setting: Setting, width: Width) -> int:
    """Return how many lines a paragraph has."""
    count = 0
    for part in text.split("\n"):
        count += sum(1 for _ in _broken(_bits(part, 0, setting, width), setting, is_first=not count))
    return count


def _room(setting: Setting, *, is_first: bool) -> float:
    return setting.room - setting.left - setting.right - (setting.first if is_first else 0)


def _bits(text: str, start: int, setting: Setting, width: Width) -> list[_Bit]:
    bits: list[_Bit] = []
    for found in _WORD.finditer(text):
        at, word = start + found.start(), found[0]
        if word in _UNSEEN:
            continue
        if found[1] is None and not word.isascii():
            bits.append(_Bit(word, at, False, setting.step))
            continue
        for part in _BITS.finditer(word):
            bits += _word_bits(part[0], at + part.start(), setting, width)
    for before, bit in pairwise(bits):
        bit.may_begin = _may_break(before, bit)
        if before.is_latin is not bit.is_latin and not _is_sign(before, bit):
            bit.gap = _GAP * setting.size
    return bits


def _word_bits(word: str, start: int, setting: Setting, width: Width) -> list[_Bit]:
    """One for the whole word; one for each sign of a word that is too long for any line."""
    if not word:
        return []
    whole = width(word)
    if whole <= _room(setting, is_first=False):
        return [_Bit(word, start, True, whole)]
    return [_Bit(sign, start + at, True, width(sign)) for at, sign in enumerate(word)]


def _is_sign(before: _Bit, bit: _Bit) -> bool:
    """Whether no gap is wanted since one of two neighbours is a Chinese sign of punctuation, or a blank."""
    chinese, other = (bit, before) if before.is_latin else (before, bit)
    edge = other.text[-1] if before.is_latin else other.text[0]
    return chinese.text in _OPEN_OR_CLOSED or not edge.isalnum()


def _may_break(before: _Bit, bit: _Bit) -> bool:
    last, first = before.text[-1], bit.text[0]
    if first == " " or first in _NEVER_FIRST or last in _NEVER_LAST:
        return False
    return not (last == first == "—")


def _broken(bits: Sequence[_Bit], setting: Setting, *, is_first: bool) -> Iterator[list[_Bit]]:
    """Yield the bits of each line: as many as fit, one at least."""
    at = 0
    while at < len(bits):
        room = _room(setting, is_first=is_first) + _ROUNDING
        is_first = False
        filled, fitting, end = 0.0, at, at
        while end < len(bits):
            bit = bits[end]
            needed = filled + (bit.gap if end > at else 0.0)
            if needed + bit.visible > room:
                break
            filled = needed + bit.width
            end += 1
            if end == len(bits) or bits[end].may_begin:
                fitting = end
        if end == len(bits):
            fitting = end
        elif fitting == at:  # not even the first word fits
            fitting = max(end, at + 1)
        yield list(bits[at:fitting])
        at = fitting


def _line(row: Sequence[_Bit], setting: Setting, room: float, *, is_first: bool, is_last: bool) -> Line:
    """Place the bits of a line: justified, or where they are aligned to."""
    used = sum(bit.width + (bit.gap if i else 0.0) for i, bit in enumerate(row))
    if row and row[-1].is_latin:
        used -= row[-1].width - row[-1].visible
    spare = room - used
    stretches = [bool(i < len(row) - 1 and not (bit.is_latin and row[i + 1].is_latin)) for i, bit in enumerate(row)]
    stretch = 0.0
    if setting.align == "both" and not is_last and spare > 0 and any(stretches):
        stretch, spare = spare / sum(stretches), 0.0
    left = setting.left + (setting.first if is_first else 0.0)
    left += {"center": spare / 2, "right": spare}.get(setting.align, 0.0)
    pieces: list[Piece] = []
    x = 0.0
    for i, bit in enumerate(row):
        x += bit.gap if i else 0.0
        last = pieces[-1] if pieces else None
        spacing = 0.0 if bit.is_latin else setting.step - setting.size + stretch
        if last is not None and last.is_latin is bit.is_latin and (bit.is_latin or last.spacing == spacing):
            pieces[-1] = Piece(last.text + bit.text, last.start, last.is_latin, last.left, last.spacing)
        else:
            pieces.append(Piece(bit.text, bit.start, bit.is_latin, x, spacing))
        x += bit.width + (stretch if stretches[i] else 0.0)
    return Line(tuple(pieces), left)
