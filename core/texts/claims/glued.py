"""Finds linked numbers that are printed as another one: 40 with a typed 3 behind it as 403, 40万件, 负40件, 40%.

The number of the table is right whatever it is; what stands around it must leave it what it is. The words that do not
are looked for in the source text, where a linked number is known from what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from core.base.patterns import pattern
from core.form.form_definition import FormDefinition
from core.report.entry_text import Number
from core.report.linked_text import field, pieces, resolve
from core.texts.language.numbers import COUNT_UNITS

LINK = "\ufffc"
"""Stands for each character of a linked number where the signs around it are looked at."""
_RUN = re.compile(rf"[\d{LINK}]+")
_HAN, _ONES, _POWERS = "\u4e00-\u9fff", "一二两三四五六七八九", "十百千万亿"
_AHEAD = pattern(
    f"(?:(?<![担肩背抱自胜欺辜减])负|零下|(?<=[{_HAN}])[-－−]|(?<![统唯之专同其第单划合归逐表])[{_ONES}{_POWERS}]+|[零〇]|[十百千万]分之"
    rf"|(?<=[{_HAN}])\d+[.．·]|(?<=[{_HAN}])[{_ONES}{_POWERS}]+[.．·点]"
    rf"|(?<=[{_HAN}])\d{{1,3}},|(?P<span>\d+[至到~～—–-])|\d+[/／×*＊^])[ \u3000]*$"
)
"""一百40件, 负40件, 申请1.40件; but 担负40件, 之一40件 and 1.40件 at the head of a list"""
_BEHIND = pattern(
    rf"[.．·•,/／×*＊^＋+eE]\d+|[xX]\d+|[kKwW](?![A-Za-z])|分之[\d{_ONES}十百千]+|[:：]\d+(?=[件元])|点[\d{_ONES}零]+|(?P<span>[至到~～—–－-]\d+)|[零〇]+|[{_ONES}]+(?=[件宗份起元])"
    rf"|[ \u3000]*[余多来几]?(?:[十千万亿]|百(?!分点|姓))+|[（(][{_POWERS}][）)]|[ \u3000]*(?:[%％‰]|个?百分点|倍)"
)
"""40.5件, 40至90件, 40千余件, 40%"""
_UNIT = pattern(
    f"[ \u3000]*[余多来]?(?P<unit>(?P<money>[万亿]?元(?![旦宵]))|万?(?:人次|件次)|[{COUNT_UNITS}](?![月百]))", needs=()
)
_FROM = pattern(f"[由从自](?![然行由主])[^，。；\n{LINK}]*$")
"""由40至52件: no span."""
_SHARE = re.compile("[%％‰点倍]")
_MONEY, _COUNTED = ("元", "万元"), "件"
_LONGEST = 12
"""Characters before a linked number that may change it."""


class Glued(NamedTuple):
    """A linked number with signs around it that make another one of it.

    Attributes:
        start: First character in the source text.
        end: Character after the last.
        printed: What they are printed as.
        cells: The codes of the linked numbers.
        is_digits: Whether these signs are other digits, or linked numbers, and nothing else.
    """

    start: int
    end: int
    printed: str
    cells: tuple[str, ...]
    is_digits: bool = True


def glued_numbers(form: FormDefinition, source: str, numbers: Mapping[str, Number]) -> list[Glued]:
    """Return where a linked number of a text is printed as part of another one."""
    if "{" not in source:
        return []
    return [
        Glued(start, end, resolve(source[start:end], numbers), cells, is_digits)
        for start, end, cells, is_digits in _places(form, source)
    ]


def parted(form: FormDefinition, stretch: str, code: str) -> str:
    """Return the source text of such a number with nothing around it but the unit of its cell, where one stands."""
    return field(code) + kept_unit(stretch[stretch.index("}") + 1 :], form.cells[code].unit)


def kept_unit(behind: str, own: str) -> str:
    """Return the unit to write behind a number of a cell with this unit, in place of what changes it; "" for none."""
    unit = _UNIT.search(behind)
    if unit is None:
        return own if _SHARE.search(behind) else ""
    return own if own in _MONEY or unit["money"] else unit["unit"].removeprefix("万")


@lru_cache(maxsize=64)
def _places(form: FormDefinition, source: str) -> tuple[tuple[int, int, tuple[str, ...], bool], ...]:
    """Return the places and codes of such numbers, whatever they are; kept, since with each number all are printed."""
    parts = pieces(source, {})
    links = {start: code for _, start, code in parts if code}
    # As long as the source text, so that places are those of the source
    shape = source
    for start, code in links.items():
        length = len(field(code))
        shape = shape[:start] + LINK * length + shape[start + length :]
    found = []
    for match in _RUN.finditer(shape):
        cells = tuple(code for start, code in links.items() if match.start() <= start < match.end())
        if not cells:
            continue
        if match[0] != LINK * len(field(cells[0])):
            found.append((*match.span(), cells, True))
        elif cells[0] in form.cells and (around := changed_around(shape, *match.span(), form.cells[cells[0]].unit)):
            found.append((*around, cells, False))
    return tuple(found)


def changed_around(shape: str, start: int, end: int, unit: str) -> tuple[int, int] | None:
    """Return the stretch of what changes a number of a cell with this unit; None where nothing does.

    Args:
        shape: What is printed, with ``LINK`` in place of each character of such numbers.
        start: The first character of the number.
        end: The character after its last.
        unit: The unit of the cell, or "" for what has none.
    """
    ahead = _AHEAD.search(shape[max(start - _LONGEST, 0) : start])
    written = _UNIT.match(shape, end)
    behind = None if written and written["unit"] == unit else _BEHIND.match(shape, end)
    if ((ahead and ahead["span"]) or (behind and behind["span"])) and _FROM.search(
        shape, max(start - _LONGEST, 0), start
    ):
        return None
    last = behind.end() if behind else end
    written = _UNIT.match(shape, last)
    is_other = written is not None and (written["money"] or _COUNTED) != (unit if unit in _MONEY else _COUNTED)
    if not (ahead or behind or is_other):
        return None
    return start - (len(ahead[0]) if ahead else 0), written.end() if written else last
