"""企业 may be told with law firms in them, where the text names none of these (N-01, N-05)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS = {
    "t3.R01.C1": 80, "t3.R01.C2": 10, "t3.R01.C4": 2, "t3.R01.C5": 4, "t3.R02.C2": 3,
    "t3.R03.C1": 80, "t3.R03.C2": 9, "t3.R03.C4": 2, "t3.R03.C5": 2, "t3.R13.C2": 4, "t3.R13.C5": 2,
}  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "全年新收申请96件，其中自然人80件、企业14件、社会公益组织2件。",
        "新收申请96件，其中自然人80件、企业（含律师事务所）14件、社会公益组织2件。",
        "新收申请96件，自然人80件，企业10件，社会公益组织2件，律师事务所4件。",
        "新收申请96件，其中自然人80件、企业16件。",
        "新收申请96件，企业14件、自然人80件、社会公益组织2件。",
    ],
)
def test_they_may_be_told_together(text: str) -> None:
    assert wrong_quotes(filled("清河县水利局", "s3", text, CELLS)) == []


@pytest.mark.parametrize(
    "text",
    [
        "全年新收申请96件，其中自然人80件、企业14件、社会公益组织2件、律师事务所4件。",
        "全年新收申请96件，其中自然人80件、商业企业14件、社会公益组织2件。",
        "全年新收申请96件，其中自然人80件、企业15件、社会公益组织2件。",
        "按申请人看，企业14件。",
        "全年新收申请96件，其中自然人80件、企业14件。",
        "按申请人看，企业11件。",
        "按申请人看，公司提出的14件。",
        "按申请人看，企业14件；法律服务机构4件。",
    ],
)
def test_they_are_wrong_where_law_firms_are_named_or_do_not_fit(text: str) -> None:
    assert len(wrong_quotes(filled("清河县水利局", "s3", text, CELLS))) == 1
