"""Short names of areas, what is left of 办理, cases but for the pending ones, amounts with a slipped decimal point."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from core.report.entry_text import Number
from core.report.report import Report
from core.validation.validation import check_report
from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS: dict[str, Number] = {
    "t3.R01.C1": 247, "t3.R02.C1": 13, "t3.R03.C1": 252, "t3.R25.C1": 8, "t2.fees.amount": Decimal("45.32"),
    "t4.review.upheld": 12, "t4.review.corrected": 2, "t4.review.pending": 2,
    "t4.after_review.upheld": 3, "t4.after_review.pending": 1,
}  # fmt: skip
AREA = "东湾经济技术开发区管理委员会"


def report_of(text: str, code: str, unit: str) -> Report:
    return filled(unit, code, text, CELLS, unit_type="县级政府", year=2023)


def wrong(text: str, code: str, unit: str = AREA) -> list[str]:
    return wrong_quotes(report_of(text, code, unit))


@pytest.mark.parametrize(
    ("code", "text", "quote"),
    [
        ("s1.request", "东湾经开区2023年共受理依申请公开事项47件。", "东湾经开区2023年共受理依申请公开事项47件"),
        ("note.t3", "2023年，东湾经开区共办理政府信息公开申请252件，另有9件结转下年度继续办理。", "另有9件结转下年"),
        ("note.t3", "办理申请260件（新收247件、上年结转13件），其中已答复242件，正在办理8件。", "其中已答复242件"),
        ("note.t3", "全年办理申请260件，其中办结250件，结转下年度8件。", "其中办结250件"),
        ("note.t3", "办结申请252件，6件处于补正期限内，依法结转至下一年度。", "6件处于补正期限内，依法结转至下一年度"),
        ("note.t2", "直属单位全年收取行政事业性收费453.2万元。", "直属单位全年收取行政事业性收费453.2万元"),
        ("note.t4", "因信息公开被申请行政复议16件，除2件尚未审结外，其余均未出现被纠正的情形。", "未出现被纠正的情形"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found(code: str, text: str, quote: str) -> None:
    assert wrong(text, code) == [quote]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("s1.request", "滨江新区2023年共受理依申请公开事项47件。"),
        ("note.t3", "累计办理政府信息公开申请260件（新收247件、上年结转13件），其中已答复252件，正在办理8件。"),
        ("note.t3", "全年办理申请252件，其中按期答复242件，延期答复10件。"),
        ("note.t3", "办结申请252件，8件处于补正期限内，依法结转至下一年度。"),
        ("note.t3", "3件涉及多个部门，结转下年；另有5件正在检索，结转下年。"),
        ("note.t3", "办理申请260件，其中答复242件，告知其他10件。"),
        ("note.t2", "直属单位2023年依法收取行政事业性收费45.32万元。"),
        ("note.t2", "直属单位2023年依法收取行政事业性收费12.6万元。"),
        ("note.t4", "因信息公开被申请行政复议16件，除2件被纠正外，其余均未出现被撤销的情形。"),
        ("note.t4", "因信息公开被复议后起诉4件，除1件尚未审结外，其余均未出现被撤销的情形。"),
    ],
)
def test_what_is_true_or_not_understood_stays_silent(code: str, text: str) -> None:
    assert wrong(text, code) == []


@pytest.mark.parametrize(
    ("text", "is_foreign"),
    [
        ("青岭县人民政府在本年度的网站检查中未出现单项否决情形。", True),
        ("平台稳定。青岭县人民政府全年发布信息300条。", True),
        ("青云市人民政府在全省评估中排名第一。", False),
        ("青云市望川县人民政府全年维护专栏6个。", False),
        ("青岭县人民政府在全省会议上向我县介绍经验。", False),
        ("青岭县人民政府网站全年运行平稳。", False),
    ],
)
def test_another_government_that_acts_is_named(text: str, is_foreign: bool) -> None:
    report = report_of(text, "s1.platform", "望川县人民政府")
    found = check_report(report, today=date(2024, 1, 10)).findings
    assert any(f.rule_id == "N-10" and "青岭" in f.message for f in found) is is_foreign
