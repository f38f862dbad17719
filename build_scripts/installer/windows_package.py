"""Makes setup.exe and the .zip of the Windows program; on Linux and on Windows alike."""

from __future__ import annotations

import sys
import zipfile
from typing import TYPE_CHECKING

from build_scripts.installer import signing
from build_scripts.installer.freeze import write_spec_files
from build_scripts.installer.product import (
    BLANK_WORKBOOK,
    CLI_COMMAND,
    COMMAND,
    COPYRIGHT,
    NAME,
    PUBLISHER,
    ROOT,
    VERSION,
)
from build_scripts.installer.product import four_numbers as four
from build_scripts.installer.steps import megabytes, need_programs, run, step

if TYPE_CHECKING:
    from pathlib import Path

SCRIPT = ROOT / "build_scripts" / "installer" / "nianbao.nsi"


def sign_programs(bundle: Path) -> None:
    """Sign the two programs, if a certificate is given."""
    if signing.is_wanted():
        with step("签名"):
            for name in (COMMAND, CLI_COMMAND):
                signing.sign(bundle / f"{name}.exe")


def setup_name(version: str = VERSION) -> str:
    """Return the file name of the setup."""
    return f"{COMMAND}-{version}-setup.exe"


def make_setup(bundle: Path, work: Path, out: Path, *, is_fast: bool = False, version: str = VERSION) -> Path:
    """Pack the frozen program as a setup for the user alone; return its path.

    Another ``version`` is for trying an upgrade only.
    """
    need_programs({"makensis": "nsis"})
    made = work / "nsis"
    write_spec_files(made)
    values = {
        "NAME": NAME,
        "ID": COMMAND,
        "COMMAND": COMMAND,
        "CLI": CLI_COMMAND,
        "PUBLISHER": PUBLISHER,
        "COPYRIGHT": COPYRIGHT,
        "VERSION": version,
        "FOUR": four(),
        "WORKBOOK": BLANK_WORKBOOK,
    }
    text = "".join(f'!define {name} "{value}"\n' for name, value in values.items())
    (made / "product.nsh").write_text(text, encoding="utf-8-sig")
    target = out / setup_name(version)
    defines = {"MADE": str(made), "FILES": str(bundle / "*"), "OUT": str(target), **({"FAST": "1"} if is_fast else {})}
    if signing.is_wanted():
        defines["SIGN"] = f'"{sys.executable}" "{signing.__file__}"'
    with step("NSIS"):
        command = [
            "makensis",
            "-V2",
            "-INPUTCHARSET",
            "UTF8",
            *(f"-D{name}={value}" for name, value in defines.items()),
        ]
        said = run([*command, SCRIPT], environment={"LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)})
    if said.strip():
        print(said)
    print(f"   {target.name}：{megabytes(target)}")
    return target


def make_zip(bundle: Path, out: Path, *, is_fast: bool = False) -> Path:
    """Pack the same program as .zip that runs where it is unpacked, for PCs where nothing may be installed."""
    target = out / f"{COMMAND}-{VERSION}-windows-x64.zip"
    with (
        step("打包 .zip"),
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1 if is_fast else 9) as file,
    ):
        for path in sorted(bundle.rglob("*")):
            if path.is_file():
                file.write(path, f"{COMMAND}-{VERSION}/{path.relative_to(bundle).as_posix()}")
    print(f"   {target.name}：{megabytes(target)}")
    return target
