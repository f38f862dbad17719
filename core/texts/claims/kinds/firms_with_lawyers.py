"""Leaves alone firms that are counted with law firms, where the text names none: 企业14件 for 商业企业10件、律所4件."""

from __future__ import annotations

from core.base.patterns import holds_one, pattern
from core.checks.rules import CheckContext
from core.form.known_cells import CARRIED_IN_ROW, KINDS, RECEIVED_ROW
from core.texts.claims.claim import Claim, Found
from core.texts.language.role_keys import OF_KINDS
from core.texts.reading.sentence.share_checks import added

_FIRMS, _LAWYERS = KINDS[1], KINDS[4]
_NAMES = ("企业", "公司")
"""Not 商业企业, which is the name of their column."""
_NAMED, _TOGETHER = ("律", "法律服务"), pattern("企业（[^（）\\d]*）")
"""企业（含律师事务所）14件"""
_WHY = "可能把法律服务机构算在企业中"


def firms_with_lawyers(context: CheckContext, found: Found) -> Found:
    """Return the claims, those on firms that are right with the law firms left alone."""
    for i, (claim, scope) in enumerate(found):
        is_wrong = claim.agrees is False and claim.key in OF_KINDS and claim.kind == "count"
        if is_wrong and _are_both(context, claim):
            found[i] = claim.left_alone(_WHY), scope
    return found


def _are_both(context: CheckContext, claim: Claim) -> bool:
    """Whether a number of firms is that of firms and law firms, none of which the text names."""
    row, _, column = claim.cells[0].rpartition(".")
    if column != _FIRMS or claim.meaning not in _NAMES:
        return False
    if holds_one(_TOGETHER.sub("", context.report.texts[claim.place.text]), _NAMED):
        return False
    ways: list[tuple[str, ...]] = [(f"{row}.{_FIRMS}", f"{row}.{_LAWYERS}")]
    if row == RECEIVED_ROW:
        ways.append((*ways[0], f"{CARRIED_IN_ROW}.{_FIRMS}", f"{CARRIED_IN_ROW}.{_LAWYERS}"))
    return claim.number in [added(way, context.numbers) for way in ways]
