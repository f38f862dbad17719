"""Leaves out what became of the applications carried in and of the new ones where both are told apart, or of the rest.

上年结转的9件，公开4件、查询5件；新收的70件办结66件，公开20件…: together they are what the tables have.
"""

from __future__ import annotations

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.form.known_cells import CARRIED_OUT
from core.report.entry_text import Number
from core.texts.claims.claim import Claim, Found
from core.texts.language.role_keys import ONE_KIND

_OLD, _NEW = ("carried", "carried_in"), ("received", "received_new")
_REST = pattern("[^。；！？\\n\\d]{0,24}[，、](?:其余|余下|另外)(?:的)?(?P<rest>\\d+)[件宗份]")
"""1件过程性信息申请由企业提出，(其余3件)由个人提出"""
_NEW_DONE = pattern(
    "(?:新收|新提出|新受理)的?(?:政府信息公开)?(?:申请)?(?:当年|年内|本年|已|均|共|中|，)*(?:办结|答复|办理完毕)\\d+[件宗份]$"
)
"""办结62件中包括上年结转4件，(新收申请办结58件)"""
_IN_THE_YEAR = pattern("(?:当年|年内)[^，；。\\d]{0,4}(?:办结|答复|办理完毕)")
_OTHER_THINGS = pattern("(?:受理|办理|收到|接收)[^，；。\\d]{0,8}(?:事项|业务|工单|来件)\\d+[件宗份]$")
"""政务服务平台全年(受理事项1200件)"""
_GO_ON = ("carried_in", "all_handled", "all_handled_rate")
_END = pattern("[；。！？\\n]")
_DONE_AMONG = pattern(
    "[^；。]*(?:办结|答复|办理完毕|处理完毕|办毕|办完|办理结束)(?:完毕|了)?(?:，(?:其中|包括|包含|含|分别|结果|具体)[为是：，]*|：)[^，；。：（）\\d]{0,8}"
)
"""上年结转的7件（自然人6件、企业1件）(均于一季度办结，其中)予以公开4件: of those carried in, however many are told."""
_DONE_NEXT = pattern("(?:申请)?(?:（[^（）]*）)?，(?:均|已|全部|年内|当年|本年|共)*(?:办结|答复|办理完毕)(?:了|其中)?")
_RESULTS, _CARRIED = "N-05", "N-03"
_NARROWED = pattern("新收|新件|其中|当年[新收提]|自然人|个人|企业|律|法人")
"""(新收申请)办结67件，其余5件结转: not all of both."""
_FEWEST = 2
_DONE_OR_LEFT = ("handled", "carried", "carried_out")
_WHY = "分开说"


def told_apart_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge numbers that are the table's with those of the other applications."""
    wrong = [i for i, (claim, _) in enumerate(found) if claim.agrees is False]
    for i in wrong:
        claim, scope = found[i]
        text = context.report.texts[claim.place.text]
        here = [c for c, _ in found if c.place.text == claim.place.text and c.number is not None]
        if _is_of_other_things(text, here, claim) or (claim.number is not None and _is_told_apart(text, here, claim)):
            found[i] = claim.left_alone(_WHY), scope
    return found


def _is_told_apart(text: str, here: list[Claim], claim: Claim) -> bool:
    if _is_split_of_new(text, here, claim):
        return True
    is_dealt_with = claim.rule_id in ("N-04", "N-05")
    if claim.key == "handled" and _is_done_of_old(text, here, claim):
        return True
    if not (is_dealt_with or "其余" in claim.quote or "合计" in claim.quote):
        return False
    is_apart = is_dealt_with and not _is_before_left(text, here, claim) and _is_apart(text, here, claim)
    return is_apart or _is_rest(text, here, claim) or _is_sum(text, here, claim)


def _is_of_other_things(text: str, here: list[Claim], claim: Claim) -> bool:
    """Whether a number, or 全部办结, goes on with one of other things: 受理事项1200件，连同上年结转12件，全部办结."""
    if claim.key not in _GO_ON:
        return False
    before = [
        c for c in here if c.place.end <= claim.place.start and not _END.search(text[c.place.end : claim.place.start])
    ]
    first = before[0] if before else None
    return bool(
        first
        and first.agrees is None
        and first.key in (*_NEW, "unknown")
        and _OTHER_THINGS.search(first.quote)
        and not any(c.agrees for c in before)
    )


def _is_apart(text: str, here: list[Claim], claim: Claim) -> bool:
    return _is_of_carried(text, here, claim) or _is_of_new(text, here, claim) or _is_before_rest(text, claim)


def _is_table(claim: Claim, number: Number) -> bool:
    return number in claim.sums


def _is_before_rest(text: str, claim: Claim) -> bool:
    rest = _REST.match(text, claim.place.end)
    return bool(rest) and _is_table(claim, (claim.number or 0) + int(rest["rest"] if rest else 0))


def _is_before_left(text: str, here: list[Claim], claim: Claim) -> bool:
    """Whether the rest behind those dealt with of all is what is carried over: 已办结69件，其余5件结转下年."""
    rest = _REST.match(text, claim.place.end)
    if claim.key != "handled" or not rest:
        return False
    left = next((c for c in here if c.place.start < rest.end("rest") <= c.place.end), None)
    return bool(left and left.agrees and left.cells[:1] == (CARRIED_OUT,)) and not _NARROWED.search(claim.quote)


def _is_rest(text: str, here: list[Claim], claim: Claim) -> bool:
    """Whether a kind of applicants is that of the rest of a row: 11件查询事项由个人提出，其余1件由企业提出."""
    before = [c for c in here if c.place.start < claim.place.start][-1:]
    if claim.key != "applicants" or not before or "其余" not in claim.quote:
        return False
    is_unknown = before[0].agrees is None and before[0].key == "unknown"
    return is_unknown or (before[0].rule_id == "N-05" and _is_before_rest(text, before[0]))


def _is_sum(text: str, here: list[Claim], claim: Claim) -> bool:
    """Whether a total is that of a row and of its rest: 1件过程性信息由企业提出，其余3件由个人提出，合计4件."""
    before = [c for c in here if c.place.start < claim.place.start][-_FEWEST:]
    is_total = claim.rule_id == "N-01" and "合计" in claim.quote and len(before) == _FEWEST
    if not is_total or sum(c.number or 0 for c in before) != claim.number:
        return False
    return before[0].rule_id == "N-05" and bool(_REST.match(text, before[0].place.end))


def _is_of_carried(text: str, here: list[Claim], claim: Claim) -> bool:
    """Whether a result is one of a list behind those carried in, which it adds up to."""
    olds = [c for c in here if c.key in _OLD and c.agrees and c.place.end <= claim.place.start]
    old = olds[-1] if olds else None
    if old is None or claim.rule_id not in (_RESULTS, "N-04") or _END.search(text[old.place.end : claim.place.start]):
        return False
    news = [c.place.end for c in here if c.key in _NEW and c.place.end <= old.place.start]
    if any(not _END.search(text[end : old.place.start]) for end in news):
        return False  # 新收70件，上年结转9件，公开4件: of all of them
    run: Number = 0
    behind = [c for c in here if c.place.start >= old.place.end and c.key not in ONE_KIND and not c.is_share]
    behind = [c for c in behind if not (c.agrees and c.rule_id == _CARRIED)]  # (都是自然人申请)，公开、不掌握各1件
    end = max(behind[0].place.start, old.place.end) if behind and behind[0].rule_id == _RESULTS else None
    if end and (claim.number or 0) <= (old.number or 0) and _DONE_AMONG.fullmatch(text, old.place.end, end):
        return True
    many = 0
    for part in behind:  # 上年结转10件，2件延期、8件按期办结，公开5件、无法提供5件: told in two ways
        run, many = run + (part.number or 0), many + 1
        if run > (old.number or 0) or _END.search(text[old.place.end : part.place.start]):
            return False
        if run == old.number:
            if many < _FEWEST or claim in behind[: behind.index(part) + 1]:
                return many >= _FEWEST
            run, many = 0, 0
    return False


def _is_done_of_old(text: str, here: list[Claim], claim: Claim) -> bool:
    """Whether those dealt with are some of those carried in, told right before: 上年结转10件，办结10件；新收…."""
    before = [c for c in here if c.place.end <= claim.place.start and c.key not in ONE_KIND]
    old = before[-1] if before else None
    if old is None or old.key not in _OLD or not old.agrees or (claim.number or 0) > (old.number or 0):
        return False
    begin = max(text.rfind(mark, 0, old.place.start) for mark in "；。！？\n") + 1
    is_first = not any(c.key in _NEW and c.place.start >= begin for c in before)
    return is_first and bool(_DONE_NEXT.fullmatch(text, old.place.end, claim.place.start))


def _is_of_new(text: str, here: list[Claim], claim: Claim) -> bool:
    """Whether a number is that of the new ones, told in a text on both, and the table's with that of the old ones."""
    old = next((c for c in here if c.key in _OLD and c.agrees), None)
    if claim.key == "handled" and "年" in claim.quote and _is_new_but_left(text, here, claim):
        return True
    if old and claim.key == "handled" and _NEW_DONE.search(claim.quote):
        return _is_table(claim, (claim.number or 0) + (old.number or 0))
    new = next((c for c in here if c.key in _NEW and c.agrees and c.place.start < claim.place.start), None)
    if old and claim.rule_id == _RESULTS and _is_before_old(text, here, claim, old):
        return True
    if old is None or new is None or not _END.search(text[old.place.end : new.place.start]):
        return False
    if claim.key == "handled":
        return _is_table(claim, (claim.number or 0) + (old.number or 0))
    others = [c for c in here if c.key == claim.key and old.place.start < c.place.start < new.place.start]
    return any(_is_table(claim, (claim.number or 0) + (c.number or 0)) for c in others)


def _is_split_of_new(text: str, here: list[Claim], claim: Claim) -> bool:
    """Whether new ones are split into those done and those left, and old ones told apart.

    新收370件，办结345件，留待明年25件；上年结转24件，办结22件. Neither is more than the table has of both.
    """
    if claim.key not in _DONE_OR_LEFT or (claim.number or 0) > max(claim.sums, default=0):
        return False
    begin = max(text.rfind(mark, 0, claim.place.start) for mark in "；。！？\n") + 1
    end = min((at for at in (text.find(mark, claim.place.end) for mark in "；。\n") if at >= 0), default=len(text))
    part = [c for c in here if begin <= c.place.start < end and not c.is_share]
    apart = [c for c in here if c.key in _OLD and c.agrees and not begin <= c.place.start < end]
    if len(part) <= _FEWEST or not apart or part[0].key not in _NEW or not part[0].agrees:
        return False
    new, done, left = part[:3]
    is_split = done.key in _DONE_OR_LEFT and left.key in _DONE_OR_LEFT and claim in (done, left)
    return is_split and (done.number or 0) + (left.number or 0) == new.number


def _is_before_old(text: str, here: list[Claim], claim: Claim, old: Claim) -> bool:
    """Whether a result of the new ones is told before that of the old ones: 新件公开78件；旧件10件，公开4件."""
    new = [c for c in here if c.key in (*_NEW, "handled") and c.place.end <= claim.place.start][-1:]
    if not new or old.place.start < claim.place.end or "；" not in text[claim.place.end : old.place.start]:
        return False
    others = [c for c in here if c.key == claim.key and c.place.start >= old.place.end]
    return any(_is_table(claim, (claim.number or 0) + (c.number or 0)) for c in others[:1])


def _is_new_but_left(text: str, here: list[Claim], claim: Claim) -> bool:
    """Whether those dealt with are the new ones but those carried over: 新收63件、结转5件，当年办结58件."""
    before = [c for c in here if c.place.end <= claim.place.start]
    told = [c for c in before if not _END.search(text[c.place.end : claim.place.start])]
    if not (_IN_THE_YEAR.search(claim.quote) and told and all(c.agrees for c in told)):
        return False
    new = next((c.number for c in told if c.key in _NEW), None)
    left = next((c.number for c in told if c.key in ("carried", "carried_out")), None)
    return bool(new and left and new - left == claim.number)
