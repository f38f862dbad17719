"""Leaves out numbers of like clauses that together make exactly the cell each of them would be compared with.

市局机关公开9件，分局公开12件: together the 21 of the table, though neither is. Whatever the clauses divide it by, the
sum shows that they do. Behind words that divide, the verb may be said once: 按层级分，市直部门新收60件，县区70件.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from core.base.patterns import last_of, pattern
from core.checks.rules import CheckContext
from core.report.entry_text import Number
from core.texts.claims.claim import Claim, Found

_WHY = "几部分分开说"
_APART = pattern("几部分分开说|分几处说")
_OTHER_TIMES = pattern("其他年度|约数|多年累计|计划或标准")
_BRACKETS = pattern("（[^（）]*）")
_BREAK = pattern("[，；：。、（！？\\n]")
_FILLER = pattern("(?:共计?|合计|有|为|达|的|了|全年|累计|分别)+$")
_TAIL = pattern("[\u4e00-\u9fff]{2}$")
_OF_ALL = pattern("^(?:全年|本年度?|今年|年内|总计|累计|我[局市县区镇委厅办]|本[局市县区镇委厅办]|一|共|依法)*$")
"""(全年)新收60件: no part."""
_OFFICE = pattern(
    "(?:机关|本级|本部|分局|中心|部门|单位|所|队|站|乡镇|镇街|街镇|街道|区县|县区|县市|政府|镇|乡|厅|局|委|办|科|室|处)$"
)
"""(分局)公开24件: not understood, but surely of another office."""
_BEHIND = pattern("[^，；：。、（）！？\\d\\n]*")
_BY = pattern("(?:^|[。；！？\\n])(?:其中，?)?[按从就分][^，；。：、\\d]{1,12}[，：]")
"""(按层级分，)市直部门新收60件，县区70件"""
_PART = pattern("[。；！？\\n]")
_OURS = pattern(
    "^(?:其中，?)?(?:[我本]?[省市县区州]?(?:[局厅委办]|(?:人民)?政府)?(?:机关)?(?:本级|机关|本部)|[局厅委]本级机关"
    "|以[我本]?[省市县区州]?(?:[局厅委]|(?:人民)?政府)为(?:被申请人|被告))$"
)
"""5件，(局本级)2件、县级教育局3件: the unit's own ones."""
_FRAME_END = pattern("[。；！？\\n]")
_SENTENCE = "。！？\n"
_CAME_IN = pattern(
    "(?:一?共|合计|总共|分别|全年|年内)*(?:新收到?|新增|收到|受理|接收|接到)(?:的?(?:政府信息公开)?申请)?$"
)
"""厅机关(新收)81件，两个中心(共收到)19件: said in other words of both."""
_TOLD_OF_PART = pattern("几部分分开说|分几处说|后面另有合计")
_OF_ITS_OWN = pattern(
    "(?:[^，；。\\d全合总共各]{0,8}(?:的|收到的|新收的)?申请(?:当?中|里|之中)，)?(?![^，；。\\d]*(?:和|与|及|、|全|合计|共计|总))"
)
_SHORTEST_NAME = 2


class _Clause(NamedTuple):
    """What stands around a number in its clause, and whether it stands in brackets."""

    own: str
    behind: str
    is_inside: bool


def parts_alike_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge such numbers: the run of like ones around a wrong one adds up to the table's."""
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is not False or claim.number is None or not claim.cells or claim.is_share:
            continue
        if _are_parts(context, found, i):
            found[i] = claim.left_alone(_WHY), scope
        elif _is_of_ours_and_others(context, found[i:]):
            _leave_out_those_of_others(found, i)
    return found


def those_of_offices_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge what is told of one office behind its number: 机关新收152件（自然人121件），办结149件."""
    for i, (part, _) in enumerate(found):
        is_part = part.agrees is None and bool(_APART.search(part.meaning)) and part.rule_id in ("N-01", "N-04")
        if is_part and _OFFICE.search(_TAIL.sub("", _own(context.report.texts[part.place.text], part))):
            _leave_out_those_of_part(context.report.texts[part.place.text], found, i)
        if part.agrees is None and part.rule_id == "N-01" and _TOLD_OF_PART.search(part.meaning):
            _leave_out_those_told_later(context.report.texts[part.place.text], found, i)
    return found


def _leave_out_those_of_part(text: str, found: Found, i: int) -> None:
    part = found[i][0]
    for j in range(i + 1, len(found)):
        claim, scope = found[j]
        if claim.place.text != part.place.text or _PART.search(text, part.place.end, claim.place.start):
            return
        is_less = not claim.is_share and (claim.number or 0) < max(claim.sums, default=0)
        if claim.agrees is False and (is_less or claim.is_share):
            found[j] = claim.left_alone(_WHY), scope


def _leave_out_those_told_later(text: str, found: Found, i: int) -> None:
    """Do not judge what a later sentence tells of one office: 厅机关新收81件，…。厅机关的申请中，答复78件."""
    part = found[i][0]
    name = _CAME_IN.sub("", _own(text, part))
    if len(name) < _SHORTEST_NAME or not _OFFICE.search(name):
        return
    for j in range(i + 1, len(found)):
        claim, scope = found[j]
        is_less = claim.agrees is False and not claim.is_share and (claim.number or 0) < max(claim.sums, default=0)
        if claim.place.text != part.place.text or not is_less or claim.number is None:
            continue
        begin = last_of("。；！？\n", text, 0, claim.place.start) + 1
        begin += len("其中，") if text.startswith("其中，", begin) else 0
        if begin > part.place.end and text.startswith(name, begin) and _OF_ITS_OWN.match(text, begin + len(name)):
            found[j] = claim.left_alone(_WHY), scope


def _leave_out_those_of_others(found: Found, i: int) -> None:
    """Do not judge a number of the unit and of others, nor those like it behind it: 全州38件中，其他8件."""
    first = found[i][0]
    for j in range(i, len(found)):
        claim, scope = found[j]
        is_like = claim.agrees is False and claim.rule_id == first.rule_id and claim.place.text == first.place.text
        if is_like and not claim.is_share and (claim.number or 0) > max(claim.sums, default=0):
            found[j] = claim.left_alone(_WHY), scope


def _are_parts(context: CheckContext, found: Found, i: int) -> bool:
    claim = found[i][0]
    text, wholes = context.report.texts[claim.place.text], claim.sums
    own = _clause(text, claim)
    if _OF_ALL.search(_TAIL.sub("", own.own)):
        return _goes_on(text, found[i:], own, wholes)  # 从来源看，本市申请138件，外地35件
    run = [claim]
    for side in (reversed(found[:i]), found[i + 1 :]):
        for other, _ in side:
            if other.place.text != claim.place.text or _is_beside_the_point(text, other, own):
                continue
            if not _is_like(text, other, claim, own):
                break
            run.append(other)
    if len(run) > 1 and _sum(run) in wholes:
        return True
    return _goes_on(text, found[i:], own, wholes)


def _is_of_ours_and_others(context: CheckContext, found: Found) -> bool:
    """Whether a number is told with the unit's own behind it, which is the table's: 全州483件，其中州本级72件."""
    claim, *behind = (told for told, _ in found)
    text = context.report.texts[claim.place.text]
    first = next((c for c in behind if c.place.text == claim.place.text and not c.is_share), None)
    if first is None or first.number not in claim.sums or (claim.number or 0) <= (first.number or 0):
        return False
    between = text[claim.place.end : first.place.start]
    if _FRAME_END.search(between) or not _OURS.search(_own(text, first)):
        return False
    return "其中" in between or _adds_up(text, claim, behind)


def _adds_up(text: str, claim: Claim, behind: Sequence[Claim]) -> bool:
    """Whether all numbers behind one in its sentence are its parts: 5件，局本级2件、县级教育局3件."""
    end = next((m.start() for m in _FRAME_END.finditer(text, claim.place.end)), len(text))
    run = [c for c in behind if c.place.text == claim.place.text and c.place.start < end]
    return not any(c.key != "unknown" or c.is_share for c in run) and _sum(run) == claim.number


def _goes_on(text: str, found: Found, own: _Clause, wholes: Sequence[Number]) -> bool:
    """Whether the numbers behind one that is divided by something, without a verb of their own, are its other parts."""
    claim = found[0][0]
    begin = max(text.rfind(mark, 0, claim.place.start) for mark in f"{_SENTENCE}；")
    run = [claim]
    if not _BY.search(text[max(begin, 0) : claim.place.start]):
        return False
    for other, _ in found[1:]:
        if other.place.text != claim.place.text or _PART.search(text, claim.place.end, other.place.start):
            break
        if _is_beside_the_point(text, other, own):
            continue
        is_open = other.key == "unknown" or _is_of_same(other, claim)
        if not is_open or len(_clause(text, other).own) < _SHORTEST_NAME:
            break
        run.append(other)
        if _sum(run) in wholes:
            return True
    return False


def _is_beside_the_point(text: str, other: Claim, own: _Clause) -> bool:
    """Whether a number is told in brackets, or is the share of one: 新收60件（含网上40件），占40%."""
    if other.is_share or text.endswith(("%", "％"), 0, other.place.end):
        return True
    return not own.is_inside and _clause(text, other).is_inside


def _is_like(text: str, other: Claim, claim: Claim, own: _Clause) -> bool:
    """Whether a number is told in the same words as another, of something else."""
    clause = _clause(text, other)
    head = _TAIL.sub("", clause.own)
    is_office = other.key == "unknown" and other.number is not None and bool(_OFFICE.search(head))
    if not (is_office or _is_of_same(other, claim)):
        return False
    if clause.own == own.own or _OF_ALL.search(head) or clause.is_inside != own.is_inside:
        return False
    tail = _TAIL.search(own.own)
    is_same_verb = tail is not None and clause.own.endswith(tail[0])
    is_same_verb = is_same_verb or _both_came_in(own.own, clause.own)
    return is_same_verb or (len(own.behind) >= _SHORTEST_NAME and clause.behind == own.behind)


def _both_came_in(one: str, other: str) -> bool:
    """Whether two clauses say of offices that so many came in, in whatever words."""
    names = [_CAME_IN.sub("", own) for own in (one, other)]
    return names[0] != one and names[1] != other and all(map(_OFFICE.search, names))


def _is_of_same(other: Claim, claim: Claim) -> bool:
    """Whether a number was read as another is, and is not all by itself: of 0 and 16 the 16 are all."""
    if other.key != claim.key or other.number is None or _OTHER_TIMES.search(other.meaning):
        return False
    if other.agrees and claim.number:
        return False
    return not other.cells or other.cells == claim.cells


def _own(text: str, claim: Claim) -> str:
    return _clause(text, claim).own


def _clause(text: str, claim: Claim) -> _Clause:
    return _clause_around(text, claim.place.start, claim.place.end)


@lru_cache(maxsize=512)
def _clause_around(text: str, start: int, end: int) -> _Clause:
    """Return what stands around a number; kept, since each number is held against all others of its text."""
    head = text[last_of(_SENTENCE, text, 0, start) + 1 : start]
    while "）" in head and (plain := _BRACKETS.sub("", head)) != head:
        head = plain
    behind = _BEHIND.match(text, end)
    own = _FILLER.sub("", _BREAK.split(head)[-1].strip())
    return _Clause(own, behind[0] if behind else "", head.count("（") > head.count("）"))


def _sum(run: list[Claim]) -> Number:
    return sum(claim.number or 0 for claim in run)
