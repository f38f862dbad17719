"""The field of a unit in the words for its decisions: 统计行政处罚 of a 统计局 are all that it has decided."""

from __future__ import annotations

import re
from functools import lru_cache

from core.base.patterns import pattern
from core.base.short_names import stands_in_order

_DECISIONS = pattern("(?P<field>[\u4e00-\u9fff]{2,24}?)(?:类|领域|系统)?(?=行政(?:许可|处罚|强制))")
"""作出(统计)行政处罚"""
_REQUESTS = pattern(
    "(?P<field>[\u4e00-\u9fff]{2,16}?)(?:领域|条线|战线|口子?)的?(?=(?:政府|政务)?信息公开|依申请公开|公开申请|申请)"
)
"""(住建领域)信息公开申请"""
_LEADS = pattern("^(?:本年度?|今年|全年|我局|本局|我委|依法|累计|作出|办理|实施|下达|完成|开展|查处|共|了)+")
_UNIT = pattern(
    "^[\u4e00-\u9fff]{2,7}?(?:自治[区州县]|[省市县区州旗盟])(?:[\u4e00-\u9fff]{2,3}?[县区])?"
    "(?P<field>[\u4e00-\u9fff]{2,}?)(?:局|委员会|厅|总队|支队|大队)$"
)
_TWO_FIELDS = ("和", "与", "、")
_MOST = 2
"""A short name is more than half of the whole one: 市场监管, but not 交通 of 交通运输."""


def without_own_field(clause: str, unit: str) -> str:
    """Return the words for decisions without the field of the unit, where it is the whole of that field."""
    if "行政" not in clause or not (field := _field_of(unit)):
        return clause
    return _DECISIONS.sub(lambda match: _without(match["field"], field), clause)


def without_field_of_requests(clause: str, unit: str) -> str:
    """Return the words for applications without the field of the unit, where it is the whole of that field."""
    if "申请" not in clause or not (field := _field_of(unit)):
        return clause
    return _REQUESTS.sub(lambda match: _of_requests(match, field), clause)


def _of_requests(match: re.Match[str], field: str) -> str:
    """Return what is left of a field, and its 领域, before a noun."""
    if _names_both(_LEADS.sub("", match["field"]), field):
        return ""
    left = _without(match["field"], field)
    return match[0] if left == match["field"] else left


def _names_both(name: str, field: str) -> bool:
    """Whether a short name has something of both fields: 住建 of 住房和城乡建设."""
    first, _, second = field.partition("和")
    ways = range(1, len(name)) if second and name[:1] == field[:1] else ()
    return any(stands_in_order(name[:i], first) and stands_in_order(name[i:], second) for i in ways)


def _without(said: str, field: str) -> str:
    name = _LEADS.sub("", said)
    is_whole = name == field or (
        len(name) * _MOST > len(field)
        and name[:1] == field[:1]
        and not any(word in field for word in _TWO_FIELDS)
        and stands_in_order(name, field)
    )
    return said.removesuffix(name) if is_whole else said


@lru_cache(maxsize=64)
def _field_of(unit: str) -> str:
    """Return what a unit is responsible for: 水利 of 岚江市水利局; "" for a government."""
    named = _UNIT.match(unit)
    return named["field"] if named else ""
