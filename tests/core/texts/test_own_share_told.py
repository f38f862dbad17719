"""A number of applications whose share of all is told behind it is that of some: 全年新收52件，约占新收总量的三成."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes

CELLS = {"t3.R01.C1": 150, "t3.R01.C2": 24, "t3.R02.C1": 9, "t3.R03.C1": 159, "t3.R13.C2": 24}


def wrong(text: str, code: str) -> list[str]:
    return wrong_quotes(filled("衡州市人力资源和社会保障局", code, text, CELLS, year=2023))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("s5", "社保待遇核算、工龄认定方面的申请较多，全年新收52件，约占新收总量的三成，主动服务不够靠前。"),
        ("s5", "工龄认定方面的申请较多，全年收到52件，占全部申请的29.9%。"),
        ("s1.request", "社保核算方面的申请增多，全年收到87件，占申请总量的一半。"),
        ("s1.request", "工龄认定方面的申请居首，今年收到52件，占全年新收申请的近三成。"),
        ("s3", "养老金核算类问题突出，新收申请52件，占受理总数的29.9%。"),
        ("s5", "申请集中于工龄认定，新收52件，约占收件总数的三成。"),
        ("s1.request", "2023年新收政府信息公开申请174件，占全市总量的12%。"),
    ],
)
def test_some_of_all_are_left_alone(code: str, text: str) -> None:
    assert wrong(text, code) == []


@pytest.mark.parametrize(
    ("code", "text", "quote"),
    [
        ("s5", "社保待遇核算方面的申请较多，全年新收52件，主动服务不够靠前。", "全年新收52件"),
        ("s1.request", "2023年新收政府信息公开申请184件，其中自然人150件，占86.2%。", "新收政府信息公开申请184件"),
        ("s1.request", "2023年新收政府信息公开申请184件，占全市新收总量的12%。", "新收政府信息公开申请184件"),
        ("s5", "工龄认定方面的申请较多，全年新收52件，约占新收总量的五成。", "52件，约占新收总量的五成"),
    ],
)
def test_totals_and_wrong_shares_are_compared(code: str, text: str, quote: str) -> None:
    assert any(quote in one for one in wrong(text, code))
