"""A word before 占 changes nothing: 合计只占, 加起来仅占, 已占 (N-05)."""

from __future__ import annotations

from datetime import date

import pytest

from core.checks.rules import CheckContext
from core.report.report import new_report
from core.report.totals import report_numbers
from core.texts.claims.claims import claims

CELLS = {"t3.R01.C1": 43, "t3.R03.C1": 16, "t3.R04.C1": 3, "t3.R11.C1": 9, "t3.R13.C1": 12, "t3.R16.C1": 3}


def wrong(text: str) -> int:
    report = new_report("兰汀区城市管理和综合执法局", "政府部门", 2023)
    report = report.with_cells({**dict.fromkeys(report.form.entered, 0), **CELLS}).with_texts({"s3": text})
    found = claims(CheckContext(report, report_numbers(report), None, date(2024, 1, 10)))
    return sum(claim.agrees is False for claim in found)


@pytest.mark.parametrize(
    ("text", "right", "slip"),
    [
        ("办结的43件申请中，予以公开和部分公开合计只占{}。", "44.2%", "37.2%"),
        ("予以公开16件、部分公开3件，两者合计仅占{}。", "44.2%", "37.2%"),
        ("予以公开、部分公开加起来只占办结总数的{}。", "44.2%", "37.2%"),
        ("予以公开和部分公开两类合计才占{}。", "44.2%", "37.2%"),
        ("不予公开9件，仅占办结总数的{}。", "20.9%", "25.6%"),
        ("无法提供的12件，已占{}。", "27.9%", "30.2%"),
        ("不予处理的也占办结总数的{}。", "7.0%", "17.0%"),
    ],
)
def test_such_a_share_is_compared(text: str, right: str, slip: str) -> None:
    assert wrong(text.format(right)) == 0
    assert wrong(text.format(slip)) == 1
