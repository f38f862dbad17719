"""Finds lists whose items have numbers of their own beside another number of them: 招生（8件）、招聘（5件）三个方面."""

from __future__ import annotations

from core.base.patterns import pattern
from core.texts.language.numbers import han_number
from core.texts.rules.views import Span

_NUMBER = r"(?:[（(](?:约|共|占)*\d[^（）()、]{0,12}[）)]|(?:约|共|有|占)*\d+(?:\.\d+)?(?:[件条宗份个起]|[%％]))"
_MANY = "(?:个|项|种|大)?(?:大?类(?!似|别)|方面|领域|主题|问题|事项|类型|环节|板块)"
_ITEM = rf"[^，。；：、（）()\s\d]{{2,18}}{_NUMBER}"
_LIST = pattern(
    rf"(?P<list>{_ITEM}(?:(?:、|和|及|以及|与){_ITEM}){{1,11}})(?P<open>等)?"
    rf"(?P<said>(?P<number>[两二三四五六七八九十]|(?<!\d)\d){_MANY})"
)
_SAID = pattern(rf"[两二三四五六七八九十\d]{_MANY}")
"""How many items a list has: texts that do not say so need no closer look."""
_EACH = pattern(_ITEM)
_TWO_IN_ONE = pattern("(?!^)(?:和|(?<!涉)及(?!时)|与|或)|（[^（）]*、")
"""What may make two things of an item: 招生和转学（8件）."""


def items_miscounted(text: str) -> tuple[tuple[Span, int, int], ...]:
    """Return how many items a list is said to have, where it has another number: place, said, listed."""
    found = []
    for match in _LIST.finditer(text) if _SAID.search(text) else ():
        said = int(match["number"]) if match["number"].isdecimal() else han_number(match["number"])
        items = _EACH.findall(match["list"])
        most = len(items) + sum(bool(_TWO_IN_ONE.search(item)) for item in items)
        if said is not None and (said < len(items) or (said > most and not match["open"])):
            found.append((Span(*match.span("said")), said, len(items)))
    return tuple(found)
