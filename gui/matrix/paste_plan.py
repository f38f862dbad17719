"""Where each cell of a pasted block goes, worked out before anything is changed, so that nothing shifts silently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from core.base.short_texts import some_of
from core.form.form_definition import FormDefinition, GridItem, Table
from core.report.entry_text import Entry, Number, Refused, format_number
from core.report.report import numbers_only, parse_cell
from core.report.totals import compute_totals
from gui.matrix.form_labels import LEAST_LABEL, label_key, labels_of, other_table
from gui.matrix.paste_heads import PastedHeads
from gui.matrix.pasted_block import PastedBlock
from gui.matrix.printed_order import PlacedText, in_printed_order, key_of

NUMBER, BLANK, REFUSED, TOTAL, LABEL, LOST = "number", "blank", "refused", "total", "label", "lost"
SMALL = 42
"""Cells that may be pasted without a preview, if there is nothing to say about them."""
_BY_BOTH, _BY_ROWS = "按粘贴内容中的行名、列名对应", "按粘贴内容中的行名对应"
UNTOLD = "认出了表头，但数字与本表的格对不上。请把表头连同各行数字一起复制，或只复制数字，再粘贴。"


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


def best_block(blocks: Sequence[PastedBlock], table: Table) -> PastedBlock:
    """Return the block that looks most like the table: with most of its labels, else the largest."""
    labels = labels_of(table)

    def likeness(block: PastedBlock) -> tuple[int, int]:
        found = {label_key(text) for row in block.rows for text in row if text} & labels.keys()
        return len(found), len(block.rows) * block.width

    return max(blocks, key=likeness)


def plan_paste(
    form: FormDefinition,
    table: Table,
    block: PastedBlock,
    start: str,
    selected: Sequence[str],
    old: Mapping[str, Entry],
) -> PastePlan:
    """Work out where a pasted block goes.

    Args:
        form: The form of the report.
        table: The table that is pasted into.
        block: What is pasted.
        start: Code of the current cell, where a block without labels begins.
        selected: Codes of the selected cells; a single pasted value goes into all of them.
        old: What the cells hold now.
    """
    if other := other_table(form, table, block):
        part = form.sections[other.section].part
        problem = f"粘贴的是{part}的表，请到{part}粘贴。"
        return PastePlan(form, table, "", True, (), old, block.is_cut, block.told, problem=problem)
    plan = _Planner(form, table, block)
    if len(block.rows) == 1 and block.width == 1:
        targets = [code for code in selected if not form.cells[code].is_derived] or [start]
        text = block.rows[0][0] or ""
        found = [plan.land(0, 0, text, code) for code in targets]
        return PastePlan(form, table, f"“{form.cells[start].name}”", False, tuple(found), old, told=block.told)
    offset = plan.offset(start)
    found = list(plan.by_grid(*offset)) if offset is not None else []
    is_laid = bool(found) and not any(landing.kind == LOST for landing in found)
    if not is_laid and (told := plan.told_by_words(start)) is not None:
        where, found = told
        return PastePlan(form, table, where, True, tuple(found), old, block.is_cut, block.told)
    if is_laid or (offset is not None and not plan.has_only_row_labels()):
        where = _BY_BOTH
    elif plan.has_row_labels():
        where, found = _BY_ROWS, list(plan.by_rows())
    elif not plan.has_labels():
        whole = len(block.rows) * block.width == len(table.cells) and len(block.rows) == plan.height
        start = table.cells[0] if whole else start  # anywhere else most of it would find no place
        where = f"从“{form.cells[start].name}”开始，逐格向右、向下"
        return PastePlan(form, table, where, False, tuple(plan.from_cell(start)), old, block.is_cut, block.told)
    if not any(landing.code for landing in found):
        lost = tuple(plan.nowhere())
        return PastePlan(form, table, "", True, lost, old, block.is_cut, block.told, problem=UNTOLD)
    return PastePlan(form, table, where, True, tuple(found), old, block.is_cut, block.told)


class _Planner:
    """Lays a block onto the grid of a table in one of three ways."""

    def __init__(self, form: FormDefinition, table: Table, block: PastedBlock) -> None:
        self._form, self._table, self._block = form, table, block
        self._labels = labels_of(table)
        rows = table.rows.values()  # also as the program calls them: （二）部分公开
        self._row_of = {label_key(line.name): line.key for line in rows} | {
            label_key(line.label): line.key for line in rows
        }
        self._codes_of: dict[str, list[str]] = {}
        for code in table.cells:
            self._codes_of.setdefault(form.cells[code].row, []).append(code)
        self._owner: dict[tuple[int, int], GridItem] = {
            (item.top + i, item.left + j): item
            for row in table.grid
            for item in row
            for i in range(item.height)
            for j in range(item.width)
        }
        self._used: set[str] = set()

    @property
    def height(self) -> int:
        """How many rows with numbers the table has."""
        return len({item.top for item in self._owner.values() if item.code})

    def _cells(self) -> Iterator[tuple[int, int, str]]:
        for i, row in enumerate(self._block.rows):
            for j, text in enumerate(row):
                if text is not None:
                    yield i, j, text

    def land(self, row: int, column: int, text: str, code: str) -> Landing:
        """Return the landing of a pasted cell on a number of the table."""
        self._used.add(code)
        if self._form.cells[code].is_derived:
            return Landing(row, column, text, code, TOTAL if text else LABEL)
        entry = parse_cell(self._form, code, text)
        if isinstance(entry, Refused):
            return Landing(row, column, text, code, REFUSED, entry.reason)
        return Landing(row, column, text, code, BLANK if entry is None else NUMBER)

    # ------------------------------------------------------------ a block with labels

    def offset(self, start: str) -> tuple[int, int] | None:
        """Return by how much the block is shifted against the printed grid, if all its labels agree.

        Where a label stands several times (结果维持), the place around the current cell is meant.
        """
        votes: Counter[tuple[int, int]] = Counter()
        labels = [(i, j, label_key(text)) for i, j, text in self._cells() if label_key(text) in self._labels]
        for i, j, key in labels:
            votes.update({(item.top - i, item.left - j) for item in self._labels[key]})
        agreed = [shift for shift, count in votes.items() if count == len(labels)]
        current = next(item for item in self._owner.values() if item.code == start)

        def distance(shift: tuple[int, int]) -> int:
            column = current.left - shift[1]
            return max(-column, column - self._block.width + 1, 0)

        return min(agreed, key=distance, default=None)

    def has_row_labels(self) -> bool:
        """Whether rows can be told by their names; a table with one row of numbers has none."""
        return self.height > 1 and any(label_key(text) in self._row_of for _, _, text in self._cells())

    def has_only_row_labels(self) -> bool:
        """Whether no label of a column stands in the block: a name that is one cell wide there may be two in print."""
        keys = {label_key(text) for _, _, text in self._cells()} & self._labels.keys()
        return keys <= self._row_of.keys()

    def told_by_words(self, start: str) -> tuple[str, list[Landing]] | None:
        """Return how the heads, the order of the print or the names of the rows tell each number; None where none does.

        Of an office's own sheet, which has not all heads between the rows, the print tells no more than the last rows.
        """
        heads = PastedHeads(self._form, self._table, self._block.rows, list(map(self._named, self._block.rows)))
        if self.height > 1 and not heads.are_as_printed:
            found = list(self.by_heads(heads.codes_by_head()))
            return (_BY_BOTH, found) if any(landing.code for landing in found) else None
        if (ordered := in_printed_order(self._table, self._block.rows, start)) is None:
            return None
        in_order = list(self.by_order(ordered))
        rows = list(self.by_rows()) if self.has_row_labels() else []
        is_more = sum(bool(one.code) for one in rows) > sum(bool(one.code) for one in in_order)
        return (_BY_ROWS, rows) if is_more else (_BY_BOTH, in_order)

    def by_heads(self, codes: Mapping[tuple[int, int], str]) -> Iterator[Landing]:
        """Lay each cell onto the number of its row that the head above it names."""
        for i, j, text in self._cells():
            code = codes.get((i, j), "")
            if code and code not in self._used:
                yield self.land(i, j, text, code)
            elif text and not code and (label_key(text) in self._labels or not any(char.isdecimal() for char in text)):
                yield Landing(i, j, text, "", LABEL)
            elif text:
                yield _lost(i, j, text)

    def _named(self, row: Sequence[str | None]) -> tuple[str, int]:
        """Return the row of the form that a line names last, and where in the line; "" and -1 for none."""
        named = [j for j, text in enumerate(row) if text and label_key(text) in self._row_of]
        return (self._row_of[label_key(row[named[-1]])], named[-1]) if named else ("", -1)

    def by_grid(self, down: int, across: int) -> Iterator[Landing]:
        """Lay the block onto the printed grid, labels on labels."""
        for i, j, text in self._cells():
            item = self._owner.get((i + down, j + across))
            if item is not None and item.code and item.code not in self._used:
                yield self.land(i, j, text, item.code)
            elif text:
                is_label = item is not None and not item.code and label_key(text) == label_key(item.label)
                yield Landing(i, j, text, "", LABEL) if is_label else _lost(i, j, text)

    def by_rows(self) -> Iterator[Landing]:
        """Lay each row that carries a name onto the row of that name."""
        seen: set[str] = set()
        for i, row in enumerate(self._block.rows):
            key, name_at = self._named(row)
            if not key:
                yield from self._unlaid_row(i, row, "这一行的名称不在表中")
                continue
            if key in seen:
                yield from self._unlaid_row(i, row, "这一行的名称前面已经有了")
                continue
            seen.add(key)
            values = [(j, text) for j, text in enumerate(row) if j > name_at and text is not None]
            codes = self._codes_of[key]
            while len(values) > len(codes) and not values[0][1]:  # a name is up to three cells wide in print
                values = values[1:]
            for (j, text), code in zip(values, codes, strict=False):
                yield self.land(i, j, text, code)
            for j, text in values[len(codes) :]:
                if text:
                    yield _lost(i, j, text)

    def _unlaid_row(self, i: int, row: Sequence[str | None], why: str) -> Iterator[Landing]:
        for j, text in enumerate(row):
            if text and label_key(text) not in self._labels and any(char.isdecimal() for char in text):
                yield Landing(i, j, text, "", LOST, why)

    def by_order(self, placed: Iterable[PlacedText]) -> Iterator[Landing]:
        """Lay the texts onto the numbers that they stand for in print."""
        for place in placed:
            i, j, text = place.row, place.column, place.text
            if place.code:
                yield self.land(i, j, text, place.code)
            elif place.is_label or not any(char.isdecimal() for char in text):
                yield Landing(i, j, text, "", LABEL)
            else:
                yield _lost(i, j, text)

    def has_labels(self) -> bool:
        """Whether labels of the form stand in the block, alone in a cell or among others."""
        long = [key for key in self._labels if len(key) >= LEAST_LABEL]
        keys = {key_of(text) for _, _, text in self._cells()}
        return any(key in self._labels or any(label in key for label in long) for key in keys if key)

    def nowhere(self) -> Iterator[Landing]:
        """Yield all that has digits and no place, for a block that cannot be laid onto the table."""
        for i, j, text in self._cells():
            if text:
                yield _lost(i, j, text) if any(map(str.isdecimal, text)) else Landing(i, j, text, "", LABEL)

    # ------------------------------------------------------------ a block of numbers only

    def from_cell(self, start: str) -> Iterator[Landing]:
        """Lay the block from a cell to the right and downwards; rows without numbers are stepped over."""
        first = next(item for item in self._owner.values() if item.code == start)
        tops = sorted({item.top for item in self._owner.values() if item.code and item.top >= first.top})
        for i, j, text in self._cells():
            item = self._owner.get((tops[i], first.left + j)) if i < len(tops) else None
            if item is not None and item.code and item.code not in self._used:
                yield self.land(i, j, text, item.code)
            elif text:
                yield _lost(i, j, text)


def _lost(row: int, column: int, text: str) -> Landing:
    return Landing(row, column, text, "", LOST, "表中没有对应的格")


def names_of(form: FormDefinition, codes: Iterable[str]) -> str:
    """Return the names of some cells for a sentence; the rest as a number."""
    return some_of([form.cells[code].name for code in codes], 3, "格")
