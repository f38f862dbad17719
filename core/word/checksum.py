"""The checksum that ties paper and file together: both show the same, or the eight digits differ."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from typing import TYPE_CHECKING

from core.base.errors import ReportError
from core.report.shown_report import shown_report

if TYPE_CHECKING:
    from pathlib import Path

    from core.report.report import Report
    from core.report.shown_report import Shown


def report_checksum(report: Report) -> str:
    """Return the checksum of what the report shows, such as ``3F7A-91C2``."""
    return checksum(shown_report(report))


def document_checksum(path: Path) -> str:
    """Return the checksum of what a Word report of ours visibly shows, also after somebody edited it.

    Insertions of tracked changes count, deletions do not.

    Raises:
        ReportError: The file cannot be read, or is no yearly report.
    """
    from core.word.reader import read_report  # deferred: most checksums are of drafts

    return checksum(read_report(path))


def file_checksum(path: Path, report: Report) -> str:
    """Return the checksum of what a file shows: of a Word report itself, of anything else the report read from it.

    A Word report may show totals that are not the sums of its numbers; what was read from it computes them anew.
    """
    if path.suffix.lower() == ".docx":
        # Another office's document may not be readable so, though numbers and texts were taken from it all the same.
        with suppress(ReportError):
            return document_checksum(path)
    return report_checksum(report)


def checksum(shown: Shown) -> str:
    """Return the first eight hex digits of SHA-256 over canonical JSON, white space normalised."""
    content = json.dumps(shown.by_code(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digits = hashlib.sha256(content.encode()).hexdigest()[:8].upper()
    return f"{digits[:4]}-{digits[4:]}"
