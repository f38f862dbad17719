"""What others wrote is shown letter by letter: Qt would fetch a picture that a name or a remark asks for."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QLabel, QTextEdit, QWidget

import gui
from core.base.errors import ReportError
from core.draft.draft_changes import DraftDifference
from core.draft.draft_versions import Version
from core.draft.workbook import load_draft, save_draft
from core.office import review
from core.office.summary import Part, Summary
from core.report.differences import Difference
from core.report.entry_text import Refused
from core.report.report import LogEntry, Origin, Report
from core.report.shown_report import Note, Shown
from gui import dialogs
from gui.dialogs.compare_dialogs import DifferencesDialog
from gui.look.plain_text import PlainLabel, plain_tip
from gui.main_window import MainWindow
from tests.window_fixtures import SAMPLE, Answers

PICTURE = '<img src="/no/such/picture.png">'


def hostile() -> Report:
    """Return the sample with the picture in every metadata field, text, remark and what else is free text."""
    report = load_draft(SAMPLE).report
    form = report.form
    report = report.with_texts({code: f"{PICTURE}{code}" for code in form.meta if code not in ("meta.year",)})
    report = report.with_texts({code: f"{report.texts.get(code, '')}{PICTURE}" for code in form.texts})
    report = report.with_cells({"t2.licensing.decisions": Refused(PICTURE, "C-01", f"{PICTURE}不是数"), "t3.R01.C1": 9})
    report = replace(
        report,
        log=(LogEntry("2026-01-10 09:30", PICTURE),),
        origins={"t2.penalty": Origin(PICTURE, PICTURE, PICTURE, PICTURE)},
    )
    for change in (
        lambda now: review.submit(now, date(2026, 1, 10)),
        lambda now: review.register_return(now, PICTURE, date(2026, 1, 11), [PICTURE, f"{PICTURE}二"]),
    ):
        report = change(report).applied_to(report)
    return report


def rich_places(widgets: list[QWidget]) -> list[str]:
    """Return where a picture would be fetched: labels, tool tips, tips of items, documents."""
    found = []
    for widget in widgets:
        name = f"{type(widget).__name__} {widget.objectName()}"
        if isinstance(widget, QLabel) and PICTURE in widget.text() and widget.textFormat() != Qt.TextFormat.PlainText:
            found.append(f"{name}: {widget.text()}")
        if PICTURE in widget.toolTip():
            found.append(f"tip of {name}: {widget.toolTip()}")
        if isinstance(widget, QTextEdit) and "<img" in widget.document().toHtml():
            found.append(f"document of {name}")
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            found += [f"tip of an item of {name}: {tip}" for tip in tips(widget.model())]
    return found


def tips(model: QAbstractItemModel) -> list[str]:
    """Return the tool tips with the picture; no list of the program has lines below lines."""
    top = QModelIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(top)
    indexes = [model.index(row, column, top) for row in range(model.rowCount(top)) for column in range(columns)]
    said = [model.data(index, Qt.ItemDataRole.ToolTipRole) for index in indexes]
    return [tip for tip in said if isinstance(tip, str) and PICTURE in tip]


def test_the_window_shows_no_picture_of_a_strange_draft(window: MainWindow, answers: Answers) -> None:
    window.draft.take(hostile(), None, is_fresh=False)
    window.session.set_last_year(hostile().with_texts({"meta.year": "2024"}))
    first = window.session.result.findings[0]
    window.session.explain(first, PICTURE, PICTURE)
    window.work.findings.choose(first)
    for key in window.wizard.pages:
        window.wizard.show_page(key)
        QApplication.processEvents()
        assert rich_places(QApplication.allWidgets()) == [], key
    assert any(PICTURE in finding.message for finding in window.session.result.findings)


def test_no_dialog_shows_a_picture_of_a_strange_draft(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    found: list[str] = []

    def look(dialog: QDialog) -> bool:
        dialog.show()
        QApplication.processEvents()
        seen.append(type(dialog).__name__)
        found.extend(rich_places([dialog, *dialog.findChildren(QWidget)]))
        dialog.deleteLater()
        return False

    monkeypatch.setattr(dialogs, "accepted", look)
    monkeypatch.setattr(dialogs, "_run", look)
    report = hostile()
    window.draft.take(report, None, is_fresh=False)
    window.session.set_last_year(report.with_texts({"meta.year": "2024"}))
    for command in ("register_return", "send_sheets", "settings", "compare_last_year"):
        window.commands.run(command)
    save_draft(report, tmp_path / "版本.xlsx")
    version = Version(tmp_path / "版本.xlsx", datetime(2026, 1, 10), "saved")
    dialogs.choose_version(window, [version], report.with_texts({"meta.unit": "乙"}), may_restore=True)
    differing = [Difference("field", "meta.title", PICTURE, (PICTURE,), (f"{PICTURE}二",))]
    note = Note("批注", PICTURE, PICTURE, PICTURE, PICTURE)
    look(DifferencesDialog(PICTURE, differing, Shown("", {}, {}, remarks=(PICTURE,), notes=(note,)), window))
    assert found == []
    assert len(set(seen)) == 6


ASKED: dict[str, Callable[[], object]] = {
    "inform": lambda: dialogs.inform(None, PICTURE, PICTURE, PICTURE),
    "confirm": lambda: dialogs.confirm(None, PICTURE, PICTURE, "是"),
    "choose": lambda: dialogs.choose(None, PICTURE, PICTURE, PICTURE, ("甲", "乙")),
    "watch": lambda: dialogs.choose(None, PICTURE, PICTURE, "", ("甲", "乙"), watch=lambda tell: tell(PICTURE)),
    "to make": lambda: dialogs.ask_to_make(
        None, PICTURE, Summary((PICTURE,), (PICTURE,), Part(PICTURE, (PICTURE,)), None, None)
    ),
    "unsaved": lambda: dialogs.ask_unsaved(None, PICTURE),
    "error": lambda: dialogs.show_error(None, ReportError(summary=PICTURE, advice=PICTURE)),
    "list": lambda: dialogs.choose_with_list(None, PICTURE, PICTURE, [PICTURE], ("甲", "乙")),
    "reason": lambda: dialogs.ask_reason(None, PICTURE, PICTURE, (PICTURE,), PICTURE),
    "changes": lambda: dialogs.choose_with_changes(
        None, PICTURE, PICTURE, [DraftDifference(PICTURE, PICTURE, PICTURE)], (PICTURE, PICTURE), ("甲", "乙")
    ),
}


@pytest.mark.parametrize("name", ASKED)
def test_no_box_shows_a_picture_of_what_it_quotes(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    seen: list[list[str]] = []

    def look(dialog: QDialog) -> int:
        dialog.show()
        QApplication.processEvents()
        seen.append(rich_places([dialog, *dialog.findChildren(QWidget)]))
        dialog.deleteLater()
        return 0

    monkeypatch.setattr(dialogs, "_run", look)
    ASKED[name]()
    assert seen == [[]]


def test_what_would_be_fetched_is_found(qapp: QApplication) -> None:
    label = QLabel(PICTURE)
    label.setToolTip(PICTURE)
    assert len(rich_places([label])) == 2
    plain = PlainLabel(PICTURE)
    plain.setToolTip(plain_tip(PICTURE))
    assert rich_places([plain]) == []


def test_a_tip_with_a_tag_in_it_shows_the_tag(qapp: QApplication) -> None:
    assert plain_tip("甲\n乙") == "甲\n乙"
    document = QTextEdit()
    document.setHtml(plain_tip(f"{PICTURE}\n乙&丙"))
    assert document.toPlainText() == f"{PICTURE}\n乙&丙"


def test_labels_are_plain_unless_their_text_is_the_programs_own() -> None:
    room = Path(gui.__path__[0])
    makers = (path for path in room.rglob("*.py") if re.search(r"\bQLabel\(", path.read_text(encoding="utf-8")))
    own = {"pages/start_page.py", "pages/due_line.py", "pages/help_panel.py"}
    assert {path.relative_to(room).as_posix() for path in makers} == own
