"""Leaves out kinds of applicants that are all those of one row told before.

无法提供225件，其中不掌握198件…。按申请人分，自然人181件、企业29件: of the 225. What stands
between them may be anything: where the number of a row was told rightly, and every kind of a list is that of this row,
they are of this row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.checks.rules import CheckContext
from core.form.known_cells import CARRIED_IN, HANDLED, OF_ALL_KINDS, RECEIVED
from core.texts.claims.claim import UNKNOWN, Claim, Found
from core.texts.language.left_alone import OF_SOME
from core.texts.language.role_keys import ONE_KIND
from core.texts.reading.sentence.share_checks import added

_ENDS = "。；！？\n"
_FEWEST = 2
_RESULTS = "N-05"


def kinds_of_row(context: CheckContext, found: Found) -> Found:
    """Do not judge such kinds."""
    if not any(c.agrees is False and c.key in ONE_KIND for c, _ in found):
        return found
    for run in _lists(context, found):
        kinds = [found[i][0] for i in run]
        if len(run) < _FEWEST or not any(c.agrees is False for c in kinds):
            continue
        before = [c for c, _ in found[: run[0]] if c.place.text == kinds[0].place.text]
        if any(_are_of(context, row, kinds) for row in _rows_told(before)):
            for i in run:
                claim, scope = found[i]
                found[i] = claim.left_alone(OF_SOME) if claim.agrees is False else claim, scope
    for i, (claim, scope) in enumerate(found[:-1]):
        is_kind = claim.agrees is False and claim.key in ONE_KIND and claim.number is not None
        if is_kind and _makes_up_row(claim, found[i + 1][0], [c for c, _ in found[:i]]):
            found[i] = claim.left_alone(OF_SOME), scope
    return found


def _makes_up_row(kind: Claim, rest: Claim, before: Sequence[Claim]) -> bool:
    """Whether a kind and all others behind it are a row told before: 不予公开54件。自然人43件，其他主体11件."""
    is_rest = rest.key == UNKNOWN and "其他" in rest.quote and rest.place.text == kind.place.text
    both = (kind.number or 0) + (rest.number or 0)
    return is_rest and any(c.agrees and c.rule_id == _RESULTS and c.number == both for c in before)


def _lists(context: CheckContext, found: Found) -> Iterator[list[int]]:
    """Return the kinds of applicants that are listed beside each other, as places among the claims."""
    run: list[int] = []
    for i, (claim, _) in enumerate(found):
        text = context.report.texts[claim.place.text]
        is_next = bool(run) and found[run[-1]][0].place.text == claim.place.text
        is_next = is_next and not any(mark in text[found[run[-1]][0].place.end : claim.place.start] for mark in _ENDS)
        is_kind = claim.key in ONE_KIND and bool(claim.cells) and not claim.is_share and claim.number is not None
        if run and not (is_next and (is_kind or claim.is_share)):
            yield run
            run = []
        if is_kind:
            run.append(i)
    yield run


def _rows_told(before: Sequence[Claim]) -> list[tuple[str, ...]]:
    """Return the rows whose numbers of all kinds were told rightly."""
    told = [c.cells for c in before if c.agrees and c.number and not c.is_share]
    cells = [row for row in told if row and all(cell.endswith(OF_ALL_KINDS) for cell in row)]
    cells = [row for row in cells if not {RECEIVED, CARRIED_IN, HANDLED} & {*row}]
    return [tuple(cell.removesuffix(OF_ALL_KINDS) for cell in row) for row in dict.fromkeys(cells)]


def _are_of(context: CheckContext, rows: Sequence[str], kinds: Sequence[Claim]) -> bool:
    ways = [tuple(f"{row}.{kind.cells[0].rpartition('.')[2]}" for row in rows) for kind in kinds]
    return all(added(way, context.numbers) == kind.number for way, kind in zip(ways, kinds, strict=True))
