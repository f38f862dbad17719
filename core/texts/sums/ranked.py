"""Knows that a number is one of a ranking and no total of those that follow: 甲局52件最多，乙局31件次之，其余25件."""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.language.things import Count

_PLACE = "(?:[位排名居列]{1,2}|排名|名列)(?:在|于)?"
_FIRST_BEHIND = pattern(
    "，?(?:(?:数量|件数|占比|比重|总量|份额)?(?:也|均|仍|为|属|是)?最(?:多|高|大|为?集中|为?突出)|为最|居多|领先|领跑|占大头"
    f"|{_PLACE}(?:首位?|第[一1]位?|榜首|头名)(?=[，；。、]|$))"
)
"""52件(最多), 52件，(占比最大), 52件(排在首位); not 520条居全县首位."""
_NEXT_BEHIND = pattern(
    f"，?(?:次之|再次|居次|其次|紧随其后|紧跟其后|随后|{_PLACE}(?:次席|次位|第[二三四2-4]位?)(?=[，；。、]|$))"
)
"""31件(次之)"""
_FIRST_HEAD = pattern(
    f"(?:最(?:多|高|大|集中|突出)|居首|{_PLACE}(?:首位?|第[一1]位?))的?(?:一[家类个项]|部门|单位|领域|事项)?(?:是|为|属|系|：)?[^，；。\\d]{{0,14}}，?$"
)
"""(收件最多的是自然资源局)52件, (居首的是征地，)52件"""
_NEXT_HEAD = pattern("(?:其次|次之|再次|第二|居次|次多|紧随其后|随后)(?:的?(?:是|为|属|系))?")
_OWN_LIST = pattern("其中|包括|包含|分为|分别|：|（")
_SOME = pattern("最多|最[高大]|最为|集中|突出|为最|居多|领|占大头|首|第一|次|第[二三1-4]|紧[随跟]|随后")
"""One of these stands in every ranking."""


def is_ranked(total: Count, parts: Sequence[Count], counts: Sequence[Count]) -> bool:
    """Whether what was taken for a total is one of a ranking, as the numbers behind it are.

    Its own parts stand behind 其中 or a colon: 甲局52件最多，其中征地31件、其他20件.
    """
    text = total.text
    if not parts or total.start > parts[0].start or parts[0].text is not text or not _SOME.search(text):
        return False
    if _OWN_LIST.search(text, total.end, parts[0].start):
        return False
    if _is_first(total) or _NEXT_BEHIND.match(text, total.end) or _NEXT_HEAD.match(total.head):
        return True
    if _NEXT_BEHIND.match(text, parts[0].end) or _NEXT_HEAD.match(parts[0].head):
        return True
    before = [c for c in counts if c.end <= total.start and c.unit == total.unit]
    return bool(before) and _is_first(before[-1])


def _is_first(count: Count) -> bool:
    """Whether a number is said to be more than any other of its list."""
    if _FIRST_BEHIND.match(count.text, count.end):
        return True
    begin = max(count.text.rfind(mark, 0, count.start) for mark in "；：。）")
    return bool(_FIRST_HEAD.search(count.text, begin + 1, count.start))
