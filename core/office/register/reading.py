"""Reads a register file of any kind; called in the reading process, since the file is somebody else's."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from core.base.archive_limits import decode_text, open_archive, read_limited, recognise, refuse
from core.base.errors import DamagedFileError, ErrorText, FileError
from core.base.file_kinds import FileKind
from core.base.markup_limits import TOO_LARGE
from core.office.register.values import RegisterRow, RegisterSheet
from core.office.register.workbook import MAX_COLUMN, MAX_ROWS, MAX_TEXT, TOO_LONG, read_sheets

if TYPE_CHECKING:
    from pathlib import Path

_WRONG_KIND = ErrorText(
    "“{name}”是{kind}，台账只能读 .xlsx 和 .csv。", "请用 WPS 或 Excel 打开台账，另存为 .xlsx 后再试。"
)
_EMPTY = ErrorText("“{name}”里没有任何内容。", "请确认选对了台账文件。")
_DELIMITERS = ",\t;"
_LOOKED_AT = 20


def read_register(path: Path) -> tuple[RegisterSheet, ...]:
    """Return the sheets of a register: .xlsx, or .csv in UTF-8 or GB 18030, by its content whatever its name says.

    Raises:
        FileError: It cannot be read, is of another kind, damaged, protected, empty or too large.
    """
    try:
        sheets = _read(path)
    except FileError as error:
        if error.summary == TOO_LARGE.of(path).summary:  # which speaks of yearly reports
            raise TOO_LONG.of(path, rows=MAX_ROWS) from error
        raise
    if not sheets:
        raise _EMPTY.of(path)
    return sheets


def _read(path: Path) -> tuple[RegisterSheet, ...]:
    data = read_limited(path)
    kind = recognise(path, data)
    if kind is FileKind.TEXT:
        return _text_sheets(decode_text(data, path), path)
    if kind not in (FileKind.XLSX, FileKind.EMPTY, FileKind.ENCRYPTED):
        raise _WRONG_KIND.of(path, kind=kind.value)
    refuse(path, kind, FileKind.XLSX)
    return read_sheets(open_archive(path, FileKind.XLSX))


def _text_sheets(text: str, path: Path) -> tuple[RegisterSheet, ...]:
    """Return the only sheet of a text file."""
    text = text.replace("\0", "")
    delimiter = _delimiter(text)
    rows = []
    try:
        for number, fields in enumerate(csv.reader(StringIO(text, newline=""), delimiter=delimiter), 1):
            values = {c: f[:MAX_TEXT].strip() for c, f in enumerate(fields[:MAX_COLUMN], 1) if f.strip()}
            if values:
                rows.append(RegisterRow(number, values))
            if len(rows) > MAX_ROWS:
                raise TOO_LONG.of(path, rows=MAX_ROWS)
    except csv.Error as error:
        raise DamagedFileError(path) from error
    return (RegisterSheet("", tuple(rows)),) if rows else ()


def _delimiter(text: str) -> str:
    """Return what parts the fields: the sign that comes most often in the first lines."""
    head = text.splitlines()[:_LOOKED_AT] if len(text) < 100_000 else text[:100_000].splitlines()[:_LOOKED_AT]
    return max(_DELIMITERS, key=lambda sign: sum(line.count(sign) for line in head))
