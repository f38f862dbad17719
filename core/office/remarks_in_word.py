"""Reads remarks out of a Word file: a 退回修改意见, numbered paragraphs, or the comments in a report that came back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from core.base.archive_limits import open_archive
from core.base.errors import ErrorText, ReportError
from core.base.file_kinds import FileKind
from core.base.short_texts import normalised
from core.office.register.days import read_day
from core.office.review import NUMBERING, remarks_by_number
from core.report.report import Report
from core.visible.blocks import Pages, Paragraph, VisibleTable
from core.visible.word_pages import read_word
from core.word.reader import read_report

LETTER_COLUMNS = ("序号", "位置", "写的是", "应核对的", "依据")
"""The head of the table in a 退回修改意见; each row below it is one remark."""

SEE_RIGHT = "见右"
"""What stands under 写的是 where nothing can be quoted."""

MOST_REMARKS = 500
_ADDRESSEE = re.compile("([^：:，,。；;、]{2,60})[：:]")
_ABOUT = re.compile(r"报送的(\d{4})年度")
_UNTIL = re.compile(r"请于([^，。；请]*\d[^，。；请]*?)前报[回送]")
_SIGNED = re.compile("[^：:，,。；;、＿\\d]{3,40}")
_BRACKETED = re.compile(r"([A-Z]+\d?-\w+)（(.+)）")
_NO_COMMENTS = ErrorText(
    "“{name}”是一份年度报告，里面没有批注。", "要看正文里改了哪些地方，请用“报告”菜单中的“核对改过的 Word 文件”。"
)
_NO_REMARKS = ErrorText(
    "“{name}”里没有找到退回意见：没有“序号、位置、写的是、应核对的、依据”的表格，没有编号的段落，也没有批注。",
    "请打开该文件，把意见复制后粘贴到“退回意见”框中，一行一条。",
)
_TOO_MANY = ErrorText("“{name}”里有{number}条意见，超出正常范围，没有读取。", "请确认选对了文件。")


@dataclass(frozen=True, slots=True)
class ReadRemarks:
    """The remarks of a file.

    Attributes:
        by: Who wrote them or signed the letter, where the file says so; "" elsewhere.
        remarks: One sentence each, beginning with the place where the file names one.
        unit: Whom a 退回修改意见 addresses; "" where it names nobody, and of other files.
        year: The year of the report that it is about; None likewise.
        answer_by: Until when a 退回修改意见 wants the mended report, in its words; "" likewise.
    """

    by: str
    remarks: tuple[str, ...]
    unit: str = ""
    year: int | None = None
    answer_by: str = ""

    def about_another(self, report: Report) -> str:
        """Return in a Chinese sentence that the letter is about another report; "" where nothing says so."""
        if self.unit and report.unit and _plain(self.unit) != _plain(report.unit):
            return f"这份意见是写给“{self.unit}”的，打开的是“{report.unit}”的报告。"
        if self.year and report.year and self.year != report.year:
            return f"这份意见说的是{self.year}年度的报告，打开的是{report.year}年度的。"
        return ""


def read_remarks(path: Path, form_id: str) -> ReadRemarks:
    """Return the remarks in a Word file; ``form_id`` is the format of the report they are about.

    Raises:
        ReportError: The file cannot be read, or there are none in it.
    """
    pages = read_word(open_archive(path, FileKind.DOCX), by_line=False)
    remarks = list(_of_letter(pages))
    unit, year = _addressed(pages) if remarks else ("", None)
    by, answer_by = _closing(pages) if remarks else ("", "")
    if not remarks:
        try:
            notes = tuple(note for note in read_report(path, form_id).notes if note.text)
        except ReportError:  # another paper
            notes = ()
            remarks = _numbered(pages) or [note.text for note in pages.notes.values() if note.text]
        else:
            if not notes:
                raise _NO_COMMENTS.of(path)
        by = "、".join(dict.fromkeys(note.author for note in notes if note.author))
        remarks += [note.sentence for note in notes]
    if not remarks:
        raise _NO_REMARKS.of(path)
    if len(remarks) > MOST_REMARKS:
        raise _TOO_MANY.of(path, number=len(remarks))
    return ReadRemarks(by, tuple(remarks), unit, year, answer_by)


def _addressed(pages: Pages) -> tuple[str, int | None]:
    """Return whom a letter addresses (某某局：) and the year of the report that it speaks of."""
    lines = [normalised(block.text) for block in pages.blocks if isinstance(block, Paragraph)]
    unit = next((found[1].strip() for line in lines if (found := _ADDRESSEE.fullmatch(line))), "")
    year = next((int(found[1]) for line in lines if (found := _ABOUT.search(line))), None)
    return unit, year


def _closing(pages: Pages) -> tuple[str, str]:
    """Return who signed a letter, above the day at its very end, and until when it wants the mended report."""
    lines = [text for block in pages.blocks if isinstance(block, Paragraph) and (text := normalised(block.text))]
    signed = lines[-2].strip() if len(lines) > 1 and read_day(lines[-1].strip()) else ""
    until = next((found[1].strip() for line in lines if (found := _UNTIL.search(line))), "")
    return signed if _SIGNED.fullmatch(signed) else "", until


def _plain(name: str) -> str:
    return "".join(normalize("NFKC", name).split())


def _of_letter(pages: Pages) -> Iterator[str]:
    """Yield a sentence for each row of the tables that are headed as in a 退回修改意见."""
    for block in pages.blocks:
        columns: dict[str, float] = {}
        for row in block.rows if isinstance(block, VisibleTable) else ():
            texts = {cell.left: normalised(cell.text) for cell in row.cells}
            heads = {text.replace(" ", ""): left for left, text in texts.items()}
            if heads.keys() >= set(LETTER_COLUMNS):
                columns = heads
            elif columns:
                _, place, written, wanted, basis = (texts.get(columns[name], "") for name in LETTER_COLUMNS)
                if place or written or wanted:
                    yield _sentence(place, written, wanted, basis)


def _sentence(place: str, written: str, wanted: str, basis: str) -> str:
    said = "，".join(filter(None, (f"写的是“{written}”" if written not in ("", SEE_RIGHT) else "", wanted)))
    return (f"{place}：{said}" if place else said) + _in_brackets(_BRACKETED.sub(r"\1，\2", basis))


def _in_brackets(basis: str) -> str:
    """Return a 依据 as it follows a sentence, in brackets that it does not hold itself: 30号（四）."""
    opening, closing = "【】" if "（" in basis else "（）"
    return f"{opening}{basis}{closing}" if basis else ""


def _numbered(pages: Pages) -> list[str]:
    """Return the numbered paragraphs, each with what goes on below it; what follows the last one is no remark."""
    lines = [normalised(block.text) for block in pages.blocks if isinstance(block, Paragraph)]
    at = [i for i, line in enumerate(lines) if NUMBERING.match(line)]
    return remarks_by_number(lines[at[0] : at[-1] + 1]) if at else []
