"""Reads in which way the only lawsuit came to court: 行政诉讼1件，为当事人经复议后仍不服再行起诉.

There is at least one of this way in the table, whatever it was about and whatever came of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.base.patterns import pattern
from core.form.known_cells import AFTER, DIRECT
from core.report.entry_text import Number
from core.texts.reading.cases.only_case import THAT_CASE, is_one
from core.texts.reading.sentence.due import count_pass, sentence_reader
from core.texts.reading.sentence.sentences import CASE_TEXTS, NumberReading, SentenceState, SourceText

_REVIEW = "(?:行政)?复议"
_NOT_BY = (
    f"(?:未|没有?|不|并未|未曾)(?:有|先|曾)*(?:经过?|申请过?|提起过?|提出过?|选择|走|进行|先行)*{_REVIEW}"
    f"|(?:放弃|绕[过开]|跳过|越过|舍弃){_REVIEW}"
)
_STRAIGHT = (
    "(?:直接|径直|径行|径自)(?:就|即|便|又|再|选择|向|到|至|去|(?:[省市县区州]|基层|中级|人民|铁路运输)*法院"
    "|采取|以)*(?:提起|提出|起诉|诉(?!求)|告(?!知))"
)
_BY = (
    f"(?:经过?了?|先[经走行]?过?(?:申请|提起|提出)?了?){_REVIEW}(?!机关|机构|委|局|部门|中|期间)|{_REVIEW}(?:程序|前置|终结|决定|结果|维持)*之?后"
    f"|(?:不服|不满)[^，；。、\\d]{{0,12}}{_REVIEW}(?:机关|机构)?(?:作出|维持|的)*(?:决定|结果|结论)"
    f"|对[^，；。、\\d]{{0,12}}{_REVIEW}(?:机关|机构)?(?:作出|维持|的)*(?:决定|结果|结论)(?:书)?(?:仍|依然|还是)?(?:不服|不满|有异议)"
)
_WAY = pattern(
    f"(?P<direct>{_NOT_BY}|{_STRAIGHT})|(?P<after>{_BY})",
    needs=["复议", "直接", "径"],
)
_REST = pattern("(?:(?P<sure>其余|余下|剩下?|剩余)|另外?|其[他它]|还有)的?(?:案件)?$")
_REST_BEHIND = pattern(
    f"(?:案件|案)?(?:均|都|全部|则|是|系|为|属于?|已|因|由|当事人|原告|申请人|，)*(?:(?P<direct>{_NOT_BY}|{_STRAIGHT})|(?P<after>{_BY}))"
    "(?![^，；。\\d]{0,4}(?:机关|机构|委|维持|纠正|撤销|终止|审))(?=[^，；。：（\\d]{0,16}(?<!的)的?(?:[，；。：（]|$))"
)
"""行政诉讼4件，1件直接起诉，(另外3件经过复议)"""
_OPEN = pattern(
    "(?:其[他余中它](?!结果)|另|余下|剩[余下]|上年|去年|□□□|如果?|若|可以?|应当?|引导|建议|告知其|驳回复议|复议(?:前置)?案件|列入|计入|归入|统计|抗诉|第三人)"
    "|(?:[不非无]|没有|未发生|未出现|未产生)(?:是|属于?|存在|发生|出现|任何|一件|1件)*(?:因|由|经)?(?:不服|未经|没有经过|经?过?复议后|直接)"
)
"""What tells of another case, of what might be done, or in which column the case was put."""
_DATES = pattern("(?:20\\d\\d年)?\\d{1,2}月(?:\\d{1,2}日)?|20\\d\\d年")
_LAWSUITS = pattern("诉讼|起诉|被诉|官司|法院")
_LONGEST = 60
_STOPS = "；。！？\n"
_WORDS = ("复议", "直接", "径")
_OPEN_KEYS, _REACH = ("unknown", "other_outcome", "other_outcome_short"), 8
_SUITS = "cases_lawsuit"
_RULE, _NAMES = "N-06", {"direct": "cases_direct", "after": "cases_after"}
_CELLS = {"direct": DIRECT, "after": AFTER}


@sentence_reader(CASE_TEXTS, _WORDS)
def way_of_case(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield that there is at least one lawsuit of the way in which the only one is said to have come to court."""
    if sentence.is_own_case is False:
        return
    first, end = source.span(sentence.start, sentence.start + 1)[0], source.span(sentence.end - 1, sentence.end)[1]
    lawsuits = [reading for reading in sentence.readings if reading.end <= end and _is_one_lawsuit(reading)]
    if len(lawsuits) == 1 and lawsuits[0].start >= first:
        yield from _told(source, lawsuits[0], lawsuits[0].end, sentence)
    elif len(lawsuits) == 1 and THAT_CASE.match(sentence.text.lstrip()):
        yield from _told(source, lawsuits[0], first, sentence)


@count_pass(texts=CASE_TEXTS, words=_WORDS, keys=_OPEN_KEYS)
def rest_of_lawsuits(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, the rest of its lawsuits as those of the way that is told of it."""
    if not _LAWSUITS.search(sentence.text):
        return [*readings]
    whole = next((r.value for r in readings if r.key == _SUITS), None)
    rest = None if whole is None else whole - sum(r.value for r in readings if r.key in _NAMES.values())
    return [_of_rest(source, r, rest) if r.key in _OPEN_KEYS and r.value else r for r in readings]


def _of_rest(source: SourceText, reading: NumberReading, rest: Number | None) -> NumberReading:
    """Return a number of lawsuits as those of a way where it is the rest of all, or is called so."""
    before = _REST.search(source.printed, max(reading.start - _REACH, 0), reading.start)
    is_rest = before is not None and (bool(before["sure"]) or reading.value == rest)
    told = _REST_BEHIND.match(source.printed, reading.end) if is_rest else None
    if told is None:
        return reading
    way = str(told.lastgroup)
    role = source.vocabulary.role(_NAMES[way])
    known = reading._replace(kind="count", key=role.key, meaning=role.name, rule_id=_RULE, words=(), phrase=None)
    return known.with_ways(((_CELLS[way],),))


def _told(source: SourceText, reading: NumberReading, begin: int, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield the way that is told from a place of the printed text on, before another number of cases."""
    end = source.span(sentence.end - 1, sentence.end)[1]
    stop = min((at for mark in _STOPS if (at := source.printed.find(mark, begin, end)) >= 0), default=end)
    others = [r.start for r in sentence.readings if begin <= r.start < stop and r.kind in ("count", "other")]
    stop = min([stop, begin + _LONGEST, *others])
    said = source.printed[begin:stop]
    told: dict[str, re.Match[str]] = {}
    for match in _WAY.finditer(said):
        told.setdefault(str(match.lastgroup), match)
    if len(told) != 1 or _OPEN.search(said) or any(c.isdecimal() for c in _DATES.sub("", said)):
        return
    way, match = next(iter(told.items()))
    name, stop = source.vocabulary.role(_NAMES[way]).name, begin + match.end()
    quote = source.printed[reading.start if begin == reading.end else begin : stop]
    ways = ((_CELLS[way],),)
    yield NumberReading(begin, stop, quote, 1, "some", _NAMES[way], name, _RULE, ways, reading.scope)


def _is_one_lawsuit(reading: NumberReading) -> bool:
    """Whether a number says that there was one lawsuit, and not in which way."""
    return is_one(reading) and {*reading.ways[0]} == {DIRECT, AFTER}
