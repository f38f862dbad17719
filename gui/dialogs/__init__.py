"""Every dialog of the program is opened here, so that tests can answer in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6 import QtCore
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from core.base import atomic_file, errors, file_names, place_question
from core.base.errors import ErrorText, ReportError
from core.base.on_disk import OnDisk
from core.checks import findings
from core.draft import draft_changes, draft_versions
from core.office import summary as office_summary
from core.report import report as report_value
from gui.dialogs import (
    choice_dialog,
    file_columns,
    history_dialog,
    place_wait,
    print_preview,
    reason_dialog,
    remembered_places,
    summary_dialog,
    waiting,
)
from gui.dialogs import chosen_files as chosen_files  # the main window asks this package late, not its modules
from gui.report import disk_worker

T = TypeVar("T")

DRAFT_FILTER = "草稿 (*.xlsx)"
SHEET_FILTER = "科室填报表 (*.xlsx)"
REGISTER_FILTER = "台账 (*.xlsx *.csv *.xls)"
WORKBOOK_FILTER = "Excel 工作簿 (*.xlsx)"
WORD_FILTER = "Word 文档 (*.docx)"
PAPER_FILTER = "Word 文档或 Excel 工作簿 (*.docx *.xlsx)"
TEXT_FILTER = "文本文件 (*.txt)"
PDF_FILTER = "PDF 文档 (*.pdf)"
HTML_FILTER = "网页 (*.html)"
PUBLISHED_FILTER = "草稿或已公布的报告 (*.xlsx *.docx *.pdf *.htm *.html *.mht *.mhtml *.txt *.xls *.doc)"

_HELD = "“{}”正被其他程序使用，正在重试。请在 WPS、Word 或 Excel 中关闭它。"
EXPLAIN = "\n\n核实后确实如此的，请写明原因（列入审签单）："
"""What stands between a 疑点 and the field for its reason."""

_UNANSWERED = ErrorText(
    "所选的位置一直没有应答，没有完成。", "请检查网络盘或优盘是否已接好，再试一次；急用时请先保存到本机，例如桌面。"
)
_WATCH_MS = 5000
_MOMENT_MS = 500


def _run(dialog: QDialog) -> int:
    """Open a dialog and let it go; until the next event it can still be asked what was chosen.

    Left to its parent it would stay, unseen, as long as the window, with what it refers to gone.
    """
    _take_no_drops(dialog)
    answer = dialog.exec()
    if isValid(dialog):  # it goes with its window where that is closed over it
        dialog.deleteLater()
    return answer


def _take_no_drops(dialog: QDialog) -> None:
    """Keep the paths of files out of the fields of a dialog, into which Qt would write them."""
    widgets: list[QWidget] = list(dialog.findChildren(QWidget))
    for widget in widgets:
        if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
            widget.setAcceptDrops(False)


_LONGEST_IN_A_BOX = 1_000  # characters of the smaller text of a box, about twenty-five lines


def _message_box(parent: QWidget | None, icon: str, title: str, text: str, more: str = "") -> QMessageBox:
    """Return a box without buttons that shows its texts letter by letter: they may quote what others wrote.

    ``icon`` is "Information", "Question" or "Warning".
    """
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon[icon])
    box.setWindowTitle(title)
    box.setTextFormat(QtCore.Qt.TextFormat.PlainText)
    box.setText(text)
    _say_more(box, more)
    return box


def _say_more(box: QMessageBox, more: str) -> None:
    """Show the smaller text of a box; Qt gives it a label of its own, which knows nothing of the box's format."""
    box.setInformativeText(more and "…")  # makes the label
    labels: list[QLabel] = list(box.findChildren(QLabel, "qt_msgbox_informativelabel"))
    for label in labels:
        label.setTextFormat(QtCore.Qt.TextFormat.PlainText)
    box.setInformativeText(more)


def show_error(parent: QWidget | None, error: ReportError) -> None:
    """Say what could not be done and what to do next."""
    box = _message_box(parent, "Warning", "没有完成", error.summary, error.advice)
    box.addButton(box.StandardButton.Ok)
    _run(box)


def inform(parent: QWidget | None, title: str, text: str, more: str = "") -> None:
    """Tell something that needs no decision."""
    box = _message_box(parent, "Information", title, text, more)
    box.addButton(box.StandardButton.Ok)
    _run(box)


def confirm(parent: QWidget | None, title: str, question: str, yes: str, no: str = "取消") -> bool:
    """Ask before something that cannot be meant by a mere Return; both answers are named by what they do."""
    box = _message_box(parent, "Question", title, question)
    accepted = box.addButton(yes, box.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(no, box.ButtonRole.RejectRole))
    _run(box)
    return box.clickedButton() is accepted


def accepted(dialog: QDialog) -> bool:
    """Open a dialog of its own class; return whether it was accepted."""
    _take_no_drops(dialog)
    return dialog.exec() == QDialog.DialogCode.Accepted


def wait_for(
    parent: QWidget | None, text: Callable[[], str], wait: Callable[[int], bool], *, longest_ms: int | None = None
) -> bool:
    """Wait for work in a thread; what takes longer than a moment is said, and the window stays painted.

    Return whether the work is done: after some seconds the clerk may wait no longer.

    Args:
        parent: The window, which takes no input meanwhile.
        text: Returns what is to be said now.
        wait: Waits for so many milliseconds and returns whether the work is done.
        longest_ms: How long it is waited for at the most; None where only the clerk ends the waiting.
    """
    if wait(_MOMENT_MS):
        return True
    dialog = waiting.WaitDialog(parent, text, lambda: wait(0), longest_ms)
    return _run(dialog) == dialog.DialogCode.Accepted


def held_sentence(name: str) -> str:
    """Return what is said while a file that another program holds is tried again."""
    return _HELD.format(name)


def in_thread(parent: QWidget | None, text: str, work: Callable[[], T]) -> T:
    """Do work in a thread and wait for it; a file that another program holds is tried again for some seconds.

    Nothing can end a thread: files of others are read with ``reading.in_process``.

    Args:
        parent: The window.
        text: What is under way.
        work: Touches no widget.

    Raises:
        ReportError: What the work raised; or the clerk waits no longer.
    """
    held: list[str] = []
    outcomes: list[T | ReportError] = []

    def patient() -> T:
        with atomic_file.patience(held.append):
            return work()

    worker = disk_worker.DiskWorker(parent)
    worker.submit(patient, outcomes.append)
    if not wait_for(parent, lambda: held_sentence(held[-1]) if held else text, worker.wait):
        raise _UNANSWERED.error()
    worker.deleteLater()
    outcome = outcomes[0]
    if isinstance(outcome, ReportError):
        raise outcome
    return outcome


def preview_print(parent: QWidget | None, printer: print_preview.QPrinter, paint: print_preview.Painting) -> None:
    """Show a paper as it will be printed, with page choice and copies in the print dialog behind it."""
    _run(print_preview.PrintPreview(printer, paint, parent))


def choose(
    parent: QWidget | None,
    title: str,
    text: str,
    more: str,
    answers: tuple[str, ...],
    *,
    default: str = "",
    watch: Callable[[Callable[[str], None]], None] | None = None,
) -> str:
    """Tell something and offer what to do next; return the chosen answer, the last one where the box was closed.

    Return presses ``default``, or the first. ``watch`` is called every few seconds with what tells a new ``more``.
    """
    if watch is None and len(more) > _LONGEST_IN_A_BOX:  # a box would be higher than the screen
        shown = choice_dialog.long_text(title, more)
        dialog = choice_dialog.ChoiceDialog(parent, title, text, shown, answers, default=default)
        _run(dialog)
        return dialog.choice
    box = _message_box(parent, "Information", title, text, more)
    made = [box.addButton(answer, box.ButtonRole.ActionRole) for answer in answers[:-1]]
    made.append(box.addButton(answers[-1], box.ButtonRole.RejectRole))
    box.setDefaultButton(made[answers.index(default) if default else 0])
    is_open = True

    def tell(text: str) -> None:
        if is_open:  # it may be told later than the clerk answers
            _say_more(box, text)

    if watch is not None:
        timer = QTimer(box, interval=_WATCH_MS)
        timer.timeout.connect(lambda: watch(tell))
        timer.start()
    _run(box)
    is_open = False
    clicked = box.clickedButton()
    return clicked.text() if clicked is not None else answers[-1]


def ask_to_make(
    parent: QWidget | None, makes: str, summary: office_summary.Summary
) -> tuple[str, findings.Finding | None]:
    """Show what is to be known before a report is made; return the answer and the 疑点 that was chosen, if any.

    ``makes`` is what is about to be done, such as 生成送审稿第2稿, and the answer that goes on where nothing is asked.
    """
    dialog = summary_dialog.SummaryDialog(parent, makes, summary)
    _run(dialog)
    return dialog.choice, dialog.finding


def ask_unsaved(parent: QWidget | None, name: str) -> str:
    """Ask what to do with unsaved changes; return ``save``, ``discard`` or ``cancel``."""
    box = _message_box(parent, "Question", "还没有保存", f"“{name}”有未保存的修改。", "要先保存吗？")
    save = box.addButton("保存", box.ButtonRole.AcceptRole)
    discard = box.addButton("不保存", box.ButtonRole.DestructiveRole)
    box.addButton("取消", box.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    _run(box)
    clicked = box.clickedButton()
    return "save" if clicked is save else "discard" if clicked is discard else "cancel"


def _file_dialog(parent: QWidget | None, title: str, folder: str, name_filter: str = "") -> QFileDialog:
    """Return the file dialog of the system; where it has none that of Qt, with all it says in Chinese."""
    remembered_places.leave_out_silent_places(folder)
    dialog = QFileDialog(parent, title, folder, name_filter)
    file_columns.speak_chinese(dialog)
    remembered_places.show_usual_places(dialog)
    return dialog


def _chosen(dialog: QFileDialog) -> list[Path]:
    names = dialog.selectedFiles() if _run(dialog) else []
    return [Path(name) for name in names]


def ask_open(parent: QWidget | None, title: str, folder: str, name_filter: str = DRAFT_FILTER) -> Path | None:
    """Ask which file to open; None where the clerk thought better of it."""
    dialog = _file_dialog(parent, title, folder, name_filter)
    dialog.setFileMode(dialog.FileMode.ExistingFile)
    return next(iter(_chosen(dialog)), None)


def ask_open_many(parent: QWidget | None, title: str, folder: str, name_filter: str) -> list[Path]:
    """Ask which files to open; none where the clerk thought better of it."""
    dialog = _file_dialog(parent, title, folder, name_filter)
    dialog.setFileMode(dialog.FileMode.ExistingFiles)
    return _chosen(dialog)


def ask_folder(parent: QWidget | None, title: str, folder: str) -> Path | None:
    """Ask for a folder; None where the clerk thought better of it."""
    dialog = _file_dialog(parent, title, folder)
    dialog.setFileMode(dialog.FileMode.Directory)
    dialog.setOption(dialog.Option.ShowDirsOnly)
    file_columns.name_folder_field(dialog)
    return next(iter(_chosen(dialog)), None)


def ask_save(parent: QWidget | None, title: str, proposal: Path, name_filter: str = DRAFT_FILTER) -> Path | None:
    """Ask where to save; the suffix is always that of the proposal. None where the clerk thought better of it."""
    dialog = _file_dialog(parent, title, str(proposal.parent), name_filter)
    dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(proposal.suffix.lstrip("."))  # before Qt asks whether a file may be replaced
    dialog.selectFile(proposal.name)
    path = next(iter(_chosen(dialog)), None)
    if path is not None and (refusal := _refusal(path)):
        show_error(parent, refusal)
        return ask_save(parent, title, proposal, name_filter)
    if path is None or path.suffix.lower() == proposal.suffix:
        return path
    whole = path.with_name(path.name + proposal.suffix)  # 草稿12.31, or the name of another kind of file
    is_there = ask_places(parent, [whole])[whole].answer is OnDisk.FILE
    if is_there and not confirm(parent, title, f"“{whole.name}”已经存在，要替换吗？", "替换"):
        return ask_save(parent, title, whole, name_filter)
    return whole


def ask_places(parent: QWidget | None, paths: Iterable[Path]) -> dict[Path, place_question.PlaceQuestion]:
    """Ask what stands at each path, with a box to wait no longer where one is slow; those then have no answer."""
    return place_wait.ask_places(parent, paths)


def ask_disk(parent: QWidget | None, path: Path, ask: Callable[[], T], *, saves: bool = False) -> T:
    """Return what ``ask``, which touches no widget, finds out about a path that may be slow to answer.

    It is called in a thread, which nothing can end: only given up where the place is silent. ``saves`` where it is
    asked for a save, which cannot be made then.

    Raises:
        ReportError: The place does not answer, or the clerk waits no longer; or what ``ask`` raised.
    """
    return place_wait.ask_disk(parent, path, ask, errors.writing_failed if saves else errors.reading_failed)


def _refusal(path: Path) -> errors.ReportError | None:
    """Return why a new file cannot have this name; None where it can."""
    try:
        file_names.check_file_name(path)
    except errors.ReportError as error:
        return error
    return None


def ask_reason(parent: QWidget | None, title: str, what: str, offered: tuple[str, ...], old: str = "") -> str | None:
    """Ask for a written reason, with common ones offered; None where the clerk thought better of it."""
    dialog = reason_dialog.ReasonDialog(parent, title, what, offered, old)
    return dialog.reason if _run(dialog) else None


def choose_with_list(
    parent: QWidget | None, title: str, text: str, lines: Sequence[str], answers: Sequence[str], asks: str = ""
) -> tuple[str, int]:
    """Ask about one of several things; return the answer, the last one where it was closed, and the chosen line.

    With ``asks``, which is shown above the lines, none of them is chosen for the clerk.
    """
    listed = QListWidget()
    listed.setAccessibleName(title)
    listed.setWordWrap(True)
    listed.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    listed.addItems([*filter(None, [asks]), *lines])
    listed.setCurrentRow(0)
    dialog = choice_dialog.ChoiceDialog(parent, title, text, listed, answers)
    if asks:
        dialog.wait_for_choice(listed)
    _run(dialog)
    return dialog.choice, listed.currentRow() - bool(asks)


def choose_with_changes(
    parent: QWidget | None,
    title: str,
    text: str,
    changes: Sequence[draft_changes.DraftDifference],
    states: tuple[str, str],
    answers: Sequence[str],
) -> str:
    """Show what differs between two states and ask what to do; return the answer, the last one where it was closed.

    It may open while the clerk is typing: Return gives the last answer, which changes nothing.
    """
    table = choice_dialog.ChangesTable(*states)
    table.show_changes(changes)
    dialog = choice_dialog.ChoiceDialog(parent, title, text, table, answers, default=answers[-1])
    _run(dialog)
    return dialog.choice


def choose_version(
    parent: QWidget | None, versions: Sequence[draft_versions.Version], now: report_value.Report, *, may_restore: bool
) -> draft_versions.Version | None:
    """Show the kept versions of a draft; return the one to be taken back, None where the clerk only looked."""
    dialog = history_dialog.HistoryDialog(parent, versions, now, may_restore=may_restore)
    _run(dialog)
    return dialog.wanted
