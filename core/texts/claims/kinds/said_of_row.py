"""Compares what is said of all or most of those carried over, or in, with that row: 结转7件，半数为自然人所提.

What directly follows the number of a row and counts nothing itself is said of that row, not of all applications.
"""

from __future__ import annotations

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.form.known_cells import CARRIED_IN_ROW, CARRIED_OUT_ROW, KINDS, OF_ALL_KINDS, in_row
from core.texts.claims.claim import Claim, Found, different
from core.texts.language.word_shares import SAID, share_of
from core.texts.reading.sentence.share_checks import added

_ALL, _LARGEST, _SHARE, _OF_THAT_ROW = "all_applicants", "most", "word_share", "kind_of_all"
"""How the keys of such claims begin."""
_GAP = pattern("(?:的)?(?:政府信息公开|信息公开)?(?:申请)?(?:（[^（）]*）)?[，、]?(?:其中|申请人|均|都|也)*")
_RULE, _SAID_ALREADY = "N-03", "前面已说"


def said_of_row(context: CheckContext, found: Found) -> Found:
    """Compare with the row whose number stands right before them what was compared with all applications."""
    for i, (claim, scope) in enumerate(found):
        if i and _is_same_slip(found[i - 1][0], claim):
            found[i] = claim.left_alone(_SAID_ALREADY), scope
            continue
        if claim.agrees is not False or not claim.cells or not claim.key.startswith((_ALL, _LARGEST, _SHARE)):
            continue
        row = _row_before(context, found[i - 1][0] if i else None, claim)
        if row:
            found[i] = _compared(context, claim, row), scope
    return found


def _is_same_slip(before: Claim, claim: Claim) -> bool:
    """Whether 均由自然人提出 is wrong only in the number of its row, which is said already: 结转3件，均为自然人所提."""
    if claim.key != _OF_THAT_ROW or (before.agrees, claim.agrees) != (False, False):
        return False
    is_same_row = before.cells[0].rpartition(".")[0] == claim.cells[0].rpartition(".")[0]
    return is_same_row and before.number == claim.number and before.sums[:1] == claim.sums[:1]


def _row_before(context: CheckContext, before: Claim | None, claim: Claim) -> str:
    """Return the row of those carried over, or in, whose number stands right before a claim; "" for none."""
    if before is None or before.agrees is not True or before.place.text != claim.place.text:
        return ""
    if before.cells[1:] or not in_row(before.cells[0], CARRIED_IN_ROW, CARRIED_OUT_ROW):
        return ""
    if before.key == _OF_THAT_ROW and before.place.end >= claim.place.start:
        return before.cells[0].rpartition(".")[0]  # 上年结转9件，均为自然人: the same words, read as of the nine
    text = context.report.texts[claim.place.text]
    is_next = _GAP.fullmatch(text, before.place.end, max(before.place.end, claim.place.start))
    is_whole = before.cells[0].endswith(OF_ALL_KINDS) and before.number
    return before.cells[0].removesuffix(OF_ALL_KINDS) if is_next and is_whole else ""


def _compared(context: CheckContext, claim: Claim, row: str) -> Claim:
    """Return a claim compared with a row."""
    kinds = [cell[-2:] for cell in claim.cells if cell[-2:] in KINDS]
    if not kinds:
        return claim
    numbers, is_all = context.numbers, claim.key.startswith(_ALL)
    columns = kinds[:1] if claim.key.startswith(_LARGEST) else kinds
    cells = tuple(dict.fromkeys(f"{row}.{column}" for column in columns))
    told, whole = added(cells, numbers), added((f"{row}{OF_ALL_KINDS}",), numbers)
    if told is None or not whole:
        return claim._replace(agrees=None)
    if is_all:  # the others are none
        return claim._replace(agrees=told == 0, cells=cells, sums=different([told]), rule_id=_RULE)
    said = SAID.search(claim.quote)
    share = share_of(said) if said else None
    percent = float(told) * 100 / float(whole)
    largest = max(numbers.get(f"{row}.{kind}", 0) for kind in KINDS)
    agrees = float(share.least) <= percent <= float(share.most) if share else told == largest
    return claim._replace(agrees=agrees, cells=cells, shown=f"{percent:.2f}%", rule_id=_RULE)
