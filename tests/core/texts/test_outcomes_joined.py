"""Several outcomes told of one number of cases are added up: 16件作出维持或纠正结论的案件, 驳回和撤回合计3件."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from tests.core.texts.filled_reports import filled, told, wrong_quotes

# fmt: off
_CELLS: dict[str, Number] = {
    "t4.review.upheld": 12, "t4.review.corrected": 2, "t4.review.other": 5, "t4.review.pending": 3,
    "t4.review.total": 22,
    "t4.direct.upheld": 4, "t4.direct.other": 1, "t4.direct.total": 5,
    "t4.after_review.upheld": 3, "t4.after_review.corrected": 1, "t4.after_review.pending": 2,
    "t4.after_review.total": 6,
}
# fmt: on
_UNIT = "云溪市市场监督管理局"


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("经统计，{}件作出维持或纠正结论的复议案件中，行政处罚线索核查类占12件。", (14,), 16),
        ("{}件作出维持或撤销决定的复议案件。", (14,), 15),
        ("被复议22件，维持和纠正的共{}件。", (14,), 13),
        ("作出维持或者撤销决定的{}件复议案件均已归档。", (14,), 24),
        ("{}件维持和纠正的复议案件均已归档。", (14,), 12),
        ("复议22件，维持、纠正合计{}件，其余撤回或未结。", (14,), 17),
        ("复议22件，已出决定19件：维持12件，撤销重作2件，驳回和撤回合计{}件；3件跨年。", (5, 17), 6),
        ("复议22件，已出决定19件：维持12件，撤销重作2件，驳回、撤回合计{}件。", (5, 17), 7),
        ("复议维持12件，驳回申请和终止的{}件。", (5, 17), 7),
        ("行政复议纠正和撤回的合计{}件。", (7,), 8),
        ("行政诉讼败诉和撤诉的合计{}件。", (2,), 4),
        ("复议案件中，被撤销、变更或确认违法的{}件。", (2,), 3),
        ("复议撤回、终止共{}件。", (5,), 6),
    ],
)
def test_both_outcomes_are_added_up(text: str, right: tuple[int, ...], wrong: int) -> None:
    for number in right:
        assert wrong_quotes(filled(_UNIT, "s4", text.format(number), _CELLS)) == []
    assert len(wrong_quotes(filled(_UNIT, "s4", text.format(wrong), _CELLS))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "复议审结19件，其中14件得到维持或被纠正。",
        "复议维持12件和纠正2件，撤回、终止共5件。",
        "复议后起诉6件，一审、二审维持的3件。",
        "复议维持和纠正分别为12件和2件。",
        "因信息公开涉复议22件、诉讼11件，总计33件。已审结28件，维持或胜诉19件，其他结果6件；未审结5件。",
        "复议22件，维持12件、撤销2件，另有撤回、终止以及不予受理5件。",
        "复议机关作出维持、驳回决定的12件。",
    ],
)
def test_other_numbers_beside_joined_outcomes_are_right(text: str) -> None:
    assert wrong_quotes(filled(_UNIT, "s4", text, _CELLS)) == []


def test_one_outcome_by_its_own_name_stays_judged() -> None:
    text = "复议申请人撤回、复议机关终止或驳回等归入其他结果的复议案11件。"
    assert len(wrong_quotes(filled(_UNIT, "s4", text, _CELLS))) == 1


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("行政诉讼11件，胜诉及其他结果{}件。", (8,), 7),
        ("行政诉讼11件，维持、其他结果共{}件。", (8,), 1),
        ("行政复议22件，维持及其他结果{}件、纠正2件、未审结3件。", (17,), 12),
        ("行政复议22件，驳回和其他结果{}件。", (17, 5), 18),
        ("行政复议22件，撤回及其他结果{}件。", (5,), 17),
        ("行政复议22件，维持12件及其他结果{}件。", (5,), 17),
    ],
)
def test_what_is_joined_with_other_results(text: str, right: tuple[int, ...], wrong: int) -> None:
    for number in right:
        assert wrong_quotes(filled(_UNIT, "s4", text.format(number), _CELLS)) == []
    assert any(f"{wrong}件" in q for q in wrong_quotes(filled(_UNIT, "s4", text.format(wrong), _CELLS)))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("行政复议22件，维持12件，申请人撤回申请列入其他结果5件。", ""),
        ("行政复议22件，维持12件，终止审理的计入其他结果5件；纠正2件。", ""),
        ("行政复议22件，维持12件，5件终止，列入其他结果。", ""),
        ("行政复议22件，驳回申请5件（计入其他结果），纠正2件。", ""),
        ("行政复议22件，维持11件，申请人撤回申请列入其他结果5件。", "维持11件"),
        ("行政复议22件，维持12件，申请人撤回申请列入其他结果6件。", "6件"),
        ("行政复议22件，驳回申请6件（计入其他结果），纠正2件。", "6件"),
    ],
)
def test_the_row_of_the_next_number(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled(_UNIT, "s4", text, _CELLS)), quote)
