"""Reads a published report from Word, a PDF, a web page, a workbook, a plain text or the clipboard.

One module for each kind of file turns it into blocks (paragraphs and tables with their spans laid out); one recogniser
finds the report in the blocks, by labels alone. lxml is imported only when a file is opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from core.base.archive_limits import decode_text, open_archive, read_limited, recognise, refuse
from core.base.errors import ErrorText, ReportError
from core.base.file_kinds import FileKind
from core.base.markup_limits import TOO_LARGE
from core.published import fees, pdf_pages, pdf_told, plain_text, recogniser, sheets, web_archives, web_pages
from core.published.fees import FEES_ELSEWHERE as FEES_ELSEWHERE
from core.published.fees import FEES_READ as FEES_READ
from core.published.fees import FEES_UNREAD as FEES_UNREAD
from core.published.fees import fees_unread as fees_unread
from core.published.form_tables import SEVERAL_TABLES as SEVERAL_TABLES
from core.published.labels import squeezed
from core.published.pasted_text import PastedReport as PastedReport
from core.published.pasted_text import split_pasted as split_pasted
from core.published.recogniser import MARKS_READ as MARKS_READ
from core.published.recogniser import REMARK as REMARK
from core.published.recogniser import SEVERAL_REPORTS as SEVERAL_REPORTS
from core.published.recogniser import Imported as Imported
from core.published.texts import PARTS_OF as PARTS_OF
from core.published.title import signature as signature
from core.published.title import year_of_period as year_of_period
from core.published.unsure import SUMS as SUMS
from core.published.unsure import Unsure as Unsure
from core.published.unsure import unsure_draft as unsure_draft
from core.report.entry_text import LONGEST_TEXT, Refused
from core.report.linked_text import resolve
from core.report.totals import report_numbers
from core.visible import word_pages
from core.visible.blocks import Block, Pages, Paragraph
from core.visible.word_revisions import COMMENTS_LEFT as COMMENTS_LEFT
from core.visible.word_revisions import REVISIONS_READ as REVISIONS_READ

CLIPBOARD = Path("剪贴板")
_NO_REPORT = ErrorText(
    "在“{name}”中没有找到政府信息公开工作年度报告的标题和表格。",
    "请确认选对了文件；如果是网页，请打开网页全选复制后点“粘贴导入”。",
)
_SCANNED = ErrorText(
    "“{name}”里只有图片，是扫描件，没有可以读取的文字和表格。",
    "请改用可以编辑的 Word 文件（.docx），别的单位报来的请它改报；没有的，用 WPS 识别成文字，逐格核对后再导入。",
)
_NO_TABLES = ErrorText(
    "在“{name}”中只找到年度报告的标题，没有找到它的表格，可能只有报告的一页或一部分。",
    "请选择完整的报告文件；表格在另一个文件里的，请导入那个文件。",
)
_FALLEN_APART = ErrorText(
    "“{name}”里的表格已经散开，只剩一行行文字，像是从 PDF 里复制的，数字不知属于哪一格。",
    "请直接导入那个 PDF 文件；是扫描件的，用 WPS 的“PDF转Word”转换后导入。",
)
_TITLE = re.compile(r"政府信息公开(?:工作)?年度报告$")
_LEAST_LABEL = 6
_MANY_LABELS = 8
"""Row labels of a table that was not found, from which its text is the table itself without its cells."""


def import_report(path: Path) -> Imported:
    """Read a published report: .docx, .pdf, .htm/.html/.mht, .xlsx or .txt, by its content whatever its name says.

    Raises:
        ReportError: The file cannot be read, is of a kind that is never read (.doc, .wps, a scan), is damaged or too
            large, or holds no yearly report.
    """
    pages = _pages(path)
    try:
        imported = _recognised(pages, path.name)
    except ReportError:
        if not pages.has_frame:
            raise
        imported = _recognised(_pages(path, with_hidden=True), path.name)
    return _whole(imported, path.name) if pages.is_plain else imported


def read_lines(path: Path) -> list[str]:
    """Return the paragraphs that a file shows, outside its tables; for what is no report, such as a covering letter.

    Raises:
        ReportError: As for ``import_report``.
    """
    return [block.text.strip() for block in _pages(path).blocks if isinstance(block, Paragraph) and block.text.strip()]


def import_clipboard(html: str | None, text: str) -> Imported:
    """Read a published report that was copied as a whole from a web page, Word or WPS.

    Args:
        html: The copy with its tables; None where the clipboard has none.
        text: The copy as plain text.

    Raises:
        ReportError: There is no yearly report in it.
    """
    failed: ReportError | None = None
    if html and html.strip():
        try:
            start = max(html.find("<"), 0)  # Windows puts a few lines before the page
            imported = _recognised(web_pages.read_web_page(html[start:], CLIPBOARD), CLIPBOARD.name)
        except ReportError as error:
            failed = error
        else:
            if imported.is_complete or not text.strip():
                return imported
            return _better(imported, text)
    if text.strip():
        return _whole(_recognised(plain_text.read_plain_text(text, CLIPBOARD), CLIPBOARD.name), CLIPBOARD.name)
    raise failed or _NO_REPORT.error(name=CLIPBOARD.name)


def import_json(imported: Imported) -> dict[str, object]:
    """Return what was read in the shape that the command line prints."""
    report = imported.report
    numbers = report_numbers(report)  # a draft of ours has linked numbers in its texts
    return {
        "unit": report.unit,
        "year": report.year,
        "form": imported.form,
        "meta": dict(report.meta),
        "texts": {code: resolve(text, numbers) for code, text in report.texts.items()},
        "cells": {code: e.text if isinstance(e, Refused) else e for code, e in imported.printed.items()},
        "unrecognised": [{"place": place, "text": text} for place, text in imported.reported],
        "summary": dict(imported.summary),
    }


def _pages(path: Path, *, with_hidden: bool = False) -> Pages:
    data = read_limited(path)
    kind = recognise(path, data)
    if kind is FileKind.DOCX:
        return word_pages.read_word(open_archive(path, FileKind.DOCX))
    if kind is FileKind.XLSX:
        return sheets.read_workbook(open_archive(path, FileKind.XLSX))
    if kind is FileKind.WEB_ARCHIVE:
        kind, data = FileKind.HTML, web_archives.page_in(data, path)
    if kind is FileKind.HTML:
        return web_pages.read_web_page(data, path, with_hidden=with_hidden)
    if kind is FileKind.PDF:
        return pdf_pages.read_pdf(data, path)
    refuse(path, kind, FileKind.TEXT)
    return plain_text.read_plain_text(decode_text(data, path), path)


def _recognised(pages: Pages, name: str) -> Imported:
    imported = recogniser.recognise(pages)
    if imported is None:
        raise _why_none(pages).error(name=name)
    if any(len(text) > LONGEST_TEXT for text in imported.report.texts.values()):
        raise TOO_LARGE.of(Path(name))
    fees.fill_fees(imported)
    return imported


def _why_none(pages: Pages) -> ErrorText:
    """Return why no report was found: pictures with hardly a word beside them are a scan, whatever title was typed."""
    texts = list(_texts(pages.blocks))
    if pages.has_pictures and sum(len(squeezed(text)) for text in texts) < pdf_told.LEAST_TEXT:
        return _SCANNED
    titles = (block.text for block in pages.blocks if isinstance(block, Paragraph))
    return _NO_TABLES if any(map(_TITLE.search, map(squeezed, titles))) else _NO_REPORT


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from _texts(cell.content)


def _whole(imported: Imported, name: str) -> Imported:
    """Return what was read from plain text.

    Raises:
        ReportError: One of its tables fell apart into lines, as when it is copied out of a PDF.
    """
    text = "".join(squeezed(text) for text in imported.report.texts.values())
    for table in imported.report.form.tables.values():
        labels = {squeezed(line.label) for line in table.rows.values() if len(line.label) >= _LEAST_LABEL}
        if imported.summary[table.id].startswith("0/") and sum(label in text for label in labels) >= _MANY_LABELS:
            raise _FALLEN_APART.error(name=name)
    return imported


def _better(imported: Imported, text: str) -> Imported:
    """Return what the plain text of the clipboard gives where that is more than its page gave."""
    try:
        other = _recognised(plain_text.read_plain_text(text, CLIPBOARD), CLIPBOARD.name)
    except ReportError:
        return imported
    return other if other.is_complete else imported
