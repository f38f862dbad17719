"""Knows that 均维持 is said of the cases that are decided: 诉讼4件，已判决的3件均驳回; 审结3件，均维持，1件在审."""

from __future__ import annotations

from core.base.patterns import pattern
from core.texts.language.grammar import BREAK, CLOSED

_DECISION = (
    "(?<![未待没等尚])(?<!没有)(?<!等待)(?:审结|审毕|审理完毕|审理终结|宣判|已判|下判|判决|裁判|裁决|裁定|结案|已结|办结|审完|作出复议决定|作出决定|终审)"
    "(?:文书|书|决定|结果|结论|生效|了)*"
)
_CASES = "(?:(?:政府)?信息公开类?的?)?(?:(?:行政)?(?:复议|诉讼|应诉)?案件|(?:行政)?(?:复议|诉讼)|案)?"
_NUMBER = "(?:\\d+|[一二两三四五六七八九十]+)"
_DECIDED_ONES = pattern(
    f"(?:{_DECISION}(?:的(?:{_CASES}(?:共|有)?(?P<n>{_NUMBER})[件起宗])?|(?:的|{_CASES}|共|有)*(?P<m>{_NUMBER})[件起宗]|案件)(?:{_CASES}中?)"
    f"|(?P<k>{_NUMBER})[件起宗]{_CASES}(?:[中里]?有了?|现|目前|年内|均|都|法院|复议机关|经|被)*(?:已经?|依法|作出|作了|收到|下达|有了?)*(?:{_DECISION}|结果|结论)(?:且|并)?)"
    "(?:，?(?:其中)?(?:我|本)(?:局|委|办|厅|镇|乡|街道|机关|单位|市|县|区)|，?(?:结果|法院|复议机关))?，?$"
)
"""(已判决的3件)均驳回; (审结3件，)均维持; (其中3件已判决，)均驳回"""
_COUNT = pattern(f"({_NUMBER})[件起宗]")
NEITHER = pattern("(?:未|没有?|不|非)[^，；。\\d]{0,10}(?:也|又|亦|、)$")
"""既未维持也(未纠正)的: what ended otherwise."""
_HEARD = pattern(
    "(?<![未没待])(?<!没有)经[^，；。、\\d]{0,6}审理(?![中的完终结])|(?<![中在])审理(?:之?后|认为)", needs=["审理"]
)
"""人民法院(经审理)均判决驳回: says nothing of what is pending."""
_APPEALED = pattern("二审|再审|终审|上诉")
_SOME = pattern("上诉|其中|另|其[余他]|余下|败诉|纠正|撤销")
_COURT = pattern("法院|一审|二审")
_OTHER_BODY = pattern("复议|机关|政府(?!信息)|[、和与及](?:上级|上一级)")
_UPHELD = pattern("维持|驳回|胜诉")
_NOT_ALL = pattern(
    "上诉(?!请求)|其中|另|其[余他]|余下|败诉|纠正|撤销|改判|发回|\\d|[未没待尚在]|[一二两三四五六七八九十][件起宗]"
)
"""(一审均胜诉，)二审1件维持: not of all of them."""
_BOTH_INSTANCES = pattern(
    "(?:案件|历经|经过?|均|无论|不论|不管|在)*一审(?:、|和|与|及|以及|还是|或)?二审(?:人民|法院|判决|裁判|结果|阶段|的|中|，)*"
)
"""(一审、二审结果)均为维持: whichever instance decided, but for what is pending."""


def is_of_one_instance(part: str, behind: str) -> bool:
    """Whether the last clause of a part tells what one instance decided, and not the last: 一审均驳回，其中1件上诉."""
    *before, clause = BREAK.split(part)
    if _BOTH_INSTANCES.fullmatch(clause):
        return any(map(_SOME.search, before))
    if _APPEALED.search(clause):
        return True
    return "一审" in clause and bool(_APPEALED.search(behind)) and not _upheld_again(behind)


def _upheld_again(behind: str) -> bool:
    """Whether the words behind what the first instance decided on all tell that the next one upheld it."""
    again = [clause for clause in BREAK.split(behind) if _APPEALED.search(clause)]
    return not _NOT_ALL.search(behind) and all(map(_UPHELD.search, again))


def tells_pending(part: str) -> bool:
    """Whether a part of a text tells which cases are pending or closed."""
    return bool(CLOSED.search(_HEARD.sub("", part) if "审理" in part else part))


def is_of_decided(part: str) -> bool:
    """Whether the words before a statement on all narrow it to the cases that are decided, and these are not all.

    Args:
        part: The part of the sentence up to the statement.
    """
    if _BOTH_INSTANCES.fullmatch(BREAK.split(part)[-1]):
        return True  # 一审、二审均维持
    named = _DECIDED_ONES.search(part)
    if named is None:
        return False
    own = next((named[group] for group in ("n", "m", "k") if named[group]), "")
    return own not in _COUNT.findall(part[: named.start()])  # 诉讼4件，4件已判决，均驳回: all of them


def deciding(before: str, named: tuple[str, ...]) -> tuple[str, ...]:
    """Return the kinds of cases by who decides them: 法院审理的案件中，(无一被撤销).

    Args:
        before: The sentence up to the statement.
        named: The kinds that are named around it.
    """
    own = BREAK.split(before)[-1]
    if _COURT.search(own) and not _OTHER_BODY.search(own):
        return ("lawsuit",)  # 法院审理2件，一审、二审结果(均为维持)
    if named:
        return named
    if "复议机关" in before:
        return ("review",)
    is_court = bool(_COURT.search(before)) and "复议" not in before
    return ("lawsuit",) if is_court else ("review", "lawsuit")
