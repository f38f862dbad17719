"""Reads the total behind a list of offices, or of sorts, that adds up to it: 行政强制：临港所4件，城东所2件，共6件."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.base.patterns import pattern
from core.texts.language.grammar import NUMBER
from core.texts.language.left_alone import OF_SOME
from core.texts.language.numbers import PrintedNumber
from core.texts.language.phrase_said import Phrase
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText

_TOTALS = ("共", "合计", "总计", "累计")
_OFFICE = (
    "(?:所|局|科|室|股|站|中心|机关|本级|窗口|队|镇|乡|街道|办|委|厅|院|村|社区|处|区)(?:共|有|答复|办结|收到|办理)*"
)
_PART = f"[^，；。：（）、\\d]{{2,12}}?{NUMBER}[件宗起份](?:[、，和及]|以及)"
_NONE = "[^，；。：（）、\\d]{2,10}(?:没有|无|为零)[、，]"
_LIST = pattern(
    "(?<![^。；！？\\n])(?:(?:按照?|从)[^，；。：\\d]{2,12}(?:划分|分|看|统计)[，：]|(?P<head>[^，；。：（）\\d]{2,16})：)?"
    f"(?P<list>(?:{_PART}|{_NONE}){{2,}})"
    "(?P<own>(?:全[年局委厅县市区镇乡]|全分局|年内|本年度?|□□□本年度?|一)*(?:共计?|合计|总计|总共|累计)(?P<verb>[^，；。：（）、\\d]{0,8}))"
    f"(?P<number>{NUMBER})[件宗起份]"
)
"""(答复情况：城东所17件，临港所24件，全年合计办结41件), (行政处罚：城东所61件，临港所72件，共133件)"""
_ITEM = pattern(f"(?P<name>[^，；。：（）、\\d]{{2,12}}?)(?P<number>{NUMBER})[件宗起份]")
_OF_OFFICE = pattern(f"[^，；。：（）、\\d]*{_OFFICE}$")
_STARTS_WITH_OFFICE = pattern(f"[^，；。：（）、\\d]{{1,6}}{_OFFICE}")
_OF_WHOLE_OFFICE = pattern("全(?:分局|[局委厅县市区镇乡])")
_BARE = pattern("(?:为|有|是|达|了|的|，)*")
_DECIDED = pattern("(?:作出|办理|办结|实施|下达|采取|核发|为|有|是|达|了|的|，)*")
_OF_POWERS, _OF_REQUESTS = "N-07", ("N-01", "N-04", "N-05")
_WHY = f"{OF_SOME}，不核对"
_FEWEST = 2


@count_pass(words=_TOTALS)
def totals_of_offices(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, the total of such a list understood without the names that it lists."""
    found = [*readings]
    if len(sentence.numbers) <= _FEWEST:
        return found
    for told in _LIST.finditer(source.text, sentence.start, sentence.end):
        number = next((n for n in sentence.numbers if n.start == told.start("number")), None)
        items = [*_ITEM.finditer(told["list"])]
        if number is None or len(items) < _FEWEST or sum(float(item["number"]) for item in items) != number.value:
            continue
        place = source.span(number.start, number.end)[0]
        of_offices = all(_OF_OFFICE.match(item["name"]) for item in items)
        at = next((i for i, reading in enumerate(found) if reading.start == place), None)
        begin = source.span(told.start("list"), told.end("list"))[0]
        parts = [one for one in found if begin <= one.start < place]
        first = parts[0] if parts and _shares_noun(parts, [item["name"] for item in items]) else None
        total = at is not None and _judged(
            source, sentence, told, number, found[at], of_offices=of_offices, first=first
        )
        if at is not None and total:
            found = [_as_part(one) if begin <= one.start < place else one for one in found]
            found[at] = total
    return found


def _shares_noun(parts: Sequence[NumberReading], names: Sequence[str]) -> bool:
    """Whether the first part alone says what is counted: 城东所不予公开3件，临港所2件，全分局合计5件."""
    is_noun = parts[0].kind == "count" and parts[0].rule_id != ""
    others = [one.key == "unknown" for one in parts[1:]]
    return (
        is_noun and bool(_STARTS_WITH_OFFICE.match(names[0])) and all(others) and all(map(_OF_OFFICE.match, names[1:]))
    )


def _as_part(reading: NumberReading) -> NumberReading:
    if reading.kind != "count":
        return reading
    return reading._replace(kind="other", meaning=f"{reading.meaning}（{_WHY}）", rule_id="")


def _judged(
    source: SourceText,
    sentence: SentenceState,
    told: re.Match[str],
    number: PrintedNumber,
    reading: NumberReading,
    *,
    of_offices: bool,
    first: NumberReading | None,
) -> NumberReading | None:
    """Return the reading of a total by its own words, or by those that the list begins with; None for no other."""
    if first and not told["head"] and _OF_WHOLE_OFFICE.match(told["own"]) and _BARE.fullmatch(told["verb"]):
        return first._replace(start=reading.start, end=reading.end, quote=reading.quote, value=reading.value, words=())
    is_bare = bool(_BARE.fullmatch(told["verb"]))
    if reading.kind == "count" and of_offices and reading.rule_id in _OF_REQUESTS and not (is_bare and told["head"]):
        return reading._replace(words=reading.words[:1])
    if not (_DECIDED.fullmatch(told["verb"]) and told["head"] and source.is_this_year(sentence, number.start)):
        return None
    topic = source.topic_at(sentence, number.start)
    meant = source.vocabulary.concepts.composed(Phrase("", told["head"], "", topic, number.unit))
    is_power = meant and meant.role.rule_id == _OF_POWERS
    if not meant or not (is_power or (is_bare and of_offices and meant.role.rule_id in _OF_REQUESTS)):
        return None
    if is_power and source.code.startswith("s1") and source.words["public"].search(sentence.text):
        return None
    role, ways = meant.role, meant.role.alternatives(meant.topic)
    what = reading.value, "count", role.key, role.name, role.rule_id, ways, source.scope(number.start)
    quote = source.quote(told.start("own"), number.end)
    return NumberReading(reading.start, reading.end, quote, *what)
