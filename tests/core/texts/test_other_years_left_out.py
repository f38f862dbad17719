"""Rates of an earlier year, and sums of several years (N-06)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import HUNDRED, filled, told, wrong_quotes

UNIT = "云溪县住房和城乡建设局"
LISTED = "2022年没有复议，也没有诉讼；2023年复议10件，诉讼5件；2024年复议20件，诉讼15件。"
CLOSED = "2024年诉讼15件，审结14件，败诉1件；复议审结19件，纠正3件，纠正率15.79%，"


@pytest.mark.parametrize(
    "text",
    [
        CLOSED + "上年审结的10件纠正了3件，纠正率是30%。",
        CLOSED + "去年审结的12件里纠正了3件，纠正率25%。",
        CLOSED + "上一年审结8件，纠正4件，纠正率50%。",
        LISTED + "三年加起来，复议30件、诉讼20件。",
        "三年合在一起，复议60件、诉讼40件。",
        "2023年复议10件，2024年复议20件，两年相加，复议30件。",
    ],
)
def test_other_years_are_left_alone(text: str) -> None:
    assert wrong_quotes(filled(UNIT, "s4", text, HUNDRED)) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (CLOSED + "上年审结的10件纠正了3件，今年纠正率是30%。", "纠正率是30%"),
        (CLOSED + "上年审结的10件纠正了3件，纠正率是40%。", "纠正率是40%"),
        (LISTED + "三年加起来，复议33件、诉讼20件。", "复议33件"),
        ("2023年复议10件，2024年复议20件，两年相加，复议31件。", "复议31件"),
        ("三年加起来，复议12件。", "复议12件"),
        ("2024年一共申请复议21件。", "21件"),
        ("三年加起来，复议60件；本年复议21件。", "复议21件"),
    ],
)
def test_this_year_and_wrong_sums_are_compared(text: str, quote: str) -> None:
    assert told(wrong_quotes(filled(UNIT, "s4", text, HUNDRED)), quote)
