"""Style profiles: fonts, sizes, line pitch, margins and page numbers of the Word report, one TOML file each."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from core.resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT_PROFILE = "windows"


@dataclass(frozen=True, slots=True)
class StyleProfile:
    """How a Word report looks.

    Attributes:
        fonts: Font name by use: title, heading, subheading, body, table, page_number (East-Asian), latin.
        sizes: Font size in points by use: title, body, table, wide_table (tables with many columns), page_number.
        margins: Margins of the page in millimetres: top, bottom, left, right.
        pitch: Line pitch of the body in points.
        title_pitch: Line pitch of the title in points.
        characters: Characters on a line of the body.
        number_style: ``dash`` (— 1 —), ``plain`` (1) or ``none``.
        number_position: ``outside`` (odd pages right, even pages left) or ``center``.
        instead: For a font that may be missing the ones to use in its place, best first.
    """

    id: str
    name: str
    fonts: Mapping[str, str]
    sizes: Mapping[str, float]
    margins: Mapping[str, float]
    pitch: float
    title_pitch: float
    characters: int
    number_style: str
    number_position: str
    instead: Mapping[str, tuple[str, ...]]


@cache
def preset(profile_id: str = DEFAULT_PROFILE) -> StyleProfile:
    """Return one of the shipped profiles."""
    with resource_path("styles", f"{profile_id}.toml").open("rb") as file:
        data = tomllib.load(file)
    return StyleProfile(
        id=data["id"],
        name=data["name"],
        fonts=data["fonts"],
        sizes=data["sizes"],
        margins=data["page"],
        pitch=data["lines"]["pitch"],
        title_pitch=data["lines"]["title_pitch"],
        characters=data["lines"]["characters"],
        number_style=data["page_number"]["style"],
        number_position=data["page_number"]["position"],
        instead={font: tuple(others) for font, others in data["instead"].items()},
    )
