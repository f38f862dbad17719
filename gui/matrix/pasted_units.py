"""The units that words of a pasted block name: a number in another one than the form's is left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from core.form.form_definition import FormDefinition
from core.visible.units import is_of_one_kind, is_same_unit, unit_of_label
from gui.matrix.landings import LOST, NUMBER, Landing
from gui.matrix.pasted_block import PastedBlock

_OTHER_UNIT = "粘贴内容的单位是{unit}，这里是{own}，请换算成{own}再填"


class PastedUnits:
    """The units that words of a block name.

    Args:
        form: The form of the report.
        block: What was pasted.
    """

    def __init__(self, form: FormDefinition, block: PastedBlock) -> None:
        self._form, self._rows = form, block.rows
        self._all = _units_in(text for row in block.rows for text in row)

    def in_own_unit(self, landing: Landing) -> Landing:
        """Leave a number out where its line or its column, or else the block, names another unit than the form's.

        A refused one would keep its text, and be a number of the form's unit again.
        """
        if landing.kind != NUMBER or not landing.text.strip("0"):
            return landing
        own = self._form.cells[landing.code].unit
        line = self._rows[landing.row]
        column = [row[landing.column] for row in self._rows[: landing.row] if landing.column < len(row)]
        for named in (_units_in(line[: landing.column]), _units_in(column), self._all):
            if units := [unit for unit in named if is_of_one_kind(unit, own)]:
                if any(is_same_unit(unit, own) for unit in units):
                    return landing
                return replace(landing, code="", kind=LOST, why=_OTHER_UNIT.format(unit=units[0], own=own))
        return landing


def _units_in(texts: Iterable[str | None]) -> list[str]:
    words = (text for text in texts if text and not text[:1].isdecimal())
    return [*dict.fromkeys(filter(None, map(unit_of_label, words)))]
