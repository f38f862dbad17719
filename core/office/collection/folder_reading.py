"""Reads the files of a folder in other processes, as many as there are processors.

A file that was read before, by its bytes, is not read again; one that cannot be read never stops the others.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import queue
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TypeAlias, TypeVar

from core.base import crash_log
from core.base.archive_limits import read_limited
from core.base.errors import ErrorText, ReportError, folder_unusable
from core.base.on_disk import is_folder, is_link, size_and_time
from core.base.reading_process import ReadingBugError, ReadingProcess
from core.office.collection.file_record import FileRecord, get_ready, read_record, unread
from core.office.collection.state import STATE_FILE
from core.office.collection.unit_list import plain_name

_T = TypeVar("_T")
Stamp: TypeAlias = frozenset[tuple[str, int, int]]
"""Path, size and time of each file of a folder."""

MOST_FILES = 5_000
"""Files in a folder beyond which it is not the one with the reports."""

_TOO_MANY = ErrorText(
    "文件夹“{name}”中有{most}个以上的文件，不像是只放报告的文件夹。", "请选择只放各单位报告的文件夹，再试一次。"
)
_NO_FOLDER = ErrorText("文件夹“{name}”中的内容不能列出。", "请检查它的读取权限或网络连接，再试一次。")
_LINK = ErrorText("“{name}”是指向别处的链接，没有读取。", "请把原文件复制到文件夹中。")
_BUG = ErrorText("“{name}”读取时程序内部出错，没有读成。", "请把这个文件另存为新的 Word 文档（.docx）后再试。")
_STEP = 0.2  # seconds
_OF_THE_SYSTEM = {"thumbs.db", "desktop.ini"}
_FILES_A_PROCESS = 12
"""Files from which one more process pays: it takes as long to start as these take to read."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file of the folder.

    Attributes:
        name: Its path below the folder, with forward slashes.
        digest: SHA-256 of its bytes; "" where they cannot be read.
        why: Why not; "" otherwise.
    """

    path: Path
    name: str
    digest: str = ""
    why: str = ""

    @property
    def key(self) -> str:
        """What its record is kept under: the same bytes under another ending may not be read."""
        return f"{self.digest}{self.path.suffix.lower()}"


def find_files(folder: Path, apart: Iterable[Path] = ()) -> list[FoundFile]:
    """Return the files below a folder in the order of their names, each with its digest.

    What another run of the desk wrote, and what the system or an office program leaves there (Thumbs.db, ~$报告.docx,
    hidden files), is passed over.

    Args:
        folder: The folder; links in it are not followed.
        apart: Files and folders that are left out.

    Raises:
        ReportError: The folder cannot be listed, or holds too many files.
    """
    found: list[FoundFile] = []

    def refuse(error: OSError) -> None:
        place = Path(error.filename or folder)
        if place == folder:
            raise (_NO_FOLDER.of(folder) if is_folder(folder) else folder_unusable(folder)) from error
        found.append(FoundFile(place, _below(place, folder), why=str(_NO_FOLDER.of(place))))

    for path in _paths_below(folder, apart, refuse):
        found.append(found_file(path, folder))
        if len(found) > MOST_FILES:
            raise _TOO_MANY.of(folder, most=MOST_FILES)
    return found


def folder_stamp(folder: Path, apart: Iterable[Path]) -> Stamp:
    """Return name, size and time of each file that ``find_files`` would find: another stamp means a changed folder.

    What cannot be listed just now is left out.
    """
    states = ((path, size_and_time(path)) for path in _paths_below(folder, apart))
    return frozenset((str(path), *state) for path, state in states if state is not None)


def _paths_below(
    folder: Path, apart: Iterable[Path], refuse: Callable[[OSError], None] | None = None
) -> Iterator[Path]:
    """Yield what lies below a folder in the order of its names; ``refuse`` is told what cannot be listed."""
    left_out = {path.absolute() for path in apart}
    for place, folders, files in os.walk(folder, onerror=refuse):
        here = Path(place)
        if STATE_FILE in files and here != folder:
            folders.clear()  # the results of another run
            continue
        folders[:] = sorted(f for f in folders if not f.startswith(".") and (here / f).absolute() not in left_out)
        for name in sorted([*files, *(f for f in folders if is_link(here / f))]):
            is_passed_over = name.startswith((".", "~$")) or name.lower() in _OF_THE_SYSTEM
            if not is_passed_over and (here / name).absolute() not in left_out:
                yield here / name


@dataclass(frozen=True, slots=True)
class FilesToRead:
    """Files, and what their reports are judged by.

    Attributes:
        files: The files.
        year: The year that is collected.
        today: The day of the check.
        known: What was read before, by the keys of the files.
        last_years: For each unit, by its plain name, the file of its report of last year and its digest.
        unit_types: For each unit, by its plain name, the type that the list gives it.
        owners: By the digests of files the names of the units that the office gave them to.
        is_judged: Whether the rules are asked.
    """

    files: Sequence[FoundFile]
    year: int
    today: date
    known: Mapping[str, FileRecord] = field(default_factory=dict)
    last_years: Mapping[str, tuple[Path, str]] = field(default_factory=dict)
    unit_types: Mapping[str, str] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)
    is_judged: bool = True


def read_files(
    wanted: FilesToRead,
    reader: Callable[[], ReadingProcess],
    *,
    told: Callable[[int, int], None] | None = None,
    stop: threading.Event | None = None,
    meanwhile: Callable[[], object] | None = None,
    seen: Callable[[Mapping[str, FileRecord]], None] | None = None,
) -> dict[str, FileRecord]:
    """Return the record of each file by its key; what is known already is not read again.

    A file whose reading had to be given up has a record without a digest: it is tried again the next time.

    Args:
        wanted: The files.
        reader: Returns a reading process that is free; it is used where there is something to read, and not ended here.
        told: Is called with how many files were read, and how many there are to read.
        stop: Where it is set meanwhile, the files that were not read yet have no record.
        meanwhile: Is called while the processes start, where there is something to read.
        seen: Is called after each file with the records so far, which it must not keep.
    """
    year, last_years = wanted.year, wanted.last_years
    records, waiting = {}, {}
    for file in wanted.files:
        record = wanted.known.get(file.key)
        owner = plain_name(wanted.owners.get(file.digest, ""))
        last = last_years.get(owner or plain_name(record.unit), (None, ""))[1] if record else ""
        is_as_read = record is not None and (record.last_digest == last or record.year not in {None, year})
        if record and file.digest and is_as_read and record.judged_for == owner:
            records[file.key] = record
        elif file.digest:
            waiting[file.key] = file
    work = partial(
        read_record,
        year=year,
        last_years=last_years,
        today=wanted.today,
        unit_types=wanted.unit_types,
        owners=wanted.owners,
        is_judged=wanted.is_judged,
    )
    if told is not None and waiting:
        told(0, len(waiting))
    for count, (key, record) in enumerate(_read_all(list(waiting.values()), work, reader, stop, meanwhile), 1):
        records[key] = record
        if told is not None:
            told(count, len(waiting))
        if seen is not None:
            seen(records)
    return {file.key: records[file.key] for file in wanted.files if file.key in records}  # whichever was read first


def _read_all(
    files: Sequence[FoundFile],
    work: Callable[..., FileRecord],
    reader: Callable[[], ReadingProcess],
    stop: threading.Event | None,
    meanwhile: Callable[[], object] | None,
) -> Iterator[tuple[str, FileRecord]]:
    """Yield the record of each file by its key as they are read, by several processes at once."""
    tasks: queue.SimpleQueue[FoundFile] = queue.SimpleQueue()
    for file in files:
        tasks.put(file)
    done: queue.SimpleQueue[tuple[str, FileRecord] | BaseException] = queue.SimpleQueue()
    ended = threading.Event()

    def run(given: Callable[[], ReadingProcess] | None) -> None:
        try:
            with contextlib.nullcontext(given()) if given else ReadingProcess() as reading:
                with contextlib.suppress(ReportError):  # what is wrong here is told of the first file
                    reading.read("", get_ready)
                while not ended.is_set():
                    try:
                        file = tasks.get_nowait()
                    except queue.Empty:
                        return
                    done.put((file.key, _read(reading, file, work)))
        except BaseException as error:  # noqa: BLE001 - raised again where somebody waits for it
            done.put(error)

    readers = [reader, *[None] * (_processes(len(files)) - 1)] if files else []
    workers = [threading.Thread(target=run, args=(given,), daemon=True) for given in readers]
    for worker in workers:
        worker.start()
    try:
        if files and meanwhile is not None:
            meanwhile()
        for _ in files:
            answer = _next(done, stop)
            if answer is None:
                return
            if isinstance(answer, BaseException):
                raise answer
            yield answer
    finally:
        ended.set()
    for worker in workers:
        worker.join()


def _next(done: queue.SimpleQueue[_T], stop: threading.Event | None) -> _T | None:
    """Wait for the next answer in short steps, so that Ctrl-C is answered on Windows too; None once ``stop`` is set."""
    while stop is None or not stop.is_set():
        with contextlib.suppress(queue.Empty):
            return done.get(timeout=_STEP)
    return None


def _processes(files: int) -> int:
    """Return how many processes read so many files."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(min(usable, 4, files // _FILES_A_PROCESS), 1)


def _read(reading: ReadingProcess, file: FoundFile, work: Callable[..., FileRecord]) -> FileRecord:
    try:
        record = reading.read(file.path.name, work, file.path, file.digest)
        # What came through a pipe has codes of its own; a thousand reports are to share them
        return replace(record, figures={sys.intern(code): number for code, number in record.figures.items()})
    except ReportError as error:
        return unread(file.path, error)
    except ReadingBugError as error:
        crash_log.write_log(str(error), datetime.now())
        return unread(file.path, _BUG.of(file.path))


def found_file(path: Path, folder: Path) -> FoundFile:
    """Return a file of a folder with its digest."""
    name = _below(path, folder)
    if is_link(path):
        return FoundFile(path, name, why=str(_LINK.of(path)))
    try:
        return FoundFile(path, name, hashlib.sha256(read_limited(path)).hexdigest())
    except ReportError as error:
        return FoundFile(path, name, why=str(error))


def _below(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


class FolderReader:
    """One reading process for the list, last year's file and the first reports; it is started when it is needed.

    It stays for the next reading, since it takes longer to start than to read most files; close it, and it is ended.
    """

    def __init__(self) -> None:
        self._process: ReadingProcess | None = None
        self._stop = threading.Event()

    def begin(self, stop: threading.Event | None) -> None:
        """Begin a reading; where ``stop`` is set, it ends after the files that were read so far."""
        self._stop = stop or threading.Event()

    @property
    def is_stopped(self) -> bool:
        """Whether nothing more is to be read."""
        return self._stop.is_set()

    def process(self) -> ReadingProcess:
        """Return the process, started if need be."""
        if self._process is None:
            self._process = ReadingProcess()
        return self._process

    def read(self, name: str, work: Callable[..., _T], *arguments: object) -> _T:
        """Read something there, as with `ReadingProcess.read`."""
        return self.process().read(name, work, *arguments)

    def records(
        self,
        wanted: FilesToRead,
        told: Callable[[int, int], None] | None = None,
        meanwhile: Callable[[], object] | None = None,
        seen: Callable[[Mapping[str, FileRecord]], None] | None = None,
    ) -> dict[str, FileRecord]:
        """Read files as with `read_files`, the first of them there."""
        records = read_files(wanted, self.process, told=told, stop=self._stop, meanwhile=meanwhile, seen=seen)
        if self.is_stopped:
            self.close()  # it may still be at the file that nobody waits for
        return records

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.close()
