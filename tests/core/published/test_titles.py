"""Unit and year of reports whose title is not the usual one."""

from __future__ import annotations

from datetime import date

import pytest

from core.checks.rules import PrintedForm
from core.published import import_clipboard
from core.validation.validation import check_report
from tests.core.published import published_shapes as shapes
from tests.core.published.published_samples import sample

UNIT = "东平县水利局"
MADE = sample("titles", "2021", 2024, 3, 9, UNIT)
TEXT = shapes.rows_as_lines(shapes.pieces(MADE))


def read(title: str, lead: str = "") -> tuple[str, str, str]:
    text = TEXT.replace(MADE.title[0], title)
    if lead:
        text = text.replace(MADE.texts["lead"][0], lead)
    assert title in text
    meta = import_clipboard(None, text).report.meta
    return meta.get("meta.unit", ""), meta.get("meta.year", ""), meta.get("meta.title", "")


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        (f"{UNIT}2024年政务公开工作年度报告", f"{UNIT}2024年政务公开工作年度报告"),
        (f"{UNIT}关于2024年政务公开工作情况的报告", f"{UNIT}关于2024年政务公开工作情况的报告"),
        (f"附件3{UNIT}2024年政府信息公开工作年度报告", ""),
        (f"附件：{UNIT}2024年政府信息公开工作年度报告", ""),
        ("2024年政府信息公开工作年度报告", "2024年政府信息公开工作年度报告"),
        ("附件32024年政务公开工作年度报告", "2024年政务公开工作年度报告"),
        ("政府信息公开工作年度报告", "政府信息公开工作年度报告"),
        ("关于报送2024年政府信息公开工作年度报告的报告", "关于报送2024年政府信息公开工作年度报告的报告"),
    ],
)
def test_unit_and_year_are_read_whatever_the_report_is_called(title: str, kept: str) -> None:
    assert read(title) == (UNIT, "2024", kept)


@pytest.mark.parametrize("below", ["2024年", "2024年度", "（2024年度）"])
def test_a_year_below_the_title_is_the_year_of_the_report(below: str) -> None:
    period = "所列数据统计期限自2024年1月1日至2024年12月31日。"
    made = TEXT.replace(MADE.title[0], f"{UNIT}政府信息公开工作年度报告\n{below}").replace(period, "")
    meta = import_clipboard(None, made).report.meta
    assert (meta["meta.unit"], meta["meta.year"]) == (UNIT, "2024")


@pytest.mark.parametrize(
    ("lead", "unit"),
    [
        (f"根据要求，现将{UNIT}2024年政府信息公开工作情况报告如下。", UNIT),
        (f"根据要求，由{UNIT}编制本报告。", UNIT),
        (f"{UNIT}编制本报告。东平县教育局编制本报告。", ""),
        ("我们按照要求编制本报告。", ""),
    ],
)
def test_the_lead_names_the_unit_where_neither_title_nor_signature_does(lead: str, unit: str) -> None:
    assert read("2024年政府信息公开工作年度报告", lead)[0] == unit


def test_whoever_mends_a_word_file_is_not_sent_to_the_program() -> None:
    report = import_clipboard(None, TEXT).report.with_texts({"meta.unit": "", "meta.year": ""})
    for printed, said in ((PrintedForm(), False), (None, True)):
        found = check_report(report, final=True, today=date(2025, 1, 9), printed_form=printed).findings
        told = [f.message for f in found if f.rule_id == "F-01" and f.level == "error"]
        assert [("基本信息" in message) for message in told] == [said, said]
