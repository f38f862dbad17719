"""Reads what came of some applications told of by the way: 对涉考试命题的2件申请，研究认为属过程性信息，不予公开.

There are at least so many, whatever the applications were about: no word of what was asked for needs to be known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.base.patterns import pattern
from core.texts.language import grammar
from core.texts.language.meanings import Role
from core.texts.language.numbers import NUMERALS, han_number
from core.texts.reading.sentence.due import sentence_reader
from core.texts.reading.sentence.sentences import (
    OVERVIEW_TEXTS,
    REQUEST_TEXTS,
    NumberReading,
    SentenceState,
    SourceText,
)

_SOME = pattern(
    rf"(?:(?<=[，；。：\n])|^)(?P<head>[^，；。：（）\d]{{0,20}}?)(?P<n>\d+|[{NUMERALS}]+)(?P<unit>[件起宗份])"
    r"(?P<what>[^，；。：（）\d]{0,30}?)(?<!复议)(?<!许可)申请(?![人表书公]|条件|范围|资格|要求|主体)[^，；。：（）\d]{0,2}(?=[，，])"
)
"""对涉考试命题的(2件申请)，…; 有(3起涉及文物普查的申请)，…"""
_JUDGED = pattern("^[^，；。\\d]{0,14}?(?:认定|认为|判定|界定|审定|认定其|确认)(?=属|为|是|系)")
"""局务会研究认为(属过程性信息)"""
_OTHERS = pattern(
    "拟|计划|原(?!告|则)|另(?!行|外制)|其余|复议|诉讼|起诉|信访件|许可|审批|救助|补贴|下级|下属|指导|协助|上年|去年|他年|不服|纠正|撤销"
)
_MOST_CLAUSES = 4
_FEWEST = 2
"""One application is read with its number (``outcomes``)."""
_MENTIONED = pattern(
    rf"(?:(?<=[，；。：\n])|^)(?:[^，；。：（）\d{NUMERALS}]{{0,8}})(?P<n>\d+|[{NUMERALS}]+)[件起宗份]"
    "(?:村民|居民|群众|市民|企业|公民|自然人|个人|单位|当事人)?(?:提出|提交|递交)?的?(?:政府)?(?:信息公开|公开)?申请"
    "(?:的|在|被|因|之)(?:[^，；。\\d]{0,10})(?:答复|告知书|回复)"
)
"""(三起村民申请的答复)格式不统一: there are at least so many."""


@sentence_reader((*REQUEST_TEXTS, *OVERVIEW_TEXTS, "s5"), ["申请"])
def stories(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield what came of the applications that a sentence tells of by the way."""
    yield from _StoryReader(source).read(sentence)


class _StoryReader:
    """Reads what came of the applications that a text tells of by the way."""

    def __init__(self, source: SourceText) -> None:
        self._source = source

    def read(self, sentence: SentenceState) -> Iterator[NumberReading]:
        """Yield how many there are at least of a result."""
        found = sentence.readings
        for match in _SOME.finditer(self._source.text, sentence.start, sentence.end):
            value = _value(match)
            if value and self._is_ours(sentence, match) and not self._is_read(match, found):
                yield from self._results(match, value, found)
        if self._source.code == "s5":
            yield from self._mentioned(sentence, found)

    def _is_ours(self, sentence: SentenceState, match: re.Match[str]) -> bool:
        """Whether a number is of applications of this year that the report counts."""
        topic = self._source.topic_at(sentence, match.end())
        is_request = topic == "request" or (self._source.code == "s5" and topic in ("", "request"))
        return bool(
            is_request
            and not _OTHERS.search(match[0])
            and self._source.is_this_year(sentence, match.start())
            and not self._source.scope(match.start())
        )

    def _is_read(self, match: re.Match[str], found: Sequence[NumberReading]) -> bool:
        """Whether the number is known as that of a result already."""
        start, end = self._source.span(*match.span())
        return any(start <= r.start < end and r.kind != "other" and r.rule_id == "N-05" for r in found)

    def _results(self, match: re.Match[str], value: int, found: Sequence[NumberReading]) -> Iterator[NumberReading]:
        """Yield the results that the clauses behind a number say all of them had."""
        part = re.split("[；。！？\n]", self._source.text[match.end() + 1 :], maxsplit=1)[0]
        place = match.end() + 1
        clauses = grammar.BREAK.split(part)[:_MOST_CLAUSES]
        said: set[str] = set()
        if value < _FEWEST or any(re.search(r"\d|[一二三四五六七八九两]件|其中|部分申请|分别", c) for c in clauses):
            return
        for clause in clauses:
            role = self._role(clause)
            if role and role.key not in said:
                said.add(role.key if not role.word else role.word)
                start, end = self._source.span(match.start("n"), place + len(clause))
                if not any(
                    r.kind == "count" and r.start >= start and r.end <= end and r.key == role.key for r in found
                ):
                    quote = self._source.quote(match.start("n"), place + len(clause))
                    ways = role.alternatives("request")
                    yield NumberReading(
                        start, end, quote, value, "some", role.key, f"至少有的{role.name}", role.rule_id, ways
                    )
            place += len(clause) + 1

    def _role(self, clause: str) -> Role | None:
        concepts = self._source.vocabulary.concepts
        clause = _JUDGED.sub("", clause)
        if not clause or _OTHERS.search(clause):
            return None
        row = concepts.row(clause) or concepts.outcome(clause, "request")
        return row if row and row.is_result else None

    def _mentioned(self, sentence: SentenceState, found: Sequence[NumberReading]) -> Iterator[NumberReading]:
        """Yield how many applications there are at least, where their answers are spoken of."""
        match = _MENTIONED.search(self._source.text, sentence.start, sentence.end)
        value = _value(match) if match else None
        if not match or not value or _OTHERS.search(match[0]) or not self._source.is_this_year(sentence, match.start()):
            return
        start, end = self._source.span(*match.span())
        if any(r.start < end and start < r.end and r.kind == "count" for r in found) or self._source.scope(
            match.start()
        ):
            return
        role = self._source.vocabulary.role("received")
        quote, name = self._source.quote(*match.span()), f"至少有的{role.name}"
        yield NumberReading(start, end, quote, value, "some", role.key, name, role.rule_id, role.alternatives(""))


def _value(match: re.Match[str]) -> int | None:
    return int(match["n"]) if match["n"].isdecimal() else han_number(match["n"])
