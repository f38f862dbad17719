"""What a published report shows: title, texts with linked numbers resolved, printed numbers; nothing else.

Word, web page, print, checksum and change lists all take their content from here, so that they cannot differ.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from core.base.short_texts import normalised
from core.form.form_definition import FormDefinition, Section
from core.report.entry_text import Refused, clean_text, format_number, paragraphs
from core.report.linked_text import resolve
from core.report.report import Report
from core.report.signed_day import signed_day
from core.report.totals import report_numbers

_LONGEST_QUOTE = 24
_NOTHING: Mapping[str, str] = {}
OTHERS = ("meta.doc_number", "meta.addressee", "meta.sign_off", "meta.date")
TITLE = "meta.title"
"""The code under which the title stands beside texts and numbers."""


class Note(NamedTuple):
    """What somebody put beside the text of a Word file.

    Attributes:
        kind: 批注, 脚注, 尾注, 文本框 or 图片.
        author: Who wrote a 批注; "" where nobody is named.
        text: What it says; "" for a picture.
        place: Section, sub-heading or cell, in words for the clerk.
        quote: The words that a 批注 was put on; "" elsewhere.
    """

    kind: str
    author: str
    text: str
    place: str
    quote: str = ""

    @property
    def sentence(self) -> str:
        """What stands where, in one line."""
        quote = self.quote if len(self.quote) <= _LONGEST_QUOTE else f"{self.quote[:_LONGEST_QUOTE]}……"
        at = f"{self.place}“{quote}”" if quote else self.place
        return f"{at}：{self.text or self.kind}"


class Shown(NamedTuple):
    """The visible content of a report.

    Attributes:
        title: In one line.
        texts: Paragraphs by text code, in the order of the form; an empty text is left out.
        numbers: Printed text of the table cells by code, in the order of the form; a blank is left out.
        others: Document number, addressee, signature and date by code where they are shown; no part of the checksum,
            since the date is completed by hand.
        remarks: Of a file that was read: which headings and labels are not those of the form, in words for the clerk.
        notes: Of a file that was read: what stands beside its text.
        more: Of a file that was read: what its tables show beyond the cells of the form, so that its checksum differs.
        unread: Codes of numbers and texts of which a file says nothing, since their row, table or heading is missing;
            ``remarks`` says so once.
        unsure: Codes of numbers and texts that stand in a part or table whose headings or labels are not those of the
            form, so that nobody but the clerk can tell where they belong.
        mark: Of a file that was read: what stands at the head of its pages, such as 送审稿第2稿　校验码 3F7A-91C2.
    """

    title: str
    texts: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, str]
    others: Mapping[str, str] = _NOTHING
    remarks: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    more: tuple[str, ...] = ()
    unread: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    mark: str = ""

    def by_code(self) -> dict[str, str]:
        r"""Return everything as printed text by code, ``\n`` between paragraphs, white space normalised."""
        texts = {code: "\n".join(map(normalised, text)) for code, text in self.texts.items()}
        numbers = {code: normalised(number) for code, number in self.numbers.items()}
        more = {"more": "\n".join(self.more)} if self.more else {}
        return {TITLE: normalised(self.title), **texts, **numbers, **more}


def shown_of(form: FormDefinition, by_code: Mapping[str, str]) -> Shown:
    """Return what a report showed when its texts were kept by code: as a 送审稿, or when it was published."""
    texts = {code: tuple(by_code[code].split("\n")) for code in form.texts if by_code.get(code)}
    numbers = {code: text for code, text in by_code.items() if code in form.cells}
    return Shown(by_code.get(TITLE, ""), texts, numbers)


def contents_of(form: FormDefinition, section: Section, shown: Shown) -> Iterator[tuple[str, str]]:
    """Yield codes of texts and ids of tables in printed order, each with the sub-heading to print above it.

    The sub-headings of a section are printed all or none, so that （一） to （五） stay in sequence.
    """
    headed = [code for code in form.texts_of(section.key) if form.texts[code].heading]
    has_headings = any(code in shown.texts for code in headed)
    for content in section.contents:
        yield content, form.texts[content].heading if has_headings and content in form.texts else ""


def one_line(text: str) -> str:
    """Return a clean text without line breaks: what a title, a name or a cell can hold."""
    return "".join(paragraphs(clean_text(text)))


_recent: deque[tuple[Report, Shown]] = deque(maxlen=4)


def shown_report(report: Report) -> Shown:
    """Return what the report shows: computed totals, resolved links; refused text stands as it was typed.

    Made once for each report, which never changes: an export asks for its checksum, its bytes and to read it back.
    """
    for known, shown in tuple(_recent):
        if known is report:
            return shown
    made = _shown(report)
    _recent.append((report, made))
    return made


def _shown(report: Report) -> Shown:
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


def without_colon(addressee: str) -> str:
    """Return an addressee without the colon that whoever prints it puts behind it."""
    return addressee.rstrip("：: ")


def _others(report: Report) -> dict[str, str]:
    """Document number, addressee with its colon, signature, and the date in its one form, its day perhaps left open."""
    others = {code: one_line(report.meta.get(code, "")) for code in OTHERS}
    if others["meta.addressee"]:
        others["meta.addressee"] = without_colon(others["meta.addressee"]) + "："
    others["meta.date"] = signed_day(others["meta.date"])
    return {code: text for code, text in others.items() if text}
