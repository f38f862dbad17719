"""Knows a number that is said to be exceeded or not reached: 行政许可决定突破4.6万件, 不足20件."""

from __future__ import annotations

from core.base.patterns import pattern
from core.texts.language.numbers import PrintedNumber

_EXCEEDED = pattern("(?:超过|超|逾|突破|不足|不到|不满)$")
"""行政许可决定(突破)4.6万件: the least that there may be; (不足)20件: more than there may be."""
_LIMITS = ("以上", "以下", "以内", "之上", "之下", "之内")
_AIMED_AT = pattern("(?:将|把|要|应|须|力争|确保)[^，；。\\d]*(?:控制|压|降)[^，；。\\d]{0,4}$")
_OF_OTHERS_BEHIND = ("作为", "为目标", "的", "工作日", "自然日", "月", "小时")


def is_limit(text: str, number: PrintedNumber) -> bool:
    """Whether a number is said to be exceeded or not reached, and is no limit of something else: 不足10份的单位."""
    is_said = text.endswith(_LIMITS, number.start, number.end) or _EXCEEDED.search(text, 0, number.start)
    is_aim = text.startswith(_OF_OTHERS_BEHIND, number.end) or _AIMED_AT.search(text, 0, number.start)
    return bool(is_said) and not is_aim
