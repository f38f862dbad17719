"""目录.xlsx: the list of an archive for people, written and read back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from core.base.archive_limits import checked_workbook_bytes
from core.base.errors import ErrorText
from core.draft.workbook import raw_workbook, writer
from core.draft.workbook.sheet_plan import SheetPlan, Style
from core.office.archive.check_list import CHECK_NAME, Listed
from core.office.archive.selection import Piece
from core.report.report import Report

_COLUMNS = {
    "序号": 6,
    "文件": 52,
    "内容": 14,
    "日期": 17,
    "页数": 7,
    "大小（字节）": 13,
    "SHA-256": 36,
    "校验码": 12,
    "说明": 30,
}
_FILE, _WHAT, _SIZE, _HASH = "文件", "内容", "大小（字节）", "SHA-256"
_NO_LIST = ErrorText("“{name}”不是归档的目录。", "请用“归档”生成的文件夹；目录被改动过的，请从备份中取回。")
_MOST_ROWS = 1_000
_PROOF = (
    f"本表和“{CHECK_NAME}”互相印证：任何一个文件改动、缺少或多出，“核对归档”都会指出。",
    f"两份清单被一起重新编写时，核对看不出来；请把“{CHECK_NAME}”末尾的归档码另外记下（程序也记在草稿里），核对时对照。",
    "Word 文件的页数随电脑的字体变化，只有文件自己记有页数时才登记。",
)


class ListedFile(NamedTuple):
    """A row of the list."""

    file: Listed
    what: str


def catalogue_bytes(
    report: Report, pieces: Sequence[tuple[Piece, Listed]], missing: Sequence[str], today: str
) -> bytes:
    """Return 目录.xlsx of an archive.

    Args:
        report: The report.
        pieces: The files with size and hash, in the order of the list.
        missing: What the archive should hold and does not.
        today: The day as YYYY-MM-DD.
    """
    sheet = SheetPlan("archive", "目录", is_landscape=True)
    title = f"{report.unit}{report.of_year}政府信息公开工作年度报告　归档目录"
    sheet.put(1, 1, title, Style.TITLE)
    row = 2
    for text in _facts(report, today):
        sheet.put(row, 1, text, Style.NOTE)
        row += 1
    row += 1
    for column, label in enumerate(_COLUMNS, 1):
        sheet.put(row, column, label, Style.HEADER)
    sheet.repeat = (row, row)
    for number, (piece, listed) in enumerate(pieces, 1):
        row += 1
        values = (number, listed.name, piece.what, piece.day, int(piece.pages) if piece.pages else None)
        for column, value in enumerate((*values, listed.size, listed.sha256, piece.checksum, piece.note), 1):
            sheet.put(row, column, value, Style.LABEL)
    row += 2
    for text in (*(f"没有收入：{what}" for what in missing), *_PROOF):
        sheet.put(row, 1, text, Style.NOTE)
        row += 1
    sheet.widths.update(enumerate(_COLUMNS.values(), 1))
    sheet.finish()
    return writer.workbook_bytes([sheet], title)


def _facts(report: Report, today: str) -> list[str]:
    status = report.status
    published = (
        f"{status['published_on']}　{status.get('published_url', '')}" if status.get("published_on") else "未登记"
    )
    return [f"归档日期：{today}", f"公布：{published}"]


def read_catalogue(path: Path) -> list[ListedFile]:
    """Return the rows of 目录.xlsx; a name that leads out of the folder is returned as it stands there.

    Raises:
        FileError: It cannot be read, or is no such list.
    """
    book = raw_workbook.read_workbook(checked_workbook_bytes(path), path)
    for cells in book.sheets.values():
        texts = {place: cell.text for place, cell in cells.items()}
        head = next((place[0] for place, text in texts.items() if text == _HASH), None)
        columns = {text: column for (row, column), text in texts.items() if row == head}
        if head is not None and columns.keys() >= {_FILE, _WHAT, _SIZE, _HASH}:
            return _rows(texts, head, columns)
    raise _NO_LIST.of(path)


def _rows(texts: Mapping[tuple[int, int], str], head: int, columns: Mapping[str, int]) -> list[ListedFile]:
    found = []
    for row in range(head + 1, head + 1 + _MOST_ROWS):
        name, what, size, sha256 = (texts.get((row, columns[label]), "") for label in (_FILE, _WHAT, _SIZE, _HASH))
        if not name:
            break
        is_number = size.isascii() and size.isdecimal() and len(size) < 16
        found.append(ListedFile(Listed(name, sha256, int(size) if is_number else -1), what))
    return found
