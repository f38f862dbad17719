"""Remarks such as 本行共3件 or 23-25号一并答复: a row counts as one application, so the others are asked for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from core.office.register.days import read_day
from core.office.register.headers import Header, column_of
from core.office.register.mark_words import bare
from core.office.register.merged_rows import MergedRows
from core.office.register.problems import quoted
from core.office.register.rows import RowKey, number_of
from core.office.register.same_numbers import compared_number
from core.office.register.values import RegisterRow, RegisterSheet, Value, value_text
from core.office.register.vocabulary import APPLICANT, CLOSED, NUMBER, RECEIVED, REMARK, plain, vocabulary
from core.report.han_numbers import han_number

_BETWEEN = re.compile(r"[，,；;。！!：:（）()【】\n]+")
_MOST = 50


class _Said(NamedTuple):
    """A row with a remark that names several applications.

    Attributes:
        stands_for: How many they are.
        numbers: The last parts of their numbers; nothing where the remark gives none.
        is_done_together: Whether it says that they were answered together, which several applicants may share.
    """

    key: RowKey
    head: str
    clause: str
    stands_for: int
    numbers: Sequence[int]
    is_done_together: bool


def several_said(
    sheets: Iterable[tuple[RegisterSheet, Header]], keys: Collection[RowKey]
) -> Iterator[tuple[RowKey, str, str]]:
    """Yield the rows whose remark says that they are several, with the header of its column and what it says.

    Where the numbers that it gives have their rows, or one applicant has as many rows as it says, nothing is left to
    ask; nor where the remark stands in as many rows, or in twice or three times as many. Rows of the same days are
    those of one applicant where none is written, or where the remark says that several were answered together.

    Args:
        sheets: The sheets with their headers.
        keys: The rows to be looked at.
    """
    wanted = {(key.sheet, key.row): key for key in keys}
    for sheet, header in sheets:
        merged = MergedRows(sheet, header)
        known: set[str] = set()
        rows_of: Counter[_Sharing] = Counter()
        told: list[tuple[_Said, list[_Sharing]]] = []
        for row in (row for row in sheet.rows if row.number > header.last):
            known.add(compared_number(number_of(row.values.get(header.columns[NUMBER]))))
            shared = list(_shared(merged.seen(row)[0], header))
            rows_of.update(shared)
            if key := wanted.get((sheet.name, row.number)):
                told += ((said, shared) for said in _said(row, header, key))
        alike = Counter((said.clause, one) for said, shared in told for one in shared)
        for said, shared in told:
            fitting = [one for one in shared if one.applicant or said.is_done_together or not shared[0].applicant]
            count = said.stands_for
            has_rows = any(rows_of[one] == count or alike[said.clause, one] % count == 0 for one in fitting)
            if not has_rows and not _are_there(said, known):
                yield said.key, said.head, said.clause


class _Sharing(NamedTuple):
    """What rows of applications that were made or answered together have in common; "" and () where it is left out."""

    applicant: str
    days: tuple[str, ...]


def _shared(row: RegisterRow, header: Header) -> Iterator[_Sharing]:
    """Yield what a row may share with others: its applicant, its days, and both."""
    applicant = plain(value_text(row.values.get(column_of(header, APPLICANT) or 0)))
    days = tuple(_day(row.values.get(header.columns.get(field, 0))) for field in (RECEIVED, CLOSED))
    if applicant:
        yield _Sharing(applicant, ())
    if all(days):
        yield from (_Sharing(who, days) for who in dict.fromkeys((applicant, "")))


def _day(value: Value | None) -> str:
    day = None if value is None else read_day(value)
    return day.isoformat() if day else plain(value_text(value))


def _said(row: RegisterRow, header: Header, key: RowKey) -> Iterator[_Said]:
    """Yield what the remarks of a row say of several applications."""
    remarks = vocabulary().data["marks"]["remarks"]
    for column, head in header.names.items():
        if column != header.columns.get(REMARK) and bare(head) not in remarks:
            continue
        clauses = _BETWEEN.split(value_text(row.values.get(column)))
        for clause in clauses:
            said = key, quoted(head), quoted(clause.strip())
            numbers, own = _numbers(clause, key.number)
            if len(numbers) > 1:
                yield _Said(*said, len(numbers) + own, numbers, is_done_together=True)
            elif (count := _count(clause)) > 1:
                yield _Said(*said, count, _listed(clauses, key.number, count), _is_done_together(clause))


def _count(clause: str) -> int:
    """Return how many applications a clause says that a row is; 0 where it says nothing of it."""
    match = _patterns()[0].fullmatch(plain(clause))
    if match is None:
        return 0
    return int(match["n"]) if match["n"].isdecimal() else han_number(match["n"]) or 0


def _is_done_together(clause: str) -> bool:
    """Whether a clause with a count says that they were answered together: 合并办理3件, 3件合并答复."""
    words = vocabulary().data["several"]
    text = plain(clause)
    is_of_one = any(word in text for word in words["of_one"])
    return not is_of_one and any(word in text for word in words["done"])


def _listed(clauses: Iterable[str], number: str, count: int) -> Sequence[int]:
    """Return the numbers beside a count, as 15-17号 in 共3件合并办理（15-17号）; none where others are meant."""
    last = compared_number(number).split("-")[-1]
    for clause in clauses if last.isdecimal() else ():
        match = _patterns()[2].fullmatch(plain(clause))
        found = _reckoned(match["numbers"]) if match else set()
        if len(found | {int(last)}) == count:
            return sorted(found | {int(last)})
    return ()


def _reckoned(listed: str) -> set[int]:
    """Return the numbers of a list with ranges in it: 15-17, 19."""
    found: set[int] = set()
    for part in re.split(r"[、和及与]", listed):
        first, *rest = (int(digits) for digits in re.findall(r"\d+", part))
        last = rest[-1] if rest else first
        found.update(range(first, min(last, first + _MOST) + 1))
    return found


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
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return how a remark says how many a row is, which numbers were answered together, and how it lists numbers."""
    data = vocabulary().data["several"]
    before, behind = (f"(?:{_any_of(data[key])})*+" for key in ("before", "behind"))  # taken once: no text is slow
    done = f"(?:(?:{_any_of(data['done'])})已?(?:{_any_of(data['together'])}))?+"
    beside = f"(?P<beside>{_any_of(data['beside'])})?+"
    count = rf"{done}{before}(?P<n>\d{{1,3}}|[一二两三四五六七八九十]{{1,3}})(?:[件宗]|[份个条](?=申请)){behind}"
    first, last = (rf"第?(?P<{name}>\d{{1,9}})号?" for name in ("first", "last"))
    numbers = rf"{before}{beside}{first}[-‐‑‒–—―−─~至到]+{last}{behind}(?<={_any_of(data['together'])})"
    one = r"第?\d{1,9}号?"
    listed = rf"{before}{beside}(?P<numbers>{one}(?:[-‐‑‒–—―−─~至到、和及与]+{one}){{0,50}}+){behind}"
    return re.compile(count), re.compile(numbers), re.compile(listed)


def _any_of(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
