"""Compares what the texts tell of the year before with last year's report; silent where anything is not sure.

A comparison is judged where this year's number that it is told of is one that the tables have (``claims``), and the
same cells are filled in last year's report. It is right if one of the ways to reckon that number gives it, or one of
the numbers told before it: 新收9件，其中自然人7件，较上年增加2件 may be meant of either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import product
from typing import NamedTuple

from core.base.patterns import pattern
from core.checks.findings import Place
from core.checks.rules import CheckContext
from core.form.known_cells import CARRIED_IN_ROW, RECEIVED_ROW, in_row
from core.report.entry_text import Number
from core.texts.claims.claims import claims
from core.texts.claims.decisions_beside import beside_right_ones
from core.texts.claims.links import linked_spans, source_place
from core.texts.language.meanings import Alternatives
from core.texts.language.numbers import PlainText, PrintedNumber, plain_text
from core.texts.language.role_keys import ASKED_FOR
from core.texts.language.vocabulary import load_vocabulary
from core.texts.reading.amounts.swapped import KIND as SWAPPED
from core.texts.reading.reader import read_text
from core.texts.reading.sentence.sentences import CASE_TEXTS, OVERVIEW_TEXTS, REQUEST_TEXTS, NumberReading
from core.texts.reading.sentence.share_checks import added
from core.texts.years.year_arithmetic import MONEY, Years, is_right
from core.texts.years.year_clauses import decisions_behind_mark
from core.texts.years.year_noughts import name_of_nought, nought_before, nought_of, ways_of_nought, words_on_last_year
from core.texts.years.year_shapes import CAME_IN, REQUESTS, Told, told_of_year_before

_OTHER_STAGES = ("N-03", "N-04", "N-05")
"""Rules that compare what was done with applications, not how many came in."""
_MENTIONED, _FEES = "mentioned", "fees"
_CASE_UNITS = "件宗起例份"
_ON_TABLES = (*REQUEST_TEXTS, *CASE_TEXTS, *OVERVIEW_TEXTS, "s2", "note.t2")
_ANY = "7件。"
"""Stands for the number that a subject would have."""
_LIST = pattern("其中|：|分别")
_TOTAL = pattern("(?:合计|共计|总计|共)(?:为|有|是|发生)?$")
_ALL_OF_THEM = pattern("申请(?:办理)?(?:总量|总数)|(?:办理|受理|处理)(?:总量|总数)")
_MOST_ADDED = 6
_IN_CASES = "件数"
_CASES = "N-06"
"""The rule that compares cases and their results."""
_MARK = pattern("[，。；：、（）\\d]")
_AROUND_NAME = pattern("^(?:其中|结果|被|予以|依法)+|(?:的|案件|数量|件数|数|为|有|是|决定)+$")
_DECISIONS = pattern(
    "(?:其中|全年|本年|作出|办理|实施)*行政(?:许可|处罚|强制)(?:决定|措施|案件|处理决定)?(?:数量|件数|总量|总数|数|量)?"
)
_PUBLISHED = pattern("公开|公示|公布|发布|信息|归集|推送|条|网|平台|系统|领域")
_NEAR = 12
"""How far before a comparison words on new applications may stand."""


class Thing(NamedTuple):
    """What a number of this year counts: ways to reckon it, the rule that compares it, its key, name and cells."""

    ways: Alternatives
    rule_id: str
    key: str
    name: str
    value: Number | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of the first way."""
        return self.ways[0]


@dataclass(frozen=True)
class Judged:
    """A comparison with the year before that could be judged.

    Attributes:
        told: What is told, in the plain text.
        place: Where it stands in the source text.
        number: Where its own number stands there; the same as ``place`` where it has none.
        span: The place in the printed text.
        own: The place of its own number there.
        told_of: Where the number that it is told of stands in the source text; ``place`` where there is none.
        thing: What it is told of.
        years: The numbers of both years that it should follow from.
        agrees: Whether it does.
    """

    told: Told
    place: Place
    number: Place
    span: tuple[int, int]
    own: tuple[int, int]
    told_of: Place
    thing: Thing
    years: Years
    agrees: bool


def judged_comparisons(context: CheckContext) -> dict[str, list[Judged]]:
    """Return the comparisons of all texts that can be judged, by text; none without last year's report."""
    kept: dict[str, list[Judged]] | None = context.memory.get("year_comparisons")
    if kept is None:
        kept = context.memory["year_comparisons"] = {}
        year = context.report.year
        if context.last_year is None or year is None:
            return kept
        for code in context.form.texts:
            printed = context.texts.get(code, "")
            told = told_of_year_before(printed, year) if printed else ()
            if told:
                kept[code] = [*_Text(context, code, printed).judged(told)]
    return kept


class _Text:
    """One text beside the tables of two years."""

    def __init__(self, context: CheckContext, code: str, printed: str) -> None:
        self._context = context
        self._code = code
        self._printed = printed
        self._plain: PlainText = plain_text(printed, context.report.year)

    def judged(self, told: Sequence[Told]) -> Iterator[Judged]:
        """Yield the comparisons that can be judged."""
        for item in told:
            if item.number and item.number.is_rough:
                continue
            thing = self._thing_told(item)
            if thing is None or not self._is_of_unit(item):
                continue
            all_years = self._years(thing)
            right = next((years for years in all_years if is_right(item, years) is True), None)
            if right is None and any(is_right(item, years) is None for years in all_years):
                continue  # a blank cell may hold anything
            if right is None and (
                not all_years or (thing.rule_id and not item.is_bound and self._may_be_of_others(item, thing))
            ):
                continue
            span = self._span(item.start, item.end)
            number = self._span(item.number.start, item.number.end) if item.number else span
            base = self._span(item.base.start, item.base.end) if item.base else span
            place, own, told_of = (source_place(self._context, self._code, *one) for one in (span, number, base))
            yield Judged(item, place, own, span, number, told_of, thing, right or all_years[0], right is not None)

    def _span(self, start: int, end: int) -> tuple[int, int]:
        return self._plain.places[start], self._plain.places[end - 1] + 1

    @cached_property
    def _readings(self) -> dict[int, NumberReading]:
        report = self._context.report
        read = read_text(self._code, self._printed, report.year, report.form_id, report.unit)
        return {r.start: r for r in beside_right_ones(read, self._printed, self._context.numbers) if r.kind != SWAPPED}

    @cached_property
    def _agreeing(self) -> dict[Place, str]:
        return {c.place: c.key for c in claims(self._context) if c.agrees and c.place.text == self._code}

    @cached_property
    def _links(self) -> dict[int, tuple[int, str]]:
        return {link.start: (link.end, link.cell) for link in linked_spans(self._context, self._code)}

    def _thing(self, number: PrintedNumber) -> Thing | None:
        """Return what a number counts; None where that is not known or the tables have another number."""
        start, end = self._span(number.start, number.end)
        reading = self._readings.get(start)
        if start in self._links:
            return self._linked(start, end, reading)
        if reading is None or not reading.ways:
            return None
        report, numbers = self._context.report, self._context.numbers
        alone = decisions_behind_mark(reading, self._code, self._printed, report.year, report.form_id, numbers)
        if alone and not load_vocabulary(report.form_id).familiar.unknown(alone.rule_id, alone.words, report.unit):
            return Thing(alone.ways, alone.rule_id, alone.key, alone.meaning, alone.value)
        if reading.kind != "count":
            return None
        place = source_place(self._context, self._code, reading.start, reading.end)
        if self._agreeing.get(place) != reading.key or self._is_of_others(reading):
            return None
        thing = Thing(reading.ways, reading.rule_id, reading.key, reading.meaning, reading.value)
        giving = tuple(way for way in thing.ways if _is_near(added(way, self._context.numbers), thing))
        return thing._replace(ways=giving or thing.ways)

    def _is_of_others(self, reading: NumberReading) -> bool:
        """Whether words before a number that agrees are not known: 下属水管所收到48件 may agree by chance."""
        report, vocabulary = self._context.report, load_vocabulary(self._context.report.form_id)
        words = tuple("" if vocabulary.concepts.is_on_reports(clause) else clause for clause in reading.words)
        return bool(vocabulary.familiar.unknown(reading.rule_id, words, report.unit))

    def _linked(self, start: int, end: int, reading: NumberReading | None) -> Thing | None:
        link_end, cell = self._links[start]
        known = self._context.form.cells.get(cell)
        if known is None or not start < link_end <= end or end - link_end > len("万元"):
            return None
        ways = ((cell,), *(way for way in reading.ways if cell in way and len(way) > 1)) if reading else ((cell,),)
        rule = reading.rule_id if reading and reading.rule_id else REQUESTS if in_row(cell, RECEIVED_ROW) else ""
        key = reading.key if reading else ""
        return Thing(ways, rule, key, known.name, self._context.numbers.get(cell))

    def _thing_told(self, item: Told) -> Thing | None:
        """Return what a comparison is told of."""
        if item.about is None:
            if not item.subject:
                return self._nought(item)
            again = self._named_again(item)
            is_on_tables = self._code in _ON_TABLES or self._is_of_decisions(item)
            return again or (self._named(item.subject) if is_on_tables else None)
        thing = (self._thing(item.base) or self._sum(item)) if item.base else None
        if item.about == REQUESTS and (thing is None or thing.rule_id != REQUESTS):
            before = [self._thing(number) for number in reversed(item.others) if number.start < item.start]
            thing = next((t for t in before if t and t.rule_id == REQUESTS), None)
            if thing is None and item.base is None and self._code in REQUEST_TEXTS:
                thing = self._received(item)
        if thing and item.about == thing.rule_id == REQUESTS and self._is_of_all(item):
            thing = self._received(item)
        if thing and item.about == CAME_IN and thing.rule_id in _OTHER_STAGES:
            return None
        if thing is None and item.base is None and not item.about:
            return self._nought(item)
        return thing if thing and not (item.is_named and not self._is_same_thing(item, thing)) else None

    def _is_of_decisions(self, item: Told) -> bool:
        """Whether decisions themselves are meant, not what was published of them: 行政处罚同比减少3件."""
        text = self._plain.text
        begin = max(text.rfind(mark, 0, item.start) for mark in "。！？\n") + 1
        return bool(_DECISIONS.fullmatch(item.subject)) and not _PUBLISHED.search(text, begin, item.end)

    @cached_property
    def _nones(self) -> list[NumberReading]:
        """What is told to be nothing, and is."""
        found = [r for r in self._readings.values() if r.kind == "none" and r.ways and not r.scope]
        return [
            r for r in found if self._agreeing.get(source_place(self._context, self._code, r.start, r.end)) == r.key
        ]

    def _nought(self, item: Told) -> Thing | None:
        """Return what was told to be nothing where a comparison is told of no number: 无行政诉讼，比上年减少3件."""
        form = self._context.form
        if item.is_named and item.number:
            named = self._readings.get(self._span(item.number.start, item.number.end)[0])
            if not named or named.kind != "other" or not named.ways or named.scope:
                return None
            none = nought_of(self._nones, self._printed, named)
            familiar = load_vocabulary(self._context.report.form_id).familiar
            if none is None or familiar.unknown(none.rule_id, words_on_last_year(named), self._context.report.unit):
                return None
            return Thing(named.ways, none.rule_id, named.key, named.meaning, 0)
        none = nought_before(self._nones, self._printed, self._span(item.start, item.end)[0])
        if none is None:
            return None
        cells = none.ways[0]
        name = form.cells[cells[0]].name.removesuffix(_IN_CASES) if len(cells) == 1 else name_of_nought(none)
        return Thing(ways_of_nought(none), none.rule_id, none.key, name, 0)

    def _named_again(self, item: Told) -> Thing | None:
        """Return what the one number counts whose words are told again: 纠正5件，(纠正数)较上年减少1件."""
        name = _bare(item.subject)
        same = [n for n in item.others if n.start < item.start and name and self._words_before(n) == name]
        return self._thing(same[0]) if len(same) == 1 else None

    def _words_before(self, number: PrintedNumber) -> str:
        return _bare(_MARK.split(self._plain.text[max(number.start - _NEAR, 0) : number.start])[-1])

    def _received(self, item: Told) -> Thing:
        """Return what words on applications count where no number does: new ones, or those with the old ones too."""
        role = load_vocabulary(self._context.report.form_id).role("received")
        ways = role.alternatives("")
        is_new = "新收" in self._plain.text[max(item.start - _NEAR, 0) : item.end]
        return Thing(ways[:1] if is_new else ways, role.rule_id, role.key, role.name)

    def _is_of_all(self, item: Told) -> bool:
        """Whether words name all applications behind a number that may be of the new ones: 48件，申请总量减少10件."""
        base = item.base
        return base is not None and bool(_ALL_OF_THEM.search(self._plain.text, base.end, max(item.end, base.end)))

    def _named(self, subject: str) -> Thing | None:
        """Return what a subject without a number counts, as its number would be read: 行政许可数量同比增长20%."""
        report, familiar = self._context.report, load_vocabulary(self._context.report.form_id).familiar
        read = read_text(self._code, f"{subject}{_ANY}", report.year, report.form_id, report.unit)
        (*others, reading) = (None, *read)
        if len(others) != 1 or reading is None or reading.kind != "count" or not reading.ways or reading.scope:
            return None
        if reading.key == _MENTIONED or familiar.unknown(reading.rule_id, (subject, *reading.words), report.unit):
            return None  # 自然人申请量: 申请 alone was read
        return Thing(reading.ways, reading.rule_id, reading.key, reading.meaning)

    def _sum(self, item: Told) -> Thing | None:
        """Return what a total counts whose parts stand right before it: 行政复议8件、行政诉讼4件，合计12件."""
        base = item.base
        if base is None or not _TOTAL.search(self._plain.text[max(base.start - _NEAR, 0) : base.start]):
            return None
        parts: list[Thing] = []
        for number in sorted((n for n in item.others if n.start < base.start), reverse=True)[:_MOST_ADDED]:
            part = self._thing(number)
            if part is None or part.value is None or {*part.cells} & {cell for p in parts for cell in p.cells}:
                return None
            parts.insert(0, part)
            if sum(p.value or 0 for p in parts) == base.value and len(parts) > 1:
                cells = tuple(cell for p in parts for cell in p.cells)
                return Thing((cells,), "", "", "、".join(p.name.partition("（")[0] for p in parts), base.value)
        return None

    def _is_same_thing(self, item: Told, thing: Thing) -> bool:
        """Whether last year's number is read to count the same: 2024年收到申请9件，2025年收到4件."""
        if item.number is None:
            return False
        named = self._readings.get(self._span(item.number.start, item.number.end)[0])
        return bool(named and named.kind == "other" and thing.cells in named.ways)

    @staticmethod
    def _is_of_unit(item: Told) -> bool:
        """Whether a number has the unit of what it is told of."""
        if item.number is None:
            return True
        if item.number.unit == "%":
            return item.kind == "percent"
        unit, base = item.number.unit, item.base.unit if item.base else _CASE_UNITS[0]
        if base in MONEY or not unit:
            return unit in MONEY
        is_case = unit in _CASE_UNITS and base in _CASE_UNITS
        return (is_case or unit == base) and not item.number.slack

    def _years(self, thing: Thing) -> list[Years]:
        """Return the numbers of both years, last year's by the same way as this year's.

        A total printed otherwise than it adds up is both; of applications two ways may give this year's number.
        """
        now = self._context.numbers
        ways = [w for w in thing.ways if thing.value is None or _is_near(added(w, now), thing)] or [thing.ways[0]]
        pairs = [(way, way) for way in ways]
        if thing.rule_id == REQUESTS:
            new_or_all = [way for way in ways if all(in_row(cell, RECEIVED_ROW, CARRIED_IN_ROW) for cell in way)]
            is_received = new_or_all and thing.key in ASKED_FOR  # 申请34件: not of the 34 dealt with
            pairs = [*product(new_or_all, new_or_all), *(() if is_received else pairs)]
        both = (self._context.last_printed, self._context.last_numbers)  # what was published comes first
        return list(dict.fromkeys(Years(added(a, now), added(b, last)) for a, b in pairs for last in both))

    def _is_in_list(self, base: PrintedNumber, others: Sequence[PrintedNumber]) -> bool:
        """Whether a number ends a list, so that all of it may be meant: 其中自然人29件，企业4件，同比减少3件."""
        before = sorted(number for number in others if number.start < base.start)
        if not before:
            return False
        lists = _LIST.search(self._plain.text, before[0].end, before[-1].start)
        mark = max("，；：、（）", key=lambda mark: self._plain.text.rfind(mark, before[-1].end, base.start))
        return mark == "、" or (bool(lists) and before[-1].unit != "%")

    def _are_results(self, thing: Thing, item: Told) -> bool:
        """Whether a number is one of results of cases, and so are all beside it: 复议34件，其中维持20件、纠正5件，…."""
        if thing.rule_id != _CASES:
            return False
        things = [self._thing(number) for number in item.others]
        return all(other and _rows(other) == _rows(thing) for other in things)

    def _may_be_of_others(self, item: Told, thing: Thing) -> bool:
        """Whether a comparison is right for another number told beside it, or for several together."""
        if item.about is None and self._named_again(item):
            return False
        base = [item.base] if item.base else []
        if item.base and self._is_in_list(item.base, item.others) and not self._are_results(thing, item):
            return True
        if item.kind == "last" and any(n.value == (thing.value or 0) + item.value for n in item.others):
            return True  # 新收24件，上年2件，共26件: carried over
        numbers = sorted([*(n for n in item.others if n.start < item.start), *base])[-_MOST_ADDED:]
        things = [self._thing(number) for number in numbers]
        things += [thing] if not base and thing.value == 0 else []  # 行政复议8件，无行政诉讼，较上年减少3件
        for other in things:
            if other and other.ways != thing.ways and any(is_right(item, y) is not False for y in self._years(other)):
                return True
        for many in range(2, len(things) + 1):
            run = [self._years(t)[:1] for t in things[-many:] if t]
            if len(run) < many or not all(run):
                break
            both = [years[0] for years in run]
            if any(None in years for years in both):
                return True
            total = Years(sum(y.now or 0 for y in both), sum(y.last or 0 for y in both))
            if is_right(item, total):
                return True
        return False


def _rows(thing: Thing) -> set[str]:
    return {cell.rpartition(".")[0] for cell in thing.cells}


def _bare(name: str) -> str:
    """Return words that name what is counted without those around them: 其中结果纠正 is 纠正, and so is 被纠正数."""
    return _AROUND_NAME.sub("", name)


def _is_near(number: Number | None, thing: Thing) -> bool:
    """Whether a way gives a number as it is told; amounts are rounded."""
    if number is None or thing.value is None:
        return False
    return number == thing.value or (thing.key == _FEES and abs(number - Decimal(thing.value)) < 1)
