"""Where everything stands in a freshly written workbook: titles of the sheets and cells of the numbers."""

from __future__ import annotations

import re
from functools import cached_property

from core.draft.workbook.sheet_plan import address
from core.form.form_definition import FormDefinition, Section

META = "基本信息"
LEAD = "引言"
FEES = "信息处理费"
CONTROLS = "核对合计"

GRID_TOP = 3
"""First row of a grid: below the keys, the title and the verdict."""
GRID_LEFT = 1
CONTROLS_TOP = 4
"""First row of the control totals."""
COMPUTED, CONTROL, EFFECTIVE, COMPARED = 2, 3, 4, 5
"""Columns of the control totals."""

_NOT_IN_TITLES = re.compile(r"['\[\]:*?/\\]")
_LONGEST_TITLE = 31


class Places:
    """The places of one form.

    Attributes:
        form: The form definition.
    """

    def __init__(self, form: FormDefinition) -> None:
        self.form = form

    @cached_property
    def table_titles(self) -> dict[str, str]:
        """Title of the sheet of each table."""
        sections = self.form.sections
        return {t.id: _title(sections[t.section], "（表）") for t in self.form.tables.values()}

    @cached_property
    def text_titles(self) -> dict[str, str]:
        """Title of the sheet with the texts of each section; "" is the lead paragraph."""
        titles = {"": LEAD}
        with_table = {table.section for table in self.form.tables.values()}
        for key, section in self.form.sections.items():
            titles[key] = _title(section, "（文字）" if key in with_table else "")
        return titles

    @cached_property
    def grid(self) -> dict[str, tuple[int, int]]:
        """Row and column of each number on the sheet of its table."""
        return {
            item.code: (GRID_TOP + item.top, GRID_LEFT + item.left)
            for table in self.form.tables.values()
            for row in table.grid
            for item in row
            if item.code
        }

    def on_sheet(self, code: str) -> str:
        """Return the address of a number as formulas of other sheets name it."""
        return f"'{self.table_titles[self.form.cells[code].table]}'!{address(*self.grid[code])}"

    def printed(self, code: str) -> str:
        """Return the address, as any sheet may name it, of what a reader sees: for a total, its control total first."""
        row = CONTROLS_TOP + self.form.derived.index(code)
        return f"'{CONTROLS}'!{address(row, EFFECTIVE)}"

    def computed(self, code: str) -> str:
        """Return the address, as any sheet may name it, of a computed total."""
        row = CONTROLS_TOP + self.form.derived.index(code)
        return f"'{CONTROLS}'!{address(row, COMPUTED)}"


def _title(section: Section, ending: str) -> str:
    number, comma, _ = section.title.partition("、")
    name = _NOT_IN_TITLES.sub("", f"{number}{comma}{section.name}")
    return name[: _LONGEST_TITLE - len(ending)] + ending
