"""Times 汇总审核 of a folder beside the imports of its files one by one, on one processor and on two.

    python -m build_scripts.bench.collecting [--drafts 1000]

Goals: 40 mixed files take at most 1.2 times the single imports on one processor and 0.65 times on two; where the desk
stays open, as in the window, reading one changed file takes at most a tenth of the first reading (what a run of its own
takes, ``bench.collecting_again`` tells); with ``--drafts`` (300 or more) each of so many drafts takes the same
processor time, within 10 %, and the memory of the reading process does not grow with them. A single import is that of
the command line, a process of its own; beside it stands what reading alone takes in one process. Exit code 1 where a
goal is missed. Affinity, processor time and memory are asked of Linux.
"""

import argparse
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path

from build_scripts.sweeps.desk_folders import Folder, list_bytes, make_folder
from core.base.errors import ReportError
from core.draft.workbook import draft_bytes
from core.office.collection.collected import Request
from core.office.collection.open_desk import OpenDesk
from core.office.collection.run import run_collection
from core.office.report_source import open_report

TODAY = date(2026, 1, 20)
ONE, TWO, SECOND, CONSTANT = 1.2, 0.65, 0.1, 0.1
BLOCK = 100  # drafts


def main() -> int:
    """Print the times; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--drafts", type=int, default=0)
    options = parser.parse_args()
    processors = sorted(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory() as place:
        results = measure_folder(Path(place), processors)
        if options.drafts:
            results += measure_drafts(Path(place), options.drafts)
    os.sched_setaffinity(0, processors)
    for name, ratio, goal in results:
        print(f"{name:44} {ratio:6.2f}   goal {goal:4.2f}   {'' if ratio <= goal else 'MISSED'}")
    return 0 if all(ratio <= goal for _, ratio, goal in results) else 1


def measure_folder(place: Path, processors: list[int]) -> list[tuple[str, float, float]]:
    """Return what a folder of 40 mixed files takes: name, ratio and goal."""
    made = make_folder(3)
    made.write(place / "in")
    (place / "list.xlsx").write_bytes(list_bytes(made))
    os.sched_setaffinity(0, processors[:1])
    files = sorted((place / "in").iterdir())
    alone = seconds(lambda: import_alone(files, place))
    reading = min(seconds(lambda: read(files)) for _ in range(2))
    one = seconds(lambda: collect(made, place, "one"))
    os.sched_setaffinity(0, processors)
    two = seconds(lambda: collect(made, place, "two"))
    changed = next(path for path in files if path.suffix == ".txt")
    changed.write_text(changed.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    second = seconds(lambda: collect(made, place, "two"))
    with OpenDesk(Request(place / "in", made.year, place / "open", TODAY, place / "list.xlsx")) as desk:
        opened = seconds(desk.read)
        changed.write_text(changed.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        again = seconds(desk.read)
    print(
        f"{len(files)} files: single imports {alone:.2f} s, reading alone {reading:.2f} s; "
        f"one processor {one:.2f} s, {len(processors)} processors {two:.2f} s, one changed file {second:.2f} s; "
        f"open desk {opened:.2f} s, one changed file {again:.2f} s"
    )
    return [
        ("one processor / single imports", one / alone, ONE),
        (f"{len(processors)} processors / single imports", two / alone, TWO),
        ("one changed file / first reading, open desk", again / opened, SECOND),
    ]


def measure_drafts(place: Path, count: int) -> list[tuple[str, float, float]]:
    """Return whether many drafts cost more each than few, and whether the reading process grows.

    All is processor time. That of the processes that read is noted block by block; the first one, in which they load
    the rules, is left out. The rest, from judging to writing, is that of this process.
    """
    reports = list(make_folder(3, faults=0).reports.values())
    rest, memory = [], []
    for number in (count // 10, count):
        folder = place / str(number)
        folder.mkdir()
        for i in range(number):
            texts = {"meta.unit": f"青澜县第{i}局", "s1.active": own_words(i), "s5": own_words(count + i)}
            report = reports[i % len(reports)].with_texts(texts)
            (folder / f"{i}.xlsx").write_bytes(draft_bytes(report))
        request = Request(folder, 2025, place / f"out{number}", TODAY)
        before, marks = time.process_time(), [children()]
        whole = seconds(partial(run_collection, request, partial(note_block, marks)))
        rest.append((time.process_time() - before) / number)
        reading = [1000 * (end - begin) / BLOCK for begin, end in pairwise(marks)]
        memory.append(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
        state = (place / f"out{number}" / "collection.json").stat().st_size
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{number} drafts: {1000 * whole / number:.1f} ms each by the clock; to read them, by blocks of {BLOCK}, "
            f"{' '.join(f'{ms:.1f}' for ms in reading)} ms of processor time each, all else {1000 * rest[-1]:.1f} ms; "
            f"reading process {memory[-1]:.0f} MB, this one {own:.0f} MB, state {state / 2**20:.1f} MB"
        )
    half = len(reading) // 2
    grown = statistics.fmean(reading[-half:]) / statistics.fmean(reading[1 : half + 1])
    return [
        (f"reading the last of {count} drafts / the first", grown, 1 + CONSTANT),
        (f"all else for {count} drafts / {count // 10}, each", rest[1] / rest[0], 1 + CONSTANT),
        ("memory of the reading process, likewise", memory[1] / memory[0], 1 + CONSTANT),
    ]


def note_block(marks: list[float], count: int, _all: int) -> None:
    """Note the processor time of the processes that read, after each block of files."""
    if count and count % BLOCK == 0:
        marks.append(children())


def own_words(seed: int) -> str:
    """Return a text as no other unit writes it."""
    rng = random.Random(seed)
    return "问题和改进：" + "".join(chr(rng.randrange(0x4E00, 0x9FA5)) for _ in range(300))


def seconds(work: Callable[[], object]) -> float:
    """Return how long some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def children() -> float:
    """Return the processor time of the processes that this one started, those that ended and those that run."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            facts = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            ticks += int(facts[11]) + int(facts[12]) if int(facts[1]) == os.getpid() else 0
    return usage.ru_utime + usage.ru_stime + ticks / os.sysconf("SC_CLK_TCK")


def import_alone(files: Sequence[Path], place: Path) -> None:
    """Import each file as the command line does."""
    for path in files:
        command = [sys.executable, "-m", "core", "import", str(path), "-o", str(place / "imported.xlsx")]
        subprocess.run(command, capture_output=True, check=False)


def read(files: Sequence[Path]) -> None:
    """Read the files in this process."""
    for path in files:
        with suppress(ReportError):
            open_report(path)


def collect(made: Folder, place: Path, out: str) -> None:
    """Have the desk judge the folder."""
    run_collection(Request(place / "in", made.year, place / out, TODAY, place / "list.xlsx"))


if __name__ == "__main__":
    sys.exit(main())
