"""One desk as it is worked at: read, judge, decide, send back, add up, write; the command line and the window call it.

Whatever is decided is on the disk before anything is written that follows from it, so that a desk that was ended at
any moment is simply opened again. Everything here may wait for a disk or another process: a window calls it in a
thread, one call after the other.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Self

from core import __version__
from core.base.archive_limits import read_limited
from core.base.atomic_file import check_target, remove_leftovers, replace_file
from core.base.errors import ErrorText, folder_unusable, writing_failed
from core.base.late import load_now
from core.base.on_disk import followed, is_folder
from core.form.form_reader import form_for_year
from core.office.collection import desk_workbook as collection_desk_workbook
from core.office.collection import outputs, publication, sum_outputs, summed_file, workbooks
from core.office.collection import summed_draft as collection_summed_draft
from core.office.collection.added_up import added_up
from core.office.collection.changed_numbers import take_numbers
from core.office.collection.collected import Collected, Request
from core.office.collection.decisions import Decision
from core.office.collection.desk import DOUBTS, ERRORS, RETURNED, DeskFile
from core.office.collection.desk_rules import BatchFinding
from core.office.collection.file_record import NAME, REPORT, FileRecord
from core.office.collection.folder_reading import FilesToRead, FolderReader, FoundFile, find_files, found_file
from core.office.collection.given_files import judged_otherwise, owners_of
from core.office.collection.given_places import as_given_before, note_contact
from core.office.collection.last_year import LastReports, read_last_year
from core.office.collection.ledger import own_report_differences
from core.office.collection.letter_answers import answered
from core.office.collection.letters import (
    FOLDER,
    LetterFacts,
    digest_of,
    items_to_send,
    plan_letters,
    show_rounds,
    write_letters,
)
from core.office.collection.make_desk import make_desk
from core.office.collection.published_pages import PageCheck, check_pages
from core.office.collection.state import STATE_FILE, load_state, save_state
from core.office.collection.unit_list import ListedUnit, read_unit_list, types_in
from core.office.collection.while_reading import desk_file, told_partly
from core.validation.local_rules import current_local_rules

_LEFTOVER_AGE = 30.0
"""Seconds: no save of a desk takes as long, and a run that was killed is often begun again at once."""

_SAME_FOLDER = ErrorText("结果文件夹不能就是报告所在的文件夹“{name}”。", "请另选一个结果文件夹，原有文件不会改动。")
_NOTHING = ErrorText("文件夹“{name}”中没有文件，也没有给出名单。", "请把各单位的报告放入文件夹，或加上名单，再试一次。")
_STOPPED = ErrorText("已经停止，还没有读各单位的报告。", "请再读一次。")
_READ_ONLY = ErrorText(
    "“{name}”是只读打开的，没有改动。", "请在对方关闭后再打开一次；要留下改动，请另选一个结果文件夹。"
)
_CHANGED = ErrorText(
    "“{name}”已被另一个窗口或命令改写，这一步没有保存。", "请关闭汇总审核再打开一次，接着做；此前的决定都在。"
)
_NO_SUM = ErrorText("还没有计入汇总的报告，不能对照。", "请先收齐各单位的报告，并核对“计入汇总”。")
_NO_REPORT = ErrorText("“{name}”不能与台账对照：{why}。", "请选政府的年度报告（草稿、Word 或网页）。")
_OTHER_YEAR = ErrorText("“{name}”是{found}年度的报告，这里汇总的是{year}年度。", "请改选本年度的政府报告。")
_NO_PAGES = ErrorText("文件夹“{name}”中没有文件。", "请把各单位公布的网页另存到一个文件夹，再选它。")


class OpenDesk:
    """A desk that is open; leave it (``with``), or close it, and the process that reads is ended.

    Attributes:
        request: What was asked for; letters are written by its facts as they are now.
        may_write: Whether anything may be written: not where somebody else has the desk open, and not by a piece of
            work that nobody waits for any more.
    """

    def __init__(self, request: Request) -> None:
        """Read what is remembered; nothing is written yet.

        Raises:
            ReportError: The folder or the output folder cannot be used, what is remembered cannot be read, or last
                year's reports were given before and are gone.
        """
        folder, out = request.folder, request.out
        if not is_folder(folder):
            raise folder_unusable(folder)
        if followed(out) == followed(folder):
            raise _SAME_FOLDER.of(folder)
        outputs.check_folder(out)
        self.may_write = True
        self._state = load_state(out, request.year, _basis(request.today))
        self.request = as_given_before(request, self._state)
        self._kept = digest_of(out / STATE_FILE)
        self._reader = FolderReader()
        self._files: list[FoundFile] = []
        self._records: Mapping[str, FileRecord] = {}
        self._listed: tuple[ListedUnit, ...] | None = None
        self._last: LastReports | None = None
        self._is_open: Callable[[Path], bool] = partial(outputs.is_open, None, "")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_failure: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process that reads; what is remembered is on the disk already."""
        self._reader.close()

    def read(
        self,
        told: Callable[[int, int], None] | None = None,
        stop: threading.Event | None = None,
        partly: Callable[[Collected], None] | None = None,
        told_last: Callable[[int, int], None] | None = None,
    ) -> Collected:
        """Read what changed in the folder, keep it, and judge.

        Args:
            told: Is called with how many files were read, and how many there are to read.
            stop: Is set to read no further; what was read so far is kept.
            partly: Is called meanwhile with how the units stand whose files were read so far.
            told_last: Is called as ``told``, of last year's reports.

        Raises:
            ReportError: The folder, the list or last year's file cannot be used, or nothing can be written.
        """
        request, state, out = self.request, self._state, self.request.out
        reader = self._reader
        reader.begin(stop)
        listed = self._read_list(reader)
        last = read_last_year(request.last_year, request.year - 1, state.records, reader, request.today, told_last)
        files = find_files(request.folder, [out, *filter(None, (request.unit_list, request.last_year))])
        if not files and listed is None:
            raise _NOTHING.of(request.folder)
        if reader.is_stopped:
            raise _STOPPED.error()
        if self.may_write:
            _make_folder(out)
            for place in (out, out / FOLDER):
                remove_leftovers(place, _LEFTOVER_AGE)
        prepare = partial(_get_ready, request.year)
        seen = told_partly(request, files, listed, state.decisions, partly) if partly else None
        self._files, self._listed, self._last = files, listed, last
        self._records = records = reader.records(self._wanted(files, state.records), told, prepare, seen)
        kept = {**records, **(last.kept() if last else {})}
        state.told += last.told(request.year - 1) if last else []
        state.records = {key: record for key, record in kept.items() if record.digest}
        if self.may_write:
            self._keep()
        numbers = state.numbers
        collected = self.judge()
        if self.may_write and state.numbers != numbers:
            self._keep()
        collected.told, state.told = state.told, []
        return self._completed(collected) if self.may_write else collected

    def _wanted(self, files: Sequence[FoundFile], known: Mapping[str, FileRecord]) -> FilesToRead:
        """Return files as the reports of their units, by the list, last year and what was decided."""
        request, last, listed = self.request, self._last, self._listed
        last_files = last.files(request.year - 1) if last else {}
        owners = owners_of(self._state.decisions, listed or ())
        return FilesToRead(files, request.year, request.today, known, last_files, types_in(listed), owners)

    def _judge_given(self) -> None:
        """Judge files anew that were given to a unit, or no longer are, and have been read as those of another one."""
        files = judged_otherwise(self._files, self._records, owners_of(self._state.decisions, self._listed or ()))
        if files:
            self._reader.begin(None)
            read = self._reader.records(self._wanted(files, {})).items()
            records = {key: record for key, record in read if record.kind == REPORT}
            self._records = {**self._records, **records}
            self._state.records = {**self._state.records, **records}

    def _completed(self, collected: Collected) -> Collected:
        """Move the letters of units that have mended everything, and write those that are noted and are not there.

        Such a letter was lost where the program was ended before it came to writing it.
        """
        rounds, out, units = self._state.units, self.request.out, collected.desk.units
        waiting = [unit for unit in units if unit.state == RETURNED]
        lost = [u.plain for u in waiting if digest_of(out / u.letter) in ("", rounds[u.plain].former)]
        is_mended = any(rounds[u.plain].is_open and u.record and not collected.sent[u.plain] for u in units)
        return self._shown(self._write(collected, lost, with_sums=False)) if lost or is_mended else collected

    def _read_list(self, reader: FolderReader) -> tuple[ListedUnit, ...] | None:
        """Return the units of the list, read anew where it changed; of one that is gone, as they are remembered."""
        path, state = self.request.unit_list, self._state
        if path is None:
            return state.listed[1] or None
        digest = hashlib.sha256(read_limited(path)).hexdigest()
        if state.listed[0] != digest:
            found = reader.read(path.name, read_unit_list, path)
            state.take_list(digest, found.units)
            state.told += filter(None, [found.left_out])
        return state.listed[1]

    def judge(self) -> Collected:
        """Judge what was read by what was decided."""
        request, state = self.request, self._state
        files = [desk_file(file, self._records) for file in self._files]
        form = form_for_year(request.year)
        desk = make_desk(files, self._listed, request.year, form, request.settings, state.decisions)
        take_numbers(desk, state)
        ledger, last = added_up(desk, self._last, request.settings)
        show_rounds(desk, state)
        struck = {plain: decision.struck for plain, decision in state.decisions.items()}
        answers = {u.plain: answered(u, state.units[u.plain], struck.get(u.plain, ())) for u in desk.units}
        sent = {unit.plain: items_to_send(unit, state) for unit in desk.units}
        known = {plain: found for plain, found in answers.items() if found is not None}
        return Collected(desk, ledger, last, known, sent, dict(state.decisions))

    def decide(self, decisions: Mapping[str, Decision]) -> Collected:
        """Take decisions about units, by plain name, in place of the former ones, keep them, and judge anew.

        Raises:
            ReportError: They cannot be kept; the former ones hold.
        """
        state = self._state
        before = state.decisions, state.records, self._records
        state.decisions = {**state.decisions, **decisions}
        try:
            if self.may_write:
                self._judge_given()
            self._keep()
        except BaseException:
            state.decisions, state.records, self._records = before
            raise
        return self.judge()

    def send_back(self, only: Collection[str] | None, facts: LetterFacts) -> Collected:
        """Write the letters to units, by plain name, or to all that have something to mend, and count the round.

        Raises:
            FileError: A letter cannot be written.
        """
        self.request = replace(self.request, facts=facts)
        note_contact(facts.contact, self._state)
        return self._shown(self._write(self.judge(), only, with_sums=False))

    def write(self, unsaved: Path | None = None, instance_id: str = "") -> Collected:
        """Write what adds all units up: 核查情况, 汇总稿, 公布情况, and the list where there is none.

        Args:
            unsaved: A draft that is open here with changes that its file does not hold; None for none.
            instance_id: Id of this running copy, whose own lock is no reason to leave a draft alone.

        Raises:
            FileError: One of them cannot be written.
        """
        self._is_open = partial(outputs.is_open, unsaved, instance_id)
        return self._shown(self._write(self.judge(), (), with_sums=True))

    def finish(self, collected: Collected) -> Collected:
        """Write all letters and what adds all units up; a unit that is sent back stays as it was found.

        So it says the same when nothing changed since it wrote the letters.

        Raises:
            FileError: Something cannot be written.
        """
        for unit in collected.desk.units:
            if unit.state == RETURNED and unit.found in (ERRORS, DOUBTS):
                unit.state = unit.found
        return self._write(collected, None, with_sums=True)

    def compare_own(self, path: Path) -> list[BatchFinding]:
        """Compare a report of the government, wherever it lies, with the ledger, cell by cell (rule B-07).

        Raises:
            ReportError: It cannot be read, is of another year, or nothing is added up yet.
        """
        ledger = self.judge().ledger
        if not ledger.cells:
            raise _NO_SUM.error()
        (page,) = self._read_apart([found_file(path, path.parent)], None, None)
        record, year = page.record, self.request.year
        if record.kind != REPORT:
            why = record.why.replace(NAME, path.name).rstrip("。") or "里面没有年度报告"
            raise _NO_REPORT.of(path, why=why)
        if record.year not in (None, year):
            raise _OTHER_YEAR.of(path, found=record.year, year=year)
        return own_report_differences(ledger, record, path.name)

    def compare_published(
        self, folder: Path, told: Callable[[int, int], None] | None = None, stop: threading.Event | None = None
    ) -> list[PageCheck]:
        """Compare pages that were saved into a folder with the reports of their units.

        Raises:
            ReportError: The folder cannot be listed, or holds no file.
        """
        files = find_files(folder)
        if not files:
            raise _NO_PAGES.of(folder)
        return check_pages(self.judge().desk, self._read_apart(files, told, stop))

    def _read_apart(
        self,
        files: Sequence[FoundFile],
        told: Callable[[int, int], None] | None,
        stop: threading.Event | None,
    ) -> list[DeskFile]:
        """Read files that are no reports of units, without judging them; nothing of it is remembered."""
        self._reader.begin(stop)
        wanted = FilesToRead(files, self.request.year, self.request.today, is_judged=False)
        records = self._reader.records(wanted, told)
        return [desk_file(file, records) for file in files]

    def _keep(self) -> None:
        """Write what is remembered, unless somebody else did so meanwhile.

        Raises:
            ReportError: Somebody did, nothing may be written here, or it cannot be written.
        """
        path = self.request.out / STATE_FILE
        if not self.may_write:
            raise _READ_ONLY.of(self.request.out)
        there = digest_of(path)
        if there != self._kept:
            raise _CHANGED.of(path)
        self._kept = save_state(self.request.out, self._state, there)

    def _shown(self, written: Collected) -> Collected:
        return replace(self.judge(), written=written.written, unchanged=written.unchanged, told=written.told)

    def _write(self, collected: Collected, only: Collection[str] | None, *, with_sums: bool) -> Collected:
        """Write letters and other files; the state goes before them and says what they will be."""
        with outputs.under_fixed_names():
            return self._write_all(collected, only, with_sums=with_sums)

    def _write_all(self, collected: Collected, only: Collection[str] | None, *, with_sums: bool) -> Collected:
        request, state, out = self.request, self._state, self.request.out
        plan = plan_letters(collected.desk, state, out, request.facts, request.today, only)
        targets: dict[Path, bytes | None] = {}
        if with_sums:
            has_list = self._listed is not None
            targets = sum_outputs.sum_outputs(collected, request, state, self._is_open, has_list=has_list)
        for path, data in targets.items():
            if data is not None:
                check_target(path)
        self._keep()
        if plan.written:
            _make_folder(out / FOLDER)
        collected.told += write_letters(plan)
        for path, data in targets.items():
            if data is not None:
                replace_file(path, data)
        collected.written = [*targets, *plan.written]
        collected.unchanged = [path for path, data in targets.items() if data is None]
        return collected


def _get_ready(year: int) -> None:
    """Load what judging and writing need, while the processes that read are loading theirs."""
    form_for_year(year)
    load_now(collection_desk_workbook, collection_summed_draft, summed_file, publication, workbooks)


def _basis(today: date) -> str:
    """Return what records depend on beside the files: the program, its local rules, and the year of the day."""
    return outputs.text_digest(f"{__version__} {today.year} {current_local_rules()!r}")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise writing_failed(error, folder) from error
