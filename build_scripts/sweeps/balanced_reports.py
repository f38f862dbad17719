"""Random reports whose sums all hold, and the slips that typists make in them: for sweeps, benchmarks and tests."""

import random
from collections.abc import Mapping

from core.form.form_reader import load_form
from core.report.entry_text import Number
from core.report.report import Report, new_report
from core.report.totals import compute_totals

COLUMNS = [f"C{i}" for i in range(1, 8)]
RESULTS = [f"R{i:02}" for i in range(3, 24)]


def balanced_report(rng: random.Random, *, density: float, largest: int, year: int = 2025) -> Report:
    """Return a report with all cells filled in whose 42 equalities hold.

    Args:
        rng: Where the numbers come from.
        density: Share of the cells of tables 三 and 四 that are not 0.
        largest: The largest number in a cell that is entered.
        year: The report year.
    """

    def number() -> int:
        return rng.randint(1, largest) if rng.random() < density else 0

    report = new_report("某某县水利局", "政府部门", year)
    for column in COLUMNS[:6]:
        results = {row: number() for row in RESULTS}
        pending, total = number(), sum(results.values())
        carried = min(number(), total + pending)
        results |= {"R25": pending, "R02": carried, "R01": total + pending - carried}
        report = report.with_cells({f"t3.{row}.{column}": value for row, value in results.items()})
    form = load_form()
    return report.with_cells({code: number() for code in form.entered if form.cells[code].table in ("t2", "t4")})


def with_controls(report: Report) -> Report:
    """Give the report its own totals as control totals."""
    numbers = {code: value for code, value in report.cells.items() if isinstance(value, int)}
    return report.with_cells(compute_totals(report.form, numbers))


def printed_table(report: Report, table: str) -> dict[str, int]:
    """Return the numbers of a table with its totals."""
    cells = {code: value for code, value in report.cells.items() if isinstance(value, int)}
    numbers: dict[str, Number] = {**cells, **compute_totals(report.form, cells)}
    return {code: int(numbers[code]) for code in report.form.tables[table].cells}


def cell_slips(value: int) -> list[int]:
    """Return what a typist makes of a number: one more, a nought too many, neighbouring digits swapped."""
    typed = str(value)
    swapped = [int(typed[:i] + typed[i + 1] + typed[i] + typed[i + 2 :]) for i in range(len(typed) - 1)]
    return [wrong for wrong in dict.fromkeys([value + 1, value * 10, *swapped]) if wrong != value]


def row_slips(numbers: Mapping[str, int], row: str) -> list[dict[str, int]]:
    """Return the ways to type a row of table 三 one column off, as the cells that change."""
    codes = [f"t3.{row}.{column}" for column in COLUMNS]
    values = [numbers[code] for code in codes]
    six, seven = values[:6], values
    ways = [
        [0, *six[:5], seven[6]],  # a column too far right, the total stays
        [six[5], *six[:5], seven[6]],
        [*six[1:], 0, seven[6]],
        [*six[1:], six[0], seven[6]],
        [0, *six],  # the total moves along
        [*seven[1:], 0],
    ]
    changed = [{c: new for c, old, new in zip(codes, values, way, strict=True) if new != old} for way in ways]
    return [change for change in changed if change]
