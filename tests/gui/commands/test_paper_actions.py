"""本单位的其他材料, as a clerk makes them."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import docx
import pytest
from PySide6.QtWidgets import QDialog

from core.base.resources import resource_path
from core.base.user_files import settings_file
from core.report.report import new_report
from gui import dialogs
from gui.dialogs.papers_dialog import PapersDialog
from gui.look.settings import SettingsStore, read_settings
from gui.main_window import MainWindow
from tests.window_fixtures import Answers


def in_dialog(monkeypatch: pytest.MonkeyPatch, work: Callable[[PapersDialog], object], *, accepts: bool = True) -> None:
    def accepted(dialog: QDialog) -> bool:
        assert isinstance(dialog, PapersDialog)
        work(dialog)
        return accepts

    monkeypatch.setattr(dialogs, "accepted", accepted)


def save_as(path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Save to this path; return the list of the names that were proposed."""
    proposed: list[str] = []

    def ask_save(_parent: object, _title: str, proposal: Path, _filter: str) -> Path:
        proposed.append(proposal.name)
        return path

    monkeypatch.setattr(dialogs, "ask_save", ask_save)
    return proposed


def choose_row(row: int, dialog: PapersDialog) -> None:
    dialog.list.setCurrentRow(row)


def own_template(folder: Path, text: str) -> Path:
    document = docx.Document()
    document.add_paragraph(text)
    document.save(str(folder / "会议纪要.docx"))
    return folder / "会议纪要.docx"


def test_a_shipped_paper_is_filled_and_what_is_blank_is_said(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_sample()
    in_dialog(monkeypatch, lambda dialog: dialog.list.setCurrentRow(0))
    proposed = save_as(tmp_path / "a.docx", monkeypatch)
    window.commands.run("make_paper")
    assert proposed == [f"{window.session.report.unit}2025年报送函.docx"]
    assert answers.said[-1].startswith("已生成：已生成：a.docx，填了8个占位。")
    assert "【主送机关】" in answers.said[-1]
    assert docx.Document(str(tmp_path / "a.docx")).paragraphs[0].text.startswith("关于报送")


def test_last_years_report_of_another_unit_is_said(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.commands.opening.new("某县水利局", "政府部门", 2025)
    window.session.set_last_year(new_report("某县林业局", "政府部门", 2024))
    for row, is_said in ((0, False), (3, True)):
        in_dialog(monkeypatch, partial(choose_row, row))
        save_as(tmp_path / "a.docx", monkeypatch)
        window.commands.run("make_paper")
        assert ("上年报告的单位是“某县林业局”" in answers.said[-1]) is is_said


def test_an_own_template_and_its_name_are_kept_in_the_settings(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_sample()
    own = answers.open_from = own_template(tmp_path, "收到【表三·本年新收·总计】件")

    def add(dialog: PapersDialog) -> None:
        dialog._add_own()
        dialog._add_own()  # the same once more
        dialog.name.clear()
        dialog.name.insert("【年度】年纪要")
        dialog.name.textEdited.emit(dialog.name.text())

    in_dialog(monkeypatch, add)
    proposed = save_as(tmp_path / "a.docx", monkeypatch)
    window.commands.run("make_paper")
    assert proposed == ["2025年纪要.docx"]
    assert docx.Document(str(tmp_path / "a.docx")).paragraphs[0].text == "收到0件"
    assert read_settings(settings_file()).papers == {str(own): "【年度】年纪要"}

    again = PapersDialog(SettingsStore().values.papers, window.files, window)
    assert [again.list.item(row).text() for row in range(4, again.list.count())] == ["会议纪要.docx"]
    again.list.setCurrentRow(4)
    assert again.name.text() == "【年度】年纪要"

    def remove(dialog: PapersDialog) -> None:
        dialog.list.setCurrentRow(4)
        dialog._remove_own()

    in_dialog(monkeypatch, remove, accepts=False)
    window.commands.run("make_paper")
    assert SettingsStore().values.papers == {}
    assert own.exists()


def test_unknown_placeholders_are_listed_and_nothing_is_written(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_sample()
    answers.open_from = own_template(tmp_path, "【表三·本年新收·总记】【这个没有】")
    answers.save_to = tmp_path / "a.docx"
    in_dialog(monkeypatch, lambda dialog: dialog._add_own())
    window.commands.run("make_paper")
    assert "有2个占位不认识，没有生成" in answers.said[-1]
    assert "【表三·本年新收·总记】，最接近的是【表三·本年新收·总计】" in answers.said[-1]
    assert not answers.save_to.exists()

    in_dialog(monkeypatch, lambda d: (d.list.setCurrentRow(0), d.papers.update({"报送函.docx": "【单位】函"})))
    window.commands.run("make_paper")
    assert "“【单位】函”中有1个占位不认识" in answers.said[-1]


def test_a_template_that_is_gone_or_no_template_is_said(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_sample()
    answers.open_from = tmp_path / "没有了.docx"
    in_dialog(monkeypatch, lambda dialog: dialog._add_own())
    window.commands.run("make_paper")
    assert answers.said[-1].startswith("找不到文件“没有了.docx”")
    answers.open_from = tmp_path / "a.docx"
    answers.open_from.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    window.commands.run("make_paper")
    assert "旧版" in answers.said[-1]


@pytest.mark.skipif(os.name == "nt", reason="Windows itself refuses")
def test_a_paper_that_is_open_elsewhere_is_not_replaced(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_sample()
    paper = tmp_path / "a.docx"
    paper.write_bytes(b"old")
    (tmp_path / ".~lock.a.docx#").write_bytes(b"zhang")
    in_dialog(monkeypatch, partial(choose_row, 0))
    save_as(paper, monkeypatch)
    window.commands.run("make_paper")
    assert answers.said[-1].startswith("“a.docx”正在别的程序（LibreOffice 等）中打开")
    assert paper.read_bytes() == b"old"


def test_a_shipped_template_is_copied_to_be_changed(window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    answers.save_to = tmp_path / "我们的备案表.docx"
    dialog = PapersDialog({}, window.files, window)
    dialog.list.setCurrentRow(1)
    assert not dialog._remove.isEnabled()
    dialog._copy_template()
    assert answers.save_to.read_bytes() == resource_path("papers", "备案表.docx").read_bytes()
    assert dialog.template == answers.save_to
    assert dialog._remove.isEnabled()
    assert list(dialog.papers) == [str(answers.save_to)]
