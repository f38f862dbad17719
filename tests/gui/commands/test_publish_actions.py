"""The web page and the sign-off sheet, made from the window."""

import re
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtGui import QGuiApplication

from build_scripts.make.sample import sample_report
from core.office.review import answer_remarks, finalise, register_return, submit
from core.office.signoff_fields import placeholders
from core.report.checksum import report_checksum
from gui import dialogs
from gui.commands.publish_actions import LEFT_EMPTY, OFFICE_TEMPLATE, OWN_SHEET, PRINTED_SO
from gui.main_window import MainWindow
from tests.window_fixtures import SAMPLE, Answers


def cells_of(path: Path) -> str:
    return "\n".join(cell.text for table in Document(str(path)).tables for row in table.rows for cell in row.cells)


def test_the_web_page_is_copied_with_tables_and_as_text(window: MainWindow) -> None:
    window.open_path(SAMPLE)
    window.commands.run("copy_page")
    data = QGuiApplication.clipboard().mimeData()
    assert data.html().count("<table") == 3
    assert "行政许可\t656" in data.text()
    assert "草稿" not in data.text()


def test_a_page_without_unit_and_date_is_told_of(window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    window.open_path(SAMPLE)
    said = (
        "成文日期没有写到日，网页版没有印落款和日期。"
        "请在“基本信息”中写全成文日期（已定稿的先解除定稿），再生成或复制一次网页版"
    )
    for day, is_told in (("2026年1月20日", False), ("2026年1月", True)):
        window.session.set_texts({"meta.sign_off": "某某县水利局", "meta.date": day}, "填写")
        window.commands.run("copy_page")
        assert (said in window.statusBar().currentMessage()) is is_told
        answers.save_to, answers.said = tmp_path / f"{is_told}.html", []
        window.commands.run("save_page")
        assert (said in answers.said[-1]) is is_told
    window.session.set_texts({"meta.date": ""}, "填写")
    window.commands.run("copy_page")
    assert "成文日期没有填，Word 和网页版的末尾只有落款单位，没有日期。" in window.statusBar().currentMessage()


def test_a_page_that_could_not_go_out_is_marked(window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    window.open_path(SAMPLE)
    window.session.enter("t3.R25.C1", "")
    answers.save_to = tmp_path / "a.html"
    window.commands.run("save_page")
    assert "草稿" in answers.save_to.read_text(encoding="utf-8")


def test_the_sign_off_sheet_notes_what_it_was_printed_for(window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    window.open_sample()
    answers.choice = OWN_SHEET
    answers.save_to = tmp_path / "审签单.docx"
    window.commands.run("make_signoff")
    assert answers.save_to.exists()
    assert set(re.findall("【(.+?)】", answers.said[0])) == {p.name for p in placeholders()}
    assert window.session.report.status["printed_checksum"] == report_checksum(window.session.report)
    assert "稿次\n草稿" in cells_of(answers.save_to)

    window.session.record(submit(window.session.report, date(2026, 1, 12)))
    window.commands.run("make_signoff")
    assert "稿次\n送审稿第1稿" in cells_of(answers.save_to)


@pytest.mark.parametrize(("choice", "printed"), [(LEFT_EMPTY, ""), (PRINTED_SO, "【签发人】"), ("取消", None)])
def test_unknown_placeholders_of_an_own_sheet_are_told_before_it_is_made(
    window: MainWindow,
    answers: Answers,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    choice: str,
    printed: str | None,
) -> None:
    window.commands.opening.new("某某县水利局", "政府部门", 2025)
    own = Document()
    own.add_paragraph("【填报单位】")
    own.add_paragraph("【签发人】")
    own.save(str(tmp_path / "稿纸.docx"))
    answers.open_from, answers.save_to = tmp_path / "稿纸.docx", tmp_path / "审签单.docx"
    given = iter([OFFICE_TEMPLATE, choice, "关闭"])

    def choose(_parent: object, title: str, text: str, *_more: object, **_watch: object) -> str:
        answers.said.append(f"{title}：{text}")
        return next(given)

    monkeypatch.setattr(dialogs, "choose", choose)
    window.commands.run("make_signoff")
    assert "审签单：“稿纸.docx”中有1个占位程序不认识：【签发人】。" in answers.said
    assert answers.save_to.exists() == (printed is not None)
    if printed is not None:
        assert [p.text for p in Document(str(answers.save_to)).paragraphs] == ["某某县水利局", printed]


def texts_of(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)


def test_the_change_list_of_the_draft_just_made_is_a_word_file(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_sample()
    session = window.session
    session.record(submit(session.report, date(2026, 1, 10)))
    session.record(register_return(session.report, "王主任", date(2026, 1, 11), ["许可数请核对"]))
    session.enter("t2.licensing.decisions", "660")
    session.record(answer_remarks(session.report, 1, [("已改", "")]))
    session.record(submit(session.report, date(2026, 1, 12)))
    proposed: list[str] = []

    def save(_purpose: str, _title: str, name: str, _filter: str) -> Path:
        proposed.append(name)
        return tmp_path / "修改情况.docx"

    monkeypatch.setattr(window.files, "save", save)
    window.commands.run("changes_word")
    assert proposed[0].endswith("年度报告修改情况（送审稿第2稿）.docx")
    text = texts_of(tmp_path / "修改情况.docx")
    assert "送审稿第2稿　2026年1月12日" in text  # its checksum stands at the head of each page
    header = Document(str(tmp_path / "修改情况.docx")).sections[0].header
    assert [p.text for p in header.paragraphs] == [f"送审稿第2稿　校验码 {report_checksum(session.report)}"]
    assert "1.许可数请核对——已改。" in text
    assert "与送审稿第1稿（2026年1月10日）相比的修改" in text
    assert "原为656，现为660。" in text
    assert answers.said[-1].startswith("已生成：已生成：修改情况.docx")


def test_window_list_of_findings_and_sign_off_sheet_judge_alike(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    window.commands.opening.new("某某县水利局", "政府部门", 2025)
    window.session.fill_zeros([code for code in window.session.form.cells if code.startswith("t4.")], "表四")
    assert "填写中：未填" in window.wizard.review.verdict
    answers.save_to = tmp_path / "问题清单.docx"
    window.commands.run("findings_word")
    text = texts_of(answers.save_to)
    answers.save_to, answers.choice = tmp_path / "审签单.docx", OWN_SHEET
    window.commands.run("make_signoff")
    sheet = cells_of(answers.save_to)
    assert "错误" not in text
    assert f"未填（{window.session.result.unfilled}）" in text
    assert f"填写中：错误0个，未填{window.session.result.unfilled}" in sheet
    assert "待核实的疑点0个" in sheet


def test_what_was_changed_behind_a_lock_is_neither_copied_nor_called_in_order(
    window: MainWindow, answers: Answers
) -> None:
    report = sample_report()
    report = finalise(report, date(2026, 1, 10)).applied_to(report)
    window.draft.take(report.with_cells({"t2.licensing.decisions": 657}), None)
    window.wizard.show_page("review")
    assert window.wizard.review.verdict == "！ 定稿（已锁定），内容与定稿不同：1个错误"
    QGuiApplication.clipboard().clear()
    window.commands.run("copy_page")
    assert "草稿现在的内容与定稿不同：定稿的校验码是" in answers.said[-1]
    assert not QGuiApplication.clipboard().text()
