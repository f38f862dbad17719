"""A share of several kinds of applicants told together is that of all of them: 公益组织5件、科研机构2件，共占4.0%."""

from __future__ import annotations

import pytest

from tests.core.texts.offices import told_of

UNIT = "青岚县农业农村局"
CELLS = {
    "t3.R01.C1": 121, "t3.R01.C2": 36, "t3.R01.C3": 2, "t3.R01.C4": 5, "t3.R01.C5": 11,
    "t3.R03.C1": 100, "t3.R03.C2": 30, "t3.R03.C3": 2, "t3.R03.C4": 5, "t3.R03.C5": 11, "t3.R13.C1": 21, "t3.R13.C2": 6,
}  # fmt: skip


@pytest.mark.parametrize("code", ["s3", "s1"])
@pytest.mark.parametrize(
    "text",
    [
        "收到申请175件。社会公益组织5件、科研机构2件，共占4.0%。",
        "社会公益组织5件，科研机构2件，两类合计占4.0%。",
        "新收175件，其中自然人121件、商业企业36件，合计占89.7%。",
        "商业企业36件，占20.6%；法律服务机构11件、社会公益组织5件、科研机构2件，三类合计占10.3%。",
        "予以公开的148件中，自然人100件、商业企业30件，合计占87.8%。",
        "自然人121件，商业企业36件、法律服务机构11件，后两者合计占26.9%。",
        "网络申请121件、信函申请36件，合计占89.7%。",
    ],
)
def test_a_right_share_is_not_spoken_of(code: str, text: str) -> None:
    assert told_of(UNIT, code, text, CELLS) == []


@pytest.mark.parametrize(
    ("text", "quote", "right"),
    [
        ("社会公益组织5件、科研机构2件，共占5.0%。", "共占5.0%", "4.00%"),
        ("自然人121件、商业企业36件，两类申请人共占新收申请的90.7%。", "两类申请人共占新收申请的90.7%", "89.71%"),
        ("新收175件，其中自然人121件、商业企业36件，合计占98.7%。", "合计占98.7%", "89.71%"),
    ],
)
def test_a_wrong_share_is_told_with_that_of_all(text: str, quote: str, right: str) -> None:
    (message,) = told_of(UNIT, "s3", text, CELLS)
    assert f"“{quote}”" in message
    assert f"约占{right}" in message
