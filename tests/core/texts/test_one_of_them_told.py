"""What is told of some only: one of several, those of one cause, what cases are about (N-01, N-05, N-06)."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from tests.core.texts.filled_reports import filled, told, wrong_claims, wrong_quotes

_CELLS: dict[str, Number] = {
    "t3.R01.C1": 41, "t3.R02.C1": 3, "t3.R01.C2": 19, "t3.R03.C1": 30, "t3.R03.C2": 16, "t3.R05.C1": 4,
    "t3.R08.C1": 5, "t3.R13.C1": 5, "t3.R13.C2": 3,
    "t4.review.upheld": 3, "t4.review.corrected": 3, "t4.review.other": 2, "t4.review.pending": 1,
    "t4.direct.upheld": 1, "t4.direct.corrected": 1, "t4.after_review.upheld": 2, "t4.after_review.pending": 1,
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "text", "quote"),
    [
        # one of several
        ("s3", "企业提出的另一件申请，所需材料由区商务局保存，已告知申请人不掌握。", ""),
        ("s3", "企业提出的另外一件申请涉及招标资料，已转告申请人。", ""),
        ("s3", "企业提出的头一件申请当天答复。", ""),
        ("s3", "企业提出的最后一件申请于12月办结。", ""),
        ("s3", "企业提出的其中一件申请当天答复。", ""),
        ("s4", "被纠正的另一件复议案件，已重新作出答复。", ""),
        ("s4", "行政复议9件，维持3件。维持案件中的1件，申请人随后提起诉讼。", ""),
        ("s4", "行政复议9件，复议案件中的2件被纠正。", "2件"),
        ("s3", "企业提出的申请18件。", "18件"),
        ("s3", "新收自然人申请41件，企业提出的17件。", "17件"),
        # of one cause
        ("s5", "一是检索义务履行不到位，2件复议案件因此被纠正；二是平台不稳。", ""),
        ("s5", "答复不规范，导致2件复议案件被纠正。", ""),
        ("s4", "行政复议9件，维持3件，2件因此被纠正。", ""),
        ("s5", "答复不规范，有4件复议案件因此被撤销。", "4件"),
        ("s4", "行政复议9件，维持3件，4件因此被纠正。", "4件"),
        ("s5", "一是答复不规范，2件复议案件被纠正。", "2件"),
        # two words for one outcome
        ("s4", "复议后起诉的3件中，法院判决驳回诉讼请求、支持我局答复的2件，至年底尚未审结的2件。", "2件"),
        ("s4", "复议后起诉的3件中，法院驳回诉请、维持我局答复的3件。", "3件"),
        ("s4", "复议后起诉的3件中，法院判决驳回诉讼请求、支持我局答复的2件，至年底尚未审结的1件。", ""),
        ("s4", "复议后起诉的3件中，法院判决驳回诉讼请求、准许撤诉的3件。", ""),
        # what cases are about
        ("s4", "9件行政复议中，5件对不予公开不服、4件对无法提供不服；从申请人看，自然人7件、企业2件。已审结8件。", ""),
        ("s4", "行政复议9件，其中不服不予公开决定的5件，不服无法提供答复的4件。已审结的8件，纠正2件。", "纠正2件"),
        ("s4", "复议案件9件：对不予公开有异议5件，对无法提供有异议4件。按申请人分，自然人7件、企业2件。", ""),
        ("s4", "行政诉讼5件，对部分公开不服的3件，对不予公开不服的2件。结案4件，自然人3件。", ""),
        ("s4", "行政诉讼5件，对部分公开不服的3件，对不予公开不服的2件。结案3件。", "结案3件"),
        ("s3", "申请人对不予公开不服的，可以申请复议。不予公开8件。", "不予公开8件"),
    ],
)  # fmt: skip
def test_some_are_not_all(code: str, text: str, quote: str) -> None:
    assert told(wrong_quotes(filled("平川县水利局", code, text, _CELLS)), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("全年行政复议1件，行政诉讼0件。该件复议涉及稽查案源材料，至年底尚未审结。", "至年底尚未审结"),
        ("全年行政复议1件。此案由市政府受理，涉及招标材料，市政府撤销了我局答复。", "撤销"),
        ("全年行政复议1件，未发生行政诉讼。这起复议案件涉及招标资料，目前尚在审理。", "尚在审理"),
        ("全年行政复议1件。该案由市政府受理，涉及招标材料，市政府维持了原答复。", ""),
        ("全年行政复议1件。该案经审理，市政府维持后，申请人又向法院起诉，尚在审理。", ""),
        ("上年行政复议1件。该案涉及招标材料，目前尚在审理。", ""),
        ("全年行政复议1件。另因处罚被申请复议1件。该案涉及处罚幅度，目前尚在审理。", ""),
    ],
)
def test_the_only_case_is_told_on_in_the_next_sentence(text: str, quote: str) -> None:
    report = filled("平川县水利局", "s4", text, {"t4.review.upheld": 1})
    assert told([claim.quote for claim in wrong_claims(report) if claim.rule_id == "N-06"], quote)


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("到12月31日，仍有3件涉及水库加固招标资料的申请正在征求施工单位意见，依照规定结转2025年继续办理。", True),
        ("仍有3件申请正在征求施工单位意见，依照规定结转2025年继续办理。", True),
        ("仍有2件涉及水库加固招标资料的申请正在征求施工单位意见，依照规定结转2025年继续办理。", False),
        ("仍有1件涉及水库加固招标资料的申请正在征求施工单位意见，依照规定结转2025年继续办理。", False),
        ("2023年末仍有3件涉及招标的申请正在征求意见，结转2024年办理。", False),
        ("6月底，仍有3件涉及招标的申请正在征求意见，后均办结，无申请结转。", False),
    ],
)
def test_what_goes_on_is_told_behind_the_number(text: str, is_wrong: bool) -> None:
    report = filled("平川县水利局", "s3", text, {"t3.R01.C1": 9, "t3.R03.C1": 7, "t3.R25.C1": 2})
    assert bool([claim for claim in wrong_claims(report) if claim.number is not None]) == is_wrong
