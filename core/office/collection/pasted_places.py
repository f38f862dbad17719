"""A pasted table of units with the days and addresses of their publication; every row is taken, or said why not."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from core.base.addresses import NO_ADDRESS, is_address, plain_address
from core.base.day_words import day_in_words
from core.office.collection.desk import publication_fault
from core.office.collection.unit_list import plain_name
from core.office.register.days import read_day, serial_day

_COUNT = re.compile(r"\d{1,7}(?:\.\d*)?")
_SERIAL = re.compile(r"\d{5}(?:\.\d*)?")
_COLUMNS = re.compile(
    r"[,，;；]|\s{2,}| (?=https?:|www\.)| (?=(?:19|20)\d\d ?[-/.年] ?\d|\d{1,2} ?月 ?\d)"
    r"|(?<=[-/.]\d) (?=[^\d年月日号])|(?<=[-/.]\d\d) (?=[^\d年月日号])|(?<=[日号]) (?=\S)"
    r"|(?<=^\d) (?=[^\d年月日号])|(?<=^\d\d) (?=[^\d年月日号])"
    r"|(?<=[^\d年月日号]) (?=\d{5}(?:\.\d*)?(?: |$))|(?<=^\d{5}) (?=[^\d年月日号])"
)
_BROKEN_ADDRESS = re.compile(r"(?:https?:/|www\.)\S*\s.*", re.IGNORECASE)
_MORE_OF_ADDRESS = re.compile(r"[\x21-\x7e]+")
_BROKEN = "网址中间有空格或逗号，请改成完整的网址，再复制粘贴"
_LIKE_AN_ADDRESS = re.compile(r"\w+:/\S*|(?:[\w-]+\.)+[a-z]{2,}(?:[:/?]\S*)?", re.IGNORECASE)
_SHORT_DAY = re.compile(r"\d{1,2}\s*月\s*\d{1,2}\s*[日号]")
_LIKE_A_DAY = re.compile(r"(?:\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]|\d{1,2}\s*[-/月])\s*\d{1,2}\s*[日号]?")
_NUMBER = re.compile(r"\d{5,8}(?:\.\d*)?")
_SHORTEST_END = 3
_HEADS = {"单位", "单位名称", "单位全称", "序号", "公布网址", "网址", "公布日期", "日期"}
_LONGEST_QUOTE = 40


@dataclass(frozen=True, slots=True)
class PastedPlaces:
    """Where and when units published, as it was pasted.

    Attributes:
        found: Day, as ``2026-01-20``, and address of each unit by its plain name; "" for what is not said.
        lost: Chinese sentences about the rows that are not taken, each with its number and the reason.
        notes: Those about rows that are taken otherwise than they stand, or only in part.
    """

    found: Mapping[str, tuple[str, str]]
    lost: tuple[str, ...]
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Row:
    """One row as it is understood: ``why`` says why it is not taken, "" where it is."""

    number: int
    text: str
    unit: str = ""
    day: date | None = None
    url: str = ""
    why: str = ""
    notes: list[str] = field(default_factory=list)

    @property
    def said(self) -> tuple[str, str]:
        return self.day.isoformat() if self.day else "", self.url


def pasted_places(
    text: str, names: Iterable[str], year: int, today: date, without: Mapping[str, str] | None = None
) -> PastedPlaces:
    """Read a table of units with days and addresses, in any order of its columns; a line with a header is passed over.

    Args:
        text: As copied from Excel, WPS or a page: one unit a line, columns parted by tabs, else by commas, wide gaps
            or blanks around a day or before an address.
        names: The units.
        year: The report year; 1月30日 is a day of the next one.
        today: No day after it is taken.
        without: Of each unit whose report is not there, by its plain name, why in a few words (未报).
    """
    known = {plain_name(name): name for name in names}
    rows = []
    for number, line in enumerate(text.splitlines(), 1):
        cells = [cell.strip() for cell in (line.split("\t") if "\t" in line else _COLUMNS.split(line)) if cell.strip()]
        if cells and not any(cell in _HEADS for cell in cells):
            rows.append(_row(number, cells, known, year, today, is_tabbed="\t" in line))
    _refuse_several(rows, known)
    taken = [row for row in rows if not row.why]
    _note_places(taken, known, without or {})
    return PastedPlaces(
        {row.unit: row.said for row in taken},
        tuple(f"第{row.number}行“{row.text}”：{row.why}" for row in rows if row.why),
        tuple(f"第{row.number}行（{known[row.unit]}）：{'；'.join(row.notes)}" for row in taken if row.notes),
    )


def _row(
    number: int, cells: Sequence[str], known: Mapping[str, str], year: int, today: date, *, is_tabbed: bool
) -> _Row:
    """Return one row; the first thing that is wrong with it is told."""
    shown = " ".join(cells)
    row = _Row(number, shown if len(shown) <= _LONGEST_QUOTE else f"{shown[: _LONGEST_QUOTE - 1]}…")
    row.unit, named = next(((unit, cell) for cell in cells if (unit := _unit_of(cell, list(known)))), ("", ""))
    row.day, written = next(((read, cell) for cell in cells if (read := _day_of(cell, year))), (None, ""))
    row.url = max(filter(is_address, cells), key=_is_of_page, default="")  # the first one, beside that of a site
    behind = "" if is_tabbed else _behind_address(row.url, cells, {named, written})
    row.why = _why_not(row, cells, year) or (_BROKEN if behind and not _COUNT.fullmatch(behind) else "")
    if not row.why and row.day and row.day > today:
        row.why = f"公布日期{day_in_words(row.day)}还没有到，请核对日期"
    if row.why:
        return row
    if plain_name(named) != row.unit:
        row.notes.append(f"“{named}”按“{known[row.unit]}”登记")
    if row.day and _SHORT_DAY.fullmatch(written):
        row.notes.append(f"“{written}”按{day_in_words(row.day)}登记")
    if behind:
        row.notes.append(f"网址后面的“{behind}”没有读，请核对")
    if not row.url:
        row.notes.append("没有网址，只登记日期")
    if not row.day:
        row.notes.append(f"{_no_day('没有日期', cells)}，只登记网址")
    return row


def _is_of_page(address: str) -> bool:
    """Whether an address was copied whole from a browser (https://…); that of a site is mostly written without."""
    return "://" in address


def _why_not(row: _Row, cells: Sequence[str], year: int) -> str:
    """Return why a row is not taken; "" where it is."""
    no_day = next((cell for cell in cells if row.day is None and _LIKE_A_DAY.fullmatch(cell)), "")
    no_url = next((cell for cell in cells if not row.url and _LIKE_AN_ADDRESS.fullmatch(cell)), "")
    if not row.unit:
        return "没有名单上的单位，请写单位全称"
    if serial := _like_serial_day(row, cells, year):
        return serial
    if no_day:
        return f"“{no_day}”没有这一天，或没写年份"
    if any(not row.url and _BROKEN_ADDRESS.fullmatch(cell) for cell in cells):
        return _BROKEN
    if no_url:
        return NO_ADDRESS.format(no_url)
    if not row.day and not row.url:
        return f"{_no_day('没有公布日期', cells)}，也没有网址"
    return publication_fault(row.day.isoformat(), year) if row.day else ""


def _behind_address(url: str, cells: Sequence[str], known: Collection[str]) -> str:
    """Return what stands behind an address and may be more of it, since a blank or a comma parted them; else ""."""
    at = cells.index(url) + 1 if url else len(cells)
    behind = cells[at] if at < len(cells) else ""
    return behind if _MORE_OF_ADDRESS.fullmatch(behind) and behind not in known else ""


def _no_day(said: str, cells: Sequence[str]) -> str:
    """Return that a row has no day, with the number that stands there perhaps in place of one: 99999, 20261332."""
    number = next((cell for cell in cells if _NUMBER.fullmatch(cell)), "")
    return f"{said}（“{number}”不是日期）" if number else said


def _like_serial_day(row: _Row, cells: Sequence[str], year: int) -> str:
    """Return what to do about a row without a day that holds one as Excel counts them (46042); "" for none.

    It is not read: a bare number may as well count visits.
    """
    for cell in cells if row.day is None else ():
        day = serial_day(float(cell), from_1904=False) if _SERIAL.fullmatch(cell) else None
        if day is not None and day.year in (year, year + 1):
            return (
                f"“{cell}”像是 Excel 的日期序号（{day_in_words(day)}），请在 Excel 中把这一列设为日期格式，再复制粘贴；"
                "不是日期的，请去掉这一列"
            )
    return ""


def _refuse_several(rows: Iterable[_Row], known: Mapping[str, str]) -> None:
    """Take none of several rows of a unit that say different things; the program does not choose."""
    by_unit: dict[str, list[_Row]] = {}
    for row in rows:
        if row.unit and not row.why:
            by_unit.setdefault(row.unit, []).append(row)
    for unit, several in by_unit.items():
        if len({(row.day, plain_address(row.url)) for row in several}) > 1:
            numbers = "、".join(str(row.number) for row in several)
            for row in several:
                row.why = f"{known[unit]}有{len(several)}行（第{numbers}行），日期或网址不同，请只留一行"
        else:
            several[-1].url = max((row.url for row in several), key=_is_of_page)  # the last row is the one that counts


def _note_places(rows: Sequence[_Row], known: Mapping[str, str], without: Mapping[str, str]) -> None:
    """Note of the rows that are taken what can hardly be: one address for two units, a unit that sent no report."""
    by_url: dict[str, list[str]] = {}
    for row in rows:
        units = by_url.setdefault(plain_address(row.url), [])
        if row.url and row.unit not in units:
            units.append(row.unit)
    for row in rows:
        others = [known[unit] for unit in by_url[plain_address(row.url)] if unit != row.unit]
        if others:
            row.notes.append(f"网址与{'、'.join(others)}的相同，请核对")
        if row.unit in without:
            row.notes.append(f"{without[row.unit]}，但登记了公布")


def _unit_of(text: str, known: Sequence[str]) -> str:
    """Return the plain name of the unit that a text names, in full or by an end that only one has; "" for none."""
    plain = plain_name(text)
    if plain in known:
        return plain
    ending = [name for name in known if len(plain) >= _SHORTEST_END and name.endswith(plain)]
    return ending[0] if len(ending) == 1 else ""


def _day_of(text: str, year: int) -> date | None:
    """Return a day; None where the text is none: a bare number may count anything."""
    short = _SHORT_DAY.fullmatch(text)
    return None if _COUNT.fullmatch(text) else read_day(f"{year + 1}年{text}" if short else text)
