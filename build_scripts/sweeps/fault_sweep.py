"""Breaks every step of writing in turn, and kills an editing program at random moments: no draft may be lost.

    python -m build_scripts.sweeps.fault_sweep [--kills 1000] [--seconds 3600] [--jobs 2] [--seed 1] [--skip-faults]

First part: save, autosave, history and Word export run again and again; each time another call to the system that
opens, writes, syncs, replaces, deletes or makes a folder fails (ENOSPC, EACCES, EIO), takes only part of what it is
given, or kills the process. Afterwards each file must be whole, old or new, and nothing else may lie beside it.

Second part: a program without a window edits a draft, autosaves and saves it, and is killed (SIGKILL) at random
moments, also while it starts. Each start recovers what the one before left behind, as a clerk would, and goes on. After
each kill the draft and its versions must read back and at most what was typed in the last second may be missing.

Exit code 1 where a draft was lost or damaged.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from build_scripts.sweeps.fault_kills import KillResult, kill_sweep
from build_scripts.sweeps.fault_steps import sweep_steps


def main(arguments: list[str] | None = None) -> int:
    """Run both parts; return the exit code."""
    parser = argparse.ArgumentParser(description="Fault sweep over everything that writes drafts.")
    parser.add_argument("--kills", type=int, default=1000, help="how often the editing program is killed")
    parser.add_argument("--seconds", type=float, default=3600.0, help="when to stop killing, however often it was")
    parser.add_argument("--jobs", type=int, default=2, help="how many programs are killed side by side")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--skip-faults", action="store_true", help="kill only")
    given = parser.parse_args(arguments)
    failures: list[str] = []
    with tempfile.TemporaryDirectory(prefix="nianbao-faults-") as folder:
        if not given.skip_faults:
            for name, count, failed in sweep_steps(Path(folder) / "steps"):
                print(f"{name}: {count} faults injected, {len(failed)} failures", flush=True)
                failures += failed
        result = kill_sweep(Path(folder) / "kills", given.kills, given.seconds, given.jobs, given.seed)
    show_kills(result)
    failures += result.failures
    print("\n".join(failures[:20]))
    return 1 if failures or result.kills < min(given.kills, 1) else 0


def show_kills(result: KillResult) -> None:
    """Print what the kills showed."""
    print(
        f"killed {result.kills} times ({result.while_starting} of them while starting), {result.typed} entries typed, "
        f"{result.recovered} states recovered, {result.saves} saves seen; "
        f"most that was missing: {result.worst:.3f} s; {len(result.failures)} failures",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
