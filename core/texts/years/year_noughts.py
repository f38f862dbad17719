"""Finds the nought of this year that a comparison is told of.

本年无行政诉讼，比上年减少3件; 未发生行政复议和行政诉讼，上年行政复议2件
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from core.base.patterns import pattern
from core.form.known_cells import CARRIED_IN_ROW, RECEIVED_ROW, REVIEWS, in_row
from core.texts.language.meanings import Alternatives
from core.texts.reading.sentence.sentences import NumberReading

_NEXT = pattern("(?:申请|案件|案|事项|情况|的|）)*[，,（]")
"""无行政诉讼(案件，)比上年减少3件"""
_END = pattern("[。！？\n]")
_NONE = pattern("(?:^|(?<=、))(?:未发生|未制发|未收到|没有|无)")
_LAST = pattern("(?:而|但)?(?:□□□上年|上年|去年|上一年)度?(?:同期|全年)?")


def nought_before(nones: Iterable[NumberReading], printed: str, start: int) -> NumberReading | None:
    """Return what is told to be nothing right before a place: 无行政诉讼，…."""
    return next((r for r in nones if r.end <= start and _NEXT.fullmatch(printed, r.end, start)), None)


def nought_of(nones: Iterable[NumberReading], printed: str, named: NumberReading) -> NumberReading | None:
    """Return what is told to be nothing in the sentence of last year's number, and of the same thing."""
    for none in nones:
        between = min(none.end, named.end), max(none.start, named.start)
        if {*named.ways[0]} <= {*none.ways[0]} and not _END.search(printed, *between):
            return none
    return None


def words_on_last_year(named: NumberReading) -> tuple[str, ...]:
    """Return the words by which last year's number was understood, but those for the year: 行政复议为."""
    return tuple(_LAST.sub("", words) for words in named.words)


def ways_of_nought(none: NumberReading) -> Alternatives:
    """Return what may be meant by nothing: all of it, one sort of it, applications with old ones."""
    return tuple(dict.fromkeys(chain.from_iterable(map(_ways, none.ways))))


def _ways(cells: Sequence[str]) -> Iterator[tuple[str, ...]]:
    yield tuple(cells)
    if len(cells) == 1 and in_row(cells[0], RECEIVED_ROW):
        yield cells[0], cells[0].replace(RECEIVED_ROW, CARRIED_IN_ROW)
    sorts = [tuple(c for c in cells if (c == REVIEWS) is is_review) for is_review in (True, False)]
    yield from (sort for sort in sorts if sort)


def name_of_nought(none: NumberReading) -> str:
    """Return what is told to be nothing: 行政诉讼 of 未发生行政诉讼."""
    return _NONE.sub("", none.meaning)
