"""All cases of an office told first, then those on 信息公开 among them; those of one person in brackets (N-06)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of
from tests.core.texts.offices import told_of

UNIT = "平水镇人民政府"
ONE = {"t4.review.corrected": 1}
SIX = {
    "t4.review.upheld": 2,
    "t4.review.other": 2,
    "t4.direct.upheld": 2,
}


@pytest.mark.parametrize(
    "text",
    [
        "全镇共发生行政复议案件4件、行政诉讼案件2件，多为林权纠纷。其中因政府信息公开提起的行政复议1件，结果为纠正。",
        "全镇共发生行政复议案件4件，多为征地纠纷。其中涉及政府信息公开的1件。",
    ],
)
def test_cases_of_all_fields_are_none_of_the_table(text: str) -> None:
    assert told_of(UNIT, "s4", text, ONE) == []


@pytest.mark.parametrize(
    "text",
    [
        "全镇共发生行政复议案件4件，多为征地纠纷。其中涉及政府信息公开的2件。",
        "全年因政府信息公开发生行政复议4件。其中因政府信息公开答复超期引起的1件。",
    ],
)
def test_those_about_disclosure_are_compared(text: str) -> None:
    assert len(told_of(UNIT, "s4", text, ONE)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "行政复议、行政诉讼合计6件，其中王某1人即占4件（复议2件、诉讼2件）。",
        "行政复议4件、行政诉讼2件，张某一人提起3件（复议2件、诉讼1件）。",
    ],
)
def test_those_of_one_person_are_parts(text: str) -> None:
    assert told_of(UNIT, "s4", text, SIX) == []


def test_the_parts_of_all_are_compared() -> None:
    assert told_of(UNIT, "s4", "行政复议、行政诉讼合计6件（复议3件、诉讼3件）。", SIX)


def test_what_else_might_cost_something_denies_no_fee() -> None:
    fees = {"fee.notices": 3, "fee.billed": 690, "fee.collected": 690}
    text = "发出收费通知3件，金额共计690元，已全部缴纳。除此以外，复制、邮寄等未收取任何费用。"
    assert findings_of(filled(UNIT, "s6", text, fees), "N-17") == []
    assert findings_of(filled(UNIT, "s6", text.replace("除此以外，复制、邮寄等", "本年度"), fees), "N-17")


MANY = {
    "t4.review.upheld": 61, "t4.review.corrected": 12, "t4.review.other": 18, "t4.review.pending": 7,
    "t4.direct.upheld": 22, "t4.direct.corrected": 2,
}  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "行政复议98件，维持61件。以市政府为被申请人的复议案件6件，由省政府审理，结果均为维持，已计入前述数据。",
        "行政复议98件，其中以市政府为被申请人的6件，均获维持。",
        "行政诉讼共24件。全年行政复议案件总数为132件，政府信息公开类占74%；全年行政诉讼总数29件，败诉1件，该件为行政处罚案件。",
    ],
)
def test_what_all_of_some_are_is_said_of_these(text: str) -> None:
    assert told_of(UNIT, "s4", text, MANY) == []


def test_what_all_are_is_compared() -> None:
    assert told_of(UNIT, "s4", "行政复议98件，由省政府审理，结果均为维持。", MANY)
    assert told_of(UNIT, "s4", "行政诉讼24件，败诉1件。", MANY)


def test_what_was_charged_in_two_ways_makes_up_what_was_billed() -> None:
    fees = {"fee.notices": 2, "fee.billed": 740, "fee.collected": 400}
    text = "按件收取信息处理费400元，已缴纳；另一申请人申请64页材料，按量计收340元，经通知后逾期未缴费。"
    assert findings_of(filled(UNIT, "s6", text, fees), "N-17") == []
    assert findings_of(filled(UNIT, "s6", text.replace("340元", "350元"), fees), "N-17")


@pytest.mark.parametrize(
    "text",
    [
        "无法提供25件，其中不少申请要求提供全部材料，经检索不存在或者需要加工汇总。",
        "有一名家长就同一方案提出两次申请，按重复申请处理，这也是本年唯一一件。",
    ],
)
def test_why_some_were_not_given_denies_no_row(text: str) -> None:
    cells = {"t3.R01.C1": 26, "t3.R13.C1": 20, "t3.R14.C1": 5, "t3.R17.C1": 1}
    assert told_of(UNIT, "s3", text, cells) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("行政复议98件，审结91件，纠正12件。法院全年审结24件，判决败诉2件。", 0),
        ("行政复议98件，审结91件。法院维持22件，纠正2件。", 0),
        ("行政复议98件，审结91件。法院维持21件，纠正2件。", 1),
        ("未经复议直接起诉24件，法院维持22件，纠正2件。", 0),
        ("全年被复议机关或者法院纠正14件。", 0),
        ("未经复议直接起诉的24件中，法院审结24件，维持22件。", 0),
        ("未经复议直接起诉的24件中，法院审结23件，维持22件。", 1),
    ],
)
def test_what_a_court_closed_are_lawsuits(text: str, wrong: int) -> None:
    assert len(told_of(UNIT, "s4", text, MANY)) == wrong
