"""Many small registers: what is counted of each, and why the rest is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from core.base.errors import ReportError
from core.form.form_reader import form_for_year
from core.office.register.cases_kept import keep_cases
from core.office.register.count import RegisterCount, count_register, refuse_without_cases
from core.office.register.counting import worth_a_look
from core.office.register.mapping import RegisterMapping
from core.office.register.rows import Case, RowKey, UnreadRow
from core.office.register.values import CellFault, RegisterRow, RegisterSheet, Value
from core.report.report import Report, new_report

LAYOUTS = Path(__file__).parents[2] / "data" / "registers" / "layouts.txt"
"""The registers: ``# name; settings``, ``= sheet``, rows with their cells between bars, ``@merge`` ranges.

Before a cell: ``n:`` a number, ``d:`` a day, ``!:`` a fault, ``~`` struck out, ``%`` struck out in part; before a row
``^`` where it is hidden.
"""


class Layout(NamedTuple):
    """A register in memory, and how it is counted."""

    name: str
    sheets: tuple[RegisterSheet, ...]
    settings: dict[str, str]


def documents() -> dict[str, str]:
    """Return what is counted of each register."""
    told = [line for layout in layouts() for line in [f"=== {layout.name}", *_counted(layout)]]
    return {"layouts": "\n".join(told) + "\n"}


def layouts() -> Iterator[Layout]:
    """Yield the registers."""
    for block in LAYOUTS.read_text(encoding="utf-8").split("\n\n"):
        first, *lines = block.strip().split("\n")
        name, *settings = first.removeprefix("# ").split("; ")
        sheets: list[tuple[str, list[str]]] = [("", [])]
        for line in lines:
            if line.startswith("= "):
                sheets.append((line.removeprefix("= "), []))
            else:
                sheets[-1][1].append(line)
        made = tuple(_sheet(title, rows) for title, rows in sheets if rows)
        yield Layout(name, made, dict(setting.split("=") for setting in settings))
    yield Layout("long lists", (_sheet("表", list(_long_lists())),), {"last": "yes"})


def _long_lists() -> Iterator[str]:
    """Yield rows of which so many have one thing in common that not all are named."""
    yield "登记号|收到日期|申请人类别|办结日期|办理结果|承办单位|申请人|内容"
    for number in range(1, 23):
        outcome = "予以公开；部分公开" if number < 10 else "予以公开"
        unit = f"县{number}局" if number < 10 else "县水利局"
        same = "甲乙|丙丁" if number > 12 else f"{number}|戊"
        yield f"{number}|2024-12-{number % 12 + 1 if number < 13 else 13}|自然人|2025-2-3|{outcome}|{unit}|{same}"
    yield from (f"{month}月小计" for month in range(1, 10))


def _sheet(title: str, lines: list[str]) -> RegisterSheet:
    name, *marks = title.split(" ")
    merges = [line.removeprefix("@merge ").split(",") for line in lines if line.startswith("@merge")]
    rows = [_row(number, line) for number, line in enumerate(lines, 1) if not line.startswith("@merge")]
    return RegisterSheet(
        name,
        tuple(row for row in rows if row.values),
        tuple((int(a), int(b), int(c), int(d)) for a, b, c, d in merges),
        "hidden" in marks,
        "filtered" in marks,
        "1904" in marks,
    )


def _row(number: int, line: str) -> RegisterRow:
    cells = {column: cell for column, cell in enumerate(line.removeprefix("^").split("|"), 1) if cell}
    values = {column: _value(cell.lstrip("~%")) for column, cell in cells.items()}
    struck = {column: cell[0] == "~" for column, cell in cells.items() if cell[0] in "~%"}
    return RegisterRow(number, values, line.startswith("^"), struck)


def _value(cell: str) -> Value:
    kind, text = re.fullmatch(r"(?:(.):)?(.*)", cell).groups()  # type: ignore[union-attr]  # matches always
    if kind == "n":
        return float(text) if "." in text else int(text)
    if kind == "d":
        return date.fromisoformat(text)
    return CellFault(text) if kind == "!" else cell


def counted_of(layout: Layout, last_year: Report | None = None) -> RegisterCount:
    """Return what is counted of a register.

    Raises:
        ReportError: It cannot be counted.
    """
    settings = layout.settings
    year, of_days = int(settings.get("year", "2025")), settings.get("of_days")
    columns = dict(pair.split(":") for pair in settings["columns"].split(",")) if "columns" in settings else {}
    return count_register(
        layout.sheets,
        form_for_year(year),
        year,
        RegisterMapping(columns=columns),
        name="台账.xlsx",
        last_year=last_year if "last" in settings else None,
        year_of_days=int(of_days) if of_days else None,
    )


def _counted(layout: Layout) -> Iterator[str]:
    try:
        found = counted_of(layout, _last_year())
    except ReportError as error:
        yield f"{error.summary}{error.advice}"
        return
    yield f"{found.rows} rows, {found.sheets} sheets; {' '.join(f'{k}:{v}' for k, v in found.columns.items())}"
    yield from told_count(found)
    try:
        refuse_without_cases(found, "台账.xlsx")
    except ReportError as error:
        yield f"{error.summary}{error.advice}"


def told_count(found: RegisterCount) -> Iterator[str]:
    """Yield what was counted: cases, numbers other than 0, unread rows, findings and remarks."""
    known = {case.key: case for cases in (*found.counted.cases.values(), found.counted.beyond) for case in cases}
    yield from (_case(known[key], found.year) for key in sorted(known))
    form = form_for_year(found.year)
    numbers = {code: n for code, n in found.counted.numbers.items() if n and not form.cells[code].is_derived}
    yield " ".join(f"{code}={n}({','.join(found.numbers_behind[code])})" for code, n in numbers.items())
    yield f"totals: {' '.join(f'{c}={n}' for c, n in found.counted.numbers.items() if n and form.cells[c].is_derived)}"
    yield f"nought: {' '.join(c for c, n in found.counted.numbers.items() if not n and not c.startswith('t3.'))}"
    yield f"beyond: {_keys(case.key for case in found.counted.beyond)}"
    yield f"pending: {_keys(case.key for case in found.counted.pending)}"
    yield from map(_unread, found.unread)
    told = [(one.rule, _keys(one.rows), one.message) for one in found.beside_unread]
    yield from (f"{rule} [{rows}] {message}" for rule, rows, message in told)
    yield f"{len(found.findings)} findings"
    yield from found.remarks
    yield from (f"said: {word} {rows}" for word, rows in found.said_words.items())


def _case(case: Case, year: int) -> str:
    days = " ".join(f"{name}:{day}" for name, day in case.days.items())
    fees = " ".join(f"{name}:{amount}" for name, amount in case.fees.items())
    more = f"{days} {fees} {' '.join(case.reviews)}{' joined' * case.is_joined} {worth_a_look(case, year)}"
    return f"{_keys([case.key])} {case.kind} {case.received} {case.closed or '-'} {case.outcome} {more}".rstrip()


def _unread(row: UnreadRow) -> str:
    lacks = {"kind": row.lacks_kind, "outcome": row.lacks_outcome, "year": row.lacks_year}
    signs = [f"lacks {name}" for name, is_so in lacks.items() if is_so]
    signs += ["double"] * row.is_double + ["marked"] * row.is_marked
    words = f"{row.outcome}/{row.kind}/{row.offered_kind}" if row.outcome or row.kind or row.offered_kind else ""
    days = f" days: {row.why_of_days}" if row.why_of_days else ""
    return f"{_keys([row.key])} unread: {row.why} | {words} {', '.join(signs)}{days}".rstrip()


def _keys(keys: Iterator[RowKey] | list[RowKey] | tuple[RowKey, ...]) -> str:
    return " ".join(f"{key.sheet}{key.row}#{key.number}" for key in keys)


def _last_year() -> Report:
    """Return a report of the year before with cases that were carried over."""
    report = new_report("青澜县水利局", "政府工作部门", 2024).with_cells(
        {"t3.R25.C1": 2, "t3.R25.C2": 0, "t3.R25.C3": 1}
    )
    return keep_cases(report, {"t3.R25.C1": ["a", "2"], "t3.R25.C2": ["9"]}).applied_to(report)
