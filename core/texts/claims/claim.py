"""What one number in a text was taken for, beside what the tables say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from core.checks.findings import Place
from core.report.entry_text import Number, format_number


def different(sums: Iterable[Number | None]) -> tuple[Number, ...]:
    """Return the sums that are known, each once."""
    return tuple(dict.fromkeys(s for s in sums if s is not None))


UNKNOWN = "unknown"
"""Key of a number of applications or cases whose words do not tell what it is."""


class Claim(NamedTuple):
    """One number, or one plain 没有, in a text.

    Attributes:
        place: Where it stands in the source text; in the printed one while it is judged.
        quote: The clause around it as printed, shortened.
        meaning: What it was taken for, in Chinese; why it is not about the tables where it is not.
        number: The number; None for a plain 没有.
        cells: The cells it speaks of, the first way to reckon it first; empty where it is not about the tables.
        sums: What the tables say, the ways to reckon it that differ; none while a cell is blank, for a share, or where
            the tables say nothing.
        agrees: Whether text and tables agree; None where that is not judged.
        rule_id: The rule that speaks up where they do not agree; "" for none.
        key: Key of the role or denial; "linked" for a linked number whose words do not tell what it is.
        shown: What the tables say where that is no count, such as the share that they give; for the eye only.
        kind: What sort of statement it is, as of its ``NumberReading``; "" for what no reading says by itself.
        is_linked: Whether it is a linked number, right unless other digits stand right beside it; one whose sentence
            speaks of other cells is judged as a typed one, and is none.
        is_proven: Whether the figures around it say for certain what it is of, so that no words excuse it any more.
    """

    place: Place
    quote: str
    meaning: str
    number: Number | None
    cells: tuple[str, ...]
    sums: tuple[Number, ...]
    agrees: bool | None
    rule_id: str
    key: str
    shown: str = ""
    kind: str = ""
    is_linked: bool = False
    is_proven: bool = False

    @property
    def table_value(self) -> str:
        """What the tables say, as printed: 81或95; "" while a cell is blank or where there is none."""
        return self.shown or "或".join(map(format_number, self.sums))

    def left_alone(self, why: str) -> Claim:
        """Return the claim as one that is not compared, and why not."""
        return self._replace(agrees=None, meaning=f"{self.meaning}（{why}，不核对）")

    @property
    def is_share(self) -> bool:
        """Whether the number is a percentage of other numbers, so none that may be added to them."""
        return self.kind == "share"


Found = list[tuple[Claim, str]]
"""The claims of a text in their order, each with its scope (that of its ``NumberReading``)."""
