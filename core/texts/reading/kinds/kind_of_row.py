"""Reads who asked for what was just counted: 上年结转的1件由自然人提出; 转入下年的13件，申请人清一色为自然人.

There are at least so many of that kind in the row of the number. What kind there is none of is of that row too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from core.base.patterns import holds_one, pattern
from core.form.known_cells import CARRIED_IN_ROW, CARRIED_OUT_ROW, HANDLED_ROW, KINDS, RECEIVED_ROW, in_row
from core.texts.language.left_alone import OF_SOME
from core.texts.language.numbers import PrintedNumber
from core.texts.language.own_words import columns
from core.texts.language.role_keys import ASKED_FOR
from core.texts.reading.sentence.sentences import REQUEST_TEXTS, NumberReading, SentenceState, SourceText

_WORDS = ("为", "是", "系", "由", "自")
_ALL = "(?:均|都|全部|全|皆|清一色地?|一律|悉数|无一例外地?)?"
_OF_KIND = pattern(
    "(?:(?:政府)?(?:信息)?(?:公开)?申请)?(?:(?:尚|仍|还|均|需|须|将)*(?:未|没|在办|正在|待|处于|结转|转入|顺延|跨年|留到|留待)[^，；。：（\\d]{0,14}(?=，))?[，,]?(?:其|该|这些?)?(?:申请人|申请主体|申请者|提出者|提出人)?(?:身份|类别|类型)?"
    f"{_ALL}(?:为|是|系|由|来自|出自|属于?)+(?:同?[一两]?[名家位个]|\\d+[名家位个])?"
    "(?P<who>[^，；：。（）、\\d和与及或]{2,10}?)(?:所|在|于(?:□□□[上本]年|◇|◆)+[上中下]?旬?)*(?:提出|提交|递交|发起)?的?(?:申请)?(?=[，；。]|$)"
)
_ROWS = ("carried_in", "carried_out")
_OF_KINDS = frozenset(f"{RECEIVED_ROW}.{kind}" for kind in KINDS)
_ROW_OF = {
    "handled": (HANDLED_ROW, "N-04"),
    "carried_in": (CARRIED_IN_ROW, "N-03"),
    "carried_out": (CARRIED_OUT_ROW, "N-03"),
}


def kind_of_row(
    source: SourceText, sentence: SentenceState, inside: Sequence[PrintedNumber], counted: Sequence[NumberReading]
) -> Iterator[NumberReading]:
    """Yield that so many applications of a row are of the kind named right behind their number."""
    if source.code not in REQUEST_TEXTS or not holds_one(sentence.text, _WORDS):
        return
    rows = {r.start: r for r in counted if r.key in _ROWS and r.kind == "count" and r.value and not r.scope}
    for number in inside if rows else ():
        reading = rows.get(source.span(number.start, number.end)[0])
        match = _OF_KIND.match(source.text, number.end, sentence.end) if reading else None
        kind = source.vocabulary.concepts.shared(match["who"], "request") if match else None
        if reading is None or match is None or kind is None or not kind.is_applicant:
            continue
        start, end = source.span(match.start(), match.end())
        if any(start < r.end and r.start < end and r.key != "unknown" for r in counted):
            continue
        kinds = [way for way in kind.alternatives("request") if all(in_row(cell, RECEIVED_ROW) for cell in way)]
        ways = tuple(way for one in kinds for way in columns(reading.ways, (one,)))
        what = reading.value, "some", "kind_of_row", f"{reading.meaning}·{kind.name}", reading.rule_id
        quote = source.quote(number.start, match.end())
        yield NumberReading(start, end, quote, *what, tuple(dict.fromkeys(ways)), words=reading.words)


def none_of_row(denied: Iterable[NumberReading], counted: Sequence[NumberReading]) -> Iterator[NumberReading]:
    """Yield what there is none of, kinds in the row told before: 结转下年的13件，没有企业提出的."""
    for reading in denied:
        before = [r for r in counted if r.end <= reading.start and r.key != "unknown"]
        if before and reading.rule_id == "N-05" and before[-1].kind == "other" and OF_SOME in before[-1].meaning:
            continue  # 企业25件，公开9件、…，不予处理没有: of these 25
        row = _ROW_OF.get(before[-1].key) if before and before[-1].kind == "count" else None
        is_of_kind = reading.kind == "none" and all(cell in _OF_KINDS for way in reading.ways for cell in way)
        if row is None or not is_of_kind or any(r.key in ASKED_FOR for r in before):
            yield reading
            continue
        ways = tuple(tuple(cell.replace(RECEIVED_ROW, row[0]) for cell in way) for way in reading.ways)
        yield reading._replace(ways=ways, rule_id=row[1])
