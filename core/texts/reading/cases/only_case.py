"""Reads what came of the only case of a kind: 发生行政复议1件，系…一事，复议机关审理后维持了我局的答复.

The clause of the outcome tells of nothing but who decided and how, so it is that of the case, whatever it was about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.base.patterns import pattern
from core.form.known_cells import REVIEW_ROW
from core.texts.reading.sentence.due import sentence_reader
from core.texts.reading.sentence.sentences import CASE_TEXTS, NumberReading, SentenceState, SourceText
from core.texts.reading.told.reasons import PART_OF_YEAR

_LEAD = "(?:该案|此案|案件|案子|现|已|后|最终|最后|年底前|年内|当年|同年|目前|至年底|截至年底|\\d{1,2}月|被|获|经|由)*"
_BODY = (
    "(?P<body>(?:(?:(?!不服|不满|对|因|就|要求|认为|系|为)[\u4e00-\u9fff]){0,8}?"
    "(?:复议机关|复议机构|复议委员会|(?:人民|[省市县区州])政府|法院))?)"
)
_HOW = (
    "(?:(?:(?:复议|处理|审理|裁判|判决|诉讼|最终)?(?:结果|结论)(?:为|是|：)?)|经过?|依法|审理|审查|开庭|听证|调查|书面|一审|之?后"
    "|最终|作出|决定|判决|裁定|已|于|\\d{1,2}月|予以|给予|了)*"
)
_OURS = "(?=我|本|原|该|街道|答复|告知|行政行为|结果|决定|处理|的(?:决定|判决|结果)|[，；。、（]|$)"
_US = "(?:(?:我|本)(?:局|委|办|厅|院|镇|乡|县|市|区|街道|机关|单位|方)|街道|被告|[市县区镇乡]政府)?"
_OUTCOMES = {
    "upheld": f"{_US}胜诉(?!方|率)|维持了?{_OURS}|驳回了?(?:原告|其|对方|当事人|申请人)?的?(?:全部)?诉讼请求",
    "corrected": (
        f"{_US}败诉(?!方|率|的?风险)|(?:撤销|变更|纠正)了?{_OURS}|确认[^，；。\\d]{{1,14}}违法"
        "|(?:责令|判令)[^，；。\\d]{0,12}(?:重新|重作|限期|履行)"
    ),
    "other": (
        "(?:申请人|原告|当事人|对方|家属|起诉人)(?:主动|自愿|自行|后来|已|又)*(?:撤诉|撤回)"
        "|准予撤[诉回]|终止了?(?:行政)?(?:复议|审理)"
    ),
    "pending": "(?:尚|正|仍|还)?在审理|尚未(?:审结|作出|开庭|结案)",
}
_TOLD = pattern(
    "(?<=[，。])(?P<said>"
    + _LEAD + _BODY + _HOW + "(?:"
    + "|".join(f"(?P<{key}>{words})" for key, words in _OUTCOMES.items())
    + ")[^，；。]*)",
    needs=["维持", "撤", "纠正", "变更", "违法", "令", "驳回", "终止", "审", "诉"],
)  # fmt: skip
_MORE = pattern(
    "上诉|二审|再审|抗诉|发回|先后|其中|□□□|上年|去年|另[一有]|部分|后又|又[向诉提起]|其他结果|列入|计入|归入|统计"
)
"""What tells of a second instance, of another case, of part of a decision, or in which column it was put."""
_WORDS = ("胜诉", "败诉", "维持", "撤", "纠正", "变更", "违法", "责令", "判令", "驳回", "终止", "审理", "尚未")
_COURT = "法院"
THAT_CASE = pattern(
    "(?:该|此|这)(?:一|1)?(?:[件起宗](?:政府)?(?:信息公开)?(?:行政)?(?:复议|诉讼)?(?:案件|案)?|(?:行政)?(?:复议|诉讼)?案件?)(?![件起宗])"
)
"""发生行政复议1件。(该件复议)涉及…，至年底尚未审结"""
_RULE, _CASES, _TOTAL = "N-06", "cases_", ".total"


@sentence_reader(CASE_TEXTS, _WORDS)
def only_case(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield that there is at least one case with the outcome that is told of the only one of its kind."""
    if sentence.is_own_case is False:
        return
    end = source.span(sentence.end - 1, sentence.end)[1]
    first = source.span(sentence.start, sentence.start + 1)[0]
    for reading in sentence.readings:
        if not is_one(reading):
            continue
        begin = max(source.printed.rfind("；", first, reading.start) + 1, first)
        stop = source.printed.find("；", reading.end, end)
        stop = stop if stop >= 0 else end
        others = [r for r in sentence.readings if r is not reading and begin <= r.start < stop]
        behind = source.printed[reading.end : stop]
        told = [*_TOLD.finditer(source.printed, reading.end, stop)]
        if (
            not _is_of_one_outcome(told)
            or _MORE.search(behind)
            or any(r.rule_id == _RULE or r.kind != "other" for r in others)
        ):
            continue
        yield from _told_of(source, reading, told[0])


@sentence_reader(CASE_TEXTS, _WORDS)
def that_case(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield the same where the sentence behind begins with 该件复议, 该案; ``readings`` are those of the whole text."""
    if sentence.is_own_case is False or not THAT_CASE.match(sentence.text.lstrip()):
        return
    first, end = source.span(sentence.start, sentence.start + 1)[0], source.span(sentence.end - 1, sentence.end)[1]
    cases = [r for r in sentence.readings if (r.rule_id == _RULE or r.key.startswith(_CASES)) and r.value]
    told = [*_TOLD.finditer(source.printed, first, end)]
    if len(cases) != 1 or not is_one(cases[0]) or cases[0].end > first or not _is_of_one_outcome(told):
        return
    if not _MORE.search(source.printed, first, end):
        yield from _told_of(source, cases[0], told[0])


def _is_of_one_outcome(told: Sequence[re.Match[str]]) -> bool:
    """Whether an outcome is told, perhaps twice: 法院判决驳回其诉讼请求，本局胜诉."""
    return len({next(key for key in _OUTCOMES if match[key]) for match in told}) == 1


def _told_of(source: SourceText, reading: NumberReading, told: re.Match[str]) -> Iterator[NumberReading]:
    """Yield the outcome that is told of the only case of a kind; none where another body decided."""
    key = next(key for key in _OUTCOMES if told[key])
    stems = [cell.removesuffix(_TOTAL) for cell in reading.ways[0]]
    if told["body"] and (_COURT in told["body"]) == (stems == [REVIEW_ROW]):
        return  # a lawsuit, and what the review before it had come to
    name = source.vocabulary.role("other_outcome" if key == "other" else key).name
    ways = (tuple(f"{stem}.{key}" for stem in stems),)
    yield NumberReading(*told.span("said"), told["said"], 1, "some", key, name, _RULE, ways, reading.scope)


def is_one(reading: NumberReading) -> bool:
    """Whether a number says that there was one review, or one lawsuit; in a part of the year, too."""
    is_told = reading.kind == "count" or PART_OF_YEAR in reading.meaning
    if not is_told or reading.value != 1 or not reading.key.startswith(_CASES) or len(reading.ways) != 1:
        return False
    cells = reading.ways[0]
    return all(cell.endswith(_TOTAL) for cell in cells) and (len(cells) == 1 or not cells[0].startswith(REVIEW_ROW))
