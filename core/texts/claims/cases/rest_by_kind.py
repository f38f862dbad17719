"""Leaves out reviews and lawsuits that are kinds of those closed, or pending.

除1件复议在审外，其余5件（复议4件、诉讼1件） are as many as the table has closed, not all of their kind. So are
已结5件（复议4件、诉讼1件）.
"""

from __future__ import annotations

from core.base.patterns import last_of, pattern
from core.checks.rules import CheckContext
from core.form.known_cells import CASE_ROWS
from core.texts.claims.cases.cases_together import BOTH, OUTCOMES, sum_of_cases
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME

_KEYS = frozenset(["cases_review", "cases_lawsuit", "cases_direct", "cases_after"])
_PART = "。！？；\n"
_KIND = "(?:行政)?(?:复议|诉讼|应诉)(?:案件|案)?|(?:直接|复议后|经复议)(?:起诉|诉讼|提起诉讼)(?:的|案件)*"
_COUNT = "\\d+[件起宗](?:案件|案)?"
_ONE = f"(?:{_COUNT}(?:{_KIND})?|{_KIND})[、，和及与]?"
_LIST = f"(?:[（：，]|[当之]?[中里]|，?(?:其中|包括|包含|含|分别[为是]|分为|即|有))+(?:{_KIND})?(?:{_ONE})*$"
_REST = pattern(
    f"(?:其余|余下|剩余|剩下)的?(?:案件)?(?:共|计|合计)*(?:{_COUNT})?(?:(?:均|都|已|全部|尚|仍)[^，；。（）\\d]{{2,8}})?{_LIST}"
)
_ENDED = pattern(
    f"(?:已结案?|审结|结案|终结|办结|了结|有了?结[果论]|出结果|作出决定)(?:的|了)*(?:案件|案)?(?:共|计|合计|有)*(?:{_COUNT})?{_LIST}"
)
_OPEN = pattern(
    f"(?:未(?:审?结|决|办结)|在审|在办|待审|审理中|正在审理|尚在审理)(?:的|中)*(?:案件|案)?(?:共|计|合计|有)*(?:{_COUNT})?{_LIST}"
)
_EITHER = "(?:行政)?(?:复议|诉讼)(?:案件)?"
_BOTH_BEHIND = pattern(
    "(?:案件|案)?[^，；。：（）\\d]{0,8}(?:[（：，]|其中|包括|包含|含|有)+"
    f"{_EITHER}\\d+[件起宗][、，和及与]{_EITHER}\\d"
)
"""已结案件5件(（复议4件、诉讼1)件）: of both."""
_STATES = ("closed", "pending")
_CLOSED, _PENDING = OUTCOMES["closed"], OUTCOMES["pending"]
_LONGEST = 60


def rest_by_kind(context: CheckContext, found: Found) -> Found:
    """Do not judge how many cases of a kind there are where they are those closed, or pending, of it."""
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is False and claim.key in _KEYS and _is_told_of_some(context, claim):
            found[i] = claim.left_alone(OF_SOME), scope
        elif claim.agrees is False and claim.key in _STATES and _is_of_both(context, claim):
            found[i] = claim.left_alone(BOTH), scope
    return found


def _is_of_both(context: CheckContext, claim: Claim) -> bool:
    is_listed = _BOTH_BEHIND.match(context.report.texts[claim.place.text], claim.place.end)
    return bool(is_listed) and sum_of_cases(context, CASE_ROWS, OUTCOMES[claim.key]) == claim.number


def _is_told_of_some(context: CheckContext, claim: Claim) -> bool:
    text, rows = context.report.texts[claim.place.text], tuple({cell.rpartition(".")[0]: 0 for cell in claim.cells})
    begin = max(last_of(_PART, text, 0, claim.place.start) + 1, claim.place.start - _LONGEST)
    is_rest = _REST.search(text, begin, claim.place.start)
    states = [_CLOSED] if is_rest or _ENDED.search(text, begin, claim.place.start) else []
    states += [_PENDING] if is_rest or _OPEN.search(text, begin, claim.place.start) else []
    return any(sum_of_cases(context, rows, state) == claim.number for state in states)
