"""What is told of 前者 and 后者 is compared with the cases that these are, where the text tells which two are meant."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

CASES = {
    "t4.review.upheld": 9, "t4.review.corrected": 3, "t4.direct.upheld": 4, "t4.direct.pending": 2,
    "t4.after_review.upheld": 3, "t4.after_review.pending": 1,
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("直接起诉6件、复议后起诉4件。前者维持4件，后者维持3件。", []),
        ("直接起诉6件、复议后起诉4件。前者维持3件，后者维持3件。", ["前者维持3件"]),
        ("行政复议12件，行政诉讼10件。前者维持9件，后者维持6件。", ["后者维持6件"]),
        ("行政诉讼10件，直接起诉6件，复议后起诉4件。前者维持4件，后者维持4件。", ["后者维持4件"]),
        ("行政诉讼10件，直接起诉6件，复议后起诉4件。前者维持3件、未结2件；后者维持3件。", ["前者维持3件"]),
        ("行政诉讼10件，直接起诉6件，复议后起诉4件，前者维持4件、未结2件；后者维持3件。", []),
        ("直接起诉6件、复议后起诉4件，前者有4件维持，后者有3件维持。", []),
        ("直接起诉6件、复议后起诉4件，前者有2件未结，后者有1件未结。", []),
        ("直接起诉6件、复议后起诉4件，后者均已审结。", ["均已审结"]),
        ("行政复议12件、行政诉讼10件，前者均已审结，后者有3件未结。", []),
    ],
)
def test_the_former_and_the_latter_are_the_two_named_last(text: str, told: list[str]) -> None:
    assert wrong_quotes(filled("云泽市自然资源局", "s4", text, CASES)) == told


@pytest.mark.parametrize(
    "text",
    [
        "行政复议12件，行政诉讼10件，其中直接起诉6件。前者维持9件，后者维持7件。",
        "行政诉讼10件，其中直接起诉6件；行政复议12件。前者维持7件，后者维持9件。",
    ],
)
def test_of_three_that_are_named_nothing_is_said(text: str) -> None:
    assert wrong_quotes(filled("云泽市自然资源局", "s4", text, CASES)) == []
