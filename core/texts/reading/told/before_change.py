"""Knows numbers of the year before by the change told behind them: 由37件增加到48件; 上年…，公开51件，今年增加6件."""

from __future__ import annotations

from core.base.patterns import pattern
from core.texts.language.left_alone import OTHER_YEAR
from core.texts.language.numbers import PrintedNumber
from core.texts.language.year_words import DONE, MOVED_TO

_FROM = ("由", "从", "由上年的", "从上年的", "由□□□上年的", "从□□□上年的")
_MOVED_ON = pattern(f"(?:（[^（）]{{0,30}}）)?，?(?:大幅|快速|逐步)?{MOVED_TO}\\d")
_MOVED_AT_ONCE = pattern(f"(?:申请|案件)?(?:则|又|却|反而|反)?(?:相应|同步|大幅)?{MOVED_TO}\\d")
"""复议后起诉的6件(则减为5)件: no mark between, so these are last year's"""
_STOCK = pattern("(?:年[末底初]|期[末初]|结转|存量)[^，；。：\\d]*$")
"""结转件数由(上年末的)8件降至6件: what was carried in, which the table has"""
_CHANGED_NOW = pattern(
    f"，(?:今年|本年度?|□□□本年度?)(?:则|又|就|相应|同比)*(?:增加|减少|增长|下降|上升|提高|降低|[多少]{DONE})了?\\d"
)
_OF_LAST_YEAR = pattern(
    "(?<![比较与同和])(?:□□□上年|(?<!□□□)上年|去年|上一年)(?!度?[底末]?(?:的?(?:结转|遗留|转入)|相比|同期|有所))"
    "(?!.*(?:今年|本年|□□□本年)度?(?!(?:则|又|就|相应|同比)*(?:增加|减少|增长|下降|上升|提高|降低|[多少])))"
)
"""(上年)办结158件，…，今年上升3.8个百分点；公开51件，今年增加6件: of this year only by how much more."""
_FAR = 120


def before_change(text: str, number: PrintedNumber) -> str:
    """Return why a number is not this year's, from which it went on to this year's, or by which that changed; "" else.

    Args:
        text: The plain form of the text.
        number: The number in it.
    """
    is_from = text.endswith(_FROM, 0, number.start) and _MOVED_ON.match(text, number.end)
    is_at_once = _MOVED_AT_ONCE.match(text, number.end)
    if is_from or (is_at_once and not _STOCK.search(text, max(number.start - _FAR, 0), number.start)):
        return OTHER_YEAR
    if not _CHANGED_NOW.match(text, number.end):
        return ""
    before = text[max(text.rfind("。", 0, number.start) + 1, number.start - _FAR) : number.start]
    return OTHER_YEAR if _OF_LAST_YEAR.search(before) else ""
