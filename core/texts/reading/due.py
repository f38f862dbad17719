"""Which readers a sentence is given to: by the text that it stands in, and by words of which they need one.

A text is asked once for the words of all readers, and each of its sentences for those of the few that are left.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from core.texts.reading.sentences import NumberReading, SentenceState, SourceText

Read = Callable[[SourceText, SentenceState], Iterable[NumberReading]]


class SentenceReader(NamedTuple):
    """A reader of sentences.

    Attributes:
        read: Yields what a sentence says.
        texts: Codes of the texts in which it reads; None for all of them.
        words: A sentence in which it finds anything holds one of them.
    """

    read: Read
    texts: Collection[str] | None
    words: frozenset[str]


def sentence_reader(texts: Collection[str] | None, words: Collection[str]) -> Callable[[Read], SentenceReader]:
    """Make a reader of a function that yields what a sentence says, in some texts and beside one of some words."""
    return lambda read: SentenceReader(read, None if texts is None else frozenset(texts), frozenset(words))


def readers_of(code: str, readers: Iterable[SentenceReader]) -> list[SentenceReader]:
    """Return those of some readers that read in the text with a code."""
    return [reader for reader in readers if reader.texts is None or code in reader.texts]


def due(source: SourceText, readers: Iterable[SentenceReader]) -> list[SentenceReader]:
    """Return those of some readers that may find anything in a text."""
    return [reader for reader in readers if not reader.words.isdisjoint(source.held)]


def read_by(readers: Iterable[SentenceReader], source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield what some readers find in a sentence, one after the other."""
    for reader in readers:
        if not reader.words.isdisjoint(sentence.held):
            yield from reader.read(source, sentence)
