"""Knows a part of a whole told before it, which is not all of the table: 无法提供22件…，其余21件均由自然人提出.

Together with a number told between them it comes to that whole; or it goes on with the list of its parts:
尚未审结的案件共2件，其中行政复议1件；行政诉讼1件. Or it is what one year has more than another.
"""

from __future__ import annotations

from collections.abc import Mapping

from core.base.patterns import pattern
from core.form.known_cells import HANDLED, RECEIVED
from core.report.entry_text import Number
from core.texts.claims.alibi.frames import Told
from core.texts.claims.claim import Claim

_REST = pattern("其余|余下|剩余|剩下|其[他它](?=申请人|人|企业|自然人|单位)")
_TAKEN = pattern("除(?:了|去)?(?:该|此|上述|这)?[^，；。]{0,12}外|扣除|除去|剔除")
_COUNT = pattern("(?P<n>\\d+)[件宗起份]")
_PENDING_BEHIND = pattern(
    "(?:为|系|是|属于?)[^，；。\\d]{2,12}，(?:目前|年末|年底|至年底|截至年底)?(?:仍|还|尚)?(?:尚未审结|未审结|在审理?|审理中)(?!\\d|的)"
)
_LISTED = pattern("，其中")
_OUTCOMES = ("upheld", "corrected", "other_outcome", "pending", "closed")
_CASES, _WAYS = "cases_", ("cases_direct", "cases_after")
_FAR = 300


def is_rest_of_whole(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a number of applicants or results is what one told before leaves of another: 除1件外，其余21件 of 22."""
    claim = told.claim
    words = told.own + claim.quote
    sentence = told.text[max(told.text.rfind("。", 0, claim.place.start) + 1, 0) : claim.place.end]
    if claim.number is None or not _REST.search(words) or not _TAKEN.search(sentence):
        return False
    before = told.text[
        max(told.text.rfind("\n", 0, claim.place.start) + 1, claim.place.start - _FAR) : claim.place.start
    ]
    counts = [int(m["n"]) for m in _COUNT.finditer(before)]
    all_of_table = (numbers.get(RECEIVED), numbers.get(HANDLED))
    last = counts[-1:] if "扣除" not in sentence else counts
    wholes = [n for n in counts if n not in all_of_table or "扣除" in sentence]
    return any(part + claim.number in wholes for part in last)


def is_growth(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a number is by how much more there were than in a year told before: 2023年274件，…，2024年新增的32件."""
    claim, known = told.claim, numbers.get(RECEIVED)
    if claim.number is None or known is None or "新增" not in told.own or RECEIVED not in claim.cells:
        return False
    before = told.text[told.text.rfind("\n", 0, claim.place.start) + 1 : claim.place.start]
    counts = [int(m["n"]) for m in _COUNT.finditer(before)]
    return known in counts and known - claim.number in counts


def is_part_of_outcome(told: Told, known: Number | None) -> bool:
    """Whether a number of cases goes on with the parts of an outcome: 尚未审结的共2件，其中行政复议1件；行政诉讼1件."""
    claim = told.claim
    if claim.number is None or not claim.key.startswith(_CASES):
        return False
    if claim.key in _WAYS and claim.number < (known or 0) and _PENDING_BEHIND.match(told.text, claim.place.end):
        return True  # 7件诉讼中，审结6件，1件为复议后起诉，尚未审结
    same = [c for c in told.here if c.place.start >= told.text.rfind("。", 0, claim.place.start)]
    for i, whole in enumerate(same):
        parts = [c for c in same[i + 1 :] if _is_case(c)]
        if whole.key not in _OUTCOMES or not parts or whole.number is None or not whole.agrees:
            continue
        is_list = _LISTED.search(told.text, whole.place.end, parts[0].place.end)
        if is_list and sum(c.number or 0 for c in parts) + claim.number == whole.number:
            return True
    return False


def _is_case(claim: Claim) -> bool:
    return claim.number is not None and claim.rule_id == "N-06" and ("复议" in claim.quote or "诉" in claim.quote)
