"""What all of a number are is understood behind what is told of last year; so are other words between (N-04, N-05)."""

from __future__ import annotations

import pytest

from core.texts.rules.dates.plans import wrong_plans
from core.texts.sums.ratios import wrong_ratios
from core.texts.sums.sums import wrong_sums
from tests.core.texts.filled_reports import filled, findings_of
from tests.core.texts.offices import told_of

UNIT = "青岚县农业农村局"
CELLS = {
    "t3.R01.C1": 60, "t3.R03.C1": 30, "t3.R13.C1": 8, "t3.R14.C1": 2, "t3.R16.C1": 6, "t3.R17.C1": 3,
    "t3.R21.C1": 8, "t3.R25.C1": 3,
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("不予处理9件，比上年减少5件，全部为信访举报投诉类申请。", "均为信访"),
        ("不予处理9件，同比减少35.7%，均为信访举报投诉类申请。", "均为信访"),
        ("不予处理9件（上年14件），均为重复申请。", "均为重复"),
        ("无法提供的10件，均系县农业农村局不掌握相关政府信息。", "不掌握"),
        ("申请内容属于水利、自然资源等部门职责、我局不掌握相关政府信息的有18件。", "有18件"),
        ("新收申请60件，均已办结并送达答复书。", "均已办结"),
        ("新收申请60件，均于12月31日前办结。", "均于12月31日前办结"),
        ("不予处理的9件中，最多的是信访举报投诉类申请7件。", "信访举报投诉类申请7件"),
    ],
)
def test_it_is_wrong(text: str, quote: str) -> None:
    (message,) = told_of(UNIT, "s3", text, CELLS)
    assert quote.replace("均为信访", "信访举报投诉类申请").replace("均为重复", "重复申请") in message


@pytest.mark.parametrize(
    "text",
    [
        "其他处理8件，比上年增加2件，均为逾期不补正。",
        "其他处理8件（去年6件），均为逾期不补正。",
        "不予处理9件，比上年减少5件，信访举报投诉类申请6件。",
        "申请内容属于水利、自然资源等部门职责、我局不掌握相关政府信息的有8件。",
        "新收申请60件，均于12月20日前登记。",
        "不予处理的9件中，数量最多的是信访举报投诉类申请6件。",
        "最多的是政策类信息300条。",
        "征地类申请办结25件，比上年增加9件，占43.9%。",
    ],
)
def test_it_is_right_or_of_something_else(text: str) -> None:
    assert told_of(UNIT, "s3", text, CELLS) == []


def test_a_share_behind_a_change_is_not_that_of_the_change() -> None:
    assert wrong_ratios("发布信息25条，比上年增加9条，占36.8%。", 2024) == ()


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("抽查专栏12个，其中7个超过3个月未更新，占48.3%。", "58.3%"),
        ("检查单位15家，其中3家被点名通报，占全部的25%。", "20%"),
    ],
)
def test_a_part_that_is_described_has_its_share(text: str, right: str) -> None:
    (wrong,) = wrong_ratios(text, 2024)
    assert wrong.right == right
    assert wrong_ratios(text.replace("48.3%", right).replace("25%", right), 2024) == ()


def test_people_of_a_list_told_one_by_one_are_those_of_their_total() -> None:
    text = "参加群众分别为120人、85人、64人、76人，共345人次。"
    assert wrong_sums(text, 2024) == ()
    assert len(wrong_sums(text.replace("345", "335"), 2024)) == 1


def test_a_plan_under_its_heading_is_for_next_year() -> None:
    assert len(wrong_plans("下一步改进打算：2021年，我局将增设专栏，并将清单纳入2022年考核。", 2021)) == 1
    assert wrong_plans("下一步改进打算：2022年，我局将增设专栏，并将清单纳入考核。", 2021) == ()
    assert wrong_plans("对照上年提出的下一步改进打算，2021年我局将清单公开纳入考核。", 2021) == ()


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("不予处理9件，均为同一申请人反复提出的重复申请。", "重复申请"),
        ("不予处理9件，均为反映物业收费、房屋漏水的信访举报投诉类申请。", "信访举报投诉类申请"),
    ],
)
def test_the_head_of_what_all_are_names_the_row(text: str, quote: str) -> None:
    (message,) = told_of(UNIT, "s3", text, CELLS)
    assert quote in message


def test_one_slip_is_said_once_with_both_cells() -> None:
    report = filled(UNIT, "s3", "新收申请60件，60件申请均已在年内办结。", CELLS)
    (finding,) = findings_of(report, "N-04")
    assert {"t3.R24.C7", "t3.R25.C7"} <= set(finding.cells)
    assert finding.message.count("写的是") == 1
