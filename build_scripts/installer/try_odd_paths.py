"""Starts the program with recent drafts at places that cannot be asked: try_odd_paths SETUP.

Run by a Windows Python that finds the packages of the program, under Wine or on a PC. First the installed program with
odd names, then the program from source with each error by which Windows says that a place cannot be reached: every
start must show the window and end with 0.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from build_scripts.installer import trial

assert sys.platform == "win32", "to be run by a Python for Windows"

BASE = Path("C:\\用户 甲\\试装 路径")
ODD = (
    *(
        "\\\\deadserver\\share\\草稿.xlsx",
        "\\\\nosuchhost\\共享\\草稿.xlsx",
        "\\\\?\\UNC\\deadserver\\share\\草稿.xlsx",
    ),
    *("Q:\\草稿.xlsx", f"C:\\{'长' * 300}.xlsx", f"C:\\{'长' * 5000}.xlsx", "CON", "C:\\CON.xlsx", "NUL", "COM1"),
    *(
        'C:\\?*<>|".xlsx',
        "a:b:c",
        "\\\\.\\pipe\\x",
        "",
        "C:\\a\0b.xlsx",
        "草稿.xlsx",
        "C:\\\ud800.xlsx",
        "C:\\草稿.xlsx. ",
    ),
    "\\\\.\\PhysicalDrive0",
)
WINDOWS_ERRORS = (
    *(
        1,
        2,
        3,
        5,
        6,
        19,
        20,
        21,
        23,
        26,
        31,
        32,
        33,
        50,
        51,
        53,
        54,
        55,
        58,
        59,
        64,
        65,
        67,
        71,
        121,
        123,
        161,
        206,
        362,
    ),
    *(390, 433, 1005, 1117, 1167, 1203, 1219, 1222, 1231, 1232, 1272, 1311, 1326, 1392, 1907, 1909, 1920, 1921),
)
AT_ONCE = 12  # so many recent drafts the program keeps
ANSWERING = "--answering"
ELSEWHERE = "Q:\\别处\\"
PATIENCE = 60


def main(setup: str) -> None:
    """Go through all steps; an assertion ends the trial."""
    shutil.rmtree(BASE, ignore_errors=True)  # of an earlier trial
    home = BASE / "程序" / "nianbao"
    trial.install(setup, home.parent)
    odd = refused([str(home / "nianbao.exe"), "--quit-on-show"], ODD)
    trial.uninstall(home)
    trial.say(f"最近文件的路径有 {len(ODD)} 种打不开：不能启动的 {len(odd)} 种")
    places = [f"{ELSEWHERE}{number}.xlsx" for number in WINDOWS_ERRORS]
    from_source = [sys.executable, "-X", "utf8", "-B", "-m", "build_scripts.installer.try_odd_paths", ANSWERING]
    failing = refused(from_source, places)
    trial.say(f"最近文件所在的位置回答 Windows 的 {len(places)} 种错误：不能启动的 {len(failing)} 种")
    bad = odd + failing
    assert not bad, bad
    print(trial.PASSED)


def refused(command: Sequence[str], paths: Sequence[str]) -> list[str]:
    """Return those of some recent paths with which the program does not start."""
    bad: list[str] = []
    for begin in range(0, len(paths), AT_ONCE):
        some = paths[begin : begin + AT_ONCE]
        if not starts(command, some):
            bad += [path for path in some if not starts(command, [path])]
    return bad


def starts(command: Sequence[str], paths: Sequence[str]) -> bool:
    """Tell whether the program shows its window with some recent drafts and ends with 0."""
    data = BASE / "数据"
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir(parents=True)
    common = {"unit": "测试局", "year": 2025, "when": "2026-01-15T09:30:00", "state": "填写中"}
    recent = [{"path": path, **common} for path in paths]
    (data / "recent.json").write_text(json.dumps({"recent": recent}), encoding="ascii")
    surroundings = {**os.environ, "NIANBAO_HOME": str(data)}
    try:
        done = subprocess.run(command, env=surroundings, capture_output=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:  # it shows an error and waits
        return False
    return done.returncode == 0


def answer_with_errors() -> int:
    """Run the program from source; a path of `ELSEWHERE` answers with the error that its name tells."""
    from gui.app import main as main_of_window  # deferred: the other part needs no Qt

    stat = os.stat

    def failing(path: str | Path, *arguments: object, **options: object) -> os.stat_result:
        if str(path).startswith(ELSEWHERE):
            raise OSError(0, "不可用", str(path), int(Path(path).stem))
        return stat(path, *arguments, **options)  # type: ignore[arg-type]

    os.stat = failing  # type: ignore[assignment]
    return main_of_window(["--quit-on-show"])


if __name__ == "__main__":
    if sys.argv[1] == ANSWERING:
        sys.exit(answer_with_errors())
    main(*sys.argv[1:])
