"""What cases are on is no decision of table two, and with a verb of deciding it is one (N-07)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, told, wrong_quotes

CELLS = {"t4.review.upheld": 7, "t4.review.other": 2, "t2.penalty.decisions": 230, "t2.licensing.decisions": 415}


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("上述9件中，涉及征地补偿的7件、行政处罚的2件。", ""),
        ("从内容看，涉及行政许可的3件，涉及行政处罚的6件。", ""),
        ("因行政许可引发的3件，其余为投诉举报。", ""),
        ("其中行政强制类2件、行政处罚类案件3件。", ""),
        ("按案由分，投诉举报7件、行政处罚2件。", ""),
        ("9件复议中，行政许可2件，投诉举报7件。", ""),
        ("全年作出行政处罚229件，引发复议9件。", "全年作出行政处罚229件"),
        ("本年行政处罚229件，由此引发复议9件。", "本年行政处罚229件"),
        ("全年办理行政许可415件、行政处罚203件。", "行政处罚203件"),
        ("全年作出行政处罚230件，引发复议9件。", ""),
    ],
)
def test_matters_of_cases_are_no_decisions(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled("溪川县水利局", "s4", text, CELLS)), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("复议9件。按争议焦点划分，不予公开5件、部分公开1件、答复超期3件。", ""),
        ("9件复议中，从起因看，无法提供6件、不予处理3件。", ""),
        ("复议维持7件。2件维持案件的申请人又向法院起诉，均未立案。", ""),
        ("复议维持7件。1件维持的案件的当事人随后申请了信访复查。", ""),
        ("复议维持5件，其他结果2件。2件其他结果案件的申请人已撤回申请。", "复议维持5件"),
        ("从结果看，维持5件、其他结果2件。", "维持5件"),
    ],
)
def test_what_cases_are_over_is_no_result(text: str, quote: str) -> None:
    cells = CELLS | {"t3.R01.C1": 60, "t3.R03.C1": 40, "t3.R05.C1": 20, "t3.R24.C1": 60}
    assert told(wrong_quotes(filled("溪川县水利局", "s4", text, cells)), quote)


@pytest.mark.parametrize(
    "text",
    [
        "被纠正的4件复议案件中，2件因未按期答复，1件因未作区分处理，1件因送达程序瑕疵。",
        "从纠正原因看，2件系未在法定期限内答复，2件系未说明理由。",
        "复议案件中，因未按期答复引发的5件，因对答复内容不满引发的17件。",
        "申请人提出复议的理由，未在期限内答复的6件，答复内容不完整的16件。",
    ],
)
def test_why_cases_were_brought_is_no_state_of_theirs(text: str) -> None:
    cells = {"t4.review.upheld": 9, "t4.review.corrected": 4, "t4.review.other": 6, "t4.review.pending": 3}
    start = "2024年，全县因政府信息公开引发行政复议22件，维持9件、纠正4件、其他结果6件、"
    assert wrong_quotes(filled("云岭县人民政府", "s4", f"{start}尚有3件在审。{text}", cells)) == []
    pending = ("2件因案情复杂中止、尚未审结。", "还有5件因听证未完，年内未审结。", "5件复议机关未作出决定。")
    assert all(wrong_quotes(filled("云岭县人民政府", "s4", start + end, cells)) for end in pending)
