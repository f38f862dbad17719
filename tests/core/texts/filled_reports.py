"""Reports with all their numbers and one text, and what the checks of words say of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from core.base.late import load_now
from core.checks.findings import Finding
from core.checks.rules import FUNCTIONS, CheckContext
from core.report.entry_text import Number
from core.report.report import Report, new_report
from core.report.totals import report_numbers
from core.texts.claims.claim import Claim
from core.texts.claims.claims import claims
from core.validation import validation

load_now(validation)  # registers the rule functions


def filled(
    unit: str, code: str, text: str, cells: Mapping[str, Number], *, unit_type: str = "", year: int = 2024
) -> Report:
    """Return a report with one text; every number that is not given is 0, the type that of the unit's name."""
    kind = unit_type or ("各级人民政府" if unit.endswith("人民政府") else "政府部门")
    report = new_report(unit, kind, year)
    return report.with_cells({**dict.fromkeys(report.form.entered, 0), **cells}).with_texts({code: text})


def context_of(report: Report) -> CheckContext:
    """Return what rules are asked with in the January after the report's year."""
    assert report.year is not None
    return CheckContext(report, report_numbers(report), None, date(report.year + 1, 1, 10))


def claims_in(report: Report) -> list[Claim]:
    return claims(context_of(report))


def wrong_claims(report: Report) -> list[Claim]:
    return [claim for claim in claims_in(report) if claim.agrees is False]


def wrong_quotes(report: Report) -> list[str]:
    return [claim.quote for claim in wrong_claims(report)]


def told(found: list[str], quote: str) -> bool:
    """Whether the quote stands in what is found; where it is "", whether nothing is."""
    return any(quote in one for one in found) if quote else found == []


def findings_of(report: Report, *rules: str) -> list[Finding]:
    """Return the findings of some rules, asked each by itself."""
    context, known = context_of(report), [report.form.rules[rule] for rule in rules]
    return [finding for rule in known for finding in FUNCTIONS[rule.function].function(context, rule)]


def found_in(rule: str, year: int, code: str, unit: str, text: str) -> list[Finding]:
    """Return what a rule finds in a text of a year whose numbers are all 0."""
    return findings_of(filled(unit, code, text, {}, year=year), rule)


# fmt: off
HUNDRED: Mapping[str, Number] = {
    "t3.R01.C1": 82, "t3.R01.C2": 14, "t3.R01.C3": 1, "t3.R01.C5": 3,
    "t3.R02.C1": 4, "t3.R02.C2": 1,
    "t3.R03.C1": 38, "t3.R03.C2": 6, "t3.R03.C5": 1,
    "t3.R04.C1": 8, "t3.R04.C2": 2,
    "t3.R08.C1": 3,
    "t3.R11.C1": 4, "t3.R11.C2": 1,
    "t3.R12.C1": 6, "t3.R12.C2": 1,
    "t3.R13.C1": 15, "t3.R13.C2": 3, "t3.R13.C3": 1, "t3.R13.C5": 1,
    "t3.R14.C1": 1,
    "t3.R15.C1": 1,
    "t3.R16.C1": 3,
    "t3.R17.C1": 1,
    "t3.R21.C1": 2,
    "t3.R23.C1": 1,
    "t3.R25.C1": 3, "t3.R25.C2": 2, "t3.R25.C5": 1,
    "t4.review.upheld": 14, "t4.review.corrected": 3, "t4.review.other": 2, "t4.review.pending": 1,
    "t4.review.total": 20,
    "t4.direct.upheld": 4, "t4.direct.corrected": 1, "t4.direct.pending": 1, "t4.direct.total": 6,
    "t4.after_review.upheld": 8, "t4.after_review.other": 1, "t4.after_review.total": 9,
    "t2.licensing.decisions": 1200,
    "t2.penalty.decisions": 340,
    "t2.coercion.decisions": 12,
    "t2.normative.issued": 3, "t2.normative.repealed": 1, "t2.normative.in_force": 12,
    "t2.fees.amount": 0,
    "fee.notices": 0,
}
# fmt: on
"""A bureau's year: 100 new applications and 5 old ones, 99 of them dealt with, 20 reviews and 15 lawsuits."""
