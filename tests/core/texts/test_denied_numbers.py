"""A number of something that there is none of (未收到申请21件): wrong wherever the tables have any."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_claims

CELLS = {
    "t3.R01.C1": 17, "t3.R01.C2": 4, "t3.R02.C1": 2, "t3.R03.C1": 12, "t3.R13.C1": 10, "t3.R25.C1": 1,
    "t4.review.upheld": 3, "t4.direct.upheld": 2, "t2.normative.issued": 5, "fee.notices": 3, "fee.billed": 700,
    "fee.collected": 700,
}  # fmt: skip


def wrong(text: str, code: str = "s1.request", cells: dict[str, int] = CELLS) -> list[tuple[str, str]]:
    report = filled("双林区水利局", code, text, cells, year=2023)
    return [(claim.rule_id, claim.quote) for claim in wrong_claims(report)]


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("s1.request", "本局2023年未收到公民、法人和其他组织政府信息公开申请21件，其中网上提交13件。",
         ("N-02", "未收到公民、法人和其他组织政府信息公开申请21件")),
        ("s1.request", "2023年，我局未收到申请21件，上年结转2件，办结22件。", ("N-02", "未收到申请21件")),
        ("s1.request", "全年没有收到政府信息公开申请9件。", ("N-02", "没有收到政府信息公开申请9件")),
        ("s3", "2023年未新收依申请公开21件。", ("N-02", "未新收依申请公开21件")),
        ("s2", "2023年未制发行政规范性文件5件，废止0件。", ("N-07", "未制发行政规范性文件5件")),
        ("s6", "2023年未收取信息处理费700元。", ("N-17", "未收取信息处理费700元")),
        ("s6", "2023年我局未发出收费通知3件。", ("N-17", "未发出收费通知3件")),
        ("s4", "2023年未发生政府信息公开行政复议3件，行政诉讼2件。", ("N-06", "未发生政府信息公开行政复议3件")),
        ("s4", "全年未产生因信息公开引发的行政诉讼2件。", ("N-06", "未产生因信息公开引发的行政诉讼2件")),
    ],
)  # fmt: skip
def test_a_denied_number_is_wrong_where_there_are_any(code: str, text: str, found: tuple[str, str]) -> None:
    assert wrong(text, code) == [found]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("s1.request", "全年收到政府信息公开申请21件。"),
        ("s1.request", "全年未收到不予受理的申请2件。"),
        ("s1.request", "未收到涉及农村宅基地的申请3件以上。"),
        ("s1.request", "全年未收到申请5件以上的科室占多数。"),
        ("s3", "至年底，未收到第三方意见的申请1件，已结转下年。"),
        ("s3", "未收到申请人补正材料的申请1件，结转下年度继续办理。"),
        ("s1.request", "上半年未收到申请，下半年收到申请21件。"),
        ("s1.request", "2022年未收到申请3件以外的其他请求。"),
        ("s3", "未受理的申请2件，均已说明理由。"),
        ("s2", "制发行政规范性文件5件，未公开规范性文件2件。"),
        ("s6", "未发出收费通知3件以上的单位较多。"),
        ("s4", "2023年发生行政复议3件，未发生复议后起诉的案件。"),
        ("s4", "全年行政复议3件、直接起诉2件，没有发生复议后起诉的案件。"),
        ("s4", "未发生被纠正的行政复议案件，3件均为维持。"),
    ],
)
def test_what_is_truly_denied_is_left_alone(code: str, text: str) -> None:
    assert wrong(text, code) == []


def test_nothing_is_wrong_where_there_is_none() -> None:
    assert wrong("2023年未收到政府信息公开申请。", cells={}) == []
