"""What a paste would do: where each pasted cell goes, and whether the pasted totals fit."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from core.base.short_texts import some_of
from core.form.form_definition import FormDefinition, Table
from core.report.entry_text import Entry, Number, Refused, format_number
from core.report.report import numbers_only, parse_cell
from core.report.totals import compute_totals

NUMBER, BLANK, REFUSED, TOTAL, LABEL, LOST = "number", "blank", "refused", "total", "label", "lost"
_LEAST_DIGITS = 2  # one digit alone looks like any other
SMALL = 42
"""Cells that may be pasted without a preview, if there is nothing to say about them."""


@dataclass(frozen=True, slots=True)
class Landing:
    """Where one pasted cell goes.

    Attributes:
        row: Row in the pasted block, from 0; ``column`` likewise.
        code: Code of the number it goes to; "" for labels and what finds no place.
        kind: number, blank, refused, total, label or lost.
        why: What is wrong with it; "" for nothing.
    """

    row: int
    column: int
    text: str
    code: str
    kind: str
    why: str = ""


@dataclass(frozen=True)
class PastePlan:
    """What a paste would do.

    Attributes:
        where: A Chinese clause saying how the block was laid onto the table.
        by_labels: Whether labels in the block decided; otherwise it begins at the current cell.
        old: What the cells hold now.
        is_cut: Whether the block was larger than what was looked at.
        told: Sentences about what of the clipboard was left out.
        problem: Why nothing can be pasted; "" where something can.
    """

    form: FormDefinition
    table: Table
    where: str
    by_labels: bool
    landings: tuple[Landing, ...]
    old: Mapping[str, Entry] = field(repr=False)
    is_cut: bool = False
    told: tuple[str, ...] = ()
    problem: str = ""

    def of_kind(self, *kinds: str) -> list[Landing]:
        """Return the landings of these kinds, in the order of the block."""
        return [landing for landing in self.landings if landing.kind in kinds]

    @cached_property
    def typed(self) -> dict[str, str]:
        """Text by code for the cells a person fills in; "" for blank."""
        return {landing.code: landing.text for landing in self.of_kind(NUMBER, BLANK, REFUSED)}

    @cached_property
    def totals(self) -> dict[str, str]:
        """Pasted totals by code."""
        return {landing.code: landing.text for landing in self.of_kind(TOTAL)}

    @cached_property
    def cleared(self) -> list[str]:
        """Codes of the cells whose content a pasted blank wipes out."""
        return [landing.code for landing in self.of_kind(BLANK) if self.old.get(landing.code) is not None]

    @property
    def dashes(self) -> list[str]:
        """Codes of the cells that get a dash or 无, which stands for nothing entered."""
        nothing = {code: parse_cell(self.form, code, "/") for code in self.typed}
        return [
            landing.code
            for landing in self.of_kind(REFUSED)
            if isinstance(entry := nothing[landing.code], Refused) and landing.why == entry.reason
        ]

    def with_dashes_as(self, entered: str | None) -> PastePlan:
        """Return the plan with this entered for each dash or 无, "" for blank; None keeps them as they are."""
        if entered is None:
            return self
        dashes, kind = set(self.dashes), NUMBER if entered else BLANK
        landings = [
            replace(one, text=entered, kind=kind, why="") if one.code in dashes else one for one in self.landings
        ]
        return replace(self, landings=tuple(landings))

    @property
    def has_all_totals(self) -> bool:
        """Whether every total of the table was pasted, so that they can serve as control totals."""
        derived = {code for code in self.table.cells if self.form.cells[code].is_derived}
        return bool(derived) and derived <= self.totals.keys()

    @property
    def is_whole_table(self) -> bool:
        """Whether every number and every total of the table was pasted."""
        return set(self.table.cells) <= self.typed.keys() | self.totals.keys()

    @cached_property
    def _sums(self) -> Mapping[str, Number]:
        entries = {**self.old, **{code: parse_cell(self.form, code, text) for code, text in self.typed.items()}}
        return compute_totals(self.form, numbers_only(entries))

    @cached_property
    def _numbers(self) -> Mapping[str, Number]:
        """The pasted totals that are numbers."""
        return numbers_only({code: parse_cell(self.form, code, text) for code, text in self.totals.items()})

    @cached_property
    def wrong_totals(self) -> dict[str, str]:
        """What the parts add up to, by code of a pasted total that says otherwise; blanks leave a total unjudged."""
        sums = self._sums
        return {c: format_number(sums[c]) for c, total in self._numbers.items() if c in sums and sums[c] != total}

    @property
    def has_right_totals(self) -> bool:
        """Whether each pasted total is what its parts add up to; one that cannot be judged is not."""
        return all(self._sums.get(code) == self._numbers.get(code, "") for code in self.totals)

    def are_mostly_right(self, codes: Collection[str]) -> bool:
        """Whether more of some pasted totals agree with their parts than not; zeros of nothing say nothing."""
        told = [code for code in codes if self._numbers.get(code) or self._sums.get(code)]
        return sum(code in self.wrong_totals for code in told) * 2 < len(told)

    def look_like_totals(self, codes: Collection[str]) -> bool:
        """Whether more of some pasted totals agree with their parts than not, one wrong digit forgiven."""
        told = [code for code in codes if self._numbers.get(code) or self._sums.get(code)]
        strange = [c for c in told if c in self.wrong_totals and not is_one_digit_off(self._numbers[c], self._sums[c])]
        return len(strange) * 2 < len(told)

    @property
    def may_be_totals(self) -> bool:
        """Whether in each row and column of pasted totals most agree: else they are those of something else."""
        lines: dict[str, list[str]] = {}
        for code in self._numbers:
            lines.setdefault(f"row {self.form.cells[code].row}", []).append(code)
            lines.setdefault(f"column {self.form.cells[code].column}", []).append(code)
        wrong = self.wrong_totals
        return all(self.are_mostly_right(line) for line in lines.values() if sum(code in wrong for code in line) > 1)

    @property
    def columns_without_numbers(self) -> list[str]:
        """The names of the columns that get words in three lines or more and no number: others may stand there."""
        kinds: dict[str, list[str]] = {}
        for landing in self.of_kind(REFUSED, NUMBER):
            if landing.code not in self.dashes:
                kinds.setdefault(self.form.cells[landing.code].column, []).append(landing.kind)
        columns = self.table.columns
        return [columns[key].name for key, found in kinds.items() if len(found) > 2 and NUMBER not in found]

    @property
    def needs_preview(self) -> bool:
        """Whether there is anything to show before it is done."""
        return bool(
            self.by_labels
            or self.is_cut
            or self.told
            or self.cleared
            or len(self.landings) > SMALL
            or self.of_kind(REFUSED, TOTAL, LOST)
        )


def names_of(form: FormDefinition, codes: Iterable[str]) -> str:
    """Return the names of some cells for a sentence; the rest as a number."""
    return some_of([form.cells[code].name for code in codes], 3, "格")


def is_one_digit_off(one: Number, other: Number) -> bool:
    """Whether two numbers have the same two digits or more but for one: so looks a slip of the pen."""
    texts = format_number(one), format_number(other)
    if len(texts[0]) != len(texts[1]) or len(texts[0]) < _LEAST_DIGITS:
        return False
    return sum(a != b for a, b in zip(*texts, strict=True)) == 1
