"""A total of last year that its columns do not add up to: what was published stands first, and both are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from core.draft.workbook import save_draft
from core.office import compare, report_source
from core.office.carry_over import last_figures
from core.office.comparison_html import comparison_html
from core.office.last_year_notes import last_year_notes
from core.published import REMARK
from core.report.report import Report, new_report
from core.texts.years.year_rules_of_texts import claims_of_both_years
from core.validation.validation import Checker, check_report

TODAY = date(2026, 1, 20)
BOTH = "印的总计是31，各项相加是30"


def report_of(year: int, received: int, text: str = "") -> Report:
    report = new_report("青原县水利局", "政府部门", year, with_zeros=True)
    return report.with_cells({"t3.R01.C1": received, "t3.R03.C1": received}).with_texts({"s1.request": text})


@pytest.fixture
def last() -> Report:
    return replace(report_of(2024, 30), controls={"t3.R01.C7": 31})


def said(last: Report, text: str) -> list[str]:
    found = check_report(report_of(2025, 22, text), last_year=last, today=TODAY).findings
    return [f.message for f in found if f.rule_id == "Y-06"]


@pytest.mark.parametrize(
    "change", ["比上年减少9件", "跟去年比少了8件", "上年为31件", "上年为30件", "同比下降29.0%", "同比下降26.7%"]
)
def test_a_sentence_that_is_right_by_either_number_is_not_called_wrong(last: Report, change: str) -> None:
    assert said(last, f"全年新收申请22件，{change}。") == []


def test_a_wrong_sentence_names_both_numbers(last: Report) -> None:
    (message,) = said(last, "全年新收申请22件，比上年减少7件。")
    assert "上年报告中新收申请是31件，本年是22件，应是减少9件" in message
    assert "上年报告印的总计是31件，各项相加是30件，按30件算是减少8件" in message
    (message,) = said(last, "全年新收申请22件，上年为29件。")
    assert "是31件，本年是22件（上年报告印的总计是31件，各项相加是30件），请核对。" in message


def test_nothing_is_added_where_the_total_holds() -> None:
    (message,) = said(report_of(2024, 30), "全年新收申请22件，比上年减少7件。")
    assert message.endswith("上年报告中新收申请是30件，本年是22件，应是减少8件，请核对。")


def test_the_list_of_numbers_names_both(last: Report) -> None:
    checker = Checker(report_of(2025, 22, "全年新收申请22件，比上年减少9件。"), last_year=last, today=TODAY)
    (shown,) = [c.shown for c in claims_of_both_years(checker.context) if c.rule_id == "Y-06"]
    assert shown == "上年31件（上年报告印的总计是31件，各项相加是30件），本年22件"


def test_the_comparison_says_so_beside_the_number(last: Report) -> None:
    made = compare.compare_reports(compare.side_of(report_of(2025, 22), "本年"), compare.side_of(last, "2024年"))
    (pair,) = [pair for pair in made.cells if pair.note]
    assert (pair.code, pair.left, pair.right, pair.change, pair.note) == ("t3.R01.C7", "22", "31", "−9", BOTH)
    figure = last_figures(last, last.form)[0]["t3.R01.C7"]
    assert (figure.number, figure.added, figure.note) == (31, 30, BOTH)


def test_what_was_told_when_it_was_read_can_be_shown_again(last: Report, tmp_path: Path) -> None:
    save_draft(last, tmp_path / "上年.xlsx")
    source = report_source.open_report(tmp_path / "上年.xlsx")
    more = (("第六部分的第4个表格", "类别 件数"), (REMARK, "总计栏空白：有1格，各项相加是1，请补上"))
    notes = last_year_notes(replace(source, remarks=more))
    assert notes[:2] == ("第六部分的第4个表格没有读入：类别 件数", "总计栏空白：有1格，各项相加是1")
    assert any("31" in note and "30" in note for note in notes[2:])
    made = compare.compare_reports(compare.side_of(report_of(2025, 22), "本年"), compare.side_of(last, "2024年"))
    page = comparison_html(made, notes=notes)
    assert f"读入2024年报告时要核对的（{len(notes)}处）" in page
    assert "第六部分的第4个表格没有读入" in page
