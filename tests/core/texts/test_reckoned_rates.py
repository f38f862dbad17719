"""A rate with its reckoning in brackets behind it must be what the two numbers give: 纠错率20%（20件中纠正4件）."""

from __future__ import annotations

import pytest

from core.texts.sums.ratios import wrong_ratios
from tests.core.texts.filled_reports import filled, findings_of

CELLS = {"t3.R01.C1": 35, "t3.R02.C1": 2, "t3.R03.C1": 17, "t3.R04.C1": 4, "t3.R13.C1": 14, "t3.R25.C1": 2}


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("复议纠错率达到40%（20件中纠正4件），暴露出程序意识不强。", "20%"),
        ("纠错率为25.0%（共20件中有4件被纠正）。", "20.0%"),
        ("问卷满意率97%（200份中，满意184份）。", "92%"),
    ],
)
def test_a_rate_that_its_numbers_do_not_give(text: str, right: str) -> None:
    assert [wrong.right for wrong in wrong_ratios(text, 2024)] == [right]


@pytest.mark.parametrize(
    "text",
    [
        "复议纠错率达到20%（20件中纠正4件），暴露出程序意识不强。",
        "合格率为90%（20件中2件不合格）。",
        "复议纠错率16.7%（24件中纠正4件）。",
        "纠错率超过15%（20件中纠正4件）。",
        "纠错率达到40%（上年20件中纠正4件、诉讼5件中纠正3件）。",
        "纠错率约20%（21件中纠正4件）。",
        "纠错率达到40%（20件复议）。",
    ],
)
def test_rates_that_are_right_or_not_understood_are_left_alone(text: str) -> None:
    assert wrong_ratios(text, 2024) == ()


@pytest.mark.parametrize(
    ("text", "rule", "ways"),
    [
        ("新收35件，上年结转2件，共办理37件，办结35件，办结率95.6%。", "N-04", "35÷37＝94.59%、35÷35＝100%，"),
        ("应办申请37件，办结率95.6%。", "N-04", "是35÷37＝94.59%，"),
        ("予以公开17件、部分公开4件，合计21件，公开率61%。", "N-05", "是21÷35＝60%、21÷37＝56.76%、"),
        ("予以公开17件，公开率47%。", "N-05", "是17÷37＝45.95%、17÷35＝48.57%、"),
    ],
)
def test_a_wrong_rate_is_told_with_the_ways_to_reckon_it(text: str, rule: str, ways: str) -> None:
    (message,) = [f.message for f in findings_of(filled("溪川县水利局", "s1.request", text, CELLS), rule)]
    assert ways in message
