"""Reads the words before a number that say of which applications or cases it is: 在不予公开的答复中，…."""

from __future__ import annotations

from core.base.patterns import pattern
from core.texts.language import grammar
from core.texts.language.meanings import Alternatives
from core.texts.reading.sentence.sentences import SentenceState, SourceText

_WITHIN = pattern("(?P<set>[^，；：。（）]*?)(?:之|当)?[中里](?:，|：|$)")
ALL = frozenset(
    ["REQ", "RECV", "NEW", "DONE", "PROC", "ALL", "THING", "INFO", "DUE", "REVIEW", "SUIT", "CLOSED", "AND"]
)
"""What words say that name all applications, or all cases."""
_ASKERS = frozenset(["FOLK"])
CARRIED = pattern("(?:^|[，；])(?:结转|转入|顺延|留待)[^，；\\d]*(?:申请|办件)$")
"""(结转下年的申请)，自然人占九成以上: of these."""
_COUNT = pattern("\\d+[件宗起份]")
_YEARS = pattern(
    "(?:(?:近|最近|过去|这)(?:[几两二三四五六七八九十]|\\d)年|(?:历年|多年|近年|[几两二三四五]年)以?来|□□□[他上]年度?(?:以来|起|至今))"
    "(?!.*(?:本年|今年|全年|当年|年内))",
    needs=["近", "过去", "这", "来", "年起", "年度起", "至今"],
)
"""(近三年来)，不予公开的占比始终不足一成"""


def is_all(said: frozenset[str]) -> bool:
    """Whether words name all applications or cases, perhaps by whoever asked: 提出申请的家长和单位."""
    return said - (_ASKERS if "REQ" in said else frozenset()) <= ALL


def is_of_years_at(source: SourceText, sentence: SentenceState, place: int) -> bool:
    """Whether what stands at a place is said of several years."""
    return bool(_YEARS.search(source.text, sentence.start, place))


def is_of_carried(source: SourceText, sentence: SentenceState, place: int) -> bool:
    """Whether what stands at a place is said of applications carried over."""
    return bool(CARRIED.search(source.text[sentence.start : place].rstrip("，当中里")))


def frame_of(source: SourceText, sentence: SentenceState, place: int) -> Alternatives | None:
    """Return the group that a sentence narrows what follows to; None for all, () where it is not known to what."""
    before = source.text[sentence.start : place]
    if is_of_carried(source, sentence, place):
        return ()
    if "中" not in before and "里" not in before:
        return None
    for frame in _WITHIN.finditer(before):
        words = grammar.BREAK.split(frame["set"])[-1]
        words = _COUNT.sub("", words).removeprefix("在")
        said = source.vocabulary.concepts.said(words)
        meant = source.vocabulary.concepts.shared(words, "request") if said else None
        if said is None or (meant and (meant.word or meant.is_applicant)):
            return ()
        if meant:
            return meant.alternatives("request")[:1]
        if not is_all(said):
            return ()  # 在结转下年度的申请中
    return None
