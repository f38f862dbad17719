"""Fees told by their names are all of them: 行政事业性收费为农机监理费11.2万元; other money is none (N-07)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.core.texts.filled_reports import filled, wrong_quotes


def _wrong(text: str, amount: str) -> list[str]:
    return wrong_quotes(filled("平水市农业农村局", "s2", text, {"t2.fees.amount": Decimal(amount)}, year=2025))


@pytest.mark.parametrize(
    "text",
    [
        "本年收取的行政事业性收费为农机监理费38.6万元。",
        "本年度我局征收的行政事业性收费为农机监理费38.6万元，已全额上缴国库。",
        "行政事业性收费项目为农机监理费11.2万元、植物检疫费27.4万元。",
        "行政事业性收费只有农机监理费38.6万元。",
        "行政事业性收费均为农机监理费38.6万元，其中线上缴纳20万元。",
        "行政事业性收费是农机监理费386000元。",
        "全年行政事业性收费系植物检疫费38.6万元，罚没收入30万元。",
    ],
)
def test_a_fee_behind_what_it_is(text: str) -> None:
    assert _wrong(text, "38.6") == []
    assert len(_wrong(text, "36.8")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "行政事业性收费主要为农机监理费11.2万元。",
        "行政事业性收费为农机监理费11.2万元。另收取植物检疫费27.4万元。",
        "行政事业性收费为农机监理费11.2万元等。",
        "行政事业性收费为减免农机监理费11.2万元。",
        "上半年行政事业性收费为农机监理费11.2万元。",
        "所属农机站行政事业性收费为农机监理费11.2万元。",
        "2024年行政事业性收费为农机监理费11.2万元。",
        "本年新增行政事业性收费为农机监理费11.2万元。",
        "行政事业性收费方面，环境保护税由税务部门征收，全年入库1.47亿元。",
        "行政事业性收费情况：罚款全年入库20万元。",
    ],
)
def test_some_of_them_other_times_and_other_money(text: str) -> None:
    assert _wrong(text, "38.6") == []


def test_money_beside_no_fees_is_none() -> None:
    assert _wrong("全局没有行政事业性收费，环境保护税由税务部门征收，全年入库1.47亿元。", "0") == []
    assert _wrong("我局未收取行政事业性收费，彩票公益金全年入库20万元。", "0") == []
    assert _wrong("街道不收取行政事业性收费，金额为0万元。", "0") == []
    assert len(_wrong("行政事业性收费方面，水土保持补偿费由税务部门征收，全年入库147万元。", "0")) == 1
