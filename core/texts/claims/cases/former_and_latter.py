"""Compares what is told of 前者 and 后者 with the cases meant: 直接起诉6件、复议后起诉6件。前者维持3件，后者维持4件.

Where it is not sure which two are meant, nothing is said of them.
"""

from __future__ import annotations

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.form.known_cells import AFTER_ROW, DIRECT_ROW, LAWSUIT_ROWS, REVIEW_ROW
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME
from core.texts.language.role_keys import OUTCOMES
from core.texts.reading.sentence.share_checks import added

_WORD = pattern("(?P<former>前者)|后者")
_NAMES = pattern(
    "(?P<direct>直接(?:提起|向法院)?(?:起诉|诉讼|被诉)|未经复议)|(?P<after>复议后(?:又|再)?(?:提起)?(?:起诉|诉讼|被诉)|经复议)"
    "|(?P<review>行政复议|复议)|(?P<lawsuit>行政诉讼|诉讼|应诉)"
)
_ROWS = {"direct": (DIRECT_ROW,), "after": (AFTER_ROW,), "review": (REVIEW_ROW,), "lawsuit": LAWSUIT_ROWS}
_OF_ALL = ("no_loss", "all_closed")
"""前者…无纠正, 前者均已审结"""
_TOTALS = ("cases_direct", "cases_after", "cases_review", "cases_lawsuit")
_MORE_SAID = pattern("(?:案件|案)?[^，；。、（）\n]")
"""后者有2件(未结): not how many there are."""
_MARKS = "。！？\n"
_TWO = 2


def former_and_latter(context: CheckContext, found: Found) -> Found:
    """Return the claims, those behind 前者 and 后者 compared with the cases that these are."""
    for i, (claim, scope) in enumerate(found):
        is_outcome = claim.number is not None and claim.key.removesuffix("_short") in OUTCOMES
        if claim.agrees is None or not (is_outcome or claim.key in (*_OF_ALL, *_TOTALS)):
            continue
        text = context.report.texts[claim.place.text]
        if "前者" not in text and "后者" not in text:
            continue
        begin = max(text.rfind(mark, 0, claim.place.start) for mark in _MARKS) + 1
        words = [*_WORD.finditer(text, begin, claim.place.end)]
        if words and claim.key in _TOTALS:
            is_of_some = not claim.agrees and _MORE_SAID.match(text, claim.place.end)
            found[i] = claim.left_alone(OF_SOME) if is_of_some else claim, scope
        elif words:
            rows = _rows_meant(text, words[0].start(), is_former=bool(words[-1]["former"]))
            found[i] = _compared(context, claim, rows) if rows or not claim.agrees else claim, scope
    return found


def _rows_meant(text: str, end: int, *, is_former: bool) -> tuple[str, ...]:
    """Return the rows of the table that the former or the latter of the two named last are; () for no such two."""
    begin = text.rfind("\n", 0, end) + 1
    named = [*dict.fromkeys(str(name.lastgroup) for name in _NAMES.finditer(text, begin, end))]
    if len(named) > _TWO and named[-_TWO:] == ["direct", "after"]:
        named = named[-_TWO:]  # 诉讼12件，直接起诉和复议后起诉各6件
    return _ROWS[named[0 if is_former else 1]] if len(named) == _TWO else ()


def _compared(context: CheckContext, claim: Claim, rows: tuple[str, ...]) -> Claim:
    ends = dict.fromkeys(cell.rpartition(".")[2] for cell in claim.cells)
    if not rows or (len(ends) != 1 and claim.key not in _OF_ALL):
        return claim.left_alone(OF_SOME)
    cells = tuple(f"{row}.{end}" for row in rows for end in ends)
    table = added(cells, context.numbers)
    if table is None:
        return claim.left_alone(OF_SOME)
    return claim._replace(cells=cells, sums=(table,), agrees=(claim.number or 0) == table)
