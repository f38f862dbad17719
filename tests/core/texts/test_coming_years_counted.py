"""Numbers of the tables told of a year to come are asked about, whoever did it and by whatever verb (N-08)."""

from __future__ import annotations

import pytest

from core.report.report import new_report
from tests.core.texts.filled_reports import findings_of


def said(code: str, text: str, year: int = 2025) -> list[str]:
    report = new_report("方言县水利局", "政府部门", year).with_texts({code: text})
    return [text[p.start : p.end] for f in findings_of(report, "N-08") for p in f.places]


@pytest.mark.parametrize(
    ("code", "text", "year"),
    [
        ("s1.request", "2026年分局新收政府信息公开申请48件。", "2026年"),
        ("s1.request", "2027年分局新收48件，予以公开41件。", "2027年"),
        ("s1.request", "在2026年度，新收申请48件，结转下年3件。", "2026年度"),
        ("s1.request", "工作平稳。2026年分局办结申请48件。", "2026年"),
        ("s1.request", "2029年分局予以公开政府信息公开申请41件。", "2029年"),
        ("s3", "2026年，本单位办理依申请公开148件，予以公开140件。", "2026年"),
        ("s1.active", "2026年分局办理行政许可999件。", "2026年"),
        ("s1.active", "2026年分局行政处罚999件，制发规范性文件2件。", "2026年"),
        ("s4", "2026年分局被申请行政复议7件，被提起行政诉讼5件。", "2026年"),
        ("s6", "2026年分局发出收费通知3件，总金额120元。", "2026年"),
        ("s1.request", "新收申请48件，比2026年减少5件。", "2026年"),
        ("s1.request", "新收申请48件，与2027年相比增加3件。", "2027年"),
    ],
)
def test_a_year_to_come_with_numbers_of_the_tables(code: str, text: str, year: str) -> None:
    assert said(code, text) == [year]


def test_a_report_written_late_copies_the_year_after() -> None:
    assert said("s1.request", "2025年分局新收政府信息公开申请48件。", 2024) == ["2025年"]


@pytest.mark.parametrize(
    "text",
    [
        "2025年分局新收政府信息公开申请48件。",
        "2026年拟新收申请渠道2个，办理行政许可999件。",
        "力争2026年分局办理行政许可不少于999件。",
        "3件结转2026年办理，其中予以公开2件。",
        "结转至2026年3件，其中自然人2件。",
        "2026年1月分局办结申请3件。",
        "2025年新收申请45件，其中3件2026年办结。",
        "未办结的3件，2026年予以公开2件。",
        "2026年底前办结申请3件。",
        "下一步，抓好落实。2026年分局办结申请48件。",
        "《2026年规范性文件制定计划》已起草，2026年度部门预算已公开，行政许可656件。",
        "2026年计划制发规范性文件3件。",
        "2026年预计新收申请60件，比2026年计划数多5件。",
        "2026年1月20日公布本报告，行政许可656件。",
    ],
)
def test_plans_and_what_is_carried_over_may_have_a_year_to_come(text: str) -> None:
    assert said("s1.request", text) == []
