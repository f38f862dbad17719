"""雷同: which units wrote the same (rule B-05).

Texts are compared by their groups of three Chinese characters, as with last year's report (N-18). Numbers and years
drop out by that; names of units, titles of laws and standard sentences are taken out before. To compare each text with
each other one would take minutes for a thousand: two texts that are alike have one of their rarest groups in common,
so only texts that do are compared (prefix filter of the set similarity joins).
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from core.form.form_reader import load_form
from core.texts.standard_sentences import standard_patterns

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FIVE, WHOLE = "five", "whole"
"""What is alike: section 五, or sections 一 and 五 as a whole."""

_TITLES = re.compile(r"《[^《》]*》")
_OWN = re.compile(r"[我本全](?:局|委|办|厅|院|中心|县|市|区|镇|乡|街道|街|单位|机关|分局|所|站|处|部门)")
_NO_HAN = re.compile(r"[^\u4e00-\u9fff]+")
_STOPS = re.compile(r"[。；\n]")
_SHORTEST_NAME = 3


class Alike(NamedTuple):
    """Two texts that are alike.

    Attributes:
        one: Key of the first text, in the given order.
        other: Key of the second one.
        kind: ``FIVE`` or ``WHOLE``.
        percent: How much they have in common.
    """

    one: str
    other: str
    kind: str
    percent: int


def alike_texts(
    texts: Mapping[str, Mapping[str, str]], names: Iterable[str], *, limit: int, shortest: int
) -> list[Alike]:
    """Return the pairs that are alike, in the order of the given texts; a pair whose section 五 is alike stands once.

    Args:
        texts: For each key the texts of a report by code, as printed.
        names: Names of units, which are not compared.
        limit: Percent from which two texts are alike.
        shortest: Groups of three characters that a text must have.
    """
    masks = _masks(names)
    five = {key: _groups([of.get("s5", "")], masks) for key, of in texts.items()}
    first = {
        key: _groups([t for code, t in of.items() if code.split(".")[0] == "s1"], masks) for key, of in texts.items()
    }
    whole = {key: first[key] | five[key] for key in texts if len(first[key]) >= shortest}
    order = {key: i for i, key in enumerate(texts)}
    found: dict[tuple[str, str], Alike] = {}
    for kind, groups in ((FIVE, five), (WHOLE, whole)):
        for one, other, percent in _pairs(groups, order, limit, shortest):
            found.setdefault((one, other), Alike(one, other, kind, percent))
    return sorted(found.values(), key=lambda pair: (order[pair.one], order[pair.other]))


def _masks(names: Iterable[str]) -> re.Pattern[str] | None:
    """Return a pattern of the names, and of what is left of them without the place that most begin with."""
    full = {name for name in names if len(name) >= _SHORTEST_NAME}
    begins = Counter(name[:length] for name in full for length in range(2, 6) if len(name) > length)
    places = [place for place, count in begins.items() if count > 1 and place[-1] in "省市县区州旗盟"]
    short = {name.removeprefix(place) for name in full for place in places if name.startswith(place)}
    every = sorted((name for name in full | short if len(name) >= _SHORTEST_NAME), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, every))) if every else None


def _groups(parts: Sequence[str], masks: re.Pattern[str] | None) -> frozenset[str]:
    """Return the groups of three Chinese characters of a text, after what is not compared was taken out."""
    groups: set[str] = set()
    for part in parts:
        for sentence in _STOPS.split(part):
            plain = sentence.strip()
            if not plain or any(pattern.fullmatch(plain) for pattern in standard_patterns(load_form())):
                continue
            plain = masks.sub("", plain) if masks else plain
            han = _NO_HAN.sub("", _OWN.sub("", _TITLES.sub("", plain)))
            groups.update(han[i : i + 3] for i in range(len(han) - 2))
    return frozenset(groups)


def _pairs(
    groups: Mapping[str, frozenset[str]], order: Mapping[str, int], limit: int, shortest: int
) -> Iterable[tuple[str, str, int]]:
    """Yield the pairs whose common groups come to the limit: twice their number by that of both texts."""
    long_enough = {key: own for key, own in groups.items() if len(own) >= shortest}
    counts = Counter(group for own in long_enough.values() for group in own)
    by_group: dict[str, list[str]] = {}
    for key in sorted(long_enough, key=order.__getitem__):
        own = long_enough[key]
        # Two texts with 2·common/(a+b) ≥ limit have at least a·limit/(2−limit) groups in common, so they share one of
        # the others' number plus one rarest groups of each.
        needed = len(own) * limit // (200 - limit)
        rarest = sorted(own, key=lambda group: (counts[group], group))[: len(own) - needed + 1]
        candidates = {other for group in rarest for other in by_group.get(group, ())}
        for other in sorted(candidates, key=order.__getitem__):
            common = len(own & long_enough[other])
            percent = 200 * common // (len(own) + len(long_enough[other]))
            if percent >= limit:
                yield other, key, percent
        for group in rarest:
            by_group.setdefault(group, []).append(key)
