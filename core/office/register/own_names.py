"""What is surely a unit's own name where a register says who received a request; whatever else stands there is asked.

Names are compared in plain form: 县司法局, 司法局办公室, 本局 and 法规科 are 云溪县司法局; 县局, 市司法局 and
云溪县司法局转县民政局 may be another unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from core.base.short_names import stands_in_order
from core.office.register.vocabulary import plain

_LEVELS = "省市区县州旗盟镇乡"
_ZONES = re.compile("(?:开发|园|景|新|功能|示范)区$")
_PLACE_ALONE = re.compile(f"[{_LEVELS}]$")
_BRACKET = re.compile(r"\(([^()]*)\)$")
_INSIDE = re.compile(f"[{_LEVELS}].*[{_LEVELS}].")  # 市云溪县司法局 is no own name, 市场监督管理局 is one
_SHORTER = (
    (re.compile("人民政府"), "政府"),
    (re.compile("办公[室厅]$|办事处$"), "办"),
    (re.compile("管(?:理委员会|委会)$"), "管委"),
    (re.compile("委员会$"), "委"),
    (re.compile("街道$"), "街道办"),
    (re.compile("(?<!政)府办$"), "政府办"),
)
_GOVERNMENT = "政府"
_GOVERNING = (_GOVERNMENT, "街道办", "管委")
_WE = re.compile("^[本我](?=.)")
_ANY_OF_US = ("机关", "单位", "部门", "级")
_OUR_KIND = re.compile("^(?:局|厅|委|办|部|院|所|站|队|处|中心|政府|管委|街道办|[省市区县州旗盟镇乡]政府)$")
_NO_OTHERS = "[^局厅委府省市县镇乡转代和与及暨、,;/+()]"
"""What stands in the name of a department, which names no other unit."""
_DEPARTMENT = re.compile(f"^{_NO_OTHERS}{{0,14}}(?:[科股室处所站队组部]|中心|窗口|大厅|办|公室)$")
_OF_A_COUNTY = re.compile(
    f"^办(?:公[室厅])?(?:{_NO_OTHERS}{{0,8}}[科股室处])?$|^(?:政务|政府信息|信息)公开(?:办公室|[办科股室])$"
)
_NOT_OF_GOVERNMENT = re.compile(
    "派出所|税务(?:所|分局)|供电所|司法所|法庭|卫生院|市场监(?:管|督管理)所|自然资源所|国土(?:资源)?所|学校"
)
"""What stands in a town or a zone and is a body of its own, or a bureau's."""
_BARE = re.compile(
    f"^(?:[本我]?[局厅委]|机关)?(?:(?:综合|党政|党政综合|机关)?办公室|党政(?:综合)?办|{_NO_OTHERS}{{1,8}}[科股]室?"
    f"|(?:(?!办公室){_NO_OTHERS}){{1,8}}(?<!公)室|(?:政策)?法规处|综合处|秘书处)$"
)


@lru_cache(maxsize=4096)  # the same names stand in row after row
def is_own_name(name: str, ours: str) -> bool:
    """Whether a name is surely that of a unit: whole, short, 本机关, or with one of its departments behind it."""
    name, ours = plain(name), plain(ours)
    if name == ours or _is_bare_department(name) or _says_we(name, ours):
        return True
    if not ours:
        return False
    unit = _BRACKET.sub("", ours)
    main, aside = _BRACKET.sub("", name), _BRACKET.search(name)
    if aside and not _is_department(aside[1], unit):
        return False
    if _is_unit(main, unit):
        return True
    names = {main, _short(main)}  # 县府办 is 县政府 with 办 behind it
    parted = ((one[:at], one[at:]) for one in names for at in range(1, len(one)))
    return any(_is_department(behind, unit) and _is_unit(before, unit) for before, behind in parted)


def is_one_of_two(one: str, other: str) -> bool:
    """Whether of two names one is surely the other's, where it is not known which is the whole one."""
    return is_own_name(one, other) or (not is_own_name(other, "") and is_own_name(other, one))


def _is_bare_department(name: str) -> bool:
    return bool(_BARE.match(name))


def _says_we(name: str, ours: str) -> bool:
    """Whether a name is 本机关, 我局 and the like, with one of its departments behind it or not."""
    found = _WE.match(name)
    if not found:
        return False
    rest = name[found.end() :]
    unit = _short(_BRACKET.sub("", ours))
    for at in range(1, len(rest) + 1):
        kind, behind = rest[:at], rest[at:]
        is_us = kind in _ANY_OF_US or (
            bool(_OUR_KIND.match(_short(kind))) and (not ours or unit.endswith(_short(kind)))
        )
        if is_us and (not behind or _is_department(behind, unit)):
            return True
    return False


def _is_department(text: str, unit: str) -> bool:
    """Whether what stands behind a unit's name is its department: of a county only its office, of a town no police."""
    short = _short(unit)
    if short.endswith(_GOVERNING) and _NOT_OF_GOVERNMENT.search(text):
        return False
    is_county = short.endswith(_GOVERNMENT) and not short.endswith(("镇政府", "乡政府"))
    return text in ("机关", "本级") or bool((_OF_A_COUNTY if is_county else _DEPARTMENT).match(text))


def _is_unit(name: str, unit: str) -> bool:
    """Whether a name is a unit's whole name, with more of its place before it, or short for it."""
    name, unit = _short(name), _short(unit)
    for place, own in _parted(unit):
        if place and name.endswith(unit) and (name == unit or name[-len(unit) - 1] in _LEVELS):
            return True
        if any(_is_own_part(name[at:], own) and _is_place(name[:at], place) for at in range(len(name) - 1)):
            return True
    return False


def _parted(unit: str) -> Iterator[tuple[str, str]]:
    """Yield the place and the own name of a unit, wherever the place may end: 湖州市, not 湖州, before 云溪县司法局."""
    ends = [at for at in range(2, len(unit) - 1) if unit[at - 1] in _LEVELS and not _INSIDE.match(unit, at)]
    yield from ((unit[:at], unit[at:]) for at in ends)
    if not ends:
        yield "", unit


def _is_place(text: str, place: str) -> bool:
    """Whether a text is the place, or the end of it: 云溪县, 县; 经开区 of 经济开发区."""
    if place.endswith(text):
        return True
    return bool(_ZONES.search(place) and text.endswith("区") and len(text) > 2 and stands_in_order(text, place))


def _is_own_part(text: str, own: str) -> bool:
    """Whether a text is a unit's name without its place, or short for it: 人社局 of 人力资源和社会保障局."""
    is_short = len(text) > 2 and text[0] == own[0] and text[-1] == own[-1]  # 市局 is short for many
    return text == own or (is_short and stands_in_order(text, own))


@lru_cache(maxsize=4096)
def _short(name: str) -> str:
    """Return a name without what short names leave out at the end: 城关镇政府 of 城关镇人民政府 and of 城关镇."""
    for long, short in _SHORTER:
        name = long.sub(short, name)
    return name + _GOVERNMENT if _PLACE_ALONE.search(name) else name
