"""Every sign that our own PDF shows is text in it: for a search, for a copy, and for our own import."""

import re
import subprocess
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase

from core.base.resources import resource_path
from core.published import import_report
from core.published.pdf_file import pages_of
from core.report.shown_report import shown_report
from gui.main_window import MainWindow
from gui.printing.pdf_names import renamed
from gui.printing.printed_report import report_paper

SAMPLE = resource_path("samples", "示例.xlsx")
SIGNS = (
    "网址https://a.gov.cn/2025/1234567890.html，邮箱abc123@gov.cn。",
    "A4纸、5G网络、COVID19、office first flow、（a1）“b2”《c3》，x4；y5：z6！7k？8m%9n。",
    "祥𠮷村、㙍头、𬱖公河、青年户籍人民一月二月车辆，〈试行〉、12:30、3—5、6～7、1,234.5、＋－×÷。",
)


def plain(text: str) -> str:
    return re.sub(r"\s", "", text)


def written(window: MainWindow, path: Path, latin: str) -> None:
    """Write the report as PDF in fonts that are here."""
    cjk = next(name for name in QFontDatabase.families() if "CJK SC" in name)
    known = window.settings.profile
    profile = known._replace(fonts={use: (latin or cjk) if use == "latin" else cjk for use in known.fonts})
    window.commands.printing.write_pdf(path, partial(report_paper, report=window.session.report, profile=profile))


@pytest.mark.needs_libreoffice
@pytest.mark.parametrize("latin", ["", "Liberation Serif"])
def test_every_sign_on_the_pages_is_text_in_the_pdf(window: MainWindow, tmp_path: Path, latin: str) -> None:
    window.open_path(SAMPLE)
    window.session.set_text("s6", "\n".join(SIGNS))
    path = tmp_path / "a.pdf"
    written(window, path, latin)
    shown = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True, text=True).stdout
    read = "".join(glyph.char for page in pages_of(path.read_bytes(), path) for glyph in page.glyphs)
    for text in map(plain, SIGNS):
        assert text in plain(shown)
        assert text in plain(read)
    assert "office first flow" in shown  # with blanks, not with tabs


@pytest.mark.parametrize("latin", ["", "Liberation Serif"])
def test_the_own_pdf_is_imported_whole(window: MainWindow, tmp_path: Path, latin: str) -> None:
    window.open_path(SAMPLE)
    window.session.set_text("s6", "\n".join(SIGNS))
    path = tmp_path / "a.pdf"
    written(window, path, latin)
    read, shown = import_report(path), shown_report(window.session.report)
    assert shown_report(read.report).numbers == shown.numbers
    for code, paragraphs in shown.texts.items():
        assert plain(read.report.texts[code]) == plain("".join(paragraphs)), code
    assert "没有编码" not in "".join(read.remarks)


def test_a_font_that_is_not_known_for_certain_keeps_its_names(window: MainWindow, tmp_path: Path) -> None:
    window.open_path(SAMPLE)
    written(window, tmp_path / "a.pdf", "")
    pdf = (tmp_path / "a.pdf").read_bytes()
    asked: list[str] = []

    def unsure(names: Sequence[str]) -> list[str]:
        asked.append("".join(names))
        return []

    assert renamed(pdf, unsure) == {}
    (named,) = asked  # one font
    assert set("政府信息公开") <= set(named)
