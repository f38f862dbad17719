"""Fees told in words leave their boxes to be filled in; a text that denies them, or links them, does not."""

from __future__ import annotations

from datetime import date

import pytest

from core.office.annex import findings_annex
from core.office.signoff_values import signoff_values
from core.office.summary import unfinished, verified
from core.report.report import Report, new_report
from core.validation.progress import SectionProgress, section_progress, to_fill, unfilled_in_words
from core.validation.validation import Checker, check_report

FEES = ("fee.notices", "fee.billed", "fee.collected")


def report_with(text: str) -> Report:
    report = new_report("望川县教育局", "政府部门", 2025)
    return report.with_cells(dict.fromkeys(report.form.entered, 0)).with_texts({"s6": text})


def last_section(report: Report) -> SectionProgress:
    return section_progress(report, check_report(report))[-1]


@pytest.mark.parametrize(
    "text",
    [
        "发出收费通知2件，总金额600元，实际收取300元。",
        "收取信息处理费600元。",
        "信息处理费的情况：发出收费通知两件，金额共600元。",
        "全年发出收费通知2件，实际收取0元。",
    ],
)
def test_boxes_are_still_to_be_filled_in_where_words_tell_numbers(text: str) -> None:
    report = report_with(text)
    part = last_section(report)
    assert (part.state, part.lacking, part.required - part.filled) == ("填写中", FEES, 3)
    assert [f for f in check_report(report).findings if "fee" in "".join(f.cells)] == []
    assert {*FEES} <= {*to_fill(section_progress(report, check_report(report)), check_report(report))}


def test_empty_boxes_are_told_on_each_paper_and_their_numbers_said_to_be_compared_with_nothing() -> None:
    report = report_with("本年度发出收费通知2件，总金额60元，实际收取30元。")
    told = "信息处理费3格（第六部分的数没有核对）"
    checks = Checker(report)
    result = checks.result(final=True)
    assert unfilled_in_words(report, result).endswith(told)
    assert told in signoff_values(report, result, today=date(2026, 1, 10))["校核结果"]
    said, missing = verified(checks)
    assert "没有空格" not in said
    assert "信息处理费3格没有填，第六部分的数没有核对" in missing
    heading = "信息处理费3格没填，第六部分的数没有核对："
    assert heading in [part.heading for part in unfinished(report, "review")]
    assert "发出收费通知、收费通知总金额、实际收取总金额" in str(findings_annex(report, result).parts[-1])


def test_boxes_that_are_filled_in_or_denied_are_told_nowhere() -> None:
    for report in (
        report_with("本年度发出收费通知2件。").with_cells(dict.fromkeys(FEES, 2)),
        report_with("本年度未收取信息处理费。"),
    ):
        result = check_report(report)
        assert unfilled_in_words(report, result) == result.unfilled
        assert [part for part in unfinished(report, "review") if "没填" in part.heading] == []


def test_only_the_empty_ones_are() -> None:
    report = report_with("收取信息处理费600元。").with_cells({"fee.collected": 600})
    assert last_section(report).lacking == FEES[:2]


@pytest.mark.parametrize(
    "text",
    [
        "本年度未收取信息处理费。",
        "全年发出收费通知0件，总金额0元，实际收取0元。",
        "没有收取信息处理费，收费通知0件。",
        "2024年收取信息处理费300元，本年未收取。",
        "免收信息处理费2件。",
        "收到申请11件，未收取信息处理费。",
        "无。",
    ],
)
def test_a_text_that_tells_of_none_needs_no_boxes(text: str) -> None:
    part = last_section(report_with(text))
    assert (part.lacking, part.filled) == ((), part.required)


def test_boxes_are_asked_for_before_the_text_comes() -> None:
    assert last_section(report_with("")).lacking == (*FEES, "s6")
