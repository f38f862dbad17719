"""Tells whether a list has all the parts of its total, or what it leaves over is told beside it: 另2件结转."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.base.patterns import pattern
from core.texts.language.numbers import han_number
from core.texts.language.things import UNITS, Count

_REST = pattern("另|其?余|剩|还有|尚")
_REST_BEGINS = pattern(rf"。?(?:另外?|其余|余下|剩[余下]|还有)的?(\d+)(?:{UNITS})")
_STILL_OPEN = pattern(
    "^(?:年末|年底|目前|仍|尚)*(?:未办结|未办完|未办理完毕|在办|未结|待办|未答复|正在办理)(?:的|中)?$"
)
"""公开31件、…、其他1件，(未办结)3件"""

_SO_MANY = pattern(
    "(?:分为?|归为|分成|归入|共|有|包括|以下|这)(?P<number>[两二三四五六七八九十]|\\d{1,2})(?:大|个)?(?:类|种|项|块|部分|方面)"
)

_AMONG = pattern(
    "(?:的)?(?:政府信息公开|信息公开|公开)?(?:申请|事项|办件|来信|信件|问题|案件|意见|建议)?(?:当?中|里)，?(?:其中)?(?:共?有)?"
)
_OTHERS = pattern("(?:另外|另|另有|还有|其余|余下|剩下)(?:的|有)?")
_OTHER_THINGS = pattern("[^，；。]{0,6}(?:来电|咨询|热线|电话|信访|投诉|建议|提案|许可|处罚|复议|诉讼)")


def others_too_many(text: str, counts: Sequence[Count]) -> Iterator[tuple[Count, Sequence[Count], str]]:
    """Yield wholes that some of them and the others are more than: 13件申请里，有11件是寄来的，另外3件走的网上平台."""
    for whole, some, others in zip(counts, counts[1:], counts[2:], strict=False):
        is_listed = _AMONG.fullmatch(text, whole.end, some.start) and _OTHERS.fullmatch(others.head)
        is_plain = len({whole.unit, some.unit, others.unit}) == 1 and not any(c.is_rough for c in (whole, some, others))
        is_one_part = not any(mark in text[whole.end : others.start] for mark in "；（")
        is_one_part = is_one_part and not _OTHER_THINGS.match(text, others.end)
        if is_listed and is_plain and is_one_part and some.value <= whole.value < some.value + others.value:
            yield whole, (some, others), "more"


def are_so_many(between: str, parts: Sequence[Count]) -> bool:
    """Whether a list has all the parts that it is said to have: 91件分为六类：予以公开31件，…、其他处理4件."""
    said = _SO_MANY.search(between)
    number = said["number"] if said else ""
    return len(parts) == (int(number) if number.isdecimal() else han_number(number) if number else 0)


def is_rest_told(totals: Sequence[Count], parts: Sequence[Count], counts: Sequence[Count]) -> bool:
    """Whether the next number is what is missing: 受理62件，其中公开28件、无法提供32件，另2件结转."""
    missing = totals[-1].value - sum(part.value for part in parts)
    behind = next((c for c in counts if c.start > parts[-1].start), None)
    return behind is not None and behind.value == missing and bool(_REST.match(behind.head))


def is_rest_behind(behind: str, total: Count, parts: Sequence[Count]) -> bool:
    """Whether the next sentence tells what is missing: 办结25件，公开9件、…。剩下2件，一件转信访、一件…."""
    rest = _REST_BEGINS.match(behind)
    return rest is not None and int(rest[1]) == total.value - sum(part.value for part in parts)


def are_all_with_open(totals: Sequence[Count], parts: Sequence[Count], counts: Sequence[Count]) -> bool:
    """Whether parts and those still open, told next, are the total, or the two before them together."""
    behind = next((c for c in counts if c.start > parts[-1].start), None)
    if behind is None or not _STILL_OPEN.match(behind.head):
        return False
    all_told = sum(part.value for part in parts) + behind.value
    return all_told in [totals[-1].value, sum(total.value for total in totals[-2:])]
