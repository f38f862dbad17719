"""No number of a unit changes in the sum unseen."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from core.form.form_reader import load_form
from core.office.collection.changed_numbers import take_numbers
from core.office.collection.decisions import Decision
from core.office.collection.desk import UnitResult
from core.office.collection.desk_rules import desk_settings
from core.office.collection.desk_workbook import finding_rows
from core.office.collection.make_desk import make_desk
from core.office.collection.state import DeskState, UnitRounds
from core.office.collection.unit_list import ListedUnit
from tests.core.office.collection.desk_samples import FINDING, ITEM, YEAR, file

CODE, FEE = "t2.penalty.decisions", "fee.billed"
NAME = load_form().cells[CODE].name
UNIT = "甲局"
DOUBT = ITEM._replace(level="warning")


def judged(state: DeskState, digest: str, penalty: int | None, published: str = "", **facts: Any) -> UnitResult:
    figures = {} if penalty is None else {CODE: penalty}
    known: dict[str, Any] = {"figures": figures, **facts}
    sent = file(UNIT, digest=digest, **known)
    listed = [ListedUnit(UNIT, published_on=published)]
    desk = make_desk([sent], listed, YEAR, load_form(), desk_settings(), state.decisions)
    take_numbers(desk, state)
    assert any(row[5].startswith(desk.units[0].reopened) for row in finding_rows(desk)) or not desk.units[0].reopened
    return desk.units[0]


def test_a_number_that_changed_in_a_newer_file_is_said_as_long_as_that_counts() -> None:
    state = DeskState(YEAR)
    assert judged(state, "a", 16, items=(ITEM,)).changed == ""
    for _ in range(2):
        unit = judged(state, "b", 23)
        assert (unit.changed, unit.reopened, unit.state) == (f"与上次来件不同的格：{NAME} 16→23", "", "可采用")
    assert judged(state, "c", None, refused={CODE: "无"}).changed.endswith(" 23→无")


@pytest.mark.parametrize(("day", "word"), [("", "列为可采用"), ("2026-01-20", "公布")])
def test_what_changed_after_a_unit_was_settled_is_a_doubt_until_it_is_looked_at(day: str, word: str) -> None:
    state = DeskState(YEAR)
    settled = judged(state, "a", 16, day).state
    unit = judged(state, "b", 66, day)
    assert (unit.state, unit.reopened, unit.open_doubts) == ("有疑点", f"{word}后来件有改动", 1)
    again = judged(state, "c", 70, day)  # nobody has looked at the one between
    assert (again.state, again.changed) == ("有疑点", f"与上次来件不同的格：{NAME} 16→70")
    state.decisions = {UNIT: Decision(adopted=again.digests, reason="已核实")}
    looked = judged(state, "c", 70, day)
    assert (looked.state, looked.reopened, looked.adopted, looked.open_doubts) == (settled, "", "已核实", 0)
    wrong = judged(state, "c", 70, day, items=(ITEM,))  # by a newer program: errors are never adopted
    assert (wrong.state, wrong.adopted) == ("有错误", "")
    judged(state, "c", 70, day)
    assert judged(state, "d", 71, day).reopened == f"{word if day else '采用'}后来件有改动"


def test_what_changed_besides_after_a_letter_is_a_doubt_until_it_is_looked_at() -> None:
    asked, other = "t2.licensing.decisions", load_form().cells["t2.licensing.decisions"].name
    found = {**FINDING, "cells": [asked]}
    state = DeskState(YEAR)
    judged(state, "a", 16, figures={CODE: 16, asked: 1}, findings=(found,), items=(ITEM,))
    state.units = {UNIT: UnitRounds(1, ("a",), (ITEM,), is_open=True)}
    mended = judged(deepcopy(state), "b", None, figures={CODE: 16, asked: 2})
    assert (mended.state, mended.reopened, mended.changed) == ("可采用", "", f"与上次来件不同的格：{other} 1→2")
    for _ in range(2):
        unit = judged(state, "b", None, figures={CODE: 23, asked: 2})
        assert (unit.state, unit.reopened, unit.open_doubts) == ("有疑点", "退回后来件另有改动", 1)
        assert unit.changed == f"退回时没有指出而改了的格：{NAME} 16→23。退回时指出的格：{other} 1→2"
    adopted = deepcopy(state)
    adopted.decisions = {UNIT: Decision(adopted=unit.digests, reason="已核实")}
    looked = judged(adopted, "b", None, figures={CODE: 23, asked: 2})
    assert (looked.state, looked.adopted, looked.reopened) == ("可采用", "已核实", "")
    judged(state, "c", None, figures={CODE: 23, asked: 2}, findings=({**FINDING, "cells": [CODE]},))
    unit = judged(state, "d", None, figures={CODE: 24, asked: 2})  # what was asked for in between
    assert (unit.state, unit.reopened) == ("可采用", "")


def test_the_parts_of_a_total_that_a_letter_named_were_pointed_out() -> None:
    form = load_form()
    total, part, other = (
        next(c for c in form.cells if c.endswith(c_end)) for c_end in (".R01.C7", ".R01.C1", ".R03.C1")
    )
    found = {**FINDING, "rule": "N-01", "cells": [total]}  # the text says 6, the table comes to 4
    state = DeskState(YEAR)
    judged(state, "a", None, figures={part: 4, other: 2}, findings=(found,), items=(ITEM,))
    state.units = {UNIT: UnitRounds(1, ("a",), (ITEM,), is_open=True)}
    mended = judged(deepcopy(state), "b", None, figures={part: 6, other: 2})
    assert (mended.reopened, mended.changed) == ("", f"与上次来件不同的格：{form.cells[part].name} 4→6")
    unit = judged(state, "b", None, figures={part: 6, other: 4})
    assert unit.changed == (
        f"退回时没有指出而改了的格：{form.cells[other].name} 2→4。退回时指出的格：{form.cells[part].name} 4→6"
    )


def test_what_was_decided_between_two_readings_counts() -> None:
    state = DeskState(YEAR)
    judged(state, "a", 1, items=(DOUBT,))
    state.decisions = {UNIT: Decision(adopted=("a",), reason="已核实")}
    unit = judged(state, "b", 2, items=(DOUBT,))
    assert (unit.state, unit.reopened) == ("有疑点", "采用后来件有改动")


def test_the_same_report_in_another_file_is_no_change_and_a_published_text_is_one() -> None:
    state = DeskState(YEAR)
    judged(state, "a", 1, "2026-01-20", shown="x", figures={CODE: 1, FEE: 5})
    unit = judged(state, "b", 1, "2026-01-20", shown="x")
    assert (unit.state, unit.changed) == ("已公布", "")
    unit = judged(state, "c", 1, "2026-01-20", shown="y")
    assert (unit.state, unit.changed[:6], unit.reopened) == ("有疑点", "与上次来件相", "公布后来件有改动")


def test_six_cells_are_named_and_the_others_counted() -> None:
    codes = [code for code in load_form().cells if code not in load_form().outside_tables][:9]
    state = DeskState(YEAR)
    judged(state, "a", 0, figures=dict.fromkeys(codes, 1))
    said = judged(state, "b", 0, figures=dict.fromkeys(codes, 2)).changed
    assert (said.count(" 1→2"), said.endswith("；还有3格")) == (6, True)
