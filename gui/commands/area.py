"""What every area of commands works on, and what several of them do with it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject

from core.base import atomic_file
from core.base.on_disk import OnDisk, on_disk
from core.draft import other_programs
from core.report.change import Change
from gui import dialogs
from gui.commands.command import Host
from gui.report.draft_file import DraftFile
from gui.report.session import Clock, ReportSession


class Surroundings(NamedTuple):
    """What commands find around them: the open report, its file, the clock, and the window."""

    session: ReportSession
    draft: DraftFile
    clock: Clock
    host: Host


class CommandArea(QObject):
    """The commands of one subject, which ``commands`` of each area returns."""

    def __init__(self, given: Surroundings) -> None:
        super().__init__(given.host.widget)
        self._session, self._draft, self._clock, self._host = given

    def _record(self, change: Change, done: str = "") -> bool:
        """Carry out what the office did, and save it where the draft has a file; return whether no save failed.

        ``done`` says what was done outside the draft, for where the draft cannot be written.
        """
        self._session.record(change)
        return self._draft.path is None or self._host.save(done)

    def _free_place(self, wanted: Path) -> Path:
        """Return a path that nothing stands at: the wanted one, or one beside it."""
        return dialogs.ask_disk(
            self._host.widget,
            wanted,
            lambda: wanted if on_disk(wanted) is OnDisk.MISSING else atomic_file.free_sibling(wanted),
        )

    def _write(self, path: Path, data: bytes) -> None:
        """Write a file whole in a thread, unless another program has it open."""
        dialogs.in_thread(self._host.widget, "正在保存……", partial(_written, path, data))

    def _offer_to_open(self, path: Path, more: str = "", lines: str = "") -> None:
        """Say that a file is made, with what there is to know of it, and offer to open it."""
        text = f"已生成：{path.name}{more}"
        if dialogs.choose(self._host.widget, "已生成", text, lines, ("打开", "关闭")) == "打开":
            self._host.open_outside(path)


def _written(path: Path, data: bytes) -> None:
    other_programs.refuse_open(path)
    atomic_file.replace_file(path, data)
