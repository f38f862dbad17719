"""Last year's figures and texts beside the new ones, where a report of last year was given."""

from __future__ import annotations

from collections.abc import Mapping

from core.office import carry_over
from core.report import totals
from core.report.entry_text import Refused, format_number
from core.report.linked_text import resolve
from core.report.report import Report
from gui.report.session import ReportSession

OTHERWISE = "≠"
"""Between a total as it was printed and what its columns add up to."""


def shorter(number: str) -> tuple[str, str, str]:
    """Return a total that was printed otherwise, 31≠30, as it is shown where there is less and less room: 31*."""
    printed = number.partition(OTHERWISE)[0]
    return number, f"{printed}*", printed


class LastYear:
    """Reads the report of last year that the session compares with; everything is "" where there is none."""

    def __init__(self, session: ReportSession) -> None:
        self._session = session
        self._read: Report | None = None
        self._figures: Mapping[str, carry_over.LastNumber] = {}
        self._there: Mapping[str, str] = {}
        self._carried: Mapping[str, str] = {}
        self._printed: tuple[Report | None, str, str] = (None, "", "")

    @property
    def name(self) -> str:
        """What last year's report is called, such as 2024年; "" where there is none."""
        last = self._session.last_year
        return "" if last is None else f"{last.year}年" if last.year else "上年"

    def figure(self, code: str) -> str:
        """Return last year's figure of a cell in words; before it the one that is carried over into the cell."""
        if not self._read_figures():
            return ""
        source = self._carried.get(code)
        if source is None:
            return f"{self.name}：{self._figure(code)}"
        name = self._session.form.cells[source].name
        return f"{self.name}“{name}”：{self._figure(source)}；{self.name}这一格：{self._figure(code)}"

    def numbers(self) -> Mapping[str, str]:
        """Return last year's numbers as they were printed, by code; nothing where there is no report of it.

        Beside a total that its columns do not add up to stands what they do: 31≠30.
        """
        if not self._read_figures():
            return {}
        return {
            code: OTHERWISE.join(format_number(n) for n in (found.number, found.added) if n is not None)
            for code, found in self._figures.items()
        }

    def fee(self, code: str) -> str:
        """Return last year's number of a fee, which stands in no table, as it was printed; "" where it had none."""
        number = self._session.last_year.cells.get(code) if self._session.last_year else None
        return "" if number is None or isinstance(number, Refused) else format_number(number)

    def _figure(self, code: str) -> str:
        found = self._figures.get(code)
        if found is None:
            return self._without_number(code)
        note = f"（{found.note}）" if found.note else ""
        return f"{format_number(found.number)}{self._session.form.cells[code].unit}{note}"

    def _without_number(self, code: str) -> str:
        """Say why a cell has no figure of last year: there is no such cell, its table was not read, or it is blank."""
        last, there = self._read, self._there.get(code)
        if last is None or there is None:
            return "没有这一项"
        if last.form.cells[there].table in self._session.last_year_unread:
            return "报告中没有读到这张表"
        entry = last.controls.get(there, last.cells.get(there))
        return f"填的是“{entry.text}”，不是数字" if isinstance(entry, Refused) else "留空"

    def _read_figures(self) -> bool:
        """Read the figures where there are others; return whether there is a report of last year."""
        last = self._session.last_year
        if last is not None and last is not self._read:
            self._read, (self._figures, _) = last, carry_over.last_figures(last, self._session.form)
            self._there = carry_over.cells_of_last_year(last.form, self._session.form)
            self._carried = {target: source for source, target in carry_over.carried_codes(self._session.form)}
        return last is not None

    def text(self, code: str) -> str:
        """Return last year's text as it was printed."""
        last = self._session.last_year
        if last is None or not last.texts.get(code):
            return ""
        if self._printed[:2] != (last, code):  # its totals cost more than a keystroke
            self._printed = last, code, resolve(last.texts[code], totals.report_numbers(last))
        return self._printed[2]
