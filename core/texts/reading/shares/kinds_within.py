"""Knows the shares of applicants within a result: 无法提供21件，其中自然人占66.7%，企业占9.5% are shares of the 21."""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_KEY = "applicants"
_WITHIN = pattern("[^，；。]{0,12}[，；](?:这?其中|[这此其]?当中|[这此]中|[这其]?里[面头]?|这里)(?!.*其中)")
_GOES_ON = pattern("(?:[^，；。、]{0,6}[，、])")
WITHIN = "一种结果中的，不核对"


@count_pass(REQUEST_TEXTS, keys=[_KEY])
def kinds_within(source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]) -> list[NumberReading]:
    """Return the readings of a sentence, shares of applicants behind 其中 of a result, and those after, left alone."""
    if "中" not in sentence.text and "里" not in sentence.text:
        return [*readings]
    found: list[NumberReading] = []
    for reading in readings:
        last = found[-1] if found else None
        is_share = reading.kind == "share" and reading.key == _KEY
        if last and is_share and (gap := source.printed[last.end : reading.start]):
            is_first = last.rule_id == "N-05" and last.kind in ("count", "share") and _WITHIN.match(gap)
            is_next = last.kind == "other" and last.meaning.endswith(f"（{WITHIN}）") and _GOES_ON.match(gap)
            if is_first or is_next:
                reading = reading._replace(kind="other", meaning=f"{reading.meaning}（{WITHIN}）", rule_id="")
        found.append(reading)
    return found
