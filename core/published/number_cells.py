"""What is printed in a number cell of a published report, turned into a number, a blank or refused text.

More is understood than from a clerk's keyboard, since the page cannot be asked: a dash is a blank, a remark in brackets
stands beside its number, an amount in 元 is converted exactly. Whatever was more than a number is told; nothing is
guessed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from core.form.form_definition import Cell
from core.published.labels import plain_label
from core.report.entry_text import NOTHING, TWO_PIECES, Entry, Refused, format_number, parse_entry, plain_decimal
from core.visible.blocks import FROM_RIGHT, SUBSCRIPTS, SUPERSCRIPTS
from core.visible.units import named_unit

PLAIN_DIGITS = 10
LONGEST_VALUE = 100

_SCRIPT = re.compile(f"(?:[{SUPERSCRIPTS}]+|[{SUBSCRIPTS}]+)$")
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)")
_TWO_PIECES = re.compile(r"\d[.,]?\s+[.,]?\d")
"""Digits apart, in one line or in two: nobody can tell whether they are one number or two, but for thousands."""
_PLAIN_NUMBER = r"[+\-]?\d[\d,.]*(?:件|宗|份|条|项|个|亿元|万元|元|万)?"
_VALUE = re.compile(rf"(?:{_PLAIN_NUMBER})(?:\([^()]*\)|\[[^\[\]]*\])?(?:[*※#]+|注\d*)?")
_REMARKED = re.compile(
    rf"(?P<number>{_PLAIN_NUMBER})\s*(?P<remark>\([^\u4e00-\u9fff]*[\u4e00-\u9fff].*\)|\[.*\]|[*※#]+|\(?注\d*\)?)"
)
_MONEY = re.compile(r"(?P<number>\d[\d,.]*)(?P<unit>[十百千万亿]*元|万)")
_IN_TEN_THOUSANDS = {
    "元": Decimal("0.0001"),
    "百元": Decimal("0.01"),
    "千元": Decimal("0.1"),
    "万元": Decimal(1),
    "万": Decimal(1),
    "十万元": Decimal(10),
    "百万元": Decimal(100),
    "千万元": Decimal(1_000),
    "亿元": Decimal(10_000),
}
_IN_WORDS = re.compile("[〇零一二两三四五六七八九十百千]+[件宗]?")
_COUNT_WORDS = tuple("件宗份条项个")
_WHOLE = re.compile(r"(\d+)\.0+")


@dataclass(frozen=True, slots=True)
class Printed:
    """What a number cell says.

    Attributes:
        entry: The number, None for a blank, or the refused text.
        mark: The sign that was printed in place of a number, such as —; "" for none.
        remark: A Chinese clause on what else was printed or how it was converted; "" for nothing.
    """

    entry: Entry
    mark: str = ""
    remark: str = ""


def is_value(text: str) -> bool:
    """Return whether a cell holds nothing, a sign for nothing, or what begins and ends like a number."""
    return (len(text) < LONGEST_VALUE and _is_value(text)) or not text.strip()


@lru_cache(maxsize=20_000)
def _is_value(text: str) -> bool:
    plain = _one_line(text)
    return not plain or plain in NOTHING or bool(_VALUE.fullmatch(plain))


def has_digits(text: str) -> bool:
    """Return whether a cell holds a number, not just nothing or a sign for nothing."""
    return is_value(text) and any(char.isdecimal() for char in text)


def is_in_words(text: str) -> bool:
    """Return whether a cell holds a number in Chinese characters (二十三), which is no number of a table."""
    return len(text) < PLAIN_DIGITS and bool(_IN_WORDS.fullmatch(_one_line(text)))


@lru_cache(maxsize=2_000)
def printed_unit(*labels: str) -> str:
    """Return the unit that labels name (元, 千元, 万件); "" for none, ``…／…`` where they name different ones."""
    found = (named_unit(plain_label(label)) for label in labels)
    return "／".join(dict.fromkeys(filter(None, found)))


def read_number(text: str, cell: Cell, unit: str = "") -> Printed:
    """Read what is printed in a number cell.

    Args:
        text: What is printed.
        cell: The cell of the form.
        unit: The unit printed in the header of the column or behind the row label; "" for none, ``…／…`` for two.
    """
    if text.isascii() and text.isdecimal() and len(text) < PLAIN_DIGITS and not (cell.decimals or unit):  # most cells
        return Printed(int(text))
    plain = _one_line(text)
    if not plain:
        return Printed(None)
    if FROM_RIGHT in text and any(map(str.isdecimal, plain)):
        return Printed(_parse(text, cell))
    if plain in NOTHING:
        return Printed(None, mark=plain)
    shown = text.strip()
    if footnote := _SCRIPT.search(shown):
        kind = "上标" if footnote[0][0] in SUPERSCRIPTS else "下标"
        if not footnote.start():
            return Printed(Refused(shown, "C-04", f"整个数字印成了{kind}，请核对"))
        inner = read_number(shown[: footnote.start()], cell, unit)
        told = f"数字后有{kind}{footnote[0]}"
        return replace(inner, remark=_said(told, inner.remark)) if inner.entry is not None else inner
    in_line = unicodedata.normalize("NFKC", shown)
    if _TWO_PIECES.search(_THOUSANDS.sub("0", in_line)):
        return Printed(Refused(shown, "C-04", TWO_PIECES))
    if _THOUSANDS.search(in_line):
        joined = read_number(_THOUSANDS.sub(lambda match: match[0].replace(" ", ""), in_line), cell, unit)
        told = f"原文为“{shortened(text)}”，按一个数读入，请核对"
        return replace(joined, remark=_said(told, joined.remark))
    if cell.unit == "万元":
        return _money(text, plain, cell, unit)
    if unit.endswith(_COUNT_WORDS):
        return Printed(Refused(f"{shown}{unit}", "C-01", f"表上写的单位是{unit}，请换算成{cell.unit}再填"))
    return _count(text, plain, cell)


def _count(text: str, plain: str, cell: Cell) -> Printed:
    """Read a count, also one with zeros after its point (5.0) or a remark behind it (5（含上年）, 5*)."""
    entry = _parse(text, cell)
    if not isinstance(entry, Refused):
        return Printed(entry)
    if whole := _WHOLE.fullmatch(plain):
        return Printed(parse_entry(whole[1]), remark=f"原文为“{plain}”")
    if remarked := _REMARKED.fullmatch(plain):
        number = _parse(remarked["number"], cell)
        if number is not None and not isinstance(number, Refused):
            return Printed(number, remark=f"数字后另有文字：{shortened(text)}")
    return Printed(entry)


def _parse(text: str, cell: Cell) -> Entry:
    return parse_entry(text, cell.unit, cell.decimals, is_signed=cell.is_signed)


def _money(text: str, plain: str, cell: Cell, unit: str) -> Printed:
    """Read an amount; one in 元 is converted to 万元 where that is exact within the decimals of the cell."""
    remark = ""
    if remarked := _REMARKED.fullmatch(plain):
        plain, remark = remarked["number"], f"数字后另有文字：{shortened(text)}"
    match = _MONEY.fullmatch(plain)
    named = match["unit"] if match else unit
    shown = text.strip() if match else f"{text.strip()}{unit}"  # with its unit, so that a draft does not take it
    if named and named not in _IN_TEN_THOUSANDS:
        return Printed(Refused(shown, "C-02", f"表上写的单位是{named}，请核对后换算成万元"))
    number = parse_entry(match["number"] if match else plain, cell.unit, cell.decimals)
    if number is None or isinstance(number, Refused):
        return Printed(number and Refused(text.strip(), *_why(number)), remark=remark)
    if _IN_TEN_THOUSANDS.get(named, 1) == 1:
        unsaid = "没有写单位，按万元读入，请核对" if number and not named else ""
        return Printed(number, remark=_said(unsaid, remark))
    value = Decimal(number) * _IN_TEN_THOUSANDS[named]
    if round(value, cell.decimals) != value:
        return Printed(Refused(shown, "C-02", f"换算成万元超过{cell.decimals}位小数，请核对"))
    converted = plain_decimal(value)
    told = f"原文为{plain if match else plain + named}，已换算为{format_number(converted)}万元"
    return Printed(converted, remark=_said(told, remark))


def _said(*remarks: str) -> str:
    return "；".join(filter(None, remarks))


def _why(entry: Refused) -> tuple[str, str]:
    return entry.rule_id, entry.reason


def _one_line(text: str) -> str:
    """Return the text in compatibility characters without any white space, for comparing only."""
    return plain_label(text.translate(_MINUS))


_MINUS = dict.fromkeys(map(ord, "－−–﹣"), "-")


def shortened(text: str) -> str:
    """Return what is printed in a cell as one line, of a giant one its beginning."""
    line = " ".join(unicodedata.normalize("NFC", text).split())
    return line if len(line) <= LONGEST_VALUE else f"{line[:LONGEST_VALUE]}…"
