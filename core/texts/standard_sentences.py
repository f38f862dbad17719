"""Standard sentences for plain facts, offered only where the numbers support them.

They stand in ``sentences.toml`` of the format. Numbers are linked fields, so they cannot become wrong later.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from core.base.resources import ResourceMissingError, resource_path
from core.form.form_definition import FormDefinitionError
from core.form.form_reader import load_form
from core.report.linked_text import linked_codes, literal
from core.report.totals import report_numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from core.report.entry_text import Number
    from core.report.report import Report

_META = re.compile(r"\{(meta\.\w+)\}")
_KEYS = {"text", "name", "sentence", "zero", "positive", "known", "meta"}


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One record: where it goes, its name and template, and what must hold for it to be offered."""

    text: str
    name: str
    template: str
    zero: tuple[str, ...]
    positive: tuple[str, ...]
    known: tuple[str, ...]
    meta: tuple[str, ...]


def standard_sentences(report: Report, numbers: Mapping[str, Number] | None = None) -> list[tuple[str, str, str]]:
    """Return the sentences that are true of this report now: text code, name, sentence with linked numbers.

    Args:
        report: The report.
        numbers: Its numbers with the totals, where they are known already.
    """
    if numbers is None:
        numbers = report_numbers(report)
    return [
        (sentence.text, sentence.name, _filled(sentence.template, report))
        for sentence in _sentences(report.form_id)
        if _holds(sentence, report, numbers)
    ]


def _holds(sentence: _Sentence, report: Report, numbers: Mapping[str, Number]) -> bool:
    return (
        all(numbers.get(code) == 0 for code in sentence.zero)
        and (not sentence.positive or any((numbers.get(code) or 0) > 0 for code in sentence.positive))
        and all(code in numbers for code in sentence.known)
        and all(report.meta.get(code, "").strip() for code in sentence.meta)
    )


def _filled(template: str, report: Report) -> str:
    return _META.sub(lambda match: literal(report.meta.get(match[1], "").strip()), template)


@cache
def _sentences(form_id: str) -> tuple[_Sentence, ...]:
    """Read the records of a format; none where it has no sentences.

    Raises:
        FormDefinitionError: A record names an unknown key, text or number.
    """
    try:
        path = resource_path("form", form_id, "sentences.toml")
    except ResourceMissingError:
        return ()
    records = tomllib.loads(path.read_text(encoding="utf-8"))["sentences"]
    form = load_form(form_id)
    made: list[_Sentence] = []
    for record in records:
        lists = {key: tuple(record.get(key, ())) for key in ("zero", "positive", "known", "meta")}
        template = record["sentence"]
        linked = [code for code in linked_codes(template) if not code.startswith("meta.")]
        codes = [*lists["zero"], *lists["positive"], *lists["known"], *linked]
        if (
            set(record) - _KEYS
            or record["text"] not in form.texts
            or any(code not in form.cells for code in codes)
            or any(code not in form.meta for code in (*lists["meta"], *_META.findall(template)))
            or not set(linked) <= {*lists["zero"], *lists["known"]}
        ):
            raise FormDefinitionError(f"sentences.toml: {record.get('name')!r} names something unknown")
        made.append(_Sentence(record["text"], record["name"], template, **lists))
    return tuple(made)
