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


FEW = {
    "t4.review.upheld": 4, "t4.review.corrected": 3, "t4.review.other": 1, "t4.after_review.pending": 2,
}  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "复议8件，县政府维持了4件。申请人周某不服其中一件维持决定，11月诉到法院，尚未开庭。",
        "复议8件，维持4件，纠正3件。对其中2件维持决定，申请人又提起诉讼。",
        "复议8件，维持4件，纠正3件。我局已履行其中1件纠正决定，重新答复。",
        "复议8件，维持4件，纠正3件，我局对其中1件纠正决定提出了异议。",
        "复议8件，维持4件，纠正3件，另1件终止。就其中2件撤销决定，我局已重新作出答复。",
        "当事人因不服其中的两件维持决定起诉，法院尚在审理。",
        "复议8件，申请人针对其中1起维持案件起诉。",
        "市政府网站公开了其中1件维持决定书。",
    ],
)
def test_what_is_done_about_some_decisions_says_not_how_many_they_are(text: str) -> None:
    assert wrong_quotes(filled("柏川县水利局", "s4", text, FEW)) == []


@pytest.mark.parametrize(
    "text",
    [
        "复议8件，其中2件维持。",
        "复议8件，其中一件维持决定，其余撤回。",
        "行政复议8件，其中：维持决定3件、纠正3件。",
        "复议8件，并且其中3件维持决定。",
        "复议机关作出8件决定，其中3件维持决定。",
        "行政复议案件8件其中5件维持。",
        "行政复议案件8件经审理其中5件维持决定。",
    ],
)
def test_how_many_were_upheld_is_still_compared(text: str) -> None:
    assert wrong_quotes(filled("柏川县水利局", "s4", text, FEW))
