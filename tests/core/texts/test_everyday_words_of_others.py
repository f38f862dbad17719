"""Cases, documents, decisions and fees in further everyday words, with the offices that are named in them."""

from __future__ import annotations

import re

import pytest

from core.checks.findings import Finding
from tests.core.texts.filled_reports import filled, findings_of

CELLS = {
    "t4.review.upheld": 11,
    "t4.review.corrected": 4,
    "t4.review.other": 7,
    "t4.review.pending": 3,
    "t4.direct.upheld": 8,
    "t4.direct.corrected": 2,
    "t4.direct.other": 5,
    "t4.direct.pending": 6,
    "t4.after_review.upheld": 9,
    "t4.after_review.corrected": 1,
    "t4.after_review.other": 10,
    "t4.after_review.pending": 13,
    "t2.rules.issued": 5,
    "t2.rules.repealed": 3,
    "t2.rules.in_force": 71,
    "t2.normative.issued": 18,
    "t2.normative.repealed": 14,
    "t2.normative.in_force": 163,
    "t2.licensing.decisions": 5230,
    "t2.penalty.decisions": 872,
    "t2.coercion.decisions": 64,
    "t2.fees.amount": 318,
    "fee.notices": 7,
    "fee.billed": 5400,
    "fee.collected": 4150,
}
BUREAU, POLICE = "临岐市水利局", "临岐市公安局"


def found(part: str, text: str, cells: dict[str, int] = CELLS, unit: str = BUREAU) -> list[Finding]:
    rules = {"s4": ("N-06",), "s2": ("N-07", "T2-06"), "s6": ("N-17",)}[part]
    return [finding for rule in rules for finding in findings_of(filled(unit, part, text, cells), rule)]


@pytest.mark.parametrize(
    "text",
    [
        "申请人对我局答复不认账、转而求助复议机关的，全年25件。",
        "信息公开答复引来的复议一共25件。",
        "复议审下来，11件结论为答复合法适当。",
        "复议机关认为我局答复于法有据的11件，认为有瑕疵、责令重新答复的4件。",
        "被复议机关推倒重来的答复有4件。",
        "县政府复议后要求我局改正的4件。",
        "市政府经复议认可我局做法11件。",
        "叫我局重办的复议案4件，以别的方式收场的复议案7件。",
        "在复议阶段撤回申请、握手言和的7件。",
        "以维持、纠正以外的方式结案的复议案7件。",
        "复议案中，既未维持也未纠正的，归为其他结果，7件。",
        "来不及在年内审结的复议案3件。",
        "复议案25件，除3件还在审，其余都有了结果。",
        "没走复议、径行把该局诉至法院的21件。",
        "越过复议直接同我局打官司，全年21件。",
        "对复议结论想不通、又把我局告上法庭的案子有33件。",
        "经过复议程序仍不罢休、再到法院起诉的，当年33件。",
        "先经复议、后进法院的官司中，我局答复被判错1件。",
        "复议和诉讼相加共79件。",
        "法院就我局信息公开答复作出纠正性裁判3件。",
        "33件是复议决定下来后又起诉的。",
    ],
)
def test_cases(text: str) -> None:
    assert found("s4", text) == []
    wrong = re.sub(r"\d+(?=件)", r"1\g<0>", text, count=1)
    assert found("s4", wrong), wrong


@pytest.mark.parametrize(
    "text",
    [
        "全年新出规章5部，宣布3部失效，现在仍管用的规章71部。",
        "以市长令颁布规章5部。",
        "与上位法打架的规章，今年打包废止3部。",
        "年内新添规范性文件18件、退出14件。",
        "清退过时的规范性文件14份。",
        "规范性文件方面，新制18件、废止14件、现存有效163件。",
        "动用行政强制手段，我局全年作出决定64件。",
        "查处违法取水并下达处罚决定872件。",
        "准予和不准予的行政许可合计5230件。",
        "5230项许可决定均已公示。",
        "水利工程占用等行政事业性收费，我局共计收了318万元。",
    ],
)
def test_documents_and_decisions(text: str) -> None:
    assert found("s2", text) == []
    wrong = re.sub(r"\d+(?=[件份部张项万])", r"1\g<0>", text, count=1)
    assert found("s2", wrong), wrong


@pytest.mark.parametrize(
    "text",
    [
        "因有人申请过多，我局全年发了7份缴费通知，实际交上来的信息处理费为4150元。",
        "依规定该收信息处理费5400元，进账4150元。",
        "收费通知上写明的金额加起来5400元，真正落袋4150元。",
        "开给申请人的信息处理费账单，总额5400元，分作7份通知送达。",
        "通知申请人缴纳的信息处理费总额5400元，共发通知7件。",
        "信息处理费应收款5400元，实收款4150元。",
    ],
)
def test_fees(text: str) -> None:
    assert found("s6", text) == []
    for number in re.findall(r"\d+", text):
        wrong = text.replace(number, "177")
        assert found("s6", wrong), wrong


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("s4", "没有人因信息公开把公安局告上法庭。"),
        ("s4", "申请人对我局的答复没有打过一场官司。"),
        ("s4", "没有哪个申请人把我局告上法院。"),
        ("s4", "我局的信息公开答复，没有一件被复议机关或法院改变。"),
        ("s2", "执法中未动用过查封、扣押等行政强制手段。"),
        ("s2", "部里当年未出台新的行政规范性文件。"),
        ("s6", "信息处理费方面，我局未向申请人收过一元钱。"),
    ],
)
def test_denials(part: str, text: str) -> None:
    assert found(part, text, CELLS, POLICE), text
    assert found(part, text, dict.fromkeys(CELLS, 0), POLICE) == []


@pytest.mark.parametrize(
    "text",
    [
        "不经复议直接把市公安局告上法庭的21件。",
        "对公安局公开答复不服而提起复议的案件25件，复议机构支持公安局原答复11件。",
        "越过复议直接起诉警方的21件。",
    ],
)
def test_offices_that_are_named_must_be_ours(text: str) -> None:
    wrong = re.sub(r"\d+(?=件(?:。|，复议机构))", "177", text)
    assert found("s4", text, CELLS, POLICE) == []
    assert found("s4", wrong, CELLS, POLICE), wrong
    assert found("s4", wrong, CELLS, "临岐市人民政府") == []


def test_none_corrected_by_courts_says_nothing_of_reviews() -> None:
    text = "法院审理的案件中，我局的信息公开答复无一被撤销、被确认违法或被责令重作。"
    none = {"t4.direct.corrected": 0, "t4.after_review.corrected": 0}
    assert found("s4", text, {**CELLS, **none, "t4.direct.pending": 0, "t4.after_review.pending": 0}) == []
    assert found("s4", text)


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("s4", "市水务局被复议177件，我局已指导其做好答复。"),
        ("s4", "3件诉讼、复议尚在审理。"),
        ("s4", "折合每百件办结申请发生争议8.8起。"),
        ("s4", "直接起诉21件，复议后起诉33件，两类合起来法院支持我方17件。"),
        ("s2", "县农业执法大队开出处罚决定书66份。"),
        ("s2", "修改规范性文件4件，宣布失效6件。"),
        ("s2", "下放行政许可事项22项。"),
        ("s2", "开出罚单98张。"),
        ("s2", "政府令公布后组织宣讲6场。"),
        ("s2", "公开取水、采砂等许可决定30件。"),
        ("s6", "免收信息处理费的申请12件。"),
        ("s6", "退还信息处理费30元。"),
    ],
)
def test_others_are_left_alone(part: str, text: str) -> None:
    assert found(part, text) == []


def test_an_outcome_is_no_whole_of_those_behind_it() -> None:
    cells = {**CELLS, "t4.review.pending": 0}
    report = filled(BUREAU, "s4", "复议案件全部审完：我局答复站住脚的11件，被改的4件，其余7件。", cells)
    assert findings_of(report, "N-24") == []
