"""What XML and HTML from others may cost is judged here, before `core.base.markup` parses them.

The limits keep the tree of the largest markup that is let through under some 300 MB, so that the whole program stays
under 600 MB. A report has some 20,000 elements.
"""

import re
from pathlib import Path

from core.base.errors import DamagedFileError, ErrorText, UnreadableTextError

TOO_LARGE = ErrorText(
    "“{name}”的内容过大，超出年度报告的正常范围，没有打开。",
    "请确认选对了文件；如果没有选错，请新建一个文件，只复制有内容的部分后再试。",
)
MAX_MARKUP_BYTES = 32 * 2**20  # one part or page; a report's document.xml has 0.3 MB, a long one with revisions 5 MB
MAX_TAGS = 800_000  # "<" signs, so at most so many elements, comments and texts: 300 bytes each in memory
MAX_ATTRIBUTES = 800_000  # "=" signs, so at most so many attributes: 200 bytes each in memory
MAX_ELEMENT_ATTRIBUTES = 500  # of one element of a web page: libxml2 compares each with all before; Word writes some 20
MAX_TEXT_BYTES = 2**20  # one text or attribute; Excel holds 0.1 MB in a cell, and twice this much is always refused
MAX_PAGE_TEXT_BYTES = (
    4 * 2**20
)  # the same for a web page: beyond 10 MB libxml2 drops the rest of the page without a word
MAX_DEPTH = 200  # nested elements; a table in a text box in a table reaches 40, and recursive code stays safe
MAX_SPAN = 500  # columns or rows a table cell may span: the widest official table has ten columns
MAX_GRID_CELLS = 200_000  # cells of a table after its spans are spread out; the largest official table has 280

_SMALL = 20_000  # bytes; not worth counting in
_ENCODINGS = {  # everything in which "<", "=" and names are plain ASCII bytes, so that counting them tells the truth
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "iso-8859-1": "latin-1",
}
_XML_DECLARATION = re.compile(rb"\A\s*<\?xml\b[^>]*\?>")
_DECLARED = re.compile(rb"""\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_META_CHARSET = re.compile(rb"""<meta\b[^>]{0,300}\bcharset\s*=\s*["']?\s*([A-Za-z0-9._-]+)""", re.IGNORECASE)
_EMBEDDED_PICTURE = re.compile(rb"""data:image/[^"'\s<>)]+""")
_WIDE_STARTS = (b"\x00", b"<\x00", b"\x4c\x6f\xa7\x94")  # UTF-16 or UCS-4 without a mark, EBCDIC
_DTD_WITH_CONTENT = re.compile(rb"<!DOCTYPE[^>\[]*\[|<!ENTITY")
# A span as every word processor writes it. Whatever else names a span is refused: nobody writes it so but to hide it.
_SPAN = re.compile(rb"""<(?:\w+:)?grid(?:Span|Before|After)\s+(?:\w+:)?val\s*=\s*["'](\d{1,3})["']\s*(?:/>|>)""")
# A start tag with its attributes, the last group where there is one more than the limit. What a browser does not take
# for tags (comments, scripts) is passed over.
_ATTRIBUTE = rb"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
_START_TAG = re.compile(
    rb"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1|\Z)"
    rb"|<[a-z][^\s/>]*+(?:" + _ATTRIBUTE + rb"){0,%d}+[\s/]*+([^\s/>])?" % MAX_ELEMENT_ATTRIBUTES,
    re.DOTALL | re.IGNORECASE,
)
_SPAN_NAME = re.compile(rb"<(?:[^\s<>/:]+:)?grid(?:Span|Before|After)\b")


def utf8_xml(data: bytes, path: Path) -> bytes:
    """Return the XML `data` in UTF-8, unchanged if it is so already.

    Parsers guess encodings in their own ways, and what one of them counts another may read differently; hence one
    encoding for all, and no exotic ones.

    Raises:
        DamagedFileError: The encoding is unknown, or the bytes are not in it.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif data.startswith(_WIDE_STARTS):
        raise DamagedFileError(path)
    else:
        encoding = _declared_encoding(data[:1000].removeprefix(b"\xef\xbb\xbf").lstrip(), path)
        if encoding == "utf-8":
            return data
    try:
        recoded = data.decode(encoding).encode("utf-8")
    except (LookupError, UnicodeError) as error:
        raise DamagedFileError(path) from error
    return _XML_DECLARATION.sub(b"", recoded, count=1)


def _declared_encoding(head: bytes, path: Path) -> str:
    """Return the encoding that the XML declaration names, "utf-8" where there is none."""
    if not head.startswith(b"<?xml"):
        return "utf-8"
    declaration = _XML_DECLARATION.match(head)
    names = _DECLARED.findall(declaration[0]) if declaration else []
    if declaration is None or len(names) > 1:  # padded or doubled so that parsers read it differently
        raise DamagedFileError(path)
    return _ENCODINGS.get(names[0].decode("ascii").lower(), "") if names else "utf-8"


def check_markup(data: bytes, path: Path, max_tags: int = MAX_TAGS) -> None:
    """Refuse UTF-8 markup that would unfold to more than fits, without parsing it.

    Raises:
        FileError: Too many bytes, tags or attributes, or one giant text.
        DamagedFileError: There is a document type with entities, which no document of ours has.
    """
    if len(data) > MAX_MARKUP_BYTES:
        raise TOO_LARGE.of(path)
    # No part with fewer bytes has so many tags or attributes: what a report has need not be counted.
    if len(data) > min(max_tags, MAX_ATTRIBUTES) and (
        most_tags(data) > max_tags or most_attributes(data) > MAX_ATTRIBUTES
    ):
        raise TOO_LARGE.of(path)
    if _has_giant_text(data, MAX_TEXT_BYTES):
        raise TOO_LARGE.of(path)
    if b"<!" in data and _DTD_WITH_CONTENT.search(data):
        raise DamagedFileError(path)


def most_tags(data: bytes) -> int:
    """Return how many elements, comments or texts `data` may hold at most: counted, or estimated if it is small."""
    return len(data) // 2 if len(data) < _SMALL else data.count(b"<")


def most_attributes(data: bytes) -> int:
    """Return how many attributes `data` may hold at most: counted, or estimated if it is small."""
    return len(data) // 5 if len(data) < _SMALL else data.count(b"=")


def page_bytes(page: str | bytes, path: Path) -> bytes:
    """Return a web page, given as text or as bytes in whatever encoding it declares, in UTF-8 without its pictures.

    Raises:
        FileError: Too many bytes, tags or attributes (in all, or of one element), or one giant text.
        UnreadableTextError: The bytes are in no known encoding.
    """
    text = page if isinstance(page, str) else decode_text(page, path)
    data = _EMBEDDED_PICTURE.sub(b"", text.encode("utf-8", "replace"))
    if len(data) > MAX_MARKUP_BYTES or most_tags(data) > MAX_TAGS or most_attributes(data) > MAX_ATTRIBUTES:
        raise TOO_LARGE.of(path)
    if _has_giant_text(data, MAX_PAGE_TEXT_BYTES) or any(tag[2] for tag in _START_TAG.finditer(data)):
        raise TOO_LARGE.of(path)
    return data.replace(b"\0", b"")


def check_spans(data: bytes, path: Path) -> int:
    """Refuse giant column spans in a Word part (UTF-8 XML), and return how many columns all spans cover.

    python-docx repeats a cell as often as its `gridSpan` says, two thousand million times if need be.

    Raises:
        FileError: A span is wider than `MAX_SPAN`, or all together cover more than `MAX_GRID_CELLS`.
    """
    if b"gridSpan" not in data and b"gridBefore" not in data and b"gridAfter" not in data:
        return 0
    spans = [int(width) for width in _SPAN.findall(data)]
    hidden = len(_SPAN_NAME.findall(data)) != len(spans)
    covered = sum(spans)
    if hidden or covered > MAX_GRID_CELLS or max(spans, default=0) > MAX_SPAN:
        raise TOO_LARGE.of(path)
    return covered


def limited_span(text: str | None) -> int:
    """Return the number of columns or rows that a `colspan` or `rowspan` means: 1 where it makes no sense."""
    digits = (text or "").strip()
    if not digits.isascii() or not digits.isdecimal():
        return 1
    return min(max(int(digits[:6]), 1), MAX_SPAN)


def decode_text(data: bytes, path: Path) -> str:
    """Return the text of a .txt or .html file: marked Unicode, as a web page declares, UTF-8, or GB 18030.

    Raises:
        UnreadableTextError: It is in none of these.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        candidates = ["utf-16"]
    else:
        meta = _META_CHARSET.search(data, 0, 4096)
        declared = _ENCODINGS.get(meta[1].decode("ascii").lower(), "") if meta else ""
        # What a page declares is often left over from its template, so the others are tried as well.
        candidates = [declared] if declared and declared != "latin-1" else []
        candidates += ["utf-8-sig", "gb18030"]
    for encoding in candidates:
        try:
            return data.decode(encoding).removeprefix("\ufeff")
        except UnicodeDecodeError:
            if encoding.startswith("utf-8") and (text := _nearly_utf8(data)):
                return text
    raise UnreadableTextError(path)


def _nearly_utf8(data: bytes) -> str:
    """Return the text of UTF-8 with a few broken characters, as at the end of a cut download; else nothing.

    Read as GB 18030 such a page may come out as gibberish without any error.
    """
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    wide = len(data) - len(text)  # two bytes more than characters for each Chinese one
    return text if broken * 100 < wide else ""


def _has_giant_text(data: bytes, size: int) -> bool:
    """Tell whether a text or attribute has more than `size` bytes; one that has twice as many is always found."""
    return any(data.find(b"<", at, at + size) < 0 for at in range(0, len(data) - size, size))
