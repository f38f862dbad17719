"""Sets a paragraph line by line as Word does: the rules by which paper breaks lines where the Word file does.

Chinese signs are each as wide as their size (or the step of the grid); only the widths of other words are asked for.
Words of digits and letters stay whole, telephone numbers too, which Word alone breaks behind their hyphen. A small gap
stands between them and Chinese, no line begins with a closing sign or ends with an opening one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

Width = Callable[[str], float]
"""How wide a word of digits and letters is, in points."""

_GAP = 0.2  # of the size, between Chinese and other words
_ROUNDING = 0.2  # points
_LATIN = r"\x20-\x7e\u00a1-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_NO_WIDTH = r"\u200b\u200c\u200d\u2060\ufeff\ufe00-\ufe0f"
"""Signs without any width: they join others, or choose a shape of the sign before."""
_RUN = re.compile(rf"([{_LATIN}]+|[\x00-\x1f\x7f])|([^{_LATIN}{_NO_WIDTH}\x00-\x1f\x7f]+)")
_BITS = re.compile(r"[ ]+|(?:[^ /-]|(?<=\d)-(?=\d))*[/-]*")  # a word may be broken behind / and -, not 0000-1234567
_NEVER_FIRST = frozenset("，。；：、）》〉〕】｝”’！？…·％℃°,.;:)]}>!?%")
_NEVER_LAST = frozenset("（《〈〔【｛“‘([{<")
_OPEN_OR_CLOSED = _NEVER_FIRST | _NEVER_LAST | frozenset("—·")


class Piece(NamedTuple):
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


class Line(NamedTuple):
    """One line.

    Attributes:
        pieces: From left to right.
        left: Where it begins, in points from the left edge of the room.
    """

    pieces: tuple[Piece, ...]
    left: float


class Setting(NamedTuple):
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


class _Bits:
    """What no line is broken in: Chinese signs one by one, and parts of words; lists, since a report has thousands.

    Attributes:
        starts: Place of the first sign of each in the paragraph.
        steps: For each the gap before it, and its width, by turns.
    """

    def __init__(self) -> None:
        self.words: list[str] = []
        self.starts: list[int] = []
        self.are_latin: list[bool] = []
        self.steps: list[float] = []

    def may_begin(self, at: int) -> bool:
        """Whether a line may end before this one."""
        last, first = self.words[at - 1][-1], self.words[at][0]
        if first == " " or first in _NEVER_FIRST or last in _NEVER_LAST:
            return False
        return not (last == first == "—")

    def is_blank(self, at: int) -> bool:
        """Whether it hangs over the edge at the end of a line."""
        return self.are_latin[at] and not self.words[at].strip()

    def end_of_line(self, at: int, room: float) -> int:
        """Return where a line that begins here is full."""
        likely = 40  # more where words are narrow
        while True:
            filled = list(accumulate(self.steps[2 * at + 1 : 2 * (at + likely)]))
            if at + likely >= len(self.words) or filled[-1] > room:
                break
            likely *= 2
        within = bisect_right(filled, room)  # a gap and a width for each but the first
        end = at + (within + 1) // 2
        hangs_over = not within % 2 and end < len(self.words) and self.is_blank(end)
        return end + 1 if hangs_over else end


def set_lines(text: str, setting: Setting, width: Width) -> list[Line]:
    """Return the lines of a paragraph; a line feed begins a new one. A text without signs has no lines."""
    lines: list[Line] = []
    start = 0
    for part in text.split("\n"):
        bits = _bits(part, start, setting, width)
        for at, end in _broken(bits, setting, is_first=not lines):
            is_last = end == len(bits.words)
            lines.append(_line(bits, at, end, setting, is_first=not lines, is_last=is_last))
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


def _bits(text: str, start: int, setting: Setting, width: Width) -> _Bits:
    bits = _Bits()
    for found in _RUN.finditer(text):
        at = start + found.start()
        word, signs = found.groups()
        if signs:
            _add(bits, signs, at, setting, setting.step, is_latin=False)
        elif word.isalnum():  # not broken, as most are
            _add_word(bits, word, at, setting, width)
        else:
            for part in _BITS.finditer(word):
                if part[0]:
                    _add_word(bits, part[0], at + part.start(), setting, width)
    return bits


def _add(bits: _Bits, texts: Sequence[str], start: int, setting: Setting, width: float, *, is_latin: bool) -> None:
    """Add signs or a word, each so wide, with a gap between Chinese and others."""
    count = len(texts)
    steps = [0.0, width] * count
    if bits.words and bits.are_latin[-1] is not is_latin and not _is_sign(bits.words[-1], texts[0], is_latin=is_latin):
        steps[0] = _GAP * setting.size
    bits.words += texts
    bits.starts += range(start, start + count)
    bits.are_latin += [is_latin] * count
    bits.steps += steps


def _add_word(bits: _Bits, word: str, start: int, setting: Setting, width: Width) -> None:
    """Add the whole word; sign by sign one that is too long for any line."""
    whole = width(word)
    if whole <= _room(setting, is_first=False):
        _add(bits, (word,), start, setting, whole, is_latin=True)
        return
    for at, sign in enumerate(word, start):
        _add(bits, (sign,), at, setting, width(sign), is_latin=True)


def _is_sign(before: str, text: str, *, is_latin: bool) -> bool:
    """Whether no gap is wanted since one of two neighbours is a Chinese sign of punctuation, or a blank."""
    chinese, edge = (before, text[0]) if is_latin else (text, before[-1])
    return chinese in _OPEN_OR_CLOSED or not edge.isalnum()


def _broken(bits: _Bits, setting: Setting, *, is_first: bool) -> Iterator[tuple[int, int]]:
    """Yield where each line begins and ends: as much as fits, one at least."""
    at, count = 0, len(bits.words)
    while at < count:
        full = bits.end_of_line(at, _room(setting, is_first=is_first) + _ROUNDING)
        is_first = False
        end = full
        while at < end < count and not bits.may_begin(end):
            end -= 1
        if end == at:  # not even the first word fits
            end = max(full, at + 1)
        yield at, end
        at = end


def _line(bits: _Bits, at: int, end: int, setting: Setting, *, is_first: bool, is_last: bool) -> Line:
    """Place the bits of a line: justified, or where they are aligned to."""
    row = range(at, end)
    gaps, widths = [0.0, *bits.steps[2 * at + 2 : 2 * end : 2]], bits.steps[2 * at + 1 : 2 * end : 2]
    used = sum(width + gap for width, gap in zip(widths, gaps, strict=True))
    if bits.is_blank(end - 1):
        used -= widths[-1]
    spare = _room(setting, is_first=is_first) - used
    are_latin = bits.are_latin
    stretches = [i < end - 1 and not (are_latin[i] and are_latin[i + 1]) for i in row]
    stretch = 0.0
    if setting.align == "both" and not is_last and spare > 0 and any(stretches):
        stretch, spare = spare / sum(stretches), 0.0
    left = setting.left + (setting.first if is_first else 0.0)
    left += {"center": spare / 2, "right": spare}.get(setting.align, 0.0)
    pieces: list[Piece] = []
    x = 0.0
    for i, gap, width, is_stretched in zip(row, gaps, widths, stretches, strict=True):
        x += gap
        is_latin, last = are_latin[i], pieces[-1] if pieces else None
        spacing = 0.0 if is_latin else setting.step - setting.size + stretch
        if last is not None and last.is_latin is is_latin and (is_latin or last.spacing == spacing):
            pieces[-1] = Piece(last.text + bits.words[i], last.start, last.is_latin, last.left, last.spacing)
        else:
            pieces.append(Piece(bits.words[i], bits.starts[i], is_latin, x, spacing))
        x += width + (stretch if is_stretched else 0.0)
    return Line(tuple(pieces), left)
