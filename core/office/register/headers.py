"""Finds the header of a register by its words: which row it is, and which column is which field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.office.register.values import RegisterRow, RegisterSheet, value_text
from core.office.register.vocabulary import COUNTED, plain, vocabulary

_LOOKED_AT = 40
"""Rows with content at the top of a sheet among which its header is looked for."""
_TALLEST = 3
"""Rows that a header with headings above headings may have."""
_NEARLY = 3


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a sheet.

    Attributes:
        first: Number of its first row.
        last: Number of its last row; what follows are applications.
        columns: Column by the key of the field.
        names: What stands above each column, as it is shown and mapped.
        missing: Keys of the fields that are needed and not there.
        doubled: Headers that are wanted and stand above several columns.
    """

    first: int
    last: int
    columns: Mapping[str, int]
    names: Mapping[int, str]
    missing: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether the sheet is a register with this header."""
        return not self.missing and not self.doubled


def find_header(sheet: RegisterSheet, wanted: Mapping[str, str]) -> Header | None:
    """Return the best header of a sheet; None where no field is found.

    Args:
        sheet: The sheet.
        wanted: The header by the key of the field; else a field goes by its own name.
    """
    taken = {plain(header) for header in wanted.values()}
    own = {key: [plain(key)] if plain(key) not in taken else [] for key in vocabulary().fields}
    names = {key: [plain(wanted[key]), *usual] if key in wanted else usual for key, usual in own.items()}
    spread = _spread(sheet)
    rows = [row for row in sheet.rows[:_LOOKED_AT] if row.number in spread]
    best: Header | None = None
    for at in range(len(rows)):
        for height in range(1, _TALLEST + 1):
            block = [row.number for row in rows[at : at + height]]
            if len(block) < height or block[-1] - block[0] >= height:
                break
            header = _header(block, spread, names)
            if header.columns and (best is None or _rank(header) > _rank(best)):
                best = header
    return best


def _rank(header: Header) -> tuple[int, int]:
    """Most fields first; then the lower header, without a title above it."""
    return len(header.columns), header.first - header.last


def offered_header(sheet: RegisterSheet) -> Header | None:
    """Return the header that a sheet most likely has, where some of its words are usual ones; None for none."""
    spread = _spread(sheet)
    known = {plain(name) for field in vocabulary().fields.values() for name in (field.key, *field.names)}
    found = [header for row in spread for header in _headers_ending(row, spread)]
    scored = [(sum(plain(name) in known for name in header.names.values()), header) for header in found]
    best = max(scored, key=lambda pair: (pair[0], pair[1].first - pair[1].last), default=None)
    return best[1] if best is not None and best[0] >= _NEARLY else None


def header_at(sheet: RegisterSheet, row: int) -> Header | None:
    """Return the header that ends in a row; None where nothing stands there."""
    return next(iter(_headers_ending(row, _spread(sheet))), None)


def _headers_ending(row: int, spread: Mapping[int, Mapping[int, str]]) -> Iterator[Header]:
    """Yield the headers of one row and of two whose last row this is."""
    if row in spread:
        yield _header([row], spread, {})
        if row - 1 in spread:
            yield _header([row - 1, row], spread, {})


def offered_columns(names: Mapping[int, str]) -> dict[str, str]:
    """Return the header that is proposed for each field, by its own name first; one header for one field."""
    by_plain: dict[str, str] = {plain(name): name for name in reversed(list(names.values()))}
    offered: dict[str, str] = {}
    for usual in (lambda field: (field.key,), lambda field: field.names):
        for field in vocabulary().fields.values():
            header = next((by_plain[plain(name)] for name in usual(field) if plain(name) in by_plain), None)
            if field.key not in offered and header is not None and header not in offered.values():
                offered[field.key] = header
    return offered


def column_of(header: Header, field: str) -> int | None:
    """Return the column of a field: the one that it was read from, else one with a usual name that no field uses."""
    if field in header.columns:
        return header.columns[field]
    names = {plain(name) for name in vocabulary().fields[field].names}
    taken = set(header.columns.values())
    return next((c for c, name in header.names.items() if c not in taken and plain(name) in names), None)


def _spread(sheet: RegisterSheet) -> dict[int, dict[int, str]]:
    """Return the texts at the top of a sheet by row and column, those of merged ranges in each of their cells."""
    rows: Sequence[RegisterRow] = sheet.rows[:_LOOKED_AT]
    if not rows:
        return {}
    texts = {row.number: {c: value_text(v) for c, v in row.values.items()} for row in rows}
    last = rows[-1].number
    for top, left, bottom, right in sheet.merges:
        text = texts.get(top, {}).get(left)
        if text and bottom - top < _TALLEST and right - left < 100:
            for row in range(top, min(bottom, last) + 1):
                for column in range(left, right + 1):
                    texts.setdefault(row, {}).setdefault(column, text)
    return dict(sorted(texts.items()))


def _header(
    block: Sequence[int], spread: Mapping[int, Mapping[int, str]], names: Mapping[str, Sequence[str]]
) -> Header:
    """Return what a few rows are as a header.

    Args:
        block: The numbers of the rows.
        spread: The texts of the sheet.
        names: What each field goes by, in plain form: the lowest text of a column, or all of them together.
    """
    parts = {
        column: list(dict.fromkeys(" ".join(spread[row][column].split()) for row in block if column in spread[row]))
        for column in sorted({c for row in block for c in spread[row]})
    }
    low = {column: plain(texts[-1]) for column, texts in parts.items()}
    whole = {column: plain("".join(texts)) for column, texts in parts.items()}
    often = Counter(low.values())
    shown = {column: " ".join(texts) if often[low[column]] > 1 else texts[-1] for column, texts in parts.items()}
    columns: dict[str, int] = {}
    doubled = []
    for key, wanted in names.items():
        found = ([c for c in texts if texts[c] == name] for name in wanted for texts in (low, whole))
        matching = next(filter(None, found), [])
        if len(matching) == 1:
            columns[key] = matching[0]
        elif matching and key in COUNTED:
            doubled.append(shown[matching[0]])
    missing = tuple(key for key in vocabulary().needed if key not in columns)
    return Header(block[0], _below(block, spread), columns, shown, missing, tuple(doubled))


def _below(block: Sequence[int], spread: Mapping[int, Mapping[int, str]]) -> int:
    """Return the last row of a header: one that repeats its texts, as a merged range does, belongs to it."""
    last = block[-1]
    while last + 1 in spread and all(spread[last].get(c) == text for c, text in spread[last + 1].items()):
        last += 1
    return last
