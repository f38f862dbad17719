"""Leaves out lawsuits told beside reviews on the same decisions, which are not about 信息公开.

执法队作出的处罚被申请复议7件、被诉2件: what was disputed holds for both.
"""

from __future__ import annotations

from core.base.patterns import last_of, pattern
from core.checks.rules import CheckContext
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import NOT_DISCLOSURE

_MARKS = "，；。：！？\n"
_REVIEW, _LAWSUIT = "cases_review", "cases_lawsuit"
_JOINED = pattern("[、，和及]?(?:以及|并|又|另)?(?:被|引发|引起|提起|发生)*(?:行政)?(?:诉讼?|起诉|应诉)(?:案件|案)?")
_OTHER_DECISIONS = pattern("处罚|许可|强制|征收|征地|拆迁|拆除|确权|登记|认定|裁决|执法|补偿")


def of_one_dispute(context: CheckContext, found: Found) -> Found:
    """Do not judge lawsuits against decisions of which the reviews right before them were left alone."""
    for i, (claim, scope) in enumerate(found[1:], 1):
        before = found[i - 1][0]
        if claim.agrees is not False or claim.key != _LAWSUIT or claim.kind != "count":
            continue
        if before.key == _REVIEW and before.agrees is None and _are_on_the_same(context, before, claim):
            found[i] = claim.left_alone(NOT_DISCLOSURE), scope
    return found


def _are_on_the_same(context: CheckContext, review: Claim, lawsuit: Claim) -> bool:
    """Whether lawsuits are told in one breath with reviews of decisions other than answers to applications."""
    if review.place.text != lawsuit.place.text:
        return False
    text = context.report.texts[lawsuit.place.text]
    between = text[review.place.end : lawsuit.place.end].rstrip("件起宗").rstrip("0123456789")
    said = text[last_of(_MARKS, text, 0, review.place.start) + 1 : review.place.end]
    return bool(_JOINED.fullmatch(between) and _OTHER_DECISIONS.search(said)) and "公开" not in said
