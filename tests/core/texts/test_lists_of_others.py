"""A list of other matters that is not counted in the report: 31件，其中A12件、B9件、C11件，均不计入本表 (N-24)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import HUNDRED, filled, findings_of


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("收到信访件31件，其中咨询类12件、求决类9件、建议类11件，均由信访办办理，不计入本表统计。", True),
        ("收到信访件31件，其中咨询类12件、求决类9件、建议类10件，均由信访办办理，不计入本表统计。", False),
        ("收到信访件31件，其中咨询类12件、求决类9件、建议类8件，均由信访办办理，不计入本表统计。", False),
        ("受理热线工单310件，其中咨询112件、投诉98件、求助110件，全部转有关单位，未纳入本报告。", True),
        ("受理热线工单320件，其中咨询112件、投诉98件、求助110件，全部转有关单位，未纳入本报告。", False),
        ("办理其他应诉案件31件，其中征收12件、许可9件、登记11件，上述案件不计入本报告。", True),
        ("发布信息31条，其中通知12条、公告9条、动态11条，动态不计入总数。", False),
        ("发布信息31条，其中通知12条、公告9条、转载11条（不计入总数）。", False),
        ("收到咨询31件，其中当面12件、来电9件、来信11件，来信另行统计。", False),
        ("收到咨询31件，其中当面12件、来电9件、来信11件，均已答复，不在本报告统计之列。", True),
    ],
)
def test_all_of_a_list_may_be_left_out_of_the_report(text: str, is_wrong: bool) -> None:
    found = findings_of(filled("青岚县教育局", "s4", text, HUNDRED), "N-24")
    assert any(finding.level != "hint" for finding in found) == is_wrong
