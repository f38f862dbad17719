"""What is added to a PDF of Qt: its bytes stay as they are, and each place of the table leads to its object."""

import re
import subprocess
from pathlib import Path

import pytest

from core.base.resources import resource_path
from gui.main_window import MainWindow
from gui.printing.pdf_marks import Bookmark, with_marks

SAMPLE = resource_path("samples", "示例.xlsx")


def test_the_pdf_of_the_report_has_title_language_and_bookmarks(window: MainWindow, tmp_path: Path) -> None:
    window.open_path(SAMPLE)
    window.commands.printing.write_pdf(tmp_path / "a.pdf", window.commands.printing.report_paper)
    data = (tmp_path / "a.pdf").read_bytes()
    start = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    table, _, trailer = data[start:].partition(b"trailer")
    places = re.findall(rb"(\d+) 1\n(\d{10}) 00000 n", table)
    fonts = data[:start].count(b"/Subtype /Type0")
    assert len(places) == 1 + 1 + 11 + fonts  # catalog, outline, 6 headings and 5 sub-headings; names of glyphs
    for number, place in places:
        assert data[int(place) :].startswith(number + b" 0 obj\n")
    before = int(re.findall(rb"/Prev (\d+)", trailer)[0])
    assert data[before:].startswith(b"xref")
    assert b"/Lang (zh-CN)" in data[before:]
    heading = (b"\xfe\xff" + "一、总体情况".encode("utf-16-be")).hex().encode()
    assert b"/Title <" + heading + b">" in data
    assert "政府信息公开工作年度报告".encode("utf-16-be") in data[:before].replace(b"\\\\", b"\\")


@pytest.mark.needs_libreoffice
def test_a_reader_of_pdfs_finds_the_title_and_all_fonts_in_the_file(window: MainWindow, tmp_path: Path) -> None:
    window.open_path(SAMPLE)
    path = tmp_path / "a.pdf"
    window.commands.printing.write_pdf(path, window.commands.printing.report_paper)
    about = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, check=True)
    assert window.session.report.title in about.stdout
    assert about.stderr == ""
    fonts = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert fonts
    assert all(line.split()[-5] == "yes" for line in fonts)


@pytest.mark.needs_libreoffice
def test_a_search_in_the_pdf_finds_words_whose_characters_are_radicals_too(window: MainWindow, tmp_path: Path) -> None:
    window.open_path(SAMPLE)
    window.session.set_text("s6", "人民政府门户网站〈试行〉青年、车辆、文件、一月至二月，按户籍行文。")
    path = tmp_path / "a.pdf"
    window.commands.printing.write_pdf(path, window.commands.printing.report_paper)
    shown = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    plain = re.sub(r"\s", "", shown)
    assert "人民政府门户网站〈试行〉青年、车辆、文件、一月至二月，按户籍行文。" in plain
    assert not re.findall("[\u2e80-\u2fdf]", plain)


def test_only_what_a_font_names_for_its_glyphs_is_mended() -> None:
    named = b"3 beginbfrange\n<0000> <0000> <0000>\n<2F00> <2F01> [<2F00> <2EA0> ]\n<2F02> <2F0F> <2F08>\nendbfrange"
    assert with_marks(named, [], 842) == named.replace(b"[<2F00> <2EA0> ]", b"[<4E00> <6C11> ]")


def test_what_qt_did_not_write_is_left_as_it_is() -> None:
    marks = [Bookmark("一、总体情况", 1, 0, 100.0)]
    for data in (b"", b"%PDF-1.7\n%%EOF\n", b"%PDF-1.5 xref stream\nstartxref\n12\n%%EOF\n"):
        assert with_marks(data, marks, 842) == data


def test_what_qt_6_8_0_tells_about_a_file_is_ended() -> None:
    told = b"%PDF-1.4\n1 0 obj\n<<\n/Title (2025)\n/Trapped /False\n"
    mended = with_marks(told + b"2\nendobj\n", [], 842)
    assert mended == told + b">>endobj\n"
