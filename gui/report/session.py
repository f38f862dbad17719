"""The one holder of the open report: pages ask it and tell it, nothing else changes the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from core.checks.balance_clues import balance_clue
from core.checks.findings import CheckResult
from core.office.review import life_state
from core.report.entry_text import entry_as_text, format_number
from core.report.linked_text import resolve
from core.report.report import Explanation, LogEntry, Report, parse_cell
from core.texts.standard_sentences import standard_sentences
from core.validation.validation import Checker
from gui.report.undo_steps import ChangeCommand, ExchangeCommand, ReportChange, put_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from core.checks.findings import Finding
    from core.form.form_definition import Level
    from core.report.entry_text import Entry
    from core.report.report import Origin
    from core.texts import Claim
    from core.validation.local_rules import LocalRules

_TEXT_PAUSE_MS = 150
"""From a character typed into a text to what the checks say of it. Reading a whole text takes longer than painting the
character; whoever types reads the findings afterwards."""

_MOST_CHANGES = 5  # named one by one beside a finding
_WEIGHT: Mapping[str, int] = {"error": 3, "warning": 2, "hint": 1, "": 0}


def _checksum(report: Report) -> str:
    from core.report.checksum import report_checksum  # deferred: asked for only after a 审签单 was printed

    return report_checksum(report)


class ReportSession(QObject):
    """The open report with its checks and its undo steps.

    Signals:
        form_changed: The report that is about to replace the open one follows another format; comes before replaced.
        cells_changed: Codes whose shown number or colour changed (a frozenset).
        text_changed: Code of a text or metadata field that changed, also by its own editor.
        prints_changed: Codes of the texts that print a linked number which may have changed (a frozenset).
        findings_changed: The findings, the verdict or the progress changed: read them again. While somebody types into
            a text, told every 150 ms.
        replaced: Another report was opened, or the whole report changed.
        locked_changed: The report became locked or read-only, or takes changes again.
    """

    form_changed = Signal()
    cells_changed = Signal(object)
    text_changed = Signal(str)
    prints_changed = Signal(object)
    findings_changed = Signal()
    replaced = Signal()
    locked_changed = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.undo_stack = QUndoStack(self)
        self._edit = 0
        self._edit_code = ""
        self._last_year: Report | None = None
        self._local_rules: LocalRules | None = None
        self._levels: dict[str, Level] = {}
        self.is_read_only = False
        self._is_behind = False
        self._later = QTimer(self, singleShot=True, interval=_TEXT_PAUSE_MS)
        self._later.timeout.connect(self.catch_up)
        self._open(Report())

    # ------------------------------------------------------------ the open report

    def _open(self, report: Report) -> None:
        self.report = report
        self.form = report.form
        self._is_behind = False
        self._checker = self._new_checker()
        self._result = self._checker.result()
        self._levels = self._worst_levels()

    def replace(self, report: Report, *, last_year: Report | None = None) -> None:
        """Open another report; its undo steps begin anew."""
        self._last_year = last_year
        former = self.form
        self._open(report)
        self.undo_stack.clear()
        if self.form is not former:
            self.form_changed.emit()
        self.replaced.emit()
        self.findings_changed.emit()

    @property
    def last_year(self) -> Report | None:
        """Last year's report, where one was given."""
        return self._last_year

    @property
    def local_rules(self) -> LocalRules | None:
        """The imported local rules (本地口径), where there are any."""
        return self._local_rules

    def set_local_rules(self, rules: LocalRules | None) -> None:
        """Check by other local rules, or by the shipped rules alone."""
        self._local_rules = rules
        self._recheck()

    def set_last_year(self, report: Report | None) -> None:
        """Compare with another report of last year, or with none."""
        self._last_year = report
        self._recheck()

    def touch(self) -> None:
        """Read everything again after the report was changed in one go by the core (a round, a lock).

        There is no step back behind a lock: it would change what was signed.
        """
        if self.is_locked:
            self.undo_stack.clear()
        self._recheck()
        self.locked_changed.emit()

    def exchange(self, report: Report, title: str) -> None:
        """Put another state of the whole report in place of the open one, as an undo step (an older version)."""
        self.close_edit()
        self.undo_stack.push(ExchangeCommand(self, title, report))

    def put_in_place(self, report: Report) -> None:
        """Carry out an exchange; called by the undo stack only."""
        self._open(report)
        self.replaced.emit()
        self.locked_changed.emit()
        self.findings_changed.emit()

    @property
    def is_locked(self) -> bool:
        """Whether the report takes no changes: a 定稿 until it is unlocked, or a draft open for reading only."""
        return self.is_read_only or self.is_final

    @property
    def is_final(self) -> bool:
        """Whether the report is a 定稿."""
        return bool(self.report.status.get("locked_on"))

    def set_read_only(self, is_read_only: bool) -> None:
        """Take no changes, or take them again."""
        if self.is_read_only != is_read_only:
            self.is_read_only = is_read_only
            self.locked_changed.emit()

    # ------------------------------------------------------------ reading

    @property
    def result(self) -> CheckResult:
        """What the checks say of the report as it is now, also of a text whose findings are not announced yet."""
        if self._is_behind:
            self._result = self._checker.result()
        return self._result

    def shown(self, code: str) -> str:
        """Return what a cell shows: the number, the refused text, a computed total, or "" for a blank."""
        if self.form.cells[code].is_derived:
            total = self._checker.sums.computed.get(code)
            return "" if total is None else format_number(total)
        return entry_as_text(self.report.cells.get(code))

    def printed_text(self, code: str) -> str:
        """Return a text as it is printed, linked numbers as their values."""
        return resolve(self.report.texts.get(code, ""), self._checker.numbers)

    def sentences(self, code: str) -> list[tuple[str, str]]:
        """Return the standard sentences offered for a text now: as printed, and with linked numbers as fields."""
        offered = [s for text, _, s in standard_sentences(self.report, self._checker.numbers) if text == code]
        return [(resolve(sentence, self._checker.numbers), sentence) for sentence in offered]

    def clue(self, finding: Finding) -> str:
        """Return a sentence on what to look at first; "" for none.

        That is numbers where a column is out of balance, and places that changed after the sign-off sheet was printed.
        """
        if self.form.rules[finding.rule_id].function == "paper_fits_file":
            from core.office.signoff import changes_since_printed  # deferred: asked for only after a 审签单 was printed

            changed = changes_since_printed(self.report)
            more = f"等{len(changed)}处" if len(changed) > _MOST_CHANGES else ""
            return f"打印之后的改动：{'；'.join(changed[:_MOST_CHANGES])}{more}。"
        return balance_clue(self.form, finding, self._checker.numbers)

    def claims(self) -> list[Claim]:
        """Return what the numbers in the texts were taken to be."""
        from core.texts import claims  # deferred: only the last page asks

        return claims(self._checker.context)

    @property
    def state_word(self) -> str:
        """How the report stands on its way: 填写中, 有错误, …, 已公布."""
        return life_state(self.report, self.result)

    def level(self, code: str) -> Level | str:
        """Return the worst level of the findings at a cell or text; "" where there is none."""
        return self._levels.get(code, "")

    def findings_at(self, code: str) -> list[Finding]:
        """Return the findings that concern a cell or text."""
        return [
            finding
            for finding in self.result.findings
            if code in finding.cells or any(place.text == code for place in finding.places)
        ]

    def final_result(self) -> CheckResult:
        """Return the result as it counts for a 送审稿: blanks are errors."""
        return self._checker.result(final=True)

    # ------------------------------------------------------------ changing

    def enter(self, code: str, text: str) -> None:
        """Take what is typed into a cell, at each keystroke; one undo step until the edit is closed."""
        self.enter_many({code: text}, "填写", edit=code)

    def enter_many(self, typed: Mapping[str, str], title: str, *, edit: str = "") -> None:
        """Take the texts of several cells as one undo step.

        Args:
            typed: Text by cell code, "" for blank.
            title: Name of the step, shown behind 撤销.
            edit: Code of the edit that is still open; "" for a step of its own.
        """
        self.set_entries({code: parse_cell(self.form, code, text) for code, text in typed.items()}, title, edit)

    def set_entries(self, entries: Mapping[str, Entry], title: str, edit: str = "", log: str = "") -> None:
        """Set the entries of several cells as one undo step; totals are kept as control totals.

        Args:
            entries: Entry by cell code.
            title: Name of the step, shown behind 撤销.
            edit: Code of the edit that is still open; "" for a step of its own.
            log: A sentence for the log of the report; "" for none.
        """
        change = ReportChange(log=(self._log_entry(log),) if log else ())
        for code, new in entries.items():
            place = self.report.controls if self.form.cells[code].is_derived else self.report.cells
            old = place.get(code)
            if old != new:
                change.cells[code] = (old, new)
        if change.cells:
            self._push(title, change, edit)

    def merge_numbers(self, entries: Mapping[str, Entry], origins: Mapping[str, Origin], log: str) -> None:
        """Enter the numbers that departments supplied, with where they came from, as one recorded undo step."""
        report = self.report
        change = ReportChange(log=(self._log_entry(log),))
        change.cells = {c: (report.cells.get(c), new) for c, new in entries.items() if report.cells.get(c) != new}
        change.origins = {block: (report.origins.get(block), origin) for block, origin in origins.items()}
        self._push("收回科室填报表", change, "")

    def set_text(self, code: str, text: str, *, is_typing: bool = False) -> None:
        """Set a text or metadata field; typing is one undo step until the edit is closed."""
        place = self.report.meta if code.startswith("meta.") else self.report.texts
        old = place.get(code, "")
        if old != text:
            self._push("修改文字", ReportChange(texts={code: (old, text)}), code if is_typing else "")

    def set_texts(self, texts: Mapping[str, str], title: str) -> None:
        """Set several texts or metadata fields as one undo step."""
        change = ReportChange()
        for code, text in texts.items():
            old = (self.report.meta if code.startswith("meta.") else self.report.texts).get(code, "")
            if old != text:
                change.texts[code] = (old, text)
        if change.texts:
            self._push(title, change, "")

    def adopt(self, other: Report, title: str, log: str = "") -> None:
        """Take over the numbers and texts of another state of this report as one undo step, logged where a log is."""
        change = ReportChange(log=(self._log_entry(log),) if log else ())
        for mine, theirs in ((self.report.cells, other.cells), (self.report.controls, other.controls)):
            change.cells.update({c: (mine.get(c), theirs.get(c)) for c in mine.keys() | theirs.keys()})
        for mine_texts, texts in ((self.report.texts, other.texts), (self.report.meta, other.meta)):
            codes = mine_texts.keys() | texts.keys()
            change.texts.update({c: (mine_texts.get(c, ""), texts.get(c, "")) for c in codes})
        change.cells = {c: pair for c, pair in change.cells.items() if pair[0] != pair[1]}
        change.texts = {c: pair for c, pair in change.texts.items() if pair[0] != pair[1]}
        if change.cells or change.texts:
            self._push(title, change, "")

    def close_edit(self) -> None:
        """End the open edit: what is typed next is a new undo step, and what was typed is checked by now."""
        self._edit_code = ""
        self.catch_up()

    def fill_zeros(self, codes: Iterable[str], where: str) -> int:
        """Put 0 into the blank ones of these cells as one recorded undo step; return how many there were."""
        blanks = [c for c in codes if not self.form.cells[c].is_derived and c not in self.report.cells]
        self.set_entries(dict.fromkeys(blanks, 0), "空白格全部填0", log=f"{where}：{len(blanks)}个空白格填0")
        return len(blanks)

    def explain(self, finding: Finding, reason: str, author: str) -> None:
        """File a written reason for a warning; "" takes the reason back."""
        old = self.report.explanations.get(finding.key)
        day = self._clock().date().isoformat()
        new = Explanation(reason, author, day, finding.message) if reason else None
        self._push("填写说明", ReportChange(explanations={finding.key: (old, new)}), "")

    def _log_entry(self, what: str) -> LogEntry:
        return LogEntry(self._clock().strftime("%Y-%m-%d %H:%M"), what)

    def _push(self, title: str, change: ReportChange, edit: str) -> None:
        if self.is_locked:
            return
        if edit != self._edit_code or not edit:
            self._edit = self._edit % 1_000_000 + 1
            self._edit_code = edit
        self.undo_stack.push(ChangeCommand(self, title, change, self._edit))

    def apply_change(self, change: ReportChange, *, forwards: bool) -> None:
        """Carry out an undo step; called by the undo stack only."""
        side = 1 if forwards else 0
        touched: set[str] = set()
        many = len(change.cells) > 12
        for code, values in change.cells.items():
            self.report.set_cell(code, values[side])
            if not many:
                touched |= self._checker.entered(code, is_control=self.form.cells[code].is_derived)
        for code, texts in change.texts.items():
            self.report.set_text(code, texts[side])
            if not many:
                self._checker.retold(code)
        put_values(self.report.explanations, change.explanations, side)
        put_values(self.report.origins, change.origins, side)
        if forwards:
            self.report.log += change.log
        elif change.log:
            del self.report.log[-len(change.log) :]
        if many:
            self._checker.restart()
            touched |= set(self.form.cells)
        if list(change.texts) == [self._edit_code] and not touched:
            self._announce_soon(self._edit_code)
        else:
            self._announce(touched, change.texts)

    def _announce_soon(self, code: str) -> None:
        """Tell of a character typed into a text at once, of its findings at the next pause or after a while."""
        self.text_changed.emit(code)
        self._is_behind = True
        if not self._later.isActive():  # not begun anew by the next character: the autosave waits for it as well
            self._later.start()

    def catch_up(self) -> None:
        """Announce the findings of what was typed into a text, where that was not done yet."""
        if self._is_behind:
            self._announce(set(), ())

    def _announce(self, touched: set[str], texts: Iterable[str]) -> None:
        self._is_behind = False
        self._result = self._checker.result()
        before, self._levels = self._levels, self._worst_levels()
        if before != self._levels:
            touched |= {c for c in before.keys() | self._levels.keys() if before.get(c) != self._levels.get(c)}
        if touched:
            self.cells_changed.emit(frozenset(touched))
            if printing := self._checker.texts_printing(touched):
                self.prints_changed.emit(frozenset(printing))
        for code in texts:
            self.text_changed.emit(code)
        self.findings_changed.emit()

    def _recheck(self) -> None:
        self._checker = self._new_checker()
        self._announce(set(self.form.cells), ())

    def _new_checker(self) -> Checker:
        return Checker(
            self.report,
            last_year=self._last_year,
            today=self._clock().date(),
            local=self._local_rules,
            checksum=_checksum,
        )

    def _worst_levels(self) -> dict[str, Level]:
        levels: dict[str, Level] = {}
        for finding in self.result.findings:
            level: Level = "hint" if finding.explained else finding.level
            for code in (*finding.cells, *(place.text for place in finding.places)):
                if _WEIGHT[level] > _WEIGHT[levels.get(code, "")]:
                    levels[code] = level
        return levels


if TYPE_CHECKING:
    from collections.abc import Callable

    Clock = Callable[[], datetime]
