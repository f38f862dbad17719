"""Where each cell of a pasted block goes, worked out before anything is changed, so that nothing shifts silently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from core.form.form_definition import FormDefinition, GridItem, Table
from core.report.entry_text import Entry, Refused
from core.report.report import parse_cell
from gui.matrix.doubled_lines import without_doubled
from gui.matrix.form_labels import LEAST_LABEL, label_key, labels_of, other_table
from gui.matrix.form_words import FormWords
from gui.matrix.head_words import Head, head_of
from gui.matrix.landings import BLANK, LABEL, LOST, NUMBER, REFUSED, TOTAL, Landing, PastePlan
from gui.matrix.lines_aside import without_days_aside
from gui.matrix.named_numbers import ROW_BY_ROW
from gui.matrix.order_doubts import doubt_of_order
from gui.matrix.own_columns import OwnColumns, told_titles
from gui.matrix.own_part import OwnPart
from gui.matrix.pasted_block import PastedBlock
from gui.matrix.pasted_units import PastedUnits
from gui.matrix.plain_years import as_written, with_plain_years
from gui.matrix.printed_order import PlacedText, in_printed_order, is_number, key_of
from gui.matrix.proven_sums import without_sums
from gui.matrix.tables_beside import table_of_year
from gui.matrix.turned_block import is_turned, turned, turned_back
from gui.matrix.year_lines import lines_of_year
from gui.matrix.year_told import YearLines

_BY_BOTH, _BY_ROWS = "按粘贴内容中的行名、列名对应", "按粘贴内容中的行名对应"
_UNNAMED = f"没有行名，分不清各行是哪一项。请把行名、列名一起复制，或者{ROW_BY_ROW}"
UNTOLD = f"认出了表头，但数字与本表的格对不上。请{ROW_BY_ROW}"

_TOO_LARGE = (
    "粘贴的{}行{}列数字比这里的格多，分不清各是哪一格，可能有小计、上年等行列。"
    f"请把行名、表头一起复制，或者{ROW_BY_ROW}"
)


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
    if block.problem:
        return _Planner(form, table, block).nothing(block.problem, old)
    words = FormWords(table)
    units = PastedUnits(form, block)
    aside = without_days_aside(words, block, year)
    printed = replace(aside, rows=tuple(map(words.printed_rows, aside.rows)))
    block = plain = with_plain_years(words, printed, year)
    if other := other_table(form, table, block):
        part = form.sections[other.section].part
        why = f"粘贴的是{part}的表，请到{part}粘贴。"
        return PastePlan(form, table, "", True, (), old, block.is_cut, block.told, problem=why)
    if is_other_way := is_turned(words, block):
        block = turned(block)
    line = "列" if is_other_way else "行"
    beside = table_of_year(words, block, year, is_other_way=is_other_way)
    of_year = lines_of_year(words, beside.block, year, line)
    planner = _Planner(form, table, of_year.block)
    if problem := beside.problem or of_year.problem:
        return planner.nothing(problem, old)
    own = planner.own_part(year, start)
    if own.problem:
        return planner.nothing(own.problem, old)
    plan = _plan_of_own(form, table, own, start, selected, old)
    plan = replace(plan, landings=tuple(map(own.placed, plan.landings)))
    plan = planner.without_doubled(plan, of_year, year, line)
    plan = replace(plan, landings=tuple(beside.placed(of_year.placed(landing)) for landing in plan.landings))
    if is_other_way:
        plan = turned_back(plan)
    found = (units.in_own_unit(as_written(printed, plain, landing)) for landing in plan.landings)
    return replace(plan, landings=tuple(found))


def _plan_of_own(
    form: FormDefinition,
    table: Table,
    own: OwnPart,
    start: str,
    selected: Sequence[str],
    old: Mapping[str, Entry],
) -> PastePlan:
    """Work out where a block goes that has nothing but what is the form's, and what is said beside."""
    block = own.block
    plan = _Planner(form, table, block)
    if len(block.rows) == 1 and block.width == 1:
        targets = [code for code in selected if not form.cells[code].is_derived] or [start]
        text = block.rows[0][0] or ""
        found = [plan.land(0, 0, text, code) for code in targets]
        return PastePlan(form, table, f"“{form.cells[start].name}”", False, tuple(found), old, told=block.told)
    offset = plan.offset(start)
    where, found = _BY_BOTH, list(plan.by_grid(*offset)) if offset is not None else []
    is_laid = bool(found) and not any(landing.kind == LOST for landing in found) and own.agrees(form, found)
    ordered = None if is_laid else plan.in_print(start, own, needs_heads=bool(own.codes))
    if ordered is not None:
        found = list(plan.by_order(ordered))
    elif not is_laid and own.codes:
        where = _BY_BOTH if own.by_heads else f"{_BY_ROWS}，各列按先后次序" if own.by_order else _BY_ROWS
        found = list(plan.by_names(own.codes))
    elif not is_laid and not own.has_heads and not plan.has_labels():
        if doubt := doubt_of_order(form, table, block, start):
            return plan.nothing(doubt, old)
        numbers = plan.numbers_only(start, old)
        return plan.nothing(plan.too_large, old) if _loses_numbers(numbers.landings) else numbers
    elif not is_laid:
        return plan.nothing(_UNNAMED if plan.height > 1 and not plan.has_names else UNTOLD, old)
    if not any(landing.code for landing in found):
        return plan.nothing(UNTOLD, old)
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
        named = list(map(self._named, block.rows))
        if self.height == 1 and not any(_is_beside(row, *name) for row, name in zip(block.rows, named, strict=True)):
            named = [("", -1)] * len(named)  # table 四 prints the names of its rows above them
        self._names = named

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

    @property
    def has_names(self) -> bool:
        """Whether names of rows stand beside numbers."""
        return any(name for name, _ in self._names)

    def own_part(self, year: int | None, start: str) -> OwnPart:
        """Return what of the block is the form's by its heads; all of it where it is as printed, or nothing is told."""
        rows = self._block.rows
        own_part = OwnPart(replace(self._block, told=(*self._block.told, *told_titles(rows, year))))
        ordered = self.in_print(start, own_part, needs_heads=True)
        if ordered is not None and not _loses_numbers(self.by_order(ordered)):
            return own_part
        words = FormWords(self._table)
        own = frozenset(key_of(text) for line in self._table.columns.values() for text in (line.label, line.name))
        is_told = any(
            text and not text.isdecimal() and (head_of(text, own, year) is not Head.UNKNOWN or words.column(text))
            for row in rows
            for text in row
        )
        if self._block.width < 2:
            return OwnPart(self._block)
        if not is_told and not self.has_names:
            return without_sums(self._form, self._table, self._block)
        return OwnColumns(self._form, self._table, self._block, self._names, year, start).part()

    def without_doubled(self, plan: PastePlan, of_year: YearLines, year: int | None, line: str) -> PastePlan:
        """Return a plan without the lines of the same name of which no year tells which is meant."""
        if not plan.by_labels or plan.problem:
            return plan
        doubled = without_doubled(self._block, self._names, plan.landings, of_year.places, year, line)
        has_any = any(landing.code and landing.text for landing in doubled.landings)
        problem = f"{doubled.told}。" if doubled.told and not has_any else ""
        told = (doubled.told,) if doubled.told else ()
        where = "" if problem else plan.where
        return replace(plan, where=where, landings=doubled.landings, told=(*told, *plan.told), problem=problem)

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

    def in_print(self, start: str, own: OwnPart, *, needs_heads: bool) -> list[PlacedText] | None:
        """Return the cells in the order of the print; None where it does not tell them, or names tell more.

        Where no head of a column is among what agrees with the print, other heads may stand before it, or the columns
        may be others: then it needs heads, or nothing may stand before.
        """
        ordered = in_printed_order(self._table, self._block.rows, start)
        if ordered is None:
            return None
        placed = [place for place in ordered if place.code and place.text]
        is_other = any(own.codes.get((one.row, one.column), one.code) != one.code for one in placed)
        named = sum(bool(self._block.rows[i][j]) for i, j in own.codes)
        if is_other or len(placed) < named:
            return None
        heads = {key_of(line.label) for line in self._table.columns.values()}
        first = next((n for n, place in enumerate(ordered) if place.is_label or place.code), len(ordered))
        has_heads = any(place.is_label and key_of(place.text) in heads for place in ordered)
        return ordered if has_heads or (first < 2 and not needs_heads) else None

    def by_names(self, codes: Mapping[tuple[int, int], str]) -> Iterator[Landing]:
        """Lay each cell onto the number that names tell."""
        self._used.clear()
        seen: set[str] = set()
        for i, (row, (name, _)) in enumerate(zip(self._block.rows, self._names, strict=True)):
            is_again = bool(name) and name in seen
            seen.add(name)
            for j, text in enumerate(row):
                if text is None:
                    continue
                code = codes.get((i, j), "")
                if code and code not in self._used:
                    yield self.land(i, j, text, code)
                elif text and (label_key(text) in self._labels or not is_number(text)):
                    yield Landing(i, j, text, "", LABEL)
                elif text and self.has_names and (is_again or not name):
                    why = "这一行的名称前面已经有了" if is_again else "这一行的名称不在表中"
                    yield Landing(i, j, text, "", LOST, why)
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

    def by_order(self, placed: Iterable[PlacedText]) -> Iterator[Landing]:
        """Lay the texts onto the numbers that they stand for in print."""
        self._used.clear()
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


def _is_beside(row: Sequence[str | None], name: str, at: int) -> bool:
    """Whether the name of a line stands before all of its numbers."""
    numbers = [j for j, text in enumerate(row) if text and is_number(text)]
    return bool(name and numbers) and numbers[0] > at


def _loses_numbers(found: Iterable[Landing]) -> bool:
    return any(landing.kind == LOST and is_number(landing.text) for landing in found)


def _lost(row: int, column: int, text: str) -> Landing:
    return Landing(row, column, text, "", LOST, "表中没有对应的格")
