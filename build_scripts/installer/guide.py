"""Writes the one-page guide that lies beside the installers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_scripts.installer.product import APP_ID, BLANK_WORKBOOK, COMMAND, GUIDE, NAME, ROOT, VERSION, four_numbers

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATE = ROOT / "build_scripts" / "installer" / GUIDE


def guide_text() -> str:
    """Return the guide as HTML with the names of this version."""
    return TEMPLATE.read_text(encoding="utf-8").format(
        version=VERSION,
        name=NAME,
        package=APP_ID,
        workbook=BLANK_WORKBOOK,
        setup=f"{COMMAND}-{VERSION}-setup.exe",
        zip=f"{COMMAND}-{VERSION}-windows-x64.zip",
        embedded=f"{COMMAND}-{VERSION}-windows-x64-embedded.zip",
        deb=f"{APP_ID}_{four_numbers()}_amd64.deb",
        tar=f"{COMMAND}-{VERSION}-linux-x86_64.tar.xz",
    )


def write_guide(out: Path) -> None:
    """Write the guide into a folder."""
    (out / GUIDE).write_text(guide_text(), encoding="utf-8")
