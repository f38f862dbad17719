"""Which number of the form each number of a pasted sheet is, by the names that stand beside and above it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from core.base.short_texts import some_of
from core.form.form_definition import FormDefinition, Table
from core.report.entry_text import NOTHING
from gui.matrix.column_sums import doubt_of, numbers_in
from gui.matrix.head_words import Head, is_bare
from gui.matrix.printed_order import Cells, is_number
from gui.matrix.region_heads import ColumnHead

ROW_BY_ROW = "只复制数字，一次一行（或一列），点好第一格再粘贴。"
"""What always works: numbers without names go where the clerk points."""

_SHOWN = 4


@dataclass(slots=True)
class NamedNumbers:
    """What the names tell.

    Attributes:
        codes: Code of the number by its line and column in the block.
        unnamed: Columns with numbers that no name of the form stands above, beside others where one does.
        missing: Names of the columns of the form that no head names, where there are unnamed ones.
        problem: Why nothing can be taken; "" where something can.
        has_heads: Whether heads told the columns.
        in_order: Whether their order told them.
    """

    codes: dict[tuple[int, int], str] = field(default_factory=dict)
    unnamed: set[int] = field(default_factory=set)
    missing: tuple[str, ...] = ()
    problem: str = ""
    has_heads: bool = False
    in_order: bool = False


class NumberNames:
    """Tells the numbers of some lines.

    Args:
        form: The form of the report.
        table: The table that is pasted into.
        rows: The cells of the block, all lines as wide.
        start: Code of the current cell: the column of a single one without a head.
    """

    def __init__(self, form: FormDefinition, table: Table, rows: Cells, start: str) -> None:
        self._table, self._rows = table, rows
        self._code_at = {(form.cells[code].row, form.cells[code].column): code for code in table.cells}
        self._derived = {code for code in table.cells if form.cells[code].is_derived}
        self._start = form.cells[start].column

    def told(
        self, lines: Mapping[int, tuple[str, int]], heads: Sequence[ColumnHead], cut: set[int], first: int
    ) -> NamedNumbers:
        """Return which number of the form each one is.

        Args:
            lines: The row of the form that each line is, and where its name ends.
            heads: What stands above each column.
            cut: Columns that are none of the form's.
            first: The first column of numbers; 0 where it differs from line to line.
        """
        codes_of = {i: [c for (row, _), c in self._code_at.items() if row == key] for i, (key, _) in lines.items()}
        found = NamedNumbers(codes=self._single(lines, codes_of, cut))
        several = [i for i in lines if len(codes_of[i]) > 1]
        used = {j for i in several for j in self._filled(i, lines[i][1]) if j not in cut}
        keys = self._keys(heads, used, found)
        if found.problem or not used:
            return found
        if not any(j in keys for j in used):
            strange = [heads[j].text for j in sorted(used) if not is_bare(heads[j].text)]
            if strange:
                found.problem = self._strange(strange, codes_of[several[0]])
            else:
                self._in_order(found, {i: lines[i] for i in several}, codes_of, cut, first)
            return found
        found.has_heads = True
        found.unnamed = {j for j in used if j not in keys}
        named = {keys[j] for j in keys}
        filled = (code for i in several for code in codes_of[i] if code not in self._derived)
        columns = dict.fromkeys(map(self._column_of, filled))
        found.missing = tuple(self._table.columns[key].name for key in columns if key not in named)
        for i in several:
            row, at = lines[i]
            found.codes |= {
                (i, j): self._code_at[row, key] for j, key in keys.items() if j > at and (row, key) in self._code_at
            }
        return found

    def _column_of(self, code: str) -> str:
        return next(column for (_, column), one in self._code_at.items() if one == code)

    def _filled(self, i: int, at: int) -> list[int]:
        """Return the columns of a line behind its name with a number, or a sign for none."""
        row = self._rows[i]
        return [j for j, text in enumerate(row) if j > at and text and (is_number(text) or text in NOTHING)]

    def _single(
        self, lines: Mapping[int, tuple[str, int]], codes_of: Mapping[int, list[str]], cut: set[int]
    ) -> dict[tuple[int, int], str]:
        """Return the numbers of the lines that have but one in the form: its name tells it."""
        found = {}
        for i, (_, at) in lines.items():
            filled = [j for j in self._filled(i, at) if j not in cut]
            if len(codes_of[i]) == 1 and len(filled) == 1:
                found[i, filled[0]] = codes_of[i][0]
        return found

    def _keys(self, heads: Sequence[ColumnHead], used: set[int], found: NamedNumbers) -> dict[int, str]:
        """Return the column of the form that each one is by its head; one that is named twice is none."""
        keys = {j: head.key for j, head in enumerate(heads) if head.key and head.kind is Head.OWN}
        torn = [heads[j].text for j in sorted(used & keys.keys()) if heads[j].is_torn]
        if torn:
            found.problem = f"“{torn[0]}”上面还有别的列名，分不清是哪一列。请{ROW_BY_ROW}"
        for key in dict.fromkeys(keys.values()):
            places = [j for j in keys if keys[j] == key and j in used] or [j for j in keys if keys[j] == key]
            own = [j for j in places if heads[j].is_own]
            again = [j for j in places if j in used and not heads[j].is_own] if self._is_filled_in(key) else []
            if used & set(own) and (len(own) > 1 or again):
                name = self._table.columns[key].name
                found.problem = f"“{name}”有{len(own) + len(again)}列，分不清要填哪一列。请只留本年的一列再复制。"
            keep = own if own else places
            for j in [j for j in keys if keys[j] == key and (len(keep) > 1 or j not in keep)]:
                del keys[j]
        return keys

    def _is_filled_in(self, key: str) -> bool:
        """Whether a column of the form has numbers that are no sums."""
        return any(column == key and code not in self._derived for (_, column), code in self._code_at.items())

    def _strange(self, heads: Sequence[str], codes: Sequence[str]) -> str:
        said = some_of([f"“{text}”" for text in dict.fromkeys(heads)], _SHOWN, "个")
        own = some_of([f"“{self._table.columns[self._column_of(c)].label}”" for c in codes], _SHOWN, "个")
        return f"没有认出列名{said}。请把列名改成与本表相同（{own}），连同行名一起复制；或者{ROW_BY_ROW}"

    def _in_order(
        self,
        found: NamedNumbers,
        lines: Mapping[int, tuple[str, int]],
        codes_of: Mapping[int, list[str]],
        cut: set[int],
        first: int,
    ) -> None:
        """Tell numbers without heads by order, where they are as many as the form has; one goes where it was pasted."""
        for i, (row, at) in lines.items():
            places = [j for j in range(max(at + 1, first), len(self._rows[i])) if j not in cut]
            codes = codes_of[i]
            all_lines = [i] if not first else list(lines)
            while len(places) > len(codes) and not any(self._rows[n][places[0]] for n in all_lines):
                places = places[1:]  # a name is up to three cells wide in print
            last = max((n for n, j in enumerate(places) if any(self._rows[k][j] for k in all_lines)), default=-1)
            most, least = len(places), last + 1
            if most == 1 or (least == 1 and len(codes) > most):
                if code := self._code_at.get((row, self._start), ""):
                    found.codes[i, places[0]] = code
                continue
            counts = [n for n in (len(codes), len(codes) - (codes[-1] in self._derived)) if least <= n <= most]
            if not counts:
                name = self._rows[i][at] or ""
                found.problem = (
                    f"“{name}”一行有{least}个数字，没有列名，本表有{len(codes)}列，分不清各是哪一列。"
                    f"请把列名一起复制，或者{ROW_BY_ROW}"
                )
                return
            found.codes |= {(i, j): code for j, code in zip(places[: counts[0]], codes, strict=False)}
            found.in_order = True
        self._doubt(found, lines)

    def _doubt(self, found: NamedNumbers, lines: Mapping[int, tuple[str, int]]) -> None:
        """Take nothing where columns told by their order may be others."""
        cells = [[self._rows[i][j] for (n, j) in found.codes if n == i] for i in lines]
        parts = len({self._column_of(code) for code in found.codes.values() if code not in self._derived})
        if cells and len({len(row) for row in cells}) == 1 and len(cells[0]) > 1:
            found.problem = doubt_of(numbers_in(cells), parts)
