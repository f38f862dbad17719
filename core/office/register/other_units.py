"""Rows that another unit than most, or than the report's own, deals with: the report counts what was received here.

Of who received a request, all is another unit that is not surely this one. Of who deals with it, only what is named
like a unit is: departments stand there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from core.base.short_texts import some_of
from core.office.register.findings import RegisterFinding
from core.office.register.headers import Header, column_of
from core.office.register.marked_rows import OF_OTHERS
from core.office.register.own_names import is_one_of_two, is_own_name
from core.office.register.problems import Problem, problem, quoted
from core.office.register.rows import Case, RowKey
from core.office.register.values import RegisterSheet, value_text
from core.office.register.vocabulary import plain, register_rules, vocabulary
from core.report.entry_text import NOTHING

_NAMED = 8
_FIELD = "承办单位"
"""What the column of the field is called, whichever of its usual names it has."""
_GOVERNMENT = re.compile("(?:人民政府(?:办公[室厅])?|管理委员会|管委会)$")
_ANOTHER_UNIT = re.compile("政府|府办|[县市省]委|管委会|委员会|..局|..(?<!大)厅")
_HALL = "大厅"
_Units = Mapping[tuple[str, int], str]


class _Others(NamedTuple):
    """The rows of a column that name other units.

    Attributes:
        most: The unit that most rows name.
        variant: Whether that is another one than the report's: ``ours``; else "".
        rows: The rows of others with what they name.
    """

    most: str
    variant: str
    rows: Sequence[tuple[RowKey, str]]


def other_unit_findings(
    sheets: Sequence[tuple[RegisterSheet, Header]],
    cases: Sequence[Case],
    ours: str,
    decided: Collection[RowKey] = frozenset(),
) -> Iterator[RegisterFinding]:
    """Yield REG-14: the cases of units that most rows do not name, once a column; departments are no units.

    Args:
        sheets: The sheets with their headers.
        cases: The cases of their rows.
        ours: Full name of the report's own unit; "" where it is not known.
        decided: The rows that the clerk has decided to count: they are not told again.
    """
    rule = register_rules()["REG-14"]
    told: set[tuple[str, ...]] = set()
    for head, found in _found(sheets, [case.key for case in cases], ours):
        others = [(key, unit) for key, unit in found.rows if key not in decided]
        numbers = tuple(key.number for key, _ in others)
        if not others or numbers in told:  # 受理机关 and 承办单位 name the same
            continue
        told.add(numbers)
        counts = Counter(unit for _, unit in others)
        message = rule.messages[found.variant].format(
            head=head,
            most=quoted(found.most),
            ours=ours,
            units=some_of([f"“{quoted(u)}”{n}件" for u, n in counts.most_common()], _NAMED, "个单位"),
            numbers=some_of(numbers, _NAMED, "件"),
        )
        yield RegisterFinding(rule.id, tuple(key for key, _ in others), message + "。")


def other_unit_problems(
    sheets: Sequence[tuple[RegisterSheet, Header]], keys: Sequence[RowKey], ours: str, former: str = ""
) -> dict[RowKey, Problem]:
    """Return the rows that name another unit as the one that received them, each with what to ask of it.

    Who deals with the requests of a government, or of an office that is not known, need not have received them.

    Args:
        sheets: The sheets with their headers.
        keys: The rows to be looked at.
        ours: Full name of the report's own unit; "" where it is not known.
        former: Another name that is the unit's as well; "" for none.
    """
    found: dict[RowKey, Problem] = {}
    for head, others in _found(sheets, keys, ours):
        if _is_of_departments(head) and (not ours or _GOVERNMENT.search(ours)):
            continue
        for key, unit in others.rows:
            if former and is_own_name(unit, former):
                continue
            said = problem(OF_OTHERS, "row_ours" if ours else "row", head=head, text=quoted(unit), ours=ours)
            found.setdefault(key, said._replace(unit=unit))
    return found


class OtherUnit(NamedTuple):
    """Another unit than the report's that most rows name: the header, the name, and how many rows have it."""

    head: str
    name: str
    rows: int


def unit_of_most(sheets: Sequence[tuple[RegisterSheet, Header]], ours: str) -> OtherUnit | None:
    """Return the unit that most rows name where it is not the report's; None where it is, or none is named."""
    keys = [
        RowKey(sheet.name, row.number, "") for sheet, header in sheets for row in sheet.rows if row.number > header.last
    ]
    for head, found in _found(sheets, keys, ours):
        if found.variant:
            return OtherUnit(head, found.most, sum(is_own_name(unit, found.most) for _, unit in found.rows))
    return None


def _found(
    sheets: Sequence[tuple[RegisterSheet, Header]], keys: Sequence[RowKey], ours: str
) -> Iterator[tuple[str, _Others]]:
    for head, units in _columns(sheets):
        written: dict[str, str] = {}  # as it stands first: one unit is written with and without blanks
        places = ((key, units.get((key.sheet, key.row))) for key in keys)
        yield (
            head,
            _of_column(head, [(key, written.setdefault(plain(unit), unit)) for key, unit in places if unit], ours),
        )


def _of_column(head: str, named: Sequence[tuple[RowKey, str]], ours: str) -> _Others:
    counts = Counter(unit for _, unit in named)
    most = max(counts, key=counts.__getitem__, default="")
    wanted = [unit for unit in counts if _may_be_another(head, unit, ours)]
    variant = ""
    if not ours or (_GOVERNMENT.search(ours) and _is_of_departments(head)):  # they deal with what it receives
        wanted = [unit for unit in wanted if not is_one_of_two(unit, most)]
    elif most in wanted:
        variant = "ours"  # as in a register that is not its own
    return _Others(most, variant, [(key, unit) for key, unit in named if unit in wanted])


def _may_be_another(head: str, unit: str, ours: str) -> bool:
    """Whether a name may be that of another unit: all that is not surely ours; of departments, what is named so."""
    name = plain(unit)
    if ours and is_own_name(name, ours):
        return False
    if not _is_of_departments(head):
        return True
    is_unit = name.endswith(tuple(vocabulary().data["units"]["ends"])) and not name.endswith(_HALL)
    return is_unit or bool(ours and _ANOTHER_UNIT.search(name))


def _is_of_departments(head: str) -> bool:
    """Whether a column says who deals with requests, which are departments, and in a government all that it has."""
    return any(word in head for word in vocabulary().data["units"]["inner"])


def _columns(sheets: Sequence[tuple[RegisterSheet, Header]]) -> Iterator[tuple[str, _Units]]:
    """Yield the header of each column that says who deals with the rows, with what it says of each."""
    data = vocabulary().data["units"]
    offices = {plain(name) for name in data["offices"]}
    found: dict[str, dict[tuple[str, int], str]] = {}
    for sheet, header in sheets:
        field = column_of(header, data["field"])
        columns = {field: _FIELD} if field else {}
        for column, name in header.names.items():
            if plain(name) in offices:
                columns.setdefault(column, name)
        for column, head in columns.items():
            units = found.setdefault(head, {})
            units |= {(sheet.name, n): unit for n, unit in _units(sheet, column)}
    yield from found.items()


def _units(sheet: RegisterSheet, column: int) -> Iterable[tuple[int, str]]:
    """Yield who deals with each row; only rows that say it."""
    for row in sheet.rows:
        text = " ".join(value_text(row.values.get(column)).split())
        if text and text not in NOTHING:
            yield row.number, text
