"""不再处理 is what the form calls so, and the parts of a number that is right are the rows of the table (N-05)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, told, wrong_quotes

CELLS = {
    "t3.R03.C1": 40,
    "t3.R03.C2": 6,
    "t3.R05.C1": 1,
    "t3.R11.C1": 6,
    "t3.R12.C1": 9,
    "t3.R12.C2": 2,
    "t3.R16.C1": 8,
    "t3.R17.C1": 4,
    "t3.R17.C2": 1,
    "t3.R21.C1": 5,
    "t3.R21.C2": 1,
    "t3.R22.C1": 2,
    "t3.R22.C5": 1,
    "t3.R01.C1": 75,
    "t3.R01.C2": 10,
    "t3.R01.C5": 1,
}


def wrong(text: str) -> list[str]:
    return wrong_quotes(filled("溪川县水利局", "s3", text, CELLS))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("因申请人无正当理由逾期不补正，我局不再处理6件（自然人5件、企业1件）。", ""),
        ("因申请人无正当理由逾期不补正，我局不再处理6件（自然人4件、企业2件）。", "自然人4件"),
        ("因申请人无正当理由逾期不补正，我局不再处理5件。", "不再处理5件"),
        ("申请人逾期未按收费通知要求缴费，不再处理3件；逾期不补正，不再处理6件。", ""),
        ("申请人逾期未按收费通知要求缴费，不再处理6件。", "不再处理6件"),
        ("不再处理9件，其中逾期不补正6件、逾期未缴费3件。", ""),
        ("不再处理的情形共9件。", ""),
        ("不再处理13件，均为信访和重复申请。", ""),
        ("不再处理8件。", "不再处理8件"),
        ("重复申请不再处理5件。", ""),
    ],
)
def test_the_clause_before_tells_which_row(text: str, quote: str) -> None:
    assert told(wrong(text), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("按照《条例》规定不予处理13件，其中信访举报投诉类申请8件、重复申请5件。", ""),
        ("按照《条例》规定不予处理13件，其中信访举报投诉类申请5件、重复申请8件。", "重复申请8件"),
        ("依据《条例》规定作出不予公开18件，其中执法案卷11件、行政查询6件、国家秘密1件。", "行政查询6件"),
        ("依照《条例》规定作其他处理9件，其中逾期不补正3件、逾期未缴费6件。", "逾期未缴费6件"),
        ("经集体会商不予公开12件，其中执法案卷5件、行政查询7件。", ""),
        ("经集体会商不予处理13件，其中信访举报投诉类申请5件、重复申请4件等。", ""),
    ],
)
def test_parts_of_a_right_head_are_judged(text: str, quote: str) -> None:
    assert told(wrong(text), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("自然人申请予以公开40件，企业申请予以公开6件。", ""),
        ("自然人申请予以公开40件，企业申请予以公开5件。", "企业申请予以公开5件"),
        ("自然人申请中公开41件，企业申请中公开6件。", "自然人申请中公开41件"),
        ("自然人申请公开75件，企业申请公开10件。", ""),
        ("征地类30件，自然人申请予以公开12件。", ""),
        ("自然人申请75件，企业申请10件，均予以公开。", "均予以公开"),
        ("法律服务机构的1件申请不再处理。", ""),
        ("自然人75件，均予以公开。", "自然人75件，均予以公开"),
        ("网络渠道60件，企业3件均予以公开。", "企业3件"),
        ("予以公开的46件，按申请人划分为自然人38件、企业6件。", "自然人38件"),
        ("予以公开的46件，按申请人划分为自然人40件、企业6件。", ""),
        ("法律服务机构1件，1件不再处理。", ""),
    ],
)
def test_results_of_kinds(text: str, quote: str) -> None:
    assert told(wrong(text), quote)


def test_results_that_make_up_one_kind_are_none_of_all() -> None:
    cells = {**CELLS, "t3.R01.C6": 2, "t3.R03.C6": 1, "t3.R23.C6": 1}
    text = "其他主体2件，1件公开，1件申请人撤回后作其他处理。"
    assert wrong_quotes(filled("溪川县水利局", "s3", text, cells)) == []
    text = "申请36件，全部由自然人提出，其中予以公开20件、不掌握16件。"
    assert (
        len(wrong_quotes(filled("溪川县水利局", "s3", text, {"t3.R01.C1": 36, "t3.R03.C1": 16, "t3.R13.C1": 20}))) == 2
    )


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("申请人逾期未缴费，视为放弃申请，对应的3件申请不再处理。", ""),
        ("申请人逾期未缴费，视为放弃申请，对应的2件申请不再处理。", "对应的2件申请不再处理"),
        ("申请人逾期未补正，视为放弃，对应的6件申请不再处理。", ""),
        ("申请人逾期未补正，视为放弃，对应的3件申请不再处理。", "对应的3件申请不再处理"),
        ("申请人逾期未缴纳费用，按规定视同放弃申请，对应的3件申请不再处理。", ""),
    ],
)
def test_the_row_is_known_too_where_the_number_stands_first(text: str, quote: str) -> None:
    assert told(wrong(text), quote)
