"""Takes patterns apart, for the tests of what is asked before them: what they begin with, the words they need.

Both read the parts that ``re`` itself makes of a pattern. What they do not know makes the tests fail.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

_MOST = 200
_WITHOUT_WIDTH = ("ASSERT", "ASSERT_NOT", "AT")


def parts(pattern: str) -> Sequence[Any]:
    """Return the parts of a pattern, each its name and what belongs to it."""
    made: Sequence[Any] = import_module("re._parser").parse(pattern)
    return made


def first_characters(pattern: str) -> set[str]:
    """Return the characters that a match of a pattern may begin with, of a range its ends, of ``\\d`` a digit."""
    found, may_be_empty = _firsts(parts(pattern))
    assert not may_be_empty, pattern
    return found


def _firsts(given: Sequence[Any]) -> tuple[set[str], bool]:
    found: set[str] = set()
    for name, of in given:
        here, may_be_empty = _first(str(name), of)
        found |= here
        if not may_be_empty:
            return found, False
    return found, True


def _first(name: str, of: Any) -> tuple[set[str], bool]:
    if name in _WITHOUT_WIDTH:
        return set(), True
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        found, may_be_empty = _firsts(of[2])
        return found, may_be_empty or of[0] == 0
    if name in ("BRANCH", "SUBPATTERN"):
        branches = [_firsts(branch) for branch in (of[1] if name == "BRANCH" else of[3:])]
        return set().union(*(found for found, _ in branches)), any(is_empty for _, is_empty in branches)
    return _characters(name, of), False


def _characters(name: str, of: Any) -> set[str]:
    if name == "LITERAL":
        return {chr(of)}
    assert name == "IN", name
    found: set[str] = set()
    for kind, value in of:
        if str(kind) == "RANGE":
            found |= set(map(chr, range(value[0], value[1] + 1))) if value[1] - value[0] < _MOST else set()
        else:
            found |= {"0"} if str(value) == "CATEGORY_DIGIT" else {chr(value)}
    return found


def needs_one(given: Sequence[Any], words: Iterable[str]) -> bool:
    """Whether what the parts of a pattern match holds one of the words wherever it matches."""
    runs = {""}
    for part, of in given:
        name = str(part)
        inner = [of[1]] if name == "ASSERT" and of[0] > 0 else [of[3]] if name == "SUBPATTERN" else []
        inner += [of[2]] if name.endswith("REPEAT") and of[0] > 0 else []
        branches = of[1] if name == "BRANCH" else []
        if any(needs_one(one, words) for one in inner) or (branches and all(needs_one(b, words) for b in branches)):
            return True
        if name in _WITHOUT_WIDTH:
            continue
        runs = _continued(runs, name, of)
        if all(any(word in run for word in words) for run in runs):
            return True
    return False


def _continued(runs: set[str], name: str, of: Any) -> set[str]:
    """Return what the characters up to the end of a part may be, as far back as they are certain."""
    if name == "LITERAL" or (name == "IN" and all(str(kind) == "LITERAL" for kind, _ in of)):
        made = {run + char for run in runs for char in _characters(name, of)}
        return made if len(made) <= _MOST else {""}
    if name == "SUBPATTERN" and len(of[3]) == 1:
        return _continued(runs, str(of[3][0][0]), of[3][0][1])
    if name.endswith("REPEAT") and of[0] > 0 and len(of[2]) == 1:
        return _continued({""}, str(of[2][0][0]), of[2][0][1])
    return {""}
