"""The 登记号 behind each number as the report keeps them: nothing else of a register ever gets there."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from core.report.change import Change, kept_json, status_change
from core.report.report import Report

STATUS = "register_cases"
"""Name of the fact in the status of a report."""


def kept_cases(report: Report) -> dict[str, tuple[str, ...]]:
    """Return the 登记号 by code; what somebody spoilt is left out."""
    found = kept_json(report, STATUS)
    if not isinstance(found, dict):
        return {}
    return {
        code: tuple(numbers)
        for code, numbers in found.items()
        if isinstance(numbers, list) and all(isinstance(number, str) for number in numbers)
    }


def keep_cases(report: Report, cases: Mapping[str, Sequence[str]]) -> Change:
    """Return what keeps the 登记号 of some cells, beside those of others that are kept already."""
    kept: dict[str, Sequence[str]] = {**kept_cases(report), **cases}
    text = json.dumps({code: list(n) for code, n in kept.items() if n}, ensure_ascii=False, separators=(",", ":"))
    return status_change(report, {STATUS: text if kept else None})
