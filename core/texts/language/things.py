"""Finds the counts of a sentence with their units, whatever they count."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.language.numbers import NUMERALS, han_number

UNITS = (
    "件次(?!之)|条次|篇次|人次|期次|场次|批次|户次|家次|项次|个次|处次|件|条|篇|期|场|个|次|份|宗|例|户|名|家|项|处|起|批|册|部|万元|元|人"
    "|所(?!列|示|述|有|需|属|指|称|在|涉|载|规|附|谓|做|得|长|以)|则(?=，|；|、|。|：|（|$|为|公告|通告|通知|信息|消息)"
    "|(?:集|支|张|幅)(?=，|；|、|。|：|（|$)|封(?!闭|控|存|锁|面)|通(?=，|；|、|。|）|电话|来电|热线|$)"
)
_NUMBER = pattern(
    rf"(?=[\d{NUMERALS}])(?!(?<=[：，；、])[{NUMERALS}][期批轮场]\d)(?:(?P<arabic>(?<![\d.])\d{{1,3}}(?:[,，]\d{{3}})+(?:\.\d{{1,6}})?|(?<![\d.])\d{{1,12}}(?:\.\d{{1,6}})?)(?P<ten_thousand>万(?!元))?|(?P<han>(?<![第\d.{NUMERALS}])[{NUMERALS}]++))"
    rf"(?P<rough>余|多|来|左右)?(?P<unit>{UNITS})(?!月|工作日|分(?!别|为|成|属|布|散|送|批|头|流|摊|给|由)|号|百分点|相加|(?(arabic)共(?!\d)|共)|[\u4e00-\u9fff]{{0,4}}(?:合计|总计|共计|总共|一共))"
)
FRAME = pattern(r"[^。！？\n]+")
"""A sentence; a list may also begin the one behind it (…345条。其中：…)."""
_NOT_ONE = pattern("[^，；。、（）\\d]{0,4}[也都](?:没|未|无|不)")
"""其余单位一件(也没有收到)"""
_NONE = ("没有", "没", "无", "未有", "不曾有", "未曾有")
"""已审结的9件(没有)一件败诉"""
_MARK = pattern("[，；：、（）]")
_BOUND = pattern("(?:及|或)?以[上下内](?!合计|共|总|各|[两三四五]|相加|数)")
"""收到10件(以上)的单位9个"""
_ROUGH = (
    "约",
    "近",
    "超",
    "逾",
    "超过",
    "不足",
    "不到",
    "不满",
    "未满",
    "突破",
    "不止",
    "多于",
    "少于",
    "高于",
    "低于",
)


class Count(NamedTuple):
    """A number of a sentence: its place, value and unit, whether it is approximate, and the sentence.

    ``head`` are the words between it and the mark or number before it.
    """

    start: int
    end: int
    value: Number
    unit: str
    is_rough: bool
    text: str
    head: str


@lru_cache(maxsize=512)
def counts_in(text: str) -> tuple[Count, ...]:
    """Return the counts of a sentence; kept, since sums and shares ask, and a key typed changes one sentence."""
    found: list[Count] = []
    last = 0
    for match in _NUMBER.finditer(text):
        value = _value(match)
        is_denied = text.endswith(_NONE, 0, match.start()) or _NOT_ONE.match(text, match.end())
        if value is None or (match["han"] == "一" and is_denied):
            continue
        head = _MARK.split(text[last : match.start()])[-1].strip()
        is_rough = bool(match["rough"] or match["ten_thousand"]) or head.endswith(_ROUGH)
        is_rough = is_rough or bool(_BOUND.match(text, match.end()))
        found.append(Count(match.start(), match.end(), value, match["unit"], is_rough, text, head))
        last = match.end()
    return tuple(found)


def _value(match: re.Match[str]) -> Number | None:
    if match["han"]:
        return han_number(match["han"])
    digits = match["arabic"].replace(",", "").replace("，", "")
    return Decimal(digits) if "." in digits else int(digits)
