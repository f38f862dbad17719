"""Whether 没有其他复议、诉讼 says that there are no more cases than those told before, which it then agrees with."""

from __future__ import annotations

import re

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.claims.alibi.frames import Told

_NO_OTHER = pattern("(?:没有|无|未有|未发生|再无|并无)(?:其[他它]|别的|另外)")
_EXCEPT = pattern("除[^，；。]*?(?P<n>\\d+)[件宗起][^，；。]*?(?:外|之外|以外)，?[^，；。]*$")
"""(除上述1件被纠正的复议案件外，)没有其他…复议和诉讼"""
_MARKS = pattern("[。！？\\n；]")
_CLAUSE = pattern("[。！？\\n；，]")
_COUNT = pattern("(\\d+)[件宗起]")
_OF_CASES = ("复议", "诉")
_MOST = 8
"""A text that counts cases more often tells more than those few that others are denied beside."""


def is_beside_those_told(told: Told, known: Number | None) -> bool:
    """除上述1件外，没有其他复议; 申请行政复议1件，…。全年无其他复议、诉讼案件: so many there are."""
    if told.claim.number is not None or not known or not _NO_OTHER.search(told.claim.quote):
        return False
    said = _EXCEPT.search(_MARKS.split(told.head)[-1])
    if said:
        return known == int(said["n"])
    before = re.sub(r"[上去]年[^，；。]*", "", told.text[: told.claim.place.start])
    clauses = [clause for clause in _CLAUSE.split(before) if any(word in clause for word in _OF_CASES)]
    counts = [int(n) for clause in clauses for n in _COUNT.findall(clause)][: _MOST + 1]
    if len(counts) > _MOST:
        return False
    return known in {sum(counts[a:b]) for a in range(len(counts)) for b in range(a + 1, len(counts) + 1)}
