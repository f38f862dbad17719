"""Knows an item that stands where none is looked for: 采取以下做法：一、列出目录，明确责任；二、…, 其中，②…；③… (N-13).

What begins no clause is no item (见第⑤、⑥项), nor is one whose words go on behind a comma, and yet it may be the one
that seems to lack. So may the first one within a clause: 我局一是受理申请11件；二是….
"""

from __future__ import annotations

import re

from core.texts.rules.views import Span

_ANYWHERE = ("一是", *(chr(ord("①") + i) for i in range(20)))
"""Signs that are nothing but items."""
_BEGIN = "(?:(?<![\\w.])|(?<=[为是有即括下如]))"
"""What stands before an item of other signs: 统一、规范 holds none."""
_NUMBERED, _BEHIND = "第", "(?=[，、：]|[是点项步条])"
"""What stands behind 第三, where it is an item: 第三方 is none."""


def stands_before(text: str, variant: str, place: Span, found: str, expected: str) -> bool:
    """Whether the item that seems to lack before another one stands there: behind the item before it, if there is one.

    ``found`` is that one, or where a list seems to begin with another number the item it begins with.
    """
    if expected in _ANYWHERE:
        return expected in text
    if variant not in ("", "start"):
        return False
    begin = 0 if variant else max(text.rfind(found, 0, place.start), 0)
    behind = _BEHIND if expected.startswith(_NUMBERED) and expected[-1].isalnum() else "(?!\\d)"
    return bool(re.compile(f"{_BEGIN}{re.escape(expected)}{behind}").search(text, begin, place.start))
