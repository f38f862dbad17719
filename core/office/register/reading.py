"""Reads a register file of any kind; called in the reading process, since the file is somebody else's."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

from core.base.archive_limits import decode_text, open_archive, read_limited, recognise, refuse
from core.base.errors import ErrorText, FileError
from core.base.file_kinds import FileKind
from core.base.markup_limits import TOO_LARGE
from core.office.register import workbook
from core.office.register.values import RegisterRow, RegisterSheet

_WRONG_KIND = ErrorText(
    "“{name}”是{kind}，台账只能读 .xlsx 和 .csv。", "请用 WPS 或 Excel 打开台账，另存为 .xlsx 后再试。"
)
_QUOTES = ErrorText(
    "“{name}”第{line}行附近的引号不成对，分不清各列，没有读入。",
    "请用 WPS 或 Excel 打开台账，核对这一行，另存为 .xlsx 后再试。",
)
_EMPTY = ErrorText("“{name}”里没有任何内容。", "请确认选对了台账文件。")
_DELIMITERS = ",\t;"
_LOOKED_AT = 20
_MOST_LOOKED_AT = 100_000
"""Lines at the top of a file, and characters of them, from which it is known what parts its fields."""

_SWALLOWED = 4
"""Delimiters in a field of several lines that make it rows which a quote without its pair has swallowed."""


def read_register(path: Path) -> tuple[RegisterSheet, ...]:
    """Return the sheets of a register: .xlsx, or .csv in UTF-8 or GB 18030, by its content whatever its name says.

    Raises:
        FileError: It cannot be read, is of another kind, damaged, protected, empty or too large.
    """
    try:
        sheets = _read(path)
    except FileError as error:
        if error.summary == TOO_LARGE.of(path).summary:  # which speaks of yearly reports
            raise workbook.TOO_LONG.of(path, rows=workbook.MAX_ROWS) from error
        raise
    if not sheets:
        raise _EMPTY.of(path)
    return sheets


def _read(path: Path) -> tuple[RegisterSheet, ...]:
    data = read_limited(path)
    kind = recognise(path, data)
    is_odd_text = kind is FileKind.UNKNOWN and path.suffix.lower() == ".csv"  # it has signs of control
    if kind is FileKind.TEXT or is_odd_text:
        return _text_sheets(decode_text(data, path), path)
    if kind not in (FileKind.XLSX, FileKind.EMPTY, FileKind.ENCRYPTED):
        raise _WRONG_KIND.of(path, kind=kind.value)
    refuse(path, kind, FileKind.XLSX)
    return workbook.read_sheets(open_archive(path, FileKind.XLSX))


def _text_sheets(text: str, path: Path) -> tuple[RegisterSheet, ...]:
    """Return the only sheet of a text file."""
    text = text.replace("\0", "")
    delimiter = _delimiter(text)
    rows = []
    try:
        for number, fields in enumerate(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True), 1):
            values = {
                c: f[: workbook.MAX_TEXT].strip() for c, f in enumerate(fields[: workbook.MAX_COLUMN], 1) if f.strip()
            }
            if values:
                rows.append(RegisterRow(number, values))
            if len(rows) > workbook.MAX_ROWS + workbook.ROWS_BESIDE:
                raise workbook.TOO_LONG.of(path, rows=workbook.MAX_ROWS)
            if any("\n" in field and field.count(delimiter) >= _SWALLOWED for field in fields):
                raise _QUOTES.of(path, line=number)
    except csv.Error as error:
        raise _QUOTES.of(path, line=len(rows) + 1) from error
    return (RegisterSheet("", tuple(rows)),) if rows else ()


def _delimiter(text: str) -> str:
    """Return what parts the fields: the sign that comes most often in the first lines."""
    head = text[:_MOST_LOOKED_AT].splitlines()[:_LOOKED_AT]
    return max(_DELIMITERS, key=lambda sign: sum(line.count(sign) for line in head))
