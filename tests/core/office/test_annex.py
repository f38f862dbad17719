from __future__ import annotations

from dataclasses import replace
from datetime import date

from core.office import review
from core.office.annex import change_annex, changes, findings_annex
from core.report.report import Explanation
from core.validation.validation import check_report
from tests.core.report.sample_reports import written_report

DAY = date(2026, 1, 10)


def test_changes_since_the_last_round_are_listed_number_by_number_and_paragraph_by_paragraph() -> None:
    report = written_report()
    report = report.with_cells({"t3.R03.C1": 5})
    assert changes(report) == []
    report = review.submit(report, DAY).applied_to(report)
    assert changes(report) == []
    report = report.with_cells({"t3.R03.C1": 6})
    report = report.with_texts({"s6": "改过的一段。"})
    found = {difference.code: difference for difference in changes(report)}
    assert found["t3.R03.C1"].ours == ("5",)
    assert found["t3.R03.C1"].theirs == ("6",)
    assert "t3.R24.C1" in found  # the total changed with it
    assert found["s6"].theirs == ("改过的一段。",)


def test_change_list_says_what_was_done_about_each_remark() -> None:
    report = written_report()
    report = report.with_cells({"t2.licensing.decisions": 656})
    report = review.submit(report, DAY).applied_to(report)
    report = review.register_return(
        report, "王主任", date(2026, 1, 12), ["许可数请核对", "第五部分太短", "标题改一下"]
    ).applied_to(report)
    answers = [(review.FOLLOWED, ""), (review.NOT_FOLLOWED, "已写明问题和措施"), ("", "")]
    report = review.answer_remarks(report, 1, answers).applied_to(report)
    report = report.with_cells({"t2.licensing.decisions": 665})
    annex = change_annex(report)
    assert annex.title == "某某县水利局2025年政府信息公开工作年度报告修改情况"
    assert annex.parts == (
        (
            "退回意见及处理（王主任，2026-01-12）",
            ("1.许可数请核对——已改。", "2.第五部分太短——不改：已写明问题和措施。", "3.标题改一下——未处理。"),
        ),
        (
            "与送审稿第1稿（2026-01-10）相比的修改",
            (
                "1.主动公开：行政许可·本年处理决定数量：原为656，现为665。",
                "2.主动公开：表前文字：原为“行政许可656件。”，现为“行政许可665件。”。",
            ),
        ),
    )


def test_paragraphs_that_came_and_went_are_named_in_full() -> None:
    report = written_report().with_texts({"s5": "第一段。\n第二段。", "s6": ""})
    report = review.submit(report, DAY).applied_to(report)
    report = report.with_texts({"s5": "第一段。", "s6": "无其他事项。"})
    lines = change_annex(report).parts[-1][1]
    assert [line.rpartition("：")[2] for line in lines] == ["删去“第二段。”。", "增加“无其他事项。”。"]


def test_findings_are_listed_by_level_with_their_explanations() -> None:
    report = written_report()
    last_year = written_report(3)
    last_year = last_year.with_texts({"meta.year": "2024"})
    result = check_report(report, last_year=last_year, today=DAY)
    finding = result.open_warnings[0]
    report = replace(
        report,
        explanations={
            **report.explanations,
            finding.key: Explanation("已核对。", "张小三", "2026-01-09", finding.message),
        },
    )
    annex = findings_annex(report, check_report(report, last_year=last_year, today=DAY))
    assert annex.title.endswith("年度报告问题清单")
    headings = [heading for heading, _ in annex.parts]
    assert headings[0] == f"错误（{result.count('error')}个）"
    lines = [line for _, part in annex.parts for line in part]
    assert any(line.endswith("——说明：已核对。") for line in lines)
    assert len(lines) == len(result.findings)


def test_first_round_has_nothing_to_compare_with() -> None:
    assert "没有可对照的上一稿" in change_annex(written_report()).parts[0][1][0]
