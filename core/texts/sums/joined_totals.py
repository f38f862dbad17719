"""Knows that a number told with what comes to it, or is excepted, is not the whole that a list behind it is of.

新收11件；连同上年结转的1件按结果划分，公开5件、…: of the 12 together, and never of that 1 alone.
收到复议20件，除3件在审外均已审结，其中维持12件、…: of the 17, or of all 20.
由21个整合为9个，其中公众号5个、…: of the 9 that are left, never of the 21 that there were.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.language.things import Count

_COMES_TO_IT = pattern("(?:再?加上|再?加之|连同|合并|算上|计入)")
_EXCEPTED = pattern("(?:[^，；]{0,6}，)?(?:其中)?(?:除了?|扣除|剔除|撇开|不算)[^，；：。（）\\d]{0,12}")
_SO_FAR = pattern("[^，；。、（）\\d]{0,16}(?:外|以外|之外)(?:，|[^，；。\\d]{0,16}[，：])")
_BECAME = pattern(
    "(?:整合|归并|合并|撤并|压减|压缩|精简|缩减|削减|减少|调减|调整|优化|规范|集约|清理|归集|扩展|扩充|增加|提高|[减降增升缩])"
    "(?:为|至|到|成|后(?:为|剩|保留|留存))(?:现在|现有|目前|年末|年底|年终)?的?$|(?:保留|留存|仅留|只留)(?:了|下)?$"
)
"""由21个(整合为)9个, 关停12个，(保留)9个: how many there are now."""
_OF_THE_LOST = pattern(
    "注销|关停|关闭|停用|停更|停止|下线|撤|取消|[合归并]并|并入|迁|减|废止|失效|清退|修改|修订|原有?|整改"
)
"""由21个整合为9个，其中(注销)8个、(并入)4个: parts of what is gone."""


def is_what_is_left(total: Count, parts: Sequence[Count]) -> bool:
    """Whether a number says how many there are after a change, and the parts behind it are not those that went."""
    return bool(_BECAME.search(total.head)) and not any(_OF_THE_LOST.search(part.head) for part in parts)


def is_excepted(count: Count) -> bool:
    """Whether a number only says what does not share what is told of the others: (除2件)信函外都从网上提交."""
    return bool(_EXCEPTED.fullmatch(count.head) and _SO_FAR.match(count.text, count.end))


def comes_to_it(count: Count) -> bool:
    """Whether a number is one that comes to another told before it: (加上上年结转1件)."""
    return bool(_COMES_TO_IT.match(count.head))


def wholes_of_list(
    totals: Sequence[Count], parts: Sequence[Count], counts: Sequence[Count], before: Sequence[Count]
) -> list[Count]:
    """Return the totals that a list may be of, where the last of them only comes to, or off, the one before it.

    That is the one that the list adds up to, or else the greater one: what is more than that is wrong for certain.

    Args:
        totals: Numbers that stand before the list.
        parts: The numbers of the list.
        counts: All numbers of the sentence.
        before: Those of the sentence before.
    """
    last = totals[-1] if totals else None
    if last is None:
        return []
    sign = 1 if comes_to_it(last) else -1 if is_excepted(last) else 0
    if not sign:
        return [last] if is_what_is_left(last, parts) else [*totals]
    above = [
        c for c in (*before, *counts) if c.unit == last.unit and c != last and (c in before or c.end <= last.start)
    ]
    first = next((c for c in above if c in counts), above[0] if len(above) == 1 else None)
    if first is None or first.is_rough or last.is_rough or first.value < last.value:
        return []
    wholes = [first.value, first.value + sign * last.value]
    added = sum(part.value for part in parts)
    return [last._replace(value=added if added in wholes else max(wholes), head="")]
