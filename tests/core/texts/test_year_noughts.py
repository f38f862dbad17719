"""Changes since last year that are told of what did not happen this year: right stays silent, wrong is found."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from core.report.entry_text import Number
from core.report.report import Report, new_report
from core.validation.validation import check_report

LAST: Mapping[str, Number] = {
    "t4.review.upheld": 2, "t4.direct.upheld": 1, "t4.after_review.upheld": 2,
    "t2.normative.issued": 1, "t2.normative.in_force": 3, "t3.R01.C1": 4, "t3.R01.C2": 1,
}  # fmt: skip
NOW: Mapping[str, Number] = {"t3.R01.C1": 3, "t2.normative.in_force": 3}


def report_of(year: int, numbers: Mapping[str, Number]) -> Report:
    report = new_report("青原县水利局", "政府部门", year)
    return report.with_cells({**dict.fromkeys(report.form.entered, 0), **numbers})


def said(code: str, text: str, now: Mapping[str, Number] = NOW) -> list[str]:
    report = report_of(2025, now).with_texts({code: text})
    result = check_report(report, last_year=report_of(2024, LAST), today=date(2026, 1, 10))
    return [f.message for f in result.findings if f.rule_id == "Y-06"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("s4", "2025年未发生行政复议和行政诉讼，上年行政复议为2件。"),
        ("s4", "2025年无行政复议，2024年行政复议2件。"),
        ("s4", "2024年行政复议2件，2025年未发生行政复议。"),
        ("s4", "2025年无行政复议、无行政诉讼；2024年行政复议2件，均维持。"),
        ("s4", "本年无行政诉讼，比上年减少3件。"),
        ("s4", "本年无行政诉讼，上年3件。"),
        ("s4", "本年无行政诉讼，同比下降100%。"),
        ("s4", "本年未发生行政复议和行政诉讼，较上年减少5件。"),
        ("s4", "本年未发生行政复议和行政诉讼，上年行政复议2件、行政诉讼3件。"),
        ("s4", "本年无行政复议，2023年行政复议7件。"),
        ("s4", "本年无行政复议，上年因信访引发行政复议1件。"),
        ("s4", "本年行政诉讼无败诉案件，与上年一致。"),
        ("s1.manage", "本年未制发行政规范性文件，较上年减少1件，现行有效3件，与上年持平。"),
        ("s1.manage", "本年未制发行政规范性文件，上年制发1件。"),
        ("s1.request", "自然人申请3件，较上年减少1件；商业企业未提出申请，上年商业企业申请1件。"),
        ("s1.oversight", "全年未发生责任追究情形，与上年持平，培训3次，比上年多1次。"),
    ],
)
def test_a_right_change_to_nothing_is_not_spoken_of(code: str, text: str) -> None:
    assert said(code, text) == []


@pytest.mark.parametrize(
    ("code", "text", "quote", "name"),
    [
        ("s4", "2025年未发生行政复议和行政诉讼，上年行政复议为3件。", "上年行政复议为3件", "行政复议是2件"),
        ("s4", "2025年无行政复议，2024年行政复议1件。", "2024年行政复议1件", "行政复议是2件"),
        ("s4", "2024年行政复议1件，2025年未发生行政复议。", "2024年行政复议1件", "行政复议是2件"),
        ("s4", "本年无行政诉讼，比上年减少2件。", "比上年减少2件", "行政诉讼是3件"),
        ("s4", "本年无行政诉讼，上年2件。", "上年2件", "行政诉讼是3件"),
        ("s4", "本年无行政诉讼，与上年持平。", "与上年持平", "行政诉讼是3件"),
        ("s4", "本年未发生行政复议和行政诉讼，较上年减少4件。", "较上年减少4件", "行政复议、行政诉讼是5件"),
        ("s1.manage", "本年未制发行政规范性文件，与上年一致。", "与上年一致", "本年制发是1件"),
        ("s1.manage", "本年未制发行政规范性文件，上年制发2件。", "上年制发2件", "本年制发是1件"),
        ("s1.request", "商业企业未提出申请，上年商业企业申请2件。", "上年商业企业申请2件", "商业企业是1件"),
    ],
)
def test_a_wrong_change_to_nothing_is_found(code: str, text: str, quote: str, name: str) -> None:
    (one,) = said(code, text)
    assert f"写的是“{quote}”" in one
    assert f"上年报告中{name}" in one or f"·{name}" in one


@pytest.mark.parametrize(("fewer", "is_right"), [(1, True), (3, True), (4, True), (2, False)])
def test_what_stands_beside_a_nought_may_be_meant_too(fewer: int, is_right: object) -> None:
    text = f"行政复议1件，无行政诉讼，比上年减少{fewer}件。"
    assert (not said("s4", text, {**NOW, "t4.review.upheld": 1})) == is_right


def test_a_nought_that_is_wrong_itself_is_told_once() -> None:
    assert said("s4", "本年无行政诉讼，比上年减少2件。", {**NOW, "t4.direct.upheld": 1}) == []
