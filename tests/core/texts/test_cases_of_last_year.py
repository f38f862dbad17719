"""This year's reviews told under last year's name, which section four of a report on this year cannot be of (N-08)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of

CELLS = {"t4.review.upheld": 3}


def said(text: str) -> list[str]:
    report = filled("邕东区城市管理和综合执法局", "s4", text, CELLS)
    return [finding.rule_id for finding in findings_of(report, "N-08")]


@pytest.mark.parametrize(
    "text",
    [
        "2023年度我局政府信息公开行政复议共3件，全部维持，没有行政诉讼案件；与上一年度的6件相比下降50%。",
        "2023年，因政府信息公开被申请行政复议3件，均获维持。",
        "2023年我局共发生行政复议案件3件，较上年减少3件。",
        "2023年度，全局行政复议3件，复议机关均予以维持，未发生行政诉讼。",
        "2023年度政府信息公开行政复议案件3件，同比下降50%，结果均为维持。",
        "2023年政府信息公开类行政复议3件，未发生行政诉讼案件。",
        "我局2023年度被申请行政复议3件，与2022年的6件相比下降50%。",
        "2023年度收到行政复议案件3件，已全部审结。",
        "在2023年度，我局共被申请行政复议3件，结果均为维持。",
    ],
)
def test_the_year_is_left_from_the_report_before(text: str) -> None:
    assert said(text) == ["N-08"]


@pytest.mark.parametrize(
    "text",
    [
        "2024年行政复议3件，全部维持；2023年为6件。",
        "2023年度我局行政复议6件，2024年降至3件，均维持。",
        "行政复议3件，较2023年减少3件，下降50%，全部维持。",
        "2023年申请、2024年审结的行政复议1件，本年新收2件，均维持。",
        "对2023年度答复提出的行政复议3件，均维持。",
        "2023年结转的行政复议3件，均维持。",
        "2023年以来，政府信息公开行政复议共3件，均维持。",
        "2023年行政复议6件，今年3件，全部维持。",
        "2023年行政复议4件，均维持。",
        "2023年我局败诉1件，教训深刻，今年行政复议3件均维持。",
        "2023年度区政府行政复议白皮书发布后，我局整改问题2个；全年行政复议3件，均维持。",
        "根据2023年修订的行政复议法，3件行政复议均由区政府审理，全部维持。",
    ],
)
def test_last_year_may_be_told_of_beside_this_one(text: str) -> None:
    assert said(text) == []
