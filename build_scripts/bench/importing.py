"""Time for reading the tables of a published .docx, beside python-docx `row.cells` on the same file.

    python -m build_scripts.bench.importing [--rounds 15]

Two files of the same report: as a program writes it, and as Word leaves it after editing (every text in several runs,
with bookmarks, smart tags and fields between); and a PDF of it. Exit code 1 if reading needs more than a quarter of
`row.cells`, or the import of the PDF more than 25 times as long as that of the first file.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import docx

from core.base.archive_limits import open_archive
from core.base.file_kinds import FileKind
from core.published import import_report
from core.visible.word_pages import read_word
from tests.core.published import published_shapes as shapes
from tests.core.published.published_pdf import report_pdf
from tests.core.published.published_samples import all_samples

SHARE = 0.25
MOST_OF_PDF = 25


def row_cells(path: Path) -> int:
    """Read all tables by python-docx; return the number of cells."""
    return sum(len([cell.text for cell in row.cells]) for t in docx.Document(str(path)).tables for row in t.rows)


def blocks(path: Path) -> int:
    """Read all tables by the importer's reader alone; return the number of blocks."""
    return len(read_word(open_archive(path, FileKind.DOCX)).blocks)


def whole_import(path: Path) -> int:
    """Read and recognise the report; return the number of cells found."""
    return sum(entry is not None for entry in import_report(path).printed.values())


def measure(work: Callable[[Path], int], path: Path, rounds: int) -> float:
    """Return the median CPU time in milliseconds, after one round to warm up."""
    work(path)
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work(path)
        times.append(1000 * (time.process_time() - start))
    return statistics.median(times)


def main() -> int:
    """Print the times; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    sample = next(s for s in all_samples() if s.name == "large")
    report = shapes.pieces(sample)
    worst = 0.0
    wholes: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, runs in (("clean", shapes.plain_runs), ("edited", shapes.broken_runs)):
            path = Path(folder) / f"{name}.docx"
            path.write_bytes(shapes.docx(shapes.word_body(report, runs)))
            if whole_import(path) != len(sample.printed):
                print(f"{name}: not all cells were read")
                return 1
            slow, fast, whole = (measure(work, path, rounds) for work in (row_cells, blocks, whole_import))
            worst = max(worst, fast / slow)
            wholes.append(whole)
            print(
                f"{name:7} row.cells {slow:6.1f} ms   tables {fast:5.1f} ms ({fast / slow:.0%})   "
                f"whole import {whole:5.1f} ms ({whole / slow:.0%})"
            )
        path = Path(folder) / "a.pdf"
        path.write_bytes(report_pdf(report))
        printed = measure(whole_import, path, rounds)
        print(f"pdf     whole import {printed:5.1f} ms ({printed / wholes[0]:.0f} times that of the clean file)")
    print(f"goal: tables at most {SHARE:.0%} of row.cells; worst {worst:.0%}; PDF at most {MOST_OF_PDF} times")
    return 0 if worst <= SHARE and printed <= MOST_OF_PDF * wholes[0] else 1


if __name__ == "__main__":
    sys.exit(main())
