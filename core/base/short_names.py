"""How a short name is told to be that of a long one: 人社局 of 人力资源和社会保障局."""

from __future__ import annotations


def stands_in_order(short: str, name: str) -> bool:
    """Return whether all characters of a short name stand in a name, in their order."""
    rest = iter(name)
    return all(character in rest for character in short)
