"""Puts the parts of a document into a zip archive; a part that never changes is compressed once for all documents.

``zipfile`` takes no part that is compressed already. What is written is to the byte what it writes.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from typing import NamedTuple
from zipfile import ZipInfo

from core.word.marks import ZIP_DATE

_VERSION, _DEFLATED = 20, 8
_FACTS = struct.Struct("<2H2HLLLHH")  # how it is packed, time and day, checksum, sizes; lengths of the name and no more
_LOCAL, _ENTRY, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_YEAR, _MONTH, _DAY = ZIP_DATE[:3]
_DATE = (_YEAR - 1980) << 9 | _MONTH << 5 | _DAY
_SYSTEM = ZipInfo().create_system
_ACCESS = 0o600 << 16  # read and written by whoever unpacks it


class Packed(NamedTuple):
    """A part as it stands in the archive.

    Attributes:
        facts: What both headers say of it.
        data: What it holds, compressed.
    """

    name: bytes
    facts: bytes
    data: bytes


def packed(name: str, content: bytes) -> Packed:
    """Return a part ready for the archive."""
    deflate = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
    data = deflate.compress(content) + deflate.flush()
    sizes = zlib.crc32(content), len(data), len(content)
    return Packed(name.encode("ascii"), _FACTS.pack(0, _DEFLATED, 0, _DATE, *sizes, len(name), 0), data)


def archive(parts: Iterable[Packed]) -> bytes:
    """Return the archive of these parts."""
    members, entries, at = list[bytes](), list[bytes](), 0
    version = struct.pack("<H", _VERSION)
    for part in parts:
        members += (_LOCAL, version, part.facts, part.name, part.data)
        entries += (_ENTRY, struct.pack("<BBH", _VERSION, _SYSTEM, _VERSION), part.facts)
        entries += (struct.pack("<HHHLL", 0, 0, 0, _ACCESS, at), part.name)
        at += len(_LOCAL) + len(version) + len(part.facts) + len(part.name) + len(part.data)
    count, directory = len(entries) // 5, b"".join(entries)
    end = struct.pack("<4HLLH", 0, 0, count, count, len(directory), at, 0)
    return b"".join([*members, directory, _END, end])
