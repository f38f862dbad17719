"""Knows that a number told with what comes to it, or is excepted, is not the whole that a list behind it is of.

新收11件；连同上年结转的1件按结果划分，公开5件、…: of the 12 together, and never of that 1 alone.
收到复议20件，除3件在审外均已审结，其中维持12件、…: of the 17, or of all 20.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.language.things import Count

_COMES_TO_IT = pattern("(?:再?加上|再?加之|连同|合并|算上|计入)")
_EXCEPTED = pattern("(?:[^，；]{0,6}，)?(?:其中)?(?:除了?|扣除|剔除|撇开|不算)[^，；：。（）\\d]{0,12}")
_SO_FAR = pattern("[^，；。、（）\\d]{0,16}(?:外|以外|之外)(?:，|[^，；。\\d]{0,16}[，：])")


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
        return [*totals]
    above = [
        c for c in (*before, *counts) if c.unit == last.unit and c != last and (c in before or c.end <= last.start)
    ]
    first = next((c for c in above if c in counts), above[0] if len(above) == 1 else None)
    if first is None or first.is_rough or last.is_rough or first.value < last.value:
        return []
    wholes = [first.value, first.value + sign * last.value]
    added = sum(part.value for part in parts)
    return [last._replace(value=added if added in wholes else max(wholes), head="")]
