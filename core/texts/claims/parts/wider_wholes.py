"""Leaves out a number with a list of right parts behind it that lie beside what it was taken for: it is more than that.

353件未予公开的申请：无法提供191件，不予公开84件，…: not 不予公开 alone; 其余9件来自科研机构（2件）、公益组织（6件）….
"""

from __future__ import annotations

from core.base.patterns import last_of, pattern
from core.checks.rules import CheckContext
from core.texts.claims.claim import Claim, Found

_RULES = ("N-01", "N-05")
_MARKS = "。！？\n"
_FEWEST = 3
_LISTED = pattern("：[^，；。：]{0,12}$|[^，；。（）]{2,12}（$")


def wider_wholes_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge such a number by the cell of one of its parts."""
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is False and claim.kind == "count" and claim.rule_id in _RULES and claim.cells:
            behind = _behind(context, claim, [told for told, _ in found[i + 1 :]])
            if behind and _LISTED.search(_between(context, claim, behind[0])) and _are_its_parts(claim, behind):
                found[i] = claim.left_alone("后面几项之和"), scope
    return found


def _behind(context: CheckContext, claim: Claim, others: list[Claim]) -> list[Claim]:
    """Return the counts behind a number in its sentence."""
    text, place = context.report.texts[claim.place.text], claim.place
    counts = [c for c in others if c.place.text == place.text and c.number is not None and not c.is_share]
    return [c for c in counts if last_of(_MARKS, text, place.end, c.place.start) < 0]


def _between(context: CheckContext, claim: Claim, first: Claim) -> str:
    return context.report.texts[claim.place.text][claim.place.end : first.place.start]


def _are_its_parts(claim: Claim, behind: list[Claim]) -> bool:
    """Whether the first right counts but those within a group add up to a number, and not all of them lie within it."""
    added, cells, parts, beside = 0, set[str](), 0, False
    for count in behind:
        if count.agrees is False:
            return False
        if count.agrees is None and count.key != "unknown":
            continue
        if count.cells and not cells.isdisjoint(count.cells):
            continue  # 不予公开84件，以第三方权益25件为主
        added, parts, cells = added + int(count.number or 0), parts + 1, cells | set(count.cells)
        beside = beside or bool(count.cells and not set(count.cells) <= set(claim.cells))
        if added == claim.number:
            return parts >= _FEWEST and beside
        if added > (claim.number or 0):
            return False
    return False
