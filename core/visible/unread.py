"""What the reading of a file leaves out of sight or cannot name: hidden text, empty fields, unknown signs."""

from __future__ import annotations

from collections.abc import Iterable

from core.base.short_texts import some_of
from core.visible.blocks import Block, struck_remarks
from core.visible.word_symbols import UNKNOWN

_SIGNS = "原文有{count}处符号认不出，用“{sign}”代替，没有当作数字：{where}，请对照原文改正"
_HIDDEN = "表格里有{count}处隐藏的文字没有读入：{where}，请核对"
_FAINT = "表格里有{count}处数字颜色太淡或太小，不知是否看得见，用“{sign}”代替，没有当作数字：{where}，请对照原文改正"
_EMPTY = "表格里有{count}处域没有结果，按空白读入：{where}，请在 Word 或 WPS 中更新域（按 F9）并保存后再导入"
_NAMED, _SHOWN = 3, 20


class Unread:
    """What of a document is to be told, piece by piece.

    Attributes:
        place: Where the reading is in a table, such as 第2个表格第3行; "" outside.
        cell: What was read so far of the cell in which the reading is, or was last.
        struck_in: Of each text that is told to be struck out how it is told, and that cell.
    """

    def __init__(self) -> None:
        self.place = ""
        self.cell: list[Block] = []
        self.struck_in: list[tuple[str, list[Block]]] = []
        self._signs: list[str] = []
        self._struck: list[str] = []
        self._struck_count = 0
        self._hidden: list[str] = []
        self._faint: list[str] = []
        self._empty: list[str] = []

    def signs(self, signs: str, before: Iterable[str]) -> str:
        """Return signs as they are, having noted unknown ones with the words before them."""
        if UNKNOWN in signs:
            words = "".join(before)[-_SHOWN:]
            self._signs += [f"{self.place}“{words}{UNKNOWN}”"] * signs.count(UNKNOWN)
        return signs

    def struck(self, text: str) -> None:
        """Note a text that is struck out."""
        self._struck_count += 1
        if self.place and text.strip():
            self._struck.append(f"{self.place}“{text.strip()[:_SHOWN]}”")
            self.struck_in.append((self._struck[-1], self.cell))

    def hidden(self, text: str) -> None:
        """Note a text of a table that is not shown."""
        if self.place and any(map(str.isalnum, text)):
            self._hidden.append(f"{self.place}“{text.strip()[:_SHOWN]}”")

    def faint(self, text: str) -> str:
        """Return a text that not everybody sees, in a table with a sign for each digit, which is noted."""
        if not self.place or not any(map(str.isdecimal, text)):
            return text
        self._faint.append(f"{self.place}“{text.strip()[:_SHOWN]}”")
        return "".join(UNKNOWN if char.isdecimal() else char for char in text)

    def empty(self, instruction: str) -> None:
        """Note a field of a table that has no result."""
        if self.place and instruction:
            self._empty.append(f"{self.place}“{instruction[:_SHOWN]}”")

    def remarks(self) -> list[str]:
        """Return what the clerk is told."""
        told = ((_SIGNS, self._signs), (_HIDDEN, self._hidden), (_FAINT, self._faint), (_EMPTY, self._empty))
        return struck_remarks(self._struck_count, self._struck) + [
            sentence.format(count=len(found), where=some_of(found, _NAMED), sign=UNKNOWN)
            for sentence, found in told
            if found
        ]
