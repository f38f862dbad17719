"""Times ``collect`` as a command: the first run over 40 mixed files, and a second one after one file changed.

    python -m build_scripts.bench.collecting_again [ROUNDS]

A run of its own cannot come down to a tenth of the first: it starts Python, loads the program, and has another process
load all rules and their patterns to read a single foreign file. So beside both runs stand what that alone takes, a run
over one file into an empty folder, and what is left of both above it; of that the second run may take a tenth. Best of
the rounds, in seconds by the clock and of all processors; modules are compiled beforehand, as in the shipped program.
Exit code 1 where the goal is missed.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from build_scripts.sweeps.desk_folders import list_bytes, make_folder

GOAL = 0.1
FAULT = ("国务院令第711号", "国务院令第771号")
ROOT = Path(__file__).resolve().parents[2]


class Cost(NamedTuple):
    """What a run took, in seconds."""

    clock: float
    processors: float


def main() -> int:
    """Print the times; return the exit code."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        made = make_folder(3)
        made.write(place / "in")
        (place / "list.xlsx").write_bytes(list_bytes(made))
        texts = (path for path in sorted((place / "in").iterdir()) if path.suffix == ".txt")
        changed = next(path for path in texts if FAULT[0] in path.read_text(encoding="utf-8"))
        (place / "alone").mkdir()
        shutil.copy(changed, place / "alone")
        collect(place, "in", made.year)  # compiles the modules
        found = [measured(place, changed, made.year) for _ in range(rounds)]
    costs = {name: min(one[name] for one in found) for name in found[0]}
    for name, cost in costs.items():
        print(f"{name:40} {cost.clock:6.2f} s   {cost.processors:6.2f} s of processor time")
    first, second, one = (
        costs["first run"],
        costs["one changed file with a new fault"],
        costs["one file into an empty folder"],
    )
    above = max(second.processors - one.processors, 0) / (first.processors - one.processors)
    for name in ("nothing changed", "one changed file that says the same", "one changed file with a new fault"):
        clock, processors = costs[name]
        print(f"{name} / first run: {clock / first.clock:.2f} by the clock, {processors / first.processors:.2f} of all")
    print(f"fixed, what one file alone takes / first run: {one.processors / first.processors:.2f}")
    missed = "" if above <= GOAL else "MISSED"
    print(f"new fault above what is fixed / first run above it: {above:.2f}   goal {GOAL:.2f}   {missed}")
    return 0 if above <= GOAL else 1


def measured(place: Path, changed: Path, year: int) -> dict[str, Cost]:
    """Return what each kind of run takes."""
    for out in ("in", "alone"):
        shutil.rmtree(place / f"out-{out}", ignore_errors=True)
    costs = {
        "Python alone": run(place, "-c", ""),
        "no such folder": collect(place, "none", year),
        "first run": collect(place, "in", year),
    }
    collect(place, "in", year)  # the letters of the first run are out now
    costs["nothing changed"] = collect(place, "in", year)
    text = changed.read_text(encoding="utf-8")
    changed.write_text(f"{text}\n", encoding="utf-8")
    costs["one changed file that says the same"] = collect(place, "in", year)
    changed.write_text(text.replace(*FAULT), encoding="utf-8")
    costs["one changed file with a new fault"] = collect(place, "in", year)
    changed.write_text(text, encoding="utf-8")
    costs["one file into an empty folder"] = collect(place, "alone", year)
    return costs


def collect(place: Path, folder: str, year: int) -> Cost:
    """Run the command."""
    options = ["--year", str(year), "-o", f"out-{folder}", "--list", "list.xlsx"]
    return run(place, "-m", "core", "collect", folder, *options)


def run(place: Path, *arguments: str) -> Cost:
    """Run Python in a folder."""
    given = {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(place / "compiled")}
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begun, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], cwd=place, env=kept | given, capture_output=True, check=False)
    clock, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


if __name__ == "__main__":
    sys.exit(main())
