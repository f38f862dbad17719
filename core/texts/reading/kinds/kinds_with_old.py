"""Narrows the numbers of a kind of applicants that is told with its old ones: 商业企业连同上年1件共19件，办结18件."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from core.base.patterns import pattern
from core.texts.language.role_keys import ASKED_FOR, ONE_KIND
from core.texts.reading.sentence.sentences import NumberReading, SourceText

_WITH_OLD = pattern(
    "(?:^|(?<=[，；：]))(?:其中，?)?(?P<kind>[^，；：。（）、\\d□]{2,10}?)(?:提出|提交|递交)?了?的?(?:政府)?(?:信息)?(?:公开)?(?:申请)?"
    "(?:(?<!申请)\\d+[件宗份](?P<mark>[，、]?)(?:另?加|和|及|与)|，?(?:连同|加上|加之|含|包括|包含|合并|计入))(?:□□□)?(?:上年|去年|上一年)度?(?:结转|遗留|转入|转来)?(?:而来|过来)?的?(?=\\d)"
)
_COMES_TO_IT = pattern("(?:连同|加上?|加之|含|包括|合并|计入|和|及|与)(?:□□□)?(?:上年|去年|上一年)")
"""What each of them holds, and most texts do not."""
_OTHERS = pattern("自然人|公民|个人(?!隐私|信息)|企业|法人|科研|公益|法律服务|律师|律所|其他(?:申请人|组织)|分别|依次")
_OF_ALL = pattern("全[年局市区县州省镇乡]|总体|各类|所有|我[局区市县办委院]|本[局区市县办委院]")
_WHY = "几类申请人的，不核对"

Narrow = Callable[[NumberReading, str], NumberReading]


def tells_old_ones(text: str) -> bool:
    """Whether a kind may be told with its old ones; most texts do not."""
    return bool(_COMES_TO_IT.search(text)) and bool(_WITH_OLD.search(text))


def narrowed_with_old(
    source: SourceText,
    part: re.Match[str],
    said: Sequence[NumberReading],
    readings: Mapping[int, NumberReading],
    narrow: Narrow,
) -> dict[int, NumberReading]:
    """Return the numbers of a part behind each kind that is told with its old ones, as those of its column.

    ``said`` are all readings of the text, ``readings`` those of the part that may be narrowed.
    """
    heads = [*_WITH_OLD.finditer(part[0])]
    found: dict[int, NumberReading] = {}
    for head, following in zip(heads, [*heads[1:], None], strict=False):
        column = _column(source, head["kind"])
        begin = source.span(part.start() + head.end(), part.start() + head.end())[0]
        listed = _listed_before(said, source.span(part.start(), part.start())[0], begin)
        if head["mark"] and listed and _is_closed(said, listed):
            continue  # 收到11件，其中个人9件，企业2件，加上年结转1件: of all again
        end = part.start() + (following.start() if following else len(part[0]))
        for i, reading in readings.items():
            if reading.start < begin or not column:
                continue
            if reading.start >= source.span(end, end)[0] or _OF_ALL.search(source.printed, begin, reading.start):
                break
            is_of_others = bool(_OTHERS.search(source.printed, begin, reading.start))
            narrowed = narrow(reading, column)
            if len(listed) > 1:  # 个人9件，企业2件，加上年结转1件: of the last kind or of all
                narrowed = narrowed._replace(ways=tuple(dict.fromkeys((*narrowed.ways, *reading.ways))))
            found[i] = _left_alone(reading) if is_of_others else narrowed
    return found


def _listed_before(said: Sequence[NumberReading], start: int, end: int) -> Sequence[NumberReading]:
    """Return the kinds that a part of a sentence lists before a place, behind their whole where it has one."""
    before = [r for r in said if start <= r.start and r.end <= end and r.kind == "count"]
    wholes = [i for i, reading in enumerate(before) if reading.key in ASKED_FOR]
    return [r for r in before[wholes[-1] + 1 if wholes else 0 :] if r.key in ONE_KIND]


def _is_closed(said: Sequence[NumberReading], listed: Sequence[NumberReading]) -> bool:
    """Whether some kinds are all of the number that is told last before them."""
    wholes = [r.value for r in said if r.key in ASKED_FOR and r.kind == "count" and r.end <= listed[0].start]
    return wholes[-1:] == [sum(kind.value for kind in listed)]


def column_of_last(told: Mapping[int, NumberReading]) -> str:
    """Return the column that goes on in the next sentence; "" where the last number was left alone."""
    last = told[max(told)]
    return last.ways[0][0][-3:] if last.kind == "count" else ""


def _column(source: SourceText, name: str) -> str:
    """Return the only column that a kind of applicants has; "" for none."""
    kind = source.vocabulary.concepts.shared(name, "request")
    cells: Sequence[str] = kind.alternatives("")[0] if kind and kind.is_applicant else ()
    return cells[0][-3:] if len(cells) == 1 else ""


def _left_alone(reading: NumberReading) -> NumberReading:
    return reading._replace(kind="other", meaning=f"{reading.meaning}（{_WHY}）", rule_id="")
