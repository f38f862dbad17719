"""Knows a 没有 that is said of the kinds that its sentence is on: 企业、律师事务所的申请全部办完，没有结转."""

from __future__ import annotations

from collections.abc import Mapping

from core.base.patterns import pattern
from core.form.known_cells import OF_ALL_KINDS
from core.report.entry_text import Number
from core.texts.claims.alibi.frames import Told, kinds_named
from core.texts.reading.sentence.share_checks import added

_RULES = ("N-03", "N-05")
_AHEAD = pattern("(?:其中|而|至于|其余|另外|所有|全部|商业|社会|，)*")
_JOINT = pattern("(?:类|等|商业|社会|提出|提交|的|申请|[、和及与或]|以及)*")
_ALL_OF = pattern(
    "(?:等|类|提出|提交|递交|所提|的)*(?:申请|来件|件)?[^，；。：（）\\d]{0,8}(?:全部|全都|均|都|悉数|一律|皆|件件)[^，；。：（）\\d]{1,12}，(?!全[年局市县区省镇乡])[^，；。：（）\\d]{0,8}"
)


def is_denied_of_kinds(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether there is none of those kinds, all of which the clause before speaks of."""
    claim = told.claim
    if claim.number is not None or claim.rule_id not in _RULES or not claim.cells:
        return False
    if not all(cell.endswith(OF_ALL_KINDS) for cell in claim.cells):
        return False
    text, end = told.text, claim.place.start
    begin = max(text.rfind("，", told.part, max(text.rfind("，", told.part, end), told.part)) + 1, told.part)
    named = kinds_named(text, begin, end)
    if not named or not _ALL_OF.fullmatch(text, named[-1][0], end):
        return False
    columns = tuple(dict.fromkeys(column for _, meant in named for column in meant[0]))
    cells = tuple(f"{cell.removesuffix(OF_ALL_KINDS)}.{column}" for cell in claim.cells for column in columns)
    return _begins_with_kinds(text, begin, [place for place, _ in named]) and added(cells, numbers) == 0


def _begins_with_kinds(text: str, begin: int, ends: list[int]) -> bool:
    """Whether a clause begins with a list of kinds, of which the ends are given, and nothing else."""
    place = begin
    for end in ends:
        starts = [named for named in range(place, end) if kinds_named(text, named, end)]
        between = _AHEAD if place == begin else _JOINT
        if not starts or not any(between.fullmatch(text, place, start) for start in starts):
            return False
        place = end
    return True
