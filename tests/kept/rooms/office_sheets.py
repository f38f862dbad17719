"""What is said of sheets that departments send back, and who signs for their numbers."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from core.draft.workbook import Unread
from core.form.blocks import blocks_of
from core.office.department_merge import MergeKind, merge, returned_sheets
from core.office.department_sheets import DepartmentReturn
from core.office.department_split import SentSheet, SheetIdentity, departments_of, keep_sent, open_cells, split_of
from core.office.signers import signers, sources_of
from core.report.entry_text import Refused
from core.report.report import Origin, Report
from tests.kept import reports
from tests.kept.rooms.office_walks import in_short


def documents() -> dict[str, str]:
    """Return what is said."""
    return {"sheets": "\n".join([*_merges(), *_signers()]) + "\n"}


def _merges() -> Iterable[str]:
    for number in range(14):
        chance = random.Random(number)
        report = chance.choice((reports.empty(), reports.sample(), reports.form_2019()))
        departments = departments_of(split_of(report))
        names = chance.sample(list(departments), min(3, len(departments)))
        sent = [SentSheet(f"id-{name}", name, "2026-01-04", chance.choice(("", "2026-01-05"))) for name in names[:2]]
        report = keep_sent(report, sent).applied_to(report)
        returns = [
            _returned(report, name, departments, chance, at) for at, name in enumerate([*names, chance.choice(names)])
        ]
        merged = merge(report, returns, chance.choice((None, reports.year_before())))
        kinds = {kind.name: len(merged.of_kind(kind)) for kind in MergeKind if merged.of_kind(kind)}
        choices = {cell.code: chance.choice([*cell.numbers, None]) for cell in merged.of_kind(MergeKind.CONFLICT)}
        after = merged.change(report, choices).applied_to(report)
        told = [
            f"{cell.place} {cell.kind.name} {cell.old} {[cell.givers(n) for n in cell.numbers]}"
            for cell in merged.cells
        ]
        yield f"{number} {report.form_id} {kinds}: {in_short(told)}"
        yield f"  rejected {in_short(merged.rejected)} | said {in_short(merged.remarks)}"
        entries = in_short(f"{code}={entry}" for code, entry in merged.entries(choices).items())
        yield f"  {in_short([merged.sentence(choices)])} | {entries}"
        yield f"  {in_short(f'{k} {v}' for k, v in merged.origins(report, choices).items())} | {in_short(after.log)}"
        back = keep_sent(report, returned_sheets(report, merged, "2026-01-12")).applied_to(report)
        yield f"  {in_short([back.status.get('department_sheets')])} | {open_cells(back)}"


def _returned(
    report: Report, name: str, departments: dict[str, tuple[str, ...]], chance: random.Random, at: int
) -> DepartmentReturn:
    blocks = departments[name]
    year = chance.choice((report.year or 2025,) * 5 + (2023,))
    form_id = chance.choice((report.form_id,) * 8 + ("2019",))
    unit = chance.choice((report.unit,) * 4 + ("别的单位",))
    identity = SheetIdentity(f"id-{name}", unit, year, form_id, name, blocks)
    codes = [code for block in blocks_of(report.form) if block.code in blocks for code in block.cells]
    entries = (None, None, 0, 3, 5, Decimal("251000"), Refused("约3件", "C-04", "“约”不是数字，请只填整数"))
    cells = {code: chance.choice(entries) for code in chance.sample(codes, min(len(codes), 6))}
    said = Origin(
        chance.choice((name, name, "别的科")),
        chance.choice(("张三", "")),
        chance.choice(("2026-01-09", "")),
        chance.choice(("台账", "")),
    )
    remarks = chance.choice(((), (Unread("表", "C5", "这一格是公式"),)))
    return DepartmentReturn(Path(f"{at}.xlsx"), identity, said, chance.choice(("", "含\n街道")), cells, remarks)


def _signers() -> Iterable[str]:
    fields = ("甲科", "甲科、乙科", "甲科、乙科、丙科", "")
    for department in fields:
        for person in ("张三", "张三、李四", ""):
            origin = Origin(department, person, "2026-01-05、2026-01-06", "台账")
            yield f"{department} {person}: {sources_of(origin)}"
    several = replace(
        reports.sample(),
        origins={
            "t2.penalty": Origin("甲科、乙科", "张三、李四", "2026-01-05、2026-01-07", ""),
            "t3": Origin("甲科", "张三", "2026-01-09", "台账"),
            "strange": Origin("", "", "", "历年"),
        },
    )
    yield from map(str, signers(several))
