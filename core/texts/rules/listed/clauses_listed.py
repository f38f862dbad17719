"""Finds numbers of aspects before another number of clauses between semicolons: 三个方面：围绕…；围绕…；… (N-26)."""

from __future__ import annotations

from core.base.patterns import pattern
from core.texts.rules.listed.things_listed import numeral
from core.texts.rules.views import Span

_ANNOUNCED = pattern(
    r"(?P<said>(?P<number>[两二三四五六七八九2-9](?<!\d[2-9]))(?:个|项|大)?(?:方面|环节|措施|举措|任务|重点|(?<=项)工作))"
    r"[^，。；：、\d\n]{0,12}：(?P<list>[^。：\n]*；[^。：\n]*)(?=[。\n]|$)",
    needs=["；"],
)
_APART = pattern("^(?:同时|此外|另外?|并且?|还|其中)|^(?:第?[一二三四五六七八九]|[（(]?\\d)")
"""What may be no clause of the list, or numbers it, which another look counts."""


def clauses_miscounted(text: str) -> tuple[tuple[Span, int, int], ...]:
    """Return how many aspects are announced, where so many clauses do not follow."""
    found = []
    for match in _ANNOUNCED.finditer(text):
        clauses = [clause for clause in match["list"].split("；") if clause]
        said, listed = numeral(match["number"]), len(clauses)
        if said is not None and said != listed > 1 and not any(map(_APART.search, clauses)):
            found.append((Span(*match.span("said")), said, listed))
    return tuple(found)
