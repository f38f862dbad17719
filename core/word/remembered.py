"""Keeps what is made of a table or a style for the next report."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

_P = ParamSpec("_P")
_T = TypeVar("_T")

_MOST = 16


def remembered(make: Callable[_P, _T]) -> Callable[_P, _T]:
    """Have what is made of these very objects kept, and them as well; neither tables nor styles have a hash."""
    known: dict[tuple[int, ...], tuple[object, _T]] = {}

    @wraps(make)
    def found(*of: _P.args, **named: _P.kwargs) -> _T:
        key = tuple(map(id, (*of, *named.values())))
        if key not in known:
            if len(known) >= _MOST:
                known.clear()
            known[key] = (of, named), make(*of, **named)
        return known[key][1]

    return found
