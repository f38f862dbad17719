"""Rows that are alike in all but their 登记号: the same applications may have been entered twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from core.base.short_texts import some_of
from core.office.register.findings import RegisterFinding
from core.office.register.headers import Header, column_of
from core.office.register.rows import Case
from core.office.register.same_numbers import compared_number, shorter_numbers
from core.office.register.values import RegisterSheet, value_text
from core.office.register.vocabulary import APPLICANT, CONTENT, plain, register_rules

_NAMED = 8
_FEWEST = 2
_MOST_OF_A_SHEET = 0.8

_Texts = tuple[str, str]
_Pair = tuple[Case, Case]


def alike_findings(sheets: Iterable[tuple[RegisterSheet, Header]], cases: Sequence[Case]) -> Iterator[RegisterFinding]:
    """Return REG-11: one finding for the rows of each pair of sheets, and for those of one sheet.

    Rows of one applicant who asked for the same on the same day are told wherever they stand. Where a register does
    not say who asked for what, many rows are alike by chance; only sheets that are alike nearly as a whole are told.
    """
    texts = who_asked_what(sheets)
    sizes = Counter(case.key.sheet for case in cases)
    found: dict[tuple[str, str], list[_Pair]] = defaultdict(list)
    known: dict[tuple[str, str], list[_Pair]] = defaultdict(list)
    alike: dict[Hashable, list[Case]] = defaultdict(list)
    for case in cases:
        alike[signature(case, texts)].append(case)
    for group in alike.values():
        is_known = all(texts.get((group[0].key.sheet, group[0].key.row), ("", "")))
        for pair in _pairs(group):
            sheets_of_pair = pair[0].key.sheet, pair[1].key.sheet
            found[sheets_of_pair].append(pair)
            if is_known:
                known[sheets_of_pair].append(pair)
    for (one, other), pairs in found.items():
        most = max(_FEWEST, _MOST_OF_A_SHEET * min(sizes[one], sizes[other]))
        told = pairs if one != other and len(pairs) >= most else known[one, other]
        if told:
            yield _finding(told)
    if near := _near_pairs(cases, texts):
        yield _finding(near, "near")


def _near_pairs(cases: Sequence[Case], texts: Mapping[tuple[str, int], _Texts]) -> list[_Pair]:
    """Return the rows of one day and kind whose numbers differ by a part before or behind: A-2025-003, 2025-003-2.

    Rows that name other applicants or contents are others.
    """
    known = {(compared_number(case.key.number), case.received, case.kind): case for case in cases}
    pairs = []
    for case in cases:
        for shorter in shorter_numbers(case.key.number):
            other = known.get((shorter, case.received, case.kind))
            if other is not None and not _is_of_others(case, other, texts):
                pairs.append((other, case))
    return pairs


def _is_of_others(one: Case, other: Case, texts: Mapping[tuple[str, int], _Texts]) -> bool:
    asked = [texts.get((case.key.sheet, case.key.row), ("", "")) for case in (one, other)]
    return any(a and b and a != b for a, b in zip(*asked, strict=True))


def _finding(pairs: Sequence[_Pair], variant: str = "") -> RegisterFinding:
    rule = register_rules()["REG-11"]
    said = some_of([f"{one.key.number}与{other.key.number}" for one, other in pairs], _NAMED, "对")
    message = rule.messages[variant].format(count=len(pairs), pairs=said)
    return RegisterFinding(rule.id, tuple(case.key for pair in pairs for case in pair), message + "。")


def _pairs(group: Sequence[Case]) -> Iterator[_Pair]:
    """Yield the rows that are alike two by two, without those of one number, of which the clerk was asked.

    Each sheet's rows go with those of the first sheet in turn; in one sheet with the first of them.
    """
    by_sheet: dict[str, list[Case]] = defaultdict(list)
    for case in group:
        by_sheet[case.key.sheet].append(case)
    first, *others = by_sheet.values()
    pairs = [(first[0], case) for case in first[1:]]
    pairs += [pair for rows in others for pair in zip(first, rows, strict=False)]
    return ((a, b) for a, b in pairs if compared_number(a.key.number) != compared_number(b.key.number))


def signature(case: Case, texts: Mapping[tuple[str, int], _Texts]) -> Hashable:
    """Return all that a case says besides its 登记号."""
    days, fees = tuple(sorted(case.days.items())), tuple(sorted(case.fees.items()))
    what = texts.get((case.key.sheet, case.key.row), ("", ""))
    return (case.received, case.closed, case.kind, case.outcome, days, fees, case.reviews, what)


def who_asked_what(sheets: Iterable[tuple[RegisterSheet, Header]]) -> dict[tuple[str, int], _Texts]:
    """Return who asked for what in each row, as it is compared."""
    found: dict[tuple[str, int], _Texts] = {}
    for sheet, header in sheets:
        who, what = (column_of(header, key) or 0 for key in (APPLICANT, CONTENT))
        for row in sheet.rows if who or what else ():
            found[sheet.name, row.number] = _plain(row.values, who), _plain(row.values, what)
    return found


def _plain(values: Mapping[int, object], column: int) -> str:
    return plain(value_text(values.get(column)))  # type: ignore[arg-type]  # values of a row
