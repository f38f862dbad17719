"""Time for reading and counting a register of 10,000 rows, beside openpyxl reading its cells alone (read-only).

    python -m build_scripts.bench.register [--rows 10000] [--rounds 3]

Prints the ratio and the memory taken at most. Exit code 1 if the whole takes more than 25 times what openpyxl takes.
"""

import argparse
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from build_scripts.sweeps.registers import LAYOUTS, YEAR, make_register, write_register
from core.form.form_reader import form_for_year
from core.office.register.count import count_register
from core.office.register.mapping import RegisterMapping
from core.office.register.reading import read_register

MOST = 25.0


def openpyxl_cells(path: Path) -> None:
    """Read all cells by openpyxl on the fly."""
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True)
    for sheet in book:
        for _ in sheet.iter_rows(values_only=True):
            pass
    book.close()


def read_and_count(path: Path) -> None:
    """Read the register and count it."""
    sheets = read_register(path)
    counted = count_register(sheets, form_for_year(YEAR), YEAR, RegisterMapping(), name=path.name)
    if counted.unread:
        message = "the register is not what it was made to be"
        raise ValueError(message)


def seconds(work: Callable[[Path], None], path: Path, rounds: int) -> float:
    """Return the median time."""
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work(path)
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


def main() -> int:
    """Print the times; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "register.xlsx"
        write_register(make_register(Random(1), options.rows), LAYOUTS[0], path, Random(1))
        alone = seconds(openpyxl_cells, path, options.rounds)
        whole = seconds(read_and_count, path, options.rounds)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{options.rows} rows: openpyxl {alone:.2f} s, read and counted {whole:.2f} s: {whole / alone:.2f} times")
    print(f"memory at most {memory:.0f} MB")
    return int(whole > MOST * alone)


if __name__ == "__main__":
    sys.exit(main())
