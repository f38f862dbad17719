"""Several outcomes of one application in one cell: what is sure of them together."""

from __future__ import annotations

import re

from core.office.register.mapping import RegisterMapping
from core.office.register.vocabulary import UNDECIDED, vocabulary

_BETWEEN = (re.compile(r"[;；/／+＋\n|｜]+"), re.compile(r"、+"), re.compile(r"[、，,]+"))
"""What parts them, the surest first: the label of 部分公开 itself has a comma."""


def several_outcomes(mapping: RegisterMapping, text: str) -> str:
    """Return what several outcomes in one cell count as: a key or 请选择; "" where they are not, or one is unknown."""
    for between in _BETWEEN:
        parts = [part.strip() for part in between.split(text) if part.strip()]
        if len(parts) < 2:
            continue
        targets = {mapping.outcome_of(part) or "" for part in parts}
        if "" not in targets:
            return _together(targets)
    return ""


def _together(targets: set[str]) -> str:
    """Return what several outcomes of one application count as.

    The row label says that 区分处理 counts once, whatever stands beside it. Something given and something withheld is
    区分处理; something given and something that is not there, or was not dealt with, may be that or not.
    """
    outcomes = vocabulary().data["outcomes"]
    if len(targets) == 1:
        return next(iter(targets))
    granted, refused, withheld = (set(outcomes[key]) for key in ("granted", "refused", "withheld"))
    partly = str(outcomes["partly"])
    if partly in targets and targets <= granted | refused:
        return partly
    if targets & granted and targets <= granted | withheld:
        return partly
    return UNDECIDED
