"""Cases that have a reason to be pending are pending: 1件因申请人补充证据至年底尚未审结 (N-06)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_claims, wrong_quotes

_OTHER = {"t4.review.upheld": 2, "t4.review.other": 1, "t4.review.total": 3}
_PENDING = {"t4.review.upheld": 2, "t4.review.pending": 1, "t4.review.total": 3}
_SAID = (
    "行政复议3件，其中市政府维持2件，1件因申请人补充证据至年底尚未审结。",
    "行政复议3件，维持2件，1件因案情复杂延期审理，年底前未审结。",
    "全年行政复议案件3件，维持2件，1件因需听证截至年末仍未结案。",
    "发生行政复议3件，复议机关维持2件，另1件因等待鉴定结论到年底还没有审结。",
    "行政复议3件，2件维持，1件受疫情影响尚未审结。",
    "行政复议3件，2件维持，1件因申请人补充证据，至年底尚未审结。",
    "行政复议3件，2件维持，1件因案情复杂仍在审理。",
    "行政复议3件，2件维持，1件由于双方正在协商，年底前没有作出决定。",
)


@pytest.mark.parametrize("text", _SAID)
def test_what_is_pending_for_a_reason(text: str) -> None:
    assert wrong_quotes(filled("苍梧市教育局", "s4", text, _PENDING)) == []
    assert len(wrong_quotes(filled("苍梧市教育局", "s4", text, _OTHER))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "行政复议3件，维持2件，1件因申请人撤回终止。",
        "行政复议3件，维持2件，1件因申请人撤回而终止，无尚未审结案件。",
        "行政复议3件，维持2件，1件因超期未审结后撤回申请终止。",
        "行政复议3件，维持2件，1件因原行政行为已改变，申请人撤回。",
        "行政复议3件，维持2件，1件因前案尚未审结而中止后终止。",
        "行政复议3件，维持2件，1件因关联案件尚未审结被驳回申请。",
        "行政复议3件，维持2件，1件因关联诉讼尚未审结，复议机关终止审理。",
        "行政复议3件，维持2件，1件因上年尚未审结转入本年，本年终止。",
        "复议3件，维持2件；另有1件因补正材料尚未作出决定，次年2月撤回。",
        "行政复议3件，维持2件，1件因补正材料至年底尚未作出决定，现已终止。",
    ],
)
def test_what_ended_or_may_have(text: str) -> None:
    assert wrong_quotes(filled("苍梧市教育局", "s4", text, _OTHER)) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("尚有2件行政复议、1件行政诉讼没有审结。", []),
        ("尚有2件行政复议、2件行政诉讼没有审结。", [2]),
        ("尚有行政复议2件、行政诉讼1件没有审结。", []),
        ("尚有行政复议3件、行政诉讼1件没有审结。", [3]),
        ("还有行政复议案件2件和行政诉讼案件1件尚在审理中。", []),
        ("现有行政复议5件、行政诉讼3件，未审结行政复议2件。", []),
        ("全年有行政复议4件、行政诉讼3件。", [4]),
    ],
)
def test_cases_of_both_kinds_are_left(text: str, wrong: list[int]) -> None:
    cells = {"t4.review.upheld": 3, "t4.review.pending": 2, "t4.direct.upheld": 2, "t4.direct.pending": 1}
    report = filled("白石县水务局", "s4", f"因政府信息公开，{text}", cells)
    assert [claim.number for claim in wrong_claims(report)] == wrong
