"""The first part of the fault sweep: one step of writing fails at a time (see fault_sweep)."""

import errno
import io
import os
import shutil
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

from core.base import atomic_file
from core.base.disk_state import disk_state
from core.base.errors import ReportError
from core.draft import draft_saving, draft_store, draft_versions
from core.draft.workbook import draft_bytes, load_draft
from core.report.report import Report, new_report
from core.report.report_record import read_record
from core.word import report as word_report

STEPS = ("open", "write", "fsync", "replace", "unlink", "mkdir", "fchmod", "utime")
"""Calls of the module os that change something on a disk; io.open is broken as well."""

ERRORS = (errno.ENOSPC, errno.EACCES, errno.EIO)
SHORT = "short write"
KILL = "SIGKILL"
KINDS: tuple[int | str, ...] = (*ERRORS, SHORT, KILL)
_NOON = datetime(2026, 1, 15, 12, 0)


class _Breaker:
    """Counts the calls and breaks one of them.

    Attributes:
        calls: Names of the calls met so far, in order.
    """

    def __init__(self, at: int, kind: int | str) -> None:
        self.calls: list[str] = []
        self._at = at
        self._kind = kind

    def wrap(self, name: str, original: Callable[..., Any]) -> Callable[..., Any]:
        """Return the call, broken when its turn comes."""

        def call(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - stands in for calls of any shape
            self.calls.append(name)
            if len(self.calls) - 1 != self._at:
                return original(*args, **kwargs)
            if self._kind == KILL:
                os.kill(os.getpid(), signal.SIGKILL)
            if self._kind == SHORT:
                if name == "write":
                    return original(args[0], bytes(args[1])[: max(1, len(args[1]) // 2)])
                return original(*args, **kwargs)
            assert isinstance(self._kind, int)
            raise OSError(self._kind, os.strerror(self._kind))

        return call


@contextmanager
def broken(at: int, kind: int | str) -> Iterator[_Breaker]:
    """Break the call with this number; -1 breaks none and counts them."""
    breaker = _Breaker(at, kind)
    patches = [patch.object(os, name, breaker.wrap(name, getattr(os, name))) for name in STEPS]
    patches.append(patch.object(io, "open", breaker.wrap("io.open", io.open)))
    for one in patches:
        one.start()
    try:
        yield breaker
    finally:
        for one in patches:
            one.stop()


@dataclass
class Trial:
    """One thing the program does to files, tried over and over.

    Attributes:
        name: What it is, for the summary.
        prepare: Puts the old files into an empty folder.
        run: Does it in that folder.
        check: Returns what is wrong afterwards; told whether it ended without an error.
    """

    name: str
    prepare: Callable[[Path], None]
    run: Callable[[Path], None]
    check: Callable[[Path, bool], Sequence[str]]


def sweep_steps(folder: Path, kinds: Sequence[int | str] = KINDS) -> Iterator[tuple[str, int, list[str]]]:
    """Yield for each trial its name, how many faults were injected, and what went wrong."""
    for trial in make_trials():
        steps = _count(trial, folder)
        failed: list[str] = []
        count = 0
        for at, name in enumerate(steps):
            for kind in kinds:
                if kind == SHORT and name != "write":
                    continue
                count += 1
                label = kind if isinstance(kind, str) else errno.errorcode[kind]
                failed += [
                    f"{trial.name}, {label} at step {at} ({name}): {what}" for what in _try(trial, folder, at, kind)
                ]
        yield trial.name, count, failed


def _fresh(trial: Trial, folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    place = folder / "files"
    place.mkdir(parents=True)
    with patch.dict(os.environ, {"NIANBAO_HOME": str(folder / "home")}):
        trial.prepare(place)
    return place


def _count(trial: Trial, folder: Path) -> list[str]:
    place = _fresh(trial, folder)
    with patch.dict(os.environ, {"NIANBAO_HOME": str(folder / "home")}), broken(-1, KILL) as breaker:
        trial.run(place)
    return breaker.calls


def _try(trial: Trial, folder: Path, at: int, kind: int | str) -> list[str]:
    place = _fresh(trial, folder)
    with patch.dict(os.environ, {"NIANBAO_HOME": str(folder / "home")}):
        if kind == KILL:
            return _try_killed(trial, place, at)
        ended = False
        wrong = []
        with broken(at, kind):
            try:
                trial.run(place)
                ended = True
            except ReportError:
                pass
            except Exception as error:  # noqa: BLE001 - whatever else comes out is what is looked for
                wrong.append(f"{type(error).__name__} came out: {error}")
        return [*wrong, *_wrong_after(trial, place, ended=ended)]


def _try_killed(trial: Trial, place: Path, at: int) -> list[str]:
    """Do it in a process of its own that dies at the step; leftovers beside the file may stay then."""
    child = os.fork()
    if child == 0:
        with broken(at, KILL):
            trial.run(place)
        os._exit(0)
    os.waitpid(child, 0)
    for leftover in place.glob(".~nianbao-*.tmp"):
        leftover.unlink()
    return _wrong_after(trial, place, ended=False)


def _wrong_after(trial: Trial, place: Path, *, ended: bool) -> list[str]:
    try:
        return list(trial.check(place, ended))
    except Exception as error:  # noqa: BLE001 - what cannot even be read is what is looked for
        return [f"cannot be read any more: {type(error).__name__} {error}"]


# ---------------------------------------------------------------- the trials


def make_trials() -> list[Trial]:
    """Return what is tried: save, autosave, history, Word export."""
    return [_save_trial(), _autosave_trial(), _history_trial(), _word_trial()]


def _report(number: int) -> Report:
    report = new_report("某县水利局", "政府部门", 2025, with_zeros=True)
    report = report.with_cells({"t3.R01.C1": number})
    return report.with_texts({"s5": "一是公开内容不够丰富。"})


def _only(place: Path, allowed: set[str]) -> list[str]:
    strange = {path.name for path in place.iterdir()} - allowed
    return [f"left beside the file: {sorted(strange)}"] if strange else []


def _save_trial() -> Trial:
    old, new = draft_bytes(_report(1)), draft_bytes(_report(2))
    reports: dict[bytes, Report] = {}

    notes: list[str] = []  # a version that cannot be kept is said, and the save goes on

    def prepare(place: Path) -> None:
        notes.clear()
        (place / "草稿.xlsx").write_bytes(old)

    def run(place: Path) -> None:
        # The same bytes every time, so that a file is known to be whole without reading it again
        with patch.object(draft_saving, "draft_bytes", lambda _report, _problems: new):
            notes.extend(draft_saving.save_report(_report(2), place / "草稿.xlsx", _NOON).notes)

    def check(place: Path, ended: bool) -> list[str]:
        data = (place / "草稿.xlsx").read_bytes()
        wrong = _only(place, {"草稿.xlsx"})
        if data not in (old, new):
            wrong.append("the draft is damaged")
        if ended and data != new:
            wrong.append("the save ended well and nothing was saved")
        versions = draft_versions.list_versions(place / "草稿.xlsx")
        wrong += ["a version is damaged" for version in versions if version.file.read_bytes() not in (old, new)]
        if ended and data == new and not versions and not notes:
            wrong.append("the former file was not kept and nothing was said")
        if data not in reports:
            reports[data] = load_draft(place / "草稿.xlsx").report
        if reports[data] not in (_report(1), _report(2)):
            wrong.append("the draft reads as something else")
        return wrong

    return Trial("save", prepare, run, check)


def _autosave_trial() -> Trial:
    def file() -> Path:
        return draft_store.autosave_file("one")

    def prepare(place: Path) -> None:
        draft_store.write_autosave(file(), _report(1), place / "草稿.xlsx", None, "2026-01-15T12:00:00")

    def run(place: Path) -> None:
        draft_store.write_autosave(file(), _report(2), place / "草稿.xlsx", None, "2026-01-15T12:00:01")

    def check(_place: Path, ended: bool) -> list[str]:
        found = read_record(file().read_bytes())[0]
        wrong = [] if found in (_report(1), _report(2)) else ["the autosave is damaged"]
        if ended and found != _report(2):
            wrong.append("the autosave ended well and the newest state is missing")
        kept = [kept.report for kept in draft_store.left_behind()]
        return [*wrong, *([] if kept == [found] else ["the autosave is not found again"])]

    return Trial("autosave", prepare, run, check)


def _history_trial() -> Trial:
    versions = [draft_bytes(_report(number)) for number in range(3)]

    def prepare(place: Path) -> None:
        draft = place / "草稿.xlsx"
        for number, data in enumerate(versions[:2]):
            draft_versions.keep_version(draft, data, _NOON.replace(minute=number), "saved")
        draft.write_bytes(versions[2])

    def run(place: Path) -> None:
        """Keep the file, then put what is not wanted aside, as restoring does."""
        draft = place / "草稿.xlsx"
        draft_versions.keep_file(draft, _NOON.replace(minute=5), "restored")
        file = draft_store.autosave_file("one")
        draft_store.write_autosave(file, _report(7), draft, disk_state(draft), "2026-01-15T12:00:00")
        draft_store.put_aside(draft_store.read_kept(file))

    def check(place: Path, ended: bool) -> list[str]:
        draft = place / "草稿.xlsx"
        wrong = _only(place, {"草稿.xlsx"})
        if draft.read_bytes() != versions[2]:
            wrong.append("the draft was touched")
        kept = [version.file.read_bytes() for version in reversed(draft_versions.list_versions(draft))]
        if kept[:2] != versions[:2] or kept[2:] not in ([], [versions[2]]):
            wrong.append("a version is lost or damaged")
        states = [*draft_store.left_behind(), *draft_store.rescued()]
        if any(state.report != _report(7) for state in states) or len(states) > 1:
            wrong.append("an unsaved state is damaged or there twice")
        if ended and (kept[2:] != [versions[2]] or not states):
            wrong.append("it ended well and something was not kept")
        return wrong

    return Trial("history", prepare, run, check)


def _word_trial() -> Trial:
    old, new = (word_report.report_bytes(_report(number), stage="draft") for number in (1, 2))

    def prepare(place: Path) -> None:
        (place / "报告.docx").write_bytes(old)

    def run(place: Path) -> None:
        atomic_file.replace_file(place / "报告.docx", new)
        word_report.read_back(_report(2), place / "报告.docx")

    def check(place: Path, ended: bool) -> list[str]:
        data = (place / "报告.docx").read_bytes()
        wrong = _only(place, {"报告.docx"})
        if data not in (old, new):
            wrong.append("the report is damaged")
        if ended and data != new:
            wrong.append("it ended well and the report is the old one")
        return wrong

    return Trial("Word export", prepare, run, check)
