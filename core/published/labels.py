"""How labels of published reports are matched with those of the form: by similarity, never by position.

Two labels are compared by their *cores*: numbers in front (一、 （一） 1. ①), white space, quotes, brackets and other
punctuation are left out, full-width letters become plain ones, 其它 counts as 其他. The similarity is twice the length
of the longest common subsequence of the cores over the sum of their lengths: 1 for equal ones, 0.94 for one character
left out of nine. A label of the form is taken if

- its similarity is at least ``THRESHOLD``, and
- it is at least ``MARGIN`` ahead of every label with another meaning;
- both speak of last year (上年、去年) or neither does;
- cores of one or two characters (其他, 总计, 规章) must be equal.

A label that is less like (from ``NEAR_IN_PLACE``) is taken where its neighbours on both sides are known and just one
label of the form is missing between them; that is told to the clerk.

Words in brackets may be missing or added: both the whole label and the label without its brackets are compared.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.published import phrases

THRESHOLD = 0.75
"""Least similarity of a label that is taken for one of the form; see the test that walks over real misprints."""

NEAR_IN_PLACE = 0.5
"""Least similarity of a label that stands just where one of the form is missing."""

MARGIN = 0.08
"""How far the best label must be ahead of the next one with another meaning."""

LONGEST = 60
"""Longest core that can be a label: the longest one of the form has 37 characters."""

MOST_REMEMBERED = 5_000
"""Texts whose meaning each set of labels remembers; a report has some 300 different ones."""

# Circled numbers, which NFKC would turn into bare digits.
_CIRCLED = {
    code: f"{number}." for start in (0x2460, 0x2474, 0x2488) for number, code in enumerate(range(start, start + 20), 1)
}
_PLAIN = _CIRCLED | phrases.TRADITIONAL


def plain_label(text: str) -> str:
    """Return the label in simplified, compatibility characters, without white space and invisible characters."""
    return _remembered(text) if len(text) < 4 * LONGEST else _plain(text)


def _plain(text: str) -> str:
    return squeezed(unicodedata.normalize("NFKC", text.translate(_PLAIN)))


_remembered = lru_cache(maxsize=20_000)(_plain)


def squeezed(text: str) -> str:
    """Return the text as printed, without white space and invisible characters."""
    text = "".join(text.split())
    if text.isascii():
        return text
    return "".join(char for char in text if unicodedata.category(char) != "Cf")


@lru_cache(maxsize=20_000)
def label_core(text: str) -> str:
    """Return what is compared of a label: no number in front, no white space, no punctuation."""
    number, plain = _numbered(text)
    return phrases.NO_LETTER.sub("", plain or number).replace("其它", "其他").replace("帐", "账").lower()


def without_brackets(text: str) -> str:
    """Return the label without the words in brackets; number brackets in front stay."""
    number, plain = _numbered(text)
    return number + phrases.BRACKETS.sub("", plain)


def bracket_words(text: str) -> str:
    """Return the words in brackets behind a label, without the number in front."""
    return "".join(phrases.BRACKETS.findall(_numbered(text)[1]))


def _numbered(text: str) -> tuple[str, str]:
    """Return the number in front of a label, "" for none, and what follows it."""
    plain = plain_label(text)
    number = phrases.LABEL_NUMBER.match(plain)
    end = number.end() if number else 0
    return plain[:end], plain[end:]


def is_past(text: str) -> bool:
    """Return whether a label speaks of last year: its numbers are never those of a label that does not."""
    return bool(phrases.PAST.search(phrases.LEFT_OUT.sub("", text)))


def similarity(one: str, other: str) -> float:
    """Return the similarity of two cores, from 0 to 1."""
    if one == other:
        return 1.0
    total = len(one) + len(other)
    return 2 * _common(one, other) / total if total else 0.0


def _common(one: str, other: str) -> int:
    """Return the length of the longest common subsequence, by whole numbers as rows of bits."""
    places: dict[str, int] = {}
    for i, char in enumerate(one):
        places[char] = places.get(char, 0) | 1 << i
    full = (1 << len(one)) - 1
    row = full
    for char in other:
        hit = row & places.get(char, 0)
        row = ((row + hit) | (row - hit)) & full
    return len(one) - row.bit_count()


@dataclass(frozen=True, slots=True)
class Match:
    """A label of the form that a text was taken for.

    Attributes:
        key: What the label stands for.
        score: The similarity.
    """

    key: str
    score: float


def missing_between(order: Sequence[str], found: Collection[str], before: str, after: str) -> str:
    """Return the only key that is missing between two neighbours in the order of the form; "" for none or several."""
    if before not in order or after not in order:
        return ""
    between = [key for key in order[order.index(before) + 1 : order.index(after)] if key not in found]
    return between[0] if len(between) == 1 else ""


class LabelSet:
    """The labels of a group of lines of the form (the rows of a table, its columns, the sections).

    Args:
        labels: Pairs of key and label; a key may have several.
    """

    def __init__(self, labels: Iterable[tuple[str, str]]) -> None:
        self._keys: dict[str, str] = {}
        for key, label in labels:
            for core in (label_core(label), label_core(without_brackets(label))):
                if core:
                    self._keys.setdefault(core, key)
        self._characters = [(core, key, frozenset(core)) for core, key in self._keys.items() if len(core) > 2]
        self._known: dict[str, Match | None] = {}

    def match(self, text: str) -> Match | None:
        """Return the label that the text stands for, or None where none is near enough or two are equally near."""
        if text not in self._known:
            if len(self._known) >= MOST_REMEMBERED:
                self._known.clear()
            self._known[text] = self._match(text)
        return self._known[text]

    def exact(self, text: str) -> Match | None:
        """Return the label whose core is that of the text, or None."""
        if len(text) > 4 * LONGEST:
            return None
        key = self._keys.get(label_core(text)) or self._keys.get(label_core(without_brackets(text)))
        return Match(key, 1.0) if key else None

    def likeness(self, text: str, key: str) -> float:
        """Return the similarity of a text to the labels of one key."""
        cores = {label_core(text), label_core(without_brackets(text))} - {""}
        known = [core for core, own in self._keys.items() if own == key]
        return max(
            (
                similarity(one, other)
                for one in cores
                if len(one) <= LONGEST
                for other in known
                if is_past(other) or not is_past(one)
            ),
            default=0.0,
        )

    def _match(self, text: str) -> Match | None:
        if len(text) > 4 * LONGEST:
            return None
        cores = {label_core(text), label_core(without_brackets(text))} - {""}
        for core in cores:
            if core in self._keys:
                return Match(self._keys[core], 1.0)
        best: dict[str, tuple[float, str]] = {}
        for core in cores:
            if 3 <= len(core) <= LONGEST:
                for known, key in self._alike(core):
                    best[key] = max(best.get(key, (0.0, "")), (similarity(core, known), known))
        ranked = sorted(((score, key, known) for key, (score, known) in best.items()), key=lambda item: -item[0])
        if not ranked or ranked[0][0] < THRESHOLD or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN):
            return None
        score, key, known = ranked[0]
        return Match(key, score) if is_past(known) == is_past(text) else None

    def _alike(self, core: str) -> Iterator[tuple[str, str]]:
        """Yield the labels that can reach the threshold at all, by their lengths and by the characters they share."""
        characters = frozenset(core)
        for known, key, own in self._characters:
            longest, shortest = max(len(core), len(known)), min(len(core), len(known))
            if 2 * shortest >= THRESHOLD * (longest + shortest) and 4 * len(characters & own) >= len(characters) + len(
                own
            ):
                yield known, key
