"""Cases that are not said to be about 信息公开, as many as the table has, of which all are said to be upheld.

全年8件行政复议案件，县政府全部作出维持决定: those of the table are among all cases of the office, so where both are as
many they are the same ones. So are 就土地出让方案提起的3件复议 where the table has three, whatever they were about.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.checks.findings import Place
from core.checks.rules import CheckContext
from core.texts.claims.cases.same_cases import FEWEST_CASES, GROUPS, total_of
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import NOT_DISCLOSURE
from core.texts.reading.sentence.sentences import CASE_TEXTS

_PLAIN = pattern(
    "(?:本年度?|今年|全年|年内|一年来|□|20\\d\\d年度?|[我本][局委厅办院镇乡县市区]|本?机关|共计?|累计|发生|收到|产生|引发|涉及|有|为|被|以|申请|提起|提出|的|行政"
    "|复议(?:结果|决定)|复议|诉讼|应诉|案件|对|不服|仍|而|又|再|起诉|未经|经|之?后|直接|向?(?:人民)?法院|，)*"
)
_ALL_UPHELD = pattern(
    "(?:的|行政|复议|诉讼|应诉|起诉|案件|案)*，?(?:(?:经|由|被)?(?:复议机关|复议机构|上级机关|[省市县区州]?(?:人民)?政府|(?:人民)?法院)(?:经审理|审理后)?)?"
    "(?P<said>(?:均|全部|都|全都|悉数|一律|皆|一概|统统|通通)(?:已|被|获得?|得到|予以|依法|作出|作了|判决|判|裁定|了|(?:复议机关|人民法院|法院)|的)*"
    "(?:维持|驳回(?:了|原告|对方|其|申请人|的|全部)*(?:诉讼请求|诉请|复议请求)|支持|胜诉)[^，；。、（）\\d]{0,10})(?=[，；。]|$)",
    needs=["均", "全", "都", "悉数", "一律", "皆", "一概", "统统", "通通"],
)
_OTHER_MATTERS = pattern(
    "处罚|许可|强制|征收|登记|认定|审批|裁决|工伤|治安|补偿|信访|投诉|举报|履职|[上去前往]年|20\\d\\d年|其中|另|其[余他它]"
)
_OF_DISCLOSURE = pattern("公开|答复|告知|信息|档案")
_PAPERS = pattern(
    "公开|答复|告知|信息|档案|方案|规划|图|合同|协议|批[文复]|文件|材料|资料|数据|依据|标准|名单|清单|记录|纪要|台账|预算|决算|报告"
)
"""What is asked for, and reviewed where it is not given: 就土地出让(方案)提起的3件; not 摊位招租行政复议3件."""
_NOT_KNOWN = "未识别，不核对"
_ENDS = ("corrected", "pending", "other")
_MARKS = "。；！？\n"
_FEWEST = 2
_RULE, _KEY, _MEANING = "N-06", "no_loss", "均维持、无败诉"


def all_upheld(context: CheckContext, found: Found) -> Found:
    """Return the claims, and that nothing else came of such cases, compared with the table."""
    more: Found = []
    for i, (claim, scope) in enumerate(found):
        more.append((claim, scope))
        stems = GROUPS.get(claim.key, ())
        if not stems or (claim.number or 0) < _FEWEST or claim.number != total_of(context, stems, "total"):
            continue
        is_not_said = claim.agrees is None and NOT_DISCLOSURE in claim.meaning and (claim.number or 0) >= FEWEST_CASES
        said = _said(context, claim) if is_not_said else _unknown_said(context, claim, [c for c, _ in found[i + 1 :]])
        if said is not None:
            cells = tuple(f"{stem}.{end}" for end in _ENDS for stem in stems)
            others = sum(total_of(context, stems, end) for end in _ENDS)
            quote = context.report.texts[said.text][said.start : said.end]
            told = Claim(said, quote, _MEANING, None, cells, (others,), not others, _RULE, _KEY, "", "none")
            more.append((told, scope))
    return more


def _unknown_said(context: CheckContext, claim: Claim, behind: Sequence[Claim]) -> Place | None:
    """Return where all of as many as the table has are said to be upheld, and only what they were about is not known.

    县政府都维持了 behind 村民因征地档案申请的复议3件; None where they may be of other matters.
    """
    told = behind[0] if behind and claim.agrees and claim.rule_id == _RULE and claim.place.text in CASE_TEXTS else None
    if told is None or told.key != _KEY or _NOT_KNOWN not in told.meaning:
        return None
    text, place = context.report.texts[claim.place.text], claim.place
    start = max(text.rfind(mark, 0, place.start) for mark in _MARKS) + 1
    before = text[start : place.start]
    is_other = _OTHER_MATTERS.search(before) and not _OF_DISCLOSURE.search(before)
    said = _ALL_UPHELD.match(text, place.end) if _PAPERS.search(before) and not is_other else None
    return Place(place.text, *said.span("said")) if said and said.start("said") <= told.place.start else None


def _said(context: CheckContext, claim: Claim) -> Place | None:
    """Return where all of some cases are said to be upheld; None where words narrow them, or say something else."""
    text, place = context.report.texts[claim.place.text], claim.place
    start = max(text.rfind(mark, 0, place.start) for mark in _MARKS) + 1
    told = _ALL_UPHELD.match(text, place.end) if _PLAIN.fullmatch(text, start, place.start) else None
    return Place(place.text, *told.span("said")) if told else None
