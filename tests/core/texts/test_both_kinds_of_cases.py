"""Outcomes told of reviews and lawsuits together, or of a kind that is named behind them."""

from __future__ import annotations

import pytest

from core.texts.sums.sums import wrong_sums
from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS = {
    "t4.review.upheld": 5,
    "t4.review.corrected": 2,
    "t4.review.other": 1,
    "t4.review.pending": 1,
    "t4.after_review.upheld": 2,
    "t4.after_review.other": 1,
    "t4.after_review.pending": 1,
}


def wrong(text: str) -> list[str]:
    return wrong_quotes(filled("青原县自然资源局", "s4", text, CELLS))


@pytest.mark.parametrize(
    ("right", "slip"),
    [
        (
            "复议9件、诉讼4件；被纠正的2件全部出现在复议环节，年末未结的复议、诉讼各1件。",
            "复议9件、诉讼4件；被纠正的3件全部出现在复议环节，年末未结的复议、诉讼各1件。",
        ),
        ("诉讼4件。结果纠正2件，都是在复议阶段纠正的。", "诉讼4件。结果纠正1件，都是在复议阶段纠正的。"),
        ("复议9件，诉讼4件，维持的5件全部为复议。", "复议9件，诉讼4件，维持的4件全部为复议。"),
        ("复议9件，诉讼4件，维持的2件均为诉讼。", "复议9件，诉讼4件，维持的5件均为诉讼。"),
        (
            "9件复议案件和4件诉讼案件中，维持的复议、诉讼分别为5件和2件。",
            "9件复议案件和4件诉讼案件中，维持的复议、诉讼分别为6件和2件。",
        ),
        ("其他结果的复议、复议后起诉各1件。", "其他结果的复议、复议后起诉各2件。"),
    ],
)
def test_the_kind_of_cases_is_named_behind_their_outcome_or_each_by_each(right: str, slip: str) -> None:
    assert wrong(right) == []
    assert wrong(slip)


@pytest.mark.parametrize(
    ("right", "slip"),
    [
        ("复议9件、诉讼4件；被纠正的2件已重新答复。", "复议9件、诉讼4件；被纠正的3件已重新答复。"),
        ("复议9件、复议后起诉4件；未审结2件。", "复议9件、复议后起诉4件；未审结3件。"),
        (
            "复议9件，诉讼4件，维持7件，纠正2件，其他2件，未审结2件。",
            "复议9件，诉讼4件，维持8件，纠正2件，其他2件，未审结1件。",
        ),
    ],
)
def test_outcomes_behind_both_kinds_side_by_side_may_be_of_both(right: str, slip: str) -> None:
    assert wrong(right) == []
    assert wrong_sums(right, 2024) == ()
    assert wrong(slip)


@pytest.mark.parametrize("text", ["复议9件、诉讼4件；诉讼维持3件。", "复议9件，其中维持6件；诉讼4件，其中维持2件。"])
def test_an_outcome_of_one_kind_is_compared_with_it_alone(text: str) -> None:
    assert len(wrong(text)) == 1


def test_only_so_many_of_one_kind_had_the_outcome_told_before() -> None:
    assert wrong("其他结果集中在复议环节，共1件；诉讼仅1件。") == []
