"""科室填报表 played through in the window: sent out, filled in, collected with a conflict, undone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from core.draft.workbook import load_draft
from core.office.department_merge import Merge
from core.office.department_split import missing_departments, sent_sheets, split_of
from core.office.review import finalise
from core.office.signoff_values import signing_lines
from core.report.change import Change
from core.report.report import Origin
from gui import dialogs
from gui.dialogs.department_dialog import MergeDialog, SendDialog
from gui.main_window import MainWindow
from tests.window_fixtures import Answers, lines_of, turn_wheel
from tests.workbook_cells import fill_in

PENALTY, COERCION = "t2.penalty.decisions", "t2.coercion.decisions"
SHEET = "2025年政府信息公开年度报告填报表（{}）.xlsx"


class Clerk:
    """Answers the dialogs of this part.

    Attributes:
        at_dialog: What is done in the next dialog of its own class before 确定.
        folder: Where sheets go.
        files: Which files are chosen.
        shown: The dialogs that were opened.
    """

    def __init__(self, folder: Path) -> None:
        self.at_dialog: Callable[[QDialog], None] = lambda _dialog: None
        self.folder: Path | None = folder
        self.files: list[Path] = []
        self.shown: list[QDialog] = []

    def accepted(self, dialog: QDialog) -> bool:
        self.shown.append(dialog)
        self.at_dialog(dialog)
        dialog.accept()
        return dialog.result() == QDialog.DialogCode.Accepted


@pytest.fixture
def clerk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Clerk:
    made = Clerk(tmp_path)
    monkeypatch.setattr(dialogs, "accepted", made.accepted)
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: made.folder)
    monkeypatch.setattr(dialogs, "ask_open_many", lambda *_: made.files)
    return made


@pytest.fixture
def open_window(window: MainWindow) -> MainWindow:
    window.commands.opening.new("某某县水利局", "政府部门", 2025)
    return window


def test_sheets_go_out_come_back_and_are_merged_in_one_step(
    open_window: MainWindow, answers: Answers, clerk: Clerk
) -> None:
    window, session = open_window, open_window.session
    window.commands.run("send_sheets")
    assert len(list(clerk.folder.glob("*.xlsx"))) == 6  # type: ignore[union-attr]
    assert any("已生成6份填报表" in said for said in answers.said)
    assert {sheet.department for sheet in sent_sheets(session.report)} == set(split_of(session.report).values())
    assert not window.draft.is_saved

    session.enter(PENALTY, "5")
    facts = {"sheet.person": "张三", "sheet.date": "2026-01-10", "sheet.basis": "处罚台账"}
    assert clerk.folder is not None
    clerk.files = [
        fill_in(clerk.folder / SHEET.format("行政执法科"), {**facts, PENALTY: 6, COERCION: 1}),
        fill_in(clerk.folder / SHEET.format("行政审批科"), {"t2.licensing.decisions": "656件"}),
    ]

    def decide(dialog: QDialog) -> None:
        assert isinstance(dialog, MergeDialog)
        dialog.accept()
        assert dialog.result() != QDialog.DialogCode.Accepted  # the conflict is not decided yet
        assert not dialog.merge.isEnabled()
        assert dialog._complaint.text().startswith("还有1处冲突没有选择。")
        assert [dialog.choices[PENALTY].itemText(i) for i in range(3)] == [
            "（请选择）",
            "用6（行政执法科）",
            "保留现有的5",
        ]
        dialog.choices[PENALTY].setCurrentIndex(1)
        assert (dialog.merge.isEnabled(), dialog._complaint.text()) == (True, "")

    clerk.at_dialog = decide
    window.commands.run("collect_sheets")
    assert (session.facts.shown(PENALTY), session.facts.shown(COERCION)) == ("6", "1")
    assert session.facts.shown("t2.licensing.decisions") == "656"
    assert session.report.origins["t2.penalty"] == Origin("行政执法科", "张三", "2026-01-10", "处罚台账")
    assert "原为5，行政执法科填6，采用6" in session.report.log[-1].what
    assert missing_departments(session.report) == ["法规科", "财务科", "政务公开科", "复议应诉科"]
    assert "还没有收回：法规科" in window.statusBar().currentMessage()
    assert signing_lines(session.report)[-1].startswith("行政执法科（张三　2026年1月10日）签名")

    session.undo()
    assert (session.facts.shown(PENALTY), session.facts.shown(COERCION)) == ("5", "")
    assert session.report.origins == {}
    assert not any("科室填报表" in entry.what for entry in session.report.log)
    session.redo()
    assert session.facts.shown(PENALTY) == "6"


def test_a_refused_number_is_told_and_the_sheet_is_not_back(
    open_window: MainWindow, answers: Answers, clerk: Clerk
) -> None:
    window = open_window
    window.commands.run("send_sheets")
    assert clerk.folder is not None
    clerk.files = [fill_in(clerk.folder / SHEET.format("行政审批科"), {"t2.licensing.decisions": "l28"})]
    window.commands.run("collect_sheets")
    assert "行政审批科：1格要重填" in window.statusBar().currentMessage()
    assert answers.said[-1].startswith("还要重填：行政审批科：1格要重填。填的不是数字：行政许可")
    assert "“l28”" in window.session.report.log[-1].what
    window.commands.run("send_sheets")
    dialog = clerk.shown[-1]
    assert isinstance(dialog, SendDialog)
    texts = lines_of(dialog.departments)
    assert "行政审批科（2026-01-12已发出，1格要重填）" in texts


def test_both_numbers_of_a_conflict_can_be_read(
    open_window: MainWindow, clerk: Clerk, qtbot: QtBot, tmp_path: Path
) -> None:
    open_window.commands.run("send_sheets")
    assert clerk.folder is not None
    sent = clerk.folder / SHEET.format("行政执法科")
    copy = tmp_path / "行政执法科（第二次交回的填报表）.xlsx"
    copy.write_bytes(sent.read_bytes())
    clerk.files = [fill_in(sent, {PENALTY: 12345}), fill_in(copy, {PENALTY: 67890})]

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, MergeDialog)
        dialog.resize(960, 640)
        with qtbot.waitExposed(dialog):
            dialog.show()
        item = dialog.table.item(0, 2)
        assert item is not None
        text = item.text()
        assert text.startswith("12345（行政执法科（")
        assert "／67890（行政执法科（" in text
        room = dialog.table.visualItemRect(item)
        metrics = dialog.table.fontMetrics()
        needed = metrics.boundingRect(room.adjusted(4, 0, -4, 0), int(Qt.TextFlag.TextWrapAnywhere), text)
        assert needed.height() <= room.height()
        dialog.keep_mine()

    clerk.at_dialog = look
    open_window.commands.run("collect_sheets")


def test_a_whole_table_comes_back_and_is_undone(open_window: MainWindow, clerk: Clerk) -> None:
    window, session = open_window, open_window.session
    window.commands.run("send_sheets")
    assert clerk.folder is not None
    cells = [code for code in session.form.entered if code.startswith("t3.")]
    clerk.files = [fill_in(clerk.folder / SHEET.format("政务公开科"), dict.fromkeys(cells, 0))]
    window.commands.run("collect_sheets")
    assert session.facts.shown("t3.R24.C7") == "0"
    assert session.report.origins["t3"].department == "政务公开科"
    session.undo()
    assert session.report.cells == {}


def test_the_split_is_changed_kept_and_only_ticked_departments_get_a_sheet(
    open_window: MainWindow, clerk: Clerk
) -> None:
    def change(dialog: QDialog) -> None:
        assert isinstance(dialog, SendDialog)
        rows = {block.code: row for row, block in enumerate(dialog._blocks)}
        dialog.boxes[rows["t2.penalty"]].setCurrentText("执法大队")
        dialog.boxes[rows["t3"]].setCurrentText("")
        dialog._list_departments()
        for row in range(dialog.departments.count()):
            item = dialog.departments.item(row)
            if item.text() != "执法大队":
                item.setCheckState(Qt.CheckState.Unchecked)

    clerk.at_dialog = change
    open_window.commands.run("send_sheets")
    assert clerk.folder is not None
    assert [path.name for path in clerk.folder.glob("*.xlsx")] == [SHEET.format("执法大队")]
    split = split_of(open_window.session.report)
    assert (split["t2.penalty"], split["t2.coercion"], split["t3"]) == ("执法大队", "行政执法科", "")


def test_a_sheet_that_lies_there_already_is_never_replaced(open_window: MainWindow, clerk: Clerk) -> None:
    assert clerk.folder is not None
    filled = clerk.folder / SHEET.format("法规科")
    filled.write_bytes(b"already filled in")
    open_window.commands.run("send_sheets")
    assert filled.read_bytes() == b"already filled in"
    assert (clerk.folder / SHEET.format("法规科").replace(".xlsx", "(1).xlsx")).exists()


def test_the_dialog_says_who_has_not_answered_yet(open_window: MainWindow, clerk: Clerk) -> None:
    open_window.commands.run("send_sheets")
    open_window.commands.run("send_sheets")
    dialog = clerk.shown[-1]
    assert isinstance(dialog, SendDialog)
    assert dialog.departments.item(0).text() == "法规科（2026-01-12已发出，还没有收回）"
    assert dialog.chosen == []  # no second sheet goes out by oversight


def test_without_a_department_nothing_goes_out(open_window: MainWindow, clerk: Clerk) -> None:
    def clear(dialog: QDialog) -> None:
        assert isinstance(dialog, SendDialog)
        for box in dialog.boxes:
            box.setCurrentText("")
        dialog._list_departments()

    clerk.at_dialog = clear
    open_window.commands.run("send_sheets")
    assert isinstance(clerk.shown[-1], SendDialog)
    assert clerk.shown[-1]._complaint.text() == "请至少勾选一个科室。"
    assert open_window.session.report.status == {}


def test_files_that_are_no_sheets_are_named_and_change_nothing(
    open_window: MainWindow, answers: Answers, clerk: Clerk, tmp_path: Path
) -> None:
    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04")
    clerk.files = [tmp_path / "坏.xlsx"]
    open_window.commands.run("collect_sheets")
    assert "没有收回：所选文件都不能合并：“坏.xlsx”已损坏" in answers.said[-1]
    assert clerk.shown == []


def test_what_takes_no_changes_says_so(window: MainWindow, answers: Answers, clerk: Clerk) -> None:
    window.commands.run("collect_sheets")
    assert answers.said[-1].startswith("还没有打开报告。")
    window.commands.opening.new("", "政府部门", 2025)
    window.commands.run("send_sheets")
    assert answers.said[-1].startswith("还没有填写单位全称或报告年度")
    window.session.set_text("meta.unit", "某某县水利局")
    window.session.record(finalise(window.session.report, window._clock().date()))
    window.commands.run("collect_sheets")
    assert "已经定稿并锁定" in answers.said[-1]


def test_a_blank_workbook_is_saved_and_opens_as_a_draft(window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    answers.save_to = tmp_path / "空白填报表.xlsx"
    action = next(a for a in window.menus.commands() if a.text() == "空白填报表…")
    action.trigger()
    assert "已保存2025年度的空白填报表" in answers.said[-1]
    loaded = load_draft(answers.save_to)
    assert loaded.report.year == 2025
    assert loaded.report.cells == {}


def test_the_help_beside_a_cell_says_where_its_number_came_from(open_window: MainWindow, qtbot: QtBot) -> None:
    origin = Origin("行政执法科", "张三", "2026-01-10", "处罚台账")
    open_window.session.do("收回", Change(cells={PENALTY: (None, 6)}, origins={"t2.penalty": (None, origin)}))
    open_window.work.help.show_cell(PENALTY)
    said = "数字来源：行政执法科 张三 2026-01-10，依据：处罚台账"
    qtbot.waitUntil(lambda: said in open_window.work.help._text.text())


def test_the_wheel_never_changes_a_choice(open_window: MainWindow, clerk: Clerk) -> None:
    open_window.commands.run("send_sheets")
    dialog = clerk.shown[-1]
    assert isinstance(dialog, SendDialog)
    box = dialog.boxes[0]
    turn_wheel(box)
    assert box.currentText() == "法规科"


def test_what_was_not_read_is_told_apart_from_what_is_doubtful(open_window: MainWindow, qtbot: QtBot) -> None:
    merged = Merge((), (), ("“甲.xlsx”是上年的。",), ("“乙.xlsx”改过表头。",))
    dialog = MergeDialog(merged, ["“丙.xlsx”不是科室填报表。"])
    qtbot.addWidget(dialog)
    assert lines_of(dialog.remarks) == [
        "没有读入：“丙.xlsx”不是科室填报表。",
        "没有读入：“甲.xlsx”是上年的。",
        "请核对：“乙.xlsx”改过表头。",
    ]


def test_the_dialog_says_that_sheets_are_not_sent_by_the_program(open_window: MainWindow, clerk: Clerk) -> None:
    open_window.commands.run("send_sheets")
    dialog = clerk.shown[-1]
    labels: list[QLabel] = list(dialog.findChildren(QLabel))
    assert "这次发给（每个科室一份，生成后请自行发给各科室）：" in [label.text() for label in labels]
