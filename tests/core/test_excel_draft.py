"""The draft workbook: what is written reads back equal, and what a person changed in Excel wins."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from core.entry_text import Refused
from core.excel_draft import load_draft, save_draft
from core.report import (
    Explanation,
    LogEntry,
    Origin,
    Remark,
    Report,
    ReviewRound,
    new_report,
    parse_cell,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def full_report() -> Report:
    """A report with something in every corner."""
    report = new_report("某某县水利局", "政府部门", 2025, with_zeros=True)
    form = report.form
    report.set_text("lead", "引言一段。")
    report.set_text("s1.active", "第一段\n\n　　第三段\n=SUM(1)\n" + "长" * 70_000 + "\n@尾\n+1\n-1")
    report.set_text("s6", "收到{t3.R01.C7}件")
    report.cells["t2.fees.amount"] = Decimal("12.345678")
    report.cells["fee.billed"] = Decimal("400.5")
    report.cells["t3.R01.C1"] = parse_cell(form, "t3.R01.C1", "12abc")
    report.cells["t3.R01.C2"] = 3
    report.cells["t3.R02.C2"] = parse_cell(form, "t3.R02.C2", "=3+4")
    report.controls["t3.R01.C7"] = 5
    report.controls["t3.R02.C7"] = parse_cell(form, "t3.R02.C7", "1O")
    report.explanations["T2-01:t2.rules.in_force"] = Explanation("清" * 40_000, "王", "2026-01-05", "现行有效对不上")
    report.log.append(LogEntry("2026-01-05 10:00", "空白格全部填0"))
    shown = {"s1": "原文\n" * 9_000 + "完", "t3.R01.C7": "3"}
    remarks = (Remark("第一条", "已改"), Remark("第二条", "不改", "数字属实"), Remark("第三条"))
    report.rounds.append(ReviewRound(1, "2026-01-06", "3F7A-91C2", shown, "李主任", "2026-01-07", remarks))
    report.rounds.append(ReviewRound(2, "2026-01-08", "3F7A-91C3", {}))
    report.origins["t2.penalty"] = Origin("法规科", "赵", "2026-01-03", "处罚台账")
    report.status["locked_on"] = "2026-01-09"
    return report


def test_everything_in_a_report_reads_back_equal(tmp_path: Path, full_report: Report) -> None:
    path = tmp_path / "草稿.xlsx"

    save_draft(full_report, path)
    loaded = load_draft(path)

    assert loaded.report == full_report
    assert loaded.remarks == ()
    assert loaded.format_version == 1


def test_what_the_form_has_no_place_for_is_kept(tmp_path: Path) -> None:
    report = Report()
    report.meta["meta.old_name"] = "旧名"
    report.texts["s9"] = "多出的一段"
    report.cells["t3.other_2019.C1"] = 4
    report.controls["t3.other_2019.C7"] = Decimal("4.5")

    save_draft(report, tmp_path / "d.xlsx")

    assert load_draft(tmp_path / "d.xlsx").report == report


def test_a_formula_in_a_count_is_refused_with_its_reason(full_report: Report) -> None:
    entry = full_report.cells["t3.R02.C2"]

    assert isinstance(entry, Refused)
    assert entry.reason == "请填数字，不要填公式"
