"""Times the checks: a full check without and with texts, and what one keystroke in a table costs.

    python -m build_scripts.bench.checks

Prints medians in microseconds; exits with 1 where a goal is missed. Of the complete reports the slowest has one.
"""

import random
import statistics
import sys
import time
import tomllib
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from build_scripts.sweeps.balanced_reports import balanced_report, with_controls
from core.report.change import Change
from core.report.entry_text import count_characters
from core.report.report import Report, new_report
from core.validation.validation import Checker, check_report

FULL_GOAL, TEXT_GOAL, KEY_GOAL = 1_000.0, 10_000.0, 20.0
"""Microseconds: a full check without texts, one with texts that were never read before, and one keystroke."""

_TEXTS = Path(__file__).parent.parent.parent / "tests" / "data" / "narrative" / "correct_reports.toml"
_DENSE = ("s1.active", "s1.request", "s4", "s5")
"""Texts full of numbers: repeated, so that the report is longer than any that was seen."""

_TODAY = date(2026, 1, 10)


_SIGNS = str.maketrans("0123456789", "甲乙丙丁戊己庚辛壬癸")


def _mark(number: int) -> str:
    """Return what makes a paragraph a new one: a remark without a numeral, since a numeral is one more to be read."""
    return f"（{str(number).translate(_SIGNS)}稿）"


def median_us(samples: list[float]) -> float:
    """Return the median of times in seconds, in microseconds."""
    return statistics.median(samples) * 1e6


def time_full(report: Report, last_year: Report) -> float:
    """Return the microseconds of a full check."""
    samples = []
    for _ in range(300):
        begin = time.perf_counter()
        check_report(report, last_year=last_year, today=_TODAY)
        samples.append(time.perf_counter() - begin)
    return median_us(samples)


def _records() -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = tomllib.loads(_TEXTS.read_text(encoding="utf-8"))["reports"]
    return records


def _report(record: dict[str, Any]) -> Report:
    """Return a report with the numbers of a record, all others 0, and without its texts."""
    report = new_report(record["unit"], record["unit_type"], record["year"])
    return report.with_cells({**dict.fromkeys(report.form.entered, 0), **record["cells"]})


def time_reports() -> list[float]:
    """Return the microseconds of a full check of each complete report, no paragraph of which was read before."""
    medians, number = [], count(1)
    for record in _records():
        samples = []
        for _ in range(13):
            texts = {
                code: "\n".join(f"{paragraph}{_mark(next(number))}" for paragraph in text.split("\n"))
                for code, text in record["texts"].items()
            }
            report = _report(record).with_texts(texts)
            begin = time.perf_counter()
            check_report(report, today=_TODAY)
            samples.append(time.perf_counter() - begin)
        medians.append(median_us(samples[1:]))
    return medians


def time_texts() -> tuple[float, int]:
    """Return the microseconds of a full check of a long report, no text of which was read before, and its length."""
    record = _records()[2]
    report = _report(record)
    samples = []
    for i in range(61):  # each paragraph of each run is a new one
        for code, text in record["texts"].items():
            copies = [f"{text}{_mark(10 * i + copy)}" for copy in range(6 if code in _DENSE else 1)]
            report = report.with_texts({code: "\n".join(copies)})
        begin = time.perf_counter()
        check_report(report, today=_TODAY)
        samples.append(time.perf_counter() - begin)
    return median_us(samples[1:]), sum(map(count_characters, report.texts.values()))


def time_keys(
    report: Report, last_year: Report | None, codes: list[str], times: int = 4_000, *, undoes: bool = False
) -> float:
    """Return the microseconds from a changed cell to the new result.

    Args:
        report: A report whose sums hold.
        last_year: Last year's report, if any.
        codes: The cells to change in turn; no number is typed twice, so that no sentence is one that was made before.
        times: How many keystrokes to take the median of.
        undoes: Whether to time the key that puts the old number back, not the one that changes it.
    """
    checker = Checker(report, last_year=last_year, today=_TODAY)
    checker.result()
    samples = []
    for step in range(times):
        code = codes[step % len(codes)]
        entry = report.cells[code]
        assert isinstance(entry, int)
        for is_undone, number in enumerate((entry + 1 + step // len(codes), entry)):
            changed = report.with_cells({code: number})
            change, report = Change.between(report, changed), changed
            begin = time.perf_counter()
            checker.follow(report, change)
            checker.result()
            took = time.perf_counter() - begin
            if is_undone == undoes:
                samples.append(took)
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
    t3 = tables["t3"]
    long, characters = time_texts()
    reports = time_reports()
    lines = [
        ("full check, with last year", time_full(report, last_year), FULL_GOAL),
        (f"the same with texts never read, {characters} characters", long, TEXT_GOAL),
        (f"{len(reports)} complete reports never read, median", statistics.median(reports), 0.0),
        ("the slowest of them", max(reports), TEXT_GOAL),
        ("keystroke in t2", time_keys(report, None, tables["t2"]), KEY_GOAL),
        ("keystroke in t4", time_keys(report, None, tables["t4"]), KEY_GOAL),
        ("keystroke in t3 that breaks a balance", time_keys(report, None, t3), KEY_GOAL),
        ("keystroke in t3 that mends it", time_keys(report, None, t3, undoes=True), KEY_GOAL),
        ("a breaking keystroke, with last year", time_keys(report, last_year, t3), 0.0),
        ("a breaking keystroke, with control totals", time_keys(with_controls(report), None, t3, 1_000), 0.0),
    ]
    for name, took, goal in lines:
        print(f"{name:50} {took:9.1f} us" + (f"   goal {goal:.0f}" if goal else ""))
    return 1 if any(goal and took > goal for _, took, goal in lines) else 0


if __name__ == "__main__":
    sys.exit(main())
