"""One recent draft in the list of the start page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QListWidget, QListWidgetItem

from core.base.on_disk import OnDisk
from core.base.user_files import RecentFile
from gui.look.plain_text import plain_tip, short_name

AROUND = 12
"""Pixels above and below a line together."""

_NOT_A_DRAFT = {OnDisk.MISSING: "文件已不在原处", OnDisk.UNREACHABLE: "现在打不开"}
_FOLDERS = 2  # names of folders that tell one from another
_LONGEST_SHOWN = 60  # signs of a name; real ones have at most forty


class RecentItem(QListWidgetItem):
    """A recent draft; its path is no data of the item, since naming a role costs more than the whole list.

    Attributes:
        file: What is known of it.
        shows_file: Whether its file is named, as nothing else tells it from the other drafts.
        shows_folder: Whether its folder is named too, as another draft has the same name.
        note: Why it cannot be opened now; "" where it can, or has not answered.
    """

    def __init__(self, file: RecentFile, today: date, *, shows_file: bool, shows_folder: bool = False) -> None:
        super().__init__()
        self.file = file
        self.shows_file, self.shows_folder = shows_file, shows_folder
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
        """The name of its file, with the end of its folder where another one is called the same."""
        name = short_name(self.file.path.name, _LONGEST_SHOWN)
        folder = "/".join(self.file.path.parent.parts[-_FOLDERS:]) if self.shows_folder else ""
        return f"{name}（{short_name(folder, _LONGEST_SHOWN)}）" if folder else name

    def tell(self, answer: OnDisk | None) -> None:
        """Show the draft with what its place has answered; None while it has not."""
        self.note = _NOT_A_DRAFT.get(answer, "") if answer else ""
        missing = f"（{self.note}）" if self.note else ""
        line = "　".join(filter(None, (self.unit, self.year, self.file.state))) + missing
        line = f"{line}\n{self.day}　{self.file_name}"  # as it is read aloud
        if self.text() != line:
            self.setText(line)


def items_of(view: QListWidget) -> list[RecentItem]:
    """Return the drafts of a list."""
    items = (view.item(row) for row in range(view.count()))
    return [item for item in items if isinstance(item, RecentItem)]


def _day(when: str, today: date) -> str:
    """Return a day as it is said: of this year without the year."""
    try:
        day = date.fromisoformat(when[:10])
    except ValueError:
        return ""
    return f"{day.month}月{day.day}日" if day.year == today.year else f"{day.year}年{day.month}月{day.day}日"
