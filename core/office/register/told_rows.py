"""Rows that count and say that they were passed on, answered with others, or entered later: told, not asked about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from core.base.short_texts import some_of
from core.office.register.findings import RegisterFinding
from core.office.register.headers import Header
from core.office.register.marked_rows import MarkedRows
from core.office.register.problems import quoted
from core.office.register.rows import Case, RowKey
from core.office.register.values import RegisterSheet
from core.office.register.vocabulary import register_rules

_NAMED = 8


def told_findings(
    sheets: Iterable[tuple[RegisterSheet, Header]], cases: Sequence[Case], decided: Collection[RowKey]
) -> Iterator[RegisterFinding]:
    """Yield REG-16 once: the cases by what they say; rows that the clerk has decided to count are not told again."""
    outcomes = {(case.key.sheet, case.key.row): case for case in cases if case.key not in decided}
    found: dict[str, list[RowKey]] = defaultdict(list)
    for sheet, header in sheets:
        marked = MarkedRows(header)
        for row in sheet.rows:
            case = outcomes.get((sheet.name, row.number))
            for said in dict.fromkeys(marked.told(row, case.outcome)) if case else ():
                found[said].append(case.key)  # type: ignore[union-attr]  # told of a case
    if found:
        rule = register_rules()["REG-16"]
        parts = [f"“{quoted(said)}”（登记号{_listed(keys)}）" for said, keys in found.items()]
        message = rule.messages[""].format(said=some_of(parts, _NAMED, "种"))
        rows = dict.fromkeys(key for keys in found.values() for key in keys)
        yield RegisterFinding(rule.id, tuple(rows), message + "。")


def _listed(keys: Sequence[RowKey]) -> str:
    return some_of([key.number or f"第{key.row}行" for key in keys], _NAMED, "件")
