"""汇总稿.xlsx: a draft of the government's own report with the sums, each with its origin; its texts are empty."""

from __future__ import annotations

import json
from datetime import date

from core.form.blocks import blocks_of
from core.office.collection import sum_parts
from core.office.collection.desk import Desk
from core.office.collection.ledger import Ledger, listed
from core.office.collection.preview import faulty_units, sum_gaps
from core.office.deadline import GOVERNMENT
from core.report.entry_text import format_number
from core.report.report import Origin, Report
from core.report.status_names import SUM_GAPS

_MOST_BASIS = 20_000  # characters


def summed_report(desk: Desk, ledger: Ledger, today: date) -> Report:
    """Return the government's report: the sums of the cells in which a unit has a number, and where they come from.

    What was missing when they were added up is kept in it, and stays a 疑点 (rule C-08).

    Nothing else is filled in: a cell that every unit left blank stays blank.
    """
    facts = {
        "meta.unit": desk.government,
        "meta.unit_type": GOVERNMENT,
        "meta.scope": "汇总",
        "meta.level": ledger.form.meta["meta.level"].suggested(desk.government),
        "meta.year": str(desk.year),
        "meta.form": ledger.form.id,
    }
    form = ledger.form
    origins = {}
    for block in blocks_of(form):
        if not any(code in ledger.given for code in block.cells):
            continue
        words = [f"{form.cells[code].name}：{_parts(ledger, code)}" for code in block.cells if code in ledger.given]
        basis = "；".join(words)
        if len(basis) > _MOST_BASIS:
            basis = f"{basis[:_MOST_BASIS]}……见核查情况.xlsx“汇总台账”"
        origins[block.code] = Origin(f"{sum_parts.SUMMED}{len(ledger.summed)}个单位", "", today.isoformat(), basis)
    faulty = [unit.name for unit in faulty_units(desk)]
    status = {sum_parts.STATUS: sum_parts.parts_text(ledger, faulty)} if ledger.given else {}
    if gaps := sum_gaps(desk, ledger):
        status[SUM_GAPS] = json.dumps(gaps, ensure_ascii=False, separators=(",", ":"))
    report = Report(form.id, origins=origins, status=status).with_texts(facts)
    return report.with_cells({code: ledger.cells[code] for code in form.cells if code in ledger.given})


def _parts(ledger: Ledger, code: str) -> str:
    """Return which units give how much: 3＝县水利局1＋县教育局2."""
    parts = ledger.parts(code)
    total = format_number(ledger.cells[code])
    blank = [column.name for column in ledger.summed if code in column.blanks]
    left = f"（空白未加：{listed(blank)}）" if blank else ""
    added = "＋".join(f"{name}{format_number(number)}" for name, number in parts)
    return f"{total}{'＝' if parts else ''}{added}{left}"
