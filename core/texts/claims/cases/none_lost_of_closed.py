"""Compares 无一败诉 behind a number of closed lawsuits with all of them, where only all make up the number (N-06).

直接起诉5件、复议后起诉6件，已审结的8件无一败诉: 8 of both are closed, and no more than 4 of those named last.
"""

from __future__ import annotations

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.form.known_cells import LAWSUIT_ROWS
from core.texts.claims.cases.same_cases import total_of
from core.texts.claims.claim import Claim, Found

_JOINED = pattern("的?(?:行政)?(?:诉讼)?(?:案件|案)?(?:当?中|里)?，?")
_CLOSED, _NO_LOSS = "closed", "no_loss"
_ENDS = ("upheld", "corrected", "other")


def none_lost_of_closed(context: CheckContext, found: Found) -> Found:
    """Return the claims, such a denial compared with direct lawsuits and those behind a review."""
    for i, (claim, scope) in enumerate(found[1:], 1):
        if claim.key == _NO_LOSS and claim.agrees and _is_of_both(context, found[i - 1][0], claim):
            ends = dict.fromkeys(cell.rpartition(".")[2] for cell in claim.cells)
            lost = sum(total_of(context, LAWSUIT_ROWS, end) for end in ends)
            cells = tuple(f"{row}.{end}" for row in LAWSUIT_ROWS for end in ends)
            found[i] = claim._replace(cells=cells, sums=(lost,), agrees=not lost), scope
    return found


def _is_of_both(context: CheckContext, closed: Claim, claim: Claim) -> bool:
    """Whether a number of closed cases right before a denial is that of all lawsuits, and not of its own kind."""
    if closed.key != _CLOSED or not closed.agrees or closed.place.text != claim.place.text:
        return False
    rows = {cell.rpartition(".")[0] for cell in claim.cells}
    text = context.report.texts[claim.place.text]
    if not rows < {*LAWSUIT_ROWS} or not _JOINED.fullmatch(text, closed.place.end, claim.place.start):
        return False
    own, both = (sum(total_of(context, stems, end) for end in _ENDS) for stems in (tuple(rows), LAWSUIT_ROWS))
    return closed.number == both != own
