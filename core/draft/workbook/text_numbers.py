"""Tells in a sheet the texts that the program reads as numbers, such as 1,234件: a sheet cannot add them up.

The formulas understand what `core.report.entry_text.parse_entry` does, except digits of other scripts, rare blanks and
invisible signs, and zeros beyond the digits that are allowed: those are red in the sheet. Only functions that give the
same in Excel, WPS and LibreOffice in every language are used; above all no text is made a number, since what 1,2 or
1/2 becomes depends on the language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from core.form.form_definition import Cell
from core.report.entry_text import MAX_DIGITS

VERDICT_END = "格是文字数字（深黄色格），程序打开后按数字读；在表格里请改成数字，否则用到它的合计算不出来。"
"""What a verdict ends with, behind 有 and how many there are."""

_BLANKS = {"　": " ", "\u00a0": " ", "\t": " ", "\n": "  ", "\u200b": "", "\ufeff": ""}
"""What stands for a blank; a line break for two, since it may not divide a number."""
_DIGITS = dict.fromkeys("123456789０１２３４５６７８９", "0")
_COMMAS = dict.fromkeys("，﹐", ",")
_POINTS = dict.fromkeys("．。﹒", ".")
_MINUS = dict.fromkeys("－−–﹣—", "-")
_UNITS = {"件": ("件", "宗", "份", "条"), "万元": ("万", "万元"), "元": ("元",)}
"""Words behind a number: the one that the others are made first, by the unit of the cell."""


class Kind(NamedTuple):
    """What belongs into a cell: numbers of a unit, with so many decimals, negative ones too or not."""

    unit: str
    decimals: int
    is_signed: bool


def kind_of(cell: Cell) -> Kind:
    """Return what belongs into a cell."""
    return Kind(cell.unit, cell.decimals, cell.is_signed)


def by_kind(cells: Iterable[tuple[Cell, tuple[int, int]]]) -> Mapping[Kind, list[tuple[int, int]]]:
    """Return the places of cells by what belongs there."""
    groups: dict[Kind, list[tuple[int, int]]] = {}
    for cell, place in cells:
        groups.setdefault(kind_of(cell), []).append(place)
    return groups


def without_blanks(cells: str) -> str:
    """Return the formula of what cells hold besides blanks; one with nothing else counts as not filled in."""
    return f"TRIM({_replaced(cells, _BLANKS)})"


def is_text_number(cells: str, kind: Kind) -> str:
    """Return the formula that is 1 for a text that the program reads as a number of a kind, else 0.

    Every digit becomes a 0, so that 1 can mark both ends, and what is left is looked up among all shapes of numbers.
    """
    unit, *others = _UNITS[kind.unit]
    signs = _DIGITS | _COMMAS | (_POINTS if kind.decimals else {}) | (_MINUS if kind.is_signed else {})
    words = dict.fromkeys(others, unit)
    shape = f"TRIM({_replaced(cells, _BLANKS | signs | words)})"
    ends = {f" {unit}": unit, f"{unit}1": "1"}
    if kind.decimals:  # the 2 keeps a second fraction from going as well
        ends |= {f".{'0' * places}1": "21" for places in range(1, kind.decimals + 1)} | {"21": "1"}
    if kind.is_signed:
        ends |= {"1-": "1", "1 ": "1"}
    core = _replaced(f'"1"&{shape}&"1"', ends | {"1+": "1", " ": ","})
    around = (*others, unit, *((*_MINUS, "-") if kind.is_signed else ()))  # blanks beside these part no digits
    inside = _replaced(cells, _BLANKS | dict.fromkeys(around, ""))
    one_blank = f"ISNUMBER(FIND(TRIM({inside}),{inside}))"  # TRIM leaves one of two blanks between digits
    return f'ISTEXT({cells})*{one_blank}*ISNUMBER(FIND({core},"{_shapes()}"))'


def _replaced(text: str, signs: Mapping[str, str]) -> str:
    for old, new in signs.items():
        sought = f"CHAR({ord(old)})" if old in "\t\n" else f'"{old}"'
        text = f'SUBSTITUTE({text},{sought},"{new}")'
    return text


@cache
def _shapes() -> str:
    """Return all shapes of whole numbers, with a 1 before and behind each."""
    lengths = range(1, MAX_DIGITS + 1)
    grouped = [f"{10 ** (digits - 1):,}".replace("1", "0") for digits in lengths if digits > 3]
    # The end is no shape: XlsxWriter once left formulas with _xlfn. alone, and equal reports keep equal drafts
    return f"1{'1'.join(['0' * digits for digits in lengths] + grouped)}1_xlfn."
