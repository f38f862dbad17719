"""Leaves alone firms that are counted with law firms, where the text names none: 自然人80件、企业14件、公益组织2件.

The table has 商业企业10件、法律服务机构4件, and the kinds told make up all applications, so that none is forgotten.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import holds_one, pattern
from core.checks.rules import CheckContext
from core.form.known_cells import ALL_WAYS, CARRIED_IN_ROW, KINDS, RECEIVED_ROW
from core.texts.claims.claim import Claim, Found
from core.texts.language.role_keys import OF_KINDS
from core.texts.reading.sentence.share_checks import added

_FIRMS, _LAWYERS = KINDS[1], KINDS[4]
_NAME, _COMPANIES = "企业", "公司"
"""Not 商业企业, which is the name of their column; nor 公司, which no law firm is."""
_NAMED, _TOGETHER = ("律", "法律服务"), pattern("企业（[^（）\\d]*）")
"""企业（含律师事务所）14件"""
_WHY = "可能把法律服务机构算在企业中"


def firms_with_lawyers(context: CheckContext, found: Found) -> Found:
    """Return the claims, those on firms that are right with the law firms left alone."""
    for i, (claim, scope) in enumerate(found):
        is_wrong = claim.agrees is False and claim.key in OF_KINDS and claim.kind == "count"
        if is_wrong and _are_both(context, claim) and _is_whole(context, [c for c, _ in found], i):
            found[i] = claim.left_alone(_WHY), scope
    return found


def _is_whole(context: CheckContext, told: Sequence[Claim], i: int) -> bool:
    """Whether the kinds told beside the firms, each right, make up all applications with them."""
    first = last = i
    while first and _is_kind(told[first - 1], told[i]):
        first -= 1
    while last + 1 < len(told) and _is_kind(told[last + 1], told[i]):
        last += 1
    beside = [*told[first:i], *told[i + 1 : last + 1]]
    added_up = sum(claim.number or 0 for claim in told[first : last + 1])
    ways = [added(way, context.numbers) for way in ALL_WAYS]
    return bool(beside) and all(claim.agrees for claim in beside) and added_up in ways


def _is_kind(claim: Claim, firms: Claim) -> bool:
    return claim.key in OF_KINDS and claim.kind == "count" and claim.place.text == firms.place.text


def _are_both(context: CheckContext, claim: Claim) -> bool:
    """Whether a number of firms is that of firms and law firms, none of which the text names."""
    row, _, column = claim.cells[0].rpartition(".")
    if column != _FIRMS or claim.meaning != _NAME or _COMPANIES in claim.quote:
        return False
    if holds_one(_TOGETHER.sub("", context.report.texts[claim.place.text]), _NAMED):
        return False
    ways: list[tuple[str, ...]] = [(f"{row}.{_FIRMS}", f"{row}.{_LAWYERS}")]
    if row == RECEIVED_ROW:
        ways.append((*ways[0], f"{CARRIED_IN_ROW}.{_FIRMS}", f"{CARRIED_IN_ROW}.{_LAWYERS}"))
    return claim.number in [added(way, context.numbers) for way in ways]
