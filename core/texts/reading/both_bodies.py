"""Reads cases that a review body and a court decided together: 3件答复分别被复议机关和人民法院纠正.

Such a number is that of both tables of outcomes.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.form.known_cells import CASE_ROWS
from core.texts.language.numbers import PrintedNumber
from core.texts.reading.due import count_pass
from core.texts.reading.sentences import CASE_TEXTS, NumberReading, SentenceState, SourceText

_BODIES = "(?:行政)?复议机关(?:和|、|及|与|或者?|以及)(?:人民)?法院"
_OUTCOME = "(?P<what>纠正|纠错|撤销|变更|确认违法|责令重新|责令重作|维持|支持)"
_BEHIND = pattern(
    f"(?:政府信息公开|信息公开)?(?:的?(?:答复|决定|案件|行为|告知|处理)){{0,2}}(?:，)?(?:分别|先后|均|都)?(?:被|经|由|得到|获)?"
    f"{_BODIES}(?:分别|依法|决定|判决|的|予以|共计|共|合计|累计)*{_OUTCOME}"
)
_BEFORE = pattern(
    f"(?:^|被|经|由|[，；。：年])(?:被|经|由)?{_BODIES}(?:分别|依法|决定|判决|的|予以|共计|共|合计|累计)*{_OUTCOME}了?的?"
    "(?:[我本](?:[省市县区镇乡局委厅办]|街道|机关|单位)|街道)?的?"
    "(?:政府信息公开|信息公开)?(?:的?(?:答复|决定|案件|行为)){0,2}(?:，)?(?:分别|共计|共|合计|有|为|是)*$"
)
_ANSWERS = pattern("答复|信息公开|依申请")
_UNITS = ("件", "起", "宗", "例")
_NAMES = {"upheld": "复议和诉讼结果维持", "corrected": "复议和诉讼结果纠正"}


@count_pass(words=["法院"])
def of_both_bodies(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, with those of a review body and a court together in place of their own."""
    numbers = sentence.numbers
    found = list(readings)
    for number in numbers:
        told = _outcome(source, sentence, number)
        if told is None:
            continue
        start, end = source.span(number.start, number.end)
        quote = source.quote(*told[:2])
        ways = tuple(tuple(f"{group}.{told[2]}" for group in CASE_ROWS[:many]) for many in (3, 2))
        reading = NumberReading(start, end, quote, number.value, "count", told[2], _NAMES[told[2]], "N-06", ways)
        found = [*(r for r in found if r.start != start), reading]
    return found


def _outcome(source: SourceText, sentence: SentenceState, number: PrintedNumber) -> tuple[int, int, str] | None:
    """Return what both bodies are said to have done in so many cases, and where; None for anything else."""
    if number.unit not in _UNITS or number.is_rough or not source.is_this_year(sentence, number.start):
        return None
    behind = _BEHIND.match(source.text, number.end, sentence.end)
    before = _BEFORE.search(source.text[sentence.start : number.start])
    match = behind or before
    clause = source.clause(number.start, number.end)
    if match is None or (source.code not in CASE_TEXTS and not _ANSWERS.search(clause)):
        return None
    what = "upheld" if match["what"] in ("维持", "支持") else "corrected"
    if behind:
        return number.start, behind.end(), what
    return sentence.start + (before.start() if before else 0), number.end, what
