"""Reads lawsuits of one way with what came of them in one clause: 1件经复议后起诉的被判决撤销 is not all."""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.reading.due import count_pass
from core.texts.reading.named_before import CASES
from core.texts.reading.sentences import NumberReading, SentenceState, SourceText

_WAYS_TO_COURT = ("cases_direct", "cases_after")
_BY_COURT = "(?:被|获|经|由|为|均|都|已|一审|二审|终审|(?:人民)?法院|判决|裁定|依法|审理后)*"
_OF_THESE = f"[^，；。、（）\\d]{{0,12}}(?:起诉|诉讼|应诉)的(?:行政)?(?:诉讼|应诉)?(?:案件|案)?{_BY_COURT}"
_OUTCOMES = (
    ("upheld", pattern(f"{_OF_THESE}(?:维持|支持|胜诉|驳回(?:其|原告|申请人)*的?(?:诉讼)?请求)")),
    ("corrected", pattern(f"{_OF_THESE}(?:撤销|纠正|纠错|败诉|确认违法|责令|重作)")),
)
"""1件(经复议后起诉的被判决撤销)"""
_WITH_OUTCOME = pattern(f"{_OF_THESE}(?:驳回|撤诉|撤回|调解|终结|不予立案)")
_WHY = "其中一部分，不核对"


@count_pass(keys=_WAYS_TO_COURT)
def outcome_of_ways(
    source: SourceText, _sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, lawsuits of one way as those with the outcome that their clause tells."""
    return [_with_outcome(source, r) if r.key in _WAYS_TO_COURT and r.kind == "count" else r for r in readings]


def _with_outcome(source: SourceText, reading: NumberReading) -> NumberReading:
    for key, told in _OUTCOMES:
        if told.match(source.printed, reading.end):
            role = source.vocabulary.role(key)
            ways = role.alternatives(CASES[reading.key])
            return reading._replace(key=role.key, meaning=role.name, ways=ways, phrase=None)
    if _WITH_OUTCOME.match(source.printed, reading.end):
        return reading._replace(kind="other", meaning=f"{reading.meaning}（{_WHY}）")
    return reading
