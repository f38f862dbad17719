"""What the sign-off sheet (审签单) holds, as ``resources/signoff/fields.toml`` says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from core.base.toml_files import shipped_toml


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder that the sheet may hold: 【name】, and what is put there."""

    name: str
    value: str
    help: str


@cache
def signoff_fields() -> Mapping[str, Any]:
    """Return what ``resources/signoff/fields.toml`` says."""
    return shipped_toml("signoff", "fields.toml")


def placeholders() -> list[Placeholder]:
    """Return all placeholders in the order of the sheet, for the list that an office works from."""
    return [Placeholder(p["name"], p["value"], p["help"]) for p in signoff_fields()["placeholders"]]
