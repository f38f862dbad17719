"""Reads by how many one kind outnumbers another: 自然人203件，比商业企业多194件 says that the latter are 9."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.base.patterns import pattern
from core.texts.language.meanings import Alternatives, Role
from core.texts.language.phrase_said import Phrase
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText

_THAN = pattern(
    "(?:^|(?<=[，、（；。]))(?P<who>[^，；。：、（）\\d]{0,16}?)(?:比|较)(?P<other>[^，；。：、（）\\d]{2,16}?)"
    "(?:(?:还|要|则|又)*(?:高|超)?(?:出|(?P<more>多)|(?P<less>少|低))(?:出|了)?)(?P<n>\\d+)[件宗起](?=[，；。、）]|$)",
    needs=["比", "较"],
)
_OF_A_YEAR = pattern("□□□|上年|去年|同期|前年|往年|上一年|今年|本年|预计|计划|平均")
_SOME = pattern("其中|其余|上述|部分(?!公开)|期|前")
_APART = pattern("[；。\\n]|其中[^；。]*，[^；。]*其中")


@count_pass(words=["多", "少"])
def kind_differences(source: SourceText, sentence: SentenceState, said: Sequence[NumberReading]) -> list[NumberReading]:
    """Return the readings of a sentence, a difference of two kinds as the number of the other kind."""
    made = {reading.start: reading for reading in _read(source, sentence, said)}
    return [made.get(reading.start, reading) for reading in said]


def _read(source: SourceText, sentence: SentenceState, said: Sequence[NumberReading]) -> Iterator[NumberReading]:
    for match in _THAN.finditer(source.text, sentence.start, sentence.end):
        if _OF_A_YEAR.search(match["who"] + match["other"]) or _SOME.search(match["other"]):
            continue
        start, end = source.span(match.start("n"), match.end())
        topic = source.topic_at(sentence, match.start())
        other = _role(source, match["other"], topic)
        first = _first(source, match["who"], topic, [r for r in said if r.end <= start])
        if other is None or first is None or first.rule_id != other[0].rule_id or first.bases:
            continue
        ways = other[0].alternatives(other[1])
        ways = _of_same_rows(ways, first) if other[0].is_applicant else ways
        value = first.value + (int(match["n"]) if match["less"] else -int(match["n"]))
        if value >= 0 and ways and set(ways).isdisjoint(first.ways):
            role = other[0]
            quote = source.quote(*match.span())
            name = f"{role.name}（按相差的件数推算）"
            what = value, "count", role.key, name, role.rule_id, ways, first.scope
            yield NumberReading(start, end, quote, *what)


def _role(source: SourceText, noun: str, topic: str) -> tuple[Role, str] | None:
    made = source.vocabulary.concepts.composed(Phrase("", noun, "", topic, "件"))
    return (made.role, made.topic) if made else None


def _first(source: SourceText, who: str, topic: str, before: Sequence[NumberReading]) -> NumberReading | None:
    """Return the number of the kind that is compared: the one named, else the last that was told."""
    counts = [reading for reading in before if reading.kind == "count"]
    if not counts:
        return None
    who = who.removeprefix("其中").removeprefix("分别")
    if not who:
        between = source.printed[counts[-1].end : before[-1].end]
        is_last = all(reading.kind == "share" for reading in before[before.index(counts[-1]) + 1 :])
        return counts[-1] if is_last and not _APART.search(between) else None
    named = _role(source, who, topic)
    ways = named[0].alternatives(named[1]) if named else ()
    return next((r for r in reversed(counts) if r.ways[:1] == ways[:1] and ways), None)


def _of_same_rows(ways: Alternatives, first: NumberReading) -> Alternatives:
    """Return the ways that reckon a kind of applicants as the first number is reckoned: of those received, or done."""
    known = [_rows(way) for way in first.ways]
    return tuple(way for way in ways if _rows(way) in known)


def _rows(way: Sequence[str]) -> frozenset[str]:
    return frozenset(cell.rpartition(".")[0] for cell in way)
