"""Cases told again of some, behind all of their kind: 诉讼8件，其中征地拆迁类复议11件、占44%，诉讼5件 (N-06)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS = {
    "t4.review.upheld": 14, "t4.review.corrected": 6, "t4.review.other": 5,
    "t4.direct.upheld": 2, "t4.after_review.upheld": 6,
}  # fmt: skip
WHOLE = "全县共发生涉政府信息公开行政复议25件、行政诉讼{}件"
SOME = [
    "，其中征地拆迁类复议11件、占44%，诉讼5件、占62.5%。",
    "，其中涉土地复议11件，诉讼5件。",
    "。其中，集体土地征收11件复议、5件诉讼。",
    "，主要集中在征收领域（复议11件、诉讼5件）。",
    "，针对不予公开答复提起的复议11件，诉讼5件。",
]


@pytest.mark.parametrize("some", SOME)
def test_cases_told_again_of_some_are_left_alone(some: str) -> None:
    assert wrong_quotes(filled("柏川县水利局", "s4", WHOLE.format(8) + some, CELLS)) == []


@pytest.mark.parametrize("some", SOME)
def test_all_of_them_are_still_compared(some: str) -> None:
    assert wrong_quotes(filled("柏川县水利局", "s4", WHOLE.format(7) + some, CELLS))


def test_what_only_names_disclosure_again_is_no_part() -> None:
    text = "行政复议25件、行政诉讼8件。因政府信息公开引发的行政诉讼{}件。"
    assert wrong_quotes(filled("柏川县水利局", "s4", text.format(8), CELLS)) == []
    assert wrong_quotes(filled("柏川县水利局", "s4", text.format(5), CELLS)) == ["因政府信息公开引发的行政诉讼5件"]
