"""Finds totals that turns, both halves or what was due do not make: 三批，每批30人，共120人."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from core.base.patterns import pattern
from core.texts.language.numbers import han_number
from core.texts.language.things import Count
from core.texts.sums.sum_shapes import NO_PART
from core.texts.sums.turns import are_all_turns

_TURNS = ("期", "批", "场", "次", "轮", "季", "册")
_EACH_TURN = pattern("每(?P<turn>[期批场次季册])[^，；：。、（）\\d]{0,6}")
_TOTAL = pattern(
    "(?:全年|年内|一年下来|一年来|先后|总|前后)*(?:共计?|合计|累计|总计|一共|总共)(?:有|为|达|计)?[^，；：。、（）\\d]{0,6}"
)
_NOT_EXACT = pattern("不少于|不低于|至少|以上|平均|左右|上下|约|近|超|连同|另|加上|此外|除")
_NEAR = 60
_PEOPLE = ("人", "人次")
_PEOPLE_NEXT = pattern("[^，；：。、（）\\d]{0,6}[、，；]")
_SO_MANY_TURNS = pattern("([两二三四五六七八九])[期批场次轮季]")
"""(两期)合计117人次"""
_TURNS_OPEN = pattern(
    "[^，；。、（）\\d]{0,14}[，（]?(?:参训|参加|到场|参会|到课|人数|的)*(?:分别|依次)?(?:有|为|是)?[：（]?"
)
"""三期(培训：)45人、62人"""
_ON_A_DAY = pattern("在?[◆◇]份?(?:第?[一二三四五六]?[期批场次轮季])?")
"""四次：(3月)30人，(6月)45人: when each turn was."""
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
    if "人" in text and ("计" in text or "共" in text):
        yield from _people_listed(text, counts)


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


def _people_listed(text: str, counts: Sequence[Count]) -> Found:
    """培训3期，第一期45人、第二期62人、第三期38人，共155人次; 三期：45人、62人、38人，合计155人次.

    Fewer persons than were there may be right: who came twice is one.
    """
    for i, total in enumerate(counts):
        run = _people_before(text, counts[:i]) if total.unit in _PEOPLE else []
        turns = _SO_MANY_TURNS.match(total.head)
        if len(run) < 2 or not _TOTAL.fullmatch(total.head, turns.end() if turns else 0):
            continue
        added = sum(part.value for part in run)
        is_wrong = added < total.value or (added > total.value and total.unit == _PEOPLE[1])
        is_exact = not any(c.is_rough for c in (*run, total)) and not _NOT_EXACT.search(text, run[0].start, total.end)
        is_told = han_number(turns[1]) == len(run) if turns else _are_all(text, run, counts[: i - len(run)])
        if is_told and is_wrong and is_exact:
            yield total, run, ""


def _people_before(text: str, counts: Sequence[Count]) -> list[Count]:
    """Return the last of some counts that are people, told one after the other."""
    run: list[Count] = []
    for part in reversed(counts):
        gap = text[part.end : run[0].start - len(run[0].head)] if run else ""
        if part.unit not in _PEOPLE or (run and not _PEOPLE_NEXT.fullmatch(gap)):
            break
        run.insert(0, part)
    return run


def _are_all(text: str, run: Sequence[Count], before: Sequence[Count]) -> bool:
    """Whether people are those of all turns: named from the first to the last, or as many as were told right before."""
    if are_all_turns(text[: run[0].start - len(run[0].head)], [part.head for part in run]):
        return True
    turns = before[-1] if before else None
    if turns is None or turns.unit not in _TURNS or turns.value != len(run) or _SOME.search(turns.head):
        return False
    first, *others = (_ON_A_DAY.sub("", part.head) for part in run)
    return bool(_TURNS_OPEN.fullmatch(text, turns.end, run[0].start - len(run[0].head) + len(first))) and not any(
        others
    )


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
