"""Finds lists of shares that are more than 100 % together, or with 其余 not 100 %."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.language.numbers import plain_text

_ONE_SHARE = r"占(?:比|了|总数|全部|的|为|是|达|：)*(\d{1,3}(?:\.\d{1,3})?)%"
_SHARES = pattern(rf"{_ONE_SHARE}(?:、(?:(?!其中)[^，、；：。（）\d]){{1,14}}{_ONE_SHARE})+")
"""网站占60%、公众号占50%"""
_ITEM = r"(?:[^，、；：。（）\d%]{2,10}?)(?:占比?(?:为|达|约)?)?(\d{1,3}(?:\.\d{1,3})?)%"
_PART = r"(?:[^，、；：。（）\d%]{2,24}?)占(?:比|了|总数|全部|的|为|是|达|：)*(?:\d{1,3}(?:\.\d{1,3})?)%"
_ALL_SHARES = pattern(
    rf"(?:类型|类别|来源|分布|构成|组成|结构|占比|比例|比重|去向|渠道|内容)(?:情况)?(?:[^，、；：。（）\d]{{0,4}}(?:：|为|是)|看，|分，|来看，)"
    rf"(?P<list>{_ITEM}(?:[，、]{_ITEM}){{0,8}}[，、](?:其[余他它])[^，、；：。（）\d%]{{0,6}}?(?:占比?(?:为|达|约)?)?(\d{{1,3}}(?:\.\d{{1,3}})?)%)",
    needs=["其余", "其他", "其它"],
)
"""类型分布：咨询45%，求助30%，投诉举报20%，其余10%: all that there are."""
_BY_WORDS = pattern(
    rf"(?:^|(?<=[。；\n]))(?:从|按照?|就)[^，、；：。（）\d]{{2,8}}(?:看|来看|分|划分|统计|区分)，"
    rf"(?P<list>{_PART}(?:[，、](?!其中){_PART}){{1,8}})(?=[，、。；])",
    needs=["从", "按", "就"],
)
"""从来源看，…提供的占58%，…占32%，…占15%: shares of one whole, and no more than it."""
_A_SHARE = r"(\d{1,3}(?:\.\d{1,3})?)%"
_NO_SHARE = pattern("季度|半年|月|时段|年|率|增|升|降|涨|幅|减|满意|同比|其中")
_MORE_THAN_ALL, _HUNDRED = 101, 100


@lru_cache(maxsize=256)
def shares_above_all(printed: str, year: int | None) -> tuple[tuple[int, int, Number], ...]:
    """Return lists of shares that are more than 100 % together, or with 其余 not 100 %: place as printed, and sum."""
    if "%" not in printed and "％" not in printed:
        return ()
    plain = plain_text(printed, year)
    found = []
    for match in _ALL_SHARES.finditer(plain.text):
        shares = [Decimal(one) for one in re.findall(_A_SHARE, match["list"])]
        added = sum(shares, Decimal(0))
        is_off = abs(added - _HUNDRED) > max(1, len(shares) // 2)  # as far as they may be rounded
        if is_off and not _NO_SHARE.search(match[0]):
            found.append((plain.places[match.start("list")], plain.places[match.end() - 1] + 1, added))
    for match in _BY_WORDS.finditer(plain.text) if "占" in plain.text else ():
        added = sum((Decimal(one) for one in re.findall(_A_SHARE, match["list"])), Decimal(0))
        if added > _MORE_THAN_ALL and not _NO_SHARE.search(match[0]):
            found.append((plain.places[match.start("list")], plain.places[match.end("list") - 1] + 1, added))
    for match in _SHARES.finditer(plain.text) if "占" in plain.text else ():
        added = sum((Decimal(one) for one in re.findall(_ONE_SHARE, match[0])), Decimal(0))
        if added > _MORE_THAN_ALL:
            found.append((plain.places[match.start()], plain.places[match.end() - 1] + 1, added))
    return tuple(found)
