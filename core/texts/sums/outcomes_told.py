"""Knows what came of a part told right before: 直接起诉3件，维持2件、撤诉1件；复议后起诉1件 are two parts (N-24)."""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.language.things import Count

_CASES = pattern("复议|诉讼|起诉|应诉|诉至|提起")
_OUTCOME = pattern(
    "维持|纠正|纠错|撤销|驳回|不予受理|撤诉|撤回|其他结果|胜诉|败诉|支持|责令|判令|确认违法|终止|终结|调解|和解"
    "|审结|结案|未结|已结|在审|审理|待[审判]"
)
DONE_HERE = pattern("(?:办结|答复|回复|办完|办理完毕)(?:了|的)?$")
"""167件申请中，网上(办结)151件，线下(办结)10件: the others are not done."""
_GIVEN = pattern("(?:其中)?(?:予以|主动|全部)?公开(?:的|了)?")
_CLOSED = pattern("(?:审结|结案|判决|宣判)(?:了|的)?$")
_NAMED_THERE = pattern("诉讼请求|(?:驳回|撤回|准[予许]撤回)(?:了|原告|其|对方)*(?:起诉|复议申请|复议请求)|提起上诉")


def is_outcome_of(part: Count, text: str) -> bool:
    """Whether the words behind a part, cases of a kind or of a way to court, tell outcomes up to the next number.

    Args:
        part: The part told last.
        text: The text up to the next number.
    """
    if not _CASES.search(part.head) or _OUTCOME.search(part.head):
        return False
    said = text[part.end :]
    return bool(_OUTCOME.search(said)) and not _CASES.search(_NAMED_THERE.sub("", said))


def are_outcomes_of_first(parts: Sequence[Count]) -> bool:
    """Whether the first part counts closed cases, and the others what these came to: 法院审结21件，维持14件."""
    closed, *ends = parts
    are_ends = all(_OUTCOME.search(end.head) and not _CASES.search(end.head) for end in ends)
    return bool(_CLOSED.search(closed.head)) and are_ends and sum(end.value for end in ends) <= closed.value


def is_given_of_done(parts: Sequence[Count]) -> bool:
    """Whether of two parts one is of the other: 市自然资源局118件（办结115件，公开42件）."""
    return len(parts) == 2 and bool(DONE_HERE.search(parts[0].head) and _GIVEN.fullmatch(parts[1].head))
