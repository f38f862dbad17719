"""What one number in a text was taken for, beside what the tables say."""

from __future__ import annotations

from typing import NamedTuple

from core.checks.findings import Place
from core.report.entry_text import Number


class Claim(NamedTuple):
    """One number, or one plain 没有, in a text.

    Attributes:
        place: Where it stands in the source text.
        quote: The clause around it as printed, shortened.
        meaning: What it was taken for, in Chinese; why it is not about the tables where it is not.
        number: The number; None for a plain 没有.
        cells: The cells it speaks of, the first way to reckon it first; empty where it is not about the tables.
        table_value: What the tables say, as printed; "" while a cell is blank or where there is none.
        agrees: Whether text and tables agree; None where that is not judged.
        rule_id: The rule that speaks up where they do not agree; "" for none.
        key: Key of the role or denial; "linked" for a linked number, right unless its sentence speaks of other cells,
            or other digits stand right beside it.
    """

    place: Place
    quote: str
    meaning: str
    number: Number | None
    cells: tuple[str, ...]
    table_value: str
    agrees: bool | None
    rule_id: str
    key: str
