"""Which file of last year's report a draft may have opened unasked.

A draft names that file, and the draft may come from anybody: merely asking for a file on the share of a server hands
that server the user's logon on Windows.
"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

from core.base.atomic_file import replace_file
from core.base.errors import ReportError
from core.base.on_disk import is_link, read_ordinary
from core.base.user_files import last_years_list, safe_file_name
from core.report.report import Report

MOST_CHOSEN = 100
_MOST_BYTES = 1_000_000  # a hundred paths have 20 KB


def note_chosen(path: Path) -> None:
    """Note that the clerk chose this file of last year on this PC. A failure costs a choice later."""
    chosen = [str(path), *(other for other in _chosen() if other != str(path))][:MOST_CHOSEN]
    with contextlib.suppress(ReportError):
        # As ASCII: a path on Linux may hold bytes that are no text
        replace_file(last_years_list(), json.dumps({"chosen": chosen}, indent=1).encode("ascii"))


def opens_unasked(named: str, draft: Path | None) -> bool:
    """Return whether the file that a draft names as last year's may be opened without asking.

    That is one that was chosen on this PC, or one below the draft's folder with no link on the way. Nothing else is
    asked of the disk.
    """
    return named in _chosen() or (draft is not None and _is_below(Path(named), draft.absolute().parent))


def named_last_year(report: Report, draft: Path | None) -> Path | None:
    """Return the file that a draft names as last year's where it may be opened without asking; None elsewhere."""
    named = report.status.get("last_year_file", "")
    return Path(named) if named and opens_unasked(named, draft) else None


def _is_below(path: Path, folder: Path) -> bool:
    try:
        parts = path.relative_to(folder).parts
    except ValueError:
        return False
    if not parts or any(safe_file_name(part) != part for part in parts):  # "..", devices of Windows, signs of control
        return False
    return not any(is_link(folder.joinpath(*parts[: number + 1])) for number in range(len(parts)))


def _chosen() -> list[str]:
    """Return the files of last year that were chosen on this PC, the latest first."""
    try:
        loaded = json.loads(read_ordinary(last_years_list(), _MOST_BYTES))
    except (OSError, ValueError, RecursionError, ReportError):
        return []
    entries = loaded.get("chosen") if isinstance(loaded, dict) else None
    return [entry for entry in entries if isinstance(entry, str)] if isinstance(entries, list) else []
