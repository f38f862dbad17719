"""A register played through in the window: mapped, looked over, taken over in one step, and counted again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTableWidget
from pytestqt.qtbot import QtBot

from core.base.user_files import settings_file
from core.draft.workbook import load_draft
from core.report.counted_cells import kept_cases
from gui import dialogs
from gui.commands.register_actions import AS_UNREAD, IS_OURS, NOT_OURS
from gui.dialogs.keeping_dialog import DROP
from gui.dialogs.register_cases import CasesDialog
from gui.dialogs.register_mapping import ColumnsDialog, WordsDialog
from gui.dialogs.register_preview import KEEP, PreviewDialog
from gui.main_window import MainWindow
from tests.core.office.register.register_files import text_register
from tests.window_fixtures import Answers, drop, table_of

HEAD = ("编号", "收件日期", "申请人类型", "答复日期", "答复结果", "姓名", "申请内容")
SECRET = ("欧阳绝密", "东坝村征收")
ROWS = (
    ("1", "2025-3-5", "公民", "2025-3-20", "同意公开", *SECRET),
    ("2", "2024-12-20", "自然人", "2025-1-5", "信息不存在", *SECRET),
    ("3", "2025-12-20", "商业企业", "", "", *SECRET),
)


class Clerk:
    """Answers the dialogs of the register.

    Attributes:
        at: What is done in a dialog of a kind before it is accepted.
        shown: The dialogs that were opened.
    """

    def __init__(self) -> None:
        self.at: dict[type[QDialog], Callable[..., object]] = {}
        self.shown: list[QDialog] = []

    def accepted(self, dialog: QDialog) -> bool:
        self.shown.append(dialog)
        self.at.get(type(dialog), lambda _dialog: None)(dialog)
        if isinstance(dialog, PreviewDialog):
            dialog.take.click()
        elif not isinstance(dialog, CasesDialog):
            dialog.accept()
        return dialog.result() == QDialog.DialogCode.Accepted

    @property
    def kinds(self) -> list[type[QDialog]]:
        return [type(dialog) for dialog in self.shown]


def text_at(table: QTableWidget, row: int, column: int) -> str:
    item = table.item(row, column)
    assert item is not None
    return item.text()


@pytest.fixture
def clerk(monkeypatch: pytest.MonkeyPatch) -> Clerk:
    made = Clerk()
    monkeypatch.setattr(dialogs, "accepted", made.accepted)
    return made


@pytest.fixture
def open_window(window: MainWindow) -> MainWindow:
    window.commands.opening.new("某某县水利局", "政府部门", 2025)
    return window


def test_a_register_is_mapped_once_and_taken_over_in_one_step(
    open_window: MainWindow, answers: Answers, clerk: Clerk, tmp_path: Path
) -> None:
    window, session = open_window, open_window.session
    answers.open_from = text_register(tmp_path, *ROWS, head=HEAD)
    assert window.commands.run("import_register")
    assert clerk.kinds == [ColumnsDialog, WordsDialog, PreviewDialog]
    cells = session.report.cells
    assert (cells["t3.R01.C1"], cells["t3.R02.C1"], cells["t3.R03.C1"], cells["t3.R13.C1"]) == (1, 1, 1, 1)
    assert (cells["t3.R25.C2"], cells["t3.R16.C6"]) == (1, 0)
    assert session.report.origins["t3"].basis == "台账 登记号1、3、2"
    assert "按台账填入144格" in session.report.log[-1].what
    session.undo()
    assert not session.report.cells
    assert not kept_cases(session.report)
    session.redo()
    clerk.shown.clear()
    assert window.commands.run("recount_register")
    assert clerk.kinds == [PreviewDialog]


SHORT = (("1", "2.3", "自然人", "2.20", "予以公开"), ("2", "12.25", "自然人", "1.8", "予以公开"))


@pytest.mark.parametrize("answer", ["都按2025年读入", AS_UNREAD, "取消"])
def test_the_year_of_days_without_one_is_asked_once(
    open_window: MainWindow, answers: Answers, clerk: Clerk, tmp_path: Path, answer: str
) -> None:
    answers.open_from, answers.choice = text_register(tmp_path, *SHORT), answer
    open_window.commands.run("import_register")
    assert answers.said[0] == (
        "导入台账：年份：台账中有2行的日期没有写年份，都按2025年读入吗？其中1行按2025年读也有疑问，不会猜，"
        "仍列为没有读懂的行：登记号2，第3行：没有写年份的日期按2025年读，办结日期2025-01-08早于收到日期2025-12-25，请写明年份"
    )
    if answer == "取消":
        assert clerk.kinds == [ColumnsDialog]
        return
    (preview,) = (dialog for dialog in clerk.shown if isinstance(dialog, PreviewDialog))
    assert [row.key.number for row in preview.counted.unread] == (["2"] if answer != AS_UNREAD else ["1", "2"])
    if answer == AS_UNREAD:
        return
    answers.said.clear()
    text_register(tmp_path, SHORT[0], ("2", "12.25", "自然人", "", ""))
    preview.again.click()
    assert preview.counted.unread == ()
    open_window.commands.run("recount_register")
    assert answers.said == []
    assert open_window.session.report.cells["t3.R01.C1"] == 2


def test_days_without_a_year_that_are_all_in_order_are_asked_about_without_a_list(
    open_window: MainWindow, answers: Answers, clerk: Clerk, tmp_path: Path
) -> None:
    answers.open_from, answers.choice = text_register(tmp_path, SHORT[0]), "都按2025年读入"
    assert open_window.commands.run("import_register")
    assert answers.said[0].startswith(
        "导入台账：年份：台账中有1行的日期没有写年份，都按2025年读入吗？如第2行收到日期“2.3”"
    )
    assert open_window.session.report.cells["t3.R01.C1"] == 1


@pytest.mark.parametrize("rows", [(), (("1", "2023-3-5", "自然人", "2023-3-6", "予以公开"),)])
def test_a_register_of_which_nothing_counts_is_told_and_fills_no_zeros(
    open_window: MainWindow, answers: Answers, clerk: Clerk, tmp_path: Path, rows: tuple[tuple[str, ...], ...]
) -> None:
    before = open_window.session.report
    answers.open_from = text_register(tmp_path, *rows)
    open_window.commands.run("import_register")
    assert clerk.kinds == [ColumnsDialog]
    assert "没有计数，报告没有改动" in answers.said[-1]
    assert open_window.session.report == before


def test_another_unit_than_that_of_the_report_is_asked_about_once(
    open_window: MainWindow, answers: Answers, clerk: Clerk, tmp_path: Path
) -> None:
    rows = [(*row, "某某县水务局") for row in ROWS]
    answers.open_from = text_register(tmp_path, *rows, head=(*HEAD, "受理机关"))
    answers.choice = "取消"
    assert open_window.commands.run("import_register")
    assert clerk.kinds == [ColumnsDialog]
    said = "台账的“受理机关”列有3行写的是“某某县水务局”，本报告的单位是“某某县水利局”。是本单位吗？"
    assert said in "".join(answers.said)
    assert answers.offered == (NOT_OURS, IS_OURS, "取消")
    answers.choice = NOT_OURS
    assert open_window.commands.run("import_register")
    preview = clerk.shown[-1]
    assert isinstance(preview, PreviewDialog)
    assert len(preview.counted.unread) == 3
    answers.choice = IS_OURS
    assert open_window.commands.run("import_register")
    assert open_window.session.report.cells["t3.R01.C1"] == 1


def test_the_mapping_is_offered_again_and_keeps_no_names(
    open_window: MainWindow, answers: Answers, clerk: Clerk, tmp_path: Path
) -> None:
    head = ("甲", "乙", "丙", "丁", "戊", "姓名", "申请内容")
    wanted = dict(zip(("登记号", "收到日期", "申请人类别", "办结日期", "办理结果"), head, strict=False))

    def map_columns(dialog: ColumnsDialog) -> None:
        dialog.row.setValue(1)
        for key, name in wanted.items():
            dialog.boxes[key].setCurrentText(name)

    clerk.at[ColumnsDialog] = map_columns
    answers.open_from = text_register(tmp_path, *ROWS, head=head)
    assert open_window.commands.run("import_register")
    kept = open_window.settings.values.registers["某某县水利局"]
    assert kept["columns"]["登记号"] == "甲"
    assert kept["outcomes"] == {"同意公开": "R03", "信息不存在": "R13"}
    assert kept["kinds"] == {"公民": "C1"}
    assert not any(secret in settings_file().read_text("utf-8") for secret in (*SECRET, ascii(SECRET[0])[1:-1]))
    del clerk.at[ColumnsDialog]
    clerk.shown.clear()
    open_window.commands.opening.new("某某县水利局", "政府部门", 2025)
    assert open_window.commands.run("import_register")
    first = clerk.shown[0]
    assert isinstance(first, ColumnsDialog)
    assert first.boxes["登记号"].currentText() == "甲"
    assert clerk.kinds == [ColumnsDialog, PreviewDialog]


def test_a_word_chosen_wrongly_is_seen_and_changed_at_the_next_import(
    open_window: MainWindow, answers: Answers, clerk: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = (*ROWS, ("4", "2025-3-5", "村委会", "2025-3-20", "予以公开", SECRET[0], "西坝村征收"))
    answers.open_from = text_register(tmp_path, *rows, head=HEAD)
    clerk.at[WordsDialog] = lambda dialog: dialog.boxes[-1].setCurrentIndex(2)  # 商业企业: a row too far
    assert open_window.commands.run("import_register")
    assert open_window.session.report.cells["t3.R03.C2"] == 1
    clerk.shown.clear()
    listed: list[str] = []

    def mend(dialog: PreviewDialog) -> None:
        table = dialog.said.table
        at = next(row for row in range(table.rowCount()) if text_at(table, row, 1) == "村委会")
        listed.append(text_at(table, at, 3))
        dialog.tabs.setCurrentWidget(dialog.said)
        table.selectRow(at)
        monkeypatch.setattr(dialogs, "choose_with_list", lambda *_: ("改为", 5))
        dialog.said.change.click()
        listed.append(text_at(table, at, 3))
        assert dialog.tabs.currentWidget() is dialog.said  # there are others to be seen

    clerk.at[PreviewDialog] = mend
    assert open_window.commands.run("import_register")
    assert clerk.kinds == [ColumnsDialog, PreviewDialog]
    assert listed == ["商业企业", "其他"]
    cells = open_window.session.report.cells
    assert (cells["t3.R03.C2"], cells["t3.R03.C6"]) == (0, 1)
    assert open_window.settings.values.registers["某某县水利局"]["kinds"] == {"公民": "C1", "村委会": "C6"}


@pytest.mark.parametrize(("answer", "is_kept"), [(KEEP, True), (DROP, False)])
def test_words_are_dropped_with_the_preview_where_the_clerk_says_so(
    open_window: MainWindow, answers: Answers, clerk: Clerk, tmp_path: Path, answer: str, *, is_kept: bool
) -> None:
    answers.open_from, answers.choice = text_register(tmp_path, *ROWS, head=HEAD), answer

    def close(dialog: PreviewDialog) -> None:
        dialog.reject()
        dialog.take.setEnabled(False)  # the clerk of this test would press it all the same

    clerk.at[PreviewDialog] = close
    open_window.commands.run("import_register")
    assert answers.said[-1].endswith("刚才选的写法和逐行处理，下次导入时还用吗？")
    kept = open_window.settings.values.registers["某某县水利局"]
    assert bool(kept["kinds"]) == is_kept
    assert kept["columns"]["登记号"] == "编号"  # asked each time, and seen there
    clerk.shown.clear()
    answers.said.clear()
    open_window.commands.run("import_register")
    assert (WordsDialog in clerk.kinds) != is_kept
    assert bool(answers.said) != is_kept  # of what was kept before nothing is lost


def test_columns_that_are_needed_must_be_chosen(
    open_window: MainWindow, answers: Answers, clerk: Clerk, tmp_path: Path
) -> None:
    answers.open_from = text_register(tmp_path, *ROWS, head=HEAD)
    clerk.at[ColumnsDialog] = lambda dialog: dialog.boxes["办结日期"].setCurrentIndex(0)
    assert open_window.commands.run("import_register")
    (dialog,) = clerk.shown
    assert isinstance(dialog, ColumnsDialog)
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert dialog.preview.rowCount() == 3
    assert not open_window.session.report.cells


def test_unread_rows_hold_the_numbers_back_until_each_is_dealt_with(
    open_window: MainWindow, answers: Answers, clerk: Clerk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = (
        ("4", "三月上旬", "自然人", "", "", *SECRET),
        ("5", "2025-3-5", "法人", "2025-3-6", "予以公开", "某某有限公司", ""),
        ("6", "2025-3-5", "自然人", "2025-3-6", "予以公开", "", ""),
        ("6", "2025-4-5", "自然人", "2025-4-6", "予以公开", "", ""),
        ("7", "2025-3-5", "自然人", "2025-3-6", "重复申请；属于国家秘密", "", ""),
    )
    answers.open_from = text_register(tmp_path, *ROWS, *bad, head=HEAD)
    answers.reason = "不是申请"
    answers.choice = "都采用"
    seen: list[object] = []

    def deal(dialog: PreviewDialog) -> None:
        seen.append(dialog.take.isEnabled())
        seen.append([row.key.number for row in dialog.counted.unread])
        dialog.choose_row(0)
        dialog.left_out.click()
        dialog.by_name.click()
        dialog.choose_row(0)
        dialog.apart.click()
        monkeypatch.setattr(dialogs, "choose_with_list", lambda *_: ("采用", 14))
        dialog.choose_row(0)
        dialog.by_outcome.click()
        seen.append((dialog.take.isEnabled(), dialog.counted.unread))

    clerk.at[PreviewDialog] = deal
    assert open_window.commands.run("import_register")
    assert seen == [False, ["4", "5", "6", "6", "7"], (True, ())]
    cells = open_window.session.report.cells
    assert (cells["t3.R01.C1"], cells["t3.R01.C2"], cells["t3.R17.C1"]) == (4, 2, 1)
    assert any("某某有限公司：商业企业" in said for said in answers.said)
    assert open_window.session.report.log[-1].what.endswith("；不计4（不是申请）")


def test_an_outcome_left_open_waits_row_by_row_though_its_parts_are_known_by_now(
    open_window: MainWindow, answers: Answers, clerk: Clerk, tmp_path: Path
) -> None:
    words = ("同意公开、信息不存在", "同意公开、商业秘密")
    rows = [(str(number), "2025-3-5", "自然人", "2025-3-6", word, "", "") for number, word in enumerate(words, 5)]
    answers.open_from = text_register(tmp_path, *ROWS, ("4", *ROWS[0][1:4], "商业秘密", "", ""), *rows, head=HEAD)

    def see(dialog: PreviewDialog) -> None:
        assert [row.key.number for row in dialog.counted.unread] == ["5", "6"]
        assert all("有几种情形，请选择其中一种" in row.why for row in dialog.counted.unread)
        assert dialog.counted.counted.numbers["t3.R04.C1"] == 0
        assert dialog.by_outcome.isEnabled()

    clerk.at[PreviewDialog] = see
    for _ in range(2):  # what was left open is asked again the next time
        assert open_window.commands.run("import_register")
        (asked,) = (dialog for dialog in clerk.shown if isinstance(dialog, WordsDialog))
        assert asked.left == list(words)
        assert clerk.kinds[-1] is PreviewDialog
        clerk.shown.clear()


def test_nothing_is_taken_while_a_row_is_unread(
    open_window: MainWindow, answers: Answers, clerk: Clerk, tmp_path: Path
) -> None:
    answers.open_from = text_register(tmp_path, ("1", "三月上旬", *ROWS[0][2:]), head=HEAD)
    reasons: list[tuple[str, str]] = []

    def look(dialog: PreviewDialog) -> None:
        shown = dialog.unread.item(0, dialog.unread.columnCount() - 1)
        assert shown is not None
        reasons.append((shown.text(), shown.toolTip()))
        dialog.accept()

    clerk.at[PreviewDialog] = look
    assert open_window.commands.run("import_register")
    assert not open_window.session.report.cells
    ((said, tip),) = reasons
    assert "三月上旬" in said
    assert "REG-" not in said
    assert "（REG-5）" in tip  # whoever is asked for help can name the rule


def test_what_was_decided_of_rows_is_not_asked_again_after_a_restart(
    open_window: MainWindow, answers: Answers, clerk: Clerk, tmp_path: Path
) -> None:
    folder = tmp_path / "registers"
    folder.mkdir()
    answers.open_from = text_register(folder, *ROWS, ("4", "3月5日", "法人", "", "", *SECRET), head=HEAD)
    answers.reason, answers.choice = "不是申请", AS_UNREAD

    def leave_out(dialog: PreviewDialog) -> None:
        dialog.unread.selectAll()
        dialog.leave_out()

    clerk.at[PreviewDialog] = leave_out
    assert open_window.commands.run("import_register")
    answers.save_to = tmp_path / "草稿.xlsx"
    assert open_window.save()
    open_window.commands.opening.new("某某县水利局", "政府部门", 2025)
    open_window.open_path(answers.save_to)
    del clerk.at[PreviewDialog]
    clerk.shown.clear()
    answers.said.clear()
    assert open_window.commands.run("import_register")
    assert answers.said == []
    assert clerk.kinds == [ColumnsDialog, PreviewDialog]  # 法人 stands in the row that was dealt with, nowhere else
    preview = clerk.shown[-1]
    assert isinstance(preview, PreviewDialog)
    assert preview.result() == QDialog.DialogCode.Accepted
    assert preview.work.told == "以前逐行处理过、台账中没有变的，沿用以前的处理：不计1件，见“已选的”。"


def test_a_finding_names_the_cases_to_look_at_first(
    open_window: MainWindow, answers: Answers, clerk: Clerk, tmp_path: Path
) -> None:
    session = open_window.session
    answers.open_from = text_register(tmp_path, *ROWS, ("8", "2025-12-31", "公民", "", "", *SECRET), head=HEAD)
    assert open_window.commands.run("import_register")
    session.set_entries({"t3.R01.C1": 3}, "填写")
    finding = session.facts.findings_at("t3.R01.C1")[0]
    clue = "台账数出的与格中不同：本年新收·自然人：台账2件，格中3。台账中可先看登记号8（年底年初收到）。"
    assert session.facts.clue(finding).endswith(clue)


def test_single_numbers_are_taken_where_they_are_ticked(
    open_window: MainWindow, answers: Answers, clerk: Clerk, tmp_path: Path
) -> None:
    session = open_window.session
    session.set_entries({"t3.R01.C1": 9, "t3.R03.C1": 8}, "填写")
    answers.open_from = text_register(tmp_path, *ROWS, head=HEAD)
    said: list[str] = []

    def untick(dialog: PreviewDialog) -> None:
        item = dialog.numbers.item(0, 0)
        assert item is not None
        assert item.text() == "9 → 1"
        assert dialog.summary.text().endswith("箭头左边是报告现有的数字，右边是台账数出的数字。")
        said.append(dialog.take.text())
        item.setCheckState(Qt.CheckState.Unchecked)
        said.append(dialog.take.text())
        assert dialog.take.isDefault()  # Enter takes what is ticked and nothing else

    clerk.at[PreviewDialog] = untick
    assert open_window.commands.run("import_register")
    assert (session.report.cells["t3.R01.C1"], session.report.cells["t3.R03.C1"]) == (9, 1)
    assert "t3.R01.C1" not in kept_cases(session.report)
    assert "本年新收·自然人" not in session.report.log[-1].what
    assert said == ["采用勾选的（144格）", "采用勾选的（143格）"]


def test_a_register_that_changed_shows_what_moved(
    open_window: MainWindow, answers: Answers, clerk: Clerk, tmp_path: Path
) -> None:
    answers.open_from = text_register(tmp_path, *ROWS, head=HEAD)
    assert open_window.commands.run("import_register")
    text_register(tmp_path, *ROWS[:2], ("3", *ROWS[2][1:3], "2025-12-30", "予以公开", *SECRET), head=HEAD)
    assert open_window.commands.run("recount_register")
    preview = clerk.shown[-1]
    assert isinstance(preview, PreviewDialog)
    assert {cell.code: cell.moved for cell in preview.cells if cell.moved} == {
        "t3.R03.C2": "增加3",
        "t3.R25.C2": "减少3",
    }
    assert open_window.session.report.cells["t3.R25.C2"] == 0


def test_the_cases_behind_a_number_are_listed_by_f8(
    qtbot: QtBot, open_window: MainWindow, answers: Answers, clerk: Clerk, tmp_path: Path
) -> None:
    window = open_window
    assert window.menus.actions["zero_report"].shortcut().toString() == "F8"
    answers.open_from = text_register(tmp_path, *ROWS, head=HEAD)
    assert window.commands.run("import_register")
    matrix = table_of(window)
    matrix.go_to("t3.R24.C1")

    def follow(dialog: CasesDialog) -> None:
        items = [dialog.table.item(0, column) for column in range(4)]
        assert [item.text() for item in items if item] == ["1", "2025-03-05", "2025-03-20", "予以公开"]
        dialog.table.selectRow(1)
        dialog.go.click()

    clerk.at[CasesDialog] = follow
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(matrix.grid, Qt.Key.Key_F8)
    assert clerk.kinds[-1] is CasesDialog
    assert matrix.current == "t3.R02.C1"
    window.session.set_entries({"t3.R02.C1": 5}, "填写")
    del clerk.at[CasesDialog]
    assert window.commands.run("register_cases")
    changed = clerk.shown[-1]
    assert isinstance(changed, CasesDialog)
    assert "上次用台账计数是1件，格中现在是5" in changed.intro.text()
    window.session.undo()
    window.session.undo()
    assert window.menus.actions["zero_report"].shortcut().toString() == "F8"
    assert not window.commands.run("register_cases")
    assert "没有记下登记号" in answers.said[-1]


def test_a_register_that_cannot_be_read_is_said_and_nothing_changes(
    open_window: MainWindow, answers: Answers, clerk: Clerk, tmp_path: Path
) -> None:
    answers.open_from = tmp_path / "台账.xlsx"
    answers.open_from.write_bytes(b"%PDF-1.7")
    assert not open_window.commands.run("import_register")
    assert "台账只能读" in answers.said[-1]
    open_window.session.set_text("meta.year", "")
    assert not open_window.commands.run("import_register")
    assert "还没有年度" in answers.said[-1]
    assert clerk.shown == []


def test_a_report_begins_with_a_register_from_the_start_page(
    window: MainWindow, answers: Answers, clerk: Clerk, tmp_path: Path
) -> None:
    answers.open_from = text_register(tmp_path, *ROWS, head=HEAD)
    window.start.unit.setText("某某县水利局")
    window.start.year.setValue(2025)
    window.start.from_register_wanted.emit("某某县水利局", "政府部门", 2025)
    assert window.session.report.cells["t3.R01.C1"] == 1


def test_a_register_may_be_dropped_on_the_pages(
    open_window: MainWindow, clerk: Clerk, answers: Answers, tmp_path: Path
) -> None:
    register = text_register(tmp_path, *ROWS, head=HEAD)
    assert drop(open_window.work, register) is Qt.DropAction.CopyAction
    assert open_window.session.report.cells["t3.R01.C1"] == 1


def test_a_new_register_is_saved(window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    answers.save_to = tmp_path / "台账.xlsx"
    assert window.commands.run("new_register")
    assert answers.save_to.is_file()
    answers.save_to = tmp_path / "示例.xlsx"
    assert window.commands.run("sample_register")
    assert answers.save_to.is_file()


def test_names_reach_neither_draft_nor_autosave(
    open_window: MainWindow, answers: Answers, clerk: Clerk, tmp_path: Path
) -> None:
    folder = tmp_path / "registers"
    folder.mkdir()
    answers.open_from = text_register(folder, *ROWS, head=HEAD)
    assert open_window.commands.run("import_register")
    answers.save_to = tmp_path / "草稿.xlsx"
    open_window.autosave.keep_now()
    assert open_window.save()
    report = load_draft(answers.save_to).report
    assert kept_cases(report)["t3.R01.C1"] == ("1",)
    assert not any(secret in repr(report) for secret in SECRET)
    assert not any(secret in repr(open_window.session.report) for secret in SECRET)
