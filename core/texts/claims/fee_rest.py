"""Compares what was collected of fees where only the rest is told: 应收500元，尚有100元未缴纳, 已全部缴纳.

A bare 信息处理费100元 beside a notice, or beside what was collected or is not yet due, is what the notice demands.
"""

from __future__ import annotations

from core.base.patterns import pattern
from core.checks.findings import Place
from core.checks.rules import CheckContext
from core.texts.claims.claim import Claim, Found
from core.texts.language.numbers import numbers_in, plain_text

_COLLECTED, _BILLED, _NOTICES = "fee.collected", "fee.billed", "fee.notices"
_PAID = "(?:缴纳|缴清|缴费|缴|收取|收缴|收讫|收齐|到账|支付|付清|付|入库)"
_TO_TREASURY = (
    "(?:，?(?:并|且|后)?(?:已|均)*(?:及时|按规定|依规|足额|全额|如数|全部|统一|按时)*"
    "(?:上缴|缴入|缴存|解缴|缴至|存入|上解)(?:[^，；。\n]{0,6}?(?:财政|国库)(?:[^，；。\n]{0,4}?专户|局|部门)?)?)?"
)
"""所收1800元均已足额收取(并上缴财政)"""
_ALL_PAID = pattern(
    "，(?:目前|年内|年底前|申请人|当事人|均)*(?:已|均|已经)*(?:全部|全额|足额|悉数|如数)(?:已|由申请人|按期|按时|在期限内|在年内)*"
    + _PAID
    + "(?:完毕|到位|入库|国库)?"
    + _TO_TREASURY
    + r"(?=[，；。\n]|$)"
)
_PAID_SOON = pattern(
    "，(?:各)?(?:申请人|当事人|缴费人|对方|(?:该|涉事)?企业)?"
    "(?:均|都|已|于|在|[0-9一二三四五六七八九十]+月(?:份)?|(?:规定|缴费|法定)*期限内|年内|当[月天日场周]|次[日月]|随[即后]|及时|按期|按时|如期|按要求|按规定|即时"
    "|很快|内|就|便|即|全额|足额)+"
    + _PAID
    + "(?:了|完毕|到位|入库|国库)*(?:费用|款项)?"
    + _TO_TREASURY
    + r"(?=[，；。\n]|$)"
)
"""应收120元，(申请人当月即缴)"""
_ALL_OF_THEM_PAID = pattern(
    "，(?:各|[两二三四五六七八九十]+[名位家户个])?(?:申请人|当事人|缴费人|企业|单位)?(?:均|都|全部|皆)(?:已|能|按期|按时|按要求|按通知要求|依规|先后|主动)*"
    "(?:[在于](?:规定|缴费|法定|通知|限定)?的?(?:期限|时限|时间|期间)[内里])?(?:已|均|都)?(?:[把将](?:应缴|全部|所需|相关|有关)?(?:的)?(?:款项|费用|信息处理费|钱款))?"
    "(?:全部|全额|足额|悉数|如数|一次性|按时|按期)+"
    + _PAID
    + "(?:了|完毕|到位|入库|国库)*(?:全部|相关|应缴)?(?:费用|款项)?"
    + _TO_TREASURY
    + r"(?=[，；。\n]|$)(?![^。；\n]*(?:未|欠|另一))"
)
"""涉及金额700元，(两名申请人均在期限内把款项足额缴清)"""
_REST = pattern(
    "，(?:其中|目前|年末|至年末|年底|另)*(?:尚|还|仍|另)?(?:有|余|欠|剩)?(?:余下|剩余|其余|余款)?(?:的)?(?P<number>[0-9,.]+|[零〇一二两三四五六七八九十百千万]+)元"
    "(?:[^，；。\n]{0,10}?(?:未|没有|没)(?:予|能)?"
    + _PAID
    + "|的?(?:缴费|缴纳)?期限[^，；。\n]{0,12}(?:未到|未满|届满|未届)"
    "|(?:正)?(?:在|待)(?:催缴|催收|追缴|收取|收)|(?:被)?(?:拖欠|欠缴))"
)
_MARK = pattern("[。！？\n]")
_NOTICES_SENT = "发出收费通知"
_MEANING = "实际收取总金额（通知的减去未缴的）"
_TOLD = ("fee_collected", "fee_amount")
_BARE = pattern("(?:^|[，；：、])信息处理费(?:金额|总额|共计)*[0-9,.零〇一二两三四五六七八九十百千万伍佰]+元$")
_CHARGED = pattern("(?:计收|计征|核收|应收取?)(?![^，；。]*(?:实际收取|实收|到账|收到))[^，；：。]{0,18}元$")
"""(计收信息处理费)460元，实收340元: what was billed where what was paid stands behind it."""
_COLLECTED_BEHIND = pattern(
    "，[^，；。\\n]{0,12}?(?:实际收取|实收|实际收缴|实缴|实际缴纳|实际到账|已收取?|收到|到账)[^，；。\\n]{0,8}元"
)
_NOT_DUE = pattern(
    "，[^，；。\\n]{0,14}?(?:尚|还|仍|均|暂)*(?:未|没有|没)(?:到|届|满|缴|收|付|支付|实际)"
    "|，[^，；。\\n]{0,6}(?:缴费|缴纳)?期限[^，；。\\n]{0,12}(?:未到|未满|届满|未届)"
)
_NOTICE = pattern("(?:收费|缴费)通知书?[^，；。\\n]{0,6}[件份]，$")


def fee_rest(context: CheckContext, found: Found) -> Found:
    """Return the claims, with one on what is left of the sum billed."""
    more: list[tuple[int, Claim, str]] = []
    billed_too = {claim.place.text for claim, _ in found if claim.key == "fee_billed" and claim.agrees}
    is_said = any(claim.cells == (_NOTICES,) and claim.agrees is False for claim, _ in found)
    paid_too = {claim.place.text for claim, _ in found if claim.key == "fee_collected" and claim.agrees}
    for i, (claim, scope) in enumerate(found):
        is_told = claim.agrees and claim.place.text in billed_too  # 应收460元，计收340元，实收340元
        is_both = claim.place.text in paid_too and claim.number == context.numbers.get(_BILLED)
        if not is_told and (demanded := _demanded(context, claim, is_both=is_both)):
            found[i] = demanded, scope
        elif not is_said and _is_without_notice(context, claim):
            found[i] = claim._replace(meaning=_NOTICES_SENT, cells=(_NOTICES,), sums=(0,), agrees=False), scope
    told = {claim.place.text for claim, _ in found if claim.key in _TOLD}
    for i, (claim, scope) in enumerate(found):
        if claim.key != "fee_billed" or not claim.agrees or claim.place.text in told:
            continue  # what was collected is told by its own number
        if said := _said(context, claim):
            more.append((i + 1, said, scope))
    for at, said, scope in reversed(more):
        found.insert(at, (said, scope))
    return found


def _is_without_notice(context: CheckContext, claim: Claim) -> bool:
    """Whether an amount is told that was left blank, where no notice was sent: 向一家企业收取80元."""
    is_amount = claim.key in ("fee_collected", "fee_billed") and claim.kind in ("count", "some") and claim.number
    is_blank = is_amount and claim.agrees is None and all(context.numbers.get(code) is None for code in claim.cells)
    return bool(is_blank and claim.cells) and context.numbers.get(_NOTICES) == 0


def _demanded(context: CheckContext, claim: Claim, *, is_both: bool) -> Claim | None:
    """Return the claim on what was billed of a bare 信息处理费; None where what was collected may be meant.

    ``is_both`` tells that what was collected is told by another number, and this one is what was billed.
    """
    billed = context.numbers.get(_BILLED) if claim.key == "fee_collected" and claim.kind != "other" else None
    if billed is None:
        return None
    is_bare, is_charged = claim.agrees is False and _BARE.search(claim.quote), _CHARGED.search(claim.quote)
    if not (is_bare or is_charged):
        return None
    text, place = context.report.texts[claim.place.text], claim.place
    end = _MARK.search(text, place.end)
    behind = text[place.end : end.start() if end else len(text)]
    before = text[: place.start].rpartition("信息处理费")[0]
    is_apart = (is_both and is_charged) or _NOT_DUE.match(behind) or _COLLECTED_BEHIND.search(behind)
    if not is_apart and not (is_bare and _NOTICE.search(before) and claim.number == billed):
        return None
    meaning = "收费通知总金额"
    is_right = claim.number == billed
    return claim._replace(key="fee_billed", meaning=meaning, cells=(_BILLED,), sums=(billed,), agrees=is_right)


def _said(context: CheckContext, billed: Claim) -> Claim | None:
    """Return the claim on what is left of a sum billed; None where nothing is said of it."""
    text, collected = context.report.texts[billed.place.text], context.numbers.get(_COLLECTED)
    end = _MARK.search(text, billed.place.end)
    behind = text[billed.place.end : end.start() if end else len(text)]
    told = _REST.search(behind) or _ALL_PAID.search(behind) or _PAID_SOON.search(behind)
    told = told or _ALL_OF_THEM_PAID.search(behind)
    if told is None or collected is None or not billed.number or "{" in text:
        return None
    digits = told.groupdict().get("number", "")
    number = numbers_in(plain_text(f"{digits}元", None).text) if digits else ()
    rest = number[0].value if number else 0
    place = Place(billed.place.text, billed.place.end + told.start() + 1, billed.place.end + told.end())
    is_right = billed.number - rest == collected
    return Claim(place, told[0][1:], _MEANING, None, (_COLLECTED,), (collected,), is_right, "N-17", "fee_rest")
