"""Rows below the header that are no application: blanks, headers once more, totals, and notes between the lines.

What may be an application with something missing is never left out: a 登记号 that stands alone waits to be read.
"""

from __future__ import annotations

import re
from functools import cache

from core.office.register.closing_rows import is_footer, is_total
from core.office.register.days import read_day
from core.office.register.headers import Header
from core.office.register.struck_rows import is_struck_out
from core.office.register.values import RegisterRow, RegisterSheet, value_text
from core.office.register.vocabulary import NUMBER, RECEIVED, plain, vocabulary

_LONGEST_NUMBER = 30
_AMOUNT = re.compile(
    r"\d+(?:[-—–~至到.、]\d+)?(?:年度?|月份?|日|号以前|[上下]?半年|季度?|[上中下]旬|周|[件份个批页人家条项])"
)
_DASHES = re.compile(r"^[-‐‑‒–—―−─=~·…#]{2,}(?=\D*[\u4e00-\u9fff])")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_HAN_NUMBER = re.compile(r"[〇零一二两三四五六七八九十百]+号?$")
_SENTENCE = re.compile(r"[，,。；;！!]")
_WAITS = re.compile("编号|登记|无号|没号|待补|补登|漏|遗失|来信|来函|口头|某")
"""What stands for an application whose number is not known: 编号遗失, 来信, 张某某."""
_FEWEST_SIGNS = 2


class LeftOutRows:
    """Tells of the rows of a sheet which are left out, and why."""

    def __init__(self, sheet: RegisterSheet, header: Header) -> None:
        self._header = header
        number, received = (header.columns[key] for key in (NUMBER, RECEIVED))
        ends = min(number, received), max(number, received)
        wide = [area for area in sheet.merges if area[0] == area[2] and area[1] <= ends[0] and ends[1] <= area[3]]
        self._wide = {top: (left, right) for top, left, _, right in wide}

    def why(self, row: RegisterRow) -> str:
        """Return why a row below the header is no application; "" where it is one."""
        columns = self._header.columns
        if is_struck_out(row, columns):
            return "划了删除线，没有计入"
        number, received = (value_text(row.values.get(columns[key])) for key in (NUMBER, RECEIVED))
        if self._is_note(row):
            return "是各行之间的说明，没有计入"
        if received and not number:
            return ""
        if not number and not any(value_text(row.values.get(column)) for column in columns.values()):
            return "在各栏中都是空的，没有计入"
        words = [number] if number else [value_text(value) for value in row.values.values()]
        heads = [plain(self._header.names[columns[key]]) for key in (NUMBER, RECEIVED)]
        if plain(words[0]) == heads[0] and plain(received) == heads[1]:
            return "是重复的表头，没有计入"
        if any(map(is_total, words)):
            return "是合计行，没有计入"
        if is_footer(words[0]):
            return "是表尾的说明，没有计入"
        return ""

    def _is_note(self, row: RegisterRow) -> bool:
        """Whether a row holds nothing but a note: in one cell, or in one that is merged over the number and the day."""
        mapped = [column for column in self._header.columns.values() if value_text(row.values.get(column)).strip()]
        at = mapped[0] if len(mapped) == 1 else 0
        value = row.values.get(at)
        if not isinstance(value, str) or is_total(value) or is_footer(value) or read_day(value):
            return False
        left, right = self._wide.get(row.number, (0, 0))
        is_wide = left <= at <= right
        if not is_wide and len(row.values) > 1:
            return False
        return _opens_a_note(value) or ((is_wide or at == self._header.columns[NUMBER]) and _is_note(value, is_wide))


def _opens_a_note(text: str) -> bool:
    word = plain(text)
    return bool(_DASHES.match(word)) or word.lstrip("(").startswith(_words("opens"))


def _is_note(text: str, is_wide: bool) -> bool:
    """Whether what stands where a 登记号 belongs is none: words without a number but those of days and amounts."""
    word = plain(text)
    rest = _AMOUNT.sub("", word)
    if _WAITS.search(word) and not is_wide:
        return False
    if len(_HAN.findall(word)) < _FEWEST_SIGNS or _HAN_NUMBER.search(word) or word in _words("numbers"):
        return False
    is_sentence = len(word) > _LONGEST_NUMBER or _SENTENCE.search(word) is not None
    return not any(sign.isdecimal() for sign in rest) or (is_wide and is_sentence)


@cache
def _words(key: str) -> tuple[str, ...]:
    return tuple(vocabulary().data["notes"][key])
