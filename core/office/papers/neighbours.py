"""Finds placeholders of numbers whose neighbours make another number of them: 【新收】万件, 1【新收】件, 【收费】元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from core.form.form_definition import FormDefinition
from core.office.papers.known import COMPARED, number_units, spelling
from core.report.entry_text import Number, format_number
from core.texts.claims.glued import LINK, changed_around, kept_unit
from core.visible.units import drawn_unit, is_same_unit
from core.word.placeholders import PLACEHOLDER, UNFILLED

_MONEY_SIGN, _YUAN = re.compile(r"(?:[¥￥$＄]|RMB|人民币)[ \u3000]*$"), "元"
_MINUS_OR_POINT = re.compile(r"(?:^|[\s（(：:，。；、])([-－−]|[+-]?0[.．])$")
"""-【…】 and 0.【…】 with nothing before them: in a cell they are no list."""
_UNIT_AHEAD = re.compile(
    r"(?:[（(](?:单位|人民币)?[:：，]?([^（）()]{1,4})[）)]|单位[:：]?([^\s，,；;:：]{1,3}))"
    r"[ \u3000]*[:：，,；;]?[ \u3000]*$"
)
_UNIT_BEHIND = re.compile(r"[ \u3000]*[（(](?:单位|人民币)?[:：，]?([^（）()]{1,4})[）)]")
_OTHER_MONEY = re.compile(r"[ \u3000]*[十百千万亿]*(?:[美港欧日]元|美金|英镑)")
_SHORT = re.compile(r"[ \u3000]*万(?![美港欧日英])")
"""12.3万 for 12.3万元."""
_NO_WIDTH = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_POINT = re.compile("[.．·]")
_MOST_BESIDE = 20  # characters of a text that are looked at beside a number


class _Shown(NamedTuple):
    """A number that is filled in: its place in what is printed, its placeholder, and the unit that it is told in."""

    start: int
    end: int
    name: str
    unit: str


def units_of(form: FormDefinition, values: Mapping[str, str | Number]) -> dict[str, str]:
    """Return the units of all placeholders that stand for a number, by their spelling; "" for a number without one."""
    return {name: "" for name, value in values.items() if not isinstance(value, str)} | number_units(form)


def changed_lines(text: str, units: Mapping[str, str], values: Mapping[str, str | Number]) -> Iterator[str]:
    """Yield for each number that is printed as another one what is printed, and what to write in its place."""
    printed, shape, numbers = _filled(_NO_WIDTH.sub("", text), units, values)
    for one, following in zip(numbers, [*numbers[1:], None], strict=False):
        between = printed[one.end : following.start] if following else " "
        if following and (not between or _POINT.fullmatch(between)):
            together = printed[one.start : following.end]
            yield f"【{one.name}】和【{following.name}】紧挨着，印成“{together}”，请在中间写上文字或“、”"
        elif place := _changed(shape, one):
            start, end = place
            behind = printed[one.end : end]
            unit = one.unit if behind and one.unit.endswith(_YUAN) else kept_unit(behind, one.unit)
            written = f"【{one.name}】{unit}"
            yield f"印成“{printed[start:end]}”，请改为“{written}”"
        elif place := _other_unit(printed, one):
            yield f"印成“{printed[place[0] : place[1]]}”，【{one.name}】以{one.unit}计，请改正单位"


def _filled(text: str, units: Mapping[str, str], values: Mapping[str, str | Number]) -> tuple[str, str, list[_Shown]]:
    """Return what is printed, the same with a sign in place of each character of a number, and these numbers."""
    printed = shape = ""
    numbers, end = [], 0
    for match in PLACEHOLDER.finditer(text):
        printed, shape = printed + text[end : match.start()], shape + text[end : match.start()]
        name, end = "".join(match[1].split()), match.end()
        value = values.get(spelling(name), "")
        shown = (value if isinstance(value, str) else format_number(value)) or UNFILLED
        unit = units.get(spelling(name))
        if unit is None:
            shown = shown if len(shown) <= _MOST_BESIDE else shown[:_MOST_BESIDE] + shown[-_MOST_BESIDE:]
            shape += shown
        else:
            numbers.append(_Shown(len(printed), len(printed) + len(shown), name, unit))
            shape += LINK * len(shown)
        printed += shown
    return printed + text[end:], shape + text[end:], numbers


def _changed(shape: str, one: _Shown) -> tuple[int, int] | None:
    """Return the stretch of what changes a number; None where nothing does."""
    start, end = one.start, one.end
    first = 0 if not spelling(one.name).startswith(COMPARED) else start  # 上年12件，减少5件: nothing ahead changes it
    while start > first and shape[start - 1].isdecimal():
        start -= 1
    while end < len(shape) and shape[end].isdecimal():
        end += 1
    if (start, end) != (one.start, one.end):
        return start, end
    around = changed_around(shape[first:], one.start - first, one.end - first, one.unit)
    if around and not _is_short(shape, one, around[0] + first, around[1] + first):
        return around[0] + first, around[1] + first
    sign = _MINUS_OR_POINT.search(shape, first, one.start)
    return (sign.start(1), one.end) if sign else None


def _is_short(shape: str, one: _Shown, start: int, end: int) -> bool:
    """Whether what was found is nothing but 万 for 万元."""
    found = _SHORT.match(shape, one.end) if one.unit == "万元" and start == one.start else None
    return found is not None and found.end() == end


def _other_unit(printed: str, one: _Shown) -> tuple[int, int] | None:
    """Return the stretch with another unit in brackets beside a number, or with the sign of another money."""
    if not one.unit:
        return None
    ahead = _UNIT_AHEAD.search(printed, max(one.start - _MOST_BESIDE, 0), one.start)
    behind = _UNIT_BEHIND.match(printed, one.end)
    for found in filter(None, (ahead, behind)):
        if is_other_unit(next(filter(None, found.groups())), one.unit):
            return min(found.start(), one.start), max(found.end(), one.end)
    if other := _OTHER_MONEY.match(printed, one.end):
        return one.start, other.end()
    sign = _MONEY_SIGN.search(printed, 0, one.start)
    if sign and one.unit != _YUAN and not printed[one.end :].lstrip().startswith(one.unit.removesuffix(_YUAN)):
        return sign.start(), one.end
    return None


def is_other_unit(words: str, unit: str) -> bool:
    """Whether words are a unit, and another one than that of a number."""
    named = drawn_unit("".join(words.split()))
    return bool(named) and not is_same_unit(named, unit)
