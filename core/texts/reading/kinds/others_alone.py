"""其他 as the last kind of applicants alone, where a sentence names the five others too."""

from __future__ import annotations

from collections.abc import Sequence

from core.form.known_cells import KINDS
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText

_OTHERS, _LAST = "other_applicants", f".{KINDS[-1]}"
_NAMED = frozenset(f".{kind}" for kind in KINDS[:-1])


@count_pass(keys=[_OTHERS])
def others_alone(
    _source: SourceText, _sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, 其他 narrowed to its column where the five other kinds are named too."""
    if len(readings) <= len(_NAMED):
        return [*readings]
    named = {way[0][-3:] for r in readings if r.key == "applicants" and r.kind == "count" for way in r.ways[:1] if way}
    if not named >= _NAMED:
        return [*readings]
    return [_alone(r) if r.key == _OTHERS and r.kind == "count" else r for r in readings]


def _alone(reading: NumberReading) -> NumberReading:
    ways = tuple(way for way in reading.ways if all(cell.endswith(_LAST) for cell in way))
    return reading._replace(ways=ways, words=()) if ways else reading
