"""Files that the office gave to a unit whose name they do not bear: they are judged as the reports of that unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from core.office.collection.decisions import Decision
from core.office.collection.file_record import REPORT, FileRecord
from core.office.collection.folder_reading import FoundFile
from core.office.collection.unit_list import ListedUnit, plain_name


def owners_of(decisions: Mapping[str, Decision], listed: Iterable[ListedUnit]) -> dict[str, str]:
    """Return by the digest of each file that was given to a unit the name of that unit, in full where it is listed."""
    names = {plain_name(unit.name): unit.name for unit in listed}
    return {digest: names.get(plain, plain) for plain, one in decisions.items() for digest in one.given}


def judged_otherwise(
    files: Sequence[FoundFile], records: Mapping[str, FileRecord], owners: Mapping[str, str]
) -> list[FoundFile]:
    """Return the reports that were judged as those of another unit than they are given to now."""
    read = [(file, records[file.key]) for file in files if file.digest and file.key in records]
    return [f for f, r in read if r.kind == REPORT and r.judged_for != plain_name(owners.get(f.digest, ""))]
