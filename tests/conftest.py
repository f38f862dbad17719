"""What holds for all tests: no screen needed, nothing of the real user touched, windows marked as such."""

import gc
import os
import shutil
import tempfile
from collections.abc import Generator
from functools import cache
from itertools import groupby
from pathlib import Path

import hypothesis
import pytest

from core.base import resources
from core.checks import rule_run

# Where user data, settings and caches would go, on Linux and on Windows.
USER_FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
}

# Personal settings that would lead to the real user's data, or change how windows look.
PREFERENCES = ("NIANBAO_HOME", "QT_FONT_DPI", "QT_QPA_PLATFORMTHEME", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE")

WINDOW_FOLDERS = (Path(__file__).parent / "gui", Path(__file__).parent / "end_to_end")


def make_user_folders(home: Path) -> dict[str, str]:
    """Make the folders of a new user; return the environment variables that lead there."""
    folders = {variable: home / folder for variable, folder in USER_FOLDERS.items()}
    for folder in folders.values():
        folder.mkdir(parents=True, exist_ok=True)
    return {variable: str(folder) for variable, folder in folders.items()}


# Set before any test file is imported, hence before Qt can read it; each test gets a home of its own below.
_HOME = tempfile.TemporaryDirectory(prefix="nianbao-tests-")
os.environ.update(make_user_folders(Path(_HOME.name)))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if (
    "SCREENS" in os.environ and "PYTEST_XDIST_WORKER" in os.environ
):  # each worker has a screen, hence a focus, of its own
    _screens = os.environ["SCREENS"].split()
    os.environ["DISPLAY"] = _screens[int(os.environ["PYTEST_XDIST_WORKER"].removeprefix("gw")) % len(_screens)]
if "PYTEST_XDIST_WORKER" in os.environ:  # each worker has a sample of its own, which windows lock while it is open
    _samples = Path(shutil.copytree(resources.resource_path("samples"), Path(_HOME.name, "samples")))
    _shipped = resources.resource_path
    resources.resource_path = lambda *parts: (
        _samples.joinpath(*parts[1:]) if parts[:1] == ("samples",) else _shipped(*parts)
    )
for _name in PREFERENCES:
    os.environ.pop(_name, None)

# No deadline: how long an example takes says more about the machine than about the program.
hypothesis.settings.register_profile("nianbao", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("nianbao")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for no garbage while tests are collected: nearly all that is made stays."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


@pytest.hookimpl(tryfirst=True)  # before pytest chooses by -m
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark all tests that open windows."""
    for path, of_file in groupby(items, lambda item: item.path):
        if any(path.is_relative_to(folder) for folder in WINDOW_FOLDERS):
            for item in of_file:
                item.add_marker(pytest.mark.window)


def pytest_collection_finish() -> None:
    """Leave thousands of collected tests alone wherever garbage is looked for, as the program does with its window."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*gc.get_threshold()[:2], 30)  # what lives long is the program itself: modules, forms and rules


def pytest_runtest_teardown() -> None:
    """Collect garbage where no event loop of a window does it any more."""
    if not gc.isenabled():
        gc.collect(1)


def pytest_unconfigure() -> None:
    """Remove the home folder of this run."""
    _HOME.cleanup()


_homes: list[tuple[Path, dict[str, str]]] = []
"""The last home folder of a user that was made, if any, and the variables that lead there."""


@cache
def _made_in(home: Path) -> set[str]:
    """Return the folders that are made in a home folder."""
    folders = {folder for below in USER_FOLDERS.values() for folder in (home / below, (home / below).parent)}
    return {str(folder) for folder in folders - {home, home.parent}}


def _is_untouched(home: Path) -> bool:
    """Whether a home folder is as it was made: in it are the empty folders of a new user, and nothing else."""
    found = {f"{root}{os.sep}{name}" for root, folders, files in os.walk(home) for name in (*folders, *files)}
    return found == _made_in(home)


@pytest.fixture(autouse=True)
def user_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home folder of a user who has never started the program: new, or left as it was by the test before."""
    if not _homes or not _is_untouched(_homes[-1][0]):
        home = tmp_path_factory.mktemp("home")
        _homes[:] = [(home, make_user_folders(home))]
    home, variables = _homes[-1]
    os.environ.update(variables)
    return home


@pytest.fixture(autouse=True)
def _rules_that_fail_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a fault in a rule fail the test, where the program would go on and only tell it."""

    def fail(_rule_id: str, error: Exception) -> None:
        raise error

    monkeypatch.setattr(rule_run, "log_fault", fail)
