"""Finds sums told as a bound that their parts do not keep: 许可152630件，处罚38914件，两项相加不到19万件.

The parts are as many of the last ones before it as are said, or two or more of them. What is left open by any of these
is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from core.base.patterns import holds_one, pattern
from core.report.entry_text import Number
from core.texts.language.numbers import NUMERALS, han_number
from core.texts.language.things import UNITS, Count
from core.texts.sums.sum_shapes import Sums

BOUND = "bound"
_BELOW = "不足|不到|不满|不及|未到|未满|未及|未达到?|没有?到|[没未]有?超过|不超过|[没未]有?突破|少于|低于"
_ABOVE = "超过|超出|超|突破|冲破|逾|多于|高于|不止|不下于?|不少于|不低于|破|越过"
_NEAR = "接近|将近|逼近|近|约|大约|大概|差不多"
_SUMS = (
    "相加|加起来|合起来|合并计算|合计|合共|共计|总计|之和|总和|[加合放]在一[起块]|加总|一加|加到一[起块]"
    "|拢共|总共|一共|共"
)
_BOUND = pattern(
    "(?:^|(?<=[，；：—]))(?:但|而|不过|可)?(?:(?:以上|上述|(?P<first>前)|后|这)?(?P<many>[两二三四五])[者项类种样块个]"
    "(?:数字?|决定|结果|业务|案件|工作)?"
    rf"(?:{_SUMS})|(?:把|将)?(?:{_SUMS}))(?:下来|件?数|总数|总量|还|也|仍|已经?|就|才|一?共|算|总计|合计|为|是|有|，)*"
    rf"(?P<mark>{_BELOW}|{_ABOVE}|{_NEAR})了?(?P<number>(?:\d{{1,12}}(?:\.\d+)?(?P<power>[百千万])?|[{NUMERALS}]+))(?P<more>[余多])?"
    rf"(?P<unit>{UNITS})(?:大关|关口)?(?=[，；。、）]|$)",
    needs=["加", "合", "共", "总", "之和"],
)
"""(两项相加不到19万件)"""
_WORDS = ("不", "未", "没", "超", "破", "逾", "于", "近", "约", "越过", "差不多")
_OPEN = pattern(
    "其中|等(?=[，\\d])|主要|另有|以及其他|比|较|同比|(?:上年|去年|□□□)(?![^，；。\\d]{0,4}结转)|增加|减少|增长|下降|[未不]含|除|剔除"
)
"""What makes it uncertain which numbers are added."""
_IS_BELOW, _IS_ABOVE = pattern(_BELOW), pattern(_ABOVE)
_MARK = pattern("[，；：、（）]")
_POWERS = {"百": 100, "千": 1000, "万": 10000}
_NUMERALS = "〇一二三四五"
_PAIR = 2
_SLACK_BELOW, _SLACK_ABOVE = Decimal("0.8"), Decimal("1.02")
"""By how much 近 may differ, as in ``rough_counts``."""
_NO_END = Decimal(10) ** 15


def bounded_sums(text: str, counts: Sequence[Count], before: Sequence[Count]) -> Sums:
    """Yield sums told as a bound that no sum of the numbers before them keeps."""
    if len(counts) + len(before) < _PAIR or not holds_one(text, _WORDS):
        return
    for said in _BOUND.finditer(text):
        number = _value(said)
        frame = text.rfind("；", 0, said.start() - 1) + 1 if said.start() else 0
        told = [c for c in counts if frame <= c.start and c.end <= said.start()]
        told = told or ([*before] if not said.start() else [])
        many = _NUMERALS.find(said["many"].replace("两", "二")) if said["many"] else 0
        is_here = bool(told) and told[0].text is text
        if not number or len(told) < max(many, _PAIR) or _OPEN.search(text, frame, said.start("number")):
            continue
        if any(c.unit != said["unit"] or c.is_rough for c in told) or not (is_here or len(told) == many):
            continue
        sums = _sums(told, many, is_sure=is_here and _is_one_list(text, told))
        least, most = _range(said, number)
        if not any(least <= one <= most for one in sums):
            parts = (told[:many] if said["first"] else told[-many:]) if many else told
            end, what = said.end("unit"), (said["unit"], False, text, said["mark"])
            yield Count(said.start("number"), end, number, *what), parts, BOUND


def _sums(told: Sequence[Count], many: int, *, is_sure: bool) -> list[Number]:
    """Return what may be added up: so many that stand beside each other, or the last two, three, …, or a whole."""
    runs = [told[i : i + many] for i in range(len(told) - many + 1)]
    runs = runs if many else [told] if is_sure else [told[-n:] for n in range(_PAIR, len(told) + 1)]
    wholes = [c.value for c in told] if many and len(told) > many else []
    return [*(sum(c.value for c in run) for run in runs), *wholes]


def _is_one_list(text: str, told: Sequence[Count]) -> bool:
    """Whether numbers are all parts of one list, with the same mark between them, and none is that of the others."""
    between = [text[a.end : b.start] for a, b in pairwise(told)]
    is_flat = len({one[:1] for one in between}) == 1 and not any(_MARK.search(one, 1) for one in between)
    return is_flat and told[0].value != sum(c.value for c in told[1:])


def _value(said: re.Match[str]) -> Number:
    if not said["number"][0].isdecimal():
        return han_number(said["number"]) or 0
    digits = said["number"].removesuffix(said["power"] or "")
    return int(Decimal(digits) * _POWERS.get(said["power"] or "", 1))


def _range(said: re.Match[str], number: Number) -> tuple[Number, Number]:
    """Return the least and the most that a bound leaves open."""
    digits = str(int(number))
    step = 10 ** (len(digits) - len(digits.rstrip("0")))
    if _IS_BELOW.fullmatch(said["mark"]):
        return 0, number + (step if said["more"] else 0)
    if _IS_ABOVE.fullmatch(said["mark"]):
        return number, _NO_END
    return int(number * _SLACK_BELOW), int(number * _SLACK_ABOVE) + (step if said["more"] else 0)
