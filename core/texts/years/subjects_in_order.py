"""Reads the names that the changes of a list are told of: 行政复议和诉讼分别比上年增加3件和减少2件."""

from __future__ import annotations

from core.base.patterns import pattern
from core.texts.language.year_words import RESPECTIVELY

_MARK = pattern("[，；：（）]")
_JOINS = pattern("、|以及|和|及|与")
_AHEAD = pattern("^(?:其中|全年|今年|本年度?|□□□本年度?|新收|收到|的)+")
_SHARED = ("行政", "申请", "案件", "决定", "数量", "件数", "量", "数")
"""What one of several names stands for all: 行政复议和(行政)诉讼, 自然人(申请)和企业申请."""


def names_in_order(gap: str, many: int) -> list[str]:
    """Return the names before 分别 for so many numbers; each "" where these are not as many, [] for no list.

    What the numbers of a list are told of is not known where there are more or fewer names.
    """
    said = _AHEAD.sub("", _MARK.split(gap.partition(RESPECTIVELY)[0])[-1])
    names = [name for name in _JOINS.split(said) if name]
    if len(names) < 2:
        return []
    if len(names) != many:
        return [""] * many
    first, last = names[0], names[-1]
    head = next((word for word in _SHARED if first.startswith(word)), "")
    tail = next((word for word in _SHARED if last.endswith(word)), "")
    names = [name if not head or name.startswith(head) else head + name for name in names]
    return [name if not tail or name.endswith(tail) else name + tail for name in names]
