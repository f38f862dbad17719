"""Reads an outcome of cases that is told of one cause only: 检索义务履行不到位，2件复议案件因此被纠正.

Others may have come to the same for other reasons, so that there are at least so many.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.language.role_keys import OUTCOMES
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText

_BEHIND = pattern("(?:(?:政府)?信息公开)?(?:行政)?(?:复议|诉讼|应诉)?(?:案件|案)?(?:均|都|已)?(?:因此|因而|由此|为此)")
"""2件(复议案件因此)被纠正"""
_BEFORE = pattern(
    "(?:因此|由此|为此|直接)?(?:导致|致使|造成|引起|引发)了?(?:有|共|其中|，)*(?:行政)?(?:复议|诉讼)?(?:被|撤销|纠正|维持|败诉)*$|(?:因此|因而|由此)[^，；。\\d]{0,8}$"
)
"""(导致)2件复议被纠正, (因此被纠正的)2件"""
_SOME, _COUNT, _REACH = "some", "count", 16


@count_pass(None, ("因此", "因而", "由此", "为此", "导致", "致使", "造成", "引起", "引发"), OUTCOMES)
def of_that_cause(
    source: SourceText, _sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings with at least so many cases where the cause of their outcome is told."""
    return [r._replace(kind=_SOME, meaning=f"至少有的{r.meaning}") if _is_of_cause(source, r) else r for r in readings]


def _is_of_cause(source: SourceText, reading: NumberReading) -> bool:
    if reading.kind != _COUNT or reading.key not in OUTCOMES:
        return False
    near = max(reading.start - _REACH, 0)
    return bool(_BEHIND.match(source.printed, reading.end) or _BEFORE.search(source.printed[near : reading.start]))
