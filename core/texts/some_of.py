"""Whether a number counts some of those that are told before it."""

from __future__ import annotations

from collections.abc import Sequence

from core.report.entry_text import Number
from core.texts import grammar
from core.texts.meanings import Role
from core.texts.numbers import PrintedNumber
from core.texts.sentences import NumberReading

ADDED_UP = ("received", "received_new", "carried_in")
DEALT_WITH = ("handled", "processed")
_SUBSETS = ("applicants", "carried_in")
_OTHER_WHOLES = (*_SUBSETS, *ADDED_UP, *DEALT_WITH, "mentioned", "due", "其他申请人", "社会团体", "applicants_together")
ALL_OUTCOMES = ("upheld", "corrected", "pending", "other_outcome")


def is_some_of(last: NumberReading, role: Role, left: str, *, joined: str) -> bool:
    """Whether a number counts some of those before it: 办结的208件中，按期答复(205件).

    被纠正的3件复议案件和(1件诉讼案件): the words before the first are of both.
    """
    if (
        last.key == role.key
        and (role.key in DEALT_WITH or role.rule_id == "N-17")
        and grammar.OF_THOSE.match(left.lstrip("，"))
    ):
        return True
    return bool(last.key in ALL_OUTCOMES and grammar.JOINED.search(joined))


def is_part(whole: NumberReading | None, role: Role, topic: str, number: PrintedNumber) -> bool:
    """Whether a number counts some of the one whose parts are listed: 年末结转8件，其中5件等待第三方意见."""
    if whole is None or whole.kind != "count" or whole.scope or number.value > whole.value:
        return False
    if role.key.startswith("cases_") and whole.key in ALL_OUTCOMES:
        return True  # 复议维持6件，其中2件又提起诉讼
    if role.is_result and whole.key in ("applicants", "applicants_together"):
        return True  # 12件企业申请中，5件公开
    if role.rule_id == "N-01":  # 办结24件，其中上年结转2件、当年新收22件
        return whole.key == "handled" and role.key in ADDED_UP
    return bool(whole.ways) and whole.ways[:1] == role.alternatives(topic)[:1]


def is_sum_of_kinds(total: Number, kinds: Sequence[NumberReading]) -> bool:
    """Whether a total is that of the last kinds of applicants before it, not of all applications."""
    return any(sum(kind.value for kind in kinds[i:]) == total for i in range(len(kinds) - 1))


def is_of_subset(told: Sequence[NumberReading], role: Role, value: Number) -> bool:
    """Whether a result is that of some applications its part of the sentence begins with: 律所申请4件，公开2件."""
    if not role.is_result or not told or told[0].key not in _SUBSETS or told[0].kind != "count":
        return False
    return value <= told[0].value and not any(count.key in _OTHER_WHOLES for count in told[1:])
