"""What the texts of a published report are compared with where its tables have blanks: very many offices type no 0.

A blank is not zero: totals, equalities and 未填 leave it a blank. Only where a table holds numbers, and nothing that it
prints says otherwise, are the texts judged as if a 0 stood there, which is said beside each finding. What could not be
judged is told: a report whose texts were compared with nothing must not look like one without a slip.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from core.checks.findings import Finding
from core.checks.rules import CheckContext, PrintedForm
from core.form.form_definition import FormDefinition, Table
from core.report.entry_text import Number
from core.report.report import Report, numbers_only
from core.report.totals import compute_totals, holds

NOT_COMPARED = "文字中与它们有关的数没有核对"
"""Stands in every sentence about numbers that the texts could not be compared with."""

_AS_ZERO = "{table}有{count}格空白，核对文字时按0算；实际不是0的，请补填后再检查一次"
_LEFT = f"，{NOT_COMPARED}；请填好（没有的填0）再检查一次"
_EMPTY = f"{{table}}的{{count}}格都是空白{_LEFT}"
_AGAINST = f"{{table}}有{{count}}格空白按0算与印的合计对不上，第一格是“{{first}}”{_LEFT}"
_UNREAD = f"{{table}}有{{count}}格没有读到，第一格是“{{first}}”{_LEFT}"
_ALL_BLANK, _SOME_BLANK = "（表中是空白，按0算）", "（其中{count}格是空白，按0算）"


class BlanksRead(NamedTuple):
    """What became of the blanks of a published report.

    Attributes:
        numbers: What its texts are compared with: its numbers, 0 for a blank that may be one, and the totals; of a
            total that cannot be computed what is printed.
        zeros: The codes of the blanks that were taken for 0, totals included.
        told: Chinese sentences on what was taken for 0 and what was not compared, in the order of the form.
    """

    numbers: Mapping[str, Number]
    zeros: frozenset[str]
    told: tuple[str, ...]


def blanks_read(report: Report, printed: PrintedForm) -> BlanksRead:
    """Return what the texts of a published report are compared with.

    Args:
        report: What was read of it.
        printed: How it prints the form.
    """
    form, cells, controls = report.form, numbers_only(report.cells), numbers_only(report.controls)
    known, told = dict(cells), []
    shown: dict[str, Number] = {}
    for table in form.tables.values():
        asked = [code for code in table.cells if not form.cells[code].is_derived and code not in report.cells]
        blanks = [code for code in asked if code in printed.blanks]
        is_empty = not any(code in cells or code in controls for code in table.cells)
        against = _against(form, {**cells, **dict.fromkeys(blanks, 0)}, controls, blanks)
        zeros = [] if is_empty else [code for code in blanks if code not in against]
        known.update(dict.fromkeys(zeros, 0))
        left = [code for code in blanks if code not in zeros]
        unread = [code for code in asked if code not in blanks]
        found = ((_AS_ZERO, zeros), (_EMPTY if is_empty else _AGAINST, left), (_UNREAD, unread))
        told += [_said(sentence, form, table, codes) for sentence, codes in found if codes]
        shown.update((code, controls[code]) for code in table.cells if blanks and code in controls)
    numbers = {**shown, **known, **compute_totals(form, known)}
    nothing = frozenset(c for c in printed.blanks if c not in report.cells and numbers.get(c) == 0)
    return BlanksRead(numbers, nothing, tuple(told))


def context_of_texts(context: CheckContext) -> CheckContext:
    """Return what the rules on texts look at: the context itself but for a published report with blanks."""
    printed = context.printed_form
    if printed is None or not printed.blanks:
        return context
    read = blanks_read(context.report, printed)
    return replace(context, numbers=read.numbers, zeros=read.zeros, kept={}, memory={})


def said_of_zeros(findings: Iterable[Finding], zeros: frozenset[str]) -> Iterator[Finding]:
    """Yield findings; one that compares a text with blanks says that they were taken for 0."""
    for finding in findings:
        count = len(zeros.intersection(finding.cells))
        said = _ALL_BLANK if count == len(finding.cells) else _SOME_BLANK.format(count=count)
        yield replace(finding, message=f"{finding.message.removesuffix('。')}{said}。") if count else finding


def _against(
    form: FormDefinition, filled: Mapping[str, Number], controls: Mapping[str, Number], blanks: Iterable[str]
) -> set[str]:
    """Return the blanks below an equality that does not hold where all blanks are 0: one of them is another number.

    A total that is not printed stands for its parts: 新收 and 结转 of a column are held against its results.
    """
    printed = {**filled, **compute_totals(form, filled), **controls}
    parts = {
        e.computes: [code for code, _ in e.right] for e in form.equations if e.computes and e.computes not in controls
    }
    doubted: set[str] = set()
    for equation in form.equations:
        terms = [*equation.left, *((code, -factor) for code, factor in equation.right)]
        if all(code in printed for code, _ in terms):
            residual = sum(factor * printed[code] for code, factor in terms)
            if not holds(equation.operator, residual):
                doubted.update(code for code, _ in terms)
    waiting = list(doubted)
    while waiting:
        below = [code for code in parts.get(waiting.pop(), ()) if code not in doubted]
        doubted.update(below)
        waiting += below
    return doubted.intersection(blanks)


def _said(sentence: str, form: FormDefinition, table: Table, codes: list[str]) -> str:
    return sentence.format(table=table.name, count=len(codes), first=form.cells[codes[0]].name)
