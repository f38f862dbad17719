"""Finds totals that the office itself and those below it do not make up: 培训6期，局机关2期，县区分局3期.

Nothing but their names says that they are all there are, so every part must be such a name and no other may follow.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from core.base.patterns import pattern
from core.texts.language.things import Count
from core.texts.sums.changes import sums_to
from core.texts.sums.levels_of_place import applications_of_place
from core.texts.sums.sum_shapes import NO_PART, Sums

_ROOMS = "[省市县区](?:直属?|级|属)各?(?:部门|机关|单位)"
_PAIRS = tuple(
    (pattern(f"(?:其中)?(?:{one})"), pattern(f"(?:{other})"))
    for one, other in (
        (
            "[省市县区镇乡]?(?:局|委|厅|办|院|中心|政府|街道)?(?:机关|本级|本部)|[省市县区]级|[省市县区]局(?:机关)?",
            "各?(?:县区|区县|市县|县市|基层|下属|直属|所属|派出|派驻)?(?:分局|[市县区]局|所|站|单位|乡镇|镇街|街镇|镇乡|街道|乡镇街道|县区|区县|(?:地|设区)?市级|县级|县区级|区县级|区级|镇级|镇街级|街道级|乡级|乡镇级"
            "|村级|大队|支队|中队|派出机构|部门|直部门|事业单位)",
        ),
        (_ROOMS, "镇街|乡镇|街镇|街道|镇乡|乡镇街道|镇"),
        ("线上|网上", "线下"),
        ("上半年", "下半年"),
    )
)
_NAME = pattern("|".join(name.pattern for pair in _PAIRS for name in pair))
_GAP = pattern("[，、](?:其中)?(?:和|及|与)?")
_SHARED = pattern("联合|共同|合办|合并|同时|同步|交叉|重复|兼|套开|一并")
"""Words of a sentence in which some may be counted twice, or belong to nobody listed."""
_NEARLY_ALL = Decimal("0.6")
_OF_APPLICATIONS = ("件", "宗", "起", "份")
"""What is told of applications is compared with the tables, and offices without any are left out."""
_OWN_OFFICE = pattern("(?:政府|本级|机关|办公[室厅]|府办)(?:作为被申请人|举办|开展|组织|收到|受理|办理|参训|参加|的)*$")
"""(县政府本级)29件，县直部门264件，乡镇61件: one more part of what is told before."""
_MARKS = "；。"


def sums_of_levels(text: str, counts: Sequence[Count]) -> Sums:
    """Yield totals with the parts behind them that name the office itself and those below it."""
    if _SHARED.search(text):
        return
    yield from applications_of_place(text, counts)
    are_named = [bool(_NAME.fullmatch(count.head)) for count in counts]
    listed: list[Count] = []
    for i, total in enumerate(counts if any(are_named) else ()):
        if total in listed:
            continue  # 建成26个，市级1个、县级7个、乡镇级18个: the first part is no total of the others
        parts: list[Count] = []
        for count, is_named in zip(counts[i + 1 :], are_named[i + 1 :], strict=True):
            if count.unit != total.unit or not is_named:
                break
            parts.append(count)
        listed += parts
        if len(parts) < 2 or _is_told_twice(text, total, parts, counts):
            continue
        if _is_list(text, total, parts, counts) and _is_wrong(total, parts):
            yield total, parts, ""


def _is_list(text: str, total: Count, parts: Sequence[Count], counts: Sequence[Count]) -> bool:
    """Whether the parts stand one behind the other, are of one pair of names, and end the list of their total."""
    if any(re.fullmatch(f"(?:其中)?{_ROOMS}", part.head) for part in parts) and (
        total.unit in _OF_APPLICATIONS or text.startswith("、", total.end) or _OWN_OFFICE.search(total.head)
    ):
        return False
    is_pair = any(
        one.fullmatch(parts[0].head)
        and all(other.fullmatch(part.head) for part in parts[1:])
        and not (one.fullmatch(total.head) or other.fullmatch(total.head))  # 26个，市级1个、县级7个、乡镇级18个
        for one, other in _PAIRS
    )
    gaps = [text[a.end : b.start - len(b.head)] for a, b in pairwise((total, *parts))]
    behind = next((count for count in counts if count.start >= parts[-1].end), None)
    ends = [at for at in (text.find(mark, parts[-1].end) for mark in _MARKS) if at >= 0]
    goes_on = behind is not None and behind.unit == total.unit and behind.start < min(ends, default=len(text))
    return is_pair and not goes_on and all(map(_GAP.fullmatch, gaps))


def _is_told_twice(text: str, total: Count, parts: Sequence[Count], counts: Sequence[Count]) -> bool:
    """Whether the number before the parts is one of other parts of a whole: 网上2件、信函2件，上半年1件、下半年3件."""
    last = next((count for count in reversed(counts) if count.end <= total.start and count.unit == total.unit), None)
    is_in_row = last is not None and text[last.end : total.start].removesuffix(total.head) == "、"
    return is_in_row or sum(part.value for part in parts) in sums_to(counts, total)[1:]


def _is_wrong(total: Count, parts: Sequence[Count]) -> bool:
    if any(count.is_rough for count in (total, *parts)) or NO_PART.search(total.head):
        return False
    added = sum(part.value for part in parts)
    is_short = _NEARLY_ALL * total.value <= added < total.value and total.unit not in _OF_APPLICATIONS
    return added > total.value or is_short
