"""The list of recent drafts is shown without asking the disk; what their places answer is told by a thread.

Nor does a silent place freeze the window when a draft is opened, saved or restored there.
"""

import threading
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot
from typing_extensions import override

from core.base import place_question
from core.base.on_disk import OnDisk, look_at
from core.base.user_files import RecentFile, autosave_folder, remember_recent
from core.draft.draft_store import write_autosave
from core.draft.workbook import save_draft
from core.report.report import new_report
from gui.dialogs import place_wait
from gui.look.colours import colours
from gui.main_window import MainWindow
from tests.faulty_places import FaultyPlace
from tests.window_fixtures import Answers, lines_of


@pytest.fixture
def drafts(tmp_path: Path) -> dict[str, Path]:
    """Return recent drafts: one that is there, one that is gone, one on a share."""
    paths = {name: tmp_path / name / "草稿.xlsx" for name in ("本机", "没有", "共享")}
    for name, path in paths.items():
        path.parent.mkdir()
        if name != "没有":
            save_draft(new_report(f"{name}局", "政府部门", 2025), path)
        remember_recent(RecentFile(path, f"{name}局", 2025, "2026-01-10T09:30:00", "填写中"))
    return paths


@pytest.fixture
def share(drafts: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> FaultyPlace:
    return FaultyPlace(drafts["共享"].parent, monkeypatch)


@pytest.fixture
def silence(drafts: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Keep the share silent until the event is set."""
    over = threading.Event()

    def slow(path: Path) -> tuple[OnDisk, OSError | None]:
        if path == drafts["共享"]:
            over.wait(20)
        return look_at(path)

    monkeypatch.setattr(place_question, "look_at", slow)
    yield over
    over.set()


def test_one_button_of_the_start_page_stands_out_wherever_the_focus_is(window: MainWindow) -> None:
    window.start.unit.setText("某局")
    found: list[QPushButton] = list(window.start.findChildren(QPushButton))
    accent = window.palette().highlight().color()
    for focused in found:
        focused.setFocus()
        filled = [b for b in found if b.grab().toImage().pixelColor(6, b.height() // 2) == accent]
        assert filled == [window.start.begin]


def test_return_presses_whatever_button_has_the_focus(window: MainWindow) -> None:
    start = window.start
    pressed: list[str] = []
    for signal in (start.from_last_year_wanted, start.open_wanted, start.sample_wanted, start.collection_wanted):
        signal.disconnect()  # only the press is looked at
    start.from_last_year_wanted.connect(lambda: pressed.append("从上年报告新建…"))
    start.open_wanted.connect(lambda: pressed.append("继续填写…"))
    start.sample_wanted.connect(lambda: pressed.append("看看示例"))
    start.collection_wanted.connect(lambda: pressed.append("汇总审核…"))
    buttons: list[QPushButton] = list(start.findChildren(QPushButton))
    named = {button.text(): button for button in buttons}
    wanted = ["从上年报告新建…", "继续填写…", "看看示例", "汇总审核…"]
    for name in wanted:
        named[name].setFocus()
        QTest.keyClick(named[name], Qt.Key.Key_Return)
    assert pressed == wanted


def test_what_the_places_of_recent_drafts_answer_is_told(share: FaultyPlace, window: MainWindow, qtbot: QtBot) -> None:
    share.fail("EHOSTDOWN")
    window.show_start()
    assert not any("（" in line for line in lines_of(window.start.recent))
    qtbot.waitUntil(lambda: any("现在打不开" in line for line in lines_of(window.start.recent)))
    away, gone, there = lines_of(window.start.recent)
    assert away.startswith("共享局　2025年　填写中（现在打不开）\n")
    assert "（文件已不在原处）" in gone
    assert "（" not in there


def test_a_silent_place_holds_up_neither_the_page_nor_the_other_drafts(
    silence: threading.Event, window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: "（文件已不在原处）" in lines_of(window.start.recent)[1])
    threads = threading.active_count()
    window.show_start()
    qtbot.waitUntil(lambda: "（文件已不在原处）" in lines_of(window.start.recent)[1])
    assert threading.active_count() <= threads  # the silent one is not asked again and again
    assert "（" not in lines_of(window.start.recent)[0]
    silence.set()
    qtbot.waitUntil(lambda: not window.start.recent._look.isActive())
    assert "（" not in lines_of(window.start.recent)[0]


def test_a_recent_draft_that_cannot_be_opened_is_told_with_what_to_do(
    share: FaultyPlace, window: MainWindow, drafts: dict[str, Path], answers: Answers
) -> None:
    share.fail("EHOSTDOWN")
    window.start.recent_wanted.emit(drafts["共享"])
    assert len(answers.said) == 1
    assert "“草稿.xlsx”" in answers.said[0]
    assert "请检查" in answers.said[0]
    assert not window.draft.is_open
    share.recover()
    window.start.recent_wanted.emit(drafts["共享"])
    assert window.session.report.unit == "共享局"


def test_a_draft_deleted_meanwhile_is_marked_once_that_was_told(
    window: MainWindow, drafts: dict[str, Path], answers: Answers, qtbot: QtBot
) -> None:
    window.show_start()
    qtbot.waitUntil(lambda: not window.start.recent._look.isActive())
    drafts["本机"].unlink()
    window.start.recent_wanted.emit(drafts["本机"])
    assert "找不到文件" in answers.said[0]
    qtbot.waitUntil(lambda: "本机局　2025年　填写中（文件已不在原处）" in lines_of(window.start.recent)[2])


@pytest.fixture
def given_up(silence: threading.Event, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Press 不再等待 in each box; return what the boxes said."""
    texts: list[str] = []

    class GivenUp(QProgressDialog):
        @override
        def show(self) -> None:
            super().show()
            if not silence.is_set():
                texts.append(self.labelText())
                self.cancel()

    monkeypatch.setattr(place_wait, "QProgressDialog", GivenUp)
    monkeypatch.setattr(place_wait, "_SILENT_MS", 0)
    return texts


def test_a_clerk_need_not_wait_for_a_silent_place(
    silence: threading.Event, window: MainWindow, drafts: dict[str, Path], answers: Answers, given_up: list[str]
) -> None:
    window.open_path(drafts["共享"])
    assert "“草稿.xlsx”所在的位置还没有应答" in given_up[0]
    assert len(answers.said) == 1
    assert not window.draft.is_open


def test_a_save_to_a_silent_place_can_be_given_up_and_nothing_is_lost(
    silence: threading.Event, window: MainWindow, drafts: dict[str, Path], answers: Answers, given_up: list[str]
) -> None:
    silence.set()
    window.open_path(drafts["共享"])
    window.session.enter("t3.R01.C1", "7")
    silence.clear()
    assert not window.save()
    assert len(given_up) == len(answers.said) == 1
    assert not window.draft.is_saved
    silence.set()
    assert window.save()


def test_what_was_not_saved_is_restored_while_its_place_is_silent(
    silence: threading.Event, window: MainWindow, drafts: dict[str, Path], answers: Answers, given_up: list[str]
) -> None:
    kept = autosave_folder() / "20260110-killed.json"
    write_autosave(kept, new_report("共享局", "政府部门", 2025), drafts["共享"], None, "2026-01-10T09:30:00")
    answers.choice = "恢复"
    assert window.recover()
    assert len(given_up) == 1
    assert "“草稿.xlsx”现在打不开" in answers.said[-1]
    assert window.draft.path is None
    assert window.session.report.unit == "共享局"


def test_a_place_is_called_silent_only_after_some_seconds(
    silence: threading.Event,
    window: MainWindow,
    drafts: dict[str, Path],
    answers: Answers,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts: list[str] = []

    class Watched(QProgressDialog):
        @override
        def setLabelText(self, text: str) -> None:
            super().setLabelText(text)
            texts.append(self.labelText())
            silence.set()

        @override
        def show(self) -> None:
            super().show()
            texts.append(self.labelText())

    monkeypatch.setattr(place_wait, "QProgressDialog", Watched)
    monkeypatch.setattr(place_wait, "_SILENT_MS", 300)
    window.open_path(drafts["共享"])
    assert texts[0].startswith("正在查找“草稿.xlsx”，请稍候……")
    assert texts[1].startswith("“草稿.xlsx”所在的位置还没有应答")
    assert window.session.report.unit == "共享局"


def test_a_slow_place_is_waited_for_and_then_opened(
    silence: threading.Event, window: MainWindow, drafts: dict[str, Path], answers: Answers
) -> None:
    threading.Timer(0.6, silence.set).start()
    window.open_path(drafts["共享"])
    assert window.session.report.unit == "共享局"
    assert answers.said == []


def test_a_very_long_name_does_not_make_the_list_scroll_sideways(
    request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    remember_recent(
        RecentFile(tmp_path / f"{'长' * 80}.xlsx", "某县财政局" + "长" * 300, 2025, "2026-01-10T09:30:00", "填写中")
    )
    window: MainWindow = request.getfixturevalue("window")
    QApplication.processEvents()
    assert window.start.recent.horizontalScrollBar().maximum() == 0
    assert window.start.recent.item(0).text().startswith("某县财政局")


def test_recent_drafts_fit_without_a_scroll_bar_and_doubles_are_told_apart(
    request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    for number in range(12):
        path = tmp_path / f"第{number}份.xlsx"
        unit = "云岭市水利局" if number > 9 else f"第{number}局"
        remember_recent(RecentFile(path, unit, 2025, f"2026-01-{number + 1:02}T09:30:00", "有错误"))
    window: MainWindow = request.getfixturevalue("window")
    QApplication.processEvents()
    recent = window.start.recent
    items = recent.items_shown()
    assert recent.verticalScrollBar().maximum() == 0
    assert not items[0].isHidden()
    assert items[-1].isHidden()  # the oldest ones, where there is no room
    assert [item.shows_file for item in items[:3]] == [True, True, False]
    assert recent.sizeHintForRow(0) > recent.sizeHintForRow(2)  # the name of the file stands below
    assert items[0].day == "1月12日"
    items[0].tell(None)  # while nobody has looked whether it is there
    image = recent.grab(recent.visualItemRect(items[0])).toImage()
    inks = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height() // 2)}
    assert colours(recent.palette()).scheme.error in inks  # 有错误 has the colour of errors


def test_a_draft_without_a_year_is_told_by_its_file(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    remember_recent(RecentFile(tmp_path / "年份.xlsx", "云岭市水利局", 2025, "2026-01-09T09:30:00", "有错误"))
    remember_recent(RecentFile(tmp_path / "无年份.xlsx", "云岭市水利局", 0, "2026-01-10T09:30:00", "有错误"))
    window: MainWindow = request.getfixturevalue("window")
    assert [item.shows_file for item in window.start.recent.items_shown()] == [True, False]


def test_two_drafts_of_one_name_are_told_by_their_folders(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    for number, folder in enumerate(("本机", "移动盘", "本机"), 1):
        path = tmp_path / folder / ("2026.xlsx" if number < 3 else "又一份.xlsx")
        remember_recent(RecentFile(path, "云岭市水利局", 2025, f"2026-01-0{number}T09:30:00", "有错误"))
    window: MainWindow = request.getfixturevalue("window")
    names = [item.file_name for item in window.start.recent.items_shown()]
    assert names == ["又一份.xlsx", f"2026.xlsx（{tmp_path.name}/移动盘）", f"2026.xlsx（{tmp_path.name}/本机）"]


def test_last_years_draft_in_the_list_is_offered_by_itself(
    window: MainWindow, drafts: dict[str, Path], answers: Answers, qtbot: QtBot
) -> None:
    window.show_start()
    qtbot.waitUntil(lambda: "（文件已不在原处）" in lines_of(window.start.recent)[1])
    start = window.start
    start.year.setValue(2026)
    start.unit.setText("没有局")  # whose draft is gone
    assert start.last_year_draft() is None
    start.unit.setText("本机局")
    answers.choice = "用2025年的草稿"
    window.commands.run("new_from_last_year")
    assert answers.offered[0] == answers.choice
    assert "要用“本机局”2025年的草稿吗？" in answers.said[0]
    assert (window.session.report.unit, window.session.report.year) == ("本机局", 2026)
    start.year.setValue(2027)
    window.commands.run("new_from_last_year")
    assert answers.choice not in answers.offered


def test_a_second_report_of_a_listed_unit_and_year_is_not_begun_by_a_mere_return(
    window: MainWindow, drafts: dict[str, Path], answers: Answers, qtbot: QtBot
) -> None:
    window.show_start()
    qtbot.waitUntil(lambda: not window.start.recent._look.isActive())
    start = window.start
    start.unit.setText("本机局")
    QTest.keyClick(start.unit, Qt.Key.Key_Return)
    assert answers.said == [
        "已有草稿：本机局2025年的报告已有草稿：“草稿.xlsx”（填写中）。新建的是一份空白报告，已有的草稿不变。"
    ]
    assert answers.offered == ("打开已有的草稿", "仍然新建", "取消")
    assert not window.draft.is_open
    answers.choice = "打开已有的草稿"
    start.begin.click()
    assert window.draft.path == drafts["本机"]
    window.commands.run("close")
    start.unit.setText("本机局")
    answers.choice = "仍然新建"
    start.begin.click()
    assert window.session.report.unit == "本机局"
    assert not window.session.report.cells
    assert not window.draft.path


def test_a_first_report_and_one_whose_draft_is_gone_are_begun_without_a_question(
    window: MainWindow, drafts: dict[str, Path], answers: Answers, qtbot: QtBot
) -> None:
    window.show_start()
    qtbot.waitUntil(lambda: not window.start.recent._look.isActive())
    start = window.start
    for unit, year in (("没有局", 2025), ("本机局", 2026), ("新局", 2025)):
        start.unit.setText(unit)
        start.year.setValue(year)
        start.begin.click()
        assert (window.session.report.unit, window.session.report.year) == (unit, year)
        window.commands.run("close")
    assert answers.said == []


def test_a_silent_place_holds_up_no_new_report(
    silence: threading.Event, window: MainWindow, drafts: dict[str, Path], answers: Answers
) -> None:
    window.show_start()
    window.start.unit.setText("共享局")
    window.start.begin.click()
    assert (answers.said, window.session.report.unit) == ([], "共享局")


def test_a_year_typed_for_one_report_is_not_that_of_the_next(window: MainWindow) -> None:
    start = window.start
    usual = start.year.value()
    start.year.setValue(usual - 2)
    window.show_start()
    assert start.year.value() == usual - 2  # still being filled in
    start.unit.setText("云岭市水利局")
    start.begin.click()
    assert window.session.report.year == usual - 2
    window.commands.run("close")
    assert start.year.value() == usual


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 2, 5), ["公布期限：1月31日（条例规定），已过5天"]),
        (date(2026, 5, 20), []),
        (date(1970, 1, 1), ["请检查电脑日期：现在是1970年1月1日"]),
    ],
)
def test_a_deadline_that_is_over_and_a_strange_date_are_said(window: MainWindow, today: date, said: list[str]) -> None:
    start = window.start
    start.year.setValue(2025)
    start.unit_type.setCurrentText("政府部门")
    start.refresh(today)
    QApplication.processEvents()
    found: list[QLabel] = list(start.due.findChildren(QLabel))
    labels = [label for label in found if not label.isHidden()]  # the former ones go only later
    assert [label.text() for label in labels if label.text() != "期限" and not start.due.isHidden()] == said


def test_return_presses_each_button_as_space_does(window: MainWindow) -> None:
    pressed: list[str] = []
    found: list[QPushButton] = list(window.start.findChildren(QPushButton))
    buttons = [button for button in found if button.text()]
    assert {"汇总审核…", "继续填写…", "新建本年报告"} <= {button.text() for button in buttons}
    for button in buttons:
        button.clicked.disconnect()
        button.clicked.connect(partial(lambda text, _checked=False: pressed.append(text), button.text()))
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert pressed == [button.text() for button in buttons]


def test_on_a_high_screen_more_drafts_are_in_view_and_on_a_low_one_the_deadlines(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(2560, 1400)
    qtbot.waitUntil(lambda: window.start.recent.height() > 400)
    window.resize(910, 512)
    qtbot.waitUntil(lambda: window.start.recent.height() <= 240)


def test_the_three_fields_of_a_new_report_are_equally_high(window: MainWindow) -> None:
    start = window.start
    QApplication.processEvents()
    assert len({field.height() for field in (start.unit, start.unit_type, start.year)}) == 1
