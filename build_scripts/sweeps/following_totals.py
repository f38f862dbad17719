"""Wrong numbers whose stored totals follow them, as sums of Excel do: what is then said, and of whom.

A total that was added up from a wrong number agrees with it, so that less can be known than of a paper whose totals
are right. Nobody may be named who is not wrong, and which column misses how much is said at any rate.
"""

import random
import re
from collections import Counter

from build_scripts.sweeps.balanced_reports import COLUMNS, balanced_report, cell_slips, printed_table
from core.checks.findings import Finding
from core.checks.sum_findings import sum_findings
from core.form.form_reader import load_form
from core.report.report import numbers_only
from core.report.totals import SumState, compute_totals

FOLLOWING = ("rows", "columns", "all")
"""Which totals are sums: those of the rows, those of the columns, or both."""

_BLAMES = re.compile("疑似|纸上的合计")
_LEFT_OPEN = "可能是"


def sweep_following(rng: random.Random, *, density: float, largest: int, slips: int, tally: Counter[str]) -> None:
    """Make one table with so many wrong numbers for each way that totals follow, without and with one blank cell."""
    form = load_form()
    report = balanced_report(rng, density=density, largest=largest)
    right = {code: int(number) for code, number in numbers_only(report.cells).items() if code.startswith("t3.")}
    totals = {code: n for code, n in printed_table(report, "t3").items() if form.cells[code].is_derived}
    wrong = dict(right)
    for code in rng.sample(sorted(right), slips):
        wrong[code] = rng.choice([n for n in (*cell_slips(right[code]), right[code] - 1) if n >= 0])
    blank = rng.choice(sorted(right))
    for following in FOLLOWING:
        sums = compute_totals(form, wrong)
        stored = {code: int(sums[code]) if _follows(code, following) else n for code, n in totals.items()}
        for name, numbers in (("", wrong), (", one blank", {c: n for c, n in wrong.items() if c != blank})):
            found = sum_findings(form, SumState(form, numbers, stored))
            kind = f"{slips} slip{'s' * (slips > 1)}, totals of {following} follow{name}"
            tally[f"{kind}: tried"] += 1
            truth = {code: n for code, n in {**right, **totals}.items() if {**numbers, **stored}.get(code) != n}
            tally[f"{kind}: a right number named"] += any(_blames_right(finding, truth) for finding in found)
            tally[f"{kind}: a column is silent"] += not _tells_columns(numbers, stored, found)


def _follows(code: str, following: str) -> bool:
    is_of_column = code.startswith("t3.R24.")
    return following == "all" or is_of_column == (following == "columns")


def _blames_right(finding: Finding, truth: dict[str, int]) -> bool:
    """Whether a finding names a number as wrong, alone, that is right or should be another."""
    if not finding.repairs or _LEFT_OPEN in finding.message or not _BLAMES.search(finding.message):
        return False
    own = [change for change in finding.repairs[0] if change.cell in finding.cells]
    return any(truth.get(change.cell) != change.should_be for change in own)


def _tells_columns(numbers: dict[str, int], stored: dict[str, int], found: list[Finding]) -> bool:
    """Whether every column that does not agree is in some sentence, with what it misses."""
    form = load_form()
    state = SumState(form, numbers, stored)
    said = "".join(finding.message for finding in found)
    missing = {}
    for i in state.broken():
        equation = form.equations[i]
        columns = {form.cells[code].column for code in equation.codes}
        if len(columns) == 1 and columns != {COLUMNS[-1]}:
            missing[equation.item_name] = abs(state.residual(i) or 0)
    return all(re.search(f"{name}[”’]?列[^。]*相?差", said) for name in missing)
