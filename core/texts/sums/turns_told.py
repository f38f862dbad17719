"""Finds totals that turns, both halves or what was due do not make: 三批，每批30人，共120人."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from core.base.patterns import pattern
from core.texts.language.sum_shapes import NO_PART
from core.texts.language.things import Count

_TURNS = ("期", "批", "场", "次", "轮", "季", "册")
_EACH_TURN = pattern("每(?P<turn>[期批场次季册])[^，；：。、（）\\d]{0,6}")
_TOTAL = pattern(
    "(?:全年|年内|一年下来|一年来|先后|总|前后)*(?:共计?|合计|累计|总计|一共|总共)(?:有|为|达|计)?[^，；：。、（）\\d]{0,6}"
)
_NOT_EXACT = pattern("不少于|不低于|至少|以上|平均|左右|上下|约|近|超|连同|另|加上|此外|除")
_NEAR = 60
_PEOPLE = ("人", "人次")
_HALVES = pattern(
    "(?P<names>(?:上半年|线上|网上)(?:、|和|与|及)(?:下半年|线下))(?:分别|均)?各(?P<did>[^，；：。、（）\\d]{0,8})"
)
"""(上半年、下半年各)11场"""
_DID = pattern("(?:发放|印发|编印|发送|接待|召开|开展|举行|组织|发布|编发|培训|抽查|检查|公开|有|为)*")
_YEAR = pattern(f"(?:全年|年内|总|，)*(?:共计?|合计|累计|总计|一共|总共){_DID.pattern}")
"""(全年共举办)7场: of the same thing"""
_IN_TURN = pattern(
    "(?:^|[，；。：])(?P<before>[^，；：。、（）\\d]{0,8}?)(?:\\d|[两二三四五六七八九十])(?:期|批|场|轮|次)[^，；：。、（）\\d]{0,12}(?:分别|依次)[^，；：。、（）\\d]{0,6}$"
)
"""(三期培训分别有)42人、38人、51人参加"""
_SOME = pattern("前|后|其中|第|上述|另|部分")
_VERB = "(?P<verb>公开|公示|公布|报送|上报|报告|编制|更新|整改|发布|提交|备案)"
_DUE = pattern(f"应当?(?:主动|依法|按时|按期)?{_VERB}")
_IN_TIME = pattern(f"(?:其中|已|均|全部)*(?:按时|按期|如期|及时|准时)(?:完成)?{_VERB}的?")
_LATE = pattern(
    f"[^，；：。、（）\\d]{{0,10}}?(?:延后|逾期|推迟|延迟|延期|超期|超时|滞后|未按时|未按期|未|没有)(?:完成)?{_VERB}的?"
)

Found = Iterator[tuple[Count, Sequence[Count], str]]


def sums_of_turns(text: str, counts: Sequence[Count]) -> Found:
    """Yield totals that turns, both halves or those in time and late do not make."""
    if "每" in text:
        yield from _so_many_each(text, counts)
    if "各" in text:
        yield from _both_halves(text, counts)
    if "分别" in text or "依次" in text:
        yield from _people_in_turn(text, counts)
    if "应" in text:
        yield from _due(counts)


def _so_many_each(text: str, counts: Sequence[Count]) -> Found:
    """三批，每批30人，共有120人."""
    for turns, each, total in zip(counts, counts[1:], counts[2:], strict=False):
        said = _EACH_TURN.fullmatch(each.head)
        is_plain = said and said["turn"] == turns.unit and not any(c.is_rough for c in (turns, each, total))
        units = {_unit(each), _unit(total)}
        if not is_plain or len(units) > 1 or not _TOTAL.fullmatch(total.head) or "；" in text[turns.end : total.start]:
            continue
        made = turns.value * each.value
        if total.value != made and not _NOT_EXACT.search(text, turns.start, total.end):
            yield total, (each._replace(value=made),), "reckoned"


def _both_halves(text: str, counts: Sequence[Count]) -> Found:
    """发布会21场，上半年、下半年各11场; 线上、线下各举办开放日3场，全年共7场."""
    for i, each in enumerate(counts):
        begin = max(text.rfind(mark, 0, each.start) for mark in "，；：。（") + 1
        said = _HALVES.fullmatch(text, begin, each.start)
        if said is None or each.is_rough:
            continue
        before = counts[i - 1] if i and text[counts[i - 1].end : begin] in ("，", "（", "，其中") else None
        behind = counts[i + 1] if i + 1 < len(counts) and _YEAR.fullmatch(counts[i + 1].head) else None
        total = behind or (before if _DID.fullmatch(said["did"]) else None)
        is_plain = (
            total and total.unit == each.unit and not (total.is_rough or NO_PART.search(before.head if before else ""))
        )
        if total and is_plain and total.value != each.value * 2:
            yield total, (each, each), ""


def _people_in_turn(text: str, counts: Sequence[Count]) -> Found:
    """三期培训分别有42人、38人、51人参加，累计培训133人次."""
    for i, first in enumerate(counts):
        if first.unit not in _PEOPLE:
            continue
        opened = _IN_TURN.search(text, max(first.start - _NEAR, 0), first.start)
        if opened is None or not i or _SOME.search(opened["before"]):
            continue
        many = counts[i - 1]
        parts = counts[i : i + int(many.value)]
        total = next(iter(counts[i + len(parts) : i + len(parts) + 1]), None)
        is_row = all(text[a.end : b.start] in ("、", "和", "及") for a, b in pairwise(parts))
        if many.unit not in _TURNS or len(parts) < 2 or len(parts) != many.value or not is_row or total is None:
            continue
        is_plain = {_unit(c) for c in (*parts, total)} == {_unit(first)} and _TOTAL.fullmatch(total.head)
        if is_plain and not any(c.is_rough for c in (*parts, total)) and sum(c.value for c in parts) != total.value:
            yield total, parts, ""


def _due(counts: Sequence[Count]) -> Found:
    """应公开部门预算的单位61家，按时公开60家，延后公开2家."""
    for whole, some, late in zip(counts, counts[1:], counts[2:], strict=False):
        heads = _DUE.search(whole.head), _IN_TIME.fullmatch(some.head), _LATE.fullmatch(late.head)
        verbs = {head["verb"] if head else "" for head in heads}
        if len(verbs) > 1 or verbs == {""} or len({whole.unit, some.unit, late.unit}) > 1:
            continue
        if some.value + late.value > whole.value and not any(c.is_rough for c in (whole, some, late)):
            yield whole, (some, late), "more"


def _unit(count: Count) -> str:
    return "人" if count.unit in _PEOPLE else count.unit
