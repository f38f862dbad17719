"""What local rules demand of the texts beyond the national ones: numbers near words, and how little is repeated.

They are read from a file by ``local_rules``. No text is blamed for what is not understood: a number that is only
about right (近30条), or a statement that there was none (未发布政策解读), satisfies a demand and is equal to anything.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from core.checks.findings import Finding, Place
from core.checks.rules import NUMBERS, TEXTS, CheckContext, check_function, finding, kind_of_unit
from core.form.form_definition import LEVEL_NAMES, FormDefinition, Level, Rule
from core.report.entry_text import Number, format_number
from core.report.linked_text import BLANK
from core.texts.claims.links import source_place
from core.texts.language.numbers import NUMERALS, han_number
from core.texts.rules.repetition import section_repetition, whole_repetition

WHOLE = "全文"
LIMITS_RULE, NUMBERS_RULE, EQUAL_RULE = "L-02", "L-03", "L-04"

_SENTENCES = re.compile(r"[^。；;！？\n]+")
_GOES_ON = re.compile(
    r"(?:[^，,]{0,6}(?:方面|情况)[，,]|[^，,]{0,40}[，,](?:全年|本年度?|年内|一年来)?"
    r"(?:共|累计|合计|总计|计|达|仅|只有|数量|总数|件数|条数|期数))[^，,]{0,60}"
)
_CLAUSE = re.compile(r"[^，,]{0,60}")
_GAP_AFTER, _GAP_BEFORE, _LONGEST_NUMBER = 25, 10, 40
"""Characters between a word and its number, after or before it, and of a number with its unit."""

_DENIED = re.compile("(?:未|没有|无|零|不涉及)[^，,]*$")
_NONE = re.compile("[：:]?(?:无|没有)")
_GROUP = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
_DIGITS = str.maketrans("０１２３４５６７８９．", "0123456789.")
_ABOUT = ("约", "近", "逾", "超", "超过")
_TIMES = {"万": 10_000, "亿": 100_000_000}
_LONGEST_QUOTE = 40


@dataclass(frozen=True, slots=True)
class RepetitionLimit:
    """How much of a part may be the same as last year.

    Attributes:
        part: Key of a section; ``WHOLE`` for all of them together.
        percent: What may not be exceeded.
        source: The notice that says so.
    """

    part: str
    percent: int
    level: Level
    source: str


@dataclass(frozen=True, slots=True)
class Demand:
    """A number that a part of the report must state.

    Attributes:
        part: Code of a text, key of a section, or ``WHOLE``.
        near: Words, one of which stands with the number.
        units: Units, one of which the number has.
        source: The notice that says so.
        equals: Code of the cell whose number it must be; "" for any.
        unit_types: Kinds of units it is demanded of; empty for all.
        levels: Their administrative levels; empty for all.
    """

    part: str
    near: tuple[str, ...]
    units: tuple[str, ...]
    source: str
    equals: str = ""
    unit_types: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    level: Level = "warning"

    def concerns(self, context: CheckContext) -> bool:
        """Whether it is demanded of the unit; of one whose kind is not known only what all must state."""
        return (not self.unit_types or kind_of_unit(context, "meta.unit_type") in self.unit_types) and (
            not self.levels or kind_of_unit(context, "meta.level") in self.levels
        )

    def in_words(self, form: FormDefinition) -> str:
        """Return the demand as the clerk reads it."""
        who = "的".join(filter(None, ("、".join(self.levels), "、".join(self.unit_types) or "各类单位")))
        equal = f"，并且等于“{form.cells[self.equals].name}”" if self.equals else ""
        what = f"{part_name(form, self.part)}：须写明{self.what}{equal}"
        return f"{what}；{who}，{LEVEL_NAMES[self.level]}（{self.source}）"

    @property
    def topic(self) -> str:
        """What its findings are told apart by."""
        return self.near[0] + self.units[0]

    @property
    def what(self) -> str:
        """What is to be stated, such as 政策解读的条数."""
        return f"{'或'.join(self.near)}的{'或'.join(f'{unit}数' for unit in self.units)}"


class Stated(NamedTuple):
    """A number that stands with a word.

    Attributes:
        start: First character of word and number.
        end: The character after both.
        value: The number; None where it is only about right, blank yet, or denied.
    """

    start: int
    end: int
    value: Number | None


def part_name(form: FormDefinition, part: str) -> str:
    """Return what messages call a part: 第一部分, “主动公开”, or 全文."""
    if part in form.sections:
        return form.sections[part].part
    return f"“{form.texts[part].name}”" if part in form.texts else part


def limits_in_words(form: FormDefinition, limits: Iterable[RepetitionLimit]) -> list[str]:
    """Return the limits as the clerk reads them, those that say the same of several parts in one line."""
    parts: dict[tuple[int, Level, str], list[str]] = {}
    for one in limits:
        parts.setdefault((one.percent, one.level, one.source), []).append(part_name(form, one.part))
    return [
        f"{'、'.join(names)}：与上年相同不超过{percent}%，超过的列为{LEVEL_NAMES[level]}（{source}）"
        for (percent, level, source), names in parts.items()
    ]


@check_function("repetition_limits", TEXTS, "meta.unit")
def repetition_limits(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """L-02: more of a part is the same as last year than a notice allows."""
    for limit in rule.params.get("limits", ()):
        is_whole = limit.part == WHOLE
        found = whole_repetition(context) if is_whole else section_repetition(context, limit.part)
        if found is None or found.percent <= limit.percent:
            continue
        first = next(code for code in _texts_of(context.form, limit.part) if code in context.texts)
        said = finding(
            rule,
            places=[Place(first, 0, 0 if is_whole else len(context.report.texts[first]))],
            part=part_name(context.form, limit.part),
            alike=found.alike,
            limit=limit.percent,
            source=limit.source,
        )
        yield replace(said, level=limit.level, topic=limit.part)


@check_function("demanded_numbers", TEXTS, "meta.unit", "meta.unit_type", "meta.level")
def demanded_numbers(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """L-03: a number that a notice asks for is not stated; a blank part that the format demands is told elsewhere."""
    for demand in rule.params.get("demands", ()):
        if not demand.concerns(context):
            continue
        codes = _where(context, demand)
        written = [code for code in codes if code in context.texts]
        if not written and (not codes or _is_demanded(context.form, demand.part)):
            continue
        if any(stated(context.texts[code], demand.near, demand.units) for code in written):
            continue
        said = finding(
            rule,
            places=[_mention(context, written, demand.near) or Place((written or codes)[0], 0, 0)],
            part=part_name(context.form, demand.part),
            what=demand.what,
            word=demand.near[0],
            unit=demand.units[0],
            source=_without_demand(demand.source),
        )
        yield replace(said, level=demand.level, topic=demand.topic)


@check_function("demanded_equal_numbers", TEXTS, NUMBERS, "meta.unit", "meta.unit_type", "meta.level")
def demanded_equal_numbers(context: CheckContext, rule: Rule) -> Iterable[Finding]:
    """L-04: a number that must be that of a cell is another one; nothing while the cell is blank."""
    for demand in rule.params.get("demands", ()):
        number = context.numbers.get(demand.equals)
        if number is None or not demand.concerns(context):
            continue
        found = [
            (code, one)
            for code in _where(context, demand)
            for one in stated(context.texts.get(code, ""), demand.near, demand.units)
        ]
        if not found or any(one.value is None or one.value == number for _, one in found):
            continue
        code, one = found[0]
        cell = context.form.cells[demand.equals]
        said = finding(
            rule,
            places=[source_place(context, code, one.start, one.end)],
            part=part_name(context.form, demand.part),
            quote=context.texts[code][one.start : one.end][:_LONGEST_QUOTE],
            cell=cell.name,
            number=format_number(number),
            unit=cell.unit,
            source=_without_demand(demand.source),
        )
        yield replace(said, level=demand.level, topic=demand.topic)


def _without_demand(source: str) -> str:
    """Return a source that the word 要求 can follow."""
    return source.removesuffix("要求").removesuffix("的")


def _texts_of(form: FormDefinition, part: str) -> list[str]:
    """Return the texts that a part consists of."""
    if part == WHOLE:
        return [code for code, text in form.texts.items() if text.section]
    return [part] if part in form.texts and part not in form.sections else form.texts_of(part)


def _where(context: CheckContext, demand: Demand) -> list[str]:
    """Return where a number may stand: below its sub-heading, or in the whole section where that text is blank."""
    codes = _texts_of(context.form, demand.part)
    if any(code in context.texts for code in codes) or demand.part not in context.form.texts:
        return codes
    section = context.form.texts_of(context.form.texts[demand.part].section)
    return section if any(code in context.texts for code in section) else codes


def _is_demanded(form: FormDefinition, part: str) -> bool:
    """Whether the format itself demands a text of this part, or of that which it belongs to."""
    key = form.texts[part].section if part in form.texts and part not in form.sections else part
    return key == WHOLE or form.sections[key].is_demanded


def _mention(context: CheckContext, codes: Iterable[str], words: tuple[str, ...]) -> Place | None:
    """Return where one of the words stands without a number."""
    for code in codes:
        for word in words:
            start = context.texts[code].find(word)
            if start >= 0:
                return source_place(context, code, start, start + len(word))
    return None


@lru_cache(maxsize=256)
def stated(text: str, words: tuple[str, ...], units: tuple[str, ...]) -> tuple[Stated, ...]:
    """Return the numbers with one of the units that stand with one of the words, in reading order.

    A number stands with a word in the same clause, behind it or shortly before it, or in the next clause where that
    goes on about it (…，共35条). Of several numbers the nearest is that of the word.
    """
    found: list[Stated] = []
    word = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
    if not word.search(text):
        return ()
    for part in _SENTENCES.finditer(_GROUP.sub("'", text.translate(_DIGITS))):
        sentence, first = part[0], part.start()
        numbers = [*_number_pattern(units).finditer(sentence)]
        starts = [number.start() for number in numbers]
        for match in word.finditer(sentence):
            first_near = bisect_left(starts, match.start() - _GAP_BEFORE - _LONGEST_NUMBER)
            near = numbers[first_near : bisect_left(starts, match.end() + _GAP_AFTER + 1)]
            nearest = min(_numbers_of(sentence, match, near), key=lambda one: one[0], default=None)
            if nearest is not None:
                number = nearest[1]
                start, end = min(match.start(), number.start()), max(match.end(), number.end())
                found.append(Stated(first + start, first + end, _value(sentence, number)))
            elif _is_denied(sentence, match):
                found.append(Stated(first + match.start(), first + match.end(), None))
    return tuple(found)


def _is_denied(sentence: str, word: re.Match[str]) -> bool:
    """Whether a sentence says that there was nothing of the kind."""
    before = sentence[max(word.start() - _GAP_BEFORE - 3, 0) : word.start()]
    return bool(_DENIED.search(before) or _NONE.match(sentence, word.end()))


def _numbers_of(
    sentence: str, word: re.Match[str], numbers: Iterable[re.Match[str]]
) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the numbers that may be that of a word, each with its distance."""
    lowest = max(word.start() - _GAP_BEFORE - _LONGEST_NUMBER, 0)
    clause = max(sentence.rfind(comma, lowest, word.start()) for comma in "，,") + 1
    reach = (_GOES_ON.match(sentence, word.end()) or _CLAUSE.match(sentence, word.end()) or word).end()
    for number in numbers:
        after, before = number.start() - word.end(), word.start() - number.end()
        if 0 <= after <= _GAP_AFTER and number.end() <= reach:
            yield after, number
        elif 0 <= before <= _GAP_BEFORE and number.start() >= clause:
            yield before, number


@lru_cache(maxsize=128)
def _number_pattern(units: tuple[str, ...]) -> re.Pattern[str]:
    unit = "|".join(map(re.escape, sorted(units, key=len, reverse=True)))
    return re.compile(
        rf"(?<![第\d.])(?P<digits>\d{{1,3}}(?:'\d{{3}})+|\d{{1,15}}(?:\.\d{{1,6}})?|[{NUMERALS}]{{1,12}}|{BLANK})"
        rf"[ \u3000]*(?P<about>余|多|来)?(?P<times>[万亿])?[ \u3000]*(?:{unit})(?P<around>左右|以上)?"
    )


def _value(sentence: str, number: re.Match[str]) -> Number | None:
    """Return the number; None where it is only about right, or not filled in yet."""
    digits = number["digits"].replace("'", "")
    if number["about"] or number["around"] or digits == BLANK:
        return None
    if sentence[max(number.start() - 2, 0) : number.start()].endswith(_ABOUT):
        return None
    value: Number | None = Decimal(digits) if digits[0].isdecimal() else han_number(digits)
    return None if value is None else value * _TIMES.get(number["times"] or "", 1)
