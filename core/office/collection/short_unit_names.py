"""Short names of units, as people write them into names of files: 县人社局, 青石镇, 经开区, 生态环境分局."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.base.short_names import stands_in_order

_LEVEL = re.compile("^[省市县区州旗盟]")
_LONG_END = re.compile("(?:人民政府|办事处|(?<=办)公[室厅]|(?<=委)员会)$")
"""What short names leave out at the end: 城关镇, 湖滨街道, 政府办, 卫健委."""

_ZONE_END = re.compile("(?<=区)管理委员会$")
_TOWN_END = re.compile("(?:(?<=[镇乡])(?:人民)?政府|(?<=街道)办(?:事处)?)$")
_TOWN = re.compile("(?:.*[省市县区州旗盟])?(.+(?:[镇乡]|街道))")
"""A town by its own name, behind that of the county: of two towns one may end like the other (青石镇, 大青石镇)."""

_PLACE = re.compile("[\u4e00-\u9fff]{2,6}?[省市县区州旗盟]")
_BRANCH, _BUREAU = "分局", "局"
_SHORTEST = 3


def is_short_for(short: str, name: str) -> bool:
    """Whether a plain name may be short for another one: 县人社局 for 某某县人力资源和社会保障局."""
    ends = (name, _LONG_END.sub("", name))
    return (
        (len(_LEVEL.sub("", short)) >= _SHORTEST or _begins_like(short, name))
        and short != name
        and any(end.endswith(short[-1]) for end in ends)
        and stands_in_order(short, name)
    )


def units_named(short: str, units: Sequence[str]) -> list[str]:
    """Return the units whose short name may stand in the name of a file, what it says beside 年报 and numbers."""
    written, short = short, _LEVEL.sub("", _TOWN_END.sub("", short))
    if len(short) < _SHORTEST:
        return [unit for unit in units if _begins_like(written, unit) and _fits(written, unit)]
    bureau = f"{short.removesuffix(_BRANCH)}{_BUREAU}"  # many a bureau of the county is called 分局 by everybody
    return [unit for unit in units if _fits(short, unit)] or (
        [unit for unit in units if _fits(bureau, unit)] if short.endswith(_BRANCH) else []
    )


def _begins_like(short: str, name: str) -> bool:
    """Whether a short name begins with the department's own name, not with a level: 市监局 of 市场监督管理局."""
    own = _PLACE.sub("", name, count=1)
    return len(short) >= _SHORTEST and short[0] == own[:1] and stands_in_order(short, own)


def _fits(short: str, unit: str) -> bool:
    if town := _TOWN.fullmatch(_LONG_END.sub("", unit)):
        return short.endswith(town[1]) and stands_in_order(short, unit)
    ends = (unit, _LONG_END.sub("", unit), _ZONE_END.sub("", unit))
    return any(end.endswith(short[-1]) for end in ends) and stands_in_order(short, unit)
