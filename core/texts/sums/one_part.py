"""Finds a single part that is more than its whole: 办理提案3件，其中重点提案4件.

The whole is the only number with its unit before 其中, so that no other can be meant; what it grew by is none.
Applications and cases are left to the tables, which have old ones too: 新收3件，其中办结4件.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.base.patterns import pattern
from core.texts.language.things import Count
from core.texts.sums.sum_shapes import Sums

PART = "part"
"""How a whole and its one part differ (see ``Sums``)."""
_AMONG = pattern("[^，；。：、（）\\d]{0,12}[，]?其中，?[^，；。：、（）\\d]{0,14}")
_BEHIND = pattern("[^，；。：、（）\\d]{0,14}(?=[，；。！]|$)")
_NO_WHOLE = pattern("增|减|同比|[较比]|多|少|升|降|第|另|还|每|平均|余|新增|含|占")
"""(同比增加)3件，其中结果维持9件"""
_OTHERS = pattern("申请|复议|诉讼|结转|累计|历年|合计|总计|共计|以来")
_THOUSANDS = pattern("\\d[\\s,，]?$")
"""(2 )136条，其中许可418条"""


def one_part_too_many(text: str, counts: Sequence[Count]) -> Sums:
    """Yield wholes that the one part told of them is more than."""
    for i, (whole, part) in enumerate(pairwise(counts)):
        if whole.unit != part.unit or whole.value >= part.value or whole.is_rough or part.is_rough:
            continue
        if any(count.unit == whole.unit for count in counts[:i]) or not _AMONG.fullmatch(text, whole.end, part.start):
            continue
        if _NO_WHOLE.search(whole.head) or _NO_WHOLE.search(part.head) or _THOUSANDS.search(text, 0, whole.start):
            continue
        if _BEHIND.match(text, part.end) and not _OTHERS.search(text):
            yield whole, (part,), PART
