"""Finds the other units of our kind that act or answer in our report without a reason to be spoken of (N-10).

A report tells of its own unit. What a bureau beside it, another town or the next county do in it was copied, unless the
sentence says why it is told: ``reasons`` lists what may be said of others.
"""

from __future__ import annotations

from functools import lru_cache

from core.base.patterns import pattern
from core.texts.rules.names import reasons
from core.texts.rules.names.authors import is_own
from core.texts.rules.names.names_of_units import Named, named_units, parts_of, sort_of
from core.texts.rules.views import Span, sentence_around

_NO_PLACE = pattern(
    "各|配合|会同|协助|联合|对接|指导|督促|推动|支持|参加|组织|公开|公布|发布|编[制发印]|通过|提请|报请|邀|赴|受|更新|制[发定]|出台|废止|印发|统一|现行|有效|办理|接受|通报"
    "|行政|工作|召开|完成|建[立成]|优化|纳入|修订|承办|依托|推进|加强|推[进动]|做好|打造|开[设通]|规范|围绕|聚焦|主办|办复|抄送|收到|获得|新增|登载|梳理|形成|委托|补充|涵盖|落实|推行|解读|颁布|紧扣|贯彻|执行|服务|坚持|实行|遵循|结合|代表|协调|报告|依靠|联系|调整|充实|承接|引导|要求|确保|提升|提高|深化|强化|拓展|增强|畅通|丰富|整合|汇总|审核|审查|检查|考核|参与|牵头|负责|提供|转[发载]|传达|学习|宣传|举办|开展|列入|计入|包括|内容|网站|[县市区]委|历年|平常|两家|老旧|友好|海绵|专区"
    "|县级|^[城社园景小库灾辖校街郊山][区县市镇乡]|^(?:全|某|另|多|几|数|每|两|邻|兄弟|有关|相关|部分|个别|其他|所有|试点|重点|中心|特色|示范|村)"
)
"""What no name of a place holds."""
_NO_COUNTY = pattern("(?:[自开高经园景社辖城地片库灾老牧林矿小新校街灌郊功保禁疫厂港农强困试域全各税作假聚务理专]区|[城都]市|县级市|[本全]县)$")
"""景区, 城市: no county."""


@lru_cache(maxsize=256)
def foreign_units(text: str, unit: str) -> tuple[Span, ...]:
    """Return the names of other units that act in a text as only this one does in its report."""
    ours = parts_of(unit)
    if ours is None:
        return ()
    sort = sort_of(unit)
    return tuple(
        Span(named.start, named.end, named.name)
        for named in named_units(text, sort)
        if _is_alike(named, ours, sort) and _has_no_reason(text, named, ours)
    )


def _is_alike(named: Named, ours: Named, sort: str) -> bool:
    """Whether a name is that of another unit of our kind and level."""
    if is_own(named.name, ours.name) or _NO_PLACE.search(named.place):
        return False
    if named.level != ours.level and not _is_above(named, ours):
        return False
    bare = _bare(ours.place)
    if sort in ("town", "county") and bare in named.place:
        return False  # 编制柳林镇…年报 of 柳林镇
    if named.kind.endswith("中心") != ours.kind.endswith("中心"):
        return False
    if sort == "county":
        return named.kind == ours.kind and not _NO_COUNTY.search(named.place + named.kind)
    return True


def _is_above(named: Named, ours: Named) -> bool:
    """Whether a bureau stands right above ours: 市教育局, for 石湖区教育体育局."""
    ranks = "旗县区", "市州盟", "省"
    rank, own = (next((i for i, signs in enumerate(ranks) if n.level in signs), 0) for n in (named, ours))
    return rank > own and named.kind[0] == ours.kind[0] and named.lead == ""


def _bare(place: str) -> str:
    """Return the last part of a place: 云台 of 澄州市云台."""
    for i in range(len(place) - 2, 1, -1):
        if place[i - 1] in "省市县区州盟旗府":
            return place[i:]
    return place


def _has_no_reason(text: str, named: Named, ours: Named) -> bool:
    """Whether nothing says why a report speaks of another unit, by the role that it has in its clause."""
    sentence = sentence_around(text, named.start, named.end)
    is_beside = named.place in (ours.place, named.level)
    if named.lead == "compiles" and not is_beside and reasons.ROLES["runs"].match(text, named.end):
        return not reasons.REASON.search(_QUOTED.sub("", sentence))
    if named.lead:
        answers = reasons.ROLES[named.lead]
        if not answers.match(text, named.end) or not (_ON_THE_REPORT[named.lead].search(sentence)):
            return False
        return named.lead != "answers" or not reasons.OF_OTHERS.search(sentence)
    if reasons.NO_SUBJECT.match(text, named.end):
        return False
    if reasons.SURELY_OURS.match(text, named.end):
        return True
    if is_beside and named.kind[:2] != ours.kind[:2] and reasons.FOR_OTHERS.search(named.kind + ours.kind):
        return False
    if named.level == ours.level and named.place == named.level and named.kind[0] == ours.kind[0]:
        return False  # 区教体局 of 云溪区教育局
    is_above = named.level != ours.level
    said = _QUOTED.sub("", sentence.replace(named.name, "□"))
    if is_above and reasons.SUPERIOR.search(said):
        return False
    if is_beside and reasons.AS_ASKED.search(said):
        return False
    if is_beside and reasons.BESIDE.search(said) and not reasons.OWN_HOUSE.match(text, named.end):
        return False
    if reasons.OWN_HOUSE.match(text, named.end):
        said = reasons.WE_TOO.sub("，", said)
    return not reasons.REASON.search(said)


_QUOTED = pattern("《[^《》]*》|“[^“”]*”")
_ANY = pattern("")
_OF_REPORT = pattern("报告|年报|由.{4,30}编制[，。]?$")
_ON_THE_REPORT = {"compiles": _OF_REPORT, "shows": _OF_REPORT, "announces": _ANY, "answers": reasons.ON_THE_REPORT}
