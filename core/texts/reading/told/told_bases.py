"""Reads a percentage whose base is told with its number: 24件，占不予公开41件的58.5%; 合计占办结234件的56.8%.

It must be the number before it over that base, whatever else the tables may hold.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.report.entry_text import Number
from core.texts.language.left_alone import OF_SOME
from core.texts.language.meanings import Alternatives
from core.texts.language.numbers import COUNT_UNITS, PrintedNumber
from core.texts.language.word_shares import SAID
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.frames import ALL
from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText
from core.texts.reading.sentence.share_checks import SHARE_OF_TOLD, WHOLES

_TO_BASE = pattern(
    "(?:(?:的|了|申请|答复|决定|办件)*，?|[^，；。：、（）\\d占增减升降多少合共加起]{0,14}，)(?P<sum>(?:以上|上述|这)?(?:两|二|三|四|前两)[项类者种](?:答复|结果)?(?:合计|之和|共计|共)?|合计|共计|总计|之和)?"
    "(?:约|也|仅|只|已|就)*占(?P<what>[^，；：。、（）\\d占]{0,14})（?"
)
"""36件(申请予以公开，占办理总数)86件的41.9%"""
_IN_BASE = pattern("(?:的|了|申请|答复|决定|办件)*，?(?:在|于)(?P<what>[^，；：。、（）\\d占]{0,14})(?P<sum>(?!))?")
_IN_SHARE = pattern(
    "(?P<noun>(?:政府信息公开|信息公开)?(?:申请|办结件|办件|案件|答复))?(?:当|之)?[中里](?:所|约|也|共|就|仅|只)*占(?:到|了|去|比|有)?(?:约|为|近)?"
)
"""无法提供的32件(在全年办结的)112件(中占到)38.6%"""
_TO_SHARE = pattern(
    "）?(?P<noun>(?:政府信息公开|信息公开)?(?:申请|办结件|办件|案件|答复))?的?(?:比例|比重)?(?:约|为|是|达到?)*"
)
_BASE = pattern("占(?:[^，；：。、（）\\d占]|(?<=复议)、){0,18}（?$")
_SHARE_BEHIND = pattern(f"{_TO_SHARE.pattern}{SAID.pattern}")
_SHARE_OF_BRACKETS = pattern(f"）的{SAID.pattern}")
"""分别占复议（164件）的7.3%、诉讼（58件(）的8.6%)"""
_BEFORE = 24
"""How far before the number of a base the word 占 may stand."""
_CASES = "t4."
_OTHER_SETS = pattern("全[省市县区州]|各类|全部行政|[上去]年|同期")
_COMPARISON = pattern("(?:增加|减少|增长|下降|多|少)了?$|(?:□□□上年|上年|去年)度?(?:同期)?(?:为|是|的)*$")
"""较上年的66件(减少)5件，占办结的8.3%: a share of what was told before."""
_JOINED = pattern("[、，和及与][^，；：。（）\\d]{1,20}")
_MOST_PARTS = 6


def is_base(source: SourceText, number: PrintedNumber) -> bool:
    """Whether a number is only what a percentage is told of: 占不予公开(41件)的58.5%."""
    before = source.text[max(number.start - _BEFORE, 0) : number.start]
    if not _units_are_counts(number):
        return False
    is_plain = "占" in before and bool(_BASE.search(before) and _SHARE_BEHIND.match(source.text, number.end))
    return is_plain or is_bracketed_base(source, number)


def is_bracketed_base(source: SourceText, number: PrintedNumber) -> bool:
    """Whether a number in brackets is the base of the percentage behind: 占复议（164件）的7.3%、诉讼（58件）的8.6%."""
    if source.text[number.start - 1 : number.start] != "（" or not _SHARE_OF_BRACKETS.match(source.text, number.end):
        return False
    return "占" in source.text[source.text.rfind("。", 0, number.start) + 1 : number.start]


def told_together(source: SourceText, sentence: SentenceState, seen: Sequence[PrintedNumber]) -> NumberReading | None:
    """Return the results that a list before a base tells, as one: their applicants may follow the share of both."""
    many = len(listed_runs(source, seen[:-1])[-1]) if len(seen) > 1 else 0
    results = sentence.results[-many:] if many > 1 else []
    if not results or len(results) < many:
        return None
    ways = (tuple(cell for result in results for cell in result.ways[0]),)
    return results[-1]._replace(ways=ways, value=sum(result.value for result in results))


@count_pass()
def shares_of_told(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, with percentages read as the number before them over the base that is told."""
    numbers = sentence.numbers
    found = list(readings)
    if not any(number.unit == "%" for number in numbers):
        return found
    for part, base, share in zip(numbers, numbers[1:], numbers[2:], strict=False):
        if (
            share.unit != "%"
            or share.is_rough
            or base.is_rough
            or part.is_rough
            or not source.is_this_year(sentence, share.start)
        ):
            continue
        reading = _share(source, sentence, numbers, readings, (part, base, share))
        if reading:
            found = [*(r for r in found if r.start != reading.start), reading]
    return sorted(found, key=lambda reading: reading.start)


def _share(
    source: SourceText,
    sentence: SentenceState,
    numbers: Sequence[PrintedNumber],
    readings: Sequence[NumberReading],
    told: tuple[PrintedNumber, PrintedNumber, PrintedNumber],
) -> NumberReading | None:
    part, base, share = told
    if not _units_are_counts(part, base) or not base.value:
        return None
    to_base = _TO_BASE.fullmatch(source.text, part.end, base.start)
    to_share = _TO_SHARE.fullmatch(source.text, base.end, share.start)
    if not to_base:
        to_base = _IN_BASE.fullmatch(source.text, part.end, base.start)
        to_share = _IN_SHARE.fullmatch(source.text, base.end, share.start)
    if not to_base or not to_share or _OTHER_SETS.search(to_base["what"]):
        return None
    places = {r.start: r for r in readings if r.kind == "count" or OF_SOME in r.meaning}
    read = places.get(source.span(base.start, base.end)[0])
    topic = source.topic_at(sentence, base.start) or (to_share["noun"] and "request")
    wholes = read.ways if read else _of_all(source, to_base["what"] + (to_share["noun"] or ""), topic)
    if not wholes:
        return None
    runs = listed_runs(source, numbers[: numbers.index(part) + 1])
    said = runs[-1] if to_base["sum"] else _added_up(source, numbers[: numbers.index(part)], part) or [part]
    known = [places.get(source.span(one.start, one.end)[0]) for one in said]
    cells = tuple(cell for r in known if r and r.ways for cell in r.ways[0])
    start, end = source.span(share.start, share.end)
    bases = [_sum(run) for run in (reversed(runs) if to_base["sum"] else runs)]
    if _COMPARISON.search(source.text, max(part.start - _BEFORE, 0), part.start):
        bases += [number.value for number in numbers[: numbers.index(part)] if _units_are_counts(number)]
    return NumberReading(
        start,
        end,
        source.quote(part.end, share.end),
        share.value,
        "share",
        SHARE_OF_TOLD,
        "前面的件数占文中底数的比例",
        "N-06" if wholes[0][0].startswith(_CASES) else "N-05",
        (cells or wholes[0], *wholes),
        counted=base.value,
        bases=tuple(bases),
        slack=share.slack,
    )


def _added_up(
    source: SourceText, before: Sequence[PrintedNumber], total: PrintedNumber
) -> Sequence[PrintedNumber] | None:
    """Return the numbers listed right before a total that come to it: 公开606件、部分公开178件，两项合计784件."""
    runs = listed_runs(source, before)[1:] if before else []
    return next((run for run in runs if _sum(run) == total.value), None)


def _of_all(source: SourceText, words: str, topic: str | None) -> Alternatives:
    """Return what may be meant by a base that is told of all applications: 占全部30件答复的."""
    said = source.vocabulary.concepts.said(words) if topic == "request" else None
    return WHOLES if said is not None and said <= ALL else ()


def _units_are_counts(*numbers: PrintedNumber) -> bool:
    return all(number.unit and number.unit in COUNT_UNITS for number in numbers)


def listed_runs(source: SourceText, numbers: Sequence[PrintedNumber]) -> list[Sequence[PrintedNumber]]:
    """Return the last number, the last two, … as far as they are listed beside each other."""
    runs = [numbers[-1:]]
    for many in range(2, min(len(numbers), _MOST_PARTS) + 1):
        first, second = numbers[-many], numbers[-many + 1]
        if not _units_are_counts(first) or not _JOINED.fullmatch(source.text, first.end, second.start):
            break
        runs.append(numbers[-many:])
    return runs


def _sum(run: Sequence[PrintedNumber]) -> Number:
    return sum(number.value for number in run)
