"""Files dropped anywhere on the window: opened or asked about, never written as a path, never taken as a move."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from core.draft.workbook import draft_bytes, raw_workbook
from core.office import review
from core.report.report import new_report
from core.web.html_report import report_html
from core.word.report import report_bytes
from gui import dialogs
from gui.collection.setup_dialog import SetupDialog
from gui.commands import opening_actions
from gui.commands.dropped_files import (
    BOTH,
    CANCEL,
    COLLECT,
    COMPARE,
    IMPORT,
    LAST_YEAR,
    ONLY_ONE,
    OPEN,
    PAGE,
    REGISTER,
    RETURNED,
)
from gui.dialogs.return_dialog import ReturnDialog
from gui.main_window import MainWindow
from gui.pages.meta_page import MetaPage
from tests.window_fixtures import Answers, drop, page_of, table_of

TEXT = "一、总体情况\n全年没有收到申请。\n二、主动公开政府信息情况\n"


def unit_field(window: MainWindow) -> QWidget:
    window.wizard.show_page("meta")
    page = window.wizard.pages["meta"]
    assert isinstance(page, MetaPage)
    return page.fields["meta.unit"]


def cell_editor(window: MainWindow) -> QWidget:
    matrix = table_of(window)
    matrix.grid.edit(matrix.grid.currentIndex())
    editor = matrix.grid.editor()
    assert editor is not None
    return editor


WIDGETS: dict[str, Callable[[MainWindow], QWidget]] = {
    "field": unit_field,
    "text": lambda w: page_of(w, "s5").blocks["s5"].editor.viewport(),
    "fee": lambda w: page_of(w, "s6").fees.fields["fee.billed"],  # type: ignore[union-attr]
    "table": lambda w: table_of(w).grid.viewport(),
    "editor": cell_editor,
    "findings": lambda w: w.work.findings.list.viewport(),
    "sections": lambda w: w.wizard.sections.list.viewport(),
    "toolbar": lambda w: w.toolbar,
}


def test_a_file_dropped_anywhere_is_asked_about_and_never_written(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    window.commands.opening.new("某县水利局", "政府部门", 2025)
    before = window.session.report
    for widget in WIDGETS:
        target = WIDGETS[widget](window)
        for name in ("改过的.docx", "上年.html", "上年.pdf", "上年.txt", "照片.jpg", "旧.doc"):
            path = tmp_path / name
            path.write_text(TEXT, encoding="utf-8")
            assert drop(target, path) is Qt.DropAction.CopyAction, widget
            assert name in answers.said[-1], widget
        assert drop(target, tmp_path / "a.docx", tmp_path / "甲" / "b.docx") is Qt.DropAction.CopyAction, widget
        assert "一次拖进来的“a.docx”、“b.docx”不在同一个文件夹" in answers.said[-1], widget
        assert drop(target, tmp_path / "a.docx", actions=Qt.DropAction.MoveAction) is None, widget
        assert window.session.report == before, widget


def test_a_workbook_of_the_old_kind_is_told_by_what_it_is_and_what_to_do(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    path = tmp_path / "草稿.xls"
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    said = (
        "“草稿.xls”是旧版 Excel 工作簿（.xls），不能直接读取。",
        "请用 WPS 或 Excel 打开，点“文件－另存为”，类型选“*.xlsx”那一项，再选择另存的文件。",
    )
    drop(window.start, path)
    assert all(sentence in answers.said[-1] for sentence in said)
    answers.said.clear()
    answers.open_from = path
    window.commands.run("open")
    assert all(sentence in answers.said[-1] for sentence in said)
    assert "*.xls)" in opening_actions.DRAFT_FILTER


def test_of_several_files_those_that_are_no_report_are_named(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QDialog] = []
    monkeypatch.setattr(dialogs, "accepted", opened.append)  # None: nothing is accepted
    files = [tmp_path / name for name in ("甲.doc", "乙.wps", "丙.jpg", "丁.png", "戊.docx")]
    for path in files:
        path.write_text(TEXT, encoding="utf-8")
    drop(window.start, *files[:2])
    assert answers.said[-1].startswith("“甲.doc”、“乙.wps”这种文件不能直接读取，没有打开。")
    drop(window.start, *files[:4])
    assert answers.said[-1].startswith("“甲.doc”、“乙.wps”、“丙.jpg”等4个文件不是报告，没有打开。")
    assert not opened
    answers.choice = COLLECT
    drop(window.start, *files[2:])
    assert "“丙.jpg”、“丁.png”不是报告，不会读入。" in answers.said[-1]  # before it is asked what the others are for
    assert "“丙.jpg”、“丁.png”不是报告，不会读入" in window.statusBar().currentMessage()
    assert [type(dialog) for dialog in opened] == [SetupDialog]


def test_of_two_files_one_can_be_opened_alone(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QDialog] = []
    monkeypatch.setattr(dialogs, "accepted", opened.append)
    paths = [tmp_path / "草稿.xlsx", tmp_path / "说明.docx"]
    for path in paths:
        path.write_bytes(draft_bytes(new_report("某县林业局", "政府部门", 2025)))
    drop(window.start, *paths)  # 取消
    said = answers.said[-1]
    assert said.startswith(f"拖进来的文件：一次拖进来2个文件。汇总审核会读入“{tmp_path.name}”文件夹里的全部报告；")
    assert said.endswith("草稿.xlsx\n说明.docx")
    assert not opened
    assert not window.draft.is_open
    answers.choice = ONLY_ONE
    drop(window.start, *paths)
    assert window.draft.path == paths[0]
    answers.choice = COLLECT
    drop(window.start, *paths)
    assert [type(dialog) for dialog in opened] == [SetupDialog]
    opened.clear()
    answers.choice = answers.said[-1] = ""
    more = [tmp_path / f"{number}.docx" for number in range(4)]
    for path in more:
        path.write_text(TEXT, encoding="utf-8")
    drop(window.work, *more)
    assert [type(dialog) for dialog in opened] == [SetupDialog]
    assert answers.said[-1] == ""


def test_of_a_few_files_what_fits_them_is_offered_first(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = new_report("某县林业局", "政府部门", 2025, with_zeros=True)
    contents = {
        "某县林业局.docx": report_bytes(report),
        "某县林业局.pdf": b"%PDF",
        "某县林业局.html": TEXT.encode(),
        "报告草稿.xlsx": draft_bytes(report),
        "某县水利局.xlsx": draft_bytes(new_report("某县水利局", "政府部门", 2025)),
        "台账.xlsx": b"PK no workbook",
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    fits = {
        ("某县林业局.docx", "报告草稿.xlsx"): (BOTH, ONLY_ONE, COLLECT),
        ("某县林业局.docx", "某县林业局.pdf", "报告草稿.xlsx"): (BOTH, ONLY_ONE, COLLECT),
        ("某县林业局.html", "报告草稿.xlsx"): (ONLY_ONE, COLLECT),
        ("某县林业局.docx", "某县林业局.pdf", "某县林业局.html"): (ONLY_ONE, COLLECT),
        ("某县水利局.xlsx", "报告草稿.xlsx"): (COLLECT, ONLY_ONE),
        ("某县林业局.docx", "某县水利局.xlsx", "报告草稿.xlsx"): (COLLECT, ONLY_ONE),
        ("某县林业局.docx", "台账.xlsx"): (COLLECT, ONLY_ONE),
    }
    for names, offered in fits.items():
        drop(window.start, *(tmp_path / name for name in names))
        assert answers.offered == (*offered, "取消"), names
    answers.choice = BOTH
    drop(window.start, tmp_path / "某县林业局.docx", tmp_path / "报告草稿.xlsx")
    assert window.draft.path == tmp_path / "报告草稿.xlsx"
    assert answers.said[-1] == "核对 Word 文件：“某县林业局.docx”的数字、文字与填报内容一致，没有批注。"
    answers.said.clear()
    monkeypatch.setattr(window.commands.opening, "open", lambda _path: pytest.fail("it is open already"))
    drop(window.work, tmp_path / "某县林业局.docx", tmp_path / "报告草稿.xlsx")
    assert answers.said[-1] == "核对 Word 文件：“某县林业局.docx”的数字、文字与填报内容一致，没有批注。"


def test_a_broken_file_is_called_so_before_anything_is_offered(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    for name, content, said in [
        ("空的.xlsx", b"", "是空文件"),
        ("空的.docx", b"", "是空文件"),
        ("空的.csv", b"", "是空文件"),
        ("坏的.xlsx", b"\x01\x02 no workbook", "已损坏或不完整"),
        ("坏的.docx", b"PK\x03\x04 cut off", "已损坏或不完整"),
        ("文本.xlsx", "这不是工作簿".encode(), "纯文本文件"),
    ]:
        path = tmp_path / name
        path.write_bytes(content)
        answers.said.clear()
        drop(window.start, path)
        assert len(answers.said) == 1, name
        assert name in answers.said[0], name
        assert said in answers.said[0], name
        assert not answers.offered, name


def test_a_locked_report_is_offered_no_register(window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    openpyxl.Workbook().save(path)
    window.open_sample()
    drop(window.work, path)
    assert list(answers.offered) == [REGISTER, IMPORT, LAST_YEAR, CANCEL]
    window.session.record(review.finalise(window.session.report, date(2026, 1, 12)))
    drop(window.work, path)
    assert list(answers.offered) == [IMPORT, LAST_YEAR, CANCEL]


def test_a_dropped_workbook_of_others_is_not_read_where_nothing_could_end_it(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is read of it is read in another process, once it is said what it is for."""
    path = tmp_path / "台账.xlsx"
    openpyxl.Workbook().save(path)
    monkeypatch.setattr(raw_workbook, "read_workbook", lambda *_: pytest.fail("it was read in this process"))
    drop(window.start, path)
    assert list(answers.offered) == [IMPORT, LAST_YEAR, CANCEL]
    (tmp_path / "说明.docx").write_text(TEXT, encoding="utf-8")
    drop(window.start, path, tmp_path / "说明.docx")
    assert list(answers.offered) == [COLLECT, ONLY_ONE, CANCEL]


def test_a_dropped_draft_is_opened(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "草稿.xlsx"
    path.write_bytes(draft_bytes(new_report("某县林业局", "政府部门", 2025)))
    assert drop(window.start.unit, path) is Qt.DropAction.CopyAction
    assert window.session.report.unit == "某县林业局"
    assert window.start.unit.text() == ""
    assert window.draft.path == path


def test_last_years_draft_is_asked_about_where_this_years_report_is_open(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    path = tmp_path / "上年.xlsx"
    path.write_bytes(draft_bytes(new_report("某县林业局", "政府部门", 2024)))
    window.commands.opening.new("某县林业局", "政府部门", 2025)
    answers.choice = LAST_YEAR
    drop(window.work, path)
    assert list(answers.offered) == [LAST_YEAR, OPEN, CANCEL]
    assert answers.said[-1].startswith("打开文件：“上年.xlsx”是本单位2024年的草稿，用来做什么？")
    assert window.session.last_year is not None
    assert window.session.report.year == 2025

    answers.choice = OPEN
    window.draft.save(tmp_path / "本年.xlsx")
    drop(window.work, path)
    assert window.draft.path == path


@pytest.mark.parametrize(("unit", "year"), [("某县林业局", 2025), ("某县水利局", 2024)])
def test_another_draft_that_is_dropped_is_opened_without_a_question(
    window: MainWindow, answers: Answers, tmp_path: Path, unit: str, year: int
) -> None:
    path = tmp_path / "草稿.xlsx"
    path.write_bytes(draft_bytes(new_report(unit, "政府部门", year)))
    window.commands.opening.new("某县林业局", "政府部门", 2025)
    window.draft.save(tmp_path / "本年.xlsx")
    drop(window.work, path)
    assert not answers.offered
    assert window.draft.path == path


def test_a_dropped_report_is_read_for_what_the_clerk_says(window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    text = tmp_path / "公布.txt"
    text.write_text(f"某县水利局2025年政府信息公开工作年度报告\n{TEXT}", encoding="utf-8")
    answers.choice = IMPORT
    drop(window.start, text)
    assert window.session.report.texts["s1"] == "全年没有收到申请。"
    assert list(answers.offered) == [IMPORT, LAST_YEAR, "取消"]

    (tmp_path / "上年.pdf").write_text(TEXT, encoding="utf-8")  # by its content, whatever its name says
    drop(window.start, tmp_path / "上年.pdf")
    assert list(answers.offered) == [IMPORT, LAST_YEAR, "取消"]

    word = tmp_path / "改.docx"
    word.write_text(TEXT, encoding="utf-8")
    answers.choice = "取消"
    drop(window.work, word)
    assert list(answers.offered) == [IMPORT, LAST_YEAR, COMPARE, RETURNED, "取消"]


def test_a_dropped_letter_of_the_office_above_is_registered_with_its_remarks(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[str, ...]] = []

    def accepted(dialog: QDialog) -> bool:
        assert isinstance(dialog, ReturnDialog)
        shown.append(tuple(dialog.lines))
        dialog.by.setText("县政府办")
        dialog.accept()
        return bool(dialog.result())

    monkeypatch.setattr(dialogs, "accepted", accepted)
    window.open_sample()
    answers.save_to = tmp_path / "草稿.xlsx"
    assert window.save()
    letter = tmp_path / "退回修改意见.docx"
    document = docx.Document()
    for line in ("某某局：", "1. 处罚数不对", "2. 第五部分太短"):
        document.add_paragraph(line)
    document.save(str(letter))
    answers.choice = RETURNED
    drop(window.work, letter)
    assert shown == [("1. 处罚数不对", "2. 第五部分太短")]
    (made,) = window.session.report.rounds
    assert [remark.text for remark in made.remarks] == ["处罚数不对", "第五部分太短"]
    assert (made.returned_by, window.session.is_locked) == ("县政府办", False)

    answers.said.clear()
    letter.write_bytes(b"")
    drop(window.work, letter)
    assert len(shown) == 1  # what cannot be read is said, and nothing is asked for
    assert "退回修改意见.docx" in answers.said[-1]


def test_a_page_dropped_on_a_final_report_is_compared_and_an_archive_verified(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "accepted", lambda *_: False)
    window.open_sample()
    page = tmp_path / "公布.html"
    page.write_bytes(report_html(window.session.report))
    drop(window.work, page)
    assert PAGE not in answers.offered
    window.session.record(review.finalise(window.session.report, date(2026, 1, 12)))
    answers.choice = PAGE
    drop(window.work, page)
    assert list(answers.offered) == [PAGE, IMPORT, LAST_YEAR, CANCEL]
    assert window.session.report.status["page_checked"].count(" ") == 0  # nothing differs

    archive = tmp_path / "某局_2025_归档"
    archive.mkdir()
    (archive / "校验.txt").write_text("不是清单", encoding="utf-8")
    drop(window.work, archive)
    assert "校验.txt" in answers.said[-1]
