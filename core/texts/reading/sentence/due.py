"""Which readers a sentence is given to: by the text that it stands in, and by words of which they need one.

A text is asked once for the words of all readers, and each of its sentences for those of the few that are left.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText

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


ReadAgain = Callable[[SourceText, SentenceState, Sequence[NumberReading]], list[NumberReading]]


class CountPass(NamedTuple):
    """A pass over the readings of the numbers of a sentence, which changes some by what stands around them.

    Attributes:
        read: Returns the readings of a sentence, read again.
        texts: Codes of the texts in which it reads; None for all of them.
        words: A sentence in which it changes anything holds one of them; empty where it needs none.
        keys: So does one of the readings have one of them.
    """

    read: ReadAgain
    texts: Collection[str] | None
    words: frozenset[str]
    keys: frozenset[str]


def count_pass(
    texts: Collection[str] | None = None, words: Collection[str] = (), keys: Collection[str] = ()
) -> Callable[[ReadAgain], CountPass]:
    """Make a pass of a function, in some texts, beside one of some words and over a reading with one of some keys."""
    where = None if texts is None else frozenset(texts)
    return lambda read: CountPass(read, where, frozenset(words), frozenset(keys))


_Reader = TypeVar("_Reader", SentenceReader, CountPass)


class ByWord(Generic[_Reader]):
    """Readers or passes in their order, found by the words of which they need one."""

    def __init__(self, readers: Iterable[_Reader]) -> None:
        self._readers = [*readers]
        self._always = frozenset(place for place, reader in enumerate(self._readers) if not reader.words)
        self._places: dict[str, list[int]] = {}
        for place, reader in enumerate(self._readers):
            for word in reader.words:
                self._places.setdefault(word, []).append(place)

    def due(self, held: Iterable[str]) -> list[_Reader]:
        """Return those that need one of the words that a text or sentence holds, and those that need no word."""
        places = {*self._always}
        for word in held:
            if word in self._places:
                places.update(self._places[word])
        return [self._readers[place] for place in sorted(places)]


def readers_of(code: str, readers: Iterable[_Reader]) -> ByWord[_Reader]:
    """Return those of some readers or passes that read in the text with a code."""
    return ByWord(reader for reader in readers if reader.texts is None or code in reader.texts)


def passed(
    passes: ByWord[CountPass], source: SourceText, sentence: SentenceState, readings: list[NumberReading]
) -> list[NumberReading]:
    """Return the readings of the numbers of a sentence, read again by those passes of its text that may change them."""
    keys = {reading.key for reading in readings}
    for one in passes.due(sentence.held):
        if one.keys and one.keys.isdisjoint(keys):
            continue
        before, readings = readings, one.read(source, sentence, readings)
        keys = keys if readings == before else {reading.key for reading in readings}
    return readings


def read_by(readers: Iterable[SentenceReader], source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield what some readers find in a sentence, one after the other."""
    for reader in readers:
        if not reader.words.isdisjoint(sentence.held):
            yield from reader.read(source, sentence)
