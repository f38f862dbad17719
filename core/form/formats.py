"""The catalogue of the national formats, each a folder below ``resources/form``: all, the newest, that of a year.

A published report may mix the tables of several formats. Such a mixture is named by the formats of its tables
(``2021+2019+2021``), or as ``mixed.toml`` beside the folders names it, and is derived from them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from core.base import resources
from core.form.form_files import HEAD, FormatFolder, Record, fail

OPEN_END = 9999
"""Last year of the format in force."""

DOCUMENT = re.compile(r"(\D+)〔(\d{4})〕(\d+)号")
"""Number of a notice: office, year, number."""

_AND = "+"
_MIXED = "mixed.toml"


class Format(NamedTuple):
    """A national format as the catalogue knows it.

    Attributes:
        id: The name of its folder.
        first_year: First report year that it applies to.
        last_year: Last report year: the one before the next format begins, where it names none itself.
        document: Number of the notice that made it.
        tables: Number of its tables.
    """

    id: str
    folder: FormatFolder
    first_year: int
    last_year: int
    document: str
    tables: int


def all_formats() -> tuple[Format, ...]:
    """Return all formats, the newest first.

    Raises:
        FormDefinitionError: The years of a format contradict themselves or those of another one.
    """
    return _all_formats(resources.FORMS)


@cache
def _all_formats(root: Path) -> tuple[Format, ...]:
    folders: dict[str, FormatFolder] = {}
    for path in root.iterdir():
        if path.is_dir() and path.name not in folders:
            folders[path.name] = FormatFolder(path, folders)
    heads = [(folder, Record(folder.toml(HEAD), f"{name}/{HEAD}")) for name, folder in folders.items()]
    heads.sort(key=lambda pair: -pair[1].data.get("first_year", 0))
    found: list[Format] = []
    for folder, head in heads:
        first, form_id = head.number("first_year"), head.text("id")
        end = found[-1].first_year - 1 if found else OPEN_END
        last = head.number("last_year", end)
        if not first <= last <= end or form_id != folder.path.name:
            fail(head.place, f"{form_id!r} applies from {first} to {last}, and must end by {end}")
        document = head.text("document")
        if not DOCUMENT.fullmatch(document):
            fail(head.place, f"{document!r} is no number of a document")
        found.append(Format(form_id, folder, first, last, document, len(head.texts("tables"))))
    return tuple(found)


def newest() -> Format:
    """Return the format that came last."""
    return all_formats()[0]


def for_year(year: int) -> Format:
    """Return the format that applies to reports on this year; the oldest one for years before all of them."""
    return next((known for known in all_formats() if known.first_year <= year), all_formats()[-1])


def format_of(form_id: str) -> Format:
    """Return the format with this id.

    Raises:
        FormDefinitionError: There is none.
    """
    return next((known for known in all_formats() if known.id == form_id), None) or fail(form_id, "no such format")


def form_ids() -> list[str]:
    """Return the ids of all formats and of the mixtures that have a name of their own."""
    return [*(known.id for known in all_formats()), *_named_mixtures(resources.FORMS)]


def is_form_id(text: str) -> bool:
    """Return whether this names a format or a mixture: what a file names is looked up here, never as a path."""
    return text in form_ids() or bool(formats_of_mixture(text))


def mixture_id(parts: Sequence[str]) -> str:
    """Return the id of a report with tables of these formats, in the order of the tables of the newest of them."""
    if len(set(parts)) == 1:
        return parts[0]
    named = _named_mixtures(resources.FORMS)
    return next((name for name, known in named.items() if known == tuple(parts)), _AND.join(parts))


def formats_of_mixture(form_id: str) -> tuple[str, ...]:
    """Return the formats of the tables of a mixture, in their order; none for anything else."""
    parts = _named_mixtures(resources.FORMS).get(form_id) or tuple(form_id.split(_AND))
    known = [known for known in all_formats() if known.id in parts]
    is_mixture = len(known) > 1 and len(known) == len(set(parts)) and known[0].tables == len(parts)
    return parts if is_mixture else ()


@cache
def _named_mixtures(root: Path) -> Mapping[str, tuple[str, ...]]:
    data = tomllib.loads((root / _MIXED).read_text(encoding="utf-8"))
    return {name: tuple(parts) for name, parts in data.items()}
