"""What a file beside a published report is: a report of which year with which content, a sheet, a PDF, or else."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from unicodedata import normalize

from core.base.archive_limits import decode_text, open_archive, read_limited, recognise
from core.base.errors import ReportError, folder_unusable, reading_failed
from core.base.file_kinds import FileKind
from core.base.markup import parse_xml
from core.base.on_disk import OnDisk, entries_in, is_file, is_link, on_disk
from core.office.report_source import READ_KINDS, file_checksum, open_report
from core.published import pdf_file
from core.report.entry_text import entry_as_text
from core.report.shown_report import shown_report
from core.word.reader import read_report

_STAGE = r"草稿|送审稿(?:第\d+稿)?"
_WORD_MARK = re.compile(_STAGE)
_SHEET_STAGE = re.compile(rf"稿\s*次[：:\s]*({_STAGE})")
_PDF_MARK = re.compile(rf"({_STAGE})(?:校验码[0-9A-F]{{4}}-[0-9A-F]{{4}}|有\d+个错误)?")
_ONE_LINE = 3
"""Points by which letters and digits of one line may stand lower."""

_PAGE_MARK = re.compile(rf">({_STAGE})</p>\s*<h1")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_GROUPED = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_CODES = re.compile(r"(?=([0-9A-F]{4}-[0-9A-F]{4}))")
_WORD_STORIES = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml")
_WORD_BODY = "word/document.xml"
_WORD_PAGES = re.compile(rb"<Pages>(\d{1,4})</Pages>")
_PDF_PAGE = re.compile(rb"/Type\s*/Page\b")
_PDF_PACKED = b"/ObjStm"  # its pages cannot be counted without unpacking
_LOOKED_INTO = {
    ".docx",
    ".xlsx",
    ".htm",
    ".html",
    ".mht",
    ".mhtml",
    ".txt",
    ".pdf",
    ".png",
    ".jpg",
    ".jpeg",
    ".bmp",
    ".tif",
    ".tiff",
}
"""What the names of files end with that may belong into an archive; others cost no reading."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file and what it was found to be.

    Attributes:
        kind: What it really is, whatever its name says.
        made: Day and time it was last written, YYYY-MM-DD HH:MM.
        is_draft: Whether it is a draft of ours.
        unit: Unit of the report it holds; "" where it holds none.
        year: Likewise the year; None where it holds none.
        checksum: 校验码 of what the report in it shows; "" where it holds none.
        mark: 草稿 or 送审稿第N稿 where a Word file, page or PDF is marked so; "" otherwise.
        codes: All 校验码 that are printed in a Word file or on the first page of a PDF, as on a sign-off sheet.
        heading: What stands first in a Word file, such as 政府信息公开工作年度报告审签单; "" in any other file.
        sheet_stage: The stage that a sign-off sheet in Word is for, unless it is the 定稿; "" otherwise.
        pages: As Word noted or as the PDF counts; "" where the file does not tell.
        numbers: Of a PDF with a report what its tables print by code, as far as that was read.
        counted: Likewise the numbers in each of its texts, in their order.
        beside: Of a report in Word what stands outside its text, such as in text boxes and headers, in sentences.
    """

    path: Path
    kind: FileKind
    made: str
    is_draft: bool = False
    unit: str = ""
    year: int | None = None
    checksum: str = ""
    mark: str = ""
    codes: frozenset[str] = frozenset()
    pages: str = ""
    heading: str = ""
    sheet_stage: str = ""
    numbers: Mapping[str, str] = field(default_factory=dict)
    counted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    beside: tuple[str, ...] = ()


def entries_of(folder: Path) -> list[Path]:
    """Return what stands in a folder, by name.

    Raises:
        FileError: It is not there, is no folder or cannot be listed.
    """
    entries = entries_in(folder)
    if entries is None:
        raise folder_unusable(folder)
    return entries


def files_in(folder: Path) -> list[Path]:
    """Return the files of a folder by name; folders in it, links, and what a program keeps open there are left out.

    Raises:
        FileError: As for ``entries_of``.
    """
    shown = (path for path in entries_of(folder) if not path.name.startswith((".", "~$")))
    return [path for path in shown if not is_link(path) and is_file(path)]


def passed_over(folder: Path) -> list[str]:
    """Return the entries of a folder that are neither files nor folders, each with why it is not taken.

    Raises:
        FileError: As for ``entries_of``.
    """
    shown = [path for path in entries_of(folder) if not path.name.startswith((".", "~$"))]
    links = {path: "是链接，请放入文件本身" for path in shown if is_link(path)}
    others = {path: "不是普通文件" for path in shown if on_disk(path) is OnDisk.OTHER}
    return [f"{path.name}（{why}）" for path, why in (others | links).items()]


def look_at(path: Path) -> FoundFile:
    """Return what a file is; one that holds no report is none the worse.

    Raises:
        FileError: It cannot be read, or is a damaged or hostile package.
    """
    made = _made(path)
    if path.suffix.lower() not in _LOOKED_INTO:
        return FoundFile(path, FileKind.UNKNOWN, made)
    data = read_limited(path)
    kind = recognise(path, data)
    found = FoundFile(path, kind, made)
    if kind is FileKind.PDF:
        mark, codes = _mark_and_codes(data, path)
        found = replace(found, pages=pdf_pages(data), mark=mark, codes=codes)
    elif kind is FileKind.DOCX:
        found = _with_word_facts(found)
    elif kind is FileKind.HTML:
        match = _PAGE_MARK.search(decode_text(data, path))
        found = replace(found, mark=match[1] if match else "")
    if kind not in READ_KINDS:
        return found
    try:
        opened = open_report(path)
    except ReportError:  # a sheet, a scan or another paper
        return found
    report = opened.report
    checksum = file_checksum(path, report)
    if kind is FileKind.PDF:
        printed = {code: entry_as_text(entry) for code, entry in (opened.printed or {}).items() if entry is not None}
        found = replace(found, numbers=printed, counted=numbers_in(shown_report(report).texts))
    elif kind is FileKind.DOCX:
        found = replace(found, beside=_beside(path))
    return replace(found, is_draft=opened.is_draft, unit=report.unit, year=report.year, checksum=checksum)


def numbers_in(texts: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Return the numbers in digits that each text has, in their order, of one width and without grouping."""
    plain = {code: normalize("NFKC", "".join("".join(lines).split())) for code, lines in texts.items()}
    return {code: tuple(_NUMBER.findall(_GROUPED.sub("", text))) for code, text in plain.items()}


def _beside(path: Path) -> tuple[str, ...]:
    """Return what a report in Word shows outside its text and tables."""
    with suppress(ReportError):  # of another office: import told of it what it could
        shown = read_report(path)
        return (*(note.sentence for note in shown.notes if note.text), *shown.remarks)
    return ()


def _made(path: Path) -> str:
    """Return when a file was last written."""
    try:
        with path.open("rb") as stream:
            status = os.fstat(stream.fileno())
    except OSError as error:
        raise reading_failed(error, path) from error
    return datetime.fromtimestamp(status.st_mtime).strftime("%Y-%m-%d %H:%M")


def _with_word_facts(found: FoundFile) -> FoundFile:
    """Add the stage that the page header of a Word file names, its pages and heading, and all 校验码 printed in it."""
    archive = open_archive(found.path, FileKind.DOCX)
    mark, codes, heading, stage = "", set(), "", ""
    for name in archive.names:
        if _WORD_STORIES.fullmatch(name):
            root = parse_xml(archive.read(name), found.path)
            text = "".join(map(str, root.itertext()))
            if name == _WORD_BODY:
                paragraphs = ("".join(map(str, p.itertext())).strip() for p in root.iter("{*}p"))
                heading = next(filter(None, paragraphs), "")
                stage = found_stage[1] if (found_stage := _SHEET_STAGE.search(text)) else ""
            codes.update(_CODES.findall(text))
            if "header" in name and (match := _WORD_MARK.search(text)):
                mark = match[0]
    noted = _WORD_PAGES.search(archive.read("docProps/app.xml")) if "docProps/app.xml" in archive else None
    pages = noted[1].decode() if noted else ""
    return replace(found, mark=mark, pages=pages, codes=frozenset(codes), heading=heading, sheet_stage=stage)


def _mark_and_codes(data: bytes, path: Path) -> tuple[str, frozenset[str]]:
    """Return the stage in the upmost line of a PDF and all 校验码 on its first page.

    The stage stands alone, before the 校验码 or a count of errors; it is "" for none.
    """
    try:
        glyphs = pdf_file.pages_of(data, path)[0].glyphs
    except ReportError:  # whether it can be read is told where the report in it is looked for
        return "", frozenset()
    top = min((glyph.base for glyph in glyphs), default=0)
    line = sorted((glyph for glyph in glyphs if glyph.base - top < _ONE_LINE), key=lambda glyph: glyph.left)
    match = _PDF_MARK.fullmatch("".join(glyph.char for glyph in line if not glyph.char.isspace()))
    codes = _CODES.findall("".join(glyph.char for glyph in glyphs))
    return match[1] if match else "", frozenset(codes)


def pdf_pages(data: bytes) -> str:
    """Return how many pages a PDF has; "" where it keeps them packed."""
    if _PDF_PACKED in data:
        return ""
    return str(len(_PDF_PAGE.findall(data)) or "")
