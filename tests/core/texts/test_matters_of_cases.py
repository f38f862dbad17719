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
