"""What a body decided in the only case: 复议1件，经县政府复议予以维持 (N-06)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

REVIEW = "本年度我镇因信息公开被申请行政复议1件，{}，没有发生行政诉讼。"
SUIT = "全年未被申请复议，因政府信息公开被提起行政诉讼1件，{}。"
UPHELD = [
    *((REVIEW, said, "t4.review") for said in ("经县政府复议予以维持", "县人民政府作出维持决定")),
    *((REVIEW, said, "t4.review") for said in ("经复议机关审查后维持原答复", "经上级复议机关审理后予以维持")),
    *((SUIT, said, "t4.direct") for said in ("经县法院审理驳回原告诉讼请求", "经法院一审判决维持")),
    *((SUIT, said, "t4.direct") for said in ("县人民法院审理后判决驳回诉讼请求", "县法院依法判决维持我镇答复")),
]


@pytest.mark.parametrize(("text", "said", "group"), UPHELD)
@pytest.mark.parametrize(("outcome", "wrong"), [("upheld", False), ("corrected", True)])
def test_what_a_body_decided_is_compared(text: str, said: str, group: str, outcome: str, wrong: bool) -> None:
    cells = {"t3.R01.C1": 3, "t3.R03.C1": 3, f"{group}.{outcome}": 1}
    assert [said in quote for quote in wrong_quotes(filled("白沙镇人民政府", "s4", text.format(said), cells))] == (
        [True] if wrong else []
    )


@pytest.mark.parametrize("said", ["经县政府复议未予维持", "县政府要求我镇改进答复文书", "经法院协调正在沟通"])
def test_what_is_no_plain_outcome_is_left_alone(said: str) -> None:
    cells = {"t3.R01.C1": 3, "t3.R03.C1": 3, "t4.review.corrected": 1}
    assert wrong_quotes(filled("白沙镇人民政府", "s4", REVIEW.format(said), cells)) == []
