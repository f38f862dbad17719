"""Reads how many answers were corrected, told without the word for a case: 全年有3件答复在行政复议中被纠正.

Behind words on answers it may be left out in section five: 答复不够严谨，全年有3件被复议机关纠正.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.base.patterns import holds_one, pattern
from core.texts.language import grammar
from core.texts.language.numbers import NUMERALS, han_number
from core.texts.reading.sentence.due import sentence_reader
from core.texts.reading.sentence.sentences import (
    CASE_TEXTS,
    OVERVIEW_TEXTS,
    REQUEST_TEXTS,
    NumberReading,
    SentenceState,
    SourceText,
)

_CORRECTED = pattern(
    rf"(?:(?<=[，；。：\n])|^)(?P<head>[^，；。：（）\d{NUMERALS}]{{0,12}}?)(?P<n>\d+|[{NUMERALS}]+)[件份宗]"
    r"(?:政府信息公开|信息公开|依申请公开)?(?:申请)?的?(?:答复书?|告知书|答复意见)(?P<why>因[^，；。\d]{2,16}?)?"
    r"(?:在|经|被|遭)?(?P<body>(?:行政)?复议(?:机关)?|(?:行政)?诉讼|(?:人民)?法院)(?:中|阶段|环节|程序|过程中|期间)?(?:依法|决定|判决)*"
    r"(?:被|予以)?(?:依法|决定|判决)*(?:纠正|纠错|撤销|责令重|确认违法)",
)
_BY_WHOM = pattern(
    rf"(?:(?<=[，；。：\n])|^)(?P<head>(?:全年|年内|本年度?|我[县市区局镇]|共|先后|已|仍|还|致使|导致|造成|因此|有)*)"
    rf"(?P<n>\d+|[{NUMERALS}]+)[件份宗](?P<why>)(?:被|经|遭)(?P<body>(?:行政)?复议机关|(?:人民)?法院)(?:依法|决定|判决)*"
    r"(?:予以)?(?:纠正|纠错|撤销|责令重新(?:作出|处理|答复)*|确认违法)",
    needs=["复议机关", "法院"],
)
_OTHER_WORK = pattern("指导|下级|下属|处罚|执法|强制|许可|征收|征地|办案|裁决|认定|登记|审批|合同|信访")
_WHOLE_YEAR = pattern("全年|年内|共|本年")
_OF_OTHERS = pattern("上年|去年|他年|较|比|多|少|拟|计划|可能|另|其余|全[省市县区州]|各|下级|下属|所辖|指导")


@sentence_reader((*REQUEST_TEXTS, *CASE_TEXTS, *OVERVIEW_TEXTS, "s1.oversight", "s5"), ("纠", "撤销", "责令", "确认"))
def answers_corrected(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield the answers that a sentence tells as corrected: at least so many where it does not say that they are all.

    A number for which a reason is told may be that of some of them.
    """
    for match in _told(source, sentence):
        value = int(match["n"]) if match["n"].isdecimal() else han_number(match["n"])
        if not value or _OF_OTHERS.search(match["head"]) or not source.is_this_year(sentence, match.start("n")):
            continue
        role = source.vocabulary.role("corrected")
        is_all = bool(_WHOLE_YEAR.search(match["head"])) and not match["why"]
        name = role.name if is_all else f"至少有的{role.name}"
        start, end = source.span(match.start("n"), match.end())
        quote = source.quote(match.start("n"), match.end())
        ways = role.alternatives("review" if "复议" in match["body"] else "lawsuit")
        kind, scope = "count" if is_all else "some", source.scope(match.start("n"))
        yield NumberReading(start, end, quote, value, kind, role.key, name, role.rule_id, ways, scope)


def _told(source: SourceText, sentence: SentenceState) -> Iterator[re.Match[str]]:
    """Yield where a sentence tells what was corrected: answers, or in section five what stands behind words on them."""
    if holds_one(sentence.text, ("答复", "告知书")):
        yield from _CORRECTED.finditer(source.text, sentence.start, sentence.end)
    for match in _BY_WHOM.finditer(source.text, sentence.start, sentence.end) if source.code == "s5" else ():
        before = source.text[sentence.start : match.start()]
        if grammar.OF_ANSWERS.search(before) and not _OTHER_WORK.search(before):
            yield match
