"""Where to begin looking when a column of table 三 is out of balance and nothing gives the wrong number away.

With computed totals only the difference is known. The numbers that equal it, or half of it, and those whose digits may
have changed places are listed side by side and none is blamed: a lone one would look like the culprit, so it is left
out, and so is a list too long to be of help.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from core.checks.findings import Finding
from core.form.form_definition import FormDefinition
from core.report.entry_text import Number

_FEWEST, _MOST = 2, 6
_SWAPPED_MULTIPLE = 9
"""Two digits that change places alter a number by a multiple of 9."""


class Imbalance(NamedTuple):
    """A column whose two sides differ.

    Attributes:
        difference: The left side less the right one.
        terms: The cells of the balance, with their sign in the difference.
        parts: The entered numbers behind them, likewise.
    """

    difference: int
    terms: Mapping[str, int]
    parts: Mapping[str, int]


def balance_clue(form: FormDefinition, finding: Finding, numbers: Mapping[str, Number]) -> str:
    """Return one Chinese sentence on the numbers of a column to look at first; "" where there is none to give.

    Args:
        form: The form of the report.
        finding: A finding about a balance whose totals are computed (T3-01); any other gets "".
        numbers: Entered numbers and computed totals by code.
    """
    column = imbalance(form, finding, numbers)
    if column is None:
        return ""
    found: dict[str, list[str]] = {}
    for code, times in column.parts.items():
        words = _likeness(int(numbers[code]), times, column.difference)
        if words:
            found.setdefault(words, []).append(code)
    if not _FEWEST <= sum(map(len, found.values())) <= _MOST:
        return ""
    said = "；".join(f"{words}的格：{_names(form, codes)}" for words, codes in found.items())
    return f"查找时可先看{said}。填错的也可能是别的格，以台账为准。"


def imbalance(form: FormDefinition, finding: Finding, numbers: Mapping[str, Number]) -> Imbalance | None:
    """Return the column that a finding about a balance speaks of; None for another finding, or where a cell is named.

    Args:
        form: The form of the report.
        finding: Any finding.
        numbers: Entered numbers and computed totals by code.
    """
    equation = next((e for e in form.equations if e.rule_id == finding.rule_id and e.codes == finding.cells), None)
    if equation is None or equation.computes or finding.repairs or any(c not in numbers for c in equation.codes):
        return None
    terms = {**dict(equation.left), **{code: -times for code, times in equation.right}}
    difference = int(sum(times * numbers[code] for code, times in terms.items()))
    return Imbalance(difference, terms, _parts(form, terms, numbers))


def _parts(form: FormDefinition, terms: Mapping[str, int], numbers: Mapping[str, Number]) -> dict[str, int]:
    """Return the entered numbers of a balance, those behind its totals included, with their sign in it."""
    sums = {e.computes: e for e in form.equations if e.computes}
    found: dict[str, int] = {}
    for code, times in terms.items():
        own = sums.get(code)
        inside = {c: k * times for c, k in own.right} if own and form.cells[code].is_derived else {code: times}
        found.update({c: k for c, k in inside.items() if not form.cells[c].is_derived and c in numbers})
    return found


def _likeness(number: int, times: int, difference: int) -> str:
    """Return how a number resembles the difference; "" where it does not."""
    missing = abs(difference)
    if number == missing:
        return f"填了{missing}（等于相差数）"
    if missing % 2 == 0 and number == missing // 2:
        return f"填了{missing // 2}（相差数的一半）"
    if missing % _SWAPPED_MULTIPLE == 0 and number - difference * times in _swapped(number):
        return f"填了{number}（两位数字颠倒后正好相等）"
    return ""


def _swapped(number: int) -> set[int]:
    """Return the number with two neighbouring digits in each other's place."""
    digits = str(number)
    return {int(digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]) for i in range(len(digits) - 1)} - {number}


def _names(form: FormDefinition, codes: list[str]) -> str:
    rows = form.tables[form.cells[codes[0]].table].rows
    return "、".join(f"“{rows[form.cells[code].row].name}”" for code in codes)
