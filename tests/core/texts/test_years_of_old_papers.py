"""The year of a paper that is repealed, and fees told behind their prices, narrow nothing (N-07)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.core.texts.filled_reports import HUNDRED, filled, told, wrong_quotes

CELLS = {**HUNDRED, "t2.fees.amount": Decimal("326.48")}


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("行政规范性文件方面，我局2024年制发3件，同时废止2019年印发的原办法1件，截至年底现行有效12件。", ""),
        ("行政规范性文件方面，我局2024年制发3件，同时废止2019年印发的原办法1件，截至年底现行有效13件。", "13件"),
        ("行政规范性文件方面，2024年制发3件，修订2018年印发的办法1件，年末现行有效14件。", "14件"),
        ("行政规范性文件方面，2024年制发3件，替代2016年印发的同名文件，年末现行有效12件。", ""),
        ("行政规范性文件方面，2024年制发3件，替代2016年印发的同名文件，年末现行有效11件。", "11件"),
        ("行政规范性文件方面，我局2023年制发5件，同时废止2019年印发的办法2件。", ""),
        ("行政规范性文件现行有效12件，其中2019年印发的3件。", ""),
    ],
)
def test_the_year_of_what_is_repealed(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled("青岚县教育局", "s2", text, CELLS)), quote)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("行政事业性收费方面，全县普通高中学费、住宿费按物价部门核定标准收取，本年收费金额326.48万元。", ""),
        ("行政事业性收费方面，全县普通高中学费、住宿费按物价部门核定标准收取，本年收费金额362.48万元。", "362.48万元"),
        ("行政事业性收费方面，全县公办幼儿园保教费执行省定标准，全年收费金额426.48万元。", "426.48万元"),
        ("全县学费依据核定价格收取，行政事业性收费金额336.48万元。", "336.48万元"),
        ("全县行政事业性收费执行省定标准，本年收费金额3624.8万元。", ""),
        ("行政事业性收费方面，全县各学校学费按标准收取，全县收费金额1362.48万元。", ""),
        ("全县行政事业性收费金额3624.8万元。", ""),
    ],
)
def test_prices_of_a_place_are_no_scope(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled("青岚县教育局", "s2", text, CELLS)), quote)
