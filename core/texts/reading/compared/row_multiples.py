"""Reads by how many times one result outnumbers another: 无法提供的件数是不予公开的两倍, without a number of either."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.language.numbers import han_number
from core.texts.reading.sentence.due import sentence_reader
from core.texts.reading.sentence.frames import is_of_carried
from core.texts.reading.sentence.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText
from core.texts.reading.sentence.share_checks import added

KIND = "times"
_SAYS_TIMES = ("倍", "一半")
_SAYS_MORE = ("多于", "超过", "高于", "大于", "少于", "低于", "不及", "小于")
_TIMES = pattern(
    "(?:^|(?<=[，；。：\\n]))(?:其中，?)?(?P<who>[^，；。：（）\\d]{2,16}?)(?:的?(?:件数|数量|申请数|申请量|总数))?(?:约|大约|几乎|已|正好|恰好|刚好)*(?:是|为|相当于|达到?)(?:了)?"
    "(?P<other>[^，；。：（）\\d]{2,16}?)的?(?:件数|数量|申请数|申请量|总数)?的?(?P<near>近|约|将近|超过)?"
    "(?:(?P<n>\\d+(?:\\.\\d+)?|[两二三四五六七八九十]+)(?P<more>多)?倍(?P<behind>多|以上|左右)?|(?P<half>一半))(?=[，；。]|$)",
)
_MORE_THAN = pattern(
    "(?:^|(?<=[，；。：\\n]))(?:其中，?)?(?P<who>[^，；。：（）\\d]{2,16}?)(?:的?(?:件数|数量|申请数|申请量|总数|占比))?(?:已|均|明显|略|稍|远|还|也)*"
    "(?:多于|超过|高于|大于|(?P<less>少于|低于|不及|小于))了?(?P<other>[^，；。：（）\\d]{2,16}?)的?(?:件数|数量|申请数|申请量|总数|占比)?(?=[，；。]|$)",
)
"""不予处理的件数多于不予公开"""
_A_BIT, _NO_END = Decimal("0.0001"), Decimal(10**6)
_AMONG_SOME = pattern("(?:涉及|关于|有关|要求|申请公开)[^，；。]{2,24}[中里]，?$")
"""(涉及招投标的申请中，)企业多于自然人"""
_OF_A_YEAR = pattern("□□□|上年|去年|同期|前年|往年|上一年|今年|平均|预计|年初|期初|结转")
_SLACK, _MORE = Decimal("0.25"), Decimal(1)


@sentence_reader(REQUEST_TEXTS, _SAYS_TIMES)
def row_multiples(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield the multiples of a sentence whose both sides are results, or kinds of applicants."""
    for match in _TIMES.finditer(source.text, sentence.start, sentence.end):
        if _OF_A_YEAR.search(match[0]) or source.topic_at(sentence, match.end()) == "other":
            continue
        if is_of_carried(source, sentence, match.start()):
            continue
        concepts = source.vocabulary.concepts
        who, other = concepts.shared(match["who"], "request"), concepts.shared(match["other"], "request")
        if who is None or other is None or who.is_applicant != other.is_applicant:
            continue
        times = Decimal("0.5") if match["half"] else _number(match["n"])
        ways, base = who.alternatives("request")[:1], other.alternatives("request")[:1]
        if not times or ways == base or not source.is_this_year(sentence, match.start()):
            continue
        is_more = bool(match["more"] or match["behind"] in ("多", "以上") or match["near"] == "超过")
        low = times - (0 if is_more else _SLACK * (2 if match["near"] in ("近", "将近") else 1))
        high = times + (_MORE if is_more else _SLACK)
        high = Decimal(10**6) if match["behind"] == "以上" or match["near"] == "超过" else high
        if match["half"]:
            low, high = Decimal("0.44"), Decimal("0.56")
        span, quote = source.span(*match.span()), source.quote(*match.span())
        name = f"{who.name}是{other.name}的倍数"
        reading = NumberReading(*span, quote, times, KIND, f"times_{who.key}", name, who.rule_id, ways)
        yield reading._replace(bases=(low, high), groups=base, scope=source.scope(match.start()))


@sentence_reader(REQUEST_TEXTS, _SAYS_MORE)
def rows_compared(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield which of two results, or kinds of applicants, a sentence says to be more than the other."""
    for match in _MORE_THAN.finditer(source.text, sentence.start, sentence.end):
        if _OF_A_YEAR.search(match[0]) or not source.is_this_year(sentence, match.start()):
            continue
        if _AMONG_SOME.search(source.text, sentence.start, match.start()):
            continue
        if is_of_carried(source, sentence, match.start()):
            continue
        concepts = source.vocabulary.concepts
        who, other = concepts.shared(match["who"], "request"), concepts.shared(match["other"], "request")
        if who is None or other is None or who.is_applicant != other.is_applicant:
            continue
        ways, base = who.alternatives("request"), other.alternatives("request")
        if set(ways[0]) & set(base[0]):
            continue
        bounds = (Decimal(0), 1 - _A_BIT) if match["less"] else (1 + _A_BIT, _NO_END)
        span, quote = source.span(*match.span()), source.quote(*match.span())
        name = f"{who.name}是{other.name}的倍数"
        reading = NumberReading(*span, quote, 1, KIND, f"more_{who.key}", name, who.rule_id, ways[:1])
        yield reading._replace(bases=bounds, groups=base[:1], scope=source.scope(match.start()))


def judged_times(reading: NumberReading, numbers: Mapping[str, Number]) -> tuple[str, bool | None]:
    """Compare a multiple with what the tables give."""
    part, base = added(reading.ways[0], numbers), added(reading.groups[0], numbers)
    if part is None or not base:
        return "", None
    times = Decimal(part) / Decimal(base)
    low, high = reading.bases
    return f"{times:.1f}", low <= times <= high


def _number(text: str) -> Decimal | None:
    if text[0].isdigit():
        return Decimal(text)
    value = han_number(text)
    return Decimal(value) if value else None
