"""Words that name new applications and those of the year before together: 本年度收到和上年结转的申请."""

from core.base.patterns import pattern

_AND = "(?:以?及|和|与|、|连同|加上?)"
_THIS_YEAR = "(?:□□□)?(?:本年|当年|今年)度?的?"
_CAME_IN = "新?(?:收到?|受理|接收|增)(?:到|申请|件|的)*"
_CARRIED_IN = "(?:□□□)?(?:上年|去年|上一年)度?(?:结转|转入)(?:而?来)?(?:申请|件|的)*"
_BOTH_CAME_IN = "(?:收到|新收|受理)的?(?:和|与|及|以及|、)结转的(?:政府信息公开|信息公开|公开)?申请"
NEW_AND_OLD = pattern(
    f"(?:{_THIS_YEAR})?{_BOTH_CAME_IN}|(?:(?:{_THIS_YEAR})?{_CAME_IN}|{_THIS_YEAR}(?:申请|件)*){_AND}{_CARRIED_IN}|{_CARRIED_IN}{_AND}(?:{_THIS_YEAR})?{_CAME_IN}"
)
"""(新收及上年结转的申请), (收到和结转的申请)已全部办结: of all that had to be done."""
WITH_OLD_ONES = pattern(
    "，?(?:(?:连同|加上|加之)(?=结转的\\d+[件宗份]，)|(?:(?P<in>（)(?:其中)?(?:含|包括|包含|连同)|连同|加上|加之|算上|外加|合并|以及|及|和|与)(?:□□□)?(?:上年|去年|上一年)度?)(?:结转|遗留|转入|转来|移来|移转|带入|带来|留下|留存|接转|递延|未办结|未结|在办)(?:而来|过来|下来)?的?(?:申请)?\\d+[件宗份](?:申请)?(?(in)）)"
)
"""收到37件(，连同上年结转的2件)，已全部办结; 办理39件(（含上年结转2件）)，均已办结"""
