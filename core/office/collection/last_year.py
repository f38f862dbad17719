"""Last year's reports beside this year's: as a folder, as last year's output folder, or as one summed report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from core.base.errors import ErrorText
from core.base.on_disk import is_file, is_folder
from core.form.form_reader import form_for_year
from core.office import carry_over, report_source
from core.office.collection.desk import Desk, DeskFile
from core.office.collection.desk_rules import DeskSettings
from core.office.collection.file_record import REPORT, SEVERAL, FileRecord
from core.office.collection.folder_reading import FilesToRead, FolderReader, find_files
from core.office.collection.ledger import LastYear, column_of
from core.office.collection.make_desk import make_desk
from core.office.collection.state import LAST, STATE_FILE, records_of
from core.office.collection.unit_list import YES, plain_name
from core.report.entry_text import Number
from core.report.totals import compute_totals

_NOT_LAST_YEAR = ErrorText("“{name}”的年度是{found}，这里需要{year}年度的报告。", "请改选上年的报告或文件夹。")
_NO_LAST_YEAR = ErrorText("“{name}”中没有{year}年度的报告。", "请改选上年的报告文件夹、上年的结果文件夹或汇总报告。")
_DOUBT = "上年报告“{name}”：{said}；与它对照的数请核对。"
_BROKEN = "上年报告“{name}”：{said}。"
_MORE = "上年的报告另有{count}处读入时没有把握，请核对。"
_MOST_TOLD = 20


@dataclass(frozen=True, slots=True)
class LastReports:
    """Last year's reports as they were given.

    Attributes:
        records: With the file of each; None for one that only a ``collection.json`` knows.
        total: The numbers of a summed report, where only that was given.
        doubts: What of it may be meant otherwise, a sentence each.
    """

    records: tuple[tuple[Path | None, FileRecord], ...] = ()
    total: Mapping[str, Number] | None = None
    doubts: tuple[str, ...] = ()

    def told(self, year: int) -> list[str]:
        """Return a sentence for each thing of the files of that year that may be meant otherwise."""
        records = {r.digest: (p, r) for p, r in self.records if p and r.kind == REPORT and r.year == year}
        said = [_told(p, said) for p, r in records.values() for said in _doubts(r)]
        more = [_MORE.format(count=len(said) - _MOST_TOLD)] if len(said) > _MOST_TOLD else []
        return [*self.doubts, *said[:_MOST_TOLD], *more]

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
        return {f"{LAST}{record.digest}{path.suffix.lower()}": record for path, record in self.records if path}


def read_last_year(
    place: Path | None,
    year: int,
    known: Mapping[str, FileRecord],
    reader: FolderReader,
    today: date,
    told: Callable[[int, int], None] | None,
) -> LastReports | None:
    """Return last year's reports; None where none were asked for.

    Args:
        place: Last year's reports as a folder, last year's output folder, or the government's summed report.
        year: Last year.
        known: What the state keeps.
        reader: Reads what is not known.
        today: The day of the run.
        told: Is called with how many files were read, and how many there are to read.

    Raises:
        ReportError: What was given is not there or cannot be read.
    """
    if place is None:
        return None
    kept = place / STATE_FILE if is_folder(place) else place
    if kept.name == STATE_FILE and is_file(kept):
        return _of_the_year(LastReports(tuple((None, record) for record in records_of(kept))), place, year)
    if not is_folder(place):
        opened = reader.read(place.name, report_source.open_report, place)
        report = opened.report
        if report.year != year:
            raise _NOT_LAST_YEAR.of(place, found=report.year or "没有写明", year=year)
        figures, _ = carry_over.figures_in(report, form_for_year(year))
        several = (said for _, said in opened.remarks if SEVERAL.fullmatch(said))
        doubts = (*several, *(one.said for one in opened.unsure), *carry_over.imbalances(report))
        said = tuple(_told(place, doubt) for doubt in doubts)
        return LastReports(total={**figures, **compute_totals(form_for_year(year), figures)}, doubts=said)
    files = [file for file in find_files(place) if file.digest]
    own = {key.removeprefix(LAST): record for key, record in known.items() if key.startswith(LAST)}
    records = reader.records(FilesToRead(files, year, today, own, is_judged=False), told)
    if reader.is_stopped:
        return LastReports()
    return _of_the_year(LastReports(tuple((file.path, records[file.key]) for file in files)), place, year)


def _told(path: Path, said: str) -> str:
    sentence = _BROKEN if "勾稽不平" in said else _DOUBT
    return sentence.format(name=path.name, said=said.rstrip("。"))


def _doubts(record: FileRecord) -> list[str]:
    """Return what of a report of last year was not read for sure; its fees are compared with nothing."""
    several = (said for said in record.partly_read if SEVERAL.fullmatch(said))
    return list(dict.fromkeys([*several, *(doubt.said for doubt in record.unsure)]))


def _of_the_year(last: LastReports, place: Path, year: int) -> LastReports:
    """Return last year's reports, of which there must be one.

    Raises:
        ReportError: All are of other years.
    """
    if not any(record.kind == REPORT and record.year == year for _, record in last.records):
        raise _NO_LAST_YEAR.of(place, year=year)
    return last


def last_years_numbers(desk: Desk, last: LastReports, settings: DeskSettings) -> LastYear:
    """Return the numbers of last year by unit: of those that were added up, this year's switches taken into account."""
    year = desk.year - 1
    if last.total is not None:
        return LastYear(year, total=last.total)
    form = form_for_year(year)
    files = [DeskFile(path.as_posix() if path else "", record) for path, record in last.records]
    before = make_desk(files, None, year, form, settings)
    switched_off = {unit.plain for unit in desk.units if unit.is_own or unit.counts_in_words != YES}
    columns = {
        unit.plain: column_of(form, unit.name, unit.record, is_in_sum=True)
        for unit in before.units
        if unit.record is not None and unit.in_sum and unit.plain not in switched_off
    }
    return LastYear(year, columns)
