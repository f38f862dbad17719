"""What a file is: told by its bytes, then by its name, and said where it is not what is needed."""

import re
import struct
from pathlib import Path

import pytest

from core.base.archive_limits import checked_workbook_bytes, open_archive, recognise
from core.base.errors import DamagedFileError, FileError
from core.base.file_kinds import FileKind
from tests.core.base.made_files import OLE2, book, utf16, zip_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "去年 年报.xlsx"


KINDS = [
    ("去年.doc", OLE2 + utf16("WordDocument"), FileKind.DOC),
    ("去年.docx", OLE2 + utf16("WordDocument"), FileKind.DOC),
    ("去年.wps", OLE2 + utf16("WordDocument"), FileKind.WPS),
    ("去年.WPS", OLE2 + utf16("WordDocument"), FileKind.WPS),
    ("去年.xls", OLE2 + utf16("Workbook\0"), FileKind.XLS),
    ("去年.xlsx", OLE2 + utf16("Workbook\0"), FileKind.XLS),
    ("去年.et", OLE2 + utf16("Workbook\0"), FileKind.ET),
    ("去年.ppt", OLE2 + utf16("PowerPoint Document"), FileKind.SLIDES),
    ("去年.bin", OLE2, FileKind.OLD_OFFICE),
    ("去年.docx", OLE2 + utf16("EncryptedPackage"), FileKind.ENCRYPTED),
    ("去年.pdf", b"%PDF-1.7\n%\xe2\xe3", FileKind.PDF),
    ("去年.docx", b"\xef\xbb\xbf\n%PDF-1.4", FileKind.PDF),
    ("去年.doc", b"{\\rtf1\\ansi", FileKind.RTF),
    ("去年.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", FileKind.IMAGE),
    ("去年.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", FileKind.IMAGE),
    ("去年.webp", b"RIFF\x24\0\0\0WEBPVP8 ", FileKind.IMAGE),
    ("去年.bmp", b"BM" + struct.pack("<I", 20) + b"\0" * 14, FileKind.IMAGE),
    ("BM.txt", "BM局2025年年度报告".encode(), FileKind.TEXT),
    ("去年.rar", b"Rar!\x1a\x07\x01\0", FileKind.ARCHIVE),
    ("去年.7z", b"7z\xbc\xaf\x27\x1c\0\x04", FileKind.ARCHIVE),
    ("去年.zip", zip_of({"说明.txt": b"x"}), FileKind.ARCHIVE),
    ("去年.ofd", zip_of({"OFD.xml": b"<OFD/>", "Doc_0/Document.xml": b"<x/>"}), FileKind.OFD),
    (
        "去年.odt",
        zip_of({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}),
        FileKind.ODT,
    ),
    ("去年.ods", zip_of({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), FileKind.ODS),
    ("去年.xlsb", zip_of({"xl/workbook.bin": b"x"}), FileKind.XLSB),
    ("去年.pptx", zip_of({"ppt/presentation.xml": b"<x/>"}), FileKind.SLIDES),
    ("去年.doc", zip_of({"word/document.xml": b"<x/>"}), FileKind.DOCX),
    ("去年.zip", book(), FileKind.XLSX),
    ("去年.htm", b"<table><tr><td>1</td></tr></table>", FileKind.HTML),
    ("去年.doc", b"\xef\xbb\xbf\r\n<!DOCTYPE html>\r\n<HTML>", FileKind.HTML),
    ("去年.html", "\ufeff<html><body>一</body></html>".encode("utf-16"), FileKind.HTML),
    ("去年.html", b"<?xml version='1.0'?><html xmlns='x'><body/></html>", FileKind.HTML),
    ("去年.mht", b"MIME-Version: 1.0\r\nContent-Type: multipart/related", FileKind.WEB_ARCHIVE),
    (
        "IE.mht",
        b"From: <=?gb2312?B?08kgV2luZG93cyBJbnRlcm5ldCBFeHBsb3JlciAxMSCxo7Tm?=>\r\nDate: x\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html"\r\n\r\n',
        FileKind.WEB_ARCHIVE,
    ),
    ("说明.txt", "日期: 1月\n\nMIME-Version: 1.0\nContent-Type: text/html\n".encode(), FileKind.TEXT),
    ("说明.txt", b"Name: x\n\nMIME-Version: 1.0\nContent-Type: text/html\n", FileKind.TEXT),
    (
        "去年.doc",
        b"<?xml version='1.0'?><?mso-application progid='Word.Document'?><w:wordDocument/>",
        FileKind.WORD_XML,
    ),
    ("去年.xml", b"<?xml version='1.0'?><data/>", FileKind.XML),
    ("去年.txt", "一、总体情况".encode("gb18030"), FileKind.TEXT),
    ("去年.txt", "一、总体情况".encode(), FileKind.TEXT),
    ("去年.txt", "一、总体情况".encode("utf-16"), FileKind.TEXT),
    ("去年.txt", "<p>不是网页，是文字".encode(), FileKind.HTML),
    ("去年.txt", "收到 3<5 件".encode(), FileKind.TEXT),
    ("去年.bin", b"\x01\x02\x03\x04", FileKind.UNKNOWN),
    ("去年.docx", b"", FileKind.EMPTY),
]


@pytest.mark.parametrize(("name", "data", "kind"), KINDS, ids=lambda value: str(value)[:20])
def test_a_file_is_recognised_by_its_bytes_and_then_by_its_name(name: str, data: bytes, kind: FileKind) -> None:
    assert recognise(Path(name), data) is kind


@pytest.mark.parametrize(("name", "data", "kind"), KINDS, ids=lambda value: str(value)[:20])
def test_whatever_is_no_workbook_is_refused_with_its_name(
    tmp_path: Path, name: str, data: bytes, kind: FileKind
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    if kind is FileKind.XLSX:
        assert checked_workbook_bytes(path)
        return

    others = {FileKind.UNKNOWN: "无法识别", FileKind.ENCRYPTED: "设有打开密码", FileKind.EMPTY: "是空文件"}
    with pytest.raises(FileError, match=others.get(kind, f"是{re.escape(kind.value)}")) as caught:
        checked_workbook_bytes(path)

    assert name in caught.value.summary
    assert ("这里需要的是" in caught.value.summary) == (kind in {FileKind.DOCX, FileKind.HTML, FileKind.TEXT})


def test_a_file_of_zeros_after_a_power_failure_is_damaged(path: Path) -> None:
    path.write_bytes(b"\0" * 9000)

    with pytest.raises(DamagedFileError):
        checked_workbook_bytes(path)
    with pytest.raises(DamagedFileError):
        recognise(path, path.read_bytes())


def test_a_locked_modern_file_says_to_take_off_the_password(path: Path) -> None:
    path.write_bytes(OLE2 + utf16("EncryptionInfo") + utf16("EncryptedPackage"))

    with pytest.raises(FileError, match="请先在 WPS 或 Office 中取消密码"):
        checked_workbook_bytes(path)


def test_encrypted_members_of_a_zip_are_named_as_such(path: Path) -> None:
    data = bytearray(zip_of({"xl/workbook.xml": b"<x/>"}))
    data[6] |= 1  # the flag in the local header
    data[data.index(b"PK\x01\x02") + 8] |= 1  # and in the directory
    path.write_bytes(data)

    with pytest.raises(FileError, match="设有打开密码"):
        open_archive(path, FileKind.XLSX)


@pytest.mark.parametrize("name", ["草稿.xlsx", "报告.DOCX", "报告.pdf"])
def test_bytes_that_are_nothing_are_damaged_where_the_name_says_what_they_were(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(bytes(range(256)))
    with pytest.raises(FileError) as caught:
        checked_workbook_bytes(path)
    assert caught.value.summary == f"“{name}”已损坏或不完整，无法读取。"
    other = path.rename(tmp_path / "数据.bin")
    with pytest.raises(FileError, match="无法识别"):
        checked_workbook_bytes(other)
