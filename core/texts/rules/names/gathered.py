"""All that stands for another unit by the words alone (N-10), by how sure it is."""

from __future__ import annotations

from functools import lru_cache

from core.texts.rules.names.first_person import called_otherwise
from core.texts.rules.names.foreign_units import foreign_units
from core.texts.rules.names.namesakes import namesakes, shorter_namesakes
from core.texts.rules.names.other_counties import other_counties
from core.texts.rules.names.own_houses import (
    heads_of_others,
    houses_of_others,
    leaders_of_others,
    of_our_kind_elsewhere,
    other_branches,
    other_companies,
)
from core.texts.rules.names.owners import owners_of_ours
from core.texts.rules.names.reflected import reflected_units
from core.texts.rules.views import Span

_NAMES = (
    *(owners_of_ours, namesakes, houses_of_others, other_branches, of_our_kind_elsewhere),
    *(reflected_units,),
)
_HINTS = (called_otherwise, heads_of_others, leaders_of_others, shorter_namesakes, other_counties, other_companies)


@lru_cache(maxsize=256)
def units_of_others(text: str, unit: str, makes_rules: bool) -> tuple[Span, ...]:
    """Return the names of other units that stand where ours belongs."""
    found = [*foreign_units(text, unit, makes_rules)]
    for names in _NAMES:
        if spans := names(text, unit):  # as of few texts
            found += [span for span in spans if not is_among(span, found)]
    return tuple(found)


@lru_cache(maxsize=256)
def selves_of_others(text: str, unit: str) -> tuple[Span, ...]:
    """Return what a unit is called, has or lies in that another one is, has or lies in: 我镇, 局长, 地址：邻县."""
    found: list[Span] = []
    for names in _HINTS:
        if spans := names(text, unit):
            found += [span for span in spans if not is_among(span, found)]
    return tuple(found)


def is_among(span: Span, found: list[Span]) -> bool:
    """Whether a name, or part of it, was found already."""
    return any(span.start < other.end and other.start < span.end for other in found)
