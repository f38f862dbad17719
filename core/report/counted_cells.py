"""The 登记号 behind the numbers that a register counted, as a report keeps them: nothing else of a register is kept."""

from __future__ import annotations

from core.form.form_definition import FormDefinition
from core.report.change import kept_json
from core.report.report import Report
from core.report.status_names import REGISTER_CASES


def kept_cases(report: Report) -> dict[str, tuple[str, ...]]:
    """Return the 登记号 by code, none where a register counted 0; what somebody spoilt is left out."""
    found = kept_json(report, REGISTER_CASES)
    if not isinstance(found, dict):
        return {}
    return {
        code: tuple(numbers)
        for code, numbers in found.items()
        if isinstance(numbers, list) and all(isinstance(number, str) for number in numbers)
    }


def counted_numbers(report: Report) -> dict[str, int]:
    """Return how many cases a register counted, by code of the cells that count in 件."""
    return {code: len(found) for code, found in kept_cases(report).items() if _counts_cases(report.form, code)}


def _counts_cases(form: FormDefinition, code: str) -> bool:
    cell = form.cells.get(code)
    return cell is not None and not cell.is_derived and cell.unit == "件"
