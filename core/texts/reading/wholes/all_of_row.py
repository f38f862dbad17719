"""Reads that one kind of applicants made all applications of a row: 结转下年的都是企业申请, 未办结的均由个人提出."""

from __future__ import annotations

from collections.abc import Iterator

from core.base.patterns import pattern
from core.form.known_cells import OF_ALL_KINDS
from core.texts.language.meanings import Role
from core.texts.language.phrase_said import Phrase
from core.texts.reading.sentence.due import sentence_reader
from core.texts.reading.sentence.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_SHAPE = pattern(
    "(?:^|(?<=[，；：。]))(?P<row>[^，；：。（）、\\d]{3,16}?(?:的|的?申请|的?办件|件))(?:均|都|全部|皆|全|清一色|一律|悉数|无一例外地?)"
    "(?:为|是|系|由|来自|出自|属于?)+(?P<who>[^，；：。（）、\\d和与及或]{2,10}?)(?:所)?(?:提出|提交|递交|发起)?的?(?:申请)?(?=[，；。]|$)",
    needs=["均", "都", "全", "皆", "清一色", "一律", "悉数", "无一例外"],
)
_ONLY = pattern(
    "(?:^|(?<=[，；：。]))(?:而|且|其中|，)*(?P<row>申请人|申请主体|申请者)(?:类型|类别|身份|构成|结构|仍|依旧|依然|目前|上|方面)*(?:仅|只|单)(?:有|为|是|限于|来自|涉及|含)+"
    "(?P<who>[^，；：。（）、\\d和与及或]{2,10}?)(?:这?一[类种]|群体)?(?=[，；。]|$)",
    needs=["申请人", "申请主体", "申请者"],
)
"""申请人仅有自然人一类"""
_ROWS = ("carried_in", "carried_out")
_ASKERS = ("申请人", "申请主体", "申请者")
_FIRST_WORDS = ("结转", "未", "在办", "跨年", "遗留", "转", "仅", "只", "单")


@sentence_reader(REQUEST_TEXTS, _FIRST_WORDS)
def all_of_row(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield the other kinds of such a row as those that it has none of."""
    concepts = source.vocabulary.concepts
    matches = [m for shape in (_SHAPE, _ONLY) for m in shape.finditer(source.text, sentence.start, sentence.end)]
    for match in matches:
        kind = concepts.shared(match["who"], "request")
        row = _row(source, match["row"])
        if row is None or kind is None or not kind.is_applicant:
            continue
        span = source.span(*match.span())
        if any(r.kind == "none" and r.start < span[1] and span[0] < r.end for r in sentence.readings):
            continue
        own = {cell[-3:] for way in kind.alternatives("request") for cell in way}
        stem = row.alternatives("request")[0][0].removesuffix(OF_ALL_KINDS)
        cells = tuple(f"{stem}.C{column}" for column in range(1, 7) if f".C{column}" not in own)
        if cells and source.is_this_year(sentence, match.start()):
            what = 0, "none", "all_of_row", f"{row.name}均由{kind.name}提出", row.rule_id, (cells,)
            scope = source.scope(match.start())
            yield NumberReading(span[0], span[1], source.quote(*match.span()), *what, scope)


def _row(source: SourceText, noun: str) -> Role | None:
    """Return the row that a noun means; None where it is none of those that are read."""
    if noun in _ASKERS:
        return source.vocabulary.role("received_new")
    made = source.vocabulary.concepts.composed(Phrase("", noun, "", "request", "件"))
    return made.role if made and made.role.key in _ROWS else None
