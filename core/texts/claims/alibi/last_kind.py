"""Knows a number that is right for the kind of applicants told last: 律所10件，公开3件；其他主体4件，公开1件."""

from __future__ import annotations

from collections.abc import Mapping

from core.form.known_cells import OF_ALL_KINDS
from core.report.entry_text import Number
from core.texts.claims.alibi.frames import Told
from core.texts.language.role_keys import ONE_KIND
from core.texts.reading.sentence.share_checks import added

_KINDS = ("applicants", "other_applicants")


def is_of_last_kind(told: Told, numbers: Mapping[str, Number]) -> bool:
    """Whether a number that was compared with one kind is right in the column of the one told last before it."""
    claim = told.claim
    is_own = claim.key in _KINDS or claim.key in ONE_KIND or not claim.cells
    if claim.number is None or claim.is_share or is_own or claim.cells[0].endswith(OF_ALL_KINDS):
        return False
    last = next((c for c in reversed(told.before) if c.key in _KINDS and c.agrees), None)
    columns = dict.fromkeys(cell.rpartition(".")[2] for cell in last.cells) if last else {}
    rows = dict.fromkeys(cell.rpartition(".")[0] for cell in claim.cells)
    return claim.number in [added(tuple(f"{row}.{column}" for row in rows), numbers) for column in columns]
