"""Text of a PDF that lies over other text: a watermark, which would run into its lines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from core.published.pdf_file import Glyph, PdfPage
from core.published.pdf_lines import TWICE, rows_of
from core.visible.word_symbols import UNKNOWN

_APART = 1.0  # em between two characters from which they belong to different strings
_COVERED = 0.35
"""Share of the narrower character that another one must cover to lie over it."""
_NEAR = 0.3
"""Em of both that the middles of two characters may stand apart, up or down."""
_LEAST_PAGES = 3
_LEAST_TEXT = 3  # characters of a text that stands on every page
_MARGIN = 0.25  # of a page's height, in which headers, footers and the heads of tables stand
_MOST_BEHIND = 8
"""Characters behind one that are looked at: a narrow row has so many under a big letter."""
_MOST_STRINGS = 300
"""Strings that lie over others on a page; more are a drawing."""
_OVER_EACH_OTHER = f"第{{}}页有数字互相压着（“{{}}”），分不清是什么数，用“{UNKNOWN}”代替，没有当作数字，请对照原文改正"
_SHOWN = 8

_Strings = list[list[Glyph]]
_Place = tuple[str, int, int]


def take_overlaps_away(pages: Sequence[PdfPage]) -> list[str]:
    """Take away the text that lies over other text or on every page; return what the clerk is told.

    Of two strings that lie over each other the one goes that stands there on more pages, then the one that lies over
    more others, then the one with the larger share of its characters; a number never goes.
    """
    pairs = [list(_pairs(page.glyphs)) for page in pages]
    strings = [_strings(page.glyphs) for page in pages]
    places = Counter(place for own in strings for place in {_place(string) for string in own})
    gone = dict.fromkeys(place for place, count in places.items() if _is_everywhere(place, count, pages))
    told: list[str] = []
    for number, (own, met) in enumerate(zip(strings, pairs, strict=True), 1):
        meetings = _meetings(own, met)
        if len(meetings) > _MOST_STRINGS:
            told.append(f"第{number}页有很多文字互相压着，读入的次序可能不对，请对照原文")
            continue
        gone |= dict.fromkeys(_place(own[i]) for i in _over(own, meetings, places))
    for page, own in zip(pages, strings, strict=True) if gone else ():
        page.glyphs = [glyph for string in own if _place(string) not in gone for glyph in string]
    if gone:
        texts = "、".join(dict.fromkeys(f"“{text}”" for text, _, _ in gone))
        told.append(f"压在正文上的{texts}（如水印）没有读入，请核对")
    for number, (page, met) in enumerate(zip(pages, pairs, strict=True), 1):
        if digits := _unclear_digits(page, met):
            told.append(_OVER_EACH_OTHER.format(number, "".join(digits[:_SHOWN])))
    return told


def _unclear_digits(page: PdfPage, pairs: Sequence[tuple[Glyph, Glyph]]) -> list[str]:
    """Put a sign in place of the digits of a page that lie over each other; return these."""
    shown = set(page.glyphs)
    met = (pair for pair in pairs if shown.issuperset(pair) and all(glyph.char.isdecimal() for glyph in pair))
    unclear = dict.fromkeys(glyph for pair in met for glyph in pair)
    if unclear:
        page.glyphs = [glyph._replace(char=UNKNOWN) if glyph in unclear else glyph for glyph in page.glyphs]
    return [glyph.char for glyph in sorted(unclear, key=lambda glyph: (glyph.base, glyph.left))]


def _is_everywhere(place: _Place, count: int, pages: Sequence[PdfPage]) -> bool:
    """Whether a text stands at the same place on every page, and not where headers and footers do."""
    share = 4 * place[2] / pages[0].height
    is_apart = _MARGIN < share < 1 - _MARGIN and len(place[0]) >= _LEAST_TEXT
    return count == len(pages) >= _LEAST_PAGES and is_apart and any(map(str.isalpha, place[0]))


def _pairs(glyphs: Sequence[Glyph]) -> Iterator[tuple[Glyph, Glyph]]:
    """Yield the characters of a line that lie over each other."""
    for row in rows_of(glyph for glyph in glyphs if glyph.char.strip() and not glyph.is_turned):
        row.sort(key=lambda glyph: glyph.left)
        for at, glyph in enumerate(row):
            for other in islice(row, at + 1, at + 1 + _MOST_BEHIND):
                if other.left >= glyph.right:
                    break
                if _covers(glyph, other):
                    yield glyph, other


def _covers(one: Glyph, other: Glyph) -> bool:
    shared = min(one.right, other.right) - max(one.left, other.left)
    narrower = min(one.right - one.left, other.right - other.left)
    apart = abs(one.top + one.bottom - other.top - other.bottom) / 2
    is_same = one.char == other.char and abs(one.left - other.left) < TWICE * one.size
    return shared > _COVERED * narrower and apart < _NEAR * (one.size + other.size) and not is_same


def _strings(glyphs: Sequence[Glyph]) -> _Strings:
    """Return characters that follow each other in the file and on one line."""
    found: _Strings = []
    for glyph in glyphs:
        last = found[-1][-1] if found else None
        if last is not None and abs(last.base - glyph.base) < 1 and abs(glyph.left - last.right) < _APART * glyph.size:
            found[-1].append(glyph)
        else:
            found.append([glyph])
    return found


def _meetings(strings: _Strings, pairs: Sequence[tuple[Glyph, Glyph]]) -> dict[int, dict[int, set[Glyph]]]:
    """Return which strings lie over which others, each with its own characters that do."""
    owner = {glyph: i for i, string in enumerate(strings) for glyph in string} if pairs else {}
    found: dict[int, dict[int, set[Glyph]]] = defaultdict(lambda: defaultdict(set))
    for one, other in pairs:
        i, j = owner[one], owner[other]
        if i != j:
            found[i][j].add(one)
            found[j][i].add(other)
    return found


def _over(strings: _Strings, meetings: dict[int, dict[int, set[Glyph]]], places: Counter[_Place]) -> list[int]:
    """Return the strings to take away so that none lies over another one."""
    gone: list[int] = []
    while any(meetings.values()):
        best = max(
            (i for i, others in meetings.items() if others and not _is_number(strings[i])),
            key=lambda i: (
                places[_place(strings[i])],
                len(meetings[i]),
                len(set().union(*meetings[i].values())) / len(strings[i]),
            ),
            default=None,
        )
        if best is None:  # numbers over numbers
            break
        gone.append(best)
        for other in meetings.pop(best):
            meetings[other].pop(best, None)
    return gone


def _is_number(string: Sequence[Glyph]) -> bool:
    return any(glyph.char.isdecimal() for glyph in string) and all(not glyph.char.isalpha() for glyph in string)


def _place(string: Sequence[Glyph]) -> _Place:
    """Return what a string says and where it begins, in four points."""
    return "".join(glyph.char for glyph in string).strip(), round(string[0].left / 4), round(string[0].base / 4)
