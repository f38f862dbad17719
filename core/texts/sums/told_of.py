"""Says of which numbers a change may be told that stands behind a list: of the total, of the last part, or of a sum."""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.language.things import Count

_LISTS = pattern("其中|包括|包含|分为|分别|：|（")
_ENDS = "；。"
_OF_ONE_BEFORE = pattern("[^，；。（）]*）[；，、][^，；。：、（）\\d]{0,20}")
"""新收349件（上年276件(）；办结)352件: the number in brackets is that of the one before them."""
_OF_THIS_YEAR = pattern(
    "[^，；。（）]*）[；，、](?:今年|本年度?|□□□本年度?|当年|现|共|合计|总计|增至|增加到|达到?|为|上升到|升至|降至|减少到)+"
)
_BASE_BEHIND = pattern("（(?:其中)?(?:□□□上年|□□□他年|上年|去年|上一年)度?(?:同期)?[^，；。（）\\d]{0,6}\\d")
"""办结352件，同比增长29.9%(（上年为2)71件）"""


def has_own_base(text: str, before: Count, count: Count, end: int) -> bool:
    """Whether the growth that ends at a place is not one since the number before, which is told of another thing."""
    is_of_other = _OF_ONE_BEFORE.fullmatch(text, before.end, count.start) and text[: before.start].count("（") > 0
    is_of_other = is_of_other and not _OF_THIS_YEAR.fullmatch(text, before.end, count.start)
    return bool(is_of_other or _BASE_BEHIND.match(text, end))


def values_now(text: str, told: Sequence[Count], earlier: Sequence[Count] = ()) -> list[Number]:
    """Return what a change behind the last number may be told of, the likeliest first.

    公开386条，其中网站201条、公众号185条，比上年增加36条 is told of 386, and so it is without 其中.

    Args:
        text: The sentence.
        told: Its numbers up to the change.
        earlier: Those of the sentences before, the total among them where a sentence begins with 其中.
    """
    last = told[-1]
    found = [last.value]
    sums: list[Number] = []
    added = last.value
    for count in reversed(told[:-1]):
        if count.unit != last.unit:
            break
        if count.value == added:
            found = [added, *found]  # 公开386条，网站201条、公众号185条
        added += count.value
        sums.append(added)
    frame = max(text.rfind(mark, 0, last.start) for mark in _ENDS) + 1
    list_begins = next(_LISTS.finditer(text, frame, last.start), None)
    if list_begins:
        wholes = [*earlier, *(c for c in told if frame <= c.start and c.end <= list_begins.start())]
        is_total = bool(wholes) and wholes[-1].unit == last.unit and wholes[-1].value >= last.value
        found = [wholes[-1].value, *found] if is_total else found
    return [*found, *sums]


def count_now(told: Sequence[Count]) -> Count:
    """Return the number that a change behind some numbers is most likely told of."""
    likeliest = values_now(told[-1].text, told)[0]
    return next((count for count in told if count.value == likeliest), told[-1])
