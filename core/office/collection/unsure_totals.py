"""What a text says about a total that its paper prints otherwise than its parts come to.

The rules compare texts with what the parts come to, and the fault lies as often in a part: the printed total, and the
text that repeats it, are right then. So nothing is said of the text until the sum is mended; it is judged after that.
"""

from __future__ import annotations

from collections.abc import Iterable

from core.checks.findings import Finding
from core.report.report import Report, numbers_only
from core.report.totals import report_numbers


def without_unsure(report: Report, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings without those that hold a text against a total which may not be what the parts come to."""
    unsure = _unsure_totals(report)
    return tuple(f for f in findings if not (f.places and unsure.intersection(f.cells)))


def _unsure_totals(report: Report) -> set[str]:
    """Return the totals that are printed otherwise than computed, and those above them that are not printed."""
    printed, computed = numbers_only(report.controls), report_numbers(report)
    unsure = {code for code, number in printed.items() if computed.get(code, number) != number}
    above = [equation for equation in report.form.equations if equation.computes not in ("", *printed)]
    while more := {e.computes for e in above if not unsure.isdisjoint(code for code, _ in e.right)} - unsure:
        unsure |= more
    return unsure
