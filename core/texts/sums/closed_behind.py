"""Knows that a total is that of the parts right before it, however far apart they are: A79条、B90条，合计289条.

Nothing else of their unit is told in the paragraph, so that no other part can be meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.base.patterns import pattern
from core.texts.language.things import Count

_BESIDE = pattern("(?:[、，和及与]|以及)[^，；：。、（）\\d]*")
_TOTAL = pattern("，?(?:以上|上述|(?P<two>[两二][者项类]))?(?:合计|共计|总计)(?:公开|发布|推送|编发|收到|办理)?了?")
_OPEN = pattern(
    "其中|包括|包含|除|等|另|还|此外|新增|增加|减少|废止|修订|更新|比|较|上年|去年|累计|历年|以来|每|平均|近|余|超"
)
_MOST, _TWO = 3, 2
"""Total and parts that differ more than so many times are of different things."""


def is_right_behind(total: Count, parts: Sequence[Count], counts: Sequence[Count], above: Sequence[Count]) -> bool:
    """Whether a total stands right behind its parts, and nothing but these is told of their unit.

    Args:
        total: What they are said to add up to.
        parts: The numbers told as its parts.
        counts: All numbers of the sentence.
        above: Those of the sentences before it in its paragraph.
    """
    text, row = total.text, [*parts, total]
    if any(one.text is not text for one in parts) or [c for c in counts if c.unit == total.unit] != row:
        return False
    if any(c.unit == total.unit for c in above) or _OPEN.search(text, 0, total.start):
        return False
    is_list = all(_BESIDE.fullmatch(text, a.end, b.start) for a, b in pairwise(parts))
    added = sum(part.value for part in parts)
    is_near = max(added, total.value) <= _MOST * min(added, total.value)
    said = _TOTAL.fullmatch(text, parts[-1].end, total.start)
    is_theirs = said is not None and not (said["two"] and len(parts) > _TWO)
    largest = max(part.value for part in parts)
    is_whole = len(parts) > _TWO and largest * _TWO >= added  # 办结65件，予以公开33件、部分公开13件，合计45件
    return is_list and is_near and is_theirs and not is_whole
