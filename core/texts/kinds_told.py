"""Claims on kinds of applicants by the whole they are told of: 收到14件，其中自然人14件、企业1件.

A kind may be told with those carried in; where the whole is that of the new ones and the kinds are more than it, the
one that is not the table's number of new ones is wrong. Kinds of what is left of a whole are not judged.
"""

from __future__ import annotations

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.report.entry_text import Number, format_number
from core.texts.claim import Claim
from core.texts.share_checks import CARRIED, RECEIVED

Found = list[tuple[Claim, str]]

_WHOLES = ("received", "received_new", "mentioned")
_KINDS = ("applicants", "其他申请人")
_NEW = "t3.R01."
_OPENS = pattern(
    "[^。；]{0,12}(?:其中|包括|按申请人|：|（)[^。；\\d]*|[^，。；（\\d]{0,8}，(?!.*(?:结转|上年))[^。；（\\d]{0,14}"
)
"""新收108件(，其中自然人)100件; 新收108件(申请，个人提的占大头，)100件"""
_GOES_ON = pattern("[^。；（）\\d]{0,24}|[^。；（）\\d]{0,16}；[^。；（）\\d]{0,10}")
_OF_THE_REST = pattern("(?:余下?|剩余?|剩下|其余|另外?|尚|还|仍)有?的?\\d+[件宗份]（[^）]*$")
"""余下3件（自然人2件"""
_WHY = "其中一部分，不核对"


def kinds_told_too_many(context: CheckContext, found: Found) -> Found:
    """Compare kinds with the new applications alone, where they are told as more than these."""
    for i, (whole, _) in enumerate(found):
        if whole.key not in _WHOLES or whole.agrees is not True or not _is_of_new_alone(context, whole):
            continue
        kinds = _kinds_behind(context, found, i)
        if len(kinds) < len("ab") or _sum(found, kinds) <= (whole.number or 0):
            continue
        for j in kinds:
            claim, scope = found[j]
            new = context.numbers.get(claim.cells[0])
            is_one = len({cell[-3:] for cell in claim.cells}) == 1
            if claim.agrees and is_one and new is not None and claim.number != new:
                cells, shown = claim.cells[:1], format_number(new)
                found[j] = claim._replace(agrees=False, cells=cells, table_value=shown), scope
    return found


def kinds_of_the_rest(context: CheckContext, found: Found) -> Found:
    """Do not judge kinds in brackets behind what is left of a whole: 余下3件（自然人2件、企业1件）结转."""
    for i, (claim, scope) in enumerate(found):
        if claim.key in _KINDS and claim.agrees is False:
            text = context.report.texts[claim.place.text]
            sentence = text[max(text.rfind(mark, 0, claim.place.start) for mark in "。；\n") + 1 : claim.place.start]
            if _OF_THE_REST.search(sentence):
                found[i] = claim._replace(agrees=None, meaning=f"{claim.meaning}（{_WHY}）"), scope
    return found


def _is_of_new_alone(context: CheckContext, whole: Claim) -> bool:
    return bool(context.numbers.get(CARRIED)) and whole.number == context.numbers.get(RECEIVED)


def _kinds_behind(context: CheckContext, found: Found, i: int) -> list[int]:
    """Return which claims list the kinds of applicants of a number, up to the end of its part of the sentence."""
    text = context.report.texts[found[i][0].place.text]
    kinds: list[int] = []
    before = found[i][0]
    for j in range(i + 1, len(found)):
        claim = found[j][0]
        if claim.key.startswith("most"):
            continue  # 个人提的占大头
        is_kind = claim.key in _KINDS and claim.number is not None and bool(claim.cells)
        if not is_kind or claim.meaning.endswith("比例") or claim.place.text != before.place.text:
            break
        between = text[before.place.end : claim.place.start]
        if not claim.cells[0].startswith(_NEW) or not (_GOES_ON if kinds else _OPENS).fullmatch(between):
            break
        kinds.append(j)
        before = claim
    return kinds


def _sum(found: Found, places: list[int]) -> Number:
    return sum(found[j][0].number or 0 for j in places)
