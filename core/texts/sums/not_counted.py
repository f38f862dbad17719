"""Knows a list whose last part is none by the words behind it: 许可结果2967条在…公示，不计入前数."""

from __future__ import annotations

from core.base.patterns import pattern
from core.texts.language.grammar import NOT_COUNTED

_OF_ALL_LISTED = pattern("，(?:(?:以上|上述|这些)(?:案件|申请|办件)?|均|都|全部)")
"""12件、9件、11件(，均)由法规处办理，不计入本表统计: the whole list is not."""
_NEAR = 2
"""Clauses behind the list."""


def is_not_counted(text: str, place: int) -> bool:
    """Whether the words behind a list that ends at a place say that its last part is no part of the total."""
    behind = text[place:].partition("；")[0]
    if _OF_ALL_LISTED.match(behind):
        return False
    return bool(NOT_COUNTED.search("，".join(behind.split("，")[:_NEAR])))
