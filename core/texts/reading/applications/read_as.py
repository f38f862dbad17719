"""Reads a number that no phrase told as what a reader of its own has understood."""

from __future__ import annotations

from core.texts.reading.sentence.sentences import NumberReading, SourceText


def read_as(source: SourceText, reading: NumberReading, key: str) -> NumberReading:
    """Return the reading as one of applications in a role, to be compared with the table."""
    role = source.vocabulary.role(key)
    ways = role.alternatives("request")
    return reading._replace(
        kind="count", key=role.key, meaning=role.name, rule_id=role.rule_id, ways=ways, words=(), phrase=None
    )
