"""Which characters of a page nobody sees, or not everybody, and which numbers a slanted line crosses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from core.published.pdf_drawing import Area, Drawing, Segment
from core.published.pdf_marks import Box, Mark, Run
from core.visible import contrast
from core.visible.contrast import WHITE, Colour

_UNSEEN_SIZE, _FAINT_SIZE = 2.0, 3.5  # points
_HIGH = 1.5
"""Times its size that the box of a character may be high: more is set larger than its size says."""
_EDGE = 0.25
"""Share of the box of a character that lies around its ink on each side."""
_STRIP = 16.0  # points: characters are looked up by the strips of the page in which they stand
_LAST = 1_000_000_000  # when a text is drawn of which that is not known
_MOST_STEPS = 3_000_000
"""Characters that are looked at for all areas of a page; more have only drawings."""
_OF_NUMBERS = frozenset("0123456789.,，")
_NEAR = 0.4  # em between two characters of a number


@dataclass(slots=True)
class Sights:
    """Numbers of the characters, in the order of the file.

    Attributes:
        unseen: Those in the colour of what lies behind them, tiny ones, and those under what was drawn later.
        faint: Digits that not everybody sees.
        crossed: Those of numbers that a slanted line crosses.
    """

    unseen: set[int] = field(default_factory=set)
    faint: set[int] = field(default_factory=set)
    crossed: set[int] = field(default_factory=set)


def sights_of(marks: Sequence[Mark], runs: Sequence[Run], drawing: Drawing) -> Sights:
    """Return what of the characters of a page is not seen as it stands in the file."""
    found = Sights()
    colours = {WHITE, *(area.colour for area in drawing.areas if area.colour)}
    doubted = {n for n, run in enumerate(runs) if _may_be_unseen(run, colours)}
    if not (doubted or drawing.areas or drawing.slanted):
        return found
    orders = [drawing.orders.get(run.owner, _LAST) for run in runs]
    places = _Places(marks)
    behind: dict[int, Area] = {}
    covered: dict[int, int] = {}  # and when
    for area in drawing.areas:
        for n in places.within(area.box):
            if area.order < orders[marks[n].run]:
                if marks[n].run in doubted:
                    behind[n] = area  # the last one is the uppermost
            elif area.covers:
                covered[n] = area.order
    for n, mark in enumerate(marks) if doubted else ():
        if mark.run in doubted and mark.char.strip():
            _judge(n, mark, runs[mark.run], behind, found)
    gone = {n: orders[marks[n].run] for n in found.unseen} | covered
    found.unseen = gone.keys() - (_drawn_again(gone, runs, drawing, places) if gone else set())
    if drawing.slanted:
        crossed = {n for line in drawing.slanted for n in places.crossed_by(line)}
        found.crossed = _whole_numbers(marks, crossed) if crossed else crossed
    return found


def _drawn_again(gone: Mapping[int, int], runs: Sequence[Run], drawing: Drawing, places: _Places) -> set[int]:
    """Return the characters that stand there again, drawn later: of two like texts pdfium gives the first alone.

    Args:
        gone: Characters that are not seen, and since when.
        runs: The texts that pdfium gives.
        drawing: All of them.
        places: Where the characters stand.
    """
    given = {run.owner for run in runs}
    found: set[int] = set()
    for owner, order in drawing.orders.items():
        if owner not in given and order > min(gone.values()):
            found.update(n for n in places.with_middle_in(drawing.box_of_text(owner)) if order > gone.get(n, order))
    return found


def pieces_of(marks: Sequence[Mark], numbers: Iterable[int]) -> list[str]:
    """Return what characters say, those together that follow each other in the file and on the page."""
    texts: list[str] = []
    last = -1
    for n in sorted(numbers):
        if last == n - 1 >= 0 and _follows(marks[last], marks[n]):
            texts[-1] += marks[n].char
        else:
            texts.append(marks[n].char)
        last = n
    return [text.strip() for text in texts if any(map(str.isalnum, text))]


def _may_be_unseen(run: Run, colours: Iterable[Colour]) -> bool:
    if run.size <= _FAINT_SIZE:
        return True
    return run.colour is not None and any(contrast.is_faint(run.colour, behind) for behind in colours)


def _judge(n: int, mark: Mark, run: Run, behind: Mapping[int, Area], found: Sights) -> None:
    """Note a character that is unseen or faint on what lies behind it."""
    area = behind.get(n)
    paper = area.colour if area else WHITE
    is_known = run.colour is not None and paper is not None
    height = mark.box[3] - mark.box[1]
    is_small = height <= _HIGH * _FAINT_SIZE
    if (is_known and contrast.is_unseen(run.colour or WHITE, paper or WHITE)) or (
        is_small and run.size <= _UNSEEN_SIZE and height <= _HIGH * _UNSEEN_SIZE
    ):
        found.unseen.add(n)
    elif mark.char.isdecimal() and (
        (run.colour is not None and contrast.is_faint(run.colour, paper or WHITE))
        or (is_small and run.size <= _FAINT_SIZE)
    ):
        found.faint.add(n)


class _Places:
    """The characters of a page by where they stand."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._cores: dict[int, Box] = {}
        self._strips: dict[int, list[int]] = defaultdict(list)
        self._steps = 0
        for n, mark in enumerate(marks):
            if not mark.char.strip():
                continue
            left, bottom, right, top = mark.box
            across, up = _EDGE * (right - left), _EDGE * (top - bottom)
            self._cores[n] = (left + across, bottom + up, right - across, top - up)
            self._strips[int((bottom + top) / 2 // _STRIP)].append(n)

    def within(self, box: Box) -> Iterator[int]:
        """Yield the characters that a box covers."""
        left, bottom, right, top = box
        for n in self._near(bottom, top):
            core = self._cores[n]
            if left <= core[0] and core[2] <= right and bottom <= core[1] and core[3] <= top:
                yield n

    def with_middle_in(self, box: Box) -> Iterator[int]:
        """Yield the characters whose middle stands in a box."""
        left, bottom, right, top = box
        for n in self._near(bottom - _STRIP, top + _STRIP):
            core = self._cores[n]
            if left <= (core[0] + core[2]) / 2 <= right and bottom <= (core[1] + core[3]) / 2 <= top:
                yield n

    def crossed_by(self, line: Segment) -> Iterator[int]:
        """Yield the characters through which a line runs."""
        ends = line[1], line[3]
        for n in self._near(min(ends), max(ends)):
            if _runs_through(line, self._cores[n]):
                yield n

    def _near(self, bottom: float, top: float) -> Iterator[int]:
        first, last = int(bottom // _STRIP), int(top // _STRIP)
        strips = range(first, last + 1) if last - first < len(self._strips) else sorted(self._strips)
        for strip in strips:
            found = self._strips.get(strip, ()) if first <= strip <= last else ()
            self._steps += len(found) + 1
            if self._steps > _MOST_STEPS:
                return
            yield from found


def _runs_through(line: Segment, box: Box) -> bool:
    """Whether a straight line has a point in a box."""
    ax, ay, bx, by = line
    first, last = 0.0, 1.0
    for start, step, low, high in ((ax, bx - ax, box[0], box[2]), (ay, by - ay, box[1], box[3])):
        if not step:
            if not low <= start <= high:
                return False
            continue
        one, other = sorted(((low - start) / step, (high - start) / step))
        first, last = max(first, one), min(last, other)
    return first <= last


def _whole_numbers(marks: Sequence[Mark], crossed: set[int]) -> set[int]:
    """Return the characters of the numbers of which a digit is crossed."""
    found: set[int] = set()
    number: list[int] = []
    for n, mark in enumerate(marks):
        if number and not (mark.char in _OF_NUMBERS and _follows(marks[number[-1]], mark)):
            found.update(number if not crossed.isdisjoint(number) else ())
            number = []
        if mark.char in _OF_NUMBERS:
            number.append(n)
    found.update(number if not crossed.isdisjoint(number) else ())
    return found


def _follows(before: Mark, after: Mark) -> bool:
    """Whether two characters stand beside each other on a line, whichever way it runs."""
    across = max(after.box[0] - before.box[2], before.box[0] - after.box[2])
    up = max(after.box[1] - before.box[3], before.box[1] - after.box[3])
    size = max(before.box[3] - before.box[1], before.box[2] - before.box[0])
    return max(across, up) < _NEAR * size
