"""The list of findings: errors first, hints folded, with what each one says and what can be done about it."""

from __future__ import annotations

from collections.abc import Container

from PySide6.QtCore import QDeadlineTimer, QEvent, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from core.checks.findings import Finding
from core.form.form_definition import LEVEL_NAMES, LEVELS
from core.office.review import ToDo
from gui.look.colours import colours
from gui.look.steady_box import SteadyBox
from gui.pages.blank_groups import BlankGroup
from gui.pages.error_pin import ErrorPin
from gui.pages.finding_details import FindingDetails
from gui.pages.finding_lines import FindingsLine, finding_lines, spoken
from gui.pages.findings_list import FindingsList
from gui.pages.next_place import unchanged_remarks
from gui.report.session import ReportSession

_FINDING = int(Qt.ItemDataRole.UserRole)
_LEVEL = _FINDING + 1
_FOLD = "fold"
_PAUSE_MS = 80
"""What is done about a finding is laid out and painted once the clerk stays at a place, as the help is."""


class FindingsPanel(QWidget):
    """Shows the findings of the open report.

    Attributes:
        above: What is chosen above the list: which findings it shows, and the next error.
        pause: How long the clerk stays at a place before its finding is chosen.

    Signals:
        jump_wanted: A finding or a remark whose place the clerk wants to see.
    """

    jump_wanted = Signal(object)

    def __init__(
        self, session: ReportSession, parent: QWidget | None = None, *, jumps_at_click: bool = True, side: int = 8
    ) -> None:
        """List the findings, with so many pixels left and right of them.

        Where it does not jump at a click, a click only chooses, and a double click jumps.
        """
        super().__init__(parent, autoFillBackground=True)  # or Qt paints what lies below where a scroll bar comes
        self._session = session
        self._is_stale, self._hints_open = True, False
        self._shown: list[FindingsLine] = []
        self._row, self._hand = 0, ""
        self._led_at: str | None = None
        self._has_moved, self._left = False, -1
        self._rest = QDeadlineTimer(0)
        self.setObjectName("findings")
        self.setAccessibleName("问题")
        self.list = FindingsList(look=_LEVEL)
        self.list.setAccessibleName("问题列表")
        self.list.setSpacing(1)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for moved in (self.list.currentItemChanged, self.list.released):
            moved.connect(self._show_details)
        self.list.itemActivated.connect(lambda item: self._activate(item) if self._rest.hasExpired() else None)
        self.list.itemClicked.connect(
            lambda item: self._activate(item) if jumps_at_click or item.data(_FINDING) == _FOLD else None
        )
        self.filter = _made_filter()
        self.filter.activated.connect(lambda _i: self._refresh())
        self.errors = ErrorPin()
        self.errors.clicked.connect(self._go_to_error)
        self.details = FindingDetails(session)
        self.details.jump_wanted.connect(self.jump_wanted)
        self.details.settling.connect(self._take_hand)
        self.details.settled.connect(self._go_on)
        self.details.remark.answered.connect(self._go_on_from_remark)
        self.list.use_below(self.details)
        self.pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self.pause.timeout.connect(self._follow_hand)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(side, 8, side, 8)
        self.above = QWidget(autoFillBackground=True)
        above = QHBoxLayout(self.above)
        above.setContentsMargins(0, 0, 0, 0)
        for chosen in (self.filter, self.errors) if side else (self.errors, self.filter):  # this one is always seen
            above.addWidget(chosen, int(chosen is self.filter))
        layout.addWidget(self.above)
        layout.addWidget(self.list, 1)
        session.findings_changed.connect(self._refresh)
        self._refresh()

    # ------------------------------------------------------------ the list

    def _refresh(self) -> None:
        """Bring the list up to date; while it is hidden, only remember that it has to be."""
        self._is_stale = not self.isVisible()
        if not self._is_stale:
            self._read()

    def _read(self) -> None:
        self._is_stale = False
        current = self.chosen()
        self.errors.show_count(self._session.facts.told.count("error"))
        lines = finding_lines(self._session, self.filter.currentData(), hints_open=self._hints_open)
        self.list.blockSignals(True)
        self._show_lines(lines)
        self.choose(current)
        self.list.blockSignals(False)
        self.follow(self._hand)
        self._show_details()

    def _show_lines(self, lines: list[FindingsLine]) -> None:
        """Replace what stands between the lines at the top and at the bottom that stay as they are."""
        before, self._shown = self._shown, lines
        top = _same_at_start(before, lines)
        bottom = _same_at_start(before[top:][::-1], lines[top:][::-1])
        end = len(lines) - bottom
        for _ in range(len(before) - len(lines)):
            self.list.takeItem(end)
        for row in range(top, end):
            if row < len(before) - bottom and before[row] == lines[row]:  # only the count in their heading changed
                continue
            is_new = self.list.count() < row + 1 + bottom
            item = QListWidgetItem() if is_new else self.list.item(row)
            self._show_line(item, lines[row], None if is_new else before[row])
            if is_new:  # only now, since in the list each thing set on it has that laid out anew
                self.list.insertItem(row, item)
        for _ in range(2):  # or Qt would paint once as it was, and then again; a scroll bar that came asks for a second
            self.list.executeDelayedItemsLayout()

    def _show_line(self, item: QListWidgetItem, line: FindingsLine, former: FindingsLine | None) -> None:
        """Show a line in an item; only what differs is set, since each change is laid out and painted anew."""
        is_head = line.finding is None
        with QSignalBlocker(self.list.model()):  # none of this is seen: the list is told of the text alone
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(line))
            if former is None or _what(former) != _what(line):
                item.setData(_FINDING, _what(line))
                item.setToolTip(f"规则 {line.finding.rule_id}" if isinstance(line.finding, Finding) else "")
        if former is None or former.text != line.text:
            item.setText(line.text)
        if former is None or _look(former) != _look(line):
            item.setData(_LEVEL, _look(line))
            font = self.font()
            font.setBold(is_head)
            item.setFont(font)
            ink = colours(self.palette()).ink(line.level) if line.finding else self.palette().text().color()
            item.setForeground(QBrush(ink))
            flags = Qt.ItemFlag.ItemIsEnabled
            reached = not is_head or line.folds  # by the keyboard
            item.setFlags(flags | Qt.ItemFlag.ItemIsSelectable if reached else flags)
        self.list.fit(item)

    def current(self) -> Finding | None:
        """Return the selected finding, or None."""
        chosen = self.chosen()
        return chosen if isinstance(chosen, Finding) else None

    def chosen(self) -> Finding | ToDo | BlankGroup | None:
        """Return what the selected line shows; None where it is a heading, or there is none."""
        row = self.list.currentRow()
        data = self._data(row) if row >= 0 else None
        return data if isinstance(data, Finding | ToDo | BlankGroup) else None

    def follow(self, code: str) -> None:
        """Choose a finding of the cell, text or field that the clerk is in, after a pause; none where it has none."""
        if code != self._hand:
            self._has_moved, self._led_at = True, None
        self._hand = code
        if not self._is_stale and self._row_of_hand() is not None:
            self.pause.start()

    def _row_of_hand(self) -> int | None:
        """Return the row of a finding at the place where the clerk is, -1 for none; None where the choice stays."""
        chosen, is_marked = self.chosen(), bool(self._session.facts.level(self._hand))
        is_led_to = self._led_at == self._hand and chosen is not None
        if is_led_to or (isinstance(chosen, Finding) and _is_at(chosen, self._hand)):
            return None
        if is_marked:
            rows = range(self.list.count())
            return next((row for row in rows if _is_at(self._data(row), self._hand)), None)  # hints may be folded
        is_at_blank = isinstance(chosen, BlankGroup) and self._hand in chosen.codes
        if not self._has_moved or is_at_blank or not isinstance(chosen, Finding | BlankGroup):
            return None
        return None if self.isAncestorOf(QApplication.focusWidget() or self) else -1

    def _follow_hand(self) -> None:
        row, self._has_moved = self._row_of_hand(), False
        if row is not None:
            left = self.list.currentRow()
            self.list.setCurrentRow(row)
            self._left = left if row < 0 else -1

    def _take_hand(self) -> None:
        self._hand = ""

    def choose_remark(self, wanted: ToDo | None = None) -> None:
        """Choose a remark and put the focus on it; None for the first open one.

        Where none is open, the first that is said to be followed although nothing was changed, else the first.
        """
        self.filter.setCurrentIndex(0)
        self._refresh()
        remarks = {row: data for row in range(self.list.count()) if isinstance(data := self._data(row), ToDo)}
        asked = [row for row, what in remarks.items() if wanted is not None and _same_one(what, wanted)]
        waiting = [row for row, what in remarks.items() if not what.remark.answer]
        vain = unchanged_remarks(self._session)
        unchanged = [row for row, what in remarks.items() if what in vain]
        for row in (asked or waiting or unchanged or list(remarks))[:1]:
            self.list.setCurrentRow(row)
            self._led_at = self._hand
            self.pause.stop()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _data(self, row: int) -> object:
        return _what(self._shown[row])

    def _go_to_error(self) -> None:
        """Choose the next error, round and round, and show its place."""
        if self.filter.currentData() not in ("", "error"):
            self.filter.setCurrentIndex(0)
            self._refresh()
        data = {row: self._data(row) for row in range(self.list.count())}
        rows = [row for row, what in data.items() if isinstance(what, Finding) and what.level == "error"]
        if rows:
            here = self.list.currentRow()
            self.list.setCurrentRow(next((row for row in rows if row > here), rows[0]))
            self._activate(self.list.currentItem())

    def step(self, step: int) -> Finding | ToDo | None:
        """Choose the next finding or open remark, or the one before, round and round; None where there is none."""
        if self._is_stale:
            self._read()
        if self.pause.isActive():  # the next one is the next from here
            self.pause.stop()
            self._follow_hand()
        rows = [row for row in range(self.list.count()) if _is_stop(self._data(row))]
        if not rows:
            return None
        here = self.list.currentRow() if self.chosen() else self._left
        later = [row for row in rows if row > here] if step > 0 else [row for row in rows if row < here][::-1]
        self.list.setCurrentRow((later or rows[::step])[0])
        chosen = self.chosen()
        return chosen if isinstance(chosen, Finding | ToDo) else None

    def choose(self, wanted: Finding | ToDo | BlankGroup | None) -> None:
        """Choose a finding, a remark or blanks; none where the list does not show it."""
        self._has_moved = False
        here = self.list.currentRow()
        if wanted is None and here < 0:  # as at most keys
            return
        data = [self._data(row) for row in range(self.list.count())]
        same = [row for row, shown in enumerate(data) if wanted is not None and _same_one(shown, wanted)]
        exact = [row for row in same if data[row] == wanted]  # several of one rule in one text share a key
        rows = exact or same
        if here not in rows:
            self.list.setCurrentRow(rows[0] if rows else -1)

    def lead_to(self, wanted: Finding) -> None:
        """Choose what the clerk was led to; that stays while they are there, whatever else there is to say of it."""
        if self._is_stale:
            self._read()
        self.choose(wanted)
        if self.chosen() is None and self.filter.currentIndex():
            self.filter.setCurrentIndex(0)
            self._read()
            self.choose(wanted)
        self._led_at = self._hand
        self.pause.stop()

    def turn_to(self, codes: Container[str]) -> None:
        """Choose no finding of another page any more; the next one is the next from there."""
        chosen = self.chosen()
        if isinstance(chosen, Finding):
            about = [*chosen.cells, *(place.text for place in chosen.places)]
        elif isinstance(chosen, BlankGroup):
            about = [*chosen.codes]
        else:
            return
        if not any(code in codes for code in about):
            left = self.list.currentRow()
            self.list.setCurrentRow(-1)
            self._left = left

    def _activate(self, item: QListWidgetItem | None) -> None:
        data = item.data(_FINDING) if item else None
        if data == _FOLD:
            self._hints_open = not self._hints_open
            self._refresh()
            rows = [row for row in range(self.list.count()) if self.list.item(row).data(_FINDING) == _FOLD]
            self.list.setCurrentRow(rows[0] if rows else -1)
        elif isinstance(data, ToDo):
            self.details.remark.go()
        elif isinstance(data, BlankGroup):
            self.jump_wanted.emit(data.first)
        elif isinstance(data, Finding):
            self.jump_wanted.emit(data)

    def _show_details(self) -> None:
        if self.list.is_pressed:  # the line would move away below the mouse
            self.list.place_below()
            return
        chosen = self.chosen()
        if chosen is not None:
            self._row, self._left = self.list.currentRow(), -1
        self.details.show_of(chosen)
        self.list.open_below(self.list.currentItem() if chosen is not None else None)

    def _go_on(self) -> None:
        """Choose what is open next after something was repaired, explained or answered, and put the focus on it."""
        rows = [row for row in range(self.list.count()) if _is_open(self._data(row))]
        self.list.setCurrentRow(next((row for row in rows if row >= self._row), rows[0] if rows else -1))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on_from_remark(self) -> None:
        """Go on after a remark was answered; the second Enter of a double press leads nowhere."""
        self._take_hand()
        self.pause.stop()
        self._rest.setRemainingTime(QApplication.doubleClickInterval())
        self._go_on()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (event.Type.PaletteChange, event.Type.FontChange):  # each line has its own ink and font
            chosen = self.chosen()
            self.list.clear()
            self._shown = []
            self._refresh()
            self.choose(chosen)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._refresh()

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, 400)


def _made_filter() -> SteadyBox:
    box = SteadyBox()
    box.setAccessibleName("显示哪些问题")
    box.addItem("全部问题", "")
    for level in LEVELS:
        box.addItem(f"只看{LEVEL_NAMES[level]}", level)
    return box


def _look(line: FindingsLine) -> tuple[str, bool, bool]:
    """Return how a line is shown: its level, whether it is a heading, and whether it folds."""
    return line.level, line.finding is None, line.folds


def _what(line: FindingsLine) -> object:
    """Return what a line shows; "" for a heading."""
    return line.finding or (_FOLD if line.folds else "")


def _is_open(shown: object) -> bool:
    """Whether a line shows a finding that is neither corrected nor explained, or a remark without an answer."""
    return (isinstance(shown, Finding) and shown.explained is None) or _is_waiting(shown)


def _is_waiting(shown: object) -> bool:
    return isinstance(shown, ToDo) and not shown.remark.answer


def _is_stop(shown: object) -> bool:
    """Whether a line is come to on the way from finding to finding."""
    return isinstance(shown, Finding) or _is_waiting(shown)


def _is_at(shown: object, code: str) -> bool:
    """Whether a line shows a finding about a cell, text or field."""
    return isinstance(shown, Finding) and (code in shown.cells or any(place.text == code for place in shown.places))


def _same_one(shown: object, wanted: Finding | ToDo | BlankGroup | None) -> bool:
    """Whether a line shows this one, also where a remark was answered, or it or blanks are only named by a place."""
    if isinstance(shown, Finding) and isinstance(wanted, Finding):
        return shown.key == wanted.key
    if isinstance(shown, ToDo) and isinstance(wanted, ToDo):
        return (shown.at, shown.number) == (wanted.at, wanted.number)
    if isinstance(shown, BlankGroup) and isinstance(wanted, BlankGroup):
        return shown.name == wanted.name
    named = shown.remark.text if isinstance(shown, ToDo) else shown.line if isinstance(shown, BlankGroup) else None
    return isinstance(wanted, Finding) and named == wanted.message


def _same_at_start(some: list[FindingsLine], others: list[FindingsLine]) -> int:
    """Return how many lines two lists have in common before they differ."""
    shorter = min(len(some), len(others))
    return next((i for i in range(shorter) if some[i] != others[i]), shorter)
