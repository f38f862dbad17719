"""Formats of cells that show another figure than the number that stands there."""

from decimal import Decimal

import pytest

from core.visible.number_formats import drawn_beside, hides_number


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("#,##0,", "656000"),
        (";;;", "656"),
        ('"无"', "656"),
        ('0!.0,"万"', "6560000"),
        ('0"5"', "656"),
        ("0%", "7"),
        ("0", "3.6"),
        ("0.00", "3.256"),
        ("0;", "-5"),
        ("0.00E+00", "656"),
        ("[红色];;", "656"),
    ],
)
def test_a_format_that_shows_another_figure_is_known(code: str, value: str) -> None:
    assert hides_number(code, Decimal(value))


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("", "656"),
        ("General", "3.256"),
        ("G/通用格式", "3.256"),
        ("@", "656"),
        ("0", "656"),
        ("#,##0", "656000"),
        ("#,##0.00", "3.2"),
        ('0"件"', "656"),
        ('#,##0 ;[红色]-#,##0 ;"-"', "656"),
        ('_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', "656"),
        ("0;-0;;@", "0"),
        (";;;", "0"),
        ("[>=100]0;0", "656"),
        ("[$-804]0", "656"),
        ('0"；"', "1e300"),
    ],
)
def test_a_format_that_shows_the_number_is_no_matter(code: str, value: str) -> None:
    assert not hides_number(code, Decimal(value))


@pytest.mark.parametrize(
    ("code", "drawn"),
    [
        ('#,##0"元"', "元"),
        ("0!元", "元"),
        ('General"万元"', "万元"),
        ("#,##0元", "元"),
        ('_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ', "¥"),
        ("[$¥-804]#,##0.00", "¥"),
        ('[>=10000]0"万";0', ""),
        ('[>=5]0"万";0', "万"),
        ("[Red]0;[Blue]-0", ""),
        ("[DBNum1][$-804]General", ""),
        ("_-* #,##0_-", ""),
        ("0", ""),
        ("General", ""),
    ],
)
def test_words_beside_the_number_are_seen(code: str, drawn: str) -> None:
    assert drawn_beside(code, Decimal(5)) == drawn
    assert not drawn_beside(code, Decimal(0))


def test_a_condition_tells_which_part_a_number_is_drawn_by() -> None:
    assert hides_number('[>=10000]0!.0,"万";0', Decimal(53000))
    assert not hides_number('[>=10000]0!.0,"万";0', Decimal(53))
