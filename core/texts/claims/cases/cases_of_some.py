"""Cases told again of some: 诉讼8件，其中征地类复议11件、占44%，诉讼5件; outcomes of these: 复议11件中，维持9件."""

from __future__ import annotations

from core.base.patterns import last_of, pattern
from core.checks.rules import CheckContext
from core.form.known_cells import AFTER, LAWSUITS, REVIEWS
from core.texts.claims.claim import Claim, Found
from core.texts.language.left_alone import OF_SOME
from core.texts.reading.sentence.share_checks import added

_OUTCOMES = frozenset(["upheld", "corrected", "other_outcome", "other_outcome_short", "pending", "closed"])
_CASES = pattern("(?:行政)?(?P<noun>复议|诉讼)(?![、和及与])")
_MARK = pattern("[。；！？\\n]")

_DISCLOSURE = pattern("(?:政府)?信息公开(?:类|工作|申请|答复)*")
_NARROWED = pattern(
    "其中|集中[在于]|主要[是为]|[\u4e00-\u9fff]{2}(?:类|领域|系统|行业)|涉及?[^，；。]{2}|针对|因[^，；。引发]{2}|关于"
)
"""What tells that the cases behind it are some of those before it."""

_OTHERS = ("other_outcome", "other_outcome_short")
_BRACKETS = pattern("（[^（）]*）")
_SHARE = pattern("，(?:约|各|分别)?占[^，；。：（）]{0,12}[\\d.]+[%％]", needs=["占"])
_LISTED = pattern("[、，][^，；。：（）\\d]{0,16}")
_SUED, _RULE = "复议后起诉", "N-06"
_WENT_TO_COURT = pattern(
    "其中(?:的|有)?(?P<number>\\d+)[件起宗](?:行政)?复议(?:案件|案)?的?(?:决定|结果|结论)?书?(?:不服)?，?(?:而|又|后|并|再|继而|进而|遂|仍)*"
    "(?:不服)?(?:而|又|后|并|再|继而|进而|遂)*(?:诉至|诉诸|起诉|提起(?:行政)?诉讼|提出(?:行政)?诉讼|向[^，；。]{0,8}法院|到法院|进入(?:行政)?诉讼)",
    needs=["其中"],
)
"""不服(其中1件复议决定而诉至)法院"""

_OUTCOME = "(?:被|予以|获)?(?:维持|纠正|撤销|驳回|终止|其他)"
_DECISION = "的?(?:复议|行政复议|诉讼|一审)?(?:决定|案件|结果|结论|判决|裁定|答复)书?"
_ONE_OF_THEM = pattern(
    "(?:[^，；。：（）\\d]+(?<![并且还另前内末底])(?<!案件)(?<!复议)(?<!诉讼)(?<!审[理结])(?<!结案)(?<!办[理结])其中的?|[^，；。：（）\\d]*(?<!没有)不[服满])(?:\\d+|[一二两三四五六七八九])[件宗起]"
    f"{_OUTCOME}{_DECISION}|[^，；。：（）\\d]*\\d+[件宗起](?:案件|案)?(?:是|系)?(?:对|就|针对|不服){_OUTCOME}{_DECISION}[^，；。]*诉",
    needs=["其中", "不服", "不满", "诉"],
)
"""(不服其中一件维持决定)，诉到法院: what is done about some of them, not how many they are"""
_REACTED_TO = pattern(
    "[^，；。：（）\\d]*(?:对|就|针对)(?:其中的?)?\\d+[件宗起](?:复议|行政复议)?(?:案件|案)?的?"
    f"{_OUTCOME}(?:、{_OUTCOME})*的?(?:复议|行政复议)?(?:决定|结果|结论|裁定)书?"
    "(?=[^；。]*(?:不[服满]|异议|诉|法院|认可|认同|服从|接受|满意|服判))"
)
"""(当事人对5件维持决定和2件终止决定)不服，提起诉讼: those that some of them were content with, or not"""

_NO_LOSS = "no_loss"
_THEIR_REVIEW = pattern(
    "(?:[件起宗])?(?:行政)?(?:案件|案)?(?:中|里)?[，（：]?(?:其|该|在|经|此前的?|之前的?)*(?:行政)?复议(?:机关|机构|阶段|环节|程序|决定|结果|结论|[时中的])*"
)
"""先复议后诉讼的6件(，复议)均维持"""


def outcomes_of_some_left_out(context: CheckContext, found: Found) -> Found:
    """Do not judge outcomes behind a number of cases whose own words were not all understood."""
    _sued_after_review(context, found)
    _leave_out_those_told_again(context, found)
    whole: Claim | None = None
    for i, (claim, scope) in enumerate(found):
        if claim.agrees is False and claim.key in _OTHERS and _is_of_matters(context, [c for c, _ in found[: i + 1]]):
            found[i] = claim.left_alone(OF_SOME), scope
            continue
        if claim.agrees is False and claim.key in _OUTCOMES and _is_one_of_them(context, claim):
            found[i] = claim.left_alone(OF_SOME), scope
            continue
        if whole and claim.agrees is False and claim.key == _NO_LOSS and _is_of_their_review(context, whole, claim):
            found[i] = claim.left_alone(OF_SOME), scope
            continue
        if claim.number is not None and (claim.key.startswith("cases_") or _are_cases(context, claim)):
            whole = claim
        elif whole and claim.agrees is False and claim.key in _OUTCOMES and _is_of(context, whole, claim):
            found[i] = claim.left_alone(OF_SOME), scope
    return found


def _is_one_of_them(context: CheckContext, claim: Claim) -> bool:
    """Whether a number is the object of what somebody does about some cases of an outcome."""
    text = context.report.texts[claim.place.text]
    begin = last_of("，；。：（）\n", text, 0, claim.place.start) + 1
    said = _ONE_OF_THEM.match(text, begin)
    if said is None and (claim.number or 0) <= max((known or 0 for known in claim.sums), default=0):
        said = _REACTED_TO.match(text, begin)
    return said is not None and claim.place.start < said.end()


def _is_of_their_review(context: CheckContext, sued: Claim, claim: Claim) -> bool:
    """Whether 均维持 is what the reviews came to of those that went to court: 先复议后诉讼的6件，复议均维持."""
    if sued.key != "cases_after" or sued.place.text != claim.place.text:
        return False
    between = context.report.texts[claim.place.text][sued.place.end : claim.place.start]
    return bool(_THEIR_REVIEW.fullmatch(between))


def _sued_after_review(context: CheckContext, found: Found) -> None:
    """Compare some reviews that went on to court with the lawsuits behind reviews: 不服其中1件复议决定而诉至法院.

    They cannot be more than these; that they are fewer may be right, since others were reviewed in the year before.
    """
    known = context.numbers.get(AFTER)
    for i, (claim, scope) in enumerate(found):
        is_open = claim.key.startswith("cases_") and not claim.agrees and (claim.cells or OF_SOME in claim.meaning)
        if known is None or not is_open or not claim.number:
            continue
        text = context.report.texts[claim.place.text]
        begin = max(text.rfind(mark, 0, claim.place.start) for mark in "，。；\n") + 1
        said = _WENT_TO_COURT.search(text, begin)
        if not said or not claim.place.start <= said.start("number") < claim.place.end:
            continue
        agrees = False if claim.number > known else (claim.number == known or None)
        sued = claim._replace(cells=(AFTER,), sums=(known,), agrees=agrees)
        found[i] = sued._replace(meaning=_SUED, rule_id=_RULE, key="cases_after"), scope


def _leave_out_those_told_again(context: CheckContext, found: Found) -> None:
    """Do not judge a number of cases behind all of their kind, where what stands between narrows it."""
    told: list[Claim] = []
    for i, (claim, scope) in enumerate(found):
        if not claim.key.startswith("cases_") or claim.number is None or not claim.cells:
            continue
        if claim.agrees:
            told.append(claim)
        elif claim.agrees is False and any(_is_told_again(context, whole, claim) for whole in told):
            found[i] = claim.left_alone(OF_SOME), scope


def _is_told_again(context: CheckContext, whole: Claim, claim: Claim) -> bool:
    is_less = (claim.number or 0) < (whole.number or 0)
    if not is_less or {*whole.cells} != {*claim.cells} or whole.place.text != claim.place.text:
        return False
    between = context.report.texts[claim.place.text][whole.place.end : claim.place.start]
    return "\n" not in between and bool(_NARROWED.search(_DISCLOSURE.sub("", between)))


def _is_of_matters(context: CheckContext, told: list[Claim]) -> bool:
    """Whether 其他 ends a list of what the cases are about: 案件18件，涉及征地11件、规划4件、其他3件."""
    claim = told[-1]
    text = context.report.texts[claim.place.text]
    run, last, many = claim.number or 0, claim, 0
    for before in reversed(told[:-1]):
        if before.place.text != claim.place.text:
            return False
        if before.number is None or before.is_share:
            continue  # 案件18件，均已审结，其中涉及征地11件，占61.1%
        if text.rfind("（", 0, before.place.start) > text.rfind("）", 0, before.place.start):
            continue  # 征地类5件（维持4件、纠正1件）、其他1件
        if before.number == run and many:
            return True
        between = _SHARE.sub("", _BRACKETS.sub("", text[before.place.end : last.place.start]))
        if before.key != "unknown" or not _LISTED.fullmatch(between):
            return False
        run, last, many = run + before.number, before, many + 1
    return False


def _is_of(context: CheckContext, whole: Claim, claim: Claim) -> bool:
    if whole.agrees is not None or whole.place.text != claim.place.text:
        return False
    between = context.report.texts[claim.place.text][whole.place.end : claim.place.start]
    return (whole.number or 0) > 1 and (claim.number or 0) <= (whole.number or 0) and not _MARK.search(between)


def _are_cases(context: CheckContext, claim: Claim) -> bool:
    """Whether a number that was left alone counts cases by the noun behind it: 因不服“无法提供”答复的4件复议."""
    named = _CASES.match(context.report.texts[claim.place.text], claim.place.end)
    if named is None or claim.agrees is not None:
        return False
    cells = (REVIEWS,) if named["noun"] == "复议" else LAWSUITS
    whole = added(cells, context.numbers)
    return whole is not None and (claim.number or 0) < whole
