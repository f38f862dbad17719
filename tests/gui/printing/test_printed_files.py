"""A paper printed into a file: as good a PDF as a saved one, under a name of its own."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QLineEdit

from core.base.errors import FileError
from core.base.radicals import character_of
from gui import dialogs
from gui.main_window import MainWindow
from tests.window_fixtures import SAMPLE

PRINTS = ("print_report", "print_signoff", "print_changes", "print_findings")


@pytest.fixture
def window(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """The window with a copy of the sample, in a font that has one glyph for a character and its radical."""
    window.open_path(Path(shutil.copy(SAMPLE, tmp_path)))
    cjk = next(name for name in QFontDatabase.families() if "CJK SC" in name)
    known = window.settings.profile
    profile = known._replace(fonts=dict.fromkeys(known.fonts, cjk))
    monkeypatch.setattr(type(window.settings), "profile", profile)
    return window


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[QPrinter]]:
    """Let the clerk print from the preview into a file; returns the printers that were used."""

    def answer(path: Path, pages: tuple[int, int] = (0, 0)) -> list[QPrinter]:
        used: list[QPrinter] = []

        def preview_print(_parent: object, printer: QPrinter, paint: Callable[[QPrinter], None]) -> None:
            preview = QPrintPreviewWidget(printer)
            preview.paintRequested.connect(paint)
            preview.updatePreview()
            used.append(printer)
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(path))
            printer.setFromTo(*pages)
            preview.print_()

        monkeypatch.setattr(dialogs, "preview_print", preview_print)
        return used

    return answer


def text_of(path: Path) -> str:
    return subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, text=True, check=True).stdout


@pytest.mark.needs_libreoffice
@pytest.mark.parametrize("command", PRINTS)
def test_words_of_a_paper_printed_into_a_file_can_be_searched(
    window: MainWindow, tmp_path: Path, choose: Callable[..., list[QPrinter]], command: str
) -> None:
    choose(tmp_path / "a.pdf")
    window.commands.run(command)
    text = text_of(tmp_path / "a.pdf")
    assert "工作年度报告" in re.sub(r"\s", "", text)
    assert [sign for sign in text if character_of(sign) != sign] == []


@pytest.mark.needs_libreoffice
def test_a_report_printed_into_a_file_is_the_one_that_is_saved_as_pdf(
    window: MainWindow, tmp_path: Path, choose: Callable[..., list[QPrinter]]
) -> None:
    printing = window.commands.printing
    choose(tmp_path / "a.pdf")
    window.commands.run("print_report")
    printing.write_pdf(tmp_path / "b.pdf", printing.handed_paper)
    assert text_of(tmp_path / "a.pdf") == text_of(tmp_path / "b.pdf")
    names = [re.findall(rb"/(?:Title|Outlines|Lang) [^\n]*", (tmp_path / f"{n}.pdf").read_bytes()) for n in "ab"]
    assert names[0] == names[1]


def test_some_pages_printed_into_a_file_have_the_bookmarks_of_these(
    window: MainWindow, tmp_path: Path, choose: Callable[..., list[QPrinter]]
) -> None:
    choose(tmp_path / "a.pdf", (2, 2))
    window.commands.run("print_report")
    pdf = (tmp_path / "a.pdf").read_bytes()
    (page,) = re.search(rb"/Kids\s*\[\s*(\d+) 0 R\s*\]", pdf).groups()  # type: ignore[union-attr] # it is a PDF
    places = re.findall(rb"/Dest \[(\d+) 0 R", pdf)
    assert places
    assert set(places) == {page}


def test_the_old_file_is_whole_and_it_is_said_where_nothing_was_written(
    window: MainWindow,
    tmp_path: Path,
    choose: Callable[..., list[QPrinter]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    before = window.session.report.status
    choose(tmp_path / "a.pdf")
    monkeypatch.setattr("gui.printing.paper.Paper.paint", lambda _paper: None)
    with pytest.raises(FileError):
        window.commands.printing.print_signoff()
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert window.session.report.status == before


@pytest.mark.parametrize("command", PRINTS)
def test_the_print_dialog_proposes_the_name_after_the_preview_was_painted(
    window: MainWindow, tmp_path: Path, choose: Callable[..., list[QPrinter]], command: str
) -> None:
    used = choose(tmp_path / "a.pdf")
    window.commands.run(command)
    printer = used[0]
    name = printer.docName()
    assert name.endswith("（草稿）（打印）" if command == "print_report" else "（草稿）")
    printer.setOutputFileName("")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog = QPrintDialog(printer)
    fields: list[QLineEdit] = list(dialog.findChildren(QLineEdit))
    assert [Path(field.text()).name for field in fields if field.text().endswith(".pdf")] == [f"{name}.pdf"]
