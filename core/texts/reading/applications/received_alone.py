"""Tells whether 收到 counts the new applications alone, where those carried in are told beside it.

收到12件，上年结转1件 are 12 new ones; 收到13件（含上年结转1件） are both together.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.language import grammar
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText

_COMPARED = pattern(
    "[，,（(](?:同比|环比|比|较|与)(?:(?:20\\d\\d年|上年|去年|上一年|前一年|同期|相比)度?(?:同期)?)?[^，,；;。（）()、\\d]{0,8}\\d[\\d.]*(?:[%％件宗份倍]|个百分点)[）)]?"
)
"""收到22件(，比上年多5件)，另有上年结转1件: says nothing of what they hold."""
_BESIDE_THEM = pattern("(?:^|[，,；;。（(])(?:另|此外|还|同时|加上|加之|连同|再加)[^，,；;。（）()]*$")
_INSIDE = pattern("[件宗份]?(?:的?申请)?的?(?:计算|统计|包括|包含)?在内")
"""收到22件，连同上年结转1件(在内)"""
_COUNTS = pattern("\\d+(?=[件宗份])")


@count_pass(keys=["carried_in"])
def received_alone(
    source: SourceText, _sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, those of 收到 narrowed where applications carried in are said beside it."""
    carried = [r for r in readings if r.key == "carried_in" and r.kind == "count" and r.value]
    if not carried:
        return list(readings)
    return [_narrowed(source, r, carried) if _is_open(r) else r for r in readings]


def _is_told_beside(reading: NumberReading, between: str, carried: NumberReading) -> bool:
    """Whether those carried in are told as more, and are no part of a list: 收到22件，网上21件，另有结转1件."""
    if not _BESIDE_THEM.search(between) or any(mark in between for mark in "。；;\n"):
        return False
    parts = [int(count[0]) for count in _COUNTS.finditer(_COMPARED.sub("", between))]
    return sum(parts) + carried.value != reading.value


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
        is_beside = grammar.BESIDE.fullmatch(_COMPARED.sub("", between)) or _is_told_beside(reading, between, behind)
        if is_beside and not (grammar.NEW_ONES.search(after) or _INSIDE.match(after)):
            return reading.with_ways(alone)
        return reading
    between = source.printed[carried[-1].end : reading.start]
    if grammar.BESIDE.fullmatch(between) and not grammar.TOGETHER.search(between):
        return reading.with_ways(alone)
    return reading
