"""Heads and houses of units of another kind than ours, as the subject of what only we do (N-10).

街道党工委、办事处将定期召开专题会, told by a town; 局长亲自部署, told by a committee; a bureau of the city that
高度重视政务公开, told by a park. Such words were pasted from the report of that unit.
"""

from __future__ import annotations

import re

from core.base.patterns import pattern
from core.base.short_names import stands_in_order
from core.texts.rules.names import reasons
from core.texts.rules.names.authors import is_own
from core.texts.rules.names.first_person import levels_of
from core.texts.rules.names.foreign_units import is_no_place
from core.texts.rules.names.names_of_units import FIELDS, PLACE_SIGN, Named, named_units, parts_of, sort_of
from core.texts.rules.views import Span, sentence_around

_CLAUSE = r"(?:^|(?<=[。；，、\n]))[ \u3000]*(?:(?:20\d\d年度?|全年|今后|目前|下一步)，?)?"
_HEADS = pattern(
    _CLAUSE + "(?P<name>(?P<house>街道|镇|乡|局|厅|委)(?:(?:党工委|党委|党组)(?:、?(?:[镇乡]政府|政府|办事处))?"
    "(?!书记|会|成员|的|[和与及]|所属|理论|领导下)"
    "|(?:办公室|机关|领导班子|主要负责人|主要领导|属各?单位)(?!的|[、和与及]))"
    "|全(?P<whole>局|厅|委|镇|乡|街道)(?=干部|职工|上下|各|共|全年|系统|\\d|政务|信息|主动|工作人员)"
    "|(?:(?P<chief>局|厅|镇|乡|院|站|馆)长|(?P<office>街道办事处|街道|中心|管委会)主任)"
    "(?=[^，。；]{0,6}(?:亲自|任(?:第一)?组长|担任|逐[条件篇]|签[字发批]|审[定签核]|挂帅|负总责|主持|牵头|多次|带头)))",
)
"""(局长)亲自部署, (街道党工委、办事处)将定期召开专题会, (全镇)12个村"""
_SIGNS = {"委": "委", "街道办事处": "街道", "管委会": "管", "中心": "中心", "院": "院", "站": "站", "馆": "馆"}
_NO_HEADS_BESIDE = ("局", "厅", "委员会", "管委会", "镇人民政府", "乡人民政府", "街道办事处")
"""Units that no head of another kind leads: governments lead many, centres are led by bureaus."""
_CARES = pattern(
    "(?:20\\d\\d年度?|全年|一年来)?(?:(?:始终|一贯|一直|历来)+(?:坚持|高度重视|[把将])|高度重视|十分重视|坚持[把将以]|[把将])"
    "[^，。；]{0,16}(?:政务|信息)公开|(?:始终|一贯|一直)坚持[“以]|(?:机关)?各?[股科处]室(?!负责人|负责|对口)"
    "|(?:副?书记)?、?(?:[局厅镇乡]长|主任)?[^，。；]{0,6}任[^，。；]{0,14}组长"
)
"""市行政审批局(始终坚持把政务公开)作为“一把手”工程"""
_KEEPS = pattern(
    "(?:20\\d\\d年度?|全年|年内)?(?:坚持|始终|严格|高度重视|十分重视|认真|持续|聚焦|紧扣|健全|完善|成立|调整)"
)
"""How a government's care for its own house begins: 东洲区人民政府(坚持)周调度、月通报."""
_OF_A_PARK = pattern("管委会|管理委员会|园区|开发区|高新区|经开区")
_OFFICES = ("bureau", "town", "park")
_OF_PARK = pattern("(?:^|开发|技术|产业|工业|[高新园经开综保])区$")
"""What the offices of a park are named by: 开发区行政审批局."""
_DAYS = "[ \u3000]*(?:20\\d\\d年度?，?|全年，?|一年来，?)?"
_PLACED = re.compile("[\u4e00-\u9fff]{2,8}?[省市县区旗州](?P<rest>[\u4e00-\u9fff]{4,})")
_BARE = pattern(
    rf"(?:^|(?<=[。\n])){_DAYS}(?P<name>{FIELDS}(?:局|委员会|厅))(?:党委|党组)?",
    needs=["局", "委员会", "厅"],
)
"""(教育局)党委高度重视信息公开, without any place"""
_COMPANY = pattern(
    rf"(?:^|(?<=[。\n])){_DAYS}"
    "(?P<name>(?!所属|下属|各|其)[\u4e00-\u9fff]{2,8}?[省市县区州旗][\u4e00-\u9fff]{2,24}?公司)"
    "(?=全年|年内|20|共|累计|认真|始终|坚持|高度重视|[没未]|将|主动公开|收到|新收|严格|持续|加强|深入|围绕|聚焦|按照|[在通依])",
    needs=["公司"],
)
"""锦屏市城市轨道交通建设发展有限公司(全年)在官方网站公布运营服务信息2874条"""
_BRANCH = pattern(
    rf"(?:^|(?<=[。\n])){_DAYS}(?P<name>(?!今年|[市区县]){PLACE_SIGN}{{2,3}}分局)"
    "(?=全年|年内|20|共|累计|认真|始终|坚持|高度重视|[没未]|将|主动公开|收到|新收|办理|作出|严格|持续|加强|深入|围绕|聚焦)",
    needs=["分局"],
)
"""(岚河分局)全年公开环评审批信息54条, told by another branch"""
_LED_BY = pattern(
    "在(?P<name>(?P<kind>[县区旗])委(?:、|和|与)?(?P=kind)(?:委)?(?:人民)?政府)[^，。；]{0,14}领导下", needs=["领导下"]
)
"""在(县委、县政府)的坚强领导下, told by a street of a district"""


def heads_of_others(text: str, unit: str) -> tuple[Span, ...]:
    """Return the heads and houses of a unit of another kind that act in a text without a unit of theirs."""
    if not unit.endswith(_NO_HEADS_BESIDE):
        return ()
    found = []
    for match in _HEADS.finditer(text):
        kind = match["house"] or match["whole"] or match["chief"] or match["office"]
        sign = _SIGNS.get(kind, kind)
        said = sentence_around(text, *match.span("name"))
        before = said.partition(match["name"])[0]
        if sign in unit or sign in before or reasons.REASON.search(said) or reasons.ORDERS.search(said):
            continue
        found.append(Span(*match.span("name"), match["name"]))
    return tuple(found[:1])


def leaders_of_others(text: str, unit: str) -> tuple[Span, ...]:
    """Return the leaders that a text says a unit works under, and that none of its place has."""
    levels = levels_of(unit)
    signs = [sign for sign in "县旗区市省州盟" if sign in levels]
    if not signs:
        return ()
    found = [match for match in _LED_BY.finditer(text) if match["kind"] not in levels]
    if signs[0] not in "县旗区":
        found = [match for match in found if match["kind"] != "区"]  # of a region
    return tuple(Span(*match.span("name"), match["name"]) for match in found[:1])


def other_branches(text: str, unit: str) -> tuple[Span, ...]:
    """Return other branches of the bureau that ours is a branch of, where they act."""
    if not unit.endswith("分局"):
        return ()
    spans = [Span(*match.span("name"), match["name"]) for match in _BRANCH.finditer(text)]
    others = (span for span in spans if not (stands_in_order(span.what, unit) or is_no_place(span.what)))
    return tuple(span for span in others if _does_our_work(text, span))


def _has_reason(text: str, span: Span) -> bool:
    """Whether a sentence tells why it speaks of another unit."""
    said = sentence_around(text, span.start, span.end).replace(span.what, "□")
    return bool(reasons.REASON.search(said) or reasons.BESIDE.search(said) or reasons.ORDERS.search(said))


def of_our_kind_elsewhere(text: str, unit: str) -> tuple[Span, ...]:
    """Return companies and institutes of another place that are called as ours is: 望禾县城乡建设投资集团有限公司."""
    ours = _PLACED.match(unit) if not sort_of(unit) else None
    if ours is None or ours["rest"] not in text:
        return ()
    alike = re.compile(f"(?:^|(?<=[。；，\n]))(?P<name>{PLACE_SIGN}{{2,8}}?[省市县区旗州]{ours['rest']})")
    spans = [Span(*match.span("name"), match["name"]) for match in alike.finditer(text)]
    return tuple(s for s in spans if s.what not in unit and not (is_no_place(s.what) or _has_reason(text, s)))


def other_companies(text: str, unit: str) -> tuple[Span, ...]:
    """Return the companies that do what a company's report tells of itself; one under it may be meant."""
    if not unit.endswith("公司"):
        return ()
    spans = (Span(*match.span("name"), match["name"]) for match in _COMPANY.finditer(text))
    others = (span for span in spans if not (stands_in_order(span.what, unit) or unit in span.what))
    return tuple(span for span in others if _does_our_work(text, span))


def _does_our_work(text: str, span: Span) -> bool:
    """Whether a sentence tells of a public task, and not why it tells of this unit."""
    said = sentence_around(text, span.start, span.end)
    return bool(reasons.PUBLIC_WORK.search(said)) and not _has_reason(text, span)


def houses_of_others(text: str, unit: str) -> tuple[Span, ...]:
    """Return the units of another kind that are said to care for openness as only a report's own unit is."""
    sort = sort_of(unit)
    if not (sort in _OFFICES or unit.endswith("公司")):
        return ()
    bare = (match for match in _BARE.finditer(text) if _CARES.match(text, match.end()))
    found = [Span(*match.span("name"), match["name"]) for match in bare if match["name"][:2] not in unit]
    found = [span for span in found if not _has_reason(text, span)]
    for other in (*_OFFICES, "county"):
        for named in named_units(text, other) if other != sort else ():
            span = Span(named.start, named.end, named.name)
            if not named.lead and _keeps_house(text, named, other, unit) and not _has_reason(text, span):
                found.append(span)
    return tuple(found)


def _keeps_house(text: str, named: Named, other: str, unit: str) -> bool:
    """Whether a unit of another kind cares for its own house, and is none of ours."""
    said = sentence_around(text, named.start, named.end)
    is_within = sort_of(unit) == "park" and _OF_PARK.search(named.place)
    if is_own(named.name, unit) or is_within or is_no_place(named.place) or unit in said:
        return False
    if other != "county":
        return bool(_CARES.match(text, named.after))
    ours = parts_of(unit)
    is_peer = sort_of(unit) == "park" or (ours is not None and ours.level == named.kind)
    is_government = named.name.endswith("人民政府") and named.place not in unit
    return is_peer and is_government and bool(_KEEPS.match(text, named.after)) and not _OF_A_PARK.search(said)
