"""Whether 没有其他复议、诉讼 says that there are no more cases than those told before, which it then agrees with."""

from __future__ import annotations

import re
from collections.abc import Mapping

from core.base.patterns import pattern
from core.form.known_cells import CASE_TOTALS
from core.report.entry_text import Number
from core.texts.claims.alibi.frames import Told

_NO_OTHER = pattern(
    "(?:没有|无|未|再无|并无)(?:再|有|出现|发生|产生|引发|收到|涉及)*(?:过)?(?:任何)?(?:其[他它]|别的|另外|其余)"
)
_AGAIN = ("再", "再也", "另")
_EXCEPT = pattern("除(?P<said>[^，；。]*?\\d+[件宗起][^，；。]*?)(?:外|之外|以外)，?[^，；。]*$")
"""(除上述1件被纠正的复议案件外，)没有其他…复议和诉讼; 除上述复议1件、诉讼2件外"""
_EXCEPT_ONE = pattern(
    "除了?(?:(?:[该此本]|[这那]一?|上述一)[件起宗个]?(?:[^，；。\\d]{0,8}(?:案件?|复议|诉讼|官司)|(?<=[件起宗]))"
    "|[^，；。\\d]{1,8}一案|[^，；。\\d]{0,6}唯一[^，；。\\d]{0,8})(?:之|以)?外，?[^，；。]*$"
)
"""(除该案外，)没有其他复议和诉讼"""
_STORY = pattern(
    "^(?![^。；]*□□□(?!本年))[^。；]*?(?<![未没无不再])(?:申请|提起|提出|提请|走了)了?[^，。；未没无]{0,6}(?:复议|诉讼)|^[^。；未没无]*(?:起诉(?!讼)|诉至|告到|诉到)"
)
"""(陈某向县政府申请行政复议)，后撤回。没有其他复议和诉讼"""
_MARKS = pattern("[。！？\\n；]")
_CLAUSE = pattern("[。！？\\n；，]")
_COUNT = pattern("(\\d+)[件宗起]")
_OF_CASES = ("复议", "诉")
_MOST = 8
"""A text that counts cases more often tells more than those few that others are denied beside."""
_STAGES = 2
"""A case may be told in two rows: that of reviews, and that of lawsuits after one."""


def is_beside_those_told(told: Told, known: Number | None, numbers: Mapping[str, Number]) -> bool:
    """除上述1件外，没有其他复议; 申请行政复议1件，…。全年无其他复议、诉讼案件: so many there are.

    除该案外 means one case, whatever was told of it.
    """
    is_no_other = _NO_OTHER.search(told.claim.quote) or told.head.endswith(_AGAIN)
    if told.claim.number is not None or not known or not is_no_other:
        return False
    before = re.sub(r"[上去]年[^，；。]*", "", told.text[: told.claim.place.start])
    clauses = [clause for clause in _CLAUSE.split(before) if any(word in clause for word in _OF_CASES)]
    counts = [int(n) for clause in clauses for n in _COUNT.findall(clause)][: _MOST + 1]
    own = _MARKS.split(told.head)[-1]
    if said := _EXCEPT.search(own):
        named = [int(n) for n in _COUNT.findall(said["said"])]
        is_said = known == sum(named) or (known in named and not {*CASE_TOTALS} <= {*told.claim.cells})
        return is_said or (named == [1] and _is_one_case(told, numbers))
    if _EXCEPT_ONE.search(own) and _is_one_case(told, numbers):
        return True
    if not counts:
        return known <= _STAGES * sum(bool(_STORY.search(part)) for part in _MARKS.split(before))
    if len(counts) > _MOST:
        return False
    return known in {sum(counts[a:b]) for a in range(len(counts)) for b in range(a + 1, len(counts) + 1)}


def _is_one_case(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether the table has one case of those that are denied: one row of it, or a review and the lawsuit after it."""
    review, direct, after = (numbers.get(c, 0) if c in told.claim.cells else 0 for c in CASE_TOTALS)
    return max(review, direct, after) <= 1 and not (direct and (review or after))
