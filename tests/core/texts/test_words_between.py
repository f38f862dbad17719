"""Words that change nothing between a number and what it counts: adverbs, reasons, bodies, brackets."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS = {
    "t3.R01.C1": 18,
    "t3.R01.C2": 9,
    "t3.R02.C2": 1,
    "t3.R03.C1": 12,
    "t3.R03.C2": 5,
    "t3.R08.C2": 1,
    "t3.R13.C1": 4,
    "t3.R13.C2": 2,
    "t3.R25.C1": 2,
    "t3.R25.C2": 2,
    "t4.review.upheld": 5,
    "t4.review.corrected": 2,
    "t4.review.other": 1,
    "t4.review.pending": 1,
    "fee.notices": 2,
    "fee.billed": 1800,
    "fee.collected": 1000,
}


def wrong(code: str, text: str) -> list[str]:
    return wrong_quotes(filled("溪川县水利局", code, text, CELLS))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("应办理申请共28件（上年结转1件，新收27件），其中自然人18件、商业企业10件。", ""),
        ("应办理申请共28件（上年结转1件，新收27件），其中自然人17件、商业企业11件。", "其中自然人17件"),
        ("新收27件（上年另结转1件），其中自然人18件、商业企业9件。", ""),
        ("年末又有4件还没办完，结转下年度继续办理。", ""),
        ("年末又有3件还没办完，结转下年度继续办理。", "年末又有3件"),
        ("其余4件因须征求意见、一时难有定论，转入2025年继续办理。", ""),
        ("其余5件因须征求意见、一时难有定论，转入2025年继续办理。", "其余5件因须征求意见、一时难有定论"),
        ("本年末尚有企业申请2件未到期，结转下年度继续办理。", ""),
        ("本年末尚有企业申请3件未到期，结转下年度继续办理。", "本年末尚有企业申请3件"),
        ("28件申请全部在法定期限内办结并送达答复书。", "28件申请全部在法定期限内办结"),
        ("24件申请全部在法定期限内办结并送达答复书。", ""),
        ("所有申请均在法定期限内答复。", ""),
        ("已答复24件；还有2件涉及第三方，正等对方回函。", ""),
        ("问出警录像和处置经过的占去7件，凡已立卷的，按行政执法案卷依法不予公开。", ""),
        ("我局这边没有收到过政府信息公开申请。", "没有收到过政府信息公开申请"),
    ],
)
def test_applications(text: str, quote: str) -> None:
    found = wrong("s3", text)
    assert bool(found) == bool(quote)
    assert not quote or quote in found[0]


@pytest.mark.parametrize(
    "told", ["均予维持", "经市政府审查均予维持", "经复议机关审理后全部维持原答复", "最终都得以维持", "均获维持"]
)
def test_outcomes_behind_the_body_that_decided(told: str) -> None:
    assert wrong("s4", f"行政复议9件，除1件尚在审理外，其余8件{told}。")[0].startswith("其余8件")
    assert wrong("s4", f"行政复议9件，其中5件{told}。") == []


def test_a_denial_with_a_conjunction_before_it_is_one() -> None:
    assert wrong("s4", "全年既没有被人申请行政复议，也没有当过行政诉讼的被告。") == ["没有被人申请行政复议"]


@pytest.mark.parametrize(
    "told", ["均已足额收取并上缴财政", "已全部收取，并及时缴入国库", "申请人均已按期足额缴纳并全额上缴县财政"]
)
def test_fees_that_went_on_to_the_treasury_were_paid(told: str) -> None:
    assert wrong("s6", f"全年发出收费通知2件，总金额1800元，{told}。") == [told]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("自然人申请18件，商业企业申请9件。", ""),
        ("应办理的申请中，自然人18件、商业企业10件。", ""),
        ("自然人申请19件，商业企业申请9件。", "自然人申请19件"),
        ("自然人申请18件，商业企业申请8件。", "商业企业申请8件"),
        ("办结24件，其中自然人16件、商业企业8件。", ""),
    ],
)
def test_kinds_side_by_side_are_on_one_basis(text: str, quote: str) -> None:
    found = wrong("s3", text)
    assert bool(found) == bool(quote)
    assert not quote or found == [quote]


def test_kinds_right_on_different_bases_are_not_both_right() -> None:
    cells = {"t3.R01.C1": 27, "t3.R01.C2": 7, "t3.R02.C1": 2, "t3.R02.C2": 1, "t3.R03.C1": 28, "t3.R25.C1": 1}
    cells |= {"t3.R03.C2": 7, "t3.R25.C2": 1}

    def wrong_of(text: str) -> list[str]:
        return wrong_quotes(filled("溪川县水利局", "s3", text, cells))

    assert wrong_of("自然人申请27件，法人和其他组织申请8件。") == ["法人和其他组织申请8件"]
    assert wrong_of("收到自然人申请29件，法人或其他组织申请7件。") == ["收到自然人申请29件"]
    for right in ("自然人申请27件，企业申请7件。", "自然人申请29件，企业申请8件。", "自然人27件，企业上年结转1件。"):
        assert wrong_of(right) == []


@pytest.mark.parametrize(
    "told", ["还有2件结转下年。", "其余2件因要征求意见，结转到下年。", "尚有2件未到期，结转下年度办理。"]
)
def test_what_is_left_is_of_the_kind_told_before(told: str) -> None:
    assert wrong("s3", f"商业企业申请9件，上年结转1件，办结8件。{told}") == []
    assert wrong("s3", f"商业企业申请9件，上年结转1件，办结8件。{told.replace('2件', '3件')}") != []
    assert wrong("s3", f"新收27件，办结24件。{told}") != []
