"""The part of an office's own sheet that is the form's: what else its heads name is left out and said, or all of it.

Last year's columns, quarters, subtotals, shares: the place of a column tells nothing once there are more of them than
the form has. Where the heads do not tell which numbers are the form's, nothing is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from core.base.short_texts import some_of
from core.form.form_definition import FormDefinition, Table
from core.report.entry_text import NOTHING, is_prose, parse_entry
from gui.matrix.head_words import SUBTOTAL, TOTALS, Head, head_of, names_last_year
from gui.matrix.landings import Landing
from gui.matrix.pasted_block import PastedBlock
from gui.matrix.printed_order import Cells, key_of

_AGAIN = "请从原来的表格里把行名、表头（例如“上年”“本年”）一起复制，或只复制本年的数字。"
_NO_YEAR = "基本信息里没有填写年度，也不知道哪一年是本年。"
_LEFT_OUT = (Head.OTHER_YEAR, Head.PART_OF_YEAR, Head.OTHER)
_YEARS = (Head.THIS_YEAR, Head.OTHER_YEAR)
_SHOWN = 4
_COUNTS = frozenset({"数量", "件数", "数", "件数件", "数量件"})
"""Heads that say no more than that something was counted."""


@dataclass(frozen=True, slots=True)
class OwnPart:
    """What of a block is the form's.

    Attributes:
        block: The block without the rest, which is told in its sentences.
        places: Where each of its cells stands in the whole block.
        problem: Why nothing can be taken; "" where something can.
    """

    block: PastedBlock
    places: tuple[tuple[tuple[int, int], ...], ...] = ()
    problem: str = ""

    def placed(self, landing: Landing) -> Landing:
        """Return a landing with its place in the whole block."""
        if not self.places or landing.column >= len(self.places[landing.row]):
            return landing
        row, column = self.places[landing.row][landing.column]
        return replace(landing, row=row, column=column)


@dataclass(slots=True)
class _Region:
    """Lines with numbers and the lines of heads right above them."""

    heads: list[int] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    others: list[int] = field(default_factory=list)


class OwnColumns:
    """Finds the columns of a block that are none of the form's.

    Args:
        form: The form of the report.
        table: The table that is pasted into.
        block: What is pasted.
        named: The key of the row of the form that each line names, and where; "" and -1 for none.
        year: The year of the report; None where it is not filled in.
    """

    def __init__(
        self,
        form: FormDefinition,
        table: Table,
        block: PastedBlock,
        named: Sequence[tuple[str, int]],
        year: int | None,
    ) -> None:
        self._form, self._block, self._named, self._year = form, block, named, year
        self._rows: Cells = [(*row, *[""] * (block.width - len(row))) for row in block.rows]
        self._labels = {key_of(item.label) for row in table.grid for item in row if item.label}
        self._covered = None if any(text is None for row in self._rows for text in row) else ""
        self._first_column = first_column(self._rows, named)
        self._columns = table.columns
        self._own = frozenset(key_of(text) for line in table.columns.values() for text in (line.label, line.name))
        self._total = next((line.label for line in table.columns.values() if key_of(line.label) in TOTALS), "")
        self._has_names = any(name for name, _ in named)
        self._codes: dict[str, list[str]] = {}
        for code in table.cells:
            self._codes.setdefault(form.cells[code].row, []).append(code)
        self._is_one_line = len({item.top for row in table.grid for item in row if item.code}) == 1
        self._codes[""] = list(table.cells) if self._is_one_line else next(iter(self._codes.values()))

    # ------------------------------------------------------------ the lines

    def part(self) -> OwnPart:
        """Return what of the block is the form's."""
        gone = {i for i in range(len(self._rows)) if self._is_subtotal(i) or self._is_of_other_year(i)}
        removed: dict[int, set[int]] = {}
        names: dict[str, None] = {}
        heads_of: dict[int, bool] = {}
        for region in self._regions(gone):
            cut, problem = self._cut(region)
            if problem:
                return OwnPart(self._block, problem=problem)
            heads = self._texts(region)
            names.update(dict.fromkeys(self._name(j, *heads[j]) for j in sorted(cut)))
            removed.update(dict.fromkeys([*region.heads, *region.lines, *region.others], cut))
            has_total = not self._total or any(self._total in own for own, _ in heads)
            heads_of.update(dict.fromkeys(region.heads, has_total))
            if not self._has_names:  # heads that are none of the form's have said what they can
                gone |= {i for i in region.heads if self._has_only_strange_heads(i)}
        told = [f"不是本表的列没有填入：{some_of([f'“{name}”' for name in names], _SHOWN, '列')}"] if names else []
        lines = [self._first(i) for i in sorted(gone) if self._numbers(i, -1) and not self._is_head(i)]
        if lines:
            named = some_of([f"“{name}”" for name in dict.fromkeys(lines)], _SHOWN, "种")
            told.append(f"不是本表的行没有填入：{named}，共{len(lines)}行")
        titles = [texts[0] for row in self._rows if len(texts := [text for text in row if text]) == 1]
        told += [f"标题是“{one}”，请核对是不是本年的表" for one in titles if names_last_year(one, self._year)]
        return self._without(gone, removed, heads_of, told)

    def _is_subtotal(self, i: int) -> bool:
        said = [text for text in self._rows[i] if text and is_prose(parse_entry(text))]
        is_named = bool(said) and bool(SUBTOTAL.search(key_of(said[-1])))
        return self._has_names and is_named and not self._named[i][0] and not self._has_own_head(i)

    def _is_of_other_year(self, i: int) -> bool:
        """Whether a line of numbers, where lines have no name in the form, is named by another year."""
        is_line = self._begins_with_year(i) and bool(self._numbers(i, 0)) and not self._is_head(i)
        return is_line and head_of(self._rows[i][0] or "", frozenset(), self._year) is Head.OTHER_YEAR

    def _first(self, i: int) -> str:
        return next((text for text in self._rows[i] if text and not text.isdecimal()), "")

    def _regions(self, gone: set[int]) -> list[_Region]:
        regions = [_Region()]
        for i, (name, at) in enumerate(self._named):
            if i in gone:
                continue
            if (name or not self._has_names) and self._numbers(i, at) and (name or not self._is_head(i)):
                regions[-1].lines.append(i)
            elif not name and self._is_head(i):
                if regions[-1].lines:
                    regions.append(_Region())
                regions[-1].heads.append(i)
            else:
                regions[-1].others.append(i)
        return [region for region in regions if region.lines and (self._has_names or region.heads)]

    def _is_head(self, i: int) -> bool:
        """Whether a line has heads of columns, and no number that is none: 2024 and 一季度 may be heads."""
        texts = [text for text in self._rows[i] if text]
        is_told = self._has_names or any(not text.isdecimal() for text in texts)
        numbers = [text for text in texts if is_number(text)]
        is_line = len(texts) > self._has_names  # else it is a title
        return is_told and is_line and all(head_of(n, self._own, self._year) is not Head.UNKNOWN for n in numbers)

    def _has_own_head(self, i: int) -> bool:
        return any(text and key_of(text) in self._own for text in self._rows[i])

    def _has_only_strange_heads(self, i: int) -> bool:
        texts = [text for text in self._rows[i] if text]
        is_strange = any(head_of(text, frozenset(), self._year) is not Head.UNKNOWN for text in texts)
        return is_strange and not any(key_of(text) in self._labels for text in texts)

    def _numbers(self, i: int, at: int) -> list[int]:
        first = max(at + 1, int(self._begins_with_year(i)))
        return [j for j, text in enumerate(self._rows[i]) if j >= first and text and is_number(text)]

    def _begins_with_year(self, i: int) -> bool:
        """Whether the name of a line is a year, in a table that has one line of numbers only: 上年结转 is a row."""
        name = self._rows[i][0] or ""
        is_year = key_of(name) not in TOTALS and head_of(name, frozenset(), self._year) in _YEARS
        return self._is_one_line and not self._has_names and is_year

    # ------------------------------------------------------------ the columns

    def _texts(self, region: _Region) -> list[tuple[list[str], list[str]]]:
        """Return for each column the heads that stand in it, and those that reach over it from the left."""
        first = max((self._named[i][1] for i in region.lines), default=-1) + 1
        texts: list[tuple[list[str], list[str]]] = []
        for j in range(self._block.width):
            own = [text for i in region.heads if (text := self._rows[i][j])]
            over = []
            for i in region.heads:
                k = j
                while k > first and self._rows[i][k] == self._covered:
                    k -= 1
                if k < j and k >= first and (text := self._rows[i][k]):
                    over.append(text)
            texts.append((own, over))
        return texts

    def _heads(self, region: _Region) -> list[Head]:
        """Return what each column is by its heads: the lowest one, and the year that one above it names."""
        texts = self._texts(region)
        lowest = [own[-1] if own else over[-1] if over else "" for own, over in texts]
        own = self._own
        if self._total and key_of(self._total) not in map(key_of, lowest):
            own = own | TOTALS
        heads = []
        for text, (here, over) in zip(lowest, texts, strict=True):
            told = [head_of(one, own, self._year) for one in (*here, *over)]
            by_time = [one for one in told if one in (Head.OTHER_YEAR, Head.PART_OF_YEAR)]
            head = head_of(text, own, self._year) if text else Head.UNKNOWN
            heads.append(by_time[0] if by_time else head if head is not Head.UNKNOWN else _this_year(told))
        return heads

    def _cut(self, region: _Region) -> tuple[set[int], str]:
        """Return the columns of a region that are none of the form's; else what cannot be told."""
        heads = self._heads(region)
        numbers = {i: set(self._numbers(i, self._named[i][1])) for i in region.lines}
        names = {j for i in region.lines for j in range(self._named[i][1] + 1) if self._rows[i][j]}
        foreign = {j for j, head in enumerate(heads) if head in _LEFT_OUT and j not in names}
        foreign |= self._remarks(region, foreign)
        crowded = self._crowded(region, numbers, foreign)
        if any(heads[j] is Head.OWN for j in names):  # the heads do not stand above their numbers
            is_foreign = any(head in _LEFT_OUT for head in heads)
            return set(), f"{crowded or '表头与各列数字没有对齐。'}{_AGAIN}" if is_foreign or crowded else ""
        cut = foreign
        if crowded or self._is_out_of_place(region, heads, foreign):
            used = {j for found in numbers.values() for j in found}
            told = {j for j in used if heads[j] in (Head.OWN, Head.THIS_YEAR)}
            cut = foreign | (used - told) if told - foreign else foreign
            if crowded := self._crowded(region, numbers, cut):
                return set(), crowded + _AGAIN
        if not any(found - cut for found in numbers.values()):
            texts = self._texts(region)
            said = some_of([f"“{self._name(j, *texts[j])}”" for j in sorted(cut)], _SHOWN, "列")
            return set(), f"数字都在{said}下面，不是本表要填的。{_AGAIN}"
        return cut, self._lone_total(region, heads, set().union(*numbers.values()) - cut)

    def _lone_total(self, region: _Region, heads: Sequence[Head], left: set[int]) -> str:
        """Return a sentence about one column of numbers of all kinds, where each line has several; "" for none."""
        if len(left) != 1 or any(len(self._codes[self._named[i][0]]) == 1 for i in region.lines):
            return ""
        (column,) = left
        own, over = self._texts(region)[column]
        is_count = heads[column] is Head.UNKNOWN and bool(own) and key_of(own[-1]) in _COUNTS
        if heads[column] is not Head.THIS_YEAR and not is_count:
            return ""
        return f"“{self._name(column, own, over)}”只有一列，没有写是哪一类的数，本表要分列填。请把分列的数字一起复制。"

    def _used(self, region: _Region, cut: set[int]) -> list[int]:
        """Return the columns of numbers, where they stand below each other and all lines have as many; else none."""
        first = self._first_column
        if not first or len({len(self._codes[self._named[i][0]]) for i in region.lines}) > 1:
            return []
        columns = range(first, self._block.width)
        return [j for j in columns if j not in cut and any(self._rows[i][j] for i in region.lines)]

    def _remarks(self, region: _Region, cut: set[int]) -> set[int]:
        """Return the columns that have words only, where there are more columns than the form has."""
        used = self._used(region, cut)
        words = {j for j in used if not any(is_number(self._rows[i][j] or "") for i in region.lines)}
        signs = {j for j in words if all((self._rows[i][j] or "") in ("", *NOTHING) for i in region.lines)}
        return words - signs if len(used) > len(self._codes[self._named[region.lines[0]][0]]) else set()

    def _crowded(self, region: _Region, numbers: dict[int, set[int]], cut: set[int]) -> str:
        """Return a sentence about a line with more numbers than the form has there; "" for none."""
        places = 0
        for i in region.lines:
            found, places = len(numbers[i] - cut), len(self._codes[self._named[i][0]])
            if found > places:
                name = self._rows[i][self._named[i][1]] if self._has_names else f"第{i + 1}行"
                return f"“{name}”有{found}个数字，本表只有{places}格，{self._untold}"
        if len(used := self._used(region, cut)) > places:
            return f"粘贴的数字有{len(used)}列，本表只有{places}列，{self._untold}"
        return ""

    @property
    def _untold(self) -> str:
        return f"分不清哪些是本表的。{'' if self._year else _NO_YEAR}"

    def _is_out_of_place(self, region: _Region, heads: Sequence[Head], foreign: set[int]) -> bool:
        """Whether a head of the form stands elsewhere than in print while another head is unknown."""
        texts = self._texts(region)
        at = max(self._named[i][1] for i in region.lines)
        used = [j for j in range(at + 1, self._block.width) if texts[j][0] and j not in foreign]
        orders = {tuple(self._form.cells[c].column for c in self._codes[self._named[i][0]]) for i in region.lines}
        if len(orders) != 1 or all(heads[j] is not Head.UNKNOWN for j in used):
            return False
        (order,) = orders
        labels = {key: {key_of(self._columns[key].label), key_of(self._columns[key].name)} for key in order}
        placed = zip(used, order, strict=False)
        return any(heads[j] is Head.OWN and key_of(texts[j][0][-1]) not in labels[key] | TOTALS for j, key in placed)

    def _name(self, j: int, own: Sequence[str], over: Sequence[str]) -> str:
        """Return what a column is called: by the year in its heads, else by the lowest of them."""
        texts = [*own, *over]
        by_time = (text for text in texts if head_of(text, self._own, self._year) in _LEFT_OUT[:2])
        return next(by_time, "") or (own or over or [f"第{j + 1}列"])[-1]

    # ------------------------------------------------------------ what is left

    def _without(
        self, gone: set[int], removed: dict[int, set[int]], heads: dict[int, bool], told: Sequence[str]
    ) -> OwnPart:
        """Return the block without lines and columns; 合计 in a line of heads without 总计 is said as the form does."""
        rows, places = [], []
        for i, row in enumerate(self._rows):
            if i in gone:
                continue
            cut = removed.get(i, set())
            texts = list(row)
            if i in heads:
                texts = [self._total if not heads[i] and key_of(text) in TOTALS else text for text in texts]
                texts = ["" if text and is_number(text) else text for text in texts]  # 2025年 has said what it can
            for j in sorted(cut):  # a head over several columns keeps its place above the others
                if texts[j] and j + 1 < len(texts) and texts[j + 1] is None and j + 1 not in cut:
                    texts[j + 1] = texts[j]
            if self._begins_with_year(i) and not self._is_head(i):
                texts[0] = ""
            kept = [j for j in range(len(row)) if j not in cut]
            rows.append(tuple(texts[j] for j in kept) + ("",) * (len(row) - len(kept)))
            places.append(tuple((i, j) for j in kept))
        block = replace(self._block, rows=tuple(rows), told=(*self._block.told, *told))
        return OwnPart(block, tuple(places))


def _this_year(told: Sequence[Head]) -> Head:
    return Head.THIS_YEAR if Head.THIS_YEAR in told else Head.UNKNOWN


def first_column(rows: Cells, named: Sequence[tuple[str, int]]) -> int:
    """Return the column behind the longest name, where the shorter ones leave the places up to it blank; else 0."""
    last = max((at for name, at in named if name), default=-1)
    lines = [row[at + 1 : last + 1] for row, (name, at) in zip(rows, named, strict=True) if name]
    return 0 if any(text for line in lines for text in line) else last + 1


def is_number(text: str) -> bool:
    """Whether a text is a number, or was meant as one."""
    return any(map(str.isdecimal, text)) and not is_prose(parse_entry(text))
