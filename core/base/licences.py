"""The software that is shipped with the program, and its licences in full."""

from __future__ import annotations

import platform
import sys
from dataclasses import dataclass

from core.base.resources import resource_path
from core.base.toml_files import shipped_toml

SYSTEMS = ("linux", "arm", "windows")


@dataclass(frozen=True, slots=True)
class ShippedSoftware:
    """One piece of other people's software.

    Attributes:
        name: Name and version.
        use: What the program needs it for.
        licence: Short name of the licence.
        owner: Who holds the copyright.
        files: Names of the files with the texts, in the order to show.
        systems: The systems on which it is shipped: ``linux`` (x86-64), ``arm`` (Linux on ARM64) and ``windows``.
    """

    name: str
    use: str
    licence: str
    owner: str
    files: tuple[str, ...]
    systems: tuple[str, ...]

    @property
    def text(self) -> str:
        """The licences in full, one below the other, under a line that says whose they are."""
        head = f"{self.name}\n用途：{self.use}\n许可证：{self.licence}\n版权所有：{self.owner}\n"
        texts = (resource_path("licences", file).read_text(encoding="utf-8") for file in self.files)
        return f"\n\n{'─' * 30}\n\n".join([head, *texts])


def this_system() -> str:
    """Return which of SYSTEMS the program runs on."""
    if sys.platform == "win32":
        return "windows"
    return "arm" if platform.machine() == "aarch64" else "linux"


def shipped_software(system: str) -> list[ShippedSoftware]:
    """Return what is shipped on one of SYSTEMS, in the order to show."""
    found = shipped_toml("licences", "licences.toml")["software"]
    entries = (
        ShippedSoftware(
            name=entry["name"],
            use=entry["use"],
            licence=entry["licence"],
            owner=entry["owner"],
            files=tuple(entry["files"]),
            systems=tuple(entry.get("systems", SYSTEMS)),
        )
        for entry in found
    )
    return [entry for entry in entries if system in entry.systems]
