"""Tells whether a printed percentage is the one reckoned: exact, rough (约36%), bounded or in words (三成以上)."""

from __future__ import annotations

import re
from decimal import Decimal

from core.texts.language.word_shares import SAID, share_of

HUNDRED = 100
_SLACK = Decimal("0.06")
_ROUGH_SLACK = Decimal(1)


def gives(match: re.Match[str], right: Decimal) -> bool:
    """Whether a percentage is the one that was reckoned, as far as its places go."""
    bound = in_words(match)
    share = share_of(bound) if bound else None
    if share and not share.is_exact:  # 增长超过20%, 占80%以上
        return share.least <= right <= max(share.most, right if share.most == HUNDRED else 0)
    if bound and share is None and (bound["mark"] or bound["behind"]):
        return True  # 增长150%以上
    is_rough = bool(match["about"] or match.groupdict().get("about0"))
    slack = max(_ROUGH_SLACK if is_rough else _SLACK, Decimal("0.51").scaleb(-places_of(match["share"])))
    return abs(Decimal(match["share"]) - right) <= slack


def in_words(match: re.Match[str]) -> re.Match[str] | None:
    """Return the share of a match with all words that bound it: 超过20%, 三成以上."""
    name = next(name for name in ("about", "words", "share") if match.groupdict().get(name))
    return SAID.match(match.string, match.start(name))


def gives_either(match: re.Match[str], right: Decimal) -> bool:
    """Whether a rate is the one reckoned, or that of the others: 合格率90%（20件中2件不合格）."""
    return gives(match, right) or gives(match, HUNDRED - right)


def places_of(said: str) -> int:
    """Return how many decimal places a percentage is printed with."""
    return len(said.partition(".")[2])
