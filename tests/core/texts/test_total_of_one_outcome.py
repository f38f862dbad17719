"""A total of one outcome is no sum of the cases told before it: 直接起诉20件，复议后起诉42件，法院纠正合计5件."""

from __future__ import annotations

import pytest

from core.texts.sums.sums import wrong_sums


@pytest.mark.parametrize(
    "text",
    [
        "行政诉讼62件，直接起诉20件，复议后起诉42件，法院纠正合计5件。",
        "行政诉讼62件，直接起诉20件，复议后起诉42件，维持共计37件。",
        "行政诉讼62件，直接起诉20件、复议后起诉42件，败诉合计5件。",
        "行政复议98件，行政诉讼62件，被纠正合计19件。",
        "直接起诉20件，复议后起诉42件，撤销的共计5件。",
        "直接起诉维持11件，复议后起诉维持26件，维持合计37件。",
    ],
)
def test_a_total_of_one_outcome_is_left_alone(text: str) -> None:
    assert wrong_sums(text, 2021) == ()


@pytest.mark.parametrize(
    "text",
    [
        "行政诉讼直接起诉20件，复议后起诉42件，合计52件。",
        "直接起诉20件，复议后起诉42件，诉讼合计64件。",
        "直接起诉维持11件，复议后起诉维持26件，维持合计39件。",
    ],
)
def test_a_sum_of_what_stands_before_is_reckoned(text: str) -> None:
    assert len(wrong_sums(text, 2021)) == 1
