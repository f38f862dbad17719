"""Sheets that departments fill in, and what becomes of them."""

from __future__ import annotations

from pathlib import Path

from core.draft.workbook import draft_bytes
from core.office.department_merge import merge, returned_sheets
from core.office.department_sheets import DepartmentReturn, read_department_workbook, sheet_file_name, workbook_of
from core.office.department_split import (
    SentSheet,
    SheetIdentity,
    departments_of,
    keep_sent,
    keep_split,
    missing_departments,
    open_cells,
    origin_sentence,
    split_of,
)
from core.office.signers import signers
from core.report.report import Report
from tests.kept import reports
from tests.kept.kept import beside
from tests.kept.workbook_dump import workbook_text
from tests.workbook_cells import fill_in


def documents(folder: Path) -> dict[str, str]:
    """Return the sheets of all departments, of a format each, and what merging two of them tells."""
    found: dict[str, str] = {}
    first = ""
    for report, key in ((reports.empty(), "2021"), (reports.form_2019(), "2019")):
        for at, (department, blocks) in enumerate(departments_of(split_of(report)).items()):
            if key == "2019" and at not in (0, 2):
                continue
            identity = _identity(report, department, blocks)
            text = f"{sheet_file_name(identity)}\n{workbook_text(workbook_of(identity))}"
            like = workbook_text(draft_bytes(report)) if any(code.startswith("t3") for code in blocks) else first
            found[f"{department}-{key}"] = beside(like, text) if first else text
            first = first or text
    return {**found, "merged": "\n".join(_merged(folder)) + "\n"}


def _identity(report: Report, department: str, blocks: tuple[str, ...]) -> SheetIdentity:
    return SheetIdentity(f"id-{department}", report.unit, report.year or 0, report.form_id, department, blocks)


def _merged(folder: Path) -> list[str]:
    report = reports.empty()
    split = split_of(report)
    split |= {"t2.penalty": "法规科、执法科", "t2.licensing": ""}
    report = keep_split(report, split).applied_to(report).with_cells({"t2.coercion.decisions": 3})
    departments = departments_of(split_of(report))
    sent = [SentSheet(f"id-{name}", name, "2026-01-04") for name in departments]
    report = keep_sent(report, sent).applied_to(report)
    returns: list[DepartmentReturn] = []
    names = list(departments)
    for name, values in (
        (names[0], {"sheet.person": "张三", "sheet.date": "2026-01-10", "sheet.note": "含\n街道"}),
        (names[1], {"sheet.person": "李四", "sheet.date": "1月9日", "sheet.basis": "台账"}),
        (names[2], {}),
        (names[2], {"sheet.person": "王五"}),
    ):
        identity = _identity(report, name, departments[name])
        path = folder / f"{len(returns)}.xlsx"
        path.write_bytes(workbook_of(identity))
        codes = list(read_department_workbook(path).cells)
        given: dict[str, object] = {code: 5 + at for at, code in enumerate(codes[:6])}
        if len(codes) > 1:
            given |= {codes[0]: "12件", codes[1]: "无" if name == names[2] else 0}
        returned = read_department_workbook(fill_in(path, {**values, **given}))
        returns.append(returned)
    other = reports.sample()
    path = folder / "别的.xlsx"
    path.write_bytes(workbook_of(_identity(other, "财务科", ("t2.fees",))))
    returns.append(read_department_workbook(path))
    merged = merge(report, returns)
    lines = [f"{cell.place} {cell.kind.name} {cell.old} {cell.numbers}" for cell in merged.cells]
    lines += [*merged.rejected, *merged.remarks]
    choices = {cell.code: cell.numbers[-1] for cell in merged.cells if cell.kind.name == "CONFLICT"}
    after = merged.change(report, choices).applied_to(report)
    after = keep_sent(after, returned_sheets(after, merged, "2026-01-11")).applied_to(after)
    lines += [merged.sentence(choices), *(f"{code}: {origin_sentence(one)}" for code, one in after.origins.items())]
    lines += [str(signer) for signer in signers(after)]
    return [*lines, str(missing_departments(after)), str(open_cells(after)), *map(str, after.status.items())]
