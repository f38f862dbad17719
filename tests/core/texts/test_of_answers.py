"""Reviews and lawsuits that some answers led to are not all of them."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS = {
    "t3.R01.C1": 35,
    "t3.R08.C1": 6,
    "t3.R11.C1": 8,
    "t3.R12.C1": 2,
    "t3.R13.C1": 11,
    "t3.R04.C1": 8,
    "t4.review.upheld": 7,
    "t4.review.corrected": 2,
    "t4.after_review.upheld": 2,
}


def wrong(text: str, code: str) -> list[str]:
    return wrong_quotes(filled("青原县自然资源局", code, text, CELLS))


@pytest.mark.parametrize("code", ["s3", "s5"])
@pytest.mark.parametrize(
    "text",
    [
        "以属于行政执法案卷为由不予公开的8件中有2件引发复议。",
        "不予公开的16件里，2件被申请行政复议。",
        "不予公开16件，其中2件引发行政复议。",
        "部分公开8件，有3件申请人不服申请了复议。",
        "对不予公开的16件，申请人就其中4件提起复议。",
        "2件不予公开答复引发行政复议。",
        "答复说理不足，第三方权益类6件中1件引发诉讼。",
        "无法提供的11件中3件引起行政复议，1件又提起诉讼。",
        "部分公开8件，其中2件对遮挡范围有异议，1件申请复议。",
        "不予公开16件中有3件被申请复议，其中2件维持、1件纠正。",
        "因案卷问题不予公开的8件中，已有3件申请人另行阅卷，4件引发复议。",
        "对无法提供的11件，1件当事人不服提起诉讼。",
    ],
)
def test_cases_of_some_answers_are_not_compared(text: str, code: str) -> None:
    assert wrong(text, code) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("答复质量不高，全年引发行政复议7件。", "7件"),
        ("答复质量有待提高，复议9件中被纠正3件。", "3件"),
        ("答复工作引发行政复议8件、行政诉讼2件。", "8件"),
    ],
)
def test_cases_of_all_answers_are_compared(text: str, told: str) -> None:
    (quote,) = wrong(text, "s5")
    assert told in quote


@pytest.mark.parametrize(
    "text",
    [
        "针对执法案卷答复提起的复议6件中，维持5件。",
        "申请人为自然人的，答复后申请复议5件；申请人为企业的，申请复议4件。",
    ],
)
def test_outcomes_of_cases_on_some_matter_are_not_compared(text: str) -> None:
    assert wrong(text, "s4") == []


def test_results_of_the_number_right_before_are_of_that_number() -> None:
    assert wrong("全年办结35件，其中20日内办结17件、延期办结18件，延期的18件中公开5件、部分公开3件。", "s3") == []
