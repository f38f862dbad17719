"""Whole years of an earlier report, plans behind a colon, straight ways to court, and words that a sample leaves."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of

REVIEWED = {"t4.review.upheld": 3, "t4.after_review.upheld": 1, "t4.after_review.pending": 1}
STRAIGHT = {"t4.review.upheld": 3, "t4.direct.upheld": 2}


@pytest.mark.parametrize(
    ("text", "is_old"),
    [
        ("自2022年1月1日至12月31日，本关共收到政府信息公开申请19件，办结19件，结转0件。", True),
        ("自2022年1月1日起至2022年12月31日止，我局共收到政府信息公开申请19件。", True),
        ("从2022年1月1日至12月31日，全县共发布信息310条。", True),
        ("自2023年1月1日至12月31日，我局共收到申请19件。", False),
        ("自2022年1月1日起，我局全面推行新的登记制度。", False),
        ("自2022年1月1日至2023年12月31日，我局共清理文件19件。", False),
        ("自2022年1月1日至12月31日，我局共发布信息310条，2023年发布322条。", False),
    ],
)
def test_a_whole_year_before_the_report_is_told(text: str, is_old: bool) -> None:
    report = filled("临岐市水利局", "s1.active", text, {}, year=2023)
    assert bool(findings_of(report, "N-08")) == is_old


@pytest.mark.parametrize(
    ("text", "is_plan"),
    [
        ("针对上述不足，2023年我局将重点做好三件事：一是把整改情况一并公开；二是每半年评查一次。", True),
        ("2023年，全县将抓好两项工作：重点领域信息集中公开；栏目统一改版。", True),
        ("2023年我局将整改情况一并公开，全年发布12条。", False),
        ("2023年，全县将重点领域信息集中公开，设专栏12个。", False),
    ],
)
def test_a_plan_behind_a_colon_is_one(text: str, is_plan: bool) -> None:
    report = filled("临岐市水利局", "s5", text, {}, year=2023)
    assert bool(findings_of(report, "N-08")) == is_plan


@pytest.mark.parametrize(
    "text",
    [
        "全年没有未经复议径行起诉的案件。",
        "全年没有未经复议而径直起诉的案件。",
        "没有径自提起的行政诉讼。",
        "无未经行政复议径自提起诉讼的情形。",
        "没有未经复议直接起诉的案件。",
    ],
)
def test_who_says_that_none_went_straight_to_court_speaks_of_those(text: str) -> None:
    assert findings_of(filled("沅海市交通运输局", "s4", text, REVIEWED), "N-06") == []
    assert findings_of(filled("沅海市交通运输局", "s4", text, STRAIGHT), "N-06")


@pytest.mark.parametrize(
    ("text", "is_garbled"),
    [
        ("本镇因政府信息公开被申请行政复议的为未发生件，被提起行政诉讼的未发生件。", True),
        ("本局被申请行政复议、被提起行政诉讼均为零。", False),
        ("未发生行政复议案件，未发生行政诉讼案件。", False),
    ],
)
def test_what_a_changed_sample_leaves_is_no_sentence(text: str, is_garbled: bool) -> None:
    assert bool(findings_of(filled("怀柳县审计局", "s4", text, {}), "N-20")) == is_garbled


@pytest.mark.parametrize("marks", ["A.B.", "A、B、", "1.2.", ("（1）", "（2）"), ("", "")])
def test_rows_are_read_whatever_marks_stand_before_them(marks: tuple[str, str] | str) -> None:
    first, second = (marks[:2], marks[2:]) if isinstance(marks, str) else marks
    text = f"不予处理情形：{first}信访举报投诉类4件；{second}重复申请11件。"
    for petitions, again, wrong in ((11, 4, 2), (4, 11, 0)):
        report = filled("沧宁市鼓山区市场监督管理局", "s3", text, {"t3.R16.C1": petitions, "t3.R17.C1": again})
        assert len(findings_of(report, "N-05")) == wrong
