"""Finds the other units of our kind that act or answer in our report without a reason to be spoken of (N-10).

A report tells of its own unit. What a bureau beside it, another town or the next county do in it was copied, unless
the sentence says why it is told: ``reasons`` lists what may be said of others.
"""

from __future__ import annotations

from core.base.patterns import holds_one, pattern
from core.base.short_names import stands_in_order
from core.texts.language.no_places import NO_PLACE_AT_ALL
from core.texts.rules.names import reasons
from core.texts.rules.names.authors import is_own
from core.texts.rules.names.names_of_units import (
    PLACE_SIGN,
    SORTS,
    Named,
    may_be_second_name,
    named_units,
    parts_of,
    sort_of,
)
from core.texts.rules.views import Span, sentence_around

_NO_PLACE = pattern(
    "[局馆委办院校所站室][和与及]|各|隶属|配合|会同|协[助调]|联[合系]|对接|指导|督促|推[动行进]|支持|参[加与照考]|[比对]照|借鉴|组织|公[开布]|发布|编[制发印]|通[过报]|提[请供升高]|报[请告]|邀|赴|受|更新"
    "|制[发定]|出台|废止|印发|统一|现行|有效|办[理复]|接受|行政|工作|召开|完[成善]|健全|建[立成]|优化|纳入|修订|承[办接]|依[托靠]|加强|做好|打造|开[设通展]|规范"
    "|围绕|聚焦|主办|抄送|收到|获得|新增|登载|梳理|形成|委托|补充|涵盖|落实|解读|颁布|紧扣|贯彻|执行|服务|坚持|实行|遵循|结合|代表|调整|充实|引导|要求|确保|深化"
    "|强化|拓展|增强|畅通|丰富|整合|汇总|审[核查]|检查|考核|牵头|负责|转[发载]|传达|学习|宣传|举办|列入|计入|包括|内容|网站|[县市区]委|历年|年度|^[一二两三四五六七八九十几]个|平常|两家|老旧|友好"
    "|海绵|专区|县级|贫困|农业县|^[城社园景小库灾辖校街郊山][区县市镇乡]|^原(?![州阳平])|^如(?![皋东])|^转|(?<![前先永奋跃东共同红齐])进$|^[省市县区]{2}|^和(?![平县政田林静龙顺硕布])"
    "|找|遍|翻[开看阅查]|打开|走进|来到|看看|瞧瞧|当年|今年|去年|前年|[县市区省州]直|部门|单位|乡镇|镇街|(?:件|量|数|方面)[上下里中][县市区省州]?$"
    "|[一才再刚常又没频][下进回上赶入]$|反映|[仅只]|统计"
    "|^(?:基层|一线|派驻|报|呈|全|某|另|多|几|数|每|两|邻|兄弟|有关|相关|部分|个别|其他|所有|试点|重点|中心|特色|示范|村)"
)
"""What no name of a place holds."""
_NO_COUNTY = pattern(
    "(?:[自开高经园景社辖城地片库灾老牧林矿小新校街灌郊功保禁疫厂港农强困试域全各税作假聚务理专]区|[城都]市|县级市|[本全]县)$"
)
"""景区, 城市: no county."""
_SELDOM_ALONE = pattern(
    "乡村振兴|扶贫|林业|疾病|知识产权|人民防空|人防|粮食|物资|中医|老龄|外国专家|移民|地震|口岸|版权|文物|食品|药品|国有资产|金融|海洋|测绘"
)
"""Second names of bureaus, as good as never those of others."""
_ASKED_FOR_ALL = pattern("政务|数据|审批|行政服务|信访")
"""Whom to ask about whatever an office has published."""
_REACHED = pattern(
    "[向与同][我本](?:机关|单位|[局委办厅镇乡]|街道)(?:反映|联系|提出|咨询|沟通)：$|(?:联系|咨询|受理|编制|责任|填报)(?:单位|部门|机关|机构)(?:名称)?：$"
)
"""请向本机关反映：(岷峪县卫生健康局)办公室"""
_WE_DID_TOO = pattern("。[我本][局委厅镇乡县区](?:也|亦|同样)")
_WE_STILL = pattern("。[我本][局委厅镇乡县区](?:还|另|同时)")
_OF_A_PLACE = pattern("[省市县区州盟旗]人民政府")
_LEADS_COUNTIES = pattern(r"县[（(、]市|县区|区县|县市区|各县|各区|[\d个]县|市州")
_COUNTIES = ("县", "旗")
"""Levels of bureaus whose report stands on the site of their own county, if of any."""
_LEADS_TO_SOME = "报告", "年报", "疑问", "联系", "编", "收到", "受理", "新收", "收费", "处理费"
"""Words of a text that may say who answers for the report."""
_OFFICES_OF_OTHERS = tuple(sort for sort in SORTS if sort != "county")
"""Sorts of units that may answer for the report of one of another sort."""
_TOPIC = pattern(
    "(?:^|[。；\n])[ \u3000]*(?:在|就|从)?(?:[（(]?[一二三四五六七八九十]+[)）、.．]|[一二三四五六]是)?"
    "(?P<topic>[\u4e00-\u9fff、]{2,14})"
    "(?:方面|工作中|工作上|环节|领域|上|过程中)[，,：]$"
)
"""(平台建设方面，)珞川市财政局依托……"""
_OWN_DEEDS = pattern(
    "(?:20\\d\\d年度?|全年|年内|本年度?|今年|共|累计|主要|继续|持续|进一步|，)*"
    "(?:(?:依托|通过|利用|借助|在|以|用好|发挥)[^，。；]{2,24}(?:网站|公众号|平台|微博|专栏|栏目|新媒体|公开栏)[^，。；\\d]{0,16}"
    "(?:维护|开设|发布|公开|更新|推送|建立|运营|公示|设置|解读)"
    "|(?:主动公开|公开|发布|更新|维护|运营|推送|收到|受理|办结|答复|制发|编发|制作|修订|组织|召开|开展|举办)(?:了|各类)?[^，。；\\d]{0,16}\\d)"
)
"""财政局(依托市政府门户网站维护专题): what a report tells of its own unit."""
_QUOTED = pattern("《[^《》]*》|“[^“”]*”")
_TOWNS = pattern(
    f"镇（街道）|乡镇|镇街|街镇|镇乡|各(?:镇|街道)|\\d个(?:镇|街道)|{PLACE_SIGN}{{2,3}}(?:街道(?!办)|[镇乡](?![村上下里长]))"
)
"""收到申请最多的是(沙浦镇)，29件；云门街道全年未收到申请。"""
_LONGEST_TOPIC = 28
_OF_OTHERS_TOO = pattern("整改|被审|各[部单]|部门|领域|牵头")
_ANY = pattern("")
_OF_REPORT = pattern("报告|年报|由.{4,30}编制[，。]?$")
_SPOKEN_OF = {
    "compiles": _OF_REPORT,
    "shows": _OF_REPORT,
    "announces": _ANY,
    "suits": _ANY,
    "answers": reasons.ON_THE_REPORT,
}
"""What the sentence speaks of where a unit has a role for our report."""


def foreign_units(text: str, unit: str, makes_rules: bool = False) -> tuple[Span, ...]:
    """Return the names of other units that act in a text as only this one does in its report.

    ``makes_rules`` says that the unit is a city with rules of its own: none of those lies within another.
    """
    sort, ours = sort_of(unit), parts_of(unit)
    named: list[Named] = []
    if ours:
        alike = (n for n in named_units(text, sort) if is_alike(n, ours, sort))
        named += [n for n in alike if _stands_for_us(text, n, ours, sort, makes_rules)]
    if unit and holds_one(text, _LEADS_TO_SOME):
        for other in _OFFICES_OF_OTHERS:
            if other != sort or not ours:
                under_us = sort == "county" and other == "town" and ours is not None and "政府办公" not in unit
                some = [n for n in named_units(text, other) if _is_of_others(n, unit) and _answers_for_us(text, n)]
                named += [n for n in some if not (under_us and _is_one_of_towns(text, n))]
        if ours and sort == "bureau" and ours.level in _COUNTIES:
            counties = (n for n in named_units(text, "county") if n.kind == ours.level and n.lead == "shows")
            named += [n for n in counties if _is_elsewhere(n, unit) and _answers_for_us(text, n)]
    return tuple(Span(n.start, n.end, n.name) for n in named)


def _is_elsewhere(county: Named, unit: str) -> bool:
    """Whether a county is another one than that of a unit."""
    return county.place not in unit and not (is_no_place(county.place) or is_no_county(county))


def is_no_place(name: str) -> bool:
    """Whether something that stands where places do is none: 参照桐山县."""
    return bool(_NO_PLACE.search(name) or NO_PLACE_AT_ALL.search(name))


def is_no_county(named: Named) -> bool:
    """Whether what looks like a county is none: 主城区, 本县."""
    return bool(_NO_COUNTY.search(named.place + named.kind))


def is_alike(named: Named, ours: Named, sort: str) -> bool:
    """Whether a name is that of another unit of our kind and level, or of the one right above it."""
    if stands_in_order(ours.name, named.name) or is_no_place(named.place):
        return False
    if is_own(named.name, ours.name) and not (sort == "town" and _is_of_another_place(named, ours)):
        return sort == "bureau" and _is_namesake(named, ours)
    if named.level != ours.level and not _is_above(named, ours):
        return False
    if sort in ("town", "county") and bare_place(ours.place) in named.place:
        return False  # 编制柳林镇…年报 of 柳林镇
    if named.kind.endswith("中心") != ours.kind.endswith("中心"):
        return False
    if _SELDOM_ALONE.match(named.kind) and may_be_second_name(named.kind, ours.name):
        return False
    return sort != "county" or (named.kind == ours.kind and not is_no_county(named))


def _is_of_others(named: Named, unit: str) -> bool:
    """Whether a name of another kind than ours is that of a unit which neither is ours nor, as of a place, under us."""
    if is_own(named.name, unit) or is_no_place(named.place) or "办公" in unit:
        return False
    is_ours = named.place == named.level or bare_place(named.place) in unit
    return not (is_ours and _OF_A_PLACE.search(unit))


def _is_one_of_towns(text: str, named: Named) -> bool:
    """Whether the paragraph of a town names others too: what a government tells of those under it."""
    begin, end = text.rfind("\n", 0, named.start) + 1, text.find("\n", named.end) % (len(text) + 1)
    return bool(_TOWNS.search(text[begin:end].replace(named.place, "")))


def _is_above(named: Named, ours: Named) -> bool:
    """Whether a bureau stands above ours: 市教育局, for 石湖区教育体育局."""
    ranks = "旗县区", "市州盟", "省"
    rank, own = (next((i for i, signs in enumerate(ranks) if n.level in signs), 0) for n in (named, ours))
    return rank > own and named.kind[0] == ours.kind[0] and not named.lead


def _is_of_another_place(named: Named, ours: Named) -> bool:
    """Whether a town has our characters from the place that we lie in: 东门街道, for 城东区西门街道."""
    return not stands_in_order(bare_place(named.place), bare_place(ours.place))


def _is_namesake(named: Named, ours: Named) -> bool:
    """Whether a bureau above ours only looks like a short name of it: 云河市教育局 for 云河市江北区教育局."""
    is_of_our_place = named.place == named.level or ours.place.startswith(named.place)
    return is_of_our_place and _is_above(named, ours) and not ours.kind.endswith("分局")


def bare_place(place: str) -> str:
    """Return the last part of a place: 云台 of 澄州市云台."""
    for i in range(len(place) - 2, 1, -1):
        if place[i - 1] in "省市县区州盟旗府":
            return place[i:]
    return place


def _stands_for_us(text: str, named: Named, ours: Named, sort: str, makes_rules: bool) -> bool:
    """Whether another unit like ours has our part in its clause, and nothing says why it is spoken of."""
    said = _QUOTED.sub("", sentence_around(text, named.start, named.end).replace(named.name, "□"))
    if sort == "bureau" and is_own(named.name, ours.name):
        is_told_too = (
            bare_place(ours.place) in said or f"{ours.level}{ours.kind[0]}" in said or reasons.OURSELVES.search(said)
        )
        return bool(reasons.DENIED.match(text, named.after)) and not is_told_too
    is_beside = named.place in (ours.place, named.level)
    if named.lead == "compiles" and not is_beside and reasons.ROLES["runs"].match(text, named.end):
        return not reasons.REASON.search(said)
    if _answers_for_us(text, named) or _REACHED.search(text, 0, named.start):
        return True
    if sort == "town" and named.lead in ("", "compiles") and reasons.OWN_OFFICE.match(text, named.end):
        return not reasons.WITH_US.search(said)
    if text[named.start - 1 : named.start] == "《" and reasons.OWN_PAPERS.match(text, named.end):
        return True
    if named.lead or reasons.NO_SUBJECT.match(text, named.after):
        return False
    if sort == "county" and text.startswith(("网站", "门户网站"), named.after):
        return bool(reasons.OWN_SITE.match(text, named.after)) and not reasons.REASON.search(said)
    is_peer = not named.level and (ours.kind != "市" or (makes_rules and bool(_LEADS_COUNTIES.search(said))))
    return not _is_told_for_a_reason(text, named, ours, said, is_peer=is_peer)


def _answers_for_us(text: str, named: Named) -> bool:
    """Whether another unit compiles, shows or explains our report, or does what only its own unit tells."""
    if not named.lead:
        return bool(reasons.SURELY_OURS.match(text, named.after))
    sentence = sentence_around(text, named.start, named.end)
    if not reasons.ROLES[named.lead].match(text, named.end) or not _SPOKEN_OF[named.lead].search(sentence):
        return False
    return named.lead != "answers" or not (_ASKED_FOR_ALL.search(named.kind) or reasons.OF_OTHERS.search(sentence))


def _is_told_for_a_reason(text: str, named: Named, ours: Named, said: str, *, is_peer: bool) -> bool:
    """Whether a sentence says why it speaks of a unit; ``is_peer`` tells that it can order nobody of our kind."""
    if named.level != ours.level or (ours.kind == "市" and not is_peer):
        is_ours = bare_place(ours.place)[:2] in said or not reasons.PUBLIC_WORK.search(said)
        is_above = reasons.SUPERIOR.search(said) or reasons.REVIEWS.match(text, named.after)
        is_above = is_above or (reasons.REVIEWED.match(text, named.after) if "复议" in said else None)
        return is_ours or bool(is_above or reasons.REASON.search(said))
    if (bare_place(ours.place) if is_peer else ours.kind) in said:
        return True  # we stand beside it
    if _is_under_our_topic(text, named, ours, said):
        return False
    is_own_house = bool(reasons.OWN_HOUSE.match(text, named.after))
    is_branch = named.kind.endswith("分局") and ours.kind.endswith("分局")
    if (
        not is_branch
        and named.place in (ours.place, named.level)
        and _may_act_beside_us(text, named, ours, said, is_own_house=is_own_house)
    ):
        return True
    next_one = max(text.find("。", named.end), 0)
    is_elsewhere = named.place not in (ours.place, named.level)
    if _WE_DID_TOO.match(text, next_one) or (not (is_peer or is_elsewhere) and reasons.ORDERS.search(said)):
        return True
    why = reasons.REASON
    if is_own_house and reasons.WITHIN.search(said):
        why = reasons.TOLD_BESIDE
    elif is_elsewhere and (is_own_house or reasons.PUBLIC_WORK.search(said)):
        why = reasons.OF_A_PEER
    return bool(why.search(reasons.WE_TOO.sub("，", said) if is_own_house else said))


def _is_under_our_topic(text: str, named: Named, ours: Named, said: str) -> bool:
    """Whether a bureau of our place does behind a topic what a report tells of its own unit: 平台建设方面，…."""
    if named.level != ours.level or ours.kind.endswith("中心") or not named.kind.endswith(("局", "委员会", "厅")):
        return False
    if (
        named.kind[:2] == ours.kind[:2]
        or reasons.FOR_OTHERS.search(named.kind)
        or reasons.LEADS_OTHERS.search(ours.kind.replace("审计", ""))
    ):
        return False
    topic = _TOPIC.search(text, max(named.start - _LONGEST_TOPIC, 0), named.start)
    if topic is None or named.kind[:2] in topic["topic"] or _OF_OTHERS_TOO.search(said):
        return False  # 财政信息公开方面，市财政局公开预决算信息: of its field
    is_told = reasons.REASON.search(said) or reasons.ORDERS.search(said) or reasons.BESIDE.search(said)
    return bool(_OWN_DEEDS.match(text, named.after)) and not is_told


def _may_act_beside_us(text: str, named: Named, ours: Named, said: str, *, is_own_house: bool) -> bool:
    """Whether a bureau of our place is our own by a short name, or does what it is there for."""
    if named.place == named.level and named.kind[0] == ours.kind[0]:
        return True  # 区教体局 of 云溪区教育局
    for_others = reasons.LEADS_OTHERS if is_own_house else reasons.FOR_OTHERS
    is_within = is_own_house and reasons.WITHIN.search(said) and not reasons.BESIDE.search(said)
    if not is_within and named.kind[:2] != ours.kind[:2] and for_others.search(named.kind + ours.kind):
        return True
    is_public = reasons.PUBLIC_WORK.search(said) or _WE_STILL.match(text, max(text.find("。", named.end), 0))
    if not is_public or reasons.AS_ASKED.search(said):
        return True
    return bool(reasons.BESIDE.search(said)) and not is_own_house
