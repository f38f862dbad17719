"""没有 said of some, or before a total of others, says nothing of that total (N-06, N-17)."""

from __future__ import annotations

from datetime import date

import pytest

from core.checks.rules import CheckContext
from core.report.report import new_report
from core.report.totals import report_numbers
from core.texts.claims.claims import claims
from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS = {"t3.R01.C1": 60, "t3.R03.C1": 60, "t4.review.upheld": 2, "fee.notices": 3, "fee.billed": 900}


def wrong(text: str, code: str, collected: int = 700) -> list[str]:
    report = new_report("江堤市水利局", "政府部门", 2024)
    cells = {**dict.fromkeys(report.form.entered, 0), **CELLS, "fee.collected": collected}
    report = report.with_cells(cells).with_texts({code: text})
    found = claims(CheckContext(report, report_numbers(report), None, date(2025, 1, 10)))
    return [claim.quote for claim in found if claim.agrees is False]


@pytest.mark.parametrize(
    "text",
    [
        "本年发出收费通知3件，2件未收取信息处理费。",
        "发出收费通知3件，其中2件申请人逾期未缴纳，未收取信息处理费。",
        "发出收费通知3件，对2件申请未收取信息处理费，1件收取700元。",
        "发出收费通知3件，2件均未收取信息处理费。",
    ],
)
def test_fees_not_collected_of_some_are_left_alone(text: str) -> None:
    assert wrong(text, "s6") == []


@pytest.mark.parametrize(
    "text",
    [
        "未收取信息处理费。",
        "收到的60件申请均未收取信息处理费。",
        "全年办结申请60件，未收取信息处理费。",
        "发出收费通知3件，3件均未收取信息处理费。",
    ],
)
def test_fees_not_collected_of_all_are_compared(text: str) -> None:
    assert len(wrong(text, "s6")) == 1
    assert wrong(text, "s6", 0) == []


@pytest.mark.parametrize("way", ["电子邮箱", "传真", "窗口"])
def test_nobody_asked_by_a_way_that_was_closed(way: str) -> None:
    assert wrong(f"网上递交60件。{way}渠道已于上年关停，年内未收到申请。", "s3") == []
    assert wrong(f"{way}渠道运行正常。年内未收到申请。", "s3") != []


@pytest.mark.parametrize(
    "text",
    [
        "全年收到60件申请，网上递交49件，当面递交11件，传真、电子邮件渠道未收到申请。",
        "窗口、信函渠道均未收到申请，60件全部来自网上平台。",
        "网站收到申请60件，信函、传真、电子邮箱三种方式也没有收到申请。",
        "邮政寄送和传真渠道没有人提出申请，其余渠道共收到60件。",
        "通过邮寄收到申请16件，通过网络收到44件，通过传真未收到申请。",
    ],
)
def test_nobody_asked_by_some_of_the_ways(text: str) -> None:
    assert wrong(text, "s3") == []


@pytest.mark.parametrize(
    "text",
    [
        "线上、线下渠道均未收到申请。",
        "线上、窗口渠道均未收到申请，比上年减少3件。",
        "信函、传真、网上各渠道均未收到申请。",
        "信函、网上渠道均未收到申请。",
        "传真、电子邮件渠道畅通，全年未收到申请。",
    ],
)
def test_nobody_asked_by_any_way(text: str) -> None:
    assert len(wrong(text, "s3")) == 1


@pytest.mark.parametrize(("text", "told"), [("引起的2件复议中，某乡2件。", 0), ("引起的3件复议中，某乡3件。", 1)])
def test_cases_are_of_the_sort_behind_their_number(text: str, told: int) -> None:
    cells = {"t4.review.upheld": 2, "t4.after_review.upheld": 1}
    report = filled("江堤市人民政府", "s4", f"因信息公开{text}", cells)
    assert len(wrong_quotes(report)) == told


@pytest.mark.parametrize(
    "text",
    [
        "行政复议2件、无行政诉讼，合计2件。",
        "因政府信息公开引发行政复议2件，无行政诉讼，合计2件。",
        "行政复议2件，没有行政诉讼，共2件。",
    ],
)
def test_a_total_behind_what_there_is_nothing_of_is_of_the_others(text: str) -> None:
    assert wrong(text, "s4") == []


def test_what_there_is_nothing_of_is_still_compared() -> None:
    assert wrong("行政诉讼1件、无行政复议，合计1件。", "s4") == ["行政诉讼1件", "无行政复议"]


DECISIONS = {
    "t2.licensing.decisions": 30,
    "t2.penalty.decisions": 154,
    "t2.coercion.decisions": 12,
    "t2.fees.amount": 5,
}


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("我局坚持教育在先，没有对任何纳税人实施行政强制，相关结果均公开。", True),
        ("未对任何市场主体实施行政处罚。", True),
        ("从未对任何行政相对人采取过行政强制措施。", True),
        ("没有一户纳税人被采取行政强制措施。", True),
        ("没有启用过行政强制措施。", True),
        ("本年度没有给任何申请人颁发行政许可。", True),
        ("未向任何单位和个人收取行政事业性收费。", True),
        ("没有向任何企业或个人收取任何行政事业性费用。", True),
        ("没有针对任何主体下达行政处罚决定书。", True),
        ("任何形式的行政强制都没有实施。", True),
        ("全年未启动任何行政强制程序。", True),
        ("没有对任何轻微违法的纳税人实施行政强制。", False),
        ("没有对任何企业重复作出行政处罚。", False),
        ("未对任何企业采取行政强制措施。", False),
        ("未向任何小微企业收取行政事业性收费。", False),
        ("没有对任何涉民生企业采取查封、扣押等行政强制措施。", False),
        ("没有任何行政处罚决定被撤销。", False),
        ("对首次轻微违法的38户未实施行政处罚。", False),
        ("新业态领域推行包容审慎监管，未对任何市场主体实施行政处罚。", False),
        ("信息公开工作中，没有对任何申请人收取行政事业性收费。", False),
        ("办理公示事项过程中没有向任何当事人收取行政事业性费用。", False),
        ("全年没有向任何当事人收取行政事业性费用。", True),
    ],
)
def test_nothing_was_decided_on_anybody_or_on_some(text: str, is_wrong: bool) -> None:
    assert bool(wrong_quotes(filled("江堤市税务局", "s2", text, DECISIONS))) is is_wrong
    assert wrong_quotes(filled("江堤市税务局", "s2", text, {})) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("另有12件邮件经审查属于咨询，未以政府信息公开申请登记，已转有关部门办理。", ""),
        ("3封来信未按政府信息公开申请程序受理，已由信访窗口答复。", ""),
        ("群众来信不作为政府信息公开申请登记。", ""),
        ("全年未登记政府信息公开申请。", "未登记"),
        ("全年没有受理政府信息公开申请。", "没有受理"),
    ],
)
def test_what_was_not_registered_as_an_application(text: str, quote: str) -> None:
    found = wrong(text, "s3")
    assert any(quote in one for one in found) if quote else found == []


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("此类情况全年共4件，申请人收到后均未申请复议。", False),
        ("该类申请全年3件，当事人均未申请行政复议。", False),
        ("全年共办结申请14件，申请人均未申请复议。", True),
    ],
)
def test_what_those_of_one_sort_did_not_do(text: str, is_wrong: bool) -> None:
    cells = {"t3.R01.C1": 14, "t3.R12.C1": 14, "t4.review.upheld": 5}
    assert bool(wrong_quotes(filled("溪口县人力资源和社会保障局", "s3", text, cells))) is is_wrong
