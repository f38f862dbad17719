"""Compares a number of cases that had one outcome or another with both together: 16件作出维持或纠正结论的案件.

What was rejected is upheld or, where it should not have been brought, one of the other outcomes (驳回和撤回合计3件).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from core.base.patterns import last_of, pattern
from core.checks.rules import CheckContext
from core.form.known_cells import LAWSUIT_ROWS
from core.texts.claims.claim import Claim, Found, different
from core.texts.language.left_alone import OF_SOME
from core.texts.language.vocabulary import load_vocabulary
from core.texts.reading.sentence.share_checks import added

_RULE = "N-06"
_KEYS = ("upheld", "corrected", "other_outcome", "rejected", "named_together")
_ENDS = {
    "UPHELD": ("upheld",),
    "CORRECTED": ("corrected",),
    "LOST": ("corrected",),
    "OTHEROUT": ("other",),
    "STOPPED": ("other",),
    "REJECTED": ("upheld", "other"),
}
"""Each concept of an outcome with the cells that may hold it."""
_JOINS = pattern("、|或者?|以及|和|及|与")
_MARKS = "，；：。（）\n"
_CLAUSE = pattern("[^，；：。（）\\n]*")
_EACH = pattern("分别|依次|各|\\d|[一二两三四五六七八九十][件起宗例]|均|都|其他结果")
_AND_OTHERS = pattern("(?:、|或者?|以及|和|及|与)其[他它]结果")
"""胜诉(及其他结果)7件"""
_NOUN = pattern("的|案件|复议|诉讼|(?<=.)(?:结论|决定|结果|判决|裁定|裁判)")
_FILLERS = pattern(
    "^(?:最终|其中|已|有|被|经|由|全年|年内|共|获得?|得到|予以|作出|作了|依法|复议机关|法院|案件)+|(?:的|共|合计|总计|计|加起来|合起来|一共|总共|案件|复议|申请|为|有)+$"
)
_FEWEST = 2
_Ways = list[tuple[str, ...]]


def outcomes_joined(context: CheckContext, found: Found) -> Found:
    """Compare numbers of several outcomes with all of these."""
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is None or claim.rule_id != _RULE or claim.kind != "count" or claim.key not in _KEYS:
            continue
        ends = _joined(context, claim)
        if ends:
            found[i] = _compared(context, claim, ends), scope
        elif ends is not None and not claim.agrees:
            found[i] = claim.left_alone(OF_SOME), scope
    return found


def _joined(context: CheckContext, claim: Claim) -> _Ways | None:
    """Return the ways to hold several outcomes told of one number; [] where one is not known, None for one alone."""
    text, place = context.report.texts[claim.place.text], claim.place
    before = text[last_of(_MARKS, text, 0, place.start) + 1 : place.start]
    clause = _CLAUSE.match(text, place.end)
    behind = _NOUN.split(clause[0], maxsplit=1)[0] if clause else ""
    for words in (before, behind):
        if _JOINS.search(words) and not _EACH.search(_AND_OTHERS.sub("", words)):
            told = [_outcome(context, part) for part in _JOINS.split(words)]
            if sum(1 for one in told if one) >= _FEWEST:
                ways = {tuple(dict.fromkeys(way)) for way in product(*[one for one in told if one])}
                if max(map(len, ways)) < _FEWEST:
                    return None  # 维持或胜诉9件: the same of both kinds of cases
                return sorted(ways, key=len, reverse=True) if all(told) else []
    return None


def _outcome(context: CheckContext, words: str) -> Sequence[str]:
    """Return the cells that may hold the outcome that some words name; () where they name none."""
    said = load_vocabulary(context.report.form_id).concepts.said(_FILLERS.sub("", words))
    named = [ends for concept, ends in _ENDS.items() if said and concept in said]
    return named[0] if len(named) == 1 else ()


def _compared(context: CheckContext, claim: Claim, ways: _Ways) -> Claim:
    rows = tuple(dict.fromkeys(cell.rpartition(".")[0] for cell in claim.cells))
    groups = [rows, *((row,) for row in rows if len(rows) > 1)]
    if len({*LAWSUIT_ROWS} & {*rows}) > 1 and len(rows) > len(LAWSUIT_ROWS):
        groups.append(LAWSUIT_ROWS)
    cells = [tuple(f"{row}.{end}" for row in group for end in ends) for group in groups for ends in ways]
    sums = [added(codes, context.numbers) for codes in cells]
    if None in sums:
        return claim.left_alone(OF_SOME)
    own = different(sums[: len(ways)])
    return claim._replace(agrees=claim.number in sums, cells=cells[0], sums=own)
