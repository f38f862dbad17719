"""Reads refusals that are told by the article they rest on: 依照第十六条规定不予公开6件 are three rows of the table.

Which rows rest on which article of the statute stands in ``articles.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations

from core.base.patterns import pattern
from core.texts.language.meanings import Alternatives
from core.texts.language.vocabulary import TextVocabulary
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_FILE = "articles.toml"
_IN_HAN = str.maketrans("123456789", "一二三四五六七八九")
_ARTICLE = r"第?[一二三四五六七八九十\d]{1,3}条?"
_CITED = pattern(
    rf"(?<![至到—–-])(?P<law>《[^《》]{{2,30}}》|条例)?(?P<articles>第{_ARTICLE}(?:[、和及与或]{{1,2}}{_ARTICLE})*)"
    "(?P<part>第?（?[一二三1-3]）?[款项])?(?:的|之)?(?:规定|要求|情形)?的?[，,]?(?:答复|决定|作出|依法|予以|告知|均|共|全部)*"
    "(?:不予?以?|免予|未予)公开(?:申请|答复|决定|告知书?|处理|信息|政府|的|有|为|共|是|：)*$"
)
"""(依照《条例》第十四条、第十六条规定，决定不予公开的)8件"""
_DIGITS = 2
_NUMBER = re.compile(r"[一二三四五六七八九十\d]+")
_OF_ONE_ARTICLE = 3
"""Rows that rest on one article."""
_REACH = 60
"""How far before a number its article may stand."""
_STATUTE = ("政府信息公开条例", "《条例", "条例")
_WHY = "只说了依据的条款，不核对"


@cache
def _cells_by_article(words: TextVocabulary) -> Mapping[str, tuple[str, ...]]:
    """Return the cells of all applications that an article refuses, by its number."""
    cells = {role.word: role.alternatives("")[0] for role in words.rows}
    data = words.folder.toml(_FILE)["articles"]
    return {number: tuple(code for row in rows for code in cells[row]) for number, rows in data.items()}


@count_pass(texts=REQUEST_TEXTS, keys=["denied"])
def articles_cited(source: SourceText, _: SentenceState, readings: Sequence[NumberReading]) -> list[NumberReading]:
    """Return the readings of a sentence, refusals told by their article as the rows that rest on it."""
    if "第" not in source.printed:
        return [*readings]
    return [_by_article(source, r) if r.key == "denied" and r.kind == "count" else r for r in readings]


def _by_article(source: SourceText, reading: NumberReading) -> NumberReading:
    cited = _CITED.search(source.printed, max(reading.start - _REACH, 0), reading.start)
    if cited is None:
        return reading
    cells = _cells_by_article(source.vocabulary)
    numbers = [_in_han(number) for number in _NUMBER.findall(cited["articles"])]
    if cells.keys() <= {*numbers}:
        return reading  # 依据第十四、十五、十六条: all of them, for whatever else some were refused
    is_of_statute = not cited["law"] or cited["law"].strip("《》").endswith(_STATUTE)
    if cited["part"] or not is_of_statute or any(number not in cells for number in numbers):
        return reading._replace(kind="other", meaning=f"{reading.meaning}（{_WHY}）", ways=(), phrase=None)
    return reading._replace(ways=_ways([code for n in dict.fromkeys(numbers) for code in cells[n]]), phrase=None)


def _ways(cells: Sequence[str]) -> Alternatives:
    """Return all cells of articles, and some of those of one: by it only these may be told."""
    fewest = 1 if len(cells) <= _OF_ONE_ARTICLE else len(cells)
    return tuple(some for many in range(len(cells), fewest - 1, -1) for some in combinations(cells, many))


def _in_han(number: str) -> str:
    """Return the number of an article from 10 to 19 in words: 16 as 十六; others as they are."""
    is_ten = len(number) == _DIGITS and number.startswith("1") and number.isdecimal()
    return "十" + number[1:].translate(_IN_HAN) if is_ten else number
