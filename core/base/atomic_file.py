"""Files are replaced whole or not at all: written beside the target, synced, moved over it."""

import contextlib
import errno
import os
import stat
import time
from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from pathlib import Path

from core.base.errors import (
    FOLDER_MISSING,
    IS_FOLDER,
    NAME_INVALID,
    ErrorText,
    FileError,
    FileInUseError,
    FileProtectedError,
    reading_failed,
    writing_failed,
)
from core.base.hidden_file import TEMPORARY_PREFIX, TEMPORARY_SUFFIX, hide, temporary_in, time_in
from core.base.on_disk import read_ordinary
from core.base.system_errors import Cause, cause_of

_READ_ONLY = ErrorText("无法写入“{name}”，该文件是只读的。", "请换一个文件名保存，或在文件属性中取消“只读”后再试一次。")

_NOT_ORDINARY = ErrorText("“{name}”不是普通文件，而是设备或管道，不能写入。", "请换一个文件名，再试一次。")

_LEFTOVER_AGE = 600.0  # seconds; a younger one may belong to a save that is running on another PC
_LONGEST_NAME = 255  # bytes on ext4, UTF-16 units on NTFS; bytes are the stricter
# Seconds to wait before trying again: on Windows a virus scanner holds a fresh file for a moment.
_MOVE_PAUSES = (0.05, 0.1, 0.2, 0.4) if os.name == "nt" else ()
_PATIENT_PAUSES = (0.5,) * 16  # in a thread there is time for whoever holds a file for some seconds
_WINDOWS_ACCESS_DENIED = 5
_UNSUPPORTED = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}

_told_of_waiting: ContextVar[Callable[[str], None] | None] = ContextVar("_told_of_waiting", default=None)


@contextlib.contextmanager
def patience(told: Callable[[str], None]) -> Iterator[None]:
    """Try for some eight seconds, not only for one, to replace a file that another program holds.

    Only for work in a thread of its own, since a window cannot stand still so long. ``told`` is called there once for
    each file that has to be waited for, with its name.
    """
    token = _told_of_waiting.set(told)
    try:
        yield
    finally:
        _told_of_waiting.reset(token)


def replace_file(path: Path, data: bytes) -> None:
    """Make `data` the content of the file `path`, whole or not at all.

    Until the new content is safely on the disk the old file stays as it is; a failure leaves it untouched and leaves
    no temporary file behind. Permissions of an existing file are kept, a symbolic link is followed. Only if syncing
    the folder fails at the very end, the new file already stands in the place of the old one, complete.

    Raises:
        FileInUseError: Another program most likely has the file open.
        FileProtectedError: This user may not change the file.
        FileError: It cannot be written for another reason.
    """
    target, mode = _inspect(path)
    temporary = temporary_in(target.parent)
    try:
        _write_temporary(temporary, data, mode)
        _move(temporary, target)
    except BaseException as error:
        _remove(temporary)
        if isinstance(error, OSError):
            raise writing_failed(error, path) from error
        raise
    _sync_folder(target)


def replace_files(files: Mapping[Path, bytes]) -> None:
    """Make these the contents of their files: of all of them or of none.

    Everything is written beside the targets first, what stands there now as well. Where a file cannot be put in its
    place, those before it get back what stood there.

    Raises:
        FileError: As for `replace_file`, or `FileUnreadableError` where an old file cannot be read.
    """
    targets = {path: _inspect(path) for path in files}
    temporaries: list[Path] = []
    moved: list[tuple[Path, Path | None]] = []
    try:
        prepared = []
        for path, data in files.items():
            target, mode = targets[path]
            fresh = temporary_in(target.parent)
            former = temporary_in(target.parent) if mode is not None else None
            temporaries += [fresh] if former is None else [fresh, former]
            with _failure_named(path):
                _write_temporary(fresh, data, mode)
                if former is not None:
                    _write_temporary(former, _old(target), mode)
            prepared.append((path, target, fresh, former))
        for path, target, fresh, former in prepared:
            with _failure_named(path):
                _move(fresh, target)
            moved.append((target, former))
    except BaseException:
        for target, former in moved:
            if not _put_back(target, former) and former is not None:
                temporaries.remove(former)  # what stood there is in it alone
        raise
    finally:
        for temporary in temporaries:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
    for target, _ in moved:
        _sync_folder(target)


def place_folder(built: Path, target: Path) -> None:
    """Move a folder that was filled beside `target` into its place, where nothing stands yet.

    Raises:
        FileInUseError: Another program, such as a virus scanner, holds one of its files.
        FileError: It cannot be moved for another reason.
    """
    with _failure_named(target):
        _move(built, target)
    _sync_folder(target)


def _old(target: Path) -> bytes:
    """Return what stands in a file that is about to be replaced."""
    try:
        return read_ordinary(target)
    except OSError as error:
        raise reading_failed(error, target) from error


def _put_back(target: Path, former: Path | None) -> bool:
    """Give a file back what stood in it, nothing where it was not there; return whether that could be done."""
    try:
        if former is None:
            target.unlink()
        else:
            hide(former, hidden=False)
            former.replace(target)
    except OSError:  # it is the first failure that is told
        return False
    return True


@contextlib.contextmanager
def _failure_named(path: Path) -> Iterator[None]:
    """Turn the system's refusal to write a file into the words for it."""
    try:
        yield
    except OSError as error:
        raise writing_failed(error, path) from error


def check_target(path: Path) -> None:
    """Refuse a target that can be seen beforehand to be of no use.

    Raises:
        FileError: It is read-only or a folder, or its name or its folder cannot be.
    """
    _inspect(path)


def free_sibling(path: Path) -> Path:
    """Return a path beside `path` that is not taken: 报告(1).docx for 报告.docx, and so on.

    The name is shortened where the number would make it too long for the file system.

    Raises:
        FileError: The folder cannot be looked into.
    """
    for number in range(1, 10_000):
        ending = f"({number}){path.suffix}"
        stem = path.stem
        while stem and len(os.fsencode(stem + ending)) > _LONGEST_NAME:
            stem = stem[:-1]
        candidate = path.with_name(stem + ending)
        try:
            if not os.path.lexists(candidate):
                return candidate
        except (OSError, ValueError) as error:
            raise NAME_INVALID.of(path) from error
    raise FileInUseError(path)


def remove_leftovers(folder: Path, age: float = _LEFTOVER_AGE) -> int:
    """Delete temporary files that a killed program or a virus scanner left in `folder`, and return how many.

    Only such as are ``age`` seconds old by the clock of the disk: a younger one may belong to a save that runs now.
    Failures are passed over, since a leftover does no harm.
    """
    removed = 0
    with contextlib.suppress(OSError):
        found = list(folder.glob(f"{TEMPORARY_PREFIX}*{TEMPORARY_SUFFIX}"))
        oldest_kept = (time_in(folder) or 0.0) - age if found else 0.0
        for leftover in found:
            with contextlib.suppress(OSError):
                if leftover.lstat().st_mtime < oldest_kept:
                    leftover.unlink()
                    removed += 1
    return removed


def _remove(temporary: Path) -> None:
    """Delete a temporary file, in spite of a scanner that holds it for a moment; what stays is hidden.

    The name is ours alone, so whatever bears it may go. A failure here must not hide the first one.
    """
    for pause in (*_MOVE_PAUSES, 0.0):
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
            return
        time.sleep(pause)


def _inspect(path: Path) -> tuple[Path, int | None]:
    """Return the real target behind `path` and its permission bits; None where it does not exist yet."""
    try:
        target = Path(os.path.realpath(path)) if path.is_symlink() else path
        if not target.parent.is_dir():
            raise FOLDER_MISSING.of(target.parent)
        mode = target.stat().st_mode
    except FileNotFoundError:
        return target, None
    except OSError as error:
        raise writing_failed(error, path) from error
    except ValueError as error:  # a NUL or half a surrogate pair in the name
        raise NAME_INVALID.of(path) from error
    if stat.S_ISDIR(mode):
        raise IS_FOLDER.of(path)
    if not stat.S_ISREG(mode):
        raise _NOT_ORDINARY.of(path)
    # A move would pass over the read-only mark on POSIX, and is refused without a reason on Windows.
    if not mode & stat.S_IWUSR:
        raise _READ_ONLY.of(path)
    return target, stat.S_IMODE(mode)


def _write_temporary(temporary: Path, data: bytes, mode: int | None) -> None:
    """Create `temporary` with `data`, synced to the disk."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(temporary, flags, 0o666)
    try:
        hide(temporary)
        if mode is not None and os.name != "nt":
            _keep_mode(descriptor, mode)
        _write_all(descriptor, data)
        _sync(descriptor)
    finally:
        os.close(descriptor)


def _keep_mode(descriptor: int, mode: int) -> None:
    """Give the temporary file the permissions of the target, before anything is in it to be read."""
    # FAT and some network drives keep no permissions; the file is as open there as the old one was.
    with contextlib.suppress(PermissionError, NotImplementedError):
        os.fchmod(descriptor, mode)


def _write_all(descriptor: int, data: bytes) -> None:
    """Write all of `data`; the system may take it in pieces."""
    rest = memoryview(data)
    while rest:
        written = os.write(descriptor, rest)
        if written <= 0:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        rest = rest[written:]


def _sync(descriptor: int) -> None:
    """Wait until the content is on the disk; file systems that cannot do so are passed over."""
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _UNSUPPORTED:
            raise


def _move(temporary: Path, target: Path) -> None:
    """Move `temporary` over `target`."""
    pauses, told = list(_MOVE_PAUSES), _told_of_waiting.get()
    while True:
        try:
            hide(temporary, hidden=False)  # the file takes this along into its place
            temporary.replace(target)
        except OSError as error:
            hide(temporary)
            refused = _refusal(temporary, target, error)
            if refused is None:
                raise
            if not pauses and told is not None and isinstance(refused, FileInUseError):
                told(target.name)
                pauses, told = list(_PATIENT_PAUSES), None
            if not pauses:
                raise refused from error
            time.sleep(pauses.pop(0))
        else:
            return


def _refusal(temporary: Path, target: Path, refused: OSError) -> FileError | None:
    """Return why `target` could not be replaced, as far as the system tells it; None where nobody refuses it.

    The folder took the temporary file a moment ago, so a refused permission is one of the two files'.
    """
    cause = cause_of(refused)
    if cause not in {Cause.DENIED, Cause.IN_USE}:  # on Windows a stick that was pulled is a PermissionError, too
        return None
    if not isinstance(refused, PermissionError):
        return FileInUseError(target) if cause is Cause.IN_USE else None
    if not _is_windows():
        # An open file can be replaced here, except on a Windows share, which answers EACCES
        return FileProtectedError(target) if refused.errno == errno.EPERM else FileInUseError(target)
    # Windows answers 5 or 32 whichever of the two is held; moved onto itself, each tells for itself
    try:
        temporary.rename(temporary)
    except OSError:
        return FileInUseError(target, is_fresh=True)
    try:
        target.rename(target)
    except OSError as error:
        if getattr(error, "winerror", None) == _WINDOWS_ACCESS_DENIED:
            return FileProtectedError(target)
    return FileInUseError(target)


def _is_windows() -> bool:
    return os.name == "nt"


def _sync_folder(target: Path) -> None:
    """Make the move itself durable; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    try:
        descriptor = os.open(target.parent, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    except PermissionError:  # a folder that may be written but not listed
        return
    except OSError as error:
        raise writing_failed(error, target) from error
    try:
        _sync(descriptor)
    except OSError as error:
        raise writing_failed(error, target) from error
    finally:
        with contextlib.suppress(OSError):  # a folder that was only read: nothing is lost with it
            os.close(descriptor)
