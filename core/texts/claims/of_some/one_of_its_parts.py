"""Leaves out a number that is exactly one of the parts of the whole it was taken for, behind words nobody knows.

慈善会等公益团体也来申请，当年新来件20件, where the column of such organisations says 20: what those words tell is not
known, and a number that is wrong by chance would hardly be one of the parts. Without such words it is judged.
"""

from __future__ import annotations

from collections.abc import Iterable

from core.base.patterns import last_of, pattern
from core.checks.rules import CheckContext
from core.form.known_cells import KINDS, OF_ALL_KINDS, RECEIVED, RECEIVED_ROW, in_row
from core.texts.claims.claim import Claim, Found
from core.texts.language import grammar
from core.texts.language.left_alone import OF_SOME
from core.texts.language.vocabulary import load_vocabulary

_RULES = frozenset(["N-01", "N-04", "N-05"])
_SENTENCE = "。！？；\n"
_FEWEST = 2
"""So many an office has hardly by chance: 1 is a part of nearly every whole."""

_BY_LAW = pattern("(?:严格|[我本][局办委厅镇])*(?:按照?|根据|依据|依照|遵照|参照|依法|结合|随着|受[^，]*影响)")
"""(按照条例规定，)不予处理12件: narrows nothing."""


def parts_alike_behind_unknown(context: CheckContext, found: Found) -> Found:
    """Do not judge a number that is one part of its whole and stands behind clauses that are not understood."""
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is not False or claim.kind != "count" or claim.rule_id not in _RULES:
            continue
        if (claim.number or 0) >= _FEWEST and _is_one_part(context, claim) and _is_told_more(context, found, claim):
            found[i] = claim.left_alone(OF_SOME), scope
    return found


def _is_one_part(context: CheckContext, claim: Claim) -> bool:
    """Whether a number is that of one of the rows or columns that its whole is made of."""
    parts: Iterable[str] = claim.cells if len(claim.cells) > 1 else ()
    if claim.cells[0] == RECEIVED:
        results = load_vocabulary(context.report.form_id).results
        rows = (code for code in context.numbers if code.endswith(OF_ALL_KINDS) and results.is_result(code))
        parts = (*rows, *(f"{RECEIVED_ROW}.{kind}" for kind in KINDS))
    elif claim.rule_id == "N-01":
        new_ones = [code for code in claim.cells if in_row(code, RECEIVED_ROW)]
        parts = new_ones if len(new_ones) > 1 else ()  # 自然人81件, those carried in among them: no kinds
    return any(context.numbers.get(part) == claim.number for part in parts)


def _is_told_more(context: CheckContext, found: Found, claim: Claim) -> bool:
    """Whether clauses without a number, right before that of a number, hold words that its rule does not know."""
    text = context.report.texts[claim.place.text]
    start = last_of(_SENTENCE, text, 0, claim.place.start) + 1
    numbers = (c.place.end for c, _ in found if c.place.text == claim.place.text and c.number is not None)
    start = max([start, *(end for end in numbers if end <= claim.place.start)])
    clauses = grammar.BREAK.split(text[start : claim.place.start])[:-1]
    words = ("", *(clause for clause in clauses if clause and not _BY_LAW.match(clause)))
    return bool(load_vocabulary(context.report.form_id).familiar.unknown(claim.rule_id, words, context.report.unit))
