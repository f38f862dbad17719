"""What offices put beside the plain numbers: no number may join another one, move, or come from last year."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from core.content.entry_text import Entry, Refused
from core.files.published_report import Imported, import_report
from tests.core import published_shapes as shapes
from tests.core.published_samples import Sample, all_samples
from tests.core.published_shapes import pieces
from tests.core.test_published_report import check

SAMPLES = {s.name: s for s in all_samples()}
NEW, OTHER = SAMPLES["small"], SAMPLES["large"]


def read(folder: Path, name: str, data: bytes) -> Imported:
    path = folder / name
    path.write_bytes(data)
    return import_report(path)


# ---------------------------------------------------------------- text that does not stand on the line


def styled(number: str, mark: str, look: str) -> str:
    """A number with another piece of text in front of it or behind it that looks so (``w:rPr``)."""
    return f"{number}<w:r><w:rPr>{look}</w:rPr><w:t>{mark}</w:t></w:r>"


def in_front(look: str) -> Callable[[str], str]:
    return lambda text: styled("", "9", look) + shapes.plain_runs(text) if text.isdecimal() else shapes.plain_runs(text)


def behind(look: str) -> Callable[[str], str]:
    return lambda text: styled(shapes.plain_runs(text), "1", look) if text.isdecimal() else shapes.plain_runs(text)


STYLES = (
    '<w:style w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:styleId="Heir"><w:basedOn w:val="Hidden"/></w:style>'
    '<w:style w:styleId="Struck"><w:rPr><w:strike/></w:rPr></w:style>'
    '<w:style w:styleId="Mark"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)


@pytest.mark.parametrize("look", ["<w:strike/>", "<w:dstrike/>", '<w:rStyle w:val="Struck"/>'])
def test_what_is_struck_out_in_word_is_left_out_and_told(look: str, tmp_path: Path) -> None:
    body = shapes.word_body(pieces(NEW), in_front(look))
    imported = read(tmp_path, "a.docx", shapes.docx(body, styles=STYLES))
    check(imported, NEW)
    assert any("处文字划了删除线，按已删除处理，没有读入，请核对" in remark for remark in imported.remarks)


@pytest.mark.parametrize("style", ["Hidden", "Heir"])
def test_what_a_style_hides_in_word_is_left_out(style: str, tmp_path: Path) -> None:
    body = shapes.word_body(pieces(NEW), in_front(f'<w:rStyle w:val="{style}"/>'))
    check(read(tmp_path, "a.docx", shapes.docx(body, styles=STYLES)), NEW)


def test_a_run_shows_what_its_style_hides(tmp_path: Path) -> None:
    def runs(text: str) -> str:
        return styled("", text, '<w:rStyle w:val="Hidden"/><w:vanish w:val="0"/>')

    check(read(tmp_path, "a.docx", shapes.docx(shapes.word_body(pieces(NEW), runs), styles=STYLES)), NEW)


@pytest.mark.parametrize(
    "look",
    [
        '<w:rStyle w:val="Mark"/>',
        '<w:vertAlign w:val="superscript"/>',
        '<w:vertAlign w:val="subscript"/>',
        '<w:position w:val="8"/>',
    ],
)
def test_a_raised_or_lowered_digit_in_word_does_not_join_its_number(look: str, tmp_path: Path) -> None:
    body = shapes.word_body(pieces(NEW), behind(look))
    imported = read(tmp_path, "a.docx", shapes.docx(body, styles=STYLES))
    check(imported, NEW, texts=False)
    assert any("数字后有上标¹" in remark or "数字后有下标₁" in remark for remark in imported.remarks)


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("<s>9</s>{}", True),
        ("<strike>9</strike>{}", True),
        ('<span style="color:red; text-decoration: line-through">9</span>{}', True),
        ('<span style="font-size:0px">9</span>{}', False),
        ("<ruby>{}<rt>9</rt></ruby>", False),
    ],
)
def test_what_is_struck_out_or_invisible_on_a_page_is_left_out(cell: str, told: bool, tmp_path: Path) -> None:
    report = pieces(NEW)
    body = shapes.web_body(report, table=lambda grid: shapes.web_table(grid, cell=cell))
    imported = read(tmp_path, "a.html", shapes.portal(body).encode())
    check(imported, NEW)
    assert any("划了删除线" in remark for remark in imported.remarks) is told


@pytest.mark.parametrize(
    "mark",
    ["<sub>1</sub>", '<span style="vertical-align: super">1</span>', '<i style="mso-text-raise:4.0pt">1</i>'],
)
def test_a_raised_or_lowered_digit_on_a_page_does_not_join_its_number(mark: str, tmp_path: Path) -> None:
    body = re.sub(r"(<td[^>]*>[\d.]+)(</td>)", rf"\1{mark}\2", shapes.web_body(pieces(NEW)))
    imported = read(tmp_path, "a.html", shapes.portal(body).encode())
    check(imported, NEW)
    assert any("数字后有上标¹" in remark or "数字后有下标₁" in remark for remark in imported.remarks)


# ---------------------------------------------------------------- workbooks


def formatted(sample: Sample, code: str, value: float, number_format: str) -> bytes:
    """A workbook in which one number has another value and a number format."""
    mark = 987654
    marked = replace(sample, printed={**sample.printed, code: str(mark)})
    book = openpyxl.load_workbook(BytesIO(shapes.workbook({"报告": pieces(marked)})))
    cell = next(c for row in book.worksheets[0].iter_rows() for c in row if c.value == mark)
    cell.value, cell.number_format = value, number_format
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("value", "number_format", "wanted"),
    [
        (44961, 'm"月"d"日"', "2023年2月4日"),
        (44961, "[$-804]yyyy\\.m\\.d;@", "2023年2月4日"),
        (0.5, "h:mm", "0.5，是日期或时间"),
        (1, "0%", "100%"),
        (123456, "0!.0,", "123456，显示成另一个数"),
        (True, "General", "TRUE"),
        (12, ";;;", None),
        (12, "General", 12),
        (12, "#,##0_ ;[Red]\\-#,##0\\ ", 12),
        (12, '0"件"', 12),
        (0, '[=0]"—";0', 0),
        (12, '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"??_ ;_ @_ ', 12),
    ],
)
def test_a_number_that_a_workbook_shows_otherwise_is_no_count(
    value: float, number_format: str, wanted: Entry | str, tmp_path: Path
) -> None:
    imported = read(tmp_path, "a.xlsx", formatted(NEW, "t3.R01.C1", value, number_format))
    entry = imported.printed["t3.R01.C1"]
    assert (entry.text if isinstance(entry, Refused) else entry) == wanted
    assert imported.printed["t3.R01.C2"] == NEW.expected["t3.R01.C2"]
