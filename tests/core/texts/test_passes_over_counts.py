"""Passes over the readings of numbers are made where the text, a word and a reading that they need are there."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from core.base.patterns import WordFinder
from core.form.form_reader import load_form
from core.texts.language.numbers import plain_text
from core.texts.language.vocabulary import load_vocabulary
from core.texts.reading.sentence.due import CountPass, count_pass, passed, readers_of
from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText

_UNKNOWN = NumberReading(4, 6, "收到3件", 3, "other", "unknown", "")


@count_pass(texts=["s3"], words=["收到"], keys=["unknown"])
def _as_received(
    _source: SourceText, _sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    return [reading._replace(key="received") for reading in readings]


@count_pass(keys=["received"])
def _counted(_source: SourceText, _sentence: SentenceState, readings: Sequence[NumberReading]) -> list[NumberReading]:
    return [reading._replace(kind="count") for reading in readings]


def _passed(text: str, *passes: CountPass, code: str = "s3", key: str = "unknown") -> list[tuple[str, str]]:
    source = SourceText(code, text, plain_text(text, 2025), load_vocabulary(load_form().id), WordFinder(["收到"]))
    sentence = SentenceState(0, len(text), text, [], "request", source.held)
    read = passed(readers_of(code, passes), source, sentence, [_UNKNOWN._replace(key=key)])
    return [(reading.key, reading.kind) for reading in read]


def test_a_later_pass_sees_what_the_one_before_it_made() -> None:
    assert _passed("全年收到3件。", _as_received, _counted) == [("received", "count")]
    assert _passed("全年收到3件。", _counted, _as_received) == [("received", "other")]


@pytest.mark.parametrize(
    ("text", "code", "key"),
    [("全年来了3件。", "s3", "unknown"), ("全年收到3件。", "s4", "unknown"), ("全年收到3件。", "s3", "fees")],
)
def test_a_pass_is_not_made_where_something_that_it_needs_is_missing(text: str, code: str, key: str) -> None:
    assert _passed(text, _as_received, code=code, key=key) == [(key, "other")]
