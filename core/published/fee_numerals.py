"""Numerals of a section on fees, in whatever script, without what is no amount: dates, titles, prices of a copy."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from core.published.fee_amounts import FROM_FORMAL, HAN, in_plain_digits, whole
from core.report.entry_text import Number
from core.texts.language.numbers import han_number

_HAN_ONLY = f"{HAN}十拾廿卅"
_SCALES = {"百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10_000, "萬": 10_000, "亿": 10**8}
_CASES, _COINS = "件份笔张起宗例", "元圆块角"
_SIGN = r"[$€£₩¥]|RMB|CNY|USD|人民币"
NUMERAL = re.compile(
    rf"(?P<sign>{_SIGN})?(?P<n>\d(?:[\d.,]*\d)?|(?:几|(?<![件份总人次额])数)?[{_HAN_ONLY}]+|几(?=[{_CASES}{_COINS}]))"
    rf"(?P<rough>余|多|来)?(?P<scale>[百佰千仟万萬亿]*)[（）]*(?P<unit>[{_CASES}{_COINS}](?![化素旦]))?"
    rf"(?P<more>[\d{_HAN_ONLY}]+[角分])?[整正）]*",
    re.IGNORECASE,
)
"""An amount or a count with its unit, 120（元） and （3）件 too."""
_SUM_IN_HAN = re.compile(
    rf"[{_HAN_ONLY}]*[壹贰叁肆伍陆柒捌玖拾佰仟廿卅][{_HAN_ONLY}]+|[{_HAN_ONLY}]+[拾佰仟廿卅]|[一二两三四五六七八九][十百千万][{_HAN_ONLY}]*"
)
_NOTHING = re.compile("[0.,〇零]+")

_MASKED = re.compile(
    r"《[^《》\n]{0,120}(?:《[^《》\n]{0,80}》[^《》\n]{0,80}){0,3}》"
    r"|[〔\[【（][12]\d{3}[〕\]】）]第?\d{1,5}号|https?：//[\x21-\x7e：]+|www\.[\x21-\x7e]+"
    rf"|第[\d{_HAN_ONLY}]{{1,5}}|十[二三四五六]五(?=规|期|时|”)|百分之[{_HAN_ONLY}]+"
    r"|\d{6}-\d{8}-\d{3}[\dXx]|\d{11,19}[Xx]?"
    r"|(?<!\d)0\d{2,3}[-—–]\d{7,8}(?!\d)|(?<!\d)123\d\d(?=热|市民|政务|平台)"
    rf"|(?:[12]\d{{3}}年)?\d{{1,2}}月(?:\d{{1,2}}日|份|底|末)?|(?<=[月至到—-])\d{{1,2}}日"
    rf"|[一二三四五六七八九十]{{1,3}}月(?:[{_HAN_ONLY}]+日)?"
    rf"|^[（]?(?:\d{{1,2}}|[{_HAN_ONLY}]{{1,3}})(?:[.、](?![\d.])|）(?![{_CASES}{_COINS}]))"
    rf"|(?<=[。；，])（(?:\d{{1,2}}|[{_HAN_ONLY}]{{1,3}})）(?![{_CASES}{_COINS}])",
    re.MULTILINE,
)
_NOTICE = re.compile("《([^《》]{0,8}[收缴]费通知[书单]?)》")
_YEAR = re.compile(r"(?<!\d)[12]\d{3}年|二[〇零][〇零一二三四五六七八九]{2}年")
_HAN_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_SIZE = r"\d[\d.,]*[件页份张]"
_PRICES = re.compile(
    rf"\d+[-—–~～至到]{_SIZE}(?:的?部分|以[上下内])?|(?:超过|超出|不足|不满|达到|累计){_SIZE}(?:的?部分)?"
    rf"|{_SIZE}(?:（含{_SIZE}）)?(?:及?以[上下内外]|的?部分)(?:（含{_SIZE}）)?"
    rf"|每(?:增加|超过|超)?\d*[件页份张个][^，。；\n]{{0,8}}?\d[\d.]*元|\d[\d.]*元[/／每]\d*[件页份张次](?![×*x\d])"
)
_BLANK = re.compile("[ \t\r\u00a0\u3000\u200b\ufeff“”‘’\"']+")
_MARKS = str.maketrans({";": "；", ":": "：", "(": "（", ")": "）", "!": "！", "?": "？", "／": "/"})
_COMMA = re.compile(r",(?:(?<!\d,)|(?!\d{3}(?!\d)))")


@dataclass(frozen=True, slots=True)
class Numeral:
    """One of them.

    Attributes:
        text: As it stands in the plain text, without its unit.
        value: None where it cannot be read for sure.
        is_money: Whether a sign or a unit of money stands beside it.
        is_count: Whether it counts notices or cases.
    """

    text: str
    value: Number | None
    is_money: bool
    is_count: bool

    @classmethod
    def of(cls, match: re.Match[str]) -> Numeral:
        """Return what ``NUMERAL`` matched."""
        unit = match["unit"] or ""
        is_money = bool(match["sign"] or (unit and unit in _COINS))
        return cls(match["n"], _value(match), is_money, not is_money and bool(unit))


def is_nothing(numeral: Numeral) -> bool:
    """Whether it is 0."""
    return _NOTHING.fullmatch(numeral.text) is not None


def is_sum_of_money(text: str) -> bool:
    """Whether a numeral without a unit is one: digits, 伍拾, 一百二; 一 stands in too many words."""
    return (text[0].isdigit() and text[0].isascii()) or _SUM_IN_HAN.fullmatch(text) is not None


def plain_fees(text: str, year: int | None, *, with_prices: bool = True) -> str:
    """Return a text in which each numeral left may be an amount, in digits where it is beyond doubt.

    Args:
        text: As printed.
        year: The year of the report, □本年 in what is returned; other years are □他年.
        with_prices: Whether what one copy costs stays.
    """
    plain = unicodedata.normalize("NFKC", "".join(map(_digit, text))).translate(_MARKS)
    plain = in_plain_digits(_COMMA.sub("，", plain))
    plain = _NOTICE.sub(r"\1", plain)
    plain = "\n".join(_BLANK.sub("", line) for line in plain.split("\n"))

    def named(match: re.Match[str]) -> str:
        is_own = year is None or int(match[0][:4].translate(_HAN_DIGITS)) == year
        return "□本年" if is_own else "□他年"

    plain = _YEAR.sub(named, _MASKED.sub("◇", plain))
    return plain if with_prices else _PRICES.sub("", plain)


def _digit(char: str) -> str:
    """Return a digit of any script as ASCII: ３, ٣, Ⅲ, ③; Chinese numerals stay."""
    if char.isascii() or not unicodedata.category(char).startswith("N") or char == "〇":
        return char
    value = unicodedata.numeric(char, None)
    return char if value is None or value != int(value) else str(int(value))


def _value(match: re.Match[str]) -> Number | None:
    text = match["n"]
    if match["rough"] or match["more"]:
        return None
    if text[0].isdigit() and text[0].isascii():
        digits = text.replace(",", "")
        if digits.count(".") > 1:
            return None
        number = Decimal(digits)
        for scale in match["scale"]:
            number *= _SCALES[scale]
        return whole(number)
    numeral = text.translate(FROM_FORMAL)
    return (
        None if match["scale"] or not set(numeral) <= set("〇零一二两三四五六七八九十百千万") else han_number(numeral)
    )
