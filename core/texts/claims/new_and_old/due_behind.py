"""Judges totals told behind new applications and those carried in: 新收35件，连同2022年转来的3件，应办申请合计37件.

A number is left alone where the year before, or a word that nothing is known of, stands beside it. Here both numbers
that it adds up are told and right, so that it can be nothing else.
"""

from __future__ import annotations

from core.base.patterns import pattern
from core.checks.rules import CheckContext
from core.form.known_cells import CARRIED_IN, RECEIVED
from core.texts.claims.claim import Claim, Found
from core.texts.language.role_keys import NEW
from core.texts.reading.sentence.sentences import OVERVIEW_TEXTS, REQUEST_TEXTS

_BETWEEN = pattern(
    "(?:手[上头里]|20\\d\\d年度?|本年度?|全年|年内|今年|当年|年度|全[局县市区旗镇乡省州盟]|[我本][局委办厅院县市区旗镇乡]|分局|街道|本机关|我?单位|因此|故|实际"
    "|两[项数者]|二者|两类|两部分|[应需须要待]当?办理?|在办|政府信息公开|信息公开|依申请公开|申请|办件|件数|总量|总数|总|数量|量|达到?|为|是|有|的|，|在内"
    "|共计|合计|总计|累计|一共|总共|拢共|统共|共|计|(?:相|累)加(?:起来|在一起|之后|后)?|加总|加起来|合起来|总起来|[加合]到一[起块]|[加合]在一[起块]|并起来|凑起来|凑成"
    "|合并(?:起来|计算|后)?|汇总(?:起来|之?后|计算|为|得|共计?)|一并计算|[两二][个项]?数(?:字|量)?|之和|则|便|就)+"
)
_ADDS = pattern("共|合计|总|相加|累加|加总|加起来|合起来|[加合][在到]一|合并|汇总|并起来|凑|一并|之和")
_HAS_TO = pattern("[应需须要待]当?办")
_BEHIND = pattern("(?:政府信息公开|信息公开)?(?:申请|办件)?(?:待办|待办理|需办理|要办理)?(?=[，。；（\\n]|$)")
_COMES_TO_IT = pattern("(?:连同|加上|加之|算上|外加|结合)[^，；。]{0,20}$")
_DIGIT = pattern("\\d(?!\\d*年)")
_OPEN = ("due", "unknown")
_LEFT = "carried_out"
"""全年在办总量126件: in hand over the year, and not at its end."""
_MADE = "single_results"
"""新收27件，上年转来2件，汇总后29件: not what has to be made by adding up."""
_MEANING = "应办理的申请"
_ENDS = "。；\n"


def due_behind(context: CheckContext, found: Found) -> Found:
    """Return the claims, with those totals judged that can only be of both."""
    if not any(claim.key == "carried_in" and claim.agrees for claim, _ in found):
        return found  # as in most reports
    new, old = context.numbers.get(RECEIVED), context.numbers.get(CARRIED_IN)
    if new is None or old is None:
        return found
    judged = [*found]
    for i, (claim, scope) in enumerate(found):
        is_wrong = claim.number != new + old
        is_open = claim.agrees is None and claim.key in _OPEN and claim.number is not None and is_wrong
        is_open = is_open or (claim.agrees is False and claim.key in (_LEFT, _MADE, *NEW))
        if is_open and _is_of_both(context, found[:i], claim):
            cells, sums, agrees = (RECEIVED, CARRIED_IN), (new + old,), not is_wrong
            named = Claim(claim.place, claim.quote, _MEANING, claim.number, cells, sums, agrees, "N-01", "due")
            judged[i] = named, scope
    return judged


def _is_of_both(context: CheckContext, before: Found, total: Claim) -> bool:
    """Whether a number is told right behind the two that it adds up."""
    code, text = total.place.text, context.report.texts[total.place.text]
    if code not in (*REQUEST_TEXTS, *OVERVIEW_TEXTS) or not _BEHIND.match(text, total.place.end):
        return False
    start = max(text.rfind(mark, 0, total.place.start) for mark in _ENDS) + 1
    told = [c for c, _ in before if c.place.text == code and c.place.start >= start and c.number is not None]
    last = told[-1] if told else None
    if last is None or not _is_whole(context, last):
        return False
    said = _BETWEEN.fullmatch(text, last.place.end, total.place.start)
    if said is None:
        return False
    if last.key == "carried_in" and _HAS_TO.search(said[0]) and _COMES_TO_IT.search(text, start, last.place.start):
        return True
    other = told[-2] if len(told) > 1 else None
    keys = {last.key, other.key} if other and _is_whole(context, other) else set()
    is_pair = "carried_in" in keys and any(key in keys for key in NEW)
    return bool(
        other and is_pair and _ADDS.search(said[0]) and not _DIGIT.search(text, other.place.end, last.place.start)
    )


def _is_whole(context: CheckContext, claim: Claim) -> bool:
    """Whether a number is that of all new ones, or of all carried in: not 自然人新收20件."""
    cell = CARRIED_IN if claim.key == "carried_in" else RECEIVED
    return claim.agrees is True and claim.number == context.numbers.get(cell)
