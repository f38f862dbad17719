"""Finds other units that are named as the owner of what is ours (N-10): 由(柳湾镇)镇长任组长, told by another town."""

from __future__ import annotations

from core.base.patterns import holds_one, pattern
from core.texts.rules.names import reasons
from core.texts.rules.names.foreign_units import is_alike, is_no_place
from core.texts.rules.names.names_of_units import Named, parts_of, sort_of, unit_before
from core.texts.rules.views import Span, sentence_around

_PUBLIC = "(?:政府信息和?|政务和?|信息){1,2}公开"
_CHIEF = (
    "(?:党委|党工委|党组)?(?:副?书记|[县区市镇乡局厅州]长|主任|(?:主要|分管)?(?:负责人|负责同志|领导)|一把手)"
    "[^，。；\n]{0,14}?(?:任|为|是)(?:第一)?组长"
)
_TO_GOAL = "(?:[把将使]|让|推动|促使|促进|推进|确保|保障|保证|助力|带动|力争|实现|争取)"
_THINGS = (
    ("(?:(?:成立|设立|组建|建立|调整)+了?)?[由以]", _CHIEF, ("组长",)),
    ("(?:成立|设立|组建|调整|充实|完善)+了?", f"{_PUBLIC}(?:工作)?领导小组", ("领导小组",)),
    (
        "(?:[按依]照|修订|制[定订]|完善|健全|执行|落实|优化|规范|细化|梳理)了?",
        f"(?:{_PUBLIC}|信息发布|信息审核|保密审查|依申请)[^，。；《》\n]{{0,8}}?(?:制度|流程|办法|机制|规定|细则|规程)",
        ("制度", "流程", "办法", "机制", "规定", "细则", "规程"),
    ),
    (
        _TO_GOAL,
        f"的?{_PUBLIC}(?:工作|整体|总体|的|各项|水平|质量|质效|能力|成效|规范化|标准化|和|、)*"
        "(?:再|迈|跃|更|上新|上台阶|取得|提质|实现|不断|持续|得到|明显|全面|有新|开创|走[在深]|向|提[高升]到|推[到上向])",
        ("公开",),
    ),
    (
        "(?:提升|提高|增强|做好|抓好|做优|改进|加强|打造)",
        f"的?{_PUBLIC}(?:工作)?(?:的|整体|总体)?(?:水平|质量|质效|能力|透明度|工作|成效|新局面|品牌)",
        ("公开",),
    ),
)
"""What leads to the name, what of the unit is told behind it, and words without which there is none."""
_PAGES = (
    (
        "(?:依托|利用|借助|运用|用好|办好|管好)了?",
        "(?:官方|政务|的)*(?:微信)?(?:公众号|微博|视频号|抖音号|政务新媒体|门户网站|官网|网站)",
        ("公众号", "微博", "视频号", "抖音号", "新媒体", "网站", "官网"),
    ),
    (
        "(?:更新|公开|公布|发布|完善|公示|调整)了?",
        "的?(?:机构(?:概况|职能|信息|设置)|领导(?:分工|信息|简介|班子)|内设(?:股室|科室|机构|处室)|权责清单|权力清单|办公地址)",
        ("机构", "领导", "内设", "清单", "办公地址"),
    ),
)
"""Pages: what another unit's own page or account tells of it."""
_OWNED = tuple(
    (lead, pattern(f"[局厅会委心镇乡道县区市旗州](?P<thing>{thing})"), words)
    for lead, thing, words in (*_THINGS, *_PAGES)
)
_NOT_OURS = pattern(
    "检查组|督[查导察]|评估组|考核组|专班|互[查评]|县里|市里|区里|省里|指导|督促|帮[扶助]|试点|抓手|系统|各(?:[县市区镇乡地局级]|街道|部门|单位)|一道|共同|两[镇县局地乡区]|协助|支持"
    "|配合|联合|联动|示范|结对|合署|对口|以点带面|原□|并入|接任|调任|兼任□|参[照考]|借鉴|比照"
)
"""Words of a sentence that may tell why the thing is another's, or why its owner is one of ours."""


def owners_of_ours(text: str, unit: str) -> tuple[Span, ...]:
    """Return the names of other units that a text calls the owners of what only the unit itself has."""
    ours, sort = parts_of(unit), sort_of(unit)
    if ours is None:
        return ()
    found: list[Span] = []
    for lead, thing, words in _OWNED:
        for match in thing.finditer(text) if holds_one(text, words) else ():
            named = unit_before(text, match.start("thing"), sort, lead)
            if named is None or not (is_alike(named, ours, sort) or (lead == _TO_GOAL and _is_in_line(named, ours))):
                continue
            said = sentence_around(text, named.start, named.end).replace(named.name, "□")
            is_beside = named.place in (ours.place, named.level) and reasons.FOR_OTHERS.search(named.kind)
            if not (is_beside or _NOT_OURS.search(said)):
                found.append(Span(named.start, named.end, named.name))
    return tuple(found)


def _is_in_line(named: Named, ours: Named) -> bool:
    """Whether a bureau is the one above or below ours: plans end with the own name."""
    is_bureau = bool(named.level) and "分局" not in ours.kind + named.kind and not is_no_place(named.place)
    return is_bureau and named.level != ours.level and named.kind[0] == ours.kind[0]
