"""The only place that knows where the user's own files of the program lie, and what they may be named.

Everything is in one data folder of the user, never beside the program: the settings, the list of recent files, and
the folders for autosaved drafts, kept versions, pasted reports of last year, rescue drafts and logs. `NIANBAO_HOME`
names another data folder (tests, a stick). Whatever returns a folder or the path of a file in one raises
DataFolderError where that folder cannot be made.
"""

import json
import os
import re
import sys
import threading
import unicodedata
from pathlib import Path
from typing import NamedTuple

from core.base.atomic_file import replace_file
from core.base.errors import DataFolderError
from core.base.file_names import is_device
from core.base.on_disk import entries_in, read_ordinary
from core.base.place_question import Question

MAX_RECENT = 12
_PROGRAM = "nianbao"
_MAX_RECENT_BYTES = 100_000  # twelve entries have 5 KB; more is no list of ours
_LONGEST_NAME = 255  # bytes, ending included: ext4's limit; Windows counts UTF-16 units and is wider for Chinese
_KEPT_END = 100  # bytes of a long name that stay at its end, where year and 送审稿第N稿 stand

_LONG_PATIENCE = 5.0
_PATIENCE = 0.8
"""Seconds in which the data folder has to answer: at the start and to a thread, and to the window itself."""

_silent: list[Question[None]] = []
_has_answered = threading.Event()

_RESERVED = str.maketrans(
    {"\\": "＼", "/": "／", ":": "：", "*": "＊", "?": "？", '"': "”", "<": "＜", ">": "＞", "|": "｜"}
)


class RecentFile(NamedTuple):
    """A draft that was opened or saved lately.

    Attributes:
        path: Where it lies.
        unit: The office, as in the draft; may be empty.
        year: The year of the report, 0 where the draft names none.
        when: When it was last opened or saved, as ISO text such as "2026-01-15T09:30:00".
        state: The state of the report in the clerk's words, such as 填写中.
    """

    path: Path
    unit: str
    year: int
    when: str
    state: str


def data_folder() -> Path:
    """Return the user's data folder of the program, made if need be."""
    return _made(_data_folder())


def autosave_folder() -> Path:
    """Return the folder of autosaved drafts, made if need be."""
    return _made(data_folder() / "autosave")


def versions_folder() -> Path:
    """Return the folder of kept versions of drafts, made if need be."""
    return _made(data_folder() / "versions")


def last_years_folder() -> Path:
    """Return the folder of reports of last year that were pasted, made if need be."""
    return _made(data_folder() / "last_years")


def last_years_list() -> Path:
    """Return the path of the list of last year's files that were chosen here; the file itself may not exist yet."""
    return data_folder() / "last_years.json"


def rescue_folder() -> Path:
    """Return the folder of drafts saved in a crash, made if need be."""
    return _made(data_folder() / "rescue")


def logs_folder() -> Path:
    """Return the folder of logs, made if need be."""
    return _made(data_folder() / "logs")


def settings_file() -> Path:
    """Return the path of the settings; the file itself may not exist yet."""
    return data_folder() / "settings.json"


def local_rules_file() -> Path:
    """Return the path of the imported local rules; the file itself may not exist."""
    return data_folder() / "local_rules.toml"


def recent_files() -> list[RecentFile]:
    """Return the drafts used lately, the latest first, at most `MAX_RECENT`; nothing if the list is lost or damaged."""
    try:
        read = read_ordinary(_recent_list(), _MAX_RECENT_BYTES)
    except (OSError, DataFolderError):
        return []
    try:
        loaded = json.loads(read.decode("utf-8"))
    except (ValueError, RecursionError):
        return []
    entries = loaded.get("recent") if isinstance(loaded, dict) else None
    if not isinstance(entries, list):
        return []
    files = [file for entry in entries if (file := _recent_file(entry)) is not None]
    return files[:MAX_RECENT]


def remember_recent(file: RecentFile) -> None:
    """Put `file` first in the list of recent files; an older entry with the same path goes.

    Raises:
        FileError: The list cannot be written.
    """
    _write_recent([file, *(other for other in recent_files() if not _is_same(other.path, file.path))])


def safe_file_name(text: str, suffix: str = "") -> str:
    """Return a file name that Windows, Linux and a USB stick accept, for a title such as "XX局2025年…年度报告".

    Reserved signs become their full-width twins, control and invisible characters go, names of devices (CON, NUL) are
    set off by a line, and what is too long is cut in its middle: the end tells one report from another.
    """
    kept = "".join(
        " " if character.isspace() else character
        for character in text.translate(_RESERVED)
        if character.isspace() or unicodedata.category(character)[0] != "C"
    )
    name = re.sub(" +", " ", kept).strip(" .")
    if not name:
        name = "未命名"
    if is_device(name):
        name = f"_{name}"
    return _shortened(name, _LONGEST_NAME - len(suffix.encode())) + suffix


def _shortened(name: str, longest: int) -> str:
    """Return `name` with at most `longest` bytes, its middle left out if need be."""
    encoded = name.encode()
    if len(encoded) <= longest:
        return name
    end = encoded[-_KEPT_END:].decode(errors="ignore").lstrip(" .")
    begin = encoded[: longest - len("…".encode()) - len(end.encode())].decode(errors="ignore")
    return f"{begin.rstrip(' .')}…{end}"


def _data_folder() -> Path:
    """Return where the data folder is by the custom of the system, without making it."""
    override = os.environ.get("NIANBAO_HOME")
    if override:
        return Path(override).absolute()
    if sys.platform == "win32":
        variable, customary = "LOCALAPPDATA", ("AppData", "Local")
    else:
        variable, customary = "XDG_DATA_HOME", (".local", "share")
    named = Path(os.environ.get(variable, ""))
    if named.is_absolute():  # a relative one is to be ignored, says the XDG specification
        return named / _PROGRAM
    try:
        return Path.home().joinpath(*customary, _PROGRAM)
    except RuntimeError as error:
        raise DataFolderError(Path("~").joinpath(*customary, _PROGRAM)) from error


def _made(folder: Path) -> Path:
    """Return `folder` after making it.

    The window asks for it itself, and it may lie on a server: what has not answered in a moment is as good as not
    there, and is not asked again before it has answered. A disk that is only slow has more time at the start, which
    decides on the autosave.
    """
    if any(not question.is_answered for question in _silent):
        raise DataFolderError(folder, is_silent=True)
    _silent.clear()
    question = Question(lambda: _make(folder))
    is_window = threading.current_thread() is threading.main_thread()
    if not question.wait(_PATIENCE if is_window and _has_answered.is_set() else _LONG_PATIENCE):
        _silent.append(question)
        raise DataFolderError(folder, is_silent=True)
    _has_answered.set()
    try:
        question.result()
    except (OSError, ValueError) as error:
        raise DataFolderError(folder) from error
    return folder


def _make(folder: Path) -> None:
    """Make a folder and look into it; drafts are nobody else's business, hence the mode."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    entries_in(folder)  # that it is there may be known by heart of a place that answers no more


def _recent_list() -> Path:
    """Return the path of the list of recent files."""
    return data_folder() / "recent.json"


def _recent_file(entry: object) -> RecentFile | None:
    """Return one entry of the list, None if it is not as we write it."""
    if not isinstance(entry, dict):
        return None
    texts = [entry.get(key) for key in ("path", "unit", "when", "state")]
    path, unit, when, state = (text if isinstance(text, str) else "" for text in texts)
    year = entry.get("year")
    if not path or None in texts or not isinstance(year, int) or isinstance(year, bool):
        return None
    return RecentFile(Path(path), unit, year, when, state)


def _write_recent(files: list[RecentFile]) -> None:
    entries = [
        {"path": str(file.path), "unit": file.unit, "year": file.year, "when": file.when, "state": file.state}
        for file in files
    ]
    # As ASCII: a path on Linux may hold bytes that are no text.
    replace_file(_recent_list(), json.dumps({"recent": entries}, indent=1).encode("ascii"))


def _is_same(one: Path, other: Path) -> bool:
    """Tell whether two paths name the same file, as far as their spelling tells."""
    return os.path.normcase(one.absolute()) == os.path.normcase(other.absolute())
