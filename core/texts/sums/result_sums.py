"""Finds more results of applications than there are applications: 收到8份，公开5份、部分公开2份，2份无法提供."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.base.patterns import pattern
from core.texts.language.things import Count
from core.texts.sums.sum_shapes import Sums

MORE_RESULTS = "results"
"""The kind of such a sum: none where those carried in make up for the difference."""
RESULT = pattern("(?:公开|提供|不予处理|不予受理|不再处理|其他处理|撤回|终止)(?:的|了|答复|决定|处理|办理)*$")
"""What the words before a number say that came of an application."""
_RESULT_BEHIND = pattern(
    "(?:已|均|被|由|经|申请人|主动|依法|予以|因)*(?:(?:全部|部分|不予|同意)?公开|无法提供|不予处理|无现成|没有现成|不掌握|未掌握|撤回|终止|不存在)"
)
_RECEIVED = pattern("(?:收到|受理|接收|接到|新收|收悉|登记)[^，；：。（）]*$")
_NO_LIST = pattern("其中|包括|[；：（]|结转|延期|另有")
_FEWEST = 3


def is_over(totals: Sequence[Count], parts: Sequence[Count]) -> bool:
    """Whether results are more than any number before them, or two beside each other."""
    wholes = [count.value for count in totals]
    return sum(part.value for part in parts) > max([*wholes, *(a + b for a, b in pairwise(wholes))])


def more_results(text: str, counts: Sequence[Count]) -> Sums:
    """Yield numbers of applications that are fewer than the results told behind them one by one."""
    if "公开" not in text or not counts or not _RECEIVED.search(text[: counts[0].start]):
        return
    total, *parts = counts
    if len(parts) < _FEWEST or len({c.unit for c in counts}) > 1 or any(c.is_rough for c in counts):
        return
    if _NO_LIST.search(text, total.end) or not all(_is_result(text, part) for part in parts):
        return
    if is_over([total], parts):
        yield total, parts, MORE_RESULTS


def _is_result(text: str, part: Count) -> bool:
    """Whether the words before a number, or behind it, say what came of that many applications."""
    return bool(RESULT.search(part.head) if part.head else _RESULT_BEHIND.match(text, part.end))
