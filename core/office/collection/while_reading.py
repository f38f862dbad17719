"""How the desk stands while its files are read: the units whose files were read so far."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence

from core.form.form_reader import form_for_year
from core.office.collection.collected import Collected, Request
from core.office.collection.decisions import Decision
from core.office.collection.desk import DeskFile
from core.office.collection.file_record import UNREAD, FileRecord
from core.office.collection.folder_reading import FoundFile
from core.office.collection.ledger import make_ledger
from core.office.collection.make_desk import make_desk
from core.office.collection.unit_list import ListedUnit

_NOT_YET = "还没有读。再读一次时接着读。"
_LEAST_PAUSE = 0.3  # seconds
_SHARE = 10
"""The reading goes on for so many times as long as it took to judge what was read."""


def desk_file(file: FoundFile, records: Mapping[str, FileRecord]) -> DeskFile:
    """Return a file with its record; one that was not read says so."""
    record = records.get(file.key) if file.digest else None
    return DeskFile(file.name, record or FileRecord("", UNREAD, why=file.why or _NOT_YET))


def told_partly(
    request: Request,
    files: Sequence[FoundFile],
    listed: Sequence[ListedUnit] | None,
    decisions: Mapping[str, Decision],
    partly: Callable[[Collected], None],
) -> Callable[[Mapping[str, FileRecord]], None]:
    """Return what takes the records so far and now and then tells how their units stand; nothing is added up yet.

    Args:
        request: What was asked for.
        files: All files of the folder.
        listed: The list; None where the units are those of the files.
        decisions: What was decided, by plain name.
        partly: Is told.
    """
    due = 0.0

    def seen(records: Mapping[str, FileRecord]) -> None:
        nonlocal due
        begun = time.monotonic()
        if begun < due:
            return
        form = form_for_year(request.year)
        read = [desk_file(file, records) for file in files if file.key in records]
        desk = make_desk(read, listed, request.year, form, request.settings, decisions)
        desk.units = [unit for unit in desk.units if unit.files]
        names = {unit.name for unit in desk.units}
        desk.batch = [f for f in desk.batch if f.rule_id != "B-01" and (not f.units or names.intersection(f.units))]
        sent = {unit.plain: unit.items for unit in desk.units}
        partly(Collected(desk, make_ledger(form, ()), None, sent=sent))
        now = time.monotonic()
        due = now + max(_LEAST_PAUSE, _SHARE * (now - begun))

    return seen
