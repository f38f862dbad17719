"""The few words of the form that the start page shows, read without the rest, which takes longer than the window."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from core.form.form_files import HEAD
from core.form.formats import for_year


class StartFields(NamedTuple):
    """What a new report is asked for.

    Attributes:
        first_year: First report year that is offered: of the format of the year before, for a report that is late.
        document: Number of the notice that made the format.
        names: What each field is called, by its code such as ``meta.unit``.
        hints: What belongs there, by code.
        choices: The allowed values by code; nothing for a field that takes any text.
        suggestions: By code what the name of the unit speaks for, as in ``MetaField``.
    """

    first_year: int
    document: str
    names: Mapping[str, str]
    hints: Mapping[str, str]
    choices: Mapping[str, tuple[str, ...]]
    suggestions: Mapping[str, tuple[tuple[str, str], ...]]


def suggested(suggestions: Iterable[tuple[str, str]], unit: str) -> str:
    """Return the first choice whose pattern is found in the name of a unit; "" for none."""
    return next((choice for choice, pattern in suggestions if unit and re.search(pattern, unit)), "")


def start_fields(year: int) -> StartFields:
    """Return the fields of the format for reports on this year."""
    known = for_year(year)
    fields = {field["code"]: field for field in known.folder.toml(HEAD)["meta"]}
    return StartFields(
        for_year(year - 1).first_year,
        known.document,
        {code: field["name"] for code, field in fields.items()},
        {code: field.get("hint", "") for code, field in fields.items()},
        {code: tuple(field.get("choices", ())) for code, field in fields.items()},
        {code: tuple(field.get("suggest", {}).items()) for code, field in fields.items()},
    )
