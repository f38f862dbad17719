"""Knows the parts of totals that say of how many they are, where some were told before, or others stand before them.

公开96件，部分公开22件。不予公开79件，无法提供90件，四项相加287件: the first two are of them.
办结91件，公开35件、部分公开12件，两项合计46件: the 91 is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

from core.base.patterns import pattern
from core.texts.language.numbers import NUMERALS, han_number
from core.texts.language.things import Count
from core.texts.sums.sum_shapes import NO_PART, SUBTOTAL, Sums

_SO_MANY = pattern(f"(?P<many>[{NUMERALS}]{{1,2}}|\\d)(?:大?[类种项者级块]|个)")
_SUM_OF_SOME = pattern("^(?:这|前|上述|以上)?[两三四五六二](?:者|项|类|种|块|个)")
"""(两者)118件: what some of them make together."""
_NAMED_SUM = pattern(
    "[，；]?(?:以上|上述|这|前述)?(?P<many>[两三四五])(?:项|者|类|种)(?:答复|结果|决定|情形)?"
    "(?:合计|共计|总计|一共|相加|加起来|合起来|之和)(?:为|是|有)?"
)
_NAMED_TOTAL = pattern(
    "[，；]?(?:以上|上述|这|前述)?(?P<many>[两三四五六七八九])大?(?:项|者|类|种)[\u4e00-\u9fff]{0,6}?(?:合计|共计|总计|一共|共)"
)
_FOUND = pattern("(?:共|累计)?(?:发现|查出|检出|查摆|梳理出|查实)")
_NEXT = pattern("\\s*(?:[、，；]|和|与|及|以及)\\s*[^，；：。、（）\\d]{2,20}")
"""予以公开35件(、部分公开)12件: right behind one part the next, with nothing else between them."""
_MOST = 10


def with_parts_before(run: Sequence[Count], said: str, total: Count, above: Sequence[Count]) -> Sequence[Count]:
    """Return the parts of a total with those told before them; none where it counts more and these are not certain.

    Args:
        run: The parts that the sentence tells.
        said: The words between the last of them and the total: 六项相加.
        total: What they are said to make.
        above: The numbers before these.
    """
    named = _SO_MANY.search(said)
    many = (int(named["many"]) if named["many"].isdecimal() else han_number(named["many"]) or 0) if named else 0
    if many <= len(run):
        return run
    near = [c for c in above[-_MOST:] if c.unit == total.unit and not c.is_rough]
    if not near:
        return run  # of no others can it be
    missing, needed = many - len(run), total.value - sum(part.value for part in run)
    if any(sum(c.value for c in some) == needed for some in combinations(near, missing)):
        return ()
    plain = [c for c in near if not (_is_sum_of_some(c) or NO_PART.search(c.head))]
    others = [c for c in above if not _is_sum_of_some(c)]
    return (*plain, *run) if plain == others and len(plain) == missing else ()


def so_many_last(run: list[Count], said: str) -> list[Count]:
    """Return the last so many of some numbers where a total names how many were found.

    抽查60份，发现格式不规范9份、引用不准确6份、未告知救济途径2份，三类问题文书合计18份: the 60 is what was looked at.
    """
    named = _NAMED_TOTAL.match(said)
    many = han_number(named["many"]) or 0 if named else 0
    return run[-many:] if 1 < many < len(run) and _FOUND.match(run[-many].head) else run


def sums_of_so_many(text: str, counts: Sequence[Count]) -> Sums:
    """Yield totals of so many parts right before them, where no so many of all numbers before make them either."""
    for i, total in enumerate(counts[2:], 2):
        named = _NAMED_SUM.fullmatch(text[counts[i - 1].end : total.start].strip())
        many = han_number(named["many"]) or 0 if named else 0
        if not 1 < many <= i <= _MOST:
            continue
        before, parts = counts[:i], counts[i - many : i]
        gaps = [text[one.end : two.start] for one, two in pairwise(parts)]
        if any(c.is_rough or c.unit != total.unit for c in (*before, total)) or not all(map(_NEXT.fullmatch, gaps)):
            continue
        if any(NO_PART.search(c.head.removeprefix("其中")) or SUBTOTAL.search(c.head) for c in parts):
            continue
        runs = (before[n:] for n in range(i - 1))
        if not any(sum(c.value for c in some) == total.value for some in (*combinations(before, many), *runs)):
            yield total, parts, ""


def _is_sum_of_some(count: Count) -> bool:
    """Whether a number is what some of those before it make together."""
    return bool(SUBTOTAL.search(count.head) or _SUM_OF_SOME.match(count.head))
