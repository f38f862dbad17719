"""What is told of a person, of other fields or things is none of the tables (N-01 to N-07)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of
from tests.core.texts.offices import told_of

UNIT = "岷阳镇人民政府"
CELLS = {
    "t2.penalty.decisions": 97,
    "t3.R01.C1": 52, "t3.R01.C2": 12, "t3.R01.C5": 27, "t3.R02.C1": 1, "t3.R03.C1": 80, "t3.R19.C1": 2,
    "t3.R25.C1": 6, "t3.R25.C2": 4,
    "t4.review.upheld": 3,
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("s3", "王某收到后未申请行政复议，也未提起行政诉讼。"),
        ("s3", "杨某未因此申请行政复议或者提起行政诉讼。"),
        ("s4", "当年作出的9份审计决定、3件行政处罚，也未引发行政复议或者行政诉讼。"),
        ("s4", "7件申请的答复书都写明了申请行政复议的机关、期限和起诉的法院、期限。"),
        ("s3", "登记窗口、自助终端和手机端分别提供查询6.4万次、21.7万次和58.3万次，合计86.4万次。"),
        ("s3", "以申请形式提出的35件，由自然人、法律服务机构分别提出31件、4件。律师事务所提出的4件中，3件随后查询。"),
        ("s3", "上年结转的1件由自然人提出。结转下年度的10件为新收。除这两件跨年办理外，其余均当年办结。"),
        ("s3", "杨某先后向民政办等9个单位提交申请31件，各单位依法答复其中30件。"),
        ("s2", "作出行政处罚决定97件。需要强制执行的34件均依法申请人民法院执行，故“行政强制”为0件。"),
        ("s4", "作为被告的行政诉讼有1件，是对宅基地审批不服；行政复议2件，涉及林权。这3件都和政府信息公开无关。"),
    ],
)  # fmt: skip
def test_it_is_left_alone(code: str, text: str) -> None:
    assert told_of(UNIT, code, text, CELLS) == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("s4", "全年未申请行政复议。"),
        ("s4", "全年未发生因政府信息公开引发的行政复议、行政诉讼。"),
        ("s3", "收到申请91件，答复30件。"),
        ("s3", "跨年办理2件。"),
        ("s2", "行政强制执行34件。"),
        ("s4", "因政府信息公开被申请行政复议2件。"),
        ("s3", "律师事务所提出4件。"),
    ],
)
def test_what_the_office_tells_is_compared(code: str, text: str) -> None:
    assert len(told_of(UNIT, code, text, CELLS)) == 1


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("s4", "全年共2件，原告为1名个人和1家旅行社，起诉前都没有申请行政复议。"),
        ("s3", "办理申请92件（新收91件、上年结转1件）。从答复方式看，邮寄52件，电子邮件9件，其余为现场领取。"),
    ],
)
def test_what_is_left_open_or_of_others_is_left_alone(code: str, text: str) -> None:
    assert told_of(UNIT, code, text, CELLS) == []


def test_the_rest_of_all_cases_is_none_of_those_closed() -> None:
    ways = {f"t4.after_review.{end}": n for end, n in (("upheld", 6), ("corrected", 1), ("other", 1), ("pending", 3))}
    text = "复议后起诉的已审结8件，维持6件、纠正1件、其他结果1件，其余3件在审。"
    assert told_of(UNIT, "s4", text, ways) == []
    assert told_of(UNIT, "s4", text.replace("维持6件", "维持5件"), ways)


def test_a_year_before_the_first_case_is_no_old_one() -> None:
    report = filled(UNIT, "s4", "2023年没有复议案件，今年是首次。", CELLS)
    assert findings_of(report, "N-08") == []
    assert findings_of(filled(UNIT, "s4", "2023年没有复议案件。", CELLS), "N-08")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("s3", "受某某小区改造影响，居民提交申请较多，本年收到申请41件。"),
        ("s3", "因某项工程，群众提出申请41件。"),
        ("s4", "因某项工程引发关注，但全年没有行政复议案件。"),
        ("s4", "上年张某不服答复，今年没有行政复议。"),
    ],
)
def test_a_certain_project_is_no_person_and_the_year_is_of_all(code: str, text: str) -> None:
    assert len(told_of(UNIT, code, text, CELLS)) == 1
