"""The names of all offices of a county together: 县政府及其部门、各乡镇（街道）, 县本级及各乡镇, 各地各部门 for 全县.

In the report of a county government these are all that its tables count, and so are 各乡镇、各部门. 各乡镇 alone, or
with the office of the government only, are some of them.
"""

from __future__ import annotations

from core.base.patterns import pattern

_JOINT = "(?:、|和|及|与|以及)+"
_LOWER = (
    "各(?:地区?|乡镇|镇街|街镇|镇乡|镇|街道|县区|区县|县市区|市县|县（市、区）|县)(?:（街道）|、?各?街道|（园区）)?"
)
_DEPARTMENTS = "(?:[省州市县区旗]直各?|[省州市县区旗]级各?|各)(?:机关)?(?:部门单位|部门(?:、各?单位|和单位)?|单位)"
_WHOLE_COUNTY = pattern(
    f"(?:[县市区旗]本级(?:{_JOINT}(?:其|所属|各|组成|工作|职能|直属|[县市区]直)*部门(?:单位)?)?|[县市区旗](?:人民)?政府(?:本级|办公室|办)?{_JOINT}(?:其|所属|各|组成|工作|职能|直属)*部门)"
    f"{_JOINT}各?(?:乡镇|镇街|街镇|镇乡|镇|街道)(?:（街道）|、?(?:各)?街道)?"
    f"|{_LOWER}(?:{_JOINT})?{_DEPARTMENTS}|{_DEPARTMENTS}(?:{_JOINT})?{_LOWER}"
)
_TOWNSHIPS = ("乡人民政府", "镇人民政府")
_GOVERNMENT = "人民政府"
_ALL = "全县"


def all_of_county_named_shortly(words: str) -> str:
    """Return words in which all offices of a county are called 全县."""
    return _WHOLE_COUNTY.sub(_ALL, words) if "本级" in words or "部门" in words or "单位" in words else words


def without_whole_county(words: str, unit: str) -> str:
    """Return words without the names of all offices of the county whose government the unit is."""
    is_county = unit.endswith(_GOVERNMENT) and not unit.endswith(_TOWNSHIPS)
    return _WHOLE_COUNTY.sub("", words) if is_county else words
