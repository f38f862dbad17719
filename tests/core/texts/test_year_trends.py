"""A rise or fall without a number, and decisions told in other texts, beside last year's report (Y-06)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from core.base.late import load_now
from core.checks.rules import FUNCTIONS, CheckContext
from core.report.report import Report, new_report
from core.report.totals import report_numbers
from core.validation import validation

load_now(validation)  # registers the rule functions

NOW = {"t3.R01.C1": 4, "t3.R01.C2": 1, "t3.R03.C1": 5}
LAST = {"t3.R01.C1": 7, "t3.R01.C2": 4, "t3.R03.C1": 11, "t2.penalty.decisions": 5, "t4.review.upheld": 1}


def report_of(year: int, cells: Mapping[str, int], texts: Mapping[str, str]) -> Report:
    report = new_report("望川县教育局", "政府部门", year)
    return report.with_cells({**dict.fromkeys(report.form.entered, 0), **cells}).with_texts(texts)


def told(code: str, text: str, last: Mapping[str, int] = LAST) -> list[str]:
    report = report_of(2025, NOW, {code: text})
    context = CheckContext(report, report_numbers(report), report_of(2024, last, {}), date(2026, 1, 10))
    return [f.message for f in FUNCTIONS["years_in_text"].function(context, report.form.rules["Y-06"])]


@pytest.mark.parametrize(
    "text",
    [
        "申请量较上年有所增加。",
        "新收申请5件，较上年有所增加。",
        "申请量同比有所增长。",
        "申请数量与上年相比略有上升。",
        "依申请公开数量较去年明显增多。",
        "收到申请5件，同比大幅增加。",
        "收到申请5件，数量较上年有所上升。",
        "申请量较2024年有所增加。",
        "政府信息公开申请量较上年呈上升趋势。",
        "受理量较上年有所增长，均已按期办结。",
    ],
)
def test_a_rise_that_was_a_fall(text: str) -> None:
    (message,) = told("s1.request", text)
    assert "应是减少6件" in message


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("申请量较上年下降一半以上。", False),
        ("新收申请5件，较上年减少近六成。", False),
        ("申请量同比下降三成以上。", False),
        ("申请量较上年下降不到三成。", True),
        ("新收申请5件，较上年减少三成多。", True),
        ("申请量同比增长三成以上。", True),
    ],
)
def test_a_change_told_as_a_share_in_words(text: str, *, is_wrong: bool) -> None:
    messages = told("s1.request", text)
    assert [("应是下降55%" in message) for message in messages] == [True] * is_wrong


@pytest.mark.parametrize("text", ["申请量较上年有所下降。", "新收申请5件，较上年有所减少。", "申请量同比大幅减少。"])
def test_a_fall_that_was_a_rise(text: str) -> None:
    (message,) = told("s1.request", text, {"t3.R01.C1": 3})
    assert "应是增加2件" in message


@pytest.mark.parametrize(
    "text",
    [
        "申请量较上年有所下降。",
        "新收申请5件，较上年有所减少。",
        "收到申请5件，办理质量较上年有所提高。",
        "收到申请5件，办结率较上年有所上升。",
        "收到申请5件，咨询量较上年有所增加。",
        "网站访问量较上年有所增加。",
        "申请量较2023年有所增加。",
        "收到申请5件，其中自然人4件，涉及征地的较上年有所增加。",
        "申请量有所增加。",
        "收到申请5件，复杂程度较上年明显上升。",
        "公众对信息的需求较上年有所增加。",
        "没有发生行政复议，比上年减少1件。",
    ],
)
def test_a_fall_and_what_is_told_of_other_things(text: str) -> None:
    assert told("s1.request", text) == []


@pytest.mark.parametrize("code", ["s1", "s1.active", "s1.oversight", "s2"])
@pytest.mark.parametrize(
    "text",
    [
        "行政处罚同比减少3件。",
        "全年行政处罚较上年减少3件。",
        "行政处罚决定同比增加3件。",
        "行政处罚数量较上年减少3件，行政许可与上年持平。",
        "依法履职，行政处罚同比下降20%。",
        "行政处罚较上年有所增加。",
    ],
)
def test_decisions_that_are_none_this_year(code: str, text: str) -> None:
    assert len(told(code, text)) == 1


@pytest.mark.parametrize("code", ["s1.active", "s1.oversight"])
@pytest.mark.parametrize(
    "text",
    [
        "行政处罚同比减少5件。",
        "行政处罚信息同比减少3件。",
        "公开行政许可和行政处罚，行政处罚同比减少3件。",
        "交通领域行政处罚同比减少3件。",
        "行政处罚公示同比减少3件。",
        "行政检查同比减少3件。",
        "行政处罚同比有所减少。",
        "行政许可与上年持平。",
        "行政处罚网上办理同比减少3件。",
        "网站发布动态300条，行政处罚同比减少3件。",
    ],
)
def test_right_decisions_and_what_was_published_of_them(code: str, text: str) -> None:
    assert told(code, text) == []


@pytest.mark.parametrize("code", ["s1.oversight", "s4"])
def test_a_review_less_than_there_was(code: str) -> None:
    assert len(told(code, "没有发生行政复议，比上年减少2件。")) == 1
