"""Knows documents in force that are not those at the end of the year: 年初有效14件; 其余54件继续有效，加上…."""

from __future__ import annotations

from core.base.patterns import pattern
from core.texts.language.grammar import AT_FIRST

_LOOKED_THROUGH = pattern("\\d+件(?:现行|继续|有效)[^；。]{0,40}(?:清理|评估|核定|梳理|审核|修改|修订)[^；。]*\\d+件")
"""对21件现行有效文件逐件核定，修改4件、(继续有效)15件"""
_CLEANED_UP = pattern(
    "清理[^；。\\d]{0,12}[，：][^；。]*修[改订][^，；。、\\d]{0,6}\\d+件[、，](?:废止[^，；。、\\d]{0,6}\\d+件[、，])?"
    "[^，；。、\\d年末底]{0,4}(?:继续有效|保留)[^，；。、\\d]*$",
    needs=["清理"],
)
"""开展规范性文件全面清理，废止18件、修改7件、(继续有效)238件: of those cleaned up, the 7 are in force too"""
_THE_REST = pattern("其余|剩余|余下|剩下")
_AND_NEW_ONES = pattern(
    "[^，；。\\d]{0,8}[，、；](?:再|另)?(?:加上|加|连同|算上|计入)[^，；。\\d]{0,10}(?:新|制发|制定|印发|出台|公布)"
)
"""其余54件继续有效(，加上本年新)制发的9件"""


def is_earlier_stock(text: str, own: str, before: str, end: int) -> bool:
    """Whether documents in force are those at first, those looked through, or those to which new ones are added.

    Args:
        text: Where it is told.
        own: The clause before the number.
        before: The sentence before the number.
        end: Where the number ends.
    """
    if AT_FIRST.search(own) or _LOOKED_THROUGH.search(before) or _CLEANED_UP.search(before):
        return True
    return bool(_THE_REST.search(own) and _AND_NEW_ONES.match(text, end))
