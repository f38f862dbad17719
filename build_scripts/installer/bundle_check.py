"""Looks into the frozen program: exactly the wanted plugins, nothing superfluous, and old enough system symbols.

By hand: ``python -m build_scripts.installer.bundle_check FOLDER linux|arm|windows``.
"""

import re
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from build_scripts.installer.machines import MACHINES, Machine
from build_scripts.installer.product import CLI_COMMAND, COMMAND
from build_scripts.installer.search_paths import leads_outside
from build_scripts.installer.steps import BuildError, run
from core.base.build import BUILD
from core.base.resources import LISTED, listing

FCITX = "platforminputcontexts/libfcitxplatforminputcontextplugin-qt6.so"
_PLUGINS = {
    "linux": {
        "iconengines/libqsvgicon.so",
        "imageformats/libqsvg.so",
        "platforminputcontexts/libcomposeplatforminputcontextplugin.so",
        FCITX,
        "platforminputcontexts/libibusplatforminputcontextplugin.so",
        "platforms/libqoffscreen.so",
        "platforms/libqxcb.so",
        "platformthemes/libqxdgdesktopportal.so",
        "printsupport/libcupsprintersupport.so",
    },
    "windows": {
        "iconengines/qsvgicon.dll",
        "imageformats/qsvg.dll",
        "platforms/qoffscreen.dll",
        "platforms/qwindows.dll",
    },
}
_TRANSLATIONS = {"qtbase_zh_CN.qm"}
_QT_LIBRARIES = {
    "linux": {"Core", "DBus", "Gui", "PrintSupport", "Svg", "Widgets", "XcbQpa"},
    "windows": {"Core", "Gui", "PrintSupport", "Svg", "Widgets"},
}
_HOW_TO_REPLACE = "resources/licences/更换Qt.txt"
_REPLACEABLE = {"linux": re.compile(r"\blib\w+(?:\.abi3)?\.so[.\d]*\d"), "windows": re.compile(r"\b[\w.]+\.dll")}
_UNWANTED_MODULES = re.compile(
    r"(numpy|PIL|pytest|_pytest|hypothesis|mypy|ruff|pip|setuptools|PyInstaller|tests?|build_scripts|unittest|"
    r"tkinter|sqlite3|ssl|socket|_socket|http|urllib\.request|ftplib|smtplib|asyncio|multiprocessing|"
    r"lxml\.html|PySide6\.Qt(Network|Qml|Quick|Sql|Test|OpenGL))(\..*)?"
)
_UNWANTED_FILES = re.compile(
    r"(?i)(libssl|libcrypto|numpy|opengl32sw|Qt6?(Network|Qml|Quick|Sql|Test|OpenGL|Pdf)[.\b]|\.pyi$|\.dist-info|"
    r"/tests?/|_socket|_ssl)"
)
_ALIGNED = re.compile(r"^ +LOAD .* align 2\*\*(\d+)$", re.MULTILINE)
_SEARCHED = re.compile(r"^ +(?:RPATH|RUNPATH) +(.*)$", re.MULTILINE)
_NEEDED = re.compile(r"\b(GLIBC|GLIBCXX)_([0-9.]+)\b")


def check_bundle(bundle: Path, system: str, *, for_users: bool) -> None:
    """Check a frozen program and print its plugins and newest symbols.

    Args:
        bundle: The folder with the program.
        system: "windows" or one of MACHINES.
        for_users: Whether it must hold everything and run on old systems; a trial on this system has no fcitx plugin.

    Raises:
        BuildError: Something is missing, superfluous or too new.
    """
    machine = MACHINES.get(system)
    kind = "linux" if machine else "windows"
    problems = [
        *_check_plugins(bundle, kind, for_users=for_users),
        *_check_modules(bundle, kind),
        *(f"superfluous file {name}" for name in _files(bundle) if _UNWANTED_FILES.search(f"/{name}")),
    ]
    if not (bundle / "_internal" / BUILD).is_file():
        problems.append(f"missing {BUILD}: nobody could tell which build it is")
    problems += _check_listed(bundle / "_internal")
    if for_users:
        problems += _check_replaceable(bundle, kind)
    if machine:
        headers = elf_headers(bundle)
        problems += _check_symbols(headers, machine, for_users=for_users)
        problems += _check_pages(headers, machine)
        if for_users:
            problems += _check_search_paths(headers)
    if problems:
        raise BuildError("\n".join([f"{bundle}:", *problems]))


def _check_listed(folder: Path) -> list[str]:
    """Return what is wrong with the list by which the program looks whether all its resources are there."""
    there = listing(folder / "resources")
    path = folder / LISTED
    listed = path.read_text(encoding="utf-8") if path.is_file() else ""
    return [] if listed == there != "" else [f"{LISTED} is not a list of the resources"]


def _files(bundle: Path) -> list[str]:
    return sorted(path.relative_to(bundle).as_posix() for path in bundle.rglob("*") if path.is_file())


def _check_plugins(bundle: Path, system: str, *, for_users: bool) -> list[str]:
    names = _files(bundle)
    found = {"/".join(name.split("/")[-2:]) for name in names if "/plugins/" in name}
    wanted = set(_PLUGINS[system])
    if not for_users and FCITX not in found:
        wanted.discard(FCITX)
    print(f"   Qt 插件（{system}）：" + "、".join(sorted(found)))
    translations = {name.rsplit("/", 1)[-1] for name in names if name.endswith(".qm")}
    libraries = {match[1] for name in names if (match := re.search(r"(?:^|/)(?:lib)?Qt6(\w+)\.(?:so|dll)", name))}
    problems = []
    for what, have, want in (
        ("plugins", found, wanted),
        ("translations", translations, _TRANSLATIONS),
        ("Qt libraries", libraries, _QT_LIBRARIES[system]),
    ):
        if have != want:
            problems.append(f"{what}: missing {sorted(want - have)}, superfluous {sorted(have - want)}")
    return problems


def modules(bundle: Path) -> set[str]:
    """Return the names of the Python modules of the program."""
    from PyInstaller.loader.pyimod01_archive import ZlibArchiveReader  # deferred: only there where things are built

    return set(ZlibArchiveReader(str(bundle / "_internal" / f"{COMMAND}.pyz")).toc)


def _check_modules(bundle: Path, system: str) -> list[str]:
    names = modules(bundle)
    problems = [f"superfluous module {name}" for name in sorted(names) if _UNWANTED_MODULES.fullmatch(name)]
    if not {"core.cli.command_line", "gui.app", "gui.selftest", "gui.start"} <= names:
        problems.append("modules of the program are missing")
    ending = ".exe" if system == "windows" else ""
    if not (bundle / f"{CLI_COMMAND}{ending}").is_file():
        problems.append("the console twin is missing")
    print(f"   Python 模块（{system}）{len(names)} 个")
    return problems


def _check_replaceable(bundle: Path, system: str) -> list[str]:
    """See that the libraries which anybody may replace (LGPL) lie where the licence text says."""
    inside = bundle / "_internal"
    named = set(_REPLACEABLE[system].findall((inside / _HOW_TO_REPLACE).read_text(encoding="utf-8")))
    there = {path.name for path in inside.iterdir() if "qt6" in path.name.lower() or ".abi3." in path.name}
    return [f"{_HOW_TO_REPLACE} names {sorted(named)}, there are {sorted(there)}"] if named != there else []


def elf_headers(bundle: Path) -> dict[str, str]:
    """Return what objdump says of each ELF file, by file name."""
    if shutil.which("objdump") is None:
        raise BuildError("缺少 objdump，请安装 binutils。")
    found = {}
    for path in sorted(bundle.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        with path.open("rb") as stream:
            if stream.read(4) != b"\x7fELF":
                continue
        found[path.relative_to(bundle).as_posix()] = run(["objdump", "-p", path])
    return found


def newest_symbols(headers: Mapping[str, str]) -> dict[str, dict[str, tuple[int, ...]]]:
    """Return for GLIBC and GLIBCXX the newest version that each ELF file needs, by file name."""
    found: dict[str, dict[str, tuple[int, ...]]] = {"GLIBC": {}, "GLIBCXX": {}}
    for name, said in headers.items():
        for kind, version in _NEEDED.findall(said.partition("Version References:")[2]):
            numbers = tuple(int(number) for number in version.split("."))
            found[kind][name] = max(numbers, found[kind].get(name, ()))
    return found


def _check_pages(headers: Mapping[str, str], machine: Machine) -> list[str]:
    """See that kernels with large pages can load every file."""
    smallest = {name: min(2 ** int(power) for power in _ALIGNED.findall(said)) for name, said in headers.items()}
    print(f"   {len(smallest)} 个 ELF 文件至少按 {min(smallest.values()) // 1024} KiB 对齐")
    return [
        f"{name} is aligned to {pages} bytes, not to {machine.min_page}"
        for name, pages in smallest.items()
        if pages < machine.min_page
    ]


def _check_search_paths(headers: Mapping[str, str]) -> list[str]:
    """See that libraries are looked for in the folder of the program alone."""
    paths = [(name, path) for name, said in headers.items() for path in _SEARCHED.findall(said)]
    print(f"   {len(paths)} 个 ELF 文件自己指明到哪里找库")
    return [f"{name} looks for libraries in {path}" for name, path in paths if leads_outside(path)]


def _check_symbols(headers: Mapping[str, str], machine: Machine, *, for_users: bool) -> list[str]:
    problems = []
    limits = (machine.max_glibc, machine.max_glibcxx)
    for (kind, files), limit in zip(newest_symbols(headers).items(), limits, strict=True):
        newest = max(files.values())
        at_newest = sum(version == newest for version in files.values())
        print(f"   最高 {kind}_{'.'.join(map(str, newest))}（{at_newest} 个文件，共 {len(files)} 个 ELF 文件）")
        if for_users:
            too_new = {name: version for name, version in files.items() if version > limit}
            problems += [f"{name} needs {kind}_{'.'.join(map(str, v))}" for name, v in sorted(too_new.items())]
    return problems


if __name__ == "__main__":
    check_bundle(Path(sys.argv[1]), sys.argv[2], for_users=True)
