"""Leaves out a subject matter refused whose number is divided by reasons behind it: it lies in several rows.

涉及商业秘密的2件：1件依据《税收征收管理法》第八条不予公开，1件企业不同意公开: of two rows.
"""

from __future__ import annotations

from core.base.patterns import last_of, pattern
from core.checks.rules import CheckContext
from core.form.known_cells import THIRD_PARTY_ROW, in_row
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME

_RULE = "N-05"
_LISTED = pattern(
    "[件宗份]?的?(?:申请)?(?:[^，；。：（）\\d]{0,12}：|[，（](?:其中|分[^，；。：（）\\d]{0,8}：)|（)[^，；。：（）\\d]{0,4}|[件宗份]?的?(?:申请)?，"
)
_OTHER_LAW = pattern(
    "《(?![^》]*信息公开)[^》]{1,30}(?:法|条例|规定|办法|规则)》|(?:法律|法规)[^，；。]{0,8}(?:禁止|不得|不准|不许|保密)"
)
_MARKS, _FEWEST = "。！？\n", 2


def divided_reasons_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge such a number by the row of its subject matter alone."""
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is False and claim.rule_id == _RULE and claim.cells and in_row(claim.cells[0], THIRD_PARTY_ROW):
            is_more = bool(claim.sums) and all(known < (claim.number or 0) for known in claim.sums)
            if is_more and _are_reasons(context, claim, [told for told, _ in found[i + 1 :]]):
                found[i] = claim.left_alone(OF_SOME), scope
    return found


def _are_reasons(context: CheckContext, claim: Claim, others: list[Claim]) -> bool:
    """Whether the numbers right behind a claim add up to it, and one of them is refused for another reason."""
    text, end, run = context.report.texts[claim.place.text], claim.place.end, 0
    is_other = False
    for n, part in enumerate(others, 1):
        place = part.place
        if place.text != claim.place.text or part.number is None or last_of(_MARKS, text, end, place.start) >= 0:
            return False
        if n == 1 and not _LISTED.fullmatch(text, end, place.start):
            return False
        run += int(part.number)
        behind = others[n].place.start if others[n:] and others[n].place.text == place.text else len(text)
        stops = [at for mark in (*_MARKS, "；") if (at := text.find(mark, place.end, behind)) >= 0]
        is_other = is_other or bool(_OTHER_LAW.search(text, place.start, min([*stops, behind])))
        is_other = is_other or bool(part.cells and part.agrees and not {*part.cells} & {*claim.cells})
        if run >= (claim.number or 0):
            return run == claim.number and n >= _FEWEST and is_other
    return False
