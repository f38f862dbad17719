"""What a published report shows: title, texts with linked numbers resolved, printed numbers; nothing else.

Word, web page, print, checksum and change lists all take their content from here, so that they cannot differ.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.report.entry_text import Refused, clean_text, format_number, paragraphs
from core.report.linked_text import resolve
from core.report.totals import report_numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from core.report.report import Report

NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十\d]+[）)、.]")
"""What a numbered label begins with; such row labels are set to the left."""

OTHERS = ("meta.doc_number", "meta.addressee", "meta.sign_off", "meta.date")
TITLE = "meta.title"
"""The code under which the title stands beside texts and numbers."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The visible content of a report.

    Attributes:
        title: In one line.
        texts: Paragraphs by text code, in the order of the form; an empty text is left out.
        numbers: Printed text of the table cells by code, in the order of the form; a blank is left out.
        others: Document number, addressee, signature and date by code where they are shown; no part of the checksum,
            since the date is completed by hand.
        remarks: Of a file that was read: which headings and labels are not those of the form, in words for the clerk.
    """

    title: str
    texts: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, str]
    others: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()

    def by_code(self) -> dict[str, str]:
        r"""Return everything as printed text by code, ``\n`` between paragraphs, white space normalised."""
        texts = {code: "\n".join(map(normalised, text)) for code, text in self.texts.items()}
        numbers = {code: normalised(number) for code, number in self.numbers.items()}
        return {TITLE: normalised(self.title), **texts, **numbers}


def normalised(text: str) -> str:
    """Return the text with one blank for each stretch of white space of any width, and none at its ends."""
    return " ".join(text.split())


def one_line(text: str) -> str:
    """Return a clean text without line breaks: what a title, a name or a cell can hold."""
    return "".join(paragraphs(clean_text(text)))


def shown_report(report: Report) -> Shown:
    """Return what the report shows: computed totals, resolved links; refused text stands as it was typed."""
    numbers = report_numbers(report)
    texts = {}
    for code in report.form.texts:
        shown = tuple(paragraphs(clean_text(resolve(report.texts.get(code, ""), numbers))))
        if shown:
            texts[code] = shown
    printed = {}
    for table in report.form.tables.values():
        for code in table.cells:
            number = numbers.get(code)
            entry = report.cells.get(code)
            if number is not None:
                printed[code] = format_number(number)
            elif isinstance(entry, Refused):
                printed[code] = one_line(entry.text)
    return Shown(one_line(report.title), texts, printed, _others(report))


def _others(report: Report) -> dict[str, str]:
    """Document number, addressee with its colon, signature, and the date with its day left open."""
    others = {code: one_line(report.meta.get(code, "")) for code in OTHERS}
    if others["meta.addressee"]:
        others["meta.addressee"] = others["meta.addressee"].rstrip("：:") + "："
    if others["meta.date"].endswith("月"):
        others["meta.date"] += "　日"
    return {code: text for code, text in others.items() if text}
