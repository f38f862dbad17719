"""Finds rates of 100 % of those done in time beside some that were late: 按时办结率100%，其中逾期2件 (N-24)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from core.base.patterns import holds_one, pattern
from core.texts.language.numbers import plain_text
from core.texts.sums.percentages import HUNDRED
from core.texts.sums.ratios import WrongRatio, wrong_ratios

_IN_TIME = "(?:按时|按期|及时|如期|限时|准时|(?:法定|规定)?(?:期限|时限)内)"
_RATE = pattern(
    f"{_IN_TIME}(?:办结|答复|办理|回复|处理|完成|反馈|办复)*率(?:均|都|为|是|达到?|保持|维持|在|始终|：|继续|了|实现|已|仍|也)*"
    "(?P<said>100(?:\\.0+)?%)",
    needs=["率"],
)
_AHEAD = (
    "(?:^|(?<=[，；：、（。]))"
    "(?:其中|但是?|不过|仍|尚|有|另有|另|共|仅|只|全年|年内|□□□本年度?|申请|因[^，；。\\d]{2,16}?)*，?"
)
_OVERDUE = "(?:逾期|超期|超时限?|超过(?:法定|规定)?(?:期限|时限))(?!的?申请)"
_DONE = "(?:答复|办结|办理|回复|反馈|办件|办复|未办结?|未答复|的|件|申请)*"
_LATE = (
    pattern(f"{_AHEAD}{_OVERDUE}{_DONE}(?:共|有|为|仅|：)*(?P<n>\\d+)[件宗份](?!.{{0,6}}(?:补正|缴费))"),
    pattern(f"{_AHEAD}(?P<n>\\d+)[件宗份](?:申请)?(?:因[^，；。\\d]{{2,16}}?)?{_OVERDUE}{_DONE}(?=[，；。、）\\n]|$)"),
)
_WHOLE = pattern("(?:办结|答复|办理|回复)(?:了|的|申请|政府|信息|公开|依|共|数|为|有|总数|总量)*(?P<n>\\d+)[件宗份]")
_LAST_YEAR = pattern("上年|去年|他年|上一年|往年|历年")
_OTHERS = ("工单", "热线", "信访", "建议", "提案", "信箱", "诉求", "咨询", "投诉", "留言", "许可")
_SENTENCE = pattern("[^。！？\\n]+")


class LateRate(NamedTuple):
    """A rate that those that were late contradict: its place in the printed text, of what it is, and what is right."""

    start: int
    end: int
    part: int
    how: str
    right: str


def wrong_rates(printed: str, year: int | None) -> tuple[WrongRatio | LateRate, ...]:
    """Return percentages that do not follow from the numbers beside them, and rates that late ones contradict."""
    return (*wrong_ratios(printed, year), *rates_beside_late(printed, year))


@lru_cache(maxsize=256)
def rates_beside_late(printed: str, year: int | None) -> tuple[LateRate, ...]:
    """Return the rates of 100 % of those done in time in sentences that tell of late ones too."""
    if "100" not in printed or not holds_one(printed, ("逾期", "超期", "超时", "超过")):
        return ()
    plain = plain_text(printed, year)
    found = []
    for sentence in _SENTENCE.finditer(plain.text):
        rate = _RATE.search(sentence[0])
        late = rate and next((m for words in _LATE if (m := words.search(sentence[0])) and int(m["n"])), None)
        if not rate or not late or _LAST_YEAR.search(sentence[0]):
            continue
        if holds_one(sentence[0], _OTHERS) and "申请" in sentence[0]:
            continue  # 工单按时办结率100%，申请逾期2件
        start, end = (sentence.start() + place for place in rate.span("said"))
        found.append(LateRate(plain.places[start], plain.places[end - 1] + 1, *_reckoned(sentence[0], rate, late)))
    return tuple(found)


def _reckoned(sentence: str, rate: re.Match[str], late: re.Match[str]) -> tuple[int, str, str]:
    """Return how many were in time, of how many, and their share; without a total, how many were late."""
    wholes = [int(m["n"]) for m in _WHOLE.finditer(sentence, 0, max(rate.start(), late.start()))]
    many = int(late["n"])
    whole = max(wholes, default=0)
    if whole <= many:
        return many, f"逾期{many}件算，应", f"不到{HUNDRED}%"
    return whole - many, f"{whole - many}÷{whole}", f"{(whole - many) * HUNDRED / whole:.1f}%"
