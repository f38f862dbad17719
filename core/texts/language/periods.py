"""Finds wholes that are not what is told of the parts of a year: 一季度6件，…，四季度8件，全年新收26件.

All four quarters, or both halves, are the whole. Some of them may be less than it, never more: 共3次，第一季度1次、
第二季度1次、第四季度2次. Spans of years, the first and the last of them open, are all years:
文件19件，其中2017年以前5件，2018年至2020年9件，2021年以后6件.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from core.base.patterns import pattern
from core.texts.language.things import Count

_QUARTERS = ("一季度", "二季度", "三季度", "四季度")
_HALVES = ("上半年", "下半年")
_NAMED = pattern("[一二三四]季度|[上下]半年")
_PART_NAMED = pattern("[上下]半年|前(?P<many>[二三两])个?季度|[一二三四]季度")
_OF_YEAR = pattern("全年|年内|合计|共|总|□□□本年")
_PERIOD = pattern("(?:其中|即|在|于)*第?(?P<name>[一二三四]季度|[上下]半年)(?P<verb>\\D{0,6})")
_NO_WHOLE = pattern("每|各|平均|增加|减少|增长|下降|[比较]|上年|去年|季度|半年|◇|其中|另")
_BEFORE_LIST = pattern("[，：（]")
_UP_TO = pattern("(?:其中|，)*□□□(?:他年|上年|本年)度?(?:及其?)?[以之]前[^，；。\\d]{0,8}")
_SINCE = pattern("□□□(?:他年|上年|本年)度?(?:及其?)?(?:[以之]后|以来|起|至今)[^，；。\\d]{0,8}")
_YEARS = pattern("(?:□□□(?:他年|上年|本年)度?|▢{4,})(?:间|期间)?[^，；。\\d]{0,8}")
_CLOSED = 3
"""So many spans of years, the first and the last of them open, are all years; two may leave some out."""
_JOINED = pattern("[、，]|和|以及")
_OF_ALL_YEAR = pattern("(?:全年|本年度|年度内|一年来|□□□本年)")
"""许可318件，上半年151件、下半年167件；(本年度)未作出行政处罚决定"""
_AT_THE_END = pattern("(?:(?:截[至止]|到|至)◇+|(?:截[至止]|到|至)?(?:年[末底终]|期末))，?$")
_GOES_ON = pattern("[^，；。]{0,8}(?:下年|下一年|次年|来年|翌年)")

Found = Iterator[tuple[Count, Sequence[Count], str]]


def sums_of_periods(text: str, counts: Sequence[Count]) -> Found:
    """Yield the wholes that the parts of a year differ from."""
    if "季度" in text:
        yield from _all_of_year(text, counts, _QUARTERS)
    if "上半年" in text and "下半年" in text:
        yield from _all_of_year(text, counts, _HALVES)
    if "季度" in text or "半年" in text:
        yield from _some_of_year(text, counts)


def sums_of_years(text: str, counts: Sequence[Count]) -> Found:
    """Yield wholes that the parts by years differ from: 19件，其中2017年以前5件，2018年至2020年9件，2021年以后6件."""
    for whole, first in pairwise(counts):
        if not _UP_TO.fullmatch(first.head) or _NO_WHOLE.search(whole.head) or "；" in text[whole.end : first.start]:
            continue
        start = counts.index(first)
        last = next((i for i, c in enumerate(counts) if i > start and _SINCE.fullmatch(c.head)), 0)
        parts = counts[start : last + 1] if last else ()
        gaps = [text[a.end : b.start].removesuffix(b.head) for a, b in pairwise(parts)]
        is_one_list = bool(parts) and all(map(_JOINED.fullmatch, gaps)) and {c.unit for c in parts} == {whole.unit}
        if not is_one_list or not all(_YEARS.fullmatch(c.head) for c in parts[1:-1]):
            continue
        added = sum(part.value for part in parts)
        is_wrong = added > whole.value or (added < whole.value and len(parts) >= _CLOSED)
        if is_wrong and not any(c.is_rough for c in (whole, *parts)):
            yield whole, parts, "less" if added < whole.value else "more"


def periods_told(counts: Sequence[Count], place: int) -> Sequence[Count]:
    """Return the parts of the year before a total, some of them in front of a semicolon and some behind it.

    一季度11件，比上年同期多4件；二季度6件，同比持平；三季度8件、四季度5件，全年共30件
    """
    named = [count for count in counts if _NAMED.search(count.head)]
    is_over = bool(named) and named[-1] == counts[-1] and named[0].start < place <= named[-1].start
    return named if is_over else ()


def are_all_of_year(parts: Sequence[Count]) -> bool:
    """Whether parts of the year are its four quarters or its two halves."""
    said = [name[0] for name in (_NAMED.search(part.head) for part in parts) if name]
    return tuple(said) in (_QUARTERS, _HALVES)


def is_of_part_of_year(said: str, parts: Sequence[Count]) -> bool:
    """Whether a total is told of a part of the year, and a part of it is of another: 四季度45件，上半年共120件."""
    named = _PART_NAMED.search(said)
    if named is None:
        return False
    inside = {*_QUARTERS[:2]} if named[0] == "上半年" else {*_QUARTERS[2:]} if named[0] == "下半年" else {named[0]}
    inside |= {*_QUARTERS[: "一二三".find(named["many"].replace("两", "二")) + 1]} if named["many"] else set()
    return any((told := _NAMED.search(part.head)) and told[0] not in inside | {named[0]} for part in parts)


def _all_of_year(text: str, counts: Sequence[Count], names: Sequence[str]) -> Found:
    """Yield years that are not their four quarters: 一季度6件，…，四季度8件，全年新收26件."""
    for i in range(len(counts) - len(names) + 1):
        parts = counts[i : i + len(names)]
        if not all(q in part.head for q, part in zip(names, parts, strict=True)):
            continue
        behind = counts[i + len(names) : i + len(names) + 1]
        wholes = [
            c
            for c in (*behind, *counts[max(i - 1, 0) : i])
            if c.unit == parts[0].unit and _OF_YEAR.search(c.head) and not is_of_part_of_year(c.head, parts)
        ]
        if (
            len(wholes) == 1
            and not any(c.is_rough for c in (*wholes, *parts))
            and (
                sum(part.value for part in parts) != wholes[0].value
                and "；" not in text[parts[0].end : parts[-1].start]
            )
        ):
            yield wholes[0], parts, ""


def _some_of_year(text: str, counts: Sequence[Count]) -> Found:
    """Yield numbers that are less than those of some parts of the year behind them, told of the same thing."""
    for whole, first in pairwise(counts):
        if _NO_WHOLE.search(whole.head) or not _BEFORE_LIST.fullmatch(text, whole.end, whole.end + 1):
            continue
        parts: list[Count] = []
        names: set[str] = set()
        for part in counts[counts.index(first) :]:
            named = _PERIOD.fullmatch(part.head)
            gap = text[parts[-1].end : part.start].removesuffix(part.head) if parts else "、"
            if not named or part.unit != whole.unit or not _JOINED.fullmatch(gap) or named["verb"] not in whole.head:
                break
            names.add(named["name"])
            parts.append(part)
        is_mixed = bool(names & {*_HALVES})  # 下半年3次、三季度2次: one holds the other
        is_sure = len(names) == len(parts) > 1 and len(names) < len(_QUARTERS) and not is_mixed
        if is_sure and not any(c.is_rough for c in (whole, *parts)) and sum(p.value for p in parts) > whole.value:
            yield whole, parts, "more"


def limiting(before: str, clause: str, said: str) -> str:
    """Return the words that may limit a statement to a part of the year: of its clause, or of all before it.

    What goes on to the next year is counted at its end, whatever was told quarter by quarter: 一季度办结31件，…，四季度
    24件；截至12月31日，无结转下年度办理的申请.
    """
    if _OF_ALL_YEAR.match(clause):
        return clause
    if not _GOES_ON.match(said):
        return before
    is_whole = any(first in before and last in before for first, *_, last in (_QUARTERS, _HALVES))
    return clause if is_whole or "各季度" in before or _AT_THE_END.search(before) else before
