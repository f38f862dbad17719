"""Writes the guide that lies beside the installers: one page to install, one with pictures of the window."""

import base64
from pathlib import Path

from build_scripts.installer.linux_package import deb_name, tar_name
from build_scripts.installer.machines import ARM, X86
from build_scripts.installer.product import APP_ID, BLANK_WORKBOOK, COMMAND, GUIDE, NAME, ROOT, VERSION
from core.base.resources import resource_path

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
        deb=deb_name(X86),
        deb_arm=deb_name(ARM),
        tar=tar_name(X86),
        tar_arm=tar_name(ARM),
        **{name: _picture(name) for name in ("start", "table3", "review")},
    )


def _picture(name: str) -> str:
    """Return a picture of the manual such that it is part of the page."""
    data = resource_path("help", "pictures", f"{name}.png").read_bytes()
    return f"data:image/png;base64,{base64.b64encode(data).decode()}"


def write_guide(out: Path) -> None:
    """Write the guide into a folder."""
    (out / GUIDE).write_text(guide_text(), encoding="utf-8")
