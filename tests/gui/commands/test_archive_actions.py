"""归档, 核对归档, next year's report from the archive, and 更正, as a clerk does them."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtWidgets import QDialog

from core.base.on_disk import entries_in
from core.draft.workbook import load_draft
from core.office.archive.found_files import look_at
from core.office.archive.verification import verified
from core.office.correction import corrections
from core.office.review import finalise, note_publication, submit, unlock
from core.report.checksum import report_checksum
from core.web.html_report import report_html
from gui import dialogs
from gui.commands.source_actions import FROM_ARCHIVE
from gui.dialogs.correction_dialog import CorrectionDialog
from gui.main_window import MainWindow
from tests.core.office.archives import CARRIED, PROFILE, Published, published
from tests.window_fixtures import Answers


@pytest.fixture
def made(tmp_path: Path) -> Published:
    return published(tmp_path)


def choose_folder(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: folder)


def archived(window: MainWindow, answers: Answers, made: Published, monkeypatch: pytest.MonkeyPatch) -> Path:
    window.open_path(made.draft)
    choose_folder(monkeypatch, made.files)
    answers.choice = "归档"
    window.commands.run("archive")
    return next(path for path in entries_in(made.files) or () if path.name.startswith("某某县水利局_2025_归档"))


def test_a_published_report_is_archived_and_its_code_noted(
    window: MainWindow, answers: Answers, made: Published, monkeypatch: pytest.MonkeyPatch
) -> None:
    next(path for path in entries_in(made.files) or () if path.suffix == ".pdf").unlink()
    archive = archived(window, answers, made, monkeypatch)
    outcome = verified(archive)
    assert outcome.differences == ()
    shown = next(text for text in answers.said if text.startswith("归档：将把7个文件和公布信息归档"))
    assert "定稿（PDF）：某某县水利局2025年政府信息公开工作年度报告.pdf（归档时由程序生成）" in shown
    assert "缺少" not in shown
    assert "不收入：旧的定稿.docx（内容与草稿不一致" in shown
    pdf = next(path for path in entries_in(archive) or () if path.suffix == ".pdf")
    assert pdf.read_bytes().startswith(b"%PDF")
    assert load_draft(made.draft).report.status["archive_code"] == outcome.code
    assert load_draft(archive / "草稿.xlsx").report == made.report

    (made.files / "坏.docx").write_bytes(b"PK\x03\x04")
    window.commands.run("archive")  # never over the first one
    assert any("不收入：坏.docx（“坏.docx”已损坏" in text for text in answers.said)
    assert verified(archive.with_name(f"{archive.name}(1)")).differences == ()
    assert verified(archive).differences == ()


def test_what_is_missing_is_said_with_where_it_comes_from(
    window: MainWindow, answers: Answers, made: Published, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in [path for path in entries_in(made.files) or () if "审签单" in path.name]:
        path.unlink()
    window.open_path(made.draft)
    choose_folder(monkeypatch, made.files)
    window.commands.run("archive")
    shown = next(text for text in answers.said if text.startswith("归档：将把"))
    assert "缺少：审签单（菜单“报告”的“审签单（Word）”可以存，或者放签好的扫描件，文件名写上“审签单”）" in shown
    assert "补齐的：先取消，把文件放进同一个文件夹，再归档。" in shown


def test_a_page_that_differs_is_told_before_it_is_archived_and_afterwards(
    window: MainWindow, answers: Answers, made: Published, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    wrong, right = tmp_path / "网页.html", tmp_path / "改正.html"
    wrong.write_bytes(report_html(made.report.with_cells({"t2.licensing.decisions": 665})))
    right.write_bytes(report_html(made.report))
    window.open_path(made.draft)
    monkeypatch.setattr(dialogs, "accepted", lambda _dialog: False)
    window.commands.run("compare_published", wrong)
    archive = archived(window, answers, made, monkeypatch)
    shown = next(text for text in answers.said if text.startswith("归档：") and "将把" in text)
    assert "核对时，网页与定稿有1个数字" in shown.partition("将把")[0]
    assert verified(archive).differences == ()
    strip = window.wizard.review.strip
    for page, is_wrong in ((None, True), (right, False), (wrong, True)):
        if page is not None:
            window.commands.run("compare_published", page)
        window.wizard.show_page("review")
        assert ("请改正网页，再核对一次" in strip.sentence.text()) is is_wrong
        assert "已归档" in strip.sentence.text()
        assert ("✓ 公布" in strip.heads.names) is not is_wrong


def test_calling_it_off_writes_nothing(
    window: MainWindow, answers: Answers, made: Published, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = entries_in(made.files)
    window.open_path(made.draft)
    choose_folder(monkeypatch, made.files)
    window.commands.run("archive")
    assert entries_in(made.files) == before
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: None)
    window.commands.run("archive")
    window.commands.run("verify_archive")
    assert entries_in(made.files) == before


def test_what_is_not_published_is_not_archived(window: MainWindow, answers: Answers) -> None:
    window.open_sample()
    window.commands.run("archive")
    assert answers.said[-1].startswith("这份报告还没有登记公布，不能归档。")


def test_verifying_names_every_file_that_differs(
    window: MainWindow, answers: Answers, made: Published, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = archived(window, answers, made, monkeypatch)
    choose_folder(monkeypatch, archive)
    window.commands.run("verify_archive")
    assert "个文件与清单一致" in answers.said[-1]
    assert answers.said[-1].endswith("与打开的草稿记下的相同")
    (archive / "审签单.docx").unlink()
    window.commands.run("verify_archive")
    assert "有1个文件与清单不一致。审签单.docx：缺少" in answers.said[-1]
    choose_folder(monkeypatch, made.files)
    window.commands.run("verify_archive")
    assert "不是归档文件夹" in answers.said[-1]


def test_next_years_report_is_begun_from_the_archive(
    window: MainWindow, answers: Answers, made: Published, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = archived(window, answers, made, monkeypatch)
    choose_folder(monkeypatch, archive)
    answers.choice = FROM_ARCHIVE
    window.commands.run("new_from_last_year")
    report = window.session.report
    assert report.year == 2026
    assert [report.cells[f"t3.R02.C{column}"] for column in range(1, 7)] == list(CARRIED.values())
    assert window.session.facts.shown("t3.R02.C7") == "23"
    assert {code: report.meta[code] for code in PROFILE} == PROFILE
    assert window.session.last_year is not None
    assert report.status["last_year_file"] == str(archive / "草稿.xlsx")

    (archive / "无关.txt").write_bytes(b"")
    window.commands.run("new_from_last_year")  # asked, and not wanted
    assert answers.said[-1].endswith("“草稿.xlsx”没有变：\n无关.txt：多出的，归档时没有")
    for path in entries_in(archive) or ():
        if path.suffix in (".xlsx", ".docx"):
            path.write_bytes(b"")
    window.commands.run("new_from_last_year")
    assert "没有与清单一致的草稿或定稿" in answers.said[-1]


def test_a_correction_after_publication_is_asked_for_place_by_place_and_written(
    window: MainWindow, answers: Answers, made: Published, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window.open_path(made.draft)
    answers.reason = "发现数字有误"
    window.commands.run("unlock")
    assert "更正说明" in answers.said[-1]
    window.commands.run("make_correction")
    assert answers.said[-1].startswith("报告与公布时的内容相同")
    window.session.enter("t2.licensing.decisions", "700")

    def accepted(dialog: QDialog) -> bool:
        assert isinstance(dialog, CorrectionDialog)
        dialog.fields["t2.licensing.decisions:0"].setText("漏计")
        dialog.accept()
        return bool(dialog.result())

    monkeypatch.setattr(dialogs, "accepted", accepted)
    answers.save_to = tmp_path / "更正说明.docx"
    window.commands.run("make_correction")
    table = Document(str(answers.save_to)).tables[0]
    before = str(made.report.cells["t2.licensing.decisions"])
    assert [cell.text for cell in table.rows[1].cells][2:] == [before, "700", "漏计"]
    assert [cell.text for cell in table.rows[2].cells][4:] == ["发现数字有误"]  # a text that prints the number
    assert window.save()
    assert "漏计" in load_draft(made.draft).report.status["correction_reasons"]


def test_written_reasons_are_not_lost_by_esc(window: MainWindow, made: Published, answers: Answers) -> None:
    report = finalise(made.report, date(2026, 1, 10)).applied_to(made.report)
    report = note_publication(report, "u", date(2026, 1, 12)).applied_to(report)
    report = unlock(report, "x", date(2026, 1, 13)).applied_to(report).with_cells({"t3.R25.C1": 8})
    dialog = CorrectionDialog(corrections(report), window)
    dialog.show()
    field = dialog.fields["t3.R25.C1:0"]
    field.insert("笔误")
    dialog.reject()
    assert dialog.isVisible()
    assert dialog.reasons["t3.R25.C1:0"] == "笔误"
    answers.confirm = True
    dialog.reject()
    assert not dialog.isVisible()


def test_a_change_list_printed_into_a_pdf_is_known_by_its_checksum(window: MainWindow, tmp_path: Path) -> None:
    window.open_sample()
    printing, now = window.commands.printing, report_checksum(window.session.report)
    for name, mark in (("草稿", "草稿"), ("送审稿", "送审稿第1稿")):
        path = tmp_path / f"{name}修改情况.pdf"
        printing.write_pdf(path, printing.changes_paper)
        found = look_at(path)
        assert (found.mark, found.codes) == (mark, frozenset([now]))
        window.session.record(submit(window.session.report, date(2026, 1, 12)))
