"""Reads how many applications, cases or decisions there are roughly: 2000余件 are no less than 2000 and not 3000."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.language.grammar import YEARS_TOGETHER
from core.texts.language.numbers import PrintedNumber
from core.texts.reading.due import count_pass
from core.texts.reading.sentences import NumberReading, SentenceState, SourceText

KIND = "rough"
WHY = "（约数，不核对）"
_KEYS = (
    *("received", "received_new", "handled", "processed", "carried_in", "carried_out", "cases_review", "cases_lawsuit"),
    *("licensing", "penalty", "coercion", "granted", "partial", "denied", "unavailable", "not_processed"),
)
_NOT_ALL = pattern(
    "均|每|单|月|季|日|天|周|半年|其中|涉|针对|人|比|较|最|部门|单位|预|计划|历年|以来|近年|不止|减少|增"
)
"""月均100余件, 涉及征地的100余件: not all of the year."""
_BEHIND = pattern("的(?!(?:政府)?信息公开申请|申请)|/|每")
_NEAR, _ABOUT, _OVER = ("接近", "将近", "近"), ("约", "约为", "大约"), ("超过", "超", "逾", "突破", "过", "破")
_ABOUT_IT = pattern(f"(?:{'|'.join((*_NEAR, *_ABOUT, *_OVER))})$")
_UNITS = ("件", "宗", "起", "例", "份")
_LEAST, _NO_END = 10, 10**12
_ABOVE_NEAR = Decimal("0.02")


@count_pass()
def rough_counts(source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]) -> list[NumberReading]:
    """Return the readings of a sentence, rough numbers of the tables as what they leave open."""
    numbers = sentence.numbers
    rough = [n for n in numbers if n.is_rough and n.unit and n.unit in _UNITS and n.value >= _LEAST]
    if not rough:
        return list(readings)
    places = {source.span(number.start, number.end)[0]: number for number in rough}
    return [_rough(source, sentence, r, places[r.start]) if r.start in places else r for r in readings]


def _rough(source: SourceText, sentence: SentenceState, reading: NumberReading, number: PrintedNumber) -> NumberReading:
    if not reading.meaning.endswith(WHY) or reading.key not in _KEYS or sentence.told[:1] not in ([], [reading]):
        return reading
    head, told = source.subject(number.start), _range(source.text, number)
    if told is None or _NOT_ALL.search(head) or _BEHIND.match(source.text, number.end):
        return reading
    is_of_years = YEARS_TOGETHER.search(source.text, sentence.frame, number.start)
    if is_of_years or not source.is_this_year(sentence, number.start):
        return reading
    role = source.vocabulary.role(reading.key)
    words = tuple(_ABOUT_IT.sub("", clause) for clause in reading.words)
    return reading._replace(kind=KIND, meaning=role.name, rule_id=role.rule_id, bases=told, words=words)


def _range(text: str, number: PrintedNumber) -> tuple[Number, Number] | None:
    """Return the least and the most that a rough number leaves open; None where that is not clear."""
    before, said = text[max(number.start - 2, 0) : number.start], text[number.start : number.end]
    value = int(number.value)
    step = 10 ** (len(str(value)) - len(str(value).rstrip("0")))
    if before.endswith(_NEAR):
        return value - max(step // 2, value // 5), value + int(value * _ABOVE_NEAR)
    if before.endswith(_ABOUT) or said.endswith("左右"):
        return value - max(step, value // 10), value + max(step, value // 10)
    if any(word in said for word in "余多来"):
        return (value, value + step) if step > 1 else None
    return (value, _NO_END) if before.endswith(_OVER) or said.endswith("以上") else None


def judged_rough(reading: NumberReading, sums: Sequence[Number | None]) -> bool | None:
    """Whether what the tables say is left open by a rough number; None where it is, since that is no proof."""
    least, most = reading.bases
    known = [value for value in sums if value is not None]
    return False if len(known) == len(sums) and known and not any(least <= v <= most for v in known) else None
