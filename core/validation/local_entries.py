"""The entries of a file of local rules: taken one by one, each mistake told in one Chinese sentence with its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import pairwise
from typing import NoReturn, TypeVar

MOST_ENTRIES = 200
_MOST_TOLD = 8
_LONGEST_REASON = 200  # it quotes what stands in the file

Made = TypeVar("Made")


class EntryError(Exception):
    """One thing that is wrong in the file: a Chinese sentence without its full stop."""


class Entries:
    """The content of a file, and what is wrong with it.

    Attributes:
        mistakes: The sentences that were collected, in the order of the file.
    """

    def __init__(self, data: Mapping[str, object], source: str) -> None:
        self._data = data
        self._lines = source.splitlines()
        self.mistakes: list[str] = []

    def known(self, *keys: str) -> None:
        """Note what stands in the file outside its parts."""
        for key in self._data:
            if key not in keys:
                where = line_words(self._line_of(key, 0, len(self._lines)))
                self.note(f"{where}文件中的“{key}”不认识，只能写{'、'.join(keys)}")

    def note(self, reason: str) -> None:
        """Note a mistake."""
        self.mistakes.append(reason if len(reason) <= _LONGEST_REASON else reason[:_LONGEST_REASON] + "…")

    def told(self) -> str:
        """Return the mistakes one below the other, the last one without its full stop."""
        left = len(self.mistakes) - _MOST_TOLD
        return "。\n".join([*self.mistakes[:_MOST_TOLD], *([f"另有{left}处错误"] if left > 0 else [])])

    def read(self, key: str, name: str, make: Callable[[Entry], Made]) -> list[Made]:
        """Return what is made of the entries of one kind; an entry that is wrong is noted and left out.

        Args:
            key: What they are called in the file.
            name: What one of them is called in messages.
            make: Makes a value of an entry.
        """
        found = self._data.get(key, [])
        if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
            own = re.compile(rf"\s*\[?\s*{re.escape(key)}\b")
            line = next((i for i, text in enumerate(self._lines, 1) if own.match(text)), 0)
            self.note(f"{line_words(line)}{key} 应当写成 [[{key}]] 开头的若干段")
            return []
        if len(found) > MOST_ENTRIES:
            self.note(f"[[{key}]] 有{len(found)}段，最多写{MOST_ENTRIES}段")
            return []
        made = []
        spans = [*self._spans(key)]
        for number, data in enumerate(found):
            span = spans[number] if len(spans) == len(found) else None
            try:
                made.append(make(Entry(data, f"第{number + 1}条{name}", partial(self._place, span))))
            except EntryError as mistake:
                self.note(str(mistake))
        return made

    def _spans(self, key: str) -> Iterator[tuple[int, int]]:
        """Yield the lines of each entry, from 0: from its heading to before the next one."""
        headings = [i for i, line in enumerate(self._lines) if re.match(r"\s*\[", line)]
        own = re.compile(rf"""\s*\[\[\s*["']?{re.escape(key)}["']?\s*\]\]""")
        for start, end in pairwise([*headings, len(self._lines)]):
            if own.match(self._lines[start]):
                yield start, end

    def _place(self, span: tuple[int, int] | None, key: str) -> str:
        return "" if span is None else line_words(self._line_of(key, *span) or span[0] + 1)

    def _line_of(self, key: str, start: int, end: int) -> int:
        """Return the line, from 1, on which a key is set; 0 where none is found."""
        own = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*=""") if key else None
        return next((i + 1 for i in range(start, end) if own and own.match(self._lines[i])), 0)


class Entry:
    """One entry of a file.

    Attributes:
        name: What messages call it.
    """

    def __init__(self, data: Mapping[str, object], name: str, place: Callable[[str], str]) -> None:
        self._data = data
        self._place = place
        self.name = name

    def refuse(self, reason: str, key: str = "") -> NoReturn:
        """Refuse the entry, with the line of one of its keys.

        Raises:
            EntryError: Always.
        """
        raise EntryError(f"{self._place(key)}{self.name}{reason}")

    def known(self, *keys: str) -> None:
        """Refuse other keys than these."""
        for key in self._data:
            if key not in keys:
                self.refuse(f"中的“{key}”不认识，只能写{'、'.join(keys)}", key)

    def text(self, key: str, what: str) -> str:
        """Return a text that must be there."""
        value = self._data.get(key, "")
        if not isinstance(value, str) or not value.strip():
            self.refuse(f"没有写{what}（{key}）", key)
        return value.strip()

    def text_or_none(self, key: str, what: str) -> str:
        """Return a text; "" where there is none."""
        return self.text(key, what) if key in self._data else ""

    def texts(self, key: str, what: str, *, is_needed: bool = True) -> tuple[str, ...]:
        """Return a text or a list of texts; an empty tuple where there is none and none is needed."""
        value = self._data.get(key, [])
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list) or not all(isinstance(one, str) and one.strip() for one in values):
            self.refuse(f'的{what}（{key}）应当写成文字，几个的写成 ["…", "…"]', key)
        if is_needed and not values:
            self.refuse(f"没有写{what}（{key}）", key)
        return tuple(one.strip() for one in values)

    def choices(self, key: str, what: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
        """Return texts each of which is one of the allowed ones."""
        found = self.texts(key, what, is_needed=False)
        for one in found:
            if one not in allowed:
                self.refuse(f"的{what}“{one}”不认识，只能写{'、'.join(allowed)}", key)
        return found

    def whole_number(self, key: str, what: str, lowest: int, highest: int) -> int:
        """Return a whole number within bounds."""
        value = self._data.get(key)
        if value is None:
            self.refuse(f"没有写{what}（{key}）", key)
        if not isinstance(value, int) or isinstance(value, bool) or not lowest <= value <= highest:
            self.refuse(f"的{what}（{key}）应当是{lowest}到{highest}的整数，不加引号和%", key)
        return value


def line_words(line: int) -> str:
    """Return the words for a line, from 1; "" for none."""
    return f"第{line}行：" if line else ""
