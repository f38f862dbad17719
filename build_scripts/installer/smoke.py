"""Starts a frozen program and lets it test itself."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from build_scripts.installer.product import CLI_COMMAND, COMMAND
from build_scripts.installer.steps import BuildError, Command, run, step

_TIMEOUT = 180
_STARTS = 5
RESULT = "自检结果.txt"


def selftest(program: Command, folder: Path, *, environment: dict[str, str] | None = None) -> None:
    """Run the self-test of a program; print its result.

    Raises:
        BuildError: A step failed or something unexpected was printed.
    """
    printed = ""
    try:
        printed = run(
            [*program, "--selftest", folder], environment=environment, timeout=_TIMEOUT, cwd=Path(tempfile.gettempdir())
        )
    except BuildError as error:
        result = folder / RESULT
        raise BuildError(f"{error}\n{result.read_text(encoding='utf-8') if result.exists() else ''}") from error
    text = (folder / RESULT).read_text(encoding="utf-8")
    print("".join(f"   {line}\n" for line in text.splitlines()), end="")
    if printed and printed.replace("\r\n", "\n") != text:
        raise BuildError(f"unexpected output:\n{printed}")


def smoke(bundle: Path) -> None:
    """Run the self-test offscreen and, where Xvfb is there, on a screen; call the console twin as well."""
    ending = ".exe" if sys.platform == "win32" else ""
    program = bundle / f"{COMMAND}{ending}"
    with tempfile.TemporaryDirectory(prefix="nianbao-smoke-") as name:
        base = Path(name)
        with step("自检（offscreen）"):
            selftest([program], base / "自检 一", environment={"QT_QPA_PLATFORM": "offscreen"})
        if shutil.which("xvfb-run"):
            with step("自检（Xvfb）"):
                screen: list[str | Path] = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24", program]
                selftest(screen, base / "自检 二", environment={"QT_QPA_PLATFORM": "xcb"})
        with step("命令行"):
            check_twin(bundle / f"{CLI_COMMAND}{ending}", base)


def check_twin(twin: Path, folder: Path) -> None:
    """Make and check a draft with the console twin.

    Raises:
        BuildError: It does not work.
    """
    draft = folder / "命令行草稿.xlsx"
    options = ["--unit", "测试局", "--year", "2025", "--zero"]
    said = run([twin, "new", "-o", draft, *options], timeout=_TIMEOUT)
    if "已新建草稿" not in said or not draft.is_file():
        raise BuildError(f"{twin.name} new said: {said}")
    said = run([twin, "check", draft], timeout=_TIMEOUT, accepts=(0, 1))
    if "结论" not in said:
        raise BuildError(f"{twin.name} check said: {said}")
    print(f"   {said.splitlines()[2].strip()}")


def start_times(program: Command) -> tuple[float, float]:
    """Return the seconds from process start to the first window shown (best of some rounds), and MB of memory then."""
    import time

    best, memory = 1e9, 0.0
    for _ in range(_STARTS):
        begin = time.perf_counter()
        with subprocess.Popen(
            [str(part) for part in program] + ["--quit-on-show"], stdout=subprocess.PIPE, text=True, env=os.environ
        ) as process:
            assert process.stdout is not None
            line = process.stdout.readline()
            best = min(best, time.perf_counter() - begin)
        if not line.startswith("shown"):
            raise BuildError(f"{program[0]} --quit-on-show said: {line}")
        memory = max(memory, float(line.split()[1]))
    return best, memory
