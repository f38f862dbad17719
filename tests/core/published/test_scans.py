"""Files that hold pictures of a report in place of it are named as scans, with what to ask for."""

from __future__ import annotations

import base64
from io import BytesIO
from pathlib import Path

import docx
import pytest
import xlsxwriter
from docx.oxml import parse_xml

from core.base.errors import ReportError
from core.published import import_report

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
)
TITLE = "青澜县应急管理局2025年政府信息公开工作年度报告"
LONG = (
    "县应急管理局开展安全生产月活动，走进企业、社区、学校宣传安全知识，发放宣传册，解答群众提出的问题，接受媒体采访。"
)
_NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "v": "urn:schemas-microsoft-com:vml",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _NAMES.items())
OLD_DRAWING = f'<w:pict {_DECLARED}><v:shape><v:imagedata r:id="r1"/></v:shape></w:pict>'


def word_file(path: Path, *texts: str, pictures: int = 2, is_old: bool = False, in_table: bool = False) -> Path:
    document = docx.Document()
    for text in texts:
        if in_table:
            document.add_table(1, 1).cell(0, 0).text = text
        else:
            document.add_paragraph(text)
    for _ in range(pictures):
        if is_old:
            document.add_paragraph().add_run()._r.append(parse_xml(OLD_DRAWING))
        else:
            document.add_picture(BytesIO(PICTURE))
    document.save(str(path))
    return path


def refused(path: Path) -> ReportError:
    with pytest.raises(ReportError) as caught:
        import_report(path)
    return caught.value


@pytest.mark.parametrize("texts", [(), ("— 1 —", "— 2 —"), (TITLE,)])
@pytest.mark.parametrize("is_old", [False, True])
def test_a_word_file_of_pictures_is_named_as_a_scan(tmp_path: Path, texts: tuple[str, ...], is_old: bool) -> None:
    error = refused(word_file(tmp_path / "年报（扫描件）.docx", *texts, is_old=is_old))
    assert error.summary == "“年报（扫描件）.docx”里只有图片，是扫描件，没有可以读取的文字和表格。"
    assert "可以编辑的 Word 文件（.docx）" in error.advice


def test_a_workbook_of_pictures_is_named_as_a_scan(tmp_path: Path) -> None:
    path = tmp_path / "年报.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write(0, 0, TITLE)
    sheet.insert_image(1, 0, "1.png", {"image_data": BytesIO(PICTURE)})
    book.close()
    assert "只有图片，是扫描件" in refused(path).summary


@pytest.mark.parametrize("in_table", [False, True])
def test_a_file_with_words_of_its_own_is_none(tmp_path: Path, in_table: bool) -> None:
    assert (
        "没有找到政府信息公开工作年度报告" in refused(word_file(tmp_path / "1.docx", LONG, in_table=in_table)).summary
    )


def test_a_file_without_pictures_is_none(tmp_path: Path) -> None:
    assert "没有找到政府信息公开工作年度报告" in refused(word_file(tmp_path / "1.docx", "年报", pictures=0)).summary
    assert "只找到年度报告的标题" in refused(word_file(tmp_path / "2.docx", TITLE, pictures=0)).summary
