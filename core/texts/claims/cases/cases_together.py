"""Outcomes that are told of reviews and lawsuits together: 复议12件、诉讼12件，合计24件，已审结20件，维持13件."""

from __future__ import annotations

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.form.known_cells import CASE_ROWS, LAWSUIT_ROWS
from core.report.entry_text import Number
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME

BOTH = "复议和诉讼合在一起"
_SUM = pattern("合计|共|总|计")
_TOGETHER = pattern(
    "合计|共计|总计|(?<!复议)(?<!诉讼)案件共|合并|一并计|加在一起|加起来|相加|两类|两项|以上|上述|一共|复议(?:案件)?\\d+[件起]、(?:行政)?诉讼(?:案件)?\\d+[件起]，(?:(?!复议|诉|法院)[^；。]){0,30}$"
    "|\\d+[件起](?:行政)?复议(?:案件)?(?:、|和|及|与)\\d+[件起](?:行政)?诉讼(?:案件)?，(?:(?!复议|诉|法院)[^；。]){0,30}$"
    "|复议(?:案件)?[、和与及]\\d+[件起](?:行政)?诉讼(?:案件)?(?:共|一共|总共)$"
)
_REVIEW_PASSED = pattern("经过?(?:行政)?复议[^复]*$|复议后[^复]*$")
"""诉讼13件中10件(经复议)，审结10件: the lawsuits are spoken of."""
_RATE = "rate_of_cases"
_ITS_SHARE = pattern("(?:[^，；。：（）\\d]{0,6}[，（])?[^，；。：（）\\d]{0,10}")
"""8件中结果为维持的6件(，占)四分之三"""
_SLACK = 6.0
"""Points that a share in words may differ by."""
_ENDS = "。！？\n"
_OF_ONE_BODY = pattern("(?:复议|诉讼)(?:案件)?(?:[已审办共]{0,2}结案?|审理完毕)?$")
"""复议结案(9件)"""
_SUED = ("诉讼", "起诉", "被诉", "败诉")
OUTCOMES = {
    "upheld": ("upheld",),
    "corrected": ("corrected",),
    "other_outcome": ("other",),
    "pending": ("pending",),
    "cases_review": ("total",),
    "cases_lawsuit": ("total",),
    "closed": ("upheld", "corrected", "other"),
}


def cases_together_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge an outcome that is the table's of all cases named before it together."""
    for i, (claim, scope) in enumerate(found):
        ends = OUTCOMES.get(claim.key.removesuffix("_short"))
        if claim.agrees is not False or claim.rule_id != "N-06" or ends is None:
            continue
        text = context.report.texts[claim.place.text]
        before = _before(text, claim.place.start)
        groups: tuple[str, ...] = LAWSUIT_ROWS if "诉讼" in before and _REVIEW_PASSED.search(before) else ()
        is_closed = claim.key == "closed" and not _OF_ONE_BODY.search(
            before
        )  # 复议已结19件，诉讼已结14件；已结的33件中
        is_of_both = is_closed or _TOGETHER.search(before)
        if is_of_both and _names_both(before):
            groups = CASE_ROWS
        if groups and sum_of_cases(context, groups, ends) == claim.number:
            found[i] = claim.left_alone(BOTH), scope
    _shares_of_these(context, found)
    for i in range(1, len(found)):
        for j in _closed_of_some(found, i):
            claim, scope = found[j]
            if claim.agrees is False:
                found[j] = claim.left_alone(OF_SOME), scope
    return found


def _shares_of_these(context: CheckContext, found: Found) -> None:
    """Do not judge the share of an outcome that is not compared itself: 8件中结果为维持的6件，占四分之三."""
    for i, (claim, scope) in enumerate(found[1:], 1):
        before = found[i - 1][0]
        if claim.agrees is not False or claim.key != _RATE or before.place.text != claim.place.text:
            continue
        text = context.report.texts[claim.place.text]
        if before.rule_id != claim.rule_id or not _ITS_SHARE.fullmatch(text[before.place.end : claim.place.start]):
            continue
        if BOTH in before.meaning or (before.agrees and _are_together(_before(text, before.place.start))):
            if _is_share_of_both(context, before, claim):
                found[i] = claim.left_alone(BOTH), scope
        elif before.agrees is None and before.number is not None:
            found[i] = claim.left_alone(OF_SOME), scope


def _names_both(before: str) -> bool:
    return "复议" in before and any(word in before for word in _SUED)


def _are_together(before: str) -> bool:
    """Whether words count reviews and lawsuits as one."""
    return _names_both(before) and bool(_TOGETHER.search(before))


def _is_share_of_both(context: CheckContext, part: Claim, share: Claim) -> bool:
    """Whether a share is that of a number over all reviews and lawsuits, or those closed."""
    wholes = [sum_of_cases(context, CASE_ROWS, OUTCOMES[key]) for key in ("cases_review", "closed")]
    told = float(part.number or 0) * 100
    return any(whole and abs(told / float(whole) - float(share.number or 0)) <= _SLACK for whole in wholes)


def _before(text: str, place: int) -> str:
    """Return what a sentence says before a place; with the sentence before it, where it names no kind of cases itself.

    复议27件，诉讼23件，合计50件，其中7件未结。(已结)43件里，维持26件.
    """
    start = max(text.rfind(mark, 0, place) for mark in _ENDS) + 1
    if start and text[start - 1] == "。" and not any(word in text[start:place] for word in ("复议", "诉", "法院")):
        start = max(text.rfind(mark, 0, start - 1) for mark in _ENDS) + 1
    return text[start:place]


def _closed_of_some(found: Found, i: int) -> range:
    """Return which claims tell what became of some cases: 征收类6件，审结5件，维持4件、纠正1件."""
    before, closed = found[i - 1][0], found[i][0]
    is_of_some = before.key == "unknown" and before.place.text == closed.place.text and bool(before.number)
    is_of_some = is_of_some and not _SUM.search(before.quote)
    if closed.key != "closed" or closed.agrees is not False or not is_of_some:
        return range(0)
    if (before.number or 0) < (closed.number or 0):
        return range(0)
    run: Number = 0
    for j in range(i + 1, len(found)):
        claim = found[j][0]
        if claim.key.removesuffix("_short") not in OUTCOMES or claim.place.text != closed.place.text:
            break
        run += claim.number or 0
        if run == closed.number:
            return range(i, j + 1)
    return range(0)


def sum_of_cases(context: CheckContext, groups: tuple[str, ...], ends: tuple[str, ...]) -> Number:
    """Return how many cases of some rows ended in some ways."""
    return sum(context.numbers.get(f"{group}.{end}") or 0 for group in groups for end in ends)
