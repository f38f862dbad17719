"""Changes the code in small ways, one at a time, and runs the tests that run the changed line: they ought to notice.

    python -m build_scripts.sweeps.mutate_code [--count 150] [--seed 1] [--rooms core] [--tests tests/core]

Conditions are negated, operators exchanged, return values emptied, calls and arguments dropped, integers changed by
one: chosen at random, spread over the rooms by lines. Each change is made in a copy of the checkout. The tests run once
beforehand to record which of them run which lines; the record is kept in the temporary folder until code or tests
change. A test that does not end counts as noticing. Prints each change that no test notices, and the share that was.
Some of these change nothing that can be seen from outside: only reading tells. Exit code 1 where the share is below the
goal.
"""

from __future__ import annotations

import argparse
import compileall
import hashlib
import json
import os
import py_compile
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from build_scripts.sweeps.chosen_tests import MARK
from build_scripts.sweeps.code_changes import CodeChange, sample

GOAL = 0.85
_ROOT = Path(__file__).resolve().parent.parent.parent
_COPIED = ("core", "gui", "resources", "build_scripts", "tests", "pyproject.toml")
_PLUGIN = "build_scripts.sweeps.chosen_tests"
_SKIPPED = "not needs_libreoffice and not needs_browser and not needs_strace and not needs_xvfb"
_SURROUNDINGS = {
    "CI": "1",  # hypothesis gives the same examples each time
    "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",  # halves the time to start
    "QT_QPA_PLATFORM": "offscreen",
}
_SECONDS_A_TEST = 60  # far more than any test takes
_SECONDS_TO_RECORD = 600  # nothing hangs there, whatever else keeps the machine busy
_FIRST = 30  # tests that run before all others are loaded
_SHOWN = 4


def main(arguments: list[str] | None = None) -> int:
    """Run the sample and print what was not noticed."""
    parser = argparse.ArgumentParser(description="改动代码，看测试能否发现")
    parser.add_argument("--count", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rooms", nargs="+", default=["core"], help="folders whose code is changed")
    parser.add_argument("--tests", nargs="+", default=["tests/core"], help="tests that ought to notice")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="nianbao-mutations-") as folder:
        copy = copy_checkout(_ROOT, Path(folder).resolve() / "copy")
        changes = sample(copy, options.rooms, options.count, options.seed)
        trial = Trial(copy, changes, options.tests)
        survivors = [number for number in range(len(changes)) if not _is_noticed(trial, number)]
    noticed = 1 - len(survivors) / max(1, len(changes))
    print(f"{len(changes)} changes, {noticed:.1%} noticed, {len(survivors)} not (goal: {GOAL:.0%})")
    return 0 if noticed >= GOAL else 1


def _is_noticed(trial: Trial, number: int) -> bool:
    if trial.is_noticed(number):
        return True
    print(f"{number}. {trial.report(number)}", flush=True)
    return False


def copy_checkout(root: Path, copy: Path) -> Path:
    """Copy what the tests need of a checkout; return the copy."""
    copy.mkdir()
    for path in filter(Path.exists, (root / name for name in _COPIED)):
        if path.is_dir():
            shutil.copytree(path, copy / path.name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(path, copy)
    # By time and size, as usual, a change of one letter may pass for what was compiled before it.
    compileall.compile_dir(copy, quiet=1, invalidation_mode=py_compile.PycInvalidationMode.CHECKED_HASH)
    return copy


class Trial:
    """Changes of the code in a copy of a checkout, and the record of its tests.

    Raises:
        RuntimeError: The tests could not be recorded.
    """

    def __init__(self, copy: Path, changes: Sequence[CodeChange], tests: Sequence[str]) -> None:
        self._copy = copy
        self._list = copy / "chosen.json"
        self._changes = changes
        self._record = self._recorded(tests)

    def _recorded(self, tests: Sequence[str]) -> dict[str, list[int]]:
        """Return the tests, the quickest first, and the numbers of the changes whose place each of them runs."""
        digest = hashlib.sha256(repr((self._changes, tests)).encode())
        for path in sorted(self._copy.rglob("*.*")):
            if path.suffix in {".py", ".toml"}:
                digest.update(path.read_bytes())
        record = Path(tempfile.gettempdir()) / f"nianbao-changes-{digest.hexdigest()[:16]}.json"
        if not record.exists():
            print("recording which tests run the code that will be changed", flush=True)
            self._record_to(record, tests)
        kept: dict[str, list[int]] = json.loads(record.read_text(encoding="utf-8")) if record.exists() else {}
        if kept.keys() <= {""}:
            record.unlink(missing_ok=True)
            raise RuntimeError("pytest has recorded nothing: it cannot collect the tests")
        return kept

    def _record_to(self, record: Path, tests: Sequence[str]) -> None:
        sources = {name: (self._copy / name).read_bytes() for name in {change.file for change in self._changes}}
        marked = dict(sources)
        for number, change in reversed(list(enumerate(self._changes))):  # from the end: places before it stay
            source = marked[change.file]
            code = source[change.start : change.end].decode()
            marked[change.file] = change.replaced(source, MARK.format(number=number, code=code))
        try:
            for name, source in marked.items():
                (self._copy / name).write_bytes(source)
            self._pytest("--record", str(record), "-m", _SKIPPED, *tests, seconds=_SECONDS_TO_RECORD)
        finally:
            for name, source in sources.items():
                (self._copy / name).write_bytes(source)

    def _pytest(self, *arguments: str, seconds: int = _SECONDS_A_TEST) -> int:
        limits = (f"faulthandler_timeout={seconds}", "faulthandler_exit_on_timeout=true")
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "-p",
            _PLUGIN,
            "-p",
            "pytestqt.plugin",
        ]
        command += [part for limit in limits for part in ("-o", limit)]
        done = subprocess.run(
            [*command, *arguments],
            cwd=self._copy,
            env={**os.environ, **_SURROUNDINGS},
            capture_output=True,
            check=False,
        )
        return done.returncode

    def report(self, number: int) -> str:
        """Return the lines that show a change which no test notices."""
        change = self._changes[number]
        line, before, after = change.shown((self._copy / change.file).read_bytes())
        tests = self._tests_of(number)
        shown = "\n".join(f"      {test}" for test in tests[:_SHOWN])
        heading = f"{change.file}:{line} ({change.kind})\n    - {before}\n    + {after}"
        return f"{heading}\n    run by {len(tests)} tests\n{shown}"

    def is_noticed(self, number: int) -> bool:
        """Make the change and run the tests; return whether one fails or does not end."""
        change = self._changes[number]
        file = self._copy / change.file
        source = file.read_bytes()
        tests = self._tests_of(number)
        parts = (tests[:_FIRST], tests[_FIRST:], self._others_of_the_room(number))
        file.write_bytes(change.apply(source))
        try:
            return any(self._fails(part) for part in parts if part)
        finally:
            file.write_bytes(source)

    def _tests_of(self, number: int) -> list[str]:
        """Return the tests that run the place of the change, the quickest first."""
        return [name for name, numbers in self._record.items() if name and number in numbers]

    def _others_of_the_room(self, number: int) -> list[str]:
        """Return the other tests of the room, where what they see of the change may have run before them.

        So it is with a constant of a module and with what a function keeps; and with what no test runs, since a program
        that a test starts may.
        """
        tests = self._tests_of(number)
        if tests and number not in self._record[""]:
            return []
        room = "/".join(["tests", *Path(self._changes[number].file).parts[:-1][:2], ""])
        return [name for name in self._record if name.startswith(room) and name not in set(tests)]

    def _fails(self, tests: Sequence[str]) -> bool:
        self._list.write_text(json.dumps(tests), encoding="utf-8")
        files = sorted({test.partition("::")[0] for test in tests})
        code = self._pytest("-x", "--chosen", str(self._list), *files)
        if code == pytest.ExitCode.NO_TESTS_COLLECTED:
            raise RuntimeError(f"not found: {tests}")
        return code != pytest.ExitCode.OK


if __name__ == "__main__":
    sys.exit(main())
