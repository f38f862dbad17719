"""公布情况.docx: how the publishing of the year's reports went, in the order of the list; units are never ranked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from core.base.day_words import day_in_words
from core.office.collection import papers
from core.office.collection.ledger import Ledger
from core.office.collection.unit_list import plain_name
from core.office.collection.units import MISSING, RECEIVED, Desk, UnitResult, publication_fault
from core.office.register.days import read_day

_WIDTHS = (6, 34, 14, 14, 32)
_HEADER = ("序号", "单位", "报告", "公布日期", "公布位置")
_DUE = (1, 31)
_COUNT = re.compile(r"\d{1,7}(?:\.\d*)?")
_COLUMNS = re.compile(r"\t|[,，;；]|\s{2,}| (?=https?:|www\.)")
_ADDRESS = re.compile(r"https?://\S+|www\.\S+", re.IGNORECASE)
_SHORT_DAY = re.compile(r"\d{1,2}\s*月\s*\d{1,2}\s*[日号]")
_LIKE_A_DAY = re.compile(r"(?:\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]|\d{1,2}\s*[-/月])\s*\d{1,2}\s*[日号]?")
_SHORTEST_END = 3
_HEADS = {"单位", "单位名称", "单位全称", "序号", "公布网址", "网址", "公布日期", "日期"}


def publication_paper(desk: Desk, ledger: Ledger) -> bytes:
    """Return the paper as .docx."""
    title, lines, rows = publication_contents(desk, ledger)
    return papers.paper_bytes(papers.Paper(title, lines, _HEADER, _WIDTHS, rows))


def publication_contents(desk: Desk, ledger: Ledger) -> tuple[str, list[str], list[list[str]]]:
    """Return what stands in the paper: its title, the lines above the table, and the rows of that."""
    expected = desk.expected
    published = [unit for unit in expected if unit.is_published]
    received = [unit for unit in expected if unit.has_report]
    missing = [unit.name for unit in expected if unit.state == MISSING]
    other = [f"{unit.name}（{unit.why_none}）" for unit in expected if unit.files and not unit.has_report]
    late = [unit for unit in published if _is_late(unit, desk.year)]
    lines = [
        f"　　{desk.year}年度应报送、公布政府信息公开工作年度报告的单位{len(expected)}个，"
        f"已收到报告{len(received)}个，登记公布{len(published)}个；逐级汇总{len(ledger.summed)}个单位。"
    ]
    if missing:
        lines.append(f"　　未报：{'、'.join(missing)}。")
    if other:
        lines.append(f"　　收到的不是{desk.year}年度报告：{'、'.join(other)}。")
    if late:
        day = f"{desk.year + 1}年{_DUE[0]}月{_DUE[1]}日"
        lines.append(f"　　{day}以后公布：{'、'.join(f'{u.name}（{u.published_on}）' for u in late)}。")
    if wrong := [f"{u.name}（{u.published_on}）" for u in expected if u.publication_fault]:
        lines.append(f"　　公布日期有误，没有计入：{'、'.join(wrong)}。")
    if faulty := [unit.name for unit in published if unit.open_errors]:
        lines.append(f"　　已公布，但报告还有错误：{'、'.join(faulty)}。")
    rows = [
        [
            str(number),
            unit.name,
            MISSING if not unit.files else RECEIVED if unit.has_report else unit.why_none,
            unit.published_on or "未登记",
            unit.published_url or "未登记",
        ]
        for number, unit in enumerate(expected, 1)
    ]
    title = f"{desk.government}{desk.year}年度政府信息公开工作年度报告公布情况"
    return title, lines, rows


def _is_late(unit: UnitResult, year: int) -> bool:
    day = read_day(unit.published_on)
    return day is not None and day > date(year + 1, *_DUE)


@dataclass(frozen=True, slots=True)
class PastedPlaces:
    """Where and when units published, as it was pasted.

    Attributes:
        found: Day, as ``2026-01-20``, and address of each unit by its plain name; "" for what is not said.
        lost: The lines that name no unit, neither day nor address, or a day that is none, each with the reason.
        notes: Chinese phrases about what was read otherwise than it stands, and days that cannot be.
    """

    found: Mapping[str, tuple[str, str]]
    lost: tuple[str, ...]
    notes: tuple[str, ...] = ()


def pasted_places(text: str, names: Iterable[str], year: int) -> PastedPlaces:
    """Read a table of units with days and addresses, in any order of its columns; a line with a header is passed over.

    Args:
        text: As copied from Excel, WPS or a page: one unit a line, columns parted by tabs, commas or wide gaps.
        names: The units.
        year: The report year; 1月30日 is a day of the next one.
    """
    known = {plain_name(name): name for name in names}
    found: dict[str, tuple[str, str]] = {}
    lost, notes = [], []
    for line in text.splitlines():
        cells = [cell.strip() for cell in _COLUMNS.split(line) if cell.strip()]
        units = [(unit, cell) for cell in cells if (unit := _unit_of(cell, list(known)))]
        day, written = next(((read, cell) for cell in cells if (read := _day_of(cell, year))), (None, ""))
        url = next((cell for cell in cells if _ADDRESS.match(cell)), "")
        no_day = next((cell for cell in cells if day is None and _LIKE_A_DAY.fullmatch(cell)), "")
        if units and no_day:
            lost.append(f"{line.strip()}（“{no_day}”没有这一天，或没写年份）")
        elif units and (day or url):
            unit, cell = units[0]
            found[unit] = (day.isoformat() if day else "", url)
            if plain_name(cell) != unit:
                notes.append(f"“{cell}”按“{known[unit]}”登记")
            if day and _SHORT_DAY.fullmatch(written):
                notes.append(f"{known[unit]}的“{written}”按{day_in_words(day)}登记")
            if day and (fault := publication_fault(day.isoformat(), year)):
                notes.append(f"{known[unit]}的{fault}")
        elif cells and not any(cell in _HEADS for cell in cells):
            lost.append(line.strip())
    return PastedPlaces(found, tuple(lost), tuple(notes))


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
