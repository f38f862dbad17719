"""Runs one rule; a fault of the program in it becomes a doubt, so that it neither stops the report nor goes unseen."""

from __future__ import annotations

import sys
from datetime import datetime

from core.base.crash_log import describe, write_log
from core.checks.blanks_as_zero import said_of_zeros
from core.checks.findings import Finding
from core.checks.rules import CheckContext, CheckFunction
from core.form.form_definition import Rule

NOT_CHECKED = "not checked"
"""Topic of the finding that stands in for what a rule could not say; it is no matter of whoever wrote the report."""

_SENTENCE = (
    "“{name}”这一条没有检查成（程序内部出错，不是填报的问题），请人工核对。"
    "并请点“帮助”菜单的“保存问题报告”，把它交给技术支持。"
)
_logged: set[tuple[str, str]] = set()


def run_rule(function: CheckFunction, context: CheckContext, rule: Rule) -> tuple[Finding, ...]:
    """Return what a rule finds; where the program fails at it, a warning that it was not checked."""
    try:
        return tuple(said_of_zeros(function(context, rule), context.zeros))
    except Exception as error:  # noqa: BLE001 - a report must open and be saved whatever its texts do to one rule
        log_fault(rule.id, error)
        return (Finding(rule.id, "warning", _SENTENCE.format(name=rule.name), topic=NOT_CHECKED),)


def log_fault(rule_id: str, error: Exception) -> None:
    """Log a fault once, since the rule runs at each keystroke."""
    fault = (rule_id, repr(error))
    if fault not in _logged:
        _logged.add(fault)
        write_log(describe(*sys.exc_info()), datetime.now())
