"""Reads shares of cases that are told in words: 维持的超过七成, 未经复议直接起诉的不足半数, 纠错率不足一成."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.base.patterns import pattern
from core.texts.language import grammar
from core.texts.language.concepts import Phrase
from core.texts.language.word_shares import SAID, WordShare, share_of
from core.texts.reading.case_shares import ways_of_share
from core.texts.reading.sentences import CASE_TEXTS, NumberReading, SentenceState, SourceText

_SAYS_SO = pattern("多数|部分|半|成|分之|%")
_RATE = pattern(
    f"(?:直接)?(?P<what>维持|支持|纠错|纠正|败诉)率(?:均|都|为|是|仅|只有|保持在|控制在|降至|降到)*(?P<said>{SAID.pattern})"
)
"""纠错率(不足一成)"""
_SHARE = pattern(f"(?:占了?|占到|占比|达到?|为|数量|比例|比重|案件)*(?P<said>{SAID.pattern})")
_NOT_JUDGED = pattern("其余|其他|另|增|减|各|较上|同比|上年|去年|降|升|均|率")
_LONGEST = 40
_RULE = "N-06"


def shares_of_cases(
    source: SourceText, sentence: SentenceState, said: Sequence[NumberReading]
) -> Iterator[NumberReading]:
    """Yield the shares in words of a sentence on cases; ``said`` is what was read in it already."""
    if source.code not in CASE_TEXTS or not _SAYS_SO.search(sentence.text):
        return
    end = sentence.start
    for clause in grammar.BREAK.split(sentence.text):
        start, end = end, end + len(clause) + 1
        rate = _RATE.search(clause)
        told = rate or _SHARE.search(clause)
        if told is None or len(clause) > _LONGEST or (not rate and _NOT_JUDGED.search(clause)):
            continue
        share = share_of(told, "said")
        place = source.span(start, start + len(clause))
        before = [r for r in said if r.end <= place[1]]
        if share is None or (told["percent"] and not share.is_range) or not _is_of_all(source, before, start):
            continue
        if not source.is_this_year(sentence, start) or any(r.kind == "share" and r.start >= place[0] for r in said):
            continue
        own = _OUTCOMES[rate["what"]] if rate else clause[: told.start()] + clause[told.end() :]
        yield from _reading(source, sentence, start, clause, own, share)


_OUTCOMES = {"维持": "维持", "支持": "维持", "纠错": "纠正", "纠正": "纠正", "败诉": "败诉"}


def _is_of_all(source: SourceText, before: Sequence[NumberReading], place: int) -> bool:
    """Whether nothing before a share narrows the cases that it is of: 因征地引发的8件中，维持的不足半数."""
    if any(r.kind == "other" for r in before):
        return False
    frames = [
        c for c in grammar.BREAK.split(source.text[source.text.rfind("。", 0, place) + 1 : place]) if _WITHIN.search(c)
    ]
    return all(source.vocabulary.concepts.said(_COUNT.sub("", frame)) is not None for frame in frames)


_WITHIN, _COUNT = pattern("[中里内]$"), pattern("\\d+[件宗起]")


def _reading(
    source: SourceText, sentence: SentenceState, start: int, clause: str, own: str, share: WordShare
) -> Iterator[NumberReading]:
    topic = source.topic_at(sentence, start + len(clause))
    made = source.vocabulary.concepts.composed(Phrase("", own, "", topic, "件"))
    ways = made.role.alternatives(made.topic) if made else ()
    shares = ways_of_share(ways[0], is_narrow=True) if len(ways) == 1 else ()
    if made and shares:
        span, quote = source.span(start, start + len(clause)), source.quote(start, start + len(clause))
        name = f"{made.role.name}的比例"
        yield NumberReading(
            *span, quote, share.middle, "share", "rate_of_cases", name, _RULE, shares, slack=share.slack
        )
