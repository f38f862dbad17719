"""雷同: which units wrote the same (rule B-05).

Texts are compared by their groups of three Chinese characters; how much of the unit's own report of last year is
repeated is another question, with a measure of its own (``core.texts.repetition``). Numbers and years drop out by
that; names of units, titles of laws and standard sentences are taken out before. To compare each text with each other
one would take minutes for a thousand: two texts that are alike have one of their rarest groups in common, so only texts
that do are compared (prefix filter of the set similarity joins).
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, groupby
from typing import NamedTuple

from core.form.form_reader import load_form
from core.texts.standard_sentences import standard_patterns

FIVE, WHOLE = "five", "whole"
"""What is alike: section 五, or sections 一 and 五 as a whole."""

_TITLES = re.compile(r"《[^《》]*》")
_OWN = re.compile(r"[我本全](?:局|委|办|厅|院|中心|县|市|区|镇|乡|街道|街|单位|机关|分局|所|站|处|部门)")
_NO_HAN = re.compile(r"[^\u4e00-\u9fff]+")
_STOPS = re.compile(r"[。；\n]")
_SHORTEST_NAME = 3
_FIRST_HAN = 0x4E00
_COUNTERS = 1 << 20
_PLACE_BITS = 13  # more than the files that are read; a group has 45


class Alike(NamedTuple):
    """Two texts that are alike.

    Attributes:
        one: Key of the first text, in the given order.
        other: Key of the second one.
        kind: ``FIVE`` or ``WHOLE``.
        percent: How much they have in common.
        five: How much section 五 alone has in common where the whole is alike, too; 0 where it is not.
    """

    one: str
    other: str
    kind: str
    percent: int
    five: int = 0


def alike_texts(
    texts: Mapping[str, Mapping[str, str]], names: Iterable[str], *, limit: int, shortest: int
) -> list[Alike]:
    """Return the pairs that are alike, in the order of the given texts; each once: as a whole where that is alike.

    Args:
        texts: For each key the texts of a report by code, as printed.
        names: Names of units, which are not compared.
        limit: Percent from which two texts are alike.
        shortest: Groups of three characters that a text must have.
    """
    masks, keys = _masks(names), list(texts)
    found: dict[tuple[int, int], Alike] = {}
    for kind in (FIVE, WHOLE):
        groups = [_groups_of(kind, texts[key], masks, shortest) for key in keys]
        for one, other, percent in _pairs(groups, limit, shortest):
            five = found.get((one, other))
            found[one, other] = Alike(keys[one], keys[other], kind, percent, five.percent if five else 0)
    return [found[pair] for pair in sorted(found)]


def _groups_of(kind: str, texts: Mapping[str, str], masks: re.Pattern[str] | None, shortest: int) -> array[int]:
    """Return the groups of section 五, or of 一 and 五; none where section 一 is too short to make a difference."""
    five = _groups([texts.get("s5", "")], masks)
    if kind == FIVE:
        return array("q", five)
    first = _groups([text for code, text in texts.items() if code.split(".")[0] == "s1"], masks)
    return array("q", first | five if len(first) >= shortest else ())


def _masks(names: Iterable[str]) -> re.Pattern[str] | None:
    """Return a pattern of the names, and of what is left of them without the place that most begin with."""
    full = {name for name in names if len(name) >= _SHORTEST_NAME}
    begins = Counter(name[:length] for name in full for length in range(2, 6) if len(name) > length)
    places = [place for place, count in begins.items() if count > 1 and place[-1] in "省市县区州旗盟"]
    short = {name.removeprefix(place) for name in full for place in places if name.startswith(place)}
    every = sorted((name for name in full | short if len(name) >= _SHORTEST_NAME), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, every))) if every else None


def _groups(parts: Sequence[str], masks: re.Pattern[str] | None) -> set[int]:
    """Return the groups of three Chinese characters of a text, each as a number; what is not compared is taken out."""
    groups: set[int] = set()
    for part in parts:
        for sentence in _STOPS.split(part):
            plain = sentence.strip()
            if not plain or any(pattern.fullmatch(plain) for pattern in standard_patterns(load_form())):
                continue
            plain = masks.sub("", plain) if masks else plain
            han = _NO_HAN.sub("", _OWN.sub("", _TITLES.sub("", plain)))
            places = [ord(character) - _FIRST_HAN for character in han]
            groups.update((a << 15 | b) << 15 | c for a, b, c in zip(places, places[1:], places[2:], strict=False))
    return groups


def _pairs(groups: Sequence[array[int]], limit: int, shortest: int) -> Iterable[tuple[int, int, int]]:
    """Yield the places of two texts whose common groups come to the limit, twice their number by that of both texts.

    Rare is what few texts have; groups that share a counter only make the choice of candidates worse, not the result.
    """
    counts = array("I", [0]) * _COUNTERS
    for own in groups:
        for group in own:
            counts[group % _COUNTERS] += 1
    posted = array("q")
    for place, own in enumerate(groups):
        if len(own) < shortest:
            continue
        # Two texts with 2·common/(a+b) ≥ limit have at least a·limit/(2−limit) groups in common, so each has one of
        # these among its a − that number + 1 rarest.
        needed = len(own) * limit // (200 - limit)
        rarest = sorted(own, key=lambda group: (counts[group % _COUNTERS], group))[: len(own) - needed + 1]
        posted.extend(group << _PLACE_BITS | place for group in rarest)
    candidates: set[tuple[int, int]] = set()
    for _, same in groupby(sorted(posted), key=lambda post: post >> _PLACE_BITS):
        candidates.update(combinations([post & (1 << _PLACE_BITS) - 1 for post in same], 2))
    for one, other in sorted(candidates):
        total = len(groups[one]) + len(groups[other])
        percent = 200 * len(set(groups[one]).intersection(groups[other])) // total
        if percent >= limit:
            yield one, other, percent
