"""The list of recent drafts: unit, year, coloured state and day in one line each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget

from core.base import place_question
from core.base.on_disk import OnDisk
from core.base.overriding import override
from core.base.user_files import RecentFile
from gui.pages import recent_lines
from gui.pages.recent_item import AROUND, RecentItem, items_of

_AROUND_WORDS = 8
"""Pixels around what is said where there is no draft."""

_LOOK_MS = 100
"""How often is looked whether a listed draft has answered."""


class RecentList(QListWidget):
    """Shows as many of the recent drafts as there is room for, the latest first; it never scrolls.

    How high a line is stands in its item, and the room is asked of the list: to ask the delegate or the viewport has
    PySide make a hundred classes, before anything is painted.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("最近的草稿")
        self.setWordWrap(True)  # of what is said where there is no draft
        self._is_dressed = False
        self._questions: dict[Path, place_question.PlaceQuestion] = {}
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._show_answers)

    def show_files(self, files: Sequence[RecentFile], today: date) -> None:
        """List drafts."""
        self.clear()
        same = Counter((file.unit, file.year) for file in files)
        names = Counter((file.unit, file.year, file.path.name) for file in files)
        for file in files:
            has_twins = same[file.unit, file.year] > 1
            in_folder = names[file.unit, file.year, file.path.name] > 1
            shows_file = has_twins or not file.year
            self.addItem(RecentItem(file, today, shows_file=shows_file, shows_folder=in_folder))
        self.setEnabled(bool(files))
        if files and not self._is_dressed:
            self._is_dressed = True
            self.setItemDelegate(recent_lines.RecentLines(self))
        margin = 0 if files else _AROUND_WORDS
        self.setViewportMargins(margin, margin, margin, margin)
        if not files:
            self.addItem("还没有草稿。填写左边三项，点“新建本年报告”开始。")
        self._hide_rest()

    def items_shown(self) -> list[RecentItem]:
        """Return the drafts of the list."""
        return items_of(self)

    def ask_places(self) -> None:
        """Ask, in a thread, whether the listed drafts are there; one that is still silent is not asked again."""
        silent = {path: question for path, question in self._questions.items() if question.answer is None}
        paths = [item.path for item in self.items_shown()]
        self._questions = {path: silent.get(path) or place_question.PlaceQuestion(path) for path in paths}
        self._look.start()

    def draft_of(self, unit: str, year: int) -> RecentFile | None:
        """Return the latest draft of a report whose place has answered that it is there."""
        there = {path for path, question in self._questions.items() if question.answer is OnDisk.FILE}
        files = (item.file for item in self.items_shown() if item.path in there)
        return next((file for file in files if (file.unit, file.year) == (unit, year)), None)

    def _show_answers(self) -> None:
        """Say which of the listed drafts cannot be opened, and look again while some are silent and can be seen."""
        answers = {path: question.answer for path, question in self._questions.items()}
        for item in self.items_shown():
            item.tell(answers.get(item.path))
        if None not in answers.values() or not self.isVisible():
            self._look.stop()

    def _hide_rest(self) -> None:
        room = self.contentsRect().height()
        line = self.fontMetrics().height()
        for row, item in enumerate(self.items_shown()):
            height = line * (2 if item.shows_file else 1) + AROUND
            item.setSizeHint(QSize(0, height))
            room -= height
            self.setRowHidden(row, row > 0 and room < 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for now."""
        super().resizeEvent(event)
        self._hide_rest()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Give each line its room anew in another size of print."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._hide_rest()
