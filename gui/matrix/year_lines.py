"""Lines of several years below each other: those of the report's year are taken, or nothing where it is not certain.

The year may stand in a column of its own beside the names of the rows, which are then merged, repeated or left out from
the second line on; or above each of several tables, in a title or in the first cell of the heads.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from core.base.short_texts import some_of
from gui.matrix.form_words import FormWords
from gui.matrix.pasted_block import PastedBlock
from gui.matrix.printed_order import is_number
from gui.matrix.year_names import lines_named_with_year
from gui.matrix.year_told import NAMED, NO_YEAR, YearLines, listed, none_is_mine, numbered, only_of_year, told_of
from gui.matrix.year_words import (
    is_beside_years,
    is_of_year,
    name_and_period,
    names_year,
    period_in,
    period_of,
    without_bare_year,
)

_FIRST = 8
"""Columns at the left that may hold names and years."""


def lines_of_year(words: FormWords, block: PastedBlock, year: int | None, line: str = "行") -> YearLines:
    """Return the lines of a block that are of the report's year; all of them where it names no years beside them.

    Args:
        words: The names of the form.
        block: What is pasted.
        year: The year of the report; None where it is not filled in.
        line: What a line is called: 列 where the block was turned.
    """
    if not any(
        period_in(text) or name_and_period(text)[1] for text in {text for row in block.rows for text in row if text}
    ):
        return YearLines(block)
    of_column = _YearColumn(words, block, year, line).taken()
    if of_column.problem or of_column.places:
        return of_column
    by_names = lines_named_with_year(words, block, year, line)
    if by_names.problem or by_names.places:
        return by_names
    return _YearTables(words, block, year, line).taken()


class _YearColumn:
    """A column of years beside the names of rows."""

    def __init__(self, words: FormWords, block: PastedBlock, year: int | None, line: str) -> None:
        self._block, self._year, self._line = block, year, line
        self._is_named = [[bool(words.row(text)) for text in row[:_FIRST]] for row in block.rows]
        self._rows = self._filled_down()
        self._is_number = [[_is_number(words, text) for text in row] for row in block.rows]
        self._at, self._lines = self._found()

    def _filled_down(self) -> tuple[tuple[str | None, ...], ...]:
        """Return the lines with a year left of the names in each of them, where it stands at the first one only."""
        rows, is_named = self._block.rows, self._is_named
        for j in range(min(self._block.width, _FIRST)):
            lines = [i for i, row in enumerate(rows) if any(is_named[i][j + 1 :]) and not any(is_named[i][:j])]
            said = [period_of(rows[i][j]) for i in lines]
            is_alone = all(period or not rows[i][j] for i, period in zip(lines, said, strict=True))
            if len({*said} - {""}) < 2 or not said[0] or not is_alone or all(said):
                continue
            filled = [list(row) for row in rows]
            for k, i in enumerate(lines[1:], 1):
                filled[i][j] = rows[i][j] if said[k] else filled[lines[k - 1]][j]
            return tuple(map(tuple, filled))
        return rows

    def _found(self) -> tuple[int, list[int]]:
        """Return the column and the lines with numbers behind it; -1 where there is no such column."""
        for j in range(min(self._block.width, _FIRST)):
            lines = [i for i, row in enumerate(self._is_number) if not any(row[:j]) and self._is_line(i, j)]
            told = [i for i in lines if period_of(self._rows[i][j])]
            is_most = len(told) > 1 and len(told) * 2 >= len(lines)
            names = [i for i in told if any(named for k, named in enumerate(self._is_named[i]) if k != j)]
            is_filled = all(self._rows[i][j] for i in lines)  # else a year may reach over the lines below it
            is_right = any(named for i in names for named in self._is_named[i][:j])
            if is_most and names and (is_right or is_filled):
                return j, lines
        return -1, []

    def _is_line(self, i: int, j: int) -> bool:
        """Whether numbers stand behind a column, or it has the only year of a line without any."""
        row = self._rows[i]
        return any(self._is_number[i][j + 1 :]) or [k for k, text in enumerate(row) if period_of(text)] == [j]

    def taken(self) -> YearLines:
        """Return the lines of the report's year."""
        block, at = self._block, self._at
        periods = {i: period_of(self._rows[i][at]) for i in self._lines} if at >= 0 else {}
        kinds = [*dict.fromkeys(filter(None, periods.values()))]
        if not kinds:
            return YearLines(block)
        if self._year is None and any(map(names_year, kinds)):
            return YearLines(block, problem=f"各{self._line}{listed(periods, kinds, self._line)}。{NO_YEAR}")
        mine = [kind for kind in kinds if is_of_year(kind, self._year or 0)]
        beside = {i for i in periods if not periods[i] and is_beside_years(self._rows[i][at])}
        odd = [i for i in periods if not periods[i] and i not in beside]
        if not mine:
            return YearLines(block, problem=none_is_mine(kinds, self._year, self._line))
        labels = self._labels(periods)
        if odd or len(mine) > 1 or labels is None:
            said = listed(periods, kinds, self._line)
            without = f"，{numbered(odd, self._line)}没有写是哪一年的" if odd else ""
            problem = f"{said}{without}，分不清各{self._line}是哪一年的。{only_of_year(self._year, self._line)}"
            return YearLines(block, problem=problem)
        return self._kept(periods, beside, labels, mine[0])

    def _labels(self, periods: dict[int, str]) -> dict[int, list[str]] | None:
        """Return what is written before the numbers of each line, from the line above where it is left out there.

        None where a line without a name says the same year as one above it: it may be of another row.
        """
        found: dict[int, list[str]] = {}
        seen: set[str] = set()
        above: list[str] = []
        numbers = (k for i in periods for k, is_number in enumerate(self._is_number[i]) if k > self._at and is_number)
        first = min(numbers, default=self._at + 1)
        for i in sorted(periods):
            row = self._rows[i]
            own = ["" if k == self._at else row[k] or "" for k in range(first)]
            said = periods[i] or (row[self._at] or "")
            is_same = bool(above) and all(text in ("", above[k]) for k, text in enumerate(own) if k < len(above))
            if not any(own) and (not above or said in seen):
                return None
            if is_same and said not in seen:
                own = [text or above[k] for k, text in enumerate(own) if k < len(above)]
            else:
                seen = set()
            seen.add(said)
            above = found[i] = own
        return found

    def _kept(self, periods: dict[int, str], beside: set[int], labels: dict[int, list[str]], mine: str) -> YearLines:
        """Return the lines of the year with their names, and the others named."""
        rows, places = [], []
        for i, row in enumerate(self._rows):
            texts = list(row)
            if periods.get(i, mine) != mine or i in beside:
                continue
            if i in labels:
                texts[: len(labels[i])] = labels[i]
            elif period_of(texts[self._at]) or (self._at and not any(self._is_named[i])):
                texts[self._at] = _blank(texts[self._at])
            rows.append(tuple(texts))
            places.append(i)
        gone = Counter(periods[i] or (self._rows[i][self._at] or "") for i in periods if periods[i] != mine)
        told = (told_of(mine, gone, self._line),) if gone else ()
        if missing := self._without_mine(periods, labels, mine):
            told = (*told, f"{missing}没有“{mine}”的数，没有填入")
        return YearLines(replace(self._block, rows=tuple(rows), told=(*self._block.told, *told)), tuple(places))

    def _without_mine(self, periods: dict[int, str], labels: dict[int, list[str]], mine: str) -> str:
        names = {i: next((text for text in reversed(found) if text), "") for i, found in labels.items()}
        have = {names[i] for i in periods if periods[i] == mine}
        return some_of([f"“{name}”" for name in dict.fromkeys(names.values()) if name not in have], NAMED, "项")


@dataclass(slots=True)
class _Table:
    """Lines with numbers and what stands above them."""

    above: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    periods: dict[str, None] = field(default_factory=dict)


class _YearTables:
    """Several tables below each other, each with its year above it."""

    def __init__(self, words: FormWords, block: PastedBlock, year: int | None, line: str) -> None:
        self._words, self._block, self._year, self._line = words, block, year, line

    def taken(self) -> YearLines:
        """Return the lines of the report's year."""
        block = self._block
        tables = self._tables()
        kinds = {n: next(iter(one.periods)) if len(one.periods) == 1 else "" for n, one in enumerate(tables)}
        told = [*dict.fromkeys(filter(None, kinds.values()))]
        if not told or (self._year is None and any(map(names_year, told))):
            return YearLines(block, problem=self._untold(tables, kinds) if len(told) > 1 else "")
        mine = [kind for kind in told if is_of_year(kind, self._year or 0)]
        if len(tables) < 2 or not self._is_again(tables):
            others = [kind for kind in told if kind not in mine]
            heads = [text for one in tables for text in self._named_by_heads(one) if period_in(text) in others]
            said = tuple(f"表头写的是“{text}”，请核对是不是本年的表" for text in heads)
            return YearLines(replace(block, told=(*block.told, *said)) if said else block)
        if len(mine) != 1 or not all(kinds.values()):
            is_first = not mine and not kinds[0]  # a table without a year, and last year's below it
            mine = [""] if is_first and list(kinds.values()).count("") == 1 else []
        return self._kept(tables, kinds, mine[0]) if mine else YearLines(block, problem=self._untold(tables, kinds))

    def _kept(self, tables: Sequence[_Table], kinds: dict[int, str], mine: str) -> YearLines:
        gone: set[int] = set()
        left: Counter[str] = Counter()
        for n, one in enumerate(tables):
            if kinds[n] == mine:
                continue
            is_needed = not any(later.heads for k, later in enumerate(tables) if kinds[k] == mine)
            gone |= {*one.lines, *one.above} - (set(one.heads) if is_needed else set())
            left[kinds[n]] += len(one.lines)
        places = tuple(i for i in range(len(self._block.rows)) if i not in gone)
        rows = (without_bare_year(self._block.rows[i]) for i in places)
        block = replace(self._block, rows=tuple(rows))
        return YearLines(replace(block, told=(*block.told, told_of(mine, left, self._line))), places)

    def _untold(self, tables: Sequence[_Table], kinds: dict[int, str]) -> str:
        periods = {i: kinds[n] for n, one in enumerate(tables) for i in one.lines}
        told = [*dict.fromkeys(filter(None, kinds.values()))]
        odd = [i for i, kind in periods.items() if not kind]
        without = f"，{numbered(odd, self._line)}没有写是哪一年的" if odd else ""
        why = NO_YEAR if self._year is None else only_of_year(self._year, self._line)
        return f"{listed(periods, told, self._line)}{without}，分不清哪些是本年的。{why}"

    def _is_again(self, tables: Sequence[_Table]) -> bool:
        """Whether rows of the form stand in several of the tables."""
        names = Counter(name for one in tables for name in {self._name(i) for i in one.lines})
        return any(name and count > 1 for name, count in names.items())

    def _name(self, i: int) -> str:
        return next((key for text in reversed(self._block.rows[i]) if (key := self._words.row(text))), "")

    def _named_by_heads(self, table: _Table) -> Iterator[str]:
        """Yield the texts that name a year in the heads, before the columns with numbers and the names of others."""
        numbers = (
            k for i in table.lines for k, text in enumerate(self._block.rows[i]) if _is_number(self._words, text)
        )
        least = min(numbers, default=0)
        for i in table.heads:
            row = self._block.rows[i]
            first = next(k for k, text in enumerate(row) if self._words.column(text))
            yield from (text for text in row[: min(first, least)] if text and period_in(text))

    def _tables(self) -> list[_Table]:
        """Return the tables; the years above the numbers hold until others follow."""
        tables = [_Table()]
        for i, row in enumerate(self._block.rows):
            texts = [text for text in row if text]
            is_head = sum(bool(self._words.column(text)) for text in row) > 1
            is_title = len(texts) == 1 and not self._words.row(texts[0]) and bool(period_in(texts[0]))
            if not is_head and not is_title and self._name(i) and any(_is_number(self._words, text) for text in row):
                tables[-1].lines.append(i)
                continue
            if tables[-1].lines and (is_head or is_title):
                tables.append(_Table())
            if is_head:
                tables[-1].heads.append(i)
            tables[-1].above.append(i)
            tables[-1].titles += texts if is_title else []
        tables = [one for one in tables if one.lines]
        for n, one in enumerate(tables):
            one.periods = dict.fromkeys(map(period_in, [*one.titles, *self._named_by_heads(one)]))
            if n and not one.periods:
                one.periods = tables[n - 1].periods
        return tables


def _is_number(words: FormWords, text: str | None) -> bool:
    """Whether a text is a number, and neither a year nor the name of a row: 3.其他."""
    return bool(text) and is_number(text or "") and not (text or "").endswith("年") and not words.row(text)


def _blank(text: str | None) -> str | None:
    return text if text is None else ""
