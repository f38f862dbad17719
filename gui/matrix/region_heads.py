"""What stands above each column of numbers in a pasted sheet, also in two lines and above merged cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gui.matrix.form_words import FormWords
from gui.matrix.head_words import COUNTS, SHARE, Head, head_of
from gui.matrix.printed_order import Cells, key_of

_BY_TIME = (Head.OTHER_YEAR, Head.PART_OF_YEAR)


@dataclass(frozen=True, slots=True)
class _Text:
    text: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """What the heads of one column say.

    Attributes:
        kind: What its numbers are.
        key: The column of the form that is named; "" for none.
        row: The row of the form that is named above it, as table 四 does; "" for none.
        text: What the column is called; "" where nothing stands above it.
        is_own: Whether its name stands in the column itself, and is not one that reaches over it from the left.
        is_torn: Whether two names of the form stand above it, one below the other.
    """

    kind: Head
    key: str = ""
    row: str = ""
    text: str = ""
    is_own: bool = True
    is_torn: bool = False


class HeadReader:
    """Reads lines of heads.

    Args:
        words: The names of the form.
        rows: The cells of the block, all lines as wide.
        year: The year of the report; None where it is not filled in.
        covered: What stands in a place that a merged cell covers: None, or "" where a text keeps no merged cells.
    """

    def __init__(self, words: FormWords, rows: Cells, year: int | None, covered: str | None) -> None:
        self._words, self._rows, self._year, self._covered = words, rows, year, covered

    def heads(self, lines: Sequence[int], first: int, *, has_one_total: bool) -> list[ColumnHead]:
        """Return what stands above each column; before the first one stand names of lines.

        Where each line has one total, several columns called so are others, but for one that is as the form prints it.
        """
        width = len(self._rows[0]) if self._rows else 0
        found = [self._head(self._texts(lines, j, first)) for j in range(width)]
        totals = [j for j, head in enumerate(found) if head.key and head.key == self._words.total]
        exact = [j for j in totals if key_of(found[j].text) == key_of(self._words.total_label)]
        for j in totals if has_one_total and len(totals) > 1 else ():
            if exact != [j]:
                found[j] = replace(found[j], kind=Head.OTHER, key="")
        return found

    def _texts(self, lines: Sequence[int], j: int, first: int) -> list[_Text]:
        """Return the texts above a column from above, those that reach over it from the left among them.

        Below a text of its own a blank is the rest of that cell: 总计 beside 上年 and 本年 is two lines high.
        """
        found: list[_Text] = []
        for i in lines:
            if text := self._rows[i][j]:
                found.append(_Text(text, is_own=True))
            elif not any(one.is_own for one in found):
                k = j
                while k > first and self._rows[i][k] == self._covered:
                    k -= 1
                if first <= k < j and (text := self._rows[i][k]):
                    found.append(_Text(text, is_own=False))
        return found

    def _head(self, texts: Sequence[_Text]) -> ColumnHead:
        words = self._words
        row = next((key for one in reversed(texts) if not words.column(one.text) and (key := words.row(one.text))), "")
        kinds = [head_of(one.text, frozenset(), self._year) for one in texts]
        by_time = [one for one, kind in zip(texts, kinds, strict=True) if kind in _BY_TIME]
        if by_time:
            kind = next(kind for kind in kinds if kind in _BY_TIME)
            return ColumnHead(kind, text=by_time[0].text, is_own=by_time[0].is_own)
        told = list(reversed([*zip(texts, kinds, strict=True)]))
        for n, (one, kind) in enumerate(told):
            key = words.column(one.text) if kind is not Head.OTHER else ""
            if key:
                return self._named(one, key, row, [above for above, _ in told[n + 1 :]])
            if kind is Head.OTHER or words.is_group(one.text):
                return ColumnHead(Head.OTHER, row=row, text=one.text, is_own=one.is_own)
            is_bare = kind is Head.THIS_YEAR or key_of(one.text) in COUNTS or bool(words.row(one.text))
            if not is_bare:
                return ColumnHead(Head.UNKNOWN, row=row, text=one.text, is_own=one.is_own)
        lowest = told[0][0] if told else _Text("", is_own=True)
        is_this_year = any(kind is Head.THIS_YEAR for kind in kinds)
        return ColumnHead(Head.THIS_YEAR if is_this_year else Head.UNKNOWN, "", row, lowest.text, lowest.is_own)

    def _named(self, one: _Text, key: str, row: str, above: Sequence[_Text]) -> ColumnHead:
        """Return the head of a column of the form: what stands above its name must not say otherwise."""
        words = self._words
        others = [text for text in above if words.column(text.text) not in ("", key, words.total)]
        if others and key == words.total:  # the sum of both years of one kind
            return ColumnHead(Head.OTHER, text=f"{others[0].text}{one.text}", is_own=one.is_own)
        if any(SHARE.search(text.text) for text in above):
            return ColumnHead(Head.OTHER, text=f"{above[-1].text}{one.text}", is_own=one.is_own)
        is_torn = any(text.is_own for text in others)
        return ColumnHead(Head.OWN, key, row, one.text, one.is_own, is_torn)
