"""What the clerk said of last year's report: that its unit, named otherwise there, is the one of this report."""

from __future__ import annotations

from core.report.change import Change, status_change
from core.report.report import Report

STATUS = "same_unit"
"""Name of the fact in the status of a report; both names are in it, since it holds for no other."""


def is_said_same(report: Report, former: str) -> bool:
    """Return whether the clerk said that the unit of last year's report is this one."""
    return report.status.get(STATUS) == _said(report, former)


def say_same(report: Report, former: str) -> Change:
    """Return what notes that the unit of last year's report is this one."""
    return status_change(report, {STATUS: _said(report, former)})


def _said(report: Report, former: str) -> str:
    return f"{former}＝{report.unit}"
