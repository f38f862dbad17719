"""Set up the program from a checkout and start it or test it; needs nothing but Python 3.11 to 3.13.

    python3 build_scripts/dev.py run [DRAFT.xlsx]   set up, start the wizard; without a display work on the sample
    python3 build_scripts/dev.py test               set up, lint, types, import contracts, all tests, a frozen program
    python3 build_scripts/dev.py test tests/core -k t3   set up, only these tests: the arguments go to pytest
    python3 build_scripts/dev.py setup              only the set-up with the test tools

Only the standard library is used, and only syntax that an older Python can read, so that it can say it is too old.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / ".lock-installed"
RUN_LOCK = ROOT / "requirements.lock"
TEST_LOCK = ROOT / "requirements-dev.lock"
SAMPLE = ROOT / "resources" / "samples" / "示例.xlsx"
SCREEN = str(ROOT / "build_scripts" / "make" / "virtual_screen.py")
SUPPORTED = ((3, 11), (3, 12), (3, 13))
FINDINGS = 1  # what `core check` exits with when it has found errors in a report
HIDDEN_PLATFORMS = ("offscreen", "minimal", "minimalegl", "vnc", "linuxfb", "eglfs")

# What the Qt wheels leave to the system.
BROWSER = ("chromium", "tidy")
QT_LIBRARIES = (
    *("libEGL.so.1", "libGL.so.1", "libX11-xcb.so.1", "libcups.so.2", "libdbus-1.so.3", "libfontconfig.so.1"),
    *("libfreetype.so.6", "libglib-2.0.so.0", "libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-image.so.0"),
    *("libxcb-keysyms.so.1", "libxcb-randr.so.0", "libxcb-render-util.so.0", "libxcb-shape.so.0", "libxcb-sync.so.1"),
    *("libxcb-xfixes.so.0", "libxcb-xkb.so.1", "libxkbcommon-x11.so.0", "libxkbcommon.so.0"),
)

# Fails unless it runs in a virtual environment with pip and a supported version.
PROBE = f"import pip, sys; sys.exit(sys.prefix == sys.base_prefix or sys.version_info[:2] not in {SUPPORTED})"

# In this order, the frozen program beside them, the tests after them; one that fails stops no other one
STATIC_CHECKS = {
    "代码规范（ruff check）": ("-m", "ruff", "check", "."),
    "代码格式（ruff format）": ("-m", "ruff", "format", "--check", "."),
    "类型（mypy）": ("-m", "mypy"),
    "导入约定（import-linter）": ("-c", "from importlinter.cli import lint_imports_command as lint; lint()"),
}

FROZEN = "冻结与自检（PyInstaller）"

# Hundreds of processes of the tests import the program: it is compiled for the first, whatever containers set
SURROUNDINGS = {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": ""}

USAGE = """用法：
  python3 build_scripts/dev.py run [草稿.xlsx]    准备环境并启动程序；没有显示器时用示例校核并生成 Word
  python3 build_scripts/dev.py test [pytest 参数] 准备环境并检查：不带参数为全部检查，带参数只运行选中的测试
  python3 build_scripts/dev.py setup              只准备环境（含测试工具）"""


class DevError(Exception):
    """A failure that ends the command.

    Attributes:
        summary: One Chinese sentence saying what could not be done.
        advice: One Chinese sentence saying what to do next.
    """

    def __init__(self, summary: str, advice: str) -> None:
        super().__init__(summary)
        self.summary = summary
        self.advice = advice


class SystemNeed(NamedTuple):
    """Something the system must bring.

    Attributes:
        name: What it is, for a person.
        packages: The Debian packages that bring it.
        is_there: Looks whether it is there.
        marker: The pytest marker of the tests that cannot run without it; empty for all or none.
    """

    name: str
    packages: tuple[str, ...]
    is_there: Callable[[], bool]
    marker: str = ""


def main(arguments: Sequence[str]) -> int:
    """Carry out one sub-command; return the exit code."""
    commands: dict[str, Callable[[Sequence[str]], int]] = {"run": run, "test": test, "setup": setup}
    if not arguments or arguments[0] not in commands:
        print(USAGE)
        return 0 if arguments and arguments[0] in ("-h", "--help") else 2
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace", line_buffering=True)  # a console without Chinese must not stop the work
    try:
        _check_python()
        return commands[arguments[0]](arguments[1:])
    except DevError as error:
        print(f"出错：{error.summary}\n请这样做：{error.advice}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"出错：读写文件或启动程序失败（{error}）。\n请这样做：检查磁盘空间和权限后再试。", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\n已中断。", file=sys.stderr)
        return 130


# ---------------------------------------------------------------- the three commands


def setup(arguments: Sequence[str]) -> int:
    """Set up with the test tools, and nothing else."""
    if arguments:
        raise DevError("setup 后面不接参数。", "请去掉它们再运行。")
    missing = _prepare(with_tests=True)
    print("环境已准备好。" if not missing else f"环境已准备好，但缺少：{'、'.join(need.name for need in missing)}。")
    return 0


def run(arguments: Sequence[str]) -> int:
    """Start the wizard; where there is no display, check the sample and make its Word report."""
    _prepare(with_tests=False)
    if _has_display():
        return _call("-m", "gui", *arguments)
    print("没有可用的显示器，不打开窗口，改为校核示例并生成 Word 报告。")
    target = ROOT / "out" / f"{SAMPLE.stem}.docx"
    target.parent.mkdir(exist_ok=True)
    code = _call("-m", "core", "check", str(SAMPLE))
    if code not in (0, FINDINGS):
        return code
    return _call("-m", "core", "generate", str(SAMPLE), "-o", str(target))


def test(arguments: Sequence[str]) -> int:
    """Run all checks and count the tests in the last line; with arguments hand these to pytest and do nothing else."""
    missing = _prepare(with_tests=True)
    if arguments:
        return _call("-m", "pytest", *arguments)
    with ThreadPoolExecutor() as beside:  # both are done on one core
        frozen = beside.submit(_call_quietly, "-m", "build_scripts.installer", "smoke")
        failures = [title for title, command in STATIC_CHECKS.items() if not _step(title, *command)]
        _call_quietly("-m", "pytest", "--collect-only", "-q")  # compiles the tests once, not in each worker
        is_good, said = frozen.result()
    print(f"\n== {FROZEN}\n{said}")
    failures += [] if is_good else [FROZEN]
    left_out = [need for need in missing if need.marker]
    for need in left_out:
        _list_tests(need.marker, f"缺少 {need.name}，以下测试没有运行：")
    # A window is tested once, on a real X server where there is one. Three at a time on two cores: windows wait a lot.
    # Windows first, in the order of the files: by the number of their tests, the few that take longest came last
    marks = " and ".join(f"not {need.marker}" for need in left_out)
    rooms = {path.relative_to(ROOT / "tests").parts[0] for path in (ROOT / "tests").rglob("test_*.py")}
    ordered = sorted(rooms, key=lambda room: (room == "core", room != "gui", room))
    options = ("-m", marks, "-n", "3", "--dist", "loadfile", "--no-loadscope-reorder", *(f"tests/{r}" for r in ordered))
    has_screen = bool(shutil.which("Xvfb"))
    title, platform = ("全部测试（Xvfb）", "xcb") if has_screen else ("全部测试（offscreen）", "offscreen")
    counts = Counter[str]()
    if not _pytest(title, counts, {"QT_QPA_PLATFORM": platform}, *options, screen=(SCREEN,) if has_screen else ()):
        failures.append(title)
    print("\n" + (f"没有通过：{'、'.join(failures)}" if failures else "全部检查通过。"))
    print(f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped")
    return 1 if failures else 0


# ---------------------------------------------------------------- set-up


def _check_python() -> None:
    """Refuse a Python that the locked wheels do not cover."""
    if sys.version_info[:2] not in SUPPORTED:
        raise DevError(
            f"需要 Python 3.11、3.12 或 3.13，现在是 {sys.version_info[0]}.{sys.version_info[1]}。",
            "请安装其中一个版本，再用它运行本命令，例如 python3.11 build_scripts/dev.py run。",
        )


def _prepare(*, with_tests: bool) -> list[SystemNeed]:
    """Bring the system packages and `.venv` up to date; return what the system lacks all the same."""
    missing = _install_system_packages(with_tests=with_tests)
    if not _is_up_to_date(with_tests=with_tests):
        _make_venv()
        _install_locked(TEST_LOCK if with_tests else RUN_LOCK)
    return missing


def _system_needs(*, with_tests: bool) -> list[SystemNeed]:
    """Return what the system must bring; on Windows the wheels hold all that the program needs."""
    needs = []
    if sys.platform.startswith("linux"):
        absent = tuple(debian_package(library) for library in QT_LIBRARIES if not _can_load(library))
        needs = [
            SystemNeed("Qt 需要的系统库", absent, lambda: all(map(_can_load, QT_LIBRARIES))),
            SystemNeed("中文字体", ("fontconfig", "fonts-noto-cjk"), lambda: _has_font(":lang=zh-cn")),
        ]
    if with_tests:
        office = ("libreoffice-writer", "libreoffice-calc", "poppler-utils")
        programs = ("soffice", "pdftoppm", "pdftotext")
        needs += [
            SystemNeed("LibreOffice 和 poppler", office, lambda: all(map(shutil.which, programs)), "needs_libreoffice"),
            # As wide as Times New Roman; what LibreOffice takes otherwise depends on what else is installed
            SystemNeed("西文字体", ("fonts-liberation",), lambda: _has_font("Liberation Serif"), "needs_libreoffice"),
            SystemNeed("Chromium 和 tidy", BROWSER, lambda: all(map(shutil.which, BROWSER)), "needs_browser"),
            SystemNeed("strace", ("strace",), lambda: shutil.which("strace") is not None, "needs_strace"),
            SystemNeed("binutils", ("binutils",), lambda: shutil.which("objdump") is not None),
            SystemNeed("Xvfb", ("xvfb",), lambda: shutil.which("Xvfb") is not None, "needs_xvfb"),
        ]
    return needs


def debian_package(library: str) -> str:
    """Name the package of a shared library by Debian's rule: a dash only where the name ends in a digit."""
    name, version = library.lower().replace("libglib-", "libglib").split(".so.")
    return f"{name}-{version}" if name[-1].isdigit() else name + version


def _install_system_packages(*, with_tests: bool) -> list[SystemNeed]:
    missing = [need for need in _system_needs(with_tests=with_tests) if not need.is_there()]
    if not missing:
        return []
    packages = [package for need in missing for package in need.packages]
    if _may_install():
        print(f"缺少 {'、'.join(need.name for need in missing)}，正在安装系统软件包：{' '.join(packages)}")
        _apt_install(packages)
        return [need for need in missing if not need.is_there()]
    print(f"缺少 {'、'.join(need.name for need in missing)}。")
    if sys.platform.startswith("linux"):
        print(f"在 Debian、UOS、麒麟上可由管理员安装：apt-get install {' '.join(packages)}")
    return missing


def _may_install() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _apt_install(packages: Sequence[str]) -> None:
    """Install Debian packages by name; the list of packages is fetched first, since a fresh machine has none."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    quiet = ("-q", "-y", "-o", "Dpkg::Use-Pty=0", "-o", "Acquire::Retries=3")
    for command in (("update",), ("install", "--no-install-recommends", *packages)):
        if subprocess.run(["apt-get", *quiet, *command], env=environment, check=False).returncode:
            raise DevError(
                f"系统软件包没有装上（apt-get {' '.join(command[:1])} 失败）。",
                "请检查网络和 apt 软件源，或由管理员装好上面列出的软件包后再试。",
            )


def _can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_font(pattern: str) -> bool:
    if shutil.which("fc-list") is None:
        return False
    return bool(subprocess.run(["fc-list", pattern, "family"], capture_output=True, check=False).stdout.strip())


def _python() -> Path:
    return VENV / "Scripts" / "python.exe" if os.name == "nt" else VENV / "bin" / "python"


def _is_up_to_date(*, with_tests: bool) -> bool:
    """Tell whether `.venv` holds what the lock file names; the test lock holds all of the other."""
    try:
        installed = STAMP.read_text(encoding="utf-8")
    except FileNotFoundError:
        return False
    locks = (TEST_LOCK,) if with_tests else (TEST_LOCK, RUN_LOCK)
    return _python().exists() and installed in [_fingerprint(lock) for lock in locks]


def _fingerprint(lock: Path) -> str:
    return hashlib.sha256(lock.read_text(encoding="utf-8").encode()).hexdigest()


def _make_venv() -> None:
    """Make `.venv`, or keep the one there if it is usable; a broken one is made anew."""
    if VENV.exists():
        if _python().exists() and _succeeds(_python(), PROBE):
            return
        print("原有的 .venv 不能用，正在重建。")
        shutil.rmtree(VENV)
    package = f"python3.{sys.version_info[1]}-venv"
    if not _can_make_venv() and _may_install():
        print(f"这个 Python 不带 venv，正在安装系统软件包：{package}")
        _apt_install([package])
    print(f"正在建立 .venv（Python {sys.version_info[0]}.{sys.version_info[1]}）……")
    command = [sys.executable, "-m", "venv", str(VENV)]
    if not _can_make_venv() or subprocess.run(command, check=False).returncode:
        raise DevError(
            "无法建立 .venv，这个 Python 可能不带 venv 和 ensurepip。",
            f"请由管理员运行 apt-get install {package}，或换用自带 venv 的 Python。",
        )


def _can_make_venv() -> bool:
    """Ask a new process, for the answer changes when the package has been installed."""
    return _succeeds(sys.executable, "import ensurepip, venv")


def _install_locked(lock: Path) -> None:
    print(f"正在按 {lock.name} 安装依赖，首次需要几分钟……")
    STAMP.unlink(missing_ok=True)
    options = ["--no-input", "--disable-pip-version-check", "--only-binary=:all:", "--require-hashes", "-r", str(lock)]
    if not sys.stdout.isatty():
        options.append("--quiet")  # a progress bar is for people
    if _call("-m", "pip", "install", *options, environment={"PIP_USER": "0"}):
        raise DevError(
            f"依赖没有装上（pip 按 {lock.name} 安装失败）。",
            "请检查网络后再试；网络受限时先设环境变量 PIP_INDEX_URL 指向单位的镜像，或删除 .venv 后重来。",
        )
    STAMP.write_text(_fingerprint(lock), encoding="utf-8")


# ---------------------------------------------------------------- starting programs


def _call(*arguments: str, environment: Mapping[str, str] | None = None) -> int:
    """Run the Python of `.venv` in the checkout, with UTF-8 everywhere; return its exit code."""
    surroundings = {**os.environ, **SURROUNDINGS, **(environment or {})}
    return subprocess.run([str(_python()), *arguments], cwd=ROOT, env=surroundings, check=False).returncode


def _call_quietly(*arguments: str) -> tuple[bool, str]:
    """Run the Python of `.venv` in the checkout; tell whether it went through, and what it printed."""
    surroundings = {**os.environ, **SURROUNDINGS}
    command = [str(_python()), *arguments]
    pipe, both = subprocess.PIPE, subprocess.STDOUT
    done = subprocess.run(command, cwd=ROOT, env=surroundings, stdout=pipe, stderr=both, encoding="utf-8", check=False)
    return done.returncode == 0, done.stdout


def _succeeds(python: Path | str, code: str) -> bool:
    """Run a line of Python silently; tell whether it went through."""
    return subprocess.run([str(python), "-c", code], capture_output=True, check=False).returncode == 0


def _has_display() -> bool:
    """Tell whether a window can be seen; on Linux Qt itself is asked, since DISPLAY may name a dead screen."""
    if not sys.platform.startswith("linux"):
        return True
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in HIDDEN_PLATFORMS:
        return False
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    return _succeeds(_python(), "from PySide6.QtGui import QGuiApplication; QGuiApplication([])")


# ---------------------------------------------------------------- checks and tests


def _step(title: str, *arguments: str, environment: Mapping[str, str] | None = None) -> bool:
    print(f"\n== {title}")
    return _call(*arguments, environment=environment) == 0


def _pytest(
    title: str, counts: Counter[str], environment: Mapping[str, str], *options: str, screen: tuple[str, ...] = ()
) -> bool:
    """Run pytest once, add its results to the counts; tell whether all went well."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = (*screen, "-m", "pytest", "-ra", f"--junitxml={report}", *options)
        is_good = _step(title, *command, environment=environment)
        counts.update(count_results(report))
    return is_good


def count_results(report: Path) -> dict[str, int]:
    """Count passed, failed and skipped tests in a JUnit report; a run that died before writing it is one failure."""
    if not report.exists():
        return {"failed": 1}
    suite = next(ElementTree.parse(report).getroot().iter("testsuite"))
    total, failures, errors, skipped = (int(suite.get(key, 0)) for key in ("tests", "failures", "errors", "skipped"))
    return {"passed": total - failures - errors - skipped, "failed": failures + errors, "skipped": skipped}


def _list_tests(marker: str, title: str) -> None:
    """Print by name the tests that carry a marker."""
    command = [str(_python()), "-m", "pytest", "--collect-only", "-q", "-m", marker]
    listing = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=False).stdout
    if "::" in listing:
        print("\n".join([title, *(f"  {line}" for line in listing.splitlines() if "::" in line)]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
