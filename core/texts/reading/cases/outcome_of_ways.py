"""Reads cases with what came of them in one clause: 1件复议后起诉的被判决撤销, 3件复议因答复不当被纠正 are not all."""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.language.left_alone import OF_SOME
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText
from core.texts.reading.told.named_before import CASES

_WAYS_TO_COURT = ("cases_direct", "cases_after")
_BY_COURT = "(?:被|获|经|由|为|均|都|已|一审|二审|终审|(?:人民)?法院|判决|裁定|依法|审理后)*"
_OF_THESE = f"[^，；。、（）\\d]{{0,12}}(?:起诉|诉讼|应诉)的(?:行政)?(?:诉讼|应诉)?(?:案件|案)?{_BY_COURT}"
_OUTCOMES = (
    ("upheld", pattern(f"{_OF_THESE}(?:维持|支持|胜诉|驳回(?:其|原告|申请人)*的?(?:诉讼)?请求)")),
    ("corrected", pattern(f"{_OF_THESE}(?:撤销|纠正|纠错|败诉|确认违法|责令|重作)")),
)
"""1件(经复议后起诉的被判决撤销)"""
_WITH_OUTCOME = pattern(f"{_OF_THESE}(?:驳回|撤诉|撤回|调解|终结|不予立案)")
_WHY = f"{OF_SOME}，不核对"


_BOTH_KINDS = ("cases_review", "cases_lawsuit")
_KIND = "(?:行政)?(?:复议|诉讼|应诉)(?:案件|案)?"
_FOR_A_FAULT = pattern(
    f"(?:{_KIND})?(?:案件|案)?(?:(?:、|和|与|及)\\d+[件起宗]{_KIND})?(?:均|都|分别)?(?:因|由于)[^，；。\\d]{{2,24}}?(?:被|遭)"
    "(?:复议机关|(?:人民)?法院|县政府|市政府|依法|判决|决定|予以)*(?:纠正|纠错|撤销|变更|确认违法|责令)"
)
"""有3件复议(和1件诉讼因答复不当被纠正): so many were put right, of how many is not said."""


@count_pass(keys=(*_WAYS_TO_COURT, *_BOTH_KINDS))
def outcome_of_ways(
    source: SourceText, _sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, lawsuits of one way as those with the outcome that their clause tells."""
    keys = (*_WAYS_TO_COURT, *_BOTH_KINDS)
    return [_with_outcome(source, r) if r.key in keys and r.kind == "count" else r for r in readings]


def _with_outcome(source: SourceText, reading: NumberReading) -> NumberReading:
    if reading.key in _BOTH_KINDS:
        is_put_right = bool(_FOR_A_FAULT.match(source.printed, reading.end))
        role = source.vocabulary.role("corrected")
        ways = role.alternatives(CASES[reading.key])
        put_right = reading._replace(key=role.key, meaning=role.name, ways=ways, words=(), phrase=None)
        return put_right if is_put_right else reading
    for key, told in _OUTCOMES:
        if told.match(source.printed, reading.end):
            role = source.vocabulary.role(key)
            ways = role.alternatives(CASES[reading.key])
            return reading._replace(key=role.key, meaning=role.name, ways=ways, phrase=None)
    if _WITH_OUTCOME.match(source.printed, reading.end):
        return reading._replace(kind="other", meaning=f"{reading.meaning}（{_WHY}）")
    return reading
