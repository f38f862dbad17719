"""The checksum that ties paper and file together: both show the same, or the eight digits differ."""

from __future__ import annotations

import hashlib
import json

from core.report.report import Report
from core.report.shown_report import Shown, shown_report


def report_checksum(report: Report) -> str:
    """Return the checksum of what the report shows, such as ``3F7A-91C2``."""
    return checksum(shown_report(report))


def checksum(shown: Shown) -> str:
    """Return the first eight hex digits of SHA-256 over canonical JSON, white space normalised."""
    content = json.dumps(shown.by_code(), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digits = hashlib.sha256(content.encode()).hexdigest()[:8].upper()
    return f"{digits[:4]}-{digits[4:]}"
