"""The form definition: every label, code, cell, text and rule of a national format.

It is read from TOML by ``core.form.form_reader``. Everything else (matrices in the window, Excel sheets, Word and
web tables, import, checks) is driven by what stands here; no label or sum of the form stands in Python.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, NamedTuple

from core.form.start_fields import suggested

Level = Literal["error", "warning", "hint"]
LEVELS: tuple[Level, ...] = ("error", "warning", "hint")
LEVEL_NAMES: Mapping[Level, str] = {"error": "错误", "warning": "疑点", "hint": "提示"}
OPERATORS = ("=", "<=", ">=")
_COUNTS = "零一两三四五六七八九"
_NOTHING: Mapping[str, Any] = {}
BASES = ("printed", "label", "official", "practice", "inferred")


class MetaField(NamedTuple):
    """A field of the page 基本信息, such as ``meta.unit``.

    Attributes:
        choices: The allowed values in order of display; empty where any text is allowed.
        is_required: Whether a report without it is unusable (unit and year).
        is_hidden: Whether the program sets it and the window does not show it.
        is_for_letters: Whether only a report that goes out as a formal letter has it.
        suggestions: Choices, each with a pattern of the names of units for which it is proposed; the first counts.
        contradictions: Choices, each with a pattern of the names of units that speak against it.
    """

    code: str
    name: str
    hint: str
    choices: tuple[str, ...]
    is_required: bool
    is_hidden: bool
    is_for_letters: bool
    suggestions: tuple[tuple[str, str], ...]
    contradictions: tuple[tuple[str, str], ...] = ()

    def knows(self, text: str) -> bool:
        """Whether it may say this: one of its choices, or anything where it has none."""
        return not self.choices or text in self.choices

    def suggested(self, unit: str) -> str:
        """Return the choice that the name of the unit speaks for; "" where it says nothing for certain."""
        return suggested(self.suggestions, unit)

    def contradicts(self, choice: str, unit: str) -> bool:
        """Whether the name of the unit speaks against this choice."""
        return any(of == choice and re.search(pattern, unit) for of, pattern in self.contradictions)

    def likely(self, unit: str) -> tuple[str, ...]:
        """Return the choice that the name of the unit speaks for, else all that it does not speak against."""
        one = self.suggested(unit)
        return (one,) if one else tuple(choice for choice in self.choices if not self.contradicts(choice, unit))


class TextField(NamedTuple):
    """A text of the report, of one or more paragraphs.

    Attributes:
        section: Key of the section it stands in; "" for the lead paragraph.
        heading: The printed sub-heading above it, such as （一）主动公开; "" for none.
        synonyms: Other words of this heading in published reports; accepted on import, never written.
        is_required: Whether the section is unfinished without it.
        is_note: Whether it stands below its table as 表下注.
    """

    code: str
    section: str
    name: str
    heading: str
    synonyms: tuple[str, ...]
    hint: str
    is_required: bool
    is_note: bool


class Section(NamedTuple):
    """One of the six parts of the report.

    Attributes:
        contents: Codes of its texts and ids of its tables, in printed order.
        synonyms: Other titles that published reports use; accepted on import, never written.
        limit: Number of characters it should not exceed; 0 for none.
        is_demanded: Whether a report without any text in it is not complete.
    """

    key: str
    title: str
    name: str
    synonyms: tuple[str, ...]
    contents: tuple[str, ...]
    limit: int
    limit_note: str
    is_demanded: bool

    @property
    def part(self) -> str:
        """What messages call it, such as 第五部分."""
        return f"第{self.title[0]}部分"


class TableLine(NamedTuple):
    """A row or column of a table as the form names it.

    Attributes:
        label: The printed text, to the letter.
        name: What messages call it; the label where that is short enough.
        help: What counts here; "" where nothing more is to be said.
        source: Where the help comes from.
        synonyms: Other labels that published reports use; accepted on import, never written.
    """

    key: str
    label: str
    name: str
    help: str
    source: str
    synonyms: tuple[str, ...] = ()


class Cell(NamedTuple):
    """One number of the form.

    Attributes:
        code: Such as ``t3.R01.C7``.
        table: Id of its table; "" for the fee fields of section 六.
        row: Key of its row; the field name for fee fields.
        column: Key of its column; "" for fee fields.
        name: What messages call it: row and column.
        unit: 件, 万元 or 元.
        decimals: Places after the point that are allowed; 0 for counts.
        is_derived: Whether the program computes it (a total).
        is_signed: Whether it may be negative (本年增/减 of the 2019 format).
    """

    code: str
    table: str
    row: str
    column: str
    name: str
    unit: str
    decimals: int
    is_derived: bool
    is_signed: bool = False


class GridItem(NamedTuple):
    """One (merged) cell of the printed table: a label or a number.

    Attributes:
        top: Row in the printed grid, from 0.
        left: Column in the printed grid, from 0.
        code: Code of the number that stands there; "" for a label.
        label: The printed label; "" for a number.
        row_key: Key of the row that it labels; "" otherwise.
        column_key: Key of the column that it labels; "" otherwise.
    """

    top: int
    left: int
    height: int
    width: int
    code: str
    label: str
    is_header: bool
    row_key: str
    column_key: str


class Table(NamedTuple):
    """A table of the form in its printed shape.

    Attributes:
        grid: The items row by row; every place of the grid is covered exactly once.
        width: Number of grid columns.
        header_height: Number of grid rows above the first number.
        cells: Codes of its numbers in reading order.
        widths: Relative widths of the grid columns.
        least_rows: Rows that a published table must have to be taken for this one.
        least_columns: Columns of this table that its header must name.
    """

    id: str
    name: str
    section: str
    unit: str
    rows: Mapping[str, TableLine]
    columns: Mapping[str, TableLine]
    grid: tuple[tuple[GridItem, ...], ...]
    width: int
    header_height: int
    cells: tuple[str, ...]
    widths: tuple[int, ...]
    least_rows: int
    least_columns: int

    @property
    def is_banded(self) -> bool:
        """Whether its parts have headers of their own, such as 第二十条第（五）项."""
        return any(item.is_header for row in self.grid[self.header_height :] for item in row)


class Equation(NamedTuple):
    """One instance of a linear rule: left sum, operator, right sum.

    Attributes:
        item: Key of the row or column it was made for.
        item_name: What the message calls that row or column.
        left: Pairs of cell code and coefficient.
        right: The same for the other side.
        keys: For each code, the row or column key that message templates use.
        computes: Code of the total that it computes; "" where it only checks.
    """

    rule_id: str
    item: str
    item_name: str
    left: tuple[tuple[str, int], ...]
    operator: str
    right: tuple[tuple[str, int], ...]
    keys: Mapping[str, str]
    computes: str

    @property
    def codes(self) -> tuple[str, ...]:
        """All codes of both sides, left first."""
        return tuple(code for code, _ in self.left + self.right)


class Rule(NamedTuple):
    """One record of the rule catalogue.

    Attributes:
        fault: What several of its findings have in common, where the name says what should hold; "" for the name.
        kind: ``linear`` for sums; ``function`` for a registered function.
        level: Of its findings, where ``levels`` says nothing else.
        messages: Sentence templates by variant; the plain one has the key "".
        levels: Level by variant, for a rule whose cases weigh differently.
        basis: How official the rule is; only printed, label and official may be called 官方.
        function: Name of the registered function; "" for linear rules.
        params: Numbers and words that the function takes from the data.
        reasons: Common reasons offered when the clerk explains the finding.
        example: A sentence as the clerk sees it; "" where the template says enough, and for sums.
    """

    id: str
    name: str
    level: Level
    basis: str
    kind: str
    messages: Mapping[str, str]
    formula: str
    why: str
    source: str
    levels: Mapping[str, Level] = _NOTHING
    function: str = ""
    params: Mapping[str, Any] = _NOTHING
    reasons: tuple[str, ...] = ()
    needs_last_year: bool = False
    needs_reason: bool = True
    first_year: int = 0
    last_year: int = 9999
    example: str = ""
    fault: str = ""

    def level_of(self, variant: str) -> Level:
        """Return the level of a finding with this sentence."""
        return self.levels.get(variant, self.level)


@dataclass(frozen=True, eq=False)
class FormDefinition:
    """A national format of the report.

    Attributes:
        formats: Ids of the formats it is made of: its own, or those of a mixture, the newest first.
        first_year: First report year that it applies to.
        last_year: Last report year; 9999 while it is in force.
        document: Number of the notice that made it.
        cells: Every number by code: the tables in order, then the fee fields.
        title: Template of the report title.
        equations: All instances of the linear rules, in the order of the rules.
    """

    id: str
    name: str
    formats: tuple[str, ...]
    first_year: int
    last_year: int
    document: str
    title: str
    meta: Mapping[str, MetaField]
    sections: Mapping[str, Section]
    texts: Mapping[str, TextField]
    tables: Mapping[str, Table]
    cells: Mapping[str, Cell]
    rules: Mapping[str, Rule]
    equations: tuple[Equation, ...]

    @property
    def is_mixed(self) -> bool:
        """Whether it mixes the tables of several formats, as some published reports do."""
        return len(self.formats) > 1

    @cached_property
    def all_tables(self) -> str:
        """What the clerk calls its tables together, such as 全部三张表."""
        return f"全部{_COUNTS[len(self.tables)]}张表"

    @cached_property
    def entered(self) -> tuple[str, ...]:
        """Codes of the table cells that a person fills in, in reading order."""
        return tuple(c.code for c in self.cells.values() if c.table and not c.is_derived)

    @cached_property
    def outside_tables(self) -> tuple[str, ...]:
        """Codes of the numbers outside the tables (信息处理费), which only a text prints."""
        return tuple(c.code for c in self.cells.values() if not c.table)

    def texts_of(self, section: str) -> list[str]:
        """Return the codes of the texts of a section, in printed order."""
        return [code for code in self.sections[section].contents if code in self.texts]

    @cached_property
    def pages(self) -> Mapping[str, frozenset[str]]:
        """For each section the codes of all that its page shows: the lead is on the first, 信息处理费 on the last."""
        shown: dict[str, set[str]] = {}
        for key, section in self.sections.items():
            parts = [self.tables[c].cells if c in self.tables else (c,) for c in section.contents]
            shown[key] = {code for part in parts for code in part}
        keys = list(self.sections)
        shown[keys[0]].add("lead")
        shown[keys[-1]].update(self.outside_tables)
        return {key: frozenset(codes) for key, codes in shown.items()}

    @cached_property
    def reading_order(self) -> Mapping[str, int]:
        """Place of every code on the way through the form: metadata, lead, then section by section."""
        codes = [*self.meta, "lead"]
        for section in self.sections.values():
            for content in section.contents:
                codes += self.tables[content].cells if content in self.tables else [content]
        return {code: place for place, code in enumerate((*codes, *self.outside_tables))}

    @cached_property
    def derived(self) -> tuple[str, ...]:
        """Codes of the totals, in reading order."""
        return tuple(c.code for c in self.cells.values() if c.is_derived)
