"""The second part of the fault sweep: an editing program is killed at random moments (see fault_sweep)."""

import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from core.draft.workbook import load_draft

CODE = "t3.R01.C1"
"""The cell that the edited number stands in; the text of section 五 ends with the same number."""

MOST_MISSING = 1.0
"""Seconds of typing that may be missing after a kill."""

_TYPING_MS = 15
_SAVING_MS = (300, 900, 60_000)  # the last one: autosaves only
_LONGEST = 1.6  # seconds from the first entry to the kill
_ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass
class KillResult:
    """What the kills showed.

    Attributes:
        worst: Most seconds of typing that were missing after a kill.
        while_starting: Kills before anything was typed.
        recovered: Starts that found an unsaved state and restored it.
        saves: Kills after which the file held more than after the one before.
    """

    kills: int = 0
    while_starting: int = 0
    typed: int = 0
    recovered: int = 0
    saves: int = 0
    worst: float = 0.0
    failures: list[str] = field(default_factory=list)


def kill_sweep(
    folder: Path, kills: int, seconds: float, jobs: int, seed: int, most_missing: float = MOST_MISSING
) -> KillResult:
    """Kill editing programs so many times, or until the time is up, and check after each kill."""
    result, lock = KillResult(), threading.Lock()
    end = time.monotonic() + seconds

    def wants_more() -> bool:
        with lock:
            if result.kills >= kills or time.monotonic() > end:
                return False
            result.kills += 1
            return True

    threads = [
        threading.Thread(
            target=_kill_again, args=(folder / str(job), seed + job, most_missing, wants_more, result, lock)
        )
        for job in range(jobs)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return result


def _kill_again(
    folder: Path,
    seed: int,
    most_missing: float,
    wants_more: Callable[[], bool],
    result: KillResult,
    lock: threading.Lock,
) -> None:
    """Start, kill and check one line of editing programs, each going on where the one before was killed."""
    chance = random.Random(seed)
    folder.mkdir(parents=True)
    known = 0  # the newest number that is known to be kept
    in_file = 0
    while wants_more():
        lines, killed_at = _run_and_kill(folder, chance)
        typed = [(int(words[1]), float(words[2])) for words in lines if words[0] == "typed"]
        wrong, found, file_number = _check(folder)
        with lock:
            result.failures += wrong
            result.while_starting += not typed
            result.typed += len(typed)
            result.recovered += any(words[0] == "recovered" for words in lines)
            result.saves += file_number > in_file
            missing = [when for number, when in typed if number > found]
            result.worst = max(result.worst, killed_at - min(missing, default=killed_at))
            if missing and killed_at - missing[0] > most_missing:
                result.failures.append(
                    f"{killed_at - missing[0]:.3f} s of typing are missing: {typed[-1][0]} was typed, {found} was found"
                )
            if found < known:
                result.failures.append(f"{known} was kept before, {found} is found now")
        known, in_file = found, file_number


def _run_and_kill(folder: Path, chance: random.Random) -> tuple[list[list[str]], float]:
    """Start the editing program, kill it at a random moment; return what it said, and when it was killed."""
    environment = {**os.environ, "NIANBAO_HOME": str(folder / "home"), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "build_scripts.sweeps.fault_editor", str(folder / "草稿.xlsx")]
    command += [str(_TYPING_MS), str(chance.choice(_SAVING_MS))]
    with subprocess.Popen(command, cwd=_ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        begun: list[str] = []
        if chance.random() < 0.25:
            time.sleep(chance.uniform(0.05, 1.2))  # while it starts and recovers
        else:
            while not any(line.startswith("typed") for line in begun[-1:]):
                line = process.stdout.readline()
                if not line:
                    break
                begun.append(line)
            time.sleep(chance.uniform(0.0, _LONGEST))
        killed_at = time.monotonic()
        process.kill()
        begun += process.stdout.readlines()
        process.wait()
        if process.returncode != -9:
            begun.append("failed\n")
    return [line.split() for line in begun if line.endswith("\n")], killed_at


def _check(folder: Path) -> tuple[list[str], int, int]:
    """Return what is wrong with the files, the newest number found, and that in the draft file."""
    environment = {"NIANBAO_HOME": str(folder / "home")}
    checked = subprocess.run(
        [sys.executable, "-m", "build_scripts.sweeps.fault_editor", str(folder / "草稿.xlsx"), "check"],
        cwd=_ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    words = checked.stdout.split()
    if checked.returncode or len(words) < 2:
        return [f"{checked.stdout}{checked.stderr}"[-2000:]], 0, 0
    return [], int(words[0]), int(words[1])


def number_in(path: Path) -> int:
    """Return the number in a draft whose cell and text agree.

    Raises:
        ReportError: The draft is damaged.
        ValueError: Cell and text were written at different moments.
    """
    report = load_draft(path).report
    number = report.cells.get(CODE, 0)
    if not isinstance(number, int) or report.texts.get("s5", "第0次").split("\n")[-1] != f"第{number}次":
        raise ValueError(f"cell {number} and text {report.texts.get('s5')!r} do not agree")
    return number
