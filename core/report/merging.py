"""Merges two changes of one text: what was made of it here, and what somebody else made of a copy of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_HAN = "〇零一二两三四五六七八九十百千万亿"
_TOKEN = re.compile(rf"\d+(?:[.,．，]\d+)*|[{_HAN}]+|.", re.DOTALL)
"""What is changed as a whole: a number, else a character. 192→195 and 192→292 are two changes of one number."""

_APART = 2
"""Unchanged tokens between two changes that can be told apart."""

_LONGEST = 10_000
"""Characters that are compared within two seconds; longer paragraphs are left to the reader."""


class _Edit(NamedTuple):
    """What a version has in place of the tokens from ``start`` to ``end``."""

    start: int
    end: int
    new: tuple[str, ...]


def merged(before: str, mine: str, theirs: str) -> str | None:
    """Return a text with both changes of it: 公开92条，动态23条 with 95条 here and 24条 there has 95条 and 24条.

    What both changed alike is changed once. None where they changed the same words, or words side by side, in two
    ways: only a reader can tell then what is to stand there.
    """
    if max(map(len, (before, mine, theirs))) > _LONGEST:
        return None
    old = _TOKEN.findall(before)
    edits_here, edits_there = _edits(old, mine), _edits(old, theirs)
    result: list[str] = []
    at, last = 0, None
    for edit in sorted({*edits_here, *edits_there}):
        is_near = last is not None and edit.start < last.end + _APART
        if is_near and not any({edit, last}.issubset(edits) for edits in (edits_here, edits_there)):
            return None
        result += [*old[at : edit.start], *edit.new]
        at, last = edit.end, edit
    return "".join([*result, *old[at:]])


def _edits(old: Sequence[str], version: str) -> list[_Edit]:
    """Return the changes of a version; with no more than a sign or two between them, which stayed by chance, as one."""
    new = _TOKEN.findall(version)
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    stretches: list[list[int]] = []
    for tag, i, j, k, m in codes:
        if tag == "equal":
            continue
        if stretches and i - stretches[-1][1] <= _APART:
            stretches[-1][1], stretches[-1][3] = j, m
        else:
            stretches.append([i, j, k, m])
    return [_Edit(i, j, tuple(new[k:m])) for i, j, k, m in stretches]
