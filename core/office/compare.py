"""Two reports side by side: cell by cell, text by text; and the chain of 结转 over several years.

Serves 与上年对照 (this year beside last year), 核对已公布网页 and the Word file that came back from the leader (the
draft beside what is printed).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

from core.base.short_texts import normalised
from core.office.carry_over import LastNumber, OldNumber, carried_codes, last_figures, printed_otherwise
from core.report.entry_text import Entry, Number, Refused, entry_as_text, format_number, number_or_blank
from core.report.linked_text import resolve
from core.report.report import Report
from core.report.totals import printed_numbers, report_numbers

PieceKind = Literal["same", "left", "right"]

LONGEST_MARKED = 4_000
"""Characters up to which the words that differ within two paragraphs are marked; longer ones are marked as a whole."""

NEAR = 0.4
"""Likeness from which two paragraphs are taken for versions of the same one."""

MOST_TRIES = 2_000
"""Pairs of paragraphs that are looked at when versions of the same one are sought."""

_NUMBERS = re.compile(
    r"(?P<cited>[〔［\[（(]\s*\d{4}\s*[〕］\]）)]\s*第?\s*\d+\s*号|第\s*\d+\s*[号条款项])"
    r"|(?:19|20)\d\d\s*年度?|\d+(?:[,，]\d{3})*(?:\.\d+)?(?:%|％)?"
)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two reports.

    Attributes:
        name: What the clerk calls it, such as 本年 or 已公布网页.
        entries: What each cell shows, totals included; a blank is left out.
        texts: Paragraphs by text code.
    """

    name: str
    report: Report
    entries: Mapping[str, Entry]
    texts: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class CellPair:
    """One number in both reports.

    Attributes:
        code: Its code in the left report; in the right one where only that has it.
        table: Name of its table.
        name: Row and column.
        left: As printed; "" for a blank, None where the form has no such cell.
        right: The same on the other side.
        change: Left minus right with its sign; "" where one of them is no number or both are equal.
        note: Why the two cannot be compared straight; "" otherwise.
    """

    code: str
    table: str
    name: str
    left: str | None
    right: str | None
    change: str
    note: str = ""

    @property
    def is_equal(self) -> bool:
        """Whether both sides show the same."""
        return self.left == self.right


@dataclass(frozen=True, slots=True)
class ParagraphPair:
    """A paragraph in both reports.

    Attributes:
        left: The text; "" where it stands only on the right.
        right: The text; "" where it stands only on the left.
        pieces: Both texts cut into stretches that are the same or stand on one side only, in reading order.
    """

    left: str
    right: str
    pieces: tuple[tuple[PieceKind, str], ...]

    @property
    def is_equal(self) -> bool:
        """Whether both sides read the same, white space aside."""
        return normalised(self.left) == normalised(self.right)


@dataclass(frozen=True, slots=True)
class TextPair:
    """A text in both reports."""

    code: str
    name: str
    paragraphs: tuple[ParagraphPair, ...]

    @property
    def is_equal(self) -> bool:
        """Whether all paragraphs are equal."""
        return all(pair.is_equal for pair in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports side by side.

    Attributes:
        cells: All numbers of both, in the order of the left form, then those that only the right one has.
        texts: Title and texts that stand on at least one side, in the order of the form.
        left_out: How many numbers and texts are blank on one side, where such are not compared.
    """

    left_name: str
    right_name: str
    cells: tuple[CellPair, ...]
    texts: tuple[TextPair, ...]
    left_out: int = 0

    @property
    def different_cells(self) -> tuple[CellPair, ...]:
        """The numbers that are not the same."""
        return tuple(pair for pair in self.cells if not pair.is_equal)

    @property
    def different_texts(self) -> tuple[TextPair, ...]:
        """The texts that are not the same."""
        return tuple(pair for pair in self.texts if not pair.is_equal)

    @property
    def is_equal(self) -> bool:
        """Whether there is no difference at all."""
        return not self.different_cells and not self.different_texts

    @property
    def summary(self) -> str:
        """One Chinese sentence that says how far both agree."""
        rest = f"另有{self.left_out}处只有一边填了，没有对照。" if self.left_out else ""
        if self.is_equal and self.left_out:
            return f"两边都填了的{len(self.cells)}个数字和文字相同；{rest}"
        if self.is_equal:
            return f"{self.left_name}与{self.right_name}一致：{len(self.cells)}个数字、全部文字相同。"
        return f"{self.left_name}与{self.right_name}有{self.differences}不同，请逐条核对。{rest}"

    @property
    def differences(self) -> str:
        """How many numbers and texts are not the same, in words; "" for none."""
        cells, texts = len(self.different_cells), len(self.different_texts)
        return "、".join(filter(None, (f"{cells}个数字" if cells else "", f"{texts}处文字" if texts else "")))


@dataclass(frozen=True, slots=True)
class ChainLink:
    """结转 from one year to the next, in one column.

    Attributes:
        earlier: Year that hands over.
        later: Year that takes over.
        column: Name of the column.
        handed_over: What the earlier report says; None for a blank.
        taken_over: What the later report says; None for a blank.
    """

    earlier: int
    later: int
    column: str
    handed_over: Number | None
    taken_over: Number | None

    @property
    def holds(self) -> bool | None:
        """Whether both are the same number; None while one of them is blank."""
        if self.handed_over is None or self.taken_over is None:
            return None
        return self.handed_over == self.taken_over

    @property
    def sentence(self) -> str:
        """What the clerk reads."""
        out, taken = number_or_blank(self.handed_over), number_or_blank(self.taken_over)
        start = f"{self.column}：{self.earlier}年结转下年度{out}，{self.later}年上年结转{taken}"
        return start + {True: "，一致。", False: "，不一致，请核对。", None: "，有空白，无法核对。"}[self.holds]


@dataclass(frozen=True, slots=True)
class Chain:
    """The chain of 结转 over several reports.

    Attributes:
        links: For each two years in succession the columns in the order of the form.
        missing: Years between the first and the last one for which there is no report.
        doubled: Years of which there are several reports; only the last one given is compared.
        units: Names of the units where the reports are not all of one; empty otherwise.
    """

    links: tuple[ChainLink, ...]
    missing: tuple[int, ...]
    doubled: tuple[int, ...] = ()
    units: tuple[str, ...] = ()

    @property
    def broken(self) -> tuple[ChainLink, ...]:
        """The links that do not hold."""
        return tuple(link for link in self.links if link.holds is False)


def side_of(report: Report, name: str, printed: Mapping[str, Entry] | None = None) -> Side:
    """Return a report ready to be compared.

    Args:
        report: A draft or an imported report.
        name: What the clerk calls it.
        printed: For an imported report what is printed in each cell, so that a blank total stays a blank.
    """
    if printed is None:
        refused = {code: entry for code, entry in report.cells.items() if isinstance(entry, Refused)}
        entries: dict[str, Entry] = {**printed_numbers(report), **refused}
    else:
        entries = {code: entry for code, entry in printed.items() if entry is not None}
    numbers = report_numbers(report)
    texts = {}
    for code in report.form.texts:
        lines = tuple(filter(None, map(normalised, resolve(report.texts.get(code, ""), numbers).split("\n"))))
        if lines:
            texts[code] = lines
    tables = {code: entry for code, entry in entries.items() if report.form.cells[code].table}
    return Side(name, report, tables, texts)


def compare_reports(left: Side, right: Side, *, only_filled: bool = False) -> Comparison:
    """Return both reports side by side; numbers of an older format stand beside their counterparts.

    ``only_filled`` leaves out what is blank in one of them: a report that is being filled in differs there everywhere.
    """
    cells, texts = _cells(left, right), _texts(left, right)
    if not only_filled:
        return Comparison(left.name, right.name, tuple(cells), tuple(texts))
    both = tuple(pair for pair in cells if pair.left != "" and pair.right != "")
    told = tuple(
        pair for pair in texts if any(p.left for p in pair.paragraphs) and any(p.right for p in pair.paragraphs)
    )
    left_out = sum((pair.left == "") != (pair.right == "") for pair in cells) + len(texts) - len(told)
    return Comparison(left.name, right.name, both, told, left_out)


def number_marks(text: str) -> list[tuple[int, int]]:
    """Return the places of years and numbers in a text, for marking what must not be copied from last year.

    What a statute or document is cited by (第711号, 〔2021〕30号) is the same every year and is left out.
    """
    return [match.span() for match in _NUMBERS.finditer(text) if not match["cited"]]


def check_chain(reports: Iterable[Report]) -> Chain:
    """Compare 结转下年度 of each report with 上年结转 of the next one; reports without a year are left out."""
    dated = [(report.year, report) for report in reports if report.year is not None]
    by_year = dict(dated)
    years = sorted(by_year)
    links: list[ChainLink] = []
    for earlier, later in pairwise(years):
        if later == earlier + 1:
            links += _links(by_year[earlier], by_year[later], earlier, later)
    missing = tuple(y for y in range(years[0], years[-1]) if y not in by_year) if years else ()
    counts = Counter(year for year, _ in dated)
    units = tuple(dict.fromkeys(report.unit for _, report in dated if report.unit))
    doubled = tuple(year for year in years if counts[year] > 1)
    return Chain(tuple(links), missing, doubled, units if len(units) > 1 else ())


def _links(first: Report, second: Report, earlier: int, later: int) -> list[ChainLink]:
    out, taken = printed_numbers(first), printed_numbers(second)
    return [
        ChainLink(earlier, later, second.form.cells[target].name, out.get(source), taken.get(target))
        for source, target in carried_codes(second.form)
    ]


def _cells(left: Side, right: Side) -> list[CellPair]:
    form = left.report.form
    counterparts, history = _figures(right, left)
    added = report_numbers(right.report)
    pairs: list[CellPair] = []
    for table in form.tables.values():
        for code in table.cells:
            one = left.entries.get(code)
            known = counterparts.get(code)
            there = code in right.report.form.cells
            other: Entry = right.entries.get(code) if there else known.number if known else None
            right_text = entry_as_text(other) if there or known else None
            said = printed_otherwise(other, added.get(code)) if there else ""
            note = "；".join(filter(None, (known.note if known else "", said)))
            pairs.append(
                CellPair(
                    code, table.name, form.cells[code].name, entry_as_text(one), right_text, _change(one, other), note
                )
            )
    for old in history:
        name = right.report.form.tables[right.report.form.cells[old.code].table].name
        pairs.append(CellPair(old.code, name, old.name, None, format_number(old.number), "", old.why))
    return pairs


def _figures(right: Side, left: Side) -> tuple[dict[str, LastNumber], tuple[OldNumber, ...]]:
    """Return the right report's figures that stand under another code or under none in the left form."""
    form = right.report.form
    if form is left.report.form:
        return {}, ()
    counterparts, history = last_figures(right.report, left.report.form)
    return {code: item for code, item in counterparts.items() if code not in form.cells}, history


def _change(one: Entry, other: Entry) -> str:
    if one is None or other is None or isinstance(one, Refused) or isinstance(other, Refused) or one == other:
        return ""
    more, less = (one, other) if one > other else (other, one)
    return f"{'+' if more is one else '−'}{format_number(Decimal(more) - Decimal(less))}"


def _texts(left: Side, right: Side) -> list[TextPair]:
    form = left.report.form
    title = paragraph_pairs((normalised(left.report.title),), (normalised(right.report.title),))
    pairs = [TextPair("meta.title", "标题", title)]
    for code, text in form.texts.items():
        one, other = left.texts.get(code, ()), right.texts.get(code, ())
        if one or other:
            section = form.sections[text.section].name if text.section else ""
            name = text.name if text.name == section or not section else f"{section}·{text.name}"
            pairs.append(TextPair(code, name, paragraph_pairs(one, other)))
    return pairs


def paragraph_pairs(left: Sequence[str], right: Sequence[str]) -> tuple[ParagraphPair, ...]:
    """Return the paragraphs of both sides beside each other, with the words that differ."""
    pairs: list[ParagraphPair] = []
    for kind, start, end, other_start, other_end in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind == "equal":
            pairs += [ParagraphPair(text, text, (("same", text),)) for text in left[start:end]]
        else:
            pairs += versions(list(left[start:end]), list(right[other_start:other_end]))
    return tuple(pairs)


def versions(left: list[str], right: list[str]) -> list[ParagraphPair]:
    """Pair the paragraphs that are versions of each other, in order; the others stand alone."""
    pairs: list[ParagraphPair] = []
    reach = max(MOST_TRIES // (len(left) or 1), 1)
    for text in left:
        found = next((i for i, other in enumerate(right[:reach]) if _are_near(text, other)), None)
        if found is None:
            pairs.append(ParagraphPair(text, "", (("left", text),)))
            continue
        pairs += [ParagraphPair("", other, (("right", other),)) for other in right[:found]]
        pairs.append(ParagraphPair(text, right[found], changed_pieces(text, right[found])))
        del right[: found + 1]
    return [*pairs, *(ParagraphPair("", other, (("right", other),)) for other in right)]


def _are_near(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < NEAR or matcher.quick_ratio() < NEAR:
        return False
    return len(one) + len(other) > LONGEST_MARKED or matcher.ratio() >= NEAR


def changed_pieces(one: str, other: str) -> tuple[tuple[PieceKind, str], ...]:
    """Cut two paragraphs into what is the same and what stands on one side only."""
    if len(one) + len(other) > LONGEST_MARKED:
        return ("left", one), ("right", other)
    pieces: list[tuple[PieceKind, str]] = []
    first, second = _words(one), _words(other)
    for kind, start, end, other_start, other_end in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(("same", "".join(first[start:end])))
            continue
        if end > start:
            pieces.append(("left", "".join(first[start:end])))
        if other_end > other_start:
            pieces.append(("right", "".join(second[other_start:other_end])))
    return tuple(pieces)


def _words(text: str) -> list[str]:
    """Cut a text into characters, whole numbers and whole Latin words."""
    return re.findall(r"\d+(?:\.\d+)?|[A-Za-z]+|.", text, re.DOTALL)
