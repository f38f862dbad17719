"""What a name in a pasted sheet is in the form: a row, a column, or neither.

An office writes names shorter than the form prints them: 制发 for 本年制发件数, 行政许可（件） for 行政许可, a row of
table 三 without its number. What is left without such additions is compared; 其他 for 3.其他 is too short to be sure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from core.form.form_definition import Table
from core.visible.units import drawn_unit
from gui.matrix.head_words import TOTALS
from gui.matrix.printed_order import key_of

_LEAST = 4
"""Letters from which on a shortened name of a row is sure: 总计 and 其他 stand for others as well."""

_BRACKETS = re.compile(r"\((?:单位)?[:为]?([^()]*)\)$")
_ORDINAL = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、](?!\d))")
_TIME = re.compile(r"^\(?(?:本年度?|今年|当年|(?:19|20)\d\d年度?)\)?|\(?(?:本年度?|今年|当年|(?:19|20)\d\d年度?)\)?$")
_AMONG = re.compile(r"^其中[:、]?")
_WITHIN_GROUP = re.compile(r"(?P<group>[^()]+)\((?P<row>[^()]+)\)")
_COUNTED_ROW = re.compile(r"(?:件数|数量)$")
_COUNTED_COLUMN = re.compile(r"(?:件数|数量|数)$")


class FormWords:
    """Knows the rows and columns of one table by all their names.

    Args:
        table: The table that is pasted into.
    """

    def __init__(self, table: Table) -> None:
        rows, columns = table.rows.values(), table.columns.values()
        printed = [item.label for line in table.grid for item in line if item.label]
        names = {line.key: (line.label, line.name, *line.synonyms) for line in rows}
        heads = {line.key: (line.label, line.name, *line.synonyms) for line in columns}
        self._rows = _unique((key_of(text), key) for key, texts in names.items() for text in texts)
        self._short_rows = _unique(
            (core, key)
            for key, texts in names.items()
            for text in texts
            if len(core := _row_core(text)) >= _LEAST or core == key_of(text)
        )
        self._columns = _unique((key_of(text), key) for key, texts in heads.items() for text in texts)
        self._short_columns = _unique((_column_core(text), key) for key, texts in heads.items() for text in texts)
        self._row_pieces = frozenset({*self._rows, *self._short_rows})
        self._column_pieces = frozenset({*self._columns, *self._short_columns, *TOTALS})
        self._labels = {key_of(text) for text in printed}
        self._row_label = {line.key: line.label for line in rows}
        self._column_label = {line.key: line.label for line in columns}
        self.total = next((line.key for line in columns if key_of(line.label) in TOTALS), "")
        self.total_label = self._column_label.get(self.total, "")

    def row(self, text: str | None) -> str:
        """Return the key of the row that a text names; "" for none."""
        key = key_of(text)
        if not text or not key or key.isdecimal():
            return ""
        if found := self._rows.get(key):
            return found
        if not any(core in key for core in self._row_pieces):  # most texts of a large sheet
            return ""
        within = _WITHIN_GROUP.fullmatch(_plain(text))
        if within and key_of(within["group"]) in self._labels:
            return self.row(within["row"])  # 行政诉讼（复议后起诉）
        return self._rows.get(key_of(_plain(text))) or self._short_rows.get(_row_core(text), "")

    def column(self, text: str | None) -> str:
        """Return the key of the column that a text names, of whatever year; "" for none."""
        key = key_of(text)
        if not text or not key or key.isdecimal():
            return ""
        if found := self._columns.get(key):
            return found
        if not any(core in key for core in self._column_pieces):
            return ""
        core = _column_core(text)
        return self._columns.get(core) or self._short_columns.get(core) or (self.total if core in TOTALS else "")

    def is_group(self, text: str) -> bool:
        """Whether the form prints a text above or beside several rows or columns: it names none of them."""
        return key_of(text) in self._labels and not self.column(text) and not self.row(text)

    def printed_rows(self, texts: Iterable[str | None]) -> tuple[str | None, ...]:
        """Return texts with the names of rows as the form prints them."""
        return tuple(map(self._printed_row, texts))

    def _printed_row(self, text: str | None) -> str | None:
        if not text or key_of(text) in self._labels or key_of(text) in self._columns or not (key := self.row(text)):
            return text
        return self._row_label[key]


def _unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return what each name stands for, without those that stand for several."""
    found: dict[str, set[str]] = {}
    for name, key in pairs:
        if name:
            found.setdefault(name, set()).add(key)
    return {name: keys.pop() for name, keys in found.items() if len(keys) == 1}


def _plain(text: str) -> str:
    """Return a text without blanks and without a unit in brackets behind it."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    match = _BRACKETS.search(plain)
    return plain[: match.start()] if match and drawn_unit(match[1]) else plain


def _row_core(text: str) -> str:
    plain = _plain(text)
    while match := _ORDINAL.match(plain):
        plain = plain[match.end() :]
    return key_of(_COUNTED_ROW.sub("", plain))


def _column_core(text: str) -> str:
    return key_of(_COUNTED_COLUMN.sub("", _TIME.sub("", _plain(_TIME.sub("", _AMONG.sub("", _plain(text)))))))
