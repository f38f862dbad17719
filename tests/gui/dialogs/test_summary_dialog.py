"""The one question before a report goes out, answered by keys."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from build_scripts.make.sample import sample_report
from core.office import review
from core.office import summary as office_summary
from core.office.signoff import note_printed
from core.report.report import Report
from core.validation.validation import Checker
from gui import dialogs
from gui.dialogs.summary_dialog import SummaryDialog, answers_to
from gui.main_window import MainWindow
from tests.window_fixtures import Answers

ASK_TO_MAKE = dialogs.ask_to_make
KEY = Qt.Key
DAY = date(2026, 1, 10)


@pytest.fixture
def asked(window: MainWindow, answers: Answers, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> MainWindow:
    """The window with the real dialog; files are written where the test looks for them."""
    monkeypatch.setattr(dialogs, "ask_to_make", ASK_TO_MAKE)
    monkeypatch.setattr(window.commands.report, "_has_file", lambda: True)
    answers.save_to = tmp_path / "报告.docx"
    return window


def doubtful() -> Report:
    """The sample with two open 疑点, on the first page and in section five."""
    return sample_report().with_texts({"meta.level": "", "s5": "公开不够及时，将改进。"})


def returned(*answers: tuple[str, str]) -> Report:
    report = review.submit(sample_report(), DAY).applied_to(sample_report())
    report = review.register_return(report, "办公室", DAY, [f"意见{n}" for n, _ in enumerate(answers)]).applied_to(
        report
    )
    return review.answer_remarks(report, 1, answers).applied_to(report)


def make(window: MainWindow, report: Report, stage: str, *keys: Qt.Key) -> bool:
    """Make the report of a stage and press keys once the question is there; return whether one came."""
    window.draft.take(report, None, is_fresh=False)
    window.show_page("review")
    asked: list[str] = []
    timer = QTimer(interval=30)

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, SummaryDialog) and QApplication.focusWidget() in dialog.buttons.values():
            timer.stop()
            asked.append(dialog.windowTitle())
            for key in keys:
                QTest.keyClick(QApplication.focusWidget() or dialog, key)

    timer.timeout.connect(press)
    timer.start()
    window.commands.run(f"make.{stage}")
    timer.stop()
    return bool(asked)


def test_return_shows_the_first_problem_and_makes_nothing(asked: MainWindow, answers: Answers) -> None:
    assert make(asked, doubtful(), "review", KEY.Key_Return)
    assert answers.said == []
    assert asked.wizard.current.key == "meta"
    assert answers.save_to is not None
    assert not answers.save_to.exists()


def test_the_problem_that_is_chosen_is_shown(asked: MainWindow) -> None:
    """From the first button back to the list, down to the second 疑点, Return."""
    make(asked, doubtful(), "review", KEY.Key_Backtab, KEY.Key_Down, KEY.Key_Down, KEY.Key_Return)
    assert asked.wizard.current.key == "s5"


def test_going_on_takes_another_key_than_return(asked: MainWindow, answers: Answers) -> None:
    make(asked, doubtful(), "review", KEY.Key_Tab, KEY.Key_Return)
    assert answers.save_to is not None
    assert answers.save_to.exists()
    (said,) = answers.said
    assert "还有2个疑点没有核实或说明，列在审签单上：" in said
    assert "第五部分只有11字" in said
    assert answers.offered == ("打印审签单", "打开报告", "打开所在文件夹", "关闭")


def test_escape_leaves_everything_as_it_was(asked: MainWindow, answers: Answers) -> None:
    make(asked, doubtful(), "review", KEY.Key_Escape)
    assert (answers.said, asked.wizard.current.key, asked.session.report.rounds) == ([], "review", ())


@pytest.mark.parametrize("stage", ["review", "final"])
def test_open_remarks_are_led_to(asked: MainWindow, monkeypatch: pytest.MonkeyPatch, stage: str) -> None:
    ran: list[str] = []
    monkeypatch.setattr(asked.commands.report, "_run", ran.append)
    make(asked, returned(("", "")), stage, KEY.Key_Return)
    assert ran == ["answer_remarks"]


def test_the_same_content_with_a_remark_marked_as_followed_is_asked_about(asked: MainWindow, answers: Answers) -> None:
    assert make(asked, returned(("已改", "")), "review", KEY.Key_Escape)
    assert answers.said == []
    make(asked, returned(("已改", "")), "review", KEY.Key_Tab, KEY.Key_Return)
    assert [made.number for made in asked.session.report.rounds] == [1, 2]
    assert answers.offered[:2] == ("打印审签单", "打印修改情况")


def changed() -> Report:
    return returned(("已改", "")).with_cells({"t2.licensing.decisions": 657})


def test_what_changed_is_shown_and_return_goes_on(asked: MainWindow, answers: Answers) -> None:
    assert make(asked, changed(), "review", KEY.Key_Return)
    assert answers.said.pop().startswith("已生成：已生成送审稿：")


def test_a_final_copy_other_than_the_review_copy_takes_another_key_than_return(
    asked: MainWindow, answers: Answers
) -> None:
    assert make(asked, changed(), "final", KEY.Key_Escape)
    assert answers.said == []
    assert answers.save_to is not None
    assert not answers.save_to.exists()
    assert make(asked, changed(), "final", KEY.Key_Tab, KEY.Key_Return)
    assert answers.said.pop().startswith("已生成：已生成定稿：")


def test_return_makes_a_new_round_of_what_no_leader_has_seen(
    asked: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = changed().with_texts({"s5": f"{changed().texts['s5']}联系人手机13800000000。"})
    summary = Checker(report, today=DAY)
    assert answers_to(office_summary.summary(summary, "final"), "生成定稿") == (
        "生成送审稿",
        "先看问题",
        "仍然定稿",
        "取消",
    )
    ran: list[str] = []
    monkeypatch.setattr(asked.commands.report, "_run", ran.append)
    make(asked, changed(), "final", KEY.Key_Return)
    assert ran == ["make.review"]


def test_the_final_copy_offers_what_comes_next(asked: MainWindow, answers: Answers) -> None:
    answers.choice = "复制网页版"
    assert not make(asked, sample_report(), "final")  # nothing to say
    assert answers.offered[:2] == ("复制网页版", "登记公布")
    clipboard = QApplication.clipboard().mimeData()
    assert clipboard is not None
    assert "<table" in clipboard.html()


def test_the_remarks_left_are_counted_in_the_refusal_and_once_more_when_the_report_is_made(
    asked: MainWindow, answers: Answers
) -> None:
    report = returned(("", ""), ("", "")).with_texts({"meta.level": ""})
    make(asked, report, "final")
    assert answers.said[-1].endswith("1个疑点要核实或说明。可以先生成送审稿。另有2条退回意见没有处理。")
    make(asked, report, "review", KEY.Key_Tab, KEY.Key_Tab, KEY.Key_Return)
    assert "\n还有2条退回意见没有处理。\n还有1个疑点没有核实或说明" in answers.said[-1]


def test_a_sheet_of_the_copy_before_is_no_open_point_but_is_to_be_printed_anew(
    asked: MainWindow, answers: Answers
) -> None:
    make(asked, note_printed(sample_report(), DAY).applied_to(changed()), "review", KEY.Key_Return)
    assert "疑点" not in answers.said[-1]
    assert "\n审签单是改动以前打印的，请重新打印。" in answers.said[-1]
    assert answers.offered[0] == "打印审签单"
    assert asked.session.facts.way.sentence == "送审稿第2稿已生成。请重新打印审签单，连同送审稿一起送审。"


def test_a_number_of_a_person_is_asked_about_and_shown_by_return(asked: MainWindow) -> None:
    report = sample_report()
    printed = report.with_texts({"s1.oversight": f"{report.texts['s1.oversight']}联系人手机13800000000。"})
    assert make(asked, printed, "review", KEY.Key_Return)
    assert asked.session.report.rounds == ()
    assert "13800000000" in asked.session.facts.summary("review").parts[0].lines[0]
    assert asked.wizard.current.key == "s1"
