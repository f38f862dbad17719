"""Finds the placeholder that a name which stands for nothing was probably meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher, get_close_matches

from core.form.form_definition import FormDefinition
from core.office.papers.known import CHANGE, COMPARED, LAST, known_placeholders, spelling

_NEAR_ENOUGH = 0.45
_HELD = 0.6  # how like a name is to one that it is a part of, at least
_MOST_SOUGHT = 300  # names for which the nearest one is sought, some milliseconds each
_LONGEST = 40  # characters that are quoted of what no bracket closes
_BEGINS = (
    (re.compile("(?:上年度?|去年|上一年度?)(?:数量?)?·?"), LAST),
    (re.compile("(?:增减|同比|比上年|较上年|变化|增长|增幅)(?:数量?)?·?"), CHANGE),
)
"""Words by which somebody asks for last year's number, or for the change, wherever they stand in a name."""


def unknown_lines(names: Iterable[str], form: FormDefinition) -> Iterator[str]:
    """Yield a line for each name that stands for nothing, with the nearest one that does."""
    for number, name in enumerate(names):
        near = nearest(name, form) if number < _MOST_SOUGHT else ""
        yield f"【{name}】" + (f"，最接近的是【{near}】" if near else "")


def unclosed_lines(texts: Iterable[str], form: FormDefinition) -> Iterator[str]:
    """Yield a line for what follows a 【 that no 】 closes, with the placeholder that it begins with or is near to."""
    known = {spelling(begin + one): begin + one for one, begins in _names(form) for begin in begins}
    for number, text in enumerate(texts):
        spelled = spelling(text)
        begun = max((name for name in known if spelled.startswith(name)), key=len, default="")
        near = known[begun] if begun else nearest(text[:_LONGEST], form) if number < _MOST_SOUGHT else ""
        quoted = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}……"
        yield f"【{quoted} 后面缺少“】”" + (f"，最接近的是【{near}】" if near else "")


def unopened_lines(texts: Iterable[str], form: FormDefinition) -> Iterator[str]:
    """Yield a line for what stands before a 】 that no 【 opens, with the placeholder that it ends with."""
    known = {spelling(begin + one): begin + one for one, begins in _names(form) for begin in begins}
    for number, text in enumerate(texts):
        spelled = spelling(text)
        ended = max((name for name in known if spelled.endswith(name)), key=len, default="")
        near = known[ended] if ended else nearest(text[-_LONGEST:], form) if number < _MOST_SOUGHT else ""
        quoted = text if len(text) <= _LONGEST else f"……{text[-_LONGEST:]}"
        yield f"{quoted}】 前面缺少“【”" + (f"，最接近的是【{near}】" if near else "")


def nearest(name: str, form: FormDefinition) -> str:
    """Return the name of the placeholder that is most like a name; "" where none is like it.

    A name that asks for last year's number or for the change, as 上年 without its dot or 去年 does, is never taken for
    this year's number.
    """
    spelled, plain = spelling(name), _plain(form)
    numbers = {spelling(one): one for one, begins in _names(form) if len(begins) > 1}
    asked = [(pattern, begin) for pattern, begin in _BEGINS if pattern.search(spelled)]
    found = [
        (likeness, "", near)
        for likeness, near in _near(spelled, plain)
        if near not in numbers or all(pattern.search(near) for pattern, _ in asked)
    ]
    for pattern, begin in asked:
        found += [
            (likeness, begin, near) for likeness, near in _near(pattern.sub("", spelled, count=1).rstrip("·"), numbers)
        ]
    if not found:
        return ""
    _, begin, near = max(found, key=lambda one: (one[0], spelled in one[2], bool(one[1])))
    return begin + plain[near]


def _near(wanted: str, listed: Mapping[str, str]) -> list[tuple[float, str]]:
    """Return the spelling that is most like a wanted one, or the shortest that holds it, each with its likeness."""
    close = get_close_matches(wanted, listed, 1, _NEAR_ENOUGH)
    holding = [name for name in listed if len(wanted) > 1 and wanted in name]
    length = min(map(len, holding), default=0)
    shortest = [name for name in holding if len(name) == length][-1:]  # of those of one length the sum, which is last
    return [(_likeness(wanted, name), name) for name in close] + [(_HELD, name) for name in shortest]


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _plain(form: FormDefinition) -> dict[str, str]:
    return {spelling(known.name): known.name for known in known_placeholders(form)}


def _names(form: FormDefinition) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each name with what may stand before it."""
    for known in known_placeholders(form):
        yield known.name, ("", LAST, CHANGE, COMPARED) if known.code else ("",)


def doubled_lines(names: Iterable[str]) -> Iterator[str]:
    """Yield a line for each name that stands in more brackets than one pair."""
    for name in names:
        yield f"{name[:_LONGEST]} 的括号写多了，应写成【{name[:_LONGEST]}】"
