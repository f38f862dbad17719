"""Outcomes that are told of reviews and lawsuits together: 复议12件、诉讼12件，合计24件，已审结20件，维持13件."""

from __future__ import annotations

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.report.entry_text import Number
from core.texts.claim import Claim

Found = list[tuple[Claim, str]]

_WHY = "复议和诉讼合在一起，不核对"
_TOGETHER = pattern("合计|共计|总计|两类|两项|以上|上述|一共")
_REVIEW_PASSED = pattern("经过?(?:行政)?复议[^复]*$|复议后[^复]*$")
"""诉讼13件中10件(经复议)，审结10件: the lawsuits are spoken of."""
_LAWSUIT = ("t4.direct", "t4.after_review")
_ALL = ("t4.review", *_LAWSUIT)
_OUTCOMES = {
    "upheld": ("upheld",),
    "corrected": ("corrected",),
    "other_outcome": ("other",),
    "pending": ("pending",),
    "closed": ("upheld", "corrected", "other"),
}


def cases_together_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge an outcome that is the table's of all cases named before it together."""
    for i, (claim, scope) in enumerate(found):
        ends = _OUTCOMES.get(claim.key.removesuffix("_short"))
        if claim.agrees is not False or claim.rule_id != "N-06" or ends is None:
            continue
        text = context.report.texts[claim.place.text]
        before = text[max(text.rfind(mark, 0, claim.place.start) for mark in "。！？\n") + 1 : claim.place.start]
        groups: tuple[str, ...] = _LAWSUIT if "诉讼" in before and _REVIEW_PASSED.search(before) else ()
        if "复议" in before and "诉讼" in before and _TOGETHER.search(before):
            groups = _ALL
        if groups and _sum(context, groups, ends) == claim.number:
            found[i] = claim._replace(agrees=None, meaning=f"{claim.meaning}（{_WHY}）"), scope
    return found


def _sum(context: CheckContext, groups: tuple[str, ...], ends: tuple[str, ...]) -> Number:
    return sum(context.numbers.get(f"{group}.{end}") or 0 for group in groups for end in ends)
