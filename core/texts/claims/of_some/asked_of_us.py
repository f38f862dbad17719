"""An application that somebody made to the unit, whoever it was, where table three has none at all (N-02).

2024年收到某会计师事务所提出的申请1件，要求公开……，予以公开: who asked, and for what, narrows no number there.
"""

from __future__ import annotations

from core.base.patterns import last_of, pattern
from core.base.short_names import stands_in_order
from core.checks.rules import CheckContext
from core.form.known_cells import CARRIED_IN, CARRIED_OUT, HANDLED, RECEIVED
from core.texts.claims.claim import Claim, Found

_TEXTS = ("s1.request", "s3", "note.t3")
_TIME = (
    "(?:20\\d\\d年度?|今年|本年度?|[当全]年|年内|年度内|报告期内|一年来|截至[^，；。]{1,8}"
    "|仅|只|共|累计|一共|总共|另|还|曾|陆续|，)*"
)
_NOT_FOR_US = (
    "转|移|代|交办|下属|所属|直属|各|系统|同级|上级|[上去往前]年|结转|信访|投诉|举报|咨询|建议|许可|登记"
    "|补[贴助]|救助|低保|租赁|贷款|入学|复议"
)
_ASKED = pattern(
    f"^[\\s、，]*(?:经统计，|据统计，)?{_TIME}(?P<who>[^，；。\\d]{{0,16}}?){_TIME}(?:收到|接到|受理|接收|收悉|接获)了?"
    f"(?!.*(?:{_NOT_FOR_US}))(?:[^，；。：\\d]{{1,30}}?"
    "(?:[提递送寄发报呈投][出交来送上]|寄送|来函|来信|申请(?:公开|获取|提供|查询))[^，；。：\\d]{0,14}?"
    "的(?:政府信息公开|政务公开|信息公开|依申请公开|公开)?申请"
    "|[^，；。：\\d]{1,24}?的?(?:政府信息公开|政务公开|信息公开|依申请公开)申请)$"
)
_ON_DISCLOSURE = pattern(
    "(?:要求|申请|请求|希望|内容|事项|涉及)[^，；。]{0,4}(?:公开|获取|提供|了解|查[询阅]|为|是)"
    "|[予已][以予]?公开|部分公开|全部公开|[未不]予公开|信息公开|答复|不掌握"
)
_NOT_OURS = pattern(
    "转[交送至给办请由往]|移送|移交|引导|由其|由该|该局|该委|向[^，；。]{2,12}(?:提出|申请|反映)|不属于?|不计入|未计入"
    "|未纳入|不在|另行统计|职责|批复了|已批复|已发放|[若如凡](?:有|收到|遇)|协助|上级|各[部单乡镇]|兑现|发放到|拨付"
)
_NO_OFFICE = pattern(
    "(?:[我本全该](?:局|委|办|厅|院|镇|乡|街道|县|市|区|馆|所|站|中心|校|机关|单位|公司|队|处|会)"
    "|街道|本级|机关|办公室|[政党]{2}办)?"
)


def asked_of_us(context: CheckContext, found: Found) -> Found:
    """Judge the applications of somebody that the unit has had, where its table knows of none."""
    if any(context.numbers.get(cell) != 0 for cell in (RECEIVED, CARRIED_IN, HANDLED, CARRIED_OUT)):
        return found
    if any(claim.agrees is False and claim.cells[:1] == (RECEIVED,) for claim, _ in found):
        return found
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is None and claim.key == "received" and claim.number and _is_asked_of(context, claim):
            told = claim._replace(agrees=False, rule_id="N-02", cells=(RECEIVED,), sums=(0,), kind="count")
            found[i] = told._replace(meaning=claim.meaning.partition("（")[0]), scope
    return found


def _is_asked_of(context: CheckContext, claim: Claim) -> bool:
    """Whether the sentence of a number tells an application for information that the unit has had this year."""
    if claim.place.text not in _TEXTS:
        return False
    text, unit, year = context.report.texts[claim.place.text], context.report.unit, context.report.year
    begin = last_of("。！？；\n", text, 0, claim.place.start) + 1
    asked = _ASKED.search(text[begin : claim.place.start])
    if asked is None:
        return False
    end = min((at for mark in "。！？\n" if (at := text.find(mark, claim.place.end)) >= 0), default=len(text))
    sentence = text[begin:end]
    is_ours = _NO_OFFICE.fullmatch(asked["who"]) or stands_in_order(asked["who"], unit)
    is_then = all(f"{year}年" in sentence or back not in sentence for back in _years_before(year))
    return bool(is_ours) and is_then and bool(_ON_DISCLOSURE.search(sentence)) and not _NOT_OURS.search(sentence)


def _years_before(year: int | None) -> list[str]:
    return [f"{(year or 0) - back}年" for back in (1, 2)]
