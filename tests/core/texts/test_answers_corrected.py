"""Answers that are said to have been corrected in a review or a lawsuit are cases of section 四."""

from __future__ import annotations

import pytest

from core.texts.claims.claim import Claim
from tests.core.texts.filled_reports import filled, wrong_claims

CELLS = {
    "t3.R01.C1": 27, "t3.R03.C1": 27, "t4.review.upheld": 12, "t4.review.corrected": 5,
    "t4.direct.upheld": 7, "t4.direct.corrected": 2, "t4.after_review.upheld": 5,
}  # fmt: skip


def wrong(text: str) -> list[Claim]:
    return wrong_claims(filled("岚江市自然资源和规划局", "s5", text, CELLS))


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("个别答复说理不透，年内共有6件答复在行政复议中被纠正。", "t4.review.corrected"),
        ("释法说理不足，有7件信息公开答复被复议机关撤销。", "t4.review.corrected"),
        ("答复质量有待提高，3件申请答复在行政诉讼中被判决撤销。", "t4.direct.corrected"),
        ("全年共4件答复在复议阶段被纠错。", "t4.review.corrected"),
        ("答复不够严谨，全年有6件被复议机关纠正；解读形式单一。", "t4.review.corrected"),
        ("依申请公开答复说理不透，导致7件被复议机关依法撤销。", "t4.review.corrected"),
        ("答复文书不规范，全年3件被法院判决确认违法。", "t4.direct.corrected"),
    ],
)
def test_a_number_of_corrected_answers_that_the_table_does_not_hold(text: str, cell: str) -> None:
    assert cell in [claim.cells[0] for claim in wrong(text)]


@pytest.mark.parametrize(
    "text",
    [
        "个别答复说理不透，年内共有5件答复在行政复议中被纠正。",
        "有2件信息公开答复在行政诉讼中被判决撤销，教训深刻。",
        "有3件答复因程序瑕疵在行政复议中被纠正。",
        "2022年有9件答复在行政复议中被纠正。",
        "全市共有19件答复在行政复议中被纠正，我局5件。",
        "力争不再出现答复在行政复议中被纠正的情况，对6件答复开展复盘。",
        "9件信访答复在复查中被纠正。",
        "较上年多6件答复在行政复议中被纠正。",
        "答复不够严谨，全年有5件被复议机关纠正；解读形式单一。",
        "答复不够严谨，其中有2件被复议机关纠正。",
        "答复不够严谨，2023年有9件被复议机关纠正。",
        "答复不够严谨，全市有19件被复议机关纠正。",
        "行政处罚告知和答复不够严谨，全年有9件被复议机关纠正。",
        "队伍素质不高，全年有9件被复议机关纠正。",
        "对各乡镇答复指导不够，全年有9件被复议机关纠正。",
        "答复不够严谨，全年有7件被复议机关、法院纠正。",
    ],
)
def test_right_numbers_and_those_of_others_are_left_alone(text: str) -> None:
    assert wrong(text) == []


def test_more_than_were_corrected_are_compared_with_these_alone() -> None:
    text = "答复不够规范，有6件被复议机关责令重新答复。"
    assert [(claim.quote, claim.cells) for claim in wrong(text)] == [
        ("6件被复议机关责令重新答复", ("t4.review.corrected",))
    ]
