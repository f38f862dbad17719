"""Fees for information told in 万元 are those of the list in 元 (N-17)."""

from __future__ import annotations

from datetime import date

import pytest

from core.checks.rules import CheckContext
from core.report.report import new_report
from core.report.totals import report_numbers
from core.texts.claims.claims import claims


def wrong(text: str) -> list[str]:
    report = new_report("珑川市市场监督管理局", "政府部门", 2024)
    cells = {**dict.fromkeys(report.form.entered, 0), "fee.notices": 3, "fee.billed": 900, "fee.collected": 900}
    report = report.with_cells(cells).with_texts({"s6": text})
    found = claims(CheckContext(report, report_numbers(report), None, date(2025, 1, 10)))
    return [claim.quote for claim in found if claim.agrees is False]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("发出信息处理费收费通知3件，总金额900万元，实际收取900万元。", ["总金额900万元", "实际收取900万元"]),
        ("信息处理费收费通知3件，金额0.9万元，实收900元。", ["金额0.9万元"]),
        ("依申请提供政府信息收取信息处理费0.9万元。", ["依申请提供政府信息收取信息处理费0.9万元"]),
        ("收费通知3份，应收金额9万元，实收9万元。", ["应收金额9万元", "实收9万元"]),
        ("信息处理费实际收取金额为0.009万元。", ["信息处理费实际收取金额为0.009万元"]),
    ],
)
def test_fees_that_are_not_those_of_the_list(text: str, quotes: list[str]) -> None:
    assert wrong(text) == quotes


@pytest.mark.parametrize(
    "text",
    [
        "发出信息处理费收费通知3件，总金额0.09万元，实际收取0.09万元。",
        "信息处理费收取0.1万元。",
        "全年收取信息处理费约0.1万元。",
        "信息处理费收取900元，另拨付政务公开工作经费12万元。",
        "未收取其他费用。罚没收入总金额320万元。",
        "本单位收取停车费30万元，全额上缴。",
        "政务公开工作经费预算总金额20万元，信息处理费900元。",
    ],
)
def test_the_same_fees_rounded_fees_and_other_money(text: str) -> None:
    assert wrong(text) == []
