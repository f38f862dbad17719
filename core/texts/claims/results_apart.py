"""Knows that a number told with a result of its own is no total of the other results beside it.

涉及案卷不予公开2件，涉及第三方权益不予公开1件，本机关不掌握5件: each agrees with its own row, and no row holds another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.checks.findings import Place
from core.texts.claims.claim import Claim
from core.texts.language.result_groups import ResultGroups


def are_results_apart(found: Iterable[Claim], total: Place, parts: Sequence[Place], results: ResultGroups) -> bool:
    """Whether a supposed total and one of its parts agree with rows of results of which none is within the other's."""
    agreeing = [c for c in found if c.agrees and c.cells and all(map(results.is_result, c.cells))]
    whole = next((c for c in agreeing if _is_at(c, total)), None)
    if whole is None:
        return False
    others = [c for c in agreeing if any(_is_at(c, part) for part in parts)]
    return any(set(whole.cells).isdisjoint(c.cells) for c in others)


def _is_at(claim: Claim, place: Place) -> bool:
    return claim.place.text == place.text and claim.place.start < place.end and place.start < claim.place.end
