"""Reviews and lawsuits that are told of some answers only, and results that are told only as disputed.

不予公开的8件中有2件引发复议: other answers led to other reviews.
2件不予公开答复引发行政复议: not all that were refused.
"""

from __future__ import annotations

from core.base.patterns import holds_one, pattern
from core.texts.language.meanings import Role
from core.texts.language.numbers import PrintedNumber
from core.texts.reading.sentence.sentences import SentenceState, SourceText

_AMONG = pattern(
    "(?P<head>[^，；。：\\d]*)\\d+[件份宗](?:政府信息公开)?(?:申请|答复|决定|告知书?|的)*"
    "(?:(?:当?中|里|之中|之内|内)[，：]?(?:另?有)?|[，：（](?:其中，?(?:另?有|对|就)?|申请人(?:又|还)?[就对]其中的?|[就对]其中的?))$"
)
"""以执法案卷为由不予公开的8件(中有)2件引发复议"""
_BESIDE = pattern("(?P<head>[^，；。：\\d]*)\\d+[件份宗](?:政府信息公开)?(?:申请|答复|决定|的)*，另?有$")
_ANSWERS = pattern("申请|公开|提供|处理|答复|告知|不掌握|案卷|第三方|过程性|查询|信访|重复|类|拒绝")
_CASES = pattern("复议|诉讼|起诉|应诉|案件|争议|被告|被申请人")
_UNWILLING = pattern("(?:的)?(?:申请人|当事人)[^，；。\\d]{0,4}(?:不服|不满|不认可|有异议|又|申请|提起|提出)")
"""有3件(申请人不服)申请了复议"""
_DISPUTED = pattern(
    "(?:不予公开|无法提供|不予处理|部分公开|予以公开)?(?:的)?(?:政府信息公开)?(?:申请|决定|答复|告知书?|案件|事项)*(?:又|还|先后|曾)?"
    "(?:引发|引起|导致|招致|被申请|被提起|被提请)了?(?:政府信息公开)?(?:行政)?(?:复议|诉讼|争议|纠纷)"
)
_BY_SOME = pattern(
    "(?:的)?(?:申请人|当事人)?[^，；。\\d]{0,4}?(?:不服|不满)?[又还并]?(?:申请|提起|提出|引发|引起|导致|被申请|被提起)了?(?:行政)?(?:复议|诉讼)"
)
"""部分公开15件，(1件)申请复议: of those told before."""
_RESULTS = frozenset(["granted", "partial", "denied", "unavailable", "not_processed", "other_result", "single_results"])
_ONLY = pattern("(?:行政)?(?:复议|诉讼|应诉)(?:案件)?(?:仅|只)(?:有|为|占)?")
_OUTCOME = pattern("维持|纠正|纠错|撤销|其他结果|审结|未结|在审")
_GOES_ON = ("", "其中", "另有", "有", "还有", "另", "又有")
_NEAR, _FAR = 12, 60
_SOME = "部分答复引起的"
_DISPUTES = "被申请复议或起诉的"


def is_answer_to(own: str) -> bool:
    """Whether applications may be called by their answer, not by what they ask for: 答复“本机关不掌握”的申请."""
    return "的" in own and "类" not in own


def why_of_answers(source: SourceText, sentence: SentenceState, number: PrintedNumber, role: Role, own: str) -> str:
    """Return why a number is not compared that is one of disputed answers; "" where it is."""
    if role.is_result:
        return _DISPUTES if own in _GOES_ON and _DISPUTED.match(source.text, number.end) else ""
    if not role.key.startswith("cases_"):
        return _SOME if role.is_case and _is_of_left_alone(sentence) else ""
    if _ONLY.fullmatch(own) and _OUTCOME.search(source.text, sentence.start, number.start):
        return _SOME  # 纠正的案件集中在复议环节；诉讼仅1件
    is_by_some = own in _GOES_ON and bool(_BY_SOME.match(source.text, number.end))
    if is_by_some and any(r.rule_id == "N-05" or r.key in _RESULTS for r in sentence.told):
        return _SOME
    if source.text[sentence.start : number.start].removesuffix(own).endswith("的，") and _CASES.search(own):
        return _SOME  # 申请人为自然人的，申请复议15件
    last = sentence.last
    if last and last.kind == "other" and last.key.startswith("cases_") and _SOME in last.meaning and own in _GOES_ON:
        return _SOME
    near = source.text[max(number.start - _NEAR, sentence.start) : number.start]
    begin = max(number.start - _FAR, sentence.start)
    among = _AMONG.search(source.text, begin, number.start) if holds_one(near, ("中", "里", "内")) else None
    if among is None and near.endswith("有") and _UNWILLING.match(source.text, number.end):
        among = _BESIDE.search(source.text, begin, number.start)
    if among is None or _CASES.search(among["head"]):
        return ""
    return _SOME if _ANSWERS.search(among["head"]) else ""


def _is_of_left_alone(sentence: SentenceState) -> bool:
    """Whether the cases told last are those of some answers: 不予公开13件中有3件被申请复议，其中2件维持."""
    cases = [r for r in sentence.told if r.key.startswith("cases_")]
    return bool(cases) and cases[-1].kind == "other" and _SOME in cases[-1].meaning
