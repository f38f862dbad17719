"""Reads the numbers that nobody else has understood by signs: rows of results, flows, and who applied."""

from __future__ import annotations

from collections.abc import Sequence

from core.texts.reading.applications import flows_by_signs, rows_by_signs
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import (
    OVERVIEW_TEXTS,
    REQUEST_TEXTS,
    NumberReading,
    SentenceState,
    SourceText,
)


@count_pass(texts=(*REQUEST_TEXTS, *OVERVIEW_TEXTS), keys=(*rows_by_signs.KEYS, *flows_by_signs.KEYS))
def shown_by_signs(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, those left alone as what signs show them to be at least."""
    found = rows_by_signs.without_turned(source, sentence, readings)
    found = rows_by_signs.rows_by_signs(source, sentence, found)
    return flows_by_signs.flows_by_signs(source, sentence, found)
