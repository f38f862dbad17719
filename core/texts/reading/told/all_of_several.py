"""Tells what is said of all from a list of several: 全部来自个人和企业; 均为信访投诉（4件）或重复申请（1件）."""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.reading.sentence.sentences import SourceText

_OWN_NUMBER = pattern("（\\d")
"""均为信访举报投诉(（4件）)或重复申请: not all of them."""
_NEXT = pattern(
    "(?:、|以及|和|及|与|或者?)(?P<kind>(?:(?!以及|或)[^、，；：。（）\\d和及与]){2,10})(?:（\\d+[件宗份]）)?"
)
"""自然人(、企业)(和律所): the kinds that follow the first."""
_TAIL = pattern("(?:名义|身份)?的?(?:提出|提交|递交|申请)?的?(?:申请)?$")
"""律师事务所(提出)"""


def has_own_number(source: SourceText, end: int) -> bool:
    """Whether a number of its own follows what was taken for all."""
    return bool(_OWN_NUMBER.match(source.text, end))


def cells_not_named(source: SourceText, end: int, cells: Sequence[str]) -> tuple[str, ...]:
    """Return those of some cells that no kind of a list is of which goes on at a place; none if a name is not known."""
    named: set[str] = set()
    while following := _NEXT.match(source.text, end):
        name = following["kind"]
        kind = source.vocabulary.concepts.shared(_TAIL.sub("", name), "request")
        if kind is None or not kind.is_applicant:
            return ()
        named.update(cell for way in kind.alternatives("") for cell in way)
        end = following.end()
    return tuple(cell for cell in cells if cell not in named)
