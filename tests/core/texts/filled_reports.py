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
    unit: str, code: str, text: str, cells: Mapping[str, Number], *, unit_type: str = "政府部门", year: int = 2024
) -> Report:
    """Return a report with one text; every number that is not given is 0."""
    report = new_report(unit, unit_type, year)
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
