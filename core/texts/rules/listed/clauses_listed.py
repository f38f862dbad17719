"""Finds numbers of aspects before another number of clauses between semicolons: 三个方面：围绕…；围绕…；… (N-26).

Between commas one aspect may take two clauses, so that a number is wrong for certain only where the next sentence tells
that of the clauses again: 四个方面的工作：统一格式，建立制度，开展轮训。三项工作均已完成.
"""

from __future__ import annotations

from core.base.patterns import pattern
from core.texts.rules.listed.things_listed import numeral
from core.texts.rules.views import Span

_ANNOUNCED = pattern(
    r"(?P<said>(?P<number>[两二三四五六七八九2-9](?<!\d[2-9]))(?:个|项|大)?(?:方面|环节|措施|举措|任务|重点|(?<=项)工作))"
    r"[^，。；：、\d\n]{0,12}：(?P<list>[^。：；\n]*+；[^。：\n]*+)(?=[。\n]|$)",
    needs=["；"],
)
_APART = pattern("^(?:同时|此外|另外?|并且?|还|其中)|^(?:第?[一二三四五六七八九]|[（(]?\\d)")
"""What may be no clause of the list, or numbers it, which another look counts."""
_THINGS = "方面|环节|措施|举措|做法|任务|重点|工作|阶段|步骤|机制|制度|实事|活动|行动"
_AGAIN = pattern(
    rf"(?P<said>(?P<number>[两二三四五六七八九])(?:个|项|条|件|大|点)+(?P<what>(?:{_THINGS})(?:的?(?:{_THINGS}))?))"
    r"[^，。；：、\d\n]{0,12}：(?P<list>[^，。；：、\n]*+，[^。；：、\n]*+)。这?"
    rf"(?P<again>[两二三四五六七八九])(?:个|项|条|件|大|点)+(?P<noun>{_THINGS})(?P<behind>[^。\n]*)",
    needs=["："],
)
_JOINED = pattern("[和与及或等]|以及|(?!^)[并且]|（")
_NOT_ALL = pattern("另|其余|其他|余下|剩|还有|尚有|仍有|第[一二三四五]|最后|除|外|[一两二三四五]项")
_FEWEST = 2


def clauses_miscounted(text: str) -> tuple[tuple[Span, int, int], ...]:
    """Return how many aspects are announced, where so many clauses do not follow."""
    found = []
    for match in _ANNOUNCED.finditer(text):
        clauses = [clause for clause in match["list"].split("；") if clause]
        said, listed = numeral(match["number"]), len(clauses)
        if said is not None and said != listed > 1 and not any(map(_APART.search, clauses)):
            found.append((Span(*match.span("said")), said, listed))
    return (*found, *_told_again(text))


def _told_again(text: str) -> list[tuple[Span, int, int]]:
    """Return how many things are announced, where the next sentence tells another number, that of their clauses."""
    found = []
    for match in _AGAIN.finditer(text):
        clauses = match["list"].split("，")
        said, again = numeral(match["number"]), numeral(match["again"])
        is_same = match["noun"] in match["what"] and not _NOT_ALL.search(match["behind"])
        is_plain = not any(len(one) <= _FEWEST or _APART.search(one) or _JOINED.search(one) for one in clauses)
        if said is not None and said != again == len(clauses) and is_same and is_plain:
            found.append((Span(*match.span("said")), said, len(clauses)))
    return found
