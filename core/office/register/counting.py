"""Counts table 三, and table 四 and 信息处理费 where the register has them, with the cases behind every number.

For report year Y, in the column of the applicant's kind: 本年新收 is what was received in Y; 上年结转 what was received
before and not closed before; a result what was closed in Y; 结转下年度 what was received by 31 December and not closed
by then. So 一＋二＝三＋四 holds by construction, as long as every row is read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.form.form_definition import FormDefinition
from core.office.register.rows import Case
from core.office.register.vocabulary import BILLED, BILLED_ON, COLLECTED, JUDGEMENT, LAWSUIT, OPEN, REVIEW, vocabulary
from core.report.entry_text import Number
from core.report.totals import compute_totals


@dataclass(frozen=True, slots=True)
class Counted:
    """What the cases of a register make in a year.

    Attributes:
        numbers: Number by code, totals included; only what the register has.
        cases: The cases behind each of them, in the order of the register.
        beyond: The cases that count nowhere in this year.
        pending: Those that are open at its end.
    """

    numbers: Mapping[str, Number]
    cases: Mapping[str, tuple[Case, ...]]
    beyond: tuple[Case, ...]
    pending: tuple[Case, ...]


def count_cases(form: FormDefinition, year: int, cases: Sequence[Case], fields: Collection[str]) -> Counted:
    """Return what the cases make in a year.

    Args:
        form: The format of the report.
        year: The report year.
        cases: All cases of the register.
        fields: Keys of the fields that it has.
    """
    behind: dict[str, list[Case]] = defaultdict(list)
    beyond: list[Case] = []
    table = vocabulary().data["outcomes"]["table"]
    rows_of = _Rows(form, year)
    for case in cases:
        rows = rows_of.of(case)
        if not rows:
            beyond.append(case)
        for row in rows:
            behind[f"{table}.{row}.{case.kind}"].append(case)
        if rows and (REVIEW in fields or LAWSUIT in fields):
            for code in case.reviews:
                behind[code].append(case)
    wanted = [code for code in form.tables[table].cells if not form.cells[code].is_derived]
    wanted += [code for code in _reviewed(fields) if code in form.cells]
    numbers: dict[str, Number] = {code: len(behind[code]) for code in wanted}
    numbers |= _fees(year, [case for case in cases if rows_of.of(case)], cases, fields, behind)
    numbers |= compute_totals(form, numbers)
    for code in numbers:
        if form.cells[code].is_derived:
            behind[code] = [case for part in entered_parts(form, code) for case in behind[part]]
    pending = [case for case in cases if rows_of.carried_out in rows_of.of(case)]
    found = {code: tuple(behind[code]) for code in form.cells if code in numbers}
    return Counted({c: numbers[c] for c in found}, found, tuple(beyond), tuple(pending))


class _Rows:
    """Says in which rows of table 三 a case counts."""

    def __init__(self, form: FormDefinition, year: int) -> None:
        outcomes = vocabulary().data["outcomes"]
        self._first, self._last = date(year, 1, 1), date(year, 12, 31)
        self._received, self._carried_in = outcomes["received"], outcomes["carried_in"]
        self.carried_out: str = outcomes["carried_out"]
        rows = form.tables[outcomes["table"]].rows
        self._undivided = {key: outcomes["undivided_row"] for key in outcomes["undivided"] if key not in rows}

    def of(self, case: Case) -> list[str]:
        """Return the keys of the rows; none for a case that counts nowhere in this year."""
        closed = case.closed
        if case.received > self._last or (closed is not None and closed < self._first):
            return []
        rows = [self._received if case.received >= self._first else self._carried_in]
        if closed is None or closed > self._last:
            rows.append(self.carried_out)
        elif case.outcome != OPEN:
            rows.append(self._undivided.get(case.outcome, case.outcome))
        return rows


def _reviewed(fields: Collection[str]) -> list[str]:
    """Return the codes of table 四 that a register with these fields counts."""
    data = vocabulary().data["cases"]
    lines = [data["review"]] if REVIEW in fields else []
    lines += data["lawsuits"] if {LAWSUIT, JUDGEMENT} <= set(fields) else []
    return [f"{data['table']}.{line}.{column}" for line in lines for column in data["results"]]


def _fees(
    year: int, counting: Sequence[Case], cases: Sequence[Case], fields: Collection[str], behind: dict[str, list[Case]]
) -> dict[str, Number]:
    """Return 信息处理费: by the day of the notice where the register has it, else of the cases that count."""
    codes = vocabulary().data["fees"]
    noticed = [case for case in cases if (day := case.days.get(BILLED_ON)) is not None and day.year == year]
    numbers: dict[str, Number] = {}
    if BILLED_ON in fields:
        numbers[codes["notices"]] = len(noticed)
        behind[codes["notices"]] = noticed
    for field, code in ((BILLED, codes["billed"]), (COLLECTED, codes["collected"])):
        if field in fields:
            charged = [c for c in (noticed if BILLED_ON in fields else counting) if c.fees.get(field)]
            total = sum((case.fees[field] for case in charged), Decimal(0))
            numbers[code] = int(total) if total == total.to_integral_value() else total
            behind[code] = charged
    return numbers


def entered_parts(form: FormDefinition, code: str) -> list[str]:
    """Return the entered cells that a total adds up."""
    equation = next((e for e in form.equations if e.computes == code), None)
    if equation is None:
        return [code]
    return [part for right, _ in equation.right for part in entered_parts(form, right)]


_EDGE = 3
"""Days before and after the turn of the year within which a day is worth a second look."""


def worth_a_look(case: Case, year: int) -> str:
    """Return why a case may stand in a wrong row; "" where nothing speaks for it."""
    turns = (date(year, 1, 1), date(year + 1, 1, 1))
    days = (("收到", case.received), ("办结", case.closed))
    said = [
        f"年底年初{what}" for what, day in days if day and any(-_EDGE <= (day - turn).days < _EDGE for turn in turns)
    ]
    said += ["一格里有几种结果"] if case.is_joined else []
    return "、".join(said)
