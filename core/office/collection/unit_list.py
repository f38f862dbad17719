"""名单.xlsx: the units that report to this office, and how a name in a report is set against it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from core.base.archive_limits import checked_workbook_bytes
from core.base.errors import ErrorText
from core.draft.workbook import workbook_reader

NAME = "单位全称"
COLUMNS = ("序号", NAME, "单位类型", "应报", "计入汇总", "联系人", "电话", "备注")
"""The headers of the list, in their order."""

MORE_COLUMNS = ("公布日期", "公布网址")
"""Headers that a list may have besides: where and when a unit published."""

YES, NO, APART = "是", "否", "另行说明"
"""What stands below 计入汇总; below 应报 the first two."""

_NO_NAMES = ErrorText(
    "“{name}”不能用作名单：没有找到“单位全称”一栏。",
    "请在第一张表中写一行表头：序号、单位全称、单位类型、应报、计入汇总、联系人、电话、备注，每个单位一行。",
)
_EMPTY = ErrorText("名单“{name}”中一个单位也没有。", "请在“单位全称”下面每行写一个单位。")
_UNCLEAR = ErrorText("名单“{name}”第{row}行“{column}”写的是“{text}”。", "请改为{choices}，再运行一次。")
_YES = {YES, "应报", "计入", "√", "1", "y", "yes"}
_NO = {NO, "不", "不报", "不计", "不计入", "×", "x", "0", "n", "no"}
_MOST_HEADER_ROWS = 20


@dataclass(frozen=True, slots=True)
class ListedUnit:
    """A unit of the list.

    Attributes:
        name: Its full name as written.
        unit_type: As written; "" for blank.
        must_report: Whether a report is expected; yes where nothing is said.
        counts: ``YES``, ``NO`` or ``APART``: whether its numbers are added up; "" where nothing is said.
    """

    name: str
    unit_type: str = ""
    must_report: bool = True
    counts: str = ""
    contact: str = ""
    phone: str = ""
    note: str = ""
    published_on: str = ""
    published_url: str = ""


def plain_name(name: str) -> str:
    """Return a name as it is compared: no blanks, marks of one width."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", name))


def nearest(name: str, names: Iterable[str], least: int) -> str:
    """Return the name that is most like another one, from a likeness of ``least`` percent; "" for none."""
    plain = plain_name(name)
    best, found = least / 100, ""
    for other in names:
        matcher = SequenceMatcher(None, plain, plain_name(other), autojunk=False)
        if matcher.real_quick_ratio() >= best and matcher.quick_ratio() >= best and matcher.ratio() > best:
            best, found = matcher.ratio(), other
    return found


def read_unit_list(path: Path) -> tuple[ListedUnit, ...]:
    """Read a list; a unit that stands there twice is taken once.

    Raises:
        ReportError: The file cannot be read, has no column of names or no unit, or says neither yes nor no.
    """
    workbook = workbook_reader.read_workbook(checked_workbook_bytes(path), path)
    for title, cells in workbook.sheets.items():
        header = _header(cells) if title not in workbook.hidden else None
        if header is not None:
            units = _units(cells, *header, path)
            if not units:
                raise _EMPTY.of(path)
            return units
    raise _NO_NAMES.of(path)


def _header(cells: Mapping[tuple[int, int], workbook_reader.RawCell]) -> tuple[int, dict[str, int]] | None:
    """Return the row of the header and the column of each of its labels; None where there is none."""
    for row in sorted({row for row, _ in cells})[:_MOST_HEADER_ROWS]:
        found = {plain_name(cell.text): column for (r, column), cell in cells.items() if r == row}
        if NAME in found:
            return row, {label: found[label] for label in (*COLUMNS, *MORE_COLUMNS) if label in found}
    return None


def _units(
    cells: Mapping[tuple[int, int], workbook_reader.RawCell], top: int, columns: Mapping[str, int], path: Path
) -> tuple[ListedUnit, ...]:
    units: dict[str, ListedUnit] = {}
    for row in sorted({row for row, _ in cells if row > top}):
        texts = {
            label: " ".join(cells[row, column].text.split())
            for label, column in columns.items()
            if (row, column) in cells
        }
        name = "".join(texts.get(NAME, "").split())
        if not name:
            continue
        must = _answer(texts, "应报", (YES, NO), row, path)
        unit = ListedUnit(
            name,
            texts.get("单位类型", ""),
            must != NO,
            _answer(texts, "计入汇总", (YES, NO, APART), row, path),
            texts.get("联系人", ""),
            texts.get("电话", ""),
            texts.get("备注", ""),
            texts.get("公布日期", ""),
            texts.get("公布网址", ""),
        )
        units.setdefault(plain_name(name), unit)
    return tuple(units.values())


def _answer(texts: Mapping[str, str], column: str, choices: tuple[str, ...], row: int, path: Path) -> str:
    """Return one of the choices, or "" for a blank.

    Raises:
        ReportError: Something else stands there.
    """
    text = texts.get(column, "")
    plain = plain_name(text).lower()
    if not plain:
        return ""
    if plain in _YES:
        return YES
    if plain in _NO:
        return NO
    if APART in choices and plain == APART:
        return APART
    raise _UNCLEAR.of(path, row=row + 1, column=column, text=text, choices="、".join(choices))
