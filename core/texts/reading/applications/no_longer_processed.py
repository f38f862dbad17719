"""Reads 不再处理 as what the form calls so, applications given up by who applied: 逾期不补正，不再处理3件.

The form has 行政机关不再处理 in two rows (not mended in time, not paid in time); offices also say it for 不予处理. The
clause before tells which: without one, a number may be that of either row, of both, or of 不予处理.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.base.patterns import pattern
from core.form.known_cells import NOT_MENDED_ROW, NOT_PAID_ROW, OF_ALL_KINDS, in_row
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText

_SAID = "不再处理"
_KEY = "not_processed"
_ENDS = pattern("不再处理(?:其|该|此类)?(?:的|政府信息公开|信息公开|申请|情形|情况|事项|共|计|有|合|了)*\\d+[件宗份]$")
_BEGINS = pattern(
    "\\d+[件宗份](?:政府信息公开|信息公开|公开)?(?:申请)?(?:也|均|都|已|依法|按规定|随之|相应|因此|故|，)*不再处理$"
)
"""对应的(1件申请不再处理)"""
_REASON = pattern(
    "[^，；。（）\\d]*(?P<why>补正|缴费|缴纳|付费)[^，；。（）\\d]*，(?:(?:依法|按规定)*视(?:为|作|同)[^，；。（）\\d]*，)?[^，；。（）]*$"
)
"""因申请人(逾期未缴纳，视为放弃申请，对应的)1件申请不再处理"""
_ROWS = (("补正", "逾期不补正", NOT_MENDED_ROW), ("", "逾期未缴费", NOT_PAID_ROW))
_GROUP, _OTHERS = "不予处理", "其他处理"
_MARKS = "。；\n"


@count_pass(keys=[_KEY])
def no_longer_processed(
    source: SourceText, _sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, those of 不再处理 and the kinds behind them with the rows of the form."""
    found = list(readings)
    if not any(r.key == _KEY and _SAID in r.quote for r in found):
        return found
    first = source.vocabulary.results.rows[_GROUP][0]
    rows: tuple[tuple[str, ...], ...] = ()
    for i, reading in enumerate(found):
        if reading.key == _KEY:
            rows = ()
            is_told = _ENDS.search(reading.quote) or (_BEGINS.search(reading.quote) and _reason(source, reading))
            if reading.kind == "count" and is_told:
                name, rows = _meant(source, reading)
                ways = tuple(tuple(row + OF_ALL_KINDS for row in some) for some in rows)
                found[i] = reading._replace(key="single_results", meaning=name, ways=ways, phrase=None)
        elif rows and reading.ways and reading.ways[0] and in_row(reading.ways[0][0], first):
            columns = [cell.rpartition(".")[2] for cell in reading.ways[0] if in_row(cell, first)]
            ways = tuple(tuple(f"{row}.{column}" for row in some for column in columns) for some in rows)
            found[i] = reading._replace(ways=ways) if reading.key != "single_results" else reading
    return found


def _meant(source: SourceText, reading: NumberReading) -> tuple[str, tuple[tuple[str, ...], ...]]:
    """Return what a number of 不再处理 is called, and the rows that it may be the sum of."""
    told = _reason(source, reading)
    for word, name, row in _ROWS if told else ():
        if told and (not word or told["why"] == word):
            return name, ((row,),)
    both = tuple(row for _, _, row in _ROWS)
    rows = source.vocabulary.results.rows
    return _SAID, (both, rows[_OTHERS], *((row,) for row in both), rows[_GROUP])


def _reason(source: SourceText, reading: NumberReading) -> re.Match[str] | None:
    """Return what the clause before a number says was not done in time."""
    begin = max(source.printed.rfind(mark, 0, reading.start) for mark in _MARKS) + 1
    return _REASON.search(source.printed[begin : reading.start])
