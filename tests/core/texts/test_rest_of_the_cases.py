"""A rest is never all cases, and what somebody does about some decisions is not how many there are (N-06)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of, wrong_claims

REST = {
    "t4.review.upheld": 2, "t4.review.corrected": 1, "t4.review.other": 2,
    "t4.after_review.upheld": 1, "t4.after_review.pending": 1,
}  # fmt: skip
CONTESTED = {
    "t4.review.upheld": 9, "t4.review.corrected": 3, "t4.review.other": 4, "t4.review.pending": 2,
    "t4.after_review.upheld": 5, "t4.after_review.other": 1, "t4.after_review.pending": 1,
}  # fmt: skip


def wrong(text: str, cells: dict[str, int]) -> list[str]:
    return [claim.cells[0] for claim in wrong_claims(filled("滨城区城市管理局", "s4", text, cells))]


@pytest.mark.parametrize(
    "text",
    [
        "被纠正的1件复议案件，是我局认定处理结果属于执法案卷而不予公开。区政府责令重新答复。调解结案的1件，由法制科上门说明拆除计划。其余3件复议，2件维持，1件撤回。",
        "一件复议因答复超期被纠正，我局已重新答复。一件复议经调解，申请人撤回。剩余3件复议，维持2件、申请人撤回1件。",
        "王某提起的复议被纠正。李某的复议经协调撤回。另外3件复议，2件维持，1件终止。",
        "其中1件因未说明理由被纠正。我局随即组织自查。其余4件复议案件，维持2件、其他2件。",
        "被责令重新答复的1件复议，问题在于检索不充分。我局已重新答复。余下4件复议中，维持2件，终止2件。",
        "区政府撤销我局答复1件，理由是未征求第三方意见。剩下的2件复议均获维持。",
    ],
)
def test_a_rest_of_cases(text: str) -> None:
    assert wrong(text, REST) == []


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("被纠正的1件复议，是我局不予公开。其余6件复议，2件维持，4件撤回。", ["t4.review.total", "t4.review.other"]),
        ("全年复议6件，被纠正1件。其余5件复议，维持2件，撤回3件。", ["t4.review.total", "t4.review.other"]),
        ("全年没有行政诉讼之外的案件。另有复议3件。", ["t4.review.total"]),
    ],
)
def test_a_rest_that_is_too_many(text: str, cells: list[str]) -> None:
    assert wrong(text, REST) == cells


@pytest.mark.parametrize(
    "told",
    [
        "维持9件，占56.25%；当事人对5件维持决定和2件驳回、终止决定不服，提起诉讼。",
        "维持9件、纠正3件、其他4件。申请人对5件维持决定不服，向法院起诉。",
        "维持9件。申请人不服其中5件维持决定，又诉至法院，另有2件对终止决定起诉。",
        "其中维持9件；当事人就5件维持决定、2件终止决定提起行政诉讼。",
        "维持9件，纠正3件，其他4件；对6件维持决定，当事人表示服从，未再起诉。",
        "维持9件。有申请人对4件维持决定仍不服，起诉到法院。",
        "维持9件。对9件维持决定，当事人有7件起诉至法院。",
        "维持9件。申请人认可4件维持决定，对5件维持决定提起诉讼。",
    ],
)
def test_what_is_done_about_some_decisions(told: str) -> None:
    assert wrong(f"全年行政复议18件，已审结16件，{told}", CONTESTED) == []


@pytest.mark.parametrize(
    "told",
    [
        "维持8件；当事人对5件维持决定不服，提起诉讼。",
        "当事人对答复不服，复议维持5件。",
        "市政府对5件维持，2件尚在审理。",
        "复议机关对10件作出维持决定。",
        "市政府作出5件维持决定、3件纠正决定。",
        "当事人对12件维持决定不服，提起诉讼。",
    ],
)
def test_how_many_were_upheld(told: str) -> None:
    assert wrong(f"全年行政复议18件，已审结16件，{told}", CONTESTED) == ["t4.review.upheld"]


WAYS = {
    "t4.review.upheld": 2,
    "t4.review.corrected": 1,
    "t4.review.other": 1,
    "t4.direct.upheld": 1,
    "t4.after_review.upheld": 2,
    "t4.after_review.pending": 1,
}


@pytest.mark.parametrize(
    "text",
    [
        "诉讼共4件，1件是当事人绕过复议直接起诉，法院驳回诉讼请求；另外3件经过复议，其中2件法院维持原答复，1件定于明年开庭。",
        "诉讼4件：直接起诉的1件，已获法院维持；其他3件先复议后起诉，维持2件、未审结1件。",
        "诉讼共4件，1件直接诉至法院，判决维持；余下3件均经复议前置，法院维持2件，1件尚未开庭。",
        "诉讼4件，其中直接起诉1件，结果为维持，复议后起诉3件，维持2件，另1件待判。",
    ],
)
def test_the_rest_came_behind_reviews(text: str) -> None:
    report = filled(
        "澄州市城市管理委员会", "s4", f"因信息公开被申请复议4件，维持2件，纠正1件，终止1件。行政{text}", WAYS
    )
    assert findings_of(report, "N-06") == []


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("1件直接起诉，法院维持；另外3件经过复议，其中1件法院维持，2件未审结。", "t4.after_review.upheld"),
        ("1件直接起诉，法院维持；其余3件经复议后起诉，其中1件维持，1件纠正，1件未审结。", "t4.after_review.corrected"),
    ],
)
def test_the_rest_is_told_wrong(text: str, cell: str) -> None:
    report = filled("澄州市城市管理委员会", "s4", f"因政府信息公开引发行政诉讼4件，{text}", WAYS)
    assert cell in [c for finding in findings_of(report, "N-06") for c in finding.cells]
