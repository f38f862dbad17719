"""What the reading of a Word document leaves out of sight or cannot name: hidden text, empty fields, unknown signs."""

from __future__ import annotations

from collections.abc import Iterable

from core.base.short_texts import some_of
from core.visible.word_symbols import UNKNOWN

_SIGNS = "原文有{count}处符号认不出，用“{sign}”代替，没有当作数字：{where}，请对照原文改正"
_HIDDEN = "表格里有{count}处隐藏的文字没有读入：{where}，请核对"
_EMPTY = "表格里有{count}处域没有结果，按空白读入：{where}，请在 Word 或 WPS 中更新域（按 F9）并保存后再导入"
_NAMED, _SHOWN = 3, 20
_WITHOUT_RESULT = ("XE", "TC", "TA", "RD", "PRIVATE", "ASK", "SET", "ADVANCE")
"""Fields that never show anything."""


class Fields:
    """The fields that are open where a document is being read.

    Attributes:
        is_shown: Whether what comes next is seen: it is no instruction of a field.
    """

    def __init__(self) -> None:
        self.is_shown = True
        self._open: list[tuple[bool, str]] = []  # whether the result has begun, and the instruction

    def instruct(self, text: str) -> None:
        """Take a piece of an instruction."""
        if self._open:
            begun, said = self._open[-1]
            self._open[-1] = (begun, said + text)

    def step(self, kind: str) -> str:
        """Take a mark of a field: begin, separate or end; return the instruction of one that ends without a result."""
        empty = ""
        if kind == "begin":
            self._open.append((False, ""))
        elif self._open and kind == "separate":
            self._open[-1] = (True, self._open[-1][1])
        elif self._open and kind == "end":
            begun, said = self._open.pop()
            empty = "" if begun or said.split()[:1] == [] or said.split()[0].upper() in _WITHOUT_RESULT else said
        self.is_shown = all(begun for begun, _ in self._open)
        return " ".join(empty.split())


class Unread:
    """What of a document is to be told, piece by piece.

    Attributes:
        place: Where the reading is in a table, such as 第2个表格第3行; "" outside.
    """

    def __init__(self) -> None:
        self.place = ""
        self._signs: list[str] = []
        self._hidden: list[str] = []
        self._empty: list[str] = []

    def signs(self, signs: str, before: Iterable[str]) -> str:
        """Return signs as they are, having noted unknown ones with the words before them."""
        if UNKNOWN in signs:
            words = "".join(before)[-_SHOWN:]
            self._signs += [f"{self.place}“{words}{UNKNOWN}”"] * signs.count(UNKNOWN)
        return signs

    def hidden(self, text: str) -> None:
        """Note a text of a table that is not shown."""
        if self.place and any(map(str.isalnum, text)):
            self._hidden.append(f"{self.place}“{text.strip()[:_SHOWN]}”")

    def empty(self, instruction: str) -> None:
        """Note a field of a table that has no result."""
        if self.place and instruction:
            self._empty.append(f"{self.place}“{instruction[:_SHOWN]}”")

    def remarks(self) -> list[str]:
        """Return what the clerk is told."""
        told = ((_SIGNS, self._signs), (_HIDDEN, self._hidden), (_EMPTY, self._empty))
        return [
            sentence.format(count=len(found), where=some_of(found, _NAMED), sign=UNKNOWN)
            for sentence, found in told
            if found
        ]
