"""Paths that a person or a file named are asked and read through core.base.on_disk and read_limited alone."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]

ASKING = {
    *("exists", "is_file", "is_dir", "is_symlink", "is_mount", "is_fifo", "is_socket", "is_block_device"),
    *("is_char_device", "stat", "lstat", "samefile", "resolve", "realpath", "readlink", "access", "lexists"),
    *("isfile", "isdir", "islink", "ismount", "getsize", "getmtime", "iterdir", "glob", "rglob", "scandir", "listdir"),
}
"""Methods of paths and functions of os and os.path that raise where a place cannot be asked, or hide that it cannot."""

ALLOWED = {
    "core/base/on_disk.py": "it is the one place",
    "core/base/archive_limits.py": "turns what it meets into a sentence",
    "core/base/atomic_file.py": "turns what it meets into a sentence",
    "core/base/disk_state.py": "a file that cannot be asked has no known state",
    "core/base/crash_log.py": "the program's own log; whatever it meets is passed over",
    "core/base/instances.py": "the program's own data folder; what cannot be listed is passed over",
    "core/base/resources.py": "shipped files",
    "core/form/form_files.py": "shipped files",
    "core/form/formats.py": "shipped files",
    "core/draft/draft_lock.py": "a lock that cannot be asked is no failure",
    "core/draft/draft_store.py": "the program's own data folder; what cannot be listed is passed over",
    "core/draft/draft_versions.py": "the program's own data folder; what cannot be listed is passed over",
    "gui/selftest.py": "shipped files, and the folder it has just made",
}

READING = {
    "core/base/archive_limits.py": "turns what it meets into a sentence",
    "core/base/disk_state.py": "asks first",
    "core/base/licences.py": "shipped files",
    "core/base/memory_watch.py": "the system's own file",
    "core/base/resources.py": "shipped files",
    "core/base/toml_files.py": "shipped files",
    "core/form/form_files.py": "shipped files",
    "core/form/formats.py": "shipped files",
    "core/office/archive/check_list.py": "asks first",
    "core/office/archive/found_files.py": "asks first",
    "core/office/archive/verification.py": "asks first",
    "core/word/style_profile.py": "shipped files",
    "core/word/template.py": "shipped files",
    "gui/app.py": "the system's own file",
    "gui/commands/own_test.py": "the folder it has just made",
    "gui/commands/register_actions.py": "shipped files",
    "gui/dialogs/help_window.py": "shipped files",
    "gui/dialogs/papers_dialog.py": "shipped files",
    "gui/printing/pdf_paper.py": "the file it has just made",
    "gui/selftest.py": "shipped files, and the folder it has just made",
}
"""Modules that read files other than by ``read_ordinary`` and ``read_limited``, which wait for no pipe."""


def read_in(source: str) -> Iterator[int]:
    """Yield the lines that read a file."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            is_binary = any(isinstance(one, ast.Constant) and one.value == "rb" for one in node.args)
            if node.func.attr in ("read_bytes", "read_text") or (node.func.attr == "open" and is_binary):
                yield node.lineno


def asked_in(source: str) -> Iterator[int]:
    """Yield the lines that ask the disk."""
    for node in ast.walk(ast.parse(source)):
        is_asked = isinstance(node, ast.Attribute) and node.attr in ASKING
        if isinstance(node, ast.ImportFrom) and node.module in {"os", "os.path", "glob"}:
            is_asked = any(name.name in ASKING for name in node.names)
        if is_asked:
            yield node.lineno  # type: ignore[attr-defined] # both kinds have it


@pytest.mark.parametrize(("lines_in", "allowed"), [(asked_in, ALLOWED), (read_in, READING)])
def test_no_other_module_asks_the_disk_itself(
    lines_in: Callable[[str], Iterator[int]], allowed: dict[str, str]
) -> None:
    found = {}
    for folder in ("core", "gui"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            lines = list(lines_in(path.read_text(encoding="utf-8")))
            if lines:
                found[path.relative_to(ROOT).as_posix()] = lines
    assert {name: lines for name, lines in found.items() if name not in allowed} == {}
    assert sorted(found) == sorted(allowed), "an allowed module asks no more: take it off the list"


def test_every_way_of_asking_is_seen() -> None:
    ways = (
        "path.exists()",
        "check = path.is_file",
        "os.path.realpath(path)",
        "os.stat(path)",
        "from os.path import isfile",
        "Path(name).resolve()",
        "list(folder.iterdir())",
    )
    for way in ways:
        assert list(asked_in(way)) == [1], way
    assert list(asked_in("on_disk(path)\nis_file(path)\npath.name")) == []
