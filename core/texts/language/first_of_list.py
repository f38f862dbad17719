"""Words that name the first ones of a list by how many they have: 受理量前三位的是住建局、人社局，合计301件."""

from __future__ import annotations

from core.base.patterns import pattern

_NEEDS = ("前", "首", "第一", "其次", "多", "高", "大", "集中", "突出", "活跃")
FIRST_OF_LIST = pattern(
    "(?:前|最前面?的?)[两二三四五六七八九十\\d]{1,2}(?:位|名|家|类|个|项)?|(?:[居位排]|排名|位列|数量|比重|占比)(?:在|于)?(?:首|前|第一)"
    "|靠前|[较最更偏](?:为)?(?:多|高|大|集中|突出|活跃)|其次(?=是|为)|居多",
    needs=_NEEDS,
)
"""(收件较多)的是甲镇, 受理量(前三位)的是住建局: who or what is named by how many it has."""
FIRST_NAMED = pattern(
    f"(?:{FIRST_OF_LIST.pattern})[^，；。：（）]{{0,8}}(?:是|为|有|系|属)[^，；。]{{2}}", needs=_NEEDS
)
"""(收件较多的为城)关镇、河东镇"""
