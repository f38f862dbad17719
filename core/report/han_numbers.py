"""Numbers written in Chinese characters."""

from __future__ import annotations

_LONGEST = 40  # characters of a number; Python reads no integer of thousands of digits
_DIGITS = {char: i for i, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}


def han_number(text: str) -> int | None:
    """Return the value of a numeral such as 一百零二 or 两千三百五十; None where it is none."""
    if len(text) > _LONGEST:
        return None
    if len(text) > 1 and not any(char in _TENS or char == "万" for char in text):
        digits = [_DIGITS[char] for char in text]  # 一二三: read digit by digit
        return int("".join(map(str, digits)))
    total = part = digit = 0
    last_unit = 10_000
    for char in text:
        if char == "万":
            total, part, digit, last_unit = (total + part + digit) * 10_000, 0, 0, 10_000
        elif char in _TENS:
            part += (digit or 1) * _TENS[char]
            digit, last_unit = 0, _TENS[char]
        else:
            if digit:
                return None
            digit = _DIGITS[char]
            last_unit = 1 if char in "零〇" else last_unit
    # 一百二 is 120: the last unit is left out in speech; after 零 or 十 it is a plain digit.
    tail = digit * (last_unit // 10) if digit and last_unit in (100, 1000, 10_000) and len(text) > 1 else digit
    return total + part + tail
