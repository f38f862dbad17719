"""Narrows 公开 to 予以公开 where 部分公开 has its own number in the list: 给公开的6件，公开一部分的1件，没有的2件."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.base.patterns import pattern
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText

_BOTH, _PARTIAL = "granted_or_partial", "partial"
_BETWEEN = pattern("[，、；,;](?!其中|含|包括)[^，。；、：（）,;\\d]{0,12}")
_ENDS = pattern("[，、；。,;\\n]|$")
_FEWEST = 3
"""So many results make a list."""


@count_pass(keys=[_BOTH])
def granted_beside_partial(
    source: SourceText, _sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, those of 公开 without what is partly published where that is listed next."""
    found = list(readings)
    results = [i for i, reading in enumerate(found) if reading.rule_id == "N-05" and reading.kind == "count"]
    if len(results) < _FEWEST:
        return found
    for i, j in pairwise(results):
        is_pair = found[i].key == _BOTH and found[j].key == _PARTIAL
        between = source.printed[found[i].end : found[j].start]
        if is_pair and _BETWEEN.fullmatch(between) and _ENDS.match(source.printed, found[j].end):
            found[i] = found[i].with_ways(found[i].ways[:1])
    return found
