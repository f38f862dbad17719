"""Damaged, mutated and malicious files: a sentence or a report, never a crash, within time and memory."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent.parent
MOST_MEGABYTES = 600


def test_hostile_files_are_read_or_refused_within_time_and_memory() -> None:
    done = subprocess.run(  # a process of its own, so that its memory can be told
        [sys.executable, "-m", "tests.core.published.published_hostile", "3"],  # without a number all 200 of them
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=110,
        check=False,
    )
    print(done.stdout, done.stderr)
    assert done.returncode == 0
    counts = re.search(r"(\d+) read, (\d+) refused, 0 bad; .* peak (\d+) MB", done.stdout)
    assert counts is not None
    assert int(counts[1]) + int(counts[2]) == 67
    assert int(counts[3]) < MOST_MEGABYTES
