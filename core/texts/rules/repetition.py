"""How much of a text stood in last year's report already: the one measure behind N-18, local limits and the window.

The share is that of this year's letters which stand in a stretch of at least eight equal letters (``stretch`` of rule
N-18) somewhere in last year's text of the same section. Letters are Chinese characters and Latin letters: digits, marks
and blanks change or are the same whatever is written, and are left out, so that a stretch runs on over them. Neither
counted nor compared is what everybody has to write: titles of documents and their numbers, the name of the unit, the
standard sentences of the format and the phrases in ``common`` of the rule. With eight letters, the share is about 2 %
in section 一 and 0 % in section 五 of units that have nothing in common, and still about 90 % once every twentieth word
of a text was exchanged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from core.checks.rules import CheckContext
from core.form.form_definition import FormDefinition
from core.report.linked_text import resolve
from core.texts.rules.standard_sentences import standard_patterns

FUNCTION = "same_as_last_year"
"""The check function whose rule holds the numbers and phrases of the measure."""

_BREAK = "\0"
_SENTENCE = re.compile(r"[^。\n]+")
_CITED = r"《[^《》\n]*(?:《[^《》\n]*》[^《》\n]*)*》|[\u4e00-\u9fff]{1,10}[〔\[]\d{4}[〕\]]\d{1,5}号"


class Repetition(NamedTuple):
    """How much of a text is that of last year.

    Attributes:
        same: Letters in stretches that stood in last year's text.
        counted: All letters that are compared.
    """

    same: int
    counted: int

    @property
    def percent(self) -> int:
        """The share, rounded."""
        return (200 * self.same + self.counted) // (2 * self.counted) if self.counted else 0

    @property
    def alike(self) -> str:
        """The share in words."""
        if self.percent < 100:
            return f"约有{self.percent}%相同"
        return "完全相同" if self.same == self.counted else "几乎完全相同"


class _Letters(NamedTuple):
    """The letters of a text, a break for each stretch that is not compared, and the place of each in the text."""

    text: str
    places: tuple[int, ...]


def section_repetition(context: CheckContext, key: str) -> Repetition | None:
    """Return how much of a section is that of last year; None for a short text, or without one of last year."""
    has_last = context.last_year and any(_last_text(context, code).strip() for code in context.form.texts_of(key))
    return _long_enough(context, _counted(context, key)) if has_last else None


def whole_repetition(context: CheckContext) -> Repetition | None:
    """Return how much of all sections together is that of last year, each compared with the same one."""
    if context.last_year is None:
        return None
    counted = [_counted(context, key) for key in context.form.sections]
    return _long_enough(context, Repetition(sum(one.same for one in counted), sum(one.counted for one in counted)))


def _long_enough(context: CheckContext, found: Repetition) -> Repetition | None:
    return found if found.counted >= _params(context.form).get("least", 1) else None


def same_in_last_year(context: CheckContext, code: str) -> list[tuple[int, int]]:
    """Return the stretches of last year's printed text that stand in this year's section again.

    Numbers within a stretch are left out: they need not be the same.
    """
    new = [context.texts.get(c, "") for c in _section_of(context, code)]
    return _same_stretches(context, _last_text(context, code), new)


def same_as_last_year(context: CheckContext, code: str) -> list[tuple[int, int]]:
    """Return the stretches of this year's printed text that stood in last year's section, likewise."""
    old = [_last_text(context, c) for c in _section_of(context, code)]
    return _same_stretches(context, context.texts.get(code, ""), old)


def _section_of(context: CheckContext, code: str) -> list[str]:
    section = context.form.texts[code].section
    return context.form.texts_of(section) if section else []


def _same_stretches(context: CheckContext, printed: str, others: Iterable[str]) -> list[tuple[int, int]]:
    known = _stretches_of(context, others)
    if not printed or not known:
        return []
    letters = _letters(context, printed)
    spans: list[tuple[int, int]] = []
    for place, is_same in zip(letters.places, _is_same(letters.text, known, _length(context.form)), strict=True):
        if not is_same:
            continue
        if spans and not any(char.isalnum() for char in printed[spans[-1][1] : place]):
            spans[-1] = spans[-1][0], place + 1
        else:
            spans.append((place, place + 1))
    return spans


def _counted(context: CheckContext, key: str) -> Repetition:
    """Return how much of a section is that of last year; kept until a text changes, since several rules ask."""
    kept: dict[str, Repetition] = context.memory.setdefault("repetition", {})
    if key not in kept:
        kept[key] = _count(context, key)
    return kept[key]


def _count(context: CheckContext, key: str) -> Repetition:
    codes = context.form.texts_of(key)
    old = _stretches_of(context, [_last_text(context, code) for code in codes])
    same = counted = 0
    for code in codes:
        letters = _letters(context, context.texts.get(code, "")).text
        same += sum(_is_same(letters, old, _length(context.form)))
        counted += len(letters) - letters.count(_BREAK)
    return Repetition(same, counted)


def _last_text(context: CheckContext, code: str) -> str:
    source = context.last_year.texts.get(code, "") if context.last_year else ""
    return resolve(source, context.last_numbers) if source else ""


def _params(form: FormDefinition) -> Mapping[str, Any]:
    return next((rule.params for rule in form.rules.values() if rule.function == FUNCTION), {})


@lru_cache(maxsize=8)
def _length(form: FormDefinition) -> int:
    return int(_params(form).get("stretch", 1))


def _letters(context: CheckContext, printed: str) -> _Letters:
    units = {report.unit for report in (context.report, context.last_year) if report and report.unit}
    return _letters_of(printed, context.form, tuple(sorted(units, key=len, reverse=True)))


@lru_cache(maxsize=32)
def _letters_of(printed: str, form: FormDefinition, units: tuple[str, ...]) -> _Letters:
    """Return what of a text is compared; kept, since with a key typed only one text is another one."""
    text, places, end = [], [], 0
    for start, stop in [*_left_out(printed, form, units), (len(printed), len(printed))]:
        for i in range(end, start):
            if printed[i].isalpha():
                text.append(printed[i])
                places.append(i)
        text.append(_BREAK)
        places.append(start)
        end = max(end, stop)
    return _Letters("".join(text), tuple(places))


def _left_out(printed: str, form: FormDefinition, units: tuple[str, ...]) -> Iterable[tuple[int, int]]:
    """Return the stretches of a text that everybody writes, in order."""
    found = [match.span() for match in _common(form, units).finditer(printed)]
    for sentence in _SENTENCE.finditer(printed):
        words = sentence[0].strip()
        if any(pattern.fullmatch(words) for pattern in standard_patterns(form)):
            found.append(sentence.span())
    return sorted(found)


@lru_cache(maxsize=8)
def _common(form: FormDefinition, units: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join([*map(re.escape, units), _CITED, *_params(form).get("common", ())]))


def _stretches_of(context: CheckContext, texts: Iterable[str]) -> frozenset[str]:
    """Return all stretches of a section that are long enough."""
    return _stretches(_BREAK.join(_letters(context, text).text for text in texts if text), _length(context.form))


@lru_cache(maxsize=16)
def _stretches(letters: str, length: int) -> frozenset[str]:
    """Return all stretches of this length without a break."""
    return frozenset(s for i in range(len(letters) - length + 1) if _BREAK not in (s := letters[i : i + length]))


def _is_same(letters: str, known: frozenset[str], length: int) -> list[bool]:
    """Return for each letter whether it stands in one of the known stretches."""
    same = [False] * len(letters)
    for i in range(len(letters) - length + 1):
        if letters[i : i + length] in known:
            same[i : i + length] = [True] * length
    return same
