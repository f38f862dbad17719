"""Has LibreOffice recalculate the drafts of random reports and compares all check cells with the program's findings.

    python -m build_scripts.sweeps.draft_sweep [--reports 100] [--seed 1]

The workbooks are written without cached values, so that every value compared was computed by LibreOffice. Each is
read back as a draft as well and must give the report it was made from. Exit code 1 where anything differs.
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook

from build_scripts.sweeps.balanced_reports import balanced_report, with_controls
from build_scripts.sweeps.libreoffice import recalculate
from core.draft.workbook import load_draft
from core.draft.workbook.check_cells import ALL_FILLED, ALL_GOOD, BAD, GOOD, INCOMPLETE, first_check_column
from core.draft.workbook.places import GRID_LEFT, GRID_TOP, Places
from core.draft.workbook.plan import Formula, address
from core.draft.workbook.workbook_plan import plan_workbook
from core.draft.workbook.writer import workbook_bytes
from core.report.entry_text import Entry
from core.report.report import Report, parse_cell
from core.validation.validation import Checker

_DENSITIES = (0.02, 0.1, 0.5)
_REFUSED = ("12abc", "/", "-1", "1.5", "无")


def main() -> int:
    """Run the sweep and print what differs."""
    parser = argparse.ArgumentParser(description="用 LibreOffice 重算草稿并核对")
    parser.add_argument("--reports", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    reports = random_reports(options.reports, options.seed)
    with tempfile.TemporaryDirectory() as folder:
        differences = sweep(reports, Path(folder))
    compared = sum(len(formulas(report)) for report in reports)
    print("\n".join(differences[:20]))
    print(f"{len(reports)} reports, {compared} cells computed by LibreOffice, {len(differences)} differences")
    return 1 if differences else 0


def random_reports(count: int, seed: int) -> list[Report]:
    """Return right, wrong and incomplete reports in turn, with and without control totals."""
    rng = random.Random(seed)
    reports = []
    for i in range(count):
        report = balanced_report(rng, density=rng.choice(_DENSITIES), largest=rng.choice((9, 300, 99_999)))
        if rng.random() < 0.5:
            report = with_controls(report)
        if i % 3 == 1:
            report = _wrong(report, rng)
        if i % 3 == 2:
            report = _incomplete(report, rng)
        reports.append(report)
    return reports


def _wrong(report: Report, rng: random.Random) -> Report:
    """Return the report with one to three other numbers or control totals."""
    changed: dict[str, Entry] = {}
    for _ in range(rng.randint(1, 3)):
        place = report.controls if report.controls and rng.random() < 0.5 else report.cells
        changed[rng.choice([code for code in place if code.startswith(("t3.", "t4."))])] = rng.randint(0, 99)
    return report.with_cells(changed)


def _incomplete(report: Report, rng: random.Random) -> Report:
    """Return the report with some numbers and control totals blank or refused."""
    changed: dict[str, Entry] = {}
    for place in (report.cells, report.controls):
        for code in rng.sample(sorted(place), k=min(len(place), rng.randint(1, 12))):
            is_blank = rng.random() < 0.5
            changed[code] = None if is_blank else parse_cell(report.form, code, rng.choice(_REFUSED))
    return report.with_cells(changed)


def sweep(reports: list[Report], folder: Path) -> list[str]:
    """Return a line for each cell that LibreOffice computes otherwise and each report that reads back changed."""
    paths = []
    for i, report in enumerate(reports):
        sheets = plan_workbook(report)
        for sheet in sheets:
            for at, (value, style) in sheet.cells.items():
                if isinstance(value, Formula):
                    sheet.cells[at] = (Formula(value.text), style)
        path = folder / f"{i:04}.xlsx"
        path.write_bytes(workbook_bytes(sheets, report.title))
        paths.append(path)
    recalculate(paths, folder / "out", folder / "profile")
    return [line for report, path in zip(reports, paths, strict=True) for line in _compare(report, path)]


def formulas(report: Report) -> dict[tuple[str, str], object]:
    """Return what the program says each formula of the workbook must give, by sheet and address."""
    return {
        (sheet.title, address(*at)): value.value
        for sheet in plan_workbook(report)
        for at, (value, _) in sheet.cells.items()
        if isinstance(value, Formula)
    }


def _compare(report: Report, path: Path) -> Iterator[str]:
    import openpyxl

    made = path.parent / "out" / path.name
    book = openpyxl.load_workbook(made, data_only=True)
    for (sheet, at), expected in formulas(report).items():
        computed = book[sheet][at].value
        if (computed if computed is not None else "") != expected:
            yield f"{path.name} {sheet}!{at}: {computed!r}, expected {expected!r}"
    yield from (f"{path.name} {line}" for line in _against_findings(report, book))
    book.close()
    loaded = load_draft(made)
    if loaded.report != report or loaded.remarks:
        yield f"{path.name}: reads back changed after LibreOffice saved it; {loaded.remarks[:3]}"


def _against_findings(report: Report, book: Workbook) -> Iterator[str]:
    """Compare check cells and verdicts with what the program finds, not with what the workbook was made to say."""
    places = Places(report.form)
    checker = Checker(report)
    broken = set(checker.sums.broken())
    result = checker.result()
    control_errors = {f for f in result.findings if f.rule_id in ("C-01", "C-04") and f.cells[0] in report.controls}
    errors = {f.cells[0].partition(".")[0] for f in result.blocking if f not in control_errors}
    blank = {code.partition(".")[0] for code in result.blanks}
    for table in report.form.tables.values():
        sheet = book[places.table_titles[table.id]]
        own = [i for i, e in enumerate(report.form.equations) if e.left[0][0].startswith(f"{table.id}.")]
        for row, i in enumerate(own, GRID_TOP + 1):
            complete = checker.sums.residual(i) is not None
            expected = BAD if i in broken else GOOD if complete else INCOMPLETE
            shown = sheet[address(row, first_check_column(table) + 4)].value
            if shown != expected:
                yield f"{table.id}, equation {i}: {shown!r}, the program finds {expected!r}"
        verdict = "有错误" if table.id in errors else "填写中" if table.id in blank else ALL_GOOD if own else ALL_FILLED
        shown = str(sheet[address(2, GRID_LEFT)].value)
        if not shown.startswith(verdict):
            yield f"{table.id}: {shown!r}, the program says {verdict!r}"


if __name__ == "__main__":
    sys.exit(main())
