"""Commands that open and leave a report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence

from core.base.archive_limits import read_limited
from core.base.atomic_file import replace_file
from core.base.errors import reading_failed
from core.base.resources import resource_path
from core.base.short_texts import first_lines
from core.draft import workbook
from gui import dialogs
from gui.commands.area import CommandArea, Surroundings
from gui.commands.command import Command
from gui.commands.lock_questions import EDIT_COPY, OPEN_ANYWAY, READ_ONLY, LockQuestions
from gui.pages.start_page import StartPage

T = TypeVar("T")

DRAFT_FILTER = "草稿 (*.xlsx *.xls)"
"""With the old kind too, which is not read: who saved a draft as one finds it, and is told what to do."""
OPEN_KNOWN, BEGIN_ANYWAY, CANCEL = "打开已有的草稿", "仍然新建", "取消"

_TOLD_ONE_BY_ONE = 2
_AS_NUMBERS = "另有{count}格是文字数字，已按数字读入；在表格里用到它们的合计算不出来，在程序中保存后就是数字。"


def remark_lines(remarks: Sequence[tuple[str, str, str]]) -> list[str]:
    """Return what reading a draft tells, a line each; numbers as text, which were read, last and many in one line."""
    as_numbers = [one for one in remarks if workbook.NUMBER_READ in one[2]]
    told = [one for one in remarks if one not in as_numbers]
    told += as_numbers if len(as_numbers) <= _TOLD_ONE_BY_ONE else []
    lines = ["：".join(filter(None, (f"{sheet} {cell}".strip(), sentence))) for sheet, cell, sentence in told]
    return lines if len(as_numbers) <= _TOLD_ONE_BY_ONE else [*lines, _AS_NUMBERS.format(count=len(as_numbers))]


class OpeningActions(CommandArea):
    """Begins a report, opens a draft, and asks how where somebody else has it open.

    Signals:
        begun: An empty report was begun on the start page.
        closed: The open report was left, and no other was opened.
    """

    begun = Signal()
    closed = Signal()

    def __init__(self, given: Surroundings, locks: LockQuestions, start: StartPage) -> None:
        super().__init__(given)
        self._locks = locks
        self._start = start

    def commands(self) -> list[Command]:
        """Return the commands."""
        return [
            Command("close", "回到开始页", self.close, "Ctrl+N", needs_report=False),
            Command("open", "继续填写…", self.ask_and_open, QKeySequence.StandardKey.Open, needs_report=False),
            Command("quit", "退出", self._host.widget.close, "Ctrl+Q", needs_report=False),
        ]

    def new(self, unit: str, unit_type: str, year: int) -> None:
        """Begin an empty report."""
        if self._host.may_leave():
            self._draft.new(unit, unit_type, year, self._host.settings.profile_of(unit))

    def begin(self, unit: str, unit_type: str, year: int) -> None:
        """Begin an empty report, unless the clerk goes on with a listed draft of the same one.

        The start page offers the unit of last time, so that a mere Return would begin its report a second time.
        """
        known = self._start.recent.draft_of(unit, year)
        answer = BEGIN_ANYWAY
        if known is not None:
            state = f"（{known.state}）" if known.state else ""
            text = f"{unit}{year}年的报告已有草稿：“{known.path.name}”{state}。"
            more = "新建的是一份空白报告，已有的草稿不变。"
            answers = (OPEN_KNOWN, BEGIN_ANYWAY, CANCEL)
            answer = dialogs.choose(self._host.widget, "已有草稿", text, more, answers)
        if known is not None and answer == OPEN_KNOWN:
            self.open(known.path)
        elif answer == BEGIN_ANYWAY:
            self.new(unit, unit_type, year)
            self.begun.emit()

    def ask_and_open(self) -> None:
        """Ask for a draft and open it."""
        path = self._host.files.open("draft", "继续填写", DRAFT_FILTER)
        if path is not None:
            self.open(path)

    def open_sample(self) -> None:
        """Open the shipped sample; saving asks for another place."""
        if self._host.may_leave():
            self._host.run(lambda: self._draft.open_copy(resource_path("samples", "示例.xlsx")))

    def open(self, path: Path) -> None:
        """Open a draft, and say what of it could not be read."""
        if self._host.may_leave() and not self._host.run(lambda: self._open(path)):
            self._start.recent.ask_places()  # the list may not say yet what was just told

    def _open(self, path: Path) -> None:
        with self._start.sign.opening():
            remarks = self._opened(path)
        if remarks:
            lines = "\n".join(first_lines(remark_lines(remarks)))
            dialogs.inform(self._host.widget, "请核对", "草稿中有些内容没有读入，或者要核对：", lines)

    def _opened(self, path: Path) -> tuple[tuple[str, str, str], ...]:
        """Open a draft; where somebody else has it open, ask how. Return what could not be read.

        Raises:
            ReportError: It cannot be read, or a copy cannot be written; the open report is untouched.
        """
        error = dialogs.ask_places(self._host.widget, [path])[path].error
        if error is not None:
            raise reading_failed(error, path) from error
        held, other = self._ask(path, lambda: self._locks.who_has(path))
        if held is None:
            return self._draft.open(path, ask=self._ask) if self._locks.may_open_beside(path, other) else ()
        answer = self._locks.ask_how_to_open(path, held)
        if answer == READ_ONLY:
            return self._draft.open(path, ask=self._ask, is_read_only=True)
        if answer == OPEN_ANYWAY:
            return self._draft.open(path, ask=self._ask, takes_over=True)
        if answer == EDIT_COPY:
            copy = dialogs.ask_save(self._host.widget, "另存一份", path.with_name(f"{path.stem}（副本）.xlsx"))
            if copy is not None and copy != path:
                dialogs.in_thread(self._host.widget, "正在另存……", lambda: replace_file(copy, read_limited(path)))
                return self._draft.open(copy, ask=self._ask)
        return ()

    def _ask(self, path: Path, work: Callable[[], T]) -> T:
        """Have the disk asked in a thread."""
        return dialogs.ask_disk(self._host.widget, path, work)

    def close(self) -> None:
        """Leave the open report."""
        if self._host.may_leave():
            self._draft.close()
            self.closed.emit()
