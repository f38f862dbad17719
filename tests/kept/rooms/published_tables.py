"""What is read from the three tables of the form, laid out and edited in many ways, and from whole reports."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from core.base.errors import ReportError
from core.form.form_definition import Table
from core.published import Imported, import_clipboard, import_json, import_report, split_pasted
from core.published.form_tables import RoleTable, read_tables
from core.report.entry_text import Refused
from core.visible.blocks import Block, Paragraph, VisibleTable, lay_out
from tests.core.published import published_grids as grids
from tests.core.published import published_shapes as shapes
from tests.core.published.published_grids import Grid, Item
from tests.core.published.published_random import CHANGES as RANDOM_CHANGES
from tests.core.published.published_random import random_file
from tests.core.published.published_samples import Sample, all_samples
from tests.core.published.published_samples import sample as sample_of

_LONGEST = 56
Change = Callable[[Grid, random.Random], Sequence[Grid]]


@cache
def _samples() -> dict[str, Sample]:
    return {sample.name: sample for sample in all_samples()}


def documents(folder: Path) -> dict[str, str]:
    """Return what is read of each table and of each report."""
    return {
        "tables": "\n".join([*_edited(), *_disturbed(), *_small()]) + "\n",
        "reports": "\n".join([*_random(folder), *_pasted()]) + "\n",
    }


def in_short(lines: Iterable[str]) -> str:
    """Return the begin of what was told, with a digest of all of it where it is longer."""
    text = " ; ".join(lines).replace("\n", "↵")
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_LONGEST]}… {hashlib.sha256(text.encode()).hexdigest()[:6]}"


# ---------------------------------------------------------------- single tables


def _cut(at: float, *, repeat_header: bool) -> Change:
    return lambda grid, _: grids.cut(grid, max(1, int(len(grid) * at)), repeat_header=repeat_header)


def _without(*labels: str) -> Change:
    """Leave out the rows with these labels, or take these words from the header."""
    return lambda grid, _: [
        [
            [replace(item, text="") if item.text in labels and item.is_header else item for item in row]
            for row in grid
            if not any(item.text in labels and not item.is_header for item in row)
        ]
    ]


def _headless(grid: Grid, _: random.Random) -> list[Grid]:
    return [[row for row in grid if not all(item.is_header for item in row)]]


def _shifted(grid: Grid, _: random.Random) -> list[Grid]:
    """Put the numbers of each row one cell further to the right."""
    return [[[*row[:-1], Item(""), row[-1]] if any(item.code for item in row) else row for row in grid]]


def _with_column(grid: Grid, _: random.Random) -> list[Grid]:
    """Add a column of remarks, which has text in one row."""
    made = [
        [*row, Item("备注" if all(i.is_header for i in row) else "含网上" if at == 3 else "")]
        for at, row in enumerate(grid)
    ]
    return [made]


def _renamed(grid: Grid, chance: random.Random) -> list[Grid]:
    """Let each third label be another word, and the others end with a character too many."""
    return [
        [
            [
                i
                if i.code or not i.text
                else replace(i, text=chance.choice((i.text, f"{i.text}数", i.text[1:] or i.text)))
                for i in row
            ]
            for row in grid
        ]
    ]


_CHANGES: dict[str, Change] = {
    "as it is": lambda grid, _: [grid],
    "misprints": lambda grid, _: [grids.relabelled(grid, grids.MISPRINTS)],
    "padded": lambda grid, _: [grids.padded(grid)],
    "without sideways merges": lambda grid, _: [grids.without_sideways_merges(grid)],
    "lopsided": lambda grid, _: [grids.lopsided(grid)],
    "subtotals": lambda grid, _: [grids.with_subtotal_column(grids.with_subtotal_rows(grid))],
    "split header": lambda grid, _: [grids.with_split_header(grid)],
    "cut early": _cut(0.2, repeat_header=False),
    "cut in the middle": _cut(0.5, repeat_header=False),
    "cut late, header again": _cut(0.8, repeat_header=True),
    "headless": _headless,
    "shifted": _shifted,
    "with remarks": _with_column,
    "renamed": _renamed,
    "without some labels": _without("商业企业", "现行有效件数", "1.属于国家秘密", "行政许可", "结果纠正", "其他结果"),
    "twice": lambda grid, _: [grid, grid],
    "twice, other numbers": lambda grid, _: [
        grid,
        [[replace(i, text="9") if i.code else i for i in row] for row in grid],
    ],
    "foreign": lambda grid, _: [grids.FOREIGN, grid, grids.FOREIGN],
    "two columns changed": lambda grid, _: (
        [grids.reordered(grid)] if any(i.text == "2.重复申请" for r in grid for i in r) else [grid[::-1]]
    ),
}


_ONCE = ("as it is", "padded", "headless", "twice", "twice, other numbers", "foreign")
"""What is done to the tables of one format only."""


def table_of(grid: Grid, place: str, scale: float = 1) -> VisibleTable:
    """Return a grid as a table with its spans laid out, in columns or in twips."""
    cells: list[list[tuple[int, int, list[Block]]]] = [
        [(item.width, item.height, [Paragraph(line) for line in item.text.split("\n") if line]) for item in row]
        for row in grid
    ]
    rows = lay_out(cells)
    for row in rows:
        row.end *= scale
        for cell in row.cells:
            cell.left, cell.right = cell.left * scale, cell.right * scale
    return VisibleTable(rows, place)


def _told(sample: Sample, table: Table, found: Mapping[str, RoleTable]) -> str:
    own = found[table.section]
    right, wrong = 0, []
    for code in table.cells:
        cell = sample.form.cells[code]
        read = own.cells.get((cell.row, cell.column))
        printed = sample.printed.get(code, "")
        if read is not None and read.text == printed and not read.unit:
            right += 1
        else:
            said = "–" if read is None else f"{read.text}{f' ({read.unit})' if read.unit else ''}"
            wrong.append(f"{cell.row}.{cell.column}={said}")
    others = [
        f"{role}: {len(other.cells)} cells" for role, other in found.items() if role != table.section and other.cells
    ]
    lost = [f"{place} {text}" for other in found.values() for place, text in other.lost]
    remarks = [remark for other in found.values() for remark in other.remarks]
    parts = [f"{right} right"] * bool(right) + [f"not {len(wrong)} {in_short(wrong)}"] * bool(wrong) + others
    parts += [f"lost {len(lost)} {in_short(lost)}"] * bool(lost) + [f"said {in_short(remarks)}"] * bool(remarks)
    parts += [f"subtotals {in_short(own.subtotals)}"] * bool(own.subtotals) + [f"of {own.forms}"] * (len(own.forms) > 1)
    parts += ["reordered"] * own.is_reordered + [f"{len(own.doubles)} doubles"] * bool(own.doubles)
    return " | ".join(parts)


def _read(sample: Sample, table: Table, made: Sequence[Grid], scale: float = 1) -> str:
    return _told(sample, table, read_tables([table_of(grid, f"第{n}个表格", scale) for n, grid in enumerate(made, 1)]))


def _edited() -> Iterable[str]:
    chance = random.Random(2912)
    for name in ("large", "trial format"):
        sample = _samples()[name]
        for table in sample.form.tables.values():
            grid = grids.grid_of(sample, table)
            for change_name, change in _CHANGES.items():
                if name != "large" and (table.id == "t4" or change_name in _ONCE):
                    continue
                yield f"{name} {table.id} {change_name}: {_read(sample, table, change(grid, chance))}"


def _disturbed() -> Iterable[str]:
    for number in range(48):
        chance = random.Random(number)
        sample = _samples()[chance.choice(("large", "small", "trial format"))]
        table = chance.choice(list(sample.form.tables.values()))
        made = [
            grids.disturbed(grid, chance)
            for grid in chance.choice(RANDOM_CHANGES)(grids.grid_of(sample, table), chance)
        ]
        yield f"{number} {table.id}: {_read(sample, table, made, chance.choice((1, 590)))}"


def _small() -> Iterable[str]:
    """Tables of few rows, near the number that makes one ours."""
    sample = _samples()["large"]
    for table in sample.form.tables.values():
        grid = grids.grid_of(sample, table)
        heads = [row for row in grid if all(item.is_header for item in row)]
        rows = [[replace(item, height=1) for item in row] for row in grid if row not in heads]
        for count in (1, 2, 3, 4, 5):
            labelled = [row if not row[0].code else [Item("其他"), *row] for row in rows[:count]]
            yield f"{table.id} {count} rows: {_read(sample, table, [[*heads, *labelled]])}"
            yield f"{table.id} {count} rows alone: {_read(sample, table, [labelled])}"


# ---------------------------------------------------------------- whole reports


def report_lines(imported: Imported, sample: Sample | None = None) -> list[str]:
    """Return what was read of a report: of cells and texts those that are not what a sample has."""
    said = import_json(imported)
    cells = [
        f"{code}={entry.text if isinstance(entry, Refused) else entry}"
        for code, entry in imported.printed.items()
        if sample is None or entry != sample.expected.get(code)
    ]
    texts = imported.report.texts
    own = {code: "\n".join(lines) for code, lines in sample.texts.items()} if sample else {}
    other = [f"{code} {text}" for code, text in texts.items() if text != own.get(code)]
    missing = [code for code, text in own.items() if text and code not in texts]
    form = imported.printed_form
    printed = [*form.titles, *(f"{one}→{other}" for one, other in form.reworded), *form.part_numbers]
    printed += [*form.subtotals, *form.blank_totals, *form.missing_tables]
    found = [
        f"{said['form']} {' '.join(imported.summary.values())}",
        in_short(f"{name}={value}" for name, value in imported.report.meta.items()),
    ]
    others = [*other, *(f"no {code}" for code in missing)]
    lost = [" ".join(pair) for pair in imported.unrecognised]
    kinds = {"cells": cells, "texts": others, "lost": lost, "said": imported.remarks, "print": printed}
    return found + [f"{kind} {len(lines)}: {in_short(lines)}" for kind, lines in kinds.items() if lines]


_RANDOM = (2003, 2005, 2010, 2012, 2018, 2021, 2025, 2027, 2028)
"""Files of different kinds and with different faults."""


def _random(folder: Path) -> Iterable[str]:
    for number in _RANDOM:
        made = random_file(number)
        path = folder / made.name
        path.write_bytes(made.data)
        own = sample_of("random", random.Random(number).choice(("2021", "2019")), 2024, number, 3_000_000)
        yield made.name
        yield from (f"  {line}" for line in report_lines(import_report(path), own) if line)


def _pasted() -> Iterable[str]:
    """What is made of pasted pieces of a report."""
    sample = _samples()["small"]
    report = shapes.pieces(sample)
    chance = random.Random(2912)
    for _ in range(24):
        first, last = sorted(chance.sample(range(len(report) + 1), 2))
        piece = report[first:last]
        text = chance.choice((shapes.rows_as_lines, shapes.cells_as_lines))(piece)
        found = split_pasted(text)
        head = f"pasted {first} to {last}"
        if found is None:
            yield f"{head}: one text"
        else:
            texts = in_short(f"{code} {said}" for code, said in found.texts.items())
            facts = [
                found.unit,
                *[f"{found.tables} tables"] * bool(found.tables),
                *["several"] * found.is_of_several_sections,
            ]
            yield f"{head}: {texts} | left {in_short(found.left)} | {in_short(found.remarks)} | {' '.join(facts)}"
        page = shapes.web_body(piece)
        ways: tuple[tuple[str | None, str], ...] = ((page, ""), (page, text), (None, text))
        copied = [_clipboard(html, plain, sample) for html, plain in ways]
        for said in dict.fromkeys(copied):
            yield f"  {said}"


def _clipboard(html: str | None, text: str, sample: Sample) -> str:
    try:
        return in_short(report_lines(import_clipboard(html, text), sample))
    except ReportError as error:
        return error.summary
