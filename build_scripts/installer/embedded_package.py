"""Makes the second .zip for Windows: the program as compiled modules beside python.org's own, signed Python.

For PCs where a virus scanner removes nianbao.exe: malware uses PyInstaller's bootloader too, so some scanners suspect
every program with it. Here pythonw.exe keeps the signature of the Python Software Foundation, the Qt libraries
keep theirs, and no program of our own is among them. It is made on Linux and on Windows alike.
"""

import json
import re
import shutil
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePosixPath

from build_scripts.installer.freeze import write_build
from build_scripts.installer.product import COMMAND, ROOT, VERSION
from build_scripts.installer.sbom import FILE, SBOM
from build_scripts.installer.steps import fresh_folder, megabytes, step
from build_scripts.installer.wheels import site_packages
from build_scripts.installer.windows_freeze import embeddable, run_windows
from build_scripts.installer.windows_package import write_zip

START = ROOT / "build_scripts" / "installer" / "start_embedded.py"
EDITION = f"{COMMAND}-{VERSION}-windows-x64-embedded"
_MODULES = "python311.zip"
_SEARCHED = (_MODULES, ".", r"..\lib", r"..\app")
"""Where Python looks for modules, from its own folder."""
_FOR_BUILDING = re.compile(
    r"altgraph|packaging|pefile.*|peutils.*|ordlookup|win32ctypes|setuptools|PyInstaller|_distutils_hack|"
    r"_pyinstaller_hooks_contrib|bin|.*\.(pth|dist-info)"
)
_WITHOUT_USE = re.compile(  # the network, databases, sounds, other processes
    r"_(asyncio|bz2|hashlib|lzma|msi|multiprocessing|overlapped|socket|sqlite3|ssl)\.pyd|(select|winsound)\.pyd|"
    r"(libcrypto|libssl)-3\.dll|sqlite3\.dll|python\.cat|python311\._pth|" + re.escape(_MODULES)
)
_MODULES_WITHOUT_USE = re.compile(  # the network, databases, other processes, tools of programmers
    r"(ensurepip|idlelib|lib2to3|test|turtledemo|unittest|venv|__phello__|distutils|pydoc_data|pydoc|doctest|pdb|"
    r"asyncio|concurrent|multiprocessing|msilib|sqlite3|dbm|curses|tkinter|wsgiref|xmlrpc|http|cgi|cgitb|ssl|socket|"
    r"socketserver|ftplib|imaplib|nntplib|poplib|smtpd|smtplib|telnetlib|mailbox|webbrowser|urllib/(request|error|"
    r"robotparser)|aifc|wave|sunau|profile|cProfile|pstats|pickletools|pyclbr|trace|turtle)(/.*|\.pyc)"
)
_OF_QT = re.compile(
    r"(__init__|_config|_git_pyside_version)\.py|support/.*\.py|(pyside6\.abi3|msvcp140(_[12])?|vcruntime140(_1)?)\.dll|"
    r"Qt(Core|Gui|Widgets|PrintSupport)\.pyd|Qt6(Core|Gui|Widgets|PrintSupport|Svg)\.dll|"
    r"plugins/(iconengines/qsvgicon|imageformats/qsvg|platforms/q(windows|offscreen))\.dll|translations/qtbase_zh_CN\.qm"
)
_OF_LIBRARIES = re.compile(
    r"shiboken6/(concrt|msvcp140_|vcamp|vccorlib|vcomp).*|"  # nothing links to them
    r"lxml/(html|isoschematron|includes)/.*|lxml/objectify.*|docx/templates/.*/.*|"
    r".*/(tests?|__pycache__)/.*|.*\.(pyi|h|pxd|pxi|pyx|lib|typed)"
)
_COMMANDS = {
    "启动.cmd": r'@start "" "%~dp0python\pythonw.exe" -m start_embedded %*',
    "加入打开方式.cmd": '@"%~dp0python\\python.exe" -m start_embedded --register\r\n@pause',
    "移出打开方式.cmd": '@"%~dp0python\\python.exe" -m start_embedded --unregister\r\n@pause',
}


def make_embedded(work: Path, out: Path, *, is_fast: bool) -> Path:
    """Pack the embedded edition; return its path. The list of what it holds (SBOM) lies in ``out`` already."""
    root = fresh_folder(work / "embedded") / EDITION
    with step("内嵌版"):
        lay_out(root, embeddable(), site_packages("windows"))
        _write_sbom(out / f"{COMMAND}-{VERSION}-windows-{SBOM}", root / SBOM)
        shutil.copy(work / "icon.ico", root / "app")
        target = write_zip(root, out / f"{EDITION}.zip", is_fast=is_fast)
    print(f"   {target.name}：{megabytes(target)}，解压后 {megabytes(root)}")
    return target


def _write_sbom(listed: Path, target: Path) -> None:
    """Write the list of what the Windows program holds, without what this edition does without, its files as here."""
    bom = json.loads(listed.read_text(encoding="utf-8"))
    found = sorted(target.parent.rglob("*"))  # python/ is last: of two with a name, that is what PyInstaller takes
    there = {path.name.lower(): path.relative_to(target.parent).as_posix() for path in found}
    for component in list(bom["components"]):
        files = [own for own in component.get("properties", []) if own["name"] == FILE]
        for own in files:
            own["value"] = there.get(PurePosixPath(own["value"]).name.lower(), "")
        if files and not any(own["value"] for own in files):
            bom["components"].remove(component)
        elif files:
            component["properties"] = [own for own in component["properties"] if own["value"]]
    target.write_text(json.dumps(bom, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def lay_out(root: Path, python: Path, wheels: Path) -> None:
    """Lay the edition into a folder: python (python.org's), lib (libraries) and app (the program), all compiled."""
    _copy(python, root / "python", lambda name: not _WITHOUT_USE.fullmatch(name))
    _copy_modules(python / _MODULES, root / "python" / _MODULES)
    (root / "python" / "python311._pth").write_text("".join(f"{line}\r\n" for line in _SEARCHED), encoding="utf-8")
    for path in sorted(wheels.iterdir()):
        if not _FOR_BUILDING.fullmatch(path.name):
            _copy(path, root / "lib" / path.name, partial(_is_kept, path.name))
    for name in ("core", "gui", "resources"):
        _copy(ROOT / name, root / "app" / name, lambda name: "__pycache__" not in name)
    shutil.copy(START, root / "app")
    for path in ROOT.glob("LICENSE*"):
        shutil.copy(path, root / "app")
    write_build(root / "app")
    _compile(root)
    for name, text in _COMMANDS.items():
        (root / name).write_text(f"{text}\r\n", encoding="ascii", newline="")


def _is_kept(package: str, name: str) -> bool:
    if package == "PySide6":
        return bool(_OF_QT.fullmatch(name))
    return not _OF_LIBRARIES.fullmatch(f"{package}/{name}")


def _copy(source: Path, target: Path, is_kept: Callable[[str], bool]) -> None:
    for path in sorted(source.rglob("*")) if source.is_dir() else [source]:
        name = path.relative_to(source).as_posix()
        if path.is_file() and is_kept(name):
            place = target / name
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)


def _copy_modules(source: Path, target: Path) -> None:
    """Copy Python's own modules, those of no use left out, and unpacked: the .zip around them packs them better."""
    with zipfile.ZipFile(source) as modules, zipfile.ZipFile(target, "w") as kept:
        for entry in modules.infolist():
            if not _MODULES_WITHOUT_USE.fullmatch(entry.filename):
                kept.writestr(zipfile.ZipInfo(entry.filename, entry.date_time), modules.read(entry))


def _compile(root: Path) -> None:
    """Let the Python of the edition compile all sources, into modules that do not tell when and where it was done.

    As in `freeze.pyinstaller_arguments`, they are without columns.
    """
    compiler: list[str | Path] = [
        root / "python" / "python.exe",
        "-X",
        "no_debug_ranges",
        "-m",
        "compileall",
        "-q",
        "-b",
        "-f",
        "-r",
        "20",
    ]
    for folder in (root / "lib", root / "app"):
        run_windows([*compiler, "--invalidation-mode", "unchecked-hash", "-s", folder, folder])
        for path in folder.rglob("*.py"):
            path.unlink()
