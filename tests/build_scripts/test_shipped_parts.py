"""What a frozen program holds beside the locked packages is read from its files, and nothing is left unnamed."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from build_scripts.installer import embedded_package, sbom
from build_scripts.installer.machines import ARM, MACHINES
from build_scripts.installer.shipped_parts import PARTS, Origin, Part, parts
from build_scripts.installer.steps import BuildError
from build_scripts.installer.wheels import run_lock
from core.base.resources import resource_path

DPKG = pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="the rooms are made on Debian")


def resource(version: str) -> bytes:
    """Return a version as the resource of a Windows library has it."""
    return b"\1\0" + "FileVersion".encode("utf-16-le") + b"\0\0\0\0" + version.encode("utf-16-le") + b"\0\0"


def laid(folder: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    told = {"major": 159, "minor": 0, "build": 8149, "patch": 0}
    return laid(
        tmp_path / "wheels",
        {
            "PyInstaller/__init__.py": b"__version__ = '6.22.3'\n",
            "pypdfium2_raw/version.json": json.dumps(told, indent=2).encode(),
            "pypdfium2_raw/pdfium.dll": b"",
            "PySide6/QtCore.pyd": b"",
            "PySide6/Qt6Core.dll": b"",
            "PySide6/Qt6Widgets.dll": b"",
        },
    )


@pytest.fixture
def windows(tmp_path: Path) -> Path:
    """A program for Windows, with of each library only the bytes that tell its version."""
    files = {
        "nianbao.exe": b"",
        "nianbao-cli.exe": b"",
        "_internal/python311.dll": b"\0003.11.9\0..\0001.3.1\0",
        "_internal/_lzma.pyd": b"lzma",
        "_internal/PySide6/QtCore.pyd": b"",
        "_internal/Qt6Core.dll": b"\0Qt 6.8.3 (x86_64) \0\00010.45 2025-02-05\0\0001.3.1 (Qt)\0",
        "_internal/Qt6Widgets.dll": b"",
        "_internal/pypdfium2_raw/pdfium.dll": b".?AVBMPSet@icu_78@@ openjpeg absl incorrect data check",
        "_internal/VCRUNTIME140.dll": resource("14.38.33126.1"),
        "_internal/vcruntime140_1.dll": resource("14.38.33126.1"),
        "_internal/PySide6/vcruntime140.dll": resource("14.39.33520.0"),
    }
    return laid(tmp_path / "nianbao", files)


def named(found: list[Part], name: str, within: str = "") -> list[Part]:
    return [part for part in found if (part.name, part.within) == (name, within)]


def test_versions_are_those_of_the_files_that_are_shipped(windows: Path, wheels: Path) -> None:
    found = parts(windows, Origin(wheels))
    assert [part.purl for part in named(found, "CPython")] == ["pkg:generic/cpython@3.11.9"]
    assert [part.version for part in named(found, "zlib", "CPython")] == ["1.3.1"]
    assert [part.version for part in named(found, "Qt")] == ["6.8.3"]
    assert [part.version for part in named(found, "PCRE2", "Qt")] == ["10.45"]
    assert [part.version for part in named(found, "PDFium", "pypdfium2")] == ["159.0.8149.0"]
    assert [part.version for part in named(found, "ICU", "PDFium")] == ["78"]
    (bootloader,) = named(found, "PyInstaller 的引导程序")
    assert bootloader.files == ("../nianbao.exe", "../nianbao-cli.exe")
    assert {part.version: part.files for part in named(found, "Microsoft Visual C++ 运行库")} == {
        "14.39.33520.0": ("PySide6/vcruntime140.dll",),
        "14.38.33126.1": ("VCRUNTIME140.dll", "vcruntime140_1.dll"),
    }


def test_what_does_not_tell_its_version_gets_none(windows: Path, wheels: Path) -> None:
    (lzma,) = named(parts(windows, Origin(wheels)), "liblzma", "CPython")
    assert (lzma.version, lzma.purl) == ("", "pkg:generic/xz")


def test_what_is_not_shipped_is_not_listed(windows: Path, wheels: Path) -> None:
    (windows / "_internal" / "_lzma.pyd").unlink()
    (windows / "_internal" / "Qt6Core.dll").unlink()
    found = parts(windows, Origin(wheels))
    assert not named(found, "liblzma", "CPython")
    assert not named(found, "Qt")
    assert not named(found, "PCRE2", "Qt")


def test_a_library_that_tells_nothing_or_that_nobody_knows_is_an_error(windows: Path, wheels: Path) -> None:
    (windows / "_internal" / "api-ms-win-core.dll").touch()
    with pytest.raises(BuildError, match=r"come from: api-ms-win-core\.dll"):
        parts(windows, Origin(wheels))
    (windows / "_internal" / "api-ms-win-core.dll").unlink()
    (windows / "_internal" / "pypdfium2_raw" / "pdfium.dll").write_bytes(b"something else")
    with pytest.raises(BuildError, match=r"version of ICU in pypdfium2_raw/pdfium\.dll"):
        parts(windows, Origin(wheels))


@pytest.fixture
def linux(tmp_path: Path) -> tuple[Path, Path]:
    """A program for Linux, and the room that it was made in."""
    status = """\
Package: {name}
Status: install ok installed
Architecture: arm64
Multi-Arch: same
Version: {version}
{source}Maintainer: somebody
Description: -

"""
    dpkg = "var/lib/dpkg"
    room = laid(
        tmp_path / "room",
        {
            f"{dpkg}/status": "".join(
                [
                    status.format(name="libxcb1", version="1.14-3", source="Source: libxcb\n"),
                    status.format(name="libxcb-shm0", version="1.14-3", source="Source: libxcb\n"),
                    status.format(name="zlib1g", version="1:1.2.11.dfsg-2+deb11u2", source="Source: zlib\n"),
                    status.format(name="libnew1", version="1", source=""),
                ]
            ).encode(),
            f"{dpkg}/info/format": b"1\n",
            f"{dpkg}/info/libxcb1:arm64.list": b"/usr/lib/aarch64-linux-gnu/libxcb.so.1\n",
            f"{dpkg}/info/libxcb-shm0:arm64.list": b"/usr/lib/aarch64-linux-gnu/libxcb-shm.so.0\n",
            f"{dpkg}/info/zlib1g:arm64.list": b"/lib/aarch64-linux-gnu/libz.so.1\n",
            f"{dpkg}/info/libnew1:arm64.list": b"/usr/lib/aarch64-linux-gnu/libnew.so.1\n",
            "opt/python/include/python3.11/patchlevel.h": b'#define PY_VERSION              "3.11.2"\n',
        },
    )
    names = ("libpython3.11.so.1.0", "libxcb.so.1", "libxcb-shm.so.0", "libz.so.1")
    plugin = "_internal/PySide6/Qt/plugins/platforminputcontexts/libfcitxplatforminputcontextplugin-qt6.so"
    files = {plugin: b"", "nianbao": b"", "nianbao-cli": b"", **{f"_internal/{name}": b"" for name in names}}
    return laid(tmp_path / "nianbao", files), room


@DPKG
def test_each_library_of_debian_is_a_component_of_its_own(linux: tuple[Path, Path], wheels: Path) -> None:
    bundle, room = linux
    found = parts(bundle, Origin(wheels, room, ARM, ("fcitx-qt5_1.2.7.orig.tar.xz",)))
    assert {part.name: (part.purl, part.spdx, part.files) for part in found if part.purl.startswith("pkg:deb/")} == {
        "libxcb1": ("pkg:deb/debian/libxcb1@1.14-3?arch=arm64&distro=debian-11", "X11", ("libxcb.so.1",)),
        "libxcb-shm0": ("pkg:deb/debian/libxcb-shm0@1.14-3?arch=arm64&distro=debian-11", "X11", ("libxcb-shm.so.0",)),
        "zlib1g": (
            "pkg:deb/debian/zlib1g@1:1.2.11.dfsg-2%2Bdeb11u2?arch=arm64&distro=debian-11",
            "Zlib",
            ("libz.so.1",),
        ),
    }
    assert [part.version for part in named(found, "CPython")] == ["3.11.2"]
    assert [part.version for part in named(found, "fcitx-qt5 的 Qt 6 输入法插件")] == ["1.2.7"]


@DPKG
@pytest.mark.parametrize(("name", "said"), [("libnew.so.1", "licence of libnew1"), ("libelse.so.1", "libelse")])
def test_a_library_without_licence_or_package_is_an_error(
    name: str, said: str, linux: tuple[Path, Path], wheels: Path
) -> None:
    bundle, room = linux
    (bundle / "_internal" / name).touch()
    with pytest.raises(BuildError, match=said):
        parts(bundle, Origin(wheels, room, ARM, ("fcitx-qt5_1.2.7.orig.tar.xz",)))


def test_the_licence_of_every_library_and_package_is_told() -> None:
    texts = resource_path("licences", "linux-libraries.txt").read_text(encoding="utf-8")
    headings = set(re.findall(r"^=+ (\S+) =+$", texts, re.MULTILINE))
    assert {entry["text"] for entry in PARTS["debian"].values()} == headings
    for system in ("windows", *MACHINES):
        locked = re.findall(r"^([A-Za-z0-9._-]+)==", run_lock(system), re.MULTILINE)
        assert {name.lower().replace("_", "-") for name in locked} == PARTS["wheels"].keys()
    for entry in PARTS["part"]:
        assert entry.get("spdx") or entry["licence"]


def test_the_embedded_edition_lists_what_it_has_itself(tmp_path: Path) -> None:
    def component(name: str, *files: str) -> dict[str, object]:
        return {"name": name, "properties": [{"name": sbom.FILE, "value": file} for file in files]}

    listed = [
        component("PyInstaller 的引导程序", "../nianbao.exe"),
        component("Qt", "Qt6Core.dll", "gone.dll"),
        component("VC", "VCRUNTIME140.dll"),
    ]
    (tmp_path / "all.json").write_text(json.dumps({"components": [*listed, {"name": "lxml"}]}), encoding="utf-8")
    names = ("lib/PySide6/Qt6Core.dll", "lib/PySide6/vcruntime140.dll", "python/vcruntime140.dll", "python/pythonw.exe")
    root = laid(tmp_path / "edition", dict.fromkeys(names, b""))
    embedded_package._write_sbom(tmp_path / "all.json", root / sbom.SBOM)
    assert json.loads((root / sbom.SBOM).read_text(encoding="utf-8"))["components"] == [
        component("Qt", "lib/PySide6/Qt6Core.dll"),
        component("VC", "python/vcruntime140.dll"),
        {"name": "lxml"},
    ]
