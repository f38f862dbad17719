"""The row of a column out of balance that a text counts otherwise, by just what the column lacks.

自然人: 相差2; 文字“予以公开23件”，表中25: with 2 less in that row the column is right. What both say is said, never
which of the two is right; nor is a row named that a text may have counted in another way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from core.checks.balance_clues import Imbalance, imbalance
from core.checks.findings import Finding
from core.form.form_definition import FormDefinition
from core.report.entry_text import Number, format_number
from core.texts.claims.claim import Claim

_MOST = 3


class _Told(NamedTuple):
    """What a text counts otherwise, and the cell of the column in its row; it is entered, or a total there."""

    claim: Claim
    cell: str
    is_entered: bool


def told_rows_clue(
    form: FormDefinition,
    finding: Finding,
    numbers: Mapping[str, Number],
    claims: Iterable[Claim],
    findings: Iterable[Finding],
) -> str:
    """Return one Chinese sentence on the rows of a column that a text counts otherwise; "" where there are none.

    Args:
        form: The form of the report.
        finding: A finding about a balance whose totals are computed (T3-01); any other gets "".
        numbers: Entered numbers and computed totals by code.
        claims: What the numbers in the texts were taken to be.
        findings: All findings of the report; a text whose difference was explained knows nothing of the column.
    """
    column = imbalance(form, finding, numbers)
    if column is None:
        return ""
    doubted = {(one.rule_id, place) for one in findings if one.places and one.explained is None for place in one.places}
    told = [
        one
        for claim in claims
        if claim.agrees is False and (claim.rule_id, claim.place) in doubted
        for one in _told(form, column, numbers, claim)
    ]
    told = [one for one in told if one.is_entered] or told  # what is dealt with in all says less than one of its rows
    if not 0 < len({one.cell for one in told}) <= _MOST:
        return ""
    by_cell = {one.cell: one for one in told}
    missing = abs(column.difference)
    said = "；".join(_sentence(form, one, numbers) for one in by_cell.values())
    return f"{said}，也相差{missing}。{_where(form, list(by_cell.values()), numbers)}，以台账为准。"


def _told(form: FormDefinition, column: Imbalance, numbers: Mapping[str, Number], claim: Claim) -> list[_Told]:
    """Return the claim with the cell of its row where that, changed as the text has it, sets the column right."""
    if len(claim.cells) != 1 or claim.is_share or claim.cells[0] not in numbers:
        return []
    of_column = {**column.terms, **column.parts}
    cell = _in_column(form, claim.cells[0], of_column)
    number = claim.number or 0  # a plain 没有
    change = number - numbers[claim.cells[0]]
    alike = [total for total in claim.sums if abs(number - total) == abs(column.difference)]
    if not cell or len(alike) > 1 or column.difference + of_column[cell] * change or numbers[cell] + change < 0:
        return []
    return [_Told(claim, cell, cell in column.parts)]


def _in_column(form: FormDefinition, code: str, of_column: Mapping[str, int]) -> str:
    """Return the cell of a column that is the given one, or a part of that total of its row; "" for none."""
    if code in of_column:
        return code
    row = form.cells[code].row
    parts = (part for e in form.equations if e.computes == code for part, _ in e.right)
    return next((part for part in parts if part in of_column and form.cells[part].row == row), "")


def _sentence(form: FormDefinition, told: _Told, numbers: Mapping[str, Number]) -> str:
    code = told.claim.cells[0]
    return f"文字“{told.claim.quote}”，表中“{form.cells[code].name}”{format_number(numbers[code])}"


def _where(form: FormDefinition, told: list[_Told], numbers: Mapping[str, Number]) -> str:
    rows = form.tables[form.cells[told[0].cell].table].rows
    named = [(rows[form.cells[one.cell].row].name, format_number(numbers[one.cell])) for one in told]
    if told[0].is_entered:
        return f"本列可先看{'、'.join(f'“{name}”（填了{number}）' for name, number in named)}"
    return f"本列可先看合计到{'、'.join(f'“{name}”' for name, _ in named)}的各行"
