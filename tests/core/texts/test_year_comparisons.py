"""What texts tell of the year before is compared with last year's report: right stays silent, wrong is found."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from core.checks.findings import Finding
from core.report.entry_text import Number
from core.report.report import Report, new_report
from core.validation.validation import check_report
from tests.core.texts.year_sentences import LAST, NOW, TRUE, WRONG

UNIT = "青原县水利局"
TODAY = date(2026, 1, 10)


def report_of(year: int, numbers: Mapping[str, Number], texts: Mapping[str, str] | None = None) -> Report:
    report = new_report(UNIT, "政府部门", year)
    return report.with_cells({**dict.fromkeys(report.form.entered, 0), **numbers}).with_texts(texts or {})


def found(texts: Mapping[str, str], last: Report | None = None) -> list[Finding]:
    last = last or report_of(2024, LAST)
    result = check_report(report_of(2025, NOW, texts), last_year=last, today=TODAY)
    return [f for f in result.findings if f.rule_id == "Y-06"]


@pytest.mark.parametrize(("code", "text"), TRUE, ids=[text for _, text in TRUE])
def test_a_right_comparison_is_not_spoken_of(code: str, text: str) -> None:
    assert [f.message for f in found({code: text})] == []


@pytest.mark.parametrize(("code", "text", "quote"), WRONG, ids=[text for _, text, _ in WRONG])
def test_a_wrong_comparison_is_found(code: str, text: str, quote: str) -> None:
    (one,) = found({code: text})
    assert f"写的是“{quote}”" in one.message
    assert one.level == "warning"
