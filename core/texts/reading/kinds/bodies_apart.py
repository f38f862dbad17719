"""Leaves 法人 alone where other organisations are told beside it: 自然人42件、法人6件、其他组织4件.

Else it stands for all that are no persons, as 法人或其他组织: 自然人42件、法人10件.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.language.left_alone import OF_SOME
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText

_BODIES = "法人"
_OTHERS_TOO = pattern("组织|企业|公司|机构|机关|单位|社团|团体|合作社|协会|律师|律所|个体|商户|其他|其余|工商户")
_ITS_PARTS = pattern("件?(?:申请)?[，（](?:其中|包括|包含|含|即|分别为|有)")
"""法人10件(，其中)企业8件、律所2件"""


@count_pass(words=[_BODIES], keys=["applicants"])
def bodies_apart(source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]) -> list[NumberReading]:
    """Return the readings of a sentence, 法人 left alone where it is not known which organisations it counts."""
    return [_left(r) if _is_bare(r) and _names_others(source, sentence, r) else r for r in readings]


def _is_bare(reading: NumberReading) -> bool:
    return reading.key == "applicants" and reading.kind != "other" and reading.meaning.startswith(_BODIES)


def _names_others(source: SourceText, sentence: SentenceState, reading: NumberReading) -> bool:
    """Whether a sentence names organisations beside 法人, or which of them that is; its parts are no others."""
    start, end = source.span(sentence.start, sentence.end)
    before, behind = source.printed[start : reading.end], source.printed[reading.end : end]
    if "组织" in reading.meaning:
        return False
    return any(_OTHERS_TOO.search(said) for said in (before, *(() if _ITS_PARTS.match(behind) else (behind,))))


def _left(reading: NumberReading) -> NumberReading:
    return reading._replace(kind="other", meaning=f"{reading.meaning}（{OF_SOME}，不核对）", rule_id="", words=())
