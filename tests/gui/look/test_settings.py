"""The settings: kept, whole after damage, and followed by window, checks, paper and Word."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from core.base.resources import resource_path
from core.base.user_files import local_rules_file, settings_file
from core.office import review
from core.word.style_profile import preset
from gui.app import _begin
from gui.dialogs.settings_dialog import SettingsDialog
from gui.look.colours import colours
from gui.look.problems_note import ProblemsNote
from gui.look.settings import Settings, SettingsStore, read_settings
from gui.main_window import MainWindow
from tests.focus import has_focus
from tests.window_fixtures import Answers, commit_text, tables_of

SAMPLE = resource_path("samples", "示例.xlsx")
LOCAL_RULES = """
name = "某某市填报口径"
[[rules]]
id = "N-21"
level = "关闭"
reason = "本市另行审查"
[[statements]]
text = "监督保障"
any_of = ["政务公开观摩"]
reason = "市里要求"
[[demands]]
part = "第五部分"
near = "问题"
unit = "条"
source = "《某市通知》"
"""


def a_profile(folder: Path) -> Path:
    text = resource_path("styles", "windows.toml").read_text(encoding="utf-8")
    path = folder / "本单位.toml"
    path.write_text(text.replace(preset().name, "本单位版式").replace(preset().fonts["body"], "华文仿宋"), "utf-8")
    return path


@pytest.fixture
def dialog(window: MainWindow) -> SettingsDialog:
    return SettingsDialog(window.settings, window.session.form, window.files, window)


@pytest.mark.parametrize("points", [14, 18])
def test_what_the_deadlines_mean_is_not_cut_in_large_print(window: MainWindow, points: int) -> None:
    window.settings.change(points=points)
    dialog = SettingsDialog(window.settings, window.session.form, window.files, window)
    dialog.tabs.setCurrentIndex(dialog.tabs.count() - 1)
    dialog.show()
    QApplication.processEvents()
    labels: list[QLabel] = list(dialog.tabs.currentWidget().findChildren(QLabel))
    assert [label.text() for label in labels if label.height() < label.heightForWidth(label.width())] == []
    window.settings.change(points=10)


def test_settings_come_back_at_the_next_start(qapp: QApplication) -> None:
    store = SettingsStore()
    store.change(points=13, scheme="dark", deadlines={"submit": "01-26"}, zoom=1.4, unit={"meta.unit": "某某县水利局"})
    assert SettingsStore().values == store.values


def test_a_window_keeps_only_what_was_changed_in_it(qapp: QApplication) -> None:
    first, second = SettingsStore(), SettingsStore()
    second.change(points=16, scheme="dark", folders={"output": "a"}, unit={"meta.unit": "甲局", "meta.phone": "1"})
    first.change(zoom=1.4, folders={"source": "b"}, unit={"meta.unit": "乙局"})
    kept = SettingsStore().values
    assert (kept.points, kept.scheme, kept.zoom) == (16, "dark", 1.4)
    assert kept.folders == {"output": "a", "source": "b"}
    assert kept.unit == {"meta.unit": "乙局"}  # with nothing of the other one
    assert first.values.points == 10  # the window itself stays as it is
    settings_file().unlink()
    second.change(points=14)
    assert SettingsStore().values == second.values


def test_table_3_may_be_divided_where_the_clerk_wants_it(dialog: SettingsDialog, window: MainWindow) -> None:
    assert dialog.whole_table.isChecked()
    assert "前一页因此会留白" in dialog.whole_table.toolTip()
    dialog.whole_table.setChecked(False)
    dialog.apply()
    assert [store.profile.is_table_whole for store in (window.settings, SettingsStore())] == [False, False]


def test_rules_and_style_of_an_office_are_made_from_an_explained_sample(
    window: MainWindow, dialog: SettingsDialog, answers: Answers, tmp_path: Path
) -> None:
    answers.save_to = answers.open_from = tmp_path / "样例.toml"
    dialog.rules_sample.click()
    assert "样例已存为“样例.toml”" in answers.said[-1]
    written = answers.save_to.read_text(encoding="utf-8-sig")
    dialog._import_rules()  # as it is: nothing changes
    assert dialog.rules_name.text() == "本地口径：本单位的填报口径"
    assert dialog.rules_changes.toPlainText() == ""
    lines = [re.sub(r"^# (\[\[|\w+ = )", r"\1", line) for line in written.splitlines()]
    answers.open_from.write_text("\n".join(lines), encoding="utf-8")
    dialog._import_rules()
    assert len(dialog.rules_changes.toPlainText().splitlines()) == 5

    dialog.style_sample.click()
    text = answers.save_to.read_text(encoding="utf-8-sig").replace("title = 22", "title = 20")
    answers.open_from.write_text(text, encoding="utf-8")
    dialog._import_profile()
    assert dialog.profile.currentText() == "本单位版式（导入）"
    dialog.apply()
    assert window.settings.profile.sizes["title"] == 20
    assert not [said for said in answers.said if "不能使用" in said]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"points": 1e999}',
        b'{"points": 10.5}',
        b'{"points": "x", "scheme": []}',
    ],
)
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert read_settings(path) == Settings()


def test_what_is_sound_in_a_damaged_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    days = {"submit": "02-30"}
    path.write_text(json.dumps({"points": 99, "scheme": "dark", "zoom": True, "deadlines": days, "more": 1}), "utf-8")
    assert read_settings(path) == Settings(scheme="dark")


def test_the_window_takes_size_and_colours_of_the_settings(window: MainWindow, dialog: SettingsDialog) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    dialog.points.setValue(14)
    dialog.scheme.setCurrentIndex(dialog.scheme.findData("dark"))
    dialog.apply()
    assert app.font().pointSize() == 14
    assert app.palette().base().color().lightness() < 100
    window.settings.change(points=10, scheme="light")
    assert app.font().pointSize() == 10
    assert app.palette().base().color().lightness() > 200


def test_an_imported_profile_is_that_of_the_word_report(
    window: MainWindow, dialog: SettingsDialog, answers: Answers, tmp_path: Path
) -> None:
    answers.open_from = a_profile(tmp_path)
    dialog._import_profile()
    assert dialog.profile.currentText() == "本单位版式（导入）"
    dialog.apply()
    window.open_sample()
    answers.save_to = tmp_path / "a.docx"
    assert window.commands.run("make.review")
    styles = docx.Document(str(answers.save_to)).styles.element.xml
    assert "华文仿宋" in styles
    assert SettingsStore().profile.name == "本单位版式"


def test_missing_fonts_are_said_once_with_the_report_that_was_made(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    window.settings.change(profile="founder")
    window.open_path(SAMPLE)
    answers.save_to = tmp_path / "a.docx"
    for _ in range(2):
        assert window.commands.run("make.draft")
    assert ["本机缺少" in said for said in answers.said] == [True, False]  # in the box that is there anyway


def test_a_profile_that_cannot_be_used_is_refused_and_the_old_one_stays(
    window: MainWindow, dialog: SettingsDialog, answers: Answers, tmp_path: Path
) -> None:
    answers.open_from = tmp_path / "坏.toml"
    answers.open_from.write_text("id = 1", "utf-8")
    dialog._import_profile()
    assert "不能使用" in answers.said[-1]
    assert window.settings.profile == preset()


def test_local_rules_hold_as_soon_as_they_are_imported(
    window: MainWindow, dialog: SettingsDialog, answers: Answers, tmp_path: Path
) -> None:
    window.open_path(SAMPLE)
    window.session.set_text("s5", "联系手机13800138000。")
    assert any(f.rule_id == "N-21" for f in window.session.result.findings)
    answers.open_from = tmp_path / "口径.toml"
    answers.open_from.write_text(LOCAL_RULES, "utf-8")
    dialog._import_rules()
    shown = dialog.rules_changes.toPlainText()
    assert "提示 → 关闭（本市另行审查）" in shown
    assert "须写到“政务公开观摩”" in shown
    assert "第五部分：须写明问题的条数；各类单位，疑点（《某市通知》）" in shown
    found = {f.rule_id for f in window.session.result.findings}
    assert "N-21" not in found
    assert {"L-01", "L-03"} <= found
    assert SettingsStore().local is not None
    dialog._remove_rules()
    assert any(f.rule_id == "N-21" for f in window.session.result.findings)
    assert not dialog.remove_rules.isEnabled()


@pytest.mark.parametrize("value", ["[" * 3_000, "9" * 5_000], ids=["brackets", "digits"])
def test_kept_rules_that_nobody_would_write_do_not_stop_the_start(value: str) -> None:
    local_rules_file().write_text(f"level = {value}", "utf-8")
    assert "不能使用" in str(SettingsStore().local_problem)


def test_kept_files_that_cannot_be_used_are_told_on_the_start_page_and_in_the_settings(
    qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    local_rules_file().write_text("level = [", "utf-8")
    local_rules_file().with_name("style_profile.toml").write_text("name = [", "utf-8")
    settings_file().write_text('{"profile": "own"}', "utf-8")
    window: MainWindow = request.getfixturevalue("window")
    _begin(window, [])
    note: Any = window.start.findChild(ProblemsNote)
    assert note.isVisible()
    for words in (
        "“local_rules.toml”不能使用",
        "只按程序自带的规则检查",
        "“style_profile.toml”不能使用",
        "改选自带的版式",
    ):
        assert words in note.text()
    dialog = SettingsDialog(window.settings, window.session.form, window.files, window)
    qtbot.addWidget(dialog)
    assert "现在不能使用" in dialog.rules_name.text()
    assert "“不再使用”" in dialog.rules_changes.toPlainText()
    assert dialog.remove_rules.isEnabled()
    dialog._remove_rules()
    assert "没有导入本地口径" in dialog.rules_name.text()
    assert "local_rules" not in note.text()
    dialog.apply()  # a shipped profile, since the own one cannot be chosen
    assert not note.isVisible()


def test_local_rules_that_touch_an_error_are_refused_in_words(
    window: MainWindow, dialog: SettingsDialog, answers: Answers, tmp_path: Path
) -> None:
    answers.open_from = tmp_path / "口径.toml"
    answers.open_from.write_text(LOCAL_RULES.replace("N-21", "T3-01"), "utf-8")
    dialog._import_rules()
    assert "不能关闭或改变级别" in answers.said[-1]
    assert window.session.local_rules is None


@pytest.mark.parametrize("days", [{"submit": 1}, {"else": "01-20"}, ["01-20"], "01-20", {"submit": "1-20"}])
def test_deadlines_that_are_none_are_not_taken(tmp_path: Path, days: object) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"deadlines": days}), "utf-8")
    assert read_settings(path) == Settings()


def test_the_one_deadline_of_former_settings_is_that_of_the_publication(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"deadline": "01-26"}), "utf-8")
    assert read_settings(path).deadlines == {"publish": "01-26"}


def set_deadline(dialog: SettingsDialog, key: str, month: int, day: int) -> None:
    box, edit = dialog.deadlines[key]
    box.setChecked(True)
    edit.setDate(QDate(2001, month, day))


def test_the_status_line_names_the_next_deadline_of_the_office(window: MainWindow, dialog: SettingsDialog) -> None:
    window.open_path(SAMPLE)
    assert window._days_left.text() == "距公布期限1月31日还有19天"
    set_deadline(dialog, "submit", 1, 15)
    set_deadline(dialog, "file", 1, 20)
    dialog.apply()
    assert window._days_left.text() == "距送审期限1月15日还有3天"
    window.session.record(review.submit(window.session.report, date(2026, 1, 12)))
    assert window._days_left.text() == "距备案期限1月20日还有8天"
    assert SettingsStore().values.deadlines == {"submit": "01-15", "file": "01-20"}
    again = SettingsDialog(window.settings, window.session.form, window.files, window)
    assert [key for key, (box, _) in again.deadlines.items() if box.isChecked()] == ["submit", "file"]


def test_a_deadline_is_set_by_keys(window: MainWindow, dialog: SettingsDialog, qtbot: QtBot) -> None:
    dialog.tabs.setCurrentIndex(3)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    box, day = dialog.deadlines["submit"]
    assert not day.isEnabled()
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    QTest.keyClick(box, Qt.Key.Key_Tab)
    qtbot.waitUntil(day.hasFocus)
    QTest.keyClicks(day, "0115")
    dialog.apply()
    assert window.settings.values.deadlines == {"submit": "01-15"}


def due(window: MainWindow) -> list[str]:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # of the labels before
    labels: list[QLabel] = list(window.start.due.findChildren(QLabel))
    return [label.text() for label in labels if label.text() != "期限"]


def test_the_start_page_lists_the_deadlines_with_the_days_left(window: MainWindow, dialog: SettingsDialog) -> None:
    assert due(window) == ["公布期限：1月31日（条例规定），还有19天"]
    window.start.unit_type.setCurrentText("各级人民政府")
    assert due(window) == ["公布期限：3月31日（条例规定），还有78天"]
    window.start.unit.setText("清河县王官庄镇人民政府")
    assert due(window) == ["公布日期：条例没有规定乡镇、街道的日期，按县（市、区）的通知办"]
    assert not window.start.due.isHidden()
    window.start.unit.setText("清河县人民政府")
    set_deadline(dialog, "departments", 1, 8)
    set_deadline(dialog, "summary", 2, 10)
    dialog.apply()
    expected = ["科室交回　1月8日\n已过4天", "报汇总　2月10日\n还有29天", "公布　3月31日（条例规定）\n还有78天"]
    assert due(window) == expected
    window.start.year.setValue(2020)
    assert not window.start.due.isVisible()  # long over


def test_zoom_and_place_of_the_window_are_remembered(window: MainWindow, qtbot: QtBot) -> None:
    window.open_path(SAMPLE)
    tables = tables_of(window)
    tables[0].step_zoom(1)
    assert {table.zoom for table in tables} == {1.1}
    window.resize(1200, 700)
    window.close()
    kept = SettingsStore().values
    assert kept.zoom == 1.1
    assert kept.geometry
    assert window.restore_place()


def test_the_unit_saved_last_is_offered_for_the_next_report(
    window: MainWindow, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    window.open_sample()
    window.session.set_text("meta.author", "王某")
    unit, phone = window.session.report.unit, window.session.report.meta["meta.phone"]
    answers.save_to = tmp_path / "a.xlsx"
    assert window.save()
    window.commands.run("close")
    assert window.start.unit.text() == unit
    answers.choice = "仍然新建"
    qtbot.keyClick(window.start.unit, Qt.Key.Key_Return)
    assert window.session.report.meta["meta.phone"] == phone
    assert not window.session.report.cells


@pytest.mark.parametrize("is_saved", [True, False])
def test_the_unit_of_a_report_that_is_left_is_chosen_whole_for_the_next(
    window: MainWindow, qtbot: QtBot, answers: Answers, tmp_path: Path, is_saved: bool
) -> None:
    start = window.start
    commit_text(start.unit, "某某县水利局")
    qtbot.keyClick(start.unit, Qt.Key.Key_Return)
    answers.save_to, answers.unsaved = tmp_path / "a.xlsx", "save"
    assert not is_saved or window.save()
    window.menus.actions["close"].trigger()
    qtbot.waitUntil(lambda: window.focusWidget() is start.unit)  # whichever window is active
    assert start.unit.selectedText() == start.unit.text() == "某某县水利局"
    assert "联系方式" in start.complaint.text()
    place = start.begin.pos()
    commit_text(start.unit, "某某县林业局")
    assert start.unit.text() == "某某县林业局"
    assert start.complaint.isHidden()
    QApplication.processEvents()
    assert start.begin.pos() == place  # whoever is about to click finds the button where it was


def test_a_saved_sample_does_not_become_the_last_unit(window: MainWindow, tmp_path: Path) -> None:
    own = {"meta.unit": "清河县水利局", "meta.phone": "0000-1"}
    window.settings.change(unit=own)
    window.open_sample()
    window.draft.save(tmp_path / "试一试.xlsx")
    assert window.settings.values.unit == own
    window.session.set_text("meta.author", "王某")  # somebody made a report of a unit out of it
    window.draft.save(tmp_path / "试一试.xlsx")
    assert window.settings.values.unit["meta.author"] == "王某"


def test_another_unit_gets_nothing_of_the_last_one(window: MainWindow) -> None:
    window.settings.change(unit={"meta.unit": "甲局", "meta.phone": "0000-1"})
    window.commands.opening.new("乙局", "政府部门", 2025)
    assert "meta.phone" not in window.session.report.meta


def test_a_command_on_the_report_says_when_none_is_open(window: MainWindow, answers: Answers) -> None:
    window.menus.actions["save"].trigger()
    assert answers.said[-1] == "还没有打开报告。请先新建本年报告，或继续填写以前的草稿。"


def test_the_window_follows_the_scheme_of_the_system(window: MainWindow, qapp: QApplication) -> None:
    before = qapp.palette().window().color()
    hints = qapp.styleHints()
    try:
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
        assert qapp.palette().window().color().lightness() < 128
    finally:
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert qapp.palette().window().color() == before


def test_another_scheme_leaves_the_keyboard_where_it_was(window: MainWindow) -> None:
    """The system may turn dark in the evening while somebody types."""
    for key in ["meta", "s1", "s3", "s6", "review"]:
        window.open_path(SAMPLE)
        window.activateWindow()
        window.wizard.show_page(key)
        QApplication.processEvents()
        typed_into = QApplication.focusWidget()
        assert typed_into is not None, key
        before = window.settings.values.scheme
        for scheme in ("dark", "light"):
            window.settings.change(scheme=scheme)
            QApplication.processEvents()
            assert QApplication.focusWidget() is typed_into, key
        window.settings.change(scheme=before)


def test_another_scheme_keeps_the_digits_that_are_being_typed(window: MainWindow) -> None:
    window.open_path(SAMPLE)
    window.activateWindow()
    window.wizard.show_page("s3")
    matrix = tables_of(window)[1]
    matrix.go_to("t3.R05.C2")
    QTest.keyClicks(matrix.grid, "1")
    before = window.settings.values.scheme
    for scheme in ("dark", "light"):
        window.settings.change(scheme=scheme)
        QApplication.processEvents()
        assert has_focus(matrix.grid)
        assert window.session.facts.shown("t3.R05.C2") == "1"
    window.settings.change(scheme=before)


def test_a_day_that_is_not_chosen_is_grey_and_as_high_as_other_fields(dialog: SettingsDialog, qtbot: QtBot) -> None:
    qtbot.addWidget(dialog)
    dialog.tabs.setCurrentIndex(3)
    dialog.show()
    box, day = dialog.deadlines["submit"]

    def darkest() -> int:
        seen = day.grab().toImage()
        return min(seen.pixelColor(x, y).lightness() for x in range(4, 60) for y in range(6, seen.height() - 6))

    grey = darkest()
    box.setChecked(True)
    assert grey > darkest() + 30
    assert day.sizeHint().height() == dialog.points.sizeHint().height() == dialog.scheme.sizeHint().height()


def test_missing_fonts_look_like_what_is_to_be_checked(dialog: SettingsDialog) -> None:
    shown = dialog.fonts.palette().color(dialog.fonts.palette().ColorRole.WindowText)
    is_missing = dialog.fonts.text().startswith("！ 本机缺少")
    assert (shown == colours(dialog.palette()).warning) is is_missing
    assert is_missing or dialog.fonts.text().startswith("✓")
