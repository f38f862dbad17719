"""What is left of a private number in the lists of the desk."""

from __future__ import annotations

import pytest

from core.office.collection.masking import masked


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("出现手机号：“13800138000”，请确认。", "出现手机号：“138****8000”，请确认。"),
        ("电话138 0013 8000。", "电话138 **** 8000。"),
        ("身份证号330102 19800101 1234", "身份证号330*** ******** 1234"),
        ("“36253119800101321X”", "“362***********321X”"),
        ("卡号6222 0210 0111 6245 702。", "卡号622* **** **** ***5 702。"),
        ("邮箱xxgk@163.com。", "邮箱xxg*@163.com。"),
        ("邮箱ab@qq.com。", "邮箱a*@qq.com。"),
        ("电话0571-87654321，共12345件，信用代码91330102MA2A000000。", ""),
    ],
)
def test_the_ends_of_a_private_number_are_left_and_numbers_of_offices_stay(text: str, shown: str) -> None:
    assert masked(text) == (shown or text)
