"""The rule on cells that a register counted and that hold another number now (C-09)."""

from __future__ import annotations

from collections.abc import Iterable

from core.base.short_texts import some_of
from core.checks.findings import Finding
from core.checks.rules import NUMBERS, CheckContext, check_function, finding
from core.form.form_definition import Rule
from core.report.counted_cells import counted_numbers
from core.report.entry_text import format_number

_NAMED = 6


@check_function("counted_cells", NUMBERS)
def counted_cells(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """C-09: what was counted and what stands there now, one finding a table; blanks are told elsewhere."""
    form, numbers = context.form, context.numbers
    counted = counted_numbers(context.report)
    if not counted:
        return
    other = [code for code in form.entered if code in counted and numbers.get(code, counted[code]) != counted[code]]
    for table in dict.fromkeys(form.cells[code].table for code in other):
        cells = [code for code in other if form.cells[code].table == table]
        said = [f"{form.cells[c].name}：台账{counted[c]}件，现在是{format_number(numbers[c])}" for c in cells]
        told = some_of(said, _NAMED, "格", between="；")
        yield finding(rule, cells=cells, count=len(cells), told=told)
