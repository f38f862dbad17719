"""Reads numbers told as a bound only: 新收申请首次突破百件大关, 结转不足10件, 办结申请超过200件."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.language.grammar import YEARS_TOGETHER
from core.texts.language.numbers import NUMERALS, han_number
from core.texts.language.phrase_said import Phrase
from core.texts.reading.sentence.due import sentence_reader
from core.texts.reading.sentence.sentences import (
    OVERVIEW_TEXTS,
    REQUEST_TEXTS,
    NumberReading,
    SentenceState,
    SourceText,
)
from core.texts.reading.sentence.share_checks import added

KIND = "bound"
_BELOW = "不足|不到|未到|未及|未满|未达到?|未突破|未超过|没有超过|没有突破"
_ABOVE = "突破|冲破|超过|超出|超|逾|多达|不少于|不下于"
_SHAPE = pattern(
    "(?:^|(?<=[，；：。]))(?P<noun>[^，；：。（）、\\d]{2,24}?)(?P<first>首次|第一次|首度)?(?:再次|已|又|也|还|均|一举|则|仅|尚|总共|共|合计)*"
    f"(?:(?P<below>{_BELOW})|(?P<above>{_ABOVE}))了?(?P<number>\\d+|[{NUMERALS}]+)[件宗份](?P<mark>大关|关口|以上|整)?(?=[，；。、）]|$)"
)
_FIRST_WORDS = ("不", "未", "没有", "破", "超", "逾", "多达")
_OF_YEAR = ("received", "received_new", "mentioned", "handled", "carried_in", "carried_out", "due")
_WIDE = 1_000_000_000
"""More applications than any office has."""


@sentence_reader((*REQUEST_TEXTS, *OVERVIEW_TEXTS, "s5"), _FIRST_WORDS)
def bounded_counts(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield the bounds that a sentence tells of a number of the tables that all of its words name."""
    for match in _SHAPE.finditer(source.text, sentence.start, sentence.end):
        number = _value(match["number"])
        if not number or not source.is_this_year(sentence, match.start()) or _is_of_years(source, sentence, match):
            continue
        made = source.vocabulary.concepts.composed(Phrase("", match["noun"], "", "request", "件"))
        role = made.role if made else None
        if role is None or not (role.key in _OF_YEAR or role.is_result or role.is_applicant):
            continue
        start, end = source.span(match.start("number"), match.end())
        if any(r.kind == "count" and r.start < end and start < r.end for r in sentence.readings):
            continue
        ways = role.alternatives("request")[: 1 if role.key == "received_new" else None]
        limits = (0, number) if match["below"] else (number, _WIDE)
        quote, scope = source.quote(match.start(), match.end()), source.scope(match.start())
        what = number, KIND, f"bound_{role.key}", role.name, role.rule_id, ways, scope
        yield NumberReading(start, end, quote, *what, bases=limits)


def without_bounded(found: Sequence[NumberReading], bounded: Sequence[NumberReading]) -> list[NumberReading]:
    """Return some readings but the rough numbers and shares that are read as bounds as well."""
    return [
        r
        for r in found
        if r.kind not in ("rough", "share") or not any(r.start < b.end and b.start < r.end for b in bounded)
    ]


def judged_bound(reading: NumberReading, numbers: Mapping[str, Number]) -> tuple[str, bool | None]:
    """Return a number as the tables give it, and whether a way to reckon it lies within its bounds."""
    known = [value for value in (added(way, numbers) for way in reading.ways) if value is not None]
    if len(known) < len(reading.ways):
        return "", None
    least, most = reading.bases
    return f"{known[0]:.0f}", any(least <= one <= most for one in known)


def _value(said: str) -> int:
    return int(said) if said.isdecimal() else han_number(said) or 0


def _is_of_years(source: SourceText, sentence: SentenceState, match: re.Match[str]) -> bool:
    """Whether a number may be that of several years: 近三年，新收申请超过百件; 首次 is said of one."""
    together = YEARS_TOGETHER.search(source.text, sentence.frame, match.end())
    return bool(together) and not match["first"]
