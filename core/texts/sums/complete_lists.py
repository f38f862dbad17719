"""Knows the lists that are complete: six kinds of applicants, six kinds of results, four outcomes of cases.

Where a sentence names every one of them, together they are the number told before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from core.base.patterns import holds_one, pattern
from core.texts.language.things import Count
from core.texts.sums.sum_shapes import Sums

_DIMENSIONS = (
    (
        ("自然人|公民|个人", "企业", "科研", "公益", "法律服务|律师|律所", "其他|其它|其余"),
        "(?:收到|受理|接收|接到|新收|收件|登记)[^，；。]*$|申请$",
    ),
    (
        (
            "(?<!不)(?:予以|同意|准予)(?:全部)?公开|^(?:其中)?(?:全部)?公开",
            *("部分公开", "不予?公开", "无法提供", "不予处理", "其[他它](?:方式)?处理"),
        ),
        "^(?!.*(?:收|受理|按期|延期))[^，；。]*(?:办结|答复|办理完毕|办毕)",
    ),
    (
        ("维持", "纠正|纠错", "其[他它]", "未审结|未结|在审|审理中"),
        "(?:复议|诉讼|起诉|应诉)(?:案件|案)?(?:共计?|合计|总计|共有)?$|^(?:全年|年内|共|已)*(?:受理在案|在案|立案|受理)(?:共|的)?$",
    ),
)
"""Names of the parts, and what must stand before their total."""
_PATTERNS = tuple((tuple(map(pattern, names)), pattern(of)) for names, of in _DIMENSIONS)
_FEWEST = 4
_NEEDED = ("科研", "不予处理", "纠正", "纠错")
"""Names of which each complete list holds one."""
_BRACKETS = pattern("（[^（）]*）")
_SHIFT = pattern("结转|另有|此外|增|减|上年|去年|同比")
"""What tells that more than one set is spoken of."""
_YEAR_BEFORE = pattern("\\s*(?:□□□上年|去年|上年|上一年)度?")


def complete_lists(text: str, counts: Sequence[Count]) -> Sums:
    """Yield numbers that are not all of the kinds told behind them, where these are all that there are."""
    if len(counts) <= _FEWEST or not holds_one(text, _NEEDED):
        return
    inside = [m.span() for m in _BRACKETS.finditer(text)] if "（" in text else []
    outer = [c for c in counts if not any(a < c.start < b for a, b in inside)]
    for names, of in _PATTERNS:
        for i in range(1, len(outer) - len(names) + 1):
            parts = outer[i : i + len(names)]
            if not _are_all(names, parts) or {c.unit for c in parts} != {"件"}:
                continue
            told = [c for c in outer[:i] if c.unit == "件"]
            wholes = [c for c in told if of.search(c.head)]
            year = _YEAR_BEFORE.match(text) if told == outer[:1] else None  # all is told of that year
            is_shifted = _SHIFT.search(text, year.end() if year else 0, parts[0].start)
            is_plain = not is_shifted and not any(c.is_rough for c in outer)
            if not wholes or not is_plain or "；" in text[wholes[-1].end : parts[-1].start]:
                continue
            may_be = [*(c.value for c in told), *(a.value + b.value for a, b in pairwise(wholes))]  # 复议9件，诉讼4件
            if sum(part.value for part in parts) not in may_be:
                yield wholes[-1], parts, ""


_DONE_FIRST = pattern("(?:办结|答复|回复|办完)了?$")
"""370件中，(当年办结)343件，自然人288件、企业39件: kinds of the 343."""


def is_kind_beside(total: Count, parts: Sequence[Count]) -> bool:
    """Whether what was taken for a total is one kind of applicants beside others: 自然人284件，企业21件，其余13件."""
    named = [next((i for i, name in enumerate(_PATTERNS[0][0]) if name.search(c.head)), -1) for c in (total, parts[0])]
    is_beside = -1 not in named and named[0] != named[1] and "法人" not in total.head
    is_of_done = _DONE_FIRST.search(parts[0].head) and len(parts) > 1
    return is_beside or bool(is_of_done and _PATTERNS[0][0][0].search(parts[1].head))


def _are_all(names: Sequence[re.Pattern[str]], parts: Sequence[Count]) -> bool:
    """Whether each name is that of one part, in this order."""
    return all(name.search(part.head) for name, part in zip(names, parts, strict=True))
