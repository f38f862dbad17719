"""What is said of the numbers of departments before they are merged: a charge that looks like 元 in place of 万元."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from core.checks.rules import CheckContext
from core.checks.year_rules import charges_are_in_ten_thousands
from core.form.known_cells import FEES
from core.report.entry_text import Number
from core.report.report import Report

_RULE = "T2-05"


class _Given(Protocol):
    """A cell with the numbers that departments gave."""

    @property
    def code(self) -> str: ...

    @property
    def numbers(self) -> list[Number]: ...

    def givers(self, number: Number) -> str:
        """Return who gave a number."""
        ...


def charges_in_yuan(report: Report, cells: Iterable[_Given], last_year: Report | None) -> list[str]:
    """Return a sentence for each charge that would be doubted in the report, with who gave it."""
    rule = report.form.rules.get(_RULE)
    if rule is None:
        return []
    said = []
    for cell in (cell for cell in cells if cell.code == FEES):
        for number in cell.numbers:
            context = CheckContext(report, {FEES: number}, last_year, date.min)
            said += [f"{cell.givers(number)}：{one.message}" for one in charges_are_in_ten_thousands(context, rule)]
    return said
