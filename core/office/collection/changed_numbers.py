"""What changed between the file of a unit that was counted before and the one that is counted now.

A newer file goes into the sum by itself; so that no number changes there unseen, the numbers of the file before are
kept, and one that comes after a unit was settled is a doubt until the office has looked at it (采用). So is one that
comes after a letter and has other numbers in cells in which nothing had been found.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from core.form.form_definition import FormDefinition
from core.office.collection.decisions import Decision
from core.office.collection.desk import ACCEPTED, DOUBTS, ERRORS, SETTLED, Desk, UnitResult
from core.office.collection.file_record import FileRecord
from core.office.collection.state import DeskState, KeptNumbers, UnitRounds
from core.report.entry_text import format_number

_MOST_CELLS = 6
_BLANK = "空白"
_PUBLISHED, _ADOPTED, _ACCEPTED = "公布", "采用", "列为可采用"
_CHANGED = "与上次来件不同的格："
_TEXT_ONLY = "与上次来件相比，表中数字相同，文字等处有改动"
_AFTER = "{after}后来件有改动"
_RETURNED, _MORE_CHANGED = "退回", "退回后来件另有改动"
_UNASKED, _ASKED = "退回时没有指出而改了的格：", "退回时指出的格："


def take_numbers(desk: Desk, state: DeskState) -> None:
    """Keep the numbers of the file of each unit that is judged, and say in the units what changed.

    What is kept stands in the state as other values: whoever compares them sees whether it must be written.
    """
    kept = dict(state.numbers)
    for unit in desk.units:
        if unit.record is None or unit.record.year != desk.year or unit.is_own:
            continue
        decision = state.decisions.get(unit.plain, Decision())
        rounds = state.units.get(unit.plain, UnitRounds())
        now = _kept(kept.get(unit.plain), unit.record, decision, rounds.files if rounds.returned else ())
        _show(desk.form, unit, now, decision)
        kept[unit.plain] = replace(now, held=_held(unit))
    state.numbers = kept


def _kept(before: KeptNumbers | None, record: FileRecord, decision: Decision, returned: Collection[str]) -> KeptNumbers:
    """Return what is kept of the file that is judged now, with what it is compared with.

    What was sent back last (``returned``, by digests) is asked for other numbers where something was found, not for
    more.

    While nobody has looked at a change, the file that was settled stays the one to compare with.
    """
    if before is not None and before.digest == record.digest:
        return before
    numbers = {code: format_number(number) for code, number in record.figures.items()} | dict(record.refused)
    asked = {code for f in record.findings if f["level"] != "hint" for code in f["cells"]}
    asked |= {code for doubt in record.unsure for code in doubt.cells}
    now = KeptNumbers(record.digest, record.shown, numbers, asked=tuple(sorted(asked)))
    if before is None:
        return now
    is_adopted = before.digest in decision.adopted
    if before.after and not is_adopted:
        told = tuple(sorted({*before.former_asked, *before.asked}))
        return replace(
            now, former=before.former, former_shown=before.former_shown, after=before.after, former_asked=told
        )
    is_published = bool(decision.published_on) or before.held == _PUBLISHED
    held = _PUBLISHED if is_published else _ADOPTED if is_adopted else before.held
    held = held or (_RETURNED if before.digest in returned else "")
    return replace(now, former=before.numbers, former_shown=before.shown, after=held, former_asked=before.asked)


def _show(form: FormDefinition, unit: UnitResult, kept: KeptNumbers, decision: Decision) -> None:
    if kept.former is None or kept.former_shown == kept.shown:
        return
    cells = _differing(form, kept.former, kept.numbers)
    unit.changed = f"{_CHANGED}{_in_words(form, cells)}" if cells else _TEXT_ONLY
    pointed_out = _with_parts(form, kept.former_asked)
    unasked = {code: pair for code, pair in cells.items() if code not in pointed_out}
    if kept.after == _RETURNED and unasked:
        asked = {code: pair for code, pair in cells.items() if code not in unasked}
        unit.changed = f"{_UNASKED}{_in_words(form, unasked)}"
        unit.changed += f"。{_ASKED}{_in_words(form, asked)}" if asked else ""
    counting = unasked if kept.after == _RETURNED else cells
    if not kept.after or not (counting or kept.after == _PUBLISHED):
        return
    if decision.adopted and decision.adopted == unit.digests and unit.state != ERRORS:
        unit.adopted = decision.reason
        return
    unit.reopened = _MORE_CHANGED if kept.after == _RETURNED else _AFTER.format(after=kept.after)
    if unit.state in SETTLED:
        unit.state = DOUBTS


def _with_parts(form: FormDefinition, codes: Iterable[str]) -> set[str]:
    """Return cells with those that the totals among them add up: a total is mended only there."""
    found: set[str] = set()
    waiting = list(codes)
    while waiting:
        code = waiting.pop()
        if code not in found:
            found.add(code)
            waiting += [part for equation in form.equations if equation.computes == code for part, _ in equation.right]
    return found


def _differing(form: FormDefinition, old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Return the cells that are not the same; what only a draft can tell is not missing in a Word file."""
    pairs = {code: (old.get(code, ""), new.get(code, "")) for code in form.cells}
    return {
        code: pair
        for code, pair in pairs.items()
        if pair[0] != pair[1] and (all(pair) or code not in form.outside_tables)
    }


def _in_words(form: FormDefinition, cells: Mapping[str, tuple[str, str]]) -> str:
    words = [f"{form.cells[code].name} {old or _BLANK}→{new or _BLANK}" for code, (old, new) in cells.items()]
    more = [f"还有{len(words) - _MOST_CELLS}格"] if len(words) > _MOST_CELLS else []
    return "；".join([*words[:_MOST_CELLS], *more])


def _held(unit: UnitResult) -> str:
    """Return how a unit is settled; "" where it is not."""
    if unit.is_published:
        return _PUBLISHED
    if unit.adopted:
        return _ADOPTED
    return _ACCEPTED if unit.state == ACCEPTED else ""
