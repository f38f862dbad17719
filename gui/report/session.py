"""The open report for the windows: hands what is done to the core and tells what it changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Signal

from core.checks.findings import CheckResult, Finding
from core.report import checksum
from core.report.change import CONTENT, Change
from core.report.entry_text import Entry
from core.report.open_report import Changed, OpenReport
from core.report.report import Explanation, LogEntry, Report, parse_cell
from core.validation.local_rules import LocalRules
from core.validation.validation import Checker
from gui.report.facts import ReportFacts

Clock = Callable[[], datetime]


_TEXT_PAUSE_MS = 150
"""From what is typed to what the checks of texts say of it. Reading a text takes longer than painting a character;
whoever types reads the findings afterwards."""
_LONGEST_PAUSE_MS = 600
"""The same while somebody types on and on: the autosave waits for it as well."""


def _checksum(report: Report) -> str:
    return checksum.report_checksum(report)


class ReportSession(QObject):
    """The open report with its checks and its steps.

    Attributes:
        open_report: The open report; another one after ``replaced``.
        form: The form definition it follows.
        facts: What can be read off it.
        last_year: Last year's report, where one was given.
        last_year_notes: What was told when that one was read.
        last_year_unread: The tables, by id, that were not found in its file.
        local_rules: The imported local rules (本地口径), where there are any.

    Signals:
        form_changed: The open report follows another format than before; comes before replaced.
        cells_changed: Codes whose shown number or colour changed (a frozenset).
        text_changed: Code of a text or metadata field that changed, also by its own editor.
        prints_changed: Codes of the texts that print a linked number which may have changed (a frozenset).
        findings_changed: The findings, the verdict or the progress changed: read them again. What texts say, told
            every 150 ms while somebody types.
        replaced: Another report was opened, or the whole report changed.
        last_year_changed: The open report is compared with another one of last year.
        locked_changed: The report became locked or read-only, or takes changes again.
        steps_changed: What can be undone or redone changed, or whether the report is as it was saved.
        stepped: The change that undo or redo made, and 已撤销 or 已重做.
    """

    form_changed = Signal()
    cells_changed = Signal(object)
    text_changed = Signal(str)
    prints_changed = Signal(object)
    findings_changed = Signal()
    replaced = Signal()
    last_year_changed = Signal()
    locked_changed = Signal()
    steps_changed = Signal()
    stepped = Signal(object, str)

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.last_year: Report | None = None
        self.last_year_notes: tuple[str, ...] = ()
        self.last_year_unread: frozenset[str] = frozenset()
        self.local_rules: LocalRules | None = None
        self.facts = ReportFacts(lambda: self.open_report)
        self._later = QTimer(self, singleShot=True, interval=_TEXT_PAUSE_MS)
        self._later.timeout.connect(self.catch_up)
        self._latest = QDeadlineTimer(0)
        self.open_report = OpenReport(Report(), self._checker_of)
        self.form = self.report.form

    # ------------------------------------------------------------ the open report

    def _checker_of(self, report: Report) -> Checker:
        return Checker(
            report, last_year=self.last_year, today=self._clock().date(), local=self.local_rules, checksum=_checksum
        )

    def replace(
        self,
        report: Report,
        *,
        last_year: Report | None = None,
        last_year_notes: tuple[str, ...] = (),
        last_year_unread: frozenset[str] = frozenset(),
        bind: Callable[[], None] = lambda: None,
    ) -> None:
        """Open another report; its steps begin anew.

        Args:
            report: The report.
            last_year: Last year's report to compare with.
            last_year_notes: What was told when that one was read.
            last_year_unread: The tables that were not found in its file.
            bind: Done once the report is checked and before anybody is told: where the program fails at it, nothing
                may be kept of it, or the next save would write one report over the file of another.
        """
        former, was_locked, kept = self.form, self.is_locked, self.last_year
        self.last_year = last_year  # which the checks compare with
        try:
            opened = OpenReport(report, self._checker_of)
        except BaseException:
            self.last_year = kept
            raise
        bind()
        self.last_year_notes, self.last_year_unread = last_year_notes, last_year_unread
        self.open_report = opened
        self.form = report.form
        if self.form is not former:
            self.form_changed.emit()
        self.replaced.emit()
        if was_locked or self.is_locked:  # a text that is blank in both has nothing else to follow
            self.locked_changed.emit()
        self.findings_changed.emit()
        self.steps_changed.emit()

    @property
    def report(self) -> Report:
        """The open report as it is now."""
        return self.open_report.report

    def set_local_rules(self, rules: LocalRules | None) -> None:
        """Check by other local rules, or by the shipped rules alone."""
        self.local_rules = rules
        self._tell(self.open_report.recheck())

    def set_last_year(
        self, report: Report | None, notes: tuple[str, ...] = (), unread: frozenset[str] = frozenset()
    ) -> None:
        """Compare with another report of last year, or with none; ``unread`` are the tables not found in its file.

        Of the file these notes were told.
        """
        self.last_year, self.last_year_notes, self.last_year_unread = report, notes, unread
        self._tell(self.open_report.recheck())
        self.last_year_changed.emit()

    @property
    def is_locked(self) -> bool:
        """Whether the report takes no changes: a 定稿 until it is unlocked, or a draft open for reading only."""
        return self.open_report.is_locked

    def set_read_only(self, is_read_only: bool) -> None:
        """Take no changes, or take them again."""
        if self.open_report.is_read_only != is_read_only:
            self.open_report.is_read_only = is_read_only
            self.locked_changed.emit()
            self.steps_changed.emit()

    # ------------------------------------------------------------ reading

    @property
    def result(self) -> CheckResult:
        """What the checks say of the report as it is now, also where that is not announced yet."""
        return self.open_report.checks.result()

    # ------------------------------------------------------------ changing

    def enter(self, code: str, text: str) -> None:
        """Take what is typed into a cell, at each keystroke; one step until the edit is closed."""
        self.enter_many({code: text}, "填写", edit=code)

    def enter_many(self, typed: Mapping[str, str], title: str, *, edit: str = "") -> None:
        """Take the texts of several cells as one step.

        Args:
            typed: Text by cell code, "" for blank.
            title: Name of the step, shown behind 撤销.
            edit: Code of the edit that is still open; "" for a step of its own.
        """
        self.set_entries({code: parse_cell(self.form, code, text) for code, text in typed.items()}, title, edit)

    def set_entries(self, entries: Mapping[str, Entry], title: str, edit: str = "", log: str = "") -> None:
        """Set the entries of several cells as one step; totals are kept as control totals.

        Args:
            entries: Entry by cell code.
            title: Name of the step, shown behind 撤销.
            edit: Code of the edit that is still open; "" for a step of its own.
            log: A sentence for the log of the report; "" for none.
        """
        change = Change.of_cells(self.report, entries)
        if not change.is_nothing:
            self.do(title, change, edit, log)

    def set_text(self, code: str, text: str, *, is_typing: bool = False) -> None:
        """Set a text or metadata field; typing is one step until the edit is closed."""
        change = Change.between(self.report, self.report.with_texts({code: text}))
        self.do("修改文字", change, code if is_typing else "")

    def set_texts(self, texts: Mapping[str, str], title: str) -> None:
        """Set several texts or metadata fields as one step."""
        self.do(title, Change.between(self.report, self.report.with_texts(texts)))

    def fill_zeros(self, codes: Iterable[str], where: str) -> int:
        """Put 0 into the blank ones of these cells as one recorded step; return how many there were."""
        blanks = [c for c in codes if not self.form.cells[c].is_derived and c not in self.report.cells]
        self.set_entries(dict.fromkeys(blanks, 0), "空白格全部填0", log=f"{where}：{len(blanks)}个空白格填0")
        return len(blanks)

    def explain(self, finding: Finding, reason: str, author: str) -> None:
        """File a written reason for a warning; "" takes the reason back."""
        explanations = {key: one for key, one in self.report.explanations.items() if key != finding.key}
        if reason:
            day = self._clock().date().isoformat()
            explanations[finding.key] = Explanation(reason, author, day, finding.message)
        self.do("填写说明", Change.between(self.report, replace(self.report, explanations=explanations)))

    def adopt(self, other: Report, title: str, log: str = "") -> None:
        """Take over what is written in another state of this report as one step; what the office did with it stays.

        Args:
            other: The other state: an older version, or one that was worked on aside.
            title: Name of the step, shown behind 撤销.
            log: A sentence for the log of the report; "" for none.
        """
        self.close_edit()
        written = {name: getattr(other, name) for name in ("form_id", *CONTENT)}
        change = Change.between(self.report, replace(self.report, **written))
        if not change.is_nothing:
            self.do(title, change, log=log)

    def do(self, title: str, change: Change, edit: str = "", log: str = "") -> None:
        """Carry out a step that a part of the core has made; the arguments as for ``set_entries``."""
        if log:
            change = replace(change, logged=(LogEntry(self._clock().strftime("%Y-%m-%d %H:%M"), log),))
        self._tell(self.open_report.do(title, change, edit=edit))

    def record(self, change: Change, title: str = "") -> None:
        """Carry out what the office did with the report; numbers and texts that change with it are a step."""
        was_locked = self.is_locked
        self._tell(self.open_report.record(change, title))
        if was_locked != self.is_locked:
            self.locked_changed.emit()

    def undo(self) -> None:
        """Take back the last step, if there is one."""
        self._tell(self.open_report.undo(), "已撤销")

    def redo(self) -> None:
        """Carry out again the step that was taken back last, if there is one."""
        self._tell(self.open_report.redo(), "已重做")

    def mark_clean(self, *, is_clean: bool = True) -> None:
        """Note that the file holds the report as it is now; or that it holds another state."""
        self.open_report.mark_clean(is_clean=is_clean)
        self.steps_changed.emit()

    def close_edit(self) -> None:
        """End the open edit: what is typed next is a new step, and a text that was typed is checked by now."""
        self._tell(self.open_report.close_edit())

    def catch_up(self) -> None:
        """Announce what the checks of texts say of what was typed, where that was not done yet."""
        self._tell(self.open_report.catch_up())

    def _tell(self, changed: Changed | None, stepped: str = "") -> None:
        """Tell the windows what a change means for them, and which way undo or redo stepped."""
        if changed is None:
            return
        if changed.is_other_form:
            self.form = self.report.form
            self.form_changed.emit()
            self.replaced.emit()
        else:
            if changed.cells:
                self.cells_changed.emit(changed.cells)
            if changed.printing:
                self.prints_changed.emit(changed.printing)
            for code in changed.texts:
                self.text_changed.emit(code)
        if changed.has_findings:
            self.findings_changed.emit()
        if self.open_report.is_behind:
            if not self._later.isActive():
                self._latest.setRemainingTime(_LONGEST_PAUSE_MS)
            if self._latest.remainingTime() >= _TEXT_PAUSE_MS:
                self._later.start()  # anew with each character
        self.steps_changed.emit()
        if stepped:
            self.stepped.emit(self.open_report.stepped, stepped)
