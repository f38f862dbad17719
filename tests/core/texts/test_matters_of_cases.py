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
