"""The list of recent drafts: unit, year, coloured state and day in one line each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from core.base.on_disk import OnDisk
from core.base.overriding import override
from core.base.user_files import RecentFile
from gui.look.plain_text import plain_tip, short_name
from gui.pages import recent_lines

_NOT_A_DRAFT = {OnDisk.MISSING: "文件已不在原处", OnDisk.UNREACHABLE: "现在打不开"}
_LONGEST_SHOWN = 60  # signs of a name; real ones have at most forty
AROUND_LINE = 12
"""Pixels above and below a line together."""
_AROUND_WORDS = 8
"""Pixels around what is said where there is no draft."""


class RecentItem(QListWidgetItem):
    """A recent draft; its path is no data of the item, since naming a role costs more than the whole list.

    Attributes:
        file: What is known of it.
        is_double: Whether another draft of the list is of the same unit and year, so that the file tells them apart.
        note: Why it cannot be opened now; "" where it can, or has not answered.
    """

    def __init__(self, file: RecentFile, today: date, *, is_double: bool) -> None:
        super().__init__()
        self.file = file
        self.is_double = is_double
        self.note = ""
        self.day = _day(file.when, today)
        self.unit = short_name(file.unit or file.path.stem, _LONGEST_SHOWN)
        self.setToolTip(plain_tip(str(file.path)))
        self.tell(None)

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self.file.path

    @property
    def year(self) -> str:
        """The year of its report; "" where the draft names none."""
        return f"{self.file.year}年" if self.file.year else ""

    @property
    def file_name(self) -> str:
        """The name of its file."""
        return short_name(self.file.path.name, _LONGEST_SHOWN)

    def tell(self, answer: OnDisk | None) -> None:
        """Show the draft with what its place has answered; None while it has not."""
        self.note = _NOT_A_DRAFT.get(answer, "") if answer else ""
        missing = f"（{self.note}）" if self.note else ""
        line = "　".join(filter(None, (self.unit, self.year, self.file.state))) + missing
        line = f"{line}\n{self.day}　{self.file_name}"  # as it is read aloud
        if self.text() != line:
            self.setText(line)


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

    def show_files(self, files: Sequence[RecentFile], today: date) -> None:
        """List drafts."""
        self.clear()
        same = Counter((file.unit, file.year) for file in files)
        for file in files:
            self.addItem(RecentItem(file, today, is_double=same[file.unit, file.year] > 1))
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
        items = (self.item(row) for row in range(self.count()))
        return [item for item in items if isinstance(item, RecentItem)]

    def _hide_rest(self) -> None:
        room = self.contentsRect().height()
        line = self.fontMetrics().height()
        for row, item in enumerate(self.items_shown()):
            height = line * (2 if item.is_double else 1) + AROUND_LINE
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


def _day(when: str, today: date) -> str:
    """Return a day as it is said: of this year without the year."""
    try:
        day = date.fromisoformat(when[:10])
    except ValueError:
        return ""
    return f"{day.month}月{day.day}日" if day.year == today.year else f"{day.year}年{day.month}月{day.day}日"
