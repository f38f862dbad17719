"""15 days are told as the limit of the statute where a text names the statute, not applications (N-25)."""

from __future__ import annotations

from datetime import date

import pytest

from core.checks.rules import FUNCTIONS, CheckContext
from core.report.report import new_report
from core.report.totals import report_numbers
from core.validation import validation

assert validation  # registers the rules


def limits(text: str) -> list[str]:
    report = new_report("永澧市发展和改革委员会", "政府部门", 2024).with_texts({"s1.manage": text})
    context = CheckContext(report, report_numbers(report), None, date(2025, 1, 10))
    rule = report.form.rules["N-25"]
    return [finding.message for finding in FUNCTIONS[rule.function].function(context, rule)]


@pytest.mark.parametrize(
    "text",
    [
        "依照《中华人民共和国政府信息公开条例》规定的15个工作日答复期限，建立登记、审核、归档台账。",
        "严格按照《条例》15个工作日的办结时限，建立台账。",
        "对照条例规定的十五个工作日答复要求，逐件倒排时间。",
        "把依申请公开答复时限15个工作日写入办事流程。",
        "依据条例规定，自收到之日起15个工作日内予以答复。",
        "台账按政府信息公开条例15个工作日的法定答复期限设置预警。",
    ],
)
def test_the_old_limit_of_the_statute(text: str) -> None:
    assert len(limits(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "按照《条例》规定，第三方应当自收到征求意见书之日起15个工作日内提出意见。",
        "按照《政府信息公开条例》要求，由各科室在15个工作日内答复，办公室跟踪督办。",
        "依照《政府信息公开条例》规定的20个工作日答复期限，提前至15个工作日内答复。",
        "按照《条例》，申请人应当自收到补正告知之日起15个工作日内补正。",
        "信访事项15个工作日内答复，落实《信访工作条例》规定。",
        "依申请公开内部流转时限15个工作日。",
        "严格执行《政府信息公开条例》，政民互动留言15个工作日内回复。",
    ],
)
def test_other_limits(text: str) -> None:
    assert limits(text) == []
