"""What of a pasted block is the form's: the block without the rest, and which number each of its cells is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from core.form.form_definition import FormDefinition
from gui.matrix.landings import Landing
from gui.matrix.pasted_block import PastedBlock


@dataclass(frozen=True, slots=True)
class OwnPart:
    """What of a block is the form's.

    Attributes:
        block: The block without the rest, which is told in its sentences.
        places: Where each of its cells stands in the whole block.
        problem: Why nothing can be taken; "" where something can.
        codes: Code of the number by its place in the part, where names tell it.
        columns: The column of the form that a head names, by place in the part.
        has_heads: Whether heads stand in it: numbers go by these, or by the print as a whole, and never by their order.
        by_heads: Whether heads told the columns of the codes; ``by_order`` whether their order did.
    """

    block: PastedBlock
    places: tuple[tuple[tuple[int, int], ...], ...] = ()
    problem: str = ""
    codes: Mapping[tuple[int, int], str] = field(default_factory=dict)
    columns: Mapping[tuple[int, int], str] = field(default_factory=dict)
    has_heads: bool = False
    by_heads: bool = False
    by_order: bool = False

    def placed(self, landing: Landing) -> Landing:
        """Return a landing with its place in the whole block."""
        if not self.places or landing.column >= len(self.places[landing.row]):
            return landing
        row, column = self.places[landing.row][landing.column]
        return replace(landing, row=row, column=column)

    def agrees(self, form: FormDefinition, found: Iterable[Landing]) -> bool:
        """Whether each number goes where its names say."""
        for one in (one for one in found if one.code and one.text):
            place, column = (one.row, one.column), form.cells[one.code].column
            if self.codes.get(place, "" if self.codes else one.code) != one.code:
                return False
            if self.columns.get(place, column) != column:
                return False
        return True
