"""Cases in the text on oversight that are those of the table by all of their numbers are compared (N-06)."""

from __future__ import annotations

from datetime import date

import pytest

from core.checks.rules import CheckContext
from core.report.report import new_report
from core.report.totals import report_numbers
from core.texts.claims.claims import claims
from tests.core.texts.filled_reports import claims_in, filled, findings_of, told

CELLS = {"t4.review.upheld": 7, "t4.review.corrected": 3, "t4.review.other": 1, "t4.review.pending": 2}


def wrong(text: str) -> list[str]:
    report = new_report("临塘县人民政府", "各级人民政府", 2024)
    report = report.with_cells({**dict.fromkeys(report.form.entered, 0), **CELLS}).with_texts({"s1.oversight": text})
    found = claims(CheckContext(report, report_numbers(report), None, date(2025, 1, 10)))
    return [cell for claim in found if claim.agrees is False for cell in claim.cells]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("纠错情况按季通报。全年复议案件13件，维持7件、纠正1件、其他结果3件、尚未审结2件。", ["corrected", "other"]),
        ("全年13件复议案件中维持3件、纠正7件、其他1件、未审结2件。", ["upheld", "corrected"]),
        ("每季度通报。全年行政复议13件，维持6件，纠正4件，其他结果1件，尚未审结2件。", ["upheld", "corrected"]),
        ("全年复议案件13件，维持7件、纠正3件、其他结果2件、尚未审结1件，逐案复盘。", ["other", "pending"]),
    ],
)
def test_two_of_their_numbers_are_wrong(text: str, ends: list[str]) -> None:
    assert wrong(text) == [f"t4.review.{end}" for end in ends]


@pytest.mark.parametrize(
    "text",
    [
        "纠错情况按季通报。全年复议案件13件，维持7件、纠正3件、其他结果1件、尚未审结2件。",
        "全年行政复议案件213件，维持107件、纠正33件、其他结果51件、尚未审结22件。",
        "加强行政复议应诉。全年复议案件13件，维持9件、纠正4件。",
        "全年办理行政复议案件13件，维持2件、纠正1件、其他结果9件、尚未审结1件。",
        "全县行政复议案件13件，其中信息公开类3件，维持1件，纠正1件，其他1件。",
        "全年复议案件14件，维持7件、纠正1件、其他结果3件、尚未审结3件。",
    ],
)
def test_they_agree_or_others_are_meant(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("多出的3件都出自同一小区的住户，他们分别申请、分别复议，3件均获维持。", ""),
        ("南港片区住户提出的3件，诉求相同，这3件全部维持。", ""),
        ("涉及排污许可的2件，案情相近，2件都被维持。", ""),
        ("全年复议案件8件，3件均获维持。", "3件均获维持"),
        ("行政复议8件，维持3件。", "维持3件"),
        ("行政复议8件，多出的3件都出自同一小区；维持3件。", "维持3件"),
    ],
)
def test_outcomes_of_some_told_by_their_number(text: str, said: str) -> None:
    cells = {"t4.review.upheld": 4, "t4.review.corrected": 1, "t4.review.other": 2, "t4.review.pending": 1}
    report = filled("临湖县生态环境局", "s4", text, cells)
    assert told([finding.message for finding in findings_of(report, "N-06")], said)


@pytest.mark.parametrize(
    ("behind", "cells"),
    [
        ("复议案件由市政府和省厅审理，其中维持7件，纠正3件，其他结果2件，尚未审结1件。", ["other", "pending"]),
        ("复议案件均由市政府审理，维持6件，纠正3件，其他结果1件，尚未审结2件。", ["upheld"]),
        ("复议案件由市政府和省厅审理，其中维持7件，纠正3件，其他结果1件，尚未审结2件。", []),
        ("全局各类复议案件共33件，由市政府审理，维持27件，纠正3件，其他结果1件，尚未审结2件。", []),
    ],
)
def test_outcomes_told_in_a_later_sentence(behind: str, cells: list[str]) -> None:
    text = f"全年发生政府信息公开行政复议13件，比上年减少8件。{behind}"
    found = claims_in(filled("临湖县生态环境局", "s4", text, CELLS))
    assert [cell for claim in found if claim.agrees is False for cell in claim.cells] == [
        f"t4.review.{end}" for end in cells
    ]
