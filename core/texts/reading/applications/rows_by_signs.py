"""Reads rows by what shows them, where not every word is understood: 整份材料都交到村民手里的9件 are 予以公开 at least.

The signs stand in ``row_signs.toml``. They say nothing of what else may narrow a number, so it is the least that the
table must have: a smaller number is never wrong. They are asked for numbers only that nobody else has understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, takewhile
from typing import Any, NamedTuple

from core.base.patterns import WordFinder, any_of, fill, holds_one, pattern
from core.form.formats import newest
from core.form.known_cells import OTHERS
from core.texts.language.grammar import BREAK
from core.texts.language.meanings import Alternatives, Role
from core.texts.language.numbers import PrintedNumber
from core.texts.reading.applications.sign_proof import is_cut, is_left_open, is_proven, is_turned, without_brackets
from core.texts.reading.sentence.due import count_pass, sentence_reader
from core.texts.reading.sentence.sentences import (
    OVERVIEW_TEXTS,
    REQUEST_TEXTS,
    NumberReading,
    SentenceState,
    SourceText,
)

_FILE = "row_signs.toml"
UNITS = ("件", "宗", "起", "例", "桩")
_GROUPS = ("denied", "unavailable", "not_processed", "not_provided", "other_result")
_ALL = ("handled", "processed", "mentioned", "granted", "partial")
_KEYS = ("unknown", *_ALL, *_GROUPS)
_RULE, _LEAST = "N-05", "至少有的"
_TURNED = "另有结果：不与表格核对"
_TAKEN = "\ue820"
_LONGEST = 110
_NEAR = 40
_GIVEN = ("granted", "partial")
_SENTENCE_ENDS = "。！？\n"
_TOTALS = ("denied", "unavailable", "not_processed", "other_result")
_BOTH_GIVEN = "granted_or_partial"
_REST = "其他"
_NONE = pattern(
    "(?:没有|从未|从没有?|未曾|不曾)(?:(?:一|任何一?|哪怕一?|哪一?)[件宗起例位个]申?请?人?|出现过?|发生过?|有过)(?:因为?|以|把|将|对|由于)?(?P<said>[^，；。\\d]{4,40})(?=[，；。\n]|$)"
    "|(?:没有|从未|从没有?|未曾|不曾)(?:因为?|以|由于)(?P<why>[^，；。\\d]{4,30}过(?:任何)?一?[件宗起例位个](?:申请)?人?)(?=[，；。\n]|$)"
)
"""没有(一件申请因涉密)被拒; 没有(因逾期不补停办)过一件"""
_JOINS = "(?:[、和与或]|以及|(?<![触涉危波提])及)"
_REASONS = pattern(f"(?:因为?|由于|基于|鉴于)[^，；。#]*?{_JOINS}[^，；。#]*")
_JOINED = pattern(_JOINS)
"""Several reasons told in turn: each of them has to be understood."""
_ASKED = "征求"
"""征求第三方意见15件，其中不同意的11件: some was given to those perhaps."""
_OF_REQUESTS = ("申请", "事项", "信息公开", "想查", "要查", "来查")
_OF_TWO = ("不予处理", "其他处理")
"""Names of groups of which the other is said, too: 逾期不补正，不予处理."""
_TOPICS = ("", "request")
_REFERS = pattern(
    "(?:这样|如此|就此|照此|据此|为此|以此|按此|因此|因而|对此|这类|此类|这种|据实|如实|照实)[^，；。\\d]*$|的，[^，；。\\d]*(?:，[^，；。\\d]{0,4})?$"
)
"""讲不出理由，(据此)不予处理4件; 无故不补(的，终结处理)4件: the clause before says which ones."""
_REFERRING = ("的，", "这", "此", "如", "据", "照")
"""A sentence in which it does holds one of them."""
_OF_ROW = {"信访举报投诉": "other", "逾期未缴费": "fee"}
"""Topics that the words of a row are taken for."""


class _Row(NamedTuple):
    name: str
    group: str
    needs: tuple[str, ...]
    sure: re.Pattern[str] | None
    weak: re.Pattern[str] | None
    beside: frozenset[str]
    labels: tuple[str, ...]

    def is_named(self, text: str) -> bool:
        """Whether some words speak of the row, whatever they say of it."""
        return any(shape and shape.search(text) for shape in (self.sure, self.weak))


class _Signs:
    """What shows the rows."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        names = dict(data["classes"])
        self._rows = [_row(record, names) for record in data["rows"]]
        self._outcomes = {name: pattern(fill(text, names)) for name, text in data["outcomes"].items()}
        self._veto = pattern(any_of(data["veto"]["words"]))
        self._near = pattern(data["veto"]["near"])
        self._rank, self._among = pattern(data["behind"]["rank"]), pattern(data["behind"]["among"])
        self._several = pattern(data["veto"]["several"])
        self._names = data["veto"]["groups"]
        self._groups = {name: pattern(data["groups"][name]) for name in _TOTALS}
        self._together = pattern(fill(data["groups"]["together"], names))
        self._of_others = pattern(fill(data["veto"]["of_others"], names))
        self._denied = pattern(data["veto"]["denied"])
        self._not_so, self._why = pattern(data["veto"]["not_so"]), pattern(data["veto"]["why"])
        self.needs = frozenset(chain.from_iterable(row.needs for row in self._rows))
        self._finder = WordFinder(self.needs)

    def may_show(self, sentence: str) -> bool:
        """Whether a sentence holds a word that shows a row."""
        return holds_one(sentence, self.needs)

    def is_vetoed(self, left: str, text: str) -> bool:
        """Whether words speak of another matter, of a part of the year or of a change."""
        return len(text) > _LONGEST or bool(self._near.search(left) or self._veto.search(text))

    def is_among(self, text: str, place: int) -> bool:
        """Whether a number is that of which others are told: 46件申请中，全部公开14件."""
        return bool(self._among.match(text, place))

    def group(self, left: str, right: str) -> str:
        """Return the group of results whose total the words before a number tell; "" for none."""
        found = [name for name, shape in self._groups.items() if shape.search(left)]
        if any(name in left for group, name in self._names.items() if group not in found):
            return ""
        is_sum = (
            len(found) == 1
            and "%" not in left
            and self._together.search(left)
            and not self.is_vetoed(left, left + right)
        )
        return found[0] if is_sum else ""

    def names_rows(self, group: str, left: str) -> bool:
        """Whether rows of a group are named, which are those that are told together: 内部事务、过程性信息两条相加."""
        return any(row.group == group and row.is_named(left) for row in self._rows)

    def told(self, before: str) -> str:
        """Return the group of results that the numbers before are of."""
        return next((name for name, shape in self._groups.items() if shape.search(before)), "")

    def _without_rank(self, right: str) -> str:
        return "，".join(takewhile(lambda clause: not self._rank.search(clause), BREAK.split(right)))

    def rows(self, left: str, right: str, known: str = "") -> list[_Row]:
        """Return the rows that the words before and behind a number show; ``known``: their group, told before."""
        text = f"{left}#{self._without_rank(right)}"
        if self.is_vetoed(left, text):
            return []
        said = self._of_others.sub(_TAKEN, text)
        outcomes = {name for name, shape in self._outcomes.items() if shape.search(said)} | {known}
        if outcomes & {"sent", "denied"} == {"sent"} and not holds_one(text, _OF_REQUESTS):
            outcomes.discard("sent")
        found = []
        left_over = text
        for row in self._rows:
            if not holds_one(left_over, row.needs):
                continue
            for shape in (row.sure, row.weak if row.beside & outcomes else None):
                match = shape and shape.search(left_over)
                if not (shape and match):
                    continue
                if row.name in _GIVEN and self._denied.search(left_over, 0, match.start()):
                    return []  # 没(给全文)的54件
                if self._not_so.search(left_over, 0, match.start()) or self._is_counted(row, left_over, match):
                    return []  # 不属于(信访)的60件, (会议纪要)90件
                found.append(row)
                left_over = shape.sub(_TAKEN, left_over)
                break
        if not all(_TAKEN in reason for match in _REASONS.finditer(left_over) for reason in _JOINED.split(match[0])):
            return []  # 因商业秘密和工作秘密
        if found and found[0].group != "granted" and is_turned(found[0].group, left, right):
            return []
        return [] if self._names_others(found, text, left_over) else found

    def group_of(self, name: str) -> str:
        """Return the group of a row; "" for those that were given, and for none."""
        return next((row.group for row in self._rows if row.name == name and name not in _GIVEN), "")

    def _is_counted(self, row: _Row, text: str, sign: re.Match[str]) -> bool:
        """Whether a sign is itself what is counted, and no reason for anything."""
        is_next = row.group == "denied" and text.startswith("#", sign.end())
        return is_next and not self._why.search(BREAK.split(text[: sign.start()])[-1])

    def _names_others(self, found: Sequence[_Row], text: str, left_over: str) -> bool:
        """Whether other rows or groups than those found are named beside them."""
        if not found or any(row.name in _GIVEN for row in found):
            return False
        if found[0].name != _REST and self._several.search(text):
            return True
        groups = {row.group for row in found}
        names = [row.labels for row in self._rows if row not in found and found[0].name != _REST]
        names += [(name,) for group, name in self._names.items() if group not in groups and name not in _OF_TWO]
        return any(holds_one(left_over, labels) for labels in names)


def _row(record: Mapping[str, Any], names: Mapping[str, str]) -> _Row:
    sure, weak = (
        pattern(fill(f"(?:{'|'.join(record[key])})", names)) if key in record else None for key in ("sure", "weak")
    )
    return _Row(
        record["row"],
        record["group"],
        tuple(record["needs"]),
        sure,
        weak,
        frozenset(record.get("with", ())),
        tuple(record["labels"]),
    )


@cache
def _signs() -> _Signs:
    return _Signs(newest().folder.toml(_FILE))


@count_pass(texts=(*REQUEST_TEXTS, *OVERVIEW_TEXTS), keys=(*_KEYS, "single_results"))
def rows_by_signs(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, those left alone as the least there are of a row that is shown."""
    refers = len(sentence.numbers) == 1 or holds_one(sentence.text, _REFERRING)
    asked = [reading for reading in readings if _is_open(reading) or (refers and _is_told_shortly(reading))]
    if not asked or not _signs().may_show(sentence.text):
        return readings if isinstance(readings, list) else list(readings)
    places = {source.span(n.start, n.end)[1]: n for n in sentence.numbers if n.unit in UNITS}
    least = {id(reading): _read(source, sentence, reading, places.get(reading.end)) for reading in asked}
    return [beside_others(least.get(id(reading)), reading, readings) for reading in readings]


def _read(
    source: SourceText, sentence: SentenceState, reading: NumberReading, number: PrintedNumber | None
) -> NumberReading | None:
    if number is None:
        return None
    is_open = reading.kind == "other"
    refers = is_open or bool(_REFERS.search(source.text[sentence.start : number.start]))
    is_alone = len(sentence.numbers) == 1 and reading.key in _GROUPS
    if not refers and not (is_alone and BREAK.search(source.text, sentence.start, number.start)):
        return None
    least = _least(source, sentence, number)
    if least is None or (not is_open and (least.key in _GROUPS or set(least.ways) <= set(reading.ways))):
        return None
    return least if refers else least._replace(ways=(*least.ways, *reading.ways))  # of that row, or of all refused


@count_pass(texts=(*REQUEST_TEXTS, *OVERVIEW_TEXTS), keys=(*_GROUPS, "single_results"))
def without_turned(
    source: SourceText, sentence: SentenceState, readings: Sequence[NumberReading]
) -> list[NumberReading]:
    """Return the readings of a sentence, those left alone that would be the least of a row which did not come of it."""
    if not any(reading.kind == "some" and reading.rule_id == _RULE for reading in readings):
        return readings if isinstance(readings, list) else list(readings)
    places = {source.span(n.start, n.end)[1]: n for n in sentence.numbers if n.unit in UNITS}
    found = []
    for reading in readings:
        number = places.get(reading.end) if reading.kind == "some" and reading.rule_id == _RULE else None
        group = _signs().group_of(reading.meaning.removeprefix(_LEAST)) if number else ""
        if number and group and is_turned(group, *around(source, sentence, number)):
            reading = reading._replace(kind="other", meaning=_TURNED, rule_id="", ways=())
        found.append(reading)
    return found


def beside_others(
    least: NumberReading | None, reading: NumberReading, readings: Sequence[NumberReading]
) -> NumberReading:
    """Return the least that is shown of a reading, where no number of the sentence is understood as one of its cells.

    Where the tables hold more, it is left as it was: it would be a whole or a part to those beside it.
    """
    if least is None or any(r.kind == "count" and r is not reading and r.ways[:1] == least.ways[:1] for r in readings):
        return reading
    return least._replace(instead=reading) if reading.kind == "other" and least.kind == "some" else least


def _is_open(reading: NumberReading) -> bool:
    if reading.kind != "other":
        return False
    return reading.key == "unknown" or (reading.key in _KEYS and is_left_open(reading))


def _is_told_shortly(reading: NumberReading) -> bool:
    """Whether a number is read by its own clause, so that the one before may say which ones are meant."""
    is_ours = reading.key in _KEYS or reading.key == "single_results"
    return reading.kind == "count" and is_ours and reading.key not in _GIVEN


@sentence_reader(OVERVIEW_TEXTS, ["申请", "公开", "来件", "挡回", "办结"])
def rows_shown(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield the rows that a sentence of section 一 shows, where it says in other words that it is on applications."""
    if not _signs().may_show(sentence.text):
        return
    for number in sentence.numbers:
        start, end = source.span(number.start, number.end)
        if number.unit in UNITS and not any(r.start < end and start < r.end for r in sentence.readings):
            least = _least(source, sentence, number)
            if least:
                yield least


def _least(source: SourceText, sentence: SentenceState, number: PrintedNumber) -> NumberReading | None:
    """Return a number as the least there may be of the only row that its words show."""
    signs = _signs()
    is_within = source.text.startswith("（", number.start - 1) or signs.is_among(source.text, number.end)
    if is_within or number.is_rough or not source.is_this_year(sentence, number.start):
        return None
    left, right = around(source, sentence, number)
    left = "" if is_cut(source.text[sentence.start : number.start], left) else without_brackets(left)
    topic = source.topic_at(sentence, number.start)
    group = signs.group(left, right)
    before = source.text[sentence.start : number.start - len(left)]
    before = before[before.rfind("；") + 1 :]
    is_of_rows = bool(group) and signs.names_rows(group, left)
    group = "" if is_of_rows else group
    rows = [] if group or _ASKED in before else signs.rows(left, right, signs.told(before[-_NEAR:]))
    if is_of_rows and len(rows) == 1:
        return None
    if topic not in _TOPICS and not any(_OF_ROW.get(row.name) == topic for row in rows):
        return None
    made = _made(source, group, rows)
    if made is None:
        return None
    role, name, key, ways = made
    if not is_proven(source, sentence, number, role, left):
        return None
    start, end = source.span(number.start, number.end)
    quote = source.quote(number.start - len(source.subject(number.start)), number.end)
    scope = source.scope(number.start)
    kind = "count" if group else "some"
    name = name if group else f"{_LEAST}{name}"
    return NumberReading(start, end, quote, number.value, kind, key, name, _RULE, ways, scope)


@sentence_reader((*REQUEST_TEXTS, *OVERVIEW_TEXTS), ["没有", "从未", "未曾", "从没", "不曾"])
def none_by_signs(source: SourceText, sentence: SentenceState) -> Iterator[NumberReading]:
    """Yield the rows that a clause denies by what shows them: 没有一件申请因涉密被拒之门外."""
    if not _signs().may_show(sentence.text):
        return
    for match in _NONE.finditer(source.text, sentence.start, sentence.end):
        start, end = source.span(*match.span())
        is_told = any(r.start < end and start < r.end and r.kind != "other" for r in sentence.readings)
        is_ours = source.topic_at(sentence, match.start()) == "request" and not source.scope(match.start())
        if is_told or not is_ours or not source.is_this_year(sentence, match.start()):
            continue
        rows = _signs().rows(match["said"] or match["why"], "")
        made = _made(source, "", rows) if len(rows) == 1 else None
        if made:
            _, name, key, ways = made
            quote = source.quote(*match.span())
            yield NumberReading(start, end, quote, 0, "none", f"none_{key}", f"无{name}", _RULE, ways)


def without_shown(absent: Iterable[NumberReading], counted: Sequence[NumberReading]) -> Iterator[NumberReading]:
    """Yield what a sentence denies but for rows of which it tells some: 现成的没有，要另外整理，这样答复的2件."""
    shown = {reading.ways[0] for reading in counted if reading.kind == "some" and reading.value}
    for reading in absent:
        if not (shown and reading.kind == "none" and reading.ways and reading.ways[0] in shown):
            yield reading


def _made(source: SourceText, group: str, rows: Sequence[_Row]) -> tuple[Role, str, str, Alternatives] | None:
    """Return role, name, key and cells of the row that is shown alone, or of the group of those that are."""
    given = [row.name for row in rows if row.name in _GIVEN]
    groups = {row.group for row in rows}
    if given:
        role: Role | None = source.vocabulary.role(given[0] if len(given) == 1 else _BOTH_GIVEN)
    elif group or (len(rows) > 1 and len(groups) == 1):
        role = source.vocabulary.role(group or rows[0].group)
    elif len(rows) != 1:
        return None
    elif rows[0].name == _REST:
        return source.vocabulary.role("other_result"), _REST, "single_results", ((OTHERS,),)
    else:
        name = rows[0].name
        role = source.vocabulary.concepts.row(name) or next((r for r in source.vocabulary.rows if r.word == name), None)
    return (role, role.name, role.key, role.alternatives("request")) if role else None


def around(source: SourceText, sentence: SentenceState, number: PrintedNumber) -> tuple[str, str]:
    """Return what stands before and behind a number that belongs to no other one."""
    text = source.text
    start = max(sentence.start, text.rfind("；", sentence.start, number.start) + 1)
    ends = [place for mark in "；" + _SENTENCE_ENDS if (place := text.find(mark, number.end)) >= 0]
    end = min([*ends, sentence.end])
    for other in sentence.numbers:
        if other.unit not in UNITS or _is_one(text, other):
            continue
        if start <= other.start and other.end <= number.start:
            mark = BREAK.search(text, other.end, number.start)
            start = mark.end() if mark else other.end
        elif number.end <= other.start and other.end <= end:
            end = max((m.start() for m in BREAK.finditer(text, number.end, other.start)), default=number.end)
    return text[start : number.start], text[number.end : end]


def _is_one(text: str, number: PrintedNumber) -> bool:
    """Whether a number is 同一件, 再要一份: no count."""
    return number.value == 1 and text[max(number.start - 1, 0) : number.start] in ("同", "再", "这", "那", "某")
