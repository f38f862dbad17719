"""Saves a draft over its file without losing anything: the former file is kept, a blocked target is gone round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.base.atomic_file import free_sibling, replace_file
from core.base.disk_state import state_of
from core.base.errors import FileError, FileInUseError, FileProtectedError
from core.draft.draft_versions import keep_file, note_written, was_written_here
from core.draft.workbook import draft_bytes, foreign_content

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from core.base.disk_state import DiskState
    from core.report.report import Report


@dataclass(frozen=True, slots=True)
class SavedDraft:
    """What came of a save.

    Attributes:
        path: The file that was written; another than was wanted where that one was in use.
        state: The file as it is now.
        notes: Sentences for the clerk; empty where all went as usual.
    """

    path: Path
    state: DiskState | None
    notes: tuple[str, ...] = ()


def save_report(report: Report, path: Path, when: datetime, *, needs_former: bool = False) -> SavedDraft:
    """Write a report as draft, after a copy of the former file was kept.

    A target that Excel or WPS holds open, or that may not be changed, is left as it is and the draft written beside it
    under a free name.

    Args:
        report: The report; a snapshot where another thread may go on changing it.
        path: Where it is to be saved.
        when: Local time, for the copy of the former file.
        needs_former: Whether the former file holds something that the new one will not: then nothing is written unless
            the copy could be kept.

    Raises:
        ReportError: Nothing could be written; the old file is whole.
    """
    data = draft_bytes(report)
    notes: list[str] = []
    try:
        keep_file(path, when)
    except FileError as error:
        if needs_former:
            raise
        notes.append(f"已保存，但上一版没有留存：{error.summary.replace(error.path.name, '版本历史')}")
    try:
        replace_file(path, data)
    except (FileInUseError, FileProtectedError) as error:
        beside = free_sibling(path)
        replace_file(beside, data)
        why = "可能正被其他程序打开" if isinstance(error, FileInUseError) else "不允许修改"
        notes.insert(0, f"“{path.name}”{why}，没有改动它；已另存为旁边的“{beside.name}”，以后继续填写这一份。")
        path = beside
    state = state_of(data, path)
    if state is not None:
        note_written(path, state.digest)
    return SavedDraft(path, state, tuple(notes))


def dropped_by_save(path: Path, state: DiskState) -> tuple[str, ...]:
    """Return what stands in a draft file and a save would drop, a sentence each.

    A file that the program itself wrote last holds nothing of the kind and is not looked through, which takes a while.

    Raises:
        FileError: The file cannot be read.
    """
    if was_written_here(path, state.digest):
        return ()
    return tuple(f"{sheet} {cell}：{sentence}" for sheet, cell, sentence in foreign_content(path))
