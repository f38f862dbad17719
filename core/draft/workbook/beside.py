"""Remarks what a person wrote beside its place, so that it is told before a report is made without it."""

from __future__ import annotations

from core.draft.workbook.codes import CONTINUED
from core.draft.workbook.reading import ALL_ROWS, Unread, WorkbookReading

NOT_READ = "没有读入；请"
"""What every sentence about a thing beside its place says, and no other."""

_SHOWN = 20


def remark_beside_text(reading: WorkbookReading, sheet: str, row: int, marks: int, column: int) -> None:
    """Remark what stands in a row of a text where only the mark of a continued cell belongs, and right of the text."""
    cells = reading.finder.book.sheets[sheet]
    cell = cells.get((row, marks))
    if cell is not None and cell.text.strip() != CONTINUED:
        said = f"“{cell.text[:_SHOWN]}”写在了正文左边的一列，{NOT_READ}移到右边的格中。"
        reading.remark((sheet, row, marks), said)
    for other in sorted(reading.columns_in(sheet, row)):
        text = cells[row, other].text
        if other > column and text.strip():
            said = f"“{text[:_SHOWN]}”写在了正文右边的一列，{NOT_READ}移到左边的格中。"
            reading.remark((sheet, row, other), said)


def remark_copies(reading: WorkbookReading) -> None:
    """Remark the sheets and rows that are copies of those that were read; to be called when all is read.

    Each sentence names its place, since the list of a collection names none.
    """
    originals = {keys.key: title for title, keys in reading.finder.keys.items() if title in reading.used}
    for title, keys in reading.finder.keys.items():
        original = originals.get(keys.key, "") if keys.key else ""
        if original and title not in reading.used:
            said = f"工作表“{title}”与“{original}”重复，{NOT_READ}核对用哪一张，把数字和文字填到“{original}”中。"
            reading.remarks.append(Unread("", "", said))
            reading.told_rows.add((title, ALL_ROWS))
        elif original:
            _remark_copied_rows(reading, title)


def _remark_copied_rows(reading: WorkbookReading, title: str) -> None:
    keys = reading.finder.keys[title]
    cells, used = reading.finder.book.sheets[title], reading.used[title]
    read_rows = {row for row, _ in used}
    twice = [(row, cell.text) for (row, column), cell in cells.items() if column == keys.column and row != keys.row]
    by_key: dict[str, list[int]] = {}
    for row, key in sorted(twice):
        by_key.setdefault(key, []).append(row)
    for rows in by_key.values():
        read = next((row for row in rows if row in read_rows), None)
        for row in rows:
            if read is not None and row not in read_rows:
                said = f"工作表“{title}”的第{row + 1}行与第{read + 1}行重复，{NOT_READ}核对用哪一行"
                said += f"，把内容填到第{read + 1}行。"
                reading.remarks.append(Unread("", "", said))
                reading.told_rows.add((title, row))
