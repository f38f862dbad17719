"""Compares what the program writes with what was kept of it, and keeps it anew."""

from __future__ import annotations

import os
from collections.abc import Mapping
from difflib import SequenceMatcher, unified_diff
from itertools import islice
from pathlib import Path

import pytest

KEPT = Path(__file__).parent.parent / "data" / "kept"
COMMAND = "python -m build_scripts.make.kept_documents"
KEEP_ANEW = "NIANBAO_KEEP_ANEW"
"""The environment variable by which that command lets these tests keep what they would compare."""

_MOST_LINES, _LONGEST = 12, 300


def check(room: str, documents: Mapping[str, str]) -> None:
    """Fail where documents are not as they were kept, or keep them anew where that is asked for."""
    texts = {name: _in_lines(text) for name, text in documents.items()}
    if KEEP_ANEW in os.environ:
        for name in keep(room, texts):
            print(f"{room}/{name}")
    elif fault := differing(room, texts):
        pytest.fail(fault, pytrace=False)


def differing(room: str, documents: Mapping[str, str]) -> str:
    """Return what a person has to read where documents are not as they were kept; "" where all are."""
    folder = KEPT / room
    kept = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}
    told = [
        _told(folder / f"{name}.txt", kept.get(name, ""), documents.get(name, "")) for name in {**kept, **documents}
    ]
    faults = [fault for fault in told if fault]
    if not faults:
        return ""
    advice = f"Where this is wanted, run {COMMAND}, read what it changed (git diff tests/data/kept), and commit it."
    return "\n\n".join(["What the program writes is not what was kept.", *faults, advice])


def _in_lines(text: str) -> str:
    """Return a text with one kind of end of line, and the other one shown."""
    return text.replace("\r", "(CR)").replace("\ufeff", "(BOM)")


def _told(path: Path, before: str, now: str) -> str:
    if before == now:
        return ""
    shown = f"tests/data/kept/{path.parent.name}/{path.name}"
    if not before or not now:
        return f"{shown} {'is no longer written' if before else 'is new'}"
    lines = unified_diff(before.split("\n"), now.split("\n"), "kept", "written", n=0, lineterm="")
    first = [line[:_LONGEST] for line in islice(lines, 2, 2 + _MOST_LINES)]
    return "\n".join([f"{shown} differs; its first lines that do:", *first])


def keep(room: str, documents: Mapping[str, str]) -> list[str]:
    """Write what is to be kept of a room; return the names of the files that changed."""
    folder = KEPT / room
    folder.mkdir(parents=True, exist_ok=True)
    changed = []
    for path in sorted(folder.glob("*.txt")):
        if path.stem not in documents:
            path.unlink()
            changed.append(path.name)
    for name, text in documents.items():
        path = folder / f"{name}.txt"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            changed.append(path.name)
    return changed


def beside(first: str, other: str) -> str:
    """Return a text as what it says otherwise than another one, which is kept in full.

    A line that stands in place of another one begins with ``~``.
    """
    before, now = first.rstrip("\n").split("\n"), other.rstrip("\n").split("\n")
    told = []
    for kind, begin, end, start, stop in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if end - begin == stop - start:
            told += [f"~ {line}" for line in now[start:stop]] if kind != "equal" else []
        else:
            told += [f"@ instead of {end - begin} lines:", *now[start:stop]]
    return "\n".join(told) + "\n"
