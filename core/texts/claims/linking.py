"""Puts a number of the tables in place of a number written into a text; what stands around its digits stays."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from core.checks.findings import Finding, Place
from core.form.form_definition import FormDefinition
from core.report.entry_text import Number, format_number
from core.report.linked_text import BLANK, field, literal, pieces
from core.texts.claims import glued as beside
from core.texts.claims.claim import Claim
from core.texts.language.numbers import COUNT_UNITS, NUMERALS

LINK = "\ufffc"
"""Stands for a linked number where a text is looked at as plain words."""

_ROUGH = "[余多来]?"
_UNIT = rf"{_ROUGH}(?P<unit>亿元|万元|元|万?(?:人次|件次|[{COUNT_UNITS}]))"
_DIGITS = r"[\d０-９]++(?:[,，]\d{3})*+(?:[.．][\d０-９]++)?+"
_NUMBER = re.compile(rf"(?P<digits>{_DIGITS}){_ROUGH}(?:{_UNIT})?(?![%％])")
_HAN_NUMBER = re.compile(rf"(?P<digits>[{NUMERALS}]+)(?={_ROUGH}万?[{COUNT_UNITS}]){_UNIT}")
_TOUCHED = re.compile(rf"(?P<digits>(?:{LINK}|{_DIGITS})+)(?:{_UNIT})?")
_LAST_UNIT = re.compile(rf"(?:亿元|万元|元|人次|件次|[{COUNT_UNITS}])$")
_NO_COUNT = re.compile(r"个\s*(?:月|年|季度|星期|工作日|自然日|小时|百分点)")
"""3个月: no number of things, though it has a unit."""
_OTHER_AHEAD = re.compile(
    r"(?:(?:第|[〔［\[〕］\]]|电话(?:号码)?|热线|传真|邮编|占比?|No\.?|№|[A-Za-z.．\-/])[:：为是]?|\d[:：—~～至到])\s*$",
    re.I,
)
_OTHER_BEHIND = re.compile(r"\s*(?:[年月日号时分季点届%％‰.．\-/]|[:：—~～至到]+\d|(?:政务|服务|便民)*热线)")
_IN_BRACKETS = re.compile(r"(?:案件|申请|案)?[（(](?P<said>[^（）()]{1,60})[）)]")
"""尚未审结的3件(（复议1件、诉讼2件）)"""
_YEAR = re.compile(r"(?:19|20)\d\d")
"""What tells a number without a unit to be a year, a date, an ordinal, a share or the number of a telephone."""
_LONGEST_BARE = 6


class LinkRepair(NamedTuple):
    """A number in a text that can be linked to the cell it speaks of.

    Attributes:
        place: Where the number stands in its source text.
        cell: Code of the cell.
        value: What the cell shows.
        is_only: Whether the number can mean nothing but this cell; 收到 may mean 本年新收 with or without 上年结转.
        is_linked: Whether it is linked already, and only what makes another number of it goes.
    """

    place: Place
    cell: str
    value: str
    is_only: bool
    is_linked: bool = False


def linked(form: FormDefinition, words: str, cell: str) -> str:
    """Return the source text of some plain words with the number in them linked to a cell.

    Only the digits go, and what no longer fits the new number: 余 behind them, and 万 where the table counts in ones.
    Where the words hold no number, or several, they are replaced as a whole, except for a unit at their end.
    """
    found = list(_NUMBER.finditer(words)) or list(_HAN_NUMBER.finditer(words))
    if len(found) != 1:
        last = _LAST_UNIT.search(words)
        return field(cell) + (literal(last[0]) if last else "")
    match = found[0]
    unit = _unit_for(form.cells[cell].unit, match["unit"] or "")
    return literal(words[: match.start()]) + field(cell) + literal(unit + words[match.end() :])


def touched_number(before: str, selected: str, after: str) -> tuple[int, int]:
    """Return how many characters before and after a selection, or a cursor, belong to the numbers that it touches.

    A number in place of a part of another one, or right beside it, would be read as one number with it. What is not
    selected is taken only where it counts something: a year, a date, a share or a telephone number stays, and a cursor
    in the middle of one goes behind it (-2, 2). Right behind a unit a cursor means the number with it. Linked numbers
    are given as ``LINK``.
    """
    text, first, last = before + selected + after, len(before), len(before) + len(selected)
    start, end = first, last
    found = [match for number in (_TOUCHED, _HAN_NUMBER) for match in number.finditer(text)]
    for match in found:
        if match.start() <= last and first <= match.end("digits"):
            if (match.start() < last and first < match.end("digits") and selected) or _counts(text, match):
                start, end = min(start, match.start()), max(end, match.end())
            elif match.start() < first < match.end("digits"):
                return first - match.end("digits"), match.end("digits") - last
    if selected or (start, end) != (first, last):
        return first - start, end - last
    named = (m.start() for m in found if m["unit"] and m.end("digits") < first <= m.end() and _counts(text, m))
    return first - next(named, first), 0


def _counts(text: str, match: re.Match[str]) -> bool:
    """Return whether a number counts something, and can be no year, date, ordinal, share or telephone number."""
    before, behind = text[: match.start()], text[match.end("digits") :]
    if match["unit"]:
        return not before.rstrip().endswith("第") and not _NO_COUNT.match(behind)
    digits = match["digits"]
    is_other = len(digits) > _LONGEST_BARE or _YEAR.fullmatch(digits)
    return not (is_other or _OTHER_AHEAD.search(before) or _OTHER_BEHIND.match(behind))


def replaced_number(words: str) -> str:
    """Return the number that ``linked`` takes out of some plain words; "" where they hold none."""
    found = list(_NUMBER.finditer(words)) or list(_HAN_NUMBER.finditer(words))
    if len(found) == 1:
        return found[0]["digits"]
    return _LAST_UNIT.sub("", words) if found else ""


def linked_source(form: FormDefinition, source: str, cell: str) -> str:
    """Return what ``linked`` does for a part of a source text; numbers in it that are linked count as numbers."""
    return linked(form, "".join("0" if code else printed for printed, _, code in pieces(source, {})), cell)


def _unit_for(unit: str, written: str) -> str:
    """Return the unit to print behind a number of the tables where another one was written behind the digits."""
    if written.endswith("元"):
        return unit
    return written.removeprefix("万")


def parted(
    form: FormDefinition, texts: Mapping[str, str], numbers: Mapping[str, Number], finding: Finding
) -> LinkRepair | None:
    """Return how the signs beside a linked number that a finding is about are taken away; None where it is no such."""
    for place in finding.places:
        for glued in beside.glued_numbers(form, texts.get(place.text, ""), {}):
            if (glued.start, glued.end) == (place.start, place.end) and len(glued.cells) == 1:
                value = numbers.get(glued.cells[0])
                return LinkRepair(place, glued.cells[0], BLANK if value is None else format_number(value), True, True)
    return None


def link_repair(texts: Mapping[str, str], claims: Sequence[Claim], finding: Finding) -> LinkRepair | None:
    """Return how the number that a finding is about can be linked; None where it is no single cell, or no number.

    None, too, where the words hold none (均为重复申请) or several numbers, or where brackets behind them divide it
    (3件（复议1件、诉讼2件）): a number in their place would say something else.
    """
    claim = next((c for c in claims if c.agrees is False and c.place in finding.places), None)
    if claim is None or claim.number is None or not claim.cells or not claim.sums:
        return None
    source, place = texts.get(claim.place.text, ""), claim.place
    words = source[place.start : place.end]
    told = [*_NUMBER.finditer(words)] or [*_HAN_NUMBER.finditer(words)]
    behind = _IN_BRACKETS.match(source, place.end)
    if len(told) != 1 or (behind and len(_NUMBER.findall(behind["said"])) > 1):
        return None
    value, *other = claim.sums
    is_only = len(claim.cells) == 1 and not other
    if not is_only and not (other and finding.rule_id == "N-01"):
        return None
    return LinkRepair(claim.place, claim.cells[0], format_number(value), is_only)


def with_link(form: FormDefinition, source: str, repair: LinkRepair) -> str:
    """Return a source text with the number of a repair linked."""
    start, end = repair.place.start, repair.place.end
    if repair.is_linked:
        return source[:start] + beside.parted(form, source[start:end], repair.cell) + source[end:]
    return source[:start] + linked_source(form, source[start:end], repair.cell) + source[end:]
