"""Cuts off the list of ways in that are all of what was received: 全年9件申请，网上来的6件，当面递的3件，全部办结."""

from __future__ import annotations

import re

from core.base.patterns import pattern
from core.texts.language.numbers import COUNT_UNITS, numbers_in

_TOLD_ELSE = pattern("结转|办结|答复|公开|上年|去年|转来|补正|撤回|复议|诉讼")
_MARK = pattern("[，：（]")
_FEWEST = 2


def without_ways(before: str, channel: re.Pattern[str]) -> str:
    """Return the words before a statement without the ways in listed in them, where these add up to the number.

    Args:
        before: The part of the sentence up to the statement.
        channel: Finds the words of a way in.
    """
    if not channel.search(before):
        return before
    counts = [number for number in numbers_in(before) if number.unit in COUNT_UNITS]
    if len(counts) <= _FEWEST or sum(part.value for part in counts[1:]) != counts[0].value:
        return before
    whole, *parts = counts
    mark = _MARK.search(before, whole.end)
    if mark is None or mark.start() > parts[0].start:
        return before
    listed = before[mark.start() : parts[-1].end]
    is_of_ways = channel.search(listed) and not _TOLD_ELSE.search(listed)
    return before[: mark.start()] + before[parts[-1].end :] if is_of_ways else before
