"""Offices that act on applications: the words of their names say nothing on what these are for, or whose they are.

区政府办公室对2020年结转的9件申请实行挂图作战, in the report of the government: the 9 are all that it carried in.
"""

from __future__ import annotations

from core.base.patterns import holds_one, pattern

_ROOMS = (
    "(?:[省市县区州旗镇乡](?:人民)?)?政府办(?:公室|公厅)?|[省市县区州旗]?府办|[局委厅镇乡]?(?:党政综合|党政|综合)?办公室|党政办|综合办"
    "|[省市县区州旗局委厅]?(?:政府信息公开|政务公开|信息公开|依申请公开|政策法规|法规|法制|综合|秘书|文秘)"
    "(?:工作)?(?:领导小组)?(?:办公室|办|科|处|股|室|专班)|(?:牵头|承办|主办|经办|责任)(?:部门|单位|科室|处室|股室)|工作专班"
)
_ACTS = "(?:牵头|统筹|负责|组织|协调|具体|统一|专门|集中|优先|逐件|逐一|同步|继续|，)*"
_ON = "(?:(?:对|将|把|就|围绕|针对|盯住|盯紧|紧盯|承接|接续(?:办理)?|接手|梳理)了?)"
_OLD_ONES = "(?:□□□)?(?:上年|去年|上一年)度?(?:[底末])?(?:结转|遗留|转来)(?!.*(?:本级|自身|各[镇乡街部单]))"
_ACTING = pattern(f"(?:^|(?<=[，；：、。\\n]))(?:由|在)?(?:{_ROOMS}){_ACTS}{_ON}(?={_OLD_ONES})")
_WORDS = ("结转", "遗留", "转来")
_WHEN_IT_CAME = pattern(
    f"(?:^|(?<=[，；：、。\\n]))(?:由)?[乡镇县区市局委厅]?(?:{_ROOMS})(?:在)?(?:收到|接到|收悉)(?:每[件份]|公开|政府信息|信息|的)*申请(?:之?后|时|当[日天])"
)
"""(党政综合办公室收到申请后)及时登记，9件申请均已予以公开: what is done with each."""
_AT_EACH = ("申请后", "申请之后", "申请时", "申请当")


def without_acting_office(text: str) -> str:
    """Return words in plain form without the office that works on what came in, or what was carried over before."""
    if holds_one(text, _AT_EACH):
        text = _WHEN_IT_CAME.sub("", text)
    return _ACTING.sub("", text) if holds_one(text, _WORDS) else text


_NAME = "(?:(?![由以向对及各其和与])[\u4e00-\u9fff])(?:(?![由以向对及各其])[\u4e00-\u9fff]){1,14}?(?:局|委员会|厅)"
_RECEIVING = pattern(
    f"(?:^|(?<=[，；：。\\n])|(?<=□□□本年)|(?<=全年)|(?<=年内)|(?<=本年度))(?P<among>其中)?(?P<name>{_NAME})(?:机关|本级)?"
    "(?=(?:□□□本年度?|本年度?|全年|年内|今年|一?共|累计|合计|总共|依法|，)*(?:收到|新收|受理|接到|接收|收悉|登记|办结|答复|办理)了?[^，；。\\d]{0,16}申请[^，；。\\d]{0,4}\\d)"
)


def without_receiving_office(text: str) -> str:
    """Return words without the bureau that receives applications: 规划 of 市规划局收到申请92件 is no service."""
    return _RECEIVING.sub(r"\g<among>", text) if holds_one(text, ("局", "委员会", "厅")) else text
