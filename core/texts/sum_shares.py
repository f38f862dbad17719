"""Reads the percentage behind a sum of the numbers before it: 公开42件、部分公开12件，两项合计54件，占50.0%.

It is the share of the sum, and of none of its parts.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.numbers import PrintedNumber
from core.texts.sentences import NumberReading, SourceText
from core.texts.told_bases import listed_runs

_SUM = pattern(
    "[，；]?(?:以上|上述|这)?(?:[两二三四五六前][项者类种](?:答复|结果|情形)?)?(?:合计|共计|总计|之和|相加|合起来|加起来|共)(?:为|有|达到?|是)*"
)
"""，(两项合计)54件"""
_COUNT_SHARE = "share_of_count"


def shares_of_sums(
    source: SourceText, numbers: Sequence[PrintedNumber], readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, shares of a sum compared with the sum alone."""
    if not any(reading.key == _COUNT_SHARE for reading in readings):
        return list(readings)
    sums = {
        source.span(share.start, share.end)[0]: added.value
        for last, added, share in zip(numbers, numbers[1:], numbers[2:], strict=False)
        if share.unit == "%" and _is_sum(source, numbers[: numbers.index(last) + 1], added)
    }
    return [_of_sum(r) if r.key == _COUNT_SHARE and sums.get(r.start) == r.counted else r for r in readings]


def _is_sum(source: SourceText, before: Sequence[PrintedNumber], added: PrintedNumber) -> bool:
    """Whether a number is said to be the sum of two or more that end directly before it, and is."""
    if not _SUM.fullmatch(source.text, before[-1].end, added.start):
        return False
    return any(sum(one.value for one in run) == added.value for run in listed_runs(source, before)[1:])


def _of_sum(share: NumberReading) -> NumberReading:
    """Return a percentage of a sum without what might be one of a part of it."""
    return share._replace(bases=tuple(base for base in share.bases if base >= share.counted))
