"""Numbers of the same cells that are told in several places, and together are what the table has."""

from __future__ import annotations

from core.texts.claims.claim import Found
from core.texts.language.left_alone import OF_SOME

_NOT_KNOWN = "未识别，不核对"


def split_ones_left_out(found: Found) -> Found:
    """Do not judge numbers of the same cells that together are what the table has: 1件公开，1件部分公开，1件公开.

    One whose words are not all known may be among them: 因程序瑕疵被责令重新答复3件，因事实不清被撤销2件.
    """
    groups: dict[tuple[str, str, tuple[str, ...]], list[int]] = {}
    for i, (claim, _) in enumerate(found):
        is_part = _NOT_KNOWN in claim.meaning or OF_SOME in claim.meaning
        is_open = claim.agrees is False or (claim.agrees is None and is_part)
        if is_open and claim.number and claim.cells:
            groups.setdefault((claim.place.text, claim.key, claim.cells), []).append(i)
    for places in groups.values():
        together = sum(found[i][0].number or 0 for i in places)
        if len(places) > 1 and together in found[places[0]][0].sums:
            for i in places:
                claim, scope = found[i]
                if claim.agrees is False:
                    found[i] = claim.left_alone("分几处说"), scope
    return found
