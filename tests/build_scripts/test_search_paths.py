"""The libraries of the Linux program look for others in its own folder alone."""

import struct
from pathlib import Path

import pytest

from build_scripts.installer import bundle_check
from build_scripts.installer.search_paths import keep_own_paths, leads_outside

NEEDED, STRINGS, RPATH, RUNPATH, DEBUG = 1, 5, 15, 29, 21
SHIFT = 0x200000
"""How far the segment lies in memory from where it is in the file."""


def library(tag: int, search_path: str) -> bytes:
    """Return an ELF file with a header, two segments, a dynamic section and its strings."""
    entries = [(NEEDED, 1), (tag, 6), (STRINGS, SHIFT + 64 + 2 * 56 + 5 * 16), (DEBUG, 7), (0, 0)]
    dynamic = b"".join(struct.pack("<qQ", *entry) for entry in entries)
    strings = b"\0libc\0" + search_path.encode() + b"\0"
    at = 64 + 2 * 56
    header = b"\x7fELF\2\1\1" + bytes(9) + struct.pack("<HHIQQQIHHHHHH", 3, 183, 1, 0, 64, 0, 0, 64, 56, 2, 64, 0, 0)
    whole = at + len(dynamic) + len(strings)
    load = struct.pack("<IIQQQQQQ", 1, 5, 0, SHIFT, SHIFT, whole, whole, 0x10000)
    placed = struct.pack("<IIQQQQQQ", 2, 6, at, SHIFT + at, SHIFT + at, len(dynamic), len(dynamic), 8)
    return header + load + placed + dynamic + strings


def tags(content: bytes) -> list[int]:
    return [tag for tag, _ in struct.iter_unpack("<qQ", content[64 + 2 * 56 : 64 + 2 * 56 + 5 * 16])]


@pytest.mark.parametrize(
    ("search_path", "outside"),
    [
        ("$ORIGIN", False),
        ("$ORIGIN/:$ORIGIN/Qt/lib:$ORIGIN/../shiboken6/", False),
        ("/opt/python/lib", True),
        ("$ORIGIN:/opt/python/lib", True),
        ("$ORIGINAL/lib", True),
        ("", True),
        ("$ORIGIN:", True),
    ],
)
def test_only_folders_of_the_program_are_its_own(search_path: str, outside: bool) -> None:
    assert leads_outside(search_path) == outside


@pytest.mark.parametrize("tag", [RPATH, RUNPATH])
def test_a_search_path_that_leads_outside_is_taken_away(tag: int, tmp_path: Path) -> None:
    (tmp_path / "outside.so").write_bytes(library(tag, "/opt/python/lib"))
    (tmp_path / "own.so").write_bytes(library(tag, "$ORIGIN/../lib"))
    (tmp_path / "link.so").symlink_to("outside.so")
    (tmp_path / "text.txt").write_text("no library" * 20, encoding="utf-8")
    (tmp_path / "short").write_bytes(b"\x7fELF")

    assert keep_own_paths(tmp_path) == 1

    changed = (tmp_path / "outside.so").read_bytes()
    assert tags(changed) == [NEEDED, STRINGS, DEBUG, 0, 0]
    assert len(changed) == len(library(tag, "/opt/python/lib"))
    assert (tmp_path / "own.so").read_bytes() == library(tag, "$ORIGIN/../lib")
    assert keep_own_paths(tmp_path) == 0


def test_a_program_that_looks_elsewhere_for_libraries_is_refused() -> None:
    said = "Dynamic Section:\n  NEEDED               libc.so.6\n  RUNPATH              {path}\n  SONAME  x\n"
    headers = {"own.so": said.format(path="$ORIGIN/../lib"), "outside.so": said.format(path="/opt/python/lib")}
    (problem,) = bundle_check._check_search_paths(headers)
    assert problem == "outside.so looks for libraries in /opt/python/lib"
