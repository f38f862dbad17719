"""A folder of the clerk answers every call with an error: the window comes, says what and what next, loses nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.base.instances import Instance
from core.base.user_files import RecentFile, autosave_folder, remember_recent
from core.draft import draft_store
from core.draft.draft_store import read_kept
from core.draft.workbook import load_draft, save_draft
from gui.commands.publish_actions import OWN_SHEET
from gui.commands.source_actions import FROM_FILE
from gui.main_window import MainWindow
from tests.core.report.sample_reports import written_report
from tests.faulty_places import ERRORS, FaultyPlace
from tests.window_fixtures import Answers

CODE = "t3.R01.C1"
_NAMES = {"Word", "WPS", "Excel", "xlsx", "docx", "html", "pdf"}  # what a clerk reads on the screen every day


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """Return a draft that names last year's report, both in the folder."""
    report, last = written_report(1), written_report(2)
    last = last.with_texts({"meta.year": "2024"})
    folder = tmp_path / "共享"
    folder.mkdir()
    save_draft(last, folder / "上年.xlsx")
    report = replace(report, status={**report.status, "last_year_file": str(folder / "上年.xlsx")})
    save_draft(report, folder / "草稿.xlsx")
    return folder / "草稿.xlsx"


@pytest.fixture
def share(draft: Path, monkeypatch: pytest.MonkeyPatch) -> FaultyPlace:
    return FaultyPlace(draft.parent, monkeypatch)


def leave_behind(draft: Path, number: int) -> None:
    """Leave an unsaved state of the draft as a power cut does."""
    from core.base.disk_state import disk_state

    report = load_draft(draft).report
    report = report.with_cells({CODE: number})
    instance = Instance(autosave_folder())
    file = draft_store.autosave_file(instance.id)
    draft_store.write_autosave(file, report, draft, disk_state(draft), "2026-01-12T09:29:00")
    instance.close()


def kept_number(window: MainWindow) -> object:
    file = window.autosave.file
    return read_kept(file).report.cells.get(CODE) if file and file.exists() else None


def is_kept(window: MainWindow, number: int) -> bool:
    return kept_number(window) == number


def assert_said(answers: Answers) -> None:
    """See that one sentence came, in Chinese and with what to do next."""
    (text,) = answers.said
    assert "请" in text, text
    assert set(re.findall(r"[A-Za-z]{3,}", text)) <= _NAMES, text
    answers.said.clear()


@pytest.mark.parametrize("error", ERRORS)
def test_the_program_starts_and_restores(
    error: str, share: FaultyPlace, draft: Path, request: pytest.FixtureRequest, answers: Answers, qtbot: QtBot
) -> None:
    remember_recent(RecentFile(draft, "某某县水利局", 2025, "2026-01-10T09:30:00", "填写中"))
    leave_behind(draft, 7)
    share.fail(error)
    window: MainWindow = request.getfixturevalue("window")
    qtbot.waitUntil(lambda: "现在打不开" in window.start.recent.item(0).text())
    window.start.recent_wanted.emit(draft)
    assert_said(answers)
    assert not window.draft.is_open
    answers.choice = "恢复"
    assert window.recover()
    offered, told = answers.said
    assert "草稿.xlsx（现在打不开）" in offered
    assert "“草稿.xlsx”现在打不开" in told
    assert "另存为" in told
    assert window.draft.path is None
    assert not window.draft.is_saved
    assert window.session.report.cells[CODE] == kept_number(window) == 7
    assert share.refused


# One window for all errors: making it is what takes time


def test_an_open_draft_outlives_its_place(
    share: FaultyPlace, draft: Path, window: MainWindow, answers: Answers, qtbot: QtBot
) -> None:
    window.open_path(draft)
    for number, error in enumerate(ERRORS, start=1000):
        before = {path: path.read_bytes() for path in draft.parent.glob("*.xlsx")}
        share.fail(error)
        window.session.enter(CODE, str(number))
        qtbot.waitUntil(partial(is_kept, window, number))
        window.commands.saving.disk.look()
        window.autosave.renew_marks()
        assert not window.save()
        assert_said(answers)
        assert window.commands.saving.save_behind()
        window.draft.wait()
        qtbot.waitUntil(lambda: bool(answers.said))  # it is asked out of the event loop
        assert_said(answers)
        answers.save_to = draft.parent / "另存.xlsx"
        assert not window.commands.saving.save_as()
        assert_said(answers)
        assert not window.draft.is_saved
        share.recover()
        assert {path: path.read_bytes() for path in draft.parent.glob("*.xlsx")} == before
        assert window.save(), error
        assert load_draft(draft).report.cells[CODE] == number


def test_what_is_made_of_a_report_is_refused_with_a_sentence(
    share: FaultyPlace, draft: Path, window: MainWindow, answers: Answers
) -> None:
    window.open_path(draft)
    ways: dict[str, Callable[[], object]] = {
        "报告.docx": lambda: window.commands.report.make("draft"),
        "报告.html": window.commands.publishing.save_page,
        "审签单.docx": window.commands.publishing.make_signoff,
        "报告.pdf": window.commands.printing.save_pdf,
    }
    answers.choice = OWN_SHEET
    for error in ERRORS:
        for name, make in ways.items():
            share.fail(error)
            answers.save_to = draft.parent / name
            assert not window.run(make), name
            answers.said[:] = answers.said[-1:]  # before it the clerk was asked which sheet, or told of fonts
            assert_said(answers)
            share.recover()
            assert not answers.save_to.exists()


class ReadingHere:
    """Reads here what another process would read, which does not meet the faulty place."""

    def __enter__(self) -> ReadingHere:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def start(self, work: Callable[..., object], *arguments: object) -> ReadingHere:
        self._work = partial(work, *arguments)
        return self

    def is_done(self) -> bool:
        return True

    def result(self, _name: str) -> object:
        return self._work()


def test_last_year_that_cannot_be_asked_leaves_the_draft_usable(
    share: FaultyPlace,
    draft: Path,
    tmp_path: Path,
    window: MainWindow,
    answers: Answers,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("gui.dialogs.reading.ReadingProcess", ReadingHere)
    here = tmp_path / "本机.xlsx"
    here.write_bytes(draft.read_bytes())
    for error in ERRORS:
        share.fail(error)
        window.open_path(here)
        assert window.draft.path == here
        qtbot.waitUntil(lambda: "“上年.xlsx”" in window.statusBar().currentMessage())
        assert window.session.last_year is None
        answers.open_from, answers.choice = draft.parent / "上年.xlsx", FROM_FILE
        assert not window.commands.run("choose_last_year")
        answers.said[:] = answers.said[-1:]  # before it the clerk was asked where from
        assert_said(answers)
        share.recover()
        window.statusBar().clearMessage()
