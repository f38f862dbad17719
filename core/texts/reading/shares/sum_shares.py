"""Reads the percentage behind a sum of the numbers before it: 公开42件、部分公开12件，两项合计54件，占50.0%.

It is the share of the sum, and of none of its parts. A number behind shares is told of all of them, too: 予以公开占
56.1%，部分公开占15.0%，两项合计76件.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from core.base.patterns import pattern
from core.form.known_cells import HANDLED
from core.report.entry_text import Number
from core.texts.language.meanings import Alternatives
from core.texts.language.numbers import PrintedNumber
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import NumberReading, SentenceState, SourceText
from core.texts.reading.shares.share_bases import groups_of
from core.texts.reading.told.told_bases import listed_runs

_SUM = pattern(
    "[，；]?(?:以上|上述|这)?(?:[两二三四五六前][项者类种样块](?:答复|结果|情形)?)?(?:合计|共计|总计|之和|相加|合起来|加起来|共)(?:为|有|达到?|是)*"
)
"""，(两项合计)54件"""
_SO_MANY_ARE = pattern("[，；](?:以上|上述|这|前)?[两二三四五][项者类种样块](?:答复|结果|情形)?")
"""，(三项)263件: their sum, though it is not called so."""
_COUNT_SHARE = "share_of_count"
_SO_MANY = pattern(
    "(?P<many>[两二三四五])[类种项者样块](?:答复|结果|情形)?(?:合计|之和|相加|合起来|加起来|[加合放]在一起|共|总)*(?:约)?占[^，；：。、（）\\d]{0,14}$"
)
_NUMERALS = "〇一二三四五"
_SUM_OF_SHARES = pattern(
    "(?:[，；]|（[^（）]*）)*(?:以上|上述|这)?(?:(?P<first>前)?(?P<many>[两二三四五])[项类者种样块个](?:情形|结果|答复|申请)?)?"
    "(?P<sure>合计|共计|总计|之和|总和|相加|合起来|加起来|[加合]在一起|合并)?(?:申请|答复)*(?:共|计|总数|为|是|有|达到?|就|即|正好)*"
)
"""予以公开占56.1%，部分公开占15.0%(，两项合计)76件"""
_TOGETHER, _WHY = "shares_together", "几项合计，不核对"
_JOINED = pattern("(?:、|和|及|与|以及)[^，；：。、（）\\d]{1,16}")
_OTHERS_TOO = pattern(
    r"[，、；](?:其他|其它|其余|另)[^，；。\d]{0,8}\d+件[^，；。]{0,4}，[^，；。\d]{0,6}(?:合计|共计|总计|相加|之和)"
)
_FEWEST = 2
_CASE_UNITS = ("件", "宗", "份", "起")


@count_pass(keys=[_COUNT_SHARE])
def shares_of_sums(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, shares of a sum compared with the sum alone."""
    numbers = sentence.numbers
    places = {reading.start: reading for reading in readings}
    found = dict(places)
    for i, (added, share) in enumerate(pairwise(numbers[1:]), 1):
        reading = places.get(source.span(share.start, share.end)[0])
        run = _parts(source, numbers[:i], added) if reading and reading.key == _COUNT_SHARE else ()
        if reading and run and reading.counted == added.value:
            known = [places.get(source.span(one.start, one.end)[0]) for one in run]
            found[reading.start] = _of_sum(source, reading, [one for one in known if one and one.ways])
    return [found[reading.start] if reading.key == _COUNT_SHARE else reading for reading in readings]


@count_pass(words=("两", "二", "三", "四", "五", "计", "和", "加", "合", "共"), keys=())
def sums_of_shares(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, a number told of the shares before it compared with their cells together."""
    numbers, found = sentence.numbers, [*readings]
    for i, number in enumerate(numbers):
        if i < _FEWEST or number.unit not in _CASE_UNITS or numbers[i - 1].unit != "%":
            continue
        said = _SUM_OF_SHARES.fullmatch(source.text, numbers[i - 1].end, number.start)
        if said is None or not (said["many"] or said["sure"] or "共" in said[0] or "即" in said[0]):
            continue
        start, end = source.span(number.start, number.end)
        at = next((j for j, one in enumerate(found) if one.start == start), len(found))
        old = found[at] if at < len(found) else None
        ways, name = _told_of_shares(source, numbers[:i], found, said)
        is_all = old is not None and old.kind == "count" and old.rule_id != "N-05"  # 合计14件: of all, not of the parts
        if is_all and not said["many"]:
            continue
        if ways and not number.is_rough:
            quote, scope = source.quote(said.end() - len(said[0]), number.end), source.scope(number.start)
            what = number.value, "count", _TOGETHER, name, "N-05", ways, scope
            found[at : at + 1] = [NumberReading(start, end, quote.lstrip("，；"), *what)]
        elif old and old.kind == "count" and said["many"]:
            found[at] = old._replace(kind="other", meaning=f"{old.meaning}（{_WHY}）", rule_id="")
    return sorted(found, key=lambda reading: reading.start)


def _told_of_shares(
    source: SourceText, before: Sequence[PrintedNumber], readings: Sequence[NumberReading], said: re.Match[str]
) -> tuple[Alternatives, str]:
    """Return the ways to add up what the shares right before a number are told of, and its name; () for none."""
    places = {reading.start: reading for reading in readings}
    run: list[NumberReading] = []
    if told := _SO_MANY.search(source.text[before[-2].end : before[-1].start]):
        before, said = before[:-1], told  # 两项合计占71.0%，共76件
    for number in reversed(before):
        share = places.get(source.span(number.start, number.end)[0]) if number.unit == "%" else None
        if share is None or share.kind != "share" or share.rule_id != "N-05" or share.key == _COUNT_SHARE:
            break
        run.insert(0, share)
    many = _NUMERALS.find(said["many"].replace("两", "二")) if said["many"] else len(run)
    # 前两类 may be the first of all
    runs = [run[-many:], run[:many]] if said.groupdict().get("first") else [run[-many:]]
    together = (tuple(c for share in one for c in share.ways[0]) for one in runs if all(share.ways for share in one))
    ways = tuple(dict.fromkeys(together))
    if run and not said["many"]:  # 予以公开占56.1%，部分公开占15.0%，共16件: of the last one, or of all dealt with
        ways = (*ways, *run[-1].ways, (HANDLED,))
    is_known = len(run) >= many >= _FEWEST and len(ways) > 0 and all(len({*way}) == len(way) for way in ways)
    names = "、".join(share.meaning.partition("占")[0] for share in runs[-1])
    return (ways, names) if is_known else ((), "")


def results_together(
    source: SourceText, results: Sequence[NumberReading], end: int
) -> tuple[NumberReading, tuple[Number, ...]] | None:
    """Return the results before a percentage as one, and what others of them are; None where some are not known.

    不予公开6件、不予处理4件、其他处理1件，合计占19.3%: of the whole list, unless it is said of how many. It may be that
    of the results that are no parts of others: 不予公开3件，其中2件…；不予处理6件，信访4件，重复申请2件，合起来占12.3%.
    """
    said = _SO_MANY.search(source.text[:end])
    if results and _OTHERS_TOO.match(source.printed, results[-1].end):
        return None  # 信访2件，其他1件，合计占13.5%: of more than is known
    many = _NUMERALS.find(said["many"].replace("两", "二")) if said else max(_listed(source, results), _FEWEST)
    run = results[-many:]
    if len(run) < many:
        return None
    cells = tuple(cell for result in run for cell in result.ways[0])
    if len({*cells}) < len(cells):
        return None  # 不予公开7件，其中4件…，过程性信息2件，案卷1件；三项合计占10.8%: one that is not known is of them
    ways = (cells,)
    fewer = () if said else tuple(sum(one.value for one in run[i:]) for i in range(1, many - 1))
    wholes = [one for one in results if not any(set(one.ways[0]) < set(other.ways[0]) for other in results)]
    last = [many] if said else range(_FEWEST, len(wholes) + 1)
    fewer += tuple(sum(one.value for one in wholes[-n:]) for n in last if n <= len(wholes) < len(results))
    return run[-1]._replace(ways=ways, value=sum(result.value for result in run)), fewer


def _listed(source: SourceText, results: Sequence[NumberReading]) -> int:
    """Return how many of the last results are listed beside each other."""
    many = 1
    for before, last in pairwise(reversed(results)):
        if not _JOINED.fullmatch(source.printed, last.end, before.start):
            break
        many += 1
    return many


def _parts(source: SourceText, before: Sequence[PrintedNumber], added: PrintedNumber) -> Sequence[PrintedNumber]:
    """Return the numbers, two or more, that a number directly behind them is said to be the sum of, and is."""
    said = source.text[before[-1].end : added.start]
    if not (_SUM.fullmatch(said) or _SO_MANY_ARE.fullmatch(said)):
        return ()
    runs = listed_runs(source, before)[1:]
    return next((run for run in runs if sum(one.value for one in run) == added.value), ())


def _of_sum(source: SourceText, share: NumberReading, parts: Sequence[NumberReading]) -> NumberReading:
    """Return a percentage of a sum without what might be one of a part of it, told of the cells of its parts."""
    bases = tuple(base for base in share.bases if base >= share.counted)
    cells = tuple(dict.fromkeys(cell for part in parts for cell in part.ways[0]))
    ways = (cells,) if cells else ()
    return share._replace(bases=bases, ways=ways, groups=groups_of(source, ways))
