"""公布情况.docx: how the publishing of the year's reports went, in the order of the list; units are never ranked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from core.base.day_words import day_in_words
from core.office.collection import papers
from core.office.collection.added_up import summed_in_words
from core.office.collection.desk import MISSING, RECEIVED, Desk, UnitResult
from core.office.collection.ledger import Ledger
from core.office.deadline import GOVERNMENT, statutory_day
from core.office.register.days import read_day

_WIDTHS = (6, 34, 14, 14, 32)
_HEADER = ("序号", "单位", "报告", "公布日期", "公布位置")


def publication_paper(desk: Desk, ledger: Ledger) -> bytes:
    """Return the paper as .docx."""
    title, lines, rows = publication_contents(desk, ledger)
    return papers.paper_bytes(papers.Paper(title, lines, _HEADER, _WIDTHS, rows))


def publication_contents(desk: Desk, ledger: Ledger) -> tuple[str, list[str], list[list[str]]]:
    """Return what stands in the paper: its title, the lines above the table, and the rows of that."""
    expected = desk.expected
    published = [unit for unit in expected if unit.is_published]
    received = [unit for unit in expected if unit.has_report]
    missing = [unit.name for unit in expected if unit.state == MISSING and not unit.why_none]
    unclear = _by_reason(unit for unit in expected if unit.why_none and not unit.files)
    other = _by_reason(unit for unit in expected if unit.files and not unit.has_report)
    late = [unit for unit in published if _is_late(unit, desk.year)]
    lines = [
        f"　　{desk.year}年度应报送、公布政府信息公开工作年度报告的单位{len(expected)}个，"
        f"已收到报告{len(received)}个，登记公布{len(published)}个；逐级汇总{summed_in_words(desk, ledger)}。"
    ]
    if missing:
        lines.append(f"　　未报：{'、'.join(missing)}。")
    if unclear:
        lines.append(f"　　收到文件，还在核对：{unclear}。")
    if other:
        lines.append(f"　　收到的不是{desk.year}年度报告：{other}。")
    for due in sorted({_due(unit, desk.year) for unit in late}):
        names = "、".join(f"{u.name}（{u.published_on}）" for u in late if _due(u, desk.year) == due)
        lines.append(f"　　{day_in_words(due)}以后公布：{names}。")
    if wrong := [f"{u.name}（{u.published_on}）" for u in expected if u.publication_fault]:
        lines.append(f"　　公布日期有误，没有计入：{'、'.join(wrong)}。")
    if faulty := [unit.name for unit in published if unit.open_errors]:
        lines.append(f"　　已公布，但报告还有错误：{'、'.join(faulty)}。")
    rows = [
        [
            str(number),
            unit.name,
            RECEIVED if unit.has_report else unit.why_none or MISSING,
            unit.published_on or "未登记",
            unit.published_url or "未登记",
        ]
        for number, unit in enumerate(expected, 1)
    ]
    title = f"{desk.government}{desk.year}年度政府信息公开工作年度报告公布情况"
    return title, lines, rows


def _by_reason(units: Iterable[UnitResult]) -> str:
    """Return units with why no report of each is there, the reason once for all that share it."""
    groups: dict[str, list[str]] = {}
    for unit in units:
        groups.setdefault(unit.why_none, []).append(unit.name)
    counts = {reason: f"以上{len(names)}个" if len(names) > 1 else "" for reason, names in groups.items()}
    return "；".join(f"{'、'.join(names)}（{counts[reason]}{reason}）" for reason, names in groups.items())


def _is_late(unit: UnitResult, year: int) -> bool:
    day = read_day(unit.published_on)
    return day is not None and day > _due(unit, year)


def _due(unit: UnitResult, year: int) -> date:
    """Return by which day a unit publishes: a government has longer; what no list calls one is told by its name."""
    is_government = unit.unit_type == GOVERNMENT if unit.unit_type else unit.plain.endswith("人民政府")
    return statutory_day(year, GOVERNMENT if is_government else unit.unit_type)
