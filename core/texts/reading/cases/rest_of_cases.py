"""Reads all disputes that are told as reviews and, for the rest, lawsuits: 争议案件合计34件，除复议20件外，余为诉讼.

They are the cases of both kinds together. Where the words before them narrow them, those of one kind are some only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.base.patterns import pattern
from core.form.known_cells import CASE_TOTALS, DIRECT, REVIEWS
from core.texts.language.grammar import BREAK
from core.texts.language.left_alone import OF_SOME
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import CASE_TEXTS, NumberReading, SentenceState, SourceText

_KIND = "(?:行政)?(?:复议|诉讼|应诉)(?:案件|申请|案)?"
_REST = pattern(
    "(?<![\\d.])(?P<whole>\\d+)[件起宗](?:案件|争议)?[，：（；](?:其中|，|除去?了?|扣除|刨去|包括|含|有)*"
    f"(?:(?P<kind>{_KIND})(?:占了?|有|为|是|的|共)*(?P<part>\\d+)[件起宗]|(?P<own>\\d+)[件起宗](?:案件)?(?:的?(?:为|是|属于?|系))?{_KIND})"
    "(?:[之以]?外)?[）]?，(?:其?余下?|其余|剩余|剩下|余者|另外)(?:的|案件|部分)*(?:\\d+[件起宗])?(?:均|都|皆|全部|全|则|即)*(?:为|是|属于?|系)"
    f"{_KIND}(?=[，。；]|$)"
)
"""合计(34件，除复议20件外，余为诉讼)"""
_DISPUTES = pattern(
    "(?:截至|全年|年内|本年度?|□□□本年度?|今年|当年|[我本全][局委办厅院镇乡市县区省]|街道|共|发生|产生|的)*(?:因|由|涉及?|有关|关于)*(?:政府)?信息公开"
    "(?:工作|领域|方面|类|申请|答复|问题|引发|引起|产生|而|的)*(?:行政|法律)?(?:争议|纠纷|案件|案)+(?:案件|总数|总量|数量|一共|共计|总共|合计|总计|累计|共|有|为|达到?)*"
)
_WHY = f"{OF_SOME}，不核对"
_ALTERNATIVES = (CASE_TOTALS, (REVIEWS, DIRECT))
"""Of both kinds, or with those that went to court after a review counted once."""


@count_pass(texts=CASE_TEXTS, words=("余", "剩"), keys=["unknown"])
def rest_of_cases(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, such a total as that of all cases, or its parts as parts of some."""
    told = _REST.search(source.text, sentence.start, sentence.end)
    if told is None or not source.is_this_year(sentence, told.start()):
        return [*readings]
    at, end = source.span(*told.span("whole"))[0], source.span(*told.span())[1]
    if all(reading.start != at or reading.key != "unknown" for reading in readings):
        return [*readings]
    head = BREAK.split(source.text[sentence.start : told.start()])[-1]
    is_all = _DISPUTES.fullmatch(head)
    return [_told(source, told, r) if r.start == at and is_all else _some(r, at, end, bool(is_all)) for r in readings]


def _told(source: SourceText, told: re.Match[str], reading: NumberReading) -> NumberReading:
    role = source.vocabulary.role("cases_both")
    made = reading._replace(kind="count", key=role.key, meaning=role.name, rule_id=role.rule_id, ways=_ALTERNATIVES)
    return made._replace(scope=source.scope(told.start()))


def _some(reading: NumberReading, start: int, end: int, is_all: bool) -> NumberReading:
    is_part = start < reading.start < end and reading.kind == "count"
    return reading._replace(kind="other", meaning=f"{reading.meaning}（{_WHY}）") if is_part and not is_all else reading
