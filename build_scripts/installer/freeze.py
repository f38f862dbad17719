"""Makes the folder with the frozen program by PyInstaller, on this system, in the Debian 11 room or under Wine."""

import sys
from pathlib import Path

from build_scripts.installer.bundle_check import check_bundle
from build_scripts.installer.icons import write_icons
from build_scripts.installer.product import (
    CLI_COMMAND,
    COMMAND,
    COPYRIGHT,
    NAME,
    PUBLISHER,
    ROOT,
    VERSION,
    four_numbers,
)
from build_scripts.installer.steps import build_name, megabytes, run, same_again, step
from core.base.build import BUILD
from core.base.resources import LISTED, listing

SPEC = ROOT / "build_scripts" / "installer" / "nianbao.spec"
_VERSION_RESOURCE = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004, fileType=1, subtype=0),
  kids=[
    StringFileInfo([StringTable("080404B0", [
      StringStruct("CompanyName", "{publisher}"),
      StringStruct("FileDescription", "{description}"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("InternalName", "{name}"),
      StringStruct("LegalCopyright", "{copyright}"),
      StringStruct("OriginalFilename", "{name}.exe"),
      StringStruct("ProductName", "{product}"),
      StringStruct("ProductVersion", "{version}"),
    ])]),
    VarFileInfo([VarStruct("Translation", [0x0804, 1200])]),
  ],
)
"""


def freeze_here(work: Path) -> Path:
    """Freeze with the Python that runs this; return the checked folder of the program.

    On Linux the result runs only on systems as new as this one: good for tests, not for users.
    """
    write_spec_files(work)
    with step("PyInstaller"):
        run([sys.executable, *pyinstaller_arguments(work)], environment={"NIANBAO_BUILD": str(work), **same_again()})
    bundle = work / "dist" / COMMAND
    print(f"   {bundle}：{megabytes(bundle)}")
    system = "windows" if sys.platform == "win32" else "linux"
    with step("检查内容"):
        check_bundle(bundle, system, for_users=False)
    return bundle


def pyinstaller_arguments(work: Path | str, spec: Path | str = SPEC) -> list[str]:
    """Return the arguments behind the Python: the finished program will lie in work/dist/nianbao."""
    # Modules are compiled without columns: they only mark a place in a line of source, and no source is shipped. They
    # take a quarter of the packed modules, 1.1 MB in each installer.
    python = ["-X", "utf8", "-X", "no_debug_ranges"]
    folders = ["--distpath", f"{work}/dist", "--workpath", f"{work}/work"]
    return [*python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *folders, str(spec)]


def write_build(folder: Path) -> None:
    """Write which build it is, for 关于 and whoever helps, and what resources it has: building again gives the same."""
    (folder / BUILD).write_text(f"{build_name()}\n", encoding="utf-8", newline="")
    (folder / LISTED).write_text(listing(ROOT / "resources"), encoding="utf-8", newline="")


def write_spec_files(work: Path) -> None:
    """Write what the spec takes from NIANBAO_BUILD: the icon, build and resources, the version resources of Windows."""
    work.mkdir(parents=True, exist_ok=True)
    write_icons(work)
    write_build(work)
    numbers = tuple(int(number) for number in four_numbers().split("."))
    for name, description in ((COMMAND, NAME), (CLI_COMMAND, f"{NAME}（命令行）")):
        text = _VERSION_RESOURCE.format(
            numbers=numbers,
            publisher=PUBLISHER,
            description=description,
            version=VERSION,
            name=name,
            copyright=COPYRIGHT,
            product=NAME,
        )
        (work / f"version-{name}.txt").write_text(text, encoding="utf-8")
