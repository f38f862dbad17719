"""The deadlines on the start page: one line, so that they are in view in the lowest window too."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.office.deadline import LONG_AGO, NO_DAY, PUBLISH, clock_fault, deadlines, has_no_day, statutory_day
from gui.look import theme


class DueLine(QFrame):
    """Lists what is due for a report, with the days left; hidden where nothing is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = QLabel("期限")
        self._heading.setObjectName("heading")
        left = QVBoxLayout()  # beside the first of two lines
        left.addWidget(self._heading)
        left.addStretch()
        self._line = QHBoxLayout()
        self._line.setSpacing(12)
        self._labels: list[QLabel] = []
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(left)
        layout.addLayout(self._line, 1)

    def show_of(self, year: int, unit_type: str, level: str, local: Mapping[str, str], today: date) -> None:
        """List what is due for the report on a year; the next one stands out.

        Where all is over, the publication does, until it is long ago. Whom the statute gives no day is told so.
        """
        found = deadlines(year, unit_type, local, today, level=level)
        over = next((one for one in found if one.key == PUBLISH and one.left >= -LONG_AGO), None)
        following = next((one for one in found if one.left >= 0), over)
        fault = clock_fault(year, today)
        lines = [(_words(*one.entry, is_alone=len(found) == 1), one is following) for one in found]
        is_recent = (today - statutory_day(year, unit_type)).days <= LONG_AGO
        has_note = has_no_day(unit_type, level) and PUBLISH not in local and is_recent
        if has_note:
            lines.append((NO_DAY, following is None))
        self._heading.setHidden(len(lines) == 1 and not fault)
        self._put([(fault, True)] if fault else lines)
        self.setVisible(bool(fault) or following is not None or has_note)

    def _put(self, lines: list[tuple[str, bool]]) -> None:
        """Show lines in the labels that are there: one made while the letters of the window change keeps its size."""
        while len(self._labels) > len(lines):
            former = self._labels.pop()
            self._line.removeWidget(former)
            former.hide()  # it goes only later
            former.deleteLater()
        for place, (line, is_next) in enumerate(lines):
            name, stretch = "heading" if is_next else "hint", max(map(len, line.split("\n")))
            if place == len(self._labels):
                added = QLabel(line)
                added.setObjectName(name)
                added.setWordWrap(True)  # several beside each other must not make the window wider than the screen
                self._line.addWidget(added, stretch)
                self._labels.append(added)
                continue
            label = self._labels[place]
            label.setText(line)
            self._line.setStretch(place, stretch)
            theme.dress(label, name)


def _words(name: str, day: str, left: str, *, is_alone: bool) -> str:
    """Return a deadline as a sentence; as two lines where several stand beside each other."""
    return f"{name}期限：{day}，{left}" if is_alone else f"{name}　{day}\n{left}"
