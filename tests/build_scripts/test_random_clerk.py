"""The random clerk works, and notices a fault; by hand it looks for them as long as one likes."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
RUN = "from build_scripts.sweeps.random_clerk import main; raise SystemExit(main(['--seconds', '5', '--seed', '3']))"
BROKEN = """
from gui.commands.opening_actions import OpeningActions
def broken(*_): raise RuntimeError
OpeningActions.new = OpeningActions.open_sample = broken
"""


def work(code: str) -> subprocess.CompletedProcess[str]:
    """Run it in a process of its own: it leaves focus, clipboard and dialogs as it likes."""
    command = [sys.executable, "-c", code]
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, timeout=120, check=False)


def test_it_uses_the_window_until_its_time_is_over() -> None:
    """What it finds is for whoever runs it: chance is no judge of a change."""
    done = work(RUN)

    assert done.returncode in (0, 1), done.stderr
    assert int(done.stdout.splitlines()[-1].split()[0]) > 5  # a busy machine does little in that time


def test_it_notices_a_fault() -> None:
    done = work(BROKEN + RUN)

    assert done.returncode == 1
    assert "RuntimeError" in done.stdout
