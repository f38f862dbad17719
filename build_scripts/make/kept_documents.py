"""Keeps anew what the program writes: ``tests/data/kept``, with which the tests named test_kept_* compare it.

Run it where a change of what is written is wanted, read what it changed, and commit that with the change:
``python -m build_scripts.make.kept_documents``. It runs these tests, which then keep instead of comparing.
"""

import os
import subprocess
import sys
from pathlib import Path

from tests.kept.kept import KEEP_ANEW

ROOT = Path(__file__).resolve().parent.parent.parent


def main() -> int:
    """Run the tests so that they keep; print the files that changed."""
    tests = sorted(str(path) for path in (ROOT / "tests" / "core").rglob("test_kept_*.py"))
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-rP", "--durations=20", *tests]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, KEEP_ANEW: "1"}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
