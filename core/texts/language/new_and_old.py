"""Words that name new applications and those of the year before together: 本年度收到和上年结转的申请."""

from core.base.patterns import pattern

_AND = "(?:以?及|和|与|、|连同|加上?)"
_THIS_YEAR = "(?:□□□)?(?:本年|当年|今年)度?的?"
_CAME_IN = "新?(?:收到?|受理|接收|增)(?:到|申请|件|的)*"
_CARRIED_IN = "(?:□□□)?(?:上年|去年|上一年)度?(?:结转|转入)(?:而?来)?(?:申请|件|的)*"
NEW_AND_OLD = pattern(
    f"(?:(?:{_THIS_YEAR})?{_CAME_IN}|{_THIS_YEAR}(?:申请|件)*){_AND}{_CARRIED_IN}|{_CARRIED_IN}{_AND}(?:{_THIS_YEAR})?{_CAME_IN}"
)
"""(新收及上年结转的申请)已全部办结: of all that had to be done."""
