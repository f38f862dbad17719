"""What the reviews of cases came to that went to court afterwards (N-06); papers that were made (N-05)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS = {
    "t3.R01.C1": 20, "t3.R03.C1": 13, "t3.R14.C1": 7,
    "t4.review.upheld": 14, "t4.review.corrected": 6, "t4.direct.upheld": 1,
    "t4.after_review.upheld": 3, "t4.after_review.corrected": 1, "t4.after_review.pending": 2,
}  # fmt: skip
FRAMES = ["申请人先复议后诉讼的6件案件中，", "复议后又起诉的6件中，", "经复议后提起诉讼的6件案件，其中："]


@pytest.mark.parametrize("frame", FRAMES)
def test_reviews_within_lawsuits_are_left_alone(frame: str) -> None:
    text = f"{frame}复议维持5件、纠正1件；诉讼维持{{}}件、纠正1件，2件未结。"
    assert wrong_quotes(filled("柏川县水利局", "s4", text.format(3), CELLS)) == []
    assert len(wrong_quotes(filled("柏川县水利局", "s4", text.format(5), CELLS))) == 1


def test_outcomes_of_all_reviews_are_still_compared() -> None:
    assert len(wrong_quotes(filled("柏川县水利局", "s4", "行政复议20件，复议维持5件、纠正6件。", CELLS))) == 1


@pytest.mark.parametrize("text", ["共制作答复文书20份。", "制作办理流程图3份。", "全年制作完成各类告知书31份。"])
def test_papers_that_were_made_are_no_row(text: str) -> None:
    assert wrong_quotes(filled("柏川县水利局", "s3", text, CELLS)) == []


@pytest.mark.parametrize("text", ["需要另行制作的{}件。", "因需另行制作而无法提供的{}件。"])
def test_what_would_have_to_be_made_is_compared(text: str) -> None:
    assert wrong_quotes(filled("柏川县水利局", "s3", text.format(7), CELLS)) == []
    assert len(wrong_quotes(filled("柏川县水利局", "s3", text.format(5), CELLS))) == 1
