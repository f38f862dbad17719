"""A rate with its reckoning in brackets behind it must be what the two numbers give: 纠错率20%（20件中纠正4件）."""

from __future__ import annotations

import pytest

from core.texts.sums.ratios import wrong_ratios


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
