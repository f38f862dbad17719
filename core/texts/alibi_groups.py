"""Knows that words for one row of results may mean its whole group, where the rows are listed behind them.

告知“没有这份材料”的共58件，分三种：不归本机关掌握47件，要另做8件，问得含混3件: all that could not be provided are 58.
"""

from __future__ import annotations

from collections.abc import Mapping

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.alibi_frames import ROWS, Told
from core.texts.share_checks import added

_GROUPS = ("不予公开", "无法提供", "不予处理", "其他处理")
_COUNT = pattern("(\\d+)\\s*[件宗份]")
_SENTENCE = pattern("[。！？\n]")
_FEWEST = 2


def is_group_of_rows(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a number put to one row is that of its group, and the numbers behind it are the parts of that."""
    claim = told.claim
    if claim.rule_id != "N-05" or claim.number is None or not claim.cells:
        return False
    ways = [tuple(f"t3.R{row:02}.C7" for row in ROWS[name]) for name in _GROUPS]
    group = next((way for way in ways if set(claim.cells) < set(way)), None)
    if group is None or added(group, numbers) != claim.number:
        return False
    behind = _SENTENCE.split(told.text[claim.place.end :], maxsplit=1)[0]
    run = 0
    for many, part in enumerate(_COUNT.finditer(behind), 1):
        run += int(part[1])
        if run >= claim.number:
            return run == claim.number and many >= _FEWEST
    return False
