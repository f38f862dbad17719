"""Six units with one text are one line, not fifteen."""

from __future__ import annotations

from itertools import combinations

from core.office.collection.alike_groups import grouped
from core.office.collection.desk import UnitResult
from core.office.collection.desk_rules import BatchFinding, batch_finding
from core.office.collection.likeness import FIRST, FIVE, WHOLE, Alike
from core.office.collection.unit_list import ListedUnit


def alike(one: str, other: str, kind: str) -> tuple[UnitResult, UnitResult, Alike]:
    return UnitResult(ListedUnit(one)), UnitResult(ListedUnit(other)), Alike(one, other, kind, 100)


def pair(one: str, other: str) -> BatchFinding:
    values = {"unit": one, "other": other, "percent": 100}
    return batch_finding("B-05", values, units=[one, other])


def test_units_that_wrote_one_text_are_one_line_and_pairs_stay() -> None:
    six = [f"{sign}局" for sign in "甲乙丙丁戊己"]
    other = batch_finding("B-10", {"unit": "壬局", "file": "函.docx"}, units=["壬局"])
    found = [*(pair(*two) for two in combinations(six, 2)), pair("庚局", "辛局"), other]
    pairs = [alike(*two, FIVE) for two in combinations(six, 2)] + [alike("庚局", "辛局", FIRST)]
    assert [one.message for one in grouped(found, pairs)] == [
        "甲局、乙局、丙局、丁局、戊局、己局6个单位的第五部分相互雷同，请核实是否照搬；两两对照见核查情况.xlsx“雷同”。",
        "庚局与辛局的第五部分100%相同，请核实是否照搬。",
        other.message,
    ]
    pairs[0] = alike(six[0], six[1], WHOLE)
    assert "6个单位的第一、五部分或第五部分相互雷同" in grouped(found, pairs)[0].message
