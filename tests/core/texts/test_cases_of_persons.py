"""What became of the cases of somebody, or of a few answers, says nothing of all cases (N-06)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, told, wrong_quotes

CELLS = {
    "t4.review.upheld": 6,
    "t4.review.other": 3,
    "t4.review.pending": 1,
    "t4.after_review.upheld": 2,
    "t4.after_review.pending": 2,
}


@pytest.mark.parametrize(
    "text",
    [
        "周某就征收材料接连提出申请，并对3份答复书分别申请复议，县政府均予维持。",
        "张先生就两份答复书先后申请行政复议，县政府均予以维持。",
        "同一申请人不服我局5份答复，申请复议，复议机关均维持我局答复。",
        "该公司对3份告知书申请复议后均被维持，又向法院起诉2件，1件已驳回。",
        "李某对5份告知书逐一申请复议，其中2份维持，3份作其他处理。",
        "李某提出15件申请，对其中3件的答复申请复议，均被维持。",
        "孙某申请复议的4件均已审结。",
        "3名村民先后申请复议，均被维持。",
        "陈某某多次申请行政复议，县政府均作出维持决定。",
        "王女士对2份部分公开答复提起诉讼，法院均驳回诉讼请求。",
        "复议案件中，刘某一人申请6件，均被维持。",
        "答复后，有2人就同一事项申请复议，县政府维持1件，另1人自行撤回。",
        "征收公告的申请人中，有3户不服申请复议，维持2件，1件终止。",
        "事后又有1人申请复议，复议机关维持1件。",
        "有2名村民对该答复申请复议，维持1件、另1件作其他处理。",
    ],
)
def test_cases_of_somebody_are_left_alone(text: str) -> None:
    assert wrong_quotes(filled("江堤市水利局", "s4", text, CELLS)) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("全年复议10件，均为李某提起，县政府均予维持。", "均予维持"),
        ("李某等人申请复议共10件，全部维持。", "全部维持"),
        ("周某对7份答复书分别申请复议，县政府均予维持。", "均予维持"),
        ("周某对3份答复书申请复议，县政府均予维持。全年复议案件均被维持。", "均被维持"),
        ("周某对3份答复书申请复议，全年行政复议均被维持。", "均被维持"),
        ("对我局作出的答复申请复议的，均予维持。", "均予维持"),
        ("2024年，有2人申请复议，维持5件、作其他处理3件。", "维持5件"),
        ("全年，有9人申请复议，维持5件。", "维持5件"),
        ("答复后，有9人申请复议，维持5件、其他结果3件。", "维持5件"),
        ("答复后，有2人申请复议，维持7件。", "维持7件"),
    ],
)
def test_all_cases_are_compared(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled("江堤市水利局", "s4", text, CELLS)), quote)
