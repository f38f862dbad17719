"""The words of the vocabulary with what each says; many are written with choices: 补正(后|以后)仍(不明确|不清楚)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import chain
from math import prod
from typing import NamedTuple

from core.base.patterns import WordFinder, pattern

MOST_SPELLINGS = 1_000
"""A word with more is spelled as it is met: hundreds of thousands that nobody writes would take memory and time."""
_CHOICE = pattern(r"\(([^()]*)\)")


class KnownWords:
    """What each known word says, and how long those are that end in a character.

    Attributes:
        concepts: The concept of each word; words with very many spellings are here once they were met.
        lengths: The lengths of the words by their last character, the longest first.
        characters: Those that any word holds.
    """

    def __init__(
        self, words: Mapping[str, list[str]], others: dict[str, str], function_words: Iterable[str] = ()
    ) -> None:
        self.concepts: dict[str, str] = dict.fromkeys(function_words, "")  # unless it says something
        self._many: list[tuple[_ManySpellings, str]] = []
        for concept, known in words.items():
            for word in known:
                if (many := _many_spellings(word)) is not None:
                    self._many.append((many, concept))
                else:
                    self.concepts.update(dict.fromkeys(_spelled_out(word), concept))
        self.concepts |= others
        self.characters = frozenset(chain(*self.concepts, *chain(*words.values())))
        self._by_sign: dict[str, list[int]] = {}
        for place, (many, _) in enumerate(self._many):
            for sign in many.signs:
                self._by_sign.setdefault(sign, []).append(place)
        self._signs = WordFinder(self._by_sign)
        self.lengths: dict[str, list[int]] = {}
        for last, length in sorted({(word[-1], len(word)) for word in self.concepts}, reverse=True):
            self.lengths.setdefault(last, []).append(length)

    def meet(self, phrase: str) -> None:
        """Take up the words of a phrase that were not spelled out before."""
        places = {place for sign in self._signs.held(phrase) for place in self._by_sign[sign]}
        for place in sorted(places):
            many, concept = self._many[place]
            for met in many.shape.finditer(phrase):
                word = met[0]
                if word not in self.concepts:
                    self.concepts[word] = concept
                    lengths = self.lengths.setdefault(word[-1], [])
                    lengths[:] = sorted({*lengths, len(word)}, reverse=True)

    def left_over(self, phrase: str) -> str:
        """Return the characters of a phrase that belong to no word which says something, the longest taken first."""
        self.meet(phrase)
        left, end = "", len(phrase)
        while end:
            lengths = (n for n in self.lengths.get(phrase[end - 1], ()) if 1 < n <= end)
            length = next((n for n in lengths if self.concepts.get(phrase[end - n : end])), 0)
            left += "" if length else phrase[end - 1]
            end -= length or 1
        return left[::-1]


class _ManySpellings(NamedTuple):
    """A word with very many spellings: what each of them holds one of, and how they are made."""

    signs: tuple[str, ...]
    shape: re.Pattern[str]


def _spelled_out(word: str) -> list[str]:
    choice = _CHOICE.search(word)
    if not choice:
        return [word]
    tails = _spelled_out(word[choice.end() :])
    return [word[: choice.start()] + one + tail for one in choice[1].split("|") for tail in tails]


def _many_spellings(word: str) -> _ManySpellings | None:
    """Return what stands for all spellings of a word; None where they are few enough to be kept."""
    choices = [choice.split("|") for choice in _CHOICE.findall(word)]
    if prod(map(len, choices)) <= MOST_SPELLINGS:
        return None
    signs = max((choice for choice in choices if "" not in choice), key=lambda choice: min(map(len, choice)))
    shape = _CHOICE.sub(lambda choice: f"(?:{'|'.join(sorted(choice[1].split('|'), key=len, reverse=True))})", word)
    return _ManySpellings(tuple(signs), re.compile(shape))
