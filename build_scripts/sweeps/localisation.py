"""Sweeps the naming of wrong numbers over 200 random balanced reports, sparse and dense, with control totals.

    python -m build_scripts.sweeps.localisation [REPORTS]

One wrong number: every cell of tables 三 and 四, and every row of table 三 one column off. Two slips: 20 pairs a
report. The totals are right there; then they follow one or two wrong numbers, as sums of Excel do. Prints what was
found, named, and how long it took; exits with 1 where a goal is missed.
"""

import random
import sys
import time
from collections import Counter
from collections.abc import Mapping
from statistics import quantiles

from build_scripts.sweeps.balanced_reports import balanced_report, cell_slips, printed_table, row_slips
from build_scripts.sweeps.following_totals import sweep_following
from core.checks.localisation import Located, localise
from core.checks.sum_findings import sum_findings
from core.form.form_reader import load_form
from core.report.totals import SumState

KINDS = [(0.06, 9), (0.9, 300), (0.2, 20), (0.5, 3)]
"""Share of cells that are not 0, and the largest number: sparse, dense, a small office, small numbers."""

PAIRS = 20
PAIR_GOAL = 0.9
USUAL_TIME, LONGEST_TIME = 0.016, 0.05
"""In seconds: what 95 of 100 answers on two slips take at most, and each of them."""


def main(arguments: list[str]) -> int:
    """Run the sweep over so many reports; return 1 where a goal is missed."""
    count = int(arguments[0]) if arguments else 200
    rng = random.Random(2025)
    tally: Counter[str] = Counter()
    times: list[float] = []
    for number in range(count):
        density, largest = KINDS[number % len(KINDS)]
        report = balanced_report(rng, density=density, largest=largest)
        table = printed_table(report, "t3")
        _single_cells(table, tally)
        _single_rows(table, tally)
        _table_four(printed_table(report, "t4"), tally)
        _pairs(table, rng, tally, times)
        for slips in (1, 2):
            sweep_following(random.Random(number), density=density, largest=largest, slips=slips, tally=tally)
    for name, done in sorted(tally.items()):
        print(f"{name:55} {done:8}")
    usual = quantiles(times, n=20)[-1]
    print(f"{'two slips, p95 of the answers':55} {usual * 1e3:8.1f} ms")
    print(f"{'two slips, slowest answer':55} {max(times) * 1e3:8.1f} ms")
    goals = {
        "every changed cell of table 三 is found": tally["t3 cell: found"] == tally["t3 cell: tried"],
        "it is the first repair, with the right value": tally["t3 cell: first"] == tally["t3 cell: tried"],
        "every row one column off is found": tally["t3 row: found"] == tally["t3 row: tried"],
        "every changed cell of table 四 is found": tally["t4 cell: found"] == tally["t4 cell: tried"],
        "two slips are among the first three": tally["two slips: hit"] >= PAIR_GOAL * tally["two slips: tried"],
        "no right number is named where totals follow": not _total(tally, "a right number named"),
        "each column that misses something is told": not _total(tally, "a column is silent"),
        "95 of 100 answers within 16 ms": usual <= USUAL_TIME,
        "each answer within 50 ms": max(times) <= LONGEST_TIME,
    }
    for name, is_met in goals.items():
        print(f"{'yes' if is_met else 'NO':4} {name}")
    return 0 if all(goals.values()) else 1


def _total(tally: Mapping[str, int], what: str) -> int:
    return sum(done for name, done in tally.items() if name.endswith(what))


def _single_cells(table: Mapping[str, int], tally: Counter[str]) -> None:
    for code, right in table.items():
        for wrong in cell_slips(right):
            located = localise(load_form(), "t3", {**table, code: wrong})
            tally["t3 cell: tried"] += 1
            tally["t3 cell: found"] += _is_found({**table, code: wrong})
            tally["t3 cell: first"] += _place(located, {code: right}) == 0


def _single_rows(table: Mapping[str, int], tally: Counter[str]) -> None:
    for row in load_form().tables["t3"].rows:
        for slipped in row_slips(table, row):
            wrong = {**table, **slipped}
            truth = {code: table[code] for code in slipped}
            place = _place(localise(load_form(), "t3", wrong), truth)
            tally["t3 row: tried"] += 1
            tally["t3 row: found"] += _is_found(wrong)
            tally["t3 row: first"] += place == 0
            tally["t3 row: among the first three"] += 0 <= place < 3


def _table_four(table: Mapping[str, int], tally: Counter[str]) -> None:
    for code, right in table.items():
        for wrong in cell_slips(right):
            tally["t4 cell: tried"] += 1
            tally["t4 cell: found"] += _is_found({**table, code: wrong})


def _pairs(table: Mapping[str, int], rng: random.Random, tally: Counter[str], times: list[float]) -> None:
    for _ in range(PAIRS):
        first, second = _slip(table, rng), _slip(table, rng)
        if set(first) & set(second):
            continue
        wrong = {**first, **second}
        begin = time.process_time()
        located = localise(load_form(), "t3", {**table, **wrong})
        times.append(time.process_time() - begin)
        tally["two slips: tried"] += 1
        tally["two slips: hit"] += 0 <= _place(located, {code: table[code] for code in wrong}) < 3


def _slip(table: Mapping[str, int], rng: random.Random) -> dict[str, int]:
    """Return one slip: a number one too large, with a nought too many, with digits swapped, or a row off."""
    while True:
        kind = rng.choice(["one more", "nought", "swap", "row"])
        code = rng.choice(list(table))
        right = table[code]
        if kind == "row":
            ways = row_slips(table, code.split(".")[1])
            if ways:
                return rng.choice(ways)
        elif kind == "one more":
            return {code: right + 1}
        elif kind == "nought" and right:
            return {code: right * 10}
        elif kind == "swap":
            swapped = [wrong for wrong in cell_slips(right) if wrong not in (right + 1, right * 10)]
            if swapped:
                return {code: rng.choice(swapped)}


def _is_found(numbers: Mapping[str, int]) -> bool:
    """Whether the check says anything about a table with its totals as control totals."""
    form = load_form()
    entered = {code: n for code, n in numbers.items() if not form.cells[code].is_derived}
    totals = {code: n for code, n in numbers.items() if form.cells[code].is_derived}
    return bool(sum_findings(form, SumState(form, entered, totals)))


def _place(located: Located, truth: Mapping[str, int]) -> int:
    """Return at which place a repair with just these changes stands; -1 for none."""
    for place, repair in enumerate(located.repairs):
        if {change.cell: change.should_be for change in repair.changes} == truth:
            return place
    return -1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
