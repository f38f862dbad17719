"""Knows the second number of each part: 网站516条（498条），公众号342条（310条），合计858条（808条）; 公开18件/16件.

These are those of the year before, or some of the first ones: a list of their own, with a total of its own. Two parts
that have one, told in the same words, make such a list.
"""

from __future__ import annotations

from core.base.patterns import pattern
from core.texts.language.numbers import NUMERALS
from core.texts.language.things import UNITS

_COUNT = rf"(?:{UNITS})"
_TWO = pattern(
    rf"(?P<first>[\d{NUMERALS}]+(?:\.\d+)?{_COUNT})（(?P<words>[^（）\d]{{0,12}})(?P<second>\d+(?:\.\d+)?{_COUNT})）",
    needs=["（"],
)
_SLASH = pattern(
    rf"(?P<first>\d+(?:\.\d+)?{_COUNT})/(?P<words>)(?P<second>\d+(?:\.\d+)?{_COUNT})(?=[，、；。]|$)", needs=["/"]
)
_DIGIT = pattern("\\d")
_FEWEST = 2


def lists_apart(sentence: str) -> tuple[str, ...]:
    """Return a sentence with blanks for its second numbers, and with blanks for all others.

    Both are of the same length. Returns the sentence alone where no two parts have a second number.
    """
    found = [*_TWO.finditer(sentence)] or [*_SLASH.finditer(sentence)]
    words = [match["words"] for match in found]
    found = [match for match in found if words.count(match["words"]) >= _FEWEST]
    if not found:
        return (sentence,)
    first, second, end = sentence, "", 0
    for match in found:
        first = _blanked(first, match.end("first"), match.end())
        blanks = " " * (len(match["first"]) + 1)
        second += f"{_DIGIT.sub(' ', sentence[end : match.start()])}{blanks}{match['words']}{match['second']}"
        second += " " * (match.end() - match.end("second"))
        end = match.end()
    return first, second + _DIGIT.sub(" ", sentence[end:])


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]
