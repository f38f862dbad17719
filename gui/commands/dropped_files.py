"""Files that are dropped on the window, or given at the start: a draft is opened, others are asked about.

Several, or a folder, are the reports of an office's units.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from core.base.errors import ErrorText, ReportError
from core.base.on_disk import OnDisk, is_file
from core.base.short_texts import some_of
from core.office import report_source
from core.office.archive.check_list import CHECK_NAME
from core.report.report import Report
from gui import dialogs
from gui.commands.command import Host
from gui.commands.opening_actions import OpeningActions
from gui.report.draft_file import DraftFile
from gui.report.session import ReportSession

IMPORT, LAST_YEAR, COMPARE, RETURNED, REGISTER, CANCEL = (
    "导入为新报告",
    "作为上年报告",
    "核对改过的 Word",
    "登记退回意见",
    "作为依申请公开台账",
    "取消",
)
OPEN, PAGE = "打开这份草稿", "核对已公布网页"
COLLECT, ONLY_ONE, BOTH = "汇总审核整个文件夹", "只打开列表里选中的", "打开草稿，核对 Word"
_FEW = 3
"""Files up to which one of them may be what is wanted: more are the reports of units."""
_REPORTS = (".docx", ".pdf", ".htm", ".html", ".mht", ".mhtml", ".txt")
_OLD_KINDS = (".doc", ".wps", ".rtf")
_OLD_WORKBOOKS = (".xls", ".et", ".ods", ".xlsb")
_MOST_NAMES = 3
_SEVERAL = ErrorText(
    "一次拖进来的{names}不在同一个文件夹里，没有打开。",
    "请一个一个地拖进窗口；要汇总审核的，先放进同一个文件夹。",
)
_OLD_KIND = ErrorText("“{name}”这种文件不能直接读取。", "请用 WPS 或 Word 另存为 .docx，或者复制整个网页后粘贴导入。")
_STRANGE = ErrorText(
    "“{name}”不是报告，也不是台账，没有打开。", "可以打开的有：草稿、台账、Word 文档、PDF、网页和文本。"
)
_OLD_ONES = ErrorText("{names}这种文件不能直接读取，没有打开。", _OLD_KIND.advice)
_STRANGE_ONES = ErrorText("{names}不是报告，没有打开。", _STRANGE.advice)
_FEW_FILES = "一次拖进来{count}个文件。汇总审核会读入“{folder}”文件夹里的全部报告；只要一个的，先在列表里选中它。"
_SOME_STRANGE = "要汇总审核的报告里，{names}不是报告，不会读入；其余的照常读入。"
_NO_REPORT = ErrorText("“{name}”是台账，但还没有打开报告。", "请先新建或打开本年报告，再把台账拖进窗口。")


def _named(paths: list[Path]) -> str:
    """Return the names of files for a sentence: “a.docx”、“b.docx”等5个文件."""
    return some_of([f"“{path.name}”" for path in paths], _MOST_NAMES, "个文件")


class DroppedFiles(QObject):
    """Takes what is dropped anywhere on the window; never as a move, which would take the file away."""

    def __init__(
        self,
        window: QWidget,
        session: ReportSession,
        draft: DraftFile,
        opening: OpeningActions,
        run: Callable[..., object],
        host: Host,
    ) -> None:
        """Take drops; ``run`` carries out a command by its id with what it is given."""
        super().__init__(window)
        self._session = session
        self._draft = draft
        self._opening = opening
        self._run = run
        self._host = host
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent) or QApplication.activeModalWidget() is not None:
            return False
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if not paths or not event.possibleActions() & Qt.DropAction.CopyAction:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            # Afterwards: the file manager waits for the answer, and would stand still as long as a question is open
            QTimer.singleShot(0, self, lambda: self._host.run(lambda: self.take(paths)))
        return True

    def take(self, paths: list[Path]) -> None:
        """Do with a file what it is for.

        Raises:
            ReportError: It is nothing that can be read, or there are several in several folders.
        """
        path = paths[0]
        kind = path.suffix.lower()
        if len({one.parent for one in paths}) > 1:
            raise _SEVERAL.error(names=_named(paths))
        if len(paths) > 1:
            self._take_several(paths)
        elif dialogs.ask_places(self._host.widget, [path])[path].answer is OnDisk.FOLDER:
            is_archive = dialogs.ask_disk(self._host.widget, path, lambda: is_file(path / CHECK_NAME))
            self._run("verify_archive" if is_archive else "collection", path)
        elif kind in (".xlsx", ".csv", *_REPORTS):
            dialogs.ask_disk(self._host.widget, path, partial(report_source.refuse_unreadable, path))
            self._take_readable(path, kind)
        else:
            if kind in _OLD_WORKBOOKS:  # a draft or a register, likely
                dialogs.ask_disk(self._host.widget, path, partial(report_source.refuse_unreadable, path))
            raise (_OLD_KIND if kind in _OLD_KINDS else _STRANGE).of(path)

    def _take_readable(self, path: Path, kind: str) -> None:
        if kind == ".xlsx":
            self._take_workbook(path)
        elif kind == ".csv":
            self._count(path)
        else:
            sent = (COMPARE, RETURNED) if kind == ".docx" and self._draft.is_open else ()
            page = (PAGE,) if kind not in (".docx", ".txt") and self._is_final() else ()
            self._ask(path, (*page, IMPORT, LAST_YEAR, *sent))

    def _is_final(self) -> bool:
        """Return whether the open report is a 定稿: a page that is dropped then is mostly how it was published."""
        return self._draft.is_open and self._session.open_report.is_final

    def _take_several(self, paths: list[Path]) -> None:
        """Look through the reports of an office's units, and name what is dropped with them and is none."""
        strange = [path for path in paths if path.suffix and path.suffix.lower() not in (*_REPORTS, ".xlsx")]
        if len(strange) == len(paths):
            old = all(path.suffix.lower() in _OLD_KINDS for path in paths)
            raise (_OLD_ONES if old else _STRANGE_ONES).error(names=_named(paths))
        if len(paths) <= _FEW:
            text = _FEW_FILES.format(count=len(paths), folder=paths[0].parent.name)
            text += f"{_named(strange)}不是报告，不会读入。" * bool(strange)
            if not self._are_for_the_desk(text, [path for path in paths if path not in strange]):
                return
        if strange:
            self._host.say(_SOME_STRANGE.format(names=_named(strange)), 0)
        self._run("collection", paths[0].parent)

    def _are_for_the_desk(self, text: str, paths: list[Path]) -> bool:
        """Ask what a few files are for, and do it; return whether they are the reports of units.

        What fits is offered first: one draft is somebody's own report, a single Word file beside it is that report as
        it came back, and files of one name are one report in several formats.
        """
        drafts = [path for path in paths if path.suffix.lower() == ".xlsx" and self._is_draft(path)]
        words = [path for path in paths if path.suffix.lower() == ".docx"]
        paths = sorted(paths, key=lambda path: path not in drafts)
        is_one = len(drafts) == 1 or len({path.stem for path in paths}) == 1
        both = (BOTH,) if len(drafts) == len(words) == 1 else ()
        offered = (*both, *((ONLY_ONE, COLLECT) if is_one else (COLLECT, ONLY_ONE)), CANCEL)
        lines = [path.name for path in paths]
        answer, row = dialogs.choose_with_list(self._host.widget, "拖进来的文件", text, lines, offered)
        if answer == BOTH:
            if self._draft.path != drafts[0]:
                self._opening.open(drafts[0])
            if self._draft.path == drafts[0]:
                self._run("compare_word", words[0])
        elif answer == ONLY_ONE:
            self.take([paths[row]])
        return answer == COLLECT

    def _is_draft(self, path: Path) -> bool:
        try:
            return self._draft_in(path) is not None
        except ReportError:  # what is wrong with it is said when it is opened
            return False

    def _draft_in(self, path: Path) -> Report | None:
        """Return the report of a draft, as it would be opened; None where a workbook is somebody else's."""
        return dialogs.ask_disk(self._host.widget, path, partial(report_source.draft_in, path))

    def _take_workbook(self, path: Path) -> None:
        found = self._draft_in(path)
        if found is None:
            self._ask(path, (*((REGISTER,) if self._may_change() else ()), IMPORT, LAST_YEAR))
        elif year := self._last_years(found):
            self._ask(path, (LAST_YEAR, OPEN), f"“{path.name}”是本单位{year}年的草稿，用来做什么？")
        else:
            self._opening.open(path)

    def _last_years(self, found: Report) -> int:
        """Return the year of a report that is the one before the open one, of its unit; 0 for any other."""
        if not self._draft.is_open:
            return 0
        mine = self._session.report
        is_before = found.year is not None and mine.year == found.year + 1 and found.unit == mine.unit
        return found.year if is_before and found.year else 0

    def _may_change(self) -> bool:
        """Return whether a report is open and takes changes: a register is counted into it."""
        try:
            self._draft.refuse_unchangeable()
        except ReportError:
            return False
        return True

    def _ask(self, path: Path, uses: tuple[str, ...], question: str = "") -> None:
        question = question or f"“{path.name}”用来做什么？"
        answer = dialogs.choose(self._host.widget, "打开文件", question, "", (*uses, CANCEL))
        if answer == IMPORT:
            self._run("import", path)
        elif answer == LAST_YEAR:
            self._run("choose_last_year" if self._draft.is_open else "new_from_last_year", path)
        elif answer == OPEN:
            self._opening.open(path)
        elif answer == COMPARE:
            self._run("compare_word", path)
        elif answer == RETURNED:
            self._run("register_return", path)
        elif answer == PAGE:
            self._run("compare_published", path)
        elif answer == REGISTER:
            self._count(path)

    def _count(self, path: Path) -> None:
        if not self._draft.is_open:
            raise _NO_REPORT.of(path)
        self._run("import_register", path)
