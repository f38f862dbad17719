"""Standard sentences for plain facts, offered only where the numbers support them.

They stand in ``sentences.toml`` of the format. Numbers are linked fields, so they cannot become wrong later.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from core.checks.findings import Place
from core.form.form_definition import FormDefinition
from core.form.form_files import Record, fail
from core.form.formats import format_of
from core.report.entry_text import Number
from core.report.linked_text import linked_codes, literal
from core.report.report import Report
from core.report.totals import report_numbers

_META = re.compile(r"\{(meta\.\w+)\}")
_LINK = re.compile(r"\{[\w.]+\}")
_FILE = "sentences.toml"
_SUMMED = "汇总"
"""统计范围 of a report about all units of a region, of which no sentence says 本机关."""


@dataclass(frozen=True, slots=True)
class _SentenceRecord:
    """One record: where it goes, its name and templates, and what must hold for it to be offered.

    Attributes:
        summed: The template for a report about all units of a region; the same where nothing is said of one unit.
    """

    text: str
    name: str
    template: str
    summed: str
    zero: tuple[str, ...]
    positive: tuple[str, ...]
    known: tuple[str, ...]
    meta: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StaleSentence:
    """A standard sentence that says there is none of what the tables now hold.

    Attributes:
        place: Where it stands in its source text, with its full stop.
        instead: The standard sentence with the numbers; "" where there is none.
    """

    place: Place
    instead: str

    def removed(self, source: str, instead: str = "") -> str:
        """Return the source text with another sentence in its place; without one its paragraph goes if left empty."""
        before, after = source[: self.place.start], source[self.place.end :]
        is_line = before[-1:] in ("", "\n") and after[:1] in ("", "\n")
        if is_line and not instead:
            return before[:-1] + after if before else after[1:]
        return before + instead + after


def stale_sentences(report: Report, numbers: Mapping[str, Number]) -> list[StaleSentence]:
    """Return the standard sentences that stand word for word in a text although the numbers are no longer zero."""
    found = []
    for known in _sentences(report.form):
        source = report.texts.get(known.text, "")
        if not known.zero or not source or not any(numbers.get(code) for code in known.zero):
            continue
        for template in dict.fromkeys((known.template, known.summed)):
            sentence = _filled(template, report)
            if sentence not in source:  # so it is with most at each key, which then need no pattern
                continue
            for match in re.finditer(rf"(?:(?<=[。！？\n])|\A){re.escape(sentence)}", source):
                place = Place(known.text, match.start(), match.end())
                found.append(StaleSentence(place, _with_numbers(known, report, numbers)))
    return found


def _with_numbers(stale: _SentenceRecord, report: Report, numbers: Mapping[str, Number]) -> str:
    """Return the sentence that says how many there are of what another one says there is none of."""
    for other in _sentences(report.form):
        if other.text == stale.text and set(stale.zero) <= set(other.known) and _holds(other, report, numbers):
            return _offered(other, report)
    return ""


def standard_sentences(report: Report, numbers: Mapping[str, Number] | None = None) -> list[tuple[str, str, str]]:
    """Return the sentences that are true of this report now: text code, name, sentence with linked numbers.

    Args:
        report: The report.
        numbers: Its numbers with the totals, where they are known already.
    """
    if numbers is None:
        numbers = report_numbers(report)
    return [
        (sentence.text, sentence.name, _offered(sentence, report))
        for sentence in _sentences(report.form)
        if _holds(sentence, report, numbers)
    ]


@cache
def standard_patterns(form: FormDefinition) -> tuple[re.Pattern[str], ...]:
    """Return a pattern for each sentence of the standard texts, without its full stop; any name or number fits."""
    templates = [template for known in _sentences(form) for template in (known.template, known.summed)]
    sentences = dict.fromkeys(s for template in templates for s in template.split("。") if s.strip())
    return tuple(re.compile("[^。]{0,40}?".join(map(re.escape, _LINK.split(s.strip())))) for s in sentences)


def _holds(sentence: _SentenceRecord, report: Report, numbers: Mapping[str, Number]) -> bool:
    return (
        all(numbers.get(code) == 0 for code in sentence.zero)
        and (not sentence.positive or any((numbers.get(code) or 0) > 0 for code in sentence.positive))
        and all(code in numbers for code in sentence.known)
        and all(report.meta.get(code, "").strip() for code in sentence.meta)
    )


def _offered(sentence: _SentenceRecord, report: Report) -> str:
    """Return a sentence as it fits what the report is about: one unit, or all units of a region."""
    is_summed = report.meta.get("meta.scope", "").strip() == _SUMMED
    return _filled(sentence.summed if is_summed else sentence.template, report)


def _filled(template: str, report: Report) -> str:
    return _META.sub(lambda match: literal(report.meta.get(match[1], "").strip()), template)


@cache
def _sentences(form: FormDefinition) -> tuple[_SentenceRecord, ...]:
    """Read the records of a format; none for a mixture, in which no report is written.

    Raises:
        FormDefinitionError: A record names an unknown key, text or number.
    """
    if form.is_mixed:
        return ()
    top = Record(format_of(form.id).folder.toml(_FILE), f"{form.id}/{_FILE}")
    made = [_sentence(record, form) for record in top.records("sentences")]
    top.done()
    return tuple(made)


def _sentence(record: Record, form: FormDefinition) -> _SentenceRecord:
    record.text("key")
    text, name = record.text("text"), record.text("name")
    template = record.text("sentence").replace("{document}", form.document)
    summed = record.text("summed", "").replace("{document}", form.document) or template
    zero, positive, known, meta = map(record.texts, ("zero", "positive", "known", "meta"))
    record.done()
    linked = [code for code in linked_codes(template + summed) if not code.startswith("meta.")]
    if (
        text not in form.texts
        or not form.cells.keys() >= {*zero, *positive, *known, *linked}
        or not form.meta.keys() >= {*meta, *_META.findall(template + summed)}
        or not set(linked) <= {*zero, *known}
    ):
        fail(record.place, "names something unknown")
    return _SentenceRecord(text, name, template, summed, zero, positive, known, meta)
