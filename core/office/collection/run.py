"""One run of the desk: read, judge, add up, write; what the command line and the window call.

The state is saved after reading and once more before anything is written, with what is about to be written: a run that
was ended at any moment is simply run again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from core import __version__
from core.base.archive_limits import read_limited
from core.base.atomic_file import check_target, free_sibling, remove_leftovers, replace_file
from core.base.errors import ErrorText, writing_failed
from core.base.on_disk import OnDisk, followed, is_file, is_folder, on_disk
from core.base.reading_process import ReadingProcess
from core.form.form_reader import form_for_year
from core.office.carry_over import figures_in
from core.office.collection import desk_workbook as collection_desk_workbook
from core.office.collection import publication
from core.office.collection import summed_draft as collection_summed_draft
from core.office.collection.desk import make_desk
from core.office.collection.desk_rules import DeskSettings, desk_settings
from core.office.collection.file_record import REPORT, UNREAD, FileRecord
from core.office.collection.folder_reading import FoundFile, find_files, read_files
from core.office.collection.ledger import (
    LastYear,
    Ledger,
    carried_differences,
    column_of,
    make_ledger,
    own_report_differences,
)
from core.office.collection.letters import FOLDER, LetterFacts, digest_of, plan_letters, write_letters
from core.office.collection.state import STATE_FILE, DeskState, load_state, records_of, save_state
from core.office.collection.unit_list import YES, ListedUnit, plain_name, read_unit_list
from core.office.collection.units import ERRORS, SETTLED, Desk, DeskFile
from core.office.report_source import open_report
from core.report.entry_text import Number
from core.report.totals import compute_totals
from core.validation.local_rules import current_local_rules

T = TypeVar("T")

CHECKED, SUMMED, PUBLISHING, LIST = "核查情况.xlsx", "汇总稿.xlsx", "公布情况.docx", "名单.xlsx"
"""The files that a run writes beside the letters; the list only where none was given and none lies there."""

_NO_FOLDER = ErrorText("找不到文件夹“{name}”。", "请检查路径；优盘或网络盘上的文件夹，请先确认已经连接。")
_SAME_FOLDER = ErrorText("输出文件夹不能就是报告所在的文件夹“{name}”。", "请另选一个输出文件夹，原有文件不会改动。")
_NO_OUTPUT = ErrorText("“{name}”是文件，不能作为输出文件夹。", "请另写一个文件夹，没有的会自动建立。")
_NOTHING = ErrorText("文件夹“{name}”中没有文件，也没有给出名单。", "请把各单位的报告放入文件夹，或加上名单后再运行。")
_NOT_LAST_YEAR = ErrorText("“{name}”的年度是{found}，这里需要{year}年度的报告。", "请改选上年的报告或文件夹。")
_NO_LAST_YEAR = ErrorText("“{name}”中没有{year}年度的报告。", "请改选上年的报告文件夹、上年的输出文件夹或汇总报告。")
_NEWEST = "（最新）"
_LAST = "last:"


@dataclass(frozen=True, slots=True)
class Request:
    """What a run is asked for.

    Attributes:
        folder: Where the reports lie; nothing in it is changed.
        out: Where everything is written; it may lie below ``folder``.
        unit_list: 名单.xlsx; None where the units are those of the files.
        last_year: Last year's reports as a folder, last year's output folder, or the government's summed report.
        facts: What every letter says.
        settings: Limits.
    """

    folder: Path
    year: int
    out: Path
    today: date
    unit_list: Path | None = None
    last_year: Path | None = None
    facts: LetterFacts = field(default_factory=LetterFacts)
    settings: DeskSettings = field(default_factory=desk_settings)


@dataclass(slots=True)
class Collection:
    """What came of a run.

    Attributes:
        last: Last year's numbers; None where none were given.
        written: The files that were written, letters included.
        told: Chinese sentences about files that were left as they are.
    """

    desk: Desk
    ledger: Ledger
    last: LastYear | None
    written: list[Path] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is open: every unit adopted or published, nothing stands out, every file read."""
        desk = self.desk
        due = [unit for unit in desk.units if unit.files or unit.listed.must_report]
        return not desk.batch and not desk.unread and all(unit.state in SETTLED for unit in due)


def run_collection(request: Request, told: Callable[[int, int], None] | None = None) -> Collection:
    """Read the folder, judge, add up, and write everything below the output folder.

    Args:
        request: What is asked for.
        told: Is called with how many files were read, and how many there are to read.

    Raises:
        ReportError: The folder, the list or last year's file cannot be used, or something cannot be written.
    """
    folder, out = request.folder, request.out
    if not is_folder(folder):
        raise _NO_FOLDER.of(folder)
    if followed(out) == followed(folder):
        raise _SAME_FOLDER.of(folder)
    if on_disk(out) in (OnDisk.FILE, OnDisk.OTHER):
        raise _NO_OUTPUT.of(out)
    state = load_state(out, request.year, _basis(request.today))
    with ExitStack() as stack:
        reader = _Reader(stack)
        listed = _listed(request.unit_list, state, reader)
        last = _read_last(request, state, reader)
        files = find_files(folder, [out, *filter(None, (request.unit_list, request.last_year))])
        if not files and listed is None:
            raise _NOTHING.of(folder)
        _make_folder(out)
        for place in (out, out / FOLDER):
            remove_leftovers(place)
        last_files = last.files(request.year - 1) if last else {}
        records = reader.records(files, state.records, request.year, last_files, request.today, told)
    kept = {**records, **(last.kept() if last else {})}
    state.records = {key: record for key, record in kept.items() if record.digest}
    save_state(out, state)
    found = [_desk_file(file, records) for file in files]
    desk = make_desk(found, listed, request.year, form_for_year(request.year), request.settings)
    collection = Collection(desk, *_added_up(desk, last, request))
    _write(collection, state, request)
    return collection


def _basis(today: date) -> str:
    """Return what records depend on beside the files: the program, its local rules, and the year of the day."""
    return hashlib.sha256(f"{__version__} {today.year} {current_local_rules()!r}".encode()).hexdigest()


class _Reader:
    """One reading process for the list, last year's file and the first reports; it is started when it is needed."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self._process: ReadingProcess | None = None

    def read(self, name: str, work: Callable[..., T], *arguments: object) -> T:
        """Read something there, as with `ReadingProcess.read`."""
        if self._process is None:
            self._process = self._stack.enter_context(ReadingProcess())
        return self._process.read(name, work, *arguments)

    def records(self, *arguments: Any, **options: Any) -> dict[str, FileRecord]:  # noqa: ANN401  those of read_files
        """Read files, the first of them there."""
        return read_files(*arguments, **options, reader=self._process)


def _listed(path: Path | None, state: DeskState, reader: _Reader) -> tuple[ListedUnit, ...] | None:
    """Return the units of the list, read anew where it changed."""
    if path is None:
        return None
    digest = hashlib.sha256(read_limited(path)).hexdigest()
    if state.listed[0] != digest:
        state.listed = (digest, reader.read(path.name, read_unit_list, path))
    return state.listed[1]


def _desk_file(file: FoundFile, records: Mapping[str, FileRecord]) -> DeskFile:
    record = records.get(file.key) if file.digest else None
    return DeskFile(file.name, record or FileRecord("", UNREAD, why=file.why))


# ---------------------------------------------------------------- last year


@dataclass(frozen=True, slots=True)
class _Last:
    """Last year's reports as they were given.

    Attributes:
        records: With the file of each; None for one that only a ``collection.json`` knows.
        total: The numbers of a summed report, where only that was given.
    """

    records: tuple[tuple[Path | None, FileRecord], ...] = ()
    total: Mapping[str, Number] | None = None

    def files(self, year: int) -> dict[str, tuple[Path, str]]:
        """Return file and digest of the report of each unit on a year, by plain name; of several none is chosen."""
        found: dict[str, tuple[Path, str]] = {}
        several: set[str] = set()
        for path, record in self.records:
            if path is not None and record.kind == REPORT and record.year == year:
                name = plain_name(record.unit)
                if name in found and found[name][1] != record.digest:
                    several.add(name)
                found.setdefault(name, (path, record.digest))
        return {name: place for name, place in found.items() if name not in several}

    def kept(self) -> dict[str, FileRecord]:
        """Return what the state keeps of it."""
        return {f"{_LAST}{record.digest}{path.suffix.lower()}": record for path, record in self.records if path}


def _read_last(request: Request, state: DeskState, reader: _Reader) -> _Last | None:
    """Return last year's reports; None where none were asked for.

    Raises:
        ReportError: What was given is not there or cannot be read.
    """
    place, year = request.last_year, request.year - 1
    if place is None:
        return None
    kept = place / STATE_FILE if is_folder(place) else place
    if kept.name == STATE_FILE and is_file(kept):
        return _of_the_year(_Last(tuple((None, record) for record in records_of(kept))), place, year)
    if not is_folder(place):
        report = reader.read(place.name, open_report, place).report
        if report.year != year:
            raise _NOT_LAST_YEAR.of(place, found=report.year or "没有写明", year=year)
        figures, _ = figures_in(report, form_for_year(year))
        return _Last(total={**figures, **compute_totals(form_for_year(year), figures)})
    files = [file for file in find_files(place) if file.digest]
    known = {key.removeprefix(_LAST): r for key, r in state.records.items() if key.startswith(_LAST)}
    records = reader.records(files, known, year, {}, request.today, is_judged=False)
    return _of_the_year(_Last(tuple((file.path, records[file.key]) for file in files)), place, year)


def _of_the_year(last: _Last, place: Path, year: int) -> _Last:
    """Return last year's reports, of which there must be one.

    Raises:
        ReportError: All are of other years.
    """
    if not any(record.kind == REPORT and record.year == year for _, record in last.records):
        raise _NO_LAST_YEAR.of(place, year=year)
    return last


def _last_year(desk: Desk, last: _Last, request: Request) -> LastYear:
    """Return the numbers of last year by unit: of those that were added up, this year's switches taken into account."""
    year = request.year - 1
    if last.total is not None:
        return LastYear(year, total=last.total)
    form = form_for_year(year)
    files = [DeskFile(path.as_posix() if path else "", record) for path, record in last.records]
    before = make_desk(files, None, year, form, request.settings)
    switched_off = {unit.plain for unit in desk.units if unit.is_own or unit.counts_in_words != YES}
    columns = {
        unit.plain: column_of(form, unit.name, unit.record, is_in_sum=True)
        for unit in before.units
        if unit.record is not None and unit.in_sum and unit.plain not in switched_off
    }
    return LastYear(year, columns)


# ---------------------------------------------------------------- the sum, and what is written


def _added_up(desk: Desk, last: _Last | None, request: Request) -> tuple[Ledger, LastYear | None]:
    """Return the ledger and last year's numbers; what does not agree with them is noted at the desk."""
    columns = [
        column_of(desk.form, unit.name, unit.record, is_in_sum=unit.in_sum)
        for unit in desk.units
        if unit.record is not None and unit.record.year == desk.year and not unit.is_own
    ]
    ledger = make_ledger(desk.form, columns)
    own = desk.own
    if own is not None and own.record is not None and ledger.cells:
        files = [file.name for file in own.reports if file.record is own.record]
        differences = own_report_differences(ledger, own.record, files[0])
        if differences:
            desk.note(differences)
            own.state = ERRORS
    before = _last_year(desk, last, request) if last is not None else None
    if before is not None:
        desk.note(carried_differences(ledger, before, {unit.name: unit.plain for unit in desk.units}))
    return ledger, before


def _write(collection: Collection, state: DeskState, request: Request) -> None:
    """Write the letters and the other files; the state goes before them and says what they will be."""
    desk, ledger, out = collection.desk, collection.ledger, request.out
    plan = plan_letters(desk, state, out, request.facts, request.today)
    outputs = {
        CHECKED: collection_desk_workbook.desk_workbook(desk, ledger),
        SUMMED: collection_summed_draft.summed_draft(desk, ledger, request.today),
        PUBLISHING: publication.publication_paper(desk, ledger),
    }
    if request.unit_list is None and not is_file(out / LIST):
        outputs[LIST] = collection_desk_workbook.list_workbook(desk)
    targets = {_target(out, name, data, state, collection.told): data for name, data in outputs.items()}
    for path in targets:
        check_target(path)
    save_state(out, state)
    if plan.written:
        _make_folder(out / FOLDER)
    collection.told += write_letters(plan)
    for path, data in targets.items():
        replace_file(path, data)
    collection.written = [*targets, *plan.written]


def _target(out: Path, name: str, data: bytes, state: DeskState, told: list[str]) -> Path:
    """Return where an output goes, and note it: one that somebody changed since is not overwritten."""
    path = out / name
    newest = path.with_name(f"{path.stem}{_NEWEST}{path.suffix}")
    for target in (path, newest, free_sibling(newest)):
        there = digest_of(target)
        known = state.outputs.get(target.name, ())
        if not there or there in known:
            state.outputs[target.name] = (hashlib.sha256(data).hexdigest(), there)
            break
    if target != path:
        told.append(f"“{name}”已有人修改，没有覆盖；新的结果在“{target.name}”。")
    return target


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise writing_failed(error, folder) from error
