"""Names of other governments of the level of the unit, at the head of a sentence on what they did (N-10).

A government tells of its own work; what its neighbour did stands in its report only beside it (来我县交流). A city may
tell of a city within it as well: only one that leads counties stands there for another that may make rules itself.
"""

from __future__ import annotations

import re
from functools import lru_cache

from core.base.patterns import pattern
from core.texts.language.phrases import FULL_NAME, VAGUE_NAME
from core.texts.rules.names.authors import is_own
from core.texts.rules.names.other_towns import BESIDE_US, DOES, WHEN
from core.texts.rules.views import Span, sentence_around

_HAN = "[\u4e00-\u9fff]"
_GOVERNMENT = "人民政府"
_LEVELS = tuple(level + _GOVERNMENT for level in "省市县区州旗镇乡")
_HIGHER = tuple(level + _GOVERNMENT for level in "省县区州旗")
"""Governments none of which lies within another of its level; townships are told by ``other_heads``."""
_SURELY = "在(?:本年度|今年|\\d{4}年|全[省市州]|政务公开|政府信息公开)|全年|本年度|今年|未|共|收到|受理|主动公开|办理"
"""青岭县人民政府在本年度的网站检查中……"""
_ACTS = (
    "(?:先后|及时|分批|集中|统一|专门|首次|再次|逐[一项件]|还)*(?:印发|制发|出台|发布|公布|公开|清理|修订|编制|更新|梳理|建成|建设|设立|开设|开通"
    "|改版|打造|升级|举办|邀请|利用|运用|推行|实行|健全|完善|优化|配备|充实|调整|约谈|通报|评估|检查|抽查|复核"
    "|对(?:全[省市县区州旗]|\\d+|各|所属|下属|历年|县区|乡镇|部门))"
)
_NO_LINK = f"(?![与由经被受对按在从请依据将把为因以]|[和向同跟]{_HAN}{{2,}}[省市县区州旗])"
"""(与)临河县人民政府; 和县 and 和平区 are places."""
_ACTING = pattern(
    rf"(?:^|(?<=[。；\n]))(?:{WHEN})(?P<name>{_NO_LINK}{_HAN}{{2,12}}?[省市县区州旗镇乡]人民政府)"
    rf"(?=(?P<surely>{_SURELY})|{DOES}|{_ACTS})",
    re.MULTILINE,
    needs=[_GOVERNMENT],
)
"""一年来，(永陵市人民政府)把政务公开列入对县区的考核"""
_OF_US = pattern("我[省市县区州旗镇乡]")
_TOLD_BESIDE = pattern(
    "共同|被告|被申请|引导|告知|申请人|制作机关|职[责权能]|转[来办交]|推广|先进|典型|案例|试点(?!领域)|示范|名列|得分|荣获|获得|表彰|排名|位列|授牌|通报表扬|签[订署]"
)
"""Why a government may speak of another one."""
_LEADS_COUNTIES = pattern("县[（(、]市|县区|区县|县市区|各县|各区|[\\d个]县|市州")


@lru_cache(maxsize=256)
def other_governments(text: str, unit: str, makes_rules: bool) -> tuple[Span, ...]:
    """Return the other governments that a report of one has do its work.

    ``makes_rules`` says that the unit is a city with rules of its own.
    """
    if not unit.endswith(_LEVELS):
        return ()
    found = []
    for match in _ACTING.finditer(text):
        span = Span(*match.span("name"), match["name"])
        sentence = sentence_around(text, span.start, span.end)
        if not _is_another(span.what, unit) or _OF_US.search(sentence):
            continue
        if match["surely"] or _tells_of_its_own(sentence, unit, makes_rules):
            found.append(span)
    return tuple(found)


def _is_another(name: str, unit: str) -> bool:
    is_alike = name[-len(_LEVELS[0]) :] == unit[-len(_LEVELS[0]) :]
    return is_alike and bool(FULL_NAME.match(name)) and not (VAGUE_NAME.match(name) or is_own(name, unit))


def _tells_of_its_own(sentence: str, unit: str, makes_rules: bool) -> bool:
    """Whether nothing in a sentence on another government says why this one speaks of it."""
    place = unit.removesuffix(_GOVERNMENT)[-3:-1]
    if place in sentence or BESIDE_US.search(sentence) or _TOLD_BESIDE.search(sentence):
        return False
    return unit.endswith(_HIGHER) or (
        makes_rules and unit.endswith("市人民政府") and bool(_LEADS_COUNTIES.search(sentence))
    )
