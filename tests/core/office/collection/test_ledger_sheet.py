"""汇总台账 as a sheet: whoever calculates it anew gets the sums that stand in it and in the draft."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet.worksheet import Worksheet

from core.form.form_reader import load_form
from core.office.collection.added_up import added_up
from core.office.collection.decisions import Decision
from core.office.collection.desk import Desk, DeskFile
from core.office.collection.desk_rules import desk_settings
from core.office.collection.desk_sheets import LEDGER, UNITS
from core.office.collection.desk_workbook import desk_workbook
from core.office.collection.make_desk import make_desk
from core.office.collection.summed_draft import summed_report
from core.office.collection.unit_list import APART, NO, YES, ListedUnit
from core.report.entry_text import Number
from core.report.report import numbers_only
from tests.core.office.collection.desk_samples import YEAR, file

FORM = load_form()
RECEIVED, GRANTED, LICENSING, FEES = "t3.R01.C1", "t3.R03.C1", "t2.licensing.decisions", "t2.fees.amount"
SUM, PLACES = re.compile(r'=SUMIF\(\$E\$2:\$([A-Z]+)\$2,"是",E(\d+):\1\2\)'), re.compile(r"D(\d+)")


def figures(seed: int) -> dict[str, Number]:
    return {RECEIVED: 10 + seed, GRANTED: 4 + seed, LICENSING: 200 * seed, FEES: Decimal(seed) / 4}


def all_kinds() -> tuple[list[DeskFile], list[ListedUnit]]:
    """Return units of each kind that is added up or is not: held back by B-11, B-12 and B-14, switched off, missing."""
    sums = {code: figures(1)[code] + figures(2)[code] for code in figures(1)}
    files = [
        file("青澜县水利局", figures=figures(1)),
        file("青澜县教育局", figures=figures(2)),
        file("青澜县民政局", figures=figures(3), scope="汇总"),
        file("青澜县公用事业中心", figures=sums),
        file("青澜县统计局", figures=figures(5)),
        file("青澜县统计局（本级）", digest="d-5", figures=figures(5)),
        file("青澜县扶贫办", figures=figures(6)),
        file("青澜县党校", figures=figures(7)),
        file("青澜县供销社", figures=figures(8)),
        file("青澜县林业局", "1.docx", digest="1", shown="1", figures=figures(9)),
        file("青澜县林业局", "2.docx", digest="2", shown="2", figures=figures(10)),
        file("青澜县商务局", figures={RECEIVED: 5, "t3.R01.C2": 1}, refused={GRANTED: "12件"}),
    ]
    switched = {"青澜县党校": NO, "青澜县供销社": APART}
    names = list(dict.fromkeys(f.record.unit for f in files))
    units = [ListedUnit(name, counts=switched.get(name, "")) for name in [*names, "青澜县审计局"]]
    notes = {"青澜县扶贫办": "2025年6月撤销，并入农业农村局"}
    return files, [ListedUnit(u.name, counts=u.counts, note=notes.get(u.name, "")) for u in units]


def sheets(made: Desk) -> tuple[Worksheet, Worksheet, Mapping[str, Number]]:
    """Return the ledger with its formulas, with its values, and the numbers of the draft."""
    ledger, _ = added_up(made, None, desk_settings())
    data = desk_workbook(made, ledger)
    formulas, values = (openpyxl.load_workbook(BytesIO(data), data_only=only)[LEDGER] for only in (False, True))
    return formulas, values, numbers_only(summed_report(made, ledger, date(2026, 1, 20)).cells)


def calculated(sheet: Worksheet, row: int) -> float:
    """Return what the formula of a row comes to, as Excel counts it: texts add nothing."""
    formula = str(sheet.cell(row, 4).value)
    if found := SUM.fullmatch(formula):
        assert int(found[2]) == row
        last = column_index_from_string(found[1])
        assert last == sheet.max_column
        pairs = [(sheet.cell(2, column).value, sheet.cell(row, column).value) for column in range(5, last + 1)]
        return sum(value for word, value in pairs if word == "是" and isinstance(value, int | float))
    return sum(calculated(sheet, int(part)) for part in PLACES.findall(formula))


def agree(made: Desk) -> dict[str, float]:
    """Check that formula, stored value and draft agree in each row; return the sums by code."""
    formulas, values, draft = sheets(made)
    rows = {str(formulas.cell(row, 1).value): row for row in range(3, formulas.max_row)}
    assert len(rows) == len(FORM.cells)
    sums = {code: calculated(formulas, row) for code, row in rows.items()}
    assert sums == pytest.approx({code: values.cell(row, 4).value for code, row in rows.items()})
    assert {code: sums[code] for code in draft} == pytest.approx({code: float(n) for code, n in draft.items()})
    return sums


def counted(made: Desk) -> dict[str, str]:
    formulas = sheets(made)[0]
    return {str(formulas.cell(1, c).value): str(formulas.cell(2, c).value) for c in range(5, formulas.max_column + 1)}


def made_of(
    files: Sequence[DeskFile], units: Sequence[ListedUnit], decided: Mapping[str, Decision] | None = None
) -> Desk:
    return make_desk(files, units, YEAR, FORM, desk_settings(), decided)


def test_the_ledger_calculated_anew_gives_the_sums_that_it_and_the_draft_show() -> None:
    made = made_of(*all_kinds())
    sums = agree(made)
    assert counted(made) == {
        "青澜县水利局": "是",
        "青澜县教育局": "是",
        "青澜县民政局": "待核",
        "青澜县公用事业中心": "待核",
        "青澜县统计局": "是",
        "青澜县统计局（本级）": "待核",
        "青澜县扶贫办": "待核",
        "青澜县党校": "否",
        "青澜县供销社": "另行说明",
        "青澜县林业局": "暂缺",
        "青澜县商务局": "是",
        "青澜县审计局": "暂缺",
    }
    notes = [str(cell.value) for cell in sheets(made)[0][sheets(made)[0].max_row][4:]]
    assert [note.startswith("待核，没有加（见“问题清单”）；") for note in notes] == [
        word == "待核" for word in counted(made).values()
    ]
    assert (sums[RECEIVED], sums[LICENSING], sums[FEES]) == (11 + 12 + 15 + 5, 200 * 8, 2)


def test_what_the_office_adopts_or_decides_is_in_the_formula_too() -> None:
    files, units = all_kinds()
    before = agree(made_of(files, units))[RECEIVED]
    decided = {
        "青澜县民政局": Decision(adopted=("d-青澜县民政局",), reason="只是本机关的"),
        "青澜县扶贫办": Decision(counts=YES),
        "青澜县商务局": Decision(counts=NO),
    }
    made = made_of(files, units, decided)
    assert counted(made).items() >= {"青澜县民政局": "是", "青澜县扶贫办": "是", "青澜县商务局": "否"}.items()
    assert agree(made)[RECEIVED] == before + 13 + 16 - 5


def test_the_list_of_units_says_the_same_as_the_ledger() -> None:
    made = made_of(*all_kinds())
    sheet = openpyxl.load_workbook(BytesIO(desk_workbook(made, added_up(made, None, desk_settings())[0])))[UNITS]
    assert {str(row[1].value): str(row[9].value) for row in sheet.iter_rows(2, 1 + len(made.units))} == counted(made)
