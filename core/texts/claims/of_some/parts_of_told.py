"""Leaves out the results of some applications, known by their figures: 征地拆迁39件。…公开17件，部分公开5件，其余17件.

Two results that are wrong for all are no slips where what stands with them in their sentence adds up to a number told
before it in the paragraph, which is less than all. Of 不掌握的23件申请中，有9件 each is one of the number before it.
"""

from __future__ import annotations

from core.base.patterns import last_of, pattern
from core.checks.rules import CheckContext
from core.form.known_cells import ALL_WAYS
from core.texts.claims.alibi.frames import kinds_named
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME
from core.texts.language.role_keys import NEW
from core.texts.reading.sentence.share_checks import added

_TURNS = pattern("结转|遗留|其中|办结|答复|新收|转办")
"""Words of a sentence whose numbers are not all received by somebody."""
_RESULT, _MENTIONED, _KIND, _UNKNOWN = "N-05", "mentioned", "applicants", "unknown"
_PERSONS = "重复申请人"
_AREAS = pattern("外[省市县区地]|[省市县区]外|境外|其他[省市县区]")
"""Words of a list of where the applicants live, so that 本区居民131件 is not all natural persons."""
_PARTS = "。！？；\n"
_COUNT = pattern("(?P<n>\\d+)[件宗份]")
_AMONG = pattern("(?:政府信息公开|信息公开)?(?:申请)?(?:件)?(?:中|里|当中|之中)，?(?:有|又有)?")
_FEWEST, _FEWEST_WRONG, _MOST = 3, 2, 12
"""So many numbers add up to another one hardly by chance."""


def parts_of_told_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge results that are parts of a number told before, nor what is one of the number right before it."""
    runs: dict[tuple[str, int], list[int]] = {}
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is not False or claim.kind != "count":
            continue
        text, start = context.report.texts[claim.place.text], claim.place.start
        if claim.rule_id == _RESULT and text.endswith(_PERSONS, 0, start):
            found[i] = claim.left_alone(OF_SOME), scope  # 重复申请人31件: counted by who applied
            continue
        is_part = claim.key == _MENTIONED and i > 0 and _is_among(text, found[i - 1][0], claim)
        is_part = is_part or (claim.key in NEW and _is_small(claim) and _makes_up_all(context, text, claim))
        if is_part or (claim.key == _KIND and _is_by_area(text, claim) and _makes_up_all(context, text, claim)):
            found[i] = claim.left_alone(OF_SOME), scope
        elif claim.rule_id == _RESULT:
            runs.setdefault((claim.place.text, last_of(_PARTS, text, 0, start) + 1), []).append(i)
    for (code, _), places in runs.items():
        is_run = len(places) >= _FEWEST_WRONG
        head = _head_of(context, [c for c, _ in found[: places[0] + 1] if c.place.text == code]) if is_run else 0
        if any(c.number == head and head in c.sums for c, _ in found[: places[0]] if c.place.text == code):
            continue  # 不予公开21件，执法案卷6件，…: of the 21 of the table, so that two have changed places
        for i in [*places, *_told_as(found, places[0], head)] if head else ():
            found[i] = found[i][0].left_alone(OF_SOME), found[i][1]
    return found


def _is_small(claim: Claim) -> bool:
    return (claim.number or 0) * 2 <= max(claim.sums, default=0)


def _is_by_area(text: str, claim: Claim) -> bool:
    """Whether a number stands in a list of areas, with no other kind: 本区居民131件，外区56件，外省43件."""
    start, end = claim.place.start, claim.place.end
    begin = last_of(_PARTS, text, 0, start) + 1
    close = min((at for mark in _PARTS if (at := text.find(mark, end)) >= 0), default=len(text))
    return bool(_AREAS.search(text, begin, close)) and len(kinds_named(text, begin, close)) <= 1


def _makes_up_all(context: CheckContext, text: str, claim: Claim) -> bool:
    """Whether a number makes up the table's with others that stand right beside it: 东片148件，西片97件，新区260件."""
    start, end = claim.place.start, claim.place.end
    begin = last_of(_PARTS, text, 0, start) + 1
    close = min((at for mark in _PARTS if (at := text.find(mark, end)) >= 0), default=len(text))
    counts = [*_COUNT.finditer(text, begin, close)]
    own = next((n for n, match in enumerate(counts) if match.end() == end), None)
    if own is None or len(counts) > _MOST or _TURNS.search(text, begin, close):
        return False
    numbers = [int(match["n"]) for match in counts]
    wholes = {added(way, context.numbers) for way in ALL_WAYS}
    runs = ((a, b) for a in range(own + 1) for b in range(max(own + 1, a + _FEWEST), len(numbers) + 1))
    return any(sum(numbers[a:b]) in wholes for a, b in runs)


def _told_as(found: Found, first: int, head: int) -> list[int]:
    """Return the wrong numbers right before some results that are the number of these: 答复30件，公开12件、…."""
    claim = found[first - 1][0] if first else None
    is_head = claim is not None and claim.agrees is False and claim.number == head
    return [first - 1] if is_head and found[first - 1][0].place.text == found[first][0].place.text else []


def _is_among(text: str, before: Claim, claim: Claim) -> bool:
    """Whether a number is of the number right before it, which has more: 23件(申请中，有)9件."""
    is_here = before.place.text == claim.place.text and before.place.end <= claim.place.start
    is_more = not before.is_share and (before.number or 0) >= (claim.number or 0)
    return is_here and is_more and bool(_AMONG.fullmatch(text, before.place.end, claim.place.start))


def _head_of(context: CheckContext, claims: list[Claim]) -> int:
    """Return the number before the last of some claims that the numbers from it to the end of its part add up to.

    The list may begin with one number before it, that was not judged. The number is less than all, or was not
    understood: 县区94件，公开56件、部分公开14件、…. Returns 0 where there is none.
    """
    start, text = claims[-1].place.start, context.report.texts[claims[-1].place.text]
    end = min((at for mark in _PARTS if (at := text.find(mark, start)) >= 0), default=len(text))
    told = [*_COUNT.finditer(text, text.rfind("\n", 0, start) + 1, start)]
    parts = [int(match["n"]) for match in _COUNT.finditer(text, start, end)]
    runs = [(parts, told)]
    is_open = bool(claims[1:]) and claims[-2].agrees is None  # else it is of all
    if told and is_open and told[-1].end() > last_of(_PARTS, text, 0, start):
        runs.append(([int(told[-1]["n"]), *parts], told[:-1]))
    wholes = [added(way, context.numbers) or 0 for way in ALL_WAYS]
    unknown = {claim.number for claim in claims if claim.key == _UNKNOWN and claim.number not in wholes}
    for run, before in runs:
        whole = sum(run) if _FEWEST <= len(run) <= _MOST else 0
        if (0 < whole < min(wholes) or whole in unknown) and whole in [int(match["n"]) for match in before]:
            return whole
    return 0
