"""Compares two folders of packages byte by byte, and says which parts inside a package differ."""

import hashlib
import io
import subprocess
import tarfile
import zipfile
from pathlib import Path
from typing import IO

Parts = dict[str, str]
"""The names inside a package, and what is the same only where the part is: content, mode, time."""
_MOST = 10


def differences(one: Path, other: Path) -> list[str]:
    """Return a line for each file that only one of two folders has or that differs, with its first differing parts."""
    files = [{path.relative_to(folder) for path in folder.rglob("*") if path.is_file()} for folder in (one, other)]
    lines = [f"{name}：只在一边" for name in sorted(files[0] ^ files[1])]
    for name in sorted(files[0] & files[1]):
        if (one / name).read_bytes() != (other / name).read_bytes():
            mine, others = _parts(one / name), _parts(other / name)
            differ = sorted(part for part in mine.keys() | others.keys() if mine.get(part) != others.get(part))
            lines.append("\n      ".join([f"{name}：不同", *differ[:_MOST]]))
    return lines


def _parts(path: Path) -> Parts:
    """Return the parts of a package; none where it cannot be looked into."""
    if path.suffix == ".deb":
        return {**_of_tar(_unpacked(path, "--ctrl-tarfile")), **_of_tar(_unpacked(path, "--fsys-tarfile"))}
    if path.name.endswith(".tar.xz"):
        with path.open("rb") as stream:
            return _of_tar(stream)
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            return {entry.filename: f"{entry.CRC} {entry.date_time}" for entry in archive.infolist()}
    return {}


def _unpacked(deb: Path, part: str) -> IO[bytes]:
    return io.BytesIO(subprocess.run(["dpkg-deb", part, str(deb)], check=True, capture_output=True).stdout)


def _of_tar(stream: IO[bytes]) -> Parts:
    parts = {}
    with tarfile.open(fileobj=stream) as archive:
        for member in archive:
            content = archive.extractfile(member)  # None for folders and links
            digest = hashlib.sha256(content.read()).hexdigest() if content else member.linkname
            parts[member.name] = f"{digest} {member.mode:o} {member.mtime}"
    return parts
