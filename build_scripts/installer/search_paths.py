"""Where the libraries of the Linux program look for others: only in its own folder.

The modules of the Python that is built in the Debian 11 room name the folder that it has there. On the PC of a user
that folder is somebody else's, or anybody's.
"""

import mmap
import struct
from pathlib import Path

_OWN = "$ORIGIN"
_LOAD, _DYNAMIC = 1, 2  # kinds of segments
_NULL, _STRINGS, _RPATH, _RUNPATH = 0, 5, 15, 29  # tags of the dynamic section
_SEGMENTS_AT, _SEGMENT_COUNT_AT = 32, 56
_SEGMENT = struct.Struct("<IIQQQQQQ")
_ENTRY = struct.Struct("<qQ")


def leads_outside(search_path: str) -> bool:
    """Tell whether a search path, its folders divided by colons, names any but those of the program."""
    return any(not (folder == _OWN or folder.startswith(f"{_OWN}/")) for folder in search_path.split(":"))


def keep_own_paths(bundle: Path) -> int:
    """Take search paths that lead outside from all libraries of a folder; return from how many."""
    return sum(_keep_own(path) for path in sorted(bundle.rglob("*")) if path.is_file() and not path.is_symlink())


def _keep_own(path: Path) -> bool:
    if path.stat().st_size < _SEGMENT_COUNT_AT + 2:
        return False
    with path.open("r+b") as stream, mmap.mmap(stream.fileno(), 0) as content:
        if content[:6] != b"\x7fELF\x02\x01":  # of 64 bits, little-endian, as all machines are
            return False
        begin = struct.unpack_from("<Q", content, _SEGMENTS_AT)[0]
        size, count = struct.unpack_from("<HH", content, _SEGMENT_COUNT_AT - 2)
        segments = [_SEGMENT.unpack_from(content, begin + size * number) for number in range(count)]
        return any(_keep_own_entries(content, segment, segments) for segment in segments if segment[0] == _DYNAMIC)


def _keep_own_entries(content: mmap.mmap, dynamic: tuple[int, ...], segments: list[tuple[int, ...]]) -> bool:
    """Move the entries of a dynamic section together over those that lead outside."""
    offset, length = dynamic[2], dynamic[5]
    entries = list(_ENTRY.iter_unpack(content[offset : offset + length]))
    address = next((value for tag, value in entries if tag == _STRINGS), 0)
    strings = next((s[2] + address - s[3] for s in segments if s[0] == _LOAD and s[3] <= address < s[3] + s[5]), 0)

    def is_outside(tag: int, value: int) -> bool:
        end = content.find(b"\0", strings + value)
        return tag in (_RPATH, _RUNPATH) and leads_outside(content[strings + value : end].decode())

    kept = [entry for entry in entries if not is_outside(*entry)]
    removed = len(entries) - len(kept)
    content[offset : offset + length] = b"".join(_ENTRY.pack(*one) for one in [*kept, *[(_NULL, 0)] * removed])
    return removed > 0
