"""Unpacks the locked wheels of another system into a folder, for PyInstaller to work with."""

import re
import sys
from collections.abc import Collection
from pathlib import Path

from build_scripts.installer.machines import MACHINES
from build_scripts.installer.product import ROOT
from build_scripts.installer.steps import cache_folder, fingerprint, fresh_folder, run_again, step

RUN_LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"
_BUILDERS = ("altgraph", "packaging", "pyinstaller", "pyinstaller-hooks-contrib", "setuptools")
_BUILDERS_ON_WINDOWS = ("pefile", "pywin32-ctypes")
_PLATFORMS = {"windows": ("win_amd64",), **{system: machine.wheels for system, machine in MACHINES.items()}}
_ENTRY = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)[^\\\n]*((?:\\\n[^\\\n]*)*)", re.MULTILINE)


def run_lock(system: str) -> str:
    """Return the lock file of the program for a system: "windows", or one of MACHINES with the versions of its own."""
    text = RUN_LOCK.read_text(encoding="utf-8")
    machine = MACHINES.get(system)
    if machine is None or not machine.lock:
        return text
    own = {match[1]: match[0] for match in _ENTRY.finditer((ROOT / machine.lock).read_text(encoding="utf-8"))}
    return _ENTRY.sub(lambda match: own.get(match[1], match[0]), text)


def locked(lock: str, names: Collection[str] | None = None) -> str:
    """Return the entries of a lock file with hashes but without markers, which would be judged for this system."""
    entries = [match for match in _ENTRY.finditer(lock) if names is None or match[1].lower() in names]
    if names is not None and (missing := set(names) - {match[1].lower() for match in entries}):
        raise ValueError(f"not in the lock file: {sorted(missing)}")
    return "".join(f"{match[1]}=={match[2]} {match[3]}\n" for match in entries)


def site_packages(system: str) -> Path:
    """Return a folder with what the program and PyInstaller need on a system, "windows" or one of MACHINES."""
    builders = _BUILDERS + (_BUILDERS_ON_WINDOWS if system == "windows" else ())
    text = locked(run_lock(system)) + locked(DEV_LOCK.read_text(encoding="utf-8"), builders)
    folder = cache_folder("wheels") / f"{system}-{fingerprint(text, *_PLATFORMS[system])}"
    if folder.is_dir():
        return folder
    unfinished = fresh_folder(folder.with_name(f"{folder.name}.part"))
    lock = unfinished.with_suffix(".txt")
    lock.write_text(text, encoding="utf-8")
    platforms = [option for name in _PLATFORMS[system] for option in ("--platform", name)]
    abis = [option for name in ("cp311", "abi3", "none") for option in ("--abi", name)]
    with step(f"下载并核对 {system} 的依赖"):
        pip: list[str | Path] = [sys.executable, "-m", "pip", "install", "--quiet", "--no-input", "--no-deps"]
        pip += ["--disable-pip-version-check", "--no-compile", "--only-binary=:all:", "--require-hashes"]
        pip += ["--python-version", "3.11", "--implementation", "cp", *platforms, *abis]
        run_again([*pip, "--target", unfinished, "-r", lock])
    lock.unlink()
    unfinished.rename(folder)
    return folder
