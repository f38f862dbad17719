"""Amounts of money as section six may write them: 三百元, 贰佰元整, 2百元, 0.03万元, 300（元）."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from decimal import Decimal

from core.report.entry_text import Number, format_number
from core.texts.numbers import han_number, plain_text

_FORMAL = "壹贰叁肆伍陆柒捌玖拾佰仟萬"
_FROM_FORMAL = str.maketrans(_FORMAL, "一二三四五六七八九十百千万")
_HAN = f"〇零一二两三四五六七八九十百千万{_FORMAL}"
_TIMES = {"": 1, "百": 100, "千": 1000, "万": 10_000}
_BRACKETED = re.compile(r"[ \u3000\u00a0]*[（(][ \u3000]*(万?)元[ \u3000]*[)）]")
_BEFORE_UNIT = re.compile(rf"(?<=[\d０-９{_HAN}])[ \u3000\u00a0]+(?=万?元)")
_NO_MORE = r"(?:整|正)?(?![零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖\d]+[角分])"
_ALONE = rf"(?<![\d.,，点余多几数约近逾超过第{_HAN}])"
_IN_HAN = re.compile(rf"{_ALONE}([{_HAN}]+)元{_NO_MORE}")
_IN_PARTS = re.compile(
    rf"{_ALONE}(\d{{1,3}}(?:[,，]\d{{3}})+|\d{{1,9}})?((?<=\d)(?:\.\d{{1,6}})?)([百佰千仟万萬])元{_NO_MORE}"
)
_LEFT_OUT_UNIT = re.compile("[百千万][一二三四五六七八九]$")
"""一百二 may be 120 or 102."""

_ABOUT_FEES = re.compile(r"收费|收取|处理费|公开费|费用|[印寄索制料本]费")
_OTHER_MONEY = re.compile("经费|预算|决算|资金|投资|采购|罚[款没]|补贴|免费")
_NUMERAL = rf"[\d{_HAN}几数]"
_MONEY = re.compile(
    rf"(?P<n>(?![万萬]元){_NUMERAL}[\d.,{_HAN}]*?)(?:余|多|来)?(?P<unit>[万萬]?)(?:元(?![化素旦])|圆|块钱)"
)
_BARE = re.compile(
    r"(?:金额|收费|处理费|费用|收取)(?:为|是|共计?|合计|总计|：|计|约)*(?P<n>\d[\d.,]*)(?![\d.,件份次个人笔张条项余多万元])"
)
_CASES = rf"(?P<n>(?!第){_NUMERAL}[\d{_HAN}]*)(?:余|多)?[件份笔张]"
_COUNTS = (
    re.compile(rf"(?:收费通知|处理费|收费|收取)[^，；。\n]{{0,12}}?{_CASES}"),
    re.compile(rf"{_CASES}[^，；。\n\d]{{0,12}}?(?:收费|收取|处理费)"),
)
_DENIED = re.compile("未|没有|不|无|免|减")
_PLAIN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,12}(?:\.\d+)?")
_HAN_ALONE = re.compile("[〇零一二两三四五六七八九十百千万]+")
_NONE = re.compile("[0０.,〇零]+")
_SENTENCE = re.compile("[^。；\n]+")
_OTHER_YEAR = re.compile("□□□(?:上|他)年")


def in_plain_digits(text: str) -> str:
    """Return a text whose sums of money stand in digits and 元; what may be read in two ways stays as it is."""
    text = _BEFORE_UNIT.sub("", _BRACKETED.sub(r"\1元", text))
    return _IN_HAN.sub(_han_money, _IN_PARTS.sub(_money, text))


def _money(match: re.Match[str]) -> str:
    if not match[1]:
        return match[0]
    number = Decimal(match[1].replace(",", "").replace("，", "") + match[2])
    return f"{format_number(_whole(number * _TIMES[match[3].translate(_FROM_FORMAL)]))}元"


def _han_money(match: re.Match[str]) -> str:
    numeral = match[1].translate(_FROM_FORMAL)
    value = None if numeral[0] in "百千万" or _LEFT_OUT_UNIT.search(numeral) else han_number(numeral)
    return match[0] if value is None else f"{value}元"


def _whole(number: Decimal) -> Number:
    return int(number) if number == number.to_integral_value() else number.normalize()


def holds_other_amounts(text: str, year: int | None, known: Collection[Number]) -> bool:
    """Whether a section six tells of fees another number than those that are known, in whatever script.

    Args:
        text: The section as printed.
        year: The year of the report; what a sentence says of another year is not asked for.
        known: The numbers of fees that were read.
    """
    if not _ABOUT_FEES.search(text):
        return False
    return any(value not in known for value in _amounts(plain_text(in_plain_digits(text), year).text))


def _amounts(plain: str) -> Iterator[Number | None]:
    """Yield what is told, 0 left out; None for what cannot be read."""
    for sentence in _SENTENCE.findall(plain):
        if _OTHER_YEAR.search(sentence) and "□□□本年" not in sentence:
            continue
        is_of_fees = _ABOUT_FEES.search(sentence)
        if not is_of_fees and _OTHER_MONEY.search(sentence):
            continue
        money = [m for m in _MONEY.finditer(sentence) if not _is_other_money(sentence, m)]
        counts = [m for pattern in _COUNTS for m in pattern.finditer(sentence) if not _is_denied(sentence, m)]
        for match in (*money, *_BARE.finditer(sentence), *counts):
            if not _NONE.fullmatch(match["n"]):
                yield _value(match)


def _is_other_money(sentence: str, match: re.Match[str]) -> bool:
    clause = sentence[max(sentence.rfind(mark, 0, match.start()) for mark in "，、：") + 1 : match.end()]
    return _OTHER_MONEY.search(clause) is not None and not _ABOUT_FEES.search(clause)


def _is_denied(sentence: str, match: re.Match[str]) -> bool:
    clause = max(sentence.rfind(mark, 0, match.start()) for mark in "，：") + 1
    return _DENIED.search(sentence, clause, match.end()) is not None


def _value(match: re.Match[str]) -> Number | None:
    numeral = match["n"]
    if match.groupdict().get("unit"):
        return None
    if _PLAIN.fullmatch(numeral):
        return _whole(Decimal(numeral.replace(",", "")))
    return han_number(numeral) if _HAN_ALONE.fullmatch(numeral) else None
