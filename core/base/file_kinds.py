"""What a file really is, told from its first bytes and, where these do not suffice, from its name."""

import re
from collections.abc import Collection
from enum import Enum
from pathlib import Path

from core.base.errors import DamagedFileError, ErrorText, FileError


class FileKind(Enum):
    """What a file really is, whatever its name says; the value is what the clerk reads."""

    DOCX = "Word 文档（.docx）"
    XLSX = "Excel 工作簿（.xlsx）"
    HTML = "网页文件（.html）"
    TEXT = "纯文本文件（.txt）"
    DOC = "旧版 Word 文档（.doc）"
    XLS = "旧版 Excel 工作簿（.xls）"
    WPS = "WPS 文字文档（.wps）"
    ET = "WPS 表格文件（.et）"
    SLIDES = "演示文稿"
    XLSB = "二进制 Excel 工作簿（.xlsb）"
    OLD_OFFICE = "旧版 Office 文件"
    ODT = "ODF 文字文档（.odt）"
    ODS = "ODF 表格文件（.ods）"
    WORD_XML = "XML 格式的 Word 文档"
    RTF = "RTF 文档（.rtf）"
    PDF = "PDF 文件"
    OFD = "OFD 版式文件"
    IMAGE = "图片"
    WEB_ARCHIVE = "单个网页归档文件（.mht）"
    ARCHIVE = "压缩包"
    XML = "XML 数据文件"
    UNKNOWN = "无法识别的文件"

    # What a workbook wrapped with a password looks like: its real kind shows only after the password.
    ENCRYPTED = "设有打开密码的文件"
    EMPTY = "空文件"


_SAVE_AS_DOCX = "请用 WPS 或 Word 打开，点“文件－另存为”，类型选“*.docx”那一项；或打开网页全选复制后点“粘贴导入”。"
_SAVE_AS_XLSX = "请用 WPS 或 Excel 打开，点“文件－另存为”，类型选“*.xlsx”那一项，再选择另存的文件。"
_FIND_ORIGINAL = "请改用原来的 Word 文件（.docx），或打开网页全选复制后点“粘贴导入”。"
_CHOOSE_ANOTHER = "请另选一个 .docx、.pdf、.xlsx、.html 或 .txt 文件。"
_ADVICE = {
    FileKind.DOC: _SAVE_AS_DOCX,
    FileKind.WPS: _SAVE_AS_DOCX,
    FileKind.ODT: _SAVE_AS_DOCX,
    FileKind.RTF: _SAVE_AS_DOCX,
    FileKind.WORD_XML: _SAVE_AS_DOCX,
    FileKind.XLS: _SAVE_AS_XLSX,
    FileKind.ET: _SAVE_AS_XLSX,
    FileKind.ODS: _SAVE_AS_XLSX,
    FileKind.XLSB: _SAVE_AS_XLSX,
    FileKind.OLD_OFFICE: "请用 WPS 打开后另存为 .docx 或 .xlsx，再重新选择。",
    FileKind.PDF: _FIND_ORIGINAL,
    FileKind.OFD: "请改用制作它的 Word 文件（.docx）；没有的，打开网页全选复制后点“粘贴导入”。",
    FileKind.IMAGE: _FIND_ORIGINAL,
    FileKind.WEB_ARCHIVE: "请用浏览器打开它，全选复制后点“粘贴导入”。",
    FileKind.ARCHIVE: "请先解压，再选择其中的 .docx 或 .xlsx 文件。",
}
_NOT_READ = ErrorText("“{name}”是{kind}，不能直接读取。", "{advice}")
_UNKNOWN = ErrorText("无法识别“{name}”的格式。", _CHOOSE_ANOTHER)

_BINARY = {".xlsx", ".docx", ".pdf"}
"""A file so named whose bytes are nothing known was of that kind once."""

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*", b"\xd7\xcd\xc6\x9a")
_ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\x00")
_TEXT_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HEAD = 4096  # bytes looked at for the words of a web page; frameworks put long comments before them
_SAMPLE = 65536  # bytes looked at to tell text from binary
_HTML_WORDS = re.compile(
    rb"<(!doctype\s+html|html|head|body|title|meta|table|div|p|span|font|center)[\s>/]", re.IGNORECASE
)
# Control characters that no text holds; the form feed and the escape of old terminals are left out.
_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")

# Directory entries of an OLE2 file are named in UTF-16.
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_DOC_STREAM = "WordDocument".encode("utf-16-le")
_XLS_STREAMS = ("Workbook\0".encode("utf-16-le"), "Book\0".encode("utf-16-le"))
_PPT_STREAM = "PowerPoint Document".encode("utf-16-le")
_BY_SUFFIX = {
    ".doc": FileKind.DOC,
    ".dot": FileKind.DOC,
    ".wps": FileKind.WPS,
    ".wpt": FileKind.WPS,
    ".xls": FileKind.XLS,
    ".xlt": FileKind.XLS,
    ".et": FileKind.ET,
    ".ett": FileKind.ET,
    ".ppt": FileKind.SLIDES,
    ".dps": FileKind.SLIDES,
}


def not_read(path: Path, kind: FileKind) -> FileError:
    """Return what to raise where a file is of a kind that is not read there: .doc, .xls, .wps, a picture and so on."""
    if kind is FileKind.UNKNOWN:
        return DamagedFileError(path) if path.suffix.lower() in _BINARY else _UNKNOWN.of(path)
    return _NOT_READ.of(path, kind=kind.value, advice=_ADVICE.get(kind, _CHOOSE_ANOTHER))


def kind_by_bytes(data: bytes, suffix: str) -> FileKind:
    """Return the kind of the file that holds `data`; `suffix` is its name's, such as ".wps".

    Whatever is a zip comes back as `FileKind.ARCHIVE`: `kind_by_members` tells more.
    """
    suffix = suffix.lower()
    if not data:
        return FileKind.EMPTY
    if data.startswith(_ZIP):
        return FileKind.ARCHIVE
    if data.startswith(_OLE2):
        return _kind_of_ole2(data, suffix)
    if b"%PDF-" in data[:1024]:
        return FileKind.PDF
    if data.startswith(b"{\\rtf"):
        return FileKind.RTF
    if data.startswith(_IMAGES) or _is_riff_or_bitmap(data):
        return FileKind.IMAGE
    if data.startswith(_ARCHIVES):
        return FileKind.ARCHIVE
    return _kind_of_text(data, suffix)


def kind_by_members(names: Collection[str], mimetype: bytes) -> FileKind:
    """Return the kind of a zip with these members; `mimetype` is the content of the member of that name."""
    folders = {name.partition("/")[0] for name in names if "/" in name}
    if "xl/workbook.bin" in names:
        return FileKind.XLSB
    if "word" in folders:
        return FileKind.DOCX
    if "xl" in folders:
        return FileKind.XLSX
    if "ppt" in folders:
        return FileKind.SLIDES
    if "OFD.xml" in names:
        return FileKind.OFD
    if b"opendocument.text" in mimetype:
        return FileKind.ODT
    if b"opendocument.spreadsheet" in mimetype:
        return FileKind.ODS
    if b"opendocument.presentation" in mimetype:
        return FileKind.SLIDES
    return FileKind.ARCHIVE


def _kind_of_ole2(data: bytes, suffix: str) -> FileKind:
    """Return the kind of an OLE2 file: .doc, .xls, .wps, .et, or a modern file wrapped with a password."""
    if _ENCRYPTED_STREAM in data:
        return FileKind.ENCRYPTED
    if suffix in _BY_SUFFIX:  # WPS keeps its own files in the streams of Word and Excel: only the name differs
        return _BY_SUFFIX[suffix]
    if _DOC_STREAM in data:
        return FileKind.DOC
    if any(stream in data for stream in _XLS_STREAMS):
        return FileKind.XLS
    if _PPT_STREAM in data:
        return FileKind.SLIDES
    return FileKind.OLD_OFFICE


def _is_riff_or_bitmap(data: bytes) -> bool:
    """Tell a WebP or BMP picture; "BM" alone may begin a text, so the size that follows must be the file's."""
    is_webp = data.startswith(b"RIFF") and data[8:12] == b"WEBP"
    return is_webp or (data.startswith(b"BM") and int.from_bytes(data[2:6], "little") == len(data))


def _is_message(start: bytes) -> bool:
    """Tell a saved page in a single file by its head, in whatever order and language a browser writes its fields."""
    if re.match(rb"(MIME-Version:|From: <?Saved by)", start, re.IGNORECASE):
        return True
    fields = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    is_head = re.match(rb"[A-Za-z-]+:", fields) and re.search(rb"^MIME-Version:", fields, re.IGNORECASE | re.MULTILINE)
    page = rb"^Content-Type:\s*(?:multipart/(?:related|alternative|mixed)|text/html)"
    return bool(is_head and re.search(page, fields, re.IGNORECASE | re.MULTILINE))


def _kind_of_text(data: bytes, suffix: str) -> FileKind:
    """Return the kind of what is no known binary file: web page, XML, plain text, or unknown."""
    wide = data.startswith(_TEXT_MARKS[1:])
    head = (data[:_HEAD].replace(b"\0", b"") if wide else data[:_HEAD]).removeprefix(_TEXT_MARKS[0])
    if not wide and _NO_TEXT.search(data, 0, _SAMPLE):
        return FileKind.UNKNOWN
    start = head.lstrip(b"\xff\xfe \t\r\n")
    if _is_message(start):
        return FileKind.WEB_ARCHIVE
    if start.startswith(b"<?xml") and re.search(rb"(pkg:package|w:wordDocument|progid=.Word)", head):
        return FileKind.WORD_XML
    if _HTML_WORDS.search(head) and (start.startswith(b"<") or suffix in {".htm", ".html"}):
        return FileKind.HTML
    if start.startswith(b"<?xml"):
        return FileKind.XML
    if suffix in {".htm", ".html"} and b"<" in data:
        return FileKind.HTML
    return FileKind.TEXT
