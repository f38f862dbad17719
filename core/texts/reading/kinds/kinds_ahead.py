"""Reads what became of so many applications of one kind, told behind them: 仅1件企业申请结转至下年.

Such a number is the cell of that row and of the column of the kind; never all that the kind asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.base.patterns import last_of, pattern
from core.texts.language.meanings import Role
from core.texts.language.phrase_said import Phrase
from core.texts.reading.kinds.results_of_kinds import KIND_NAMES
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_AHEAD = pattern(
    "(?P<number>\\d+)[件宗份](?P<kind>自然人|个人|公民|商业企业|企业|公司|法人|科研机构|社会公益组织|公益组织|法律服务机构|律师事务所|律所|律师)"
    "(?:所?提出|提交|递交)?的?(?:政府信息公开|信息公开)?(?:申请|来件)(?:件|事项)?"
    "(?P<what>[、和与及以]{1,2}(?=\\d)|[^，；。：（）、\\d]{2,30}(?=[，；。：（、\\n]|$))",
    needs=["申请", "来件"],
)
"""(1件企业申请结转至下年), (7件自然人申请、)3件企业申请结转下年"""
_JOINS, _MARKS = "、和与及以", "，；：。（）、"
_CARRIED_IN = pattern(
    "(?:□□□上年|上年|去年|上一年)度?[^，；。]{0,8}(?:转|遗留|带|留|未办|未结|未答)|(?:转|遗留|带|留)自(?:□□□上年|上年|去年)"
)
_CARRIED_OUT = pattern(
    "结转|转(?:入|至|到|往|下)|跨年|(?:留|延)(?:待|到|至)|(?:尚|仍|还|正)?在(?:办|处理|审查|审核|征求|补正)|(?:尚未|还未|未能?|没有?)(?:按期)?(?:办结|答复|办完)"
)
_DONE = pattern(
    "(?:已|均|都|全部|按期|依法|当年|年内|于[^，；。]{0,6}|在[^，；。]{0,6})*(?:办结|答复|办完|办理完毕)(?:了|完毕|件|的)*(?:当?中|里)?"
)
_BEFORE = pattern(
    "^(?:已|均|都|全部|被|经[^，；。]{0,8}后|依法|最终|获得?|得到|作出?|给予|答复|告知|决定|认定|为|是|属于?|系|因)*"
)
"""(被认定为)重复申请"""


@count_pass(texts=REQUEST_TEXTS, words=KIND_NAMES)
def kinds_ahead(source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]) -> list[NumberReading]:
    """Return the readings of a sentence, kinds with what became of them behind as the cells of that row."""
    found = list(readings)
    told = _told(source, sentence)
    for i, reading in enumerate(found if told else ()):
        match, said = told.get(reading.start, (None, ""))
        if match is None or reading.kind not in ("count", "other") or not source.is_this_year(sentence, match.start()):
            continue
        kind = source.vocabulary.concepts.shared(match["kind"], "request")
        row = _row_of(source, said) if kind and kind.is_applicant else None
        if kind is None or row is None:
            continue
        sets = dict.fromkeys(tuple(dict.fromkeys(cell[-2:] for cell in way)) for way in kind.alternatives(""))
        rows = row.alternatives("request")
        ways = tuple(tuple(f"{cell[:-2]}{column}" for cell in way for column in some) for some in sets for way in rows)
        own = last_of(_MARKS, source.text, sentence.start, match.start()) + 1
        quote = source.quote(max(own, sentence.start), match.end())
        what = reading.value, "count", row.key, f"{kind.name}·{row.name}", row.rule_id, ways, reading.scope
        found[i] = NumberReading(reading.start, reading.end, quote, *what)
    return found


def _told(source: SourceText, sentence: SentenceState) -> dict[int, tuple[re.Match[str], str]]:
    """Return the kinds told behind their numbers, with what became of them: that of the last of a list is of each."""
    told: dict[int, tuple[re.Match[str], str]] = {}
    behind, begin = "", -1
    for match in reversed([*_AHEAD.finditer(source.text, sentence.start, sentence.end)]):
        is_joined = match["what"][0] in _JOINS
        said = match["what"] if not is_joined else behind * (match.end() == begin)
        told[source.span(*match.span("number"))[0]] = match, said
        behind, begin = said, match.start()
    return told


def _row_of(source: SourceText, said: str) -> Role | None:
    """Return what the words behind some applications say that became of them; None where that is not known."""
    if not said:
        return None
    if _CARRIED_IN.search(said):
        return source.vocabulary.role("carried_in")
    if _CARRIED_OUT.search(said):
        return source.vocabulary.role("carried_out")
    if _DONE.fullmatch(said):
        return source.vocabulary.role("handled")
    for words in dict.fromkeys((said, _BEFORE.sub("", said))):
        composed = source.vocabulary.concepts.composed(Phrase("", words, "", "request", "件")) if words else None
        if composed and composed.role.is_result:
            return composed.role
    return None
