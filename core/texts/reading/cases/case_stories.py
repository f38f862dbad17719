"""Reads what came of some cases told by the way: 1件因程序瑕疵被纠正; 一名村民申请行政复议，复议机关维持了原答复.

There are at least so many in the table, whatever they were about: no word of the cause needs to be known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.base.patterns import holds_one, pattern
from core.texts.language.meanings import Alternatives
from core.texts.language.numbers import NUMERALS, han_number
from core.texts.reading.sentence.sentences import CASE_TEXTS, NumberReading, SentenceState, SourceText
from core.texts.reading.told.named_before import CASES

_BY = "(?:而|被|遭|经|由|获得?|得到|予以|依法|决定|判决|判|(?:上级|行政)*复议机关|(?:人民)?法院|[省市县区]政府)*"
_CORRECTED = "纠正|纠错|撤销|变更|确认违法|败诉|(?:责令|判令)(?:重|限|履行|改)[^，；。、\\d]{0,8}"
_REASONS = ("因", "由于")
_OF_CAUSE = pattern(
    f"(?:(?<=[，；：。（\\n中里])|^)(?:其中|先后|全年|年内|今年|本年度?|□□□本年度?|当年|另外?|仍|还|已|共|有|仅|的|，)*(?P<n>\\d+|[{NUMERALS}]+)[件起宗](?:(?:行政)?(?:复议|诉讼))?(?:案件)?(?:均|都|是|系)?"
    f"(?:因为?|由于)(?P<why>[^，；。：、（）\\d]{{2,18}}?){_BY}(?:(?P<upheld>维持)|{_CORRECTED})(?:了|的)?(?=[，；。、）\\n]|$)",
    needs=_REASONS,
)
"""复议3件当中，(1件因程序瑕疵被纠正)"""
_FOLK = "村民|居民|群众|市民|业主|企业|公司|申请人|当事人|职工|农户"
_PERSON = pattern(
    f"(?:(?<=[，；。：\\n])|^)(?:全年|年内|本年度?|今年|期间|曾|仅|只|共|，)*(?:有?(?:[一1][名位个户家]|某)[^，；。（）、\\d]{{1,8}}?|有(?:{_FOLK})|(?:{_FOLK})?(?:[\u4e00-\u9fff]某某?|[\u4e00-\u9fff](?:先生|女士|姓(?:{_FOLK}))))"
    "(?P<why>(?:因|就|对|不服|不满|以|认为|，|向|于)(?:[^。；\\d]|\\d{1,2}[月日]){0,36}?|)(?:申请了?(?P<review>行政复议|复议)|提[起出]了?(?:(?P<too>行政复议|复议)|(?:行政)?诉讼)"
    "|起诉|[诉告][至到诸上]了?[^，；。]{0,6}法院)"
)
"""(有一名村民不服我镇答复，向县政府申请行政复议)，复议机关维持了原答复"""
_ABOUT_ANSWERS = pattern("答复|公开|告知书")
_NOT_TOLD = pattern(
    "可以|可依|有权|如有?|若|假如|应当?|将|拟|计划|未|没有|无关|上年|去年|前年|往年|□□□(?!本年)|向[我本]|对比|例如|比如|案例|模拟|培训|学习|讲解|下[级属]|指导|兄弟|被申请|信访|放弃|打算|表示[^，]{0,6}不服|典型"
)
_OTHER_MATTERS = pattern(
    "处罚|许可|强制|征收|登记|认定|审批|裁决|工伤|治安|补偿|信访|投诉|举报|热线|工单|信箱|建议|提案"
)
_OF_OTHER_OFFICE = pattern(
    "(?:不服|对|就)(?![我本原]|答复|政府信息|信息|依申请|街道)[^，；。]{1,12}?(?:局|委|办|厅|镇|乡|县|市|区|省|政府|部门|单位)[^，；。]{0,8}?(?:答复|决定|告知)"
)
_ASKED = pattern("(?:要求|请求|诉请|希望|主张)[^，；。]*")
"""申请复议，(要求撤销我处答复)"""
_OUTCOMES = (
    ("pending", pattern("审理中|在审|未审结|尚在审理|正在审理|等待")),
    ("corrected", pattern("撤销了?(?!复议|诉讼)|责令|判令|确认违法|纠正|败诉")),
    ("upheld", pattern("维持|驳回[^，；。]{0,6}诉讼请求|支持了?[我本]|胜诉")),
)
STORIES_TOLD = (*_REASONS, "复议", "诉", "法院")
"""What a sentence that tells of a case holds one of."""
_KINDS = ("review", "direct", "after", "lawsuit", "both")
_LAWSUITS = ("direct", "after", "lawsuit")
_SOME = "some"


def case_stories(
    source: SourceText, sentence: SentenceState, found: Sequence[NumberReading]
) -> Iterator[NumberReading]:
    """Yield how many cases of an outcome there are at least; ``found`` is what was read in the sentence already."""
    if source.code not in CASE_TEXTS or sentence.is_own_case is False:
        return
    for match in _OF_CAUSE.finditer(source.text, sentence.start, sentence.end):
        at = source.span(*match.span("n"))[0]
        value = int(match["n"]) if match["n"].isdecimal() else han_number(match["n"])
        is_known = any(r.start <= at < r.end and r.kind != "other" and r.key not in CASES for r in found)
        if not value or is_known or "无关" in sentence.text or not source.is_this_year(sentence, match.start("n")):
            continue
        key = "upheld" if match["upheld"] else "corrected"
        yield from _reading(source, match.span("n")[0], match.end(), value, key, _topics(source, sentence, match))
    for start, end in _parts(sentence):
        places = range(source.span(start, start + 1)[0], source.span(end - 1, end)[1])
        if not any(r.kind != "other" and r.rule_id == "N-06" and r.start in places for r in found):
            yield from _of_persons(source, sentence, start, end)


def _topics(source: SourceText, sentence: SentenceState, match: re.Match[str]) -> tuple[str, ...]:
    """Return the kinds of cases that those of a number may be of: all that are named up to it."""
    own = {source.topic_at(sentence, match.start("n"))}
    told = {key for _, end, key in source.topics(0, match.end()) if key in _KINDS and end <= match.end()}
    bodies = (("复议机关", "review"), ("法院", "lawsuit"))
    told |= {key for body, key in bodies if body in match[0]}
    topics = {key for key in (own | told) if key in _KINDS}
    if not topics - {"both"}:
        return ()
    if "both" in topics or ("review" in topics and not topics.isdisjoint(_LAWSUITS)):
        return ("both",)
    return ("review",) if topics == {"review"} else ("lawsuit",)


def _parts(sentence: SentenceState) -> Iterator[tuple[int, int]]:
    """Yield where the parts of a sentence begin and end: 一名家长提出复议，…；(另有一件直接起诉)."""
    start = sentence.start
    for part in sentence.text.split("；"):
        if part:
            yield start, start + len(part)
        start += len(part) + 1


def _of_persons(source: SourceText, sentence: SentenceState, start: int, end: int) -> Iterator[NumberReading]:
    """Yield the one case that a part of a sentence tells of without a number."""
    text = source.text[start:end]
    if not holds_one(
        text, ("一名", "一位", "一个", "1名", "1位", "一户", "一家", "1家", "某", "有", "先生", "女士", "姓")
    ):
        return
    match = _PERSON.search(source.text, start, end)
    if match is None or _NOT_TOLD.search(text) or not _ABOUT_ANSWERS.search(text) or _OF_OTHER_OFFICE.search(text):
        return
    if ("公开" not in text and _OTHER_MATTERS.search(text)) or not source.is_this_year(sentence, match.start()):
        return
    behind = _ASKED.sub("", source.text[match.end() : end])
    key = next((key for key, words in _OUTCOMES if words.search(behind)), "")
    is_review = match["review"] or match["too"]
    if holds_one(behind, ("诉", "法院") if is_review else ("复议",)) or holds_one(behind, ("上诉", "二审")):
        return  # both, one after the other
    topic = "review" if is_review else "lawsuit"
    yield from _reading(source, match.start(), end, 1, key or f"cases_{topic}", (topic,))


def _reading(
    source: SourceText, start: int, end: int, value: int, key: str, topics: tuple[str, ...]
) -> Iterator[NumberReading]:
    role = source.vocabulary.role(key)
    ways: Alternatives = tuple(role.alternatives(topic)[0] for topic in topics if role.alternatives(topic))
    end -= len(source.text[start:end]) - len(source.text[start:end].rstrip("。\n"))
    if ways:
        span, quote, scope = source.span(start, end), source.quote(start, end), source.scope(start)
        yield NumberReading(*span, quote, value, _SOME, key, f"至少有的{role.name}", role.rule_id, ways, scope)
