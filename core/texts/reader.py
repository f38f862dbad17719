"""Reads a text: which number, or plain 没有, speaks of which cells. Knows the words and the year, not the tables."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from core.texts.counts import CountReader
from core.texts.denials import DenialReader
from core.texts.grammar import SENTENCE
from core.texts.numbers import numbers_in
from core.texts.sentences import CASE_TEXTS, REQUEST_TEXTS, Reading, Sentence, SourceText
from core.texts.vocabulary import load_vocabulary

_DEFAULT_TOPIC = {**dict.fromkeys(REQUEST_TEXTS, "request"), **dict.fromkeys(CASE_TEXTS, "both"), "s6": "fee"}


@lru_cache(maxsize=256)
def read_text(code: str, printed: str, year: int | None, form_id: str) -> tuple[Reading, ...]:
    """Return what the numbers and negations of a text were taken for, in reading order.

    Args:
        code: Code of the text; what it is about by default.
        printed: The text as printed.
        year: The report year, None while it is blank.
        form_id: The format whose words are used.
    """
    source = SourceText(code, printed, year, load_vocabulary(form_id))
    counts, denials = CountReader(source), DenialReader(source)
    numbers = numbers_in(source.text)
    starts = [number.start for number in numbers]
    done = 0
    found: list[Reading] = []
    topic = default = _DEFAULT_TOPIC.get(code, "")
    for match in SENTENCE.finditer(source.text):
        topics = source.topics(*match.span())
        sentence = Sentence(match.start(), match.end(), topics, topic)
        inside = numbers[done : bisect_left(starts, match.end())]
        done += len(inside)
        found += [*counts.read(sentence, inside), *denials.read(sentence)]
        topic = default if match[0].endswith("\n") else topics[-1][2] if topics else topic
        topic = default if topic == "other" else topic
    return tuple(sorted(found, key=lambda reading: (reading.start, reading.end)))
