"""The linear rules do not contradict each other: reports exist that satisfy all of them, and none is said twice."""

import random
from fractions import Fraction

import pytest

from build_scripts.sweeps.balanced_reports import balanced_report
from core.form.form_definition import Equation, FormDefinition
from core.form.form_reader import load_form
from core.report.totals import compute_totals, holds

FORMS = ["2021", "2019", "mixed", "mixed_2019_t2"]


def matrix(form: FormDefinition, table: str = "") -> list[list[Fraction]]:
    """Return the equalities as rows over the cells of the form."""
    cells = list(form.cells)
    rows = []
    for equation in form.equations:
        if table and form.cells[equation.codes[0]].table != table:
            continue
        row = [Fraction(0)] * len(cells)
        for code, coefficient in equation.left:
            row[cells.index(code)] += coefficient
        for code, coefficient in equation.right:
            row[cells.index(code)] -= coefficient
        rows.append(row)
    return rows


def reduced(rows: list[list[Fraction]]) -> list[list[Fraction]]:
    """Return the reduced row echelon form, without rows of noughts."""
    rows = [list(row) for row in rows]
    found = 0
    for column in range(len(rows[0])):
        pivot = next((i for i in range(found, len(rows)) if rows[i][column]), None)
        if pivot is None:
            continue
        rows[found], rows[pivot] = rows[pivot], rows[found]
        lead = rows[found][column]
        rows[found] = [value / lead for value in rows[found]]
        for i, row in enumerate(rows):
            if i != found and row[column]:
                rows[i] = [a - row[column] * b for a, b in zip(row, rows[found], strict=True)]
        found += 1
    return rows[:found]


def rank(rows: list[list[Fraction]]) -> int:
    return len(reduced(rows))


def all_hold(form: FormDefinition, numbers: dict[str, int]) -> bool:
    def side(equation: Equation, terms: tuple[tuple[str, int], ...]) -> int:
        return sum(coefficient * numbers[code] for code, coefficient in terms)

    return all(holds(e.operator, side(e, e.left) - side(e, e.right)) for e in form.equations)


def test_table_three_has_39_equalities_of_rank_37_and_the_form_42_of_rank_40() -> None:
    form = load_form()
    assert (len(matrix(form, "t3")), rank(matrix(form, "t3"))) == (39, 37)
    assert (len(matrix(form)), rank(matrix(form))) == (42, 40)


@pytest.mark.parametrize("form_id", FORMS)
def test_a_report_of_noughts_satisfies_every_rule(form_id: str) -> None:
    form = load_form(form_id)
    assert all_hold(form, dict.fromkeys(form.cells, 0))


def test_random_balanced_reports_satisfy_every_rule() -> None:
    form = load_form()
    for seed in range(50):
        report = balanced_report(random.Random(seed), density=0.4, largest=99)
        cells = {code: int(n) for code, n in report.cells.items() if isinstance(n, int)}
        totals = {code: int(n) for code, n in compute_totals(form, cells).items()}
        assert all_hold(form, {**cells, **totals, **dict.fromkeys(["fee.notices", "fee.billed", "fee.collected"], 0)})


@pytest.mark.parametrize("form_id", FORMS)
def test_no_cell_is_forced_to_nought(form_id: str) -> None:
    assert all(sum(map(bool, row)) > 1 for row in reduced(matrix(load_form(form_id))))


def test_no_total_is_computed_from_itself() -> None:
    for form_id in FORMS:
        form = load_form(form_id)
        parts = {e.computes: {code for code, _ in e.right} for e in form.equations if e.computes}
        for total in parts:
            below, seen = set(parts[total]), set()
            while below:
                code = below.pop()
                assert code != total
                if code in parts and code not in seen:
                    seen.add(code)
                    below |= parts[code]
