"""Finds means of each place or meeting that the numbers of the same sentence do not give: 8个村更新192期，平均每村26期.

Only where one number of places and one whole stand in the sentence, both exact, and the quotient is far off.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from core.base.patterns import pattern
from core.texts.language.things import Count, counts_in

_MEAN = pattern(
    "(?:平均|均)每个?(?P<each>行政村|村|社区|街道|乡镇|镇街|镇|乡|县区|县|区|市|科室|处室|股室|部门|单位|局|站|所|窗口|中心|学校|企业|账号|栏目|场|期|次|批)"
    "(?:(?:发布|公开|公示|更新|收到|受理|办理|参加|参训|培训|接待|推送|解答)(?:信息|内容|申请|咨询)?|约|为|是|有|达|达到|近|超过?)*$"
)
_MEAN_OF_EACH = pattern("(?:^|的)(?P<each>村|镇|乡|场|期|次)均(?:约|为|达到?|有|近|超过?)*$")
"""(村均)26期"""
_PLACES = ("个", "家", "处")
_PLACE = pattern(
    "(?:[两三]级)?(?P<name>行政村|自然村|村|社区|街道|乡镇|镇街|镇|乡|县区|县|区|市|科室|处室|股室|部门|单位|局|站|所|窗口|中心|学校|企业|账号|栏目)"
)
_NO_WHOLE = pattern("其中|其余|另|上年|去年|计划|最[多少高低]|每|各|均|比|较|增|减|少|超|第")
_NOT_SAID = pattern(
    "其中|其余|另[有外]|分别|依次|上年|去年|季度|半年|每月|每周|每季|每年|月均|除|最[多少高低]|计划|目标|要求|不少于|至少"
)
_MOST = 20  # numbers of a sentence that tells one mean
_NOT_OF = ("个", "元", "万元")
"""平均每件8个工作日, 平均每件240元: other rules know them, or none does."""
_OFF, _ROUGHLY, _TENTH = Decimal("0.05"), Decimal("0.2"), Decimal("0.1")
"""So much of the quotient a mean may differ, and one that is told roughly."""

Found = Iterator[tuple[Count, Sequence[Count], str]]


def means_of_each(text: str) -> Found:
    """Yield a mean, the quotient it should be, and ``reckoned``."""
    counts = counts_in(text) if "均" in text and not _NOT_SAID.search(text) else ()  # with those within names
    for i, mean in enumerate(counts if len(counts) <= _MOST else ()):
        told = (_MEAN.search(mean.head) or _MEAN_OF_EACH.search(mean.head)) if "均" in mean.head else None
        if told is None or mean.unit in _NOT_OF:
            continue
        places = [c for c in counts if _is_number_of(c, told["each"]) or _PLACE.match(text, c.end)]
        wholes = [c for c in counts[:i] if c.unit == mean.unit and c not in places]
        if len(places) != 1 or len(wholes) != 1 or not _is_number_of(places[0], told["each"]):
            continue
        many, whole = places[0], wholes[0]
        is_sure = not (many.is_rough or whole.is_rough) and many.value > 1 and many.start < mean.start
        if not is_sure or _NO_WHOLE.search(whole.head) or _NO_WHOLE.search(many.head):
            continue
        right = Decimal(whole.value) / Decimal(many.value)
        if abs(right - mean.value) >= max(Decimal(1), right * (_ROUGHLY if mean.is_rough else _OFF)):
            yield mean, (whole._replace(value=right.quantize(_TENTH)),), "reckoned"


def _is_number_of(count: Count, each: str) -> bool:
    """Whether a number is that of the places or meetings that a mean is of: 8个村, 3场."""
    if count.unit == each:
        return True
    place = _PLACE.match(count.text, count.end) if count.unit in _PLACES else None
    return place is not None and place["name"].removeprefix("行政") == each.removeprefix("行政")
