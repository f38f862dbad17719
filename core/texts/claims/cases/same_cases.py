"""Cases that are not said to be about 信息公开, and are those of the table by all of their numbers.

全年复议案件13件，维持7件、纠正1件、其他结果3件、尚未审结2件: where the table has 13, and 7, 3,
1 and 2, no other 13 cases are meant, and two numbers are on the wrong places.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.base.patterns import last_of, pattern
from core.checks.rules import CheckContext
from core.form.known_cells import AFTER_ROW, DIRECT_ROW, LAWSUIT_ROWS, REVIEW_ROW
from core.report.entry_text import Number
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import NOT_DISCLOSURE

GROUPS: Mapping[str, tuple[str, ...]] = {
    "cases_review": (REVIEW_ROW,),
    "cases_lawsuit": LAWSUIT_ROWS,
    "cases_direct": (DIRECT_ROW,),
    "cases_after": (AFTER_ROW,),
}
_STOPS = "。！？\n"
_NAMES = {"cases_review": "复议", "cases_lawsuit": "诉"}
_OUTCOMES = {"upheld": "upheld", "corrected": "corrected", "other_outcome": "other", "pending": "pending"}
_MARK = pattern("[。！？\\n；]|其中[^，；。]{0,12}(?:信息公开|公开类)")
_FEWEST_TOLD, FEWEST_CASES = 3, 5
"""So many outcomes and cases are not the same by chance."""


def same_cases(context: CheckContext, found: Found) -> Found:
    """Return the claims, those on such cases compared with the table."""
    for i, (whole, _) in enumerate(found):
        stems = GROUPS.get(whole.key, ())
        if not stems or not ((whole.agrees and whole.key in _NAMES) or _is_left(whole)):
            continue
        run = _told_later(context, found, i) if whole.agrees else _outcomes(context, found, i)
        if whole.number == total_of(context, stems, "total") and _are_these(context, whole, stems, run, found):
            for j in run:
                claim, scope = found[j]
                found[j] = _compared(context, claim, stems), scope
    return found


def _outcomes(context: CheckContext, found: Found, i: int) -> list[int]:
    """Return which claims are the outcomes listed behind a number of cases, each once."""
    whole = found[i][0]
    text = context.report.texts[whole.place.text]
    run: list[int] = []
    for j in range(i + 1, len(found)):
        claim = found[j][0]
        is_near = claim.place.text == whole.place.text and not _MARK.search(text, whole.place.end, claim.place.start)
        if not is_near or _key(claim) not in _OUTCOMES or _key(claim) in [_key(found[k][0]) for k in run]:
            break
        run.append(j)
    return run


def _told_later(context: CheckContext, found: Found, i: int) -> list[int]:
    """Return which claims are the outcomes of a right number of cases, told in a later sentence that names their kind.

    They are left alone as cases of all kinds, and no other number of cases stands before them.
    """
    whole = found[i][0]
    text = context.report.texts[whole.place.text]
    for j in range(i + 1, len(found)):
        claim = found[j][0]
        if claim.place.text != whole.place.text or claim.key == whole.key:
            break
        if _key(claim) in _OUTCOMES:
            said = text[last_of(_STOPS, text, 0, claim.place.start) + 1 : claim.place.start]
            run = [j, *_outcomes(context, found, j)]
            are_those = [name for name in _NAMES.values() if name in said] == [_NAMES[whole.key]]
            are_once = len({_key(found[k][0]) for k in run}) == len(run)
            return run if are_those and are_once and all(_is_left(found[k][0]) for k in run) else []
    return []


def _is_left(claim: Claim) -> bool:
    return claim.agrees is None and NOT_DISCLOSURE in claim.meaning


def _are_these(context: CheckContext, whole: Claim, stems: Sequence[str], run: Sequence[int], found: Found) -> bool:
    """Whether the outcomes are all that the cases came to, and the table has the same numbers, or all but two."""
    told = {_OUTCOMES[_key(found[j][0])]: found[j][0].number or 0 for j in run}
    if len(told) < _FEWEST_TOLD or (whole.number or 0) < FEWEST_CASES:
        return False
    table = {end: total_of(context, stems, end) for end in _OUTCOMES.values()}
    alike = [end for end, number in told.items() if number and number == table[end]]
    if sum(told.values()) != whole.number:  # one of all is another number
        return len(alike) >= _FEWEST_TOLD and len(alike) == len(told) - 1
    is_moved = sorted(n for n in told.values() if n) == sorted(n for n in table.values() if n)
    return is_moved or len(alike) > 1


def _compared(context: CheckContext, claim: Claim, stems: Sequence[str]) -> Claim:
    end = _OUTCOMES[_key(claim)]
    table = total_of(context, stems, end)
    cells = tuple(f"{stem}.{end}" for stem in stems)
    meaning = claim.meaning.partition("（")[0]
    return claim._replace(cells=cells, sums=(table,), agrees=claim.number == table, rule_id="N-06", meaning=meaning)


def _key(claim: Claim) -> str:
    return claim.key.removesuffix("_short")


def total_of(context: CheckContext, stems: Sequence[str], end: str) -> Number:
    """Return how many cases of some kinds came to one end in the table."""
    return sum(context.numbers.get(f"{stem}.{end}") or 0 for stem in stems)
