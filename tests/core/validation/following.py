"""Tells a checker of one report that another follows it."""

from __future__ import annotations

from core.report.change import Change
from core.report.report import Report
from core.validation.validation import Checker


def followed(checker: Checker, before: Report, after: Report) -> Report:
    """Tell the checker what changed; return the later report."""
    checker.follow(after, Change.between(before, after))
    return after
