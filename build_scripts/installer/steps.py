"""Running programs, saying how long it took, and where built things are kept between runs."""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from build_scripts.installer.product import ROOT

Command = Sequence[str | Path]
_LAST_LINES = 40
_TRIES = 3
_MEGABYTE = 1_000_000


class BuildError(Exception):
    """The build cannot go on; the text says why and what to do."""


@contextmanager
def step(title: str) -> Iterator[None]:
    """Say what begins and, at its end, how long it took: on the wall, and of the processor, as far as that is known.

    The processor's seconds are those of this process and of its children; what Wine starts by itself is no child.
    """
    print(f"== {title}", flush=True)
    begin, used = time.monotonic(), _processor_seconds()
    yield
    processor = f"（CPU {_processor_seconds() - used:.1f} s）" if sys.platform != "win32" else ""
    print(f"   {title}：{time.monotonic() - begin:.1f} s{processor}", flush=True)


def _processor_seconds() -> float:
    return sum(os.times()[:4])


def run(
    command: Command,
    *,
    cwd: Path | None = None,
    environment: Mapping[str, str] | None = None,
    timeout: float | None = None,
    accepts: Sequence[int] = (0,),
) -> str:
    """Run a program and return what it printed on stdout and stderr together.

    Raises:
        BuildError: It ended with another code than those accepted, or took too long; the text holds its last lines.
    """
    surroundings = {**os.environ, "PYTHONUTF8": "1", **(environment or {})}
    try:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=cwd or ROOT,
            env=surroundings,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=timeout,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise BuildError(f"{command[0]} did not end within {timeout} s:\n{_tail(error.stdout or b'')}") from error
    except OSError as error:
        raise BuildError(f"{command[0]} cannot be started: {error}") from error
    if done.returncode not in accepts:
        raise BuildError(f"{' '.join(map(str, command))}\nended with {done.returncode}:\n{_tail(done.stdout)}")
    return done.stdout.decode("utf-8", "replace")


def run_again(command: Command, *, environment: Mapping[str, str] | None = None) -> str:
    """Run a program that fetches something, up to three times: mirrors fail now and then."""
    for _ in range(_TRIES - 1):
        try:
            return run(command, environment=environment)
        except BuildError:
            time.sleep(2)
    return run(command, environment=environment)


def _tail(output: bytes) -> str:
    return "\n".join(output.decode("utf-8", "replace").splitlines()[-_LAST_LINES:])


def cache_folder(*parts: str) -> Path:
    """Return a folder of things built or fetched once, made if need be: in the user's cache, never in the checkout."""
    root = os.environ.get("NIANBAO_BUILD_CACHE")
    if not root:
        home = os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else os.environ.get("XDG_CACHE_HOME")
        root = str(Path(home or Path.home() / ".cache") / "nianbao-build")
    folder = Path(root, *parts)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def fresh_folder(path: Path) -> Path:
    """Return the folder, empty."""
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    return path


def commit_time() -> int:
    """Return the time of the commit that is built, so that building again gives the same files."""
    return int(run(["git", "log", "-1", "--format=%ct"]).strip())


def build_name() -> str:
    """Return what tells this build from others of its version: day and number of its commit."""
    day, number = run(["git", "log", "-1", "--format=%cs %H"]).split()
    changed = "，有未提交的改动" if run(["git", "status", "--porcelain"]).strip() else ""
    return f"{day} {number[:8]}{changed}"


def same_again() -> dict[str, str]:
    """Return the environment in which programs write the same bytes whenever they run."""
    return {"SOURCE_DATE_EPOCH": str(commit_time()), "PYTHONHASHSEED": "0"}


def set_times(folder: Path) -> None:
    """Give everything in a folder the time of the commit."""
    when = commit_time()
    for path in folder.rglob("*"):
        os.utime(path, (when, when), follow_symlinks=False)


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file as hex digits."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def expect_sha256(path: Path, wanted: str) -> None:
    """Fail unless a file is the one that was looked at when this script was written.

    Raises:
        BuildError: It is another file.
    """
    found = sha256(path)
    if found != wanted:
        raise BuildError(f"{path.name} is not the expected file:\n  wanted {wanted}\n  found  {found}")


def fingerprint(*parts: str | Path) -> str:
    """Return a short key of files and texts, under which what was built from them is cached."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.read_bytes() if isinstance(part, Path) else part.encode())
        digest.update(b"\0")
    return digest.hexdigest()[:16]


def size(path: Path) -> int:
    """Return the bytes of a file, or of all files below a folder, links not followed."""
    if path.is_file():
        return path.stat().st_size
    return sum(file.lstat().st_size for file in path.rglob("*") if file.is_file() and not file.is_symlink())


def megabytes(path: Path) -> str:
    """Return the size in words, such as "30.7 MB"; small ones as "12 kB"."""
    found = size(path)
    return f"{found / 1e6:.1f} MB" if found >= _MEGABYTE // 10 else f"{max(1, round(found / 1e3))} kB"


def need_programs(packages: Mapping[str, str]) -> None:
    """See that programs are there; on Debian as root install the packages that bring them.

    Args:
        packages: Program names and the Debian packages that bring them.

    Raises:
        BuildError: Some are missing and cannot be installed here.
    """
    missing = {program: package for program, package in packages.items() if not _is_there(program)}
    if not missing:
        return
    names = sorted(set(" ".join(missing.values()).split()))
    if sys.platform.startswith("linux") and os.geteuid() == 0 and shutil.which("apt-get"):
        with step(f"安装系统软件包 {' '.join(names)}"):
            quiet = {"DEBIAN_FRONTEND": "noninteractive"}
            run_again(["apt-get", "update", "-qq"])
            run_again(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *names], environment=quiet)
        missing = {program: package for program, package in missing.items() if not _is_there(program)}
    if missing:
        raise BuildError(f"缺少 {'、'.join(missing)}；在 Debian 上由管理员安装：apt-get install {' '.join(names)}")


def _is_there(program: str) -> bool:
    return Path(program).exists() if program.startswith("/") else shutil.which(program) is not None


def refuse_dirty_tree() -> str:
    """Return the commit that is built.

    Raises:
        BuildError: Something in the checkout is not committed, so that nobody could build the same again.
    """
    changed = run(["git", "status", "--porcelain"])
    if changed.strip():
        raise BuildError(f"有未提交的改动，不能制作正式安装包；请先提交，试制请加 --dev。\n{_tail(changed.encode())}")
    return run(["git", "rev-parse", "--short=12", "HEAD"]).strip()
