"""Tells cases about 信息公开 from all cases of the office where a sentence speaks again of those told before it.

政府信息公开行政诉讼4件。局领导出庭2人次，4件诉讼均已审结; 负责人出庭1次，上述案件均已审结: those four, though who
appears in court does so for any case.
"""

from __future__ import annotations

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.language.numbers import PrintedNumber
from core.texts.reading.sentence.sentences import SentenceState, SourceText

_NOTHING_ELSE = pattern(
    "(?:这|该|此|上述|以上|前述|全部|目前|现|截至|截止到?|至|到|◇|□□□|本年度?|今年|当年|年内|年底|年末|其中)*"
)
"""(截至年底，这)4件案件均已审结"""
_THESE = pattern("(?:上述|以上|前述|这些)(?:行政|复议|诉讼|应诉|信息公开|政府|类|全部|所有|\\d+[件起宗])*(?:案件|案)")
_RULE, _CASES = "N-06", "cases_"
_DISCLOSURE = "公开"


def cases_told(source: SourceText, before: SentenceState) -> frozenset[Number]:
    """Return how many cases about 信息公开 a sentence told of; none where it was on others."""
    if not before.is_own_case or _DISCLOSURE not in before.text:
        return frozenset()
    start = source.span(before.start, before.start + 1)[0]
    counts = [r for r in before.readings if r.start >= start and r.kind == "count" and r.rule_id == _RULE]
    return frozenset(r.value for r in counts if r.key.startswith(_CASES) and r.value > 1)


def is_told_again(sentence: SentenceState, number: PrintedNumber, own: str) -> bool:
    """Whether a number is that of the cases about 信息公开 of the sentence before: 4件诉讼均已审结."""
    return number.value in sentence.cases_before and bool(_NOTHING_ELSE.fullmatch(own))


def is_of_told(sentence: SentenceState) -> bool:
    """Whether a sentence says something of 上述案件, those about 信息公开 that the one before told of."""
    return bool(sentence.cases_before and _THESE.search(sentence.text))
