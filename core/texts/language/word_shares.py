"""Reads shares that are told in words or roughly, as the percents that they leave open: 超过九成 is 90 to 100."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from core.base.patterns import pattern

_N = "一二两三四五六七八九"
_DIGITS = {char: i for i, char in enumerate("零一二三四五六七八九")} | {"两": 2, "": 0}
_MORE_THAN = "(?:远|明显|已)?(?:超过了?|超出|高于|多于|大于|突破|不止|超|逾|过(?!半))"
_AT_LEAST = "(?:不低于|不少于|至少)"
_LESS_THAN = "(?:远)?(?:不足|不到|不及|未到|未及|未达到?|低于|少于|小于|没到|不满|未满)"
_AT_MOST = "(?:未超过|不超过|没有?超过)"
_NEAR = "(?:接近|将近|逼近|近)"
_ABOUT = "(?:大约|约为|大概|约)"
_PLAIN = "(?:高达|达到?了?|只有|仅有?|正好|刚好|恰好)"
_HALF = "一半|半数"
WORDS = ("成", "分之", "半", "%", "多数", "大部分")
"""What a clause that tells a share holds one of."""
_MANY = "绝大多数|大多数|多数|绝大部分|大部分|大半|多半"
_SAID = (
    rf"(?:(?P<mark>{_MORE_THAN}|{_AT_LEAST}|{_LESS_THAN}|{_AT_MOST}|{_NEAR}|{_ABOUT}|{_PLAIN})?"
    rf"(?:(?P<of>[{_N}十])分之(?P<part>[{_N}])|百分之(?P<hundredths>[{_N}十]{{1,3}})(?![百点])"
    rf"|(?P<tenths>[{_N}])成(?P<more>[半{_N}])?|(?P<percent>(?<![\d.])\d{{1,3}}(?:\.\d+)?)%|(?P<half>{_HALF}))"
    rf"(?P<behind>以上|有余|多|余|强|出头|以下|[以之]内|弱|左右|上下)?|(?P<most>过半数?|超半数|{_MANY}))"
)
SAID = pattern(_SAID)
"""(六成以上), (不足5%), (过半数)"""
_SHARE = pattern(
    rf"(?:(?P<has>(?<!各)(?<!各自)占[^，；：。、（）\d占]{{0,14}}?(?:（?\d+[件宗起份]）?[^，；：。、（）\d占]{{0,8}}?)?)|(?<=[件宗起]，)(?:约|已|也|仅|只)?)(?P<said>{_SAID})"
    "(?(has)(?=[，。；、（）]|$)|(?=[，。；、）]|$))",
    needs=WORDS,
)
"""占办结总数的(三分之二), 占全部30件答复的(一成多), 841件，(超过六成); not 6件，近半数（3件）, as brackets say it"""
THAN = f"(?:{_MORE_THAN}|{_LESS_THAN}|{_NEAR})"
_THAN_BASE = pattern(
    rf"(?<=，)(?:占比?|比[例重])?(?P<than>{THAN})[^，；：。、（）\d占]{{2,14}}?的(?P<share>[{_N}]成|[{_N}十]分之[{_N}]|{_HALF})(?=[，。；、（）]|$)",
    needs=["成", "分之", "半"],
)
"""841件，(超过办理总数的六成); 4件，(占比不足新收申请的一成)"""
_THAN_AHEAD = pattern(f"占比?{THAN}")
_IS_OVER, _IS_UNDER = (pattern(f"{more}|{least}") for more, least in ((_MORE_THAN, _AT_LEAST), (_LESS_THAN, _AT_MOST)))
_HOLDS_POINT = pattern(f"{_AT_LEAST}|{_AT_MOST}")
_IS_NEAR, _IS_ABOUT = pattern(_NEAR), pattern(_ABOUT)
_STEP, _EXACT, _ROUND, _BELOW, _ABOVE = 10, 4, 5, 10, 1
"""Points by which shares may differ: 六成多 is up to 70, 三分之一 29 to 37, 约三成 25 to 35, 近三成 20 to 34."""
_ROUNDED = Decimal("0.05")
_OPEN = Decimal("0.000001")
"""过半 is more than half: 29 of 58 are not."""
_WHOLE, _HALF_OF_IT = Decimal(100), Decimal(50)


class WordShare(NamedTuple):
    """A share in words: where it stands, the least and the most that it may be in percent.

    ``is_exact``: it is a percentage in plain digits.
    """

    start: int
    end: int
    least: Decimal
    most: Decimal
    is_exact: bool = False

    @property
    def middle(self) -> Decimal:
        """The percent in the middle of those left open."""
        return (self.least + self.most) / 2

    @property
    def slack(self) -> Decimal:
        """By how much it may differ from the middle."""
        return (self.most - self.least) / 2


def word_shares(plain: str) -> Iterator[WordShare]:
    """Return the shares in words of a plain text that are said to be of something."""
    if "占" not in plain and "件，" not in plain:
        return
    for match in _SHARE.finditer(plain):
        if match["most"] and _IS_MANY.fullmatch(match["most"]) and not plain.endswith("件，", 0, match.start()):
            continue  # 个人占多数，有100件: told of no number before it
        share = share_of(match, "said")
        if match["has"] and _THAN_AHEAD.match(match["has"]):
            continue  # 占比不足新收申请的一成
        if share and not share.is_exact:
            yield share
    for match in _THAN_BASE.finditer(plain):
        said = SAID.match(match["than"] + match["share"])
        if said and (share := share_of(said)):
            yield share._replace(start=match.start("share"), end=match.end("share"))


def share_of(match: re.Match[str], group: str | int = 0) -> WordShare | None:
    """Return the share that a match of ``SAID`` tells; None for one that is no share."""
    start, end = match.span(group)
    if match["most"]:
        return WordShare(start, end, _HALF_OF_IT + _OPEN, _WHOLE)
    point = _point(match)
    if not 0 <= point <= _WHOLE:
        return None
    least, most = _range(match["mark"] or "", match["behind"] or "", point, match)
    is_range = bool(match["behind"] or not (match["mark"] is None or _IS_PLAIN.fullmatch(match["mark"])))
    is_exact = bool(match["percent"]) and not is_range
    return WordShare(start, end, max(least, Decimal(0)), min(most, _WHOLE), is_exact)


_IS_MANY = pattern(_MANY)
_IS_PLAIN = pattern(_PLAIN)


def _point(match: re.Match[str]) -> Decimal:
    """Return what a share says without the words around it, in percent."""
    if match["percent"]:
        return Decimal(match["percent"])
    if match["hundredths"]:
        return Decimal(_numeral(match["hundredths"]))
    if match["of"]:
        return Decimal(100 * _numeral(match["part"])) / _numeral(match["of"])
    if match["half"]:
        return _HALF_OF_IT
    more = match["more"] or ""
    return Decimal(_STEP * _numeral(match["tenths"]) + (5 if more == "半" else _numeral(more)))


def _range(mark: str, behind: str, point: Decimal, match: re.Match[str]) -> tuple[Decimal, Decimal]:
    """Return the least and the most that the words around a share leave open."""
    is_open = point == _HALF_OF_IT and not (behind in ("以上", "以下", "以内", "之内") or _HOLDS_POINT.fullmatch(mark))
    if _IS_UNDER.fullmatch(mark) or behind in ("以下", "以内", "之内"):
        return Decimal(0), point - _OPEN if is_open else point + _ROUNDED
    if _IS_NEAR.fullmatch(mark):
        return point - min(Decimal(_BELOW), point / 3), point + (_ABOVE if point == _HALF_OF_IT else _EXACT)
    if _IS_OVER.fullmatch(mark) or behind == "以上":
        return point + _OPEN if is_open else point - _ROUNDED, _WHOLE
    is_exact = bool(match["more"] or match["hundredths"] or (match["percent"] and point % _ROUND))
    if _IS_ABOUT.fullmatch(mark) or behind in ("左右", "上下"):
        about = _ABOVE if is_exact else _ROUND
        return point - about, point + about
    if behind == "弱":
        return point - _ROUND, point + _ABOVE
    if behind:  # 多, 余, 强
        return point - _ABOVE, point + (_ABOVE if is_exact else _STEP)
    if match["percent"]:
        return point - _last_place(match["percent"]), point + _last_place(match["percent"])
    slack = _ROUNDED if match["hundredths"] else Decimal(_ABOVE if match["more"] else _EXACT)
    return point - slack, point + slack


def _last_place(percent: str) -> Decimal:
    """Return by how much a percentage may differ that is rounded or cut off at its last place."""
    return Decimal("1.1").scaleb(-len(percent.partition(".")[2]))


def _numeral(text: str) -> int:
    """Return the value of a numeral up to 99: 七十五."""
    tens, ten, ones = text.rpartition("十")
    return _DIGITS.get(ones, 0) + 10 * (_DIGITS.get(tens, 0) or 1 if ten else 0)
