"""The open report: the only place where one report follows another. It knows neither windows nor files.

Two kinds of change come here. A *step* changes what is written (numbers, texts, explanations, what was done about a
remark); it can be undone and redone, and a locked report takes none. What the office does (a 送审稿 pinned, a return, a
定稿, a sheet sent out, the file of last year) is *recorded*: it is no step and stays when the steps around it are
undone, since it tells of papers that are out of the house. An undone step takes back its own places only. A lock
forgets the steps: what was signed must not change behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from core.base.errors import ErrorText
from core.form.form_definition import Level
from core.report.change import Change
from core.report.former_units import with_former_unit
from core.report.report import Report

REPORT_LOCKED = ErrorText(
    "这份报告已经定稿并锁定，不能修改。", "确需修改时，请先点“报告”菜单中的“解除定稿”，写明理由。"
)


class ReportChecks(Protocol):
    """What the open report asks of whoever checks it."""

    def follow(self, report: Report, change: Change) -> set[str]:
        """Take the report after a change; return the codes whose shown number changed."""

    def texts_printing(self, codes: Iterable[str]) -> set[str]:
        """Return the texts that print one of these numbers."""

    def look(self, *, is_typing: bool = False) -> None:
        """Bring what is told up to date; while somebody types, what takes long may be left to be asked later."""

    def levels(self) -> Mapping[str, Level]:
        """Return the worst level of the findings told at each cell or text that has any; nothing is asked anew."""

    @property
    def is_behind(self) -> bool:
        """Whether something was left to be asked later."""


C = TypeVar("C", bound=ReportChecks)


@dataclass(frozen=True, slots=True)
class Changed:
    """What a change means for whoever shows the report.

    Attributes:
        cells: Codes whose shown number or colour changed.
        texts: Texts and metadata fields that changed.
        printing: Texts that print a linked number which may have changed.
        has_findings: Whether findings, verdict and progress are up to date, but for those of texts on a number that is
            being typed; else ``catch_up`` brings them.
        is_other_form: Whether the report follows another format now: everything is to be shown anew.
    """

    cells: frozenset[str] = frozenset()
    texts: tuple[str, ...] = ()
    printing: frozenset[str] = frozenset()
    has_findings: bool = True
    is_other_form: bool = False


@dataclass(slots=True)
class _Step:
    title: str
    change: Change


class OpenReport(Generic[C]):
    """One open report with its checks, its steps and its lock.

    Attributes:
        report: The report as it is now.
        checks: Its checks, up to date with it.
        is_read_only: Whether it takes no changes, since somebody else has the draft open.
        is_behind: Whether findings of a text, or of texts on a number, just typed were not told yet.
        stepped: What the last ``undo`` or ``redo`` did to the report; None before the first one.
    """

    def __init__(self, report: Report, check: Callable[[Report], C]) -> None:
        """Open a report; ``check`` begins to check one from scratch."""
        self.report = report
        self._check = check
        self.checks = check(report)
        self.checks.look()
        self._levels = self.checks.levels()
        self.is_read_only = False
        self.is_behind = self._is_text_behind = False
        self._steps: list[_Step] = []
        self._done = 0
        self._clean: int | None = 0
        self._edit = ""
        self._open_step: _Step | None = None
        self.stepped: Change | None = None

    # ------------------------------------------------------------ the lock

    @property
    def is_final(self) -> bool:
        """Whether the report is a 定稿."""
        return bool(self.report.status.get("locked_on"))

    @property
    def is_locked(self) -> bool:
        """Whether it takes no steps: a 定稿 until it is unlocked, or a draft open for reading only."""
        return self.is_read_only or self.is_final

    # ------------------------------------------------------------ changing

    def do(self, title: str, change: Change, *, edit: str = "") -> Changed | None:
        """Carry out a step; None where nothing changes or the report is locked.

        Args:
            title: Name of the step, shown behind 撤销.
            change: What it changes.
            edit: Code of the edit that is still open, whose changes make one step; "" for a step of its own.
        """
        if self.is_locked or change.is_nothing:
            return None
        change = with_former_unit(self.report, change, self._unit_before(edit))
        self._push(title, change, edit)
        return self._carry_out(change, is_typing=bool(edit))

    def record(self, change: Change, title: str = "") -> Changed:
        """Carry out what the office or a person decided, also on a locked report, and begin the checks anew.

        Args:
            change: What it changes.
            title: Name of the step for what it changes in numbers and texts; the rest is no step.
        """
        self.report = change.applied_to(self.report)
        if not change.content.is_nothing:
            self._push(title, change.content, "")
        if change != change.content:
            self._clean = None  # no step leads back to what the file holds
        if self.is_final:
            self._forget_steps()
        return replace(self.recheck(), texts=(*change.meta, *change.texts), is_other_form=bool(change.form_id))

    def close_edit(self) -> Changed | None:
        """End the open edit: what is typed next is a new step, and a text that was typed is checked by now."""
        self._edit = ""
        self._open_step = None
        return self.catch_up() if self._is_text_behind else None

    def catch_up(self) -> Changed | None:
        """Return what the checks say of what was typed, where that was not told yet."""
        return self._changed(set(), ()) if self.is_behind else None

    def recheck(self) -> Changed:
        """Check everything anew, since something else changed: the day, last year's report, the rules."""
        self.checks = self._check(self.report)
        return self._changed(set(self.report.form.cells), ())

    def _carry_out(self, change: Change, *, is_typing: bool = False) -> Changed:
        self.report = change.applied_to(self.report)
        shown = self.checks.follow(self.report, change)
        texts = (*change.meta, *change.texts)
        if texts == (self._edit,) and not shown:
            self.is_behind = self._is_text_behind = True  # reading a text takes longer than painting the character
            return Changed(texts=texts, has_findings=False)
        # A number outside the tables is checked by rules on texts alone: they are asked at once
        is_typing = is_typing and not texts and change.cells.keys().isdisjoint(self.report.form.outside_tables)
        return replace(self._changed(shown, texts, is_typing=is_typing), is_other_form=bool(change.form_id))

    def _changed(self, shown: set[str], texts: tuple[str, ...], *, is_typing: bool = False) -> Changed:
        self.checks.look(is_typing=is_typing)
        before, self._levels = self._levels, self.checks.levels()
        self.is_behind, self._is_text_behind = self.checks.is_behind, False
        if before != self._levels:
            shown |= {c for c in before.keys() | self._levels.keys() if before.get(c) != self._levels.get(c)}
        return Changed(frozenset(shown), texts, frozenset(self.checks.texts_printing(shown)) if shown else frozenset())

    @property
    def levels(self) -> Mapping[str, Level]:
        """The worst level of the findings at each cell or text that has any."""
        return self._levels

    def level(self, code: str) -> Level | str:
        """Return the worst level of the findings at a cell or text; "" where there is none."""
        return self._levels.get(code, "")

    # ------------------------------------------------------------ steps

    def undo(self) -> Changed | None:
        """Take back the last step; None where there is none."""
        if not self.can_undo:
            return None
        self._done -= 1
        self.stepped = self._steps[self._done].change.inverse
        return self._carry_out(self.stepped)

    def redo(self) -> Changed | None:
        """Carry out the step anew that was taken back last; None where there is none."""
        if not self.can_redo:
            return None
        self._done += 1
        self.stepped = self._steps[self._done - 1].change
        return self._carry_out(self.stepped)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._done > 0 and not self.is_locked

    @property
    def can_redo(self) -> bool:
        """Whether a step that was taken back can be carried out anew."""
        return self._done < len(self._steps) and not self.is_locked

    @property
    def undo_title(self) -> str:
        """Name of the step that ``undo`` takes back; "" where there is none."""
        return self._steps[self._done - 1].title if self.can_undo else ""

    @property
    def redo_title(self) -> str:
        """Name of the step that ``redo`` carries out; "" where there is none."""
        return self._steps[self._done].title if self.can_redo else ""

    @property
    def is_clean(self) -> bool:
        """Whether all steps stand as they did at ``mark_clean``."""
        return self._done == self._clean

    def mark_clean(self, *, is_clean: bool = True) -> None:
        """Note that the report as it is now is saved; or that no state of it is."""
        self._clean = self._done if is_clean else None

    def _push(self, title: str, change: Change, edit: str) -> None:
        last = self._steps[self._done - 1] if self._done else None
        is_same_edit = last is not None and last is self._open_step and edit == self._edit
        if self._clean is not None and self._clean > self._done:
            self._clean = None  # the saved state cannot be reached any more
        del self._steps[self._done :]
        if last is not None and is_same_edit and not self.is_clean:
            last.change = last.change.then(change)
            if last.change.is_nothing:  # typed and taken back with Esc: no step
                self._steps.pop()
                self._done -= 1
            return
        step = _Step(title, change)
        self._steps.append(step)
        self._done += 1
        self._edit, self._open_step = edit, step if edit else None

    def _unit_before(self, edit: str) -> str | None:
        """Return the unit's name before the open edit began; None where a change is none of its own."""
        is_same_edit = self._open_step is not None and edit == self._edit
        old = self._open_step.change.meta.get("meta.unit") if self._open_step and is_same_edit else None
        return None if old is None else old[0] or ""

    def _forget_steps(self) -> None:
        self._clean = 0 if self.is_clean else None
        self._steps.clear()
        self._done = 0
