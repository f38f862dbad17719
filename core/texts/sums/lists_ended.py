"""Tells that a number and what was taken for its parts are the end of one list, or a part and what it is made of.

不予公开42件，其中案卷22件，占52.4%；查询类5件，占11.9%；涉及国家秘密1件，…，其余9件: all of them are of the 42.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.language.things import Count

_BEGINS = pattern("其中|包括|包含|分别|分为|[：（]")
_LISTED = pattern("其中|包括|包含|[看分]，")

_STATE = pattern(
    "(?:[审办了]结|结案|答复|回复|处理|完毕|[完作]成|决定书?|结论|结果|文书|判决书?|裁[定决]书?|通知书?)(?:了|的|共|有)*$"
)
"""5件复议中，(已收到决定书的)4件，维持2件、纠正2件: what these came to, told behind them."""


def is_head_of_list(parts: Sequence[Count], counts: Sequence[Count]) -> bool:
    """Whether the first of some parts is made up of those behind it: 5件中，已审结的4件，维持2件、纠正1件、其他1件."""
    if len(parts) < 2 or not parts[0].text.startswith("，", parts[0].end):
        return False
    first, text = parts[0], parts[0].text
    end = text.find("；", first.end) % (len(text) + 1)
    run: Number = 0
    behind = [c for c in counts if first.end <= c.start < end]
    for i, count in enumerate(behind):
        if count.unit != first.unit or count.is_rough:
            return False
        run += count.value
        if run >= first.value:
            is_row = text.startswith("、", behind[0].end)  # between other marks than the first
            return run == first.value and i > 0 and (is_row or bool(_STATE.search(first.head)))
    return False


def ends_a_list(told: Sequence[Count], total: Count, added: Number) -> bool:
    """Whether a number and what was taken for its parts end a list, begun before it, that is right as a whole."""
    run, first = total.value + added, total
    at = next((i for i, c in enumerate(told) if (c.text, c.start) == (total.text, total.start)), 0)
    for count in reversed(told[:at]):
        if count.unit != total.unit or count.is_rough:
            continue
        gap = first.text[count.end if count.text == first.text else 0 : first.start]
        if count.value == run and _BEGINS.search(gap):
            return True
        run, first = run + count.value, count
    return False


def is_part_beside(text: str, opening: re.Match[str], count: Count) -> bool:
    """Whether a number is one more part of the list that a 涉及 seems to begin.

    涉及征地的12件，涉及财政的6件; 从领域看，征地52件；教育20件；涉及养老12件，涉及交通9件.
    """
    is_listed = opening[0].startswith("；") and count.text == text and _LISTED.search(text, 0, count.start)
    return "涉及" in count.head or bool(is_listed)


def lacks_nothing(total: Count, parts: Sequence[Count], counts: Sequence[Count]) -> bool:
    """Whether a list that falls short of a number goes on behind its end, is summed up there, or is no shorter.

    自然人58件，占59.8%；商业企业31件；律师事务所6件，其他组织2件; 公开30件，…，其他1件，合计71件.
    """
    added = sum(part.value for part in parts)
    behind = [c for c in counts if c.start > parts[-1].start and c.unit == total.unit and not c.is_rough]
    goes_on = behind[:1] and "；" not in total.text[parts[-1].end : behind[0].start]
    is_last = goes_on and behind[0].value == total.value - added
    return total.value < added or added in [c.value for c in behind] or bool(is_last)
