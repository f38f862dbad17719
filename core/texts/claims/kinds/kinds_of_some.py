"""Claims on kinds of applicants that add up to a number of some applications: 没出结果的4件，3件是个人的，1件是公司的.

That number is no total of the tables, and nothing is known of what it counts, or it was left alone. Its parts are parts
of it, whatever it counts: the tables have all applications of a kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.form.known_cells import ALL_WAYS
from core.report.entry_text import Number
from core.texts.claims.claim import UNKNOWN, Claim, Found
from core.texts.language.left_alone import OF_SOME
from core.texts.language.role_keys import ASKED_FOR, ONE_KIND
from core.texts.reading.sentence.share_checks import added

_OF_OTHER_TIMES = pattern("其他年度|约数|多年累计|计划或标准|某一天|不计入")
_NARROWED = pattern("(?:的|[这那此剩余]|(?:其余|剩余|余下|剩下|另外|另有|还有|尚有|只有)的?)$")
"""(没出结果的)4件, (这)4件: words that say which ones of all."""
_ANYWHERE = 2
"""One so many times less than all is no slip of the number of all, whatever stands before it."""
_NEXT = pattern("[^。；！？\\n\\d]{0,24}")
_SET = pattern("(?:当中|之中|中|里|的|，|：)[^，；。\\d]{0,4}$")
_REST = pattern("(?:其余|剩余|余下|剩下|另外)的?$")
_ENDS = pattern("[^。！？\\n]{0,60}[。！？]")
_KIND_FIRST = pattern("(?!全年|年内|本年|今年|[^，；。]*(?:收到|新收|申请))[^，；。\\d]{0,12}")
"""How a sentence begins that splits what the one before told of: (个人问的)二件"""
_FEWEST = 2
_UNITS = ("件", "宗", "份")


def kinds_of_some(context: CheckContext, found: Found) -> Found:
    """Do not judge kinds of applicants that are the parts of a number of some applications."""
    if not any(_is_wrong_kind(claim) for claim, _ in found):
        return found
    wholes = [added(way, context.numbers) for way in ALL_WAYS]
    counts = [i for i, (c, _) in enumerate(found) if c.number is not None and not c.is_share]
    _leave_out_those_of_one_told(context, found, counts, wholes)
    for n, i in enumerate(counts):
        frame = found[i][0]
        text = context.report.texts[frame.place.text]
        if frame.number in wholes or not _is_of_some(text, frame, wholes[0]):
            continue
        if is_rest_of_all(text, [found[j][0] for j in counts[:n]], frame):
            continue
        for j in _parts(text, found, frame, counts[n + 1 :]):
            claim, scope = found[j]
            if _is_wrong_kind(claim):
                found[j] = claim.left_alone(OF_SOME), scope
    return found


def _leave_out_those_of_one_told(
    context: CheckContext, found: Found, counts: Sequence[int], wholes: Sequence[Number | None]
) -> None:
    """Do not judge kinds that add up to a number told before, not right before them: 有效142件，无效8件；有效的…."""
    for n, i in enumerate(counts):
        if found[i][0].key not in ONE_KIND or (n and found[counts[n - 1]][0].key in ONE_KIND):
            continue
        run = [i, *takewhile(lambda j: found[j][0].key in ONE_KIND, counts[n + 1 :])]
        first = found[i][0].place
        text = context.report.texts[first.text]
        begin = max(text.rfind(mark, 0, first.start) for mark in "。！？\n") + 1
        told = [c for c, _ in found[:i] if c.place.text == first.text and c.place.start >= begin]
        some = [c.number for c in told if c.key == "unknown" and not _OF_OTHER_TIMES.search(c.meaning)]
        together = sum(found[j][0].number or 0 for j in run if found[j][0].place.text == first.text)
        if len(run) < _FEWEST or together in wholes:
            continue
        named = _SET.search(text, begin, first.start) if together in some else None
        just_told = found[counts[n - 1]][0] if n else None
        if not named and not (just_told and _is_split_next(text, begin, just_told, found[i][0], together, wholes[0])):
            continue
        for j in run:
            claim, scope = found[j]
            if _is_wrong_kind(claim):
                found[j] = claim.left_alone(OF_SOME), scope


def _is_split_next(text: str, begin: int, told: Claim, kind: Claim, together: Number, received: Number | None) -> bool:
    """Whether a sentence begins with kinds that add up to the number told last before it, some of all.

    这三件即“保护第三方合法权益”那一栏。个人问的二件，企业问的一件。
    """
    is_next = told.place.text == kind.place.text and _ENDS.fullmatch(text, told.place.end, begin)
    is_set = told.number == together and told.key == UNKNOWN and _is_of_some(text, told, received)
    return bool(is_next and is_set and _KIND_FIRST.fullmatch(text, begin, kind.place.start))


def _is_wrong_kind(claim: Claim) -> bool:
    return claim.agrees is False and claim.key in ONE_KIND and not claim.is_share


def _is_of_some(text: str, frame: Claim, received: Number | None) -> bool:
    """Whether a number that was left alone is that of some applications of this year."""
    if frame.agrees is not None or not frame.number or _OF_OTHER_TIMES.search(frame.meaning):
        return False
    if not text[: frame.place.end].endswith(_UNITS):
        return False
    is_few = received is not None and frame.number * _ANYWHERE <= received
    is_few = is_few or (
        frame.key == "unknown" and text.startswith(("（", "("), frame.place.end)
    )  # 网上71件（自然人60件…）
    return is_few or bool(_NARROWED.search(text[: frame.place.start]))


def is_rest_of_all(text: str, before: Sequence[Claim], frame: Claim) -> bool:
    """Whether a number is all of a whole that the kinds told before it leave: the kinds behind it are those of all.

    新收312件，自然人268件、企业24件、律所12件，三类合计304件；(余下8件)，公益组织5件，其他3件
    """
    begin = max(text.rfind(mark, 0, frame.place.start) for mark in "。！？\n") + 1
    told = [c for c in before if c.place.text == frame.place.text and c.place.start >= begin]
    if not _REST.search(text[begin : frame.place.start]) or not told:
        return False
    whole, *others = told
    kinds = [c.number or 0 for c in others if c.key in ONE_KIND]
    is_plain = whole.key in ASKED_FOR and bool(whole.agrees) and all(c.agrees for c in others if c.key in ONE_KIND)
    is_sum = all(c.number == sum(kinds) for c in others if c.key not in ONE_KIND)
    return is_plain and is_sum and bool(kinds) and sum(kinds) + (frame.number or 0) == whole.number


def _parts(text: str, found: Found, frame: Claim, behind: Sequence[int]) -> Sequence[int]:
    """Return which of the claims behind a number are the kinds that add up to it; none where they do not."""
    last = frame
    run: Number = 0
    for many, j in enumerate(behind, 1):
        claim = found[j][0]
        is_next = claim.place.text == frame.place.text and _NEXT.fullmatch(text, last.place.end, claim.place.start)
        if not is_next or not (claim.key in ONE_KIND or claim.key == "unknown"):
            return ()
        run += claim.number or 0
        if run == frame.number:
            return behind[:many] if many >= _FEWEST else ()
        last = claim
    return ()
