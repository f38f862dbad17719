"""Remarks such as 本行共3件 or 23-25号一并答复: a row counts as one application, so the others are asked for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from core.office.register.headers import Header, column_of
from core.office.register.mark_words import bare
from core.office.register.problems import quoted
from core.office.register.rows import RowKey, number_of
from core.office.register.same_numbers import compared_number
from core.office.register.values import RegisterRow, RegisterSheet, value_text
from core.office.register.vocabulary import APPLICANT, NUMBER, REMARK, plain, vocabulary
from core.report.han_numbers import han_number

_BETWEEN = re.compile(r"[，,；;。！!：:（）()【】\n]+")
_MOST = 50


class _Said(NamedTuple):
    """A row with a remark that names several applications.

    Attributes:
        stands_for: How many they are.
        numbers: The last parts of their numbers; nothing where the remark gives none.
    """

    key: RowKey
    head: str
    clause: str
    stands_for: int
    numbers: range


def several_said(
    sheets: Iterable[tuple[RegisterSheet, Header]], keys: Collection[RowKey]
) -> Iterator[tuple[RowKey, str, str]]:
    """Yield the rows whose remark says that they are several, with the header of its column and what it says.

    Where the numbers that it gives have their rows, or one applicant has as many rows as it says, nothing is left to
    ask; nor where the remark stands in as many rows, or in twice or three times as many.

    Args:
        sheets: The sheets with their headers.
        keys: The rows to be looked at.
    """
    wanted = {(key.sheet, key.row): key for key in keys}
    for sheet, header in sheets:
        who = column_of(header, APPLICANT) or 0
        known: set[str] = set()
        rows_of: Counter[str] = Counter()
        groups: dict[tuple[str, str], list[_Said]] = defaultdict(list)
        for row in (row for row in sheet.rows if row.number > header.last):
            known.add(compared_number(number_of(row.values.get(header.columns[NUMBER]))))
            applicant = plain(value_text(row.values.get(who)))
            rows_of[applicant] += 1
            if key := wanted.get((sheet.name, row.number)):
                for said in _said(row, header, key):
                    groups[applicant, said.clause].append(said)
        for (applicant, _), group in groups.items():
            count = group[0].stands_for
            if not applicant or (len(group) % count and rows_of[applicant] != count):
                yield from ((one.key, one.head, one.clause) for one in group if not _are_there(one, known))


def _said(row: RegisterRow, header: Header, key: RowKey) -> Iterator[_Said]:
    """Yield what the remarks of a row say of several applications."""
    remarks = vocabulary().data["marks"]["remarks"]
    for column, head in header.names.items():
        if column != header.columns.get(REMARK) and bare(head) not in remarks:
            continue
        for clause in _BETWEEN.split(value_text(row.values.get(column))):
            numbers, own = _numbers(clause, key.number)
            if len(numbers) > 1 or (count := _count(clause)) > 1:
                stands_for = len(numbers) + own if numbers else count
                yield _Said(key, quoted(head), quoted(clause.strip()), stands_for, numbers)


def _count(clause: str) -> int:
    """Return how many applications a clause says that a row is; 0 where it says nothing of it."""
    match = _patterns()[0].fullmatch(plain(clause))
    if match is None:
        return 0
    return int(match["n"]) if match["n"].isdecimal() else han_number(match["n"]) or 0


def _numbers(clause: str, number: str) -> tuple[range, int]:
    """Return the numbers that a clause says were answered together, and whether that of the row comes to them.

    None where the row is not one of them, unless the clause says that it was answered with them: 与2-3号一并答复.
    """
    match = _patterns()[1].fullmatch(plain(clause))
    last = compared_number(number).split("-")[-1]
    if match is None or not last.isdecimal():
        return range(0), 0
    found, own = range(int(match["first"]), int(match["last"]) + 1), int(last)
    if len(found) > _MOST or not (own in found or match["beside"]):
        return range(0), 0
    is_near = found.start - _MOST <= own <= found.stop + _MOST  # 与24-30号 of row 2025-99 may be number 30 of 2024
    return (found, int(own not in found)) if found and found.start and is_near else (range(0), 0)


def _are_there(said: _Said, known: Collection[str]) -> bool:
    """Whether all the numbers that a remark gives have their rows."""
    *stem, _ = compared_number(said.key.number).split("-")
    return bool(said.numbers) and all("-".join([*stem, str(number)]) in known for number in said.numbers)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return how a remark says how many a row is, and which numbers were answered together."""
    data = vocabulary().data["several"]
    before, behind = (f"(?:{_any_of(data[key])})*+" for key in ("before", "behind"))  # taken once: no text is slow
    done = f"(?:(?:{_any_of(data['done'])})已?(?:{_any_of(data['together'])}))?+"
    beside = f"(?P<beside>{_any_of(data['beside'])})?+"
    count = rf"{done}{before}(?P<n>\d{{1,3}}|[一二两三四五六七八九十]{{1,3}})(?:[件宗]|[份个条](?=申请)){behind}"
    first, last = (rf"第?(?P<{name}>\d{{1,9}})号?" for name in ("first", "last"))
    numbers = rf"{before}{beside}{first}[-‐‑‒–—―−─~至到]+{last}{behind}(?<={_any_of(data['together'])})"
    return re.compile(count), re.compile(numbers)


def _any_of(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
