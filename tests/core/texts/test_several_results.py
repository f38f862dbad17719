"""Numbers of several results at once, rates without some results, money of other offices (N-05, N-17)."""

from __future__ import annotations

import pytest

from tests.core.texts.filled_reports import HUNDRED, filled, wrong_quotes

FEES = {"fee.notices": 3, "fee.billed": 420, "fee.collected": 300}


def wrong(text: str, code: str = "s3") -> list[str]:
    return wrong_quotes(filled("青屏市自然资源和规划局", code, text, {**HUNDRED, **FEES}))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("办结99件，公开45件，部分公开10件，不予公开15件，无法提供22件，其余7件为不予处理和逾期不补正、其他。", "s3"),
        ("办结99件中公开类55件，不予公开15件；其余26件为无法提供和不予处理。", "s3"),
        ("公开和部分公开55件。剔除不予处理和其他处理后，公开率为59.8%。", "s3"),
        ("全年发出收费通知3件，金额420元，已收取300元。4个区分局共发出通知2件，金额360元，均已缴清。", "s6"),
        ("我局收费通知3件，金额420元；各派出所收取120元、下属单位开具通知1件，金额80元。", "s6"),
    ],
)
def test_they_are_right(text: str, code: str) -> None:
    assert wrong(text, code) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("不予公开16件，其中第三方权益3件、执法案卷6件、行政查询7件。", "s3"),
        ("无法提供22件，其中本机关不掌握19件、没有现成信息2件、补正后仍不明确1件。", "s3"),
        ("不予公开16件，均为涉及个人隐私和商业秘密。", "s3"),
        ("公开和部分公开55件。剔除不予处理和其他处理后，公开率为69.8%。", "s3"),
        ("全年发出收费通知3件，金额460元，已收取300元。4个区分局共发出通知2件，金额360元，均已缴清。", "s6"),
    ],
)
def test_a_wrong_one_is_told(text: str, code: str) -> None:
    assert wrong(text, code)
