"""Knows how several applications were counted: 11户居民联名申请公开…，街道按1件登记."""

from __future__ import annotations

from core.base.patterns import pattern

_BY_SEVERAL = pattern("联名|共同|多人|同一(?:申请人|人)|拆分|合并|\\d+[户人名份]")
_NEAR = 60
"""Characters before the number in which they are told."""


def is_several_as_so_many(text: str, start: int) -> bool:
    """Whether a number that begins at a place says as how many applications those just told were counted."""
    is_said = text.endswith("按", 0, start) and not text.endswith(("共按", "计按"), 0, start)
    return is_said and bool(_BY_SEVERAL.search(text, max(start - _NEAR, 0), start))
