"""A company that reports on another company's work in its place is told (N-10)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, findings_of

UNIT = "金河城市公共交通集团有限公司"


@pytest.mark.parametrize(
    ("said", "is_other"),
    [
        ("金河水务发展集团有限公司对2023年度信息公开工作情况进行了梳理", True),
        (f"{UNIT}对2023年度信息公开工作情况进行了梳理", False),
        ("本公司对2023年度信息公开工作情况进行了梳理", False),
        ("所属金河客运有限公司对2023年度信息公开工作情况进行了梳理", False),
    ],
)
def test_another_company_in_the_place_of_the_own(said: str, is_other: bool) -> None:
    report = filled(UNIT, "s1", f"根据有关要求，{said}，形成本年度报告。", {}, year=2023)
    assert bool(findings_of(report, "N-10")) == is_other
