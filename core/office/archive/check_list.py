"""校验.txt: size and SHA-256 of each file of an archive, and the 归档码 over all of them."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from core.base.archive_limits import MAX_FILE_BYTES
from core.base.user_files import safe_file_name

CHECK_NAME, LIST_NAME, PUBLICATION_NAME = "校验.txt", "目录.xlsx", "公布信息.txt"
OWN_NAMES = (CHECK_NAME, LIST_NAME, PUBLICATION_NAME)

_HEAD = "政府信息公开工作年度报告归档　校验（SHA-256、字节数、文件名；请不要修改）"
_CODE = "归档码："
_LINE = re.compile(r"([0-9a-f]{64})  (\d{1,15})  (.{1,255})")
_CHUNK = 2**20


class Listed(NamedTuple):
    """What a list says of a file."""

    name: str
    sha256: str
    size: int


def check_bytes(files: Sequence[Listed]) -> bytes:
    """Return the content of 校验.txt, as Windows' own editor shows it."""
    lines = [_HEAD, *(f"{file.sha256}  {file.size}  {file.name}" for file in files), f"{_CODE}{archive_code(files)}"]
    return "\r\n".join([*lines, ""]).encode("utf-8-sig")


def read_check(data: bytes) -> list[Listed] | None:
    """Return what 校验.txt lists; None where a single byte is not as it was written."""
    try:
        lines = data.decode("utf-8-sig").split("\r\n")
    except UnicodeDecodeError:
        return None
    found = [match for line in lines if (match := _LINE.fullmatch(line))]
    files = [Listed(match[3], match[1], int(match[2])) for match in found]
    return files if check_bytes(files) == data else None


def archive_code(files: Sequence[Listed]) -> str:
    """Return the 归档码 such as ``3F7A-91C2-00D4-5E6B``: 16 hex digits of SHA-256 over names, sizes and hashes."""
    content = "\n".join(f"{file.sha256} {file.size} {file.name}" for file in files)
    digits = hashlib.sha256(content.encode()).hexdigest()[:16].upper()
    return "-".join(digits[at : at + 4] for at in range(0, 16, 4))


def is_plain_name(name: str) -> bool:
    """Whether a name that a list gives is that of a file right in the folder, and no way out of it."""
    return name not in ("", ".", "..") and safe_file_name(name) == name


def hash_file(path: Path, size: int) -> str | None:
    """Return SHA-256 of a file, read piece by piece; None, without reading it, where its size is another or too large.

    Raises:
        OSError: It cannot be read.
    """
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        if stream.seek(0, os.SEEK_END) != size or size > MAX_FILE_BYTES:
            return None
        stream.seek(0)
        while piece := stream.read(_CHUNK):
            digest.update(piece)
    return digest.hexdigest()
