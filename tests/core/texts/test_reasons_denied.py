"""没有 of the reasons of a refusal, listed before what they lead to (N-05)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_claims

CELLS = {
    "t3.R01.C1": 30,
    "t3.R03.C1": 10,
    "t3.R08.C1": 2,
    "t3.R11.C1": 3,
    "t3.R13.C1": 5,
    "t3.R14.C1": 1,
    "t3.R16.C1": 4,
    "t3.R21.C1": 1,
    "t3.R04.C1": 4,
}


def rows(text: str) -> set[str]:
    return {cell for claim in wrong_claims(filled("溪川县水利局", "s3", text, CELLS)) for cell in claim.cells}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("全年未出现因信访举报投诉、重复申请等不予处理的情形。", "t3.R16.C7"),
        ("不存在信访投诉、大量反复申请等而不予处理的情况。", "t3.R16.C7"),
        ("没有因行政执法案卷、国家秘密等不予公开的情形。", "t3.R11.C7"),
        ("没有以第三方合法权益、过程性信息为由不予公开的申请。", "t3.R08.C7"),
        ("未出现需另行制作而无法提供的情形。", "t3.R14.C7"),
        ("不存在因补正后仍不明确、本机关不掌握等原因而无法提供的情形。", "t3.R13.C7"),
        ("重复申请、信访举报投诉类情形均未发生。", "t3.R16.C7"),
        ("公开出版物、重复申请、信访举报投诉三类不予处理情形均未发生。", "t3.R16.C7"),
        ("没有一件申请因信访举报投诉不予处理。", "t3.R16.C7"),
        ("未发生因申请人逾期不补正、逾期未缴费等不再处理的情形。", "t3.R21.C7"),
    ],
)
def test_each_reason_that_is_named_is_a_row(text: str, row: str) -> None:
    assert rows(text) == {row}


@pytest.mark.parametrize(
    "text",
    [
        "未出现因重复申请、公开出版物等不予处理的情形。",
        "没有因国家秘密、过程性信息等不予公开的情形。",
        "未发生因逾期不缴费等不再处理的情形。",
        "其中10件予以公开，1件因没有现成信息、需要另行制作而无法提供。",
        "除信访举报投诉外，没有因重复申请、信访举报投诉等不予处理的情形。",
        "公开出版物、重复申请两类不予处理情形均未发生。",
        "除信访举报投诉外，不予处理情形均未发生。",
        "未按期答复、不当不予公开的情况均未发生。",
        "全年没有因个人隐私不予公开的情形。",
        "没有因个人隐私、商业秘密等不予公开的情形。",
        "未出现因不予公开、无法提供答复引发争议的情形。",
        "没有无理由不予公开、不予处理的情形。",
        "未再出现因检索不充分、信访举报投诉等不予处理的情形。",
        "2023年没有因信访举报投诉等不予处理的情形。",
    ],
)
def test_what_is_open_or_of_others_is_left_alone(text: str) -> None:
    assert rows(text) == set()


def test_what_is_denied_of_the_kinds_before_it_is_of_their_columns() -> None:
    cells = {**CELLS, "t3.R01.C2": 2, "t3.R01.C5": 1, "t3.R03.C2": 2, "t3.R03.C5": 1}
    text = "法人和其他组织申请3件，其中企业2件、律师事务所1件，未出现不予处理情形。"
    assert wrong_claims(filled("溪川县水利局", "s3", text, cells)) == []
    cells |= {"t3.R03.C5": 0, "t3.R17.C5": 1}
    assert wrong_claims(filled("溪川县水利局", "s3", text, cells))


SECRETS = {**CELLS, "t3.R05.C1": 1, "t3.R07.C1": 2}


def denied(text: str) -> set[str]:
    found = wrong_claims(filled("溪川县水利局", "s3", text, SECRETS))
    return {cell[3:6] for claim in found for cell in claim.cells}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("全年没有以属于国家秘密、危及“三安全一稳定”为由不予公开的答复。", {"R05", "R07"}),
        ("未出现以国家安全、公共安全、经济安全、社会稳定为理由不予公开的情形。", {"R07"}),
        ("未发生因危及国家安全、公共安全、经济安全和社会稳定而不予公开的情况。", {"R07"}),
        ("不存在因涉及国家秘密或者危及“三安全一稳定”而不予公开的情形。", {"R05", "R07"}),
        ("没有因涉及国家秘密、内部事务信息而不予公开的申请。", {"R05"}),
        ("没有因涉及国家秘密及过程性信息而不予公开的申请。", {"R05"}),
        ("不存在以“行政执法案卷”、“过程性信息”为由不予公开的情况。", {"R11"}),
        ("未出现以法律行政法规禁止公开为由不予公开的情形。", set()),
        ("未出现以内部事务信息、过程性信息为由不予公开的情形。", set()),
        ("除涉及国家秘密外，未出现以危及“三安全一稳定”为由不予公开的情形。", set()),
        ("没有因国家安全、公共安全而不予公开的情形。", set()),
        ("没有以涉及个人隐私为由不予公开的情形。", set()),
        ("2023年没有以属于国家秘密、危及“三安全一稳定”为由不予公开的答复。", set()),
    ],
)
def test_grounds_with_marks_and_long_names_are_rows_too(text: str, rows: set[str]) -> None:
    assert denied(text) == rows


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("不予处理6件，没有收到要求行政机关确认或重新出具已获取信息的申请。", {"t3.R20.C7"}),
        ("全年未收到要求提供公开出版物的申请。", {"t3.R18.C7"}),
        ("没有收到涉及国家秘密的申请。", {"t3.R05.C7"}),
        ("没有收到无正当理由大量反复申请。", set()),
        ("四季度没有收到要求重新出具已获取信息的申请。", set()),
        ("各乡镇没有收到要求行政机关确认或重新出具已获取信息的申请。", set()),
    ],
)
def test_no_such_application_was_received(text: str, found: set[str]) -> None:
    given = {**CELLS, "t3.R01.C1": 33, "t3.R20.C1": 1, "t3.R18.C1": 1, "t3.R05.C1": 1}
    claims = wrong_claims(filled("溪川县水利局", "s3", text, given))
    assert {cell for claim in claims for cell in claim.cells} == found
