"""Leaves out numbers of one office of the unit that, with those of its others told beside it, are the table's.

市局机关公开9件，分局公开12件: together the 21 of the table, though neither is.
"""

from __future__ import annotations

import re

from core.base.patterns import pattern
from core.report.entry_text import format_number
from core.texts.claims.claim import Claim

_OFFICE = pattern(
    "^(?:.*[^不])?(?:机关|本级|本部|分局|中心|部门|单位|所|队|站|乡镇|镇街|街镇|街道|区县|县区|县市|政府|镇|乡|厅|局|委|办|科|室|处)"
    "(?:机关|本级)?(?:共|全年|累计|一共|共计|分别)*(?P<verb>[\u4e00-\u9fff]{2,8})\\d+[件宗份起]$"
)
_WHY = "分单位说，不核对"

Found = list[tuple[Claim, str]]


def offices_beside_left_out(found: Found) -> Found:
    """Do not judge such numbers: the run of them around a wrong one has one verb and adds up to the table's."""
    for i, (claim, scope) in enumerate(found):
        said = _OFFICE.search(claim.quote) if claim.agrees is False and claim.number is not None else None
        if said is None:
            continue
        first = last = i
        while first and _is_beside(found[first - 1][0], claim, said):
            first -= 1
        while last + 1 < len(found) and _is_beside(found[last + 1][0], claim, said):
            last += 1
        together = format_number(sum(one.number or 0 for one, _ in found[first : last + 1]))
        if first < last and together in claim.table_value.split("或"):
            found[i] = claim._replace(agrees=None, meaning=f"{claim.meaning}（{_WHY}）"), scope
    return found


def _is_beside(other: Claim, claim: Claim, said: re.Match[str]) -> bool:
    """Whether another number of the same text is that of an office, told with the same verb."""
    beside = _OFFICE.search(other.quote) if other.number is not None and other.place.text == claim.place.text else None
    return beside is not None and beside["verb"] == said["verb"]
