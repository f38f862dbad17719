"""What is told as done in a year to come is asked about (N-08)."""

from __future__ import annotations

import pytest

from core.report.report import new_report
from core.texts.coming_years import done_in_coming_years
from tests.core.texts.filled_reports import findings_of


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in done_in_coming_years(text, 2025)]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2026年，我局主动公开政府信息92条，其中规范性文件3件。", "2026年"),
        ("2026年共收到政府信息公开申请7件。", "2026年"),
        ("2026年度收到申请9件，均已答复。", "2026年度"),
        ("截至2026年12月31日，制发规范性文件3件。", "2026年12月31日"),
        ("2027年作出行政许可145件。", "2027年"),
        ("工作平稳。2026年县水利局通过门户网站发布信息310条。", "2026年"),
        ("2026年，全县举办培训3期。", "2026年"),
        ("2026年未发生行政复议2件以外的案件。", "2026年"),
    ],
)
def test_a_year_to_come_with_what_was_done(text: str, year: str) -> None:
    assert found(text) == [year]


@pytest.mark.parametrize(
    "text",
    [
        "2026年，我局将主动公开政府信息不少于100条。",
        "力争2026年公开政府信息100条。",
        "2026年计划组织培训2次。",
        "2026年拟采取三项举措，开展抽查2次。",
        "目标：2026年发布解读30篇。",
        "下一步：2026年组织培训2次，开展抽查4次。",
        "3件结转2026年办理。",
        "2025年收到申请7件，较多；2026年1月收到2件。",
        "2026年1月20日前公布本报告。",
        "招录信息：2026年公开招聘公告3条。",
        "2026年完成3个平台的整合。",
        "2026年起开展季度通报4次。",
    ],
)
def test_a_year_to_come_with_what_is_planned(text: str) -> None:
    assert found(text) == []


def test_the_rule_names_the_year_and_its_place() -> None:
    report = new_report("方言县水利局", "政府部门", 2025).with_texts({"s1.request": "2026年共收到申请7件。"})
    (one,) = findings_of(report, "N-08")
    assert "出现2026年，报告年度是2025年" in one.message
    assert [(p.text, p.start, p.end) for p in one.places] == [("s1.request", 0, 5)]
