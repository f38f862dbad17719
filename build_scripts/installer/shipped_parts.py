"""Finds out which software a frozen program holds beside the locked packages, and in which version.

Nothing is taken for granted: versions are read from the files that are shipped, from the headers of the locked
packages, or from dpkg in the Debian 11 room. A library that nobody can name the origin of is an error.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from build_scripts.installer.machines import Machine
from build_scripts.installer.product import CLI_COMMAND, COMMAND, ROOT
from build_scripts.installer.steps import BuildError, run

PARTS: dict[str, Any] = tomllib.loads(
    (ROOT / "build_scripts" / "installer" / "sbom_parts.toml").read_text(encoding="utf-8")
)
_LIBRARY = re.compile(r".*\.(so|dll|pyd)(\.[\d.]+)?")
_INSIDE = "_internal"
_OWNED = re.compile(r"(\S+): /\S+")
_SYMBOL = re.compile(r"^([0-9a-f]+) .* (\.\S+)\s+0*4\s.* (\w+)$", re.MULTILINE)


@dataclass(frozen=True)
class Part:
    """A piece of software in the program.

    Attributes:
        name: As the list calls it.
        version: "" where what is shipped does not tell it.
        purl: Package URL, with the version.
        spdx: Its licence as SPDX names it, "" where SPDX has no name for it.
        licence: Its licence in words then.
        owner: Who holds the copyright, "" where another list says so.
        within: The software that it is a part of, "" for none.
        files: Where it lies in the program.
    """

    name: str
    version: str
    purl: str
    spdx: str
    licence: str
    owner: str
    within: str
    files: tuple[str, ...]


@dataclass(frozen=True)
class Origin:
    """Where a program was made of.

    Attributes:
        wheels: Folder with the locked packages.
        room: The Debian 11 room; none for Windows.
        machine: The kind of Linux PC; none for Windows.
        sources: Names of the source archives that were built in the room.
    """

    wheels: Path
    room: Path | None = None
    machine: Machine | None = None
    sources: tuple[str, ...] = ()


def parts(bundle: Path, origin: Origin) -> list[Part]:
    """Return everything in a frozen program that is not a locked package.

    Raises:
        BuildError: The origin, the version or the licence of a library cannot be told.
    """
    inside = bundle / _INSIDE
    names = sorted(path.relative_to(inside).as_posix() for path in inside.rglob("*") if _is_real_file(path))
    ending = ".exe" if (bundle / f"{COMMAND}.exe").exists() else ""
    names += [f"../{name}{ending}" for name in (COMMAND, CLI_COMMAND)]
    found, claimed = [], set()
    for entry in PARTS["part"]:
        own = [name for name in names if any(re.fullmatch(pattern, name) for pattern in entry["files"])]
        claimed.update(own)
        if own:
            found += list(_versions(entry, inside, own, origin))
    libraries = [name for name in names if _LIBRARY.fullmatch(name) and name not in claimed]
    of_wheels = {path.name.lower() for path in origin.wheels.rglob("*") if _LIBRARY.fullmatch(path.name.lower())}
    unknown = [name for name in libraries if PurePosixPath(name).name.lower() not in of_wheels]
    return [*found, *_of_debian(unknown, origin)]


def _is_real_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _versions(entry: dict[str, Any], inside: Path, own: Sequence[str], origin: Origin) -> Iterator[Part]:
    """Give a part for each version of a piece of software among its files."""
    by_version: dict[str, list[str]] = {}
    told_by = _told(entry["told_by"], origin) if "told_by" in entry else None
    for name in own:
        if "symbol" in entry:
            version = _symbol(inside / name, entry["symbol"])
        else:
            version = _version(entry["version"], (inside / name).read_bytes() if told_by is None else told_by)
        if version is not None:
            by_version.setdefault(version, []).append(name)
    if not by_version:
        raise BuildError(f"cannot tell the version of {entry['name']} in {', '.join(own)}")
    for version, files in by_version.items():
        yield Part(
            name=entry["name"],
            version=version,
            purl=f"{entry['purl']}@{version}" if version else entry["purl"],
            spdx=entry.get("spdx", ""),
            licence=entry.get("licence", ""),
            owner=entry.get("owner", ""),
            within=entry.get("within", ""),
            files=tuple(files),
        )


def _told(place: str, origin: Origin) -> bytes:
    """Return what the place says from which a version is read."""
    kind, _, name = place.partition("/")
    if kind == "sources":
        return "\n".join(source for source in origin.sources if source.startswith(name)).encode()
    folder = {"wheels": origin.wheels, "room": origin.room}[kind]
    assert folder is not None
    return (folder / name).read_bytes()


def _version(pattern: str, said: bytes) -> str | None:
    """Return the version, "" where only the software itself is recognized, None where not even that."""
    match = re.search(pattern.encode(), said)
    return ".".join(group.replace(b"\0", b"").decode() for group in match.groups()) if match else None


def _symbol(library: Path, symbol: str) -> str | None:
    """Return the version that a symbol of four bytes holds, such as 0x0112 for 1.18."""
    for address, section, name in _SYMBOL.findall(run(["objdump", "-T", library])):
        if name == symbol:
            begin = int(address, 16)
            shown = [f"--start-address={begin}", f"--stop-address={begin + 4}"]
            last = run(["objdump", "-s", "-j", section, *shown, library]).strip().splitlines()[-1]
            value = int.from_bytes(bytes.fromhex(last.split()[1]), "little")
            return f"{value >> 8}.{value & 0xFF}"
    return None


def _of_debian(names: Sequence[str], origin: Origin) -> Iterator[Part]:
    """Give the libraries that come from packages of the Debian 11 room, one part for each package."""
    if names and (origin.room is None or origin.machine is None):
        raise BuildError(f"nobody knows where these come from: {', '.join(names)}")
    by_package: dict[str, list[str]] = {}
    for name in names:
        by_package.setdefault(_package_of(name, origin), []).append(name)
    for package, files in sorted(by_package.items()):
        wanted = r"${Package} ${Version} ${Architecture} ${source:Package}"
        name, version, architecture, source = run([*_dpkg(origin), "-W", "-f", wanted, package]).split()
        if source not in PARTS["debian"]:
            raise BuildError(f"sbom_parts.toml does not say the licence of {source} ({', '.join(files)})")
        yield Part(
            name=name,
            version=version,
            purl=f"pkg:deb/debian/{name}@{version.replace('+', '%2B')}?arch={architecture}&distro=debian-11",
            spdx=PARTS["debian"][source]["spdx"],
            licence="",
            owner="",
            within="",
            files=tuple(files),
        )


def _package_of(name: str, origin: Origin) -> str:
    """Return the package of the room that has a library of this name."""
    said = run([*_dpkg(origin), "-S", f"*/{Path(name).name}"], accepts=(0, 1))
    packages = {match[1] for line in said.splitlines() if (match := _OWNED.fullmatch(line))}
    if len(packages) != 1:
        raise BuildError(f"nobody knows where {name} comes from: {said}")
    return packages.pop()


def _dpkg(origin: Origin) -> list[str | Path]:
    assert origin.room is not None
    return ["dpkg-query", f"--admindir={origin.room}/var/lib/dpkg"]
