"""Reads a form definition from its folder of TOML and refuses what contradicts itself.

A format is a folder ``resources/form/<id>/`` with ``form.toml``, one file a table and its rules in
``rules*.toml``, read in the order of the file names; ``core.form.formats`` knows them all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from core.base import resources
from core.form.form_definition import Cell, FormDefinition, GridItem, MetaField, Section, Table, TableLine, TextField
from core.form.form_files import HEAD, FormatFolder, Record, fail
from core.form.formats import OPEN_END, for_year, format_of, formats_of_mixture, newest
from core.form.mixed_form import mixed_form
from core.form.rule_reader import read_rules


def load_form(form_id: str = "") -> FormDefinition:
    """Return the definition of a format, or of a mixture of formats; read once a process.

    Args:
        form_id: Its id; that of the newest format where it is "".

    Raises:
        FormDefinitionError: The data contradict themselves, or there is no such format.
    """
    return _load_form(resources.FORMS, form_id or newest().id)


@cache
def _load_form(root: Path, form_id: str) -> FormDefinition:
    parts = formats_of_mixture(form_id)
    if parts:
        return mixed_form(form_id, [_load_form(root, part) for part in parts])
    known = format_of(form_id)
    return replace(read_form(known.folder), last_year=known.last_year)


def form_for_year(year: int) -> FormDefinition:
    """Return the format that applies to reports on this year; the oldest one for years before all of them."""
    return load_form(for_year(year).id)


def read_form(folder: FormatFolder) -> FormDefinition:
    """Read a folder of TOML into a form definition.

    Raises:
        FormDefinitionError: Naming the file and the record with an unknown key, code or reference.
    """
    head = Record(folder.toml(HEAD), HEAD)
    form_id, name, title, document = map(head.text, ("id", "name", "title", "document"))
    first, last = head.number("first_year"), head.number("last_year", OPEN_END)
    if first > last:
        fail(HEAD, f"its first year {first} comes after its last year {last}")
    tables_ids = head.texts("tables")
    meta = {f.code: f for f in map(_meta_field, head.records("meta"))}
    fields = [_fee_field(r) for r in head.records("fields")]
    sections = {s.key: s for s in map(_section, head.records("sections"))}
    section_of = {code: s.key for s in sections.values() for code in s.contents}
    texts = {t.code: t for t in (_text_field(r, section_of) for r in head.records("texts"))}
    head.done()

    tables: dict[str, Table] = {}
    cells: dict[str, Cell] = {}
    for table_id in tables_ids:
        name_of_file = f"{table_id}.toml"
        tables[table_id], table_cells = _table(Record(folder.toml(name_of_file), name_of_file), table_id)
        cells.update(table_cells)
    cells.update({c.code: c for c in fields})
    for code in section_of:
        if code not in texts and code not in tables:
            fail(HEAD, f"section contents name the unknown {code!r}")
    for section in sections.values():
        if section.is_demanded and not any(code in texts and texts[code].is_required for code in section.contents):
            fail(HEAD, f"section {section.key!r} is demanded and has no text that is required")
    rules, equations = read_rules(folder, tables, cells, document)
    for equation in equations:
        if equation.computes:
            cells[equation.computes] = cells[equation.computes]._replace(is_derived=True)
    return FormDefinition(
        form_id, name, (form_id,), first, last, document, title, meta, sections, texts, tables, cells, rules, equations
    )


def _meta_field(record: Record) -> MetaField:
    choices, suggestions, against = record.texts("choices"), record.mapping("suggest"), record.mapping("against")
    for named in (suggestions, against):
        if not named.keys() <= {*choices}:
            fail(record.place, f"suggests or refuses {', '.join(named)}, of which one is no choice")
    made = MetaField(
        code=record.text("code"),
        name=record.text("name"),
        hint=record.text("hint"),
        choices=choices,
        is_required=record.flag("required"),
        is_hidden=record.flag("hidden"),
        is_for_letters=record.flag("letters"),
        suggestions=tuple(suggestions.items()),
        contradictions=tuple(against.items()),
    )
    record.done()
    return made


def _fee_field(record: Record) -> Cell:
    code = record.text("code")
    decimals = record.number("decimals")
    made = Cell(code, "", code.partition(".")[2], "", record.text("name"), record.text("unit"), decimals, False)
    record.text("section")
    record.done()
    return made


def _section(record: Record) -> Section:
    made = Section(
        key=record.text("key"),
        title=record.text("title"),
        name=record.text("name"),
        synonyms=record.texts("synonyms"),
        contents=record.texts("contents"),
        limit=record.number("limit", 0),
        limit_note=record.text("limit_note", ""),
        is_demanded=record.flag("demanded"),
    )
    record.done()
    return made


def _text_field(record: Record, section_of: Mapping[str, str]) -> TextField:
    code = record.text("code")
    made = TextField(
        code=code,
        section=section_of.get(code, ""),
        name=record.text("name"),
        heading=record.text("heading", ""),
        synonyms=record.texts("synonyms"),
        hint=record.text("hint"),
        is_required=record.flag("required"),
        is_note=record.flag("is_note"),
    )
    record.done()
    return made


class _Kind(NamedTuple):
    """What stands in a column; unit "" means that of the table."""

    unit: str
    decimals: int
    is_signed: bool


def _line(record: Record) -> tuple[TableLine, _Kind]:
    key, label = record.text("key"), record.text("label")
    name, text, source = record.text("name", label), record.text("help", ""), record.text("source", "")
    line = TableLine(key, label, name, text, source, record.texts("synonyms"))
    kind = _Kind(record.text("unit", ""), record.number("decimals", 0), record.flag("signed"))
    record.done()
    return line, kind


def _table(record: Record, table_id: str) -> tuple[Table, dict[str, Cell]]:
    if record.text("id") != table_id:
        fail(record.place, f"id is not {table_id!r}")
    name, section, unit = record.text("name"), record.text("section"), record.text("unit")
    least_rows, least_columns = record.number("least_rows"), record.number("least_columns")
    rows = {line.key: line for line, _ in map(_line, record.records("rows"))}
    made_columns = [_line(r) for r in record.records("columns")]
    columns = {line.key: line for line, _ in made_columns}
    kinds = {line.key: kind for line, kind in made_columns}
    widths = tuple(int(w) for w in record.take("widths", list, []))
    grid = _grid(record.records("grid"), table_id, rows, columns)
    record.done()
    _refuse_misplaced(grid, table_id)
    width = max(item.left + item.width for row in grid for item in row)
    cells: dict[str, Cell] = {}
    for item in (item for row in grid for item in row if item.code):
        row_key, column_key = item.code.split(".")[1:]
        title = f"{rows[row_key].name}·{columns[column_key].name}"
        kind = kinds[column_key]
        cells[item.code] = Cell(
            item.code, table_id, row_key, column_key, title, kind.unit or unit, kind.decimals, False, kind.is_signed
        )
    order = {key: i for i, key in enumerate(_row_order(grid))}
    if set(order) != set(rows):
        fail(record.place, f"rows that are not in the grid: {set(rows) - set(order)}")
    rows = dict(sorted(rows.items(), key=lambda pair: order[pair[0]]))
    header = next(i for i, row in enumerate(grid) if any(item.code for item in row))
    widths = widths or (1,) * width
    made = Table(
        table_id,
        name,
        section,
        unit,
        rows,
        columns,
        grid,
        width,
        header,
        tuple(cells),
        widths,
        least_rows,
        least_columns,
    )
    if len(made.widths) != width:
        fail(record.place, f"{len(made.widths)} widths for {width} grid columns")
    return made, cells


def _refuse_misplaced(grid: Sequence[Sequence[GridItem]], table_id: str) -> None:
    """Refuse a number that does not stand below the label of its column."""
    labels: dict[int, str] = {}
    for item in (item for row in grid for item in row):
        if item.column_key:
            labels.update(dict.fromkeys(range(item.left, item.left + item.width), item.column_key))
        elif item.code and labels.get(item.left) != item.code.rpartition(".")[2]:
            fail(table_id, f"{item.code!r} stands in the column {labels.get(item.left)!r}")


def _row_order(grid: Sequence[Sequence[GridItem]]) -> list[str]:
    """Return the keys of the rows in the order in which the grid names them."""
    return list(dict.fromkeys(item.row_key for row in grid for item in row if item.row_key))


def _grid(
    records: Sequence[Record], table_id: str, rows: Mapping[str, TableLine], columns: Mapping[str, TableLine]
) -> tuple[tuple[GridItem, ...], ...]:
    """Lay the items out as a browser lays out a table with spans; refuse gaps, overlaps and unknown keys."""
    taken: set[tuple[int, int]] = set()
    grid: list[tuple[GridItem, ...]] = []
    for top, record in enumerate(records):
        is_header = record.flag("header")
        made: list[GridItem] = []
        left = 0
        for spec in _expanded(record.records("items"), table_id, rows, columns):
            while (top, left) in taken:
                left += 1
            item = _grid_item(spec, table_id, top, left, is_header, rows, columns)
            places = {(top + i, left + j) for i in range(item.height) for j in range(item.width)}
            if places & taken:
                fail(spec.place, f"overlaps another item in grid row {top}")
            taken |= places
            made.append(item)
        record.done()
        grid.append(tuple(made))
    width = max(j for _, j in taken) + 1
    if len(taken) != width * len(grid):
        fail(table_id, "the grid has gaps or sticks out below")
    return tuple(grid)


def _expanded(
    specs: Sequence[Record], table_id: str, rows: Mapping[str, TableLine], columns: Mapping[str, TableLine]
) -> list[Record]:
    """Replace ``R01.*`` by one item for each column."""
    result: list[Record] = []
    for spec in specs:
        cell = spec.text("cell", "")
        if cell.endswith(".*"):
            if cell[:-2] not in rows:
                fail(spec.place, f"{table_id} has no row {cell[:-2]!r}")
            result += [Record({"cell": f"{cell[:-1]}{key}"}, spec.place) for key in columns]
            continue
        if cell:
            row, _, column = cell.partition(".")
            if row not in rows or column not in columns:
                fail(spec.place, f"{table_id} has no cell {cell!r}")
            spec = Record({**spec.data, "cell": cell}, spec.place)
        result.append(spec)
    return result


def _grid_item(
    spec: Record,
    table_id: str,
    top: int,
    left: int,
    is_header: bool,
    rows: Mapping[str, TableLine],
    columns: Mapping[str, TableLine],
) -> GridItem:
    cell, label = spec.text("cell", ""), spec.text("label", "")
    row, column = spec.text("row", ""), spec.text("column", "")
    if row and row not in rows:
        fail(spec.place, f"unknown row {row!r}")
    if column and column not in columns:
        fail(spec.place, f"unknown column {column!r}")
    if sum(map(bool, (cell, label, row, column))) != 1:
        fail(spec.place, "an item is exactly one of cell, label, row, column")
    printed = label or (rows[row].label if row else columns[column].label if column else "")
    code = f"{table_id}.{cell}" if cell else ""
    height, width = spec.number("rows", 1), spec.number("cols", 1)
    spec.done()
    return GridItem(top, left, height, width, code, printed, is_header, row, column)
