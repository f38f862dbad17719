"""Lawsuits of one way with their outcome, fees of the others, old cases, whole places, and sums of lists."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of, told, wrong_quotes

CASES = {
    "t4.review.upheld": 9,
    "t4.review.other": 2,
    "t4.review.pending": 1,
    "t4.direct.upheld": 1,
    "t4.after_review.upheld": 2,
    "t4.after_review.corrected": 1,
}
FEES = {"fee.notices": 3, "fee.billed": 410, "fee.collected": 410}
POWERS = {"t2.penalty.decisions": 1873, "t2.licensing.decisions": 371, "t3.R01.C1": 172, "t3.R13.C1": 172}


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("诉讼案件4件，其中1件经复议后起诉的被判决撤销重作。", ""),
        ("诉讼案件4件，其中2件复议后起诉的获维持，1件直接起诉的被驳回诉讼请求。", ""),
        ("诉讼案件4件，其中2件经复议后起诉的被判决撤销。", "2件经复议后起诉"),
        ("诉讼案件4件，其中3件复议后起诉的案件被法院维持。", "3件复议后起诉"),
        ("诉讼案件4件，其中3件为复议后起诉。", ""),
        ("诉讼案件4件，其中2件为复议后起诉。", "2件为复议后起诉"),
        ("上年未审结的2件诉讼在本年审结，结果均为维持。", ""),
        ("诉讼案件4件，均维持。", "均维持"),
    ],
)
def test_a_way_with_its_outcome_is_no_whole(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled("溪川县水利局", "s4", text, CASES)), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("对3宗申请发出收费通知，合计410元，实收410元；其余申请未收取信息处理费。", ""),
        ("对其他政府信息公开申请均未收取信息处理费。", ""),
        ("本年度未收取信息处理费。", "未收取信息处理费"),
        ("本年度不存在收取信息处理费的情况。", "不存在收取信息处理费"),
        ("其他需要报告的事项：本年度未收取信息处理费。", "未收取信息处理费"),
    ],
)
def test_fees_of_the_others(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled("溪川县水利局", "s6", text, FEES)), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("全系统作出行政处罚决定1837件。", "1837件"),
        ("全系统作出行政处罚决定2210件。", ""),
        ("全系统作出行政处罚决定12件。", ""),
        ("全县水利系统作出行政处罚决定2210件，其中我局1837件。", "1837件"),
        ("全县水利系统作出行政处罚决定2210件，其中我局1873件。", ""),
        ("行政许可371件。全局无行政事业性收费项目及金额。", ""),
    ],
)
def test_decisions_of_a_whole_system(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled("溪川县水利局", "s2", text, POWERS)), quote)


def test_no_fees_and_their_amount_are_none() -> None:
    report = filled("溪川县水利局", "s2", "全局无行政事业性收费项目及金额。", {**POWERS, "t2.fees.amount": 186})
    assert wrong_quotes(report) == ["无行政事业性收费项目及金额"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("县本级及各部门、乡镇新收申请127件。", "127件"),
        ("县本级及县直部门、各乡镇新收申请172件。", ""),
        ("县本级新收申请96件。", ""),
    ],
)
def test_all_offices_of_a_county_by_their_kinds(text: str, quote: str) -> None:
    report = filled("沅溪县人民政府", "s1.request", text, POWERS, unit_type="各级人民政府")
    assert told(wrong_quotes(report), quote)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("县长信箱收到来信1204件，其中已办结1190件，正在办理24件。", 1),
        ("县长信箱收到来信1204件，其中已办结1190件，正在办理14件。", 0),
        ("热线工单836件，含上年结转10件，已办结830件，尚未办结16件。", 0),
        ("自然人9件、商业企业3件，较2023年的8件增加4件。", 0),
        ("主动公开信息240条、解读20条，较上年的200条增加50条。", 1),
        ("自然人47件，企业3件，律师事务所2件。按提交方式分，邮寄29件、网上18件、当面5件。", 0),
        ("自然人47件，企业3件，律师事务所2件。按提交方式分，邮寄29件、网上18件、当面15件。", 1),
        ("网站发布310条、公众号发布128条，共发布438条。", 0),
        ("网站发布310条、公众号发布128条，共发布448条。", 1),
        ("网站发布310条、公众号转发128条，共发布448条。", 0),
        ("公开类答复95件，不予公开及无法提供88件，其余30件。", 0),
    ],
)
def test_sums_of_lists(text: str, count: int) -> None:
    assert len(findings_of(filled("溪川县水利局", "s1.platform", text, {}), "N-24")) == count
