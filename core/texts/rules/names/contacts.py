"""Whom a report names as its contact, as who compiled it or who received the applications, not this unit (N-10).

A short name (县水利局) is enough: own offices and short names of the unit are right, and so is what a government says
of the offices of its place.
"""

from __future__ import annotations

import re
from functools import lru_cache

from core.base.patterns import pattern
from core.texts.language.phrases import FULL_NAME
from core.texts.rules.names.authors import is_own
from core.texts.rules.views import Span, sentence_around

_HAN = "[\u4e00-\u9fff]"
_NAME = rf"(?P<name>{_HAN}{{1,20}}?(?:局|委员会|[卫改农资]委|厅|街道办事处|管委会|人民政府))"
_OFFICE = (
    "(?:(?:党政|党群|政府信息公开|政务公开|信息公开|综合|法规|政策|宣传){0,3}(?:工作)?(?:办公室|办公厅|办|[科股处室]))?"
)
_CONTACT = pattern(
    rf"(?:请(?:直接|及时|径)?(?:[在于](?:工作|上班|办公)(?:时间|日)内?)?(?:直接)?(?:与|同|联系|咨询|致电)|(?:联系|咨询|受理)(?:单位|部门|机关|机构)(?:为|是|：)"
    rf"|[向与同][我本](?:机关|单位|[局委办厅])(?:反映|联系|提出|咨询|沟通)：){_NAME}{_OFFICE}"
    "(?=联系|咨询|反映|沟通|，|。|；|（|：|、|电话|$|\\s)",
    re.MULTILINE,
    needs=["请", "联系", "咨询", "受理", "反映", "提出", "沟通"],
)
_COMPILED = pattern(
    rf"(?:^|(?<=[，。；\n]))[ \u3000]*由?{_NAME}(?:编|编制|编印|编写|供稿|编报)(?=。|$)",
    re.MULTILINE,
    needs=["编", "供稿"],
)
"""(县水利局)编。"""
_IN_CHARGE = pattern(
    rf"(?:^|(?<=[，。；\n]))[ \u3000]*由?{_NAME}{_OFFICE}(?:具体)?负责(?:本(?:年度)?报告|本年报)的?(?:编制|编写|起草)",
    re.MULTILINE,
    needs=["负责本"],
)
"""(县水务局)办公室负责本报告的编制"""
_RECEIVED = pattern(
    rf"(?:^|(?<=[。；\n]))[ \u3000]*{_NAME}(?:20\d\d年度?|全年|本年度?)(?:共|累计)*"
    r"(?:新收|收到|受理)(?:政府信息|信息|依申请)?(?:公开)?申请",
    re.MULTILINE,
    needs=["收到", "新收", "受理"],
)
"""(县卫健局)2026年度收到政府信息公开申请"""
_OF_OTHERS = pattern("职[责能权]|不属于|不属|告知|引导|建议(?!，|和|及|或|、|的)|转|移送|[“”]")
"""告知申请人请与县自然资源局联系: what others are told."""
_OURSELVES = pattern("我|本街道|本[局委镇乡厅]")
"""(我局)网站由县大数据局维护，请与其联系: whom to ask about something else of ours."""
_ON_THE_REPORT = pattern(
    "(?:^(?:本|该)?(?:年度?)?(?:报告|年报)[^；]*，|[^；]*?)(?:如|若|需|对|就)[^，；]{0,30}(?:疑问|异议|疑义|不明|问题|意见|建议|咨询|了解)[^，；]{0,6}，?$"
)
"""如对本报告有疑问，: whom to ask about the report itself, whatever is ours around it."""
_REPORT = pattern("报告|年报")
_PART, _LONGEST_PART = pattern("[。！？；\n]"), 200
_OF_A_PLACE = pattern("[省市县区州盟旗]人民政府$")
"""A government with departments; a township has none that are called so."""
_BARE = pattern("^(?:我|本|贵|该|各|全)|^(?:[分支省市县区州盟旗]?[局委厅]|镇|乡|街道|管委会|人民政府|党政|政务|政府)")


@lru_cache(maxsize=256)
def foreign_contacts(text: str, unit: str) -> tuple[Span, ...]:
    """Return the names of other units that a text gives as contact, as compiler or as the one that received."""
    found = [*_CONTACT.finditer(text), *_COMPILED.finditer(text), *_IN_CHARGE.finditer(text)]
    if not _OF_A_PLACE.search(unit):
        found += _RECEIVED.finditer(text)
    return tuple(
        Span(*match.span("name"), match["name"])
        for match in found
        if _is_other(match["name"], unit) and not _is_of_others(text, match)
    )


def _is_of_others(text: str, told: re.Match[str]) -> bool:
    """Whether the sentence around a name tells of others, or its part of our own affairs beside the report."""
    if _OF_OTHERS.search(sentence_around(text, *told.span())):
        return True
    before = _PART.split(text[max(told.start() - _LONGEST_PART, 0) : told.start()])[-1].strip()
    if _ON_THE_REPORT.match(before) and _REPORT.search(before):
        return False
    behind = _PART.split(text[told.end() : told.end() + _LONGEST_PART], maxsplit=1)[0]
    return bool(_OURSELVES.search(before + behind))


def _is_other(name: str, unit: str) -> bool:
    short = name.replace("人民政府", "") if name.endswith("办事处") else name  # 云岭县人民政府城关街道办事处
    if _BARE.match(name) or is_own(short, unit):
        return False
    place = FULL_NAME.match(name)
    is_ours = place is not None and (place[0] in unit or unit.startswith(place[0][:2]))
    if name.endswith("人民政府"):
        return place is not None and not is_ours
    return not _OF_A_PLACE.search(unit) or (place is not None and not is_ours)
