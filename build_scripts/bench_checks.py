"""Times the checks of tables: a full check, and what one keystroke costs.

    .venv/bin/python -m build_scripts.bench_checks

Prints medians in microseconds; exits with 1 where a goal is missed.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from datetime import date
from typing import TYPE_CHECKING

from build_scripts.balanced_reports import balanced_report, with_controls
from core.checks.validation import Checker, check_report

if TYPE_CHECKING:
    from core.content.entry_text import Entry
    from core.content.report import Report

FULL_GOAL, KEY_GOAL = 1_000.0, 20.0
"""Microseconds; a full check without texts, and one keystroke in a table whose sums hold before and after."""

_TODAY = date(2026, 1, 10)


def median_us(samples: list[float]) -> float:
    """Return the median of times in seconds, in microseconds."""
    return statistics.median(samples) * 1e6


def time_full(report: Report, last_year: Report, times: int = 300) -> float:
    """Return the microseconds of a full check."""
    samples = []
    for _ in range(times):
        begin = time.perf_counter()
        check_report(report, last_year=last_year, today=_TODAY)
        samples.append(time.perf_counter() - begin)
    return median_us(samples)


def time_keys(report: Report, last_year: Report | None, codes: list[str], times: int = 4_000) -> float:
    """Return the microseconds from a changed cell to the new result; each number is typed, and typed back.

    No number is typed twice into a cell, so that no sentence is one that was made before.
    """
    checker = Checker(report, last_year=last_year, today=_TODAY)
    checker.result()
    samples = []
    entry: Entry = 0
    for step in range(times):
        code = codes[step // 2 % len(codes)]
        if step % 2 == 0:
            entry = report.cells[code]
            assert isinstance(entry, int)
            report.cells[code] = entry + 1 + step // (2 * len(codes))
        else:
            report.cells[code] = entry
        begin = time.perf_counter()
        checker.entered(code)
        checker.result()
        samples.append(time.perf_counter() - begin)
    return median_us(samples)


def main() -> int:
    """Print the times; return 1 where a goal is missed."""
    rng = random.Random(1)
    report = balanced_report(rng, density=0.3, largest=60)
    last_year = balanced_report(rng, density=0.3, largest=60, year=2024)
    tables = {
        table: [c for c in report.form.entered if c.startswith(f"{table}.") and c != "t2.fees.amount"]
        for table in ("t2", "t3", "t4")
    }
    full = time_full(report, last_year)
    # R01 and R02 would put their column out of balance: what that costs is shown apart.
    held = {"t2": tables["t2"], "t4": tables["t4"]}
    lines = [("full check, with last year", full, FULL_GOAL)]
    lines += [(f"keystroke in {table}", time_keys(report, None, codes), KEY_GOAL) for table, codes in held.items()]
    lines.append(("keystroke in t3, a column out of balance", time_keys(report, None, tables["t3"]), KEY_GOAL))
    lines.append(("the same, with last year", time_keys(report, last_year, tables["t3"]), 0.0))
    lines.append(("the same, with control totals", time_keys(with_controls(report), None, tables["t3"][:40], 400), 0.0))
    for name, took, goal in lines:
        print(f"{name:45} {took:9.1f} us" + (f"   goal {goal:.0f}" if goal else ""))
    return 1 if any(goal and took > goal for _, took, goal in lines) else 0


if __name__ == "__main__":
    sys.exit(main())
