"""Finds totals that differ from parts whose names stand before their numbers, where the list is said to split them all.

收到申请60件，按受理机关分，本级、部门、乡镇分别为9件、35件、13件: what is divided by something is divided as a whole.
网站发文960篇，公众号发文412篇，…，网站与公众号发文总计1372篇: a total that names its parts once more.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.base.patterns import holds_one, last_of, pattern
from core.texts.language.numbers import han_number
from core.texts.language.things import Count
from core.texts.sums.sum_shapes import NO_PART, Sums, differs

_SPLIT = pattern(
    "(?:^|[，；])按照?(?!多少|数量|降序|次序)[^，；：。、（）\\d]{2,12}(?:分|划分|区分|分类|归类|统计)(?:的话)?[，：]"
    "(?P<names>[^，；：。（）\\d]{2,40}?)(?:申请)?(?:分别|依次)(?:为|是|有|收到|受理|办理|占)?$"
)
_AMONG = pattern("(?:^|[，（])其中[，：]?(?P<names>[^，；：。（）\\d]{2,40}?)(?:分别|依次|各自)(?:为|是|有|占|达)?$")
"""处罚决定100件，(其中甲类、乙类分别为)60件、45件: no more than all."""
_SAME_TOLD = pattern("渠道|平台|网站|载体|媒体|公众号|微博|微信|涉及|包含")
"""What several of may tell the same, or hold the same."""
_SO_MANY = pattern(
    "(?:^|[，；])(?:这|上述|以上|其中)?(?P<many>[两二三四五六])(?:大|个|种|类|项|条)*[^，；：。、（）\\d]{0,6}(?:分别|依次)(?:为|是|有|收到|受理|办理|占)?$"
)
"""通过信箱、热线和现场接待共回应3816件次，(三个渠道依次为)872件次、2764件次和190件次"""
_NOT_ALL = pattern("等|主要|前[两二三四五]|居前|靠前|较多|部分(?!公开)|其中|大多")
_BETWEEN = pattern("以及|[、和及与]")
_JOINED = pattern("[、，]?(?:和|及|与|以及)?")
_GOES_ON = pattern("[、，；]?(?:另|其余|余下|其他|其它|还有|等)")
_NAMES_AGAIN = pattern(
    "(?:^|[，；：])(?:其中|上述|以上|全年|年内|仅)*(?P<names>[^，；：。（）\\d]{2,30}?)(?:两者|二者|[两三四][项者类种]|加起来)?"
    "(?:合计|总计|共计|一共|总共|合起来|加起来|共)(?P<verb>[^，；：。（）\\d]{0,6}?)(?:为|有|达|达到|是|了)?$"
)
"""(网站与公众号发文总计)1372篇"""
_TOGETHER = ("共", "合计", "总计", "加起来", "合起来")
"""Words of which the total has one."""
_TOLD_TWICE = pattern("重复|去重|重合|重叠|交叉|同步|同时|互转|转发|转载|剔除|扣除")
"""其中(同步)发文300篇: counted once in the total."""
_SHORTEST_NAME = 2


def parts_in_order(text: str, counts: Sequence[Count], before: Sequence[Count]) -> Sums:
    """Yield totals, of the same sentence or else the one before, that such parts do not add up to."""
    yield from _divided(text, counts, before)
    yield from _more_than_all(text, counts)
    yield from _so_many_in_order(text, counts)
    yield from _named_again(text, counts)


def _named_again(text: str, counts: Sequence[Count]) -> Sums:
    """Yield totals that the numbers before them do not add up to whose names the words of the total repeat."""
    if not holds_one(text, _TOGETHER):
        return
    for i, total in enumerate(counts[2:], 2):
        begin = last_of("，；：。（）", text, 0, total.start)
        said = _NAMES_AGAIN.fullmatch(text[max(begin, 0) : total.start].strip())
        names = _BETWEEN.split(said["names"]) if said else []
        if said is None or len(names) < 2 or total.is_rough or begin < counts[i - 1].start:
            continue
        parts = _parts_named(names, said["verb"], counts[:i])
        if not parts or _TOLD_TWICE.search(text, parts[0].start, total.end):
            continue
        if any(c.is_rough or c.unit != total.unit or NO_PART.search(c.head) for c in parts):
            continue
        if sum(part.value for part in parts) != total.value:
            yield total, parts, ""


def _parts_named(names: Sequence[str], verb: str, counts: Sequence[Count]) -> Sequence[Count]:
    """Return the numbers that have these names and the same words behind them, which may follow the last name too."""
    for length in range(len(names[-1]), _SHORTEST_NAME - 1, -1):
        short = [*names[:-1], names[-1][:length]]
        found = [(part, name) for name in short if (part := _of_name(name, counts))]
        parts, said = [part for part, _ in found], {part.head.partition(name)[2] for part, name in found}
        is_each = len({*parts}) == len(names) and len(said) == 1
        if is_each and {names[-1][length:], verb} <= {"", *said}:
            return parts
    return ()


def _of_name(name: str, counts: Sequence[Count]) -> Count | None:
    """Return the only number whose words hold a name."""
    named = [count for count in counts if name in count.head] if len(name) >= _SHORTEST_NAME else []
    return named[0] if len(named) == 1 else None


def _so_many_in_order(text: str, counts: Sequence[Count]) -> Sums:
    """Yield totals whose clause names as many as the parts told in order behind it are said to be."""
    if "分别" not in text and "依次" not in text:
        return
    for i, first in enumerate(counts[1:], 1):
        begin = max(text.rfind(mark, 0, first.start) for mark in "，；")
        said = _SO_MANY.search(text, max(begin, 0), first.start)
        total = next((c for c in reversed(counts[:i]) if c.end <= begin), None)
        many = han_number(said["many"]) if said else None
        if said is None or total is None or many is None:
            continue
        parts = counts[i : i + many]
        clause = max(text.rfind(mark, 0, total.start) for mark in "，；：。") + 1
        names = text[clause : total.start]
        if "；" in text[total.end : first.start] or any(clause <= c.start < total.start for c in counts):
            continue
        if len(parts) < many or len(_BETWEEN.split(names)) != many or _NOT_ALL.search(names):
            continue
        are_joined = all(_JOINED.fullmatch(text[a.end : b.start]) for a, b in pairwise(parts))
        is_plain = not any(c.is_rough or c.unit != first.unit for c in (total, *parts)) and not NO_PART.search(
            total.head
        )
        if (
            are_joined
            and is_plain
            and not _GOES_ON.match(text, parts[-1].end)
            and sum(c.value for c in parts) != total.value
        ):
            yield total, parts, ""


def _more_than_all(text: str, counts: Sequence[Count]) -> Sums:
    """Yield totals that some of their parts, told in order, exceed."""
    if "分别" not in text and "依次" not in text:
        return
    for total, first in pairwise(counts):
        named = _AMONG.fullmatch(text, total.end, first.start) if total.unit == first.unit else None
        if named is None or _SAME_TOLD.search(named["names"]) or _TOLD_TWICE.search(text, total.end):
            continue
        at, many = counts.index(first), len(_BETWEEN.split(named["names"]))
        parts = counts[at : at + many]
        are_joined = all(_JOINED.fullmatch(text[a.end : b.start]) for a, b in pairwise(parts))
        is_plain = not any(c.is_rough or c.unit != total.unit for c in (total, *parts))
        if len(parts) == many and are_joined and is_plain and sum(c.value for c in parts) > total.value:
            yield total, parts, ""


def _divided(text: str, counts: Sequence[Count], before: Sequence[Count]) -> Sums:
    """Yield totals that parts told in order do not add up to."""
    if "分别" not in text and "依次" not in text:
        return
    for i, first in enumerate(counts):
        begin = max(counts[i - 1].end if i else 0, text.rfind("；", 0, first.start) + 1)
        split = _SPLIT.search(text, begin, first.start)
        if split is None or _NOT_ALL.search(split["names"]):
            continue
        many = len(_BETWEEN.split(split["names"]))
        parts = counts[i : i + many]
        wholes = [c for c in counts[:i] if c.start >= text.rfind("；", 0, split.start() + 1) + 1]
        totals = [c for c in wholes or before if c.unit == first.unit]
        total = next((c for c in reversed(totals) if not NO_PART.search(c.head)), None)
        if len(parts) < max(many, 2) or total is None or _GOES_ON.match(text, parts[-1].end):
            continue
        are_joined = all(_JOINED.fullmatch(text[a.end : b.start]) for a, b in pairwise(parts))
        if not are_joined or any(c.is_rough or c.unit != first.unit for c in (*totals, *parts)):
            continue
        if differs(totals, parts, is_closed=True):
            yield total, parts, ""
