"""Compares kinds of applicants told side by side on one basis: 自然人27件，法人8件 are of the new ones, or of all.

Each by itself may be told with those carried in. Side by side, all of them are, or none.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.form.known_cells import CARRIED_IN, CARRIED_IN_ROW, CARRIED_OUT, HANDLED_ROW, RECEIVED_ROW, in_row
from core.texts.claims.claim import Claim, Found
from core.texts.claims.kinds.kinds_told import columns_of, compared
from core.texts.language.role_keys import ONE_KIND
from core.texts.reading.sentence.share_checks import added

_BESIDE = pattern("(?:的|申请|提出|提交|递交|公开|政府|信息)*[，、；和及与][^。；，、（）\\d]{0,16}")
"""自然人申请27件(，法人和其他组织申请)8件"""
_OTHER_FRAME = pattern("办结|答复|处理|办理|结转|上年|去年|新收|新增|其中|其余|剩|尚|仍|未")
_BASES = ((RECEIVED_ROW,), (RECEIVED_ROW, CARRIED_IN_ROW), (HANDLED_ROW,))


def kinds_of_one_basis(context: CheckContext, found: Found) -> Found:
    """Compare kinds that are right on different bases with the new ones: one of them must be wrong."""
    if not (context.numbers.get(CARRIED_IN) or context.numbers.get(CARRIED_OUT)):
        return found  # all bases are the same
    for run in _runs(context, found):
        claims = [found[i][0] for i in run]
        if not any(all(_is_on(context, claim, rows) for claim in claims) for rows in _BASES):
            for i in run:
                found[i] = compared(context, found[i][0], (RECEIVED_ROW,), is_open=False), found[i][1]
    return found


def _runs(context: CheckContext, found: Found) -> Iterator[list[int]]:
    """Yield the places of kinds that stand side by side, all of them right."""
    run: list[int] = []
    for i, (claim, _) in enumerate(found):
        if run and not _is_beside(context, found[run[-1]][0], claim):
            if len(run) > 1:
                yield run
            run = []
        if _is_kind(claim):
            run.append(i)
    if len(run) > 1:
        yield run


def _is_kind(claim: Claim) -> bool:
    is_right = claim.agrees is True and claim.number is not None and claim.kind == "count"
    return is_right and claim.key in ONE_KIND and in_row(claim.cells[0], RECEIVED_ROW, HANDLED_ROW)


def _is_beside(context: CheckContext, before: Claim, claim: Claim) -> bool:
    if before.place.text != claim.place.text or not _is_kind(claim):
        return False
    between = context.report.texts[claim.place.text][before.place.end : claim.place.start]
    return bool(_BESIDE.fullmatch(between)) and not _OTHER_FRAME.search(between)


def _is_on(context: CheckContext, claim: Claim, rows: tuple[str, ...]) -> bool:
    """Whether a kind is right as a sum of rows in the columns that it may mean: 企业 are firms, or all but persons."""
    all_columns = tuple(dict.fromkeys(cell.rpartition(".")[2] for cell in claim.cells))
    ways = (
        tuple(f"{row}.{one}" for row in rows for one in columns)
        for columns in (all_columns[:1], all_columns, *columns_of(context, claim))
    )
    return any(added(way, context.numbers) == claim.number for way in ways)
