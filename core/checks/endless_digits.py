"""Hides runs of hundreds of digits in the texts of a report, which are no numbers.

Python refuses to make an integer of more than 4300 digits, and a float of more than 308; a rule that meets such a run
would break down, and with it the whole check.
"""

from __future__ import annotations

from functools import lru_cache

from core.base.patterns import pattern
from core.report.report import Report

_LONGEST = 200
_ENDLESS = pattern(rf"\d{{{_LONGEST + 1},}}")
_HIDDEN = "□"


def without_endless_digits(report: Report) -> Report:
    """Return a report whose texts have other signs, just as many, in the place of such runs; mostly itself."""
    hidden = {code: _hidden(text) for code, text in report.texts.items() if len(text) > _LONGEST}
    hidden = {code: text for code, text in hidden.items() if text != report.texts[code]}
    return report.with_texts(hidden) if hidden else report


@lru_cache(maxsize=256)
def _hidden(text: str) -> str:
    return _ENDLESS.sub(lambda run: _HIDDEN * len(run[0]), text) if _ENDLESS.search(text) else text
