"""Knows what is told of applications named before, or of one person: 除这两件跨年办理外, 杨某提交申请31件."""

from __future__ import annotations

from core.base.patterns import pattern
from core.texts.language.meanings import Role
from core.texts.language.numbers import PrintedNumber
from core.texts.language.persons import NOT_OF_ALL, PERSON
from core.texts.reading.sentence.sentences import SentenceState, SourceText

_OF_THESE = pattern("(?:除了?|除去)(?:这|上述|以上|前述)$")
_AMONG_THEM = pattern("^(?!.*[只仅]).*[^，；。]其中$")
"""(已答复其中)30件; not 两件只答复了其中一件"""
_BY_ONE = pattern(f"{PERSON}{NOT_OF_ALL}?(?:提交|提出|递交|申请){NOT_OF_ALL}$", needs=["某"])
"""(杨某先后向县民政局等9个单位提交申请)31件"""


def is_of_these(source: SourceText, sentence: SentenceState, number: PrintedNumber, role: Role, own: str) -> bool:
    """Whether a number of applications is only of some that are told of."""
    if role.is_case:
        return False
    if (role.rule_id == "N-03" and _OF_THESE.search(own)) or (role.rule_id == "N-04" and _AMONG_THEM.search(own)):
        return True
    return "某" in sentence.text and bool(_BY_ONE.search(source.text, sentence.start, number.start))
