"""Claims on parts of a result: its new ones and those carried in, and the kinds that asked for what one row has.

予以公开6件（其中上年转来1件）: one of the six, which the tables do not tell; more than all that came is wrong still.
不予公开96件，其中执法案卷56件，自然人48件、企业2件、律师6件: of the 56, whose kinds the tables have.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.form.known_cells import GRANTED, PARTIAL
from core.texts.claims.claim import Claim, Found, different
from core.texts.language.left_alone import OF_SOME
from core.texts.language.role_keys import ONE_KIND
from core.texts.reading.sentence.share_checks import added

_ROWS = "N-05"
_NEW_OR_OLD = frozenset(["received", "received_new", "mentioned", "carried", "carried_in", "carried_out"])
_OPENS = pattern(
    "[^，；。（）\\d]{0,8}(?:（(?:其中|均为|含|包括|包含)?|[，；](?:其中|含|包括|包含)|含)[^，；。（）\\d]{0,12}"
)
"""予以公开6件(（其中上年转来)1件"""
_NEXT = pattern("(?:申请|的)*(?:[、，]|和|及|与|以及)[^，；。（）\\d]{0,12}")
_IN_PART = pattern("[^；。！？\\n]*")
_GAP = pattern("[^；。（）\\d]{0,20}|[^；。（）]{0,20}%[，、）]{0,2}[^；。（）\\d]{0,12}|（[^；。（）\\d]{0,8}")
_FEWEST = 2
_GRANTED = ((GRANTED,), (PARTIAL,))


def new_and_old_of_results(context: CheckContext, found: Found) -> Found:
    """Do not judge new applications, and those carried in, of one result."""
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is not False or claim.key not in _NEW_OR_OLD or claim.number is None:
            continue
        result = _result_before(context, [c for c, _ in found[: i + 1]])
        if result and claim.number <= (result.number or 0) and claim.number <= max(claim.sums, default=0):
            found[i] = claim.left_alone(OF_SOME), scope
    return found


def _result_before(context: CheckContext, told: Sequence[Claim]) -> Claim | None:
    """Return the result whose parts the last of some claims and those beside it are."""
    text = context.report.texts[told[-1].place.text]
    part = told[-1]
    for before in reversed(told[:-1]):
        if before.place.text != part.place.text or before.is_share or before.number is None:
            return None
        begin = max(before.place.end, part.place.start)
        if before.rule_id == _ROWS and before.key not in ONE_KIND:
            return before if _OPENS.fullmatch(text, before.place.end, begin) else None
        if before.key not in _NEW_OR_OLD or not _NEXT.fullmatch(text, before.place.end, begin):
            return None
        part = before
    return None


def parts_of_granted(context: CheckContext, found: Found) -> Found:
    """Do not judge what makes up a result that has no rows: 部分公开24件，遮挡个人信息18件、商业秘密6件.

    The first of them means the same result once more: what follows a result in a list may add up to it by chance.
    """
    for i, (result, _) in enumerate(found[:-1]):
        if result.agrees is not True or result.rule_id != _ROWS or result.is_share or result.cells[:1] not in _GRANTED:
            continue
        is_told_again = found[i + 1][0].cells[:1] == result.cells[:1] or found[i + 1][0].key == "unknown"
        for j in _adding_up(context, found, i) if is_told_again else ():
            claim, scope = found[j]
            if claim.agrees is False:
                found[j] = claim.left_alone(OF_SOME), scope
    return found


def _adding_up(context: CheckContext, found: Found, i: int) -> list[int]:
    """Return which claims behind a result in its part of the sentence make it up; [] where they do not."""
    result, run = found[i][0], 0
    text = context.report.texts[result.place.text]
    for j in range(i + 1, len(found)):
        part = found[j][0]
        is_part = part.rule_id == _ROWS or part.key == "unknown"
        if part.place.text != result.place.text or part.number is None or part.is_share or not is_part:
            break
        if part.key in ONE_KIND or not _IN_PART.fullmatch(
            text, result.place.end, max(result.place.end, part.place.start)
        ):
            break
        run += int(part.number)
        if run == result.number and j > i + 1:
            return [*range(i + 1, j + 1)]
    return []


def kinds_of_one_row(context: CheckContext, found: Found) -> Found:
    """Compare kinds that were taken for those of a group of results with the row of it that was told last."""
    i = 0
    while i < len(found):
        run = _run_of_kinds(context, found, i)
        if len(run) >= _FEWEST and any(found[j][0].agrees is False for j in run):
            _compare_with_row(context, found, run)
        i = run[-1] + 1 if run else i + 1
    return found


def _run_of_kinds(context: CheckContext, found: Found, i: int) -> list[int]:
    """Return which claims from one on list the kinds of applicants of a result."""
    run: list[int] = []
    for j in range(i, len(found)):
        claim = found[j][0]
        if claim.key not in ONE_KIND or claim.rule_id != _ROWS or claim.is_share or claim.number is None:
            break
        if run:
            last = found[run[-1]][0].place
            text = context.report.texts[last.text]
            if claim.place.text != last.text or not _GAP.fullmatch(text, last.end, max(last.end, claim.place.start)):
                break
        run.append(j)
    return run


def _compare_with_row(context: CheckContext, found: Found, run: Sequence[int]) -> None:
    """Compare kinds with the nearest result before them that has more of them than what they were compared with."""
    kinds = [found[j][0] for j in run]
    right = sum(claim.agrees is True for claim in kinds)
    for row in _rows_before(context, found, run[0]):
        compared = [_compared(context, claim, row) for claim in kinds]
        together = sum(claim.number or 0 for claim in kinds) == row.number
        if together or sum(claim.agrees is True for claim in compared) > right:
            for j, claim in zip(run, compared, strict=True):
                found[j] = claim, found[j][1]
            return


def _rows_before(context: CheckContext, found: Found, i: int) -> list[Claim]:
    """Return the results told before a claim in its part of the sentence, the nearest first."""
    claim = found[i][0]
    text = context.report.texts[claim.place.text]
    rows = []
    for before, _ in reversed(found[:i]):
        if before.place.text != claim.place.text:
            break
        if not _IN_PART.fullmatch(text, before.place.end, max(before.place.end, claim.place.start)):
            break
        if before.rule_id == _ROWS and before.key not in ONE_KIND and not before.is_share and before.agrees is True:
            rows.append(before)
    return rows


def _compared(context: CheckContext, claim: Claim, row: Claim) -> Claim:
    """Return a kind compared with its column of a row."""
    columns = sorted({cell[-2:] for cell in claim.cells})
    cells = tuple(f"{cell[:-2]}{column}" for cell in row.cells for column in columns)
    told = added(cells, context.numbers)
    if told is None or added(row.cells, context.numbers) != row.number:
        return claim
    return claim._replace(agrees=claim.number == told, cells=cells, sums=different([told]))
