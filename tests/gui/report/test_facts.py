"""What windows read off the open report: worked out once a change, and never of the state before it."""

import random
from collections.abc import Callable
from datetime import datetime
from unittest.mock import patch

import pytest
from PySide6.QtWidgets import QApplication

from core.base.resources import resource_path
from core.draft.workbook import load_draft
from core.report.change import status_change
from core.report.report import new_report
from core.validation.progress import missing_in, progress_with, section_progress
from gui.report import facts
from gui.report.session import ReportSession


@pytest.fixture
def session(qapp: QApplication) -> ReportSession:  # its timers ask for an application
    made = ReportSession(lambda: datetime(2026, 1, 12, 9, 30))
    made.replace(load_draft(resource_path("samples", "示例.xlsx")).report)
    return made


def test_progress_is_that_of_the_report_after_each_of_many_changes(session: ReportSession) -> None:
    chance = random.Random(7)

    def write() -> None:
        session.set_text(chance.choice(["s4", "s5", "s6"]), chance.choice(["", "有不足。", "收到申请{t3.R01.C7}件。"]))

    def lock_or_unlock() -> None:
        session.record(status_change(session.report, {"locked_on": None if session.is_locked else "2026-01-12"}))

    kinds: list[Callable[[], object]] = [
        lambda: session.enter(chance.choice(session.form.entered), chance.choice(["", "3", "12", "1O"])),
        write,
        lock_or_unlock,
        session.undo,
        session.redo,
        lambda: session.set_texts({"meta.level": chance.choice(["", "县级"])}, "修改"),
        lambda: session.replace(chance.choice([session.report, new_report("某某县水利局", "政府部门", 2025)])),
    ]
    for _ in range(60):
        chance.choice(kinds)()
        assert session.facts.progress() == section_progress(session.report, session.result)


def test_progress_is_worked_out_once_while_it_stays(session: ReportSession) -> None:
    with (
        patch.object(facts, "progress_with", wraps=progress_with) as made,
        patch.object(facts, "missing_in", wraps=missing_in) as looked,
    ):
        for typed in ("1", "12"):
            session.enter("t3.R01.C1", typed)
            for _ in range(3):  # the list of sections, the findings, the verdict
                session.facts.progress()
        assert made.call_count == 1  # the second digit changes nothing that it depends on
        session.explain(session.result.findings[0], "已核实", "张三")  # what is missing does not depend on findings
        session.facts.progress()
        assert (made.call_count, looked.call_count) == (2, 1)


def test_a_column_out_of_balance_leads_to_the_row_that_a_text_counts_otherwise(session: ReportSession) -> None:
    def clue() -> str:
        return session.facts.clue(next(one for one in session.result.findings if one.rule_id == "T3-01"))

    session.replace(new_report("某某县水利局", "政府部门", 2025, with_zeros=True))
    for code, typed in {"R01": "22", "R02": "4", "R03": "18", "R04": "4", "R25": "2"}.items():
        session.enter(f"t3.{code}.C1", typed)
    assert "“（一）予以公开”" not in clue()
    session.set_text("s1.request", "全年予以公开20件。")
    assert clue() == (
        "文字“全年予以公开20件”，表中“（一）予以公开·总计”18，也相差2。本列可先看“（一）予以公开”（填了18），以台账为准。"
    )
    session.explain(next(one for one in session.result.findings if one.places), "统计范围不同", "张三")
    assert "“（一）予以公开”" not in clue()
