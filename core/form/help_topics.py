"""Common confusions, each with its source: shown at the rows they concern and printed in the manual."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from core.base.toml_files import shipped_toml
from core.form.form_files import FormDefinitionError

_FILE = "topics.toml"
_KEYS = {"key", "title", "rows", "text", "source", "unit_types"}


@dataclass(frozen=True, slots=True)
class HelpTopic:
    """One confusion and how to tell things apart.

    Attributes:
        key: Its anchor in the manual.
        rows: The rows it concerns, such as ``t3.R09``.
        source: Where it is said; 参考 and 建议 mark what no official text says.
        unit_types: Kinds of unit it is shown to; empty for all.
    """

    key: str
    title: str
    rows: tuple[str, ...]
    text: str
    source: str
    unit_types: tuple[str, ...] = ()


@cache
def help_topics() -> tuple[HelpTopic, ...]:
    """Return all topics in the order of the file.

    Raises:
        FormDefinitionError: A record has an unknown key.
    """
    topics = []
    for record in shipped_toml("help", _FILE)["topics"]:
        if not record.keys() <= _KEYS:
            raise FormDefinitionError(f"{_FILE}: unknown keys {record.keys() - _KEYS}")
        rows, unit_types = tuple(record.pop("rows")), tuple(record.pop("unit_types", ()))
        topics.append(HelpTopic(rows=rows, unit_types=unit_types, **record))
    return tuple(topics)


def topics_for(row: str, unit_type: str) -> list[HelpTopic]:
    """Return what to know at a row, such as ``t3.R09``, for a kind of unit; an unknown kind gets everything."""
    found = [topic for topic in help_topics() if row in topic.rows]
    return [topic for topic in found if not topic.unit_types or not unit_type or unit_type in topic.unit_types]
