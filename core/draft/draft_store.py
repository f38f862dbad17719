"""Drafts kept by the program itself: the autosave of each running copy, and what is left of them after a crash.

An autosave carries the identity of its draft (file, unit, year, time), holds the newest state only, and goes when the
draft is saved or closed. What a clerk does not want back is moved to the rescue folder, never deleted.
"""

from __future__ import annotations

import contextlib
import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path

from core.base.atomic_file import remove_leftovers, replace_file
from core.base.disk_state import DiskState
from core.base.errors import (
    DamagedFileError,
    FileError,
    FileUnreadableError,
    ReportError,
    reading_failed,
    writing_failed,
)
from core.base.instances import is_running, remove_ended
from core.base.on_disk import read_ordinary
from core.base.place_question import first_folder
from core.base.user_files import autosave_folder, rescue_folder, safe_file_name
from core.draft import workbook
from core.report.report import Report
from core.report.report_record import RecordDamagedError, RecordNewerError, read_record, record_bytes

_SUFFIX, _DAMAGED = ".json", ".damaged"
_LONGEST_WAIT = 0.8  # seconds for the folder of a draft to answer before it is passed over
_LARGEST = 64_000_000  # bytes; a report with every text at its limit has less than one


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """An unsaved state of a report that the program kept, with the identity of its draft.

    Attributes:
        file: Where it is kept.
        report: The state itself.
        draft: The draft file it belongs to; None where the report was never saved.
        base: The draft file as the report knew it; None where there was none.
        when: Local time of the state, as ISO text such as "2026-01-15T09:30:00".
        instance: Id of the running copy of the program that kept it.
        number: Which of its states it is; a later one has a larger number.
    """

    file: Path
    report: Report
    draft: Path | None
    base: DiskState | None
    when: str
    instance: str = ""
    number: int = 0


def autosave_file(instance_id: str) -> Path:
    """Return where a running copy of the program keeps its newest state.

    Raises:
        DataFolderError: The folder cannot be made.
    """
    return autosave_folder() / (instance_id + _SUFFIX)


def write_autosave(
    file: Path, report: Report, draft: Path | None, base: DiskState | None, when: str, number: int = 0
) -> None:
    """Keep the newest state of a report, in place of the one before (see ``KeptDraft``).

    Raises:
        FileError: It cannot be written; the state before is whole.
    """
    identity = {
        "draft": str(draft) if draft else "",
        "base": base.as_record() if base else None,
        "unit": report.unit,
        "year": report.year,
        "when": when,
        "instance": file.stem,
        "number": number,
    }
    replace_file(file, record_bytes(report, identity))


def clear_autosave(file: Path) -> None:
    """Forget the autosave: its draft was saved. A failure does no harm: the two are compared at the next start."""
    with contextlib.suppress(OSError):
        file.unlink(missing_ok=True)


def read_kept(file: Path) -> KeptDraft:
    """Read a state that was kept.

    Raises:
        FileError: It cannot be read or is damaged.
    """
    try:
        data = read_ordinary(file, _LARGEST)
    except OSError as error:
        raise reading_failed(error, file) from error
    try:
        report, identity = read_record(data)
    except RecordNewerError as error:
        raise FileUnreadableError(file) from error
    except RecordDamagedError as error:
        raise DamagedFileError(file) from error
    draft, when = identity.get("draft"), identity.get("when")
    instance, number = identity.get("instance"), identity.get("number")
    return KeptDraft(
        file=file,
        report=report,
        draft=Path(draft) if isinstance(draft, str) and draft else None,
        base=DiskState.from_record(identity.get("base")),
        when=when if isinstance(when, str) else "",
        instance=instance if isinstance(instance, str) else "",
        number=number if isinstance(number, int) else 0,
    )


def left_behind() -> list[KeptDraft]:
    """Return what copies of the program that are no longer running had not saved, the newest first.

    A damaged one is moved to the rescue folder, so that it is neither lost nor met again (``damaged``). Nothing where
    the data folder cannot be used.
    """
    try:
        folder = autosave_folder()
        files = sorted(folder.glob("*" + _SUFFIX))
    except (OSError, FileError):
        return []
    remove_leftovers(folder)
    found = []
    for file in files:
        if is_running(folder, file.name.removesuffix(_SUFFIX)):
            continue
        try:
            found.append(read_kept(file))
        except DamagedFileError:
            with contextlib.suppress(FileError, OSError):
                _move(file, rescue_folder() / f"{safe_file_name('无法读取')}_{secrets.token_hex(4)}{_DAMAGED}")
        except FileError:
            continue
    remove_ended(folder)
    return sorted(found, key=lambda kept: kept.when, reverse=True)


def put_aside(kept: KeptDraft) -> Path:
    """Move a state that nobody wants now to the rescue folder; return where it is.

    Raises:
        FileError: It cannot be moved and stays where it is.
    """
    year = f"{kept.report.year}年" if kept.report.year else ""
    stamp = "".join(char for char in kept.when if char.isdecimal())[:14]
    name = safe_file_name(f"{kept.report.unit or '未命名'}{year}_{stamp}_{secrets.token_hex(3)}", _SUFFIX)
    return _move(kept.file, rescue_folder() / name)


def rescued() -> list[KeptDraft]:
    """Return what was put aside, the newest first; what cannot be read is left out."""
    found = []
    with contextlib.suppress(OSError, FileError):
        for file in rescue_folder().glob("*" + _SUFFIX):
            with contextlib.suppress(FileError):
                found.append(read_kept(file))
    return sorted(found, key=lambda kept: kept.when, reverse=True)


def damaged() -> list[Path]:
    """Return the states among what was put aside that nobody can read, the newest first."""
    with contextlib.suppress(OSError, FileError):
        files = rescue_folder().glob("*" + _DAMAGED)
        return sorted(files, key=lambda file: file.stat().st_mtime, reverse=True)
    return []


def write_rescue(report: Report, stamp: str, draft: Path | None) -> Path:
    """Write a draft workbook where the open report is in danger; return where it is.

    It goes into the rescue folder; where the data folder cannot be used, beside the draft; else into a new folder among
    the temporary files.

    Args:
        report: The report as it is.
        stamp: Time for the name, such as 20260115-093000.
        draft: The draft file of the report; None where it has none.

    Raises:
        ReportError: It cannot be written anywhere; says why not into the rescue folder.
    """
    year = f"{report.year}年" if report.year else ""
    name = safe_file_name(f"{report.unit or '未命名'}{year}_抢救草稿_{stamp}", ".xlsx")
    beside = first_folder([draft.parent], _LONGEST_WAIT) if draft else None
    places = [rescue_folder, *([lambda: beside] if beside else []), _temporary_folder]
    refused: list[ReportError] = []
    for place in places:
        try:
            path = place() / name
            workbook.save_draft(report, path)
        except ReportError as error:
            refused.append(error)
        else:
            return path
    raise refused[0]


def _temporary_folder() -> Path:
    """Return a new folder among the temporary files that nobody else can read."""
    try:
        return Path(tempfile.mkdtemp(prefix="nianbao-"))
    except OSError as error:
        raise writing_failed(error, Path("nianbao")) from error


def _move(file: Path, target: Path) -> Path:
    try:
        file.replace(target)
    except OSError as error:
        raise writing_failed(error, target) from error
    return target
