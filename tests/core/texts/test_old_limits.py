"""15个工作日 is the limit of the old statute, unless it is a plan or the answer to something else (N-25)."""

from __future__ import annotations

from datetime import date

import pytest

from core.base.late import load_now
from core.checks.rules import FUNCTIONS, CheckContext
from core.report.report import new_report
from core.report.totals import report_numbers
from core.validation import validation

load_now(validation)  # registers the rule functions


def found(text: str, code: str) -> int:
    report = new_report("江堤市水利局", "政府部门", 2024).with_texts({code: text})
    rule = report.form.rules["N-25"]
    context = CheckContext(report, report_numbers(report), None, date(2025, 1, 10))
    return len([*FUNCTIONS[rule.function].function(context, rule)])


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("s1.request", "收到申请后，我局力争都在15个工作日内答复。"),
        ("s5", "下一步，推动依申请公开申请都在15个工作日内答复。"),
        ("s5", "改进措施：今后收到的申请都在15个工作日内答复。"),
        ("s1.request", "收到申请9件。对公开征集的意见都在15个工作日内答复。"),
        ("s1.request", "收到申请9件。申请人的来信咨询，留言都在15个工作日内答复。"),
    ],
)
def test_plans_and_answers_to_others_are_left_alone(code: str, text: str) -> None:
    assert found(text, code) == 0


@pytest.mark.parametrize(
    "text",
    [
        "收到的申请都在15个工作日内答复。",
        "下一步，力争在法定的15个工作日内答复申请。",
        "收到的申请和意见，都在15个工作日的法定期限内答复。",
    ],
)
def test_the_statutory_limit_is_told(text: str) -> None:
    assert found(text, "s1.request") == 1
