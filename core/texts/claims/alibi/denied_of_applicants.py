"""Knows a 没有 that is said of the applicants just told of: 全年类似情形共2件，申请人均未提起复议."""

from __future__ import annotations

from collections.abc import Mapping

from core.base.patterns import pattern
from core.form.known_cells import ALL_WAYS, HANDLED
from core.report.entry_text import Number
from core.texts.claims.alibi.frames import Told
from core.texts.claims.claim import Claim
from core.texts.reading.sentence.sentences import CASE_TEXTS
from core.texts.reading.sentence.share_checks import added

_THESE = pattern(
    "(?:(?:收到|签收)?答复[之以]?后)?(?:上述|以上|[该此这]类|该|这些|相关|有关)?(?:申请人|当事人|对方|其)(?:均|都|也)*(?:签收后|收到后)?"
)
"""(申请人)未申请行政复议: those just told of."""
_ONLY_ONE = pattern(
    "(?:仅|只)(?:有|此|这)?(?:[一1])(?:[例件起宗]|个案例?)(?:申请|案例)?，$|(?:此|这类|该类)[^，；。\\d]{0,4}仅[一1][例件起宗]，$"
)
"""(全年仅此一例，)申请人未提起复议"""
_FEWEST = 2
_OF_CASES = pattern("复议|诉|法院|维持|纠正|纠错|撤销|驳回|终止|撤回|调解|其他结果|审结|未结|在审")


def is_of_these_applicants(told: Told, numbers: Mapping[str, Number]) -> bool:
    """禁止公开的3件作出不予公开决定，申请人未申请行政复议: of these, unless all results are told."""
    if told.claim.number is not None or told.claim.place.text in CASE_TEXTS or not _THESE.fullmatch(told.own):
        return False
    handled = numbers.get(HANDLED)
    if _ONLY_ONE.search(told.head[: len(told.head) - len(told.own)]):
        return handled is not None and handled > 1
    results = [c.number for c in told.before if c.rule_id == "N-05" and c.number and not c.is_share]
    return handled is not None and bool(results) and sum(results) < handled


def are_some_applications(told: Told, last: Claim, numbers: Mapping[str, Number]) -> bool:
    """Whether the number before a 没有 is that of some applications, and no number of cases."""
    if told.claim.place.text in CASE_TEXTS or not told.claim.key.startswith("none_") or _OF_CASES.search(last.quote):
        return False
    return (last.number or 0) < max((added(way, numbers) or 0 for way in ALL_WAYS), default=0)


def is_denied_of_kind(told: Told, _numbers: Mapping[str, Number]) -> bool:
    """Whether a 没有 goes on with the results of one kind: 法律服务机构9件，公开2件、…，没有部分公开的情形."""
    if told.claim.number is not None or told.claim.rule_id != "N-05":
        return False
    of_kind = [c for c in told.before if c.agrees and c.sums[1:] and c.number is not None and c.number != c.sums[0]]
    return len(of_kind) >= _FEWEST and of_kind[-1].rule_id == "N-05"
