"""Leaves out totals of what stands right before them, and what is left of another number told before.

不予公开18件和无法提供19件共37件申请 are no more than those two; 复议8件中有5件出自此类，其余3件出自部分公开 are of
the eight. So is what is left of a group of results by the rows told before it.
"""

from __future__ import annotations

from itertools import accumulate

from core.base.patterns import last_of, pattern
from core.checks.rules import CheckContext
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME
from core.texts.language.role_keys import ASKED_FOR

_RESULT = "N-05"
_PART = "。！？；\n"
_COUNT = pattern("(?P<n>\\d+)[件宗起份]")
_SUM = pattern("[，、（]?(?:两类|两项|二者|两者|以上)?(?:合计|共计?|总计)$")
"""(共)37件申请"""
_REST = pattern("，(?:其余|余下|剩余|剩下|另外?|还有)的?$")
_THE_OTHERS = pattern("(?:^|[，；。])(?:其余|余下|剩余|剩下|另外?有?|还有|此外还有)的?$")
_SENTENCE = "。！？\n"
_OF_OTHERS = pattern("占全[省市县区州](?:各)?(?:部门|单位|乡镇|街道|镇街|系统)[^，；。\\d]{0,10}$")
"""(占全市部门申请量)1286件的4.2%"""
_NEAR = 20
_AMONG = pattern("(?:申请|案件|答复)?(?:当?中|里)")


def rest_of_told_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge the total of two numbers right before it, nor a result that is the rest of what is no result."""
    for i, (claim, scope) in enumerate(found):
        is_result = claim.rule_id == _RESULT
        if claim.agrees is not False or claim.kind != "count" or not (is_result or claim.key in ASKED_FOR):
            continue
        text = context.report.texts[claim.place.text]
        before = [c for c, _ in found[:i] if c.place.text == claim.place.text]
        is_of_others = _OF_OTHERS.search(text, max(claim.place.start - _NEAR, 0), claim.place.start)
        is_left = is_result and _is_left_of_group(text, before, claim)
        if is_of_others or is_left or (_is_rest(text, before, claim) if is_result else _is_sum(text, before, claim)):
            found[i] = claim.left_alone(OF_SOME), scope
    return found


def _is_sum(text: str, before: list[Claim], claim: Claim) -> bool:
    """Whether a number is said to be the sum of two results right before it: 不予公开18件和无法提供19件共37件."""
    start = claim.place.start
    begin = last_of(_PART, text, 0, start) + 1
    counted = [*_COUNT.finditer(text, begin, start)]
    if len(counted) < 2 or not _SUM.fullmatch(text, counted[-1].end(), start):
        return False
    runs = [*accumulate(int(match["n"]) for match in reversed(counted))][1:]
    results = [c for c in before if c.place.start >= begin and c.agrees and c.rule_id == _RESULT]
    return claim.number in runs and len(results) > 1


def _is_rest(text: str, before: list[Claim], claim: Claim) -> bool:
    """Whether a number is what is left of cases, or others that are no results: 复议8件中有5件…，其余3件."""
    start = claim.place.start
    begin = last_of(_PART, text, 0, start) + 1
    if not _REST.search(text, begin, start):
        return False
    counted = [*_COUNT.finditer(text, begin, start)]
    heads = [n for n, match in enumerate(counted) if _AMONG.match(text, match.end())]
    if not heads:
        return False
    whole = int(counted[heads[-1]]["n"])
    is_all = whole == (claim.number or 0) + sum(int(match["n"]) for match in counted[heads[-1] + 1 :])
    head = next((c for c in reversed(before) if c.place.start <= counted[heads[-1]].start() < c.place.end), None)
    parts = counted[heads[-1] + 1 :]
    return is_all and head is not None and head.rule_id != _RESULT and not _are_all_rows(before, head, len(parts))


def _is_left_of_group(text: str, before: list[Claim], claim: Claim) -> bool:
    """Whether a number is what rows told before it leave of their group: 过程性信息5件未予公开；其余21件不予公开."""
    if not _THE_OTHERS.search(text, max(claim.place.start - _NEAR, 0), claim.place.start):
        return False
    begin = last_of(_SENTENCE, text, 0, claim.place.start) + 1
    rows = [c for c in before if c.place.start >= begin and _is_row(c) and set(c.cells) < set(claim.cells)]
    cells = [cell for row in rows for cell in row.cells]
    told = sum(row.number or 0 for row in rows) + (claim.number or 0)
    return bool(rows) and len({*cells}) == len(cells) and told in claim.sums


def _are_all_rows(before: list[Claim], head: Claim, many: int) -> bool:
    """Whether the numbers before the rest are right rows of all that were dealt with: 办结的9件中，公开5件，其余4件."""
    rows = [c for c in before if c.place > head.place and c.kind == "count"]
    return head.key == "handled" and head.agrees is True and len(rows) == many and all(_is_row(c) for c in rows)


def _is_row(claim: Claim) -> bool:
    return claim.rule_id == _RESULT and claim.agrees is True
