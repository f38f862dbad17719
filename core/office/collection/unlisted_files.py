"""Files that belong to no unit of the list, and units without a file: which may belong together (B-01, B-04, B-10).

A short name (县人社局) that can be that of one unit only is proposed as that unit's, and never taken by itself: what
stands in the sum is decided by the office.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from core.office.collection.desk import Desk, DeskFile, UnitResult
from core.office.collection.desk_rules import BatchFinding, batch_finding
from core.office.collection.file_owner import FileNames
from core.office.collection.file_record import LETTER, NAME, REPORT, FileRecord, names_in_letter
from core.office.collection.short_unit_names import is_short_for
from core.office.collection.unit_list import nearest, plain_name

NEAR_NAME, UNREADABLE, READ_LATER = "单位名称待核", "收到的文件读不出", "收到的文件还没有读成"
_MAY_BE_REPORT = re.compile(r"\.(?:docx?|wps|rtf|xlsx?|et|html?|mht(?:ml)?|pdf|txt)$", re.IGNORECASE)


class ProposedUnits:
    """Which unit a file that belongs to none may be of."""

    def __init__(self, desk: Desk, least: int) -> None:
        """Take the units, and from how many percent a name is like another one."""
        self._least = least
        self._names = {unit.plain: unit.name for unit in desk.units}
        self._found: dict[str, str] = {}

    def of(self, file: DeskFile) -> str:
        """Return the name of that unit; "" where there is none, or where it may be several."""
        if file.name not in self._found:
            self._found[file.name] = self._nearest(file.record) if file.record.unit else ""
        return self._found[file.name]

    def _nearest(self, record: FileRecord) -> str:
        written = plain_name(record.unit)
        short = [plain for plain in self._names if is_short_for(written, plain)]
        in_lead = names_in_letter([record.texts.get("lead", "")], list(self._names))
        if len(short) > 1:  # what the report says of itself in full tells which
            short = [plain for plain in short if plain in in_lead] or short
        if len(short) == 1:
            return self._names[short[0]]
        return nearest(record.unit, self._names.values(), self._least) if not short else ""


def find_missing(desk: Desk, proposed: ProposedUnits, file_names: FileNames, unread: Mapping[str, FileRecord]) -> None:
    """B-01: note the units that must report and did not, and for each unit the files that may be its.

    A file that was not read may be its by the name that it bears. One without a digest is tried again the next time,
    and no fault of the unit.
    """
    named, likely = file_names.unread(unread)
    for unit in desk.units:
        if unit.has_report:
            of_it = [*named.get(unit.plain, ()), *likely.get(unit.plain, ())]
            desk.replaced |= dict.fromkeys(of_it, unit.name)
    owned = {name for found in (named, likely) for names in found.values() for name in names}
    nobodys = [name for name in sorted(unread) if name not in owned and _MAY_BE_REPORT.search(name)]
    others = [file for unit in desk.units for file in unit.files]
    by_name = {file_names.named(file.name): file for file in [*others, *desk.lost] if file.record.kind == REPORT}
    for unit in desk.units:
        unit.near = [file for file in desk.lost if proposed.of(file) == unit.name]
        if by_name.get(unit.plain) in desk.lost and by_name[unit.plain] not in unit.near:
            unit.near.append(by_name[unit.plain])
    for unit in desk.expected:
        if unit.files:
            continue
        files, variant = [file.name for file in unit.near], ""
        values = {"unit": unit.name, "year": desk.year}
        if unit.near and proposed.of(unit.near[0]) == unit.name:
            variant = "named"
            values |= {"file": unit.near[0].name, "found": unit.near[0].record.unit}
            unit.why_none = NEAR_NAME
        elif unit.plain in by_name:
            file = by_name[unit.plain]
            files, variant = [file.name], "by_name" if file.record.unit else "no_unit"
            values |= {"file": file.name, "found": file.record.unit}
            unit.why_none = NEAR_NAME
        elif files := named.get(unit.plain, []) or likely.get(unit.plain, []):
            variant = _of_unread(unit, values, files, unread, is_likely=files == likely.get(unit.plain))
        elif nobodys:
            variant, values["count"] = "nobodys", len(nobodys)  # they stand among the unread files, not as its own
        desk.batch.append(batch_finding("B-01", values, variant, units=[unit.name], files=files))


def _of_unread(
    unit: UnitResult,
    values: dict[str, object],
    files: list[str],
    unread: Mapping[str, FileRecord],
    *,
    is_likely: bool,
) -> str:
    """Say of a unit whose file may be one that cannot be read why not; return which sentence tells it."""
    file_name = PurePosixPath(files[0]).name
    why = unread[files[0]].why.removeprefix(f"“{NAME}”").replace(NAME, file_name)
    values |= {"file": file_name, "why": f"它{why}" if why.startswith("的") else why}
    if not all(unread[name].digest for name in files):
        unit.why_none = READ_LATER
        return "later"
    unit.why_none = UNREADABLE
    return "likely" if is_likely else "unread"


def find_unlisted(desk: Desk, proposed: ProposedUnits) -> list[BatchFinding]:
    """B-04 and B-10: files that belong to no unit."""
    found = []
    for file in desk.lost:
        name = file.record.unit
        if file.record.kind == LETTER:
            found.append(batch_finding("B-10", {"file": file.name}, "unknown", files=[file.name]))
        elif not name:
            found.append(batch_finding("B-04", {"file": file.name}, "none", files=[file.name]))
        else:
            near = proposed.of(file)
            values = {"file": file.name, "found": name, "unit": near}
            units = [near] if near else []
            found.append(batch_finding("B-04", values, "near" if near else "", units=units, files=[file.name]))
    return found


def offered_files(desk: Desk, unit: UnitResult) -> list[DeskFile]:
    """Return the reports that belong to no unit and may be given to this one, likely ones first.

    A unit without a report is also offered those that are likely to be nobody's.
    """
    likely = {id(file) for other in desk.units for file in other.near}
    others = [file for file in desk.lost if file.record.kind == REPORT and id(file) not in likely]
    return [*unit.near, *([] if unit.reports else others)]
