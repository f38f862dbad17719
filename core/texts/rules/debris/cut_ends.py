"""Finds where the end of a sentence was cut off: 在规定的时限内予以。, 较上年同期。, 结果均已， (N-12, N-20)."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from core.base.patterns import any_of, pattern
from core.base.toml_files import shipped_toml

_MARKS, _STOPS = "，。；！？\n", "。；！？\n"
_LONGEST = 8
"""Characters of the words at an end, with those around them that make other words of them."""


def cut_ends(text: str) -> list[int]:
    """Return the marks of a text, which ends in a line feed, before which a word stands that cannot end a sentence."""
    ends, cut, cut_before_stops = _patterns()
    if not ends.search(text):
        return []
    found = []
    for mark in ends.finditer(text):
        end = mark.start()
        start = max(end - _LONGEST, 0)
        if cut.search(text, start, end) or (mark[0] in _STOPS and cut_before_stops.search(text, start, end)):
            found.append(end)
    return found


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return what finds marks behind the last character of a word that cannot end a sentence, and these words."""
    data = shipped_toml("form", "cut_ends.toml")
    words, before_stops, behind_nouns = data["words"], data["before_stops"], data["behind_nouns"]
    last = "".join(sorted({_word(one)[-1] for one in (*words, *before_stops, *behind_nouns)}))
    cut = f"(?:{any_of(words)}|{any_of(data['nouns'])}{any_of(behind_nouns)})$"
    return pattern(f"[{_MARKS}](?<=[{last}].)", re.DOTALL), pattern(cut), pattern(f"{any_of(before_stops)}$")


def _word(one: str | dict[str, Any]) -> str:
    return one if isinstance(one, str) else str(one["word"])
