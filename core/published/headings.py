"""The titles of the six sections of a published report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from core.published import phrases
from core.published.labels import label_core, plain_label, similarity
from core.published.vocabulary import LabelVocabulary, vocabulary
from core.visible.blocks import Paragraph, VisibleTable

LONGEST_HEADING = 45
LONGEST_UNKNOWN = 25
"""Most characters of a title that is known by its number and its place alone."""

LEAST_KNOWN = 3
"""Titles known by their words from which the others are looked for by number and place."""

NEAR_WITH_NUMBER = 0.6
"""Similarity that suffices for a section title whose number is the right one."""

_TROUBLE = 4
"""Place of section 五 among the six."""

_CHINESE = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Heading:
    """A section title.

    Attributes:
        key: Key of the section.
        score: Similarity; 0 where it is known by its number and its place alone.
        is_numbered: Whether it begins with its own number, 一、 or 1、.
        rest: Text that goes on behind the title in the same line; "" for none.
    """

    key: str
    score: float
    is_numbered: bool
    rest: str = ""


def section_of(text: str) -> Heading | None:
    """Return the section that a line is the title of; None for any other line."""
    return _section_of_line(text, vocabulary()) if len(text) <= 4 * LONGEST_HEADING else _run_in(text)


@lru_cache(maxsize=5_000)
def _section_of_line(text: str, words: LabelVocabulary) -> Heading | None:
    plain = plain_label(text)
    number = phrases.SECTION_NUMBER.match(plain)
    body = plain[number.end() :] if number else plain
    if bracketed := phrases.SECTION_IN_BRACKETS.match(plain):
        return _in_brackets(_CHINESE.index(bracketed[1]), plain[bracketed.end() :])
    if (
        plain.startswith("(")
        or not body
        or len(plain) > LONGEST_HEADING
        or phrases.HEADING_ENDS.search(body.rstrip(":。"))
    ):
        return _run_in(text)
    title = body.rstrip(":。")
    titles = words.sections
    match = titles.match(title) if number else titles.exact(title)  # without its number it must be to the letter
    index = -1 if number is None else _CHINESE.index(number[1]) if number[1] else int(number[2]) - 1
    if number and (match is None or match.score < 1.0) and (found := _run_in(text, is_apart=True)):
        return found
    if match is not None:
        is_own = index == _order(words).index(match.key)
        if match.score >= 1.0 or (is_own and not body.endswith("。")):  # 2.无其他需要报告的事项。 is no title
            return Heading(match.key, match.score, is_own)
    if index >= 0 and not body.endswith("。"):
        key, score = _nearest_title(index, body)
        if score >= NEAR_WITH_NUMBER:
            return Heading(key, score, True)
        if index == _TROUBLE and _is_trouble(body):
            return Heading(key, NEAR_WITH_NUMBER, True)
    return _run_in(text)


def _in_brackets(index: int, body: str) -> Heading | None:
    """Return section 五 where its title is numbered （五）; the parts of section 一 are numbered so too."""
    if index != _TROUBLE or not _is_trouble(body) or len(body) > LONGEST_HEADING:
        return None
    return Heading(*_nearest_title(index, body), is_numbered=False)


def _is_trouble(body: str) -> bool:
    """Whether the words are those of a title of section 五: 存在的问题和下一步打算."""
    return phrases.TROUBLE.search(body) is not None and phrases.TROUBLE_TITLE.fullmatch(body) is not None


def _nearest_title(index: int, body: str) -> tuple[str, float]:
    """Return key and similarity of the title with this number."""
    best = ("", 0.0)
    for titles in _titles(vocabulary()):
        key, cores = titles[index]
        score = max(similarity(label_core(body), core) for core in cores)
        best = max(best, (key, score), key=lambda pair: pair[1])
    return best


@cache
def _titles(words: LabelVocabulary) -> list[list[tuple[str, list[str]]]]:
    """For each format the sections with the cores of their titles, in order."""
    return [
        [(s.key, [label_core(t) for t in (s.title, *s.synonyms)]) for s in form.sections.values()]
        for form in words.forms
    ]


@cache
def _order(words: LabelVocabulary) -> list[str]:
    """Keys of the sections of all formats in order."""
    return list(dict.fromkeys(key for form in words.forms for key in form.sections))


def _run_in(text: str, *, is_apart: bool = False) -> Heading | None:
    """Return the title that a longer line begins with (六、其他需要报告的事项：无).

    Args:
        text: The line.
        is_apart: Whether only a blank may part title and text.
    """
    number = phrases.SECTION_RUN_IN.match(text)
    if number is None:
        return None
    for titles in _titles(vocabulary()):
        for key, cores in titles:
            for core in cores:
                end = _end_of(text, number.end(), core)
                rest = text[end:].lstrip() if is_apart else text[end:]
                if end and rest.strip() and not _goes_on(rest) and not (is_apart and rest == text[end:]):
                    return Heading(key, 1.0, True, text[end:].lstrip(" \u3000\xa0:：。."))
    return None


def _goes_on(rest: str) -> bool:
    """Whether the words behind a title belong to a sentence rather than to the text below it."""
    return rest[0] in "的和与及等是为"


def _end_of(text: str, start: int, core: str) -> int:
    """Return where a title ends that begins at ``start``, white space and punctuation passed over; 0 if it is none."""
    at = 0
    for place in range(start, min(len(text), start + 2 * len(core) + 5)):
        if text[place] == core[at]:
            at += 1
            if at == len(core):
                return place + 1
        elif text[place].isalnum():
            return 0
    return 0


@dataclass(frozen=True, slots=True)
class FoundHeading:
    """A section title at its place among the blocks."""

    at: int
    heading: Heading


def find_sections(blocks: Sequence[Paragraph | VisibleTable]) -> list[FoundHeading]:
    """Return the titles of the sections in their order, each section at most once.

    Where a title occurs several times (table of contents, navigation), the row of titles that makes the most of the
    six counts, and among equal ones that with text below its titles.
    """
    candidates: list[FoundHeading] = []
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph) and (heading := section_of(block.text)) is not None:
            candidates.append(FoundHeading(at, heading))
    candidates = candidates[-400:]
    order = _order(vocabulary())
    best: list[tuple[float, list[FoundHeading]]] = []
    for i, found in enumerate(candidates):
        follows = i + 1 < len(candidates) and candidates[i + 1].at == found.at + 1
        weight = 1.0 + 0.3 * found.heading.is_numbered + 0.2 * found.heading.score + (0.0 if follows else 0.5)
        chain: tuple[float, list[FoundHeading]] = (0.0, [])
        for score, earlier in best:
            last = earlier[-1]
            if order.index(last.heading.key) < order.index(found.heading.key) and score >= chain[0]:
                chain = score, earlier
        best.append((chain[0] + weight, [*chain[1], found]))
    chosen = max(best, key=lambda pair: (pair[0], pair[1][-1].at), default=(0.0, []))[1]
    return _with_reworded(blocks, chosen) if len(chosen) >= LEAST_KNOWN else chosen


def _with_reworded(blocks: Sequence[Paragraph | VisibleTable], known: list[FoundHeading]) -> list[FoundHeading]:
    """Return the titles with those whose words are others: the only line with the number between its neighbours."""
    order = _order(vocabulary())
    found = {order.index(one.heading.key): one for one in known}
    for place, key in enumerate(order):
        if place in found:
            continue
        first = max((one.at for i, one in found.items() if i < place), default=-1) + 1
        last = min((one.at for i, one in found.items() if i > place), default=len(blocks))
        between = [(at, block) for at, block in enumerate(blocks[first:last], first)]
        lines = [at for at, block in between if isinstance(block, Paragraph) and _is_reworded(block.text, place)]
        if len(lines) == 1:
            found[place] = FoundHeading(lines[0], Heading(key, 0.0, True))
    return [found[place] for place in sorted(found)]


def _is_reworded(text: str, place: int) -> bool:
    """Whether a line has the number of a section, Chinese as in the form, and the shape of a title."""
    number = phrases.SECTION_NUMBER.match(plain_label(text)) if len(text) <= LONGEST_HEADING else None
    if number is None or number[1] != _CHINESE[place]:
        return False
    body = plain_label(text)[number.end() :]
    is_short = 0 < len(body) <= LONGEST_UNKNOWN and not phrases.NO_TITLE.search(body)
    return is_short and max(_nearest_title(i, body)[1] for i in range(len(_titles(vocabulary())[0]))) < NEAR_WITH_NUMBER
