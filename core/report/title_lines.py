"""Breaks a long title into balanced lines between words, as titles of official documents are set."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, lru_cache
from itertools import accumulate

from core.base.patterns import pattern
from core.report.name_words import WITHIN, known_words_at

_OFFICES = ("委员会", "办公室", "办事处", "管委会")
_BRANCHES = ("分局", "支局", "分院", "分中心", "支队", "大队", "街道办")

# Where a line may begin, and what it costs, in the square of that; the first that fits counts.
# Within the name of a unit it costs more than a short line before the whole name (关于报送／某某局某某分局／2025年…),
# and no word is torn from what belongs to it (开发区分局, 县人民政府).
_BREAKS = (
    (re.compile(r"(?=\d{4}年)|、|(?=《)"), 0),
    (re.compile(r"^关于(?:报送|公布|印发|转发|报请)?"), 4),
    (pattern(f"(?:{'|'.join(_OFFICES)})(?=的)", needs=_OFFICES), 4),
    (re.compile(r"年度?(?=政府信息公开)"), 6),
    (pattern(r"(?=暨)", needs=["暨"]), 8),
    (re.compile(r"公开(?=(?:工作)?年度报告)"), 12),
    (pattern(f"{'|'.join(_OFFICES)}|人民政府(?!办)", needs=(*_OFFICES, "人民政府")), 16),
    (pattern(r"[局厅部院](?=[^局厅]{3})", needs="局厅部院"), 17),
    (
        pattern(
            r"(?<!城)[省市州县区镇乡](?![级场村域]|人民政府|街道办|管理?委|分局|支局|分院|分中心|支队|大队)"
            r"(?=[^省市州县区镇乡级]{3}|城[市乡镇区]|市场|乡村)",
            needs="省市州县区镇乡",
        ),
        18,
    ),
    (pattern(r"(?=管理委员会|管委会)", needs=["委"]), 17),
    (pattern(r"(?=人民政府|行政公署)|(?<=人民政府)(?=办公[室厅])", needs=["人民政府", "行政公署"]), 24),
    (pattern(f"(?={'|'.join(_BRANCHES)})", needs=_BRANCHES), 45),
)
_BETWEEN = {2: 36, 1: 48, 0: 60, WITHIN: 90}
"""What it costs elsewhere, by how many known words meet there: a name of a place is torn last, but for a word."""
_ONE_MORE = 400  # what one line more costs, in the square of that
_FEW = 4  # characters that are too few for the last line of an addressee
_GAP = 0.25
_MOST_LINES = 8  # a longer text is no title; Word breaks it as it can
_NEVER_FIRST = "，。；：、）》”’！？·"
_NEVER_LAST = "（《“‘"


@lru_cache(maxsize=16)
def title_lines(title: str, longest: int) -> tuple[str, ...]:
    """Return the lines of a title, each at most ``longest`` characters wide.

    Digits and Latin count half, and a quarter more where they stand beside Chinese, as Word sets them.
    One that cannot be set so comes back in one line.
    """
    edges = _edges(title)
    width = edges[-1]
    if width <= longest or width > _MOST_LINES * longest:
        return (title,)
    costs = _costs(title)
    fewest = int(-(-width // longest))
    found = [
        (best[0] + _ONE_MORE * extra, best[1])
        for extra in range(3)
        if (best := _best(title, edges, costs, fewest + extra, longest)) is not None
    ]
    return min(found)[1] if found else (title,)


def title_pieces(title: str) -> tuple[str, ...]:
    """Return the pieces of a title between which a line may end well, for whoever sets the lines without us."""
    places = [place for place, cost in sorted(_costs(title).items()) if cost <= _BETWEEN[2]]
    return tuple(title[begin:end] for begin, end in zip([0, *places], [*places, len(title)], strict=True))


def addressee_lines(text: str, longest: int) -> tuple[str, ...]:
    """Return the lines of an addressee: the whole in one where Word breaks it well, else balanced ones.

    It goes from edge to edge; but a last line of one character and a colon is none.
    """
    left = characters_wide(text) % longest if characters_wide(text) > longest else 0
    return title_lines(text, longest - 1) if 0 < left < _FEW else (text,)


def characters_wide(text: str) -> float:
    """Return how many Chinese characters a line of text is as wide as."""
    return _edges(text)[-1]


def _edges(text: str) -> list[float]:
    """How wide the text is up to each of its places."""
    widths = [(0.5 if char.isascii() else 1) + _gap(text, place) for place, char in enumerate(text)]
    return [0.0, *accumulate(widths)]


def _gap(text: str, place: int) -> float:
    """How much Word leaves free before a place."""
    return _GAP if place and text[place].isascii() != text[place - 1].isascii() else 0.0


def _costs(title: str) -> dict[int, int]:
    """The places where a line may begin, and what it costs."""
    words = known_words_at(title)
    costs: dict[int, int] = {}
    for known, cost in _BREAKS:
        for match in known.finditer(title):
            if words[match.end()] != WITHIN:
                costs.setdefault(match.end(), cost)
    may_begin = {}
    for place in range(1, len(title)):
        before, after = title[place - 1], title[place]
        together = before.isascii() and after.isascii()
        if not together and after not in _NEVER_FIRST and before not in _NEVER_LAST:
            may_begin[place] = costs.get(place, _BETWEEN[words[place]])
    return may_begin


def _best(
    title: str, edges: list[float], costs: dict[int, int], lines: int, longest: int
) -> tuple[float, tuple[str, ...]] | None:
    """The cheapest way to set the title in so many lines, or None where none fits."""
    places = sorted(costs)
    begins = {place: edges[place] + _gap(title, place) for place in (0, *places)}
    ideal = edges[-1] / lines

    @cache
    def cheapest(start: int, left: int) -> tuple[float, tuple[str, ...]] | None:
        if left == 1:
            rest = edges[-1] - begins[start]
            return ((rest - ideal) ** 2, (title[start:],)) if rest <= longest else None
        found: tuple[float, tuple[str, ...]] | None = None
        for place in places[bisect_right(places, start) :]:
            width = edges[place] - begins[start]
            if width > longest:
                break
            following = cheapest(place, left - 1)
            if following is None:
                continue
            cost = (width - ideal) ** 2 + costs[place] ** 2 + following[0]
            if found is None or cost < found[0]:
                found = (cost, (title[start:place], *following[1]))
        return found

    return cheapest(0, lines)
