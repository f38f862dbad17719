"""Rows that may be one application: of one 登记号, or of one applicant who asked for the same on the same day.

The clerk is asked whether they are one or several. Rows that are alike in all else are only told (REG-11).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from core.office.register.day_reader import Years
from core.office.register.headers import Header
from core.office.register.problems import Problem, problem
from core.office.register.rows import Case, Decisions, RowKey, UnreadRow
from core.office.register.rows_alike import who_asked_what
from core.office.register.same_numbers import compared_number
from core.office.register.values import RegisterSheet
from core.office.register.vocabulary import plain, vocabulary

_NAMED = 8
_LEAST_CONTENT = 10
_MASKED = re.compile("[某*＊×xX○〇□]|先生$|女士$|同志$")


def without_doubles(
    sheets: Sequence[tuple[RegisterSheet, Header]],
    cases: Sequence[Case],
    unread: Sequence[UnreadRow],
    decisions: Decisions,
    years: Years,
) -> tuple[list[Case], list[UnreadRow]]:
    """Return the cases that are surely one each, and the unread rows with those that may be one together."""
    found: dict[RowKey, Problem] = {}
    keys: dict[str, list[RowKey]] = defaultdict(list)
    places = {sheet.name: place for place, (sheet, _) in enumerate(sheets)}

    def place(key: RowKey) -> tuple[int, int]:
        """Return where a row stands in the file: its sheets in their order, not in that of their names."""
        return places[key.sheet], key.row

    for key in sorted([*(case.key for case in cases), *(row.key for row in unread)], key=place):
        if key.number and key.number not in decisions.apart:
            keys[compared_number(key.number)].append(key)
    for rows in keys.values():
        if len(rows) > 1:
            found |= dict.fromkeys(rows, _problem("", rows))
    open_cases = [case for case in cases if case.key.number not in decisions.apart]
    for same in _answered_again(open_cases, sheets, years):
        rows = sorted((case.key for case in same), key=place)
        told = _problem("same", rows)
        found |= {key: told for key in rows if key not in found}
    kept = [case for case in cases if case.key not in found]
    blocked = [replace(row, problems=(*row.problems, found[row.key])) if row.key in found else row for row in unread]
    blocked += [UnreadRow(case.key, (found[case.key],)) for case in cases if case.key in found]
    return kept, blocked


def _answered_again(
    cases: Sequence[Case], sheets: Iterable[tuple[RegisterSheet, Header]], years: Years
) -> Iterator[list[Case]]:
    """Yield the cases of one applicant, kind, day and content under several numbers that ended differently.

    An outcome such as 重复申请 says itself that the same was asked for several times; those that count nowhere in
    the report year need no question.
    """
    texts = who_asked_what(sheets)
    ordinary = vocabulary().data["again"]["ordinary"]
    groups: dict[object, list[Case]] = defaultdict(list)
    for case in cases:
        asked = texts.get((case.key.sheet, case.key.row), ("", ""))
        if _is_told_apart(*asked) and case.outcome and case.outcome not in ordinary:
            groups[case.received, case.kind, asked].append(case)
    for group in groups.values():
        numbers = {compared_number(case.key.number) for case in group}
        is_beyond = all(years.is_beyond(case.received, case.closed) for case in group)
        if not is_beyond and len(numbers) > 1 and len({case.outcome for case in group}) > 1:
            yield group


def _is_told_apart(applicant: str, content: str) -> bool:
    """Whether a name is a whole one and a content says much: 张某 who asked for 征地批复 may be two people."""
    return len(content) >= _LEAST_CONTENT and len(applicant) > 1 and not _MASKED.search(applicant)


def _problem(variant: str, keys: Sequence[RowKey]) -> Problem:
    """Say where the rows stand, and how the number is written where that is not the same everywhere."""
    places = []
    for key in keys:
        sheet = f"工作表“{key.sheet}”" if key.sheet else ""
        spelt = f"（写作{key.number}）" if plain(key.number) != plain(keys[0].number) and not variant else ""
        places.append(f"{sheet}第{key.row}行{spelt}")
    named = "、".join(places[:_NAMED]) + ("等处" if len(keys) > _NAMED else "")
    return problem("REG-1", variant, places=named, count=len(keys))
