"""The files that add all units up: which of them must be written, and where."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from core.base.atomic_file import free_sibling
from core.base.errors import ErrorText, FileError, FileInUseError, FileProtectedError
from core.base.on_disk import OnDisk, followed, is_file, is_link, on_disk
from core.draft.draft_lock import held_lock
from core.office.collection.letters import FOLDER, MENDED, digest_of, why_kept
from core.office.collection.state import DeskState

_NEWEST = "（最新）"
_MAKE_FREE = "请先关闭这个文件，或把它改名、移走，再试一次；此前的决定都在。"
_NO_OUTPUT = ErrorText("“{name}”是文件，不能作为结果文件夹。", "请另写一个文件夹，没有的会自动建立。")
_LEADS_OUT = ErrorText(
    "结果文件夹中的“{name}”是通到别处的链接（{target}），没有写入。",
    "请把这个链接改名或删除，再运行一次；会自动新建文件夹。",
)


def check_folder(out: Path) -> None:
    """Refuse an output folder that is none, or in which a folder of the program's own leads to another place.

    Raises:
        FileError: It is refused.
    """
    if on_disk(out) in (OnDisk.FILE, OnDisk.OTHER):
        raise _NO_OUTPUT.of(out)
    for folder in (out / FOLDER, out / FOLDER / MENDED):
        if is_link(folder) and followed(out) not in followed(folder).parents:
            raise _LEADS_OUT.of(folder, target=followed(folder))


def is_open(unsaved: Path | None, instance_id: str, path: Path) -> bool:
    """Whether a draft is open with unsaved changes here, or at somebody else's.

    Args:
        unsaved: The draft that is open here with such changes; None for none.
        instance_id: Id of this running copy, whose own lock says nothing of changes.
        path: The draft.
    """
    is_ours = unsaved is not None and followed(unsaved) == followed(path)
    return is_ours or held_lock(path, instance_id) is not None


@contextlib.contextmanager
def under_fixed_names() -> Iterator[None]:
    """Name what helps where a file of results cannot be replaced: nobody can choose another name for it.

    Raises:
        FileError: A file is open elsewhere, or may not be changed.
    """
    try:
        yield
    except (FileInUseError, FileProtectedError) as error:
        raise FileError(error.path, summary=error.summary, advice=_MAKE_FREE) from error


def family_of(out: Path, name: str, state: DeskState) -> list[Path]:
    """Return the files that lie there of those that one output was written to: it, and what was written beside it."""
    path = out / name
    beside = f"{path.stem}{_NEWEST}"
    known = [other for other in state.outputs if other.startswith(beside) and other.endswith(path.suffix)]
    names = dict.fromkeys((name, f"{beside}{path.suffix}", *known))
    return [out / other for other in names if is_file(out / other)]


def is_of_family(path: Path, out: Path, name: str) -> bool:
    """Whether a file is one of those that an output of a folder is written to: it, or what is written beside it."""
    own = Path(name)
    is_named = path.name == name or (path.stem.startswith(f"{own.stem}{_NEWEST}") and path.suffix == own.suffix)
    return is_named and followed(path.parent) == followed(out)


def latest_of(out: Path, name: str, state: DeskState) -> Path | None:
    """Return the file to which an output was written last; the one of its own name where nobody remembers."""
    family = family_of(out, name, state)
    written = list(state.outputs)
    return max(family, key=lambda path: written.index(path.name) if path.name in written else -1, default=None)


def current_of(out: Path, name: str, shown: str, state: DeskState, is_open: Callable[[Path], bool]) -> Path | None:
    """Return the file that was written last where it was to show the same, so that nothing need be written.

    None where it is still the one before, which could not be replaced while it was open elsewhere; and where the file
    of the own name is an older one, and may be written over now.
    """
    latest = latest_of(out, name, state)
    if latest is None or state.shown.get(latest.name) != shown:
        return None
    ours, before = state.outputs.get(latest.name, ("", ""))
    if digest_of(latest) == before != ours:
        return None
    return latest if latest.name == name or not is_free(out / name, state, is_open) else None


def is_as_written(path: Path, state: DeskState) -> bool:
    """Whether a file is the one that was written, which nobody changed since."""
    return digest_of(path) == state.outputs.get(path.name, ("", ""))[0]


def is_free(path: Path, state: DeskState, is_open: Callable[[Path], bool]) -> bool:
    """Whether a file may be written: nobody changed what lies there, and nobody is about to."""
    there = digest_of(path)
    return (not there or there in state.outputs.get(path.name, ())) and not is_open(path)


def place_of(
    out: Path, name: str, state: DeskState, told: list[str], is_open: Callable[[Path], bool]
) -> tuple[Path, str]:
    """Return where a file goes, and the digest of what lies there: what somebody changed is not overwritten.

    Nor is what is being changed: who has a draft open would have to choose between the new numbers and the own texts.

    Args:
        out: The output folder.
        name: Name of the file.
        state: What the desk remembers.
        told: Takes a Chinese sentence where it goes elsewhere.
        is_open: Whether a draft is open with changes that its file does not hold, or at somebody else's.
    """
    path = out / name
    newest = path.with_name(f"{path.stem}{_NEWEST}{path.suffix}")
    for target in (path, newest, free_sibling(newest)):
        if is_free(target, state, is_open):
            break
    if target != path:
        why = "正打开着修改" if is_open(path) else why_kept(is_known=name in state.outputs)
        told.append(f"“{name}”{why}，没有覆盖；新的结果在“{target.name}”。")
    return target, digest_of(target)


def made_anew(state: DeskState, name: str, there: str, shown: str, made: Callable[[], bytes]) -> bytes:
    """Make a file and note it, as the one that was written last.

    Args:
        state: What the desk remembers; it is on the disk before the file is.
        name: Name of the file.
        there: Digest of what lies there.
        shown: Digest of what it is to show.
        made: Makes it.
    """
    data = made()
    state.outputs.pop(name, None)
    state.outputs[name], state.shown[name] = (hashlib.sha256(data).hexdigest(), there), shown
    return data


def text_digest(text: str) -> str:
    """Return the SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()
