"""The files that add all units up: which of them must be written, and where."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from core.base.atomic_file import free_sibling
from core.office.collection.letters import digest_of
from core.office.collection.state import DeskState

_NEWEST = "（最新）"


def place_of(out: Path, name: str, state: DeskState, told: list[str]) -> tuple[Path, str]:
    """Return where a file goes, and the digest of what lies there: what somebody changed is not overwritten.

    Args:
        out: The output folder.
        name: Name of the file.
        state: What the desk remembers.
        told: Takes a Chinese sentence where it goes elsewhere.
    """
    path = out / name
    newest = path.with_name(f"{path.stem}{_NEWEST}{path.suffix}")
    for target in (path, newest, free_sibling(newest)):
        there = digest_of(target)
        if not there or there in state.outputs.get(target.name, ()):
            break
    if target != path:
        told.append(f"“{name}”已有人修改，没有覆盖；新的结果在“{target.name}”。")
    return target, there


def made_anew(state: DeskState, name: str, there: str, shown: str, made: Callable[[], bytes]) -> bytes | None:
    """Make a file and note it; None where the one that lies there shows the same.

    Args:
        state: What the desk remembers; it is on the disk before the file is.
        name: Name of the file.
        there: Digest of what lies there.
        shown: Digest of what it is to show.
        made: Makes it.
    """
    if there and there == state.outputs.get(name, ("", ""))[0] and shown == state.shown.get(name):
        return None
    data = made()
    state.outputs[name], state.shown[name] = (hashlib.sha256(data).hexdigest(), there), shown
    return data
