"""Parts of a number in the tables, each told by itself: by instance, by charge, one by one (N-05, N-06, N-17)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

UNIT = "青崖市自然资源和规划局"
# fmt: off
CASES = {
    "t4.review.upheld": 8, "t4.review.corrected": 1, "t4.review.other": 5, "t4.review.total": 14,
    "t4.direct.upheld": 2, "t4.direct.corrected": 1, "t4.direct.other": 2, "t4.direct.total": 5,
    "t4.after_review.upheld": 5, "t4.after_review.pending": 1, "t4.after_review.total": 6,
}
REQUESTS = {
    "t3.R01.C1": 80, "t3.R01.C2": 24, "t3.R02.C1": 4, "t3.R03.C1": 40, "t3.R03.C2": 12, "t3.R04.C1": 10,
    "t3.R04.C2": 4, "t3.R05.C1": 2, "t3.R06.C1": 2, "t3.R08.C2": 5, "t3.R09.C1": 2, "t3.R11.C1": 14, "t3.R13.C1": 8,
    "t3.R13.C2": 3, "t3.R25.C1": 6,
}
FEES = {"fee.notices": 2, "fee.billed": 560, "fee.collected": 400}
# fmt: on


def wrong(code: str, text: str) -> list[str]:
    cells = {"s3": REQUESTS, "s4": CASES, "s6": FEES}[code]
    return wrong_quotes(filled(UNIT, code, text, cells))


@pytest.mark.parametrize(
    "text",
    [
        "行政诉讼11件，一审审结6件，其中维持4件、纠正1件、其他1件；二审审结4件，其中维持3件、其他1件；在审1件。",
        "法院审结10件：一审维持4件、纠正1件、其他结果1件；二审维持3件、其他结果1件。",
        "诉讼案件中，一审判决维持5件、终审判决维持2件。",
    ],
)
def test_outcomes_of_the_instances_together(text: str) -> None:
    assert wrong("s4", text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("行政诉讼11件，一审审结6件，其中维持5件、纠正1件；二审审结4件，其中维持3件、其他1件。", "维持5件"),
        ("诉讼案件一审维持6件。", "维持6件"),
        ("诉讼案件维持4件、其他2件。", "维持4件"),
    ],
)
def test_instances_that_make_up_another_number(text: str, quote: str) -> None:
    assert any(quote in one for one in wrong("s4", text))


@pytest.mark.parametrize(
    "text",
    [
        "复议其他结果5件，三件因申请人撤回而终止，两件驳回复议请求。",
        "复议其他结果5件，驳回复议请求2件，终止3件。",
        "复议其他结果5件，一件因申请人撤回而终止，四件驳回复议请求；撤回的一件已补发材料。",
    ],
)
def test_other_outcomes_one_by_one(text: str) -> None:
    assert wrong("s4", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "复议其他结果5件，两件驳回复议请求，两件驳回复议申请。",
        "复议驳回复议请求3件，其他结果5件。",
        "两件驳回复议请求。",
    ],
)
def test_rejected_that_are_no_such_part(text: str) -> None:
    assert wrong("s4", text)


@pytest.mark.parametrize(
    "text",
    [
        "我局另作为第三人参加诉讼3件，其中被告为市政府2件。",
        "我局作为第三人参与行政诉讼4件。",
        "另有20件诉讼我局被列为第三人。",
        "全年未作为第三人参加行政诉讼。",
        "市政府为被告、我局以第三人参加的诉讼2件。",
    ],
)
def test_cases_of_a_third_party(text: str) -> None:
    assert wrong("s4", text) == []


@pytest.mark.parametrize("text", ["我局参加诉讼10件。", "我局作为被告的行政诉讼10件。", "全年未参加行政诉讼。"])
def test_cases_of_our_own(text: str) -> None:
    assert wrong("s4", text)


@pytest.mark.parametrize(
    "text",
    [
        "不予公开中，三类内部事务信息和法律、行政法规禁止公开各2件。",
        "内部事务信息、法律、行政法规禁止公开各2件。",
        "国家秘密和三类内部事务信息各2件。",
        "上年转入的4件都是自然人申请，办理结果为予以公开、部分公开、行政执法案卷、本机关不掌握各1件。",
        "从2023年转入的4件都是自然人申请，予以公开3件，本机关不掌握1件。",
        "企业申请办结24件：予以公开12件、部分公开4件、保护第三方合法权益5件、不掌握3件；年底无结转。",
        "商业企业申请办结24件：予以公开12件、部分公开4件，没有结转下年的。",
        "自然人80件来自60人，其中一人提出4件，内容不同，未按重复申请处理。",
        "有一人提出5件，各不相同，未认定为重复申请。",
        "一人提出4件，诉求不一样，不作为重复申请处理。",
    ],
)
def test_applications_told_in_parts(text: str) -> None:
    assert wrong("s3", text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("不予公开中，三类内部事务信息和法律、行政法规禁止公开各3件。", "各3件"),
        ("国家秘密和三类内部事务信息各4件。", "各4件"),
        ("上年转入的4件都是自然人申请，予以公开、部分公开、本机关不掌握各2件。", "各2件"),
        ("予以公开、本机关不掌握各1件。", "各1件"),
        ("企业申请办结24件：予以公开12件、部分公开4件；全局无结转。", "无结转"),
        ("企业申请办结24件：予以公开13件、部分公开4件；年底无结转。", "无结转"),
        ("自然人申请办结78件：予以公开40件、部分公开10件；年底无结转。", "无结转"),
        ("一人提出4件，内容相同，按重复申请处理。", "4件"),
        ("一人提出4件，都是同一内容又提了一遍，不予处理。", "4件"),
    ],
)
def test_applications_told_wrongly(text: str, quote: str) -> None:
    assert any(quote in one for one in wrong("s3", text))


@pytest.mark.parametrize(
    "text",
    [
        "发出收费通知2件，总金额560元，其中按件计收400元，按量计收160元；截至年末实际收取400元。",
        "按件收取400元，按页收取160元，合计560元，已缴纳400元。",
        "收费通知总金额560元，其中按量收取260元、按件收取300元。",
    ],
)
def test_amounts_by_what_is_charged_for(text: str) -> None:
    assert wrong("s6", text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("总金额560元，其中按件计收400元，按量计收180元。", "180元"),
        ("总金额560元，其中已收取300元，未缴纳260元。", "300元"),
        ("全年信息处理费实际收取560元。", "560元"),
    ],
)
def test_amounts_that_are_no_such_parts(text: str, quote: str) -> None:
    assert any(quote in one for one in wrong("s6", text))
