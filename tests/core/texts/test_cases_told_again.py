"""Cases told again of some, behind all of their kind: 诉讼8件，其中征地拆迁类复议11件、占44%，诉讼5件 (N-06)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of, wrong_quotes

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


SUITS = "全年涉及政府信息公开的行政诉讼4件，其中直接起诉2件、复议后起诉2件。"


@pytest.mark.parametrize(
    "text",
    [
        "局主要负责人出庭应诉1次，截至年底上述案件法院均已审结，我局无败诉。",
        "局领导出庭2人次，4件诉讼年内均已审结，无一败诉。",
        "我局委托律师代理，4案均已审结，无败诉。",
        "局负责人出庭1次，上述案件均已结案。",
    ],
)
def test_cases_behind_who_came_to_court(text: str) -> None:
    cells = {"t4.direct.upheld": 2, "t4.after_review.upheld": 1, "t4.after_review.pending": 1}
    found = findings_of(filled("沔城市市场监督管理局", "s4", SUITS + text, cells), "N-06")
    assert ["t4.after_review.pending" in finding.cells for finding in found] == [True]
    right = {"t4.direct.upheld": 2, "t4.after_review.upheld": 2}
    assert findings_of(filled("沔城市市场监督管理局", "s4", SUITS + text, right), "N-06") == []


@pytest.mark.parametrize(
    "text",
    [
        "复议后起诉的有1件尚未审结。上年结转的2件案件均已审结。",
        "直接起诉的案件均已审结。",
        "除1件外，上述案件均已审结。",
        "负责人出庭应诉的3件案件均已审结。",
        "负责人出庭应诉3次，均已审结。",
    ],
)
def test_some_of_them_are_closed(text: str) -> None:
    cells = {"t4.direct.upheld": 2, "t4.after_review.upheld": 1, "t4.after_review.pending": 1}
    assert findings_of(filled("沔城市市场监督管理局", "s4", SUITS + text, cells), "N-06") == []


@pytest.mark.parametrize(
    "text",
    [
        "被申请行政复议2件，均系旧改片区居民提出。区人民政府审理后，两案均维持了街道作出的答复。",
        "因政府信息公开被申请行政复议2件，都与拆迁补偿有关。经审理，两案均被维持。",
        "政府信息公开行政复议2件，复议机关对两案均作出维持决定。",
        "政府信息公开行政复议案件2件，两案的结果均为维持。",
    ],
)
def test_both_cases(text: str) -> None:
    unit = "清渠区梧溪街道办事处"
    assert findings_of(filled(unit, "s4", text, {"t4.review.upheld": 1, "t4.review.other": 1}), "N-06") != []
    assert findings_of(filled(unit, "s4", text, {"t4.review.upheld": 2}), "N-06") == []
