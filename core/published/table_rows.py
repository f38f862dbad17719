"""What each row of a published table is: header, numbers under a known label, a local addition, or nothing of ours."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from core.published import phrases
from core.published.labels import NEAR_IN_PLACE, Match, bracket_words, missing_between, plain_label
from core.published.number_cells import has_digits, is_in_words, is_value
from core.published.vocabulary import TableWords, vocabulary
from core.visible.blocks import Row, VisibleCell, VisibleTable

MANY_COLUMNS = 2
"""A row with so many column labels is a header, whatever else it looks like."""


@dataclass(slots=True)
class DataRow:
    """A row of numbers.

    Attributes:
        role: Section of the table that it belongs to.
        keys: Row key by format; the empty key where the label stands in the header.
        score: Similarity of the label.
        label: The label as printed; "" where it stands in the header.
        edge: Right edge of the label.
        values: The cells behind the label.
        header: The header rows that apply to it, top first.
        row: The row itself.
        is_doubtful: Whether only its place tells what it stands for, which the clerk is told.
    """

    role: str
    keys: dict[str, str]
    score: float
    label: str
    edge: float
    values: list[VisibleCell]
    header: list[Row]
    row: Row
    is_doubtful: bool = False


@dataclass(frozen=True, slots=True)
class ExtraRow:
    """A row with numbers under no known label.

    Attributes:
        role: Role of the rows around it.
        header: The header rows that apply to it.
        position: Number of rows of ours above it in the table.
    """

    role: str
    row: Row
    header: list[Row]
    position: int


@dataclass(slots=True)
class ScannedTable:
    """A table with what each of its rows is.

    Attributes:
        data: The rows of numbers that are ours, in order.
        extras: Rows with numbers under no known label.
        others: Rows without numbers that are no header of ours, likewise.
        headers: The header rows.
    """

    table: VisibleTable
    data: list[DataRow] = field(default_factory=list)
    extras: list[ExtraRow] = field(default_factory=list)
    others: list[tuple[str, Row]] = field(default_factory=list)
    headers: list[Row] = field(default_factory=list)


def scan_table(table: VisibleTable) -> ScannedTable:
    """Return what each row of a table is, by its labels alone."""
    result = ScannedTable(table)
    header: list[Row] = []
    is_new_header = True  # whether the next header row begins a header of its own
    role = ""
    for row in table.rows:
        kind = _RowKind(row)
        if kind.is_header:
            result.headers.append(row)
        if kind.is_header and kind.is_group_only and header and is_new_header:
            continue  # 三、本年度办理结果 alone in a row between the numbers: no new header
        if kind.is_header:
            header = [row] if is_new_header else [*header, row]
            is_new_header, role = False, kind.header_role or role
            continue
        found = kind.data(header) or _headed(row, header)
        if found is not None:
            result.data.append(found)
            role, is_new_header = found.role, True
        elif any(has_digits(cell.text) for cell in row.cells):
            result.extras.append(ExtraRow(role, row, header, len(result.data)))
            is_new_header = True
        elif header and not is_new_header:
            header = [*header, row]  # a header that goes on in a row of its own (商业 / 企业)
            result.headers.append(row)
        else:
            result.others.append((role, row))
    _complete(result)
    return result


def _complete(scanned: ScannedTable) -> None:
    """Take a row that stands just where one of the form is missing for that one, if its label is like enough."""
    for extra in [e for e in reversed(scanned.extras) if 0 < e.position < len(scanned.data)]:
        before, after = scanned.data[extra.position - 1], scanned.data[extra.position]
        keys: dict[str, str] = {}
        place = next((i for i, cell in enumerate(extra.row.cells) if is_value(cell.text) and i), 0)
        label = extra.row.cells[place - 1].text if place else ""
        for words in vocabulary().roles.get(extra.role, ()):
            form_id = words.form_id
            found = [row.keys[form_id] for row in scanned.data if row.role == extra.role and form_id in row.keys]
            missing = missing_between(
                tuple(words.table.rows), found, before.keys.get(form_id, ""), after.keys.get(form_id, "")
            )
            if missing and words.rows.likeness(label, missing) >= NEAR_IN_PLACE:
                keys[form_id] = missing
        if keys:
            cell = extra.row.cells[place - 1]
            values = extra.row.cells[place:]
            made = DataRow(extra.role, keys, NEAR_IN_PLACE, label, cell.right, values, extra.header, extra.row)
            made.is_doubtful = True
            scanned.data.insert(extra.position, made)
            scanned.extras.remove(extra)


class _RowKind:
    """The labels found in one row."""

    def __init__(self, row: Row) -> None:
        self._row = row
        words = vocabulary()
        self.header_role = ""
        columns: dict[str, int] = {}
        groups = 0
        headed = ""  # role of the table whose row labels stand in the header, where one of them is here
        self._hit: tuple[int, str, dict[str, Match]] | None = None
        for place, cell in enumerate(row.cells):
            text = cell.text
            if is_value(text):
                continue
            group = words.groups.match(text)
            if group is not None:
                groups += 1
                self.header_role = self.header_role or group.key
            for role, tables in words.roles.items():
                columns[role] = columns.get(role, 0) + any(t.columns.match(text) for t in tables)
                keys = {t.form_id: m for t in tables if (m := t.rows.match(text)) and not _is_above(text, t, m)}
                if group is not None and group.score > max((m.score for m in keys.values()), default=0.0):
                    continue  # （三）不予公开 is not nearly （一）予以公开
                if keys and tables[0].is_headed:
                    headed = role
                elif keys and place + 1 < len(row.cells):
                    self._hit = (place, role, keys)
        most = max(columns, key=lambda role: columns[role], default="")
        numbers = any(has_digits(cell.text) for cell in row.cells)
        many = columns.get(most, 0) >= MANY_COLUMNS or bool(headed)
        single = self._hit is None and (columns.get(most, 0) > 0 or groups > 0)
        self.is_header = not numbers and (many or single)
        self.is_group_only = not many and columns.get(most, 0) == 0 and not _is_banded(self.header_role)
        if headed or columns.get(most, 0):
            self.header_role = headed or most

    def data(self, header: list[Row]) -> DataRow | None:
        """Return the row as numbers under a known label; None where it has no such label."""
        if self._hit is None:
            return None
        place, role, keys = self._hit
        cell = self._row.cells[place]
        score = max(match.score for match in keys.values())
        names = {form_id: match.key for form_id, match in keys.items()}
        return DataRow(role, names, score, cell.text, cell.right, self._row.cells[place + 1 :], header, self._row)


def _is_above(text: str, words: TableWords, match: Match) -> bool:
    """Whether a label has the number of a group where that of the form has none: （六）其他 is not 3.其他."""
    is_group = phrases.GROUP_NUMBER.match
    return bool(is_group(plain_label(text))) and not is_group(plain_label(words.table.rows[match.key].label))


@cache
def _is_banded(role: str) -> bool:
    """Whether the parts of a table have headers of their own, each under a band such as 第二十条第（五）项."""
    return any(words.table.is_banded for words in vocabulary().roles.get(role, ()))


def _headed(row: Row, header: list[Row]) -> DataRow | None:
    """Return a row of numbers whose labels all stand in the header above it (table 四)."""
    values = list(row.cells)
    is_written = not any(has_digits(cell.text) for cell in row.cells)  # else 一 in front numbers the row
    while values and not (is_value(values[0].text) or (is_written and is_in_words(values[0].text))):
        values.pop(0)
    if not all(is_value(cell.text) or len(cell.text) < 30 for cell in values):
        return None
    for role, tables in vocabulary().roles.items():
        headed = next((t for t in tables if t.is_headed), None)
        if headed is not None and len(values) >= headed.table.least_columns and _speaks_of(header, headed):
            keys = {t.form_id: "" for t in tables}
            edge = values[0].left
            return DataRow(role, keys, 1.0, "", edge, values, header, row)
    return None


def _speaks_of(header: list[Row], words: TableWords) -> bool:
    """Whether header rows are those of a table whose row labels stand in the header."""
    texts = [cell.text for row in header for cell in row.cells]
    rows = sum(words.rows.match(text) is not None for text in texts)
    columns = sum(words.columns.match(text) is not None for text in texts)
    return rows >= 1 and columns >= words.table.least_columns


def label_remark(label: str, words: str) -> str:
    """Return the words in brackets behind a printed label that hold a number and are not the form's own."""
    printed = bracket_words(label)
    own = bracket_words(words)
    return printed if printed != own and any(char.isdigit() for char in printed) else ""
