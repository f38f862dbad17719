"""Compares what is told of cases of this sort with their own row, or of those closed with what was closed.

复议后起诉的案件是应诉工作的重点。此类案件7件，法院维持4件: of those behind a review. 已审结的8件复议案件和7件诉讼案件:
7 lawsuits that were closed, as the reviews before them are.
"""

from __future__ import annotations

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.form.known_cells import LAWSUIT_ROWS
from core.texts.claims.cases.cases_together import OUTCOMES, sum_of_cases
from core.texts.claims.claim import Claim, Found
from core.texts.reading.sentence.share_checks import added

_SORT = pattern(
    "(?:^|[。！？\\n])(?:(?P<after>(?:经|先)?(?:行政)?复议后(?:再|又)?起诉)|(?:未经(?:行政)?复议)?直接起诉)的?(?:这一?类)?(?:行政诉讼)?(?:案件)?"
    "(?:是|为|一直是|仍是)[^。！？\\n]*。[^。！？\\n]*(?:此|这一?|该)类案件[^。！？\\n]*$"
)
_AND = pattern("(?:起|宗)?(?:行政)?复议(?:案件|案)?(?:和|及|与|、|以及)")
_CLOSED = "closed"


def of_this_sort(context: CheckContext, found: Found) -> Found:
    """Return the claims on lawsuits, those on cases of this sort or closed ones compared with these."""
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is not False or {cell.rpartition(".")[0] for cell in claim.cells} != {*LAWSUIT_ROWS}:
            continue
        text = context.report.texts[claim.place.text]
        before = text[: claim.place.start]
        sort = _SORT.search(before) if "类案件" in before else None
        if sort:
            found[i] = _of_row(context, claim, LAWSUIT_ROWS[bool(sort["after"])]), scope
        elif i and claim.key == "cases_lawsuit" and _are_closed_too(text, found[i - 1][0], claim):
            ends = OUTCOMES[_CLOSED]
            closed = sum_of_cases(context, LAWSUIT_ROWS, ends)
            cells = tuple(f"{row}.{end}" for row in LAWSUIT_ROWS for end in ends)
            is_right = closed == claim.number
            found[i] = (
                claim._replace(key=_CLOSED, meaning="已审结", cells=cells, sums=(closed,), agrees=is_right),
                scope,
            )
    return found


def _of_row(context: CheckContext, claim: Claim, row: str) -> Claim:
    """Return a claim compared with one way to court."""
    cells = tuple(cell for cell in claim.cells if cell.rpartition(".")[0] == row)
    known = added(cells, context.numbers)
    if known is None:
        return claim
    return claim._replace(cells=cells, sums=(known,), agrees=known == (claim.number or 0))


def _are_closed_too(text: str, reviews: Claim, lawsuits: Claim) -> bool:
    """Whether a number of lawsuits is joined to one of reviews that were closed."""
    is_near = reviews.key == _CLOSED and bool(reviews.agrees) and reviews.place.text == lawsuits.place.text
    return is_near and bool(_AND.fullmatch(text, reviews.place.end, lawsuits.place.start))
