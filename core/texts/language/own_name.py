"""What a unit calls itself by its kind: 关区 of a 海关, 集团公司 of an enterprise, 全院 of a hospital are 我局.

A name without 我, 本 or 全 is the unit's where it stands alone and does what an office does: 公司收到, not 公司提出.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from core.base.patterns import any_of, pattern
from core.texts.language.numbers import PlainText

_OURSELVES = "我局"
_SUFFIX = "(?:上下|本部|机关(?!事务)|里|内部|内(?!设))?"
_ALONE = (
    "(?:^|(?<=[，；：、（）。\\n◇由对])|(?<=[本上全今当]年)|(?<=年[度底末内终间])"
    "|(?<=期间)|(?<=[其期]中)|(?<=目前)|(?<=涉及))"
)
_BEFORE = (
    "(?:共计?|一共|总共|累计|合计|总计|全年|年内|年[底末]|当年|□□□本年度?|本年度?|今年|现|已|也|还|尚|仍|均|都|又|另"
    "|实际|依法|依规|主动|期间|截至◇+|◇+|直接|统一|自身|自行|正式)*"
)
_DOES = (
    "(?:收到|新收|接收|收取|收悉|收(?=\\d)|受理|接到|接(?=\\d)|办结|办理|办(?=\\d)|答复|回复|登记|处理|作出|做出|予以"
    "|结转|上年|去年|因(?=[^，；。]{0,24}被)|被|(?:未|没有|无|没)(?!有?(?:提|申|递|人))|制发|制定|印发|出台|公布|废止"
    "|现行|现有|继续有效|[尚仍还]有|下达|实施|查处|征收|开出|发出|出具|败诉|胜诉|应诉|公开|的(?:政府|政务)?信息公开)"
)
_LEVEL_AND_KIND = pattern("(?P<level>[省市县区旗州盟])(?:[^省市县区旗州盟]{2,12})(?<!分)(?P<kind>[局厅委])$")
"""东江(省)药品监督管理(局)"""
_ASKS = "提出|提交|递交|申请|索要|寄|来信"


class OwnNames(NamedTuple):
    """What the units of a kind call themselves: how their names end, and the names by which they do."""

    units: re.Pattern[str]
    said: re.Pattern[str]


def names_of_kinds(records: Iterable[Mapping[str, list[str]]]) -> tuple[OwnNames, ...]:
    """Return the names of the records of the vocabulary."""
    return tuple(_names(record) for record in records)


def _names(record: Mapping[str, list[str]]) -> OwnNames:
    kinds, names = any_of(record["kinds"]), any_of(record["names"])
    ours = f"(?:[我本]|(?<![中届])全)(?:{kinds}){_SUFFIX}"
    bare = f"{_ALONE}(?:{names}){_SUFFIX}(?={_BEFORE}{_DOES})|(?<=[向给到])(?:{names}){_SUFFIX}(?={_ASKS})"
    return OwnNames(pattern(f"(?:{any_of(record['units'])})$"), pattern(f"{ours}|{bare}"))


def in_first_person(plain: PlainText, unit: str, names: tuple[OwnNames, ...]) -> PlainText:
    """Return the plain form of a text in which its unit is 我局, whatever it calls itself."""
    said = _said(unit, names) if unit else None
    said = said or (_said_by_level(unit) if unit else None)
    if said is None:  # of a bureau, a government: their words are known
        return plain
    text, places = plain.text, plain.places
    for match in reversed([*said.finditer(text)]):
        start, end = match.span()
        text = text[:start] + _OURSELVES + text[end:]
        places = (*places[:start], places[start], places[end - 1], *places[end:])
    return PlainText(text, places)


@lru_cache(maxsize=16)
def _said(unit: str, names: tuple[OwnNames, ...]) -> re.Pattern[str] | None:
    return next((kind.said for kind in names if kind.units.search(unit)), None)


@lru_cache(maxsize=16)
def _said_by_level(unit: str) -> re.Pattern[str] | None:
    """Return 省局 for 东江省药品监督管理局, 县局 for that of a county; None for other units."""
    named = _LEVEL_AND_KIND.search(unit)
    return pattern(f"(?<=[涉以对由向经被因就]){named['level']}{named['kind']}(?![长属机])") if named else None
