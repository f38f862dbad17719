"""What all of a total of cases had, they all had: 诉讼共4件，法院均驳回原告诉讼请求, though one is pending."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from tests.core.texts.filled_reports import filled, wrong_claims

# fmt: off
_CELLS: dict[str, Number] = {
    "t4.review.upheld": 12, "t4.review.corrected": 2, "t4.review.other": 5, "t4.review.pending": 3,
    "t4.review.total": 22,
    "t4.direct.upheld": 4, "t4.direct.pending": 1, "t4.direct.total": 5,
    "t4.after_review.upheld": 3, "t4.after_review.other": 1, "t4.after_review.pending": 2,
    "t4.after_review.total": 6,
}
_RIGHT: dict[str, Number] = {
    "t4.review.upheld": 12, "t4.review.corrected": 2, "t4.review.other": 5, "t4.review.pending": 3,
    "t4.review.total": 22,
    "t4.direct.upheld": 5, "t4.direct.total": 5, "t4.after_review.upheld": 6, "t4.after_review.total": 6,
}
_LOST: dict[str, Number] = {
    **_RIGHT, "t4.direct.upheld": 3, "t4.direct.pending": 2, "t4.after_review.upheld": 4,
    "t4.after_review.corrected": 2,
}
# fmt: on
_UNIT = "清溪县人民政府"
_ALL = [
    "清溪县司法局充分发挥行政复议化解行政争议主渠道作用，全年办结涉政府信息公开复议案件19件，年末3件尚在审理。"
    "因不服复议决定而提起的行政诉讼案件共6件，法院均驳回原告诉讼请求。",
    "复议案件22件，审结19件，未结3件。行政诉讼11件，全部胜诉。",
    "行政诉讼共11件，法院均判决驳回原告诉讼请求。",
    "直接起诉5件，均驳回诉讼请求。",
    "被诉11件，法院全部维持我县答复。",
    "因信息公开引发诉讼11件，均判决驳回原告诉请。",
    "行政诉讼11件，法院均支持我县答复。",
    "应诉11件，法院均判我县胜诉。",
    "复议后起诉6件，均获法院维持。",
    "复议后又起诉的6件，全部驳回原告诉讼请求。",
    "未经复议直接起诉的5件，均以维持告终。",
    "全年应诉11件，件件胜诉，均获支持。",
]


@pytest.mark.parametrize("text", _ALL)
def test_all_of_a_total_leaves_none_pending(text: str) -> None:
    assert wrong_claims(filled(_UNIT, "s4", text, _RIGHT)) == []
    wrong = [claim for claim in wrong_claims(filled(_UNIT, "s4", text, _CELLS)) if claim.number is None]
    assert any(cell.endswith("pending") for claim in wrong for cell in claim.cells)


@pytest.mark.parametrize(
    "text",
    [
        "复议后起诉6件，已结4件，均未被纠正，另有2件在审。",
        "直接起诉5件，审结4件，均维持；1件在审。",
        "直接起诉5件，其中1件在审，其余均维持。",
        "直接起诉5件，均驳回原告诉讼请求。1件尚在二审审理中。",
        "行政诉讼11件，审结8件，均未败诉。",
    ],
)
def test_decided_ones_are_told_apart(text: str) -> None:
    assert wrong_claims(filled(_UNIT, "s4", text, _CELLS)) == []


_DECIDED = [
    "被提起行政诉讼11件，已收到裁判文书的9件无一败诉，厅负责同志出庭应诉4次。",
    "年度内因政府信息公开被申请行政复议22件，被纠正2件，低于2023年的14.6%；被提起行政诉讼11件，已收到裁判文书的9件无一败诉。",
    "被提起行政诉讼11件，已审结的9件无一败诉。",
    "被提起行政诉讼11件，拿到判决书的9件，我县无败诉。",
    "被提起行政诉讼11件，法院已作出裁判的9件，无一件判我县败诉。",
    "被提起行政诉讼11件，法院已作出生效裁判的9件，均判我县胜诉。",
    "行政诉讼11件，已出判决的9件全部胜诉，其余2件未判。",
    "应诉11件，收到裁判文书9份，无一败诉。",
    "行政诉讼11件，已结9件，至今无一例败诉。",
    "行政诉讼11件，经法院审理，我县保持零败诉。",
    "行政诉讼11件，未出现一起败诉案件。",
    "行政诉讼11件，无一败诉，主要负责人出庭应诉3次。",
    "诉讼案件11件，其中已判决9件，无败诉。",
    "诉讼11件，作出裁判的9件，无一件败诉。",
]


@pytest.mark.parametrize("text", _DECIDED)
def test_none_of_the_decided_ones_was_lost(text: str) -> None:
    won = {**_LOST, "t4.after_review.upheld": 6, "t4.after_review.corrected": 0}
    assert wrong_claims(filled(_UNIT, "s4", text, won)) == []
    lost = [claim for claim in wrong_claims(filled(_UNIT, "s4", text, _LOST)) if claim.number is None]
    assert any("t4.after_review.corrected" in claim.cells for claim in lost)


@pytest.mark.parametrize(
    "text",
    [
        "负责同志出庭应诉4次，旁听庭审2场。",
        "行政诉讼11件，负责人出庭应诉12人次。",
        "主要负责人出庭应诉3件，出庭应诉率100%。",
    ],
)
def test_who_went_to_court_counts_no_cases(text: str) -> None:
    assert wrong_claims(filled(_UNIT, "s4", text, _RIGHT)) == []
