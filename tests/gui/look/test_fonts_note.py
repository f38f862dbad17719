"""The note on missing fonts: on the start page, never in the way, and gone for good after 知道了."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.base.resources import resource_path
from core.word.style_profile import preset
from gui.app import _begin
from gui.look import fonts_note
from gui.look.fonts_note import FontsNote, fonts_sentence
from gui.look.settings import SettingsStore
from gui.main_window import MainWindow
from tests.focus import has_focus
from tests.window_fixtures import Answers


def shown_notes(window: MainWindow) -> list[FontsNote]:
    found: list[FontsNote] = list(window.start.findChildren(FontsNote))
    return [note for note in found if note.isVisible()]


def test_missing_fonts_are_named_with_what_is_used_instead_and_what_to_do(qapp: QApplication) -> None:
    sentence = fonts_sentence(preset("founder"))
    assert sentence.startswith("本机缺少")
    assert "“方正小标宋" in sentence
    assert "代替" in sentence
    assert sentence.endswith("请在装有这些字体的电脑上打印。")


def test_the_first_start_notes_missing_fonts_without_a_dialog(
    qtbot: QtBot, window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    window.settings.change(profile="founder")
    assert not shown_notes(window)
    _begin(window, [])
    (note,) = shown_notes(window)
    assert note.label.text() == fonts_sentence(preset("founder"))
    assert not answers.said
    assert has_focus(window.start.unit)
    window.open_sample()
    answers.save_to = tmp_path / "草稿.docx"
    assert window.commands.run("make.draft")
    assert not any("公文字体" in said for said in answers.said)  # it is said once
    window.commands.run("close")
    qtbot.mouseClick(note.understood, Qt.MouseButton.LeftButton)
    assert not shown_notes(window)


def test_an_answered_note_comes_back_only_for_other_fonts(qtbot: QtBot, window: MainWindow) -> None:
    window.settings.change(profile="founder")
    _begin(window, [])
    qtbot.keyClick(shown_notes(window)[0].understood, Qt.Key.Key_Return)
    assert SettingsStore().values.fonts_told == fonts_sentence(preset("founder"))
    _begin(window, [])
    assert not shown_notes(window)
    window.settings.change(profile="gb2312")
    _begin(window, [])
    assert [note.label.text() for note in shown_notes(window)] == [fonts_sentence(preset("gb2312"))]


@pytest.mark.parametrize("high", [900, 720, 640])
def test_a_note_that_comes_late_moves_no_button_of_the_start_page(qtbot: QtBot, window: MainWindow, high: int) -> None:
    window.settings.change(profile="founder")
    window.resize(1200, high)
    QApplication.processEvents()

    def height() -> int:
        QApplication.processEvents()
        return window.start.begin.mapTo(window, window.start.begin.rect().topLeft()).y()

    before = height()
    _begin(window, [])
    (note,) = shown_notes(window)
    assert height() == before
    assert note.mapTo(window, note.rect().topLeft()).y() > before
    qtbot.mouseClick(note.understood, Qt.MouseButton.LeftButton)
    assert height() == before


def test_there_is_no_note_where_no_font_is_missing(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts_note, "missing_fonts", lambda *_: [])
    _begin(window, [])
    assert not shown_notes(window)


def test_a_draft_named_at_the_start_is_opened_without_a_note(window: MainWindow) -> None:
    window.settings.change(profile="founder")
    _begin(window, [str(resource_path("samples", "示例.xlsx"))])
    assert window.draft.is_open
    assert not window.start.findChildren(FontsNote)


def test_a_note_once_shown_is_not_said_again_by_a_later_session_that_begins_with_a_draft(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    SettingsStore().change(profile="founder", fonts_said=fonts_sentence(preset("founder")))  # by the start page, say
    window.settings.values = SettingsStore().values
    window.open_sample()
    answers.save_to = tmp_path / "草稿.docx"
    assert window.commands.run("make.draft")
    assert not any("公文字体" in said for said in answers.said)
    window.settings.change(fonts_said="")
    assert window.commands.run("make.draft")
    assert "公文字体" in answers.said[-1]
    assert SettingsStore().values.fonts_said


def test_the_start_page_keeps_that_it_has_said_so(window: MainWindow) -> None:
    window.settings.change(profile="founder")
    _begin(window, [])
    assert SettingsStore().values.fonts_said == fonts_sentence(preset("founder"))


def test_without_a_chinese_font_the_note_is_in_words_that_can_be_read(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: [])
    _begin(window, [])
    (note,) = shown_notes(window)
    assert note.label.text().startswith("No Chinese font is installed: ")
