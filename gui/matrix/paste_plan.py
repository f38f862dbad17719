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
from gui.matrix.pasted_block import PastedBlock
from gui.matrix.printed_order import PlacedText, in_printed_order, key_of

NUMBER, BLANK, REFUSED, TOTAL, LABEL, LOST = "number", "blank", "refused", "total", "label", "lost"
SMALL = 42
"""Cells that may be pasted without a preview, if there is nothing to say about them."""
_LEAST_LABEL = 4
"""Letters from which a label is known among other words: 总计 stands in any text."""
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
    labels = _labels(table)

    def likeness(block: PastedBlock) -> tuple[int, int]:
        found = {_key(text) for row in block.rows for text in row if text} & labels.keys()
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
    if other := _other_table(form, table, block):
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
    if not is_laid:
        ordered = in_printed_order(table, block.rows, start)
        if ordered is not None:
            where = "按粘贴内容中的行名、列名对应"
            return PastePlan(form, table, where, True, tuple(plan.by_order(ordered)), old, block.is_cut, block.told)
    if is_laid or (offset is not None and not plan.has_only_row_labels()):
        where = "按粘贴内容中的行名、列名对应"
    elif plan.has_row_labels():
        where, found = "按粘贴内容中的行名对应", list(plan.by_rows())
    elif not plan.has_labels():
        whole = len(block.rows) * block.width == len(table.cells) and len(block.rows) == plan.height
        start = table.cells[0] if whole else start  # anywhere else most of it would find no place
        where = f"从“{form.cells[start].name}”开始，逐格向右、向下"
        return PastePlan(form, table, where, False, tuple(plan.from_cell(start)), old, block.is_cut, block.told)
    if not any(landing.code for landing in found):
        lost = tuple(plan.nowhere())
        return PastePlan(form, table, "", True, lost, old, block.is_cut, block.told, problem=UNTOLD)
    return PastePlan(form, table, where, True, tuple(found), old, block.is_cut, block.told)


def _other_table(form: FormDefinition, table: Table, block: PastedBlock) -> Table | None:
    """Return the table of the form whose labels stand in a block that has none of the table that is pasted into.

    A short one (其他) may be a piece of another (其他结果), broken into lines, and stands alone (总计) in any text.
    """
    cells = [text for row in block.rows for text in row if text]
    keys = {_key(text) for cell in cells for text in (cell, *cell.split())}
    mine = keys & _labels(table).keys()
    theirs = {one.id: keys & _labels(one).keys() for one in form.tables.values() if one.id != table.id}
    most = max(theirs, key=lambda one: len(theirs[one]), default="")
    own, foreign = mine - theirs.get(most, set()), theirs.get(most, set()) - mine
    is_own = len(foreign) <= len(own) or any(len(key) >= _LEAST_LABEL for key in own)
    is_told = len(foreign) > 1 or any(len(key) >= _LEAST_LABEL for key in foreign)
    return form.tables[most] if is_told and not is_own else None


class _Planner:
    """Lays a block onto the grid of a table in one of three ways."""

    def __init__(self, form: FormDefinition, table: Table, block: PastedBlock) -> None:
        self._form = form
        self._block = block
        self._labels = _labels(table)
        rows = table.rows.values()  # also as the program calls them: （二）部分公开
        self._row_of = {_key(line.name): line.key for line in rows} | {_key(line.label): line.key for line in rows}
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
        labels = [(i, j, _key(text)) for i, j, text in self._cells() if _key(text) in self._labels]
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
        return self.height > 1 and any(_key(text) in self._row_of for _, _, text in self._cells())

    def has_only_row_labels(self) -> bool:
        """Whether no label of a column stands in the block: a name that is one cell wide there may be two in print."""
        keys = {_key(text) for _, _, text in self._cells()} & self._labels.keys()
        return keys <= self._row_of.keys()

    def by_grid(self, down: int, across: int) -> Iterator[Landing]:
        """Lay the block onto the printed grid, labels on labels."""
        for i, j, text in self._cells():
            item = self._owner.get((i + down, j + across))
            if item is not None and item.code and item.code not in self._used:
                yield self.land(i, j, text, item.code)
            elif text:
                is_label = item is not None and not item.code and _key(text) == _key(item.label)
                yield Landing(i, j, text, "", LABEL) if is_label else _lost(i, j, text)

    def by_rows(self) -> Iterator[Landing]:
        """Lay each row that carries a name onto the row of that name."""
        for i, row in enumerate(self._block.rows):
            named = [j for j, text in enumerate(row) if text and _key(text) in self._row_of]
            if not named:
                yield from self._unnamed_row(i, row)
                continue
            key = self._row_of[_key(row[named[-1]] or "")]
            values = [(j, text) for j, text in enumerate(row) if j > named[-1] and text is not None]
            codes = self._codes_of[key]
            while len(values) > len(codes) and not values[0][1]:  # a name is up to three cells wide in print
                values = values[1:]
            for (j, text), code in zip(values, codes, strict=False):
                yield self.land(i, j, text, code)
            for j, text in values[len(codes) :]:
                if text:
                    yield _lost(i, j, text)

    def _unnamed_row(self, i: int, row: Sequence[str | None]) -> Iterator[Landing]:
        for j, text in enumerate(row):
            if text and _key(text) not in self._labels and any(char.isdecimal() for char in text):
                yield Landing(i, j, text, "", LOST, "这一行的名称不在表中")

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
        long = [key for key in self._labels if len(key) >= _LEAST_LABEL]
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


def _labels(table: Table) -> dict[str, list[GridItem]]:
    labels: dict[str, list[GridItem]] = {}
    for item in (item for row in table.grid for item in row if item.label):
        labels.setdefault(_key(item.label), []).append(item)
    return labels


def _key(text: str | None) -> str:
    """Return what is left of a label without blanks, punctuation and width, for comparing; "" for a number."""
    key = key_of(text)
    return "" if key.isdecimal() else key


def names_of(form: FormDefinition, codes: Iterable[str]) -> str:
    """Return the names of some cells for a sentence; the rest as a number."""
    return some_of([form.cells[code].name for code in codes], 3, "格")
