"""The folder with everything that goes on the stick: which of its files belong to which system, and their sums."""

from collections.abc import Sequence
from pathlib import Path

from build_scripts.installer.machines import MACHINES
from build_scripts.installer.sbom import SBOM
from build_scripts.installer.steps import sha256
from core.base.licences import SYSTEMS

SUMS = "SHA256SUMS.txt"
_ENDINGS = {
    "windows": ("-setup.exe", "-windows-x64.zip", "-windows-x64-embedded.zip", f"-windows-{SBOM}"),
    **{
        system: (f"_{machine.debian}.deb", f"-linux-{machine.name}.tar.xz", f"-{system}-{SBOM}")
        for system, machine in MACHINES.items()
    },
}
"""How the files of a system end, of whatever version."""


def make_room(out: Path, systems: Sequence[str]) -> set[Path]:
    """Delete what is about to be made for some systems; return what belongs to the others and stays.

    What belongs to no system is deleted too: it is either made each time or left over.
    """
    others = tuple(ending for system in SYSTEMS if system not in systems for ending in _ENDINGS[system])
    out.mkdir(parents=True, exist_ok=True)
    kept = {path for path in files(out) if path.name.endswith(others)}
    for path in files(out):
        if path not in kept:
            path.unlink()
    return kept


def files(out: Path) -> list[Path]:
    """Return all files of the folder."""
    return sorted(path for path in out.rglob("*") if path.is_file())


def write_sums(out: Path) -> None:
    """Write the SHA-256 of everything that lies in the folder."""
    lines = [f"{sha256(path)}  {path.relative_to(out).as_posix()}\n" for path in files(out) if path != out / SUMS]
    (out / SUMS).write_text("".join(lines), encoding="utf-8")
