"""Reads back what a Word report of ours visibly shows, also after somebody edited and saved it elsewhere.

Tracked insertions count, deletions do not; hidden and struck-out text, text boxes, comments and fields' codes are
passed over.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.base.archive_limits import Archive, open_archive, parse_xml
from core.base.errors import ErrorText, ReportError
from core.base.file_kinds import FileKind
from core.form.form_reader import load_form
from core.form.formats import form_ids
from core.report.checksum import checksum
from core.report.shown_report import Shown, normalised
from core.visible.blocks import Table
from core.visible.word_pages import read_word
from core.word.styles import NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.form.form_definition import FormDefinition, Section
    from core.form.form_definition import Table as FormTable
    from core.visible.blocks import Pages, Paragraph

_NO_REPORT = ErrorText(
    "“{name}”中没有找到年度报告的六个部分和表格。",
    "请另选一个由本程序生成的报告；如果是其他来源的报告，请用“导入”打开。",
)
_HEADER = re.compile(r"word/header\d*\.xml")
_ASIDE = {
    NAMES["DocumentNumber"]: "meta.doc_number",
    NAMES["Addressee"]: "meta.addressee",
    NAMES["SignOff"]: "meta.sign_off",
    NAMES["SignDate"]: "meta.date",
}

_TEXT_STYLES = {NAMES[key].lower() for key in ("BodyText", "BodyPoint", "TableNote")}
"""A text that happens to read like a heading is none while it still has its style."""


def read_report(source: Path | bytes, form_id: str = "") -> Shown:
    """Return what the Word report shows; ``remarks`` says which headings and labels are not those of the form.

    Args:
        source: The file, or its content.
        form_id: Its format; where it is "", the one in which most of its numbers are found.

    Raises:
        ReportError: The file cannot be read, or has none of the headings and tables of a yearly report.
    """
    made = Path("report.docx")  # by this program, just now
    archive = Archive(made, source) if isinstance(source, bytes) else open_archive(source, FileKind.DOCX)
    pages = read_word(archive, by_line=False)
    found = [_read(pages, load_form(known)) for known in ([form_id] if form_id else form_ids())]
    best = max(found, key=lambda reading: (len(reading.numbers), -len(reading.shown().remarks)))
    if not best.sections_seen and not best.numbers:
        raise _NO_REPORT.of(archive.path)
    return replace(best.shown(), mark=_page_mark(archive))


def _page_mark(archive: Archive) -> str:
    """Return the text of the first header that has any; "" where none can be read."""
    with suppress(ReportError):
        for name in archive.names:
            if _HEADER.fullmatch(name):
                root = parse_xml(archive.read(name), archive.path)
                if text := "".join(t.text or "" for t in root.iter("{*}t")).strip():
                    return text
    return ""


def _read(pages: Pages, form: FormDefinition) -> _Reading:
    reading = _Reading(form, pages.remarks)
    for block in pages.blocks:
        if isinstance(block, Table):
            reading.take_table(block)
        else:
            reading.take_paragraph(block)
    return reading


class _Reading:
    """Sorts the paragraphs and tables of a document into the places of the form, from top to bottom."""

    def __init__(self, form: FormDefinition, remarks: Sequence[str]) -> None:
        self._form = form
        self._of_file = remarks
        self._title: list[str] = []
        self._texts: dict[str, list[str]] = {}
        self._others: dict[str, str] = {}
        self._remarks: list[str] = []
        self._left = list(form.sections.values())
        self._section: Section | None = None
        self._code = next(text.code for text in form.texts.values() if not text.section)
        self.sections_seen = 0
        self.numbers: dict[str, str] = {}

    def shown(self) -> Shown:
        """Return what was found, in the order of the form."""
        remarks = (*self._remarks, *(f"缺少标题“{section.title}”" for section in self._left), *self._of_file)
        texts = {code: tuple(self._texts[code]) for code in self._form.texts if code in self._texts}
        return Shown("".join(self._title), texts, self.numbers, self._others, remarks)

    def take_paragraph(self, paragraph: Paragraph) -> None:
        """Put a paragraph where it belongs."""
        style = paragraph.style
        lines = [line.strip() for line in paragraph.text.split("\n") if line.strip()]
        if not lines:
            return
        if style == NAMES["Title"] and self._section is None:
            self._title.append(paragraph.text.replace("\n", ""))
        elif style in _ASIDE:
            self._others[_ASIDE[style]] = "".join(lines)
        elif not self._is_heading(style.lower(), normalised(paragraph.text)):
            self._texts.setdefault(self._code, []).extend(lines)

    def take_table(self, table: Table) -> None:
        """Read a table as that of the section it stands in; one that has another shape is named."""
        wanted = (
            [self._form.tables[c] for c in self._section.contents if c in self._form.tables] if self._section else []
        )
        if not wanted or any(code in self.numbers for code in wanted[0].cells):
            self._remarks.append("多出一个表格")
            return
        form_table = wanted[0]
        self._read_cells(form_table, table)
        contents = self._section.contents if self._section else ()
        after = contents[contents.index(form_table.id) + 1 :]
        self._code = after[0] if after else self._code

    def _is_heading(self, style: str, text: str) -> bool:
        """Whether the paragraph opens a section or one of its sub-headings; if so go there."""
        if style in _TEXT_STYLES:
            return False
        for section in self._left:
            if text in (section.title, *section.synonyms):
                return self._open(section)
        if style == NAMES["Heading1"] and self._left:
            self._remarks.append(f"标题“{self._left[0].title}”改成了“{text}”")
            return self._open(self._left[0])
        if self._section is None:
            return False
        inside = [self._form.texts[c] for c in self._section.contents if c in self._form.texts]
        later = (
            inside[[t.code for t in inside].index(self._code) + 1 :] if self._code in [t.code for t in inside] else []
        )
        for code in later:
            if code.heading and (text == code.heading or style == NAMES["Heading2"]):
                if text != code.heading:
                    self._remarks.append(f"标题“{code.heading}”改成了“{text}”")
                self._code = code.code
                return True
        return False

    def _open(self, section: Section) -> bool:
        skipped = self._left[: self._left.index(section)]
        self._remarks += [f"缺少标题“{s.title}”" for s in skipped]
        self._left = self._left[len(skipped) + 1 :]
        self._section = section
        self._code = section.contents[0]
        self.sections_seen += 1
        return True

    def _read_cells(self, form_table: FormTable, table: Table) -> None:
        column_at = {edge: column for column, edge in enumerate(table.edges)}
        texts = {(top, column_at[cell.left]): cell.text for top, row in enumerate(table.rows) for cell in row.cells}
        strange = 0
        for row in form_table.grid:
            for item in row:
                text = normalised(texts.get((item.top, item.left), ""))
                if item.code and text:
                    self.numbers[item.code] = text
                elif not item.code and text.replace(" ", "") != item.label.replace(" ", ""):
                    strange += 1
        if strange:
            self._remarks.append(f"{form_table.name}有{strange}处栏目与官方表样不一致")


def document_checksum(path: Path) -> str:
    """Return the checksum of what a Word report of ours visibly shows, also after somebody edited it.

    Insertions of tracked changes count, deletions do not.

    Raises:
        ReportError: The file cannot be read, or is no yearly report.
    """
    return checksum(read_report(path))
