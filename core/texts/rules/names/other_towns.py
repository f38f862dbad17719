"""Names of other townships at the head of a sentence on how the unit does its work: 2024年，杨家坪镇认真落实… (N-10).

A township tells of its own work in its report; what another one did stands there only beside it (与我镇联合).
"""

from __future__ import annotations

from functools import lru_cache

from core.base.patterns import holds_one, pattern
from core.texts.rules.names.authors import is_own
from core.texts.rules.views import Span, sentence_around

_HAN = "[\u4e00-\u9fff]"
_TOWNS = ("街道办事处", "镇人民政府", "乡人民政府", "镇", "乡", "街道")
WHEN = (
    "(?:(?:20\\d\\d年度?|本年度?|今年|全年|报告期内|一年来|过去一年|年内|下一步|下步|明年|来年|今后|接下来|新的一年|下一年度?)(?:以来|内|里|来)?，?)?"
    "(?:(?:为|按照|根据|围绕|针对)[^，。；\n]{2,30}，)?"
    f"(?:在(?:{_HAN}|、){{2,24}}?(?:领导|指导|支持|关心)(?:和(?:指导|支持|帮助))?下，)?"
)
_NAMED = (
    f"(?P<name>(?:{_HAN}{{2,6}}[县市区旗])?(?P<town>{_HAN}{{2,4}}?(?:镇|乡|街道))(?:人民政府|办事处)?)"
    "(?:党委、?政府|党工委、?办事处|政府|党委|党工委)?"
)
_NAMED_AGAIN = _NAMED.replace("<name>", "<name2>").replace("<town>", "<town2>")
DOES = (
    "(?:共|累计|全年|始终|严格|全面|深入|扎实|切实|积极|不断|持续|进一步|着力|大力|认真|继续|充分|牢固|紧紧|紧扣|主动|依法|稳步"
    "|坚持|高度重视|十分重视|围绕|聚焦|按照|根据|依据|依托|通过|以习近平|以《[^，。；\n]{1,20}》|以[^，。；\n\\d]{2,16}为(?:遵循|指导|抓手|引领|目标|导向|依据|根本|主线|统领|重点|契机|载体|牵引|依托)|以公开|以群众|贯彻|落实|推进|加强|强化|健全|完善|规范|深化|立足|突出"
    "|(?:将|计划|拟|打算|力争|准备)(?:在|于|对|按|从|继续|进一步|持续|把|通过|以|组织|着力|加强|围绕|坚持|重点|结合|针对|建立|完善|健全|推进|加快)"
    "|收到|受理|办理|未收到|未发生|没有收到|成立|建立|明确|制定|组织|开展|召开|安排|指定|将(?:政府信息|政务|信息)公开|把(?:政府信息|政务|信息)公开"
    "|(?:政务|信息)公开(?:工作)?(?:领导小组|在|稳步|有序|扎实|坚持|取得|总体|紧|进一步|实现|各项|不断|持续|全面|深入))"
)
_LATER = "(?:20\\d\\d年度?|本年度?|今年|全年)?"
_ACTING = pattern(rf"(?:^|(?<=[。；\n])){WHEN}{_NAMED}{_LATER}(?={DOES})", needs=["镇", "乡", "街道"])
_OF_OURS = pattern(
    f"(?:(?:按照|根据|依据|执行|修订|更新|编制|完善|落实|印发|制定)了?《{_NAMED}(?=[^《》]{{0,8}}(?:政务|信息)公开[^《》]{{0,12}}(?:指南|目录|制度|办法|方案|细则|规定)》)"
    f"|(?:结合|根据|立足|依据|按照){_NAMED_AGAIN}(?=的?(?:工作)?实际(?:情况)?[，。；]))",
    needs=["镇", "乡", "街道"],
)
"""按照《(龙潭乡)政府信息公开指南》, 结合(龙潭乡)实际: of a township, its own alone."""
_VERB_FIRST = (
    "制发|印发|出台|制定|组织|召开|开展|建立|成立|编制|落实|推进|报送|发布|公开|公布|办理|完成|接受|配合|代表|牵头"
    "|[县市区旗党]委|政府|领导|统筹|服务|推动|修订|审查|清理|更新"
)
"""(全年制发)区政府规范性文件: no name before 区."""
_NO_TOWN = pattern(
    f"{_VERB_FIRST}|^(?:[我本各全该其这那等由在向对与及同将从被为以经据根原让使某每两多几到]|所有|有关|相关|部分|个别|其他|新型城镇|(?:小|中心|重点)城镇)"
    "|(?:重点|中心|特色|示范|试点|建制|小|集|乡)镇$|[县市区旗省辖年度全各]"
)
"""全镇, 特色小镇: no name."""
_OUR_WORK = pattern("(?<=，)(?:使|推动|确保|促进)?[我本](?:镇|乡|街道)的?(?:政府信息|政务|信息)?公开(?:工作|水平|质量)")
"""鹤汀镇…，(我镇公开工作)稳步推进: who does it is meant to be us."""
BESIDE_US = pattern(
    "[我本][镇乡县旗区]|[我本]街道|我办|联合|交流|观摩|移送|划入|并入|撤并|合并|代管|来函|转来|借鉴|经验|做法|邻|兄弟|例如|比如|如：|以前"
    "|学习(?:考察|先进)|[到赴向与][^，。；]{2,10}学习|对口|帮扶|协作|(?<![草高平中太还])原(?![则因件告来材始野料创])"
)


_COUNTIES = ("县", "旗", "区")
_COUNTY_ACTING = pattern(
    rf"(?:^|(?<=[。；\n])){WHEN}(?P<name>(?:{_HAN}{{2,4}}[省市州盟])?(?P<town>{_HAN}{{2,3}}?[县旗区]))(?:人民政府|党委、?政府|委、[县旗区]政府|政府|委)?"
    f"{_LATER}(?={DOES}|结合实际)",
    needs=_COUNTIES,
)
"""2024年，(青岭县)认真贯彻落实条例, in the report of the government of another county"""
_NO_COUNTY = pattern(
    f"{_VERB_FIRST}|^(?:[我本各全该其这那等由在向对与及同将从被为以经据根原让使某每两多几到邻作]|所有|有关|相关|部分|个别|其他|兄弟)"
    "|[自开高经园景社辖城地片库灾山老牧林矿小新校街湖灌郊市功保禁疫林厂港农工强大贫困困示试域县旗全各年度税作行假游聚务理保区][县旗区]|[省市州盟]|自治"
)
"""全区, 辖区, 景区: no name."""


@lru_cache(maxsize=256)
def other_towns(text: str, unit: str) -> tuple[Span, ...]:
    """Return the other places that a report of one of their kind has do its work, at the head of a sentence."""
    if unit.endswith("人民政府") and unit[-5:-4] in _COUNTIES:
        return _other_counties(text, unit)
    if not unit.endswith(_TOWNS) or not holds_one(text.replace(unit, ""), ("镇", "乡", "街道")):
        return ()
    found = [
        Span(*match.span("name"), match["name"])
        for match in _ACTING.finditer(text)
        if _is_other(match["name"], match["town"], unit)
        and not BESIDE_US.search(_OUR_WORK.sub("", sentence_around(text, *match.span())))
    ]
    for match in _OF_OURS.finditer(text):
        name, town = ("name", "town") if match["name"] else ("name2", "town2")
        if _is_other(match[name], match[town], unit):
            found.append(Span(*match.span(name), match[name]))
    return tuple(found)


def _other_counties(text: str, unit: str) -> tuple[Span, ...]:
    kind = unit[-5:-4]
    return tuple(
        Span(*match.span("name"), match["name"])
        for match in _COUNTY_ACTING.finditer(text)
        if match["town"].endswith(kind)
        and match["town"][:-1] not in unit  # 融水县 of 融水苗族自治县
        and not _NO_COUNTY.search(match["town"])
        and not BESIDE_US.search(sentence_around(text, *match.span()))
    )


def _is_other(name: str, town: str, unit: str) -> bool:
    bare = town.removesuffix("街道") if town.endswith("街道") else town[:-1]
    is_ours = is_own(name, unit) or is_own(town, unit) or bare in unit  # 白云乡 of 白云彝族乡
    return not (is_ours or _NO_TOWN.search(town))
