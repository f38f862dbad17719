"""Waits for places that are slow to answer, in sight of the clerk, who may wait no longer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget

from core.base.errors import ReportError, reading_failed
from core.base.place_question import PlaceQuestion, Question, silence_of
from gui.look.plain_text import PlainLabel

T = TypeVar("T")

_UNSEEN = 0.3
"""Seconds waited without a word: a disk answers in a thousandth of that."""

_READING_UNSEEN = 1.0
"""The same where a draft is read as well, which takes a part of a second."""

_SILENT_MS = 5000
"""After which it is said that a place does not answer: till then a busy PC may be what takes so long."""

_LONGEST_MS = 60_000
_LOOK_MS = 50


def ask_places(parent: QWidget | None, paths: Iterable[Path]) -> dict[Path, PlaceQuestion]:
    """Ask what stands at each path; those that are silent for a minute, or given up by the clerk, have no answer."""
    questions = {path: PlaceQuestion(path) for path in paths}
    silent = next((question for question in questions.values() if not question.wait(_UNSEEN)), None)
    if silent is not None:
        _wait(parent, list(questions.values()), silent.path, "正在查找")
    return questions


def ask_disk(
    parent: QWidget | None,
    path: Path,
    ask: Callable[[], T],
    failed: Callable[[OSError, Path], ReportError] = reading_failed,
) -> T:
    """Return what ``ask``, which touches no widget, finds out about a path; it is called in a thread.

    ``failed`` says what cannot be done where the place is silent.

    Raises:
        ReportError: The place is silent for a minute, or was given up by the clerk; or what ``ask`` raised.
    """
    question = Question(ask)
    if not question.wait(_READING_UNSEEN):
        _wait(parent, [question], path, "正在打开" if failed is reading_failed else "正在保存")
    if not question.is_answered:
        raise failed(silence_of(path), path)
    return question.result()


def _wait(parent: QWidget | None, questions: Sequence[Question[Any]], silent: Path, doing: str) -> None:
    slow_after = QDeadlineTimer(_SILENT_MS)

    def words() -> str:
        if slow_after.hasExpired():
            return f"“{silent.name}”所在的位置还没有应答，正在等待……\n{silent.parent}"
        return f"{doing}“{silent.name}”，请稍候……\n{silent.parent}"

    dialog = QProgressDialog("", "不再等待", 0, 0, parent)
    dialog.setLabel(PlainLabel(words()))
    dialog.setWindowTitle("请稍候")
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setMinimumDuration(0)
    dialog.show()
    loop = QEventLoop()
    latest = QDeadlineTimer(_LONGEST_MS)
    timer = QTimer(interval=_LOOK_MS)

    def look() -> None:
        if dialog.wasCanceled() or latest.hasExpired() or all(q.is_answered for q in questions):
            loop.quit()
        elif dialog.labelText() != words():
            dialog.setLabelText(words())  # it grows for longer ones

    timer.timeout.connect(look)
    timer.start()
    loop.exec()
    timer.stop()
    dialog.close()
    dialog.deleteLater()
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)  # it is gone before what follows
