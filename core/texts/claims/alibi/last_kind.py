"""Knows a number that is right for the kind of applicants told last: 律所10件，公开3件；其他主体4件，公开1件."""

from __future__ import annotations

from collections.abc import Mapping

from core.base.patterns import pattern
from core.form.known_cells import OF_ALL_KINDS, RECEIVED_ROW
from core.report.entry_text import Number
from core.texts.claims.alibi.frames import Told, columns_in
from core.texts.language.role_keys import ONE_KIND
from core.texts.reading.sentence.share_checks import added

_KINDS = ("applicants", "other_applicants")
_NEW = ("received", "received_new")
_TOPIC = pattern(
    "[^，；。\\d]*的?申请(?:量|数|数量)?(?:仍|也|更|最|明显|显著|大幅|较|相对|持续|有所|比较)*"
    "(?:增|上升|多|减|下降|少|集中)[^，；。\\d]{0,4}，$"
)
"""(律所申请明显增多，)全年新收93件"""
_OF_ALL = pattern(
    "全(?:[局市县区州省委厅院镇乡系]|部申请)|[我本](?:[局委办厅院镇乡县市区]|机关|单位)|各类申请|所有申请|总[数量计共体]的?申请"
)
"""律所新收23件；(全局)答复21件"""


def is_of_last_kind(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a number that was compared with one kind is right in the column of the one told last before it.

    A number compared with all kinds is so for the kind whose new ones were told: 律所申请增多，新收93件；办结95件.
    So are these themselves, behind the clause that says so.
    """
    claim = told.claim
    is_own = claim.key in _KINDS or claim.key in ONE_KIND or not claim.cells
    if claim.number is None or claim.is_share or is_own:
        return False
    is_of_all = claim.cells[0].endswith(OF_ALL_KINDS)
    if not is_of_all:
        columns = _told_last(told)
    else:
        columns = _of_topic(told) if claim.key in _NEW else _of_new_ones(told, numbers)
    rows = dict.fromkeys(cell.rpartition(".")[0] for cell in claim.cells)
    return claim.number in [added(tuple(f"{row}.{column}" for row in rows), numbers) for column in columns]


def _told_last(told: Told) -> list[str]:
    last = next((c for c in reversed(told.before) if c.key in _KINDS and c.agrees), None)
    return list(dict.fromkeys(cell.rpartition(".")[2] for cell in last.cells)) if last else []


def _of_topic(told: Told) -> list[str]:
    """Return the column of the one kind whose applications the clause before speaks of."""
    begin = told.claim.place.start - len(told.own)
    topic = _TOPIC.search(told.text[told.start : begin])
    return [*columns_in(topic[0])] if topic and len({*columns_in(topic[0])}) == 1 else []


def _of_new_ones(told: Told, numbers: Mapping[str, Number]) -> list[str]:
    """Return the column of the kind named last before a number of new ones, where it is that of its row."""
    last = next((c for c in reversed(told.before) if c.key in _NEW), None)
    if last is None or last.number is None or _OF_ALL.search(told.text, last.place.end, told.claim.place.start):
        return []
    named = columns_in(told.text[told.start : last.place.start])[-1:]
    return [column for column in named if numbers.get(f"{RECEIVED_ROW}.{column}") == last.number]
