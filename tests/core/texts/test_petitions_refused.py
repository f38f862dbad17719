"""Petitions as a row of those refused (N-05), and reviews that a court speaks of (N-06)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS = {
    "t3.R01.C1": 14, "t3.R16.C1": 9, "t3.R17.C1": 4, "t3.R20.C1": 1, "t4.review.corrected": 6, "t4.review.upheld": 4,
}  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "不予处理的14件包括信访投诉举报{}件、重复申请{}件、要求重新出具1件。",
        "不予处理的14件，其中信访投诉举报{}件、重复申请{}件。",
        "不予处理14件：信访{}件、重复申请{}件、重新出具1件。",
        "不予处理14件，主要是信访举报{}件、重复申请{}件。",
    ],
)
def test_petitions_refused_and_the_rows_behind_them_are_compared(text: str) -> None:
    assert wrong_quotes(filled("柏川县水利局", "s3", text.format(9, 4), CELLS)) == []
    assert len(wrong_quotes(filled("柏川县水利局", "s3", text.format(8, 5), CELLS))) == 2


@pytest.mark.parametrize(
    "text",
    [
        "不予处理14件，另受理信访86件、投诉30件。",
        "不予处理14件；接待信访86件、办结80件。",
        "不予处理14件。信访86件、举报20件。",
    ],
)
def test_petitions_of_their_own_are_left_alone(text: str) -> None:
    assert wrong_quotes(filled("柏川县水利局", "s3", text, CELLS)) == []


def test_what_a_court_says_of_reviews_is_not_what_they_came_to() -> None:
    for text in ("无行政复议决定被法院撤销的情形。", "没有复议案件被法院改判。"):
        assert wrong_quotes(filled("柏川县水利局", "s4", text, CELLS)) == []
    assert len(wrong_quotes(filled("柏川县水利局", "s4", "未发生行政复议被纠正的情况。", CELLS))) == 1
