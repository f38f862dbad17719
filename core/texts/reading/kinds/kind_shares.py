"""Reads the percentages of a sentence on one kind of applicants: 企业申请办结24件，公开和部分公开12件，占50%."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from core.base.patterns import pattern
from core.form.known_cells import CARRIED_IN_ROW, HANDLED_ROW, OF_ALL_KINDS, RECEIVED_ROW
from core.report.entry_text import Number
from core.texts.language.meanings import Alternatives
from core.texts.language.numbers import numbers_in
from core.texts.reading.sentence.sentences import NumberReading, SourceText
from core.texts.reading.sentence.share_checks import SHARE_OF_KIND

_SHARE = pattern(
    "，(?:(?:以上|上述|这)?[二两][者项类种样块](?:答复|结果)?(?:之和|合计|共计|共)?|合计|共计)?约?占(?:其|该类|这类)?(?P<kind>[^，；：。（）\\d占]{2,10}?)?(?:申请)?(?P<done>办结|答复|办理)?"
    "(?:申请|总|件|数|量|的|比例)*(?=\\d{1,3}(?:\\.\\d+)?%)"
)
_PERCENT = re.compile(r"\d{1,3}(?:\.\d+)?%")
_JOINED = pattern("、[^，；。（）\\d]{0,12}")
_JOINED_OR_BESIDE = pattern("[、，,][^，；。（）\\d]{0,12}")
_SAYS_SUM = pattern("[二两]|合计|共计")
"""公开9件，部分公开3件，(两项)占50%: of both, whatever stands between them."""
_RULE = "N-05"
_IN_WORDS = 1
"""A percentage that may differ by more points is told in words."""
_WHOLES = ((HANDLED_ROW,), (RECEIVED_ROW,), (RECEIVED_ROW, CARRIED_IN_ROW))
_KIND = pattern("自然人|公民|个人(?!隐私|信息)|企业|法人|科研|公益|法律服务|律师|律所|其他(?:申请人|组织)")
_OF_ALL = pattern(
    "全[年局市区县州省镇乡]|全部(?!公开|\\d)|总体|总的|整体|各类|所有|我[局区市县办委院]|本[局区市县办委院]|本机关"
)
_BASE = pattern("占[^，；。：]*")
_LEFT_ALONE = "一类申请人的，不核对"


def shares_of_kind(
    source: SourceText, part: re.Match[str], column: str, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the percentages of results of one kind of applicants; ``readings`` are those of the part of its column."""
    ends = {r.end: r for r in readings if r.kind == "count" and r.rule_id == _RULE and r.ways}
    found = []
    for match in _SHARE.finditer(part[0]):
        told = _PERCENT.match(part[0], match.end())
        before = ends.get(source.span(part.start(), part.start() + match.start())[1])
        if before is None or told is None or not all(cell.endswith(column) for cell in before.ways[0]):
            continue
        if match["kind"] and not _is_of(source, match["kind"], column):
            continue
        begin = part.start() + match.start()
        start, end = source.span(part.start() + told.start(), part.start() + told.end())
        value: Number = numbers_in(told[0])[0].value
        ways = (before.ways[0], *_wholes(column, is_named=bool(match["kind"])))
        quote = source.quote(begin, part.start() + told.end())
        name = f"{before.meaning}占该类申请的比例"
        what = value, "share", SHARE_OF_KIND, name, _RULE, ways
        joined = _JOINED_OR_BESIDE if _SAYS_SUM.search(match[0]) else _JOINED
        bases = _sums(source, before, ends, joined)
        found.append(NumberReading(start, end, quote, *what, counted=before.value, bases=bases))
    return found


def shares_in_words_of_kind(readings: Sequence[NumberReading], column: str) -> list[NumberReading]:
    """Return the shares told in words right behind results of one kind: 予以公开29件，接近办结量的一半."""
    found = []
    for before, share in pairwise(readings):
        is_share = share.kind == "share" and share.rule_id == _RULE and share.slack > _IN_WORDS
        if (
            is_share
            and before.kind == "count"
            and before.ways
            and before.ways[0][0].endswith(column)
            and share.counted == before.value
        ):
            ways = (before.ways[0], *_wholes(column, is_named=False))
            name = f"{before.meaning}占该类申请的比例"
            found.append(share._replace(key=SHARE_OF_KIND, meaning=name, ways=ways, bases=()))
    return found


def _sums(
    source: SourceText, last: NumberReading, ends: Mapping[int, NumberReading], joined: re.Pattern[str]
) -> tuple[Number, ...]:
    """Return the sum of the list that a number ends: 公开9件、部分公开3件; nothing where there is none."""
    run, first = last.value, last
    while before := next((r for end, r in ends.items() if joined.fullmatch(source.printed, end, first.start)), None):
        run, first = run + before.value, before
    return (run,) if first is not last else ()


def _is_of(source: SourceText, name: str, column: str) -> bool:
    """Whether a name is that of the kind of a column: 占(企业)办结量的."""
    kind = source.vocabulary.concepts.shared(name, "request")
    return kind is not None and kind.is_applicant and all(c.endswith(column) for c in kind.alternatives("")[0])


def _wholes(column: str, *, is_named: bool) -> Alternatives:
    """Return what a share of a kind may be of: of those dealt with or received, of all where it does not say so."""
    own = tuple(tuple(row + column for row in rows) for rows in _WHOLES)
    return own[:1] if is_named else (*own, *(tuple(row + OF_ALL_KINDS for row in rows) for rows in _WHOLES))


def rates_of_kinds(source: SourceText, found: Sequence[NumberReading]) -> list[NumberReading]:
    """Return all readings of a text, the rates left alone that are told of a kind: 法人办结10件，公开6件，公开率60%."""
    return [_left_alone(r) if r.kind == "share" and "率" in r.quote and _is_of_kind(source, r) else r for r in found]


def _is_of_kind(source: SourceText, rate: NumberReading) -> bool:
    """Whether a kind of applicants was named last before a rate, and nothing since says that all are meant."""
    printed = source.printed
    begin = max(printed.rfind(mark, 0, rate.start) for mark in "。；！？\n") + 1
    head = printed[begin : rate.start]
    if not _KIND.search(head) and not _OF_ALL.search(head) and printed[begin - 1 : begin] == "；":
        begin = max(printed.rfind(mark, 0, begin - 1) for mark in "。；！？\n") + 1
        head = printed[begin : rate.start]
    kinds = [*_KIND.finditer(head)]
    return bool(kinds) and not _OF_ALL.search(_BASE.sub("", head[kinds[-1].end() :]))


def _left_alone(rate: NumberReading) -> NumberReading:
    return rate._replace(kind="other", meaning=f"{rate.meaning}（{_LEFT_ALONE}）", rule_id="")
