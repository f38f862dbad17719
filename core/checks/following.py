"""Wrong numbers together with the totals that were added up from them, as sums of Excel are.

A stored total may be right, or follow the wrong number: its sum holds then and says nothing. Where the total of a row
follows, no equality of any row is broken, and the number may stand in any row of its column; all these are one cause.
Where only the totals of the column follow, the row still gives the number away.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from core.checks.shifts import lines
from core.checks.sum_system import SumSystem
from core.form.form_definition import FormDefinition


@dataclass(frozen=True, slots=True)
class Following:
    """Numbers that go wrong by the same amount.

    Attributes:
        code: What stands for them in the search.
        codes: The entered number and the totals that follow it; of several rows that cannot be told apart the first.
        terms: Coefficients by the place of the equality that still shows the change.
        largest: The largest of the entered numbers; no more can be taken away.
        is_somewhere: Whether the row of the number cannot be told.
    """

    code: str
    codes: tuple[str, ...]
    terms: Mapping[int, int]
    largest: int
    is_somewhere: bool


def followings(form: FormDefinition, table: str, system: SumSystem, numbers: Mapping[str, int]) -> dict[str, Following]:
    """Return what may have gone wrong together, by the code that stands for it in the search.

    A total is taken to follow only where its sum holds now. A number is given away by its row only where the sum of
    that row does not hold.
    """
    holding = _holding(form, table, numbers)
    row_of, column_of = _wholes(form, table)
    found: dict[tuple[frozenset[tuple[int, int]], str], Following] = {}
    for code, row_total in row_of.items():
        if code not in numbers or form.cells[code].is_derived:
            continue
        is_somewhere = row_total in holding
        for totals in _ways(row_total, column_of.get(code, ""), row_of, holding):
            if not totals <= numbers.keys():
                continue
            codes = (code, *sorted(totals))
            terms = system.changed_by(codes)
            if not terms:
                continue
            key = frozenset(terms.items()), "" if is_somewhere else "+".join(codes)
            before = found.get(key)
            largest = max(numbers[code], before.largest if before else 0)
            first = before.codes if before else codes
            found[key] = Following("+".join(first), first, terms, largest, is_somewhere)
    return {each.code: each for each in found.values()}


def _ways(
    row_total: str, column_total: str, row_of: Mapping[str, str], holding: frozenset[str]
) -> Iterator[frozenset[str]]:
    """Return the sets of totals that may follow a number: those of its row, of its column, and the grand total."""
    follows_row = row_total in holding
    if follows_row:
        yield frozenset({row_total})
    if column_total in holding:
        own = {row_total} if follows_row else set()
        yield frozenset({*own, column_total})
        if grand := row_of.get(column_total):
            yield frozenset({*own, column_total, grand})


@cache
def _wholes(form: FormDefinition, table: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the total of the row, and that of the column, for each number that has one."""
    row_of: dict[str, str] = {}
    column_of: dict[str, str] = {}
    for line in lines(form, table):
        (row_of if line.kind == "row" else column_of).update(dict.fromkeys(line.parts, line.total))
    return row_of, column_of


def _holding(form: FormDefinition, table: str, numbers: Mapping[str, int]) -> frozenset[str]:
    """Return the totals that are the sum of their parts."""
    return frozenset(
        line.total
        for line in lines(form, table)
        if line.total in numbers and all(code in numbers for code in line.parts)
        if numbers[line.total] == sum(map(numbers.__getitem__, line.parts))
    )
