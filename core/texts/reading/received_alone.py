"""Tells whether 收到 counts the new applications alone, where those carried in are told beside it.

收到12件，上年结转1件 are 12 new ones; 收到13件（含上年结转1件） are both together.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.texts.language import grammar
from core.texts.reading.due import count_pass
from core.texts.reading.sentences import NumberReading, SentenceState, SourceText


@count_pass(keys=["carried_in"])
def received_alone(
    source: SourceText, _sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, those of 收到 narrowed where applications carried in are said beside it."""
    carried = [r for r in readings if r.key == "carried_in" and r.kind == "count" and r.value]
    if not carried:
        return list(readings)
    return [_narrowed(source, r, carried) if _is_open(r) else r for r in readings]


def _is_open(reading: NumberReading) -> bool:
    return reading.key == "received" and reading.kind == "count" and len(reading.ways) > 1


def _narrowed(source: SourceText, reading: NumberReading, carried: Sequence[NumberReading]) -> NumberReading:
    alone, together = reading.ways[:1], reading.ways[1:]
    behind = next((c for c in carried if c.start >= reading.end), None)
    if behind:
        between, after = source.printed[reading.end : behind.start], source.printed[behind.end : behind.end + 16]
        if grammar.NOT_INCLUDED.search(between):
            return reading.with_ways(alone)
        if grammar.INCLUDED.match(between) and not grammar.NEW.search(between):
            return reading.with_ways(together)
        if grammar.BESIDE.fullmatch(between) and not grammar.NEW_ONES.search(after):
            return reading.with_ways(alone)
        return reading
    between = source.printed[carried[-1].end : reading.start]
    if grammar.BESIDE.fullmatch(between) and not grammar.TOGETHER.search(between):
        return reading.with_ways(alone)
    return reading
