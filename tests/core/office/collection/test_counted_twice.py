"""Reports whose numbers others hold already are not added up in silence: rules B-11 and B-12."""

from __future__ import annotations

from datetime import date

import pytest

from core.office.collection.added_up import added_up
from core.office.collection.counted_twice import may_be_same
from core.office.collection.decisions import Decision
from core.office.collection.desk import Desk, DeskFile
from core.office.collection.desk_rules import desk_settings
from core.office.collection.make_desk import make_desk
from core.office.collection.preview import sum_gaps
from core.office.collection.summed_draft import summed_report
from core.office.collection.unit_list import ListedUnit, plain_name
from core.report.entry_text import Number
from tests.core.office.collection.desk_samples import YEAR, desk, file, said, unit

BUREAUS = ("青澜县统计局", "青澜县林业局", "青澜县水利局")
OFFICE = "青澜县人民政府办公室"
RECEIVED, GRANTED, LICENSING = "t3.R01.C1", "t3.R04.C1", "t2.licensing.decisions"


def _figures(place: int) -> dict[str, Number]:
    return {RECEIVED: 40 + place, GRANTED: 30 + place, LICENSING: 656}


def _bureaus() -> list[DeskFile]:
    return [file(name, figures=_figures(place)) for place, name in enumerate(BUREAUS)]


def _sum() -> dict[str, Number]:
    return {code: sum(_figures(place)[code] for place in range(3)) for code in _figures(0)}


def _received(made: Desk) -> object:
    return added_up(made, None, desk_settings())[0].cells[RECEIVED]


def test_the_report_of_an_office_that_says_it_is_summed_up_is_held_back() -> None:
    own = file(OFFICE, scope="汇总", figures={RECEIVED: 7, GRANTED: 7, LICENSING: 7})
    made = desk([*_bureaus(), own], [*BUREAUS, OFFICE])
    assert [(rule, names) for rule, names, _ in said(made)] == [("B-11", (OFFICE,))]
    assert "统计范围写的是“汇总”" in said(made)[0][2]
    held = unit(made, OFFICE)
    assert (held.in_sum, held.state, held.counted_in_words, held.open_doubts) == (False, "有疑点", "待核", 1)
    assert [(item.place, item.written) for item in held.items] == [("统计范围", "汇总")]
    assert _received(made) == 123
    ledger = added_up(made, None, desk_settings())[0]
    assert f"可能重复，没有计入1个：{OFFICE}" in sum_gaps(made, ledger)["units"]
    assert "可能重复" in str(summed_report(made, ledger, date(2026, 1, 20)).status)


@pytest.mark.parametrize("scope", ["", "本机关", "汇总"])
def test_a_report_that_equals_the_sum_of_others_is_held_back_whatever_it_says(scope: str) -> None:
    stranger = file("青澜县财政局", figures={RECEIVED: 900, GRANTED: 2, LICENSING: 1})
    made = desk([*_bureaus(), file(OFFICE, scope=scope, figures=_sum()), stranger], [*BUREAUS, OFFICE, "青澜县财政局"])
    assert [(rule, names) for rule, names, _ in said(made)] == [("B-11", (OFFICE,))]
    assert scope == "汇总" or "有数的3格正好都等于青澜县统计局、青澜县林业局、青澜县水利局之和" in said(made)[0][2]
    assert _received(made) == 1023


def test_a_report_that_is_held_back_is_added_up_once_the_office_adopts_it_or_never_where_it_is_taken_out() -> None:
    files = [*_bureaus(), file(OFFICE, figures=_sum())]
    names = [ListedUnit(name) for name in (*BUREAUS, OFFICE)]
    plain = plain_name(OFFICE)
    digests = unit(desk(files, names), OFFICE).digests
    adopted = {plain: Decision(adopted=digests, reason="已电话核实")}
    made = make_desk(files, names, YEAR, desk([]).form, desk_settings(), adopted)
    assert (unit(made, OFFICE).in_sum, unit(made, OFFICE).state) == (True, "可采用")
    made = desk(files, [*names[:3], ListedUnit(OFFICE, counts="否")])
    assert said(made) == []
    assert _received(made) == 123


def test_counties_and_towns_that_sum_up_nobody_here_are_added_up() -> None:
    names = ["青澜县人民政府", "云岭县人民政府", "临江区人民政府", "白石镇人民政府"]
    made = desk([file(name, scope="汇总", figures=_figures(n)) for n, name in enumerate(names)], names)
    assert said(made) == []
    assert all(found.in_sum for found in made.units if not found.is_own)


def test_numbers_that_are_a_sum_by_chance_say_nothing() -> None:
    small = [{RECEIVED: 1}, {RECEIVED: 2}, {RECEIVED: 3}, {}, {RECEIVED: 5, GRANTED: 5, LICENSING: 9}]
    names = [f"{sign}局" for sign in "甲乙丙丁戊"]
    made = desk([file(name, figures=given) for name, given in zip(names, small, strict=True)], names)
    assert said(made) == []


@pytest.mark.parametrize("other", ["县统计局", "青澜统计局", "青澜县统计局（新）", "统计局", "云岭市青澜县统计局"])
def test_names_that_may_be_of_one_unit_are_told_and_added_once(other: str) -> None:
    name = "青澜县统计局"
    made = desk([file(name, figures=_figures(0)), file(other, figures=_figures(0)), file("青澜县林业局")])
    ((rule, names, message),) = said(made)
    assert (rule, set(names)) == ("B-12", {name, other})
    assert "可能是同一个单位，数字相同，只计入了" in message
    assert sum(found.in_sum for found in made.units) == 2
    assert _received(made) == 40
    made = desk([file(name, figures=_figures(0)), file(other, figures=_figures(1)), file("青澜县林业局")])
    assert "数字不同，都没有计入" in said(made)[0][2]
    assert [found.name for found in made.units if found.in_sum] == ["青澜县林业局"]
    made = desk([file(name, figures=_figures(0)), file(other, figures=_figures(1))], [name, other])
    assert "数字不同，都计入了" in said(made)[0][2]
    assert all(found.in_sum and found.state == "有疑点" for found in made.units)
    made = desk([file(name, figures=_figures(0)), file(other, figures=_figures(0))], [name, other])
    assert sum(found.in_sum for found in made.units) == 1


@pytest.mark.parametrize(
    "other", ["⻘澜县统计局", "⾭澜县统计局", "青澜县统计局\ufe0f", "青澜县\u200b统计局", "青 澜县统计局"]
)
def test_names_that_look_alike_are_one_unit_with_two_reports(other: str) -> None:
    made = desk([file("青澜县统计局", digest="a"), file(other, digest="b", figures=_figures(0))])
    assert [found.rule_id for found in made.batch] == ["B-02"]
    assert len(made.units) == 1
    assert not made.units[0].in_sum


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("青澜县统计局", "云岭县统计局"),
        ("青澜县财政局", "青澜县财政局高新区分局"),
        ("青澜县中医院", "青澜县中西医结合医院"),
        ("青澜县人民政府", "青澜县人民政府办公室"),
        ("青澜县财政局", "青澜县民政局"),
    ],
)
def test_names_of_different_units_are_not_taken_for_one(one: str, other: str) -> None:
    assert not may_be_same(one, other)
