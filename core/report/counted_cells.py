"""The 登记号 behind the numbers that a register counted, as a report keeps them: nothing else of a register is kept."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from core.form.form_definition import FormDefinition
from core.report.change import read_json
from core.report.report import Report
from core.report.status_names import REGISTER_CASES


def kept_cases(report: Report) -> dict[str, tuple[str, ...]]:
    """Return the 登记号 by code, none where a register counted 0; what somebody spoilt is left out."""
    return dict(_cases(report.status.get(REGISTER_CASES, "")))


def counted_numbers(report: Report) -> Mapping[str, int]:
    """Return how many cases a register counted, by code of the cells that count in 件."""
    noted = report.status.get(REGISTER_CASES)
    return _numbers(report.form, noted) if noted else {}


@lru_cache(maxsize=1)
def _numbers(form: FormDefinition, noted: str) -> Mapping[str, int]:
    """Kept, since a rule asks at each key in a table."""
    return {code: len(found) for code, found in _cases(noted).items() if _counts_cases(form, code)}


def _cases(noted: str) -> Mapping[str, tuple[str, ...]]:
    found = read_json(noted)
    if not isinstance(found, dict):
        return {}
    return {
        code: tuple(numbers)
        for code, numbers in found.items()
        if isinstance(numbers, list) and all(isinstance(number, str) for number in numbers)
    }


def _counts_cases(form: FormDefinition, code: str) -> bool:
    cell = form.cells.get(code)
    return cell is not None and not cell.is_derived and cell.unit == "件"
