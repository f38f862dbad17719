"""Turns what a person typed or pasted into numbers and clean texts, and numbers back into text."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from core.base.patterns import pattern
from core.base.radicals import character_of
from core.report.han_numbers import han_number

Number = int | Decimal

MAX_DIGITS = 12
"""Digits before the point that are taken for a number: more is a slip of the finger (largest real count: 8 digits)."""

LONGEST_TEXT = 100_000
"""Characters that a text of the report may have; a whole report has some ten thousand."""

# The last ones say in which direction a text runs; 开展顺利 prints as 利顺展开.
_INVISIBLE_SIGNS = (
    "\u200b\u200c\u200d\u2060\ufeff\u00ad\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_INVISIBLE = dict.fromkeys(map(ord, _INVISIBLE_SIGNS))
_BREAKS = pattern(r"\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_NO_CHARACTERS = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_FORBIDDEN = pattern(
    rf"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef{_INVISIBLE_SIGNS}{_NO_CHARACTERS}]+"
)
_UNSEEN = "\ufe00-\ufe0f\U000e0000-\U000e01ef"
_THIN = "\u115f\u1160\u1680\u2000-\u200a\u202f\u205f\u3164\uffa0"
_SAME_LOOK = "\u2329\u232a\u2e80-\u2fdf\uf900-\ufaff"
_UNUSUAL = re.compile(f"[{_UNSEEN}]+|(?P<thin>[{_THIN}])|(?P<same>[{_SAME_LOOK}])")
"""What pages and PDF files give along: variants of the character before, narrow blanks, radicals for characters."""
NOTHING = frozenset("-－—–−―/／\\无") | {"--", "——", "没有", "无此项", "不涉及"}
"""What stands for "nothing entered": refused when typed, a blank with a note on import (rule C-04)."""

TWO_PIECES = "数字分成了两段，分不清是一个数还是两个数，请核对"
"""Why digits in two lines are refused: 11 above 345 must not become 11345."""

_FROM_RIGHT = "\u202e"
_TURNED = "数字前有“从右到左显示”的控制符，看到的次序与存的相反，请对照原文重新填写"
_LINE_BREAKS = "\n\r\v\f\u2028\u2029"
_PLAIN = re.compile(r"\d+")
_GROUPED = pattern(r"\d{1,3}([, ]\d{3})+")
_PATH = pattern(r"file:|[A-Za-z]:[\\/]|[\\/]{1,2}[^\s\\/]+[\\/]")
_OTHER_KINDS = (
    (pattern(r"\d{4}-\d{1,2}-\d{1,2}(?: .*)?"), "这是日期，不是数字，请填数字"),
    (pattern(r"[\d.]+[eE]\+?\d+"), "这是科学记数法，请填完整的数字"),
    (pattern(r"\{.*\}"), "数字格不能引用别的格，请填数字"),
)
"""What a whole entry may be instead of a number."""
_HAN_NUMBER = pattern("(?![百千万]*$)[零〇一二两三四五六七八九十百千万]{1,12}")
_LOOKALIKES = {"O": "0", "o": "0", "〇": "0", "l": "1", "I": "1", "|": "1"}
_WORDS = 4
"""Chinese characters that are a sentence: 约12万元 is still a number with a slip."""
_UNIT_WORDS = {"件": ("件", "宗", "份", "条"), "万元": ("万元", "万"), "元": ("元",)}


class Refused(NamedTuple):
    """Text that is no number, kept as it was typed.

    Attributes:
        text: What was typed.
        rule_id: The rule that refuses it: C-01, C-02 or C-04.
        reason: A Chinese clause saying why and what to enter instead.
    """

    text: str
    rule_id: str
    reason: str


Entry = Number | Refused | None
"""What a cell holds: a number (0 included), refused text, or None for blank (未填)."""


@lru_cache(maxsize=16)  # after each key the editor asks whether what is shown is what was entered
def parse_entry(text: str, unit: str = "件", decimals: int = 0, *, is_signed: bool = False) -> Entry:
    """Return the number that was typed, None for a blank, or the refused text with its reason.

    Understands digits of any width, blanks, thousands separators and the unit word behind the number.

    Args:
        text: What was typed or pasted.
        unit: 件, 万元 or 元: the unit the cell is printed with.
        decimals: Places after the point that are allowed (rule C-02); 0 for counts (rule C-01).
        is_signed: Whether the cell may be negative (本年增/减 of the 2019 format).
    """
    shown = text.strip()
    plain = _plain(text)
    if not plain:
        return None
    if _FROM_RIGHT in text and any(map(str.isdecimal, plain)):  # the sign is not kept, and without it 14 is a number
        return Refused(f"〓{plain}", "C-04", _TURNED)
    if plain in NOTHING:
        return Refused(shown, "C-04", "没有的事项请填0")
    for word in _UNIT_WORDS[unit]:
        if plain.endswith(word) and plain != word:
            plain = plain[: -len(word)].rstrip()
            break
    if unit == "万元" and plain.endswith("元"):
        return Refused(shown, "C-02", "这一格的单位是万元，请换算成万元再填（1元＝0.0001万元）")
    if is_signed and plain.startswith("-"):
        entry = _number(plain[1:].lstrip(), shown, decimals)
        return entry if isinstance(entry, Refused) or entry is None else -entry
    return _number(plain, shown, decimals)


def is_prose(entry: Entry) -> bool:
    """Whether what was refused are words, and no number with a slip in it."""
    if not isinstance(entry, Refused):
        return False
    has_digits = any(char.isdecimal() for char in entry.text)
    return not has_digits or sum("\u4e00" <= char <= "\u9fff" for char in entry.text) >= _WORDS


def _plain(text: str) -> str:
    """Return the text with ASCII digits, points, commas, blanks and line breaks, without invisible characters."""
    characters = []
    for char in text.translate(_INVISIBLE):
        if char.isdecimal():
            characters.append(str(unicodedata.decimal(char)))
        elif char in "，﹐":
            characters.append(",")
        elif char in "．。﹒":
            characters.append(".")
        elif char in "－−–﹣—" and len(text.strip()) > 1:
            characters.append("-")
        elif char.isspace():
            characters.append("\n" if char in _LINE_BREAKS else " ")
        else:
            characters.append(char)
    return "".join(characters).strip()


def _number(plain: str, shown: str, decimals: int) -> Entry:
    rule = "C-02" if decimals else "C-01"
    if plain.startswith("-") and _whole_and_fraction(plain[1:].strip()):
        return Refused(shown, rule, "不能是负数，请核对后填0或正数")
    parts = _whole_and_fraction(plain.removeprefix("+"))
    if parts is None:
        return Refused(shown, "C-04", _why_unreadable(plain, decimals))
    whole, fraction = parts
    if len(whole.lstrip("0")) > MAX_DIGITS:
        return Refused(shown, "C-04", f"数字超过{MAX_DIGITS}位，请核对是否多输入了数字")
    if not decimals:
        if fraction is not None:
            return Refused(shown, "C-01", "件数应是整数，不能带小数点")
        return int(whole.lstrip("0") or "0")
    if len((fraction or "").rstrip("0")) > decimals:
        return Refused(shown, "C-02", f"小数最多{decimals}位，请核对单位")
    return plain_decimal(Decimal(f"{whole}.{fraction or '0'}"))


def _whole_and_fraction(plain: str) -> tuple[str, str | None] | None:
    """Split ``1,234.50`` into ("1234", "50"); None where it is no number."""
    whole, point, fraction = plain.partition(".")
    if point and not _PLAIN.fullmatch(fraction):
        return None
    if not (_PLAIN.fullmatch(whole) or _GROUPED.fullmatch(whole)):
        return None
    return re.sub(r"[, ]", "", whole), fraction if point else None


def _why_unreadable(plain: str, decimals: int) -> str:
    if plain[0] in "=＝":
        return "请填数字，不要填公式"
    if _PATH.match(plain):
        return "这是文件的路径，不是数字，请填数字"
    for kind, why in _OTHER_KINDS:
        if kind.fullmatch(plain):
            return why
    if _HAN_NUMBER.fullmatch(plain) and (number := han_number(plain)) is not None:
        return f"请写成{number}"
    for char in plain:
        if char in _LOOKALIKES:
            return f"“{char}”不是数字，请改为数字{_LOOKALIKES[char]}"
    if re.fullmatch(r"[\d,. ]*\n[\d,. \n]*|\d+(?: +\d+)+", plain):
        return TWO_PIECES
    if re.fullmatch(r"[\d,. ]+", plain):
        return "分隔符的位置不对，请只填数字"
    strange = re.sub(r"[\d,. \n]+", "", plain)[:8]
    return f"“{strange}”不是数字，请只填{'数字' if decimals else '整数'}"


def plain_decimal(value: Decimal) -> Decimal:
    """Return the value without trailing zeros and without an exponent."""
    return Decimal(format_number(value))


def format_number(value: Number) -> str:
    """Return the number as it is printed: no separators, no trailing zeros after a point."""
    if isinstance(value, int):
        return str(value)
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def number_or_blank(number: Number | None) -> str:
    """Return the number as it is printed, for a sentence that sets numbers against each other; 空白 for a blank."""
    return "空白" if number is None else format_number(number)


def entry_as_text(entry: Entry) -> str:
    """Return what a cell shows: "" for a blank, the typed text where it was refused."""
    if entry is None:
        return ""
    return entry.text if isinstance(entry, Refused) else format_number(entry)


def shown_entry(entry: Entry) -> str:
    """Return an entry as sentences for the clerk name it: 未填 for a blank."""
    return "未填" if entry is None else entry_as_text(entry)


def clean_text(text: str) -> str:
    r"""Return the text with ``\n`` between paragraphs and nothing that XML or a sheet cannot hold.

    Control characters, unpaired surrogates and invisible characters go; blanks at paragraph ends and empty
    lines at both ends go; a radical or narrow blank becomes the usual one that looks like it; nothing else is changed.
    """
    text = _UNUSUAL.sub(_usual, text)
    if not text.replace("\n", "").replace("\u3000", "").isprintable():  # the usual text needs none of this
        text = _BREAKS.sub("\n", text).replace("\t", " ")
        text = _FORBIDDEN.sub("", text)
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")


def _usual(match: re.Match[str]) -> str:
    if match["thin"]:
        return " "
    return unicodedata.normalize("NFC", character_of(match["same"])) if match["same"] else ""


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a clean text that are not empty, without their indent."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def count_characters(text: str) -> int:
    """Return the number of characters as 1000字 counts them: Han, digits and punctuation, no blanks."""
    return len("".join(text.split()))
