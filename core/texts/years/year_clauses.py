"""Reads decisions behind a semicolon by themselves: 网站发布信息5.2万条，同比增长7%；行政处罚决定8820件，同比减少980件.

Words of publishing make a number of decisions uncertain as far as the end of their sentence. What was published is told
before the semicolon there, with its own number, and has nothing to do with decisions.
"""

from __future__ import annotations

from collections.abc import Mapping

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.reading.reader import read_text
from core.texts.reading.sentence.sentences import NumberReading

_DECISIONS = ("licensing", "penalty", "coercion")
_MARK = "；"
_ENDS = "。！？\n"
_GOES_ON = pattern("许可|处罚|强制|执法|公示|决定|其中|包括|包含|涵盖|涉及|分别|如下|以下|[：:]")
"""主动公开信息1320条，(其中)行政许可312件；行政处罚45件: the list of what was published goes on."""
_COUNTED = pattern("\\d")
_FEWEST = 10
"""A smaller number agrees by chance."""


def decisions_behind_mark(
    reading: NumberReading, code: str, printed: str, year: int | None, form_id: str, numbers: Mapping[str, Number]
) -> NumberReading | None:
    """Return a number of decisions as it is read behind its semicolon; None where it is not the table's."""
    if reading.kind != "other" or reading.key not in _DECISIONS or reading.value < _FEWEST:
        return None
    begin = max(printed.rfind(mark, 0, reading.start) for mark in _ENDS) + 1
    start = printed.rfind(_MARK, begin, reading.start) + 1
    before = printed[begin:start]
    if start == 0 or not _COUNTED.search(before) or _GOES_ON.search(before):
        return None
    for again in read_text(code, printed[start : reading.end], year, form_id):
        is_it = again.kind == "count" and (again.start + start, again.key) == (reading.start, reading.key)
        if is_it and any(numbers.get(way[0]) == again.value for way in again.ways if len(way) == 1):
            return again
    return None
