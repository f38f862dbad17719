"""Companies, hospitals and schools that are told to do what a report tells of its own unit alone (N-10).

江北燃气集团有限公司2024年度未向任何申请人收取信息处理费, in the report of a water company: another's, copied.
"""

from __future__ import annotations

from functools import lru_cache

from core.base.patterns import pattern
from core.texts.rules.names.authors import is_own
from core.texts.rules.views import Span

_KINDS = ("公司", "医院", "学校", "大学", "学院", "中学", "小学")
_SIGN = "(?![我本各全该其等所无未不均也由因被把将对向在按就为从到用与及或以若请须应给的了和经])[\u4e00-\u9fff]"
_TIMES = "(?:(?:20\\d\\d年度?|本年度?|今年|全年|年内|报告期内|截至20\\d\\d年底)(?:以来|内)?，?)*"
_NOT_I = "[^，。；：\\d我本]"
_OF_REPORTS = "(?:信息处理费|处理费|收费通知|公开的?申请|行政复议|行政诉讼|复议|诉讼)"
_DEEDS = (
    f"(?:(?:均|也|从)?(?:未|没有?)(?:曾|有)?{_NOT_I}{{0,12}}?(?:收取|发出|寄发|收到|接到|受理|发生|产生|出现|涉及)(?:过|任何|因|的)*{_NOT_I}{{0,14}}?{_OF_REPORTS}"
    f"|(?:均|也)?(?:没有|无|不存在)(?:(?:任何)?{_NOT_I}{{0,10}}?(?:公开的?申请|行政复议|行政诉讼)|(?:其[他它])?需要?报告的?(?:其他)?事项)"
    f"|(?:一?共|累计|合计)*(?:收到|受理|新收|办结|答复){_NOT_I}{{0,14}}?公开的?申请\\d"
    f"|(?:一?共|累计|合计)*(?:主动)?公开{_NOT_I}{{0,8}}?信息\\d"
    f"|(?:主要)?(?:依托|通过|利用|运用|借助|以){_NOT_I}{{2,24}}?(?:网站?|公众号|微博|微信|平台|专栏|专区|营业厅|大厅|公示栏|公告栏)(?:等{_NOT_I}{{0,8}})?，?"
    f"(?:主动|及时|定期|集中|全面|按季|按月|向社会|对外)*(?:公开|公布|发布|公示|推送|更新)(?!单位|的){_NOT_I}{{2}}"
    "|(?:政府)?信息公开工作(?:仍然?|还|也|主要|尚|依然)*(?:存在|取得))"
)
_ACTS = pattern(
    f"(?:^|(?<=[。；\\n]))[ \u3000]*{_TIMES}(?P<name>(?:{_SIGN}){{4,30}}?(?P<kind>{'|'.join(_KINDS)})){_TIMES}{_DEEDS}"
    "(?P<rest>[^。；\\n]*)"
)
_ANNOUNCED = pattern(
    f"现(?:将|就|(?:向社会)?(?:公布|发布|公开))(?P<name>(?:{_SIGN}){{4,30}}?(?P<kind>{'|'.join(_KINDS)}))(?P<rest>{_TIMES}(?:政府|政务)?信息公开"
    "(?:工作)?(?:年度)?(?:工作)?(?:情况|报告|年报)[^。；\\n]*)",
    needs=["现将", "现就", "现公", "现发", "现向"],
)
"""现将(江北燃气集团有限公司)2022年度信息公开工作情况报告如下"""
_NO_NAME = pattern(
    "^(?:通过|委托|配合|会同|联合|申请|督促|指导|要求|协助|支持|所属|下属|直属|下辖|子公司|权属|旗下|附属|原)"
)
_OURSELVES = pattern("[我本](?:公司|集团|单位|企业|机关|[院校])")
_OF_A_GROUP = pattern(
    "(?:所属|下属|直属|下辖|权属|旗下|全资|控股|成员|各)(?:的|各|子)*(?:公司|企业|单位|医院|学校)|子公司|分公司|院区|校区"
)
_HOLDS = pattern("投资|控股|资本|国资|运营|产业|实业|城市(?:建设)?发展|城发|城投|交投")
"""Companies that hold others: what one of these did may be told."""
_PLACE = 2


@lru_cache(maxsize=256)
def other_companies(text: str, unit: str) -> tuple[Span, ...]:
    """Return the names of other companies, or units of our kind, that a text tells the own deeds of a report of."""
    kind = next((kind for kind in _KINDS if unit.endswith(kind)), None)
    if kind is None or kind not in text or _OF_A_GROUP.search(text) or _HOLDS.search(unit):
        return ()
    return tuple(
        Span(*match.span("name"), match["name"])
        for match in (*_ANNOUNCED.finditer(text), *_ACTS.finditer(text))
        if match["kind"] == kind
        and not (_NO_NAME.match(match["name"]) or _OURSELVES.search(match["rest"]))
        and not _OURSELVES.search(text, text.rfind("。", 0, match.start("name")) + 1, match.start("name"))
        and _is_other(match["name"], unit)
    )


def _is_other(name: str, unit: str) -> bool:
    """Whether a name is neither ours nor that of a part of us: 清澜污水处理有限公司, of 清澜水务集团有限公司."""
    is_beside = name[:_PLACE] not in unit or ("集团" in name and "集团" in unit)
    return is_beside and not is_own(name, unit) and not is_own(unit, name)
