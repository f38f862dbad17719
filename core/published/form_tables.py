"""The three tables of the form, found among all tables of a file by their labels, and their printed numbers.

A table is ours only if its header and its rows say so; a table of another kind (财政预决算) with a few equal labels
(总计, 其他, 行政事业性收费) is not. A table cut in two by a page break goes on in the next one with or without header.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from core.base.short_texts import some_of
from core.published.labels import bracket_words, is_past, plain_label
from core.published.number_cells import is_value, printed_unit
from core.published.proof import PrintedRow, Proof, prove
from core.published.table_columns import ColumnHead, Columns, assign, columns_over
from core.published.table_rows import DataRow, ScannedTable, label_remark, scan_table
from core.published.vocabulary import TableWords, is_form_label, vocabulary
from core.visible.blocks import Row, VisibleCell, VisibleTable

LEAST_ROWS_WITHOUT_HEADER = 5
LEAST_SCORE_WITHOUT_HEADER = 0.9
LEAST_LABEL_WITHOUT_HEADER = 5
"""What makes a table ours whose header is missing: so many rows with so near and so long labels."""

CLEARLY = 0.3
"""How far one format must fit better than another one for the table not to be of the other."""

MOST_ROWS = 2_000
"""A longer table is a register; even a sheet that holds the whole report has some hundred rows."""

_SUBTOTAL = re.compile("小计")
_COLUMN = re.compile("“([^”]*)”列$")


@dataclass(slots=True)
class PrintedCell:
    """What is printed for one number of the form.

    Attributes:
        text: As printed.
        unit: Unit that the header or the row label names; "" for none, ``…／…`` where they differ.
    """

    text: str
    unit: str = ""


SEVERAL_TABLES = "文件中有不止一张{table}，只读入了{read}，请核对是不是本年、本单位的"


@dataclass(slots=True)
class RoleTable:
    """What was found of one table of the form, in all its pieces.

    Attributes:
        forms: Ids of the formats that it may be printed in, the newest first.
        cells: What is printed, by row key and column key.
        lost: Places and texts that could not be placed.
        remarks: Sentences about how it had to be read.
        subtotals: Its rows and columns that add up what the form does not, such as “小计”列.
        tables: Its pieces.
        doubles: Tables of the same kind that were not read and are named in ``lost``.
        rows: Its rows as printed, those that could not be read by a header too.
        twice: What is printed for a cell, and what else is, by row key and column key; of more the last.
        is_reordered: Whether a header of it has the columns in another order than the form.
    """

    role: str
    forms: tuple[str, ...]
    cells: dict[tuple[str, str], PrintedCell] = field(default_factory=dict)
    lost: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    subtotals: list[str] = field(default_factory=list)
    heads: list[ColumnHead] = field(default_factory=list)
    tables: list[VisibleTable] = field(default_factory=list)
    doubles: list[VisibleTable] = field(default_factory=list)
    rows: list[PrintedRow] = field(default_factory=list)
    twice: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    is_reordered: bool = False

    @property
    def words(self) -> TableWords:
        """The labels of the format it is printed in, of several those of the newest."""
        return next(t for t in vocabulary().roles[self.role] if t.form_id in self.forms)

    @property
    def name(self) -> str:
        """What the clerk calls it."""
        return self.words.table.name


def read_tables(tables: Iterable[VisibleTable]) -> dict[str, RoleTable]:
    """Return what is printed in our three tables, by role (``s2``, ``s3``, ``s4``); a missing one is empty."""
    roles = vocabulary().roles
    found = {role: RoleTable(role, tuple(words.form_id for words in tables)) for role, tables in roles.items()}
    short: list[list[_Piece]] = []
    for table in tables:
        if len(table.rows) > MOST_ROWS:
            continue
        scanned = scan_table(table)
        pieces = [
            _Piece(found[role], scanned, rows)
            for role in found
            if (rows := [row for row in scanned.data if row.role == role])
        ]
        if not _read(pieces) and not any(double is table for target in found.values() for double in target.doubles):
            short.append(pieces)
    for pieces in short:  # the first rows of a table that goes on in another one
        _read(pieces)
    for target in found.values():
        _settle(target)
    return found


def _read(pieces: list[_Piece]) -> bool:
    """Read the pieces of one table of the file that are ours; return whether any is."""
    read = [piece for piece in pieces if piece.read()]
    if read:
        read[0].lose_rest({piece.role for piece in read})
    return bool(read)


def _settle(target: RoleTable) -> None:
    """Read the rows that only the sums can place; list those that they do not prove."""
    proof = Proof()
    has_units = any(cell.unit for cell in target.cells.values())
    if target.tables and not (target.words.is_headed or has_units):
        read = {place: cell.text for place, cell in target.cells.items()}
        proof = prove(target.words, read, target.rows, is_reordered=target.is_reordered)
    proven = tuple(row.place for row in proof.rows.values())
    target.lost = [(place, text) for place, text in target.lost if not place.startswith(proven)]
    target.lost += [(row.place, row.row.text) for row in target.rows if not row.is_read and row.place not in proven]
    target.cells.update({place: PrintedCell(text) for place, text in proof.texts.items()})
    if proof.refuted:
        target.cells = {(row, column): cell for (row, column), cell in target.cells.items() if row not in proof.refuted}
        target.lost += [(row.place, row.row.text) for row in proof.refuted.values() if row.is_read]
        said = f"{target.name}的数字与表头错位，又有合计对不上，有{len(proof.refuted)}行没有读入，请对照原文填写"
        target.remarks.append(said)
    if proof.rows:
        names = [f"“{target.words.table.rows[key].name}”" for key in proof.rows]
        shown = f"{some_of(names, 3)}{len(names)}行"
        target.remarks.append(f"{target.name}的{shown}，数字与表头对不上，按勾稽关系核对后读入，请核对")


class _Piece:
    """One table of the file while it is read for one role."""

    def __init__(self, target: RoleTable, scanned: ScannedTable, rows: list[DataRow]) -> None:
        self._target = target
        self._scanned = scanned
        self._rows = rows
        self._ragged = scanned.table.is_ragged
        self._whole = _whole_row(scanned.table, rows[0].header)
        self._fitting: tuple[str, ...] = ()

    @property
    def role(self) -> str:
        """The section of the table that it is read for."""
        return self._target.role

    def read(self) -> bool:
        """Add the numbers of this table to what was found, if it is ours; return whether they were."""
        words, columns = self._best_words()
        headed = any(found.ours >= words.table.least_columns for found in columns)
        goes_on = bool(self._target.cells) and self._is_missing_something(words)
        if headed:
            # A shorter one is ours only where it goes on from another one
            is_ours = len(self._rows) >= words.table.least_rows or goes_on
        else:
            sure = [
                row
                for row in self._rows
                if row.score >= LEAST_SCORE_WITHOUT_HEADER and len(row.label.strip()) >= LEAST_LABEL_WITHOUT_HEADER
            ]
            is_ours = len(sure) >= LEAST_ROWS_WITHOUT_HEADER or (goes_on and len(sure) == len(self._rows))
        if not is_ours:
            return False
        target = self._target
        if target.tables and not goes_on:
            self._lose_all()
            return False
        target.forms = self._fitting
        target.tables.append(self._scanned.table)
        target.is_reordered |= any(_is_reordered(found, words) for found in columns)
        seconds = self._seconds(words)
        for row, own in zip(self._rows, columns, strict=True):
            if id(row) in seconds:
                self._lose_row(row.row)
            else:
                self._read_row(row, own, words)
        extras = [(extra.role, extra.row) for extra in self._scanned.extras]
        for role, extra in [*extras, *self._scanned.others]:
            if role == target.role:
                self._put_off(extra)
        return True

    def lose_rest(self, read: set[str]) -> None:
        """List the rows that belong to none of the tables that were read, and what its headers say of their own."""
        scanned = self._scanned
        rows = [(row.role, row.row) for row in scanned.data] + [(extra.role, extra.row) for extra in scanned.extras]
        for role, row in [*rows, *scanned.others]:
            if not role:
                self._put_off(row)
            elif role not in read:
                self._lose_row(row)
        # The name of a column stands in the places of the numbers that were listed from it
        named = {name for place, _ in self._target.lost for name in _COLUMN.findall(place)}
        for row in scanned.headers:
            self._lose_words(row, (cell for cell in row.cells if cell.text not in named))

    def _lose_words(self, row: Row, cells: Iterable[VisibleCell]) -> None:
        """List what cells around the numbers say and the form does not."""
        for cell in cells:
            if cell.text and not is_form_label(cell.text):
                self._target.lost.append((self._place(row), cell.text.replace("\n", "")))

    def _best_words(self) -> tuple[TableWords, list[Columns]]:
        """Return the format whose labels fit best, with the columns of each row in it."""
        target = self._target
        tables = vocabulary().roles[target.role]
        scored = []
        for words in tables:
            if words.form_id in target.forms:
                columns = self._columns(words)
                fitting = sum(words.form_id in row.keys for row in self._rows)
                scored.append((fitting + sum(found.score for found in columns), words, columns))
        best = max(scored, key=lambda item: item[0])  # of equal ones the first, which is the newest format
        self._fitting = tuple(words.form_id for score, words, _ in scored if best[0] - score < CLEARLY)
        return best[1], best[2]

    def _columns(self, words: TableWords) -> list[Columns]:
        """Return the columns over each row; rows under the same header share them."""
        known: dict[tuple[int, float], Columns] = {}
        columns = []
        for row in self._rows:
            key = (id(row.header), row.edge)
            if key not in known:
                known[key] = columns_over(row, words, is_ragged=self._ragged)
            columns.append(known[key])
        return columns

    def _is_missing_something(self, words: TableWords) -> bool:
        """Whether rows of this table are still to come for what was found so far."""
        have = {row for row, _ in self._target.cells}
        new = {row.keys.get(words.form_id, "") for row in self._rows}
        return not new <= have if not words.is_headed else len(self._target.cells) < len(words.table.cells)

    def _seconds(self, words: TableWords) -> set[int]:
        """Return the rows (a 合计 of their own) that claim a row of the form which another one has to the letter."""
        claims: dict[str, list[DataRow]] = {}
        for row in self._rows:
            claims.setdefault(row.keys.get(words.form_id, ""), []).append(row)
        seconds: set[int] = set()
        for key, rows in claims.items():
            own = plain_label(words.table.rows[key].label) if key in words.table.rows else ""
            true = [row for row in rows if plain_label(row.label) == own]
            if len(true) == 1:
                seconds.update(id(row) for row in rows if row is not true[0])
        return seconds

    def _read_row(self, row: DataRow, columns: Columns, words: TableWords) -> None:
        key = row.keys.get(words.form_id) or next(iter(row.keys.values()))
        if words.is_headed:
            key = ""
        expected = words.row_cells(key) if key else ()
        if not columns.ours:
            columns = Columns([], self._leaves_without_header(row, expected))
        pairs = assign(row.values, columns, is_cut=row.row.end < self._whole)
        if pairs is None:
            self._put_off(row.row, row)
            return
        self._target.rows.append(
            PrintedRow(row.keys, row.label, row.values, self._place(row.row), row.row, is_read=True)
        )
        self._target.heads = [head for head, _ in pairs]
        self._tell_doubts(row, key, pairs, words)
        for head, cell in pairs:
            self._read_cell(row, head, cell, key, expected)
        before = (cell for cell in row.row.cells if cell.right <= row.edge)
        self._lose_words(row.row, () if row.is_doubtful else before)
        line = words.table.rows.get(key)
        if line is not None and (remark := label_remark(row.label, line.label)):
            self._target.lost.append((self._place(row.row), f"{line.name}{remark}"))

    def _tell_doubts(
        self, row: DataRow, key: str, pairs: list[tuple[ColumnHead, VisibleCell]], words: TableWords
    ) -> None:
        """Tell which lines only their place gave away."""
        lines = [(row.label, words.table.rows[key].label, "行")] if row.is_doubtful and key in words.table.rows else []
        lines += [
            ("".join(head.texts[-1:]), words.table.columns[head.column].label, "列")
            for head, _ in pairs
            if head.is_doubtful
        ]
        for printed, own, what in lines:
            was = f"在原文中是“{printed}”" if printed else "在原文的表头中没有"
            sentence = f"{self._target.name}的“{own}”{what}{was}，已按位置读入，请核对"
            if sentence not in self._target.remarks:
                self._target.remarks.append(sentence)

    def _leaves_without_header(self, row: DataRow, expected: tuple[str, ...]) -> list[ColumnHead]:
        """Return the columns of a row whose header is missing: those of the piece before, or the form's own order."""
        last = self._target.heads
        if last and len(last) == len(row.values) and {head.column for head in last} >= set(expected):
            return last
        if len(expected) != len(row.values) or not self._is_same_in_all(row, expected):
            return []
        if any(is_past(cell.text) for above in row.header for cell in above.cells):
            return []
        sentence = f"{self._target.name}的表头未能识别，已按官方表样的列次读入，请核对"
        if sentence not in self._target.remarks:
            self._target.remarks.append(sentence)
        return [ColumnHead(0, 0, [], "", column, 0.0) for column in expected]

    def _is_same_in_all(self, row: DataRow, expected: tuple[str, ...]) -> bool:
        """Whether every format that may still be meant has these columns in this row."""
        for words in vocabulary().roles[self._target.role]:
            other = words.row_cells(row.keys.get(words.form_id, ""))
            if words.form_id in self._target.forms and len(other) == len(expected) and other != expected:
                return False
        return True

    def _read_cell(
        self, row: DataRow, head: ColumnHead, cell: VisibleCell, key: str, expected: tuple[str, ...]
    ) -> None:
        target = self._target
        place = (head.row or key, head.column)
        if not head.is_ours or (expected and head.column not in expected):
            if cell.text:
                header = "".join(head.texts[-1:]) or "无标题"
                target.lost.append((f"{self._place(row.row)}“{header}”列", cell.text))
                if _SUBTOTAL.search(header):
                    target.subtotals.append(f"“{header}”列")
            return
        if cell.height > 1 and cell.text and not target.words.is_headed:
            target.lost.append((f"{self._place(row.row)}（一格占多行，不知属于哪一行）", cell.text))
            return
        known = target.cells.get(place)
        if known is None:
            target.cells[place] = PrintedCell(
                cell.text, printed_unit("".join(head.texts[-1:]), bracket_words(row.label))
            )
        elif cell.text and known.text != cell.text:
            target.twice[place] = known.text, cell.text
            target.lost.append((f"{self._place(row.row)}（与前面重复）", cell.text))

    def _put_off(self, row: Row, found: DataRow | None = None) -> None:
        """Keep a row that cannot be read by its header until the sums are known; others are listed at once."""
        values = [cell for cell in row.cells if is_value(cell.text)]
        label = "".join(cell.text for cell in row.cells if not is_value(cell.text))
        if self._target.words.is_headed or not any(cell.text for cell in values):
            self._lose_row(row)
            return
        keys = found.keys if found is not None else {}
        self._note_subtotal(row)
        if found is not None:
            label, values = found.label, found.values
        self._target.rows.append(PrintedRow(keys, label, values, self._place(row), row, is_read=False))

    def _lose_row(self, row: Row) -> None:
        if row.text:
            self._target.lost.append((self._place(row), row.text))
        self._note_subtotal(row)

    def _note_subtotal(self, row: Row) -> None:
        if name := next((cell.text.replace("\n", "") for cell in row.cells if _SUBTOTAL.search(cell.text)), ""):
            self._target.subtotals.append(f"“{name}”行")

    def _lose_all(self) -> None:
        """Tell of a second table of ours whose rows are all there already."""
        table = self._scanned.table
        text, first = (" ".join(row.text for row in own.rows if row.text) for own in (table, self._target.tables[0]))
        self._target.doubles.append(table)
        if text == first:  # the same once more: nothing to choose
            return
        read = self._target.tables[0].place
        self._target.remarks.append(SEVERAL_TABLES.format(table=self._target.name, read=read))
        place = f"{table.place}（另一张{self._target.name}）"
        self._target.lost.append((place, text))

    def _place(self, row: Row) -> str:
        return f"{self._target.name}（{self._scanned.table.place}第{row.number}行）"


def _is_reordered(columns: Columns, words: TableWords) -> bool:
    """Whether the labels of a header stand in another order than in the form, the total at the end left out."""
    order = words.column_keys[:-1]
    places = [
        [order.index(head.column) for head in heads if head.column in order]
        for heads in (columns.edges, columns.ordered)
    ]
    return any(found != sorted(found) for found in places)


def _whole_row(table: VisibleTable, header: list[Row]) -> float:
    """Return where a row ends that lost no blanks at its end, in a table with blanks in place of wide cells; else 0."""
    has_blanks = any(len(row.cells) > 1 and row.cells[0].text and not row.cells[1].text for row in header)
    return max(row.end for row in table.rows) if has_blanks else 0
