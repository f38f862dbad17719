"""Where each cell of a pasted block goes, worked out before anything is changed, so that nothing shifts silently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from core.form.form_definition import FormDefinition, GridItem, Table
from core.report.entry_text import Entry, Refused
from core.report.report import parse_cell
from core.visible.units import is_of_one_kind, is_same_unit, unit_of_label
from gui.matrix.form_labels import LEAST_LABEL, label_key, labels_of, other_table
from gui.matrix.head_words import Head, head_of
from gui.matrix.landings import BLANK, LABEL, LOST, NUMBER, REFUSED, TOTAL, Landing, PastePlan
from gui.matrix.own_columns import OwnColumns, OwnPart, first_column, is_number
from gui.matrix.paste_heads import PastedHeads
from gui.matrix.pasted_block import PastedBlock
from gui.matrix.printed_order import PlacedText, in_printed_order, key_of
from gui.matrix.proven_sums import without_sums

_BY_BOTH, _BY_ROWS = "按粘贴内容中的行名、列名对应", "按粘贴内容中的行名对应"
_OTHER_UNIT = "粘贴内容的单位是{unit}，这里是{own}，请换算成{own}再填"
UNTOLD = "认出了表头，但数字与本表的格对不上。请把表头连同各行数字一起复制，或只复制数字，再粘贴。"

_TOO_LARGE = (
    "粘贴的{}行{}列数字比这里的格多，分不清各是哪一格，可能有小计、上年等行列。"
    "请把行名、表头一起复制，或只复制本表的数字，从表的第一格开始粘贴。"
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
    year: int | None = None,
) -> PastePlan:
    """Work out where a pasted block goes.

    Args:
        form: The form of the report.
        table: The table that is pasted into.
        block: What is pasted.
        start: Code of the current cell, where a block without labels begins.
        selected: Codes of the selected cells; a single pasted value goes into all of them.
        old: What the cells hold now.
        year: The year of the report: heads may name another one.
    """
    if other := other_table(form, table, block):
        part = form.sections[other.section].part
        problem = f"粘贴的是{part}的表，请到{part}粘贴。"
        return PastePlan(form, table, "", True, (), old, block.is_cut, block.told, problem=problem)
    planner = _Planner(form, table, block)
    own = planner.own_part(year)
    if own.problem:
        return planner.nothing(own.problem, old)
    plan = _plan_of_own(form, table, own.block, start, selected, old)
    return replace(plan, landings=tuple(planner.in_own_unit(own.placed(landing)) for landing in plan.landings))


def _plan_of_own(
    form: FormDefinition,
    table: Table,
    block: PastedBlock,
    start: str,
    selected: Sequence[str],
    old: Mapping[str, Entry],
) -> PastePlan:
    """Work out where a block goes that has nothing but what is the form's, and what is said beside."""
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
        numbers = plan.numbers_only(start, old)
        return plan.nothing(plan.too_large, old) if _loses_numbers(numbers.landings) else numbers
    if not any(landing.code for landing in found):
        return plan.nothing(UNTOLD, old)
    if not is_laid and not plan.has_row_labels() and _loses_numbers(found):  # heads above more lines than there are
        return plan.nothing(plan.too_large, old)
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
        words = (text for _, _, text in self._cells() if not text[:1].isdecimal())
        self._units = [*dict.fromkeys(filter(None, map(unit_of_label, words)))]

    @property
    def height(self) -> int:
        """How many rows with numbers the table has."""
        return len({item.top for item in self._owner.values() if item.code})

    @property
    def too_large(self) -> str:
        """What is said where numbers without names of rows find no place."""
        lines = sum(any(text and is_number(text) for text in row) for row in self._block.rows)
        return _TOO_LARGE.format(lines, self._block.width)

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

    def own_part(self, year: int | None) -> OwnPart:
        """Return what of the block is the form's by its heads; all of it where no label and no head is told."""
        rows = self._block.rows
        named = list(map(self._named, rows)) if self.height > 1 else [("", -1)] * len(rows)
        own = frozenset(key_of(text) for line in self._table.columns.values() for text in (line.label, line.name))
        is_told = any(
            text and not text.isdecimal() and head_of(text, own, year) is not Head.UNKNOWN
            for row in rows
            for text in row
        )
        if self._block.width < 2:
            return OwnPart(self._block)
        if not is_told and not any(name for name, _ in named):
            return without_sums(self._form, self._table, self._block)
        return OwnColumns(self._form, self._table, self._block, named, year).part()

    def in_own_unit(self, landing: Landing) -> Landing:
        """Leave a number out where words of the block name another unit than the form's, and not this one too.

        A refused one would keep its text, and be a number of the form's unit again.
        """
        if landing.kind != NUMBER or not landing.text.strip("0"):
            return landing
        own = self._form.cells[landing.code].unit
        named = [unit for unit in self._units if is_of_one_kind(unit, own)]
        if not named or any(is_same_unit(unit, own) for unit in named):
            return landing
        return replace(landing, code="", kind=LOST, why=_OTHER_UNIT.format(unit=named[0], own=own))

    # ------------------------------------------------------------ a block with labels

    def offset(self, start: str) -> tuple[int, int] | None:
        """Return by how much the block is shifted against the printed grid, if all its labels agree.

        Where a label stands several times (结果维持), the place around the current cell is meant.
        """
        votes: Counter[tuple[int, int]] = Counter()
        labels = [(i, j, label_key(text)) for i, j, text in self._cells() if label_key(text) in self._labels]
        # A head that is several rows high stands in the last of them where only that was copied
        heights = max((item.height for items in self._labels.values() for item in items if item.is_header), default=1)
        for i, j, key in labels:
            shifts = ((item, down) for down in range(heights) for item in self._labels[key] if down < item.height)
            seen = ((item.top + down - i, item.left - j) for item, down in shifts if not down or item.is_header)
            votes.update(list(dict.fromkeys(seen)))
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
            elif text and not code and (label_key(text) in self._labels or not is_number(text)):
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
        named = list(map(self._named, self._block.rows))
        first = first_column(self._block.rows, named)
        for i, (row, (key, name_at)) in enumerate(zip(self._block.rows, named, strict=True)):
            if not key:
                yield from self._unlaid_row(i, row, "这一行的名称不在表中")
                continue
            if key in seen:
                yield from self._unlaid_row(i, row, "这一行的名称前面已经有了")
                continue
            seen.add(key)
            values = [(j, text) for j, text in enumerate(row) if j > name_at and j >= first and text is not None]
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
            if text and label_key(text) not in self._labels and is_number(text):
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

    def nothing(self, problem: str, old: Mapping[str, Entry]) -> PastePlan:
        """Return the plan of a block of which nothing is pasted."""
        lost, block = tuple(self.nowhere()), self._block
        return PastePlan(self._form, self._table, "", True, lost, old, block.is_cut, block.told, problem=problem)

    def nowhere(self) -> Iterator[Landing]:
        """Yield all that has digits and no place, for a block that cannot be laid onto the table."""
        for i, j, text in self._cells():
            if text:
                yield _lost(i, j, text) if any(map(str.isdecimal, text)) else Landing(i, j, text, "", LABEL)

    # ------------------------------------------------------------ a block of numbers only

    def numbers_only(self, start: str, old: Mapping[str, Entry]) -> PastePlan:
        """Lay a block without labels from a cell to the right and downwards.

        An office's own sheet may have no row of totals. One with a line for each other row, to the last of them, is
        laid onto these unless the line that would be the totals is what the lines above it add up to.
        """
        form, table, block = self._form, self._table, self._block
        tops = sorted({item.top for item in self._owner.values() if item.code})
        filled = sorted({item.top for item in self._owner.values() if item.code in form.entered})
        is_all = len(block.rows) == len(tops) and len(block.rows) * block.width == len(table.cells)
        top = self._top_of(start)
        if is_all or (len(block.rows) == len(filled) < len(tops) and tops.index(top) > 1):
            start = table.cells[0]  # anywhere else most of it would find no place
            top = tops[0]
        where = f"从“{form.cells[start].name}”开始，逐格向右、向下"
        plan = PastePlan(form, table, where, False, tuple(self.from_cell(start, tops)), old, block.is_cut, block.told)
        below = [line for line in filled if line >= top]
        is_filled = len(block.rows) == len(below) < len([line for line in tops if line >= top])
        summed = [code for code in plan.totals if self._top_of(code) not in filled]
        if not is_filled or top not in filled or plan.look_like_totals(summed):
            return plan
        self._used.clear()
        found = tuple(self.from_cell(start, filled))
        names = "、".join(f"“{self._name_of_row(line)}”" for line in tops if line >= top and line not in filled)
        told = f"粘贴的{len(below)}行看作没有{names}，最后一行填入“{self._name_of_row(filled[-1])}”"
        return PastePlan(form, table, where, False, found, old, block.is_cut, (*block.told, told))

    def _top_of(self, code: str) -> int:
        return next(item.top for item in self._owner.values() if item.code == code)

    def _name_of_row(self, top: int) -> str:
        code = next(item.code for item in self._owner.values() if item.code and item.top == top)
        return self._table.rows[self._form.cells[code].row].name

    def from_cell(self, start: str, tops: Sequence[int]) -> Iterator[Landing]:
        """Lay the block from a cell to the right and downwards, onto rows of the print."""
        first = next(item for item in self._owner.values() if item.code == start)
        tops = [top for top in tops if top >= first.top]
        for i, j, text in self._cells():
            item = self._owner.get((tops[i], first.left + j)) if i < len(tops) else None
            if item is not None and item.code and item.code not in self._used:
                yield self.land(i, j, text, item.code)
            elif text:
                yield _lost(i, j, text)


def _loses_numbers(found: Iterable[Landing]) -> bool:
    return any(landing.kind == LOST and is_number(landing.text) for landing in found)


def _lost(row: int, column: int, text: str) -> Landing:
    return Landing(row, column, text, "", LOST, "表中没有对应的格")
