"""Patterns from words: lists made into alternations, names filled in, compiling put off to the first use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

Word = str | dict[str, Any]
"""A word; or ``{word = "比", not_in = ["占比", "比例"]}``, which does not count at the end or begin of a longer one."""

_MANY = 24
"""So many words are not tried one by one where none of them begins with the character that stands there."""
_NAME = re.compile(r"\{([a-z_]+)\}")


_NOTHING: dict[str, Any] = {"finditer": (), "search": None}
"""What a method of a pattern returns where nothing is found."""


class _Method:
    """A method of a pattern that is compiled when first asked; from then on that of the pattern stands in its place.

    Faster at each call than ``__getattr__`` is, of which a class with one always thinks first.
    """

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, lazy: _Lazy, owner: type) -> Callable[..., Any]:
        method: Callable[..., Any]
        if lazy.needs and self._name in _NOTHING:
            method = _where_needed(lazy, self._name)
        else:
            method = getattr(re.compile(lazy.pattern, lazy.flags), self._name)
        setattr(lazy, self._name, method)
        return method


class _Lazy:
    """Stands for a pattern and is compiled when first asked."""

    search, match, fullmatch, finditer, findall = _Method(), _Method(), _Method(), _Method(), _Method()
    split, sub = _Method(), _Method()

    def __init__(self, text: str, flags: int, needs: tuple[str, ...]) -> None:
        self.pattern = text
        self.needs = needs
        self.flags = flags


def _where_needed(lazy: _Lazy, name: str) -> Callable[..., Any]:
    method: Callable[..., Any] | None = None
    needs, nothing = lazy.needs, _NOTHING[name]

    def asked(text: str, *place: int) -> Any:  # noqa: ANN401  what the method returns
        nonlocal method
        for word in needs:
            if word in text and (not place or text.find(word, *place) >= 0):
                if method is None:
                    method = getattr(re.compile(lazy.pattern, lazy.flags), name)
                return method(text, *place)
        return nothing

    return asked


def pattern(text: str, flags: int = 0, *, needs: Iterable[str] = ()) -> re.Pattern[str]:
    """Return a pattern that is compiled at its first use, so that the start of the program does not wait for it.

    A text that holds none of the words that a pattern needs is not searched: most texts are passed over at once, and
    what no text needs is never compiled. They are words within what it finds, not beside it, since only the part that
    is to be searched is asked for them.

    Raises:
        re.error: At the first use, if the text is no pattern.
    """
    return cast("re.Pattern[str]", _Lazy(text, flags, tuple(needs)))


def holds_one(text: str, words: Iterable[str]) -> bool:
    """Whether one of some words stands in a text; asked thousands of times a check, and faster than any()."""
    for word in words:  # noqa: SIM110
        if word in text:
            return True
    return False


class WordFinder:
    """Tells which of many words a text holds."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_first: dict[str, list[str]] = {}
        for word in sorted({*words}):
            self._by_first.setdefault(word[0], []).append(word)

    def holds_one(self, text: str) -> bool:
        """Whether a text holds one of the words."""
        for first in self._by_first.keys() & set(text):
            for word in self._by_first[first]:
                if word in text:
                    return True
        return False

    def held(self, text: str) -> list[str]:
        """Return the words that a text holds, in any order."""
        begun = self._by_first.keys() & set(text)
        return [word for first in begun for word in self._by_first[first] if word in text]


def last_of(marks: str, text: str, start: int, end: int) -> int:
    """Return the place of the last of some marks in a part of a text; -1 where there is none."""
    last = -1
    for mark in marks:
        place = text.rfind(mark, start, end)
        if place > last:
            last = place
    return last


def any_of(words: Iterable[Word]) -> str:
    """Return the text of a pattern that finds any of the words, the longest where several begin at one place.

    ``#`` in a word stands for a number, and ``{name}`` alone for the words of another list.
    """
    longest_first = sorted(words, key=_length, reverse=True)
    made = f"(?:{'|'.join(map(_one, longest_first))})"
    first = {(word if isinstance(word, str) else word["word"])[:1] for word in longest_first}
    if len(longest_first) < _MANY or first & {"", "{", "#"}:
        return made
    return f"(?:(?=[{re.escape(''.join(sorted(first)))}]){made})"  # most places are passed over at once


def fill(text: str, names: Mapping[str, str]) -> str:
    """Return a pattern with what its names in braces stand for; quantifiers such as {0,4} stay.

    Raises:
        KeyError: A name is unknown.
    """
    return _NAME.sub(lambda match: fill(names[match[1]], names), text)


def _length(word: Word) -> int:
    return len(word if isinstance(word, str) else word["word"])


def _one(word: Word) -> str:
    if isinstance(word, str):
        return word if _NAME.fullmatch(word) else re.escape(word).replace(r"\#", r"\d+")
    plain = str(word["word"])
    before, after = [""], []
    for longer in word["not_in"]:
        if longer.startswith(plain):
            after.append(re.escape(longer.removeprefix(plain)))
        else:
            before.append(f"(?<!{re.escape(longer)})")
    return "".join([re.escape(plain), *before, f"(?!{'|'.join(after)})" if after else ""])
