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
    """An entry of which nothing more can be read; what is wrong is noted in it."""


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
                heading = next((start + 1 for start, _ in self._spans(key)), 0)
                where = line_words(heading or self._line_of(key, 0, len(self._lines)))
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
            entry = Entry(data, f"第{number + 1}条{name}", partial(self._place, span))
            try:
                value = make(entry)
            except EntryError:
                value = None
            for mistake in entry.mistakes:
                self.note(mistake)
            if value is not None and not entry.mistakes:
                made.append(value)
        return made

    def _spans(self, key: str) -> Iterator[tuple[int, int]]:
        """Yield the lines of each entry, from 0: from its heading to before the next one."""
        headings = [i for i, line in enumerate(self._lines) if re.match(r"\s*\[", line)]
        own = re.compile(rf"""\s*\[\[?\s*["']?{re.escape(key)}["']?\s*\]\]?""")
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
    """One entry of a file; what is wrong in it is noted, and read on as if it were left out.

    Attributes:
        name: What messages call it.
        mistakes: What was noted: Chinese sentences without their full stop.
    """

    def __init__(self, data: Mapping[str, object], name: str, place: Callable[[str], str]) -> None:
        self._data = data
        self._place = place
        self.name = name
        self.mistakes: list[str] = []

    def note(self, reason: str, key: str = "") -> None:
        """Note a mistake, with the line of one of its keys."""
        self.mistakes.append(f"{self._place(key)}{self.name}{reason}")

    def refuse(self, reason: str, key: str = "") -> NoReturn:
        """Note a mistake that leaves nothing more to be read.

        Raises:
            EntryError: Always.
        """
        self.note(reason, key)
        raise EntryError

    def known(self, *keys: str) -> None:
        """Note other keys than these."""
        for key in self._data:
            if key not in keys:
                self.note(f"中的“{key}”不认识，只能写{'、'.join(keys)}", key)

    def text(self, key: str, what: str) -> str:
        """Return a text that must be there; "" where it is not."""
        value = self._data.get(key, "")
        if not isinstance(value, str) or not value.strip():
            self.note(f"没有写{what}（{key}）", key)
            return ""
        return value.strip()

    def text_or_none(self, key: str, what: str) -> str:
        """Return a text; "" where there is none."""
        return self.text(key, what) if key in self._data else ""

    def texts(self, key: str, what: str, *, is_needed: bool = True) -> tuple[str, ...]:
        """Return a text or a list of texts; an empty tuple where there is none and none is needed."""
        value = self._data.get(key, [])
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list) or not all(isinstance(one, str) and one.strip() for one in values):
            self.note(f'的{what}（{key}）应当写成文字，几个的写成 ["…", "…"]', key)
            return ()
        if is_needed and not values:
            self.note(f"没有写{what}（{key}）", key)
        return tuple(one.strip() for one in values)

    def choices(self, key: str, what: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
        """Return texts each of which is one of the allowed ones."""
        found = self.texts(key, what, is_needed=False)
        for one in found:
            if one not in allowed:
                self.note(f"的{what}“{one}”不认识，只能写{'、'.join(allowed)}", key)
        return found

    def whole_number(self, key: str, what: str, lowest: int, highest: int) -> int:
        """Return a whole number within bounds; the lowest where there is none."""
        value = self._data.get(key)
        if value is None:
            self.note(f"没有写{what}（{key}）", key)
        elif not isinstance(value, int) or isinstance(value, bool) or not lowest <= value <= highest:
            self.note(f"的{what}（{key}）应当是{lowest}到{highest}的整数，不加引号和%", key)
        else:
            return value
        return lowest


def line_words(line: int) -> str:
    """Return the words for a line, from 1; "" for none."""
    return f"第{line}行：" if line else ""
