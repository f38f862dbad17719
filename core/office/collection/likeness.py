"""雷同: which units wrote the same (rule B-05).

Texts are compared by their groups of three Chinese characters; how much of the unit's own report of last year is
repeated is another question, with a measure of its own (``core.texts.rules.repetition``). Numbers and years drop out by
that; names of units, titles of laws and standard sentences are taken out before, and in a second look what the unit
does (不动产登记), which is all that is replaced in many a copy. To compare each text with each other one would take
minutes for a thousand: two texts that are alike have one of their rarest groups in common, so only texts that do are
compared (prefix filter of the set similarity joins).
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations, groupby
from typing import NamedTuple
from zlib import crc32

from core.base.short_names import stands_in_order
from core.form.form_reader import load_form
from core.office.collection.desk_rules import DeskSettings
from core.office.collection.other_names import any_of
from core.texts.rules.standard_sentences import standard_patterns

FIVE, FIRST, WHOLE = "five", "first", "whole"
"""What is alike: section 五, section 一 word for word, or both as a whole."""

PARTS = {FIVE: "第五部分", FIRST: "第一部分", WHOLE: "第一、五部分"}
"""What they are called."""

_RUN = 8
"""Characters of a run. Short sections 一 say the same in few ways; only whole runs of them tell a copy."""

_LEVELS = "省市县区州旗盟"
_TITLES = re.compile(r"《[^《》]*》")
_OWN = re.compile(r"[我本全该](?:局|委|办|厅|院|中心|县|市|区|镇|乡|街道|街|单位|机关|分局|所|站|处|部门)")
_NO_HAN = re.compile(r"[^\u4e00-\u9fff]+")
_STOPS = re.compile(r"[。；\n]")
_SHORTEST_NAME, _LONGEST_SHORT_NAME = 3, 8
_KINDS = re.compile("[局委办厅院镇乡所站馆会社]|街道|中心|大队")
"""What short names end with: 人社局, 县水利局, 白石镇."""
_OFTEN = 3
"""How often a text has a word at least that others hardly have, where it is what the unit does."""
_FIRST_HAN = 0x4E00
_COUNTERS = 1 << 20
_PLACE_BITS = 13  # more than the files that are read; a group has 45


class Alike(NamedTuple):
    """Two texts that are alike.

    Attributes:
        one: Key of the first text, in the given order.
        other: Key of the second one.
        kind: ``FIVE``, ``FIRST`` or ``WHOLE``.
        percent: How much they have in common.
        five: How much section 五 alone has in common where the whole is alike, too; 0 where it is not.
    """

    one: str
    other: str
    kind: str
    percent: int
    five: int = 0


def alike_texts(texts: Mapping[str, Mapping[str, str]], names: Iterable[str], settings: DeskSettings) -> list[Alike]:
    """Return the pairs that are alike, in the order of the given texts; each once: as a whole where that is alike.

    Args:
        texts: By the plain name of each unit the texts of its report by code, as printed.
        names: Names of units, which are not compared.
        settings: From how much on texts are alike, and how long they are at least.
    """
    masks, keys = _masks(names), list(texts)
    fives = [_compared([texts[key].get("s5", "")], masks, key) for key in keys]
    five = [array("q", _groups(text)) for text in fives]  # as sets those of a thousand would take ten times the memory
    firsts = [_compared([t for c, t in texts[key].items() if c.split(".")[0] == "s1"], masks, key) for key in keys]
    whole = [_whole(first, own, settings.shortest) for first, own in zip(firsts, five, strict=True)]
    runs = [_runs(first, settings.first_shortest) for first in firsts]
    is_long = [sum(map(len, set(text))) >= settings.short_text for text in fives]
    least, strict = settings.similarity, max(settings.similarity, settings.short_similarity)
    found: dict[tuple[int, int], int] = {}
    for one, other, percent in _pairs([own if n else () for own, n in zip(five, is_long, strict=True)], least):
        if percent >= (least if min(len(five[one]), len(five[other])) >= settings.shortest else strict):
            found[one, other] = percent
    bare = _without_own_words(fives)
    for one, other, percent in _pairs([own if n else () for own, n in zip(bare, is_long, strict=True)], strict):
        found[one, other] = max(percent, found.get((one, other), 0))
    alike = {pair: Alike(keys[pair[0]], keys[pair[1]], FIVE, percent) for pair, percent in found.items()}
    for one, other, percent in _pairs(runs, settings.first_similarity):
        alike.setdefault((one, other), Alike(keys[one], keys[other], FIRST, percent))
    for one, other, percent in _pairs(whole, least):
        alike[one, other] = Alike(keys[one], keys[other], WHOLE, percent, found.get((one, other), 0))
    return [alike[pair] for pair in sorted(alike)]


def _runs(sentences: Iterable[str], shortest: int) -> array[int]:
    """Return the runs of characters of section 一, each as a number; none where it has too few."""
    runs = {crc32(s[i : i + _RUN].encode()) for s in sentences for i in range(max(1, len(s) - _RUN + 1))}
    return array("q", runs if len(runs) >= shortest else ())


def _whole(sentences: Iterable[str], five: Iterable[int], shortest: int) -> array[int]:
    """Return the groups of sections 一 and 五; none where section 一 is too short to make a difference."""
    first = _groups(sentences)
    return array("q", first.union(five) if len(first) >= shortest else ())


def _masks(names: Iterable[str]) -> re.Pattern[str] | None:
    """Return a pattern of the names, and of what is left of them without the place that most begin with."""
    full = {name for name in names if len(name) >= _SHORTEST_NAME}
    begins = Counter(name[:length] for name in full for length in range(2, 6) if len(name) > length)
    places = [place for place, count in begins.items() if count > 1 and place[-1] in _LEVELS]
    bare = {(place, name.removeprefix(place)) for name in full for place in places if name.startswith(place)}
    short = {said for place, rest in bare if len(rest) >= _SHORTEST_NAME for said in (rest, place[-1] + rest)}
    every = sorted(full | short, key=len, reverse=True)
    return re.compile(any_of(every)) if every else None


def _compared(parts: Sequence[str], masks: re.Pattern[str] | None, own: str) -> list[str]:
    """Return the Chinese characters of each sentence; what is not compared is taken out."""
    compared = []
    for part in parts:
        for sentence in _STOPS.split(part):
            plain = sentence.strip()
            if not plain or any(pattern.fullmatch(plain) for pattern in standard_patterns(load_form())):
                continue
            plain = masks.sub("", plain) if masks else plain
            plain = _without_short_names(_OWN.sub("", _TITLES.sub("", plain)), own)
            if han := _NO_HAN.sub("", plain):
                compared.append(han)
    return compared


def _without_short_names(sentence: str, own: str) -> str:
    """Return a sentence without what its unit is called for short: 人社局 of 人力资源和社会保障局."""
    kept, start = "", 0
    for kind in _KINDS.finditer(sentence):
        begin, end = kind.start(), kind.end()
        if kind[0] not in own:
            continue
        while begin > max(start, end - _LONGEST_SHORT_NAME) and stands_in_order(sentence[begin - 1 : end], own):
            begin -= 1
        if end - begin >= max(_SHORTEST_NAME, len(kind[0]) + 1):
            kept, start = kept + sentence[start:begin], end
    return kept + sentence[start:]


def _groups(sentences: Iterable[str]) -> set[int]:
    """Return the groups of three characters, each as a number."""
    groups: set[int] = set()
    for sentence in sentences:
        places = [ord(character) - _FIRST_HAN for character in sentence]
        groups.update((a << 15 | b) << 15 | c for a, b, c in zip(places, places[1:], places[2:], strict=False))
    return groups


def _without_own_words(texts: Sequence[Sequence[str]]) -> list[array[int]]:
    """Return the groups of texts without the words that one has again and again and most others have not.

    None of a text that has no such words: in a copy of one they were replaced by others, and are as often there. By two
    characters at a time: 公租房分配材料质量, 公租房分配材料范本 and so on lose 公租房分配材料.
    """
    having, often = Counter[str](), []
    for text in texts:
        counts = Counter(sentence[i : i + 2] for sentence in text for i in range(len(sentence) - 1))
        having.update(counts.keys())
        often.append([pair for pair, number in counts.items() if number >= _OFTEN])
    own = [{pair for pair in pairs if 2 * having[pair] <= len(texts)} for pairs in often]
    return [
        array("q", _groups(_cut(s, words) for s in text) if words else ())
        for text, words in zip(texts, own, strict=True)
    ]


def _cut(sentence: str, words: Collection[str]) -> str:
    hit = {i + k for i in range(len(sentence) - 1) if sentence[i : i + 2] in words for k in (0, 1)}
    return "".join(character for i, character in enumerate(sentence) if i not in hit)


def _pairs(groups: Sequence[Collection[int]], limit: int) -> Iterable[tuple[int, int, int]]:
    """Yield the places of two texts whose common groups come to the limit, twice their number by that of both texts.

    Rare is what few texts have; groups that share a counter only make the choice of candidates worse, not the result.
    """
    counts = array("I", [0]) * _COUNTERS
    for own in groups:
        for group in own:
            counts[group % _COUNTERS] += 1
    posted = array("q")
    for place, own in enumerate(groups):
        # Two texts with 2·common/(a+b) ≥ limit have at least a·limit/(2−limit) groups in common, so each has one of
        # these among its a − that number + 1 rarest.
        needed = len(own) * limit // (200 - limit)
        rarest = sorted(own, key=lambda group: (counts[group % _COUNTERS], group))[: len(own) - needed + 1]
        shared = (group for group in rarest if counts[group % _COUNTERS] > 1)  # most are in no other text
        posted.extend(group << _PLACE_BITS | place for group in shared)
    candidates: set[tuple[int, int]] = set()
    for _, same in groupby(sorted(posted), key=lambda post: post >> _PLACE_BITS):
        candidates.update(combinations([post & (1 << _PLACE_BITS) - 1 for post in same], 2))
    for one, other in sorted(candidates):
        total = len(groups[one]) + len(groups[other])
        percent = 200 * len(set(groups[one]).intersection(groups[other])) // total
        if percent >= limit:
            yield one, other, percent
