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
from gui.matrix.form_words import FormWords
from gui.matrix.head_words import COUNTS, SUBTOTAL, TOTALS, Head, head_of, names_last_year
from gui.matrix.named_numbers import NamedNumbers, NumberNames
from gui.matrix.own_part import OwnPart
from gui.matrix.pasted_block import PastedBlock
from gui.matrix.printed_order import Cells, is_number, key_of
from gui.matrix.region_heads import ColumnHead, HeadReader

_AGAIN = "请从原来的表格里把行名、表头（例如“上年”“本年”）一起复制，或只复制本年的数字。"
_NO_YEAR = "基本信息里没有填写年度，也不知道哪一年是本年。"
_LEFT_OUT = (Head.OTHER_YEAR, Head.PART_OF_YEAR, Head.OTHER)
_YEARS = (Head.THIS_YEAR, Head.OTHER_YEAR)
_SHOWN = 4


@dataclass(slots=True)
class _Region:
    """Lines with numbers, the lines of heads right above them, and those that tell: perhaps of the region before."""

    heads: list[int] = field(default_factory=list)
    told: list[int] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    others: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Found:
    """What was found out of all regions, by places in the whole block."""

    removed: dict[int, set[int]] = field(default_factory=dict)
    heads: dict[int, bool] = field(default_factory=dict)
    names: dict[str, None] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    codes: dict[tuple[int, int], str] = field(default_factory=dict)
    columns: dict[tuple[int, int], str] = field(default_factory=dict)
    has_heads: bool = False
    by_heads: bool = False
    by_order: bool = False


class OwnColumns:
    """Finds the columns of a block that are none of the form's.

    Args:
        form: The form of the report.
        table: The table that is pasted into.
        block: What is pasted.
        named: The key of the row of the form that each line names, and where; "" and -1 for none.
        year: The year of the report; None where it is not filled in.
        start: Code of the current cell.
    """

    def __init__(
        self,
        form: FormDefinition,
        table: Table,
        block: PastedBlock,
        named: Sequence[tuple[str, int]],
        year: int | None,
        start: str,
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
        self._words = FormWords(table)
        self._reader = HeadReader(self._words, self._rows, year, self._covered)
        self._numbers_told = NumberNames(form, table, self._rows, start)

    # ------------------------------------------------------------ the lines

    def part(self) -> OwnPart:
        """Return what of the block is the form's."""
        gone = {i for i in range(len(self._rows)) if self._is_subtotal(i) or self._is_of_other_year(i)}
        gone |= self._lines_of_other_years()
        found = _Found()
        for region in self._regions(gone):
            heads = self._heads(region)
            cut, problem = self._cut(region, heads)
            if not problem:
                problem = self._tell(region, heads, cut, found)
            if problem:
                return OwnPart(self._block, problem=problem)
            found.removed.update(dict.fromkeys([*region.heads, *region.lines, *region.others], cut))
            has_total = not self._total or any(self._total in self._rows[i] for i in region.told)
            found.heads.update(dict.fromkeys(region.heads, has_total))
            if not self._has_names:  # heads that are none of the form's have said what they can
                gone |= {i for i in region.heads if self._has_only_strange_heads(i)}
        told = list(found.told)
        if found.names:
            told.insert(0, f"不是本表的列没有填入：{some_of([f'“{name}”' for name in found.names], _SHOWN, '列')}")
        lines = [self._first(i) for i in sorted(gone) if self._numbers(i, -1) and not self._is_head(i)]
        if lines:
            named = some_of([f"“{name}”" for name in dict.fromkeys(lines)], _SHOWN, "种")
            told.append(f"不是本表的行没有填入：{named}，共{len(lines)}行")
        return self._without(gone, found, [*told, *told_titles(self._rows, self._year)])

    def _tell(self, region: _Region, heads: Sequence[ColumnHead], cut: set[int], found: _Found) -> str:
        """Tell the numbers of a region by the names beside and above them; return what cannot be told.

        The columns without a name of the form, beside others that have one, are cut off as well.
        """
        numbers = {j for i in region.lines for j in self._numbers(i, self._named[i][1])} - cut
        is_keyed = any(head.key and j not in cut for j, head in enumerate(heads))
        found.has_heads |= is_keyed
        if self._is_slipped(region, heads):
            return ""
        strange: tuple[str, ...] = ()
        if lines := self._lines(region):
            named = self._numbers_told.told(lines, heads, cut, self._first_column)
            if named.problem:
                return named.problem
            found.by_heads |= named.has_heads
            found.by_order |= named.in_order
            found.codes |= named.codes
            strange = self._unnamed(named, heads, found)
            cut |= named.unnamed
        elif self._is_one_line:
            found.codes |= self._codes_above(region, heads, numbers)
        found.columns |= {
            (i, j): head.key for i in region.lines for j, head in enumerate(heads) if head.key and head.is_own
        }
        left = [heads[j].text or f"第{j + 1}列" for j in sorted(cut)]
        found.names.update(dict.fromkeys(text for text in left if text not in strange))
        return ""

    def _unnamed(self, named: NamedNumbers, heads: Sequence[ColumnHead], found: _Found) -> tuple[str, ...]:
        """Say which columns may have been the form's, where one of these has no head; return their names."""
        kinds = (Head.UNKNOWN, Head.OWN, Head.THIS_YEAR)
        left = tuple(heads[j].text or f"第{j + 1}列" for j in sorted(named.unnamed) if heads[j].kind in kinds)
        if not named.missing:
            return ()
        missing = some_of([f"“{name}”" for name in named.missing], _SHOWN, "列")
        if not left:
            found.told.append(f"粘贴内容里没有{missing}，没有填入")
            return ()
        said = some_of([f"“{text}”" for text in left], _SHOWN, "列")
        found.told.append(f"没有认出{said}是哪一列，没有填入；{missing}没有列名，请补填，或把列名改成与本表相同再粘贴")
        return left

    def _lines(self, region: _Region) -> dict[int, tuple[str, int]]:
        """Return the row of the form that each line names, the first one of each."""
        seen: dict[str, int] = {}
        for i in sorted([*region.lines, *region.others]):
            seen.setdefault(self._named[i][0], i)
        return {i: (key, self._named[i][1]) for key, i in seen.items() if key}

    def _codes_above(
        self, region: _Region, heads: Sequence[ColumnHead], numbers: set[int]
    ) -> dict[tuple[int, int], str]:
        """Return the numbers of a table in one line, where each has its row and its column above it."""
        if len(region.lines) != 1 or not all(heads[j].row and heads[j].key for j in numbers):
            return {}
        codes = {(self._form.cells[c].row, self._form.cells[c].column): c for c in self._codes[""]}
        found = {j: codes.get((heads[j].row, heads[j].key), "") for j in sorted(numbers)}
        is_told = all(found.values()) and len(set(found.values())) == len(found)
        return {(region.lines[0], j): code for j, code in found.items()} if is_told else {}

    def _is_subtotal(self, i: int) -> bool:
        said = [text for text in self._rows[i] if text and is_prose(parse_entry(text))]
        is_named = bool(said) and bool(SUBTOTAL.search(key_of(said[-1])))
        return self._has_names and is_named and not self._named[i][0] and not self._is_head(i)

    def _is_of_other_year(self, i: int) -> bool:
        """Whether a line of numbers, where lines have no name in the form, is named by another year."""
        is_line = self._begins_with_year(i) and bool(self._numbers(i, 0)) and not self._is_head(i)
        return is_line and head_of(self._rows[i][0] or "", frozenset(), self._year) is Head.OTHER_YEAR

    def _lines_of_other_years(self) -> set[int]:
        """Return the lines beside whose name another year stands, or stands further above left of the names."""
        found = set()
        left: dict[int, Head] = {}
        for i, (name, at) in enumerate(self._named):
            numbers = self._numbers(i, at) if name else []
            told = {
                j: head_of(self._rows[i][j] or "", frozenset(), self._year) for j in range(numbers[0] if numbers else 0)
            }
            left |= {j: head for j, head in told.items() if j < at and self._rows[i][j]}
            beside = [head for j, head in told.items() if j > at and self._rows[i][j]]
            if numbers and any(head in _LEFT_OUT[:2] for head in [*beside, *(left[j] for j in left if j < at)]):
                found.add(i)
        return found

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
        told: list[int] = []
        for region in regions:
            first = max((self._named[i][1] for i in region.lines), default=-1) + 1
            if any(text for i in region.heads for text in self._rows[i][first:]):
                told = region.heads
            region.told = told
        return [region for region in regions if region.lines and (self._has_names or region.heads)]

    def _is_head(self, i: int) -> bool:
        """Whether a line has heads of columns, and no number that is none: 2024 and 一季度 may be heads."""
        texts = [text for text in self._rows[i] if text]
        is_told = self._has_names or any(not text.isdecimal() for text in texts)
        numbers = [text for text in texts if is_number(text)]
        first = max(at for _, at in self._named) + 1
        is_line = len(texts) > self._has_names or any(self._rows[i][first:])  # else it is a title
        return is_told and is_line and all(head_of(n, self._own, self._year) is not Head.UNKNOWN for n in numbers)

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

    def _heads(self, region: _Region) -> list[ColumnHead]:
        first = max((self._named[i][1] for i in region.lines), default=-1) + 1
        first = max(first, *(int(self._begins_with_year(i)) for i in region.lines))
        return self._reader.heads(region.told, first, has_one_total=self._has_names or not self._is_one_line)

    def _is_slipped(self, region: _Region, heads: Sequence[ColumnHead]) -> bool:
        """Whether heads of the form do not stand above numbers: a text without merged cells may be so."""
        names = {j for i in region.lines for j in range(self._named[i][1] + 1) if self._rows[i][j]}
        return any(heads[j].kind is Head.OWN for j in names)

    def _cut(self, region: _Region, heads: Sequence[ColumnHead]) -> tuple[set[int], str]:
        """Return the columns of a region that are none of the form's; else what cannot be told."""
        numbers = {i: set(self._numbers(i, self._named[i][1])) for i in region.lines}
        first = min((self._named[i][1] for i in region.lines), default=-1) + 1
        foreign = {j for j, head in enumerate(heads) if head.kind in _LEFT_OUT and j >= first}
        foreign |= self._remarks(region, foreign)
        crowded = self._crowded(region, numbers, foreign)
        if self._is_slipped(region, heads):
            is_foreign = any(head.kind in _LEFT_OUT for head in heads)
            return set(), f"{crowded or '表头与各列数字没有对齐。'}{_AGAIN}" if is_foreign or crowded else ""
        cut = foreign
        if crowded:
            used = {j for found in numbers.values() for j in found}
            told = {j for j in used if heads[j].kind in (Head.OWN, Head.THIS_YEAR)}
            cut = foreign | (used - told) if told - foreign else foreign
            if crowded := self._crowded(region, numbers, cut):
                return set(), crowded + _AGAIN
        if not any(found - cut for found in numbers.values()):
            said = some_of([f"“{heads[j].text or f'第{j + 1}列'}”" for j in sorted(cut)], _SHOWN, "列")
            return set(), f"数字都在{said}下面，不是本表要填的。{_AGAIN}"
        return cut, self._lone_total(region, heads, set().union(*numbers.values()) - cut)

    def _lone_total(self, region: _Region, heads: Sequence[ColumnHead], left: set[int]) -> str:
        """Return a sentence about one column of numbers of all kinds, where each line has several; "" for none."""
        if len(left) != 1 or any(len(self._codes[self._named[i][0]]) == 1 for i in region.lines):
            return ""
        head = heads[next(iter(left))]
        is_count = head.kind is Head.UNKNOWN and key_of(head.text) in COUNTS
        is_total = bool(head.key) and head.key == self._words.total
        if head.kind is not Head.THIS_YEAR and not is_count and not is_total:
            return ""
        return f"“{head.text}”只有一列，没有写是哪一类的数，本表要分列填。请把分列的数字一起复制。"

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

    # ------------------------------------------------------------ what is left

    def _without(self, gone: set[int], found: _Found, told: Sequence[str]) -> OwnPart:
        """Return the block without lines and columns; 合计 in a line of heads without 总计 is said as the form does."""
        rows, places = [], []
        for i, row in enumerate(self._rows):
            if i in gone:
                continue
            cut = found.removed.get(i, set())
            texts = list(row)
            if i in found.heads:
                texts = [self._total if not found.heads[i] and key_of(text) in TOTALS else text for text in texts]
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
        new = {place: (i, j) for i, line in enumerate(places) for j, place in enumerate(line)}
        codes, columns = ({new[p]: v for p, v in old.items() if p in new} for old in (found.codes, found.columns))
        heads, by_heads, by_order = found.has_heads, found.by_heads, found.by_order
        return OwnPart(block, tuple(places), "", codes, columns, heads, by_heads, by_order)


def told_titles(rows: Cells, year: int | None) -> list[str]:
    """Return what is said of titles that name the year before that of the report."""
    titles = [texts[0] for row in rows if len(texts := [text for text in row if text]) == 1]
    return [f"标题是“{one}”，请核对是不是本年的表" for one in titles if names_last_year(one, year)]


def first_column(rows: Cells, named: Sequence[tuple[str, int]]) -> int:
    """Return the column behind the longest name, where the shorter ones leave the places up to it blank; else 0."""
    last = max((at for name, at in named if name), default=-1)
    lines = [row[at + 1 : last + 1] for row, (name, at) in zip(rows, named, strict=True) if name]
    return 0 if any(text for line in lines for text in line) else last + 1
