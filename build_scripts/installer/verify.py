"""Tries what `build.py package` has made, on systems that are like those of the users."""

from collections.abc import Sequence
from pathlib import Path

from build_scripts.installer.dist_folder import SUMS
from build_scripts.installer.machines import MACHINES
from build_scripts.installer.steps import BuildError, sha256


def verify(work: Path, dist: Path, systems: Sequence[str]) -> None:
    """Check the sums, then install, run, upgrade and remove for the systems named."""
    for line in (dist / SUMS).read_text(encoding="utf-8").splitlines():
        wanted, name = line.split("  ", 1)
        if sha256(dist / name) != wanted:
            raise BuildError(f"{name} 与 {SUMS} 不符")
    print(f"{SUMS} 相符")
    if "windows" in systems:
        from build_scripts.installer.verify_windows import verify_windows  # deferred: each system needs its own

        verify_windows(work / "windows", dist)
    for machine in MACHINES.values():
        if machine.system in systems:
            from build_scripts.installer.verify_linux import verify_linux

            verify_linux(machine, work / machine.system, dist)
