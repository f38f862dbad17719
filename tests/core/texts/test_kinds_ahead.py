"""Kinds of applicants told with what became of them behind, and values listed under one name (N-03, N-05, N-17)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_claims, wrong_quotes

CELLS = {
    "t3.R01.C1": 142, "t3.R01.C2": 23, "t3.R01.C5": 4, "t3.R01.C6": 2,
    "t3.R02.C1": 6, "t3.R02.C2": 1,
    "t3.R03.C1": 61, "t3.R03.C2": 9, "t3.R03.C5": 2,
    "t3.R04.C1": 40, "t3.R04.C2": 5, "t3.R13.C1": 36, "t3.R13.C2": 6, "t3.R13.C5": 1,
    "t3.R16.C1": 4, "t3.R23.C2": 1,
    "t3.R25.C1": 7, "t3.R25.C2": 3, "t3.R25.C5": 1, "t3.R25.C6": 2,
    "fee.notices": 3, "fee.billed": 740, "fee.collected": 540,
}  # fmt: skip


def wrong(text: str, code: str = "s1.request") -> list[str]:
    return wrong_quotes(filled("青崖市自然资源和规划局", code, text, CELLS))


@pytest.mark.parametrize(
    "text",
    [
        "截至年底，仅3件企业申请结转至下年，办结率较高。",
        "年末有7件自然人的申请因征求第三方意见结转下年度继续办理。",
        "尚有1件律所申请正在办理。",
        "上年带来的6件自然人申请已于一月办结。",
        "9件企业申请予以公开，6件企业申请答复本机关不掌握。",
        "年末，7件自然人申请、3件企业申请结转下年，另有律所1件。",
        "有1件企业申请系上年转来，已办结。",
        "4件个人申请被认定为信访投诉。",
    ],
)
def test_kinds_are_those_of_the_row_behind_them(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("截至年底，仅4件企业申请结转至下年，办结率较高。", "t3.R25.C2"),
        ("年末有8件自然人申请因补正未完结转下年度继续办理。", "t3.R25.C1"),
        ("年末，7件自然人申请、4件企业申请结转下年，另有律所1件。", "t3.R25.C2"),
        ("有2件企业申请系上年转来，已办结。", "t3.R02.C2"),
        ("8件企业申请予以公开，5件企业申请部分公开。", "t3.R03.C2"),
        ("66件自然人申请予以公开，40件自然人申请部分公开。", "t3.R03.C1"),
    ],
)
def test_a_wrong_number_is_told_with_its_cell(text: str, cell: str) -> None:
    (claim,) = wrong_claims(filled("青崖市自然资源和规划局", "s1.request", text, CELLS))
    assert claim.cells[0] == cell


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("共发出收费通知3件，总金额740元。三件分别由住建局、滨江街道、教育局发出，金额为240元、200元、300元。", "s6"),
        ("3份收费通知的金额为300元、240元、200元，其中200元未缴。", "s6"),
        ("收到信息处理费240元、300元两笔。", "s6"),
        ("四个季度新收申请38件、47件、48件、38件，三季度最高。", "s1.request"),
        ("近三年收到申请98件、141件、171件，逐年上升。", "s1.request"),
    ],
)
def test_one_of_several_values_is_not_the_table_s(text: str, code: str) -> None:
    assert wrong(text, code) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("共发出收费通知3件，总金额750元，实际收取540元。", "s6"),
        ("予以公开、部分公开分别为74件、45件。", "s1.request"),
        ("予以公开75件、部分公开45件、无法提供43件。", "s1.request"),
    ],
)
def test_values_with_names_of_their_own_are_judged(text: str, code: str) -> None:
    assert len(wrong(text, code)) == 1
