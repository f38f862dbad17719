"""Applications that are said to be all new hold none carried in (N-01): 收到申请6件，均为当年新收."""

from __future__ import annotations

from datetime import date

import pytest

from core.checks.rules import CheckContext
from core.report.report import new_report
from core.report.totals import report_numbers
from core.texts.claims.claims import claims

CELLS = {"t3.R01.C1": 5, "t3.R02.C2": 1, "t3.R03.C1": 5, "t3.R03.C2": 1}


def wrong(text: str) -> list[str]:
    report = new_report("宁溪县水利局", "政府部门", 2021)
    report = report.with_cells({**dict.fromkeys(report.form.entered, 0), **CELLS}).with_texts({"s1.request": text})
    found = claims(CheckContext(report, report_numbers(report), None, date(2022, 1, 10)))
    return [claim.rule_id for claim in found if claim.agrees is False]


@pytest.mark.parametrize(
    "text",
    [
        "收到申请{}件，均为新收申请。",
        "收到申请{}件，全部为本年新收，无结转下年。",
        "2021年受理公开申请{}件，均系本年度新提出。",
        "全年{}件申请均为当年新收。",
        "收到申请{}件（均为年内新收）。",
        "共收到申请{}件，都是今年新受理的申请。",
        "收到申请{}件，来自5名村民，均为2021年新收。",
        "受理申请{}件，均于当年收到，已全部办结。",
        "接收信息公开申请{}件，均属报告期内新增。",
    ],
)
def test_the_old_one_is_not_among_them(text: str) -> None:
    assert wrong(text.format(6)) == ["N-01"]
    assert wrong(text.format(5)) == []


def test_they_are_narrowed_behind_the_kinds_of_applicants() -> None:
    assert wrong("全年共收到申请6件，其中自然人申请5件，商业企业申请1件，均为当年新收。") == ["N-01"]


@pytest.mark.parametrize(
    "text",
    [
        "收到申请6件，其中5件为当年新收。",
        "办结申请6件，均为当年答复。",
        "上年结转的1件已办结；当年新收的办结5件。",
        "收到申请5件，均为当年新收；上年结转1件，共办理6件。",
        "全年办理申请6件，除上年结转1件外，均为当年新收。",
        "收到申请6件（含上年结转1件），其余5件均为当年新收。",
    ],
)
def test_some_of_them_are_new(text: str) -> None:
    assert wrong(text) == []
