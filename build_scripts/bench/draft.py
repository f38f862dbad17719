"""Times saving and loading a draft beside the libraries that write and read it, in one run.

    python -m build_scripts.bench.draft [--rounds 30] [--draft FILE.xlsx]

Goals: saving at most twice XlsxWriter writing the same cells and merges, loading at most 1.2 times openpyxl reading
the same file. The contenders take turns; medians of wall time and of the process's own time are printed.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from core.draft.workbook import draft_bytes, load_draft, save_draft
from core.draft.workbook.sheet_plan import Formula, SheetPlan
from core.draft.workbook.workbook_plan import plan_workbook
from core.report.report import Report, new_report
from core.report.report_record import record_bytes

SAVE_GOAL = 2.0
LOAD_GOAL = 1.2
_PARAGRAPH = "本年度通过政府网站、政务新媒体等渠道主动公开政府信息92条，公开内容及时、准确，未发生泄密事件。" * 3


def main() -> int:
    """Print the table; exit code 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description="保存和读取草稿的用时")
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--draft", type=Path)
    options = parser.parse_args()
    report = load_draft(options.draft).report if options.draft else sample_report()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "draft.xlsx"
        save_draft(report, path)
        times = measure(contenders(report, path), options.rounds)
    print(f"{'job':<34}{'wall ms':>10}{'cpu ms':>10}")
    for name, (wall, cpu) in times.items():
        print(f"{name:<34}{wall * 1000:>10.1f}{cpu * 1000:>10.1f}")
    saving = times["save: draft_bytes"][1] / times["save: XlsxWriter, cells and merges"][1]
    loading = times["load: load_draft"][1] / times["load: openpyxl.load_workbook"][1]
    print(f"save / XlsxWriter = {saving:.2f} (goal {SAVE_GOAL}), load / openpyxl = {loading:.2f} (goal {LOAD_GOAL})")
    return 0 if saving <= SAVE_GOAL and loading <= LOAD_GOAL else 1


def sample_report() -> Report:
    """Return a complete report of usual size: 200 numbers and some 2,500 characters."""
    report = new_report("某某县水利局", "政府部门", 2025, with_zeros=True)
    for i, code in enumerate(report.form.entered):
        report = report.with_cells({code: i % 7})
    report = report.with_cells({"t2.fees.amount": Decimal("12.34")})
    for code, field in report.form.texts.items():
        if field.is_required:
            report = report.with_texts({code: "\n".join([_PARAGRAPH] * 3)})
    return report


def contenders(report: Report, path: Path) -> dict[str, Callable[[], object]]:
    """Return what is timed, by name."""
    import openpyxl

    sheets = plan_workbook(report)
    return {
        "save: draft_bytes": lambda: draft_bytes(report),
        "save: XlsxWriter, cells and merges": lambda: plain_workbook(sheets),
        "save: save_draft, synced to disk": lambda: save_draft(report, path),
        "autosave: record_bytes": lambda: record_bytes(report, {}),
        "load: load_draft": lambda: load_draft(path),
        "load: openpyxl.load_workbook": lambda: openpyxl.load_workbook(path),
    }


def plain_workbook(sheets: list[SheetPlan]) -> bytes:
    """Write the same cells, formulas and merges with XlsxWriter and nothing else."""
    import xlsxwriter

    stream = BytesIO()
    workbook = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    look = workbook.add_format({"border": 1})
    for sheet in sheets:
        worksheet = workbook.add_worksheet(sheet.title)
        for area in sheet.merges:
            worksheet.merge_range(*area, "", look)
        for (row, column), (value, _) in sheet.cells.items():
            if isinstance(value, Formula):
                cached = float(value.value) if isinstance(value.value, Decimal) else value.value
                worksheet.write_formula(row, column, value.text, look, cached)
            else:
                worksheet.write(row, column, value, look)
    workbook.close()
    return stream.getvalue()


def measure(jobs: dict[str, Callable[[], object]], rounds: int) -> dict[str, tuple[float, float]]:
    """Return the medians of wall and process time of each job, in seconds."""
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            wall, cpu = time.perf_counter(), time.process_time()
            job()
            times[name].append((time.perf_counter() - wall, time.process_time() - cpu))
    return {
        name: (statistics.median(w for w, _ in taken), statistics.median(c for _, c in taken))
        for name, taken in times.items()
    }


if __name__ == "__main__":
    sys.exit(main())
