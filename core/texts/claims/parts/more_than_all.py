"""Finds numbers told of some matter that are more than the table has of all such: 对2件含有隐私的申请部分公开 of 1.

Fewer are left alone, since others may be told elsewhere or not at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.form.known_cells import CARRIED_IN, COERCIONS, LICENCES, PARTIAL, PENALTIES, RECEIVED
from core.report.entry_text import Number
from core.texts.claims.claim import Claim, Found
from core.texts.language.role_keys import DEALT_WITH
from core.texts.language.vocabulary import load_vocabulary
from core.texts.reading.sentence.sentences import NumberReading
from core.texts.reading.sentence.share_checks import added
from core.texts.reading.told.reasons import ONE_REASON

_DECISIONS = {"处罚": PENALTIES, "强制": COERCIONS}
_SET_APART = pattern(
    "(?:含有|涉及|包含|含|涉)?[^，；。\\d\\n]{0,36}的(?:政府信息公开)?申请(?:事项)?，?(?:依法|均|都|全部)*(?:作了?|进行了?|作出了?|经)?"
    "(?:区分|遮挡|分割|脱敏|隐去)[^，；。\\d\\n]{0,8}，?(?:依法|均|都|后)*(?:予以|作出|给予)?部分公开",
    needs=["部分公开"],
)
_ANOTHER_YEAR = pattern(
    "上年|去年|上一年|往年|前年|历年|累计|近[两三几]年|以来|[全各][市县区省]|下属|所属|若|如果|例如|比如"
)
_BESIDE = pattern("(?P<a>[^，；。、\\d\\n]{0,14})许可(?:决定|事项)?(?:、|和|及|与|以及)$")
_SHOWN = pattern(
    "(?:行政)?(?P<sort>处罚|强制)(?:决定|措施|案件)?(?:书|信息)?，?[^；。\\n]{0,40}?(?:公示|公开|公布)",
    needs=["处罚", "强制"],
)
_STEPS = pattern(
    "^(?:经|由)[^，；。\\d]{2,40}?(?:会审|审核|审查|审定|审签|签批|批准|把关|会商|研究|核稿|会签|讨论|研判|评估|审议)(?:之?后)?"
    "(?=正式|作出|答复|办结|办理|处理|完成|予以|才)"
)
"""(经承办单位拟稿、县司法局会审后)正式作出处理决定: perhaps some of all, but no more than these."""
_OF_ROW = pattern(
    "(?:只好|只能|无奈|最终|遂|于是|因此|因而|从而|故)(?:依法|如实)?(?:告知|答复|作出|决定|作|予以)?(?:部分公开|不予公开|无法提供|不予处理)的?$"
)
"""档案室翻了两天仍找不到、(只好告知无法提供的)2件: why it is so may be anything."""
_OF_OTHERS = pattern(
    "单位|部门|乡镇|街道|镇街|[局委所站院]|全[省市县区州]|[各每]|所属|下属|下辖|辖区|累计|历年|以来|近年|咨询|信访|许可|审批|投诉|举报|建议|提案|热线|工单|来信|留言|"
    "补贴|补助|救助|查询|证明|次|个|条|人次|户|平均|预计|目标|标准|上年|去年|往年|其他年"
)
_GROUPS = ("denied", "unavailable", "not_processed")
_MARKS = "。！？\n"
_FEWEST = 10
"""A smaller number agrees by chance."""


def more_than_all(context: CheckContext, found: Found) -> Found:
    """Compare such numbers, where nothing else was understood of them."""
    for i, (claim, scope) in enumerate(found):
        if claim.key in _GROUPS and ONE_REASON in claim.meaning and not scope:
            found[i] = _for_a_reason(context, claim), scope
        if claim.key != "unknown" or claim.number is None:
            continue
        text = context.report.texts[claim.place.text]
        begin = max(text.rfind(mark, 0, claim.place.start) for mark in _MARKS) + 1
        if _ANOTHER_YEAR.search(text, begin, claim.place.end):
            continue
        if _SET_APART.match(text, claim.place.end):
            what = PARTIAL, "部分公开", "N-05", "partial"
        elif (sort := _decisions_beside(context, found, i)) is not None:
            what = _DECISIONS[sort], f"行政{sort}", "N-07", "penalty" if sort == "处罚" else "coercion"
        else:
            continue
        cell, name, rule, key = what
        known = context.numbers.get(cell)
        if known is not None and claim.number > known:
            found[i] = (
                claim._replace(meaning=name, cells=(cell,), sums=(known,), agrees=False, rule_id=rule, key=key),
                scope,
            )
    return found


def _for_a_reason(context: CheckContext, claim: Claim) -> Claim:
    """Return a group of results told with one reason, compared where it is more than all of it: 因…，8件无法提供."""
    text = context.report.texts[claim.place.text]
    begin = max(text.rfind(mark, 0, claim.place.start) for mark in _MARKS) + 1
    role = load_vocabulary(context.report.form_id).role(claim.key)
    cells = role.alternatives("request")[0]
    known = added(cells, context.numbers)
    if known is None or (claim.number or 0) <= known or _ANOTHER_YEAR.search(text, begin, claim.place.end):
        return claim
    return claim._replace(meaning=role.name, cells=cells, sums=(known,), agrees=False, rule_id=role.rule_id)


def is_beyond_all(reading: NumberReading, sums: Sequence[Number | None], numbers: Mapping[str, Number]) -> bool:
    """Whether applications, narrowed by words that nothing is known of, are more than there can be.

    Those dealt with are no more than all that had to be; those of a result no more than its row.
    """
    if reading.kind != "count" or reading.scope or None in sums or not reading.words:
        return False
    own = _STEPS.sub("", reading.words[0])
    if _OF_OTHERS.search(own):
        return False
    if reading.rule_id == "N-05":
        return bool(_OF_ROW.search(own)) and all(known is not None and reading.value > known for known in sums)
    if reading.key not in DEALT_WITH or "申请" not in own:
        return False
    due = added((RECEIVED, CARRIED_IN), numbers)
    return due is not None and reading.value > due


def _decisions_beside(context: CheckContext, found: Found, i: int) -> str | None:
    """Return the sort of decisions that are published right behind licences as many as the table has."""
    claim, before = found[i][0], found[i - 1][0] if i else None
    text, licences = context.report.texts[claim.place.text], context.numbers.get(LICENCES)
    if before is None or before.place.text != claim.place.text or before.number != licences:
        return None
    shown = _SHOWN.match(text, claim.place.end)
    is_beside = _BESIDE.fullmatch(text, before.place.end, claim.place.start)
    return shown["sort"] if shown and is_beside and (licences or 0) >= _FEWEST else None
