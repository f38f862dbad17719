"""A field that holds a day as papers write it: one stop for Tab, and a day can be pasted in any usual form."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDateEdit, QWidget
from typing_extensions import override

from core.office.register.days import read_day

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class DayField(QDateEdit):
    """A day: one stop for Tab, Left and Right go from year to month and day; a day can be pasted in any usual form.

    Signals:
        text_pasted: What was pasted and is no day.
    """

    text_pasted = Signal(str)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:  # as Qt calls it
        return QWidget.focusNextPrevChild(self, next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            section = self.currentSectionIndex() + _STEPS[Qt.Key(event.key())]
            if 0 <= section < self.sectionCount():
                self.setSelectedSection(self.sectionAt(section))
            return
        if not event.matches(QKeySequence.StandardKey.Paste):
            super().keyPressEvent(event)
            return
        pasted = QApplication.clipboard().text().strip()
        day = read_day(pasted)
        if day:
            self.setDate(QDate(day.year, day.month, day.day))
        elif pasted:
            self.text_pasted.emit(pasted)


def day_field(noted: str, today: date, name: str) -> DayField:
    """Return a field with the day that was noted; with today where none was, or nothing that is a day."""
    day = QDate.fromString(noted, Qt.DateFormat.ISODate)
    field = DayField(day if day.isValid() else QDate(today.year, today.month, today.day))
    field.setCalendarPopup(True)
    field.setDisplayFormat("yyyy年M月d日")
    field.setAccessibleName(name)
    return field


def chosen_day(field: QDateEdit) -> date:
    """Return the day that a field holds."""
    day = field.date()
    return date(day.year(), day.month(), day.day())
