"""What the list says of a unit below 备注, where its answers say otherwise: abolished, joined with another one (B-14).

Such a unit is asked about, and is not added up before somebody has decided. The list itself may have: a unit that need
not report and is to be added up was thought about, while a 是 that stands in every row was not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from core.office.collection.decisions import Decision
from core.office.collection.desk import Desk, UnitResult
from core.office.collection.desk_rules import batch_finding, note_words
from core.office.collection.unit_list import YES, plain_name

RULE = "B-14"
_CLAUSE = re.compile("[，,。；;、\n]")
_PLACE = re.compile("[\u4e00-\u9fff]{2,6}?(?=[省市县区州旗盟])")
_OWN = "本单位"
_SHORTEST = 2


def hold_by_notes(desk: Desk, decided: Mapping[str, Decision]) -> set[str]:
    """B-14: note the units of whose rows the note says that they are not to be added; return those held back.

    Whether a unit counts may have been decided in the window; then nobody is asked once more.
    """
    held = set()
    for unit in desk.units:
        if not unit.listed.note:
            continue
        is_gone, is_apart = _says(unit)
        is_decided = bool(decided.get(unit.plain, Decision()).counts)
        is_counted = unit.counts_in_words == YES and not is_decided
        if (is_gone or is_apart) and is_counted and unit.reports:
            is_answered = unit.listed.counts == YES
            is_meant = is_answered and not unit.listed.must_report and not is_apart
            variant = "counted" if is_meant else "yes" if is_answered else ""
            held |= set() if is_meant else {unit.plain}
        elif is_gone and unit.listed.must_report and not unit.reports:
            variant = "missing"
        else:
            continue
        values = {"unit": unit.name, "note": unit.listed.note}
        desk.batch.append(batch_finding(RULE, values, variant, units=[unit.name]))
        unit.doubts.append(RULE)
    return held


def _says(unit: UnitResult) -> tuple[bool, bool]:
    """Return whether the note says that the unit is no more or does not report, and that it is not added up."""
    words = note_words()
    clauses = [_with_own(plain_name(clause), unit.plain) for clause in _CLAUSE.split(unit.listed.note)]
    if any(map(words.still.search, clauses)):
        return False, False
    own = [clause for clause in clauses if not words.passes(clause)]
    return any(map(words.gone.search, own)), any(map(words.not_counted.search, own))


def _with_own(clause: str, name: str) -> str:
    """Return a clause in which the unit's own name, with its county or without, is 本单位."""
    place = _PLACE.match(name)
    own = [name, *([name[place.end() :], name[place.end() + 1 :]] if place else [])]
    for each in own:
        if len(each) > _SHORTEST and each in clause:
            return clause.replace(each, _OWN)
    return clause
