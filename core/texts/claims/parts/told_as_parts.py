"""Leaves out numbers that the words beside them tell as parts of the table's, whatever they are parts by.

拟修改7件、继续有效57件 are the 64 in force; 复议2件，占全县13件的15.4%: of these;
不同意16件；不同意的16件不予公开: the same 16.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import last_of, pattern
from core.checks.rules import CheckContext
from core.report.entry_text import Number
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME
from core.texts.language.role_keys import ONE_KIND

_UNITS = ("件", "宗", "份", "起", "部")
_LISTED = pattern("(?:[、，]|以及|和|及)(?![^，；。]*(?:其中|[比较增减]|净|另|连同|加上))[^，；。：（）\\d]{1,16}")
"""拟修改7件(、继续有效)57件"""
_OF_ALL = pattern(
    "，?(?:约|仅|只)*占(?:全[省市县区州局镇乡]|总|全部|本[年局级])[^，；。：（）\\d]{0,8}(?P<whole>\\d+)[件宗起]的"
)
"""复议2件(，占全县13件的)15.4%"""
_OFFICE = pattern("政府|本级|机关|部门|分局|[县区市省]级|县区|区县|乡镇|镇街|中心")
"""(市政府)制发3件，(县区政府)制发5件"""
_OF_WHOLE = pattern("(?:我[局委厅]|本[局委厅])?(?:全年|全[市县区省州局镇乡]|合计|总计|共|本年度?)")
"""(全年)新收60件: no part"""
_IS_NONE_OF = pattern("废止|失效|未发生|没有|未出现|无一")
"""(废止)9件，现行有效134件: not in force"""
_NARROWED = pattern("类|性|涉|同一|关于|因(?!此)|领域|系列|批")
_BY_ONE = pattern("人(?:即|就|便)?(?:占了?|提起了?|提出了?|申请了?)?的?$|占了?$")
"""王某(1人即占)4件（复议2件、诉讼2件）"""
_WHOSE_PARTS = pattern(
    "[^。；\\d]{0,24}[，（](?:其中|包括|包含|分别)[^，；。：（）\\d]{0,12}|[：（][^，；。：（）\\d]{1,12}"
)
_JOINED = pattern("[、，][^，；。：（）\\d]{1,12}")
_OF_OTHER_TIMES = pattern("其他年度|约数|多年累计|计划或标准|某一天|年初")
_MARKS, _SENTENCE = "，；。：、（）\n", "。！？\n"
_MOST_PARTS = 4
_LEAST_WHOLE = 10
"""A smaller sum is that of the table by chance."""
_SHORTEST_NAME = 2
_SLACK = 0.06
_SHARE_BEHIND = pattern("(?:申请)?[，（]?约?占[^，；。\\d]{0,8}\\d")


def told_as_parts(context: CheckContext, found: Found) -> Found:
    """Do not judge such numbers."""
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is not False or not claim.number or not claim.sums or claim.is_share:
            continue
        text = context.report.texts[claim.place.text]
        here = [c for c, _ in found if c.place.text == claim.place.text and not c.is_share]
        is_part = _is_of_told_whole(text, claim) or _is_listed(text, here, claim) or _is_of_unknown(text, here, claim)
        is_part = is_part or _is_share_of_all(text, [c for c, _ in found if c.place.text == claim.place.text], claim)
        if is_part or _is_told_again(text, [c for c in here if c.place.end <= claim.place.start], claim):
            found[i] = claim.left_alone(OF_SOME), scope
    return found


def _is_of_told_whole(text: str, claim: Claim) -> bool:
    said = _OF_ALL.match(text, claim.place.end)
    return bool(said) and (claim.number or 0) < int(said["whole"] if said else 0) in claim.sums


def _is_share_of_all(text: str, here: Sequence[Claim], claim: Claim) -> bool:
    """Whether the share of all that a number makes is told right behind it: 合计收到301件，占81.4%."""
    share = next((c for c in here if c.place.start >= claim.place.end), None)
    is_whole = claim.rule_id in ("N-01", "N-04") and claim.key not in ONE_KIND
    if not is_whole or share is None or not share.is_share or not _SHARE_BEHIND.match(text, claim.place.end):
        return False
    shares = [float(claim.number or 0) * 100 / float(whole) for whole in claim.sums if whole > (claim.number or 0)]
    return any(abs(one - float(share.number or 0)) < _SLACK for one in shares)


def _is_listed(text: str, here: Sequence[Claim], claim: Claim) -> bool:
    """Whether a number and those listed beside it, of which nothing else is known, add up to the table's."""
    if not text.endswith(_UNITS, 0, claim.place.end) or _OF_WHOLE.match(_own(text, claim)):
        return False
    place = next(i for i, c in enumerate(here) if c is claim)
    starts = range(place, max(place - _MOST_PARTS, -1), -1)
    for start in starts:
        if start < place and not _is_beside(text, here[start], here[start + 1], claim):
            return False
        for end in range(place + 1, min(start + _MOST_PARTS, len(here)) + 1):
            if end > place + 1 and not _is_beside(text, here[end - 1], here[end - 2], claim):
                break
            run = here[start:end]
            is_sure = max(claim.sums) >= _LEAST_WHOLE or all(_OFFICE.search(_own(text, c)) for c in run)
            if is_sure and len(run) > 1 and _sum(run) in claim.sums:
                return True
    return False


def _is_of_unknown(text: str, here: Sequence[Claim], claim: Claim) -> bool:
    """Whether a number is listed behind one that nothing is known of, which the list adds up to.

    集团性案件8件，均为同一项目引发，其中复议5件、诉讼3件
    """
    place = next(i for i, c in enumerate(here) if c is claim)
    for start in range(place, max(place - _MOST_PARTS, 0), -1):
        whole, first = here[start - 1], here[start]
        by_one = _BY_ONE.search(_own(text, whole))
        is_whole = (
            whole.key == "unknown"
            and (by_one or _NARROWED.search(_own(text, whole)))
            and text.endswith(_UNITS, 0, whole.place.end)
            and (whole.number or 0) > 1
        )
        if is_whole and _WHOSE_PARTS.fullmatch(text, whole.place.end, first.place.start):
            run = [first]
            for part in here[start + 1 :]:
                if _sum(run) >= (whole.number or 0) or not _JOINED.fullmatch(text, run[-1].place.end, part.place.start):
                    break
                run.append(part)
            is_other = bool(by_one) or whole.number not in claim.sums
            return len(run) > 1 and _sum(run) == whole.number and is_other and claim in run
    return False


def _is_beside(text: str, part: Claim, beside: Claim, claim: Claim) -> bool:
    """Whether a number of things that nothing is known of is listed right beside another."""
    if _IS_NONE_OF.search(part.quote) or part.number == 1:
        return False
    is_open = part.key == "unknown" or (part.cells == claim.cells and part.agrees is False)
    if not is_open or not part.number or _OF_OTHER_TIMES.search(part.meaning):
        return False
    first, second = sorted((part.place, beside.place), key=lambda at: at.start)
    return text.endswith(_UNITS, 0, part.place.end) and bool(_LISTED.fullmatch(text, first.end, second.start))


def _is_told_again(text: str, before: Sequence[Claim], claim: Claim) -> bool:
    """Whether a number stands in the same words before, where nothing was known of it: 不同意的16件.

    So it is where one of the same kind was told as some right before: 41件由自然人、律所提出37件、4件。律所的4件中….
    """
    own = _own(text, claim)
    line = text.rfind("\n", 0, claim.place.start)
    some = [c for c in before if c.key == claim.key and c.number == claim.number and c.place.start > line]
    if claim.key in ONE_KIND and any(c.agrees is None and OF_SOME in c.meaning for c in some):
        return True
    begin = last_of(_SENTENCE, text, 0, claim.place.start)
    same = [c for c in before if c.key == "unknown" and c.number == claim.number and c.place.start > begin]
    return any(len(name) >= _SHORTEST_NAME and own.startswith(name) for name in (_own(text, c) for c in same))


def _own(text: str, claim: Claim) -> str:
    start = next(
        i for i in range(claim.place.start, claim.place.end + 1) if text[i : i + 1].isdecimal() or i == claim.place.end
    )
    return text[last_of(_MARKS, text, 0, start) + 1 : start]


def _sum(run: Sequence[Claim]) -> Number:
    return sum(c.number or 0 for c in run)
