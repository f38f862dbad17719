"""How many were closed by the end of the year is told of the cases on 信息公开 of the sentence before (N-06)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes
from tests.core.texts.offices import told_of

CELLS = {
    "t4.review.upheld": 9, "t4.review.corrected": 2, "t4.review.other": 3, "t4.review.pending": 4,
    "t4.direct.upheld": 4, "t4.direct.other": 2,
    "t4.after_review.upheld": 7, "t4.after_review.corrected": 1, "t4.after_review.other": 2,
    "t4.after_review.pending": 3,
}  # fmt: skip
LAWSUITS = "行政诉讼方面，全年发生政府信息公开案件19件，包括未经复议直接起诉6件、复议后起诉13件。"
REVIEWS = "全年因政府信息公开被申请行政复议18件。"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (LAWSUITS + "截至年底审结16件，其中结果得到维持11件，被判决纠正4件；3件尚在审理之中。", "纠正4件"),
        (LAWSUITS + "截至12月31日，审结16件，维持8件，纠正1件。", "维持8件"),
        (REVIEWS + "年内审结14件，维持9件，纠正3件，其他结果3件。", "纠正3件"),
        (REVIEWS + "至年底已审结13件，尚有4件未审结。", "审结13件"),
        (REVIEWS + "其中，审结14件，维持8件、纠正2件。", "维持8件"),
    ],
)
def test_they_are_compared(text: str, quote: str) -> None:
    assert any(quote in one for one in wrong_quotes(filled("柏川县人民政府", "s4", text, CELLS)))


@pytest.mark.parametrize(
    "text",
    [
        LAWSUITS + "截至年底审结16件，其中结果得到维持11件，被判决纠正1件；3件尚在审理之中。",
        LAWSUITS + "截至年底审结16件，维持11件，还有1件复议后起诉案件在二审中。",
        REVIEWS + "年内审结14件，维持9件，纠正2件，其他结果3件。",
        "县政府作为复议机关收到行政复议申请318件，其中涉信息公开18件。年内审结240件，维持150件、纠正30件。",
        REVIEWS + "全县受理行政复议案件318件，审结240件，维持150件。",
    ],
)
def test_right_ones_and_others_are_left(text: str) -> None:
    assert wrong_quotes(filled("柏川县人民政府", "s4", text, CELLS)) == []


@pytest.mark.parametrize(
    "said",
    [
        "均已由人民法院审结",
        "全部由法院审理终结",
        "都已经法院审结",
        "均已在年内审结",
        "均由法院作出生效裁判",
        "全部经两级法院审结",
    ],
)
def test_all_of_them_were_closed_by_the_court(said: str) -> None:
    text = f"未经复议直接起诉6件、复议后起诉13件，上述19件诉讼案件{said}。"
    assert said in "".join(wrong_quotes(filled("柏川县人民政府", "s4", text, CELLS)))
    closed = {**CELLS, "t4.after_review.upheld": 10, "t4.after_review.pending": 0}
    assert wrong_quotes(filled("柏川县人民政府", "s4", text, closed)) == []


@pytest.mark.parametrize(
    "said",
    ["其中直接起诉的6件均已由法院审结", "除3件外均已由法院审结", "3件在审，其余均已由法院审结", "均由法院依法审理"],
)
def test_of_some_only_they_were_closed(said: str) -> None:
    text = f"未经复议直接起诉6件、复议后起诉13件，{said}。"
    assert wrong_quotes(filled("柏川县人民政府", "s4", text, CELLS)) == []


def test_what_is_pending_is_told_of_the_same_cases() -> None:
    text = "未经复议直接起诉6件；复议后起诉13件，已审结13件。"
    (message,) = told_of("柏川县人民政府", "s4", text, CELLS)
    assert message.endswith("表中已审结10件、尚未审结3件，请核对。")
