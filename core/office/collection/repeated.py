"""Section 一 that is last year's word for word: told to the office as the window tells it of a single report.

No rule asks for it: what is organised the same way is written the same way. A limit of the local rules makes it a
finding, and section 五 and the whole report have one by N-18.
"""

from __future__ import annotations

from core.checks.rules import CheckContext
from core.texts.rules import repetition
from core.validation.local_rules import LocalRules

_SECTION, _LIMIT = "s1", "section_five"
_SAID = "{part}与上年相同约{percent}%"


def repeated(context: CheckContext, local: LocalRules | None) -> str:
    """Return in a few words how much of section 一 is last year's; "" below the limit that N-18 has for section 五."""
    if local is not None and local.limit_of(_SECTION) is not None:
        return ""
    found = repetition.section_repetition(context, _SECTION)
    rule = next(rule for rule in context.form.rules.values() if rule.function == repetition.FUNCTION)
    if found is None or found.percent <= rule.params[_LIMIT]:
        return ""
    return _SAID.format(part=context.form.sections[_SECTION].part, percent=found.percent)
