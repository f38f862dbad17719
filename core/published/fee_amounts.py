"""Amounts of money as section six may write them: 三百元, 贰佰元整, 2百元, 0.03万元, 300（元）, ￥300.00, 三百圆."""

from __future__ import annotations

import re
from decimal import Decimal

from core.report.entry_text import Number, format_number
from core.texts.language.numbers import han_number

_FORMAL = "壹贰叁肆伍陆柒捌玖拾佰仟萬"
FROM_FORMAL = str.maketrans(_FORMAL, "一二三四五六七八九十百千万")
HAN = f"〇零一二两三四五六七八九十百千万{_FORMAL}"
_TIMES = {"": 1, "百": 100, "千": 1000, "万": 10_000}
_SIGN = r"(?:[¥￥]|(?<![A-Za-z])(?:RMB|CNY)(?![A-Za-z]))"
_SIGNED = re.compile(
    rf"{_SIGN}[ \u3000\u00a0]*(\d+(?:[,，]\d{{3}})*(?:\.\d+)?)(?![\d.,，]*\d)"
    r"[ \u3000\u00a0]*([百佰千仟万萬]?)[ \u3000]*元?",
    re.IGNORECASE,
)
_ROUND_YUAN = re.compile(rf"(?<=[\d{HAN}])([ \u3000\u00a0]*)圆")
_NO_CENTS = re.compile(r"(?<=\d)(?:\.0+|(\.\d*?[1-9])0+)(?=元)")
_BRACKETED = re.compile(r"[ \u3000\u00a0]*[（(][ \u3000]*(万?)元[ \u3000]*[)）]")
_BEFORE_UNIT = re.compile(rf"(?<=[\d０-９{HAN}])[ \u3000\u00a0]+(?=万?元)")
_NO_MORE = r"(?:整|正)?(?![零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖\d]+[角分])"
_ALONE = rf"(?<![\d.,，点余多几数约近逾超过第{HAN}])"
_IN_HAN = re.compile(rf"{_ALONE}([{HAN}]+)元{_NO_MORE}")
_IN_PARTS = re.compile(
    rf"{_ALONE}(\d{{1,3}}(?:[,，]\d{{3}})+|\d{{1,9}})?((?<=\d)(?:\.\d{{1,6}})?)([百佰千仟万萬])元{_NO_MORE}"
)
_LEFT_OUT_UNIT = re.compile("[百千万][一二三四五六七八九]$")
"""一百二 may be 120 or 102."""


def in_plain_digits(text: str) -> str:
    """Return a text whose sums of money stand in digits and 元; what may be read in two ways stays as it is."""
    text = _ROUND_YUAN.sub(r"\1元", _SIGNED.sub(r"\1\2元", text))
    text = _NO_CENTS.sub(lambda m: m[1] or "", _BEFORE_UNIT.sub("", _BRACKETED.sub(r"\1元", text)))
    return _IN_HAN.sub(_han_money, _IN_PARTS.sub(_money, text))


def _money(match: re.Match[str]) -> str:
    if not match[1]:
        return match[0]
    number = Decimal(match[1].replace(",", "").replace("，", "") + match[2])
    return f"{format_number(whole(number * _TIMES[match[3].translate(FROM_FORMAL)]))}元"


def _han_money(match: re.Match[str]) -> str:
    numeral = match[1].translate(FROM_FORMAL)
    value = None if numeral[0] in "百千万" or _LEFT_OUT_UNIT.search(numeral) else han_number(numeral)
    return match[0] if value is None else f"{value}元"


def whole(number: Decimal) -> Number:
    """Return a number without a point where it needs none."""
    return int(number) if number == number.to_integral_value() else number.normalize()
