"""The pages of the Word report as LibreOffice sets them, measured in millimetres from the PDF."""

import subprocess
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from build_scripts.sweeps.libreoffice import convert
from core.report.checksum import report_checksum
from core.report.report import Report
from core.report.shown_report import shown_report
from core.word.report import report_bytes
from core.word.style_profile import preset
from tests.core.report.sample_reports import PARAGRAPH, written_report

pytestmark = [pytest.mark.needs_libreoffice, pytest.mark.slow]

MM = 25.4 / 72
TOP, BOTTOM, LEFT, RIGHT = 37.0, 297.0 - 35.0, 28.0, 210.0 - 26.0
HEADER = "申请人情况"
LABELS_OF_TABLE_3 = (LEFT, LEFT + (356 + 881 + 2418) / 1440 * 25.4)


@dataclass(frozen=True)
class Word:
    """A word of a page: its text and its box in millimetres."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def _long_report(count: int, unit: str) -> Report:
    """Seven-digit numbers, texts of some pages, a long unit name."""
    report = written_report(unit=unit)
    for i, code in enumerate(report.form.entered):
        report = report.with_cells({code: 1_000_000 + i * 1013})
    return report.with_texts(
        {
            "s2": "\n".join([PARAGRAPH] * count),
            "s3": "\n".join([PARAGRAPH] * (count % 4)),
            "s5": "\n".join([PARAGRAPH] * 20),
            "meta.sign_off": unit[:20],
            "meta.date": "2026年1月",
        }
    )


REPORTS = {
    "sample": written_report(),
    "long": _long_report(3, "某某市𠮷林龘囧县人力资源和社会保障局东湖新技术开发区分局"),
    "break": _long_report(5, "某某县水利局"),
    "later": _long_report(7, "某" * 80),
    "last": _long_report(9, "新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县水利局"),
}


WHOLE = ("sample", "last")
"""The reports whose table 三 is kept on one page."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[Word]]]:
    """The words of every page of every report, set in one run."""
    folder = tmp_path_factory.mktemp("pages")
    for name, report in REPORTS.items():
        profile = preset()._replace(is_table_whole=name in WHOLE)
        (folder / f"{name}.docx").write_bytes(report_bytes(report, stage="review", round_number=1, profile=profile))
    fonts = {"FONTCONFIG_FILE": str(Path("tests/data/fonts-test.conf").resolve())}
    convert([folder / f"{name}.docx" for name in REPORTS], "pdf", folder, folder / "office", fonts)
    return {name: _pages(folder / f"{name}.pdf") for name in REPORTS}


def _pages(pdf: Path) -> list[list[Word]]:
    subprocess.run(["pdftotext", "-bbox", str(pdf), str(pdf.with_suffix(".xml"))], check=True)
    text = pdf.with_suffix(".xml").read_text(encoding="utf-8", errors="replace")  # poppler cuts 𠮷 in half in the title
    root = ET.fromstring("".join(char for char in text if char.isprintable() or char == "\n"))
    found = []
    for page in root.iter("{http://www.w3.org/1999/xhtml}page"):
        words = []
        for word in page.iter("{http://www.w3.org/1999/xhtml}word"):
            box = [float(word.get(side, "0")) * MM for side in ("xMin", "yMin", "xMax", "yMax")]
            words.append(Word(word.text or "", *box))
        found.append(words)
    return found


def _body(page: list[Word]) -> list[Word]:
    """What stands in the type area: neither the mark of the stage nor the page number."""
    return [word for word in page if word.bottom > TOP and word.top < BOTTOM]


def _lines(words: list[Word]) -> list[float]:
    """The middles of the lines, from top to bottom."""
    middles: list[float] = []
    for middle in sorted((word.top + word.bottom) / 2 for word in words):
        if not middles or middle - middles[-1] > 3:
            middles.append(middle)
    return middles


@pytest.mark.parametrize("name", REPORTS)
def test_everything_stands_within_the_margins(name: str, pages: dict[str, list[list[Word]]]) -> None:
    for page in pages[name]:
        for word in _body(page):
            assert word.left >= LEFT - 0.5, word
            assert word.right <= RIGHT + 3, word  # punctuation may hang over by half a character
            assert word.bottom <= BOTTOM + 1, word


@pytest.mark.parametrize("name", REPORTS)
def test_page_number_stands_below_the_text_outside_odd_and_inside_even(
    name: str, pages: dict[str, list[list[Word]]]
) -> None:
    for number, page in enumerate(pages[name], 1):
        foot = [word for word in page if word.top >= BOTTOM]
        assert "".join(word.text for word in foot) == f"—{number}—"
        middle = (foot[0].top + foot[0].bottom) / 2
        assert middle == pytest.approx(BOTTOM + 7, abs=1.5)
        if number % 2:
            assert foot[-1].right == pytest.approx(RIGHT - 5, abs=1.5)
        else:
            assert foot[0].left == pytest.approx(LEFT + 5, abs=1.5)


@pytest.mark.parametrize("name", REPORTS)
def test_every_page_is_marked(name: str, pages: dict[str, list[list[Word]]]) -> None:
    for page in pages[name]:
        assert (
            "".join(word.text for word in page if word.bottom < TOP)
            == f"送审稿第1稿校验码{report_checksum(REPORTS[name])}"
        )


def test_a_page_of_text_has_22_lines_of_28_characters(pages: dict[str, list[list[Word]]]) -> None:
    full = [
        page
        for name in REPORTS
        for page in pages[name][1:-1]
        if not any(word.text in (HEADER, "信息内容", "行政复议") for word in page)
        and _lines(_body(page))[-1] > BOTTOM - 8
    ]
    assert len(full) >= 4
    for page in full:
        lines = _lines(_body(page))
        assert 21 <= len(lines) <= 23
        pitch = (lines[-1] - lines[0]) / (len(lines) - 1)
        assert pitch == pytest.approx(28.95 * MM, abs=0.15)
        assert max(word.right for word in _body(page)) >= RIGHT - 3


@pytest.mark.parametrize("name", REPORTS)
def test_no_text_is_cut_and_no_number_is_broken(name: str, pages: dict[str, list[list[Word]]]) -> None:
    shown = shown_report(REPORTS[name])
    whole = "".join(word.text for page in pages[name] for word in _body(page))
    for text in shown.texts.values():
        for paragraph in text:
            assert "".join(paragraph.split()) in whole
    words = [word.text for page in pages[name] for word in _body(page)]
    for number in shown.numbers.values():
        assert number in words


@pytest.mark.parametrize("name", REPORTS)
def test_table_3_fits_two_pages_and_repeats_its_head(name: str, pages: dict[str, list[list[Word]]]) -> None:
    rows = [line.label for line in REPORTS[name].form.tables["t3"].rows.values()]
    with_rows = []
    for i, page in enumerate(pages[name]):
        labels = "".join(
            w.text for w in _body(page) if LABELS_OF_TABLE_3[0] - 1 < w.left < w.right < LABELS_OF_TABLE_3[1] + 1
        )
        if sum(label in labels for label in rows) >= 2:
            with_rows.append(i)
            assert any(word.text == HEADER for word in page)
    assert 1 <= len(with_rows) <= 2


def test_table_3_is_on_one_page_where_that_is_wanted_and_on_two_somewhere_else(
    pages: dict[str, list[list[Word]]],
) -> None:
    heads = {name: sum(word.text == HEADER for page in pages[name] for word in page) for name in REPORTS}
    assert [heads[name] for name in WHOLE] == [1, 1]
    assert 2 in heads.values(), heads


@pytest.mark.parametrize("name", REPORTS)
def test_no_row_of_table_3_is_split(name: str, pages: dict[str, list[list[Word]]]) -> None:
    for line in REPORTS[name].form.tables["t3"].rows.values():
        shown_on = sum(_shows(page, line.label) for page in pages[name])
        assert shown_on == 1, line.label


def _shows(page: list[Word], label: str) -> bool:
    """Whether the lines of a label follow each other on this page, at the left of the numbers."""
    rest = label
    for word in sorted(_body(page), key=lambda w: (round(w.top), w.left)):
        if word.right < LABELS_OF_TABLE_3[1] + 1 and rest.startswith(word.text):
            rest = rest.removeprefix(word.text)
    return not rest
