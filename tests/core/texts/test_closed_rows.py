"""Rows that end with 其他 behind their total, shares by one word, and every one of the applications answered."""

from __future__ import annotations

import pytest

from core.report.entry_text import Number
from core.texts.sums.shares_listed import shares_above_all
from core.texts.sums.sums import wrong_sums
from tests.core.texts.filled_reports import filled, findings_of

LEFT: dict[str, Number] = {"t3.R01.C1": 31, "t3.R02.C1": 4, "t3.R03.C1": 32, "t3.R25.C1": 3}


@pytest.mark.parametrize(
    "text",
    [
        "新收申请33件，征收补偿类18件、社区经费类6件、物业管理类5件、其他3件。",
        "33件新收申请，征收补偿18件、社区经费6件、物业管理5件、其他3件。",
        "33件新收申请中征收补偿类18件，社区经费类6件，物业管理类5件，其他3件。",
        "全年培训33次，镇级18次、村级6次、企业5次、其他5次。",
        "共发布80条，动态50条、公告20条、其他9条。",
        "征集意见40条，交通12条、教育9条、医疗8条、其余10条。",
    ],
)
def test_a_row_with_others_at_its_end_is_all_of_the_number_before_it(text: str) -> None:
    assert [wrong.kind for wrong in wrong_sums(text, 2023)] == [""]


@pytest.mark.parametrize(
    "text",
    [
        "新收申请32件，征收补偿类18件、社区经费类6件、物业管理类5件、其他3件。",
        "33件新收申请中征收补偿类18件，社区经费类6件，物业管理类6件，其他3件。",
        "收到申请33件，征收类18件、社区类6件、其他3件，另有物业类6件。",
        "收到申请33件，征收类18件、社区类9件、其他3件、历史遗留3件。",
        "培训33次，覆盖镇级18个、村级6个、其他3个。",
        "上年33件，今年征收类18件、社区6件、其他3件。",
        "回应关切12条，涉及乡镇5个、部门4个、其他3个。",
        "在214件申请中，法律服务机构9件，科研机构和公益组织各2件，其他2件，余下的199件来自自然人和企业。",
        "收到申请33件，办结18件、结转6件、其他3件。",
        "全年33件，其中上年结转3件，征收类12件、社区类9件、其他9件。",
        "收到申请近40件，征收类18件、社区类9件、其他8件。",
        "公开信息500条，动态50条、公告20条、其他9条。",
    ],
)
def test_a_row_that_is_right_or_of_something_else_is_left_alone(text: str) -> None:
    assert wrong_sums(text, 2023) == ()


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("从来源看，局机关提供的占58%，基层机构提供的占32%，疾控中心提供的占15%。", [105]),
        ("按渠道分，网络占70%，信函占20%，当面占15%。", [105]),
        ("从来源看，局机关提供的占58%，基层机构提供的占32%，疾控中心提供的占10%。", []),
        ("从来源看，网络占80%，其中手机端占70%，信函占20%。", []),
        ("从数量看，公开类占80%，办结率占比提高15%，信函占20%。", []),
        ("自然人占80%，予以公开的占70%。", []),
    ],
)
def test_shares_by_one_word_are_no_more_than_the_whole(text: str, sums: list[int]) -> None:
    assert [added for _, _, added in shares_above_all(text, 2023)] == sums


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("一年收到35件申请，件件都在年内作了书面答复。", ["N-04"]),
        ("收到申请35件，件件书面答复。", ["N-04"]),
        ("新收的31件，连同从上年转来的4件，年内已全部办结。", ["N-04"]),
        ("连同上年结转，全年应办申请35件，办结率达100%。", ["N-04"]),
        ("办理建议12件，件件都作了答复。", []),
        ("上年结转4件，件件都作了答复。", []),
        ("收到申请31件，办结32件，件件都有回访。", []),
    ],
)
def test_every_one_answered_is_said_of_all(text: str, rules: list[str]) -> None:
    report = filled("石坪县水利局", "s1.request", text, LEFT, unit_type="政府部门", year=2023)
    assert [finding.rule_id for finding in findings_of(report, "N-01", "N-03", "N-04")] == rules
