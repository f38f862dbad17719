"""What was told as carried in or over is told again by the same words without its year (N-03): 跨年办理的8件."""

from __future__ import annotations

from datetime import date

import pytest

from core.checks.rules import CheckContext
from core.report.report import new_report
from core.report.totals import report_numbers
from core.texts.claims.claims import claims

CELLS = {
    "t3.R01.C1": 88,
    "t3.R01.C2": 15,
    "t3.R01.C5": 5,
    "t3.R02.C1": 6,
    "t3.R02.C2": 2,
    "t3.R03.C1": 90,
    "t3.R03.C2": 16,
    "t3.R03.C5": 4,
    "t3.R25.C1": 4,
    "t3.R25.C2": 1,
    "t3.R25.C5": 1,
}


def wrong(text: str) -> list[str]:
    report = new_report("永澧市发展和改革委员会", "政府部门", 2024)
    report = report.with_cells({**dict.fromkeys(report.form.entered, 0), **CELLS}).with_texts({"s1.request": text})
    found = claims(CheckContext(report, report_numbers(report), None, date(2025, 1, 10)))
    return [claim.quote for claim in found if claim.agrees is False]


@pytest.mark.parametrize(
    "text",
    [
        "一是本年新收108件，二是上年跨年办理8件；跨年办理的8件，个人占6件、企业占2件；转入次年的6件，个人4件。",
        "2023年结转8件，新收108件。结转的8件均已办结。",
        "上年未办结8件，新收108件。未办结的8件全部在一季度办结。",
        "上年遗留8件、新收108件；遗留的8件中，个人6件、企业2件。",
        "年初在办8件，全年新收108件。在办的8件，个人6件、企业2件，均已答复。",
        "上年跨年办理8件，新收108件，年末跨年办理6件。跨年办理的6件均为12月收到。",
        "去年待办8件，今年新收108件，待办的8件已全部办毕。",
        "上年留下8件，新收108件，留下的8件已办结，留到次年的6件正在办理。",
    ],
)
def test_they_are_the_same(text: str) -> None:
    assert wrong(text) == []


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("2023年结转8件，新收108件。结转的8件，个人5件、企业3件。", ["个人5件", "企业3件"]),
        ("上年跨年办理8件；跨年办理的8件，个人5件、企业2件。", ["个人5件"]),
        ("新收108件，未办结的8件转入次年。", ["未办结的8件"]),
        ("新收108件，跨年办理8件。", ["跨年办理8件"]),
        ("上年结转8件，新收108件，办结110件，结转8件至2025年。", ["结转8件"]),
    ],
)
def test_they_are_compared_with_the_same_cells(text: str, quotes: list[str]) -> None:
    assert wrong(text) == quotes
