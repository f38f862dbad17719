"""Documents, decisions and fees told in everyday words: 废掉老文件, 批出许可, 只收上来500元."""

from __future__ import annotations

import re

import pytest

from core.checks.findings import Finding
from tests.core.texts.filled_reports import filled, findings_of

POWERS = {
    "t2.normative.issued": 5,
    "t2.normative.repealed": 3,
    "t2.normative.in_force": 18,
    "t2.licensing.decisions": 362,
    "t2.penalty.decisions": 46,
    "t2.coercion.decisions": 7,
    "t2.fees.amount": 88,
}
FEES = {"fee.notices": 7, "fee.billed": 2600, "fee.collected": 1100}


def found(text: str, cells: dict[str, int] = POWERS) -> list[Finding]:
    return findings_of(filled("临岐市水利局", "s2", text, cells), "N-07")


def found_on_fees(text: str, cells: dict[str, int] = FEES) -> list[Finding]:
    return findings_of(filled("临岐市水利局", "s6", text, cells), "N-17")


@pytest.mark.parametrize(
    "text",
    [
        "我局批出取水、采砂等许可决定362件。",
        "取水、采砂、涉河项目等行政许可，我局一年批办362件。",
        "审批窗口为企业和群众办出许可362件。",
        "对违法行为人作出罚款、没收等处罚决定46件。",
        "综合执法队全年开出处罚决定书46份。",
        "查封、扣押、代履行等各类强制措施，我局动用7件。",
        "强制拆除、扣押等行政强制手段共采取7件。",
        "水资源费、水土保持补偿费等各项行政事业性收费，我局收了88万元。",
        "水土保持补偿费等行政事业性收费全年进账88万元。",
        "我局宣布作废的规范性文件全年计3件。",
        "清理之后，仍在管用的规范性文件剩18件。",
        "规范性文件有进有出：添了5件，废了3件，手头有效的18件。",
        "老文件废掉3件，新文件印发5件，眼下有效的规范性文件18件。",
        "今年新发的规范性文件5件，连同往年的，现仍有效18件。",
    ],
)
def test_everyday_words_tell_the_cell(text: str) -> None:
    assert found(text) == []
    wrong = re.sub(r"(?<!的)\d+(?=[件份万])", r"1\g<0>", text, count=1)
    assert found(wrong), wrong


@pytest.mark.parametrize(
    "text",
    [
        "公开取水、采砂等许可决定30件。",
        "取水许可决定公示12件。",
        "上年废掉规范性文件9件。",
        "专项行动期间，罚了30件。",
        "某乡镇执法队开出处罚决定书12份。",
        "年内抽查处罚案卷30件。",
        "新发文件36件。",
        "废止的合同范本9件。",
        "没有动用查封等强制措施的案件30件。",
        "其中水资源费30万元。",
        "减免行政事业性收费12万元。",
    ],
)
def test_what_is_none_of_the_cells_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "全年向申请人开出信息处理费缴费通知7张。",
        "要求缴信息处理费的通知我局共发7份。",
        "对7件申请发了信息处理费收费通知。",
        "信息处理费该收2600元。",
        "信息处理费收费通知7件，票面合计2600元。",
        "信息处理费应收2600元，只收上来1100元。",
        "申请人实际交到我局账上的信息处理费为1100元。",
        "信息处理费应收2600元，申请人实际缴来1100元。",
    ],
)
def test_everyday_words_on_the_fee(text: str) -> None:
    assert found_on_fees(text) == []
    wrong = re.sub(r"\d+(?=[件份张元])(?!.*\d)", "77", text, count=1)
    assert found_on_fees(wrong), wrong


@pytest.mark.parametrize(
    "text",
    [
        "信息处理费上年收上来500元。",
        "退还申请人信息处理费300元。",
        "信息处理费每件10元。",
        "未缴清信息处理费的，尚欠1500元。",
    ],
)
def test_other_amounts_are_left_alone(text: str) -> None:
    assert found_on_fees(text) == []


def test_what_decisions_grew_to() -> None:
    assert found("许可决定由上年的310件增加到362件。") == []
    assert found("许可决定由上年的310件增加到377件。")


def test_denials_in_everyday_words() -> None:
    said = "街道全年没有动用过查封、扣押、强拆一类强制措施。"
    assert findings_of(filled("临岐市水利局", "s2", said, POWERS), "T2-06")
    assert findings_of(filled("临岐市水利局", "s2", said, {**POWERS, "t2.coercion.decisions": 0}), "T2-06") == []
    assert found_on_fees("全年一张收费通知也没有开过。")
    assert found_on_fees("本年度没有向任何申请人发过信息处理费收费通知。")
