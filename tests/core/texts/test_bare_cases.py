"""Cases in 监督保障 that are not said to be about 信息公开: judged by what holds for all cases of the office (N-06)."""

from __future__ import annotations

from datetime import date

import pytest

from core.base.late import load_now
from core.checks.rules import FUNCTIONS, CheckContext
from core.report.report import new_report
from core.report.totals import report_numbers
from core.validation import validation

load_now(validation)  # registers the rule functions


def rules(text: str) -> list[str]:
    report = new_report("望川县教育局", "政府部门", 2025)
    cells = {**dict.fromkeys(report.form.entered, 0), "t4.review.upheld": 1, "t4.direct.upheld": 1}
    report = report.with_cells(cells).with_texts({"s1.oversight": text})
    rule = report.form.rules["N-06"]
    context = CheckContext(report, report_numbers(report), None, date(2026, 1, 10))
    return [f.rule_id for f in FUNCTIONS[rule.function].function(context, rule)]


@pytest.mark.parametrize(
    "text",
    [
        "全年未发生行政诉讼。",
        "无行政诉讼。",
        "全年无行政复议、行政诉讼案件。",
        "我局没有发生行政复议案件。",
        "本年度没有行政复议案件。",
        "行政复议、行政诉讼均为0件。",
        "行政复议案件0件，行政诉讼案件0件。",
        "行政诉讼1件，被法院判决纠正。",
        "行政复议1件，被复议机关纠正。",
        "健全考核机制，开展培训2次。全年未发生行政复议和行政诉讼。",
        "2025年行政复议0件、行政诉讼0件，无责任追究情形。",
        "加强政务公开业务培训，全年无行政复议、行政诉讼发生。",
        "行政复议1件，尚未审结。",
        "自觉接受社会监督，全年未被申请行政复议、未被提起行政诉讼。",
        "加强执法监督，规范处罚程序。\n全年未发生行政诉讼。",
    ],
)
def test_what_cannot_be_true_of_all_cases_is_told(text: str) -> None:
    assert set(rules(text)) == {"N-06"}


@pytest.mark.parametrize(
    "text",
    [
        "办理行政复议应诉案件30件。",
        "全年办理行政复议案件30件，维持28件。",
        "加强行政执法监督，全年未发生行政复议、行政诉讼。",
        "行政执法案件未发生行政复议、行政诉讼。",
        "规范行政许可办理。未发生行政复议、行政诉讼。",
        "行政复议1件、行政诉讼1件，均获维持。",
        "行政复议1件，结果维持；行政诉讼1件，结果维持。",
        "行政复议3件，维持2件，纠正1件。",
        "行政诉讼5件，败诉1件。",
        "推进政务公开。行政诉讼5件，被判决纠正1件。",
        "负责人出庭应诉2次，行政诉讼案件败诉0件。",
        "未发生因征地补偿引起的行政诉讼。",
        "全年未发生不动产登记方面的行政复议。",
        "上半年未发生行政复议、行政诉讼。",
        "上年未发生行政诉讼。",
        "劳动争议仲裁120件，未发生行政诉讼。",
        "受理消费者投诉300件，未引发行政复议。",
        "法治建设有序推进，行政诉讼0件。",
        "建立行政复议、行政诉讼通报制度，全年未出现被通报的情形。",
        "培训没有走过场，复议、诉讼风险意识有所提高。",
        "行政复议、行政诉讼中均未被纠正。",
        "没有因公开不当引起的投诉和行政诉讼败诉。",
        "全年接受社会评议1次，行政复议1件维持、行政诉讼1件维持。",
        "健全复议诉讼应对机制，妥善处理政府信息公开行政复议1件、行政诉讼1件，均被维持。",
        "全年被申请行政复议1件，被提起行政诉讼1件。",
        "2025年行政复议1件，行政诉讼1件，与上年持平。",
        "全年未发生重大舆情、行政复议和诉讼风险可控。",
        "严格审核把关，避免发生行政诉讼。",
        "防止出现行政复议、行政诉讼。",
        "力争不发生行政复议、行政诉讼。",
        "杜绝行政诉讼败诉。",
        "未因公开工作被提起行政诉讼的情况逐年减少。",
        "对行政复议、行政诉讼案件逐件分析，没有发现程序瑕疵。",
        "以“零复议、零诉讼”为目标，加强培训。",
        "组织行政复议法培训2次，参训人员120人次。",
        "学习《行政诉讼法》，提升能力，没有人员缺席。",
        "通报行政复议案例3件、行政诉讼案例2件。",
        "邀请律师讲解行政诉讼案例5件。",
    ],
)
def test_what_may_be_of_other_work_is_left_alone(text: str) -> None:
    assert rules(text) == []
