"""Knows a number that says how many there are of what another one is told of: 12个街道办事处88件.

It belongs to the name of those, and is no part of a total of applications.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.base.patterns import pattern
from core.texts.language.things import Count

_UNITS = frozenset(["个", "家", "所", "名", "户"])
_NAME = pattern(
    r"(?!、)(?:[村镇乡县区市局科所站组]|(?:[\u4e00-\u9fff、]|（[^（）\d]*）){2,}?)(?:收到|受理|承办|办理|办结|答复|发布|公开|公示|推送|开展|举办|有|为|共)*"
)
_NO_NAME = pattern("各|均|每|分别|[中里]$|其中|至|达到|升到|降到|增|减|比|占")
"""三个环节(各公示)204条, 26个部门(中)24个: of each of them, or of some."""


def without_names(counts: Sequence[Count]) -> tuple[Count, ...]:
    """Return the numbers without those within the name of what the next one is told of."""
    if not any(count.unit in _UNITS for count in counts):
        return (*counts,)
    names = [a for a, b in pairwise(counts) if a.unit in _UNITS and a.unit != b.unit and _is_name(a, b)]
    return tuple(count for count in counts if count not in names)


def _is_name(count: Count, told: Count) -> bool:
    between = count.text[count.end : told.start]
    return bool(_NAME.fullmatch(between)) and not _NO_NAME.search(between)
