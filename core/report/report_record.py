"""A report as one JSON record, exact to the last entry: what is kept between two saves, quickly and without a sheet.

Making a workbook takes the whole processor for a tenth of a second, which somebody typing would feel; a record takes
a millisecond. The clerk's own file is always the workbook (core.draft.workbook).

History of the format: 1 is the first.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from core.form.formats import is_form_id
from core.report.entry_text import Entry, Refused
from core.report.report import Explanation, LogEntry, Origin, Remark, Report, ReviewRound

RECORD_FORMAT = 1


class RecordDamagedError(ValueError):
    """The bytes are no record of a report."""


class RecordNewerError(RecordDamagedError):
    """The record was written by a newer version of the program."""


def record_bytes(report: Report, identity: Mapping[str, object]) -> bytes:
    """Return the record of a report with the facts that tell which draft it is of.

    Args:
        report: The report; it is not changed.
        identity: Facts by name, of what JSON can hold.
    """
    content = {
        "format": RECORD_FORMAT,
        "identity": dict(identity),
        "form": report.form_id,
        "meta": dict(report.meta),
        "texts": dict(report.texts),
        "cells": {code: _packed(entry) for code, entry in report.cells.items()},
        "controls": {code: _packed(entry) for code, entry in report.controls.items()},
        "explanations": {key: explanation._asdict() for key, explanation in report.explanations.items()},
        "log": [entry._asdict() for entry in report.log],
        "rounds": [_packed_round(one) for one in report.rounds],
        "origins": {block: origin._asdict() for block, origin in report.origins.items()},
        "status": dict(report.status),
    }
    # As ASCII, so that half a surrogate pair, which a clipboard may hand over, is kept as it is.
    return json.dumps(content, separators=(",", ":")).encode("ascii")


def read_record(data: bytes) -> tuple[Report, dict[str, object]]:
    """Return the report of a record and its identity.

    Raises:
        RecordDamagedError: The bytes are cut off or no record.
        RecordNewerError: A newer version of the program wrote it.
    """
    try:
        content = json.loads(data)
        version = content["format"]
        if not isinstance(version, int):
            raise RecordDamagedError
        if version > RECORD_FORMAT:
            raise RecordNewerError
        return _report(content), dict(content["identity"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, InvalidOperation) as error:
        if isinstance(error, RecordDamagedError):
            raise
        raise RecordDamagedError(str(error)) from error


def _packed(entry: Entry) -> object:
    if isinstance(entry, Refused):
        return {"text": entry.text, "rule_id": entry.rule_id, "reason": entry.reason}
    return f"{entry}" if isinstance(entry, Decimal) else entry


def _unpacked(packed: object) -> Entry:
    if isinstance(packed, dict):
        return Refused(**_texts(packed))
    if isinstance(packed, str):
        return Decimal(packed)
    if isinstance(packed, int) and not isinstance(packed, bool):
        return packed
    raise RecordDamagedError


def _packed_round(one: ReviewRound) -> dict[str, object]:
    return {
        "number": one.number,
        "date": one.date,
        "checksum": one.checksum,
        "shown": dict(one.shown),
        "returned_by": one.returned_by,
        "returned_on": one.returned_on,
        "remarks": [remark._asdict() for remark in one.remarks],
        **({"is_final": True} if one.is_final else {}),  # an older version reads what has none
    }


def _unpacked_round(packed: dict[str, object]) -> ReviewRound:
    values = dict(packed)
    number, shown, remarks = values.pop("number"), values.pop("shown"), values.pop("remarks")
    if not isinstance(number, int) or not isinstance(remarks, list):
        raise RecordDamagedError
    made = tuple(Remark(**_texts(remark)) for remark in remarks)
    is_final = values.pop("is_final", False) is True
    return ReviewRound(number=number, shown=_texts(shown), remarks=made, is_final=is_final, **_texts(values))


def _texts(mapping: object) -> dict[str, str]:
    """Return a mapping of texts as such."""
    if not isinstance(mapping, dict) or not all(isinstance(value, str) for value in mapping.values()):
        raise RecordDamagedError
    return dict(mapping)


def _report(content: dict[str, Any]) -> Report:
    form_id = content["form"]
    if not isinstance(form_id, str):
        raise RecordDamagedError
    if not is_form_id(form_id):
        raise RecordNewerError
    return Report(
        form_id=form_id,
        meta=_texts(content["meta"]),
        texts=_texts(content["texts"]),
        cells={code: _unpacked(entry) for code, entry in content["cells"].items()},
        controls={code: _unpacked(entry) for code, entry in content["controls"].items()},
        explanations={key: Explanation(**_texts(one)) for key, one in content["explanations"].items()},
        log=tuple(LogEntry(**_texts(one)) for one in content["log"]),
        rounds=tuple(_unpacked_round(one) for one in content["rounds"]),
        origins={block: Origin(**_texts(one)) for block, one in content["origins"].items()},
        status=_texts(content["status"]),
    )
