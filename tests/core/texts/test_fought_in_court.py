"""Suits counted by 场, cases that go on in the next year, and bodies that stood by the office (N-06)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, told, wrong_quotes

_CASES = {
    "t4.review.upheld": 4, "t4.review.corrected": 2, "t4.review.other": 1, "t4.review.pending": 1,
    "t4.direct.upheld": 2, "t4.direct.corrected": 1, "t4.direct.other": 1, "t4.direct.pending": 2,
    "t4.after_review.upheld": 1, "t4.after_review.corrected": 1, "t4.after_review.pending": 1,
}  # fmt: skip
_PUT_RIGHT = {"t4.review.upheld": 2, "t4.review.corrected": 1}


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("全年因信息公开打官司9场，比复议多。", ""),
        ("全年因信息公开打官司8场，比复议多。", "官司8场"),
        ("全年打了9场官司。", ""),
        ("全年打了2场官司。", "2场"),
        ("全年信息公开官司打了9场，赢了3场，输了2场，3场没判。", ""),
        ("全年信息公开官司打了9场，赢了3场，输了1场，3场没判。", "输了1场"),
        ("组织旁听官司庭审、开展讲座3场。", ""),
        ("诉讼9件，审结6件，剩下3起跨年审理。", ""),
        ("诉讼9件，审结6件，剩下2起跨年审理。", "2起"),
        ("诉讼9件，6件有了结果，剩下的2起转入下年继续审理。", "2起"),
        ("复议8件，审结7件，另2件跨年审理。", "2件"),
        ("复议8件，审结7件，另1件跨年审理。", ""),
    ],
)
def test_suits_by_other_units_and_over_the_year(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled("青石县水利局", "s4", text, _CASES)), quote)


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("全年因信息公开被申请复议3件，这三件复议机关都支持了我们的答复。", True),
        ("复议3件，复议机关都支持了原答复。", True),
        ("复议3件，县政府都支持了水利局的答复意见。", True),
        ("复议3件，上级复议机关一律支持了我方意见。", True),
        ("复议3件，结果都对我局有利。", True),
        ("复议3件，其中答复类两件，这两件复议机关都支持了我们的答复。", False),
        ("复议3件，两件涉及征地补偿的答复复议机关都支持了我们，另一件被纠正。", False),
        ("复议3件，除一件被纠正外，复议机关都支持了我们的答复。", False),
        ("复议3件，复议机关都充分听取了申请人的意见。", False),
    ],
)
def test_bodies_that_stood_by_the_office(text: str, is_wrong: bool) -> None:
    assert bool(wrong_quotes(filled("青石县水利局", "s4", text, _PUT_RIGHT))) == is_wrong
