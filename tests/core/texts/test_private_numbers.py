"""N-21: numbers of persons are found however they are written; those of offices and documents are not."""

from __future__ import annotations

import time

import pytest

from core.texts.rules.debris.private_numbers import private_spans


def found(text: str) -> list[tuple[str, str]]:
    return [(span.what, text[span.start : span.end]) for span in private_spans(text)]


@pytest.mark.parametrize(
    "number",
    [
        "13800138000",
        "138 0013 8000",
        "138-0013-8000",
        "138—0013—8000",
        "138\u30000013\u30008000",
        "138 00138000",
        "１３８００１３８０００",
    ],
)
def test_a_mobile_number_is_found_however_its_digits_are_parted(number: str) -> None:
    assert found(f"联系人李某，电话{number}，欢迎来电。") == [("手机号", number)]
    assert found(f"电话：+86 {number}") == [("手机号", number)]


@pytest.mark.parametrize(
    "number", ["330102198001011234", "330102 19800101 1234", "330102-19800101-123X", "330102 1980 01 01 1234"]
)
def test_an_identity_number_is_found_however_its_digits_are_parted(number: str) -> None:
    assert found(f"申请人张某（身份证号{number}）申请公开。") == [("身份证号", number)]


@pytest.mark.parametrize(
    "number", ["6222 0210 0111 6245 702", "6222021001116245702", "4111 1111 1111 1111", "6222-0210-0111-6245-702"]
)
def test_a_bank_card_is_found_where_its_last_digit_fits(number: str) -> None:
    assert found(f"退费至{number}。") == [("银行卡号", number)]
    other = number[:-1] + str((int(number[-1]) + 1) % 10)
    assert found(f"退费至{other}。") == []


def test_several_numbers_come_in_reading_order_and_none_twice() -> None:
    text = "13800138000、139-0013-9000，330102 19800101 1234，a@qq.com"
    assert [what for what, _ in found(text)] == ["手机号", "手机号", "身份证号", "个人邮箱"]


@pytest.mark.parametrize(
    "text",
    [
        "联系电话0796-7012345，传真：0571－87012345，总机 010 6601 2345。",
        "热线12345、400-138-0013、400 1380 0138。",
        "统一社会信用代码11330102002510345W、113301021980010112。",
        "统一社会信用代码：51 1301 1987 0101 1234。",
        "统一社会信用代码：511301198701011234。",
        "登记号330102 20250101 0012、330102202501010012。",
        "文号：国办公开办函〔2021〕30号、桂政办发〔2019〕138号、（2025）浙0102行初138号。",
        "期限2025-01-01至2025-12-31，2021 2022 2023 2024各年，20250101。",
        "批次2021-138-0013-8000、138-0013-8000-0001。",
        "网址http://www.qingyuan.gov.cn/art/13812345678/6222021001116245702.html。",
        "分别为138 件、1380 0138 件，点击1380013800次、138001380001次。",
    ],
)
def test_numbers_of_offices_documents_and_counts_are_not_private(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["1" * 60_000, "138 " * 15_000, "6222 " * 12_000, "330102 " * 9_000, "http://" * 9000])
def test_long_texts_of_digits_take_no_time(text: str) -> None:
    begun = time.perf_counter()
    private_spans(text)
    assert time.perf_counter() - begun < 1
