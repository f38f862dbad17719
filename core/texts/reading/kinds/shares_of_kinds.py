"""Reads the percentage of several kinds of applicants together: 社会公益组织5件、科研机构2件，共占4.0%."""

from __future__ import annotations

from collections.abc import Sequence

from core.base.patterns import pattern
from core.form.known_cells import RECEIVED_ROW, in_row
from core.texts.language.numbers import PrintedNumber
from core.texts.reading.kinds.results_of_kinds import KIND_NAMES
from core.texts.reading.sentence.due import count_pass
from core.texts.reading.sentence.sentences import (
    OVERVIEW_TEXTS,
    REQUEST_TEXTS,
    NumberReading,
    SentenceState,
    SourceText,
)

_TOGETHER = pattern(
    "(?:申请)?，?(?:以上|上述|这)?(?:(?P<many>[两二三四五])[类种者项方](?:申请人|主体|申请)?|(?<=，))?"
    "(?P<sum>合计|共计|总计|一共|总共|共|之和|相加|加起来|加在一起)*约?占(?:了|全部|所有|本年|新收|收到|申请|总数|总量|总|数|量|的|人|件|比|例|约|为)*"
)
_JOINED = pattern("(?:申请)?(?:、|，|和|与|及|以及)+[^，；：。（）\\d]{2,16}")
_LISTED = pattern("(?:申请)?(?:、|和|与|及|以及)[^，；：。（）\\d]{2,16}")
_OF_SOME = pattern(
    "公开(?!申请)|无法提供|不予|处理|结转|办结|答复|不掌握|补正|信访|重复|[上去]年|^(?!.*(?:新收|收到|受理)).*其中"
)
"""(予以公开的28件中，)自然人18件、企业7件: kinds of those."""
_NUMERALS = "〇一二三四五"
_KIND, _KEY, _RULE = "applicants", "applicants", "N-05"
_FEWEST = 2


@count_pass(texts=(*REQUEST_TEXTS, *OVERVIEW_TEXTS), words=KIND_NAMES, keys=[_KIND])
def shares_of_kinds(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, a share of kinds told together compared with all of them."""
    found = [*readings]
    for i, share in enumerate(sentence.numbers):
        if share.unit != "%" or i < _FEWEST:
            continue
        said = _TOGETHER.fullmatch(source.text, sentence.numbers[i - 1].end, share.start)
        if said is None or not (said["many"] or said["sum"]):
            continue
        many = _NUMERALS.index(said["many"].replace("两", "二")) if said["many"] else 0
        kinds = _kinds(source, sentence.numbers[:i], found, many)
        if kinds and not _OF_SOME.search(source.text, sentence.start, share.start):
            found = [r for r in found if r.start != source.span(share.start, share.end)[0]]
            found.append(_share(source, share, kinds, said.start()))
    return sorted(found, key=lambda reading: reading.start)


def _kinds(
    source: SourceText, numbers: Sequence[PrintedNumber], readings: Sequence[NumberReading], many: int
) -> list[NumberReading]:
    """Return the kinds right before a share: so many, or all of a list; () where another number is among them."""
    places = {r.start: r for r in readings if r.key == _KIND and r.kind == "count" and r.ways}
    joined = _JOINED if many else _LISTED
    run: list[NumberReading] = []
    for number, behind in zip(reversed(numbers), [None, *reversed(numbers)], strict=False):
        kind = places.get(source.span(number.start, number.end)[0])
        if kind is None or (behind and not joined.fullmatch(source.text, number.end, behind.start)):
            break
        run.append(kind)
    run = run[:many] if many else run
    return run if len(run) >= max(many, _FEWEST) and all(in_row(r.ways[0][0], RECEIVED_ROW) for r in run) else []


def _share(source: SourceText, share: PrintedNumber, kinds: Sequence[NumberReading], start: int) -> NumberReading:
    cells = tuple(dict.fromkeys(cell for kind in reversed(kinds) for cell in kind.ways[0]))
    name = f"{'、'.join(kind.meaning for kind in reversed(kinds))}占申请的比例"
    place, quote = source.span(share.start, share.end), source.quote(start, share.end).lstrip("，")
    counted = sum(kind.value for kind in kinds)
    read = NumberReading(*place, quote, share.value, "share", _KEY, name, _RULE, (cells,), slack=share.slack)
    return read._replace(counted=counted)
