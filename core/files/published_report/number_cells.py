"""What is printed in a number cell of a published report, turned into a number, a blank or refused text.

More is understood than from a clerk's keyboard, since the page cannot be asked: a dash is a blank, a remark in brackets
stands beside its number, an amount in 元 is converted exactly. Whatever was more than a number is told; nothing is
guessed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from core.content.entry_text import NOTHING, TWO_PIECES, Refused, format_number, parse_entry, plain_decimal
from core.files.published_report.labels import plain_label

if TYPE_CHECKING:
    from core.content.entry_text import Entry
    from core.form.form_definition import Cell

PLAIN_DIGITS = 10
LONGEST_VALUE = 100

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉"
SCRIPTS = {
    "superscript": str.maketrans("0123456789", SUPERSCRIPTS),
    "subscript": str.maketrans("0123456789", SUBSCRIPTS),
}
"""What digits become that do not stand on the line, for each way; so that none of them joins the number beside it."""
_SCRIPT = re.compile(f"(?:[{SUPERSCRIPTS}]+|[{SUBSCRIPTS}]+)$")
_TWO_PIECES = re.compile(r"\d[.,]?\s*\n\s*[.,]?\d|\d[^\S\n]+(?!\d{3}(?!\d))\d")
"""Digits in two lines, or apart where no thousands are: nobody can tell whether they are one number or two."""
_PLAIN_NUMBER = r"[+\-]?\d[\d,.]*(?:件|宗|份|条|项|个|亿元|万元|元|万)?"
_VALUE = re.compile(rf"(?:{_PLAIN_NUMBER})(?:\([^()]*\)|\[[^\[\]]*\])?(?:[*※#]+|注\d*)?")
_REMARKED = re.compile(rf"(?P<number>{_PLAIN_NUMBER})\s*(?P<remark>\(.*[\u4e00-\u9fff].*\)|\[.*\]|[*※#]+|\(?注\d*\)?)")
_MONEY = re.compile(r"(?P<number>\d[\d,.]*)(?P<unit>亿元|万元|万|元)")
_TEN_THOUSANDTHS = {"亿元": Decimal(10_000), "万元": Decimal(1), "万": Decimal(1), "元": Decimal("0.0001")}
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


def read_number(text: str, cell: Cell, unit: str = "") -> Printed:
    """Read what is printed in a number cell.

    Args:
        text: What is printed.
        cell: The cell of the form.
        unit: The unit printed in the header of the column or behind the row label; "" for none, ``…／…`` for two.
    """
    if text.isascii() and text.isdecimal() and len(text) < PLAIN_DIGITS and not cell.decimals:  # most cells by far
        return Printed(int(text))
    plain = _one_line(text)
    if not plain:
        return Printed(None)
    if plain in NOTHING:
        return Printed(None, mark=plain)
    shown = text.strip()
    if footnote := _SCRIPT.search(shown):
        kind = "上标" if footnote[0][0] in SUPERSCRIPTS else "下标"
        if not footnote.start():
            return Printed(Refused(shown, "C-04", f"整个数字印成了{kind}，请核对"))
        inner = read_number(shown[: footnote.start()], cell, unit)
        return Printed(inner.entry, inner.mark, f"数字后有{kind}{footnote[0]}") if inner.entry is not None else inner
    if _TWO_PIECES.search(unicodedata.normalize("NFKC", shown)):
        return Printed(Refused(shown, "C-04", TWO_PIECES))
    if cell.unit == "万元":
        return _money(text, plain, cell, unit)
    entry = _parse(text, cell)
    if isinstance(entry, Refused):
        if whole := _WHOLE.fullmatch(plain):
            return Printed(parse_entry(whole[1]), remark=f"原文为“{plain}”")
        if remarked := _REMARKED.fullmatch(plain):
            number = _parse(remarked["number"], cell)
            if number is not None and not isinstance(number, Refused):
                return Printed(number, remark=f"数字后另有文字：{_one_line_kept(text)}")
    return Printed(entry)


def _parse(text: str, cell: Cell) -> Entry:
    return parse_entry(text, cell.unit, cell.decimals, is_signed=cell.is_signed)


def _money(text: str, plain: str, cell: Cell, unit: str) -> Printed:
    """Read an amount; one in 元 is converted to 万元 where that is exact within the decimals of the cell."""
    remark = ""
    if remarked := _REMARKED.fullmatch(plain):
        plain, remark = remarked["number"], f"数字后另有文字：{_one_line_kept(text)}"
    match = _MONEY.fullmatch(plain)
    printed_unit = match["unit"] if match else unit
    if "／" in printed_unit:
        return Printed(Refused(text.strip(), "C-02", f"表头和行名写的单位不同（{printed_unit}），请核对"))
    number = parse_entry(match["number"] if match else plain, cell.unit, cell.decimals)
    if number is None or isinstance(number, Refused):
        return Printed(number and Refused(text.strip(), *_why(number)), remark=remark)
    if printed_unit not in ("元", "亿元"):
        unsaid = "没有写单位，按万元读入，请核对" if number and not printed_unit else ""
        return Printed(number, remark="；".join(filter(None, (unsaid, remark))))
    value = Decimal(number) * _TEN_THOUSANDTHS[printed_unit]
    if round(value, cell.decimals) != value:
        return Printed(Refused(text.strip(), "C-02", f"换算成万元超过{cell.decimals}位小数，请核对"))
    converted = plain_decimal(value)
    told = f"原文为{plain if match else plain + printed_unit}，已换算为{format_number(converted)}万元"
    return Printed(converted, remark="；".join(filter(None, (told, remark))))


def _why(entry: Refused) -> tuple[str, str]:
    return entry.rule_id, entry.reason


def _one_line(text: str) -> str:
    """Return the text in compatibility characters without any white space, for comparing only."""
    return plain_label(text.translate(_MINUS))


_MINUS = dict.fromkeys(map(ord, "－−–﹣"), "-")


def _one_line_kept(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
