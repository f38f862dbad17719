"""A pytest plugin for mutate_code: records which tests run marked code, or runs chosen tests in the order given.

Marked code calls ``sys.note_change`` with its number, where there is such a function.
"""

import functools
import json
import sys
from collections import defaultdict
from collections.abc import Generator
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

MARK = '(__import__("sys").__dict__.get("note_change", id)({number}), ({code}))[1]'
"""What stands in place of marked code; in a program that a test starts the mark does nothing."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of the two uses."""
    parser.addoption("--record", type=Path, help="a JSON file to write: the tests and the numbers that each notes")
    parser.addoption("--chosen", type=Path, help="a JSON file: the tests to run, in order")


def pytest_configure(config: pytest.Config) -> None:
    """Start recording where asked to."""
    target = config.getoption("record")
    if target:
        config.pluginmanager.register(_Recorder(target))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep the chosen tests, in their order."""
    chosen = config.getoption("chosen")
    if chosen:
        found = {item.nodeid: item for item in items}
        items[:] = [found[name] for name in json.loads(chosen.read_text(encoding="utf-8")) if name in found]


class _Recorder:
    """Writes for each test that passes its seconds and what it notes, in the order of the seconds.

    What runs once for several tests (while they are collected, in a fixture they share, in a function that keeps what
    it returns) is noted for "" too.
    """

    def __init__(self, target: Path) -> None:
        self._target = target
        self._noted: set[int] = set()
        self._tests: dict[str, list[int]] = {}
        self._shared: set[int] = set()
        self._seconds: dict[str, float] = defaultdict(float)
        self._failed: set[str] = set()
        self._modules = 0
        self._keeping: set[CodeType] = set()
        sys.note_change = self._note  # type: ignore[attr-defined]

    def _note(self, number: int) -> None:
        if number in self._noted:
            return
        self._noted.add(number)
        if len(sys.modules) > self._modules:
            self._modules = len(sys.modules)
            self._keeping = _code_of_cached_functions()
        frame: FrameType | None = sys._getframe(1)  # noqa: SLF001 - there is no other way to the callers
        while frame:
            if frame.f_code in self._keeping:
                self._shared.add(number)
                return
            frame = frame.f_back

    def _take(self) -> set[int]:
        taken, self._noted = self._noted, set()
        return taken

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Generator[None, Any, Any]:
        """Keep apart what a fixture runs for several tests."""
        if fixturedef.scope == "function":
            return (yield)
        before = self._take()
        result = yield
        self._shared |= self._take()
        self._noted |= before
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, Any, Any]:
        """Record one test."""
        self._shared |= self._take()
        result = yield
        self._tests[item.nodeid] = sorted(self._take())
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note how long the test takes, and whether it passes."""
        self._seconds[report.nodeid] += report.duration
        if not report.passed:
            self._failed.add(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        """Write what was recorded."""
        passed = sorted(self._tests.keys() - self._failed, key=self._seconds.__getitem__)
        record = {name: self._tests[name] for name in passed} | {"": sorted(self._shared)}
        self._target.write_text(json.dumps(record), encoding="utf-8")


def _code_of_cached_functions() -> set[CodeType]:
    modules = [module for name, module in sys.modules.items() if name.startswith("core.")]
    classes = [value for module in modules for value in vars(module).values() if isinstance(value, type)]
    functions = [value for holder in (*modules, *classes) for value in vars(holder).values()]
    return {
        function.__wrapped__.__code__
        for function in functions
        if isinstance(function, functools._lru_cache_wrapper)  # noqa: SLF001 - the type has no other name
    }
