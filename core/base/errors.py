"""Failures the clerk can do something about, each with its sentences.

Whoever meets a low-level error turns it into one of these where it arises; the window shows `summary` and `advice`,
the command line prints both. Here stand the classes that somebody catches by type, and what the system answers; the
sentences for all other causes are each an `ErrorText` beside the code that knows the cause.
"""

import re
from pathlib import Path
from typing import NamedTuple

from core.base.on_disk import OnDisk, is_folder, look_at
from core.base.overriding import override
from core.base.system_errors import Cause, cause_of

_LONGEST_WINDOWS_PATH = 259  # beyond it Windows answers "path not found", not "too long"
FORBIDDEN_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]')  # by Windows; Linux takes all but the slash and NUL


class ReportError(Exception):
    """A failure the clerk can do something about.

    Attributes:
        summary: One Chinese sentence saying what could not be done.
        advice: One Chinese sentence saying what to do next.
    """

    summary: str
    advice: str

    def __init__(self, *, summary: str, advice: str) -> None:
        super().__init__(summary, advice)
        self.summary = summary
        self.advice = advice

    @override
    def __str__(self) -> str:
        """Both sentences, one after the other."""
        return self.summary + self.advice

    @override
    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by attributes: the subclasses' own `__init__` signatures differ from what `args` holds."""
        return _restore, (type(self), self.args), self.__dict__


def _restore(kind: type[ReportError], args: tuple[object, ...]) -> ReportError:
    """Make an unpickled error without running its `__init__`; its attributes follow as state."""
    return kind.__new__(kind, *args)


class ProgramFaultError(ReportError):
    """Work behind the scenes broke off by a fault of the program, which the crash path tells about."""

    def __init__(self) -> None:
        super().__init__(summary="程序内部出错，没有完成。", advice="请点“另存为”存一份，再关闭程序重新打开。")


class FileError(ReportError):
    """A failure that concerns one file or folder.

    Attributes:
        path: The file or folder.
    """

    path: Path

    def __init__(self, path: Path, *, summary: str, advice: str) -> None:
        super().__init__(summary=summary, advice=advice)
        self.path = path


class ErrorText(NamedTuple):
    """The sentences for a cause that nobody needs to tell from others; it stands beside the code that knows the cause.

    Attributes:
        summary: As in `ReportError`; names in braces are filled in, ``{name}`` with the name of the file.
        advice: Likewise.
    """

    summary: str
    advice: str

    def error(self, **words: object) -> ReportError:
        """Return what to raise, with these words filled in."""
        return ReportError(summary=self.summary.format(**words), advice=self.advice.format(**words))

    def of(self, path: Path, **words: object) -> FileError:
        """Return what to raise where it concerns a file or folder."""
        words = {"name": _name(path), **words}
        return FileError(path, summary=self.summary.format(**words), advice=self.advice.format(**words))


def _name(path: Path) -> str:
    """The name to show: the last part, or the whole path where there is none (a drive)."""
    return path.name or str(path)


# --- writing ---------------------------------------------------------------------------------------------------------


class FileInUseError(FileError):
    """The target file is most likely open in Word, WPS or Excel: the system does not say why it cannot be replaced.

    ``is_fresh`` where not the target is held but what was just written for it, as a virus scanner does.
    """

    def __init__(self, path: Path, *, is_fresh: bool = False) -> None:
        summary = f"无法写入“{_name(path)}”，它可能正被其他程序打开，或者不允许修改。"
        advice = "请先在 Word、Excel 或 WPS 中关闭该文件，再试一次；仍不行时请换一个文件名保存。"
        if is_fresh:
            summary = f"无法写入“{_name(path)}”，刚写出的内容还被其他程序（如杀毒软件）占用着。"
            advice = "请等几秒再试一次；仍不行时请换一个文件夹保存。"
        super().__init__(path, summary=summary, advice=advice)


class FileProtectedError(FileError):
    """The target file may not be changed by this user, or by anybody; it is not open elsewhere."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            summary=f"无法写入“{_name(path)}”，没有修改这个文件的权限。",
            advice="请换一个文件名或文件夹保存，或请管理员开放这个文件的修改权限。",
        )


class DataFolderError(FileError):
    """The user's own data folder of the program cannot be made or used, or does not answer."""

    def __init__(self, path: Path, *, is_silent: bool = False) -> None:
        if is_silent:
            summary = f"程序的数据文件夹“{path}”没有应答，自动保存暂时不能使用。"
            advice = "请检查它所在的网络盘是否已接好，并及时手动保存。"
        else:
            summary = f"无法建立程序的数据文件夹“{path}”，自动保存暂时不能使用。"
            advice = "请检查磁盘空间和该文件夹的写入权限，并及时手动保存。"
        super().__init__(path, summary=summary, advice=advice)


# --- reading ---------------------------------------------------------------------------------------------------------


class FileMissingError(FileError):
    """The file to be read does not exist (any more)."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, summary=f"找不到文件“{_name(path)}”。", advice="请检查文件是否已被移动、改名或删除，然后重新选择。"
        )


class FileUnreadableError(FileError):
    """The file exists but may not be read, or another program keeps it to itself."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            summary=f"无法读取“{_name(path)}”，没有读取权限，或它正被其他程序占用。",
            advice="请先关闭打开该文件的程序，或把文件复制到桌面后再试一次。",
        )


class DamagedFileError(FileError):
    """The file is of the right kind but cannot be read to its end."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            summary=f"“{_name(path)}”已损坏或不完整，无法读取。",
            advice="请用 WPS 或 Office 打开后另存一份再试，或改用该文件的备份。",
        )


class UnreadableTextError(FileError):
    """The bytes of a text or a web page are in none of the known encodings."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            summary=f"“{_name(path)}”中的文字无法识别，可能是编码不对。",
            advice="请用记事本打开后另存为 UTF-8 编码，或全选复制后点“粘贴导入”。",
        )


# --- from the system's errors ----------------------------------------------------------------------------------------

IS_FOLDER = ErrorText("“{name}”是文件夹，不是文件。", "请选择或填写一个文件名。")
NOT_ORDINARY = ErrorText(
    "“{name}”不是普通文件，而是设备、管道或绕回自己的链接，不能读取。", "请另选一个文件；是链接时，请选择它原来的文件。"
)
_FOLDER_REFUSES = ErrorText(
    "无法在文件夹“{name}”中写入文件，系统没有接受。", "请换一个文件夹（例如桌面或“文档”）保存。"
)
_NO_FOLDER = "找不到文件夹“{name}”。"
FOLDER_MISSING = ErrorText(_NO_FOLDER, "请检查优盘或网络盘是否仍然连接，或换一个文件夹保存。")
_FOLDER_GONE = ErrorText(_NO_FOLDER, "请检查文件夹是否已被移动、改名或删除，优盘、网络盘是否已经连接，再选择一次。")
_NOT_A_FOLDER = ErrorText("“{name}”不是文件夹。", "这里要的是文件夹，请重新选择。")
NAME_INVALID = ErrorText(
    "无法写入“{name}”，文件名中有不能使用的字符。", '请去掉文件名中的 \\ / : * ? " < > | 等符号，再试一次。'
)
_NAME_TOO_LONG = ErrorText(
    "无法写入“{name}”，文件名或所在路径太长。", "请改用短一些的文件名，或保存到层级少一些的文件夹。"
)
_FOLDER_READ_ONLY = ErrorText(
    "无法在文件夹“{name}”中写入文件，没有写入权限。", "请换一个文件夹（例如桌面或“文档”）保存。"
)
_DISK_FULL = ErrorText("无法写入“{name}”，磁盘空间不足。", "请删除一些不用的文件，或换一个磁盘保存，再试一次。")
_WRITING = {"doing": "写入", "instead": "急用时请先保存到本机，例如桌面"}
_READING = {"doing": "读取", "instead": "仍不行时请改用本机上的备份"}
_PLACE_FAILED = {
    Cause.NETWORK: ErrorText(
        "无法{doing}“{name}”，网络盘（共享文件夹）连接不上或已断开。", "请检查网络，再试一次；{instead}。"
    ),
    Cause.LOGON: ErrorText(
        "无法{doing}“{name}”，共享文件夹没有接受这台电脑的登录。",
        "请先在文件管理器中打开这个共享文件夹并登录，再试一次；{instead}。",
    ),
    Cause.DEVICE: ErrorText(
        "无法{doing}“{name}”，磁盘或优盘出错，也可能已被拔出。", "请重新插好优盘，再试一次；{instead}。"
    ),
    Cause.CLOUD: ErrorText(
        "无法{doing}“{name}”，云盘（如 OneDrive）没有运行或没有同步完成。", "请等云盘同步完成，再试一次；{instead}。"
    ),
    Cause.VIRUS: ErrorText(
        "无法{doing}“{name}”，它被杀毒软件拦截。", "请在杀毒软件中恢复并信任该文件，再试一次；{instead}。"
    ),
    Cause.NAME_OR_DISK: ErrorText(
        "无法{doing}“{name}”，名称或磁盘（网络盘、优盘）有问题。",
        "请检查网络盘、优盘是否仍然连接，或换一个简单的文件名，再试一次；{instead}。",
    ),
}


def writing_failed(error: OSError, path: Path) -> FileError:
    """Return what to raise when writing the file `path` met `error`.

    A refused permission is taken for the folder's; where the file itself refuses, the caller knows it and raises
    `FileInUseError`.
    """
    cause = cause_of(error)
    if cause is Cause.NAME_TOO_LONG or (cause is Cause.MISSING and _is_too_long(error, path)):
        name = _name(path)
        return _NAME_TOO_LONG.of(path, name=name if len(name) <= 40 else name[:40] + "…")
    if cause is Cause.MISSING:
        return (_FOLDER_REFUSES if is_folder(path.parent) else FOLDER_MISSING).of(path.parent)
    if cause is Cause.DENIED:
        return _FOLDER_READ_ONLY.of(path.parent)
    if cause is Cause.IN_USE:
        return FileInUseError(path)
    if cause is Cause.FULL:
        return _DISK_FULL.of(path)
    if cause is Cause.IS_FOLDER:
        return IS_FOLDER.of(path)
    return NAME_INVALID.of(path) if _is_bad_name(cause, path) else _place_failed(cause, path, _WRITING)


def reading_failed(error: OSError, path: Path) -> FileError:
    """Return what to raise when reading the file `path` met `error`."""
    cause = cause_of(error)
    if cause is Cause.LOOP:
        return NOT_ORDINARY.of(path)
    if cause in {Cause.MISSING, Cause.NAME_TOO_LONG} or _is_bad_name(cause, path):
        return FileMissingError(path)
    if cause is Cause.IS_FOLDER:
        return IS_FOLDER.of(path)
    if cause in {Cause.DENIED, Cause.IN_USE}:
        return FileUnreadableError(path)
    return _place_failed(cause, path, _READING)


def folder_unusable(folder: Path) -> ReportError:
    """Return what to raise where a folder was to be read and cannot be."""
    state, error = look_at(folder)
    if state is OnDisk.MISSING:
        return _FOLDER_GONE.of(folder)
    if state in (OnDisk.FILE, OnDisk.OTHER):
        return _NOT_A_FOLDER.of(folder)
    return reading_failed(error or PermissionError(13, ""), folder)


def _is_bad_name(cause: Cause, path: Path) -> bool:
    """Whether the name is at fault: what did not keep its own number may as well be a share that dropped."""
    return cause is Cause.NAME_INVALID or (
        cause is Cause.NAME_OR_DISK and FORBIDDEN_IN_NAMES.search(path.name) is not None
    )


def _is_too_long(error: OSError, path: Path) -> bool:
    is_windows = getattr(error, "winerror", None) is not None
    return is_windows and len(str(path.absolute())) > _LONGEST_WINDOWS_PATH


def _place_failed(cause: Cause, path: Path, words: dict[str, str]) -> FileError:
    cause = Cause.NAME_OR_DISK if cause is Cause.LOOP else cause
    return _PLACE_FAILED.get(cause, _PLACE_FAILED[Cause.DEVICE]).of(path, **words)
