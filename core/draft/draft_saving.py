"""Saves a draft over its file without losing anything: the former file is kept, a file in use is waited for."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from core.base.atomic_file import patience, remove_leftovers, replace_file
from core.base.disk_state import DiskState, disk_state, state_of
from core.base.errors import FileError, ReportError
from core.draft.draft_changes import report_changes
from core.draft.draft_store import KeptDraft
from core.draft.draft_versions import (
    NotKeptError,
    forget_unwritten,
    keep_file,
    note_written,
    was_written_here,
    written_number,
)
from core.draft.workbook import Problems, draft_bytes, foreign_content, load_draft
from core.report.report import Report


@dataclass(frozen=True, slots=True)
class SavedDraft:
    """What came of a save.

    Attributes:
        path: The file that was written.
        state: The file as it is now.
        notes: Sentences for the clerk; empty where all went as usual.
    """

    path: Path
    state: DiskState | None
    notes: tuple[str, ...] = ()


def save_report(
    report: Report,
    path: Path,
    when: datetime,
    *,
    needs_former: bool = False,
    writer: str = "",
    told: Callable[[], None] = lambda: None,
    problems: Problems | None = None,
) -> SavedDraft:
    """Write a report as draft, after a copy of the former file was kept; to be done in a thread.

    A target that Excel, WPS or a virus scanner holds is tried again for some seconds.

    Args:
        report: The report.
        path: Where it is to be saved.
        when: Local time, for the copy of the former file.
        needs_former: Whether the former file holds something that the new one will not: then nothing is written unless
            the copy could be kept.
        writer: Who writes which state (see ``note_written``).
        told: Called once when the target is held and has to be waited for.
        problems: What the last check found, for the sheet 问题.

    Raises:
        ReportError: Nothing could be written; the old file is whole.
    """
    data = draft_bytes(report, problems)
    digest = hashlib.sha256(data).hexdigest()
    notes: list[str] = []
    try:
        keep_file(path, when)
    except FileError as error:
        if needs_former:
            raise
        notes.append(f"已保存，但上一版没有留存：{_in_words(error)}")
    note_written(path, digest, writer)
    try:
        with patience(lambda _name: told()):
            replace_file(path, data)
    except FileError:
        forget_unwritten(path)
        raise
    remove_leftovers(path.parent)
    return SavedDraft(path, state_of(data, path), tuple(notes))


def with_own_save(kept: KeptDraft) -> KeptDraft:
    """Return a kept state with its draft file as known, where the copy that kept it wrote that file before it.

    That copy ended between writing the file and noting so: nobody else changed it.
    """
    state, number = _own_save(kept)
    return replace(kept, base=state) if number is not None and number <= kept.number else kept


def is_in_its_file(kept: KeptDraft) -> bool:
    """Return whether the draft file holds a kept state already, or a later one that the same copy wrote."""
    if kept.draft is None:
        return False
    _state, number = _own_save(kept)
    if number is not None and number > kept.number:
        return True
    try:
        return not report_changes(load_draft(kept.draft).report, kept.report)
    except ReportError:
        return False


def _own_save(kept: KeptDraft) -> tuple[DiskState | None, int | None]:
    """Return the draft file as it is now, and the number of the state that the copy which kept this one wrote."""
    state = disk_state(kept.draft) if kept.draft else None
    if kept.draft is None or state is None:
        return None, None
    return state, written_number(kept.draft, state.digest, kept.instance)


def _in_words(error: FileError) -> str:
    """Return why no copy could be kept, of a draft that is saved all the same."""
    return error.why if isinstance(error, NotKeptError) else error.summary


def dropped_by_save(path: Path, state: DiskState) -> tuple[str, ...]:
    """Return what stands in a draft file and a save would drop, a sentence each.

    A file that the program itself wrote last holds nothing of the kind and is not looked through, which takes a while.

    Raises:
        FileError: The file cannot be read.
    """
    if was_written_here(path, state.digest):
        return ()
    return tuple(f"{sheet} {cell}：{sentence}" for sheet, cell, sentence in foreign_content(path))
