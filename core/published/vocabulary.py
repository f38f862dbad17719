"""The labels of all known formats, ready for matching: what a published report may be made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from core.form.form_definition import FormDefinition, Table, TableLine
from core.form.form_reader import load_form
from core.form.formats import Format, all_formats
from core.published.labels import LabelSet, label_core


@dataclass(frozen=True, eq=False)
class TableWords:
    """The labels of one table in one format.

    Attributes:
        form_id: The format.
        rows: Matches row labels to row keys.
        columns: Matches column labels to column keys.
        is_headed: Whether the row labels stand in the header too (table 四).
    """

    form_id: str
    table: Table
    rows: LabelSet
    columns: LabelSet
    is_headed: bool

    @property
    def column_keys(self) -> tuple[str, ...]:
        """Keys of the columns in the order of the form."""
        return tuple(self.table.columns)

    def row_cells(self, row: str) -> tuple[str, ...]:
        """Return the keys of the columns in which this row has a number, in the order of the form."""
        return _row_cells(self, row)


@cache
def _row_cells(words: TableWords, row: str) -> tuple[str, ...]:
    prefix = f"{words.table.id}.{row}."
    return tuple(code.removeprefix(prefix) for code in words.table.cells if code.startswith(prefix))


@dataclass(frozen=True, eq=False)
class LabelVocabulary:
    """All labels.

    Attributes:
        forms: The formats whose tables are looked for, the newest first.
        roles: For each section with a table (``s2``, ``s3``, ``s4``) its table in each format.
        groups: Matches labels that stand for no single row or column (（三）不予公开, 申请人情况).
        sections: Matches section titles to section keys.
    """

    forms: tuple[FormDefinition, ...]
    roles: dict[str, tuple[TableWords, ...]]
    groups: LabelSet
    sections: LabelSet


def _labels(line: TableLine) -> list[tuple[str, str]]:
    return [(line.key, label) for label in (line.label, *line.synonyms)]


def _words(form: FormDefinition, table: Table) -> TableWords:
    headed = any(item.row_key and item.is_header for row in table.grid for item in row)
    rows = LabelSet(pair for line in table.rows.values() for pair in _labels(line))
    columns = LabelSet(pair for line in table.columns.values() for pair in _labels(line))
    return TableWords(form.id, table, rows, columns, headed)


def vocabulary() -> LabelVocabulary:
    """Return the labels of all formats; made once a process."""
    return _vocabulary(all_formats())


@cache
def _vocabulary(formats: tuple[Format, ...]) -> LabelVocabulary:
    forms = tuple(load_form(known.id) for known in formats)
    roles: dict[str, tuple[TableWords, ...]] = {}
    groups: list[tuple[str, str]] = []
    titles: list[tuple[str, str]] = []
    for form in forms:
        for table in form.tables.values():
            roles[table.section] = (*roles.get(table.section, ()), _words(form, table))
            plain = [i for row in table.grid for i in row if not (i.code or i.row_key or i.column_key)]
            groups += [(table.section, item.label) for item in plain]
        titles += [(s.key, t) for s in form.sections.values() for t in (s.title, *s.synonyms)]
    return LabelVocabulary(forms, roles, LabelSet(dict.fromkeys(groups)), LabelSet(dict.fromkeys(titles)))


@lru_cache(maxsize=5_000)
def is_form_label(text: str) -> bool:
    """Return whether a cell says what the form prints around its numbers, or a piece of it (商业 above 企业)."""
    words = vocabulary()
    core = label_core(text)
    if (
        not core
        or words.groups.match(text) is not None
        or any(label.startswith(core) or label.endswith(core) for label in _printed(words))
    ):
        return True
    return any(t.rows.match(text) or t.columns.match(text) for tables in words.roles.values() for t in tables)


@cache
def _printed(words: LabelVocabulary) -> tuple[str, ...]:
    """Cores of all that the tables print beside numbers."""
    labels = [i.label for f in words.forms for t in f.tables.values() for row in t.grid for i in row if not i.code]
    return tuple(dict.fromkeys(map(label_core, labels)))


@cache
def table_names() -> frozenset[str]:
    """Return what the web version calls the tables; a published page may repeat it above them, and it is no text."""
    return frozenset(table.name for form in vocabulary().forms for table in form.tables.values())
