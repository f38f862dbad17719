"""A locked report looks locked, says why in one line, and leaves nothing behind for the next one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

from core.base.resources import resource_path
from core.draft.workbook import load_draft
from gui.main_window import MainWindow
from gui.matrix.words import locked_hint
from gui.pages.section_pages import SectionPage
from tests.window_fixtures import commit_text

SAMPLE = resource_path("samples", "示例.xlsx")
BASE, WINDOW = QPalette.ColorRole.Base, QPalette.ColorRole.Window


def page(window: MainWindow, key: str) -> SectionPage:
    window.wizard.show_page(key)
    QApplication.processEvents()
    found = window.wizard.pages[key]
    assert isinstance(found, SectionPage)
    return found


def take_locked(window: MainWindow) -> None:
    report = load_draft(SAMPLE).report
    window.draft.take(replace(report, status={**report.status, "locked_on": "2026-01-12"}), None, is_fresh=False)


def ground(widget: QWidget) -> str:
    """The colour beside the text, near the lower right corner."""
    image = widget.grab().toImage()
    return image.pixelColor(image.width() - 12, image.height() - 8).name()


def test_what_lasts_gives_way_to_a_sentence_that_would_be_cut(window: MainWindow) -> None:
    window.settings.change(points=18)
    take_locked(window)
    QApplication.processEvents()
    assert window._locked.isVisible()
    said = "已收起问题和填报说明，按 F9 展开；印出的样子停下来不打字就更新"
    window.say(said, 10_000)
    QApplication.processEvents()
    shown = [w for w in (window._days_left, window._locked, window.turns) if w.isVisible()]
    end = 6 + window.statusBar().fontMetrics().horizontalAdvance(said)
    assert min(w.mapTo(window.statusBar(), w.rect().topLeft()).x() for w in shown) > end
    window.statusBar().clearMessage()
    assert (window._days_left.isVisible(), window._locked.isVisible()) == (True, True)
    window.say("已保存", 10_000)
    assert window._locked.isVisible()
    window.settings.change(points=10)


def test_a_note_in_the_status_bar_is_whole_at_once(window: MainWindow) -> None:
    window.open_sample()
    window.resize(1366, 697)
    QApplication.processEvents()
    kept = window.commands.unsaved.kept_label
    window.session.enter("t3.R03.C1", "7")
    window.autosave.kept.emit()
    advance = kept.fontMetrics().horizontalAdvance(kept.text())
    assert kept.text().startswith("09:30")
    assert kept.contentsRect().width() >= advance  # a paint would come before Qt lays the bar out
    assert window._days_left.contentsRect().left() + kept.width() - kept.contentsRect().right() > 12  # two notes


def test_when_it_was_autosaved_gives_way_to_a_sentence_too(window: MainWindow) -> None:
    window.settings.change(points=14)
    window.open_sample()
    window.resize(1366, 697)
    window.session.enter("t3.R03.C1", "7")
    QApplication.processEvents()
    kept, bar = window.commands.unsaved.kept_label, window.statusBar()
    room = bar.fontMetrics().horizontalAdvance("字")
    said = "字" * ((bar.width() - window.turns.sizeHint().width() - 100) // room)

    def beside() -> int:
        QApplication.processEvents()
        shown = [w for w in (window._days_left, kept, window.turns) if w.isVisible() and w.width() > 1]
        return min(w.mapTo(bar, w.rect().topLeft()).x() for w in shown)

    window.autosave.kept.emit()
    assert kept.isVisible()
    window.say(said, 10_000)
    assert beside() > 6 + bar.fontMetrics().horizontalAdvance(said)
    window.autosave.kept.emit()  # while it is said
    assert beside() > 6 + bar.fontMetrics().horizontalAdvance(said)
    bar.clearMessage()
    window.autosave.kept.emit()
    assert kept.isVisible()
    assert "已自动保存" in kept.text()
    kept.clear()
    window.say(said, 10_000)
    kept.setText("09:36 已自动保存，尚未存入草稿文件")
    window.autosave.kept.emit()  # the first one while it is said
    assert beside() > 6 + bar.fontMetrics().horizontalAdvance(said)
    window.settings.change(points=10)


def test_a_locked_report_is_grey_and_says_why(window: MainWindow) -> None:
    take_locked(window)
    palette = QApplication.palette()
    assert window._locked.text() == "报告已定稿，如需修改请先“解除定稿”"
    for code in ("s1", "s1.active"):  # blank, and written
        editor = page(window, "s1").blocks[code].editor
        assert editor.isReadOnly()
        assert ground(editor) == palette.color(WINDOW).name()
    block = page(window, "s1").blocks["s1.active"]
    block.editor.setFocus()
    assert ground(block.editor) == palette.color(WINDOW).name()
    assert [button.isHidden() for button in block.changing] == [True, True, True]
    matrix = page(window, "s3").matrix
    assert matrix is not None
    plain = matrix.grid.ink.looks[0].back
    assert plain == matrix.grid.ink.colours.total_back

    window.draft.take(load_draft(SAMPLE).report, None, is_fresh=False)
    assert window._locked.text() == locked_hint(window.session) == ""
    block = page(window, "s1").blocks["s1"]
    editor = block.editor
    assert not editor.isReadOnly()
    assert not block.changing[0].isHidden()
    assert ground(editor) == palette.color(BASE).name()
    assert matrix.grid.ink.looks[0].back == matrix.grid.ink.colours.base


def test_a_locked_text_takes_nothing_from_an_input_method(window: MainWindow) -> None:
    take_locked(window)
    editor = page(window, "s1").blocks["lead"].editor
    before = editor.toPlainText()
    editor.setFocus()
    commit_text(editor, "乱七八糟")
    assert editor.toPlainText() == before


def test_the_next_pane_is_reached_past_a_page_whose_fields_are_off(window: MainWindow) -> None:
    window.draft.take(load_draft(SAMPLE).report, None, is_fresh=False, is_read_only=True)
    window.resize(1400, 800)
    window.work.fold(is_folded=False)
    window.show_page("meta")
    window.wizard.sections.list.setFocus()
    reached = []
    for _ in range(4):
        window.commands.run("next_pane")
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.append(next(pane for pane in panes(window) if panes(window)[pane].isAncestorOf(focus)))
    assert reached == ["page", "findings", "help", "sections"]


def panes(window: MainWindow) -> dict[str, QWidget]:
    work = window.work
    return {"page": window.wizard.current, "findings": work.findings, "help": work.help, "sections": window.wizard}


def test_the_toolbar_offers_nothing_that_a_locked_report_refuses(window: MainWindow) -> None:
    window.draft.take(load_draft(SAMPLE).report, None, is_fresh=False)
    tools = [window.toolbar.widgetForAction(window.menus.actions[name]) for name in ("zeros", "make.review")]
    before = [tool.toolTip() for tool in tools]
    assert all(tool.isEnabled() for tool in tools)
    window.session.set_read_only(True)
    assert not any(tool.isEnabled() for tool in tools)
    assert not window.wizard.review.strip.buttons["make.review"].isEnabled()
    assert {tool.toolTip() for tool in tools} == {"草稿是只读打开的，如需修改请先“另存为”"}
    assert window.toolbar.widgetForAction(window.menus.actions["print_report"]).isEnabled()
    window.session.set_read_only(False)
    assert [tool.toolTip() for tool in tools] == before
    assert all(tool.isEnabled() for tool in tools)


def test_what_the_status_line_says_is_about_the_report_that_is_open(window: MainWindow) -> None:
    window.open_sample()
    window.say("已保存“水利2026.xlsx”")
    window.draft.take(load_draft(SAMPLE).report, None, is_fresh=False)
    assert window.statusBar().currentMessage() == ""
    window.say("已保存“水利2026.xlsx”")
    window.commands.run("close")
    assert window.statusBar().currentMessage() == ""
