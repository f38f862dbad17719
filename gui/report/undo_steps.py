"""The undo steps of the open report, and what each of them changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QKeySequence, QUndoCommand
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent, QUndoStack

    from core.report.entry_text import Entry
    from core.report.report import Explanation, LogEntry, Origin, Report
    from gui.report.session import ReportSession

_T = TypeVar("_T")


@dataclass
class ReportChange:
    """What one undo step changes: old and new values by code; "" and None mean blank.

    Attributes:
        cells: Entered numbers and control totals, by code.
        texts: Texts and metadata, by code.
        explanations: Explanations, by the key of their finding.
        origins: Where numbers came from, by block.
        log: Sentences added to the log when done, taken back when undone.
    """

    cells: dict[str, tuple[Entry, Entry]] = field(default_factory=dict)
    texts: dict[str, tuple[str, str]] = field(default_factory=dict)
    explanations: dict[str, tuple[Explanation | None, Explanation | None]] = field(default_factory=dict)
    origins: dict[str, tuple[Origin | None, Origin | None]] = field(default_factory=dict)
    log: tuple[LogEntry, ...] = ()


class ChangeCommand(QUndoCommand):
    """An undo step; steps of the same open edit are merged, so that a number typed digit by digit is one step."""

    def __init__(self, session: ReportSession, title: str, change: ReportChange, edit: int) -> None:
        super().__init__(title)
        self._session = session
        self.change = change
        self.edit = edit

    @override
    def id(self) -> int:
        return self.edit

    @override
    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ChangeCommand) or other.edit != self.edit:
            return False
        _merge(self.change.cells, other.change.cells)
        _merge(self.change.texts, other.change.texts)
        changes = (*self.change.cells.values(), *self.change.texts.values())
        self.setObsolete(all(old == new for old, new in changes))  # typed and taken back with Esc: no step
        return True

    @override
    def redo(self) -> None:
        self._session.apply_change(self.change, forwards=True)

    @override
    def undo(self) -> None:
        self._session.apply_change(self.change, forwards=False)


def _merge(mine: dict[str, tuple[_T, _T]], theirs: dict[str, tuple[_T, _T]]) -> None:
    """Let the new values of a later change follow the old values of an earlier one."""
    for code, (old, new) in theirs.items():
        mine[code] = (mine[code][0] if code in mine else old, new)


class ExchangeCommand(QUndoCommand):
    """An undo step that puts another whole report in place of the open one."""

    def __init__(self, session: ReportSession, title: str, after: Report) -> None:
        super().__init__(title)
        self._session = session
        self._before = session.report
        self._after = after

    @override
    def redo(self) -> None:
        self._session.put_in_place(self._after)

    @override
    def undo(self) -> None:
        self._session.put_in_place(self._before)


def put_values(place: dict[str, _T], pairs: Mapping[str, tuple[_T | None, _T | None]], side: int) -> None:
    """Put the old (0) or new (1) values into their place; None takes a value away."""
    for key, pair in pairs.items():
        value = pair[side]
        if value is None:
            place.pop(key, None)
        else:
            place[key] = value


def undo_by_key(stack: QUndoStack, event: QKeyEvent) -> bool:
    """Undo or redo where a key asks for it; return whether it did.

    Qt keeps these keys from the menu while a text or line has the focus, and would undo within that one alone.
    """
    if event.matches(QKeySequence.StandardKey.Undo):
        stack.undo()
    elif event.matches(QKeySequence.StandardKey.Redo):
        stack.redo()
    else:
        return False
    return True
