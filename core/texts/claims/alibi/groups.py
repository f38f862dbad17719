"""Knows that words for one row of results may mean its whole group, or several, where these are listed behind them.

告知“没有这份材料”的共58件，分三种：不归本机关掌握47件，要另做8件，问得含混3件: all that could not be provided are 58.
43件没给：17件依法不公开，22件没有可给的，3件不作处理，1件归入其他: all that got nothing are 43.
"""

from __future__ import annotations

from collections.abc import Mapping

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.claims.alibi.frames import Told
from core.texts.reading.sentence.share_checks import added

_PLAIN = pattern("(?:没有?|不|未)能?(?:给|公开|提供)")
"""43件(没给): in words of no row it may be whatever was not given."""
_REASON = pattern("因|由于|鉴于|而(?:没有?|未|不)")
"""(因)第三方不同意而不公开3件, 须另行制作(而未)给的4件: a reason names its row."""
_COUNT = pattern("(\\d+)\\s*[件宗份]")
_SENTENCE = pattern("[。！？\n]")
_GROUP_BEHIND = pattern(
    "[件宗份]?(?P<group>不予公开|无法提供|不予处理|其他处理)(?!(?:的|决定|申请|答复|告知)*(?:均|都|全部|一律|悉数)[^，；。、等和及与]*[，；。])"
)
"""19件(不予公开)集中于第三方权益; not 9件不予公开均为过程性信息."""
_FEWEST = 2


def is_group_of_rows(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a number put to one row is that of its group, and the numbers behind it are the parts of that."""
    claim = told.claim
    if claim.rule_id != "N-05" or claim.number is None or not claim.cells:
        return False
    groups = [group for group in told.results.refused if set(claim.cells) < set(group)]
    if claim.number not in [added(group, numbers) for group in groups]:
        return False
    if _PLAIN.search(claim.quote) and not _REASON.search(claim.quote):
        return True
    behind = _SENTENCE.split(told.text[claim.place.end :], maxsplit=1)[0]
    run = 0
    for many, part in enumerate(_COUNT.finditer(behind), 1):
        run += int(part[1])
        if run >= claim.number:
            return run == claim.number and many >= _FEWEST
    return False


def is_right_for_group(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a number is that of the group named behind it, whose reasons follow: 19件不予公开集中于第三方权益."""
    behind = _GROUP_BEHIND.match(told.text, told.claim.place.end)
    if behind is None or told.claim.number is None:
        return False
    return told.claim.number == added(told.results.cells[behind["group"]], numbers)
