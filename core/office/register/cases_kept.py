"""Notes the 登记号 behind each number in the report: nothing else of a register ever gets there."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from core.report.change import Change, status_change
from core.report.counted_cells import kept_cases
from core.report.report import Report
from core.report.status_names import REGISTER_CASES


def keep_cases(report: Report, cases: Mapping[str, Sequence[str]]) -> Change:
    """Return what keeps the 登记号 of some cells, none for 0, beside those of others that are kept."""
    kept: dict[str, Sequence[str]] = {**kept_cases(report), **cases}
    text = json.dumps({code: list(n) for code, n in kept.items()}, ensure_ascii=False, separators=(",", ":"))
    return status_change(report, {REGISTER_CASES: text if kept else None})
