"""Reads the sheets that hold lists back into the report."""

from __future__ import annotations

from core.draft.workbook.codes import CONTINUED
from core.draft.workbook.list_sheets import (
    EXPLANATIONS,
    KINDS,
    LIST_PREFIX,
    LOG,
    NUMBER_COLUMN,
    ORIGINS,
    OTHERS,
    REMARKS,
    ROUNDS,
    SHOWN,
    STATUS,
    ListSheet,
)
from core.draft.workbook.reading import WorkbookReading
from core.report.entry_text import clean_text, parse_entry
from core.report.report import FINAL_COPY, Explanation, LogEntry, Origin, Remark, ReviewRound

Record = tuple[int, list[str]]


_MOST_DECIMALS = 6


def read_lists(reading: WorkbookReading) -> None:
    """Read all lists that the workbook has; one that is missing is empty."""
    builder = reading.builder
    for _, (message, reason, author, date, key) in _records(reading, EXPLANATIONS):
        builder.explanations[key] = Explanation(reason, author, date, message)
    builder.log += [LogEntry(date, what) for _, (date, what) in _records(reading, LOG)]
    _read_rounds(reading)
    for _, (block, department, person, date, basis) in _records(reading, ORIGINS):
        builder.origins[block] = Origin(department, person, date, basis)
    for _, (_, value, name) in _records(reading, STATUS):
        builder.status[name] = value
    for row, (kind, code, text) in _records(reading, OTHERS):
        _read_other(reading, row, kind, code, text)


def _read_rounds(reading: WorkbookReading) -> None:
    remarks: dict[str, list[Remark]] = {}
    for _, (number, text, answer, reason) in _records(reading, REMARKS):
        remarks.setdefault(number, []).append(Remark(text, answer, reason))
    shown: dict[str, dict[str, str]] = {}
    for _, (number, code, text) in _records(reading, SHOWN):
        shown.setdefault(number, {})[code] = text
    rounds = reading.builder.rounds
    for row, (number, date, checksum, returned_by, returned_on) in _records(reading, ROUNDS):
        place = str(len(rounds) + 1)
        is_final = number == FINAL_COPY
        if is_final:
            number = "0"
        elif not (number.isascii() and number.isdecimal() and len(number) < 6):
            _remark(reading, ROUNDS, row, f"稿次“{number}”不是数字，已按第{place}稿读入。")
            number = place
        rounds.append(
            ReviewRound(
                number=int(number),
                date=date,
                checksum=checksum,
                shown=shown.pop(place, {}),
                returned_by=returned_by,
                returned_on=returned_on,
                remarks=tuple(remarks.pop(place, ())),
                is_final=is_final,
            )
        )
    for kind, left in ((REMARKS, remarks), (SHOWN, shown)):
        for number in left:
            _remark(reading, kind, None, f"送审记录中没有序号“{number}”，与它有关的内容没有读入。")


def _read_other(reading: WorkbookReading, row: int, kind: str, code: str, text: str) -> None:
    attribute = next((name for name, label in KINDS.items() if label == kind), None)
    if attribute is None or not code:
        what = "缺少编号" if attribute else f"不认识类别“{kind}”"
        _remark(reading, OTHERS, row, f"{what}，这一行没有读入。")
        return
    entry = text if attribute in ("meta", "texts") else parse_entry(text, "件", _MOST_DECIMALS)
    getattr(reading.builder, attribute)[code] = entry


def _remark(reading: WorkbookReading, kind: ListSheet, row: int | None, sentence: str) -> None:
    place = reading.finder.place(LIST_PREFIX + kind.key)
    if place:
        reading.remark((place[0], place[1] if row is None else row, place[2]), sentence)


def _records(reading: WorkbookReading, kind: ListSheet) -> list[Record]:
    """Return row and values of each record of a list, in the order of its columns."""
    place = reading.finder.place(LIST_PREFIX + kind.key)
    if place is None:
        return []
    sheet, top, _ = place
    cells = reading.finder.book.sheets[sheet]
    columns = _columns(reading, kind)
    numbers = columns.pop(NUMBER_COLUMN, None)
    records: list[Record] = []
    for row in range(top + 1, max((row for row, _ in cells), default=0) + 1):
        values = [reading.text_at(sheet, row, columns[label]) if label in columns else "" for label in kind.columns]
        number = reading.text_at(sheet, row, numbers) if numbers is not None else ""
        if number.strip() == CONTINUED and records:
            records[-1][1][:] = [old + more for old, more in zip(records[-1][1], values, strict=True)]
        elif number.strip() or any(values):
            records.append((row, values))
    return [(row, [clean_text(value) for value in values]) for row, values in records]


def _columns(reading: WorkbookReading, kind: ListSheet) -> dict[str, int]:
    """Return the column of each heading; a missing one is remarked."""
    place = reading.finder.place(LIST_PREFIX + kind.key)
    assert place is not None
    sheet, top, _ = place
    found = {
        cell.text.strip(): column
        for (row, column), cell in reading.finder.book.sheets[sheet].items()
        if row == top and column != reading.finder.keys[sheet].column
    }
    for label in kind.columns:
        if label not in found:
            reading.remark(place, f"“{kind.title}”缺少“{label}”一列，该列按空白读入。")
    for label in (NUMBER_COLUMN, *kind.columns):
        if label in found:
            reading.use(sheet, top, found[label])
    return found
