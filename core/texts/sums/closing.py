"""Knows the last part of a list: what joins it to the others, and what says that it is all that these are not."""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.language.things import Count

JOINED_LAST = pattern("^(?:以及|[和及与])")
"""概况类42条、动态类112条(和)公告类48条: what joins the last part of a list."""
CLOSING = pattern(
    r"^(?:[^，；。\d]{2,16}等)?(?:(?:其他|其它|其余|另有其他)(?:各?类|信息|方面|政府信息|政务信息|公开信息|事项|领域|内容|各项|业务|文件|公告|类信息|类别)*|(?:其余|剩余|剩下|余下)的?)$"
)
_OTHER_ONES = pattern("^(?:[^，；。\\d]{2,16}等)?(?:其他|其它|其余)([^，；。、（）\\d]{2,6})$")
"""耕地地力保护补贴41条、农机购置补贴22条、(其他补贴)24条: 补贴 is what they all are."""


def closes_list(head: str, parts: Sequence[Count]) -> bool:
    """Whether a part is all that the others are not: 其他, 其他信息, and 其他补贴 where the others are 补贴 too."""
    other = _OTHER_ONES.match(head)
    is_rest = other is not None and len(parts) > 1 and all(part.head.endswith(other[1]) for part in parts)
    return is_rest or bool(CLOSING.match(head))
