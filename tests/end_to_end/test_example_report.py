"""A published report typed into the real window by keys and input method, saved, reopened, and made into Word.

The figures and texts are those of one real report (``tests/data/example-report.txt``), which its office published with
the row 四、结转下年度继续办理 left blank.
"""

import re
import subprocess
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from build_scripts.sweeps.libreoffice import convert
from core.form.form_definition import Table
from core.form.form_reader import load_form
from gui.main_window import MainWindow
from gui.pages.section_pages import SectionPage
from tests.window_fixtures import Answers, commit_text

SOURCE = Path(__file__).parent.parent / "data" / "example-report.txt"
UNIT = "武汉市人力资源和社会保障局东湖新技术开发区分局"
LICENSING = "656"


def texts_of_the_report() -> dict[str, str]:
    """Return the texts of the published report by code, as a clerk would retype them."""
    lines = [line.strip() for line in SOURCE.read_text(encoding="utf-8").splitlines()]
    marks = [
        ("lead", r"根据《中华"),
        ("s1", r"一、总体情况"),
        ("s1.active", r"（一）主动公开情况"),
        ("s1.request", r"（二）依申请公开情况"),
        ("s1.manage", r"（三）政府信息管理情况"),
        ("s1.platform", r"（四）政府信息公开平台建设"),
        ("s1.oversight", r"（五）监督保障"),
        ("s2", r"二、主动公开政府信息情况"),
        ("s3", r"三、收到和处理"),
        ("s4", r"四、政府信息公开行政复议"),
        ("s5", r"五、存在的主要问题"),
        ("s6", r"6、 其他需要报告"),
    ]
    texts: dict[str, str] = {}
    for i, (code, mark) in enumerate(marks):
        start = next(n for n, line in enumerate(lines) if re.match(mark, line))
        following = marks[i + 1][1] if i + 1 < len(marks) else "$^"
        end = next((n for n, line in enumerate(lines) if n > start and re.match(following, line)), len(lines))
        body = lines[start if code == "lead" else start + 1 : end]
        if code in ("s2", "s3", "s4"):
            body = body[:1]
        texts[code] = "\n".join(line for line in body if line)
    return texts


def type_keys(qtbot: QtBot, text: str) -> None:
    """Press keys where the focus is, which the first digit in a cell moves into its editor."""
    for key in text:
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClicks(focus, key)


def fill_table(qtbot: QtBot, page: SectionPage, values: dict[str, str], skipped: str = "") -> None:
    """Type every number of a table, cell by cell, with Tab between them."""
    assert page.matrix is not None
    form = load_form("2021")
    table = form.tables[page._section.contents[1]]
    for code in table.cells:
        if form.cells[code].is_derived or (skipped and code.startswith(skipped)):
            continue
        page.matrix.go_to(code)
        type_keys(qtbot, values.get(code, "0"))
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


@pytest.fixture
def filled(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """The window with the report typed in, row R25 left blank as its office published it."""
    commit_text(window.start.unit, UNIT)
    window.start.year.setValue(2023)
    qtbot.keyClick(window.start.unit, Qt.Key.Key_Return)
    for code, text in texts_of_the_report().items():
        key = next(k for k, page in window.wizard.pages.items() if code in getattr(page, "blocks", {}))
        page = window.wizard.pages[key]
        assert isinstance(page, SectionPage)
        window.wizard.show_page(key)
        if page.tabs is not None:
            page.tabs.setCurrentIndex(page.tabs.place_of_texts)
        editor = page.blocks[code].editor
        editor.setFocus()
        for number, paragraph in enumerate(text.split("\n")):
            if number:
                qtbot.keyClick(editor, Qt.Key.Key_Return)
            commit_text(editor, paragraph)
    for key in ("s2", "s3", "s4"):
        window.wizard.show_page(key)
        page = window.wizard.pages[key]
        assert isinstance(page, SectionPage)
        fill_table(qtbot, page, {"t2.licensing.decisions": LICENSING}, skipped="t3.R25.")
    return window


def word_grid(path: Path, number: int, table: Table) -> dict[str, str]:
    """Return the text of every number cell of a Word table, found by the printed grid."""
    word = docx.Document(str(path)).tables[number]
    rows = [[cell.text for cell in row.cells] for row in word.rows]
    assert len(rows) == len(table.grid)
    assert all(len(row) == table.width for row in rows)
    found = {}
    for item in (item for row in table.grid for item in row):
        for i in range(item.height):
            for j in range(item.width):
                shown = rows[item.top + i][item.left + j].replace("\n", "")
                if item.code:
                    found[item.code] = shown
                else:
                    assert shown == item.label
    return found


def test_with_the_last_row_blank_only_a_draft_can_be_made(filled: MainWindow, answers: Answers, tmp_path: Path) -> None:
    assert filled.session.result.verdict == "填写中"
    assert len(filled.session.result.blanks) == 6
    answers.save_to = tmp_path / "报告.docx"
    filled.wizard.show_page("review")
    filled.wizard.review.buttons["review"].click()
    assert not answers.save_to.exists()
    assert "6格、行政层级未填" in answers.said[-1]
    filled.wizard.review.buttons["draft"].click()
    assert answers.save_to.exists()


def test_the_report_typed_in_is_saved_reopened_and_made_into_word(
    qtbot: QtBot, filled: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    filled.wizard.show_page("s3")
    page = filled.wizard.pages["s3"]
    assert isinstance(page, SectionPage)
    assert page.matrix is not None
    page.matrix.go_to("t3.R25.C1")
    for _ in range(6):
        type_keys(qtbot, "0")
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert not filled.session.result.blanks
    answers.save_to = tmp_path / "草稿.xlsx"
    assert filled.save()
    typed = filled.session.report
    filled.commands.run("close")
    filled.open_path(answers.save_to)
    assert filled.session.report is not typed
    assert filled.session.report == typed

    answers.save_to = tmp_path / "报告.docx"
    filled.wizard.show_page("review")
    filled.wizard.review.buttons["review"].click()
    assert "[bookmark: _GoBack]" in answers.said[-1]  # asked about before it goes out
    assert not answers.save_to.exists()
    answers.confirm = True
    filled.wizard.review.buttons["review"].click()
    assert "已核对：Word 中 200 个数字、六部分文字与填报内容一致" in answers.said[-1]
    form = load_form("2021")
    for number, table in enumerate(form.tables.values()):
        expected = {code: "656" if code == "t2.licensing.decisions" else "0" for code in table.cells}
        assert word_grid(answers.save_to, number, table) == expected
    printed = "\n".join(paragraph.text for paragraph in docx.Document(str(answers.save_to)).paragraphs)
    for text in texts_of_the_report().values():
        for paragraph in text.split("\n"):
            assert paragraph in printed


@pytest.mark.needs_libreoffice
def test_the_sample_becomes_a_pdf_of_a_few_pages_with_all_its_headings(tmp_path: Path) -> None:
    from core.base.resources import resource_path
    from core.draft.workbook import load_draft
    from core.word.report import report_bytes

    report = load_draft(resource_path("samples", "示例.xlsx")).report
    (tmp_path / "a.docx").write_bytes(report_bytes(report, stage="final"))
    convert([tmp_path / "a.docx"], "pdf", tmp_path, tmp_path / "office")
    text = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "a.pdf"), "-"], check=True, capture_output=True, text=True
    ).stdout
    plain = re.sub(r"\s", "", text)
    for section in report.form.sections.values():
        assert section.title in plain
    assert 3 <= text.count("\f") <= 7
