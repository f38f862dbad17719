"""Finds ways in, told behind their numbers, that are not all: 9件申请，4件从网上来，3件邮寄，1件当面，别无其他渠道.

Only where the sentence says that there was no other way: other numbers behind a total may be some of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.language.things import Count
from core.texts.sums.channels import CHANNEL, NO_OTHER, OF_APPLICATIONS, OF_OTHERS, TOLD_TWICE
from core.texts.sums.sum_shapes import FEWEST, Sums

_TOTAL_BEHIND = pattern("(?:政府信息公开|信息公开|依申请公开|公开)?的?申请(?:当?[中里])?[，：]")
"""9件(申请，)"""
_TOTAL_BEFORE, _MARK = pattern("申请(?:共计?|总计|一共|合计|有|为|的|件)*$"), pattern("[，：]")
"""(新收申请)9件"""
_GAP = pattern("(?:其中)?(?:有|是)?")
_WAY = pattern("(?:申请)?(?P<way>[^，；。、：（）\\d]{2,14})(?P<mark>[，、；]|$)")
"""4件(从网上来，)"""
_NO_WAY = pattern(
    "答复|公开(?!申请)|提供|办结|送达|寄送|回复|告知|领取|咨询|其中|上年|去年|比|较|增|减|多数|主要|[不未没无]"
)
"""1件(当面答复): what became of it, and no way in."""


def ways_turned(text: str, counts: Sequence[Count]) -> Sums:
    """Yield applications that are not as many as came by the ways in told behind them, beside which there is none."""
    if len(counts) < FEWEST or "申请" not in text or not NO_OTHER.search(text) or TOLD_TWICE.search(text):
        return
    for i, total in enumerate(counts[:-2]):
        head = _TOTAL_BEHIND.match(text, total.end)
        head = head or (_MARK.match(text, total.end) if _TOTAL_BEFORE.search(total.head) else None)
        if head is None or OF_OTHERS.search(total.head):
            continue
        parts, end = _parts(text, counts[i + 1 :], head.end())
        is_plain = {c.unit for c in (total, *parts)} <= {*OF_APPLICATIONS} and not any(
            c.is_rough for c in (total, *parts)
        )
        if len(parts) > 1 and is_plain and NO_OTHER.match(text, end):
            if sum(part.value for part in parts) != total.value:
                yield total, parts, ""
            return


def _parts(text: str, counts: Sequence[Count], start: int) -> tuple[Sequence[Count], int]:
    """Return the numbers from a place on that have a way in right behind them, and where the last of these ends."""
    parts: list[Count] = []
    for count in counts:
        said = _WAY.match(text, count.end) if _GAP.fullmatch(text, start, count.start) else None
        if said is None or not CHANNEL.search(said["way"]) or _NO_WAY.search(said["way"]):
            break
        parts.append(count)
        start = said.end()
    return parts, start
