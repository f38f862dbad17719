"""Reads by how much two numbers of the tables differ, neither of them told: 期末结转比年初减少6件, 是年初结转数的两倍.

Both must be understood by all of their words. With last year's number told (与2023年的38件相比，新收申请多了6件), the
difference gives this year's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.language.grammar import BREAK
from core.texts.language.meanings import Alternatives, Role
from core.texts.language.phrase_said import Phrase
from core.texts.language.role_keys import ASKED_FOR
from core.texts.language.year_words import FALLEN, RISEN
from core.texts.reading.sentence.due import count_pass, sentence_reader
from core.texts.reading.sentence.sentences import (
    OVERVIEW_TEXTS,
    REQUEST_TEXTS,
    NumberReading,
    SentenceState,
    SourceText,
)
from core.texts.reading.sentence.share_checks import added

KIND = "change"
_TEXTS = (*REQUEST_TEXTS, *OVERVIEW_TEXTS, "s5")
_WORDS = "[^，；：。（）、\\d]"
_MORE = (
    f"(?:净|又|还|要|反而|整整|只|仅)*(?:(?P<more>多|超|{RISEN})|(?P<less>少|低|{FALLEN}))(?:了|出)*(?P<n>\\d+)[件宗份]"
    "(?=[，；。、）]|$)"
)
_ADVERBS = "(?:总体|整体|数量|略有?|有所|明显|大幅|同步|也|均|已|则)*"
_SHAPES = (
    pattern(
        f"(?:^|(?<=[，；：。]))(?P<one>{_WORDS}{{2,20}}?)(?:(?P<more>高于|多于|超过|超出|大于)|(?P<less>低于|少于|小于|不及))"
        f"(?P<other>{_WORDS}{{2,16}}?)(?P<n>\\d+)[件宗份](?=[，；。、）]|$)"
    ),
    pattern(
        f"(?:^|(?<=[，；：。]))(?P<one>{_WORDS}{{2,20}}?)(?:相?比|相?较于?)(?P<other>{_WORDS}{{2,16}}?){_ADVERBS}{_MORE}"
    ),
    pattern(
        f"(?:^|(?<=[，；：。]))(?:[与同和跟]|相?较于?|相?比)(?P<other>{_WORDS}{{2,16}}?)(?:相比较?|相较|对比|比较|比)?，(?P<one>{_WORDS}{{2,20}}?)"
        f"{_ADVERBS}{_MORE}"
    ),
)
_TIMES = pattern(
    f"(?:^|(?<=[，；：。]))(?P<one>{_WORDS}{{2,20}}?)(?:翻了?一?番[，、]?)?(?P<about>已|竟|约|近|将近|大约|正好|恰好)*(?:是|为|达到?|相当于)"
    f"(?P<other>{_WORDS}{{2,16}}?)的(?P<times>[一两二三四五]|\\d(?:\\.\\d)?)倍(?=[，；。、）]|$)",
    needs=["倍"],
)
_THAN_LAST = pattern(
    "(?:[与同和跟比]|相?较于?)(?:□□□上年|上年|去年|上一年)度?(?:同期)?(?:的|收到|受理|新收|共|为|是|办结|申请)*(?P<base>\\d+)[件宗份](?:申请)?"
    f"(?:相比较?|相较|对比|比)?，?(?P<one>{_WORDS}{{0,20}}?){_ADVERBS}{_MORE}",
    needs=["多", "少", "增", "减", "降", "升", "涨", "跌"],
)
_AT_FIRST = pattern(
    "(?:年初|期初|上年[底末]|去年[底末]|上年年[底末]|去年年[底末]|□□□上年年?[底末])(?:时|的)?(?:存量|数|数量|水平)?"
)
_OF_YEAR = ("received", "received_new", "mentioned", "handled", "carried_in", "carried_out", "due")
_SLACK, _ROUGH_SLACK = Decimal("0.06"), Decimal("0.3")
"""By how much 1.5倍, or 两倍 and 约5.1倍, may differ."""
_HAN = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5}


@count_pass(texts=_TEXTS, words=["比", "较", "与", "同", "于", "超", "不及"])
def role_differences(source: SourceText, sentence: SentenceState, said: Sequence[NumberReading]) -> list[NumberReading]:
    """Return the readings of a sentence, those of such differences as what they say of both numbers."""
    made = {reading.start: reading for reading in (*_changes(source, sentence), *_since_last(source, sentence, said))}
    return [made[r.start] if r.start in made and r.kind == "other" else r for r in said]


@sentence_reader(_TEXTS, ["倍"])
def multiples(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield how many times one number of the tables is another."""
    for match in _TIMES.finditer(source.text, sentence.start, sentence.end):
        one, other = _roles(source, match["one"], match["other"])
        if one and other and source.is_this_year(sentence, match.start()):
            times = _HAN.get(match["times"]) or _number(match["times"])
            read = _reading(source, match.start("one"), match.span(), (one, other), times, ())
            is_exact = not match["about"] and isinstance(times, Decimal)
            yield read._replace(slack=_SLACK if is_exact else _ROUGH_SLACK)


def judged_change(reading: NumberReading, numbers: Mapping[str, Number]) -> tuple[str, bool | None]:
    """Return by how much two numbers differ in the tables, and whether that is what is told."""
    ones, others = ([added(way, numbers) for way in ways] for ways in (reading.ways, reading.groups))
    if None in ones or None in others:
        return "", None
    places = [(i, j) for i in range(len(ones)) for j in range(len(others))]
    same = [(i, j) for i, j in places if _rows(reading.ways[i]) == _rows(reading.groups[j])]
    pairs = [(ones[i] or 0, others[j] or 0) for i, j in same or places]
    if reading.bases:
        return "", any(one - other == reading.value * reading.bases[0] for one, other in pairs)
    known = [float(one) / float(other) for one, other in pairs if other]
    is_told = any(abs(times - float(reading.value)) <= float(reading.slack) for times in known)
    return "", is_told if known else None


def _rows(way: Sequence[str]) -> set[str]:
    return {cell.rpartition(".")[0] for cell in way}


def _changes(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    for shape in _SHAPES:
        for match in shape.finditer(source.text, sentence.start, sentence.end):
            one, other = _roles(source, match["one"], match["other"])
            if one is None or other is None or not source.is_this_year(sentence, match.start()):
                continue
            sign = (-1,) if match["less"] else (1,)
            span = match.start("n"), match.end()
            yield _reading(source, match.start(), span, (one, other), int(match["n"]), sign)


def _since_last(source: SourceText, sentence: SentenceState, said: Sequence[NumberReading]) -> Iterator[NumberReading]:
    """与2023年的38件相比，新收申请多了6件: 44 of this year, unless that is told itself."""
    for match in _THAN_LAST.finditer(source.text, sentence.start, sentence.end):
        before = BREAK.split(source.text[sentence.start : match.start()])[-1]
        noun = match["one"] or before
        role = _role(source, noun) if noun else None
        start, end = source.span(match.start("n"), match.end())
        if role is None or role.key not in _OF_YEAR or role.key in ("carried_in", "due"):
            continue
        if any(r.kind == "count" and r.end <= start and r.rule_id == role.rule_id for r in said):
            continue
        value = int(match["base"]) + (-int(match["n"]) if match["less"] else int(match["n"]))
        ways, name = _ways(role), f"{role.name}（按相差的件数推算）"
        quote, scope = source.quote(match.start(), match.end()), source.scope(match.start())
        yield NumberReading(start, end, quote, value, "count", role.key, name, role.rule_id, ways, scope)


def _roles(source: SourceText, one: str, other: str) -> tuple[Role | None, Role | None]:
    first = _role(source, one)
    if first is not None and first.key == "carried_out" and _AT_FIRST.fullmatch(other):
        return first, source.vocabulary.role("carried_in")  # 期末结转比年初减少6件
    second = _role(source, other) if first else None
    return (first, second) if second and first and _ways(first) != _ways(second) else (None, None)


def _role(source: SourceText, noun: str) -> Role | None:
    """Return what a noun is in the tables; None where it is not understood, or no number of applications."""
    made = source.vocabulary.concepts.composed(Phrase("", noun, "", "request", "件"))
    role = made.role if made else None
    return role if role and (role.key in _OF_YEAR or role.is_applicant or role.is_result) else None


def _ways(role: Role) -> Alternatives:
    """Return how a number may be reckoned: 新收 without those carried in."""
    ways = role.alternatives("request")
    return ways[:1] if role.key == "received_new" else ways[:2] if role.key in ASKED_FOR else ways


def _number(said: str) -> Number:
    return int(said) if said.isdecimal() else Decimal(said)


def _reading(
    source: SourceText,
    begin: int,
    span: tuple[int, int],
    roles: tuple[Role, Role],
    value: Number,
    sign: tuple[Number, ...],
) -> NumberReading:
    one, other = roles
    start, end = source.span(*span)
    name = f"{one.name}与{other.name}相差多少" if sign else f"{one.name}是{other.name}的几倍"
    what = value, KIND, KIND, name, one.rule_id, _ways(one), source.scope(begin)
    return NumberReading(start, end, source.quote(begin, span[1]), *what, bases=sign, groups=_ways(other))
