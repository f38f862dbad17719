"""A 汇总稿 remembers what was missing when it was added up, until it is added up again or that is explained."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from core.checks.findings import Finding
from core.draft.workbook import load_draft, save_draft
from core.office.collection.added_up import added_up
from core.office.collection.desk import Desk, DeskFile
from core.office.collection.desk_rules import desk_settings
from core.office.collection.file_record import UNREAD, FileRecord
from core.office.collection.preview import sum_gaps
from core.office.collection.summed_draft import summed_report
from core.office.signoff_values import signoff_values
from core.report.report import Explanation, Report
from core.validation.validation import check_report
from tests.core.office.collection.desk_samples import ITEM, desk, file

TODAY = date(2026, 1, 20)
LICENSING, RULES = "t2.licensing.decisions", "t2.rules.in_force"


def _full(made: Desk, *without: str) -> dict[str, int]:
    codes = (*made.form.entered, *made.form.outside_tables)
    return {code: 1 for code in codes if code not in without}


def _gaps(made: Desk) -> dict[str, str]:
    return sum_gaps(made, added_up(made, None, desk_settings())[0])


def _county() -> Desk:
    form = desk([])
    lacking = file("水利局", figures=_full(form, LICENSING, RULES), refused={RULES: "3件左右"})
    return desk([file("统计局", figures=_full(form)), lacking], ["统计局", "水利局", "信访局"])


def _gap_findings(report: Report) -> list[Finding]:
    found = check_report(report, final=True, today=TODAY).findings
    return [finding for finding in found if finding.rule_id == "C-08"]


def test_a_draft_of_the_sum_keeps_missing_units_blanks_and_what_is_no_number(tmp_path: Path) -> None:
    made = _county()
    summed = summed_report(made, added_up(made, None, desk_settings())[0], TODAY)
    save_draft(summed, tmp_path / "汇总稿.xlsx")
    report = load_draft(tmp_path / "汇总稿.xlsx").report
    found = {finding.message: finding.cells for finding in _gap_findings(report)}
    refused, blank, units = found
    assert "应计入3个单位，计入了2个：还没有报1个：信访局。" in units
    assert "有1个单位的不是数字的格没有加：水利局（" in refused
    assert "写的是“3件左右”" in refused
    assert "有1个单位的空白没有加：水利局（" in blank
    assert list(found.values()) == [(RULES,), (LICENSING,), ()]


def test_what_was_missing_is_open_until_it_is_explained_and_stands_on_the_signoff_sheet() -> None:
    made = _county()
    report = summed_report(made, added_up(made, None, desk_settings())[0], TODAY)
    found = _gap_findings(report)
    assert [finding.is_open for finding in found] == [True] * 3
    sheet = "\n".join(signoff_values(report, check_report(report, final=True, today=TODAY), today=TODAY).values())
    assert all(finding.message.split("。")[0] in sheet for finding in found)
    assert "信访局" in sheet
    reasons = {f.key: Explanation("已核实", "", "2026-01-20", f.message) for f in found}
    assert len(reasons) == 3
    told = _gap_findings(replace(report, explanations=reasons))
    assert not any(finding.is_open for finding in told)


def test_a_sum_in_which_nothing_is_missing_says_nothing() -> None:
    made = desk([file(name, figures=_full(desk([]))) for name in ("统计局", "水利局")], ["统计局", "水利局"])
    ledger = added_up(made, None, desk_settings())[0]
    assert sum_gaps(made, ledger) == {}
    assert _gap_findings(summed_report(made, ledger, TODAY)) == []


def test_reports_that_were_not_decided_or_not_read_and_errors_are_kept_too() -> None:
    full = _full(desk([]))
    files = [
        file("甲局", f"{sign}.docx", digest=sign, shown=sign, figures=full | {LICENSING: n})
        for n, sign in enumerate("ab")
    ]
    unread = DeskFile("坏的.docx", FileRecord("x", UNREAD, why="打不开。"))
    stranger = file("丁局", figures=full)
    made = desk([*files, unread, stranger, file("乙局", figures=full, items=(ITEM,))], ["甲局", "乙局"])
    gaps = _gaps(made)
    assert set(gaps) == {"units", "files", "errors"}
    assert "待定以哪一份为准1个：甲局" in gaps["units"]
    assert "有2个文件没有读入，或对不上单位，没有计入：坏的.docx、丁局.docx。" in gaps["files"]
    assert "还有错误的单位1个：乙局" in gaps["errors"]
