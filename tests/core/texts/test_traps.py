"""Right texts that were taken for wrong once, each beside one of its shape that is wrong."""

from __future__ import annotations

from datetime import date

import pytest

from core.checks.rules import CheckContext
from core.report.entry_text import Number
from core.report.report import new_report
from core.report.totals import report_numbers
from core.texts.claims import claims

CELLS: dict[str, Number] = {
    "t3.R01.C1": 44, "t3.R01.C2": 13, "t3.R01.C4": 1, "t3.R01.C5": 2, "t3.R02.C1": 2, "t3.R02.C2": 1,
    "t3.R03.C1": 19, "t3.R03.C2": 6, "t3.R08.C1": 9, "t3.R13.C1": 18, "t3.R13.C2": 8, "t3.R25.C1": 1,
    "t4.review.upheld": 2, "t4.review.other": 1, "t4.direct.corrected": 1, "t4.after_review.upheld": 1,
    "t2.normative.in_force": 13,
}  # fmt: skip


def wrong(text: str, code: str, year: int = 2025) -> list[str]:
    report = new_report("荔城市教育局", "政府部门", year)
    report = report.with_cells({**dict.fromkeys(report.form.entered, 0), **CELLS}).with_texts({code: text})
    found = claims(CheckContext(report, report_numbers(report), None, date(year + 1, 1, 10)))
    return [claim.quote for claim in found if claim.agrees is False]


@pytest.mark.parametrize("kind", ["企业申请占比", "企业的占比", "企业占比"])
def test_a_share_that_has_risen_is_of_the_kind_named_before_both(kind: str) -> None:
    text = f"申请人中自然人44件、企业13件、社会公益组织1件、律师事务所2件，{kind}由上年的15.2%升至%。"
    assert wrong(text.replace("至%", "至21.7%"), "s1.request") == []
    assert wrong(text.replace("至%", "至31.7%"), "s1.request") == [f"{kind}由上年的15.2%升至31.7%"]


@pytest.mark.parametrize(
    "text",
    [
        "另有11名申请人要求查询办理进度，经沟通后自行撤回，未登记为政府信息公开申请。",
        "对咨询类来信，未作为政府信息公开申请登记。",
        "此类来信未按依申请公开办理。",
        "上述事项未纳入政府信息公开申请。",
    ],
)
def test_what_is_not_entered_as_an_application_says_nothing_of_others(text: str) -> None:
    assert wrong(text, "s1.request") == []


def test_no_application_is_still_wrong_where_there_are_some() -> None:
    assert wrong("全年未收到政府信息公开申请。", "s1.request") == ["未收到政府信息公开申请"]
    assert wrong("全年未作出过不予公开决定。", "s3") == ["全年未作出过不予公开决定"]


def test_how_a_lawsuit_came_to_court_is_said_without_the_word() -> None:
    text = "复议3件、诉讼2件。诉讼中未经复议的1件被判决纠正，经复议的1件获维持。"
    assert wrong(text, "s4") == []
    assert wrong(text.replace("未经复议的1件", "未经复议的2件"), "s4") == ["诉讼中未经复议的2件"]
    assert wrong(text.replace("，经复议的1件", "，经复议的2件"), "s4") == ["经复议的2件"]


def test_the_stock_in_a_text_that_names_a_wrong_year_only_is_that_of_now() -> None:
    text = "2024年全年审核发布信息1106条，规范性文件数据库收录现行有效文件{}件。"
    assert wrong(text.format(15), "s1.manage") == ["规范性文件数据库收录现行有效文件15件"]
    assert wrong(text.format(13), "s1.manage") == []
    assert wrong(f"{text.format(15)}2025年新增1件。", "s1.manage") == []
