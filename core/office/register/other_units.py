"""Rows that another unit than most deals with: the report counts what was received here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from core.base.short_texts import some_of
from core.office.register.findings import RegisterFinding
from core.office.register.headers import Header, column_of
from core.office.register.problems import quoted
from core.office.register.rows import Case
from core.office.register.values import RegisterSheet, value_text
from core.office.register.vocabulary import plain, register_rules, vocabulary

_NAMED = 8


def other_unit_findings(
    sheets: Iterable[tuple[RegisterSheet, Header]], cases: Sequence[Case]
) -> Iterator[RegisterFinding]:
    """Yield REG-14 once: the cases of units that most rows do not name; departments are no units."""
    rule, ends = register_rules()["REG-14"], tuple(vocabulary().data["units"]["ends"])
    units = _units(sheets)
    written: dict[str, str] = {}  # as it stands first: one unit is written with and without blanks
    named = [
        (case, written.setdefault(plain(unit), unit))
        for case in cases
        if (unit := units.get((case.key.sheet, case.key.row)))
    ]
    counts = Counter(unit for _, unit in named)
    most = max(counts, key=counts.__getitem__, default="")
    others = [case for case, unit in named if unit != most and plain(unit).endswith(ends)]
    if others:
        rest = [(unit, n) for unit, n in counts.most_common() if unit != most and plain(unit).endswith(ends)]
        message = rule.messages[""].format(
            most=quoted(most),
            units=some_of([f"“{quoted(unit)}”{n}件" for unit, n in rest], _NAMED, "个单位"),
            numbers=some_of([case.key.number for case in others], _NAMED, "件"),
        )
        yield RegisterFinding(rule.id, tuple(case.key for case in others), message + "。")


def _units(sheets: Iterable[tuple[RegisterSheet, Header]]) -> dict[tuple[str, int], str]:
    """Return who deals with each row; only rows that say it."""
    found = {}
    for sheet, header in sheets:
        column = column_of(header, vocabulary().data["units"]["field"])
        for row in sheet.rows if column else ():
            if text := " ".join(value_text(row.values.get(column or 0)).split()):
                found[sheet.name, row.number] = text
    return found
