"""Reads published reports with careless changes and lists what of them is lost in silence.

    python -m build_scripts.sweeps.import_losses [--count 2000] [--first 0]

Every line and every cell of a file must stand in a text, in a cell of a table, or in the list of what was not
recognised; every tenth file must be judged as the draft imported from it is. The tests read the first 60 files. Exit
code 1 where something is lost or judged differently.
"""

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

from core.base.errors import ReportError
from tests.core.published.published_random import differing, lost, random_file


def main(arguments: list[str] | None = None) -> int:
    """Run the sweep, print what came of it, and return the exit code."""
    parser = argparse.ArgumentParser(description="Lists what is lost of published reports.")
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--first", type=int, default=0, help="number of the first file")
    given = parser.parse_args(arguments)

    outcomes: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(given.first, given.first + given.count):
            made = random_file(number)
            try:
                gone = lost(made, Path(folder))
            except ReportError as error:
                gone = [error.summary]
            path = Path(folder) / made.name
            others = differing(path, Path(folder)) if number % 10 == 0 and not gone else set()
            outcomes[path.suffix] += 1
            outcomes["lost"] += bool(gone)
            outcomes["judged differently"] += bool(others)
            if gone or others:
                print(f"{made.name}: {gone} {others or ''}")
            path.unlink()
    print(f"{given.count} files, {dict(outcomes)}")
    return 1 if outcomes["lost"] or outcomes["judged differently"] else 0


if __name__ == "__main__":
    sys.exit(main())
