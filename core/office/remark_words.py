"""What superiors call the parts, rows and columns of the form: its own names, and those of ``spoken.toml``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

from core.form.form_definition import FormDefinition, GridItem, Table, TableLine
from core.form.formats import format_of

_FILE = "spoken.toml"
_NOT_SAID = re.compile(r"[\s“”\"'‘’《》]+")
_NUMBERING = re.compile(r"^(?:\([一二三四五六七八九十]\)|[一二三四五六七八九十]、|\d\.)+")
_REMARK = re.compile(r"\([^()]{8,}\)$")


class Word(NamedTuple):
    """A word that may be said, and the key of the row, column, text or part that it means."""

    said: str
    key: str


class Group(NamedTuple):
    """Rows of a table below one label: its number （三）, what it is called, and their keys in order."""

    number: str
    name: str
    rows: tuple[str, ...]


class TableWords(NamedTuple):
    """What the lines of a table may be called; ``numbered``: rows by their number alone, as （一）."""

    rows: tuple[Word, ...]
    columns: tuple[Word, ...]
    groups: tuple[Group, ...]
    numbered: Mapping[str, str]


def plain(text: str) -> str:
    """Return a text as it is compared: no white space or quotation marks, brackets and digits of one kind."""
    return _NOT_SAID.sub("", normalize("NFKC", text))


@cache
def table_words(form: FormDefinition, table_id: str) -> TableWords:
    """Return what the rows, columns and groups of a table may be called."""
    table = form.tables[table_id]
    columns = tuple(_words(form, "columns", table, table.columns.values()))
    of_columns = {word.said for word in columns}
    rows = tuple(w for w in _words(form, "rows", table, table.rows.values()) if w.said not in of_columns)
    numbered = {number: row.key for row in table.rows.values() if (number := _number(plain(row.label)))}
    return TableWords(rows, columns, tuple(_groups(table)), numbered)


@cache
def spoken(form: FormDefinition, kind: str) -> tuple[Word, ...]:
    """Return the words of one kind (parts, texts, meta, rows, columns) that the formats add to the names of a form."""
    found: dict[Word, None] = {}
    for form_id in form.formats:
        folder = format_of(form_id).folder
        words = folder.toml(_FILE).get(kind, {}) if folder.names(_FILE) else {}
        found |= {Word(plain(word), key): None for key, said in words.items() for word in said}
    return tuple(found)


def _words(form: FormDefinition, kind: str, table: Table, lines: Collection[TableLine]) -> Iterable[Word]:
    """Return the names of lines with and without their number, longest first; of equal words the first line's."""
    found: dict[str, str] = {}
    for line in lines:
        for name in map(plain, (line.name, line.label, *line.synonyms)):
            for word in (
                name,
                _REMARK.sub("", name),
                _NUMBERING.sub("", name),
                _REMARK.sub("", _NUMBERING.sub("", name)),
            ):
                found.setdefault(word, line.key)
    keys = {f"{table.id}.{line.key}": line.key for line in lines}
    for own in spoken(form, kind):
        if own.key in keys:
            found.setdefault(own.said, keys[own.key])
    return [Word(said, key) for said, key in sorted(found.items(), key=lambda pair: -len(pair[0])) if said]


def _groups(table: Table) -> Iterable[Group]:
    """Yield the labels that stand before several rows, such as （三）不予公开, with these rows."""
    rows = [item for row in table.grid for item in row if item.row_key]
    for row in table.grid[table.header_height :]:
        for item in row:
            if item.label and not (item.row_key or item.column_key or item.is_header):
                label = plain(item.label)
                keys = tuple(r.row_key for r in rows if _is_beside(item, r))
                if keys and _number(label):
                    yield Group(_number(label), _NUMBERING.sub("", label), keys)


def _is_beside(group: GridItem, row: GridItem) -> bool:
    return row.left >= group.left + group.width and group.top <= row.top < group.top + group.height


def _number(label: str) -> str:
    found = re.match(r"\([一二三四五六七八九十]\)", label)
    return found[0] if found else ""
