"""Numbers of a report that were read and may be meant otherwise (B-13): added as read, never in silence.

The unit is asked in its letter, the office in every list; the sum keeps the doubt until somebody has looked.
"""

from __future__ import annotations

import re

from core.base.short_texts import some_of
from core.form.form_definition import FormDefinition
from core.office import remarks_in_word
from core.office.collection.cell_places import place_of
from core.office.collection.desk import Desk, UnitResult
from core.office.collection.desk_rules import batch_finding, desk_rules
from core.office.collection.letter_items import LetterItem, basis_of, part_of
from core.published import Unsure

RULE = "B-13"
_MOST_PLACES = 4
_WHOLE = "整份报告"
_QUOTED = re.compile("“([^“”]+)”")


def note_unsure(desk: Desk) -> None:
    """B-13: tell what of the judged reports may be meant otherwise; each unit is asked in its letter, too."""
    for unit in desk.units:
        record = unit.record
        if record is None or not record.unsure:
            continue
        files = [file.name for file in unit.reports if file.record is record]
        unit.doubts.append(RULE)
        for doubt in dict.fromkeys(record.unsure):
            values = {"unit": unit.name, "file": "、".join(files), "said": doubt.said}
            cells = [code for code in doubt.cells if code in desk.form.cells]
            desk.batch.append(batch_finding(RULE, values, units=[unit.name], files=files, cells=cells))
            unit.items.append(_item(desk.form, doubt, cells))


def unsure_codes(unit: UnitResult) -> set[str]:
    """Return the codes of the cells of a unit that are in doubt; none where the office has looked at them."""
    record = unit.record
    return set() if record is None or unit.adopted else {code for doubt in record.unsure for code in doubt.cells}


def unsure_in_words(unit: UnitResult) -> list[str]:
    """Return what of the numbers of a unit is in doubt, a clause each; none where the office has looked at them."""
    record = unit.record
    return [] if record is None or unit.adopted else list(dict.fromkeys(doubt.said for doubt in record.unsure))


def _item(form: FormDefinition, doubt: Unsure, cells: list[str]) -> LetterItem:
    rule = desk_rules()[RULE]
    table = next((table for table in form.tables.values() if not cells and doubt.said.startswith(table.name)), None)
    place = some_of([place_of(form, code) for code in cells], _MOST_PLACES, "格") or (table.name if table else _WHOLE)
    part = part_of(form, cells or (table.cells[:1] if table else ()), ())
    quoted = _QUOTED.findall(doubt.said.rpartition("：")[2])
    written = doubt.written or ("；".join(quoted) if not cells else "") or remarks_in_word.SEE_RIGHT
    check = f"{doubt.said}。{rule.messages[doubt.kind]}"
    return LetterItem(rule.id, rule.level, part, place, written, check, basis_of(rule))
