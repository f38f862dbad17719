"""Makes setup.exe and the .zip of the Windows program; on Linux and on Windows alike."""

import sys
import time
import zipfile
from array import array
from pathlib import Path

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
from build_scripts.installer.steps import commit_time, megabytes, need_programs, run, set_times, step

UNPACK_FIRST = "请先全部解压，再双击文件夹里的程序；在压缩包里直接双击打不开"
"""Name of a file in the .zip: who opens it in the file manager sees that first."""
PORTABLE = f"{COMMAND}-{VERSION}"
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


def make_setup(bundle: Path, work: Path, out: Path, *, is_fast: bool, version: str = VERSION) -> Path:
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
    (made / "files.nsh").write_text(_unpacking(bundle), encoding="utf-8-sig")
    for folder in (bundle, made):  # the setup remembers the times of files
        set_times(folder)
    target = out / setup_name(version)
    defines = {"MADE": str(made), "OUT": str(target), **({"FAST": "1"} if is_fast else {})}
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
    set_checksum(target)
    print(f"   {target.name}：{megabytes(target)}")
    return target


def _unpacking(bundle: Path) -> str:
    """Return what unpacks the program into _new, in the order of the names: that of the disk differs each time."""
    lines = []
    for folder in sorted({path.parent for path in bundle.rglob("*") if path.is_file()}):
        inside = folder.relative_to(bundle).as_posix().replace("/", "\\")
        lines.append(f'SetOutPath "$INSTDIR\\_new\\{inside}"\n' if inside != "." else 'SetOutPath "$INSTDIR\\_new"\n')
        lines += [f'File "{path}"\n' for path in sorted(folder.iterdir()) if path.is_file()]
    return "".join(lines)


def set_checksum(program: Path) -> None:
    """Write the checksum that NSIS leaves 0, which some virus scanners mind; no signature covers it."""
    data = bytearray(program.read_bytes())
    place = int.from_bytes(data[0x3C:0x40], "little") + 0x58
    data[place : place + 4] = bytes(4)
    total = sum(array("H", data + bytes(len(data) % 2)))
    while total > 0xFFFF:
        total = (total & 0xFFFF) + (total >> 16)
    data[place : place + 4] = (total + len(data)).to_bytes(4, "little")
    program.write_bytes(data)


def make_zip(bundle: Path, out: Path, *, is_fast: bool) -> Path:
    """Pack the same program as .zip that runs where it is unpacked, for PCs where nothing may be installed."""
    with step("打包 .zip"):
        target = write_zip(bundle, out / f"{PORTABLE}-windows-x64.zip", folder=PORTABLE, is_fast=is_fast)
    print(f"   {target.name}：{megabytes(target)}")
    return target


def write_zip(bundle: Path, target: Path, *, folder: str = "", is_fast: bool) -> Path:
    """Pack a folder, under another name where ``folder`` is given, and a file whose name says what to do first."""
    when = time.gmtime(commit_time())[:6]
    level = 1 if is_fast else 9
    with zipfile.ZipFile(target, "w") as file:
        file.writestr(zipfile.ZipInfo(f"{UNPACK_FIRST}.txt", when), f"{UNPACK_FIRST}。\r\n".encode("utf-8-sig"))
        for path in sorted(path for path in bundle.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(f"{folder or bundle.name}/{path.relative_to(bundle).as_posix()}", when)
            entry.external_attr = 0o644 << 16
            file.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED, level)
    return target
