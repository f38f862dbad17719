"""Which cases ended, at which instance, and which are still in hand: 3件在一审阶段审结 are not pending (N-06)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, told, wrong_quotes

SUED = {
    "t4.review.upheld": 5, "t4.review.corrected": 1, "t4.review.other": 2, "t4.review.pending": 1,
    "t4.after_review.upheld": 2, "t4.after_review.other": 1, "t4.after_review.pending": 1,
}  # fmt: skip


def wrong(text: str, cells: dict[str, int] = SUED) -> list[str]:
    return wrong_quotes(filled("苍梧市教育局", "s4", text, cells))


@pytest.mark.parametrize(
    "text",
    [
        "4件复议后起诉案件中，3件在一审阶段审结，1件尚在审理。",
        "复议后起诉4件，2件在二审阶段结案，1件在一审程序中撤诉，1件未审结。",
        "4件复议后起诉案件，其中2件在一审中判决，1件在一审期间由原告撤诉，1件尚未审结。",
        "行政诉讼4件，有3件在一审即已了结，另1件还在一审阶段。",
        "行政诉讼4件，3件在二审程序终结，1件待判。",
        "复议后起诉4件，一审均驳回诉讼请求，其中1件上诉，二审尚未判决。",
        "行政复议9件，2件在审理阶段由申请人撤回，1件仍未作出决定。",
        "行政复议9件，2件在审理过程中达成和解，申请人撤回申请。",
        "行政复议9件，2件在审查阶段申请人主动撤回，5件维持。",
        "行政复议9件，2件在审理过程中，申请人撤回申请。",
        "复议后起诉4件，其中判决2件，撤诉1件，未审结1件。",
        "行政诉讼4件，原告撤诉1件，判决2件，1件在审。",
    ],
)
def test_what_ended_is_not_in_hand(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("行政诉讼4件，2件仍在二审阶段。", "2件仍在二审阶段"),
        ("行政诉讼4件，2件在一审审理中。", "2件在一审审理中"),
        ("复议后起诉4件，2件处于一审阶段。", "2件处于一审阶段"),
        ("行政复议9件，2件正在审理，5件维持。", "2件正在审理"),
        ("行政复议9件，2件在审、5件维持。", "2件在审"),
        ("行政复议9件，2件在审理中，其余已审结。", "2件在审理中"),
    ],
)
def test_what_is_in_hand(text: str, quote: str) -> None:
    assert told(wrong(text), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("复议后起诉的3件已结案件里，一审结案2件，二审结案1件。", ""),
        ("复议后起诉的3件审结案件，我局胜诉2件。", ""),
        ("复议的8件已结案件中，维持5件。", ""),
        ("行政复议8件已审结案件中，纠正1件。", ""),
        ("申请行政复议的8件已有结果的案件中，维持5件。", ""),
        ("提起诉讼的3件已决案件中，维持2件。", ""),
        ("复议后起诉的1件未结案件还在二审。", ""),
        ("复议后起诉的1件在审案件，于12月立案。", ""),
        ("行政诉讼的3件已结案件中，直接起诉1件，复议后起诉2件。", "直接起诉1件"),
        ("复议后起诉4件未结案件1件。", ""),
        ("行政复议的9件已审理8件，维持5件。", ""),
        ("复议后起诉的2件已结案件里，维持2件。", "复议后起诉的2件"),
        ("复议的9件已结案件中，维持5件。", "复议的9件"),
        ("复议后起诉的2件未结案件都在二审。", "复议后起诉的2件"),
        ("复议后起诉的3件案件里，维持2件。", "复议后起诉的3件"),
    ],
)
def test_cases_told_with_their_state(text: str, quote: str) -> None:
    assert told(wrong(text), quote)


@pytest.mark.parametrize(
    "heard",
    ["法院经审理均判决驳回原告诉讼请求", "人民法院审理后，均判我局胜诉", "法院审理认为答复并无不当，均驳回了诉讼请求"],
)
def test_cases_heard_are_not_told_to_be_in_hand(heard: str) -> None:
    text = f"行政诉讼3件，均为复议后起诉，{heard}。"
    assert wrong(text, {"t4.after_review.upheld": 3}) == []
    assert len(wrong(text, {"t4.after_review.upheld": 2, "t4.after_review.pending": 1})) == 1


@pytest.mark.parametrize("heard", ["经法院审理的均判我局胜诉", "已审理的均驳回诉讼请求"])
def test_those_that_were_heard(heard: str) -> None:
    assert wrong(f"行政诉讼3件，{heard}。", {"t4.after_review.upheld": 2, "t4.after_review.pending": 1}) == []
