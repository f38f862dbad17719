"""Says what a rate may be reckoned from, the nearest first: 办结率95.6% beside 35÷37＝94.59%、35÷35＝100%."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from core.form.known_cells import ALL_WAYS, CARRIED_IN, CARRIED_OUT, GRANTED, HANDLED, PARTIAL, RECEIVED
from core.report.entry_text import Number, format_number
from core.texts.claims.claim import Claim
from core.texts.claims.new_and_old.done_of_own import OF_OWN
from core.texts.reading.sentence.share_checks import added

_PARTS = {"rate_handled": ((HANDLED,),), "rate_granted": ((GRANTED,), (GRANTED, PARTIAL))}
_OF_DUE = (HANDLED, RECEIVED, CARRIED_IN)
"""The cells of a rate of those that had to be dealt with, which its sentence tells."""
_MOST, _ALL = 3, 100
_SAME = Decimal("0.1")
"""A way that comes to the rate is not what its sentence tells: 已办结的26件中，公开12件，公开率42.9% is no 12÷28."""


def ways_of_rate(claim: Claim, numbers: Mapping[str, Number]) -> str:
    """Return the ways to reckon a rate of applications dealt with or granted; "" for every other share."""
    if claim.key not in _PARTS or claim.number is None:
        return ""
    parts = [added(part, numbers) for part in _PARTS[claim.key]]
    wholes = [added(whole, numbers) for whole in ((_OF_DUE[1:],) if claim.cells == _OF_DUE else ALL_WAYS)]
    told = [(part, whole) for part in parts for whole in wholes if part and whole]
    if claim.cells == OF_OWN:
        told.append((numbers[RECEIVED] - numbers[CARRIED_OUT], numbers[RECEIVED]))
    shares = {(part, whole): Decimal(part) * 100 / Decimal(whole) for part, whole in told}
    pairs = {pair: share for pair, share in shares.items() if share <= _ALL}
    pairs = {pair: share for pair, share in pairs.items() if abs(share - Decimal(claim.number)) >= _SAME} or pairs
    nearest = sorted(pairs, key=lambda pair: abs(pairs[pair] - Decimal(claim.number or 0)))
    return "、".join(
        f"{format_number(part)}÷{format_number(whole)}＝{format_number(round(pairs[part, whole], 2))}%"
        for part, whole in nearest[:_MOST]
    )
