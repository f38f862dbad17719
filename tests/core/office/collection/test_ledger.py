"""The sum, and what it is compared with: rules B-07 and B-08."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from core.draft.workbook import load_draft, save_draft
from core.form.form_reader import load_form
from core.office.carry_over import figures_in
from core.office.collection.added_up import added_up
from core.office.collection.desk_rules import desk_settings
from core.office.collection.ledger import (
    Column,
    LastYear,
    Ledger,
    carried_differences,
    column_of,
    joined_and_left,
    make_ledger,
    own_report_differences,
)
from core.office.collection.sum_parts import kept_parts
from core.office.collection.summed_draft import summed_report
from core.report.entry_text import Entry
from core.report.report import Report, numbers_only
from core.report.totals import compute_totals
from tests.core.office.collection.desk_samples import desk, file, record

FORM = load_form()
ONE, TWO, THREE = "甲局", "乙局", "丙局"


def column(name: str, *, is_in_sum: bool = True, **numbers: int) -> Column:
    figures = {code.replace("_", "."): number for code, number in numbers.items()}
    return column_of(FORM, name, record(name, figures=figures), is_in_sum=is_in_sum)


def ledger(*columns: Column) -> Ledger:
    return make_ledger(FORM, columns)


def test_the_sum_equals_an_independent_count_and_its_equalities_hold() -> None:
    for seed in range(200):
        rng = random.Random(seed)
        reports = []
        for _ in range(rng.randint(1, 12)):
            cells: dict[str, Entry] = {
                code: rng.choice([None, 0, rng.randint(0, 999)]) for code in (*FORM.entered, *FORM.outside_tables)
            }
            cells["t2.fees.amount"] = rng.choice([None, Decimal(rng.randint(0, 10**6)) / 10**4])
            reports.append((Report(FORM.id).with_cells(cells), rng.random() < 0.8))
        columns = [
            column_of(FORM, str(i), record(str(i), figures=figures_in(r, FORM)[0]), is_in_sum=counts)
            for i, (r, counts) in enumerate(reports)
        ]
        made = ledger(*columns)
        counted = [numbers_only(report.cells) for report, counts in reports if counts]
        entered = {code: sum(n.get(code, 0) for n in counted) for code in (*FORM.entered, *FORM.outside_tables)}
        expected = {**entered, **compute_totals(FORM, entered)} if counted else {}
        assert made.cells == expected
        assert len(made.cells) in (0, 203)
        assert made.given == {code for n in counted for code in n}
        for equation in FORM.equations if counted else ():
            if equation.rule_id != "T3-01":  # whether it holds is up to the units
                left, right = (sum(c * made.cells[x] for x, c in side) for side in (equation.left, equation.right))
                assert left == right


def test_a_unit_that_is_switched_off_leaves_the_sum_and_stays_in_the_ledger() -> None:
    made = ledger(column(ONE, t3_R03_C1=4), column(TWO, is_in_sum=False, t3_R03_C1=7))
    assert (made.cells["t3.R03.C1"], made.cells["t3.R24.C7"]) == (4, 4)
    assert [c.name for c in made.columns] == [ONE, TWO]
    assert made.parts("t3.R03.C1") == [(ONE, 4)]


def test_an_undivided_row_of_2019_goes_into_the_last_of_its_rows_with_a_mark() -> None:
    report = Report("mixed").with_cells({"t3.other_2019.C1": 5, "t3.R03.C1": 2})
    figures, notes = figures_in(report, FORM)
    assert figures == {"t3.R23.C1": 5, "t3.R03.C1": 2}
    assert notes == ("“（六）其他处理”没有分项，计入“3.其他”",)


def test_rows_of_2019_without_a_place_are_named() -> None:
    report = Report("2019").with_cells({"t2_2019.procurement.items": 3, "t2_2019.licensing.decisions": 8})
    figures, notes = figures_in(report, FORM)
    assert figures == {"t2.licensing.decisions": 8}
    assert notes == ("“政府集中采购·采购项目数量”没有对应的栏目，没有计入",)
    form = load_form("2019")
    _, notes = figures_in(Report("2019").with_cells(dict.fromkeys(form.entered, 1)), FORM)
    assert [note for note in notes if "没有计入" in note] == ["按2019年格式填报，17处没有对应的栏目，没有计入"]


def test_a_unit_that_is_not_counted_yet_may_explain_a_difference_and_is_marked() -> None:
    code = "t2.licensing.decisions"
    sent = [file(TWO, f"{n}.docx", digest=str(n), shown=str(n), figures={code: n}) for n in (12, 5)]
    made = desk([file(ONE, figures={code: 30}), *sent], [ONE, TWO])
    summed, _ = added_up(made, None, desk_settings())
    complete = dict.fromkeys(FORM.entered, 0)
    (found,) = own_report_differences(summed, record("县政府", figures={**complete, code: 42}), "县.docx")
    assert found.units == (TWO,)
    assert "乙局（未计入）的数字正好是12" in found.message
    (found,) = own_report_differences(summed, record("县政府", figures={**complete, code: 18}), "县.docx")
    assert found.units == ()  # what is not counted is missing nowhere


def test_the_governments_report_is_compared_cell_by_cell_with_the_units_whose_number_is_the_difference() -> None:
    made = ledger(column(ONE, t2_licensing_decisions=30), column(TWO, t2_licensing_decisions=12))
    complete = dict.fromkeys(FORM.entered, 0)
    own = record("县政府", figures={**complete, "t2.licensing.decisions": 42})
    assert own_report_differences(made, own, "县.docx") == []
    own = record("县政府", figures={**complete, "t2.licensing.decisions": 30})
    (found,) = own_report_differences(made, own, "县.docx")
    assert (found.rule_id, found.units, found.cells) == ("B-07", (TWO,), ("t2.licensing.decisions",))
    assert found.message == (
        "“行政许可·本年处理决定数量”：政府报告是30，台账合计是42，相差12；乙局的数字正好是12，请核对是否漏加或重复。"
    )
    own = record("县政府", figures={**complete, "t2.licensing.decisions": 41})
    assert own_report_differences(made, own, "县.docx")[0].message.endswith(
        "没有哪个单位的数字正好是1，请逐个单位核对。"
    )


def test_totals_that_differ_because_of_their_parts_are_told_once_and_name_no_unit() -> None:
    made = ledger(column(ONE, t3_R01_C1=5, t3_R01_C2=2), column(TWO, t3_R01_C2=1), column(THREE, t3_R01_C2=1))
    figures = dict.fromkeys(FORM.entered, 0) | {"t3.R01.C1": 6, "t3.R01.C2": 4}
    found = own_report_differences(made, record("县政府", figures=figures), "县.docx")
    assert [(f.cells, f.units) for f in found] == [(("t3.R01.C1",), ()), (("t3.R01.C7",), ())]
    figures |= {"t3.R01.C1": 5, "t3.R01.C2": 3, "t3.R03.C3": 2}  # 乙局 or 丙局 was left out
    found = own_report_differences(made, record("县政府", figures=figures), "县.docx")
    totals = ("t3.R01.C7", "t3.R03.C7", "t3.R24.C3", "t3.R24.C7")
    cells = [(("t3.R01.C2",), (TWO, THREE)), (("t3.R03.C3",), ()), (totals, ())]
    assert [(f.cells, f.units) for f in found] == cells
    assert found[-1].message.startswith("由上面的格相加的合计也不同：“本年新收·总计”（政府报告8、台账9）、“")
    assert found[-1].message.endswith("“（七）总计·总计”（政府报告2、台账0）；改好上面的格，合计随着改。")


def test_a_unit_that_explains_every_cell_is_told_once_and_one_that_does_not_count_is_not_missing() -> None:
    one = column(ONE, is_in_sum=False, t3_R01_C1=3, t3_R03_C1=2, t3_R25_C1=1)
    two = column(TWO, t3_R01_C1=3, t3_R03_C1=2, t3_R25_C1=4)
    made = ledger(one, two, column("丙局", t3_R01_C1=3, t3_R03_C1=2, t3_R25_C1=1))
    figures = dict.fromkeys(FORM.entered, 0) | {"t3.R01.C1": 3, "t3.R03.C1": 2, "t3.R25.C1": 4}  # 丙局 was left out
    found = own_report_differences(made, record("县政府", figures=figures), "县.docx")
    assert found[0].units == ("丙局",)
    assert found[0].message.startswith("政府报告与台账不同的格中，有3格的相差数都等于丙局的数字，")
    assert [f.units for f in found[1:] if f.cells[0] in FORM.entered] == [("丙局", TWO), ("丙局", TWO), ("丙局",)]


def test_two_units_that_are_not_added_up_and_explain_every_cell_together_are_told_first() -> None:
    codes = ("t3.R01.C1", "t3.R01.C2", "t3.R03.C1", "t3.R25.C2")
    one = column(ONE, is_in_sum=False, t3_R01_C1=3, t3_R03_C1=2, t3_R25_C2=1)
    two = column(TWO, is_in_sum=False, t3_R01_C1=4, t3_R01_C2=6, t3_R03_C1=5)
    made = ledger(one, two, column(THREE, t3_R01_C1=20, t3_R03_C1=9), column("丁局", is_in_sum=False, t3_R01_C1=7))
    figures = dict.fromkeys(FORM.entered, 0) | dict(zip(codes, (27, 6, 16, 1), strict=True))
    found = own_report_differences(made, record("县政府", figures=figures), "县.docx")
    assert found[0].message == (
        "政府报告比台账多的格中，有4格多出的数都等于甲局（未计入）、乙局（未计入）两个单位的数字相加，"
        "请先核对这两个单位该不该计入。"
    )
    assert (found[0].units, found[0].cells) == ((ONE, TWO), codes)
    told = {f.cells: (f.units, f.message) for f in found[1:]}
    assert told[("t3.R01.C1",)][0] == (ONE, TWO)
    assert "甲局（未计入）、乙局（未计入）的数字相加正好是7，" in told[("t3.R01.C1",)][1]
    assert told[("t3.R01.C2",)][0] == (TWO,)
    figures["t3.R01.C1"] = 28  # one more than both
    found = own_report_differences(made, record("县政府", figures=figures), "县.docx")
    assert not any("相加正好" in f.message or "两个单位" in f.message for f in found)
    figures |= {"t3.R01.C1": 27, "t3.R25.C2": 0}  # 甲局 has one there, so it was not added
    found = own_report_differences(made, record("县政府", figures=figures), "县.docx")
    assert not any("两个单位" in f.message for f in found)


def test_a_blank_or_a_wrong_printed_total_of_the_government_is_told() -> None:
    made = ledger(column(ONE, t2_licensing_decisions=3))
    figures = {code: 0 for code in FORM.entered if code != "t2.licensing.decisions"}
    own = record("县政府", figures=figures, controls={"t3.R24.C7": 5})
    told = {f.cells: f.message for f in own_report_differences(made, own, "县.docx")}
    assert told[("t2.licensing.decisions",)] == "“行政许可·本年处理决定数量”：政府报告没有填，台账合计是3，请补填。"
    assert told[("t3.R24.C7",)].startswith("“（七）总计·总计”：政府报告是5，台账合计是0，相差5")
    assert len(told) == 2


def last(*columns: Column) -> LastYear:
    return LastYear(2024, {c.name: c for c in columns})


def test_what_was_carried_over_is_compared_over_the_same_units() -> None:
    made = ledger(column(ONE, t3_R02_C1=3), column(TWO, t3_R02_C1=1), column(THREE, t3_R02_C1=9))
    plain = {name: name for name in (ONE, TWO, THREE)}
    assert carried_differences(made, last(column(ONE, t3_R25_C1=3), column(TWO, t3_R25_C1=1)), plain) == []
    before = last(column(ONE, t3_R25_C1=3), column(TWO, t3_R25_C1=2), column("丁局", t3_R25_C1=8))
    found = carried_differences(made, before, plain)
    assert [(f.rule_id, f.units, f.cells) for f in found] == [("B-08", (TWO,), ("t3.R02.C1",))]
    assert found[0].message == (
        "两年都有的2个单位，“上年结转·自然人”合计4，上年“结转下年·自然人”合计5，相差1：乙局本年1、上年2。"
        "本年新增：丙局。上年有、本年没有：丁局。"
    )
    assert joined_and_left(made, before, plain) == ([THREE], ["丁局"])


def test_a_summed_report_of_last_year_is_compared_as_a_whole() -> None:
    made = ledger(column(ONE, t3_R02_C1=3))
    (found,) = carried_differences(made, LastYear(2024, total={"t3.R25.C1": 4}), {ONE: ONE})
    assert found.message.startswith("“上年结转·自然人”合计3，上年汇总报告“结转下年·自然人”是4，相差1")


@pytest.mark.parametrize(
    ("government", "level"),
    [("青澜县人民政府", "县级"), ("云岭自治州人民政府", "市级"), ("青石镇人民政府", "乡镇级"), ("海宁市人民政府", "")],
)
def test_the_level_of_the_government_is_taken_from_its_name_where_that_says_it(government: str, level: str) -> None:
    made = desk([file(f"{government}办公室")], [f"{government}办公室", "甲局"])
    assert made.government == government
    report = summed_report(made, make_ledger(made.form, []), date(2026, 1, 20))
    assert report.meta.get("meta.level", "") == level


def test_the_draft_of_the_sum_tells_which_units_a_number_comes_from_and_a_total_too(tmp_path: Path) -> None:
    one = file("甲县水利局", figures={"t3.R01.C1": 3, "t3.R01.C2": 1, "t2.fees.amount": Decimal("0.5")})
    two = file("甲县教育局", figures={"t3.R01.C1": 2, "t3.R01.C2": 0})
    made = desk([one, two])
    columns = [column_of(made.form, unit.name, unit.record, is_in_sum=True) for unit in made.units if unit.record]
    save_draft(summed_report(made, make_ledger(made.form, columns), date(2026, 1, 20)), tmp_path / "a.xlsx")
    report = load_draft(tmp_path / "a.xlsx").report
    assert "meta.level" not in report.meta
    assert dict(kept_parts(report, "t3.R01.C1") or ()) == {"甲县教育局": 2, "甲县水利局": 3}
    assert dict(kept_parts(report, "t3.R01.C7") or ()) == {"甲县教育局": 2, "甲县水利局": 4}
    assert kept_parts(report, "t2.fees.amount") == [("甲县水利局", Decimal("0.5"))]
    assert kept_parts(report, "t4.review.upheld") == []
    assert any("0.5＝甲县水利局0.5（空白未加：甲县教育局）" in origin.basis for origin in report.origins.values())
    assert "fee.notices" not in report.cells
    for spoilt in ("{", "[]", '{"units": ["甲"], "cells": {"t3.R01.C1": [[7, "1"]]}}'):
        assert kept_parts(replace(report, status={"sum_parts": spoilt}), "t3.R01.C1") is None
    assert kept_parts(replace(report, status={}), "t3.R01.C1") is None
