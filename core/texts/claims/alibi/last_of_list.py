"""Knows 其他N件 at the end of a list of what cases are about, or of who dealt with them: no outcome of theirs."""

from __future__ import annotations

from core.base.patterns import pattern
from core.texts.claims.alibi.frames import Told
from core.texts.claims.claim import Claim

_COUNT = pattern("(\\d{1,9})[件起宗]")
_OTHERS = ("other_outcome", "other_outcome_short")
_OTHERS_OF = pattern("其[他它](?P<what>[^结方处情，。；]{0,6})")
_SORT = pattern("[类型]\\d+[件起宗]$")
"""征地拆迁(类5件)"""


def is_last_of_list(told: Told) -> bool:
    """Whether others are those of a list that names no outcomes.

    26件复议涉征收11件、执法案卷9件、其他6件 makes up a number told before; in 征地类5件、产业类2件、其他1件 two
    sorts at least stand before it, and in 铁路法院6件、其他法院2件 the noun is that of the one before.
    """
    last = told.before[-1] if told.before else None
    if last is None or last.key != "unknown" or told.claim.key not in _OTHERS or told.claim.number is None:
        return False
    return _is_of_its_kind(told, last) or (told.claim.key == "other_outcome_short" and _makes_up_one(told))


def _is_of_its_kind(told: Told, last: Claim) -> bool:
    named = _OTHERS_OF.fullmatch(told.own.rpartition("、")[2])
    if named is None or last.place.start < told.part:
        return False
    if named["what"]:
        return named["what"] in last.quote
    sorts = [c for c in told.before if c.key == "unknown" and c.place.start >= told.part and _SORT.search(c.quote)]
    return sorts[-1:] == [last] and len(sorts) > 1


def _makes_up_one(told: Told) -> bool:
    """Whether it makes up a number told before with those listed between them."""
    counts = [int(n) for n in _COUNT.findall(told.text[told.part : told.claim.place.start])]
    wholes = [sum(counts[n:]) + (told.claim.number or 0) for n in range(1, len(counts))]
    return any(whole in counts[: n + 1] for n, whole in enumerate(wholes))
