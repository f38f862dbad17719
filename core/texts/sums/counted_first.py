"""Finds totals that differ from parts counted before they are named: 4件，分别为2件系第三方不同意公开，1件属执法案卷.

Such a list is complete behind 分别. Behind 其中 its parts must be named alike, and only more of them than the total are
wrong: what stands between the same marks may tell another side of the same things.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import holds_one, pattern
from core.texts.language.things import Count
from core.texts.sums.sum_shapes import NO_PART, Sums, differs

_ALL = pattern("[^，；：。（）\\d]{0,12}，?(?:具体)?(?:分别|依次)(?:为|是|有|系)?：?")
_SOME = pattern("[^，；：。（）\\d]{0,12}，?其中，?有?|[^，；：。、（）\\d]{0,6}[中里]，?有?")
_NEXT = pattern(
    "(?P<name>[^；。：\\d]{2,40}?)(?P<mark>[，、；]|以及|[和及])(?:和|以及|及)?(?P<other>另外?有?|还有|其余)?"
)
_LAST = pattern("[^，；。：、（）\\d]{2,}?(?=[，；。、]|$)")
_ASIDE = pattern("其中|同时|重复|兼|既|交叉|含|均|都|上年|去年|增|减")
_UNNAMED = pattern("[^，；。：\\d]{0,12}(?:[共总]|合计|总计)")
"""分别为38件、7件，(共)45件: what is counted was named before."""
_APPLICANT = pattern(
    "自然人|个人|村民|居民|公民|群众|业主|企业|公司|厂|律所|律师|法律服务|科研|高校|公益|社会团体|社会组织|其他组织"
)
_BEGIN = 2
"""Characters of a name that make it like another one."""


def counted_first(text: str, counts: Sequence[Count]) -> Sums:
    """Yield totals with such a list right behind them."""
    if not holds_one(text, ("分别", "依次", "其中", "中", "里")):
        return
    for i, total in enumerate(counts[:-2]):
        gap = text[total.end : counts[i + 1].start]
        is_all = bool(_ALL.fullmatch(gap))
        if not is_all and not _SOME.fullmatch(gap):
            continue
        parts, names = _parts(text, counts[i + 1 :], is_all=is_all)
        if len(parts) < 2 or {c.unit for c in parts} != {total.unit} or any(c.is_rough for c in (total, *parts)):
            continue
        if NO_PART.search(total.head.removeprefix("其中")) or any(map(_ASIDE.search, names)):
            continue
        frame = text.rfind("；", 0, total.start) + 1
        totals = [c for c in counts[: i + 1] if c.start >= frame and c.unit == total.unit]
        if (is_all or _are_alike(names)) and differs(totals, parts, is_closed=is_all):
            yield total, parts, "" if is_all else "more"


def _parts(text: str, counts: Sequence[Count], *, is_all: bool) -> tuple[list[Count], list[str]]:
    """Return the numbers that stand right behind marks, and the words behind them; none where these are missing."""
    parts, names = [counts[0]], []
    for count in counts[1:]:
        step = _NEXT.fullmatch(text, parts[-1].end, count.start)
        if step is None or count.unit != parts[0].unit or (is_all and step["other"]):
            break
        names.append(step["name"])
        parts.append(count)
        if step["mark"] == "；":
            return parts[:-1], names
    last = _LAST.match(text, parts[-1].end)
    return (parts, [*names, last[0]]) if last and not _UNNAMED.match(text, parts[-1].end) else ([], [])


def _are_alike(names: Sequence[str]) -> bool:
    """Whether all names begin alike (涉及…), end alike (…类), or are of applicants."""
    ends = {name[:_BEGIN] for name in names}, {name.rstrip("的")[-1:] for name in names}
    is_sort = len(ends[1]) == 1 and ends[1] <= {"类"}
    return len(ends[0]) == 1 or is_sort or all(map(_APPLICANT.search, names))
