"""Leaves out amounts that with others make up the sum billed: 合计1100元，缴纳800元，另300元不再收取.

So do those of single notices: 一件收费340元，另一件应收520元. And those by what is charged for:
总金额560元，其中按件计收400元，按量计收160元.
"""

from __future__ import annotations

from decimal import Decimal

from core.base.patterns import last_of, pattern
from core.checks.rules import CheckContext
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME
from core.texts.language.numbers import numbers_in, plain_text

_BILLED, _COLLECTED = "fee_billed", "fee_collected"
_BILLED_CELL, _COLLECTED_CELL = "fee.billed", "fee.collected"
_MARKS = "。！？\n"
_ONE_NOTICE = pattern("(?:^|[，；：、。])(?:其中)?(?:另外?)?[一1][件份][^，；。]|第[一二三四五][件份]|\\d[页张]，")
"""(一件提供64页)，收费340元; (另一件计82页，)应收520元: what one notice demands."""
_LISTED = pattern("其中|；|分别")
_BY_MEASURE = pattern(
    "按(?:件|量|页|份|申请件数|件数|数量|页数|张数|张)(?:计费|计收|收取|收费|计算|计|收|标准|的|应|为|共|合计|方式|部分|(?:信息)?处理费)+(?P<n>\\d[\\d,]*(?:\\.\\d+)?)元",
    needs=["按"],
)
"""(按件计收400元)，(按量计收160元)"""
_NOT_RECEIVED = pattern(
    "(?:没有|没能?|[尚仍还]?未能?)(?:实际)?(?:收到|收取|收上来|收缴|到账|缴纳)的?[^，；。：\\d]{0,4}[\\d,.]+元$"
)
"""(没有收到的1000元)，是申请人逾期没有缴费的: what is left of the sum billed."""
_CHARGED_BY_PAGE = pattern("\\d[页张]，收费[^，；。]*$")


def fee_parts(context: CheckContext, found: Found) -> Found:
    """Do not judge an amount by the whole sum of which it is a part."""
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is not False or claim.key not in (_BILLED, _COLLECTED):
            continue
        is_part = _is_part_of_billed(context, claim) if claim.key == _BILLED else _is_part_of_collected(context, claim)
        is_part = is_part or _is_not_received(context, claim)
        if is_part or _is_of_one_notice(context, claim) or _is_by_measure(context, claim):
            found[i] = claim.left_alone(OF_SOME), scope
    return found


def _is_part_of_collected(context: CheckContext, claim: Claim) -> bool:
    """Whether an amount makes up what was collected with another one of a list: 其中1件收取200元，1件收取1820元."""
    text, place, collected = context.report.texts[claim.place.text], claim.place, context.numbers.get(_COLLECTED_CELL)
    start = last_of(_MARKS, text, 0, place.start) + 1
    if collected is None or not claim.number or not _LISTED.search(text, start, place.start):
        return False
    end = min((i for mark in _MARKS if (i := text.find(mark, place.end)) >= 0), default=len(text))
    amounts = [number.value for number in numbers_in(plain_text(text[start:end], None).text) if number.unit == "元"]
    return collected - claim.number in amounts and collected > claim.number


def _is_not_received(context: CheckContext, claim: Claim) -> bool:
    """Whether an amount is said not to have been received, and is what was billed without what was collected."""
    billed, paid = context.numbers.get(_BILLED_CELL), context.numbers.get(_COLLECTED_CELL)
    if claim.key != _COLLECTED or billed is None or paid is None or not _NOT_RECEIVED.search(claim.quote):
        return False
    return claim.number == billed - paid


def _is_of_one_notice(context: CheckContext, claim: Claim) -> bool:
    """Whether an amount is that of one notice, which with those beside it make up what was billed."""
    text, place, billed = context.report.texts[claim.place.text], claim.place, context.numbers.get(_BILLED_CELL)
    start = last_of(_MARKS, text, 0, place.start) + 1
    end = min((i for mark in _MARKS if (i := text.find(mark, place.end)) >= 0), default=len(text))
    if billed is None or not _ONE_NOTICE.search(text, start, place.start):
        return False
    if claim.key == _COLLECTED and not _CHARGED_BY_PAGE.search(text, start, place.end):
        return False  # 已缴1件，计60元，另1件应缴180元: paid
    amounts = [number.value for number in numbers_in(plain_text(text[start:end], None).text) if number.unit == "元"]
    apart = [value for value in amounts if value != billed]
    paid = context.numbers.get(_COLLECTED_CELL)
    is_possible = paid is None or paid in (0, billed, *apart)  # what was collected is all, none or one of them
    return is_possible and claim.number in apart and sum(apart) == billed


def _is_by_measure(context: CheckContext, claim: Claim) -> bool:
    """Whether an amount is what is charged by the piece, or by pages, of all that is billed, which these make up."""
    text, billed = context.report.texts[claim.place.text], context.numbers.get(_BILLED_CELL)
    begin = max(last_of(_MARKS, text, 0, claim.place.start) + 1, 0)
    end = min((i for mark in _MARKS if (i := text.find(mark, claim.place.end)) >= 0), default=len(text))
    amounts = [*_BY_MEASURE.finditer(text, begin, end)]
    if billed is None or not any(claim.place.start <= m.end() - 1 < claim.place.end for m in amounts):
        return False
    values = [Decimal(m["n"].replace(",", "")) for m in amounts]
    return len(values) > 1 and sum(values) == billed


def _is_part_of_billed(context: CheckContext, claim: Claim) -> bool:
    text, place, part = context.report.texts[claim.place.text], claim.place, claim.number
    end = min((i for mark in _MARKS if (i := text.find(mark, place.end)) >= 0), default=len(text))
    sentence = plain_text(text[last_of(_MARKS, text, 0, place.start) + 1 : end], None).text
    amounts = [number.value for number in numbers_in(sentence) if number.unit == "元"]
    whole = claim.sums[0] if claim.sums else None
    if not part or whole not in amounts or part not in amounts:
        return False
    amounts.remove(part)
    return any(other and part + other == whole for other in amounts)
