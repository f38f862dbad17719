"""The names that the unit had in this report before: its texts may still hold them."""

from __future__ import annotations

import json
import re

from core.report.change import Change, kept_json, status_change
from core.report.report import Report
from core.report.shown_report import TITLE

STATUS = "former_units"
"""Name of the fact in the status of a report."""

_UNIT = "meta.unit"
_WHOLE = re.compile("[\u4e00-\u9fff（）()]{3,}(?:[局委厅办室处会府院所队站中心道镇乡校馆司])[)）]?")
"""A name typed to its end, not half of one."""


def former_units(report: Report) -> tuple[str, ...]:
    """Return the names that the unit had here, that of a 送审稿 too, without the one it has now."""
    kept = kept_json(report, STATUS)
    names = [name for name in kept if isinstance(name, str)] if isinstance(kept, list) else []
    tail = report.form.title.format(unit="", year=report.year or "")
    for made in report.rounds:
        title = made.shown.get(TITLE, "")
        if title.endswith(tail):
            names.append(title.removesuffix(tail))
    return tuple(name for name in dict.fromkeys(names) if name != report.unit and _WHOLE.fullmatch(name))


def with_former_unit(report: Report, change: Change, before: str | None = None) -> Change:
    """Return a change that notes the name of the unit too, where it gives it another one.

    Args:
        report: The report before the change.
        change: What is done to it.
        before: The name before the edit that the change belongs to; None for that in the report.
    """
    if _UNIT not in change.meta:
        return change
    name = report.unit if before is None else before.strip()
    now = (change.meta[_UNIT][1] or "").strip()
    kept = kept_json(report, STATUS)
    names = [one for one in kept if isinstance(one, str) and one != name] if isinstance(kept, list) else []
    if now != name and _WHOLE.fullmatch(name) and any(name in text for text in report.texts.values()):
        names.append(name)
    fact = json.dumps(names, ensure_ascii=False, separators=(",", ":")) if names else None
    return change.then(status_change(report, {STATUS: fact}))
