"""Totals in one pass and kept up to date must agree, and blanks are not zeros."""

import random

import pytest

from core.form.form_definition import FormDefinition
from core.form.form_reader import load_form
from core.report.report import new_report, numbers_only
from core.report.totals import SumState, compute_totals, holds, printed_numbers, report_numbers


@pytest.fixture
def form() -> FormDefinition:
    return load_form("2021")


def test_a_total_is_blank_until_all_its_parts_are_numbers(form: FormDefinition) -> None:
    parts = {f"t3.R01.C{i}": i for i in range(1, 6)}
    assert "t3.R01.C7" not in compute_totals(form, parts)
    assert compute_totals(form, {**parts, "t3.R01.C6": 0})["t3.R01.C7"] == 15


def test_the_grand_total_is_reached_through_both_sums(form: FormDefinition) -> None:
    numbers = dict.fromkeys(form.entered, 1)
    totals = compute_totals(form, numbers)
    assert totals["t3.R24.C1"] == 21
    assert totals["t3.R24.C7"] == 126
    assert totals["t4.review.total"] == 4
    assert len(totals) == 34


def test_control_totals_stand_in_for_computed_ones_only_in_print() -> None:
    report = new_report("某局", "政府部门", 2025, with_zeros=True)
    report = report.with_cells({"t3.R01.C7": 5})
    assert report_numbers(report)["t3.R01.C7"] == 0
    assert printed_numbers(report)["t3.R01.C7"] == 5


def test_keeping_up_to_date_agrees_with_computing_anew_after_each_of_5000_changes(form: FormDefinition) -> None:
    rng = random.Random(20261124)
    numbers: dict[str, int] = {}
    controls: dict[str, int] = {}
    state = SumState(form, numbers, controls)
    for _ in range(5000):
        is_control = rng.random() < 0.2
        code = rng.choice(form.derived if is_control else form.entered)
        value = rng.choice([None, 0, 1, rng.randint(0, 500)])
        place = controls if is_control else numbers
        if value is None:
            place.pop(code, None)
        else:
            place[code] = value
        state.enter(code, value, is_control=is_control)
        if rng.random() < 0.05:
            anew = SumState(form, numbers, controls)
            assert state.printed == anew.printed
            assert state.computed == anew.computed
            assert state.broken() == anew.broken()
            assert [state.residual(i) for i in range(42)] == [anew.residual(i) for i in range(42)]


def test_refused_text_counts_as_no_number() -> None:
    report = new_report("某局", "政府部门", 2025, with_zeros=True)
    from core.report.entry_text import parse_entry

    report = report.with_cells({"t3.R01.C1": parse_entry("1O")})
    assert "t3.R01.C1" not in numbers_only(report.cells)
    assert "t3.R01.C7" not in report_numbers(report)


@pytest.mark.parametrize(("operator", "held"), [("=", [0]), ("<=", [-1, 0]), (">=", [0, 1])])
def test_an_equation_may_allow_less_or_more(operator: str, held: list[int]) -> None:
    assert [residual for residual in (-1, 0, 1) if holds(operator, residual)] == held
