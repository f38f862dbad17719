"""The few words of the form that the start page shows, read without the rest, which takes longer than the window."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.base.resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Mapping

NEWEST_FORM = "2021"


@dataclass(frozen=True)
class StartFields:
    """What a new report is asked for.

    Attributes:
        first_year: First report year of the format.
        names: What each field is called, by its code such as ``meta.unit``.
        hints: What belongs there, by code.
        choices: The allowed values by code; nothing for a field that takes any text.
    """

    first_year: int
    names: Mapping[str, str]
    hints: Mapping[str, str]
    choices: Mapping[str, tuple[str, ...]]


def start_fields() -> StartFields:
    """Return the fields of the newest format."""
    data = tomllib.loads(resource_path("form", NEWEST_FORM, "form.toml").read_text(encoding="utf-8"))
    fields = {field["code"]: field for field in data["meta"]}
    return StartFields(
        data["first_year"],
        {code: field["name"] for code, field in fields.items()},
        {code: field.get("hint", "") for code, field in fields.items()},
        {code: tuple(field.get("choices", ())) for code, field in fields.items()},
    )
